"""The reader of pledges against sentences of many wars: what a careful reader takes from each, and what is silent."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.extract.pledges_made import ON, claims, views

from wireledger.annotate import annotate
from wireledger.extract.pledges import pledges
from wireledger.model import Block, BlockKind, Claim, Pledge, Report, Source, Span

HERE = Path(__file__).parent
FLOORS: dict[str, float] = tomllib.loads((HERE / "pledges_floors.toml").read_text(encoding="utf-8"))
ANY = "*"
_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
_SMALL = frozenset("a an the of its their for and in".split())
_BULLET = "- "


class Row(NamedTuple):
    """One expected claim, cell by cell as in the table; "*" fits anything."""

    sentence: str
    before: str
    who: str
    item: str
    low: str
    high: str
    money: str
    currency: str
    step: str
    scope: str
    mood: str


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the rows expected of it, and for each the claim that was found (None: missed)."""

    sentence: str
    pairs: tuple[tuple[Row, tuple[Claim, Pledge] | None], ...]
    spare: tuple[tuple[Claim, Pledge], ...]


def lines(name: str) -> list[str]:
    """The lines of a table without comments."""
    return [x for x in (HERE / name).read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]


def sections(name: str) -> dict[str, str]:
    """For each line of a table the comment it stands under."""
    found, section = {}, ""
    for line in filter(None, (HERE / name).read_text(encoding="utf-8").splitlines()):
        if line.startswith("#"):
            section = line.removeprefix("# ")
        elif section and not line.startswith("\t"):
            found[line.split("\t")[0]] = section
    return found


def table() -> Iterator[list[Row]]:
    """The rows of the table, those of one sentence together; a row without a sentence belongs to the one above."""
    together: list[Row] = []
    for line in lines("pledges_phrases.tsv")[1:]:
        row = Row(*line.split("\t"))
        if row.sentence and together:
            yield together
            together = []
        together.append(row)
    yield together


@cache
def cases() -> tuple[Case, ...]:
    """Every sentence of the table, read."""
    return tuple(_case(rows) for rows in table())


def test_the_table_is_broad() -> None:
    every = list(table())
    ukraine = [r for r in every if any(">ua" in row.who for row in r)]
    recipients = {row.who.split(">")[1] for rows in every for row in rows}
    assert len({(rows[0].before, rows[0].sentence) for rows in every}) == len(every) >= 450
    assert len(ukraine) * 3 <= len(every)
    assert len(recipients) >= 25
    assert len(set(lines("pledges_silent.txt"))) >= 200
    assert len(set(lines("pledges_moods.txt"))) >= 100
    assert {mood for line in lines("pledges_moods.txt") for _, mood in _MARK.findall(line)} == {
        "asserted",
        "hypothetical",
        "denied",
    }


def test_what_is_pledged_is_found() -> None:
    pairs = [pair for case in cases() for pair in case.pairs]
    missed = [row for row, found in pairs if found is None]
    for case in cases():
        for row, found in case.pairs:
            if found is None:
                print(f"missed: {case.sentence} [{row.who} {row.item}]")
    _hold("found", 1 - len(missed) / len(pairs))


def test_every_field_is_right() -> None:
    pairs = [pair for case in cases() for pair in case.pairs]
    right = sum(found is not None and not _wrong(row, *found) for row, found in pairs)
    for case in cases():
        for row, found in case.pairs:
            if found is not None and (wrong := _wrong(row, *found)):
                print(f"wrong: {case.sentence} [{row.item}] {'; '.join(wrong)}")
    _tell(
        "pledges_phrases.tsv",
        [(c.sentence, f is not None and not _wrong(row, *f)) for c in cases() for row, f in c.pairs],
    )
    _hold("strict", right / len(pairs))


def test_nothing_more_is_read_than_is_said() -> None:
    spare = sum(len(case.spare) for case in cases())
    found = sum(pair[1] is not None for case in cases() for pair in case.pairs)
    for case in cases():
        for claim, pledge in case.spare:
            print(f"more: {case.sentence} {_told(claim, pledge)}")
    _hold("precise", found / (found + spare))


def test_silence() -> None:
    sentences = lines("pledges_silent.txt")
    heard = [(sentence, found) for sentence in sentences if (found := claims(sentence))]
    for sentence, found in heard:
        for claim, pledge in found:
            print(f"heard: {sentence} {_told(claim, pledge)}")
    _tell("pledges_silent.txt", [(s, s not in {one for one, _ in heard}) for s in sentences])
    _hold("silent", 1 - len(heard) / len(sentences))


def test_moods() -> None:
    sentences = lines("pledges_moods.txt")
    faults = [(sentence, _mood_fault(sentence)) for sentence in sentences]
    wrong = [fault for _, fault in faults if fault]
    for fault in wrong:
        print(f"mood: {fault}")
    _tell("pledges_moods.txt", [(sentence, fault is None) for sentence, fault in faults])
    _hold("moods", 1 - len(wrong) / len(sentences))


def test_every_field_quotes_the_sentence() -> None:
    for case in cases():
        for claim, _ in (*case.spare, *(found for _, found in case.pairs if found is not None)):
            quote, span = claim.evidence.quote, claim.evidence.span
            assert len(quote) == span.stop - span.start
            assert quote in _text(case.pairs[0][0].before.removeprefix("we: "), case.sentence)
            assert span.start <= claim.evidence.anchor < span.stop


def _tell(name: str, checked: list[tuple[str, bool]]) -> None:
    """Print how many are right under each comment of a table."""
    under = sections(name)
    for section in dict.fromkeys(under.values()):
        right = [good for sentence, good in checked if under[sentence] == section]
        print(f"section: {sum(right)} of {len(right)}: {section}")


def _hold(name: str, share: float) -> None:
    print(f"{name}: {share:.3f}, floor {FLOORS[name]}")
    assert share >= FLOORS[name]


def _case(rows: list[Row]) -> Case:
    sentence, before = rows[0].sentence, rows[0].before
    speaks_for = None
    if before.startswith("we: "):
        speaks_for, _, before = before.removeprefix("we: ").partition(" / ")
    text = _text(before, sentence)
    start = len(text) - len(_text(sentence))
    spare = [c for c in _read(text, speaks_for) if c[0].evidence.anchor >= start]
    pairs: dict[int, tuple[Claim, Pledge]] = {}
    for likely in (True, False):
        for at, row in enumerate(rows):
            if at not in pairs and (best := _best(row, spare, likely)) is not None:
                pairs[at] = best
                spare.remove(best)
    return Case(sentence, tuple((row, pairs.get(at)) for at, row in enumerate(rows)), tuple(spare))


def _text(*told: str) -> str:
    """What is told, a block a paragraph; in the table blocks are parted by a slash."""
    return "\n\n".join(x for x in told if x).replace(" / ", "\n\n")


def _read(text: str, speaks_for: str | None) -> list[tuple[Claim, Pledge]]:
    """The pledges of a text; a paragraph after a dash is a bullet, and one that ends in a colon heads a list."""
    blocks: list[Block] = []
    start = 0
    for words in text.split("\n\n"):
        skip = len(_BULLET) if words.startswith(_BULLET) else 0
        kind: BlockKind = "bullet" if skip else "list_header" if words.endswith(":") else "paragraph"
        blocks.append(Block(Span(start + skip, start + len(words)), kind))
        start += len(words) + 2
    made = annotate(Report("r1", text, Source(speaks_for=speaks_for, published=ON), blocks=tuple(blocks)))
    return [(c, c.event) for c in pledges(made, views(made)) if isinstance(c.event, Pledge)]


def _best(row: Row, found: list[tuple[Claim, Pledge]], likely: bool) -> tuple[Claim, Pledge] | None:
    """The claim with the fewest faults among those that tell of the same thing: its figures are right, or its words."""
    fitting = [f for f in found if _figures(row, f[1]) and (not likely or _same_thing(row, f[1]))]
    fitting = fitting or [f for f in found if _same_thing(row, f[1]) and row.item != ANY]
    return min(fitting, key=lambda f: len(_wrong(row, *f)), default=None)


def _figures(row: Row, pledge: Pledge) -> bool:
    """Whether the row has a figure and the claim has it too."""
    has = bool(row.low or row.high or row.money)
    return (has and not _wrong_figures(row, pledge)) or (not has and row.item == ANY)


def _same_thing(row: Row, pledge: Pledge) -> bool:
    if row.item == ANY:
        return True
    wanted, read = _words(row.item), _words(pledge.item or "")
    return len(wanted & read) * 2 >= max(1, min(len(wanted), len(read)))


def _words(text: str) -> set[str]:
    return {w.rstrip("s") for w in re.findall(r"[\w/-]+", text.lower())} - _SMALL


def _wrong(row: Row, claim: Claim, pledge: Pledge) -> list[str]:
    """The fields that differ, each with what was wanted and what was read."""
    donors, _, recipient = row.who.partition(">")
    fields = (
        ("donors", donors, ",".join(sorted(pledge.donors))),
        ("recipient", recipient, pledge.recipient or ""),
        ("step", row.step, pledge.step),
        ("scope", row.scope, pledge.scope),
        ("mood", row.mood, claim.mood),
    )
    wrong = [f"{name} {wanted or '-'} not {read or '-'}" for name, wanted, read in fields if not _is(wanted, read)]
    if not _same_thing(row, pledge):
        wrong.append(f"item {row.item} not {pledge.item}")
    return wrong + _wrong_figures(row, pledge)


def _is(wanted: str, read: str) -> bool:
    return wanted == ANY or sorted(wanted.split(",")) == sorted(read.split(","))


def _wrong_figures(row: Row, pledge: Pledge) -> list[str]:
    quantity, money = pledge.quantity, pledge.money
    count = (_number(row.low), _number(row.high))
    read = (quantity.low, quantity.high) if quantity else (None, None)
    wrong = [] if count == read else [f"count {count} not {read}"]
    wanted = (*_bounds(row.money), row.currency or None)
    sum_read = (money.low, money.high, money.currency) if money else (None, None, None)
    return wrong if wanted == sum_read else [*wrong, f"money {wanted} not {sum_read}"]


def _bounds(text: str) -> tuple[float | None, float | None]:
    """ "5e6" is exact, "5e6.." at least, "..5e6" at most."""
    low, dots, high = text.partition("..")
    return (_number(low), _number(high)) if dots else (_number(low), _number(low))


def _number(text: str) -> float | None:
    return float(text) if text else None


def _told(claim: Claim, pledge: Pledge) -> str:
    amount = pledge.money or pledge.quantity
    return (
        f"[{','.join(pledge.donors)}>{pledge.recipient} {pledge.item} {amount} {pledge.step} {claim.mood} {claim.rule}]"
    )


def _mood_fault(marked: str) -> str | None:
    """What is wrong with the mood of the marked words; None where it is right."""
    mark = _MARK.search(marked)
    assert mark is not None
    sentence = marked[: mark.start()] + mark[1] + marked[mark.end() :]
    inside = range(mark.start(), mark.start() + len(mark[1]))
    moods = [claim.mood for claim, _ in claims(sentence) if claim.evidence.anchor in inside]
    return None if moods and set(moods) == {mark[2]} else f"{marked} read {moods}"

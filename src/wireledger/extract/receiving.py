"""Who receives: candidates from the sentence and from the report's memory, chosen by learned weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from wireledger.extract.choice import Candidate, Chosen, chosen, merged
from wireledger.extract.memory import NEIGHBOURS, Known
from wireledger.extract.parts import Case, Row, parts, rows, standing
from wireledger.extract.view import View
from wireledger.lexicon.parties import states
from wireledger.model import Party

TABLE = "recipient_weights.csv"
_OTHERS = frozenset(
    "organisations organizations organisation organization agencies ngos neighbours neighbors neighbouring neighboring"
    " partners allies refugees civilians victims communities region countries nations states fund funds rights"
    " programme program programmes programs authorities people millions those europe".split()
)
_RECEIVING = frozenset(
    "army military forces troops soldiers pilots people government side authorities police navy air defenders crews"
    " refugees civilians armed security personnel".split()
)


def recipient_candidates(case: Case, giving: tuple[str, ...]) -> list[Candidate]:
    """Everybody who may receive what is offered, each set of parties once; the last is nobody."""
    said = [
        Candidate(
            codes,
            tuple(case.view.span(m) for m in row.mentions),
            "said",
            False,
            frozenset((*parts(case, row), *_of_row(case.view, row), *_common(case, codes, giving), "said")),
        )
        for row, codes in _rows(case.view)
    ]
    forced = [c for c in said if "gapped to" in c.marks]
    if (repaid := _repaid(case, giving, said)) is not None:
        forced = [repaid]
    if forced:
        return merged(forced)
    carried: Iterable[Candidate] = () if any(_is_told(c) for c in said) else _carried(case, giving)
    found = [] if _goes_to_neighbours(case) else merged([c for c in (*said, *carried) if not _cannot(c)])
    nobody = {"nobody", f"nobody | {case.deed}", f"nobody | parties {bool(said)}"}
    if case.head is not None:
        nobody.add(f"nobody | head {case.head.recipient is not None}")
    if not case.memory.ranked:
        nobody.add("nobody | nobody helped")
    nobody.update(_others(case))
    return [*found, Candidate((), (), "none", False, frozenset(nobody))]


_GIVEN_TO = ("to right behind", "to behind", "object | give", "doer | receive", "doer | request")
_REACHED = ("to ", "for ", "object", "doer | receive", "doer | request", "into ", "towards ")


_TOWARDS = frozenset("to for among across".split())


def _others(case: Case) -> Iterator[str]:
    """ "to international organisations", "for refugees": what goes to some who are not named."""
    view, last = case.view, case.offer.last
    for at in range(last, last + 4):
        if view.lower(at) in _TOWARDS:
            near = range(at + 1, at + 6)
            if any(i in view.at and isinstance(view.at[i].thing, Party) for i in near):
                return
            word = next((view.lower(i) for i in near if view.lower(i) in _OTHERS), None)
            if word is not None:
                yield "nobody | to others"
                yield f"nobody | to {word}"
            else:
                yield f"nobody | {view.lower(at)} something"
            return


_RETURNS = frozenset(("return", "exchange"))


def _repaid(case: Case, giving: tuple[str, ...], said: list[Candidate]) -> Candidate | None:
    """ "In return Canberra offers trucks": what is given back goes to whoever gave before, where no other is named."""
    view, known = case.view, case.memory.last_donors
    if known is not None and known.sentence == view.sentence.index:
        known = case.memory.donors_before  # the next thing of what is given back
    back = any(
        view.lower(at) == "in" and view.lower(at + 1) in _RETURNS and view.lower(at + 2) not in ("for", "to")
        for at in range(len(view.sentence.tokens))
    )
    named = any(mark in candidate.marks for candidate in said for mark in _GIVEN_TO)
    if (
        not back
        or named
        or case.deed not in ("give", "approve", "noun")
        or known is None
        or set(known.codes) & set(giving)
    ):
        return None
    return _remembered(case, known, "last", giving, view.sentence.index)


def _goes_to_neighbours(case: Case) -> bool:
    """ "the rest goes to neighbouring states": to others than the one helped."""
    last = case.offer.last
    words = [case.view.lower(at) for at in range(last, last + 6)]
    return any(one in _TOWARDS and two in NEIGHBOURS for one, two in pairwise(words))


def _cannot(candidate: Candidate) -> bool:
    """Nobody gives to itself, "the Czech plan" is no state; an attacker receives only what is said to go to it.

    What is given through a bank, at a meeting or within a coalition is not given to these; an organisation receives
    what is said to go to it.
    """
    if {"is the donor", "gapped"} & candidate.marks or "demonym of a thing" in candidate.marks:
        return True
    if "doer of saying" in candidate.marks and not any(mark.startswith(_REACHED) for mark in candidate.marks):
        return True  # who only tells of it receives nothing by that
    if not any(code in _states() for code in candidate.codes):
        given_to = any(mark in candidate.marks for mark in _GIVEN_TO)
        if candidate.carried or not given_to or "kind forum" in candidate.marks or "kind group" in candidate.marks:
            return True
    return "attacks" in candidate.marks and not any(mark.startswith(_REACHED) for mark in candidate.marks)


def _is_told(candidate: Candidate) -> bool:
    """ "will give Sudan 40 trucks": whoever stands between the verb of giving and the count is the one it goes to."""
    told = {"object | give", "right before its count"} <= candidate.marks or bool(
        {"handed over", "gapped to"} & candidate.marks
    )
    return told and not _cannot(candidate)


@cache
def _states() -> frozenset[str]:
    return frozenset(state.code for state in states())


def receiver(case: Case, giving: tuple[str, ...]) -> Chosen:
    """The likeliest recipients of an offer that these parties give."""
    return chosen(recipient_candidates(case, giving), TABLE)


def _rows(view: View) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """The rows with their codes; "Ukraine and its neighbours" is more than one."""
    for row in rows(view):
        last = row.mentions[-1].last
        tail = {view.lower(i) for i in range(last + 1, last + 5)}
        shared = view.lower(last) in ("and", ",") and bool(tail & NEIGHBOURS)
        yield row, (*row.codes, "neighbouring-states") if shared and len(row.codes) == 1 else row.codes


def _of_row(view: View, row: Row) -> Iterator[str]:
    following = view.lower(row.mentions[-1].last)
    if following in ("'s", "'") and _is_handed_over(view, row):
        yield from ("to right behind", "handed over")
    if row.party.named_by == "demonym":
        owned = following.isalpha() and following not in _RECEIVING and following not in _GOES_ON
        yield "demonym of people" if following in _RECEIVING else "demonym of a thing" if owned else "demonym alone"


def _is_handed_over(view: View, row: Row) -> bool:
    """ "at Chile's disposal", "are to become Chile's": words that make a thing another's."""
    return view.lower(row.mentions[-1].last + 1) == "disposal" or view.lower(row.mention.first - 1) == "become"


_GOES_ON = frozenset("and or in by on as for to with from after before during against who which that".split())


def _common(case: Case, codes: tuple[str, ...], giving: tuple[str, ...]) -> Iterator[str]:
    yield from standing(codes, case.memory)
    if set(codes) & set(giving):
        yield "is the donor"
    main = case.memory.main_recipient
    if main is not None and set(main.codes) <= set(giving):
        yield "the helped gives"


def _carried(case: Case, giving: tuple[str, ...]) -> Iterator[Candidate]:
    memory, index = case.memory, case.view.sentence.index
    for known, how in (
        (memory.last_recipient, "last"),
        (memory.package.recipient if memory.package else None, "package"),
        (memory.list_package.recipient if memory.list_package else None, "list"),
        (memory.titled_recipient, "title"),
        (case.head.recipient if case.head else None, f"head {case.head.how if case.head else ''}"),
        *((known, f"helped{rank}") for rank, known in enumerate(memory.ranked)),
    ):
        if known is not None and known.codes:
            yield _remembered(case, known, how, giving, index)


def _remembered(case: Case, known: Known, how: str, giving: tuple[str, ...], index: int) -> Candidate:
    age = "" if how.startswith(("helped", "title")) else " far" if index - known.sentence > 3 else " near"
    marks = {f"carried {how}{age}", f"carried {how} | {case.deed}", "carried", f"carried | {case.deed}"}
    marks |= set(_common(case, known.codes, giving))
    marks.add(f"carried, named {case.memory.since_named(known.codes, case.view.sentence.index)}")
    block = case.view.sentence.block_kind
    if block in ("bullet", "list_header", "headline"):
        marks.add(f"carried {how} | {block}")
    return Candidate(known.codes, known.spans, "carried", True, frozenset(marks))

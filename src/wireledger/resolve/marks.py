"""Marks by which a ledger finds again what one more report may concern, without looking at all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import product

from wireledger.model import Claim, Judgement, Pledge, Report
from wireledger.resolve.articles import article_of
from wireledger.resolve.block import Key, keys, questions
from wireledger.resolve.echoes import echo_marks
from wireledger.resolve.givers import ANY
from wireledger.resolve.line import NO_ENDS, Line, count_of
from wireledger.resolve.told import LATE, Told
from wireledger.resolve.totals import collective, sides, sum_keys
from wireledger.store.marks import Mark

KEPT_APART = frozenset({"report", "copy"})  # keys that hang on a report or a voice: their lines are found by these


def number_of(*words: object) -> int:
    """The number of some words and figures: 64 bits with a sign."""
    told = repr(words).encode("utf-8", "backslashreplace")
    return int.from_bytes(blake2b(told, digest_size=8).digest(), "big", signed=True)


ALL = "**"
JUDGED = number_of("judged")  # whether anybody judged at all


def marks_of_report(report: Report, voice: str) -> Iterator[Mark]:
    """Where a report is found: by its day, its text, its article and its voice."""
    published = report.source.published.last if report.source.published else None
    yield Mark(number_of("day"), report.id, (published or LATE).isoformat(), report.id)
    for number in echo_marks(report):
        yield Mark(number, report.id, "", report.id)
    yield Mark(number_of("article", article_of(report)), report.id, "", report.id)
    yield Mark(number_of("voice", voice), report.id, "", report.id)


def marks_of_line(line: Line) -> dict[Key, Mark]:
    """Where a line that others may join is found: by each key of its claims, at the last claim that has the key.

    The name tells that claim and the first one of the line. `line` is as claims that come see it.
    """
    last = {key: told for told in line.told for key in keys(told) if key[0] not in KEPT_APART}
    return {key: _last_told(key, told, line) for key, told in last.items()}


def mark_at(number: int, told: Told) -> Mark:
    """A claim under a number, at its place in the ledger's order."""
    day, report, anchor, start, name = told.order
    return Mark(number, name, day.isoformat(), report, anchor, start)


def _last_told(key: Key, told: Told, line: Line) -> Mark:
    return mark_at(number_of(*key), told)._replace(name=f"{told.id} {line.first.id}")


def marks_of_strays(strays: Iterable[Told], late: Iterable[str]) -> Iterator[Mark]:
    """What nobody was told to give, by all it looks for: what comes may be its line. And what was placed late (ids)."""
    for told in strays:
        yield from (Mark(number_of("asks", *key), told.id) for key in {*questions(told)})
    yield from (Mark(placed_late(name), name) for name in late)


def placed_late(claim: str) -> int:
    """The number of a claim that stands in its line only since all others were placed."""
    return number_of("late", claim)


def marks_of_judged(judgements: Iterable[Judgement], claims: Iterable[Claim]) -> Iterator[Mark]:
    """The claims on which a person's judgement stands, and their reports; those that are not there yet too."""
    told = [*judgements]
    names = {name for judgement in told for name in (judgement.left, judgement.right)}
    names |= {name for judgement in told for spot in judgement.spots for name in (spot.claim, spot.report)}
    names |= {claim.evidence.report for claim in claims if names and claim.id in names}
    if names:
        yield Mark(JUDGED, "")
    yield from (Mark(judged(name), name) for name in sorted(names - {""}))


def judged(name: str) -> int:
    """The number of a claim on which a judgement stands, or of its report."""
    return number_of("judged", name)


def marks_of_totals(totals: Iterable[Told]) -> Iterator[Mark]:
    """Totals with a count that speak of no line, by all lines whose count they may have."""
    for told in totals:
        event = told.claim.event
        if isinstance(event, Pledge) and count_of(event) != NO_ENDS:
            yield Mark(restated(frozenset(event.donors), count_of(event)), told.id)


def marks_of_speaking(totals: Iterable[Told]) -> Iterator[Mark]:
    """Totals, by who gave to whom what they may count; a sum without a line of its own also by either side."""
    for told in totals:
        event = told.claim.event
        if isinstance(event, Pledge):
            givers = {ANY} if collective(event.donors) else {*event.donors}
            given = {*product(givers, (event.recipient or ANY, ALL)), *product(sides(told), (ANY, ALL))}
            yield from (mark_at(speaking(*pair), told) for pair in given)


def speaking(giver: str, whom: str) -> int:
    """The number of totals of what somebody (or ANY) gave to one recipient, to whomever (ANY), or of both (ALL)."""
    return number_of("speaks", giver, whom)


def marks_of_doubts(doubts: Mapping[str, Line]) -> Iterator[Mark]:
    """Claims that fitted a second line nearly as well, by their own id and by the id of that line's first claim.

    The name tells both.
    """
    for name, line in doubts.items():
        yield from (Mark(doubted(one), f"{name} {line.order[4]}") for one in (name, line.order[4]))


def doubted(claim: str) -> int:
    """The number of what was doubtful about a claim, or the line that it is the first of."""
    return number_of("doubt", claim)


def marks_of_extras(lines: Iterable[Line]) -> Iterator[Mark]:
    """Top-ups, by the donors and recipients whose lines they may add to."""
    for line in lines:
        event = line.first.claim.event
        if isinstance(event, Pledge) and event.scope == "extra":
            yield from (mark_at(topped_up(donors, line.recipients), line.first) for donors in line.donors)


def topped_up(donors: Iterable[str], recipients: Iterable[str]) -> int:
    """The number of top-ups that these donors give to these recipients."""
    return number_of("extra", sorted(donors), sorted(recipients))


def restated(donors: frozenset[str], ends: tuple[float | None, float | None]) -> int:
    """The number of totals of these donors with this count."""
    return number_of("total", sorted(donors), ends)


def marks_of_recalled(lines: Iterable[Line]) -> Iterator[Mark]:
    """Recalled packages, by the sums that may add up to them."""
    for line in lines:
        if recalled(line):
            yield from (Mark(recall(key), line.first.id) for key in sum_keys(line))


def recalled(line: Line) -> bool:
    """Whether it is a package that is only looked back on."""
    return line.package and line.scopes == {"earlier"} and bool(line.sums)


def recall(key: Key) -> int:
    """The number of recalled packages that are found by such a key."""
    donors, *rest = key
    assert isinstance(donors, frozenset)
    return number_of("recalled", sorted(donors), *rest)

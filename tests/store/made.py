"""Made-up reports, claims and entries for tests of the ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime

from wireledger.model import (
    Block,
    Check,
    Claim,
    Days,
    Disagreement,
    Entry,
    Event,
    Field,
    Interval,
    Membership,
    Money,
    Pledge,
    Problem,
    Quantity,
    Report,
    Source,
    Span,
    Step,
    day,
    evidence,
)

NOON = datetime(2023, 5, 1, 12, tzinfo=UTC)
LATER = datetime(2023, 6, 1, 12, tzinfo=UTC)
TEXT = "Oslo will hand over 8 tanks\nbefore the summer. “Ōdd” \U0001f69c \ud800 \x00 text."


def report(name: str = "r1", text: str = TEXT) -> Report:
    """A report that uses every field."""
    days = Interval(date(2023, 2, 3), date(2023, 2, 4))
    source = Source("Fjord Post", "https://fjord.example/1", "Northwire", ("A. B.", "C."), "no", days, "given")
    blocks = (Block(Span(0, 10), "headline"), Block(Span(10, 20), "bullet", 2))
    problems = (Problem("odd", "An odd sign stands there.", name, Span(3, 4)),)
    checks = (Check("odd", "Another sign stands where it should.", Span(5, 6)),)
    return Report(name, text, source, "Tanks", "en", blocks, problems, checks)


def pledge(**fields: object) -> Pledge:
    """A promise of 8 tanks; `fields` change it."""
    shape: dict[str, object] = {
        "donors": ("no",), "recipient": "ua", "recipients": ("ua",), "item": "tanks", "category": "tank",
        "model": None, "quantity": Quantity(8, 8), "money": Money(1.5, None, "EUR", True), "step": "promised",
        "scope": "new", "due": Days("summer", Interval(date(2023, 6, 1), None)), "when": None, "forum": None,
    }  # fmt: skip
    return Pledge(**{**shape, **fields})  # type: ignore[arg-type]


def claim(of: Report, start: int = 0, event: Event | None = None) -> Claim:
    """A claim on 10 characters of the report."""
    where = evidence(of, Span(start, start + 10), start, (Field("low", (Span(start, start + 2),), True),))
    told = event or pledge()
    return Claim(where, told, "asserted", "pledges/hand-over", 0.8125, "Oslo", (("Ann", "ann-ash"),), ("row 1",))


def entry(name: str, claims: tuple[str, ...], count: int = 8, checks: tuple[str, ...] = ()) -> Entry:
    """An entry that uses every field."""
    event = pledge(quantity=Quantity(count, None))
    steps = (Step("promised", day(date(2023, 2, 3)), count, None, claims), Step("delivered", None, None, 2.5, claims))
    wrong = (Disagreement("low", (("8", claims), ("null", ())), "first"),)
    return Entry(name, event, steps, claims, 2, True, "a", "b", "c", wrong, date(2023, 2, 3), ("same item",), checks)


def member(name: str, claims: tuple[str, ...]) -> Entry:
    """An entry of another kind, with nothing that can be left out."""
    return Entry(name, Membership("fi", "nato", "joined", ("tr",)), (), claims, 1, False)

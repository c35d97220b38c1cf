"""Makes the claim of a pledge from its reading: the event, and for each field the words it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from wireledger.extract.forums import Meetings, forums
from wireledger.extract.offers import Offer
from wireledger.extract.readings import Reading
from wireledger.extract.times import announced, due_of, when_of
from wireledger.extract.view import View
from wireledger.lexicon.parties import currencies
from wireledger.model import (
    Claim,
    Days,
    Document,
    Field,
    Mention,
    Money,
    Pledge,
    Quantity,
    Span,
    evidence,
    hull,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a report tells around its pledges: the sentences, and the meetings it names."""

    document: Document
    views: tuple[View, ...]
    meetings: Meetings


def telling(document: Document, views: Sequence[View], title: Sequence[View]) -> Telling:
    """What the claims of a report's pledges are told with."""
    return Telling(document, tuple(views), forums(document, views, title))


def claim_of(told: Telling, view: View, reading: Reading, confidence: float) -> Claim:
    """The claim of a reading, with a span for each field."""
    offer, document, sentence = reading.offer, told.document, view.sentence
    giving = reading.donors.codes if reading.donors else ()
    quantity, money = _quantity(offer), _in_own_currency(_money(offer), view.text(offer.first, offer.last), giving)
    due, forum, when = due_of(document, view, offer), told.meetings.where(view, reading), _when(told, view, reading)
    thing = reading.thing
    recipients_ = reading.recipient.codes if reading.recipient else ()
    fields = _fields(view, reading)
    pledge = Pledge(
        donors=giving,
        recipient=recipients_[0] if len(recipients_) == 1 else None,
        recipients=recipients_,
        item=offer.words,
        category=thing.category if thing else None,
        model=thing.model if thing else None,
        quantity=quantity,
        money=money,
        step=reading.step.step,
        scope=reading.scope,
        due=due[0] if due else None,
        when=when.days if when else None,
        forum=forum.code if forum else None,
    )
    spans = [*fields, *([Field("due", (due[1],))] if due else [])]
    spans += [Field(name, (f.span,), f.carried) for name, f in (("when", when), ("forum", forum)) if f]
    anchor = sentence.tokens[offer.anchor].start
    where = evidence(document.report, _quote(view, spans), anchor, tuple(spans))
    return Claim(where, pledge, reading.step.mood, reading.rule, confidence, trace=reading.trace)


class _When(NamedTuple):
    days: Days
    span: Span
    carried: bool


def _when(told: Telling, view: View, reading: Reading) -> _When | None:
    """When a pledge was made, as its sentence says; a line of a package was announced with the package."""
    use = reading.governor.use if reading.governor else None
    here = when_of(told.document, view, reading.offer, use)
    if here is not None:
        return _When(*here, False)
    if reading.rule != "pledges/package" or reading.step.step not in ("promised", "approved"):
        return None
    found = announced(told.document, told.views, view.sentence.index)
    return _When(*found, True) if found else None


def _quantity(offer: Offer) -> Quantity | None:
    if offer.quantity is not None and isinstance(offer.quantity.thing, Quantity):
        return offer.quantity.thing
    return Quantity(offer.single, offer.single) if offer.single else None


def _money(offer: Offer) -> Money | None:
    return offer.money.thing if offer.money is not None and isinstance(offer.money.thing, Money) else None


def _in_own_currency(money: Money | None, words: str, giving: tuple[str, ...]) -> Money | None:
    """A sum in a currency word that states share ("kroner") is in the giver's own, where that has such a word."""
    if money is None or money.currency is not None or len(giving) != 1:
        return money
    said = frozenset(words.lower().split())
    own = [c.code for c in currencies() if c.state == giving[0] and said & set(c.words)]
    return replace(money, currency=own[0]) if own else money


def _fields(view: View, reading: Reading) -> list[Field]:
    offer = reading.offer
    found: list[Field] = []
    for name, known in (("donors", reading.donors), ("recipient", reading.recipient)):
        if known is not None and known.spans:
            found.append(Field(name, known.spans, name in reading.carried))
    if offer.quantity is not None:
        found.append(Field("low", (view.span(offer.quantity),)))
    elif offer.single:
        found.append(Field("low", (view.sentence.place(offer.anchor, offer.anchor + 1),)))
    if offer.money is not None:
        found += _of_sum(view, offer.money)
    if offer.item is not None:
        found.append(
            Field("item", (view.sentence.place(offer.item.first, offer.last if offer.money else offer.item.last),))
        )
    if reading.governor is not None and reading.governor.use is not None:
        use = reading.governor.use
        found.append(Field("step", (view.sentence.place(use.start, use.last),), "step" in reading.carried))
    return found


def _of_sum(view: View, money: Mention) -> Iterator[Field]:
    """Where a sum stands and, for one that leaves its currency out, where that was named."""
    yield Field("money_low", (view.span(money),))
    if money.borrowed is not None:
        yield Field("currency", (money.borrowed,), not view.sentence.span.holds(money.borrowed))


def _quote(view: View, fields: list[Field]) -> Span:
    """The sentence, or where it is long the stretch that holds the fields said in it."""
    whole = view.sentence.span
    if whole.stop - whole.start <= 320:
        return whole
    here = [s for f in fields for s in f.spans if whole.holds(s)]
    return hull(here) if here else whole

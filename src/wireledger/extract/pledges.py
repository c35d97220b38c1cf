"""Reads pledges: every thing that may be given in a sentence, governed by a verb or noun of help, with who, to whom, how far.

What the sentence does not name is carried from the report's memory, and says so: "we", "the package", lists under a
header. What no word of help governs, or what helps nobody else, stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireledger.extract.confidence import pledge_confidence
from wireledger.extract.govern import Governor, governor
from wireledger.extract.memory import Known, Memory, Package, is_fresh, memory
from wireledger.extract.offers import Offer, offers
from wireledger.extract.roles import Role, donors, recipients
from wireledger.extract.scope import scope_of
from wireledger.extract.steps import Step
from wireledger.extract.times import due_of, when_of
from wireledger.extract.view import View
from wireledger.model import (
    Claim,
    Document,
    Field,
    Money,
    Pledge,
    Quantity,
    Scope,
    Span,
    evidence,
    hull,
)

_WE = frozenset("we our us".split())
_IT = frozenset("it they he she its their his".split())
_LISTS = frozenset(("include", "comprise", "contain", "consist of"))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One offer with all that was found for it."""

    offer: Offer
    governor: Governor | None
    step: Step
    donors: Known | None
    recipient: Known | None
    scope: Scope
    carried: frozenset[str]
    rule: str
    trace: tuple[str, ...]


def pledges(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The pledge claims of a document, in order of place."""
    remembered = memory(document, views)
    found: list[Claim] = []
    for view in views:
        found += _sentence(document, view, remembered)
    return tuple(found)


def _sentence(document: Document, view: View, remembered: Memory) -> Iterator[Claim]:
    kind = view.sentence.block_kind
    if kind not in ("bullet",):
        remembered.list_package = None if kind not in ("list_header",) else remembered.list_package
    readings: list[_Reading] = []
    for offer in offers(view):
        reading = _read(document, view, offer, remembered, readings)
        if reading is not None:
            readings.append(reading)
            _remember(view, reading, remembered)
    _remember_named(view, remembered)
    for reading in readings:
        yield _claim(document, view, reading)


def _read(document: Document, view: View, offer: Offer, remembered: Memory, earlier: list[_Reading]) -> _Reading | None:
    """The reading of one offer, or None where nothing speaks of help."""
    found = governor(view, offer)
    listed = _listed(view, offer, found, remembered, earlier)
    if listed is not None:
        return listed
    step, rule = _step(view, offer, found)
    if step is None:
        return None
    said = donors(view, offer, found)
    giving, carried_donors = _donors(view, said, remembered, offer, found)
    received = recipients(view, offer, found, giving.codes if giving else ())
    recipient, carried_recipient = _recipient(view, received, remembered, giving)
    carried = frozenset(
        name for name, is_carried in (("donors", carried_donors), ("recipient", carried_recipient)) if is_carried
    )
    if not _speaks_of_help(offer, found, giving, recipient, carried):
        return None
    published = document.report.source.published
    scope = scope_of(view, offer, found, published)
    trace = (
        f"offer «{view.text(offer.first, offer.last)}»",
        f"step row {step.row}" + (f" at «{view.text(found.use.start, found.use.last)}»" if found and found.use else ""),
        f"donors {said.how if said else 'carried' if giving else 'not known'}",
        f"recipient {received.how if received else 'carried' if recipient else 'not known'}",
    )
    return _Reading(offer, found, _progress(step, offer, scope), giving, recipient, scope, carried, rule, trace)


def _listed(
    view: View, offer: Offer, found: Governor | None, remembered: Memory, earlier: list[_Reading]
) -> _Reading | None:
    """A further item of a list: after "including", behind a comma in a row, or a bullet under a header."""
    before = _head_of_list(view, offer, found, earlier)
    if before is not None:
        return replace(
            before,
            offer=offer,
            governor=found or before.governor,
            rule="pledges/list",
            scope=before.scope,
            trace=(*before.trace, f"listed with «{view.text(before.offer.first, before.offer.last)}»"),
        )
    package = _package_of(view, offer, found, remembered)
    if package is None:
        return None
    carried = frozenset(("donors", "recipient", "step"))
    step = Step(package.step, package.mood, f"package-{package.row}")
    trace = (f"offer «{view.text(offer.first, offer.last)}»", "one line of the package told before")
    return _Reading(
        offer, found, step, package.donors, package.recipient, package.scope, carried, "pledges/package", trace
    )


def _head_of_list(view: View, offer: Offer, found: Governor | None, earlier: list[_Reading]) -> _Reading | None:
    if not earlier:
        return None
    before = earlier[-1]
    gap = range(before.offer.last, offer.first)
    words = [view.lower(i) for i in gap]
    own = found is not None and found.use is not None and before.offer.last <= found.use.first < offer.first
    if own:
        return None
    if any(w in ("including", "include", "includes", "included") for w in words) or words[:2] == ["such", "as"]:
        return before
    if (
        len(words) <= 6
        and words
        and words[0] in (",", "and", "as", "plus", "along", "or", "(")
        and not _clause(view, gap)
    ):
        return before
    return None


def _clause(view: View, gap: range) -> bool:
    return any(use.first in gap for use in view.uses)


def _package_of(view: View, offer: Offer, found: Governor | None, remembered: Memory) -> Package | None:
    """The package an item is a line of: bullets under a header, "the package includes", "these systems"."""
    package = remembered.list_package or remembered.package
    if package is None:
        return None
    sentence = view.sentence
    if sentence.block_kind == "bullet" and (found is None or found.use is None or found.behind):
        near = sentence.index - package.sentence <= 25
        return package if near and (remembered.list_package is not None or _is_bare(view, offer)) else None
    if sentence.index - package.sentence > 3:
        return None
    lists = [u for u in view.uses if u.verb.verb_class == "list" and u.last <= offer.first]
    if lists and (found is None or found.use is None or found.use.first < lists[0].first):
        return package
    return None


def _is_bare(view: View, offer: Offer) -> bool:
    return offer.first <= 4 and not view.uses


def _step(view: View, offer: Offer, found: Governor | None) -> tuple[Step | None, str]:
    if found is not None:
        name = found.use.verb.lemma.replace(" ", "-") if found.use else view.lower(found.noun or 0)
        return found.step, f"pledges/{name}"
    thing = offer.thing
    if offer.money is not None and thing is not None and thing.strength == "strong":
        return Step("promised", "asserted", "sum-alone"), "pledges/sum"
    if thing is not None and thing.strength == "strong" and thing.category.endswith("aid"):
        return Step("in_transit", "asserted", "aid-alone"), "pledges/aid"
    return None, ""


def _progress(step: Step, offer: Offer, scope: Scope) -> Step:
    """ "is sending" 14 new ones is a promise, "is sending" aid goes on."""
    if step.row == "is-giving" and scope in ("new", "extra") and (offer.quantity or offer.money):
        return Step("promised", "asserted", "is-giving-new")
    return step


def _donors(
    view: View, said: Role | None, remembered: Memory, offer: Offer, found: Governor | None
) -> tuple[Known | None, bool]:
    index = view.sentence.index
    if said is not None:
        return Known(said.codes, said.spans, index), False
    pronoun = _pronoun(view, found)
    if pronoun in _WE or (found is not None and pronoun is None and remembered.own_side and _has_word(view, _WE)):
        we = remembered.speaker if is_fresh(remembered.speaker, view.sentence, 3) else None
        if remembered.own_side:
            return Known((remembered.own_side,), we.spans if we else (), index), True
        if we is not None:
            return we, True
    requested = found is not None and found.step.step == "requested"
    if requested:
        return None, False
    if is_fresh(remembered.last_donors, view.sentence, 4):
        return remembered.last_donors, True
    if remembered.own_side:
        return Known((remembered.own_side,), (), index), True
    return None, False


def _has_word(view: View, wanted: frozenset[str]) -> bool:
    return any(w.lower in wanted for w in view.sentence.tokens)


def _pronoun(view: View, found: Governor | None) -> str | None:
    if found is None or found.use is None:
        return None
    for at in range(found.use.start - 1, max(-1, found.use.start - 8), -1):
        if view.lower(at) in _WE | _IT:
            return view.lower(at)
    return None


def _recipient(view: View, said: Role | None, remembered: Memory, giving: Known | None) -> tuple[Known | None, bool]:
    if said is not None:
        return Known(said.codes, said.spans, view.sentence.index), False
    own = giving.codes if giving else ()
    for known in (
        remembered.last_recipient if is_fresh(remembered.last_recipient, view.sentence, 8) else None,
        remembered.main_recipient,
    ):
        if known is not None and not set(known.codes) & set(own):
            return known, True
    return None, False


def _speaks_of_help(
    offer: Offer, found: Governor | None, giving: Known | None, recipient: Known | None, carried: frozenset[str]
) -> bool:
    """The gate: somebody else is helped, and the words for it are strong enough."""
    if recipient is None and giving is None:
        return False
    thing = offer.thing
    strong_item = thing is not None and thing.strength == "strong"
    strong_verb = found is not None and found.strong
    said_recipient = recipient is not None and "recipient" not in carried
    said_donors = giving is not None and "donors" not in carried
    points = 2 * strong_item + strong_verb + 2 * said_recipient + said_donors + (recipient is not None)
    if offer.money is not None and thing is None:
        points += 1
    if found is None:
        return points >= 5
    return points >= 3 + (thing is not None and not strong_item)


def _remember(view: View, reading: _Reading, remembered: Memory) -> None:
    if reading.step.step == "requested":
        return
    package = Package(
        reading.donors,
        reading.recipient,
        reading.step.step,
        reading.step.mood,
        reading.scope,
        view.sentence.index,
        reading.step.row,
    )
    remembered.package = package
    if view.sentence.block_kind == "list_header":
        remembered.list_package = package
    if reading.donors and "donors" not in reading.carried:
        remembered.last_donors = reading.donors
    if reading.recipient and "recipient" not in reading.carried:
        remembered.last_recipient = reading.recipient


def _remember_named(view: View, remembered: Memory) -> None:
    """Whoever speaks last with "said" is who "we" are."""
    for mention, party in view.parties():
        if (
            party.acts_for
            and party.kind == "person"
            and view.lower(mention.last) in ("said", "says", "told", "announced")
        ):
            remembered.speaker = Known((party.acts_for,), (view.span(mention),), view.sentence.index)


def _claim(document: Document, view: View, reading: _Reading) -> Claim:
    offer = reading.offer
    sentence = view.sentence
    quantity, money = _quantity(offer), _money(offer)
    due, when = due_of(document, view, offer), when_of(document, view, offer)
    thing = offer.thing
    recipients_ = reading.recipient.codes if reading.recipient else ()
    fields = _fields(view, reading)
    pledge = Pledge(
        donors=reading.donors.codes if reading.donors else (),
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
        when=when[0] if when else None,
    )
    spans = [*fields, *(Field(n, (s,)) for n, s in (("due", due and due[1]), ("when", when and when[1])) if s)]
    anchor = sentence.tokens[offer.anchor].start
    where = evidence(document.report, _quote(view, spans), anchor, tuple(spans))
    confidence = pledge_confidence(pledge, reading.carried, reading.governor, offer)
    return Claim(where, pledge, reading.step.mood, reading.rule, confidence, trace=reading.trace)


def _quantity(offer: Offer) -> Quantity | None:
    if offer.quantity is not None and isinstance(offer.quantity.thing, Quantity):
        return offer.quantity.thing
    return Quantity(offer.single, offer.single) if offer.single else None


def _money(offer: Offer) -> Money | None:
    return offer.money.thing if offer.money is not None and isinstance(offer.money.thing, Money) else None


def _fields(view: View, reading: _Reading) -> list[Field]:
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
        found.append(Field("money_low", (view.span(offer.money),)))
    if offer.item is not None:
        found.append(
            Field("item", (view.sentence.place(offer.item.first, offer.last if offer.money else offer.item.last),))
        )
    if reading.governor is not None and reading.governor.use is not None:
        use = reading.governor.use
        found.append(Field("step", (view.sentence.place(use.start, use.last),), "step" in reading.carried))
    return found


def _quote(view: View, fields: list[Field]) -> Span:
    """The sentence, or where it is long the stretch that holds the fields said in it."""
    whole = view.sentence.span
    if whole.stop - whole.start <= 320:
        return whole
    here = [s for f in fields for s in f.spans if whole.holds(s)]
    return hull(here) if here else whole

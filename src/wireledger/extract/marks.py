"""The features of a reading: what its confidence is summed from, by names a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.memory import Memory
from wireledger.extract.readings import Reading
from wireledger.extract.view import View
from wireledger.model import Money

_TROOPS = frozenset(("personnel", "troops"))


def marks_of(view: View, reading: Reading, remembered: Memory) -> frozenset[str]:
    """All features that hold of a reading."""
    return frozenset(_marks(view, reading, remembered))


def _marks(view: View, reading: Reading, remembered: Memory) -> Iterator[str]:
    yield "always"
    yield from _of_item(reading)
    yield from _of_governor(reading)
    yield from _of_parties(reading, remembered)
    yield from _of_place(view, reading, remembered)
    yield from _of_subject(view, reading)


def _of_item(reading: Reading) -> Iterator[str]:
    offer, thing = reading.offer, reading.offer.thing
    if offer.bare:
        yield "bare count"
        yield "bare count of a thing told" if reading.thing is not None else "bare count of nothing told"
    elif thing is None:
        yield "item none" if offer.words is None else "item purpose"
    else:
        yield f"item {thing.strength}"
        if thing.model:
            yield "item model"
        if thing.category in _TROOPS:
            yield "item troops"
            yield f"item troops to {reading.recipient_how}"
        if thing.category.endswith("aid") or thing.category in ("loan", "grant", "budget-support"):
            yield "item aid"
        if len(thing.words.split()) == 1:
            yield "item one word"
        if thing.words.lower().endswith("package"):
            yield "item package"
    if offer.quantity is not None:
        yield "count"
    elif offer.single:
        yield "single"
    if offer.money is not None:
        yield "money"


def _of_governor(reading: Reading) -> Iterator[str]:
    found = reading.governor
    if found is None:
        yield "governor none"
    else:
        yield "governor noun" if found.noun is not None else "governor verb"
        if found.use is not None:
            yield f"verb {found.use.verb.verb_class}"
            yield "verb strong" if found.use.verb.strong else "verb weak"
            if found.behind:
                yield "verb behind"
        if found.distance > 6:
            yield "verb far"
        if found.distance > 14:
            yield "verb very far"
    yield f"step {reading.step.step}"
    if reading.rule in ("pledges/list", "pledges/package"):
        yield f"rule {reading.rule}"


def _of_parties(reading: Reading, remembered: Memory) -> Iterator[str]:
    yield f"donors {reading.donors_how}"
    yield f"recipient {reading.recipient_how}"
    receiving = reading.recipient.codes if reading.recipient else ()
    if any(remembered.helped.get(code, 0) >= 4 for code in receiving):
        yield "recipient often helped"
    elif not any(remembered.helped.get(code, 0) >= 2 for code in receiving):
        yield "recipient seldom helped"
    if not reading.donors and reading.recipient_how == "carried":
        yield "neither party said"
    found, unsaid = reading.governor, ("none", "carried")
    said = reading.donors_how not in unsaid and reading.recipient_how not in (*unsaid, "mentioned")
    if said and found is not None and found.use is not None and found.use.verb.strong:
        yield "both parties said, strong verb"
    giving = reading.donors.codes if reading.donors else ()
    if remembered.main_recipient is not None and set(giving) & set(remembered.main_recipient.codes):
        yield "donor is the helped"
    if remembered.own_side is not None:
        yield "own side known"
        if remembered.own_side in giving:
            yield "donor own side"


_TRADE = frozenset(
    "sale sales sell sold sells ordered orders buying bought imports exports tariff tariffs itself".split()
)
_OWNS = frozenset("has have had owns".split())


def _of_subject(view: View, reading: Reading) -> Iterator[str]:
    """A thing the sentence is about, without a verb of help: "The Leopard 1 was built until ..."."""
    before = {view.lower(i) for i in range(max(0, reading.offer.first - 4), reading.offer.first)}
    if view.lower(reading.offer.first - 1) in _OWNS:
        yield "possession"
    if before & _TRADE or any(view.lower(i) in _TRADE for i in range(reading.offer.last, reading.offer.last + 3)):
        yield "trade"
    if reading.governor is None and reading.offer.first <= 2 and len(view.sentence.tokens) > reading.offer.last + 4:
        yield "sentence about the thing"


def _of_place(view: View, reading: Reading, remembered: Memory) -> Iterator[str]:
    yield f"block {view.sentence.block_kind}"
    if view.sentence.quoted[reading.offer.anchor]:
        yield "in quotes"
    near = remembered.package is not None and view.sentence.index - remembered.package.sentence <= 2
    yield "help near" if near else "help not near"
    yield f"topic {remembered.topic(view.sentence.index)}"
    before = view.lower(reading.offer.first - 1)
    if before in ("of", "on", "with", "against", "by", "from", "in", "to", "for"):
        yield f"after {before}"
    if view.lower(reading.offer.last) == "of" and reading.offer.money is None:
        yield "before of"
    if any(isinstance(m.thing, Money) for m in view.sentence.mentions) and reading.offer.money is None:
        yield "beside money"

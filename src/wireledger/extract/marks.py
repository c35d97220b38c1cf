"""The features of a reading: what its confidence is summed from, by names a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.mark_pairs import pairs_of
from wireledger.extract.memory import Memory
from wireledger.extract.parts import Case
from wireledger.extract.readings import Reading
from wireledger.extract.view import View
from wireledger.lexicon.other_business import other_business
from wireledger.model import Item, Money

_TROOPS = frozenset(("personnel", "troops"))


def marks_of(view: View, reading: Reading, remembered: Memory) -> frozenset[str]:
    """All features that hold of a reading, and pairs of those that matter together."""
    single = frozenset(_marks(view, reading, remembered))
    return single | frozenset(pairs_of(single))


def _marks(view: View, reading: Reading, remembered: Memory) -> Iterator[str]:
    yield "always"
    yield from _of_item(reading)
    yield from _of_governor(reading)
    yield from _of_parties(reading, remembered)
    yield from _of_place(view, reading, remembered)
    yield from _of_subject(view, reading)
    if reading.case is not None:
        yield from _of_clause(reading.case)
    yield from _of_words(view, reading)


_HANGING = frozenset("with on for of against to from into by".split())


def _of_clause(case: Case) -> Iterator[str]:
    """What the verbs around an offer do, of help or not: "fired eight shells", "the jets that Oslo sent landed"."""
    acts, offer = case.clauses.acts, case.offer
    left = next((a for a in reversed(acts) if a.last <= offer.first), None)
    right = next((a for a in acts if a.start >= offer.last), None)
    if left is None:
        yield "act before: none"
    else:
        gap = offer.first - left.last
        near = "right before" if gap <= 2 else "before" if gap <= 8 else "far before"
        yield f"act before: {left.verb.verb_class} {near}"
        yield f"verb before {left.tense}"
        yield f"left {left.verb.lemma}"
        if gap <= 3:
            yield f"left near {left.verb.lemma}"
    if right is not None and right.verb.verb_class == "list" and right.start - offer.last <= 6:
        yield "subject of a list"
    if right is None:
        yield "act behind: none"
    else:
        gap = right.start - offer.last
        near = "right behind" if gap <= 1 else "behind" if gap <= 6 else "far behind"
        yield f"act behind: {right.verb.verb_class} {near}"
        if gap <= 2:
            yield f"right {right.verb.lemma}"
    if case.governor is not None and case.use is not None:
        yield f"governed by {case.use.verb.lemma}"
        if left is not None and left.start != case.use.start and not case.governor.behind:
            yield f"other verb between {left.verb.verb_class}"
        doer = case.clauses.doer(case.use)
        yield f"governor's doer {'unknown' if doer is None else doer.how if doer.mention is not None else 'pronoun'}"


def _of_words(view: View, reading: Reading) -> Iterator[str]:
    """The plain words right before and behind an offer, and the head of the item."""
    offer = reading.offer
    for name, at in (("word before", offer.first - 1), ("second before", offer.first - 2), ("word behind", offer.last)):
        word = view.lower(at)
        if at in view.at:
            word = f"<{type(view.at[at].thing).__name__.lower()}>"
        yield f"{name} {word or 'none'}"
    before = view.lower(offer.first - 1)
    third = view.at.get(offer.first - 2)
    if before in _HANGING and third is not None and isinstance(third.thing, Item):
        yield f"hangs on a thing by {before}"
    near = {view.lower(i) for i in range(offer.first - 8, offer.last + 8)}
    whole = {token.lower for token in view.sentence.tokens}
    for name, words in other_business().items():
        if not words.isdisjoint(near):
            yield f"near {name}"
        elif not words.isdisjoint(whole):
            yield f"sentence of {name}"
    if offer.item is not None and offer.thing is not None:
        yield f"head {view.lower(offer.item.last - 1)}"
        yield f"category {offer.thing.category}"


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
            yield f"deed {found.use.verb.verb_class}"
            yield "verb strong" if found.use.verb.strong else "verb weak"
            if found.behind:
                yield "verb behind"
        if found.distance > 6:
            yield "verb far"
        if found.distance > 14:
            yield "verb very far"
    yield f"step {reading.step.step}"
    yield f"row {reading.step.row.removeprefix('package-')}"
    if reading.rule in ("pledges/list", "pledges/package"):
        yield f"rule {reading.rule}"


def _of_parties(reading: Reading, remembered: Memory) -> Iterator[str]:
    index = reading.case.view.sentence.index if reading.case is not None else 0
    for name, known in (("donors", reading.donors), ("recipient", reading.recipient)):
        if known is not None:
            yield f"{name} last named {remembered.since_named(known.codes, index)}"
    yield f"donors {reading.donors_how}"
    yield f"recipient {reading.recipient_how}"
    for name, chance in zip(("donors", "recipient"), reading.chances, strict=True):
        yield f"{name} {'sure' if chance >= 0.9 else 'likely' if chance >= 0.7 else 'doubtful'}"
    for mark in reading.parts:
        if not mark.startswith(("kind", "carried last", "carried package", "never", "several")) or " | " not in mark:
            yield mark
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
    told = reading.offer.quantity is not None or reading.offer.money is not None
    if told and reading.donors_how == "subject" and found is not None and found.use is not None:
        yield f"donor and figure said, {'strong' if found.use.verb.strong else 'weak'} verb"
    if remembered.main_recipient is not None and set(giving) & set(remembered.main_recipient.codes):
        yield "donor is the helped"
    if remembered.own_side is not None:
        yield "own side known"
        if remembered.own_side in giving:
            yield "donor own side"


_ATTACKS = frozenset(
    "fired firing launched attack attacks attacked barrage struck strikes strike downed destroyed shot massed captured"
    " intercepted hit shelled targeting target".split()
)
_TRADE = frozenset(
    "sale sales sell sold sells ordered orders buying bought imports exports tariff tariffs itself".split()
)
_OWNS = frozenset("has have had owns".split())


def _of_subject(view: View, reading: Reading) -> Iterator[str]:
    """A thing the sentence is about, without a verb of help: "The Leopard 1 was built until ..."."""
    before = {view.lower(i) for i in range(max(0, reading.offer.first - 4), reading.offer.first)}
    if view.lower(reading.offer.first - 1) in _OWNS:
        yield "possession"
    around = {view.lower(i) for i in range(reading.offer.first - 6, reading.offer.last + 5)}
    if around & _ATTACKS:
        yield "attack told of"
    if before & _TRADE or any(view.lower(i) in _TRADE for i in range(reading.offer.last, reading.offer.last + 3)):
        yield "trade"
    if reading.governor is None and reading.offer.first <= 2 and len(view.sentence.tokens) > reading.offer.last + 4:
        yield "sentence about the thing"


_HELP = frozenset("support assistance aid help".split())
_OPENS_LIST = frozenset(("including", "such", "as", "like", "—", "–", ":", ","))


def is_listed_as_help(view: View, reading: Reading) -> bool:
    """A thing in a list behind the word that says it is help: "nonlethal support — generators, tents and uniforms"."""
    at = reading.offer.first - 1
    while at >= 0 and reading.offer.first - at <= 12 and view.lower(at) not in _HELP:
        if any(use.first == at for use in view.uses) and view.lower(at) != "including":
            return False
        at -= 1
    opens = view.lower(at + 1) in ("including", "—", "–") or view.lower(at + 2) == "including"
    listed = view.lower(reading.offer.first - 1) in _OPENS_LIST | {"and", "other"}
    return view.lower(at) in _HELP and opens and listed


def _of_place(view: View, reading: Reading, remembered: Memory) -> Iterator[str]:
    yield f"block {view.sentence.block_kind}"
    if is_listed_as_help(view, reading):
        yield "listed as help"
    if view.sentence.quoted[reading.offer.anchor]:
        yield "in quotes"
    near = remembered.package is not None and view.sentence.index - remembered.package.sentence <= 2
    yield "help near" if near else "help not near"
    yield f"topic {remembered.topic(view.sentence.index)}"
    before = view.lower(reading.offer.first - 1)
    if before in ("of", "on", "with", "against", "by", "from", "in", "to", "for"):
        yield f"after {before}"
    if view.sentence.index == 0 and reading.governor is None and reading.offer.first <= 4:
        yield "opens the report" + (" with a sum" if reading.offer.money is not None else " with a thing")
    if view.lower(reading.offer.last) == "of" and reading.offer.money is None:
        yield "before of"
    if reading.offer.money is None:
        yield from _of_sums(view, reading)


_FOR = frozenset("for towards toward fund funding finance financing buy purchase cover on".split())
_EXAMPLES = frozenset("including include includes included such like".split())
_WORTH = frozenset("worth valued costing value totalling totaling".split())


def _of_sums(view: View, reading: Reading) -> Iterator[str]:
    """How a thing stands to a sum of its sentence: what the sum is for, one of its parts, worth it, or apart."""
    sums = [m for m in view.sentence.mentions if isinstance(m.thing, Money)]
    before = next((m for m in reversed(sums) if m.last <= reading.offer.first), None)
    behind = next((m for m in sums if m.first >= reading.offer.last), None)
    if before is not None:
        words = [view.lower(i) for i in range(before.last, reading.offer.first)]
        acts = reading.case.clauses.between(before.last, reading.offer.first) if reading.case is not None else ()
        if _EXAMPLES & set(words):
            yield "beside money: an example"
        elif _FOR & set(words[:3]):
            yield "beside money: what it is for"
        elif any(act.verb.verb_class not in ("plain", "be", "have") for act in acts):
            yield "beside money: a verb of its own"
        else:
            yield "beside money: right behind" if len(words) <= 2 else "beside money: apart"
    elif behind is not None:
        words = [view.lower(i) for i in range(reading.offer.last, behind.first)]
        yield "beside money: worth it" if _WORTH & set(words) else "beside money: a sum behind"

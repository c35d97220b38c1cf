"""The parties of a sentence seen from one offer: what part each may play, as features by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wireledger.extract.circumstances import praise
from wireledger.extract.clauses import Clauses
from wireledger.extract.governor import Governor
from wireledger.extract.memory import Known, Memory
from wireledger.extract.offers import Offer
from wireledger.extract.roles import is_helped, role
from wireledger.extract.unsaid import gapped, is_land, is_met, is_partner
from wireledger.extract.verbs import COURSES, Use
from wireledger.extract.view import View
from wireledger.lexicon.parties import states
from wireledger.model import Mention, Party

_SAID = frozenset("say tell announce confirm add report state claim warn".split())
_BEHIND_ADJECTIVE = frozenset(("new", "more", "additional", "latest", "further", "'s", "'", "first", "modern", "own"))
_CLASSES = {
    "give": "give", "train": "give", "arm": "give", "fund": "give", "buy": "give", "help": "help", "offer": "give",
    "promise": "give", "announce": "give", "allocate": "approve", "approve": "approve", "receive": "receive",
    "arrive": "arrive", "transit": "arrive", "request": "request", "asking": "asking", "withdraw": "withdraw",
    "refuse": "withdraw", "float": "float", "intend": "give", "contract": "give", "trade": "trade", "list": "list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What a further item of a list or package hangs on: who gives and receives there, and which kind of head it is."""

    donors: Known | None
    recipient: Known | None
    how: str


@dataclass(frozen=True, slots=True)
class Case:
    """One offer of a sentence with what governs it and the clauses around it."""

    view: View
    clauses: Clauses
    offer: Offer
    governor: Governor | None
    memory: Memory
    head: Head | None = None

    @property
    def use(self) -> Use | None:
        """The verb that governs the offer; None where a noun or nothing does."""
        return self.governor.use if self.governor is not None else None

    @property
    def deed(self) -> str:
        """What the governing word does, coarsely: give, receive, request, approve, ...; noun or none without a verb."""
        if self.governor is None:
            return "none"
        if self.use is None:
            return "noun-request" if self.governor.step.step == "requested" else "noun"
        return _CLASSES.get(self.use.verb.verb_class, "other")


@dataclass(frozen=True, slots=True)
class Row:
    """Parties named in one row ("Denmark and Norway"), as codes, with the mention that stands for the row."""

    mention: Mention
    party: Party
    mentions: tuple[Mention, ...]
    codes: tuple[str, ...]
    compound: str = ""


_SUPPLIED = frozenset("supplied donated provided given gifted funded financed delivered sent".split())
_AGAINST = frozenset("counter against fight intercept down repel destroy".split())
_COMPASS = frozenset("of bank coast side wing end".split())
_LED = frozenset("led backed sponsored run".split())


@cache
def _names_of_states() -> dict[str, str]:
    """The names and adjectives by which a compound may name a state ("US", "Czech"), lower case, with its code."""
    found = {"eu": "eu", "nato": "nato"}
    for state in states():
        found.update({name.lower(): state.code for name in (state.name, *state.aliases, *state.demonyms)})
    return found


def compounds(view: View) -> list[Row]:
    """ "US-supplied", "Czech-led": whose thing it is, told in one word."""
    found = []
    for at, token in enumerate(view.sentence.tokens):
        if token.lower in ("western", "west") and not _is_party(view, at):
            if token.lower == "western" or (view.lower(at - 1) == "the" and view.lower(at + 1) not in _COMPASS):
                named = Party("unnamed-allies", "group", "demonym", "unnamed-allies")
                mention = Mention(at, at + 1, named)
                found.append(Row(mention, named, (mention,), ("unnamed-allies",), token.lower))
            continue
        name, dash, doing = token.lower.rpartition("-")
        code = _names_of_states().get(name) if dash and doing in _SUPPLIED | _LED else None
        if code is not None and not _AGAINST & {view.lower(i) for i in range(at - 3, at)}:
            named = Party(code, "state", "demonym", code)
            mention = Mention(at, at + 1, named)
            found.append(Row(mention, named, (mention,), (code,), "supplied" if doing in _SUPPLIED else "led"))
    return found


def _is_party(view: View, at: int) -> bool:
    return at in view.at and isinstance(view.at[at].thing, Party)


def _seat(view: View, code: str, party: Party) -> str:
    """Brussels is the Union's seat as much as a capital; Belgium's only where the sentence says so."""
    seat = code == "be" and party.named_by == "capital"
    return "eu" if seat and not any(token.lower.startswith("belg") for token in view.sentence.tokens) else code


def rows(view: View) -> list[Row]:
    """The rows of parties of a sentence, each party in one row only; compounds after them."""
    found: list[Row] = []
    seen: set[int] = set()
    for mention, party in view.parties():
        if mention.first in seen:
            continue
        together = view.coordinated(mention)
        seen.update(m.first for m in together)
        known = role(view, together, "")
        if known is not None:
            found.append(Row(mention, party, tuple(together), tuple(_seat(view, c, party) for c in known.codes)))
    return [*found, *compounds(view)]


def standing(codes: tuple[str, ...], memory: Memory) -> Iterator[str]:
    """What the report tells of these parties: whether they are helped, attack, give, or own the page."""
    main = memory.main_recipient.codes if memory.main_recipient else ()
    if set(codes) & set(main):
        told = max(memory.helped.get(c, 0) for c in codes)
        yield "is the helped" if told >= 4 else "is likely the helped" if told >= 2 else "is perhaps the helped"
    elif any(memory.helped.get(c, 0) >= 4 for c in codes):
        yield "is often helped"
    elif any(memory.helped.get(c, 0) >= 2 for c in codes):
        yield "is helped"
    if set(codes) & memory.attackers:
        yield "attacks"
    if set(codes) & memory.gave:
        yield "gave"
    elif codes:
        yield "never gave"
    if memory.own_side in codes:
        yield "own side"
    if codes and codes[0] == memory.top_giver:
        yield "gave most"
    if len(codes) > 1:
        yield "several"


def parts(case: Case, row: Row) -> Iterator[str]:
    """The features of a row for this offer: its part in the clause, its preposition, its place."""
    deed, named = case.deed, row.party.named_by
    if row.compound:
        gap = case.offer.first - row.mention.first
        near = -(case.offer.last - case.offer.first) <= gap <= 3
        yield f"compound {row.compound}" + (" near" if near else "")
        if row.compound != "west":
            return
    yield f"kind {row.party.kind}"
    if named in ("demonym", "body", "capital", "generic", "pronoun"):
        yield f"named by {named}"
    said = [*_of_verbs(case, row), *_of_words(case, row), *_of_praise(case, row)]
    yield from said
    yield from (f"{mark} | {deed}" for mark in said)
    yield from _of_place(case, row)


def _of_praise(case: Case, row: Row) -> Iterator[str]:
    """Who is thanked has given; who thanks has not."""
    act = praise(case.clauses, case.offer)
    if act is None:
        return
    doer = case.clauses.doer(act)
    if doer is not None and doer.mention is not None and doer.mention.first in {m.first for m in row.mentions}:
        yield "thanks another"
    elif act.last <= row.mention.first <= case.offer.first and case.view.preposition(row.mention) not in _AIMED:
        yield "is thanked"


_AIMED = frozenset(("to", "in", "against", "at"))


def _of_verbs(case: Case, row: Row) -> Iterator[str]:
    use = case.use
    governor = case.governor
    firsts = {m.first for m in row.mentions}
    main = governor.inner or use if governor is not None else None
    for act in case.clauses.acts:
        if act.verb.verb_class == "give" and not act.passive and act.last in firsts:
            yield "given to"
        doer = case.clauses.doer(act)
        if doer is None or doer.mention is None or doer.mention.first not in firsts:
            continue
        if main is not None and act.start == main.start:
            yield f"doer {doer.how}"
            yield "doer"
        elif governor is not None and governor.control is not None and act.start == governor.control.start:
            yield "doer of control"
        elif act.verb.lemma in _SAID and not (act.verb.lemma == "add" and _adds_a_thing(case.view, act)):
            yield "doer of saying"
        elif act.verb.lemma == "hope" and case.view.lower(act.last) == "for":
            yield "hopes for"
        elif act.verb.verb_class in ("plain", "be", "have"):
            yield "doer of other"
        else:
            yield "doer of help"
    if use is not None and not use.passive and 0 <= row.mention.first - use.last <= 2:
        yield "object"
    control = governor.control if governor is not None else None
    if control is not None and 0 <= row.mention.first - control.last <= 3:
        yield "object of control"


def _adds_a_thing(view: View, act: Use) -> bool:
    """ "is to add about 40 vehicles": what is added is no word."""
    return act.last in view.at or view.lower(act.last) in ("about", "some", "another", "a")


def _of_words(case: Case, row: Row) -> Iterator[str]:
    view, offer = case.view, case.offer
    preposition = view.preposition(row.mention)
    if row.mention.first <= 1 and view.lower(row.mentions[-1].last) == ":" and row.mentions[-1].last < offer.first:
        yield "labels the line"
    adjective = _is_adjective(case, row)
    if adjective:
        owns = view.lower(row.mentions[-1].last) in ("'s", "'")
        counted = offer.quantity is not None and row.mentions[-1].last <= offer.quantity.first
        bare = not owns and counted and row.party.named_by in ("name", "capital", "body")
        yield "owner of it" if owns else "right before its count" if bare else f"adjective of {_sort(offer)}"
        if bare and (gap := gapped(view, row.mention.first)):
            yield gap
    elif preposition:
        behind = row.mention.first - offer.last
        inside = offer.first <= row.mention.first < offer.last
        where = "right behind" if inside or 0 <= behind <= 3 else "behind" if behind > 0 else "before"
        yield f"{preposition} {where}"
    if is_helped(view, row.mention):
        yield "object of helping"
    if preposition == "with" and is_met(view, row.mention):
        yield "is met"
    if is_partner(view, row.mentions[-1].last, offer):
        yield "with which"
    if case.use is not None and case.use.verb.lemma in COURSES and preposition == "in" and is_land(row.party):
        yield "trains"
    if _owns_by_pronoun(case, row):
        yield "owner by pronoun"
    governor = case.governor
    if governor is not None and governor.noun is not None and 0 <= governor.noun - row.mentions[-1].last <= 2:
        yield "owner of noun"
    if not preposition and not adjective and view.lower(row.mentions[-1].last) in ("'s", "'"):
        yield "owner of other"


_ITS = frozenset("its their his her".split())


def _owns_by_pronoun(case: Case, row: Row) -> bool:
    """ "commended Tokyo for its security assistance": whose the offer is by the pronoun before it."""
    view, offer = case.view, case.offer
    at = next((i for i in range(offer.first, max(-1, offer.first - 5), -1) if view.lower(i) in _ITS), -1)
    if at < 0 or row.mentions[-1].last > at:
        return False
    later = any(row.mention.first < mention.first < at for mention, _ in view.parties() if mention not in row.mentions)
    return not later


def _sort(offer: Offer) -> str:
    """Aid, a model (its adjective may be the maker's), or other things."""
    thing = offer.thing
    if thing is None:
        return "money"
    if thing.category.endswith("aid") or thing.category in ("loan", "grant", "budget-support"):
        return "aid"
    return "a model" if thing.model else "things"


def _is_adjective(case: Case, row: Row) -> bool:
    """Whether the row stands right before the offer or its count: "US military aid", "Germany's 14 Leopards"."""
    view, offer = case.view, case.offer
    last = row.mentions[-1].last
    stop = offer.item.first if offer.item is not None and offer.item.first >= last else offer.first
    if not 0 <= stop - last <= 4:
        inside = row.mention.first >= offer.first and last <= offer.last
        return inside and not view.preposition(row.mention)
    between = range(last, stop)
    return all(view.lower(i) in _BEHIND_ADJECTIVE or offer.first <= i < offer.last for i in between)


def _of_place(case: Case, row: Row) -> Iterator[str]:
    offer, use = case.offer, case.use
    gap = row.mention.first - offer.last
    if gap >= 0:
        crossed = sum(1 for _ in case.clauses.between(offer.last, row.mention.first))
        yield "place behind" if gap <= 6 else "place far behind"
        if crossed:
            yield "behind another verb"
    elif row.mentions[-1].last <= offer.first:
        if use is not None and use.last <= row.mention.first:
            yield "place between"
        else:
            yield "place before"
            crossed = sum(1 for _ in case.clauses.between(row.mentions[-1].last, offer.first))
            yield f"verbs between {min(crossed, 3)}"
    else:
        yield "place inside"

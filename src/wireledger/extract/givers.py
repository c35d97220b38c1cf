"""Who gives, as the words around an offer say it: the agent, an adjective, a source, or the subject of the verb."""

from __future__ import annotations

from wireledger.extract.roles import Case, Role, between, can_do, role, subject
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Mention, Party

_BEFORE_THING = frozenset(("new", "more", "additional", "latest", "further", "'s", "first", "modern", "of", "-"))
_BEFORE_NOUN = frozenset(("'s", "new", "latest", "planned", "first", "joint"))


def donors(case: Case) -> Role | None:
    """The donors named in the sentence for an offer; None where it names none."""
    for how in (_by_agent, _adjectival, _source, _subject):
        found = how(case)
        if found is not None:
            return found
    return None


def _by_agent(case: Case) -> Role | None:
    """ "supplied by Britain, Poland and the US", "donated by Denmark"."""
    view, use = case.view, case.use
    starts = [case.offer.last]
    if use is not None and (use.passive or use.first >= case.offer.last):
        starts.append(use.last)
    for mention, party in view.parties():
        if view.preposition(mention) != "by" or not party.acts_for:
            continue
        if any(0 <= mention.first - start <= 7 for start in starts):
            return case.coordinated(mention, "by")
    return None


def _adjectival(case: Case) -> Role | None:
    """ "US military aid", "Germany's Leopards"; not "Russian S-300s", which may tell who made them."""
    view, use = case.view, case.use
    mention = _adjective(case)
    party = mention.thing if mention is not None else None
    if mention is None or not isinstance(party, Party) or party.kind not in ("state", "alliance", "organisation"):
        return None
    if use is not None and _right_behind(view, use, mention):
        return None
    hardware = case.offer.thing is not None and case.offer.thing.model is not None
    came = case.governor is not None and case.governor.behind and use is not None and use.tense != "participle"
    made_there = hardware and party.named_by == "demonym" and not came
    if made_there or view.preposition(mention) in ("to", "for"):
        return None
    return role(view, [mention], "adjective")


def _adjective(case: Case) -> Mention | None:
    """What stands before a thing and its count, past a few plain words."""
    view, item = case.view, case.offer.item
    inside = item is not None and isinstance(getattr(view.at.get(item.first - 1), "thing", None), Party)
    at = item.first - 1 if item is not None and inside else case.offer.first - 1
    while at >= 0 and view.lower(at) in _BEFORE_THING:
        at -= 1
    return view.at.get(at)


def _right_behind(view: View, use: Use, mention: Mention) -> bool:
    """Whether a party is the verb's own object: "give the Philippines five vessels"."""
    gap = range(use.last, mention.first)
    return use.last <= mention.first and all(view.lower(i) in ("the", "to") for i in gap)


def _source(case: Case) -> Role | None:
    """ "from the United States", for what is received or asked for."""
    for mention, party in case.view.parties():
        near = 0 <= mention.first - case.offer.last <= 6
        if near and case.view.preposition(mention) == "from" and party.acts_for:
            return case.coordinated(mention, "from")
    return None


def _subject(case: Case) -> Role | None:
    """Who does what the governing verb says, where that is giving."""
    view, governor, use = case.view, case.governor, case.use
    if governor is None:
        return None
    if use is None:
        return _owner_of_noun(case)
    if governor.inner is not None:
        return between(view, case.offer.last, governor.inner.start)
    control = governor.control
    if use.verb.verb_class in ("receive", "request"):
        return None
    if control is not None and control.verb.verb_class in ("asking", "request"):
        return _object(view, control, use)
    if use.passive and use.tense != "participle":
        return None
    if use.verb.verb_class == "asking":
        return _object(view, use, None)
    if use.first >= case.offer.last and not use.passive:
        return between(view, case.offer.last, use.start)
    return subject(view, use) or (subject(view, control) if control else None)


def _owner_of_noun(case: Case) -> Role | None:
    """ "Germany's delivery of", "US deliveries of"."""
    view, governor = case.view, case.governor
    if governor is None or governor.noun is None:
        return None
    at = governor.noun - 1
    while at >= 0 and view.lower(at) in _BEFORE_NOUN:
        at -= 1
    if view.lower(at) in ("their", "its", "his", "her"):
        return _before(view, at)
    mention = view.at.get(at)
    if mention is not None and isinstance(mention.thing, Party) and governor.step.step != "requested":
        return role(view, [mention], "owner")
    return None


def _before(view: View, at: int) -> Role | None:
    """Whose "their" is: the nearest parties before it that do something."""
    for mention, party in reversed([*view.parties()]):
        if mention.last <= at and can_do(view, mention, party):
            return role(view, view.coordinated(mention), "owner")
    return None


def _object(view: View, asking: Use, before: Use | None) -> Role | None:
    """Whom somebody asks: the party right behind the verb."""
    limit = before.start if before else asking.last + 6
    for mention, _ in view.parties():
        if asking.last <= mention.first < limit:
            return role(view, view.coordinated(mention), "asked")
    return None

"""Who receives, as the words around an offer say it: behind "to", as an object, as who asks or gets."""

from __future__ import annotations

from wireledger.extract.govern import Governor
from wireledger.extract.roles import Case, Role, is_helped, role, subject
from wireledger.extract.view import View
from wireledger.model import Mention, Party

_TO = frozenset(("to", "for", "towards", "toward", "into"))
_RECEIVING = frozenset(
    "army military forces troops soldiers pilots people government side authorities capital border police navy air"
    " defenders crews refugees civilians port leadership state".split()
)
_GOES_ON = frozenset("and or in by on as for to with".split())


def recipients(case: Case, giving: tuple[str, ...], helped: frozenset[str]) -> Role | None:
    """The recipients named in the sentence for an offer, never one of the donors; None where it names none."""
    for how in (_behind_to, _indirect_object, _asker, _receiver, _elsewhere):
        found = how(case)
        codes = tuple(c for c in found.codes if c not in giving) if found is not None else ()
        if found is not None and codes:
            return Role(codes, found.spans, found.how)
    return _mentioned(case.view, giving, helped)


def _mentioned(view: View, giving: tuple[str, ...], helped: frozenset[str]) -> Role | None:
    """A state named in the sentence that the report tells of as helped, where it is no donor."""
    for mention, party in view.parties():
        if party.kind == "state" and party.acts_for in helped and party.acts_for not in giving:
            return role(view, [mention], "mentioned")
    return None


def _behind_to(case: Case) -> Role | None:
    """ "to Ukraine", "for the Ukrainian army", "to help Kyiv" behind the offer or its verb."""
    view, offer = case.view, case.offer
    verb_end = case.use.last if case.use is not None else offer.last
    for mention, party in view.parties():
        if not _eligible(party):
            continue
        near = 0 <= mention.first - offer.last <= 14 or 0 <= mention.first - verb_end <= 6
        to = view.preposition(mention) in _TO or _came_in(case, mention)
        if near and (to or is_helped(view, mention)) and not _of_something(view, mention, party):
            return case.coordinated(mention, "to")
    return None


def _came_in(case: Case, mention: Mention) -> bool:
    """ "arrived in Haiti", "has reached Ukraine"."""
    use = case.use
    if use is None or use.verb.verb_class not in ("arrive", "transit"):
        return False
    return case.view.preposition(mention) in ("in", "at", "inside") or mention.first == use.last


def _of_something(view: View, mention: Mention, party: Party) -> bool:
    """ "to the Czech plan": an adjective of something that is not the state itself."""
    if party.named_by != "demonym":
        return False
    following = view.lower(mention.last)
    return following.isalpha() and following not in _RECEIVING and following not in _GOES_ON


def _eligible(party: Party) -> bool:
    return party.acts_for is not None and (
        party.kind in ("state", "person") or (party.kind == "group" and bool(party.members))
    )


def _indirect_object(case: Case) -> Role | None:
    """ "give Kyiv 50 tanks", "provide Ukraine with", "train Ukrainian soldiers"."""
    view, governor = case.view, case.governor
    use = (governor.inner or governor.use) if governor is not None else None
    if governor is None or use is None or use.passive or use.verb.verb_class in ("request", "asking"):
        return None
    for mention, party in view.parties():
        if not 0 <= mention.first - use.last <= 2 or not _eligible(party) or view.preposition(mention):
            continue
        if mention.first < case.offer.first or governor.inner is not None or use.verb.verb_class in ("train", "arm"):
            return case.coordinated(mention, "object")
    return None


def _asker(case: Case) -> Role | None:
    """Who asks for help receives it."""
    governor = case.governor
    if governor is None or governor.step.step != "requested":
        return None
    for use in (governor.control, governor.use):
        if use is not None and use.verb.verb_class in ("asking", "request"):
            return subject(case.view, use)
    return _owner_of_request(case.view, governor)


def _owner_of_request(view: View, governor: Governor) -> Role | None:
    """ "Ukraine's repeated requests for"."""
    if governor.noun is None:
        return None
    at = governor.noun - 1
    while at >= 0 and view.lower(at) in ("'s", "'", "repeated", "urgent"):
        at -= 1
    mention = view.at.get(at)
    return role(view, [mention], "owner") if mention is not None and isinstance(mention.thing, Party) else None


def _receiver(case: Case) -> Role | None:
    if case.use is None or case.use.verb.verb_class != "receive":
        return None
    return subject(case.view, case.use)


def _elsewhere(case: Case) -> Role | None:
    """A party anywhere in the sentence told of as helped: "to bolster the defences of Ukraine"."""
    view, offer = case.view, case.offer
    for mention, party in view.parties():
        if not _eligible(party) or party.kind == "person" or offer.first <= mention.first < offer.last:
            continue
        if view.preposition(mention) in ("to", "for") or is_helped(view, mention):
            return role(view, [mention], "to")
    return None

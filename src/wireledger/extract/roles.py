"""Who gives and who receives, as the words around an offer say it."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.govern import Governor
from wireledger.extract.offers import Offer
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Mention, Party, Span

_NOT_SUBJECT = frozenset(
    "to for in at with from of against into on by towards toward near inside via through between among about alongside"
    " like including behind within over across".split()
)
_PEOPLE = frozenset(
    "allies partners neighbours neighbors friends supporters request requests appeal plea needs war invasion counterpart"
    " border borders people refugees".split()
)
_HELP_VERBS = frozenset(
    "help helping helps helped support supporting assist assisting arm arming train training equip equipping bolster defend aid aiding rebuild".split()
)
_PRONOUNS = frozenset(("they", "it", "he", "she", "who", "which", "that"))


@dataclass(frozen=True, slots=True)
class Role:
    """Party codes and where they were read."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    how: str


def donors(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """The donors named in the sentence for an offer; None where it names none."""
    for how in (_by_agent, _adjectival, _source, _subject):
        role = how(view, offer, governor)
        if role is not None:
            return role
    return None


def recipients(
    view: View, offer: Offer, governor: Governor | None, giving: tuple[str, ...], helped: frozenset[str]
) -> Role | None:
    """The recipients named in the sentence for an offer, never one of the donors; None where it names none."""
    for how in (_behind_to, _indirect_object, _asker, _receiver, _elsewhere):
        role = how(view, offer, governor)
        if role is not None:
            codes = tuple(c for c in role.codes if c not in giving)
            if codes:
                return Role(codes, role.spans, role.how)
    return _mentioned(view, giving, helped)


def _mentioned(view: View, giving: tuple[str, ...], helped: frozenset[str]) -> Role | None:
    """A state named in the sentence that the report tells of as helped, where it is no donor."""
    for mention, party in view.parties():
        if party.kind == "state" and party.acts_for in helped and party.acts_for not in giving:
            return _role(view, [mention], "mentioned")
    return None


def subject(view: View, use: Use) -> Role | None:
    """The parties that do what a verb says: the nearest to its left that hang on no preposition, with those beside them."""
    edge = _left_edge(view, use.start)
    for mention, party in reversed([*view.parties()]):
        if mention.last > use.start or mention.first < edge:
            continue
        if _can_do(view, mention, party):
            return _role(view, view.coordinated(mention), "subject")
    return None


def _role(view: View, mentions: list[Mention], how: str) -> Role | None:
    codes: list[str] = []
    spans: list[Span] = []
    for mention in mentions:
        party = mention.thing
        if not isinstance(party, Party):
            continue
        found = (
            party.members
            if party.code not in _KEPT_GROUPS and party.members
            else (party.acts_for,)
            if party.acts_for
            else ()
        )
        found = tuple("eu" if code == "eu-members" else code for code in found)
        if found:
            codes += [c for c in found if c not in codes]
            spans.append(view.span(mention))
    return Role(tuple(codes), tuple(spans), how) if codes else None


_KEPT_GROUPS = frozenset(("unnamed-allies", "nato-members", "nato", "eu", "g7", "un", "eu-members"))


def _can_do(view: View, mention: Mention, party: Party) -> bool:
    if view.preposition(mention) in _NOT_SUBJECT:
        return False
    following = view.lower(mention.last)
    if following in ("'s", "'"):
        return view.lower(mention.last + 1) not in _PEOPLE and view.lower(mention.last + 2) not in _PEOPLE
    if party.named_by == "demonym" and following in _PEOPLE | {
        "forces",
        "troops",
        "army",
        "military",
        "soldiers",
        "pilots",
    }:
        return following not in _PEOPLE
    return True


def _left_edge(view: View, start: int) -> int:
    for at in range(start - 1, -1, -1):
        if view.lower(at) in (";", ":"):
            return at
    return 0


def _by_agent(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """ "supplied by Britain, Poland and the US", "donated by Denmark"."""
    starts = [offer.last]
    if governor is not None and governor.use is not None and (governor.use.passive or governor.use.first >= offer.last):
        starts.append(governor.use.last)
    for mention, party in view.parties():
        if view.preposition(mention) != "by" or not party.acts_for:
            continue
        if any(0 <= mention.first - start <= 7 for start in starts):
            return _role(view, view.coordinated(mention), "by")
    return None


def _adjectival(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """ "US military aid", "British-supplied missiles", "Germany's Leopards"."""
    inside = offer.item is not None and isinstance(getattr(view.at.get(offer.item.first - 1), "thing", None), Party)
    at = offer.item.first - 1 if offer.item is not None and inside else offer.first - 1
    while at >= 0 and view.lower(at) in (
        "new",
        "more",
        "additional",
        "latest",
        "further",
        "'s",
        "first",
        "modern",
        "of",
        "-",
    ):
        at -= 1
    mention = view.at.get(at)
    if (
        mention is not None
        and isinstance(mention.thing, Party)
        and mention.thing.kind in ("state", "alliance", "organisation")
    ):
        thing = offer.thing
        hardware = thing is not None and thing.model is not None
        if governor is not None and governor.use is not None and _right_behind(view, governor.use, mention):
            return None
        came = (
            governor is not None and governor.behind and governor.use is not None and governor.use.tense != "participle"
        )
        if not (hardware and mention.thing.named_by == "demonym" and not came) and view.preposition(mention) not in (
            "to",
            "for",
        ):
            return _role(view, [mention], "adjective")
    return None


def _right_behind(view: View, use: Use, mention: Mention) -> bool:
    """Whether a party is the verb's own object: "give the Philippines five vessels"."""
    gap = range(use.last, mention.first)
    return use.last <= mention.first and all(view.lower(i) in ("the", "to") for i in gap)


def _source(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """ "from the United States", for what is received or asked for."""
    for mention, party in view.parties():
        if view.preposition(mention) == "from" and party.acts_for and 0 <= mention.first - offer.last <= 6:
            return _role(view, view.coordinated(mention), "from")
    return None


def _subject(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    if governor is None:
        return None
    if governor.use is None:
        return _owner_of_noun(view, governor)
    if governor.inner is not None:
        return _between(view, offer.last, governor.inner.start)
    use = governor.use
    if use.verb.verb_class == "receive":
        return None
    if use.verb.verb_class == "request":
        return None
    control = governor.control
    if control is not None and control.verb.verb_class in ("asking", "request"):
        return _object(view, control, use)
    if use.passive and use.tense != "participle":
        return None
    if use.verb.verb_class == "asking":
        return _object(view, use, None)
    if use.first >= offer.last and not use.passive:
        return _between(view, offer.last, use.start)
    return subject(view, use) or (subject(view, control) if control else None)


def _owner_of_noun(view: View, governor: Governor | None) -> Role | None:
    """ "Germany's delivery of", "US deliveries of"."""
    if governor is None or governor.noun is None:
        return None
    at = governor.noun - 1
    while at >= 0 and view.lower(at) in ("'s", "new", "latest", "planned", "first", "joint"):
        at -= 1
    if view.lower(at) in ("their", "its", "his", "her"):
        return _before(view, at)
    mention = view.at.get(at)
    if mention is not None and isinstance(mention.thing, Party) and governor.step.step != "requested":
        return _role(view, [mention], "owner")
    return None


def _before(view: View, at: int) -> Role | None:
    """Whose "their" is: the nearest parties before it that do something."""
    for mention, party in reversed([*view.parties()]):
        if mention.last <= at and _can_do(view, mention, party):
            return _role(view, view.coordinated(mention), "owner")
    return None


def _object(view: View, asking: Use, before: Use | None) -> Role | None:
    """Whom somebody asks: the party right behind the verb."""
    limit = before.start if before else asking.last + 6
    for mention, _ in view.parties():
        if asking.last <= mention.first < limit:
            return _role(view, view.coordinated(mention), "asked")
    return None


def _between(view: View, first: int, last: int) -> Role | None:
    for mention, party in view.parties():
        if first <= mention.first and mention.last <= last and _can_do(view, mention, party):
            return _role(view, view.coordinated(mention), "subject")
    return None


def _behind_to(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """ "to Ukraine", "for the Ukrainian army", "to help Kyiv" behind the offer or its verb."""
    verb_end = governor.use.last if governor is not None and governor.use is not None else offer.last
    for mention, party in view.parties():
        if not _eligible(party):
            continue
        near = 0 <= mention.first - offer.last <= 14 or 0 <= mention.first - verb_end <= 6
        to = view.preposition(mention) in ("to", "for", "towards", "toward", "into") or _came_in(
            view, mention, governor
        )
        if near and (to or _helped(view, mention)) and not _of_something(view, mention, party):
            return _role(view, view.coordinated(mention), "to")
    return None


def _came_in(view: View, mention: Mention, governor: Governor | None) -> bool:
    """ "arrived in Haiti", "has reached Ukraine"."""
    use = governor.use if governor is not None else None
    if use is None or use.verb.verb_class not in ("arrive", "transit"):
        return False
    return view.preposition(mention) in ("in", "at", "inside") or mention.first == use.last


_RECEIVING = frozenset(
    "army military forces troops soldiers pilots people government side authorities capital border police navy air"
    " defenders crews refugees civilians port leadership state".split()
)


def _of_something(view: View, mention: Mention, party: Party) -> bool:
    """ "to the Czech plan": an adjective of something that is not the state itself."""
    if party.named_by != "demonym":
        return False
    following = view.lower(mention.last)
    return (
        following.isalpha()
        and following not in _RECEIVING
        and following not in ("and", "or", "in", "by", "on", "as", "for", "to", "with")
    )


def _eligible(party: Party) -> bool:
    return party.acts_for is not None and (
        party.kind in ("state", "person") or (party.kind == "group" and bool(party.members))
    )


def _helped(view: View, mention: Mention) -> bool:
    at = mention.first - 1
    if view.lower(at) == "the":
        at -= 1
    return view.lower(at) in _HELP_VERBS


def _indirect_object(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """ "give Kyiv 50 tanks", "provide Ukraine with", "train Ukrainian soldiers"."""
    use = (governor.inner or governor.use) if governor is not None else None
    if use is None or use.passive or use.verb.verb_class in ("request", "asking"):
        return None
    for mention, party in view.parties():
        if 0 <= mention.first - use.last <= 2 and _eligible(party) and not view.preposition(mention):
            inner = governor is not None and governor.inner is not None
            if mention.first < offer.first or inner or use.verb.verb_class in ("train", "arm"):
                return _role(view, view.coordinated(mention), "object")
    return None


def _asker(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """Who asks for help receives it."""
    if governor is None or governor.step.step != "requested":
        return None
    for use in (governor.control, governor.use):
        if use is not None and use.verb.verb_class in ("asking", "request"):
            return subject(view, use)
    return _owner_of_noun_requested(view, governor)


def _owner_of_noun_requested(view: View, governor: Governor) -> Role | None:
    if governor.noun is None:
        return None
    at = governor.noun - 1
    while at >= 0 and view.lower(at) in ("'s", "'", "repeated", "urgent"):
        at -= 1
    mention = view.at.get(at)
    return _role(view, [mention], "owner") if mention is not None and isinstance(mention.thing, Party) else None


def _receiver(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    if governor is None or governor.use is None or governor.use.verb.verb_class != "receive":
        return None
    return subject(view, governor.use)


def _elsewhere(view: View, offer: Offer, governor: Governor | None) -> Role | None:
    """A party anywhere in the sentence that is told of as helped: "to bolster the defences of Ukraine", "Ukraine's war effort"."""
    for mention, party in view.parties():
        if not _eligible(party) or party.kind == "person":
            continue
        if view.preposition(mention) in ("to", "for") or _helped(view, mention):
            if not offer.first <= mention.first < offer.last:
                return _role(view, [mention], "to")
    return None

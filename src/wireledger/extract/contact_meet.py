"""Reads verbs of meeting and speaking: "met", "gathered", "spoke by phone", "told her by telephone"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.actors import Actor
from wireledger.extract.contact_memory import Side, sides_of
from wireledger.extract.contact_peers import with_peers
from wireledger.extract.contact_places import place_behind
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import Touch, both, doers, place_before, those, touched
from wireledger.extract.deeds import Deed
from wireledger.extract.event_days import days_near
from wireledger.model import Days, Span

_IN = ("in", "at")
_MARGINS = frozenset(("sidelines", "margins"))
_IN_PERSON = frozenset(("person", "face-to-face"))
_LISTING = frozenset(", and then most recently later finally also".split())
_PHONE = frozenset(("phone", "telephone", "call", "videolink", "link"))
_PEERS = frozenset("counterparts counterpart leaders ministers officials colleagues president leader".split())
_GAMES = frozenset("final finals cup match game league tournament qualifier qualifying goal goals".split())
_JOINED = 2  # sentences
_WHERE = 3  # tokens from "where" to the verb: "where she has met"
_DETERMINERS = frozenset("the a an its their our these all any every".split())


def one_after_another(cast: Cast, touch: Touch) -> Iterator[Touch]:
    """ "met one in Rome, another in Bern and a third": those met at other places are met one by one."""
    if touch.rule != "contacts/meet" or touch.place is None or not touch.guests:
        return
    at = touch.place[1].stop
    for others, place in _listed(cast, at):
        yield replace(touch, guests=(touch.guests[0], *others), place=place, verb=False)


def _listed(cast: Cast, stop: int) -> Iterator[tuple[tuple[Side, ...], tuple[str, Span] | None]]:
    """The persons listed behind the place that ends at `stop`, each with a place: ", Y in B, and Z in C"."""
    at = next((i for i, t in enumerate(cast.view.sentence.tokens) if t.start >= stop), 0)
    while at and cast.view.lower(at) in _LISTING:
        actor = next((a for a in cast.actors if a.first >= at), None)
        if actor is None or not {cast.view.lower(i) for i in range(at, actor.first)} <= _LISTING:
            return
        place = place_behind(cast.view, actor.last, ("in", "at"), 2)
        if place is None or actor.party.kind != "person":
            return
        yield sides_of(cast.view, [actor]), place
        at = next((i for i, t in enumerate(cast.view.sentence.tokens) if t.start >= place[1].stop), 0)


def _meet(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if deed.passive:
        return None
    subject = doers(cast, found, position)
    others = cast.objects(deed.last) or cast.behind(deed.last, ("with",))
    others = others or those(cast, deed.last + (cast.view.lower(deed.last) == "with"), subject)
    guests = both(subject, others)
    each = sum(cast.view.lower(i) == "with" for i in range(deed.last, _behind(cast, deed, others))) > 1
    if not subject and (each or len({s.side for s in others} - {None}) < 2):
        return None  # "a singer came to meet the president": who does it is nobody that is named
    if not _enough(cast, deed, guests, others) or (_is_game(cast) and not any(s.person or s.agents for s in guests)):
        return None
    there = any(cast.view.lower(i) == "where" for i in range(max(0, deed.start - _WHERE), deed.start))
    place = place_before(cast, deed) if there else None
    place = place or place_behind(cast.view, deed.last, _IN)
    place = place or place_behind(cast.view, _behind(cast, deed, others), _IN) or place_before(cast, deed)
    return _there(cast, deed, touched(cast, deed, guests, (), place))


def _behind(cast: Cast, deed: Deed, others: tuple[Side, ...]) -> int:
    """Where the last of those met ends, else the verb: from there the place is looked for."""
    stop = max((s.span.stop for s in others if s.span is not None and not s.carried), default=0)
    tokens = cast.view.sentence.tokens
    last = next((i for i, t in enumerate(tokens) if t.start >= stop), len(tokens))
    return max(deed.last, last - 1 if cast.view.lower(last - 1) in _IN else last)


def _is_game(cast: Cast) -> bool:
    """ "Peru met Chile in the final"."""
    return any(token.lower in _GAMES for token in cast.view.sentence.tokens)


def _there(cast: Cast, deed: Deed, touch: Touch) -> Touch:
    """ "met him there": the place told last."""
    told = cast.memory.told[-1] if cast.memory.told else None
    near = {cast.view.lower(i) for i in range(deed.last, deed.last + 8)}
    if touch.place is not None or told is None or "there" not in near:
        return touch
    return replace(touch, place=told.place, carried=frozenset(("place",) if told.place else ()))


def _joined(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "were joined by": those who were told to meet, and who came to them."""
    deed = found[position]
    told = cast.memory.told[-1] if cast.memory.told else None
    if deed.verb.lemma == "address":
        return _address(cast, found, position)
    near = told is not None and cast.view.sentence.index - told.sentence <= _JOINED
    if not near or told is None or deed.verb.lemma != "join" or not deed.passive:
        return None
    others = tuple(s for s in cast.behind(deed.last, ("by",), 6) if s.person or s.agents)
    subject = doers(cast, found, position)
    known = {s.code for s in told.guests}
    if not others or (subject and not {s.code for s in subject} & known):
        return None
    carried = tuple(replace(s, carried=True) for s in told.guests)
    touch = touched(cast, deed, both(others, carried), (), told.place)
    held = frozenset(("place",) if told.place else ())
    return replace(touch, form=told.form, when=touch.when or told.when, carried=held | frozenset(("when",)))


def _address(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "addressed the bloc's leaders", "addressed the Fijian parliament by video": those who listen are met."""
    deed = found[position]
    others = tuple(s for s in cast.objects(deed.last) if s.agents or s.many) if not deed.passive else ()
    subject = doers(cast, found, position) if others else ()
    if not subject or not all(s.person for s in subject):
        return None
    return touched(cast, deed, both(subject, others), (), place_behind(cast.view, deed.last, _IN))


def _beside(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "speaking alongside the president in Suva": both are there."""
    deed = found[position]
    others = cast.objects(deed.last) or cast.behind(deed.last - 1, ("to", "with"), 2)
    others = tuple(s for s in others if s.person or s.agents) if not deed.passive else ()
    guests = both(doers(cast, found, position), others)
    place = place_behind(cast.view, _behind(cast, deed, others), _IN, 4)
    return touched(cast, deed, guests, (), place) if others and len(guests) >= 2 else None


def _gather(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "EU leaders gathered in Brussels": many, or several of them."""
    deed = found[position]
    guests = doers(cast, found, position) if not deed.passive else ()
    others = cast.behind(deed.last, deed.verb.links) if deed.verb.links else ()
    place = place_behind(cast.view, deed.last, _IN, 8)
    if not place or not (len(guests) >= 2 or (guests and guests[0].many)):
        return None
    return touched(cast, deed, both(guests, others), (), place)


def _see(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "looks forward to seeing him in Madrid": only where it is ahead and a place is told."""
    deed = found[position]
    others = tuple(s for s in cast.objects(deed.last) if s.person)
    place = place_behind(cast.view, deed.last, _IN, 6)
    dated = deed.row in ("will", "is-to") and days_near(cast.view, deed.start, deed.last) is not None
    if deed.passive or deed.mood not in ("planned", "hypothetical") or not others or not (place or dated):
        return None
    guests = both(doers(cast, found, position), others)
    return touched(cast, deed, guests, (), place) if len(guests) >= 2 else None


def _tell(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "told the president by telephone"."""
    deed = found[position]
    words = [cast.view.lower(i) for i in range(deed.start - 4, deed.last + 14)]
    phoned = any(
        w in ("phone", "telephone") and {"by", "over", "on"} & set(words[i - 2 : i]) for i, w in enumerate(words)
    )
    others = tuple(s for s in cast.objects(deed.last) if s.person or s.agents) if phoned else ()
    guests = both(doers(cast, found, position), others)
    return touched(cast, deed, guests, (), None) if others and len(guests) >= 2 and not deed.passive else None


def _speak(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    if any(deed.row == f"to of {other.verb.lemma}" and other.verb.verb_class == "meet" for other in found[:position]):
        return None
    subject = doers(cast, found, position)
    of_it = cast.view.lower(deed.last) in ("of", "about", "against")  # "spoke of his talks with"
    others = cast.behind(deed.last, deed.verb.links, 9) if not deed.passive and not of_it else ()
    others = others or _him(cast, deed, subject)
    if others and "to" in _between(cast, deed, others) and "about" in _between(cast, deed, others):
        others = ()
    guests = both(subject, others)
    near = {cast.view.lower(i) for i in range(deed.last, deed.last + 12)}
    by_phone = bool(near & _PHONE)
    again = deed.verb.lemma == "talk" and any(s.carried for s in subject)
    peers = len(guests) == 1 and not deed.passive and with_peers(cast.view, deed.last)
    if not peers and (len(guests) < 2 or not (others or by_phone or (_talk(cast, deed) and not again)) or not subject):
        return None
    touch = touched(cast, deed, guests, (), None)
    told = cast.memory.told[-1] if cast.memory.told else None
    met = told is not None and told.form == "meeting" and cast.view.sentence.index - told.sentence <= 2
    if met and told is not None and not by_phone and {s.code for s in told.guests} == {s.code for s in guests}:
        return replace(touch, form="meeting")
    if not others and not by_phone and deed.verb.lemma == "talk":
        return replace(touch, form="meeting")
    place = place_behind(cast.view, _behind(cast, deed, others), _IN, 2) if others and not by_phone else None
    if near & _IN_PERSON or (near & _MARGINS and not by_phone) or place is not None:
        return replace(touch, form="meeting", place=place or place_behind(cast.view, deed.last, _IN))
    return touch


def _him(cast: Cast, deed: Deed, subject: tuple[Side, ...]) -> tuple[Side, ...]:
    """ "who met Xi in Bali, spoke to him again": the person named last before who is not the one who speaks."""
    linked = cast.view.lower(deed.last) in deed.verb.links and not deed.passive
    return those(cast, deed.last + 1, subject) if linked else ()


def _between(cast: Cast, deed: Deed, others: tuple[Side, ...]) -> set[str]:
    """The words between a verb and those it is done with."""
    span = others[0].span
    words = cast.view.sentence.tokens[deed.last :]
    return {t.lower for t in words if span is not None and t.start < span.start}


def _talk(cast: Cast, deed: Deed) -> bool:
    """ "the two spoke about", not "they spoke at"."""
    mention = cast.view.at.get(deed.last)
    dated = mention is not None and isinstance(mention.thing, Days)
    mention = cast.view.at.get(deed.last + 1) if cast.view.lower(deed.last) == "on" else None
    dated = dated or (mention is not None and isinstance(mention.thing, Days))
    return dated or cast.view.lower(deed.last) in ("about", "again", ".", ",", "for", "earlier", "before", "after")


def _discuss(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    """ "will visit Poland to discuss security with": a meeting where the way to it is told."""
    deed = found[position]
    others = cast.behind(deed.last, deed.verb.links, 20)
    if not others or not any(d.verb.verb_class in ("visit", "go") for d in found[:position]):
        return None
    guests = both(doers(cast, found, position), others)
    return touched(cast, deed, guests, (), None) if len(guests) >= 2 else None


def _phone(cast: Cast, found: list[Deed], position: int) -> Touch | None:
    deed = found[position]
    others = tuple(s for s in cast.objects(deed.last) if s.person) if not deed.passive else ()
    if not others or (deed.verb.lemma == "call" and not _is_phoned(cast, deed)):
        return None
    guests = both(doers(cast, found, position), others)
    return touched(cast, deed, guests, (), None) if len(guests) >= 2 else None


def _enough(cast: Cast, deed: Deed, guests: tuple[Side, ...], others: tuple[Side, ...]) -> bool:
    """Two sides; or one that is many, and then nothing that is met like a target."""
    if others or len(guests) >= 2:
        peers = {cast.view.lower(deed.last + i) for i in (1, 2, 3)} & _PEERS
        aimed = cast.view.lower(deed.last) in _DETERMINERS and not others and not peers
        return len(guests) >= 2 and not aimed
    if len(guests) == 1 and guests[0].person and with_peers(cast.view, deed.last):
        return True
    following = cast.view.lower(deed.last)
    mention = cast.view.at.get(deed.last)
    open_end = following in ("in", "on", "at", "for", "to", "again", ".", ",", "this", "next", "today", "")
    dated = mention is not None and isinstance(mention.thing, Days)
    met = deed.verb.lemma.startswith("meet") or deed.verb.lemma == "sit down"
    body = len(guests) == 1 and guests[0].many and met
    return body and (open_end or dated)


def _is_phoned(cast: Cast, deed: Deed) -> bool:
    """ "called Zelensky on Monday", not "called Zelensky a hero"."""
    actor: Actor | None = next((a for a in cast.actors if a.first >= deed.last), None)
    if actor is None:
        return False
    following = cast.view.lower(actor.last)
    mention = cast.view.at.get(actor.last)
    dated = mention is not None and isinstance(mention.thing, Days)
    return dated or following in (
        "from",
        "to",
        "on",
        ".",
        ",",
        "and",
        "after",
        "earlier",
        "for",
        "before",
        "late",
        "twice",
        "",
    )


MEETING = {"meet": _meet, "speak": _speak, "phone": _phone, "discuss": _discuss, "gather": _gather, "see": _see,
           "attend": _joined, "tell": _tell, "beside": _beside}  # fmt: skip

"""Reads contacts told by nouns: "Blinken's visit to Kyiv", "held talks with", "the call", "the summit in Vilnius"."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.contact_memory import Side, Told
from wireledger.extract.contact_places import days_near, place_behind
from wireledger.extract.contact_read import Touch, doers
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_words import Occasion, definite
from wireledger.extract.deeds import Deed
from wireledger.model import Span

_IN = ("in", "at")
_Where = tuple[str, Span]
_PEERS = frozenset("leaders counterparts officials allies ministers partners envoys presidents".split())
_ARTICLES = frozenset("a an the his her their this that".split())
_LINKS = frozenset("on during in after before following with for of from to".split())
_HANGS = frozenset("on during in after before following from for of use".split())


def noun_touches(cast: Cast, found: list[Deed], nouns: list[Occasion]) -> Iterator[Touch]:
    """The contacts that nouns tell, in order."""
    for occasion in nouns:
        touch = _visit(cast, found, occasion) if occasion.noun.form == "visit" else _gathering(cast, found, occasion)
        touch = touch or _again(cast, occasion)
        if touch is not None:
            yield touch


def _visit(cast: Cast, found: list[Deed], occasion: Occasion) -> Touch | None:
    view = cast.view
    place = place_behind(view, occasion.last, ("to", "in"), 8) or _place_before(cast, occasion)
    guests = cast.owner(occasion.first) or cast.behind(occasion.last, ("by", "from", "of"), 4)
    hosts: tuple[Side, ...] = ()
    if occasion.deed is not None and occasion.verb_class in ("hold", "cancel", "miss"):
        guests = guests or doers(cast, found, found.index(occasion.deed))
    if occasion.verb_class == "host" and occasion.deed is not None:
        hosts = doers(cast, found, found.index(occasion.deed))
    if not guests and place and view.lower(_phrase(cast, occasion) - 1) in _HANGS:
        start = _phrase(cast, occasion) - 1
        guests = cast.subject(start, loose=True) or cast.after_comma(occasion.last)
    if not guests or not (place or occasion.deed or cast.owner(occasion.first)):
        return None
    if not place:
        told = cast.memory.last_told("visit", view.sentence.index)
        if told is not None and {s.code for s in told.guests} == {s.code for s in guests}:
            return _touch(cast, occasion, guests, hosts, told)
    return _touch(cast, occasion, guests, hosts, place) if place or hosts else None


def _place_before(cast: Cast, occasion: Occasion) -> _Where | None:
    """ "arrived in Warsaw on a surprise visit"."""
    start = _phrase(cast, occasion)
    if cast.view.lower(start - 1) not in ("on", "in", "for"):
        return None
    return place_behind(cast.view, max(0, start - 7), _IN, min(6, start))


def _gathering(cast: Cast, found: list[Deed], occasion: Occasion) -> Touch | None:
    """A meeting or call: those "between" and "with", whose it is, who holds or attends it, the body that meets."""
    doing = _doing(cast, found, occasion)
    hosts: tuple[Side, ...] = ()
    if occasion.verb_class == "host":
        hosts, doing = tuple(s for s in doing if not s.words), tuple(s for s in doing if s.words)
    sides = _sides(cast, occasion, doing)
    present = _present(cast, occasion) if len(sides) <= 1 and not hosts else ()
    sides = _both(sides, present)
    if not _is_gathering(occasion, sides, hosts, bool(present) or _with_peers(cast, occasion)):
        return None
    told = cast.memory.last_told(occasion.noun.form, cast.view.sentence.index, 3)
    same = told is not None and {s.code for s in told.guests} == {s.code for s in sides if s.carried}
    if same and all(s.carried for s in sides):
        return _touch(cast, occasion, sides, hosts, told)
    return _touch(cast, occasion, sides, hosts, place_behind(cast.view, occasion.last, _IN))


def _doing(cast: Cast, found: list[Deed], occasion: Occasion) -> tuple[Side, ...]:
    """Those who hold, attend or host it, or are invited to it."""
    deed = occasion.deed
    if deed is None:
        return ()
    if occasion.verb_class == "invite":
        return cast.subject(deed.start) if deed.passive else cast.objects(deed.last)
    return cast.behind(deed.last, ("by",), 6) if deed.passive else doers(cast, found, found.index(deed))


def _sides(cast: Cast, occasion: Occasion, doing: tuple[Side, ...]) -> tuple[Side, ...]:
    """All sides, each once: those who act first, then the others and the body."""
    between = cast.behind(occasion.last, ("between", "among"), 6)
    others = cast.behind(occasion.last, ("with",), 12)
    body = cast.body(occasion.first) or cast.behind(occasion.last, ("of",), 5)
    owner = cast.owner(occasion.first) if not body else ()
    if others and not (owner or doing or between):
        doing = cast.subject(_phrase(cast, occasion), loose=True) or cast.after_comma(occasion.last)
    elif not (between or owner or doing):
        doing = _relative(cast, occasion) or (cast.pair(occasion.first) if _inside(cast, occasion) else ())
    return _both((*between, *owner, *doing), (*others, *body))


def _both(one: tuple[Side, ...], other: tuple[Side, ...]) -> tuple[Side, ...]:
    return tuple({s.code: s for s in (*one, *other)}.values())


def _present(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """Who acts at a summit, conference or meeting that is told with its name, place or day: "said at the G7 summit"."""
    if occasion.noun.words[-1] not in ("summit", "conference", "meeting"):
        return ()
    view, at = cast.view, occasion.first
    while at > 0 and occasion.first - at < 9 and view.lower(at) not in ("at", "during", ".", ","):
        at -= 1
    if view.lower(at) not in ("at", "during"):
        return ()
    place = place_behind(view, occasion.last, _IN, 4)
    sides = cast.subject(at, loose=True) or cast.after_comma(occasion.last)
    abroad = any(cast.abroad(side, place) for side in sides)
    return sides if abroad or cast.body(occasion.first) or cast.has_state(at, occasion.last + 3) else ()


def _relative(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """ "the conversations I have had with"."""
    word = cast.view.lower(occasion.last)
    return cast.pronoun(word, occasion.first) if word in ("i", "he", "she", "we") else ()


def _inside(cast: Cast, occasion: Occasion) -> bool:
    """Whether what the sentence tells happened in it: "warned him in a phone call"."""
    start = _phrase(cast, occasion)
    opened = cast.view.lower(start) in ("a", "an", "phone", "their")
    return opened and cast.view.lower(start - 1) in ("in", "during", "over", "by")


def _with_peers(cast: Cast, occasion: Occasion) -> bool:
    """ "hold talks with world leaders": the others are officials without a name."""
    words = [cast.view.lower(i) for i in range(occasion.last, occasion.last + 6)]
    return occasion.verb_class == "hold" and words[:1] == ["with"] and bool(_PEERS & set(words))


def _is_gathering(occasion: Occasion, sides: tuple[Side, ...], hosts: tuple[Side, ...], alone: bool) -> bool:
    """Two sides, a host, or one that is many or acts at a gathering of many."""
    word = occasion.noun.words[-1]
    if len(sides) >= 2:
        return True
    if not sides:
        return bool(hosts) and word in ("summit", "talks", "conference", "negotiations")
    if occasion.noun.form == "call":
        return False
    if sides[0].many:
        return word in ("summit", "meeting", "meetings", "summits", "talks")
    alone = alone or occasion.verb_class in ("attend", "miss", "invite")
    return alone and word in ("summit", "meeting", "conference", "talks")


def _again(cast: Cast, occasion: Occasion) -> Touch | None:
    """ "the visit", "their call": the contact told before, with its sides."""
    if not definite(cast.view, occasion.first):
        return None
    long_talks = occasion.noun.words[-1] in ("talks", "negotiations", "conference")
    told = cast.memory.last_told(occasion.noun.form, cast.view.sentence.index, 2 if long_talks else 8)
    owner = {s.code for s in cast.owner(occasion.first) if not _is_their(cast, occasion)}
    if told is not None and owner and not owner & {s.code for s in told.guests}:
        return None
    if told is None or not told.guests or (occasion.noun.plural and occasion.noun.words[-1] != "talks"):
        return None
    return _touch(cast, occasion, told.guests, told.hosts, told)


def _is_their(cast: Cast, occasion: Occasion) -> bool:
    """Whether "their" stands before the noun: whoever they are, they are those told before."""
    return "their" in {cast.view.lower(i) for i in range(max(0, occasion.first - 3), occasion.first)}


def _touch(
    cast: Cast, occasion: Occasion, guests: tuple[Side, ...], hosts: tuple[Side, ...], where: Told | _Where | None
) -> Touch:
    """`where` is the place said here, or the contact told before whose place and days are carried."""
    noun, deed = occasion.noun, occasion.deed
    when = days_near(cast.view, occasion.first, occasion.last)
    place, carried = where, frozenset[str]()
    if isinstance(where, Told):
        place = place_behind(cast.view, occasion.last, _IN, 6) or where.place
        carried = frozenset(("place",) if place is where.place else ()) | frozenset(() if when else ("when",))
        when = when or where.when
    row = f"{' '.join(noun.words)} {occasion.row}" + (f" of {deed.verb.lemma}" if deed else "")
    rule = f"contacts/{noun.words[-1]}"
    mood = occasion.mood
    assert not isinstance(place, Told)
    return Touch(noun.form, guests, hosts, place, when, mood, occasion.first, occasion.last, rule, row, carried)


def _phrase(cast: Cast, occasion: Occasion) -> int:
    """Where the noun's phrase begins, past its adjectives and article."""
    at = occasion.first
    while at > 0 and (cast.view.lower(at - 1).isalpha() or "-" in cast.view.lower(at - 1)) and at > occasion.first - 5:
        at -= 1
        word = cast.view.lower(at)
        if word in _ARTICLES or word in _LINKS:
            return at if word in _ARTICLES else at + 1
    return at

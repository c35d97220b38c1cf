"""Reads contacts told by nouns: "Blinken's visit to Kyiv", "held talks with", "the call", "the summit in Vilnius"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.contact_at import all_of, inside, is_where_met, phrase, place_apart, present_at, told_at
from wireledger.extract.contact_here import met_here
from wireledger.extract.contact_home import abroad, names_land
from wireledger.extract.contact_memory import Side, Told
from wireledger.extract.contact_peers import with_peers
from wireledger.extract.contact_places import opening_place, place_at, place_behind
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import Touch, doers
from wireledger.extract.contact_words import Occasion, definite
from wireledger.extract.deeds import Deed
from wireledger.extract.event_days import days_near
from wireledger.lexicon.meeting import governing_moods
from wireledger.model import Party, Place, Span

_IN = ("in", "at")
_Where = tuple[str, Span]
_NOT_AGAIN = frozenset("discussions stop lunch dinner breakfast audience".split())
_TALKS = frozenset("talks negotiations consultations discussions".split())
_HOSTED = frozenset("hosted organised organized".split())
_LED = frozenset("led chaired co-chaired co-hosted mediated brokered facilitated moderated convened".split())
_NEAR_DAYS = 8
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
    tour = occasion.noun.words[-1] == "tour"
    place = place_behind(view, occasion.last, ("to", "in", *(("of",) if tour else ())), 8)
    place = place or _place_before(cast, occasion)
    visitors = cast.behind(occasion.last, ("by", "from", *(("of",) if not tour else ())), 5)
    guests = cast.owner(occasion.first) or visitors
    hosts: tuple[Side, ...] = ()
    if occasion.deed is not None and occasion.verb_class in ("hold", "cancel", "miss"):
        guests = guests or doers(cast, found, found.index(occasion.deed))
    if occasion.verb_class == "host" and occasion.deed is not None:
        hosts = doers(cast, found, found.index(occasion.deed))
    if place:
        guests = guests or _hanging(cast, occasion)
    if not guests and place:
        guests = _weighing(cast, occasion)
    told = cast.memory.last_told("visit", view.sentence.index)
    if not guests and place and told is not None and occasion.mood not in (None, "asserted"):
        guests = tuple(replace(side, carried=True) for side in told.guests)
    unnamed = view.lower(occasion.last) in ("to", "in") and names_land(view, occasion.last + 1)
    if not place and not hosts and unnamed:
        return _touch(cast, occasion, guests or _hanging(cast, occasion), hosts, None)
    if not guests and place and occasion.mood not in (None, "asserted") and not _is_owned(cast, occasion):
        guests = tuple(s for s in cast.traveller(phrase(cast, occasion)) if s.person or s.agents)
    if not guests or not (place or occasion.deed or visitors or cast.owner(occasion.first)):
        return None
    if not place and told is not None and {s.code for s in told.guests} == {s.code for s in guests}:
        return _touch(cast, occasion, guests, hosts, told)
    single = not occasion.noun.plural and not _is_owned(cast, occasion)
    told_whose = single and bool(visitors) and all(s.person or s.agents for s in visitors)
    told_whose = told_whose or (not occasion.noun.plural and not tour and _is_told_whose(cast, occasion))
    return _touch(cast, occasion, guests, hosts, place) if place or hosts or told_whose else None


def _is_told_whose(cast: Cast, occasion: Occasion) -> bool:
    """ "Rama's visit underlines": that of one in office who is named right before it."""
    owners = cast.owner(occasion.first)
    return len(owners) == 1 and owners[0].person and owners[0].official and not owners[0].carried


def _hanging(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """Who does what is told to happen "during a visit to"."""
    start = phrase(cast, occasion) - 1
    if cast.view.lower(start) not in _HANGS:
        return ()
    return cast.traveller(start) or cast.after_comma(occasion.last)


def _is_owned(cast: Cast, occasion: Occasion) -> bool:
    """Whether it is somebody's, though it may not be clear whose."""
    near = {cast.view.lower(i) for i in range(occasion.first - 4, occasion.first)}
    return bool(near & {"'s", "'", "his", "her", "their", "its", "your", "my", "our"})


def _weighing(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """ "is considering a trip to", "is planning a visit to": whose thought it is."""
    start = phrase(cast, occasion)
    if cast.view.lower(start - 1) not in governing_moods() or occasion.mood in (None, "asserted"):
        return ()
    return cast.subject(start - 1)


def _place_before(cast: Cast, occasion: Occasion) -> _Where | None:
    """ "arrived in Warsaw on a surprise visit"."""
    start = phrase(cast, occasion)
    if _has_city(cast, occasion):
        return place_at(cast.view, cast.view.at[occasion.first - 1].first)
    if cast.view.lower(start - 1) not in ("on", "in", "for"):
        return None
    return place_behind(cast.view, max(0, start - 7), _IN, min(6, start))


def _gathering(cast: Cast, found: list[Deed], occasion: Occasion) -> Touch | None:
    """A meeting or call: those "between" and "with", whose it is, who holds or attends it, the body that meets."""
    doing = _doing(cast, found, occasion)
    hosts: tuple[Side, ...] = ()
    if occasion.verb_class == "host":
        hosts, doing = tuple(s for s in doing if not s.person), tuple(s for s in doing if s.person)
    sides = _sides(cast, occasion, doing)
    present = told_at(cast, found, occasion) if len(sides) <= 1 and not hosts else ()
    if not present and len(sides) <= 1 and not hosts and not is_where_met(cast, found, occasion):
        present = present_at(cast, occasion)
    sides = all_of(sides, present)
    if sides and all(s.code == "unnamed-allies" for s in sides) and occasion.noun.words[-1] == "summit":
        sides = cast.memory.last_body(cast.view.sentence.index) or sides
    if all(s.code == "unnamed-allies" or s.person for s in sides):
        sides = all_of(sides, _city_summit(cast, occasion))
    alone = bool(present) or _with_peers(cast, occasion) or _meets_abroad(cast, occasion, sides)
    if not _is_gathering(occasion, sides, hosts, alone):
        return None
    if not sides:
        sides, hosts = hosts, ()  # who alone is named at it takes part
    told = cast.memory.last_told(occasion.noun.form, cast.view.sentence.index, 3)
    if told is not None and _is_joined(cast, occasion, sides):
        sides = all_of(sides, tuple(replace(side, carried=True) for side in told.guests))
    same = told is not None and {s.code for s in told.guests} == {s.code for s in sides if s.carried}
    if same and all(s.carried for s in sides):
        return _touch(cast, occasion, sides, hosts, told)
    place = place_behind(cast.view, occasion.last, _IN, 16) or opening_place(cast.view) or place_apart(cast, occasion)
    if place is None and occasion.noun.words[-1] in ("summit", "conference") and _has_city(cast, occasion):
        place = place_at(cast.view, occasion.first - 1)
    bodies = {s.code for s in sides if s.many}
    if place is None and bodies and _same_summit(told, occasion, bodies):
        return _touch(cast, occasion, sides, hosts, told)
    return _touch(cast, occasion, sides, hosts, place)


def _is_joined(cast: Cast, occasion: Occasion, sides: tuple[Side, ...]) -> bool:
    """ "Scholz also took part in the talks": in those told before, beside those who met there."""
    named = bool(sides) and all(side.person and not side.carried for side in sides)
    plain = cast.view.lower(occasion.first - 1) in ("the", "these", "their") and not cast.body(occasion.first)
    return occasion.verb_class == "attend" and named and plain and cast.view.lower(occasion.last) not in ("of", "in")


def _same_summit(told: Told | None, occasion: Occasion, bodies: set[str]) -> bool:
    """Whether a summit of the same body, with its place, was told shortly before."""
    known = told is not None and told.place is not None and bool({s.code for s in told.guests} & bodies)
    return known and occasion.noun.words[-1] == "summit"


def _city_summit(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """ "the Madrid summit", "our summit": that of the alliance or forum spoken of last."""
    if not (_has_city(cast, occasion) or _is_ours(cast, occasion)) or occasion.noun.words[-1] != "summit":
        return ()
    return cast.memory.last_body(cast.view.sentence.index)


def _is_ours(cast: Cast, occasion: Occasion) -> bool:
    return "our" in {cast.view.lower(i) for i in range(max(0, occasion.first - 2), occasion.first)}


def _meets_abroad(cast: Cast, occasion: Occasion, sides: tuple[Side, ...]) -> bool:
    """ "the president's meetings this week in Belgium"."""
    place = place_behind(cast.view, occasion.last, _IN, 4)
    return bool(sides) and occasion.noun.plural and abroad(cast.view, sides[0], place)


def _has_city(cast: Cast, occasion: Occasion) -> bool:
    mention = cast.view.at.get(occasion.first - 1)
    thing = mention.thing if mention is not None else None
    return isinstance(thing, Place) or (isinstance(thing, Party) and thing.named_by == "capital")


def _doing(cast: Cast, found: list[Deed], occasion: Occasion) -> tuple[Side, ...]:
    """Those who hold, attend or host it, or are invited to it."""
    deed = occasion.deed
    if deed is None:
        return ()
    if occasion.verb_class == "invite":
        return cast.subject(deed.start) if deed.passive else cast.objects(deed.last)
    if deed.passive:
        return cast.behind(deed.last, ("by",), 6)
    joined = cast.objects(deed.last) or cast.behind(deed.last, ("with",), 6) if deed.verb.lemma == "join" else ()
    return all_of(doers(cast, found, found.index(deed)), joined)


def _sides(cast: Cast, occasion: Occasion, doing: tuple[Side, ...]) -> tuple[Side, ...]:
    """All sides, each once: those who act first, then the others and the body."""
    between = cast.behind(occasion.last, ("between", "among"), 6) or _between_them(cast, occasion)
    others = cast.behind(occasion.last, ("with", "alongside"), 12)
    several = len(doing) > 1 and all(s.person for s in doing)  # whose meeting it is in name only
    body = cast.body(occasion.first) or (cast.behind(occasion.last, ("of",), 5) if not several else ())
    led = _led(cast, occasion, _LED | _HOSTED if doing else _LED)
    owner = (
        cast.owner(occasion.first) if not (body or (_is_ours(cast, occasion) and _city_summit(cast, occasion))) else ()
    )
    if others and not (owner or doing or between):
        doing = cast.subject(phrase(cast, occasion), loose=True) or cast.after_comma(occasion.last)
    elif not (between or owner or doing):
        doing = (
            _weighing(cast, occasion)
            or _relative(cast, occasion)
            or _told_it(cast, occasion)
            or (cast.pair(occasion.first) if inside(cast, occasion) else ())
        )
    return all_of((*between, *owner, *doing, *led), (*others, *body))


def _led(cast: Cast, occasion: Occasion, words: frozenset[str]) -> tuple[Side, ...]:
    """Those who lead or chair it: "talks between A and B, led by C"; of who only hosts it where another takes part."""
    for at in range(occasion.last, occasion.last + 12):
        if cast.view.lower(at) in words and cast.view.lower(at + 1) in ("by", "with"):
            return cast.behind(at, ("by", "with"), 9)
    return ()


def _relative(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """ "the conversations I have had with"."""
    word = cast.view.lower(occasion.last)
    return cast.pronoun(word, occasion.first) if word in ("i", "he", "she", "we") else ()


def _between_them(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """ "the first talks between the two men": those named side by side before."""
    words = [cast.view.lower(occasion.last + i) for i in range(4)]
    theirs = words[:1] == ["between"] and (words[1:2] == ["them"] or {"two", "pair"} & set(words[1:]))
    return cast.memory.last_row(cast.view.sentence.index) if theirs else ()


def _told_it(cast: Cast, occasion: Occasion) -> tuple[Side, ...]:
    """ "told a joint news conference": those who give it."""
    start = phrase(cast, occasion)
    given = occasion.noun.words[0] == "joint" and cast.view.lower(start - 1) in ("told", "tell", "addressed")
    return cast.subject(start - 1) if given else ()


def _with_peers(cast: Cast, occasion: Occasion) -> bool:
    """ "hold talks with world leaders": the others are officials without a name."""
    return occasion.verb_class == "hold" and with_peers(cast.view, occasion.last)


def _is_gathering(occasion: Occasion, sides: tuple[Side, ...], hosts: tuple[Side, ...], alone: bool) -> bool:
    """Two sides, a host, or one that is many or acts at a gathering of many."""
    word = occasion.noun.words[-1]
    if len(sides) >= 2:
        return True
    if len(sides) == 1 and occasion.noun.plural and word == "meetings" and sides[0].person:
        return alone
    if not sides:
        return bool(hosts) and word in ("summit", "talks", "conference", "negotiations")
    if occasion.noun.form == "call":
        return alone and sides[0].person
    if sides[0].many:
        return word in ("summit", "meeting", "meetings", "summits", "talks", "conference", "gathering")
    alone = alone or occasion.verb_class in ("attend", "miss", "invite", "send")
    leads = occasion.verb_class in ("lead", "host") and sides[0].person and word in ("summit", "meeting")
    return leads or (alone and word in ("summit", "meeting", "conference", "talks", "forum"))


def _again(cast: Cast, occasion: Occasion) -> Touch | None:
    """ "the visit", "their call": the contact told before, with its sides."""
    if not definite(cast.view, occasion.first):
        return None
    if len(present := met_here(cast, occasion)) > 1:
        return _touch(cast, occasion, present, (), None)
    if occasion.noun.words[-1] in _NOT_AGAIN:
        return None
    long_talks = occasion.noun.words[-1] in ("talks", "negotiations", "conference")
    told = cast.memory.last_told(occasion.noun.form, cast.view.sentence.index, 2 if long_talks else 8)
    if told is not None and not _can_be_talks(cast, occasion, told):
        return None
    owner = {s.code for s in cast.owner(occasion.first) if not _is_their(cast, occasion)}
    if told is not None and owner and not owner & {s.code for s in told.guests}:
        return None
    if told is None or not told.guests or (occasion.noun.plural and occasion.noun.words[-1] != "talks"):
        return None
    if (named := cast.behind(occasion.last, ("with",), 9)) and occasion.noun.form != "visit":
        return _with_another(cast, occasion, named, told)
    touch = _touch(cast, occasion, told.guests, told.hosts, told)
    foreseen = occasion.row in ("will", "would", "could", "might", "may", "should")
    return replace(touch, mood=told.mood) if foreseen and told.mood == "asserted" else touch


def _with_another(cast: Cast, occasion: Occasion, named: tuple[Side, ...], told: Told) -> Touch:
    """ "the call with Ann", behind calls with Ann and Bo: hers with whoever had both; one not told before is new."""
    codes = {s.code for s in named}
    same = codes < {s.code for s in told.guests} and len(told.guests) == 2
    one = next((replace(s, carried=True) for s in told.guests if s.code not in codes), None)
    guests = told.guests if same or one is None else all_of((one,), named)
    return _touch(cast, occasion, guests, (), told if same else None)


def _can_be_talks(cast: Cast, occasion: Occasion, told: Told) -> bool:
    """Whether "the talks" may be what was told: after "met", but "the truce negotiations" only after such."""
    word = occasion.noun.words[-1]
    plain = word == "talks" and cast.view.lower(occasion.first - 1) in ("the", "their", "these", "those", "both")
    return word not in _TALKS or plain or told.word in _TALKS


def _is_their(cast: Cast, occasion: Occasion) -> bool:
    """Whether "their" stands before the noun: whoever they are, they are those told before."""
    return "their" in {cast.view.lower(i) for i in range(max(0, occasion.first - 3), occasion.first)}


def _touch(
    cast: Cast, occasion: Occasion, guests: tuple[Side, ...], hosts: tuple[Side, ...], where: Told | _Where | None
) -> Touch:
    """`where` is the place said here, or the contact told before whose place and days are carried."""
    noun, deed = occasion.noun, occasion.deed
    when = days_near(cast.view, occasion.first, occasion.last)
    if (
        when is not None
        and occasion.row == "ahead of"
        and when[1].stop <= cast.view.sentence.tokens[occasion.first].start
    ):
        when = None  # "met on Monday ahead of the summit"
    place, carried = where, frozenset[str]()
    if isinstance(where, Told):
        place = place_behind(cast.view, occasion.last, _IN, 6) or where.place
        carried = frozenset(("place",) if place is where.place else ())
        said = when
        when = where.when if when is None or (where.when is not None and _is_far(cast, occasion, when[1])) else when
        carried |= frozenset(("when",) if when is not said or when is None else ())
    row = f"{' '.join(noun.words)} {occasion.row}" + (f" of {deed.verb.lemma}" if deed else "")
    rule = f"contacts/{noun.words[-1]}"
    mood = occasion.mood
    assert not isinstance(place, Told)
    return Touch(noun.form, guests, hosts, place, when, mood, occasion.first, occasion.last, rule, row, carried)


def _is_far(cast: Cast, occasion: Occasion, days: Span) -> bool:
    """Whether days stand too far from "the call" to be its own, where those of the call are known."""
    tokens = cast.view.sentence.tokens
    if any(t.lower == "held" and t.start < days.start for t in tokens[occasion.last :]):
        return False  # "the summit on safety, to be held in Riga on 2 May"
    near = tokens[max(0, occasion.first - _NEAR_DAYS) : occasion.last + _NEAR_DAYS]
    return days.stop <= near[0].start or days.start >= near[-1].stop

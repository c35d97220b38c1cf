"""Who may take part in what a hint tells: every way to read its sides, before one is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.contact_hints import Hint
from wireledger.extract.contact_memory import Side, sides_of, speaks
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import Touch, both, doers, those
from wireledger.extract.deeds import Deed
from wireledger.extract.event_days import SPEAKING
from wireledger.extract.view import View
from wireledger.model import Form

_FIRST = ("doer", "owner", "subject", "main", "voice", "person", "traveller", "comma")
_SECOND = ("object", "with", "to", "body", "last body", "near after", "by", "addressed", "present", "them")
_MOST = 28
_TELLING_AFTER = frozenset((",", '"', "as", "but", "and"))


@dataclass(frozen=True, slots=True)
class Guess:
    """Those who may have taken part in a contact of one form, and the ways in which they were read."""

    form: Form
    guests: tuple[Side, ...]
    ways: frozenset[str]


def parts(cast: Cast, found: Sequence[Deed], hint: Hint) -> dict[str, tuple[Side, ...]]:
    """The sides that stand in each place around a hint; empty ones are left out."""
    told = {name: sides for name, sides in _around(cast, found, hint) if sides}
    told |= {name: sides for name, sides in _remembered(cast, hint) if sides}
    return told


def guesses(told: dict[str, tuple[Side, ...]], hint: Hint, touch: Touch | None) -> list[Guess]:
    """Every guess, each set of sides once for each form, with all the ways that lead to it."""
    ways: dict[tuple[Form, frozenset[str]], tuple[tuple[Side, ...], set[str]]] = {}

    def add(form: Form, sides: tuple[Side, ...], way: str) -> None:
        key = (form, frozenset(s.code for s in sides))
        known = ways.get(key)
        if known is not None:
            known[1].add(way)
        elif len(ways) < _MOST:
            ways[key] = (sides, {way})

    if touch is not None:
        add(touch.form, touch.guests, "rule")
    for form in hint.forms:
        for name, sides in told.items():
            add(form, sides, name)
        for one, other in _pairs(told, form):
            add(form, both(told[one], told[other]), f"{one}+{other}")
    return [Guess(form, sides, frozenset(some)) for (form, _), (sides, some) in ways.items()]


def _pairs(told: dict[str, tuple[Side, ...]], form: Form) -> Iterator[tuple[str, str]]:
    for one in _FIRST if form != "visit" else ():
        for other in _SECOND if one in told else ():
            if other in told:
                yield one, other


def _around(cast: Cast, found: Sequence[Deed], hint: Hint) -> Iterator[tuple[str, tuple[Side, ...]]]:
    view, deed, last = cast.view, hint.deed, hint.last
    some = list(found)
    if deed is not None and deed in some:
        yield "doer", doers(cast, some, some.index(deed))
        yield "passive by", cast.behind(deed.last, ("by",), 8) if deed.passive else ()
    yield "subject", cast.subject(hint.start, loose=True)
    yield "main", cast.main_subject(hint.start)
    yield "traveller", cast.traveller(hint.start)
    if hint.occasion is not None:
        yield "owner", cast.owner(hint.first)
        yield "body", cast.body(hint.first)
        yield "between", cast.behind(last, ("between", "among"), 8)
    yield "with", cast.behind(last, ("with",), 16)
    yield "by", cast.behind(last, ("by", "from", "of"), 9)
    yield "to", cast.behind(last, ("to",), 9)
    yield "object", cast.objects(last)
    yield "comma", cast.after_comma(last)
    before = [a for a in cast.actors if a.last <= hint.first and not possessive(view, a)]
    named = sum(a.party.kind == "person" for a in cast.actors if a.last <= hint.first) > 1
    after = [a for a in cast.actors if a.first >= last and not (named and _only_tells(view, a))]
    yield "near before", sides_of(view, row(view, cast.actors, before[-1])) if before else ()
    yield "near after", sides_of(view, row(view, cast.actors, after[0])) if after else ()
    persons = [a for a in (*(a for a in cast.actors if a.first < last), *after) if a.party.kind == "person"]
    yield "persons", sides_of(view, persons)
    yield "present", sides_of(view, [a for a in after if a.party.kind == "person" or a.agents])
    free = [a for a in cast.actors if not preposition(view, a) and (a.party.kind == "person" or a.agents)]
    yield "free", sides_of(view, free[:1])
    yield "word", _pronoun(cast, hint)
    at = last + (view.lower(last) in ("with", "to", "between"))
    yield "them", those(cast, at, cast.subject(hint.start, loose=True))


def _only_tells(view: View, actor: Actor) -> bool:
    """ "..., a spokesman, | John Kirby, | said": who tells the news behind it."""
    spoken = speaks(view, actor) or (view.lower(actor.last) == "," and view.lower(actor.last + 1) in SPEAKING)
    return spoken and (view.lower(actor.first - 1) in _TELLING_AFTER or view.lower(actor.first - 1) in SPEAKING)


def _pronoun(cast: Cast, hint: Hint) -> tuple[Side, ...]:
    """Whom the pronoun nearest before a hint means."""
    for at in range(hint.start - 1, max(-1, hint.start - 9), -1):
        if cast.view.lower(at) in ("he", "she", "they", "we", "i"):
            return cast.pronoun(cast.view.lower(at), at)
    return ()


def _remembered(cast: Cast, hint: Hint) -> Iterator[tuple[str, tuple[Side, ...]]]:
    memory, index = cast.memory, cast.view.sentence.index
    yield "person", memory.last_person(index)
    yield "row", memory.last_row(index)
    yield "last body", memory.last_body(index)
    yield "voice", cast.pronoun("i", 0)
    yield "addressed", cast.pronoun("you", 0)
    told = memory.last_told(hint.forms[0], index)
    yield "told", _carried(told.guests) if told else ()
    other = next((t for t in reversed(memory.told) if index - t.sentence <= 12), None)
    yield "told last", _carried((*other.guests, *(h for h in other.hosts if h.person))) if other else ()


def _carried(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    return tuple(replace(side, carried=True) for side in sides)

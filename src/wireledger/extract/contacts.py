"""Reads contacts: every verb and noun of visiting, meeting or calling, with who took part, where and when.

Sides that a sentence only points to ("he", "the two leaders", "the call") are carried from the report's memory, and say
so. A contact in which nobody acts for a state, an alliance or an organisation stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wireledger.extract.actors import actors
from wireledger.extract.contact_confidence import contact_confidence
from wireledger.extract.contact_days import dated_by_others
from wireledger.extract.contact_memory import ContactMemory, Side, Told, contact_memory, remember
from wireledger.extract.contact_nouns import noun_touches
from wireledger.extract.contact_read import Touch, verb_touches
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_words import occasions, triggers
from wireledger.extract.deeds import deeds
from wireledger.extract.view import View
from wireledger.lexicon.meeting import contact_verbs
from wireledger.model import Claim, Contact, Document, Field, Mood, Span, evidence, hull

_LONG, _SHORT = 320, 40


def contacts(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The contact claims of a document, in order of place."""
    if not any(triggers(view) for view in views):
        return ()
    memory = contact_memory(document)
    found: list[Claim] = []
    for view in views:
        found += _sentence(document, view, memory)
    return tuple(found)


def _sentence(document: Document, view: View, memory: ContactMemory) -> Iterator[Claim]:
    here = actors(view)
    if triggers(view):
        for touch in _touches(view, Cast(view, here, memory)):
            mood = _mood(document, touch)
            told = Told(touch.form, touch.guests, touch.hosts, touch.place, touch.when, mood, view.sentence.index)
            memory.told.append(told)
            yield _claim(document, view, touch, mood)
    remember(view, here, memory)


def _touches(view: View, cast: Cast) -> list[Touch]:
    """The contacts of a sentence in order, each once, and only those of states and their like."""
    found_deeds = deeds(view, contact_verbs())
    nouns = occasions(view, found_deeds)
    taken = {id(n.deed) for n in nouns if n.deed is not None}
    touches = [*verb_touches(cast, [d for d in found_deeds if id(d) not in taken])]
    touches += noun_touches(cast, found_deeds, nouns)
    kept: list[Touch] = []
    for touch in map(_shared, sorted(touches, key=lambda t: (t.first, t.last))):
        if _matters(cast, touch) and not any(_same(touch, k) for k in kept):
            kept.append(touch)
    return dated_by_others(view, kept)


def _matters(cast: Cast, touch: Touch) -> bool:
    """Whether somebody in it acts for a state or body, and it is no meeting of one state's people among themselves."""
    if not any(s.official for s in (*touch.guests, *(h for h in touch.hosts if h.words or touch.form != "visit"))):
        return False
    everyone = (*touch.guests, *touch.hosts)
    if touch.form == "call" and len(everyone) < 2:
        return False
    sides = {s.side for s in everyone}
    if len(everyone) > 1 and len(sides) == 1 and None not in sides and not any(s.many for s in everyone):
        return False
    return not (touch.form == "visit" and touch.place and len(sides) == 1 and cast.at_home(sides, touch.place[1]))


def _shared(touch: Touch) -> Touch:
    """A meeting or call without the allies nobody names, where others are left."""
    named = tuple(s for s in touch.guests if s.code != "unnamed-allies")
    return touch if touch.form == "visit" else replace(touch, guests=named)


def _same(one: Touch, other: Touch) -> bool:
    """Whether two words of one sentence tell the same contact."""
    if one.form != other.form or (one.place and other.place and one.place[0] != other.place[0]):
        return False
    if one.verb and other.verb:
        return False
    codes, others = {s.code for s in one.guests}, {s.code for s in other.guests}
    return codes <= others or others <= codes


def _mood(document: Document, touch: Touch) -> Mood:
    """The words' mood; what is told of as present or named by a noun is planned where its days are ahead."""
    if touch.mood is not None and touch.mood != "asserted":
        return touch.mood
    published = document.report.source.published
    days = touch.when[0].interval if touch.when else None
    today = published.stop if published else None
    ahead = isinstance(today, date) and days is not None and days.start is not None and days.start >= today
    return "planned" if ahead else "asserted"


def _claim(document: Document, view: View, touch: Touch, mood: Mood) -> Claim:
    contact = Contact(
        touch.form,
        tuple(s.code for s in touch.guests),
        tuple(s.code for s in touch.hosts),
        touch.place[0] if touch.place else None,
        touch.when[0] if touch.when else None,
    )
    fields = _fields(view, touch)
    where = evidence(document.report, _quote(view, fields), _anchor(view, touch), fields)
    trace = (
        f"words «{view.text(touch.first, touch.last)}»: {touch.row}",
        f"guests {_told(touch.guests)}",
        f"hosts {_told(touch.hosts)}",
        f"place {touch.place[0] if touch.place else 'not said'}",
        f"when {touch.when[0].words if touch.when else 'not said'}",
    )
    names = {s.words: s.code for s in (*touch.guests, *touch.hosts) if s.words}
    confidence = contact_confidence(touch, mood)
    return Claim(where, contact, mood, touch.rule, confidence, names=tuple(sorted(names.items())), trace=trace)


def _told(sides: tuple[Side, ...]) -> str:
    return ", ".join(f"{s.code} (carried)" if s.carried else s.code for s in sides) or "not said"


def _fields(view: View, touch: Touch) -> tuple[Field, ...]:
    found = [Field("form", (view.sentence.place(touch.first, touch.last),))]
    for name, sides in (("guests", touch.guests), ("hosts", touch.hosts)):
        spans = tuple(s.span for s in sides if s.span is not None)
        if spans:
            found.append(Field(name, spans, any(s.carried for s in sides)))
    if touch.place is not None:
        found.append(Field("place", (touch.place[1],), "place" in touch.carried))
    if touch.when is not None:
        found.append(Field("when", (touch.when[1],), "when" in touch.carried))
    return tuple(found)


def _anchor(view: View, touch: Touch) -> int:
    """The start of the first guest named in the sentence, else of the words for the contact."""
    whole = view.sentence.span
    here = [s.span.start for s in touch.guests if s.span is not None and whole.holds(s.span)]
    return here[0] if here else view.sentence.tokens[touch.first].start


def _quote(view: View, fields: tuple[Field, ...]) -> Span:
    """The sentence, or where it is long the stretch that holds the fields said in it."""
    whole = view.sentence.span
    if whole.stop - whole.start <= _LONG:
        return whole
    here = [s for f in fields for s in f.spans if whole.holds(s)]
    part = hull(here) if here else whole
    return part if part.stop - part.start >= _SHORT else whole

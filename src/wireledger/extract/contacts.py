"""Reads contacts: every verb and noun of visiting, meeting or calling, with who took part, where and when.

Sides that a sentence only points to ("he", "the two leaders", "the call") are carried from the report's memory, and say
so. A contact in which nobody acts for a state, an alliance or an organisation stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wireledger.extract.actors import Actor
from wireledger.extract.contact_aside import is_aside_of
from wireledger.extract.contact_choice import HINTED, Decide, decided, likeliest
from wireledger.extract.contact_confidence import contact_confidence
from wireledger.extract.contact_days import a_year_off, dated_by_others, dated_by_retelling
from wireledger.extract.contact_hints import may_hint
from wireledger.extract.contact_home import at_home, is_foreign, names_land, same_land
from wireledger.extract.contact_memory import ContactMemory, Side, Told, contact_memory, remember
from wireledger.extract.contact_nouns import noun_touches
from wireledger.extract.contact_nth import with_nth
from wireledger.extract.contact_offices import offices_in
from wireledger.extract.contact_peers import with_peers
from wireledger.extract.contact_placed import placed_by_retelling
from wireledger.extract.contact_present import scene_of
from wireledger.extract.contact_read import shown_touch, verb_touches
from wireledger.extract.contact_round import dated_by_round, keep_dated, without_others
from wireledger.extract.contact_separate import each_apart
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_today import dated_by_report
from wireledger.extract.contact_touch import Touch, is_of_one_side
from wireledger.extract.contact_voices import hear, label_end
from wireledger.extract.contact_words import occasions
from wireledger.extract.deeds import deeds
from wireledger.extract.event_days import as_told
from wireledger.extract.view import View
from wireledger.lexicon.meeting import contact_verbs
from wireledger.model import Claim, Contact, Document, Field, Mood, Span, evidence, hull

_LONG, _SHORT = 320, 40


def contacts(document: Document, views: list[View], decide: Decide = likeliest) -> tuple[Claim, ...]:
    """The contact claims of a document, in order of place."""
    if not any(may_hint(view) or view.sentence.block_kind in ("headline", "caption") for view in views):
        return ()
    memory, offices = contact_memory(document), offices_in(document, views)
    actors = [[_known(a, memory) for a in offices.actors(view)] for view in views]
    hear(document, views, actors, memory)
    memory.scene = scene_of(views)
    found: list[Claim] = []
    for view, here in zip(views, actors, strict=True):
        label = label_end(view)  # who has the word is not spoken of
        found += _sentence(document, view, Cast(view, [a for a in here if a.first >= label], memory), decide)
    found = with_nth(views, found)
    return tuple(placed_by_retelling(dated_by_retelling(found, document.report.source.published, memory.open_moods)))


def _known(actor: Actor, memory: ContactMemory) -> Actor:
    """An actor; who stands in the title of a page that speaks for a state acts in an office."""
    return replace(actor, titled=True) if memory.home and actor.code in memory.titled else actor


def _sentence(document: Document, view: View, cast: Cast, decide: Decide) -> Iterator[Claim]:
    memory = cast.memory
    if may_hint(view) or view.sentence.block_kind in ("headline", "caption"):
        for touch in _touches(view, cast, decide):
            touch = dated_by_report(document, view, without_others(view, touch, memory), memory)
            touch = dated_by_round(view, touch, memory, document.report.source.published)
            mood = _mood(document, touch)
            touch = _dated(document, touch, mood)
            word = touch.rule.rpartition("/")[2]
            told = Told(touch.form, touch.guests, touch.hosts, touch.place, touch.when, mood, view.sentence.index, word)
            memory.told.append(told)
            if touch.mood is None:
                memory.open_moods.add(view.sentence.place(touch.first, touch.last))
            yield _claim(document, view, touch, mood)
    remember(view, cast.actors, memory)
    keep_dated(view, memory)


def _touches(view: View, cast: Cast, decide: Decide) -> list[Touch]:
    """The contacts of a sentence in order, each once, and only those of states and their like."""
    found_deeds = deeds(view, contact_verbs())
    nouns = [n for n in occasions(view, found_deeds) if not is_aside_of(cast, n.first, n.last)]
    taken = {id(n.deed) for n in nouns if n.deed is not None}
    touches = [*verb_touches(cast, [d for d in found_deeds if id(d) not in taken])]
    touches += noun_touches(cast, found_deeds, nouns)
    touches += shown_touch(cast, [d for d in found_deeds if d.verb.verb_class != "stay"]) if not touches else ()
    rules = [t for t in map(_shared, (one for t in touches for one in each_apart(view, t))) if _matters(cast, t)]
    kept: list[Touch] = []
    for touch in sorted(decided(cast, found_deeds, rules, decide), key=lambda t: (t.first, t.last)):
        same = next((i for i, k in enumerate(kept) if _same(cast, touch, k)), None)
        if same is None:
            kept.append(touch)
        elif len(touch.guests) > len(kept[same].guests) or _surer(kept[same], touch) is touch:
            base = _surer(kept[same], touch)
            fuller = max(touch.guests, kept[same].guests, key=len) if not _is_hinted(touch) else base.guests
            if "denied" in (touch.mood, kept[same].mood):
                base = replace(base, mood="denied")
            kept[same] = replace(base, guests=fuller, place=kept[same].place or touch.place)
    return dated_by_others(view, kept)


def _surer(one: Touch, other: Touch) -> Touch:
    """Which of two tellings of one contact stands: what a rule reads, else the verb, else the first."""
    if _is_hinted(one) != _is_hinted(other):
        return other if _is_hinted(one) else one
    return other if other.verb and not one.verb else one


def _is_hinted(touch: Touch) -> bool:
    """Whether no rule, only the weights tell it."""
    return touch.rule.startswith(HINTED)


def _matters(cast: Cast, touch: Touch) -> bool:
    """Whether somebody in it acts for a state or body, and it is no meeting of one state's people among themselves."""
    if not any(s.official for s in (*touch.guests, *(h for h in touch.hosts if h.person or touch.form != "visit"))):
        return False
    everyone = (*touch.guests, *touch.hosts)
    alone = len(everyone) < 2 and not any(s.many for s in everyone)
    if alone and (touch.form == "call" or (touch.form == "meeting" and touch.verb)):
        return with_peers(cast.view, touch.last)
    bare = touch.form == "visit" and not touch.place and not touch.hosts
    if bare and touch.verb and touch.rule == "contacts/visit":
        if is_foreign(cast.view, touch.guests[0], touch.last):
            return True
        if touch.mood == "hypothetical" and touch.row.split()[-1] in ("invited", "invites", "invitation", "inviting"):
            return True
        return names_land(cast.view, touch.last) or names_land(cast.view, touch.last + 1) or cast.is_away(touch.guests)
    sides = {s.side for s in everyone}
    if is_of_one_side(everyone):
        return False
    return not (touch.form == "visit" and touch.place and len(sides) == 1 and at_home(cast.view, sides, touch.place[1]))


def _shared(touch: Touch) -> Touch:
    """A meeting or call without the allies nobody names, and without an office whose holder is named beside it."""
    persons = {s.side for s in touch.guests if s.person}
    named = tuple(s for s in touch.guests if s.code != "unnamed-allies")
    offices = [s for s in named if not s.person and not s.many and s.side in persons]
    if any(s.agents for s in offices):  # "the premiers of Fiji and Peru, X and Y"
        named = tuple(s for s in named if s not in offices)
    return touch if touch.form == "visit" or not named else replace(touch, guests=named)


def _same(cast: Cast, one: Touch, other: Touch) -> bool:
    """Whether two words of one sentence tell the same contact."""
    apart = one.place and other.place and one.place[0] != other.place[0]
    codes, others = {s.code for s in one.guests}, {s.code for s in other.guests}
    hinted = _is_hinted(one) or _is_hinted(other)
    if one.form != other.form:
        return hinted and "visit" not in (one.form, other.form) and codes == others
    if apart and one.place and other.place and not same_land(cast.view, one.place[1], other.place[1]):
        return False
    if one.verb and other.verb and not hinted:
        return False
    return codes <= others or others <= codes


def _dated(document: Document, touch: Touch, mood: Mood) -> Touch:
    """A contact without days that cannot be its own: ahead of what has happened, before what is only planned."""
    published = document.report.source.published
    days = touch.when[0].interval if touch.when else None
    if published is None or published.start is None or published.stop is None or days is None:
        return touch
    ahead = days.start is not None and days.start >= published.stop
    behind = days.stop is not None and days.stop <= published.start
    happened = mood == "asserted" and touch.verb
    open_still = mood in ("planned", "hypothetical") and behind
    if touch.when is None or not ((happened and ahead) or open_still):
        return touch
    moved = a_year_off(touch.when[0], -1 if happened else 1)
    if moved is not None:
        return replace(touch, when=(moved, touch.when[1]))
    return replace(touch, when=None, carried=touch.carried - {"when"}) if touch.verb else touch


def _mood(document: Document, touch: Touch) -> Mood:
    """The words' mood; what is told of as present or named by a noun is planned where its days are ahead."""
    past = touch.verb and touch.row.endswith((" past", " participle"))
    if touch.mood is not None and (touch.mood != "asserted" or past):
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
        as_told(touch.when[0]) if touch.when else None,
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

"""Days of one round: who goes on, leaves or returns does so on the day told last, and "in the evening" is of it too."""

from __future__ import annotations

import re
from dataclasses import replace

from wireledger.extract.contact_days import are_apart
from wireledger.extract.contact_memory import ContactMemory, Told
from wireledger.extract.contact_touch import Touch
from wireledger.extract.contact_words import definite
from wireledger.extract.event_days import days_near, one_day
from wireledger.extract.view import View
from wireledger.model import Days, Interval, Span

_ONWARD = ("go on", "fly on", "travel on", "move on", "leave", "return", "drive on")
_SAME_DAY = re.compile(
    r"\b(?:(?:in the|that|the same) (?:morning|afternoon|evening|night|day)|hours later|at night|overnight)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:had|ago|last|next|previous|earlier|years?|months?|weeks?|days)\b", re.IGNORECASE)
_GATHERINGS = frozenset("meeting summit conference session talks forum ceremony".split())
_REACH, _BACK, _SOME_DAYS = 6, 4, 7


def dated_by_round(view: View, touch: Touch, memory: ContactMemory, published: Interval | None) -> Touch:
    """A contact without days with the day told before, where its words tie it to that day."""
    if (
        touch.when is not None
        or touch.mood not in (None, "asserted")
        or any(isinstance(m.thing, Days) and m.thing.interval is not None for m in view.sentence.mentions)
    ):
        return touch
    whole = view.text(0, len(view.sentence.tokens))
    if _ANOTHER.search(whole):
        return touch
    when = _of_visit(view, touch, memory) or _of_noun(view, touch, memory, published)
    when = when or (_of_last_day(view, memory, published) if _SAME_DAY.search(whole) else None)
    return replace(touch, when=when, carried=touch.carried | {"when"}) if when is not None else touch


def without_others(view: View, touch: Touch, memory: ContactMemory) -> Touch:
    """A contact without the place and days of one that it is not: where others met, or where these met elsewhere."""
    for name in touch.carried & {"place", "when"}:
        own = touch.place if name == "place" else touch.when
        if name == "place" and own is not None and _is_other_gathering(view, touch, memory):
            touch = replace(touch, place=None, carried=touch.carried - {name})
            continue
        source = [told for told in memory.told if own is not None and own in (told.place, told.when)]
        if source and not any(_may_be(view, touch, told) for told in source):
            touch = replace(touch, carried=touch.carried - {name})
            touch = replace(touch, place=None) if name == "place" else replace(touch, when=None)
    return touch


def _are_far(touch: Touch, told: Told) -> bool:
    """Whether both have days of their own that are not the same ones: "the state visit of last December"."""
    own = touch.when[0].interval if touch.when is not None and "when" not in touch.carried else None
    theirs = told.when[0].interval if told.when is not None else None
    return own is not None and theirs is not None and not own.overlaps(theirs)


def _is_other_gathering(view: View, touch: Touch, memory: ContactMemory) -> bool:
    """Whether a summit of a told day has its place from a meeting of another word and no day."""
    word = view.lower(touch.last - 1)
    theirs = "their" in (view.lower(touch.first - 1), view.lower(touch.first - 2))
    own = touch.when is not None and "when" not in touch.carried
    if not own or theirs or word not in ("summit", "conference", "forum"):
        return False
    source = [told for told in memory.told if told.place == touch.place]
    return bool(source) and all(told.when is None and told.word != word for told in source)


def _may_be(view: View, touch: Touch, told: Told) -> bool:
    """Whether a contact told before shares people with this one and was not somewhere else."""
    if touch.guests and not {s.code for s in (*told.guests, *told.hosts)} & {s.code for s in touch.guests}:
        return False
    if _are_far(touch, told):
        return False
    if touch.place is None or "place" in touch.carried:
        alone = touch.form == "meeting" and len(touch.guests) == 1 and not touch.guests[0].many
        return not alone or touch.guests != told.guests or (not touch.verb and definite(view, touch.first))
    if told.place is None:
        return not touch.verb and definite(view, touch.first)
    return not are_apart(touch.place[0], told.place[0])


def _of_visit(view: View, touch: Touch, memory: ContactMemory) -> tuple[Days, Span] | None:
    """The day of the contact told last of the same people, for a leg that follows from it."""
    if touch.form != "visit" or not touch.verb or not touch.row.startswith(_ONWARD):
        return None
    codes = {s.code for s in touch.guests}
    for told in reversed(memory.told):
        if view.sentence.index - told.sentence > _REACH:
            return None
        if told.mood == "asserted" and told.when is not None and codes & {s.code for s in told.guests}:
            return told.when if one_day(told.when[0].interval) else None
    return None


def keep_dated(view: View, memory: ContactMemory) -> None:
    """Keeps which gatherings a sentence tells with their day, whether or not it tells who met."""
    if any(isinstance(m.thing, Days) and one_day(m.thing.interval) for m in view.sentence.mentions):
        for at, token in enumerate(view.sentence.tokens):
            if token.lower in _GATHERINGS and (when := days_near(view, at, at + 1)) and one_day(when[0].interval):
                memory.dated.append((view.sentence.index, token.lower, *when))


def _of_noun(view: View, touch: Touch, memory: ContactMemory, published: Interval | None) -> tuple[Days, Span] | None:
    """ "the virtual meeting", "co-chaired the meeting": the day with which that noun was told right before."""
    today, index = one_day(published), view.sentence.index
    own = _noun_of(view, touch)
    near = [(d, s) for i, noun, d, s in memory.dated if 0 < index - i <= _BACK and own in (noun, "meeting")]
    days = {one_day(d.interval) for d, _ in near}
    if len(days) != 1 or today is None:
        return None
    start = one_day(near[0][0].interval)
    return near[0] if start is not None and 0 <= (today - start).days <= _SOME_DAYS else None


def _noun_of(view: View, touch: Touch) -> str | None:
    """The gathering that a contact points back to with "the": its own noun, or what its verb has as object."""
    at = touch.last - 1 if not touch.verb else touch.last
    while touch.verb and at < touch.last + 3 and view.lower(at) not in _GATHERINGS:
        at += 1
    word = view.lower(at)
    plain = word in _GATHERINGS and definite(view, at) and view.lower(at + 1) not in ("of", "between")
    return word if plain else None


def _of_last_day(view: View, memory: ContactMemory, published: Interval | None) -> tuple[Days, Span] | None:
    """The day told last that lies shortly before the report."""
    today = one_day(published)
    for index, days, span in reversed(memory.days):
        start = one_day(days.interval)
        if today is None or view.sentence.index - index > _REACH:
            return None
        if start is not None and 0 <= (today - start).days <= _SOME_DAYS:
            return days, span
    return None

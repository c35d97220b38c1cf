"""Contacts without days that a report is about: they are of its day, or of that of the contact it told before.

A readout is of the day of its contact, who is greeted or thanked came on the day of the speech, and what goes on or
has just ended is of the day on which it is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wireledger.extract.contact_memory import ContactMemory, Told
from wireledger.extract.contact_present import BRIEFINGS, is_said_at_it
from wireledger.extract.contact_touch import Touch
from wireledger.extract.contact_words import definite
from wireledger.extract.event_days import one_day
from wireledger.extract.view import View
from wireledger.model import Days, Document, Form, Interval

ELSEWHEN = re.compile(
    r"\b(?:had|earlier|previous(?:ly)?|last|before|since|again|twice|times|ever|often|always|regular(?:ly)?|recent(?:ly)?"
    r"|ago|later|next|then|every|years?|months?|weeks?)\b",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(
    r"\b(?:had|earlier|previous(?:ly)?|last|ago|later|next|then|tomorrow|yesterday)\b", re.IGNORECASE
)
_GREETING = ("have you", "be here", "have us", "welcome noun", "hospitality noun")
_THEN = re.compile(r"\b(?:when|since|once|soon after) (?:i|we|you|he|she|they) (?:\w+ )?$", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:many|several|numerous|frequent|countless)(?: \S+)?\s*$", re.IGNORECASE)
_NOTE, _TALKED = 2, "contacts/hint/discuss"
_HELD = re.compile(r"\b(?:at|during)(?: \S+){0,8}$")
_ANNOUNCED = re.compile(r"\b(?:announced|unveiled|pledged|presented)\b", re.IGNORECASE)
_SHORTLY = re.compile(r"\b(?:shortly|hours|minutes|moments) (?:after|before)\b")
_GREETED = frozenset(("you", "me", "us"))
_HOSTING = ("welcome", "host", "receive", "greet", "have")
_PAST = (" past", " participle")
_THANKED = ("thank", "thanks", "thanking", "grateful")
_NOW = frozenset(("is", "are", "'re", "'m", "am"))
_ENDED = frozenset("concluded did had finished ended held gotten got hung came come".split())
_JUST = 7
_AROUND, _OWN_REACH = frozenset(("before", "after", "during")), 4
_NEAR, _OPENING_SENTENCES, _SOME_DAYS = 8, 3, 7
_JOINTLY = frozenset(("joint", "leaders", "leaders'", "ministers", "ministers'"))
_OPENING = frozenset(("readout", "remarks", "statement", "background"))
_TITLED: dict[Form, frozenset[str]] = {
    "call": frozenset(("call", "calls", "conversation")),
    "meeting": frozenset(("meeting", "bilateral", "trilateral", "talks", "summit", "conference", "ceremony")),
    "visit": frozenset(("visit", "travel")),
}


def dated_by_report(document: Document, view: View, touch: Touch, memory: ContactMemory) -> Touch:
    """A contact without days with those of the report, or of the contact a readout told, where it must be that one."""
    published = document.report.source.published
    if published is None or one_day(published) is None:
        return touch
    greeted = _is_greeted(view, touch, memory) and touch.mood in (None, "asserted")
    if touch.when is not None and not (greeted and "when" in touch.carried):
        return _at_scene(touch, memory) if _is_of_those_here(touch, memory, published) else touch
    told = _readouts_own(view, touch, memory, published)
    if told is not None and not greeted:
        return replace(touch, when=told.when, carried=touch.carried | {"when"})
    if _is_of_these_talks(view, touch, memory):
        return _at_scene(_of_day(view, touch, published), memory)
    if touch.mood not in (None, "asserted"):
        return touch
    if greeted or is_said_at_it(view, touch, memory):
        return _at_scene(_of_day(view, touch, published), memory)
    today = _goes_on_now(view, touch) or _has_just_ended(view, touch)
    today = today or _is_read_out(view, touch, memory) or _is_news_of(view, touch)
    today = today or _is_declared(view, touch, memory)
    return _of_day(view, touch, published) if today else touch


def _at_scene(touch: Touch, memory: ContactMemory) -> Touch:
    """What is said at a contact is said where it takes place."""
    if touch.place is not None or memory.scene is None:
        return touch
    return replace(touch, place=memory.scene, carried=touch.carried | {"place"})


def _is_of_those_here(touch: Touch, memory: ContactMemory, published: Interval) -> bool:
    """ "we had a good discussion today", said by those a page is titled after: where they speak."""
    today = touch.when is not None and touch.when[0].interval == published
    held = touch.mood in (None, "asserted") and touch.form == "meeting" and memory.turns
    return today and held and bool(touch.guests) and {s.code for s in touch.guests} <= memory.titled


def _is_news_of(view: View, touch: Touch) -> bool:
    """ "announced at the meeting" where a report begins, "came shortly after they met": as new as what is told."""
    if ELSEWHEN.search(_around(view, touch)) or any(isinstance(m.thing, Days) for m in view.sentence.mentions):
        return False
    before = view.text(0, touch.first).lower()
    held = (
        not touch.verb
        and bool(_HELD.search(before))
        and bool(_ANNOUNCED.search(view.text(0, len(view.sentence.tokens))))
    )
    return (held and view.sentence.index < _NOTE) or bool(_SHORTLY.search(before))


def _of_day(view: View, touch: Touch, day: Interval) -> Touch:
    words = view.text(touch.first, touch.last)
    span = view.sentence.place(touch.first, touch.last)
    return replace(touch, when=(Days(words, day, "publication"), span), carried=touch.carried | {"when"})


def _readouts_own(view: View, touch: Touch, memory: ContactMemory, day: Interval) -> Told | None:
    """The contact of this form told first, with its days, where "the call" on a page about a call can be no other."""
    words = memory.title_words
    same = touch.rule == _TALKED if touch.verb else definite(view, touch.first)
    if not same or not (words & _OPENING and words & _TITLED[touch.form]):
        return None
    if ELSEWHEN.search(view.text(0, len(view.sentence.tokens))):
        return None
    first = next((told for told in memory.told if told.form == touch.form), None)
    held = first is not None and first.when is not None and first.mood == "asserted"
    return first if held and first is not None and _is_near(first, day) else None


def _is_near(told: Told, day: Interval) -> bool:
    """Whether a contact told lies within some days of the report: a readout is not of an older one."""
    interval = told.when[0].interval if told.when else None
    if interval is None or interval.start is None or day.start is None:
        return False
    return abs((day.start - interval.start).days) <= _SOME_DAYS


def _is_read_out(view: View, touch: Touch, memory: ContactMemory) -> bool:
    """Whether the title names the contact and those who took part."""
    if ELSEWHEN.search(view.text(0, len(view.sentence.tokens))) or _is_first(view, touch):
        return False
    before = view.text(0, touch.first).lower()
    if opens_then(before) or is_often(before):
        return False
    titled = {s.code for s in touch.guests} & memory.titled
    named = len(titled) > 1 or (bool(titled) and view.sentence.index < _OPENING_SENTENCES)
    return named and bool(memory.title_words & _OPENING) and bool(memory.title_words & _TITLED[touch.form])


def _is_declared(view: View, touch: Touch, memory: ContactMemory) -> bool:
    """ "We, the leaders of ..., met with": where a statement of several begins, which they make together."""
    opens = view.sentence.index < _OPENING_SENTENCES and touch.verb and touch.form == "meeting"
    joint = "statement" in memory.title_words and bool(memory.title_words & _JOINTLY)
    return opens and joint and "we" in {t.lower for t in view.sentence.tokens[: touch.first]}


def opens_then(before: str) -> bool:
    """Whether words end in those that open what is told of another time: "since I", "when we last"."""
    return _THEN.search(" ".join(before.split()) + " ") is not None


def is_often(before: str) -> bool:
    """Whether words end in those that tell of many of a kind: "in many, many | meetings"."""
    return _OFTEN.search(before) is not None


def _is_first(view: View, touch: Touch) -> bool:
    return "first" in (view.lower(touch.first), view.lower(touch.first - 1))


def _is_greeted(view: View, touch: Touch, memory: ContactMemory) -> bool:
    """ "Welcome to Riga", "thank you for coming", "this meeting": said at it."""
    if not memory.turns or _ANOTHER_DAY.search(_around(view, touch)):
        return False
    near = {view.lower(i) for i in range(touch.last, touch.last + 2)}
    hosted = touch.verb and touch.row.startswith(_HOSTING) and bool(near & _GREETED)
    hosted = hosted and not touch.row.endswith(_PAST)
    thanked = touch.form == "visit" and touch.row.endswith(_THANKED)
    here = (
        not touch.verb and view.lower(touch.first - 1) in ("this", "your") and not touch.row.startswith("conversation")
    )
    here = here or (touch.rule.endswith("/stay") and "here" in near)
    here = here and not BRIEFINGS & memory.title_words  # there "this summit" is the one that is spoken of
    return touch.row.startswith(_GREETING) or hosted or thanked or here


def _is_of_these_talks(view: View, touch: Touch, memory: ContactMemory) -> bool:
    """ "I look forward to our discussions", said before or after them by those a page is titled after."""
    words, near = memory.title_words, {view.lower(i) for i in range(touch.first - _OWN_REACH, touch.first)}
    here = memory.turns and bool(words & _AROUND) and bool(words & _TITLED["meeting"])
    if not here or touch.verb or touch.form != "meeting" or touch.mood in ("denied", "hypothetical"):
        return False
    both = len(touch.guests) > 1 and {s.code for s in touch.guests} <= memory.titled
    return both and bool(near & {"our", "productive"}) and not _ANOTHER_DAY.search(_around(view, touch))


def _goes_on_now(view: View, touch: Touch) -> bool:
    """ "are meeting in Rome", "who is in Rome": on the day of the report, where it is told outside a quotation."""
    quoted = view.sentence.quoted
    if not touch.verb or (quoted and quoted[touch.first]):
        return False
    words = [view.lower(i) for i in range(touch.first, touch.last)]
    going_on = len(words) > 1 and words[-1].endswith("ing")
    there = len(words) == 1 and touch.rule == "contacts/stay" and touch.place is not None
    there = there and not _ANOTHER_DAY.search(_around(view, touch))
    return words[0] in _NOW and (going_on or there)


def _has_just_ended(view: View, touch: Touch) -> bool:
    """ "has just met", "just got off the phone": on the day on which it is said."""
    near = [view.lower(i) for i in range(max(0, touch.first - (2 if touch.verb else _JUST)), touch.last)]
    held = "just" in near and not {",", ".", ";"} & set(near) and not _ANOTHER_DAY.search(_around(view, touch))
    return held and touch.form != "visit" and (touch.verb or bool(_ENDED & set(near)))


def _around(view: View, touch: Touch) -> str:
    return view.text(max(0, touch.first - _NEAR), min(len(view.sentence.tokens), touch.last + _NEAR))

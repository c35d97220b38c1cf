"""Finds what is said: the tokens of a sentence that are the content of a cue, behind it, before it, or around it."""

from __future__ import annotations

import re

from wireledger.extract.speech_act import Act, Content, How, Region
from wireledger.extract.speech_bare import bare_clause, begins_phrase
from wireledger.extract.speech_between import (
    ADDRESSED,
    ADJUNCTS,
    is_infinitive,
    is_title,
    past_addressee,
    past_adjunct,
    sentence_stop,
)
from wireledger.extract.speech_cues import AUXILIARIES, is_finite
from wireledger.extract.speech_ends import right_end
from wireledger.extract.speech_named import OFFICIALS, PRONOUNS
from wireledger.extract.speech_quotes import is_mark, past_dash
from wireledger.extract.speech_speaker import is_things
from wireledger.extract.view import View
from wireledger.model import Days, Party

_QUESTIONS = frozenset("whether why how what if who where when which".split())
_PARTICLES = frozenset("out off up back in over away".split())
_FRONTING = frozenset("while although though as when if since after before because".split())
_FRONT = frozenset(
    "in on at after before during since with without despite under amid following by from for at speaking asked to as"
    " earlier later meanwhile also today yesterday last".split()
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_LINKS = frozenset("and but however meanwhile instead still yet indeed also then so or nevertheless".split())
_ASIDE = frozenset("the a an its his her their".split())
_LOOK, _LEAST = 18, 3


def content(view: View, act: Act, others: list[Act]) -> Content:
    """What an act is the source of."""
    if act.use.form == "phrase":
        return Content(tuple(_of_source(view, act)), "around")
    if _is_in_relative(view, act):
        return Content()
    behind = _as_told(view, act)
    if behind is not None:
        return Content(((behind, sentence_stop(view)),), "clause")
    left = _left(view, act, others) if _may_follow(act) else []
    if left:
        return Content(tuple(left), "before")
    found = _start(view, act)
    if found is None:
        return Content()
    start, how = found
    end = right_end(view, act, (start, how), others)
    return Content(((start, end),), how) if end > start else Content()


def _is_in_relative(view: View, act: Act) -> bool:
    """ "the steps President Berg announced in Oslo": what is said stands before."""
    own = act.speaker is not None and not act.inverted and not act.shared
    ends = act.last >= sentence_stop(view) or view.lower(act.last) in ADJUNCTS
    return own and ends and is_things(view, act.first - 1)


def _as_told(view: View, act: Act) -> int | None:
    """ "As Larsen told them, the boats are gone": where what is said begins, behind the comma."""
    first = act.first - (view.lower(act.first - 1) in ("the", "a", "an")) - 1
    if view.lower(first) != "as" or act.shared or (first > 0 and (view.lower(first - 1) != "," or first >= _LEAST)):
        return None
    comma = past_addressee(view, act.last) if "a" in act.use.cue.frames else past_adjunct(view, act.last)
    tells = act.use.cue.manner == "say" and "s" in act.use.cue.frames and act.use.cue.kind == "verb"
    ends = view.lower(comma) == "," and comma + 1 < sentence_stop(view) and view.lower(comma + 1) not in PRONOUNS
    return comma + 1 if tells and ends else None


def _may_follow(act: Act) -> bool:
    use = act.use
    stands = act.inverted or not act.shared
    return stands and use.cue.kind == "verb" and bool(use.cue.frames & {"q", "t"}) and not use.passive


def _left(view: View, act: Act, others: list[Act]) -> list[Region]:
    """Content before the attributing words, and behind them where those only interrupt it."""
    edge = act.first
    before = view.lower(edge - 1)
    if before == "as" and view.lower(edge - 2) == "," and _ends_as(view, act) and not _is_front(view, edge - 2):
        return [(_clause_start(view, edge - 2), edge - 2)]
    closed = past_dash(view, edge)
    if closed > 1 and is_mark(view, closed - 1):
        return [(_quote_start(view, closed), closed)]
    if before == "what" and view.lower(edge - 2) in ("is", "was") and is_mark(view, edge - 3):
        return [(_quote_start(view, edge - 2), edge - 2)]
    if before == "," and (around := _around(view, act, others)):
        return around
    if before != "," or not ends_behind(view, act) or _is_front(view, edge - 1):
        return []
    start, end = _clause_start(view, edge - 1), _before_title(view, act, edge - 1)
    opened = end - start >= _LEAST or any(view.sentence.quoted[start:end]) or view.lower(start) in ("yes", "no")
    resumed = act.last + 1
    stop = sentence_stop(view)
    told = any(other.use.form == "ing" and other.use.first == resumed for other in others)  # "Berg said, adding"
    aside = told or is_mark(view, resumed) or is_title(view, resumed) or _is_name(view, resumed, stop)
    rest = [(resumed, stop)] if view.lower(act.last) == "," and resumed < stop and not aside else []
    linked = view.lower(start) in _LINKS and not opened
    return [*([] if linked else [(start, end)]), *rest] if opened or rest else []  # not "And two, Oslo announced"


def _around(view: View, act: Act, others: list[Act]) -> list[Region]:
    """'Norway, an aide said, "is ready to help" with it': the subject of a quotation that its source interrupts."""
    first, mark = _clause_start(view, act.first - 1), act.last + 1
    mention = view.at.get(first + (view.lower(first) == "the"))
    named = mention is not None and isinstance(mention.thing, Party) and mention.last == act.first - 1
    if not (named and view.lower(act.last) == "," and is_mark(view, mark) and view.lower(mark + 1) in AUXILIARIES):
        return []
    return [(first, act.first - 1), (mark, right_end(view, act, (mark, "before"), others))]


def _before_title(view: View, act: Act, end: int) -> int:
    """Leaves out the office of whoever speaks: "..., the Norwegian premier, Anna Berg said"."""
    if act.inverted or act.speaker is None or act.speaker.is_pronoun:
        return end
    comma = next((at for at in range(end - 1, max(0, end - _LOOK), -1) if view.lower(at) == ","), None)
    if comma is None or view.lower(comma + 1) not in _ASIDE or any(view.sentence.quoted[comma:end]):
        return end
    finite = any(is_finite(view.lower(at)) for at in range(comma, end))
    return comma if not finite and OFFICIALS & {view.lower(at) for at in range(comma, end)} else end


def _is_name(view: View, at: int, stop: int) -> bool:
    """Whether only a name stands there: "said the Indian minister, Dr A. Rao"."""
    words = view.sentence.tokens[at:stop]
    return bool(words) and all(word.text[0].isupper() or word.text == "." for word in words)


def _ends_as(view: View, act: Act) -> bool:
    """Whether "as the minister told reporters" ends what was said: nothing is said or done behind it."""
    cue = act.use.cue
    tells = cue.manner == "say" and bool(cue.frames & {"t", "T"})
    return tells and view.lower(act.last) != "to" and ends_behind(view, act)


def _is_front(view: View, end: int) -> bool:
    """Whether the words before a comma are a phrase of time, place or manner rather than what is said."""
    start = _clause_start(view, end)
    if view.lower(start) not in _FRONT or any(view.sentence.quoted[start:end]):
        return False
    return not any(is_finite(view.lower(at)) or view.lower(at) in PRONOUNS for at in range(start, end))


def ends_behind(view: View, act: Act) -> bool:
    """Whether nothing is said behind the attributing words: the sentence ends, a mark or an adjunct follows."""
    at = act.last
    if "a" in act.use.cue.frames and at < sentence_stop(view) and view.lower(at) != ",":
        at = past_addressee(view, at)
    if _quote_near(view, at, act.use.cue.frames) is not None or "that" in (view.lower(at), view.lower(at + 1)):
        return False
    if at >= sentence_stop(view) or view.lower(at) == ",":
        return True
    if is_infinitive(view, at):
        return False
    mention = view.at.get(at)
    if mention is not None and isinstance(mention.thing, Days):
        return True
    return view.lower(at) in ADJUNCTS and not _goes_on(view, at)


def _goes_on(view: View, at: int) -> bool:
    """Whether a clause with a verb of its own begins at token `at`, before any comma."""
    for i in range(at, min(at + 8, sentence_stop(view))):
        if view.lower(i) == ",":
            return False
        if is_finite(view.lower(i)):
            return True
    return False


def _of_source(view: View, act: Act) -> list[Region]:
    """ "According to the ministry, ..." and "..., according to the ministry"."""
    first, last = act.use.first, act.last
    if first <= 1 or view.lower(first - 1) in ("and", "but", ":", ";"):
        behind = past_adjunct(view, last)  # "according to the ministry on Friday, ..."
        last = behind if view.lower(behind) == "," else last
        start = last + 1 if view.lower(last) == "," else last
        return [(start, _source_end(view, start))] if start < sentence_stop(view) else []
    if view.lower(first - 1) in ("—", "–") and view.lower(last) == "," and _resumes(view, last + 1):
        return [(last + 1, sentence_stop(view))]  # "The gate is shut – according to the mayor, it has been for years"
    end = first - 1 if view.lower(first - 1) in (",", "—", "–") else first
    regions = [(_clause_start(view, end), end)]
    if view.lower(first - 1) == "," and view.lower(last) == "," and _resumes(view, last + 1):
        regions.append((last + 1, sentence_stop(view)))
    return [r for r in regions if r[0] < r[1]]


def _source_end(view: View, start: int) -> int:
    """Where the words of a source named in front end: with the sentence, or at a semicolon."""
    stop = sentence_stop(view)
    return next((at for at in range(start, stop) if view.lower(at) == ";" and not view.sentence.quoted[at]), stop)


def _resumes(view: View, at: int) -> bool:
    """Whether what was interrupted goes on at token `at`, rather than a clause of the report's own or a title."""
    word, stop = view.lower(at), sentence_stop(view)
    return at < stop and not (word in _FRONTING or word.endswith("ing") or is_title(view, at))


def _quote_start(view: View, edge: int) -> int:
    """Where content that ends with a quotation begins: with it, or with the clause it is a part of."""
    at = edge - 1
    while at > 0 and not view.sentence.quoted[at]:
        at -= 1
    while at > 0 and view.sentence.quoted[at]:
        at -= 1
    before = at - 1
    while before >= 0 and is_mark(view, before):
        before -= 1
    return at if before < 0 or view.lower(before) in (":", ",", "—") else _clause_start(view, edge)


def _clause_start(view: View, end: int) -> int:
    for at in range(end - 1, -1, -1):
        if view.lower(at) == ";" and not view.sentence.quoted[at]:
            return at + 1
    stamp = view.at.get(0)
    dated = stamp is not None and isinstance(stamp.thing, Days) and view.lower(0)[:1].isdigit()
    at = stamp.last if stamp is not None and dated else 0
    return at + 1 if at and _CLOCK.fullmatch(view.lower(at)) else 0  # "23 July 2022 21.32 | The boats ..."


def _start(view: View, act: Act) -> tuple[int, How] | None:
    """Where the content behind a cue begins, and how it hangs on it."""
    frames, at = act.use.cue.frames, act.last
    quote = _quote_near(view, at, frames) if "q" in frames else None
    if quote is not None:
        return quote, "quote"
    clause = _clause_near(view, at, act)
    if clause is not None:
        return clause, "clause"
    if act.use.passive and act.use.form != "noun":
        return None
    if "i" in frames and (goal := _goal(view, at)) is not None:
        return goal, "infinitive"
    if view.lower(at) in act.use.cue.links:
        return at + 1, "object"
    if "a" in frames and act.use.cue.links:
        behind = past_addressee(view, at)
        if behind > at and view.lower(behind) in act.use.cue.links:
            return behind + 1, "object"
    addressed = "a" in frames and view.lower(at) in ADDRESSED
    if "n" in frames and not addressed and view.lower(at) not in _PARTICLES and begins_phrase(view, at):
        return at, "object"
    bare = bare_clause(view, at, act) if frames & {"t", "V"} else None
    return None if bare is None else (bare, "clause")


def _goal(view: View, at: int) -> int | None:
    """The "to" of an infinitive right behind a cue, or past a day or a place: "claimed in recent days to have ..."."""
    goal = at if view.lower(at) == "to" else past_adjunct(view, at)
    plain = not any(is_finite(view.lower(i)) or view.lower(i) == "," for i in range(at, goal))
    return goal if view.lower(goal) == "to" and plain else None


def _quote_near(view: View, at: int, frames: frozenset[str]) -> int | None:
    """A quotation mark that opens behind a cue, past a day, a place, somebody addressed."""
    if is_infinitive(view, at):
        return None
    for here in range(at, min(at + _LOOK, sentence_stop(view))):
        if is_mark(view, here):
            between = [view.lower(i) for i in range(at, here)]
            plain = not between or between[-1] in (",", ":", "that") or between[0] in ("that",)
            adjunct = bool(between) and (
                between[0] in ADJUNCTS or between[0] in ADDRESSED or _is_beside(view, at, here, frames)
            )
            if "that" in between[:-1]:
                return None
            return here if plain or (adjunct and len(between) <= 6) else None
        if is_finite(view.lower(here)) or view.lower(here) == ";":
            return None
    return None


def _is_beside(view: View, at: int, stop: int, frames: frozenset[str]) -> bool:
    """Whether only a day or somebody addressed, and where or when, stands from token `at` to `stop`."""
    mention = view.at.get(at)
    return mention is not None and (
        isinstance(mention.thing, Days) or ("a" in frames and past_adjunct(view, mention.last) >= stop)
    )


def _clause_near(view: View, at: int, act: Act) -> int | None:
    """The first word behind "that", or a question word, near behind a cue."""
    frames = act.use.cue.frames
    for here in range(at, min(at + _LOOK, sentence_stop(view))):
        lower = view.lower(here)
        if lower == "that" and frames & {"t", "T"}:
            return here + 1 if _is_conjunction(view, here, at) else None
        if lower in _QUESTIONS and "w" in frames and (here == at or lower in ("whether", "how", "why", "if")):
            return here
        if is_finite(lower) or lower in (";", ":") or is_mark(view, here) or is_infinitive(view, here):
            return None
        passed = lower in ADJUNCTS | ADDRESSED | {","} or _is_aside(view, here) or lower.endswith("ly")
        if here == at and not passed and "a" not in frames:
            return None
    return None


def _is_aside(view: View, at: int) -> bool:
    """Whether a day or a party may stand between a cue and "that"; what is counted or given is its object."""
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Days | Party)


def _is_conjunction(view: View, here: int, at: int) -> bool:
    """Whether "that" brings a clause: not "that plan" right behind the cue of a verb with an object, nor "that has"."""
    if here > at:
        return view.lower(here + 1) not in AUXILIARIES
    return any(
        is_finite(view.lower(i)) or view.lower(i).endswith(("ed", "s")) for i in range(here + 1, sentence_stop(view))
    )

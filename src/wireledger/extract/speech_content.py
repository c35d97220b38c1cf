"""Finds what is said: the tokens of a sentence that are the content of a cue, behind it, before it, or around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wireledger.extract.speech_between import ADDRESSED, ADJUNCTS, is_title, past_addressee, past_adjunct, sentence_stop
from wireledger.extract.speech_cues import AUXILIARIES, CueUse, is_finite
from wireledger.extract.speech_quotes import is_mark
from wireledger.extract.speech_speaker import PRONOUNS, Speaker
from wireledger.extract.view import View
from wireledger.model import Days, Party

_QUESTIONS = frozenset("whether why how what if who where when which".split())
_JOINING = frozenset("and but or while though although".split())
_FRONTING = frozenset("while although though as when if since after before because".split())
_FRONT = frozenset(
    "in on at after before during since with without despite under amid following by from for at speaking asked to as"
    " earlier later meanwhile also today yesterday last".split()
)
CAUSING = frozenset("prompting leading forcing causing pushing drawing".split())
_NEW_CLAUSE = frozenset("which who and but as".split())
_LOOK = 18

Region = tuple[int, int]
How = Literal["before", "around", "quote", "clause", "infinitive", "object"]


@dataclass(frozen=True, slots=True)
class Act:
    """A cue with who says it; `inverted` where the speaker stands behind the cue ("said Smith").

    `shared` is a cue that takes its speaker from another one; `leading` the first token of the attributing words where
    more than the speaker stands before the cue.
    """

    use: CueUse
    speaker: Speaker | None
    inverted: bool = False
    shared: bool = False
    leading: int | None = None

    @property
    def first(self) -> int:
        """Where the words that attribute begin."""
        if self.leading is not None:
            return self.leading
        if self.speaker is None or self.inverted or self.shared:
            return self.use.start
        return min(self.speaker.first, self.use.start)

    @property
    def last(self) -> int:
        """Where the words that attribute end."""
        return self.speaker.last if self.speaker is not None and self.inverted else self.use.last


@dataclass(frozen=True, slots=True)
class Content:
    """The stretches of tokens that are said, and how they hang on the cue; none where a sentence has no content."""

    regions: tuple[Region, ...] = ()
    how: How = "clause"


def content(view: View, act: Act, others: list[Act]) -> Content:
    """What an act is the source of."""
    if act.use.form == "phrase":
        return Content(tuple(_of_source(view, act)), "around")
    left = _left(view, act) if _may_follow(act) else []
    if left:
        return Content(tuple(left), "before")
    found = _start(view, act)
    if found is None:
        return Content()
    start, how = found
    end = right_end(view, act, start, others)
    return Content(((start, end),), how) if end > start else Content()


def _may_follow(act: Act) -> bool:
    use = act.use
    stands = act.inverted or not act.shared
    return stands and use.cue.kind == "verb" and bool(use.cue.frames & {"q", "t"}) and not use.passive


def _left(view: View, act: Act) -> list[Region]:
    """Content before the attributing words, and behind them where those only interrupt it."""
    edge = act.first
    before = view.lower(edge - 1)
    if before == "as" and view.lower(edge - 2) == "," and _ends_as(view, act) and not _is_front(view, edge - 2):
        return [(_clause_start(view, edge - 2), edge - 2)]
    if edge > 1 and is_mark(view, edge - 1):
        return [(_quote_start(view, edge), edge)]
    if before != "," or not ends_behind(view, act) or _is_front(view, edge - 1):
        return []
    regions = [(_clause_start(view, edge - 1), edge - 1)]
    resumed = act.last + 1
    stop = sentence_stop(view)
    if view.lower(act.last) == "," and resumed < stop and not (is_mark(view, resumed) or is_title(view, resumed)):
        regions.append((resumed, stop))
    return regions


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
    if _quote_near(view, at) is not None or "that" in (view.lower(at), view.lower(at + 1)):
        return False
    if at >= sentence_stop(view) or view.lower(at) == ",":
        return True
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
    if first <= 1 or view.lower(first - 1) in ("and", "but"):
        start = last + 1 if view.lower(last) == "," else last
        return [(start, _source_end(view, start))] if start < sentence_stop(view) else []
    end = first - 1 if view.lower(first - 1) == "," else first
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
    return 0


def _start(view: View, act: Act) -> tuple[int, How] | None:
    """Where the content behind a cue begins, and how it hangs on it."""
    frames, at = act.use.cue.frames, act.last
    quote = _quote_near(view, at) if "q" in frames else None
    if quote is not None:
        return quote, "quote"
    clause = _clause_near(view, at, act)
    if clause is not None:
        return clause, "clause"
    if act.use.passive and act.use.form != "noun":
        return None
    if view.lower(at) == "to" and "i" in frames:
        return at, "infinitive"
    if view.lower(at) in act.use.cue.links:
        return at + 1, "object"
    if "a" in frames and act.use.cue.links:
        behind = past_addressee(view, at)
        if behind > at and view.lower(behind) in act.use.cue.links:
            return behind + 1, "object"
    addressed = "a" in frames and view.lower(at) in ADDRESSED
    if "n" in frames and not addressed and _begins_phrase(view, at):
        return at, "object"
    bare = _bare_clause(view, at, act) if "t" in frames else None
    return None if bare is None else (bare, "clause")


def _quote_near(view: View, at: int) -> int | None:
    """A quotation mark that opens behind a cue, past a day, a place, somebody addressed."""
    for here in range(at, min(at + _LOOK, sentence_stop(view))):
        if is_mark(view, here):
            between = [view.lower(i) for i in range(at, here)]
            plain = not between or between[-1] in (",", ":", "that") or between[0] in ("that",)
            adjunct = bool(between) and (between[0] in ADJUNCTS or at in view.at or between[0] in ADDRESSED)
            if "that" in between[:-1]:
                return None
            return here if plain or (adjunct and len(between) <= 6) else None
        if is_finite(view.lower(here)) or view.lower(here) == ";":
            return None
    return None


def _clause_near(view: View, at: int, act: Act) -> int | None:
    """The first word behind "that", or a question word, near behind a cue."""
    frames = act.use.cue.frames
    for here in range(at, min(at + _LOOK, sentence_stop(view))):
        lower = view.lower(here)
        if lower == "that" and frames & {"t", "T"}:
            return here + 1 if _is_conjunction(view, here, at) else None
        if lower in _QUESTIONS and "w" in frames and (here == at or lower in ("whether", "how", "why", "if")):
            return here
        if is_finite(lower) or lower in (";", ":") or is_mark(view, here):
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
    """Whether "that" brings a clause: not "that plan" right behind the cue of a verb with an object."""
    return here > at or any(
        is_finite(view.lower(i)) or view.lower(i).endswith(("ed", "s")) for i in range(here + 1, sentence_stop(view))
    )


def _begins_phrase(view: View, at: int) -> bool:
    lower = view.lower(at)
    if at >= sentence_stop(view) or not (lower[0].isalnum() or is_mark(view, at)):
        return False
    if lower in ADJUNCTS or lower in _JOINING or lower in AUXILIARIES:
        return False
    mention = view.at.get(at)
    return not (mention is not None and isinstance(mention.thing, Days))


def _bare_clause(view: View, at: int, act: Act) -> int | None:
    """A clause without "that": "said on Monday the tanks would arrive", "told reporters he would go"."""
    at = past_adjunct(view, at)
    if "a" in act.use.cue.frames:
        at = past_addressee(view, at)
    if at >= sentence_stop(view) or not _begins_phrase(view, at):
        return None
    return at


def right_end(view: View, act: Act, start: int, others: list[Act]) -> int:
    """Where content that begins at token `start` ends."""
    if is_mark(view, start):
        return _past_quotation(view, start)
    stop = sentence_stop(view)
    for other in others:
        cut = _cut(view, other, start)
        if cut is not None and other.use.first != act.use.first:
            stop = min(stop, cut)
    fronted = view.lower(act.first - 1) in _FRONTING
    object_only = fronted or not act.use.cue.frames & {"t", "T", "q"} or act.use.cue.kind != "verb"
    for at in range(start, stop):
        if view.sentence.quoted[at]:
            continue
        if view.lower(at) == ";" or (view.lower(at) == "," and view.lower(at + 1) in CAUSING):
            return at
        if object_only and view.lower(at) in (",", "—", "–", "-") and not _in_list(view, at, stop):
            return at
    return stop


def _in_list(view: View, at: int, stop: int) -> bool:
    """Whether a comma stands in a row of words rather than before another clause."""
    linked = any(view.lower(i) in ("and", "or") for i in range(at + 1, min(at + 6, stop)))
    return linked and view.lower(at + 1) not in _NEW_CLAUSE


def _cut(view: View, other: Act, start: int) -> int | None:
    """Where content has to end because another act of the same sentence begins there."""
    if other.use.first <= start:
        return None
    edge = other.first
    before = other.use.start - 1
    breaks = view.lower(before) == "," or (is_mark(view, before) and view.lower(before - 1) in (",", "'"))
    if _closes(view, other, start):
        return edge - 1
    if other.use.form == "phrase" or (other.use.form == "ing" and breaks):
        return before if before > start and view.lower(before) == "," else other.use.start
    if breaks and not other.inverted and other.speaker is not None and other.speaker.last <= start:
        return before if view.lower(before) == "," and other.use.form in ("past", "third") else None
    if view.lower(edge - 1) in _JOINING and edge - 1 > start:
        has_subject = other.speaker is not None and not other.shared and not other.inverted
        comma = view.lower(edge - 2) == ","
        return (edge - 2 if comma else edge - 1) if comma or not has_subject else None
    return None


def _closes(view: View, other: Act, start: int) -> bool:
    """ "..., the paper reported.": another source ends the sentence behind a comma."""
    told = other.speaker is not None and not other.inverted and not other.shared and other.use.form == "past"
    return told and other.first - 1 > start and view.lower(other.first - 1) == "," and other.last >= sentence_stop(view)


def _past_quotation(view: View, start: int) -> int:
    """The token behind the mark that closes the quotation opened at `start`; the sentence's end where none does."""
    quoted = view.sentence.quoted
    at = start
    while at < len(quoted) and not quoted[at]:
        at += 1
    while at < len(quoted) and quoted[at]:
        at += 1
    while at < len(quoted) and is_mark(view, at):
        at += 1
    if view.lower(at) in ("and", "or") and is_mark(view, at + 1) and True in quoted[at + 1 :]:
        return _past_quotation(view, at + 2)
    return at

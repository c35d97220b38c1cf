"""Finds who says it: the words before or behind a cue that name the speaker, and the party they stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from wireledger.extract.speech_cues import AUXILIARIES, BE, is_finite
from wireledger.extract.speech_named import ARTICLES, OFFICIALS, PRONOUNS, Speaker, named
from wireledger.extract.speech_quotes import is_mark
from wireledger.extract.view import View
from wireledger.lexicon.verbs import plain_verb_forms, verb_forms
from wireledger.model import Days, Party

_STOPS = frozenset(
    "that which who whom whose what as while when because if although though but before since whether than where"
    " so unless until yet nor or after".split()
)
_PREPOSITIONS = frozenset(
    "on in at during after before since by from with for despite under amid as among to around near across inside"
    " outside over following between through against without".split()
)
_RIGHT_STOPS = frozenset(
    "in on at during after when while as before that to by because since with through via from about over following"
    " amid who which and but whether if how why what".split()
)
_CLOSED = frozenset((",", "—", "–", ")", "-"))
_OPENING = {",": ",", "—": "—", "–": "–", ")": "(", "-": "-"}
_NAMED_FOR = frozenset("'s '".split())
_WORN = frozenset("armed united combined allied retired so-called elected unnamed organised organized".split())
_PAPERS = frozenset("statement declaration communique communiqué letter report readout message article text".split())
_FRONTING = frozenset("while although though as when if since after before because once until".split())
_FRONT_WORDS = frozenset(
    "and then still even however also meanwhile earlier later hours days weeks minutes months yesterday today".split()
)
_TITLES = frozenset("mr mrs ms dr prof sir dame lady lord gen .".split())
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_KIN = frozenset("wife husband widow widower daughter son brother sister mother father".split())
_REACH = 30
_AGENT, _SHORT, _CAPITALS, _NEAR = 4, 3, 5, 8


def speaker_before(view: View, end: int) -> Speaker | None:
    """The noun phrase that ends right before token `end`, past an apposition or a relative clause set off by marks."""
    last = _past_days(view, end)
    closed = last
    for _ in range(3):
        last = _past_aside(view, last)
    if last <= 0:
        return None
    first = _start_of(view, last)
    if first >= last or view.lower(last - 1) in _PREPOSITIONS | {"of", "not", "also"}:
        return None
    made = _made_by(view, first)
    if made is not None:
        return speaker_before(view, made)
    apart = _set_off(view, first) if last < closed else None
    return apart or _with_name(view, named(view, first, last), closed)


def speaker_behind(view: View, start: int) -> Speaker | None:
    """The noun phrase that begins at token `start`: "said the Danish minister ,"."""
    last = start
    words = view.sentence.tokens
    while last < len(words) and last - start < 14:
        lower = view.lower(last)
        mention = view.at.get(last)
        if mention is not None and isinstance(mention.thing, Party) and last == mention.first:
            last = mention.last
            continue
        if (
            mention is not None
            and isinstance(mention.thing, Days)
            and last > start + 1
            and view.lower(last - 1) not in ARTICLES
        ):
            break
        if (
            is_mark(view, last)
            or not (lower[0].isalnum() or lower in _NAMED_FOR)
            or lower in _RIGHT_STOPS
            or is_finite(lower)
        ):
            break
        last += 1
    return _with_name(view, named(view, start, last), None) if last > start else None


def owner(view: View, noun: int) -> Speaker | None:
    """Whose claim or warning a noun is: "Trump 's claim", "his warning", "a statement by the ministry"."""
    at = noun - 1
    while at >= 0 and at > noun - 4:
        lower = view.lower(at)
        if lower in ("his", "her", "their", "its", "my", "our"):
            return named(view, at, at + 1)
        if lower in BE:
            return None  # "Oslo is a threat"
        if lower in _NAMED_FOR:
            return speaker_before(view, at)
        mention = view.at.get(at)
        if mention is not None and isinstance(mention.thing, Party):
            return named(view, mention.first, mention.last)
        at -= 1
    return speaker_behind(view, noun + 2) if view.lower(noun + 1) in ("by", "from") else None


def sentence_subject(view: View, before: int) -> Speaker | None:
    """The subject of the main clause: a pronoun in front, the phrase before the first finite verb, the first party."""
    quoted = view.sentence.quoted
    if view.lower(0) in PRONOUNS:
        return named(view, 0, 1)
    main = _past_front(view, before)
    for at in range(main + 1, min(before, len(quoted))):
        verb = is_finite(view.lower(at)) or _looks_past(view, at) or (main > 0 and _is_past(view.lower(at)))
        if verb and not quoted[at] and view.lower(at + 1) != "by":
            found = speaker_before(view, at)
            if found is not None:
                return found
    for mention, _ in view.parties():
        if mention.last <= before and not view.preposition(mention) and not quoted[mention.first]:
            return named(view, mention.first, mention.last)
    return None


def _past_front(view: View, before: int) -> int:
    """Where the main clause begins, behind a clause in front of it: "Even before Berg took off, | his aides said"."""
    if not {view.lower(0), view.lower(1)} & _FRONTING:
        return 0
    return next((at + 1 for at in range(2, before) if view.lower(at) == "," and not view.sentence.quoted[at]), 0)


def _looks_past(view: View, at: int) -> bool:
    lower = view.lower(at)
    past = lower.endswith("ed") and len(lower) > 4 and view.lower(at + 1) != "by"
    return past and view.lower(at - 1) not in ARTICLES | {"of", "and", ","}


def _with_name(view: View, speaker: Speaker, closed: int | None) -> Speaker:
    """The holder of an office with the name set off behind it: "its spokesman , Dmitry Peskov ,".

    `closed` is the token behind the mark that ends the aside; None where any mark or the sentence's end may.
    """
    if view.lower(speaker.last) != "," or not OFFICIALS & set(speaker.words.lower().split()):
        return speaker
    mention = view.at.get(_past_titles(view, speaker.last + 1))
    if mention is None and closed is not None and _is_full_name(view, speaker.last + 1, closed - 1):
        return replace(named(view, speaker.first, closed - 1), party=speaker.party)
    if mention is None or not isinstance(mention.thing, Party) or mention.thing.kind != "person":
        return speaker
    if speaker.party is not None and speaker.party.kind == "person":
        return speaker
    if ({"to"} | _KIN) & set(speaker.words.lower().split()):
        return _aide(view, speaker)
    if mention.last + 1 != closed if closed is not None else view.lower(mention.last)[:1].isalnum():
        return speaker
    return replace(named(view, speaker.first, mention.last), party=mention.thing)


def _made_by(view: View, first: int) -> int | None:
    """The participle whose agent begins at a token: "an inquiry | opened by Norway and Latvia found"."""
    agent = view.at.get(first)
    if agent is not None and isinstance(agent.thing, Party):
        first = view.coordinated(agent)[0].first
    by = first - 1 - (view.lower(first - 1) == "the")
    if view.lower(by) != "by" or view.lower(first - 1) == "of":
        return None
    near = range(by - 1, max(0, by - _NEAR), -1)
    made = next((at for at in near if view.lower(at).endswith("ed") and view.lower(at - 1) not in AUXILIARIES), None)
    if made is None or made <= 1 or view.lower(made - 1) in _PREPOSITIONS | _PAPERS:
        return None  # what is written speaks for who wrote it
    return made


def _set_off(view: View, first: int) -> Speaker | None:
    """The name before an office set off: "Anna Berg , | the head of an agency , which left , said"."""
    if view.lower(first) not in ("the", "a", "an") or view.lower(first - 1) != ",":
        return None
    start = first - 1
    while (
        start > 0 and view.sentence.tokens[start - 1].text.isalpha() and view.sentence.tokens[start - 1].text.istitle()
    ):
        start -= 1
    office = {view.lower(at) for at in range(first, first + _NEAR)} & OFFICIALS
    whole = _is_full_name(view, start, first - 1) and view.lower(start - 1) not in _PREPOSITIONS | {"of"}
    name = named(view, start, first - 1) if office and whole else None
    return name if name is not None and name.party is not None else None


def _is_full_name(view: View, first: int, last: int) -> bool:
    """Whether only a name of two words or three stands there, of somebody unknown."""
    words = [token.text for token in view.sentence.tokens[first:last]]
    return 2 <= len(words) <= 3 and all(word.isalpha() and word.istitle() for word in words)


def _past_titles(view: View, at: int) -> int:
    while view.lower(at) in _TITLES or _is_short(view, at):
        at += 1
    return at


def _is_short(view: View, at: int) -> bool:
    """Whether an office is told by its capitals before a name: "the chief of police, DCI Berg"."""
    words = view.sentence.tokens[at : at + 2]
    return len(words) > 1 and words[0].text.isupper() and 1 < len(words[0].text) <= _CAPITALS and at not in view.at


def _aide(view: View, speaker: Speaker) -> Speaker:
    """ "Erik Holm , an adviser to the president , Jane Reed ,": the one who advises, by the name before, if any."""
    before = next((m for m, p in view.parties() if m.last == speaker.first - 1 and p.kind == "person"), None)
    if before is None or view.lower(speaker.first - 1) != ",":
        return replace(speaker, party=None)
    return named(view, before.first, before.last)


def _past_days(view: View, end: int) -> int:
    """Skips days right before a verb ("Stoltenberg on Thursday said")."""
    mention = view.at.get(end - 1)
    if mention is not None and isinstance(mention.thing, Days) and mention.first > 0:
        return mention.first - 1 if view.lower(mention.first - 1) in ("on", "in") else mention.first
    return end


def _past_aside(view: View, end: int) -> int:
    """Where the phrase before an aside ends; `end` where no aside closes there."""
    mark = view.lower(end - 1)
    if mark not in _CLOSED:
        return end
    opening = _OPENING[mark]
    for at in range(end - 2, max(-1, end - 2 - _REACH), -1):
        if view.sentence.quoted[at]:
            break
        if view.lower(at) == opening and not _in_row(view, at, end):
            return at
    return end - 1


def _in_row(view: View, at: int, end: int) -> bool:
    """Whether a comma stands in a row ("Denmark , Norway ,") or a date, rather than before an aside."""
    mention = view.at.get(at)
    return mention is not None and mention.last < end


def _start_of(view: View, last: int) -> int:
    """Where the noun phrase that ends before token `last` begins."""
    if view.lower(last - 1) in PRONOUNS:
        return last - 1
    first = last
    while first > 0 and last - first < 22:
        at = first - 1
        mention = view.at.get(at)
        if mention is not None and isinstance(mention.thing, Party) and mention.last <= last:
            first = mention.first
            continue
        if mention is not None and isinstance(mention.thing, Days):
            break
        if _stops(view, at, last) or (first < last and is_things(view, at)):
            break
        first = at
    if view.lower(first - 1) in ("after", "before", "since"):
        first -= 1
    return _without_front(view, _row_start(view, first), last)


def is_things(view: View, at: int) -> bool:
    """Whether a plural of things stands before a person's name: "the commitments | President Berg announced"."""
    word = view.sentence.tokens[at].text if view.sentence.tokens[at + 1].text[0].isupper() else ""
    plural = len(word) > _SHORT and word.islower() and word.endswith("s") and not word.endswith(("ss", "us"))
    return plural and view.lower(at) not in OFFICIALS and view.lower(at - 1) in ARTICLES


def _row_start(view: View, first: int) -> int:
    """Where a row of states begins that ends with the one at token `first`: "the US, Britain and France"."""
    mention = view.at.get(first)
    if mention is None or not isinstance(mention.thing, Party) or mention.thing.kind == "person":
        return first
    head = view.coordinated(mention)[0]
    return head.first if head.first < first and not view.preposition(head) else first


def _stops(view: View, at: int, last: int) -> bool:
    lower = view.lower(at)
    if (
        view.sentence.quoted[at]
        or is_mark(view, at)
        or not (lower[0].isalnum() or lower in _NAMED_FOR or lower in ("-", "&", "/", "."))
    ):
        return True
    if lower == ".":
        return view.sentence.tokens[at].stop < view.sentence.tokens[at + 1].start
    if lower == "and":
        return not _joins(view, at)
    if at == last - 1:
        return lower in AUXILIARIES or lower in _STOPS
    if (
        lower.endswith("ed")
        and lower not in _WORN
        and view.lower(at - 1) not in ARTICLES
        and view.sentence.tokens[at].text[0].islower()
        and not (view.lower(at + 1) == "by" and last - at <= _AGENT)
    ):
        return True
    if _is_past(lower) and view.lower(at - 1) not in ARTICLES and view.sentence.tokens[at].text[0].islower():
        return True
    return lower in _STOPS or lower in AUXILIARIES or (is_finite(lower) and lower not in ("back", "found"))


def _is_past(word: str) -> bool:
    """ "sent", "gave": the past of a common verb."""
    forms = (*plain_verb_forms().get(word, ()), *verb_forms().get(word, ()))
    irregular = not word.endswith("ed")
    return irregular and any(f.words == (word,) and "past" in f.forms and "base" not in f.forms for f in forms)


def _joins(view: View, at: int) -> bool:
    """Whether "and" joins two names rather than two clauses."""
    words = view.sentence.tokens
    if at == 0 or at + 1 >= len(words):
        return False
    left, right = words[at - 1].text, words[at + 1].text
    mention = view.at.get(at - 1)
    named = mention is not None and isinstance(mention.thing, Party)
    if left[0].isupper() and right[0].isupper():
        return named or not (at + 1 in view.at and at >= 6)
    return named and right in ("the", "his", "her", "its", "other") and at < 6


def _without_front(view: View, first: int, last: int) -> int:
    """Leaves out a phrase in front: "On Tuesday Reed", "In a statement the ministry"."""
    while first < last - 1 and (view.lower(first) in _FRONT_WORDS or _CLOCK.fullmatch(view.lower(first))):
        first += 1
    if view.lower(first) not in _PREPOSITIONS:
        return first
    ending = view.at.get(last - 1)
    if ending is not None and isinstance(ending.thing, Party):
        if view.lower(ending.first - 1) == "of" and ending.first - 2 > first:
            return first + 1  # "after Vladimir Putin of Russia"
        served = view.lower(ending.first - 1) == "to" and view.lower(ending.first - 2) in OFFICIALS
        return first + 1 if served else ending.first
    start = last
    while start - 1 > first and view.sentence.tokens[start - 1].text[0].isupper():
        start -= 1
    if start < last:
        return start - 1 if view.lower(start - 1) in ("the", "a", "an") else start
    for at in range(last - 1, first, -1):
        if view.lower(at) in ("the", "a", "an", "his", "her", "their", "its"):
            return at
    return last - 1

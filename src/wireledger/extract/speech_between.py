"""Passes over what may stand between a cue and the words said: a day, a place, an occasion, somebody addressed."""

from __future__ import annotations

from wireledger.extract.speech_cues import is_finite
from wireledger.extract.speech_named import PRONOUNS
from wireledger.extract.view import View
from wireledger.lexicon.verbs import plain_verb_forms, verb_forms
from wireledger.model import Days, Party

ADJUNCTS = frozenset("in on at during to by via through after before from with of as".split())
ADDRESSED = frozenset(
    "reporters journalists lawmakers parliament viewers supporters listeners him her them us me you".split()
)
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those all any some no every each both more many most"
    " such".split()
)
_SPLITTING = frozenset(('"', "'", "further", "also", "better", "not", "never"))
_ENDS = frozenset((".", "!", "?", ";"))
_OF_SPEAKER = frozenset("who whose which of".split())
_TITLES = frozenset(
    "the a an head chief director commander leader spokesman spokeswoman founder professor mayor governor minister"
    " president secretary chairman chairwoman member deputy adviser advisor ambassador".split()
)


def past_adjunct(view: View, at: int) -> int:
    """Past days and phrases with a preposition right behind a cue."""
    for _ in range(3):
        mention = view.at.get(at)
        if mention is not None and isinstance(mention.thing, Days):
            at = mention.last
        elif view.lower(at) in ADJUNCTS and not is_infinitive(view, at):
            at = _past_phrase(view, at + 1)
        elif view.lower(at).endswith("ly") or view.lower(at) == ":":
            at += 1
        else:
            break
    return at


def is_infinitive(view: View, at: int) -> bool:
    """ "to have", "to send": a verb rather than a place or somebody."""
    if view.lower(at) != "to":
        return False
    past = view.lower(at + 1) in _SPLITTING or view.lower(at + 1).endswith("ly")  # "to further cut", "to quickly send"
    verb = view.lower(at + 1 + past)
    forms = (*plain_verb_forms().get(verb, ()), *verb_forms().get(verb, ()))
    return verb in ("have", "be") or any("base" in f.forms for f in forms)


def _past_phrase(view: View, at: int) -> int:
    mention = view.at.get(at)
    if mention is not None and view.lower(mention.last) not in ("'s", "'"):
        return mention.last
    at = mention.last + 1 if mention is not None else at + (view.lower(at) in _DETERMINERS)
    named = view.at.get(at)
    if named is not None and named.first == at and view.lower(named.last) not in ("'s", "'"):
        follows = view.lower(named.last).isalpha() and not _starts_clause(view, named.last)
        at = named.last - 1 + (follows and _starts_clause(view, named.last + 1))  # "from the White House podium"
    while (
        at + 1 < sentence_stop(view) and view.sentence.tokens[at].text[0].islower() and not _starts_clause(view, at + 1)
    ):
        at += 1
    return at + 1


def _starts_clause(view: View, at: int) -> bool:
    lower = view.lower(at)
    return (
        lower in PRONOUNS
        or lower in _DETERMINERS
        or lower in ADJUNCTS
        or at in view.at
        or (at < len(view.sentence.tokens) and view.sentence.tokens[at].text[0].isupper())
    )


def past_addressee(view: View, at: int) -> int:
    """Past whom a thing is told."""
    mention = view.at.get(at)
    if mention is not None and isinstance(mention.thing, Party):
        return past_adjunct(view, mention.last)
    if view.lower(at) in ADDRESSED:
        return past_adjunct(view, at + 1)
    start = at + (view.lower(at) in _DETERMINERS)
    while start < sentence_stop(view) and start - at < 5:
        if start > at and _starts_clause(view, start) and not view.sentence.tokens[start - 1].text[0].isupper():
            return past_adjunct(view, start)
        start += 1
    return at + 1


def sentence_stop(view: View) -> int:
    """The token behind the last word, without the sentence's end marks."""
    stop = len(view.sentence.tokens)
    while stop > 0 and view.lower(stop - 1) in _ENDS:
        stop -= 1
    return stop


def is_title(view: View, at: int) -> bool:
    """ "head of a team in Oslo", "who leads it": what is told of the speaker."""
    finite = (is_finite(view.lower(i)) for i in range(at, sentence_stop(view)))
    return view.lower(at) in _OF_SPEAKER or (view.lower(at) in _TITLES and not any(finite))

"""Tells cues that say nothing where they stand: "deny it the benefits", "what the ministry calls the Sea Corps"."""

from __future__ import annotations

from wireledger.extract.speech_act import Act
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Party

_WITHHOLDING = frozenset("deny denies denied denying".split())
_NAMING = frozenset("call calls called calling".split())
_UNWILLING = frozenset("reluctance refusal failure unwillingness reluctant unwilling hesitant inability".split())
_GROUPS = frozenset("countries nations states allies partners members leaders lawmakers others".split())
_NEAR = 8
_WORD = 20  # characters
_HELPING = frozenset(("support", "back"))
_TO_COME = frozenset("will would could can might 'll to".split())
_ABLE = frozenset(("can", "could"))
_WHAT = frozenset("the a an its their any all access".split())


def says_nothing(utterance: Utterance, view: View) -> bool:
    """Whether the cue of an utterance, in its sentence, withholds something, only gives it a name or points at it."""
    act = utterance.act
    if act is not None and utterance.how == "object" and (_will_help(view, act) or _is_anothers(view, act)):
        return True
    if act is not None and utterance.direct and _is_only_word(utterance, view, act):
        return True
    if act is None or utterance.direct or utterance.how != "object":
        return False
    word = view.lower(act.use.first)
    if word == "referring":
        return True  # "..., referring to the talks": what the words were about
    if word in _WITHHOLDING:
        return _is_from_somebody(view, act.use.last)
    judged = any(view.sentence.quoted[act.use.last :])
    return word in _NAMING and view.lower(_before(view, act.first)) == "what" and not judged


def _will_help(view: View, act: Act) -> bool:
    """ "would support its neighbours", "can welcome them": what is to come, not a stand taken."""
    chain = {view.lower(at) for at in range(act.use.start, act.use.first)}
    able = act.use.cue.manner == "welcome" and bool(chain & _ABLE)
    return able or (view.lower(act.use.first) in _HELPING and view.lower(act.use.first - 1) in _TO_COME)


def _is_anothers(view: View, act: Act) -> bool:
    """ "reluctance to condemn it", "rallied forty countries to condemn it": nobody, or somebody else, does."""
    if not act.use.infinitive or view.lower(act.use.start) != "to":
        return False
    if view.lower(act.use.start - 1) in _UNWILLING:
        return True
    behind = act.speaker.last if act.speaker is not None else 0
    near = {view.lower(at) for at in range(max(behind, act.use.start - _NEAR), act.use.start)}
    return act.shared and "with" not in near and bool(near & _GROUPS)


def _is_only_word(utterance: Utterance, view: View, act: Act) -> bool:
    """'what Oslo calls "threats"': a word of somebody's own."""
    named = view.lower(act.use.first) in _NAMING and view.lower(_before(view, act.first)) == "what"
    return named and sum(part.stop - part.start for part in utterance.parts) <= _WORD


def _is_from_somebody(view: View, at: int) -> bool:
    """ "deny | Norway the benefits": somebody, and then what they do not get."""
    somebody = view.at.get(at + (view.lower(at) == "the"))
    party = somebody is not None and isinstance(somebody.thing, Party)
    return party and somebody is not None and view.lower(somebody.last) in _WHAT


def _before(view: View, first: int) -> int:
    """The token before who speaks, past an article."""
    return first - 2 if view.lower(first - 1) == "the" else first - 1

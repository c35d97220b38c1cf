"""Finds the words for or against a joining around the words that tell of it, and how far they say it came."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.member_uses import in_use
from wireledger.extract.member_words import Joining
from wireledger.extract.moods import conditional
from wireledger.extract.view import View
from wireledger.lexicon.joining import attitudes
from wireledger.model import MembershipStep, Mood

_REACH_LEFT, _REACH_RIGHT = 11, 12
_STOPS = frozenset((";", ":", ".", "—", "–"))
_LEFT_STOPS = _STOPS | {"because", "although", "while", "after", "since", "whose", "when"}
_AHEAD = frozenset("will 'll shall".split())
_MAYBE = frozenset(
    "may might could should would can must ought if whether unless consider considering considered possibility"
    " reconsidered reconsider".split()
)
_NOT = frozenset("not never n't no won't wouldn't doesn't didn't cannot can't nor without isn't aren't don't".split())
_NEVER_JOIN = frozenset("not never n't won't wouldn't cannot can't mustn't shouldn't".split())
_HAS = frozenset("has have had 've 's 'd hasn't haven't hadn't".split())
_WEAK = frozenset(
    "prospect prospects chance possibility path road track steps step plan plans hopes hope future closer".split()
)
_WAYS = frozenset("path road track prospect prospects chance".split())
_PASSING_ON = frozenset("pass send forward transmit submit".split())
HANDING_IN = frozenset("submit submits submitted submitting filed files filing lodged lodges lodging".split())
_DUE = frozenset(
    "due set scheduled expected poised plans planning planned prepares preparing intends intending".split()
)
_NEXT = frozenset(("and", "but", ","))
_RECOMMENDING = frozenset("recommend recommends recommended recommending".split())
_DONE = frozenset("supported opposed blocked vetoed".split())
_SAYING = frozenset("said says promised announced vowed pledged confirmed added".split())
_OPENING = frozenset("open opens opened opening".split())
_REQUIRING = frozenset("require requires required demand demands demanded demanding insist insists insisted".split())
_GIVING_UP = frozenset("abandon renounce forswear drop give".split())
_SECOND_WORDS = {"turned": {"down"}, "held": {"up"}, "red": {"line", "lines"}}
_SMALL = frozenset("the a an any its formal official quick early of full".split())
_WAITING = frozenset("wait waits waiting awaiting awaits needs need requires seeking without".split())
_GIFTS = frozenset("consent assent blessing approval go-ahead light".split())
_GIVEN = frozenset("give gives gave given giving grant granted".split())
_HOPING = frozenset("hope hopes hoped hoping want wants wanted expects expected expecting aims seeks".split())
_ASKING = frozenset(
    "called calls calling urged urges urge urging asked asks pressed presses pressing encourage encouraged encourages"
    " encouraging implored begged".split()
)
_COMPLETING = frozenset("complete finish conclude speed hasten give grant finalise finalize".split())
_OFFERING, _OFFER = frozenset("issue extend offer give send grant hand".split()), 7
_LIFTING = frozenset(
    "lift lifts lifted lifting drop drops dropped dropping withdrew withdraw withdrawn waived end ended shelve shelved"
    " shelving abandon abandoned abandoning scrapped froze freeze gave give giving".split()
)
_DELAYING = frozenset("off delay delays delayed delaying postponed postponing refusing without".split())
_UNWILLING = frozenset("yet unwilling reluctant refused refuses refusing declined declines".split())
_OFF_THE_TABLE = (
    "not on the agenda",
    "not up for discussion",
    "not up for debate",
    "not on the table",
    "off the table",
    "out of the question",
    "was ruled out",
    "is ruled out",
)
_ONE_DAY = frozenset("eventually someday ultimately inevitably".split())
_SOME_DAY = (["one", "day"], ["some", "day"])


@dataclass(frozen=True, slots=True)
class Attitude:
    """A word at token `at` that says how far the joining came or who is for it."""

    step: MembershipStep
    at: int
    mood: Mood


def attitude(view: View, joining: Joining) -> Attitude | None:
    """The nearest word for or against the joining: left of it, else right of a noun for it."""
    found = _left(view, joining)
    if found is None and (not joining.verb or joining.form in ("ing", "base")):
        found = _right(view, joining)
    elif found is not None and not joining.verb and view.lower(found.at) in _WAYS:
        judged = _right(view, joining)
        return judged if judged is not None and judged.step in ("supported", "opposed") else found
    return found


def _left(view: View, joining: Joining) -> Attitude | None:
    """The nearest to the left; a weak word ("any prospect of") only where no other stands before it."""
    table, weak = attitudes("left"), None
    for at in range(joining.start - 1, max(-1, joining.start - _REACH_LEFT), -1):
        word = view.lower(at)
        if word in _LEFT_STOPS or (word == "and" and at == joining.start - 1 and joining.word_class == "admit"):
            break
        if (word in _OPENING and joining.word_class != "talks") or (
            word in HANDING_IN and joining.word_class not in ("bid", "application")
        ):
            continue
        if word in table and in_use(view, at):
            found = _weighed(view, at, table[word], joining)
            if word not in _WEAK:
                return found
            weak = weak or found
    return weak


def _weighed(view: View, at: int, step: MembershipStep, joining: Joining) -> Attitude:
    """The word with its mood: a veto lifted, an approval held back, a refusal that is off the table."""
    step, mood = _lifted(view, at, step), mood_at(view, at)
    if step == "approved" and (objected := _objection(view, at)) is not None:
        return objected
    if step == "approved" and held_back(view, at):
        return Attitude("opposed", at, "asserted")
    if step == "opposed" and not joining.verb and off_the_table(view, joining.last):
        return Attitude("opposed", at, "denied")
    if step == "opposed" and mood == "asserted" and _declined(view, at):
        return Attitude("opposed", at, "denied")
    if step == "approved" and _RECOMMENDING & {view.lower(i) for i in range(max(0, at - 8), at)}:
        return Attitude("supported", at, "asserted")
    if step == "wants" and view.lower(at) == "like":
        return Attitude("wants", at, "denied" if mood == "denied" or view.lower(at - 2) == "not" else "asserted")
    if (
        step == "wants"
        and view.lower(at) in ("bid", "bids")
        and HANDING_IN & {view.lower(i) for i in range(at - 3, at)}
    ):
        return Attitude("applied", at, mood)
    if step == "wants" and view.lower(at) == "asked" and view.lower(at - 1) in ("formally", "officially"):
        return Attitude("applied", at, mood)
    if step == "approved" and view.lower(at).startswith("agree") and _passes_on(view, at):
        return Attitude("supported", at, mood)
    if step == "approved" and view.lower(at) in _GIFTS and (given := _giving(view, at)) is not None:
        mood = mood_at(view, given)
    if view.lower(at) in _GIFTS and _WAITING & {view.lower(i) for i in range(max(0, at - 5), at)}:
        mood = "hypothetical"
    if step in ("approved", "invited") and _hoped(view, at):
        return Attitude("wants", at, "asserted")
    if step == "opposed" and mood != "denied" and _required(view, at):
        return Attitude("opposed", at, "asserted")
    if (view.lower(at) == "ready" and mood != "asserted") or view.lower(at) == "stay":
        return Attitude("opposed", at, "asserted")
    if step in ("approved", "invited") and mood == "asserted" and _asked_for(view, at):
        return Attitude(step, at, "hypothetical")
    if _looked_forward_to(view, at) or (mood == "asserted" and _made_by_plan(view, at)):
        return Attitude(step, at, "planned")
    if view.lower(at).startswith("endors") and joining.form == "ing" and view.lower(joining.start - 1) == "in":
        return Attitude("supported", at, mood)  # "endorsed Croatia in becoming a member"
    return Attitude(step, at, mood)


def _giving(view: View, at: int) -> int | None:
    """ "has not yet | given its consent": the verb that tells whether it is given."""
    return next((i for i in range(at - 1, max(-1, at - 5), -1) if view.lower(i) in _GIVEN), None)


def _objection(view: View, at: int) -> Attitude | None:
    """ "blocked | the opening of": what is said of an approval is that it is opposed."""
    table = attitudes("left")
    for position in range(at - 1, max(-1, at - 4), -1):
        if table.get(view.lower(position)) == "opposed" and view.lower(position) not in _NOT and in_use(view, position):
            step, mood = _lifted(view, position, "opposed"), mood_at(view, position)
            return Attitude(step, position, mood) if step == "opposed" else None
        if view.lower(position) not in _SMALL:
            return None
    return None


def _right(view: View, joining: Joining) -> Attitude | None:
    """ "was ratified", "would be a threat"; a judgement on what is ahead is no plan."""
    table = attitudes("right")
    for at in range(joining.last, joining.last + _REACH_RIGHT):
        word = view.lower(at)
        if word in _STOPS or word in ("that", "which", "who"):
            break
        if view.lower(at + 1) not in _SECOND_WORDS.get(word, {view.lower(at + 1)}):
            continue
        if word in table and not (joining.verb and word in ("backed", "supported")):
            mood = mood_at(view, at)
            judged = table[word] in ("supported", "opposed") and word not in _DONE
            return Attitude(table[word], at, "asserted" if judged and mood != "denied" else mood)
    return None


def opposes(view: View, joining: Joining, found: Attitude | None) -> bool:
    """Whether somebody demands that the joining does not come: "assurances that it will never join"."""
    near = {view.lower(i) for i in range(max(0, joining.start - 5), joining.first)}
    if not near & _NEVER_JOIN or (found is not None and found.step in ("applied", "invited")):
        return False
    if joining.form == "participle" and near & _HAS:
        return False  # "has never joined": it has not happened, whoever may want it
    if near & {"must", "should", "allowed", "never", "mustn't", "shouldn't"} or joining.row == "never":
        return True
    if "would" in near and found is not None:
        return True
    return found is not None and found.step in ("wants", "supported") and found.at < joining.start - 1


def mood_at(view: View, at: int) -> Mood:
    """The mood of a word by the auxiliaries and denials right before it."""
    before = [view.lower(i) for i in range(max(0, at - 4), at) if i not in view.at]
    own = before[next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i] in _NEXT), 0) :]
    reported = bool(_SAYING & {view.lower(i) for i in range(max(0, at - 9), at)})
    unable = any(before[i : i + 2] in (["could", "not"], ["can", "not"]) for i in range(len(before)))
    if not unable and (conditional(view, at) or _MAYBE & set(before[-3:]) - ({"would"} if reported else set())):
        return "hypothetical"
    if _NOT & set(own[-3:]):
        return "denied"
    if before[-1:] == ["to"] and before[-2:-1] and before[-2] in _DUE:
        return "planned"
    if (_AHEAD | {"would"}) & set(before) or before[-2:] in (["is", "to"], ["are", "to"]):
        return "planned"
    return "asserted"


def taken_back(view: View, joining: Joining) -> Mood | None:
    """ "withdrew its application": denied, "might drop its bid": hypothetical; None where nothing is taken back."""
    for at in range(joining.first - 1, max(-1, joining.first - 6), -1):
        if view.lower(at) in _LIFTING:
            mood = mood_at(view, at)
            willing = view.lower(at - 1) == "to" and view.lower(at - 2) in ("ready", "willing", "prepared")
            return "hypothetical" if mood == "hypothetical" or willing else "asserted" if mood == "denied" else "denied"
    return None


def held_back(view: View, at: int) -> bool:
    """Whether the approval at token `at` is not given: "has yet to ratify", "still has to agree", "refuses to"."""
    before = [view.lower(i) for i in range(max(0, at - 6), at)]
    if before[-1:] != ["to"]:
        return bool(set(before[-2:]) & _DELAYING)
    late = "still" in before and bool(set(before) & {"has", "have"})
    unready = "not" in before and bool(set(before) & {"ready", "willing", "prepared"})
    return late or unready or bool(set(before) & _UNWILLING)


def off_the_table(view: View, at: int) -> bool:
    """Whether what ends at token `at` is said to be out of the question."""
    words = [view.lower(i) for i in range(at, at + 14)]
    stop = next((i for i, w in enumerate(words) if w in _STOPS), len(words))
    return any(f" {words_off} " in f" {' '.join(words[:stop])} " for words_off in _OFF_THE_TABLE)


def _declined(view: View, at: int) -> bool:
    """ "refused to rule out": an objection that is not made."""
    return view.lower(at - 1) == "to" and view.lower(at - 2) in _UNWILLING - {"yet"}


def _required(view: View, at: int) -> bool:
    """ "would require Kyiv to abandon": demanded, whenever it is to be."""
    near = {view.lower(i) for i in range(max(0, at - 6), at)}
    return bool(near & _REQUIRING) and view.lower(at) in _GIVING_UP


def _passes_on(view: View, at: int) -> bool:
    """ "agreed on Monday to pass the application on": others are to decide."""
    near = [view.lower(i) for i in range(at, at + 7)]
    return any(near[i] == "to" and near[i + 1] in _PASSING_ON for i in range(len(near) - 1))


def _hoped(view: View, at: int) -> bool:
    """ "hopes to be granted": wished for by who would get it."""
    return view.lower(at - 1) == "be" and view.lower(at - 2) == "to" and view.lower(at - 3) in _HOPING


def _asked_for(view: View, at: int) -> bool:
    """ "called on the bloc to grant", "encourage Ankara to quickly ratify": wanted of somebody."""
    near = [view.lower(i) for i in range(max(0, at - 9), at)]
    to = next((i for i in range(len(near) - 1, -1, -1) if near[i] == "to"), None)
    if to is None or not _ASKING & set(near[:to]):
        return False
    offered = view.lower(at) == "invitation" and len(near) - to <= _OFFER and near[to + 1] in _OFFERING
    return offered or len(near) - to <= 2 or (len(near) - to <= 4 and near[to + 1] in _COMPLETING)


def _looked_forward_to(view: View, at: int) -> bool:
    """ "look forward to ratifying", "looks forward to signing and welcoming"."""
    near = [view.lower(i) for i in range(max(0, at - 8), at)]
    return view.lower(at).endswith("ing") and any(
        near[i] in ("look", "looks", "looking") and near[i + 1 : i + 3] == ["forward", "to"] for i in range(len(near))
    )


def _made_by_plan(view: View, at: int) -> bool:
    """ "I am going to sign, making us the 23rd ally to approve": as far ahead as what makes it so."""
    making = next((i for i in range(at - 1, max(-1, at - 9), -1) if view.lower(i) == "making"), None)
    if making is None or view.lower(making - 1) != ",":
        return False
    before = [view.lower(i) for i in range(max(0, making - 14), making)]
    return bool(_AHEAD & set(before)) or any(before[i : i + 2] == ["going", "to"] for i in range(len(before)))


def one_day(view: View, joining: Joining) -> bool:
    """ "will one day join", "would eventually become a member": a promise, no plan."""
    words = [view.lower(i) for i in range(joining.start - 2, joining.last + 9)]
    return bool(_ONE_DAY & set(words)) or any(words[i : i + 2] in _SOME_DAY for i in range(len(words)))


def _lifted(view: View, at: int, step: MembershipStep) -> MembershipStep:
    """ "lifted its veto on": no longer opposed."""
    near = {view.lower(i) for i in range(max(0, at - 4), at)}
    return "approved" if step == "opposed" and near & _LIFTING else step

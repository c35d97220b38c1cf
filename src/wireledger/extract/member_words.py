"""Finds the words that tell of joining or leaving an alliance, and the words for or against it around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wireledger.extract.deeds import Deed, deeds
from wireledger.extract.moods import conditional
from wireledger.extract.view import View
from wireledger.lexicon.joining import attitudes, membership_nouns, membership_verbs
from wireledger.model import MembershipStep, Mood, Party

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
_MEMBERS = frozenset("member members country countries ally allies state states nation nations".split())
_ALLIES = frozenset(("ally", "allies"))
_SUBJUNCTIVE = frozenset("join enter accede become".split())
_WEAK = frozenset(
    "prospect prospects chance possibility path road track steps step plan plans hopes hope future closer".split()
)
_DONE = frozenset("supported opposed blocked vetoed".split())
_SAYING = frozenset("said says promised announced vowed pledged confirmed added".split())
_LIFTING = frozenset(
    "lift lifts lifted lifting drop drops dropped dropping withdrew withdraw withdrawn waived end ended shelve shelved"
    " shelving abandon abandoned abandoning scrapped froze freeze gave".split()
)
_DELAYING = frozenset("delay delays delayed delaying postponed postponing refusing without".split())
_UNWILLING = frozenset("yet unwilling reluctant refused refuses refusing declined declines".split())
_OFF_THE_TABLE = ("not on the table", "off the table", "out of the question", "was ruled out", "is ruled out")
_STANDING = frozenset(
    "is are was were be been 's vote votes voted voting stands stood firmly strongly still not".split()
)
_ONE_DAY = frozenset("eventually someday ultimately inevitably".split())


@dataclass(frozen=True, slots=True)
class Joining:
    """Words for joining at tokens `first` up to `last` (auxiliaries from `start`); `word_class` as in the tables."""

    word_class: str
    first: int
    last: int
    start: int
    form: str
    mood: Mood | None
    row: str
    verb: bool


@dataclass(frozen=True, slots=True)
class Attitude:
    """A word at token `at` that says how far the joining came or who is for it."""

    step: MembershipStep
    at: int
    mood: Mood


def may_tell(view: View) -> bool:
    """Whether any word of the sentence may tell of a membership."""
    return view.has_any(membership_verbs().keys(), membership_nouns().keys(), _MEMBERS)


def joinings(view: View) -> list[Joining]:
    """The words for joining in a sentence, in order."""
    verbs = [_verb(view, d) for d in deeds(view, membership_verbs())]
    found = [j for j in verbs if j is not None]
    found += [j for j in _never(view) if j.first not in {f.first for f in found}]
    taken = {i for j in found for i in range(j.first, j.last)}
    found += [n for n in _nouns(view) if not taken & set(range(n.first, n.last))]
    return sorted(found, key=lambda j: j.first)


def _never(view: View) -> Iterator[Joining]:
    """ "an assurance that Croatia never join": the bare form behind "never"."""
    for at, token in enumerate(view.sentence.tokens):
        word = view.lower(at + 1)
        if token.lower != "never" or word not in _SUBJUNCTIVE or view.lower(at - 1) in ("to", *_AHEAD, "would"):
            continue
        member = _member_behind(view, at + 2) if word == "become" else at + 1
        if member is not None:
            yield Joining("join", at + 1, member + 1, at + 1, "base", "denied", "never", True)


def _verb(view: View, deed: Deed) -> Joining | None:
    """A verb as words for joining; "become" and "will be" only with "member" behind them."""
    word_class, last = deed.verb.verb_class, deed.last
    if deed.passive and word_class not in ("admit", "suspend"):
        return None
    if word_class == "leave" and deed.verb.links and view.lower(deed.last) not in deed.verb.links:
        return None
    if word_class == "become":
        member = _member_behind(view, deed.last)
        if member is None or (deed.verb.lemma == "be" and deed.form != "base"):
            return None
        last = member + 1
    passive = deed.passive
    form = "passive" if passive else deed.form
    return Joining(word_class, deed.first, last, deed.start, form, deed.mood, deed.row, True)


def _member_behind(view: View, at: int) -> int | None:
    first = False
    for position in range(at, at + 8):
        word = view.lower(position)
        if word in ("member", "members") or (word in _ALLIES and _is_of_alliance(view, position)):
            return None if first and _to_do(view, position) else position
        first = first or word in ("first", "only", "latest")
        if word in _STOPS | {",", "and", "in", "to", "with"}:
            return None
    return None


def _is_of_alliance(view: View, at: int) -> bool:
    """ "NATO Allies", "the 32nd Ally", "an ally in NATO": no friend of any kind."""
    mention = view.at.get(at) or view.at.get(at - 1)
    if mention is not None and isinstance(mention.thing, Party):
        return mention.thing.kind == "alliance" or mention.thing.code.endswith("-members")
    return view.lower(at - 1)[:1].isdigit() or (view.lower(at + 1) in ("in", "of") and at + 2 in view.at)


def _to_do(view: View, at: int) -> bool:
    """ "became the first member of the alliance to do so": first at something, no new member."""
    behind = [view.lower(i) for i in range(at + 1, at + 9)]
    return "to" in behind and not {",", ".", ";", "and"} & set(behind[: behind.index("to")])


def _nouns(view: View) -> Iterator[Joining]:
    table = membership_nouns()
    at, size = 0, len(view.sentence.tokens)
    while at < size:
        for words, word_class in table.get(view.lower(at), ()):
            if all(view.lower(at + i) == w for i, w in enumerate(words)):
                if words[0] not in ("plans", "plan", "dream", "dreams") or _is_owned(view, at):
                    yield Joining(word_class, at, at + len(words), at, "noun", None, words[-1], False)
                at += len(words) - 1
                break
        at += 1


def _is_owned(view: View, at: int) -> bool:
    """ "its NATO plans", "Georgia's EU dream": somebody's plan to join, right behind the name of an alliance."""
    mention = view.at.get(at - 1)
    if mention is None or not isinstance(mention.thing, Party) or mention.thing.kind == "state":
        return False
    return view.lower(mention.first - 1) in ("its", "their", "'s", "'") or (mention.first - 1) in view.at


def attitude(view: View, joining: Joining) -> Attitude | None:
    """The nearest word for or against the joining: left of it, else right of a noun for it."""
    found = _left(view, joining)
    if found is None and (not joining.verb or joining.form in ("ing", "base")):
        found = _right(view, joining)
    return found


def _left(view: View, joining: Joining) -> Attitude | None:
    """The nearest to the left; a weak word ("any prospect of") only where no other stands before it."""
    table, weak = attitudes("left"), None
    for at in range(joining.start - 1, max(-1, joining.start - _REACH_LEFT), -1):
        word = view.lower(at)
        if word in _LEFT_STOPS or (word == "and" and at == joining.start - 1 and joining.word_class == "admit"):
            break
        if word in table and _in_use(view, at):
            found = _weighed(view, at, table[word], joining)
            if word not in _WEAK:
                return found
            weak = weak or found
    return weak


def _weighed(view: View, at: int, step: MembershipStep, joining: Joining) -> Attitude:
    """The word with its mood: a veto lifted, an approval held back, a refusal that is off the table."""
    step, mood = _lifted(view, at, step), mood_at(view, at)
    if step == "approved" and held_back(view, at):
        return Attitude("opposed", at, "asserted")
    if step == "opposed" and not joining.verb and off_the_table(view, joining.last):
        return Attitude("opposed", at, "denied")
    if _looked_forward_to(view, at):
        return Attitude(step, at, "planned")
    return Attitude(step, at, mood)


def _right(view: View, joining: Joining) -> Attitude | None:
    """ "was ratified", "would be a threat"; a judgement on what is ahead is no plan."""
    table = attitudes("right")
    for at in range(joining.last, joining.last + _REACH_RIGHT):
        word = view.lower(at)
        if word in _STOPS or word in ("that", "which", "who"):
            break
        if word in table and not (joining.verb and word in ("backed", "supported")):
            mood = mood_at(view, at)
            judged = table[word] in ("supported", "opposed") and word not in _DONE
            return Attitude(table[word], at, "asserted" if judged and mood != "denied" else mood)
    return None


def opposes(view: View, joining: Joining, found: Attitude | None) -> bool:
    """Whether somebody demands that the joining does not come: "assurances that it will never join"."""
    near = {view.lower(i) for i in range(max(0, joining.start - 5), joining.first)}
    if not near & _NEVER_JOIN:
        return False
    if near & {"must", "should", "allowed", "never", "would", "mustn't", "shouldn't"}:
        return True
    return found is not None and found.step in ("wants", "supported") and found.at < joining.start - 1


def mood_at(view: View, at: int) -> Mood:
    """The mood of a word by the auxiliaries and denials right before it."""
    before = [view.lower(i) for i in range(max(0, at - 4), at) if i not in view.at]
    reported = bool(_SAYING & {view.lower(i) for i in range(max(0, at - 9), at)})
    if conditional(view, at) or _MAYBE & set(before[-3:]) - ({"would"} if reported else set()):
        return "hypothetical"
    if _NOT & set(before[-3:]):
        return "denied"
    if (_AHEAD | {"would"}) & set(before) or before[-2:] in (["is", "to"], ["are", "to"]):
        return "planned"
    return "asserted"


def taken_back(view: View, joining: Joining) -> Mood | None:
    """ "withdrew its application": denied, "might drop its bid": hypothetical; None where nothing is taken back."""
    for at in range(joining.first - 1, max(-1, joining.first - 6), -1):
        if view.lower(at) in _LIFTING:
            mood = mood_at(view, at)
            return "hypothetical" if mood == "hypothetical" else "asserted" if mood == "denied" else "denied"
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


def _looked_forward_to(view: View, at: int) -> bool:
    """ "look forward to ratifying", "looks forward to signing and welcoming"."""
    near = [view.lower(i) for i in range(max(0, at - 8), at)]
    return view.lower(at).endswith("ing") and any(
        near[i] in ("look", "looks", "looking") and near[i + 1 : i + 3] == ["forward", "to"] for i in range(len(near))
    )


def one_day(view: View, joining: Joining) -> bool:
    """ "will one day join", "would eventually become a member": a promise, no plan."""
    words = [view.lower(i) for i in range(joining.start - 2, joining.last + 9)]
    return bool(_ONE_DAY & set(words)) or any(words[i : i + 2] == ["one", "day"] for i in range(len(words)))


def _lifted(view: View, at: int, step: MembershipStep) -> MembershipStep:
    """ "lifted its veto on": no longer opposed."""
    near = {view.lower(i) for i in range(max(0, at - 4), at)}
    return "approved" if step == "opposed" and near & _LIFTING else step


def _in_use(view: View, at: int) -> bool:
    word, behind = view.lower(at), view.lower(at + 1)
    if word in ("back", "push", "plans", "keep", "keeping", "let", "hope", "stop"):
        return view.lower(at - 1) not in ("came", "come", "go", "went", "turned")
    if word in ("ask", "asks", "asked", "asking"):
        return behind in ("to", "for")
    if word == "against":
        return view.lower(at - 1) in _STANDING
    return word not in ("rule", "ruled") or behind == "out"

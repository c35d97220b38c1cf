"""Finds the words that tell of joining or leaving an alliance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wireledger.extract.deeds import Deed, deeds
from wireledger.extract.member_within import numbers
from wireledger.extract.view import View
from wireledger.lexicon.joining import membership_nouns, membership_verbs
from wireledger.model import Mood, Party

_STOPS = frozenset((";", ":", ".", "—", "–"))
_AHEAD = frozenset("will 'll shall".split())
_MEMBERS = frozenset("member members country countries ally allies state states nation nations".split())
_OWNERS = frozenset(("its", "their", "'s", "'"))
_ALLIES = frozenset(("ally", "allies"))
_SUBJUNCTIVE = frozenset("join enter accede become".split())
_ASKING, _ASKED_REACH = frozenset("will can could would may might".split()), 4
_ALLIANCES = frozenset(("alliance", "bloc", "union", "club"))
_KEEPING = frozenset("keep keeps keeping kept leave leaving left stay".split())
_FREEZING = frozenset("froze frozen freeze freezing freezes suspended suspends suspend suspending".split())
_OWNED = frozenset("plans plan dream dreams hopes".split())
_OF_ENTRY = frozenset(
    "rules rule ban bans visa visas fee fees requirements point points permit permits bar level".split()
)
_TO_JOIN = frozenset("bid bids ambition ambitions aspiration aspirations plans plan".split())
_JOINING = frozenset("join rejoin enter accede become be nato eu membership enlarge".split())
_BARRING = frozenset("bar bars barred barring exclude excluded excluding ban banned banning block blocked".split())


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


def may_tell(view: View) -> bool:
    """Whether any word of the sentence may tell of a membership."""
    return view.has_any(membership_verbs().keys(), membership_nouns().keys(), _MEMBERS)


def joinings(view: View) -> list[Joining]:
    """The words for joining in a sentence, in order."""
    verbs = [_verb(view, d) for d in deeds(view, membership_verbs())]
    found = [j for j in verbs if j is not None]
    found += [j for j in (*_never(view), *_asked(view)) if j.first not in {f.first for f in found}]
    taken = {i for j in found for i in range(j.first, j.last)}
    found += [n for n in _nouns(view) if not taken & set(range(n.first, n.last))]
    return sorted(found, key=lambda j: j.first)


def _never(view: View) -> Iterator[Joining]:
    """ "an assurance that Croatia never join", "stay neutral and not join": the bare form behind a denial."""
    for at, token in enumerate(view.sentence.tokens):
        word = view.lower(at + 1)
        apart = token.lower == "never" and view.lower(at - 1) not in ("to", *_AHEAD, "would")
        if word not in _SUBJUNCTIVE or not (apart or (token.lower == "not" and view.lower(at - 1) == "and")):
            continue
        member = _member_behind(view, at + 2) if word == "become" else at + 1
        if member is not None:
            yield Joining("join", at + 1, member + 1, at + 1, "base", "denied", "never", True)


def _asked(view: View) -> Iterator[Joining]:
    """ "Will Georgia ever join NATO?": the bare form of a question."""
    mention = view.at.get(1) or view.at.get(2)
    asked = view.lower(0) in _ASKING and "?" in view.lowers.values()
    if not asked or mention is None or not isinstance(mention.thing, Party):
        return
    for at in range(mention.last, mention.last + _ASKED_REACH):
        word = view.lower(at)
        member = _member_behind(view, at + 1) if word in ("become", "be") else at
        if (word in _SUBJUNCTIVE or word == "be") and member is not None:
            yield Joining("join", at, member + 1, at, "base", "hypothetical", "asked", True)
            return


def _verb(view: View, deed: Deed) -> Joining | None:
    """A verb as words for joining; "become" and "will be" only with "member" behind them."""
    word_class, last = deed.verb.verb_class, deed.last
    if deed.passive and word_class not in ("admit", "suspend"):
        return None
    if word_class == "leave" and deed.verb.links and view.lower(deed.last) not in deed.verb.links:
        return None
    if word_class == "become":
        member = _member_behind(view, deed.last)
        needed = view.lower(deed.start - 1) in ("takes", "took")  # "what it takes to be part of"
        if member is None or needed or (deed.verb.lemma == "be" and deed.form != "base"):
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
        if word == "part" and view.lower(position + 1) == "of" and position == at:
            named = any(i in view.at or view.lower(i) in _ALLIANCES for i in (position + 2, position + 3))
            return position if named else None
        first = first or numbers(word)
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
                if _means_else(view, at, words):
                    break
                owned = words[0] not in _OWNED or len(words) > 1 or _is_owned(view, at)
                owned = owned and (words[0] != "participation" or view.lower(at - 2) in _FREEZING)
                owned = owned and (words[0] != "way" or view.lower(at - 1) in _OWNERS)  # not "paving the way"
                if owned and (words[0] not in ("out", "from") or _keeps_out(view, at)):
                    yield Joining(word_class, at, at + len(words), at, "noun", None, words[-1], False)
                at += len(words) - 1
                break
        at += 1


def _means_else(view: View, at: int, words: tuple[str, ...]) -> bool:
    """ "a bid to cap prices", "the entry rules", "Romania hopes to": no noun of joining there."""
    behind = at + len(words)
    if words[-1] in ("hopes", "aims") and view.lower(behind) == "to":
        return True
    if words == ("entry",) and view.lower(behind) in _OF_ENTRY:
        return True
    if words[-1] not in _TO_JOIN or view.lower(behind) != "to" or behind + 1 in view.at:
        return False
    verbs = {view.lower(i) for i in range(behind + 1, behind + 5)}
    return view.lower(behind + 1).isalpha() and not verbs & _JOINING and view.lower(behind + 1) != "the"


def _keeps_out(view: View, at: int) -> bool:
    """ "keep Ukraine out of NATO", "barred from NATO": nothing else is said of joining."""
    behind = view.at.get(at + (2 if view.lower(at) == "out" else 1))
    if behind is None or not isinstance(behind.thing, Party) or behind.thing.kind != "alliance":
        return False
    near = {view.lower(i) for i in range(max(0, at - 6), at)}
    return bool(near & (_KEEPING if view.lower(at) == "out" else _BARRING))


def _is_owned(view: View, at: int) -> bool:
    """ "its NATO plans", "Georgia's EU dream": somebody's plan to join, right behind the name of an alliance."""
    mention = view.at.get(at - 1)
    if mention is None or not isinstance(mention.thing, Party) or mention.thing.kind == "state":
        return view.lower(at) == "hopes" and (view.lower(at - 1) in _OWNERS or view.lower(at + 1) == "of")
    return view.lower(mention.first - 1) in ("its", "their", "'s", "'") or (mention.first - 1) in view.at

"""What is done about a joining told of before, in words that name none: "ratified on Monday", "dropped its veto"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor, preposition
from wireledger.extract.deeds import Deed, deeds
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_parties import can_join, stands_for_alliance, states_in_row, whole
from wireledger.extract.member_stance import for_or_against
from wireledger.extract.member_stands import held_back, mood_at
from wireledger.extract.view import View
from wireledger.lexicon.joining import act_steps, act_verbs
from wireledger.model import Days, MembershipStep, Mood, Party

_BARE = frozenset(
    ("", ".", ",", ";", "on", "in", "within", "last", "this", "late", "early", "earlier", "later", "at", "after", "and",
     "while", "but", "too", "first", "unanimously", "by", "today", "yesterday", "the", "before", "—", "–", "formally")
)  # fmt: skip
_BEFORE_OBJECT = frozenset(
    "the a an its their his her first second last formal final both two long procedural any all these those this"
    " that of green to own them clear nordic accession membership it what would be most significant biggest".split()
)
_PLAIN = frozenset(("ratify", "apply", "invite"))
_WELCOMING = 4
_PAIR = frozenset(("both", "two", "pair", "duo"))
_ABOUT = frozenset(("to", "for", "on", "of", "from", "against"))
_DECIDED = frozenset("agreed decided resolved voted together".split())
_TIMES = frozenset("day week month year days weeks months years afternoon morning evening night".split())
_ORDINALS = frozenset("same next following first very".split())
_PAPERS = frozenset("ratification accession ratifications approval".split())
_ENTRY = frozenset("entry accession admission".split())
_NOUNS = _ENTRY | {"ratification", "welcome", "welcomed", "invitation", "invitations"}


@dataclass(frozen=True, slots=True)
class _Act:
    step: MembershipStep
    mood: Mood
    first: int
    last: int
    verb: str


def may_act(view: View) -> bool:
    """Whether any word of the sentence may tell what is done about a joining."""
    return view.has_any(act_verbs().keys(), _NOUNS)


def acts(view: View, here: list[Actor], memory: MemberMemory) -> Iterator[MemberReading]:
    """The readings of a sentence that hang on a joining told of before; with none told there are none."""
    sentence = view.sentence.index
    told: MembershipStep | None = None
    for deed in deeds(view, act_verbs()):
        alliance = memory.carried_alliance(sentence, 12 if deed.verb.verb_class in _PLAIN else 5)
        invited = deed.verb.verb_class == "invite"
        if alliance is None and not invited:
            continue
        act = _act(view, deed, told or (memory.last[0].step if memory.last else None))
        if act is None:
            continue
        by, members = _sides(view, here, deed, act, memory)
        if invited:
            alliance = _inviting(here, deed) or alliance
        if members and alliance is not None and _says_enough(view, here, deed, act, by):
            told = act.step
            for member in members:
                yield MemberReading(member, alliance, act.step, act.mood, by, (act.first, act.last), f"act {act.verb}")
    yield from _nouns(view, here, memory)


def _act(view: View, deed: Deed, told: MembershipStep | None) -> _Act | None:
    """The step a verb tells with the object behind it; None where the object is another matter."""
    kind = deed.verb.verb_class
    steps = act_steps()[kind]
    if (deed.passive and kind != "invite") or view.lower(deed.start - 1) == "still":
        return None
    last = _object_end(view, deed.last, steps)
    bare = last is None and "" in steps
    step = steps.get("") if bare else steps.get(_object(view, last, steps)) if last is not None else None
    if step is None or (bare and not _is_bare(view, deed, kind)):
        return None
    if last is not None and view.lower(last) == "of" and view.lower(last + 1) in _PAPERS:
        last += 2
    if last is not None and kind not in ("invite", "vote") and _about_else(view, last):
        return None
    mood: Mood = deed.mood
    if step == "follow":
        if told is None:
            return None
        step = told
        mood = "hypothetical" if step == "wants" and mood == "planned" else mood
    if kind == "raise":
        mood = "denied" if mood == "denied" else "asserted"
    if kind in ("ratify", "give", "vote") and held_back(view, deed.first):
        step, mood = "opposed", "asserted"
    elif (kind == "withhold" and mood == "planned") or (
        kind == "invite" and mood == "planned" and _is_agreed(view, deed.start)
    ):
        mood = "asserted"
    return _Act(cast(MembershipStep, step), mood, deed.first, last or deed.last, deed.verb.lemma)


def _is_agreed(view: View, at: int) -> bool:
    """ "agreed on Thursday to invite", "came together to invite": what is decided on is done."""
    return view.lower(at) == "to" and bool(_DECIDED & {view.lower(i) for i in range(max(0, at - 5), at)})


def _about_else(view: View, at: int) -> bool:
    """Whether the veto, the consent is on another matter: "lifted its veto on the aid"."""
    if view.lower(at) not in _ABOUT | {"over", "about"} or view.lower(at - 1) in ("expansion", "enlargement"):
        return False
    party = view.at[at + 1].thing if at + 1 in view.at else None
    if isinstance(party, Days):
        return False
    if isinstance(party, Party):
        return party.kind != "state" or view.lower(view.at[at + 1].last) in ("'s", "'")
    return view.lower(at + 1) not in _PAIR | {"them", "it"} and not _PAIR & {view.lower(at + 2)}


def _object_end(view: View, at: int, steps: dict[str, str]) -> int | None:
    """Past the object that begins at token `at`: articles, adjectives and "of" may stand before it."""
    for position in range(at, at + 9):
        for words in (f"{view.lower(position)} {view.lower(position + 1)}", view.lower(position)):
            if words and words in steps:
                return position + len(words.split())
        if view.lower(position) not in _BEFORE_OBJECT and position not in view.at:
            return None
    return None


def _object(view: View, last: int, steps: dict[str, str]) -> str:
    pair = f"{view.lower(last - 2)} {view.lower(last - 1)}"
    return pair if pair in steps else view.lower(last - 1)


def _is_bare(view: View, deed: Deed, kind: str) -> bool:
    """Whether nothing but days and small words stands where an object would."""
    word = view.lower(deed.last)
    mention = view.at.get(deed.last)
    if mention is not None:
        return isinstance(mention.thing, Days) or kind in ("invite",)
    if kind == "vote":
        return word == "on"
    if kind == "invite":
        return word in _BARE | {"both", "them"}
    if word == "the" and not (view.lower(deed.last + 1) in _ORDINALS and view.lower(deed.last + 2) in _TIMES):
        return False
    return word in _BARE


def _sides(
    view: View, here: list[Actor], deed: Deed, act: _Act, memory: MemberMemory
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Who does it, and for whom it is: the state named as its object, "both", else those told of before."""
    kind = deed.verb.verb_class
    index = view.sentence.index
    if act.step in ("applied", "wants", "joined") or (deed.passive and kind == "invite"):
        return (), _subjects(view, here, deed, memory)
    members = _objects(view, here, deed, act)
    if not members and kind not in ("vote",):
        pair = _PAIR & {view.lower(i) for i in range(deed.last, act.last + 4)}
        subject = _ahead(view, here, deed)
        members = subject or (memory.pair(index) if pair else memory.candidates(index))
    return for_or_against(view, here, deed.first, members), members


def _objects(view: View, here: list[Actor], deed: Deed, act: _Act) -> tuple[Found, ...]:
    """The states right behind: "invited Croatia and Albania", "vote on Croatia", "objections to Croatia"."""
    kind = deed.verb.verb_class
    for actor in here:
        if not 0 <= actor.first - act.last <= 2 or not can_join(view, actor):
            continue
        linked = preposition(view, actor) in _ABOUT if kind != "invite" else actor.first == deed.last
        if linked and view.lower(actor.last) not in ("'s", "'"):
            return tuple(Found(a.code, a.span) for a in row(view, here, actor) if a.party.kind == "state")
    return ()


def _ahead(view: View, here: list[Actor], deed: Deed) -> tuple[Found, ...]:
    """ "Albania has to wait: Athens gives no consent": the state the sentence begins with."""
    colon = next((i for i in range(deed.first) if view.lower(i) == ":"), None)
    if colon is None:
        return ()
    first = [a for a in here if a.last <= colon and can_join(view, a) and not preposition(view, a)]
    return (Found(first[0].code, first[0].span),) if first else ()


def _subjects(view: View, here: list[Actor], deed: Deed, memory: MemberMemory) -> tuple[Found, ...]:
    """Who applied or was invited: the states right before the verb, "both", "they"."""
    return _states_before(view, here, deed.first, memory)


def _states_before(view: View, here: list[Actor], first: int, memory: MemberMemory) -> tuple[Found, ...]:
    index = view.sentence.index
    for at in range(first - 1, max(-1, first - 7), -1):
        actor = next((a for a in here if a.first <= at < a.last), None)
        if actor is not None:
            if not can_join(view, actor) or preposition(view, actor):
                return ()
            return tuple(Found(a.code, a.span) for a in row(view, here, actor) if a.party.kind == "state")
        if view.lower(at) in _PAIR:
            return memory.pair(index)
        if view.lower(at) in ("they", "it"):
            return memory.candidates(index)
        if view.lower(at) in (",", ";", ":", "that"):
            return ()
    return ()


def _welcome(view: View, here: list[Actor], at: int, memory: MemberMemory) -> Iterator[MemberReading]:
    """ "Its chief said both would be welcome": support by whoever says so."""
    alliance = memory.carried_alliance(view.sentence.index, 12)
    if view.lower(at - 1) not in ("be", "is", "are") or alliance is None:
        return
    said = [a for a in here if a.last < at - 1 and a.side and not preposition(view, a) and a.party.kind != "state"]
    for member in _states_before(view, here, at - 1, memory) if said else ():
        by = (Found(said[0].side or "", said[0].span),)
        yield MemberReading(member, alliance, "supported", "asserted", by, (at, at + 1), "welcome")


def _welcomed(view: View, here: list[Actor], at: int, memory: MemberMemory) -> Iterator[MemberReading]:
    """ "The alliance is going to welcome | Croatia": support for those told of joining before."""
    subject = next((a for a in reversed(here) if a.last <= at), None)
    state = next((a for a in here if a.core in (at + 1, at + 2) and can_join(view, a)), None)
    if subject is None or state is None or not stands_for_alliance(subject) or at - subject.last > _WELCOMING:
        return
    some = states_in_row(view, here, state)
    last = max(a.last for a in here if any(a.span == s.span for s in some))
    if view.lower(last) not in _BARE or view.lower(last) in ("on", "at", "in", "the", "last"):
        return
    for member in (s for s in some if s.code in memory.told):
        group, mood = whole(subject), mood_at(view, at)
        ahead: Mood = "planned" if view.lower(at - 1) == "to" and view.lower(at - 2) == "going" else mood
        yield MemberReading(member, group, "supported", ahead, (group,), (at, at + 1), "welcome")


def _inviting(here: list[Actor], deed: Deed) -> Found | None:
    """The alliance whose leaders invite."""
    for actor in reversed([a for a in here if a.last <= deed.start and deed.start - a.last <= 3]):
        code = actor.side or actor.code
        group = code.removesuffix("-members")
        if group != code or actor.party.kind == "alliance":
            return Found(group, actor.span)
    return None


def _says_enough(view: View, here: list[Actor], deed: Deed, act: _Act, by: tuple[Found, ...]) -> bool:
    """Whether who does it is named, or the verb can do without."""
    kind = deed.verb.verb_class
    if kind == "invite":
        behind = max((a.last for a in here if a.first - deed.last in (0, 1)), default=deed.last)
        while any(a.first <= behind + 1 < a.last and view.lower(behind) in ("and", ",") for a in here):
            behind = next(a.last for a in here if a.first <= behind + 1 < a.last)
        return (view.lower(behind) in _BARE or behind in view.at) and (
            deed.passive or _inviting(here, deed) is not None
        )
    return bool(by) or act.step in ("applied", "wants", "joined")


def _nouns(view: View, here: list[Actor], memory: MemberMemory) -> Iterator[MemberReading]:
    """ "Spain's ratification came first", "the formal entry is due on Tuesday", "a decision on invitations"."""
    sentence = view.sentence.index
    alliance, members = memory.carried_alliance(sentence, 12), memory.candidates(sentence)
    if alliance is None or not members:
        return
    codes = {m.code for m in members}
    for at, token in enumerate(view.sentence.tokens):
        if token.lower == "ratification" and view.lower(at + 1) in ("was", "is", "came", "arrived", "followed"):
            by = _owner(view, here, at)
            if by is not None and by.code not in codes:
                yield MemberReading(members[-1], alliance, "approved", "asserted", (by,), (at, at + 1), "ratification")
        elif token.lower in _ENTRY and view.lower(at - 1) in ("the", "formal", "official", "its", "their"):
            mood = _taking_place(view, at)
            if mood is not None:
                for member in members:
                    yield MemberReading(member, alliance, "joined", mood, (), (at, at + 1), "entry takes place")
        elif token.lower in ("welcome", "welcomed"):
            yield from _welcome(view, here, at, memory)
            yield from _welcomed(view, here, at, memory)
        elif token.lower in ("invitation", "invitations") and view.lower(at - 1) == "on":
            likely = mood_at(view, at + 2)
            mood = "planned" if likely == "planned" else "hypothetical"
            for member in members:
                yield MemberReading(member, alliance, "invited", mood, (), (at, at + 1), "decision on invitations")


def _owner(view: View, here: list[Actor], at: int) -> Found | None:
    for actor in here:
        if actor.last <= at and (view.lower(actor.last) == "'s" and at - actor.last <= 2) and actor.side:
            return Found(actor.side, actor.span)
    return None


def _taking_place(view: View, at: int) -> Mood | None:
    """Whether the entry at token `at` takes place, and when: "should take place", "is due", "took place"."""
    behind = [view.lower(i) for i in range(at + 1, at + 6)]
    if behind[:2] == ["took", "place"]:
        return "asserted"
    if behind[0] not in ("is", "will", "should", "could", "may", "might"):
        return None
    if not {"place", "due", "scheduled", "expected", "set"} & set(behind) or ("set" in behind and "for" not in behind):
        return None
    return "hypothetical" if behind[0] in ("could", "may", "might") else "planned"

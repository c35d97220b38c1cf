"""A stand on a joining told again by another, refused, or greeted: "repeated that promise", "rejected that demand"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_sides import for_or_against
from wireledger.extract.view import View
from wireledger.model import MembershipStep

_REPEATING = frozenset("repeat repeats repeated repeating reiterated reaffirmed renewed restated echoed".split())
_STICKING = frozenset("stuck sticks stick held holds stood stands".split())
_REFUSING = frozenset("rejected rejects reject refused refuses dismissed dismisses rebuffed rebuffs".split())
_STAND_VERBS = _STICKING | _REPEATING | _REFUSING
_POINTING = frozenset("that the this those these such".split())
_STANDS = frozenset(
    "promise pledge commitment vow assurance position stance demand demands warning line view request requests".split()
)
_DEMANDS = frozenset("demand demands request requests call calls".split())
_GREETINGS: dict[str, MembershipStep] = {
    **dict.fromkeys("welcomed welcomes hailed hails applauded applauds praised praises".split(), "supported"),
    **dict.fromkeys("condemned condemns criticised criticises criticized denounced denounces".split(), "opposed"),
}
_GREETED = frozenset(("wants", "applied", "invited", "approved", "joined"))
_NEAR = 2


def may_echo(view: View) -> bool:
    """Whether the sentence may repeat or refuse a stand told before."""
    return view.has_any(_STAND_VERBS) and any(_stand(view, at) is not None for at in range(len(view.sentence.tokens)))


def echoes(view: View, here: list[Actor], told: list[MemberReading], memory: MemberMemory) -> Iterator[MemberReading]:
    """The readings that hang on one told right before, in this sentence or the last ones."""
    if not view.has_any(_STAND_VERBS):
        return
    for at, token in enumerate(view.sentence.tokens):
        stand = _stand(view, at)
        if stand is None:
            continue
        before = [r for r in told if r.words[1] <= at]
        if not before and view.sentence.index - memory.last_at <= _NEAR:
            before = list(memory.last)
        refused = token.lower in _REFUSING
        steps = ("opposed",) if refused else ("supported", "opposed")
        told_before = [r for r in before if r.step in steps]
        for reading in _meant(told_before, for_or_against(view, here, at, ())):
            by = for_or_against(view, here, at, (reading.member,))
            here_too = reading in told
            if not by or (by == reading.by and here_too) or (refused and stand[1] not in _DEMANDS):
                continue
            mood = "denied" if refused else reading.mood
            carried = reading if here_too else _carried(reading)
            yield replace(carried, by=by, mood=mood, words=(at, stand[0]), row="repeated", again=not refused)


def _meant(told: list[MemberReading], by: tuple[Found, ...]) -> list[MemberReading]:
    """The stand that is meant: that of the same side, where it had one, else the one told last."""
    own = [r for r in told if {f.code for f in r.by} & {f.code for f in by}]
    last = [r for r in told if r.step == told[-1].step] if told else []
    return own or last


def _stand(view: View, at: int) -> tuple[int, str] | None:
    """Where "repeated that promise", "stuck to this stance" ends, and its noun."""
    word, behind = view.lower(at), at + 1
    if word in _STICKING and view.lower(behind) in ("to", "by"):
        behind += 1
    elif word not in _REPEATING | _REFUSING:
        return None
    if view.lower(behind) in _POINTING and view.lower(behind + 1) in _STANDS:
        return behind + 2, view.lower(behind + 1)
    return None


def greetings(view: View, here: list[Actor], told: list[MemberReading]) -> Iterator[MemberReading]:
    """ "Canada welcomed Croatia's decision to apply": who greets or condemns a step is for or against it."""
    for reading in told:
        if reading.step not in _GREETED or reading.mood == "denied":
            continue
        for at in range(reading.words[0] - 1, -1, -1):
            word = view.lower(at)
            if word in (";", ".", ":"):
                break
            subject = next((a for a in here if a.last == at and not preposition(view, a)), None)
            if word in _GREETINGS and subject is not None and subject.side and subject.side != reading.member.code:
                by = (Found(subject.side, subject.span),)
                yield replace(reading, step=_GREETINGS[word], mood="asserted", by=by, words=(at, at + 1), row=word)
                break


def _carried(reading: MemberReading) -> MemberReading:
    member = Found(reading.member.code, reading.member.span, True)
    return replace(reading, member=member, alliance=Found(reading.alliance.code, reading.alliance.span, True))

"""A stand on a joining told again by another, refused, or greeted: "repeated that promise", "rejected that demand"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.actors import Actor, preposition
from wireledger.extract.member_memory import Found, MemberMemory, MemberReading
from wireledger.extract.member_stance import for_or_against
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
_SUPPORT = frozenset("support supports supported backs backed endorsed endorses commend commended commends".split())
_GREETED = frozenset(("wants", "applied", "invited", "approved", "joined"))
_VERBAL = frozenset("we i to would will could should may might must not".split())
_NEAR = 2


def may_echo(view: View) -> bool:
    """Whether the sentence may repeat or refuse a stand told before."""
    return view.has_any(_STAND_VERBS) and any(_stand(view, at) is not None for at in range(len(view.sentence.tokens)))


def echoes(view: View, here: list[Actor], told: list[MemberReading], memory: MemberMemory) -> Iterator[MemberReading]:
    """The readings that hang on one told right before, in this sentence or the last ones."""
    if not view.has_any(_STAND_VERBS):
        return
    for at, token in enumerate(view.sentence.tokens):
        stand = _stand(view, at) or _refused_demand(view, at)
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


def _refused_demand(view: View, at: int) -> tuple[int, str] | None:
    """ "a demand that Croatia never join, which Ottawa has rejected": refused in the same sentence."""
    behind = [view.lower(i) for i in range(max(0, at - 10), at)]
    if view.lower(at) not in _REFUSING or "which" not in behind:
        return None
    noun = next((view.lower(i) for i in range(at) if view.lower(i) in _DEMANDS | {"demanding", "demanded"}), None)
    return (at + 1, "demand") if noun is not None else None


def greetings(
    view: View, here: list[Actor], told: list[MemberReading], memory: MemberMemory
) -> Iterator[MemberReading]:
    """ "Canada welcomed Croatia's decision to apply": who greets or condemns a step is for or against it."""
    for reading in told:
        if reading.step not in _GREETED or reading.mood == "denied":
            continue
        for at in range(reading.words[0] - 1, -1, -1):
            word = view.lower(at)
            if word in (";", ".", ":"):
                break
            by = _greeting(view, here, at, memory) if word in _GREETINGS or word in _SUPPORT else ()
            if by and by[0].code != reading.member.code and not any(_is_stand(reading, r) for r in told):
                yield replace(
                    reading,
                    step=_GREETINGS.get(word, "supported"),
                    mood="asserted",
                    by=by,
                    words=(at, at + 1),
                    row=word,
                )
                break


def _is_stand(reading: MemberReading, other: MemberReading) -> bool:
    """Whether a stand on the same joining was read already."""
    return other.member.code == reading.member.code and other.step in ("supported", "opposed")


def _greeting(view: View, here: list[Actor], at: int, memory: MemberMemory) -> tuple[Found, ...]:
    """Who greets or supports at token `at`: the party or "we" right before, "the support Canada had for"."""
    if view.lower(at) == "support" and view.lower(at - 1) not in _VERBAL and not _supports(here, at):
        later = [a for a in here if 0 <= a.first - at - 1 <= 2 and a.side]
        return (Found(later[0].side or "", later[0].span),) if later and view.lower(at + 1) != "for" else ()
    subject = next((a for a in here if a.last == at and not preposition(view, a)), None)
    if subject is not None and subject.side:
        return (Found(subject.side, subject.span),)
    own = view.lower(at - 1) in ("we", "i") and memory.own is not None
    return (Found(memory.own or "", view.sentence.place(at - 1, at)),) if own else ()


def _supports(here: list[Actor], at: int) -> bool:
    return any(a.last == at for a in here)


def _carried(reading: MemberReading) -> MemberReading:
    member = Found(reading.member.code, reading.member.span, True)
    return replace(reading, member=member, alliance=Found(reading.alliance.code, reading.alliance.span, True))

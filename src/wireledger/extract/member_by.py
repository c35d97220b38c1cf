"""Whose support, objection or approval a joining has: who does it, how many parliaments, "we", who sees it so."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.actors import Actor
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_sayers import body_of_state, counted, sayer, seer
from wireledger.extract.member_stance import for_or_against
from wireledger.extract.member_stands import Attitude
from wireledger.extract.member_words import Joining
from wireledger.extract.view import View


@dataclass(frozen=True, slots=True)
class Case:
    """Words for joining with the alliance and the states that are meant."""

    joining: Joining
    alliance: Found
    members: tuple[Found, ...]


def sides_for(
    view: View, here: list[Actor], case: Case, found: Attitude | None, memory: MemberMemory
) -> tuple[Found, ...]:
    """Who is for or against it, by the word that says so; without such a word who stands before it."""
    at = found.at if found is not None else case.joining.start
    by = _nearest(view, here, case, found)
    inside = {f.span.start for f in by}
    many = counted(view, at, case.alliance)
    if many and {f.code for f in by} <= {case.alliance.code}:
        return many
    body = body_of_state(view, at)
    if body and (not by or any(body[0].span.start <= start < body[0].span.stop for start in inside)):
        by = tuple(f for f in body if f.code not in {m.code for m in case.members})
    if not by and found is not None and found.at >= case.joining.last:
        by = seer(view, here, case.joining.start, case.members)
    return by or _we(view, found, memory)


def stand_of(view: View, here: list[Actor], case: Case, by: tuple[Found, ...]) -> tuple[Found, ...]:
    """Whose stand it is where no word says: not the alliance of "NATO membership is unwelcome", but who says so."""
    noun = not case.joining.verb and case.alliance.span.stop <= view.sentence.tokens[case.joining.first].start
    others = tuple(f for f in by if not (noun and f.span == case.alliance.span))
    return others or sayer(view, here, case.members)


def _nearest(view: View, here: list[Actor], case: Case, found: Attitude | None) -> tuple[Found, ...]:
    """The nearest party; right of the words for joining only who is named with "by"."""
    if found is None:
        return for_or_against(view, here, case.joining.start, case.members)
    near = for_or_against(view, here, found.at, case.members)
    start = view.sentence.tokens[found.at].start
    return tuple(f for f in near if found.at < case.joining.last or f.span.start > start)


def _we(view: View, found: Attitude | None, memory: MemberMemory) -> tuple[Found, ...]:
    """ "We back Croatia's accession": whose page it is."""
    at = found.at - 1 if found is not None else -1
    if memory.own is None or view.lower(at) not in ("we", "i"):
        return ()
    return (Found(memory.own, view.sentence.place(at, at + 1)),)

"""Tells which step words for joining say, by the word for or against them and by their tense."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.member_memory import Found
from wireledger.extract.member_moods import (
    asked_for,
    doubted,
    frozen,
    given_up,
    only_conditions,
    only_meant,
    owned_by_it,
    what_it_brings,
)
from wireledger.extract.member_stands import (
    HANDING_IN,
    Attitude,
    attitude,
    mood_at,
    off_the_table,
    one_day,
    opposes,
    taken_back,
)
from wireledger.extract.member_words import Joining
from wireledger.extract.moods import governed
from wireledger.extract.view import View
from wireledger.model import MembershipStep, Mood

_DENIED = frozenset("denied denies denying".split())
_BESIDE, _NEAR = 6, 8
_OPPOSING = frozenset("opposition resistance objections objection".split())
_OWN = frozenset(
    "bid bids path road chance prospect prospects steps step closer track efforts effort application decision choice"
    " appetite interest desire wish wishes intention intentions ambition ambitions aspiration aspirations".split()
)
_SIGNING = frozenset("sign signed signing signature".split())
_DONE_ALREADY = frozenset("recent successful historic completed".split())
_LETTING = frozenset("allow allows allowed allowing let lets accept accepts accepted agree agrees agreed yes".split())
_NOT_YET = frozenset(("future", "prospective", "soon"))
_OPEN_QUESTION = frozenset(("how", "whether", "when", "if"))
_TALKED_OF = frozenset(("talks", "protocols"))

Step = tuple[MembershipStep, Mood, Attitude | None]


def steps(view: View, joining: Joining, members: tuple[Found, ...], told: bool) -> Iterator[Step]:
    """The steps the words say, with the word for or against that says it; `told`: it was said to have joined before."""
    found = attitude(view, joining)
    if not joining.verb and frozen(view, joining):
        yield "suspended", mood_at(view, joining.first), None
    elif joining.word_class in ("leave", "suspend"):
        yield from _leaving(view, joining)
    elif joining.word_class in ("bid", "application"):
        handed_in = found is not None and found.step == "applied" and view.lower(found.at) in HANDING_IN
        if found is None or found.step not in ("opposed", "approved") or joining.word_class != "bid":
            mood: Mood = taken_back(view, joining) or "asserted"
            if mood == "denied" and asked_for(view, joining.first):
                yield "opposed", "asserted", None
                return
            applied = joining.word_class == "application" or handed_in
            yield ("applied" if applied else "wants"), mood, None
        signed = found is not None and view.lower(found.at) in _SIGNING
        if found is not None and found.step not in ("wants", "applied") and not signed:
            refused = found.mood == "denied" and view.lower(found.at) in _LETTING
            yield ("opposed", "asserted", found) if refused else (found.step, found.mood, found)
    elif joining.word_class == "path" and view.lower(joining.first) in ("future", "place"):
        held = {"has", "have", "deserves", "deserve"} & {view.lower(i) for i in range(joining.first - 4, joining.first)}
        if held or {"is", "lies", "are", "was", "'s"} & {view.lower(i) for i in range(joining.last, joining.last + 2)}:
            yield "supported", "asserted", None
    elif joining.word_class == "join" and _recent(view, joining):
        yield "joined", "asserted", None
    elif joining.verb and opposes(view, joining, found):
        yield "opposed", ("hypothetical" if found is not None and found.mood == "hypothetical" else "asserted"), found
    elif found is None and not joining.verb and off_the_table(view, joining.last):
        yield "opposed", "asserted", None
    elif joining.word_class in _TALKED_OF and found is not None and found.step == "applied":
        yield "approved", found.mood, found
    elif found is not None and not (joining.verb and joining.form in ("past", "participle", "third")):
        yield _turned(view, found, members, joining)
    else:
        yield from _bare(view, joining, told)


def _recent(view: View, joining: Joining) -> bool:
    """ "Finland's recent accession": it has happened, whatever is said of it."""
    return not joining.verb and view.lower(joining.first - 1) in _DONE_ALREADY


def _turned(view: View, found: Attitude, members: tuple[Found, ...], joining: Joining) -> Step:
    """ "wants Ukraine to join" is support, and "does not want" it, "will not let" it is opposition."""
    word = view.sentence.tokens[found.at]
    end = view.sentence.tokens[joining.last - 1].stop
    ours = {"we", "our"} & {view.lower(i) for i in range(found.at - 2, found.at)}
    opened = (joining.verb or ours) and all(m.span.start > end for m in members)  # "In seeking to join, Croatia"
    outside = all(m.span.start > word.start and not m.carried for m in members) and not opened
    if found.step == "wants" and joining.word_class == "admit":
        return "supported", found.mood, found
    if found.step == "wants" and outside and word.lower not in _OWN:
        step: MembershipStep = "opposed" if found.mood == "denied" else "supported"
        return step, ("asserted" if found.mood == "denied" else found.mood), found
    if found.step == "approved" and word.lower.startswith("complet") and not joining.verb and not outside:
        return "joined", found.mood, found  # "Belarus has completed its accession"
    if found.mood == "denied" and word.lower in _LETTING:
        return "opposed", "asserted", found
    if found.step == "approved" and word.lower in _OPPOSING and not outside and not any(m.carried for m in members):
        return "wants", found.mood, found
    standing = word.lower in _OWN and owned_by_it(view, found.at) and not given_up(view, found.at)
    if found.step == "wants" and (found.mood == "planned" or standing):
        return "wants", "asserted", found
    return found.step, found.mood, found


def _leaving(view: View, joining: Joining) -> Iterator[Step]:
    step: MembershipStep = "suspended" if joining.word_class == "suspend" else "left"
    if joining.mood is not None or not joining.verb:
        mood = joining.mood or "asserted"
        if step == "suspended" and joining.verb and only_meant(view, joining) == "planned":
            mood = "asserted"  # "voted to expel": settled by who does it
        yield step, (only_meant(view, joining) if joining.row == "to" and mood == "asserted" else mood), None


def _bare(view: View, joining: Joining, told: bool) -> Iterator[Step]:
    """What the tense alone tells."""
    if joining.word_class in _TALKED_OF and only_conditions(view, joining.first):
        return
    if joining.word_class in ("candidate", "talks", "protocols"):
        found = governed(view, joining.first, 8)
        if _DENIED & {view.lower(i) for i in range(joining.first - _BESIDE, joining.first)}:
            yield "opposed", "asserted", None
            return
        if {"should", "must"} & {view.lower(i) for i in range(joining.first - _BESIDE, joining.first)}:
            yield "supported", "asserted", None
            return
        yield "approved", (found[0] if found else mood_at(view, joining.first)), None
    elif not joining.verb:
        if told and joining.word_class == "join":
            yield "joined", "asserted", None
    elif joining.word_class in ("join", "become"):
        yield from _joined(view, joining)
    elif joining.word_class == "admit" and (_is_wished(view, joining) or _is_asked_for(view, joining)):
        yield "supported", "asserted", None
    elif joining.word_class == "admit" and joining.mood is not None:
        yield "joined", joining.mood, None


def _is_wished(view: View, joining: Joining) -> bool:
    """ "should admit Malta", "welcomed Malta as a future member": its way in is backed."""
    behind = range(joining.last, joining.last + _NEAR)
    ahead = any(view.lower(i) == "as" and _NOT_YET & {view.lower(i + 1), view.lower(i + 2)} for i in behind)
    return ahead or bool({"should", "must"} & _auxiliaries(view, joining))


def _is_asked_for(view: View, joining: Joining) -> bool:
    """ "called for Malta to be admitted"."""
    return joining.mood == "hypothetical" and asked_for(view, joining.first)


def _auxiliaries(view: View, joining: Joining) -> set[str]:
    return {view.lower(i) for i in range(joining.start, joining.first)}


def _joined(view: View, joining: Joining) -> Iterator[Step]:
    mood = "hypothetical" if doubted(view, joining) else joining.mood or "asserted"
    aux = _auxiliaries(view, joining)
    before = view.lower(joining.start - 1)
    if (
        _OPEN_QUESTION & {view.lower(i) for i in range(max(0, joining.start - _NEAR), joining.start)}
        and "should" in aux
    ):
        return  # "divided over how soon it should join"
    if (aux & {"should", "must"} and not aux & {"not", "never"}) or (
        one_day(view, joining) and mood in ("planned", "asserted")
    ):
        yield "supported", "asserted", None
    elif joining.form == "ing":
        if mood == "asserted" and before == "by" and (ahead := what_it_brings(view, joining)):
            yield "joined", ahead, None
        elif mood == "denied" and "be" in aux:
            yield "joined", mood, None
        elif {"is", "are", "'s", "'re"} & aux and mood == "asserted":
            yield "joined", "planned", None
        elif before in ("after", "since", "upon", "by", "on") or mood == "planned":
            yield "joined", mood, None
    elif joining.form == "third" and {"when", "once", "until", "before"} & {
        view.lower(joining.start - i) for i in (2, 3)
    }:
        yield "joined", "planned", None
    else:
        yield "joined", mood, None

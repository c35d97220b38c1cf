"""Whose joining it is, which alliance, and who is for or against it, with what is carried from the sentences before."""

from __future__ import annotations

from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.member_memory import Found, MemberMemory
from wireledger.extract.member_parties import (
    CONSENT,
    alliances,
    can_join,
    is_members,
    others,
    stands_for_alliance,
    states_in_row,
    whole,
)
from wireledger.extract.member_pronouns import leaders_state, meant_by_pronoun
from wireledger.extract.member_speakers import applicant, invitee, speaker_state
from wireledger.extract.member_within import numbers
from wireledger.extract.member_words import Joining
from wireledger.extract.view import View
from wireledger.model import Days, Party

_ADMITTING = ("admi", "readmi")
_REACH, _NAMED_REACH = 14, 9
_THINGS = frozenset(
    "forces force exercise exercises drill drills talks summit meeting meetings leaders allies troops mission missions"
    " officials effort efforts countries jets chief ministers programme program project initiative fund battlegroup"
    " operation operations command states statement sanctions framework council committee group partnership partners"
    " training patrol patrols foreign defence defense peacekeeping rapid response air naval colleagues peers citizens"
    " voters firms companies nationals".split()
)
_AFTER_NOUN = frozenset(("of", "for", "to"))
_AFTER_NOUN_ONLY = frozenset(("of", "for"))
_INTO = frozenset(("to", "into", "in", "of", "with", "from"))
_ADJECTIVES = frozenset(
    "full eventual rapid future early swift possible potential own formal long-delayed quick likely expected pending"
    " proposed western military defence defense 's the process".split()
)
_BARE = frozenset(("in", "by", "soon", ".", ",", "within", "later", "", '"', "and", "if", "but", "without"))
_APPLYING = frozenset("apply applying applied applies seek seeks seeking".split())
_VOTING = frozenset("vote votes voted decided approved agreed".split())
_COUNTRY = frozenset("country countries nation nations pair duo".split())
_WHOLES = frozenset("organisation organization alliance bloc union".split())
_OPENING = frozenset(("in", "by", "seeking", "hoping", "applying", "deciding", "choosing", "wanting", "after"))
_LED_TO = frozenset(("talks", "candidate", "protocols"))  # what the leaders of an alliance decide on for it
_OPENED = frozenset("be been were was are is opened open begin began begun started start will should soon".split())
_OPENS = frozenset("since after before with despite through following until".split())
_OUR = frozenset("goal goals aim aims ambition ambitions aspiration aspirations dream place future path way".split())
_SHORT = 3
_ITS = frozenset("it its they their them".split())


def alliance_of(view: View, all_actors: list[Actor], joining: Joining, memory: MemberMemory) -> Found | None:
    """The alliance that is joined: behind the verb, before or behind the noun, else the one told of before."""
    some = [*alliances(all_actors), *(others(all_actors) if joining.word_class == "suspend" else ())]
    inside = [a for a in all_actors if joining.first < a.core < joining.last and stands_for_alliance(a)]
    if inside and joining.verb:
        return whole(inside[0])
    if joining.word_class == "suspend" and joining.form != "passive":
        return _suspending(some, joining)
    reach = 20 if joining.word_class == "admit" else 7
    if joining.word_class == "admit" and view.lower(joining.first).startswith(_ADMITTING):
        before = [a for a in some if a.last <= joining.start and not preposition(view, a)]
        if before and joining.form != "passive":
            return Found(before[-1].code, before[-1].span)
    behind = [a for a in some if 0 <= a.core - joining.last <= reach]
    for actor in behind:
        if _is_object(view, joining, actor):
            return Found(actor.code, actor.span)
    if joining.word_class == "admit" and (group := _as_its_member(view, all_actors, joining)) is not None:
        return whole(group)
    if joining.word_class == "admit" and _into_the_alliance(view, joining.last):
        return memory.carried_alliance(view.sentence.index)
    if joining.verb and behind:
        return None
    for actor in reversed([a for a in alliances(all_actors) if a.last <= joining.first]):
        if not joining.verb and all(view.lower(i) in _ADJECTIVES for i in range(actor.last, joining.first)):
            return Found(actor.code, actor.span)
    return _elsewhere(view, all_actors, joining, memory)


def _as_its_member(view: View, all_actors: list[Actor], joining: Joining) -> Actor | None:
    """ "welcoming Croatia as our newest NATO Ally", "as the 29th member of NATO"."""
    link = next((i for i in range(joining.last, joining.last + _REACH) if view.lower(i) == "as"), None)
    if link is None:
        return None
    for actor in all_actors:
        if not 0 < actor.core - link <= 6 or not stands_for_alliance(actor):
            continue
        near = {view.lower(i) for i in range(link, actor.last + 1)}
        if near & {"member", "members", "ally", "allies"}:
            return actor
    return None


def _into_the_alliance(view: View, at: int) -> bool:
    """ "into the strongest alliance": the one told of before, by what it is."""
    words = [view.lower(i) for i in range(at, at + 22)]
    into = words.index("into") if "into" in words else len(words)
    return words[into + 1 : into + 2] == ["the"] and bool(
        {"alliance", "bloc", "union"} & set(words[into + 2 : into + 5])
    )


def _suspending(some: list[Actor], joining: Joining) -> Found | None:
    """ "the African Union suspended Gabon", "they suspended Gabon from the African Union"."""
    before = [a for a in some if 0 <= joining.start - a.last <= 2]
    behind = [a for a in some if 0 < a.core - joining.last <= 7]
    return next((Found(a.code, a.span) for a in (*before, *behind)), None)


def _is_object(view: View, joining: Joining, actor: Actor) -> bool:
    gap = [view.lower(i) for i in range(joining.last, actor.core) if not _in_row(view, i, joining.verb)]
    if joining.word_class == "admit" and joining.verb:
        link = "to" if view.lower(joining.first).startswith(_ADMITTING) else "into"
        return link in (view.lower(actor.first - 1), *gap[-4:])
    if any(w in (".", ";", ",", "that", "and", "said", "which") for w in gap):
        return False
    if possessive(view, actor) or not _ends(view, actor.last) or view.lower(actor.first) in ("a", "an"):
        return False
    if joining.word_class == "path":
        return bool({"to", "into", "in", "towards", "toward"} & set(gap)) and "with" not in gap
    if joining.word_class in ("candidate", "bid"):
        return not gap or _stripped(gap)[-1:] in [[w] for w in ("for", "by", "join", "joining", *_INTO)]
    return joining.verb or gap in ([], ["the"]) or bool(_INTO & set(gap))


def _stripped(gap: list[str]) -> list[str]:
    """Words up to the last that is no article."""
    return gap[:-1] if gap[-1:] == ["the"] else gap


def _in_row(view: View, at: int, link_only: bool) -> bool:
    """ "the accession of Albania and Croatia to": a state of the row, or what links two."""
    mention = view.at.get(at)
    thing = mention.thing if mention is not None else None
    if isinstance(thing, Party):
        return thing.kind == "state" and not link_only
    if view.lower(at).endswith("-led"):
        return True
    led = view.lower(at + 1).endswith("-led") and (at - 1 in view.at or view.lower(at - 1).endswith("-"))
    return view.lower(at) in ("and", ",") and (led or {at - 1, at + 1} <= view.at.keys())


def _ends(view: View, at: int) -> bool:
    """Whether the alliance itself is meant, no thing of it ("NATO exercises") and no common deed ("in imposing")."""
    word = view.lower(at)
    if word == "in" and view.lower(at + 1).endswith("ing") and view.lower(at + 1) != "becoming":
        return at + 1 in view.at or at + 2 in view.at
    return word not in _THINGS or at in view.at


def _elsewhere(view: View, all_actors: list[Actor], joining: Joining, memory: MemberMemory) -> Found | None:
    """Where none is named beside it: another alliance of the sentence for a noun, else the one told of before."""
    index = view.sentence.index
    if joining.verb:
        dated = isinstance(getattr(view.at.get(joining.last), "thing", None), Days)
        meant = {view.lower(i) for i in range(joining.last, joining.last + 4)} & {"alliance", "bloc"}
        if not (dated or meant or view.lower(joining.last) in _BARE) or joining.word_class not in ("join", "become"):
            return None
        here = [a for a in all_actors if a.last <= joining.start and stands_for_alliance(a)]
        return Found(here[-1].code.removesuffix("-members"), here[-1].span) if here else memory.carried_alliance(index)
    if joining.word_class in ("bid", "application", "candidate", "protocols", "talks", "join", "member"):
        leaders = joining.word_class in _LED_TO
        here = [a for a in all_actors if a.last <= joining.first and stands_for_alliance(a)]
        here = [a for a in here if leaders or not a.agents]
        told = joining.word_class != "bid" or joining.last - joining.first > 1  # "its membership bid"
        if here and (told or is_members(here[-1])):
            return whole(here[-1])
        if joining.word_class == "bid" and view.lower(joining.last) in ("for", "of"):
            return None  # "those ambitions for freedom"
        if _into_the_organisation(view, joining.last) and (group := memory.carried_group(index)) is not None:
            return group
        full = (
            joining.word_class
            if joining.last - joining.first > 1
            else view.lower(joining.first).replace("candidate", "")
        )
        return memory.carried_alliance(index) or memory.named_alliance(
            index, full, view.sentence.place(joining.first, joining.last)
        )
    return None


def _into_the_organisation(view: View, at: int) -> bool:
    """ "its membership in the organisation": the one named before, by what it is."""
    words = [view.lower(i) for i in range(at, at + 3)]
    return words[0] in ("in", "into", "of", "to") and words[1] == "the" and words[2] in _WHOLES


def members_of(view: View, all_actors: list[Actor], joining: Joining, memory: MemberMemory) -> tuple[Found, ...]:
    """The states whose joining it is: those named nearest to its left, behind "of" for a noun, or carried for "its"."""
    if not joining.verb:
        behind = _behind_noun(view, all_actors, joining) or _adjectives(view, joining)
        both = _of_both(view, joining.last)
        if not behind and both is not None:
            return memory.carried_pair(view.sentence.index, view.sentence.place(both, both + 1))
        if behind:
            return behind
        before = [a for a in all_actors if a.last <= joining.first and can_join(view, a)]
        if joining.word_class == "protocols" and memory.members and not before:
            return memory.carried_members(view.sentence.index)
    if joining.word_class in ("admit", "suspend") and joining.verb and joining.form != "passive":
        return _objects(view, all_actors, joining)
    its = view.lower(joining.start - 1) in ("its", "their") and view.lower(joining.start - 2) in _OPENS
    if its and joining.start <= _SHORT and (ahead := _behind_comma(view, all_actors, joining)):
        return ahead
    found = _nearest(view, all_actors, joining, memory) or _own_parliament(view, all_actors, joining)
    found = found or applicant(view, all_actors, joining) or invitee(view, all_actors, joining)
    opened = joining.form == "ing" or _OPENING & {view.lower(i) for i in range(2)}
    return found or (_behind_comma(view, all_actors, joining) if opened else ())


def _own_parliament(view: View, all_actors: list[Actor], joining: Joining) -> tuple[Found, ...]:
    """ "Croatia's parliament voted to apply for membership": its own."""
    for actor in reversed([a for a in all_actors if a.last <= joining.start and a.party.kind == "state"]):
        between = {view.lower(i) for i in range(actor.last, joining.first)}
        decides = between & (_APPLYING | (_VOTING if joining.verb else set()))
        return (Found(actor.code, actor.span),) if possessive(view, actor) and decides else ()
    return ()


def _behind_comma(view: View, all_actors: list[Actor], joining: Joining) -> tuple[Found, ...]:
    """ "Since joining in 2004, Lithuania has": the subject behind the comma."""
    comma = next((i for i in range(joining.last, joining.last + _REACH) if view.lower(i) == ","), None)
    subject = next((a for a in all_actors if comma is not None and a.first in (comma + 1, comma + 2)), None)
    return states_in_row(view, all_actors, subject) if subject is not None and can_join(view, subject) else ()


def _nearest(view: View, all_actors: list[Actor], joining: Joining, memory: MemberMemory) -> tuple[Found, ...]:
    at = joining.start - 1
    while at > max(-1, joining.start - _REACH):
        word = view.lower(at)
        actor = next((a for a in all_actors if a.first <= at < a.last), None)
        if actor is not None:
            opened = _aside_before(view, actor)
            if can_join(view, actor) and opened is None:
                return states_in_row(view, all_actors, actor)
            if actor.core > actor.first and view.lower(actor.first) in _ITS:  # "its NATO membership"
                return meant_by_pronoun(view, all_actors, actor.first, memory)
            at = actor.first if opened is None else opened
        elif word in _COUNTRY and _is_one_of_a_row(view, at):
            pass
        elif word in ("we", "our") and (joining.verb or at == joining.start - 1 or view.lower(at + 1) in _OUR):
            if spoken := speaker_state(view, all_actors, memory):
                return spoken
        elif word in _COUNTRY and {"the", "both", "two", "his", "her"} & {view.lower(at - i) for i in (1, 2, 3)}:
            return leaders_state(all_actors, at) or memory.carried_members(view.sentence.index)
        elif word in _ITS and joining.word_class in ("application", "bid") and at == joining.start - 1:
            named = any(a.last <= at and can_join(view, a) for a in all_actors)
            leader = () if named else leaders_state(all_actors, at)
            return leader or meant_by_pronoun(view, all_actors, at, memory)
        elif word in _ITS and view.lower(at + 1) not in CONSENT:
            return meant_by_pronoun(view, all_actors, at, memory)
        elif word == ";":
            break
        at -= 1
    return ()


def _aside_before(view: View, actor: Actor) -> int | None:
    """ "Finland, which borders on Russia, | became": where the aside begins whose last word is an actor."""
    if view.lower(actor.last) != ",":
        return None
    if view.lower(actor.first - 1) in ("like", "unlike") and view.lower(actor.first - 2) == ",":
        return actor.first - 2  # "Moldova, like Ukraine, | applied"
    if not preposition(view, actor):
        return None
    for at in range(actor.first - 1, max(0, actor.first - _REACH), -1):
        if view.lower(at) in ("which", "who", "whose", "where") and view.lower(at - 1) == ",":
            return at - 1
        if view.lower(at) in (",", ";"):
            return None
    return None


def _is_one_of_a_row(view: View, at: int) -> bool:
    """ "the 30th country to join": who it is stands before it."""
    return view.lower(at + 1) == "to" and any(numbers(view.lower(i)) for i in range(at - 2, at))


def _of_both(view: View, at: int) -> int | None:
    """ "accession for both countries", "the applications of the two": where those told of before are meant."""
    while at in view.at or view.lower(at) in _INTO - _AFTER_NOUN_ONLY:
        at += 1
    if view.lower(at) not in _AFTER_NOUN_ONLY:
        return None
    word = at + 2 if view.lower(at + 1) == "the" else at + 1
    return word if view.lower(word) in ("both", "two") else None


def _objects(view: View, all_actors: list[Actor], joining: Joining) -> tuple[Found, ...]:
    """Whom an alliance admits: the states right behind the verb, also in a row with their leaders."""
    for actor in all_actors:
        if 0 <= actor.first - joining.last <= 2 and (can_join(view, actor) or actor.party.kind == "person"):
            return states_in_row(view, all_actors, actor)
    return ()


def _adjectives(view: View, joining: Joining) -> tuple[Found, ...]:
    """ "Swedish membership", "Finnish and Swedish accession": adjectives of states right before the noun."""
    found: dict[str, Found] = {}
    for at in range(joining.first - 1, max(-1, joining.first - 8), -1):
        mention = view.at.get(at)
        party = mention.thing if mention is not None else None
        if isinstance(party, Party) and party.kind == "alliance":
            continue
        if isinstance(party, Party) and party.kind == "state" and party.named_by == "demonym" and mention is not None:
            found.setdefault(party.code, Found(party.code, view.span(mention)))
        elif view.lower(at) not in _ADJECTIVES | {"and"} or view.lower(at) == "'s":
            break
    return tuple(reversed(found.values()))


def _behind_noun(view: View, all_actors: list[Actor], joining: Joining) -> tuple[Found, ...]:
    """ "membership for Finland", "the accession to NATO of Sweden", "talks with Albania"."""
    links = (*_AFTER_NOUN, "with") if joining.word_class == "talks" else _AFTER_NOUN
    for actor in all_actors:
        if not 0 < actor.first - joining.last <= _NAMED_REACH or preposition(view, actor) not in links:
            continue
        between = range(joining.last, actor.first - 1)
        small = _INTO | {"the"} | (_OPENED if joining.word_class == "talks" else set())
        if can_join(view, actor) and all(i in view.at or view.lower(i) in small for i in between):
            return states_in_row(view, all_actors, actor)
    return ()

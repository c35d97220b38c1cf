"""Whom a statement is about: who is named in the words, whom they were told, whose accusation is denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Days, Mention, Party, Place, Span, hull

_SIDES = frozenset(("state", "alliance", "organisation"))
_NEAR, _ACCUSED = 2, 4  # sentences before a denial in which what is denied may be told, or said by somebody
_TITLE = 4  # words of an office before a name
_PEERS = frozenset(("counterpart", "counterparts", "colleague", "colleagues"))
_OWNING = frozenset(("'s", "'"))
_BEHIND = frozenset(
    "that it its he she we they the a to in on at during by not how whether there this his her just before after when"
    " as".split()
)


def parties_in(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The codes of the states, alliances, organisations and persons among mentions, each once.

    Of a person named by part of the name and in full ("[Vladimir] Putin") only the full one.
    """
    found: dict[str, bool] = {}
    for mention in mentions:
        thing = mention.thing
        if isinstance(thing, Party) and (thing.kind in _SIDES or thing.kind == "person"):
            found[thing.code] = thing.kind == "person"
    persons = [code for code, is_person in found.items() if is_person]
    return tuple(
        code
        for code, is_person in found.items()
        if not (is_person and any(other.startswith(f"{code}-") for other in persons))
    )


def about_of(
    utterance: Utterance, views: Sequence[View], mentions: Sequence[Mention], said: Sequence[Utterance]
) -> tuple[str, ...]:
    """The codes of whom an utterance is about, whose words hold `mentions`; `said` is all that the report quotes."""
    named = dict.fromkeys((*parties_in(mentions), *_told(utterance, views)))
    side = utterance.party.acts_for if utterance.party is not None else None
    if not set(named) - {side} and is_denial(utterance):
        named |= dict.fromkeys(whose_accusation(utterance, views, mentions, said))
    return tuple(named)


def is_denial(utterance: Utterance) -> bool:
    """Whether somebody denies what others say or hold."""
    return utterance.act is not None and utterance.act.use.cue.manner == "deny"


def whose_accusation(
    utterance: Utterance, views: Sequence[View], mentions: Sequence[Mention], said: Sequence[Utterance]
) -> tuple[str, ...]:
    """Where it was, by the words; else who said so of the one who denies it; else the one other state told of before.

    "Kyiv said Moscow had struck the port. Moscow denied that it had struck it.": it is about Ukraine.
    """
    side = utterance.party.acts_for if utterance.party is not None else None
    if side is None:
        return ()
    where = {m.thing.country for m in mentions if isinstance(m.thing, Place) and m.thing.country}
    if where - {side}:
        return tuple(sorted(where - {side}))
    before = [u for u in said if 0 <= utterance.sentence - u.sentence <= _ACCUSED and u is not utterance]
    for other in reversed([u for u in before if u.parts[0].start < utterance.parts[0].start]):
        accuser = other.party.acts_for if other.party is not None else None
        if accuser not in (None, side) and side in _sides_in(views, other.parts):
            return (accuser,)
    near = views[max(0, utterance.sentence - _NEAR) : utterance.sentence]
    told = {code for view in near for code in _sides(view)} - {side}
    return tuple(told) if len(told) == 1 and any(side in _sides(view) for view in near) else ()


def _told(utterance: Utterance, views: Sequence[View]) -> Iterator[str]:
    """The state or body that is told it, right behind the cue: "Oslo warned | Riga that"."""
    act = utterance.act
    if act is None or act.inverted or act.use.passive or not act.use.cue.frames & {"a"}:
        return
    view, at = views[utterance.sentence], act.use.last
    mention = view.at.get(at + (view.lower(at) in ("the", "its", "their", "his", "her")))
    where = hull(utterance.parts)
    if mention is not None and view.lower(mention.last) in _PEERS and isinstance(mention.thing, Party):
        yield mention.thing.acts_for or mention.thing.code  # "told his Danish counterpart"
        return
    if mention is not None and view.lower(mention.last) in _OWNING:
        mention = _holder(view, mention)
    if mention is None or where.overlaps(view.span(mention)) or not _is_whole(view, mention):
        return
    thing = mention.thing
    if isinstance(thing, Party) and (thing.kind in _SIDES or thing.acts_for is not None):
        yield thing.code


def _holder(view: View, owner: Mention) -> Mention | None:
    """Who has an office of a state: "Norway 's prime minister | Anna Berg"."""
    for mention, party in view.parties():
        title = range(owner.last + 1, mention.first)
        if (
            party.kind == "person"
            and 0 <= mention.first - owner.last - 1 <= _TITLE
            and all(view.lower(at).isalpha() for at in title)
        ):
            return mention
    return None


def _is_whole(view: View, mention: Mention) -> bool:
    """Whether a name stands alone: not "told Norwegian television", "told Norway 's public broadcaster"."""
    behind = view.at.get(mention.last)
    word = view.lower(mention.last)
    dated = behind is not None and isinstance(behind.thing, Days)
    return dated or (not word[:1].isalpha() and word not in _OWNING) or word in _BEHIND


def _sides_in(views: Sequence[View], parts: Sequence[Span]) -> set[str]:
    """The states and alliances that stretches of the text name, by name or by who acts for them."""
    where = hull(tuple(parts))
    return {
        party.acts_for
        for view in views
        if view.sentence.span.overlaps(where)
        for mention, party in view.parties()
        if party.acts_for and any(part.holds(view.span(mention)) for part in parts)
    }


def _sides(view: View) -> set[str]:
    """The states of a sentence, by name, by who acts for them or by a place in them."""
    named = {party.acts_for for _, party in view.parties() if party.acts_for and len(party.acts_for) == 2}
    places = {m.thing.country for m in view.sentence.mentions if isinstance(m.thing, Place) and m.thing.country}
    return {code for code in named | places if code}

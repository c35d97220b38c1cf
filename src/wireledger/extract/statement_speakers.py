"""Who makes a statement: one by one those who speak together, and a body by the name of its seat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from wireledger.extract.speech_named import OFFICIALS, Speaker, named
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.lexicon.sides import seats, slug
from wireledger.model import Mention, Party

_NAMED = re.compile(r"(.+), ((?:[^\W\d_a-z]\w+ ){1,2}[^\W\d_a-z]\w+)")  # "the mayor of the port, Anna Berg"
_SENT = re.compile(r"(.*\b(?:[Aa]mbassador|[Ee]nvoy) to (?:the )?\w+) ([^\W\d_a-z]\w+ [^\W\d_a-z]\w+)")
_BOTH = frozenset(("the leaders", "the two leaders", "both leaders", "the two presidents", "the two ministers"))
_LINKS = frozenset("and of the foreign prime defence defense".split())


def spoken_by_each(utterance: Utterance, views: Sequence[View]) -> tuple[Utterance, ...]:
    """The utterance once for each of those who speak it: "Oslo and Riga said" is the word of two."""
    speaker = utterance.speaker
    if speaker is not None and utterance.party is None and speaker.words.lower() in _BOTH:
        met = _who_met(views)
        return tuple(replace(utterance, speaker=_as(speaker, party)) for party in met) or (utterance,)
    if speaker is None or speaker.party is None or utterance.is_turn:
        return (utterance,)
    view = views[utterance.sentence]
    inside = [m for m, _ in view.parties() if speaker.first <= m.first and m.last <= speaker.last]
    found = [m for m in inside if view.span(m).start >= speaker.span.start and view.span(m).stop <= speaker.span.stop]
    row = next((r for m in found if len(r := [x for x in view.coordinated(m) if x in found]) > 1), [])
    row = row or _persons(view, found)
    if len(row) < 2 or any(view.lower(m.last) in ("'s", "'") for m in row):
        return (utterance,)
    each = [named(view, m.first, m.last) for m in row]
    codes = {one.party.code for one in each if one.party is not None}
    if len(codes) < len(row) or speaker.party.code not in codes:
        return (utterance,)
    return tuple(replace(utterance, speaker=one) for one in each)


def _who_met(views: Sequence[View]) -> tuple[Party, ...]:
    """The two persons of the first sentence that names any, each acting for somebody: of a readout, those who met."""
    for view in views:
        found = {party.code: party for _, party in view.parties() if party.kind == "person"}
        if found:
            acting = all(party.acts_for for party in found.values())
            return tuple(found.values()) if len(found) == 2 and acting else ()
    return ()


def _persons(view: View, found: Sequence[Mention]) -> list[Mention]:
    """Those who are all named with their office: "Minister Anna Berg and Secretary of State Erik Holm"."""
    row = [m for m in found if isinstance(m.thing, Party) and m.thing.kind == "person"]
    gaps = [range(one.last, other.first) for one, other in pairwise(row)]
    joined = all(any(view.lower(at) == "and" for at in gap) for gap in gaps)
    return row if joined and all(_is_title(view, at) for gap in gaps for at in gap) else []


def _is_title(view: View, at: int) -> bool:
    word = view.sentence.tokens[at]
    return word.text[0].isupper() or word.lower in _LINKS or word.lower in OFFICIALS


def code_of(utterance: Utterance) -> str | None:
    """Who speaks: a person by name also where only the office is known; who once held an office is not its state."""
    party, speaker = utterance.party, utterance.antecedent or utterance.speaker
    if party is None:
        return None
    words = speaker.words if speaker is not None and party.kind != "person" else ""
    named_so = _NAMED.fullmatch(words) or _SENT.fullmatch(words)
    if named_so is not None and OFFICIALS & set(named_so[1].lower().split()):
        return slug(_plain(named_so[2]))
    return None if party.kind == "state" and party.acts_for is None else party.code


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def by_seat(utterance: Utterance, views: Sequence[View]) -> Utterance:
    """The utterance as of the body that has its seat in the capital that speaks, where the report tells of it.

    Where the report names the state too, the capital stands for the state.
    """
    speaker = utterance.speaker
    party = utterance.party
    if speaker is None or party is None or party.named_by != "capital":
        return utterance
    body = seats().get(speaker.words)
    sides = [p for view in views for _, p in view.parties()]
    told = any(p.acts_for == body for p in sides) and not any(
        p.acts_for == party.code and p.named_by != "capital" for p in sides
    )
    if body is None or not told:
        return utterance
    return replace(utterance, speaker=_as(speaker, Party(body, "organisation", "capital", body)))


def _as(speaker: Speaker, party: Party) -> Speaker:
    return replace(speaker, party=party)

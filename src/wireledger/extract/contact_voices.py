"""Who says "I" and who is "you" in each sentence: by the end of a quotation, or by the turns of a transcript."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from wireledger.extract.actors import Actor
from wireledger.extract.contact_memory import ContactMemory, Side, side_of, speaker, view_text
from wireledger.extract.view import View
from wireledger.model import Document, Party

_LONGEST_NAME = 12
_NO_NAMES = frozenset(
    "departure arrival meeting call summit visit conference remarks ceremony dinner lunch reception".split()
)
_ITSELF = frozenset(("the president", "the vice president", "the prime minister", "the secretary"))


def hear(document: Document, views: list[View], cast: list[list[Actor]], memory: ContactMemory) -> None:
    """Keeps in memory whose words each sentence is, and to whom they are said."""
    memory.voices.update(_quoted(views, cast))
    present = _present(document)
    named = (*present, *_named(views, cast))
    voice: Side | None = None
    for view in views:
        colon = label_end(view)
        if colon:
            voice = _of_turn(view, colon, present, named)
        elif _is_question(view):
            voice = None
        elif not memory.turns:
            continue
        memory.turns = True
        index = view.sentence.index
        memory.voices[index] = memory.voices.get(index) or voice
        if voice is not None:
            memory.addressed[index] = tuple(s for s in present if s.code != voice.code)


def _present(document: Document) -> tuple[Side, ...]:
    """The persons a title names."""
    found: dict[str, Side] = {}
    for sentence in document.title:
        for mention in sentence.mentions:
            party = mention.thing
            last = sentence.tokens[mention.last - 1].lower
            if isinstance(party, Party) and party.kind == "person" and last not in _NO_NAMES:
                words, official = view_text(sentence, mention), party.acts_for is not None
                found.setdefault(party.code, Side(party.code, None, official, True, words, side=party.acts_for))
    return tuple(found.values())


def label_end(view: View) -> int:
    """Where the name of a turn's speaker ends; 0 where no turn begins."""
    if view.sentence.block_kind != "turn" or not view.sentence.tokens[0].text.isupper():
        return 0
    ends = (at for at in range(1, min(_LONGEST_NAME, len(view.sentence.tokens))) if view.lower(at) == ":")
    colon = next(ends, 0)
    return colon if all(view.sentence.tokens[i].text.isupper() or i == colon for i in range(1, colon)) else 0


def _named(views: list[View], cast: list[list[Actor]]) -> tuple[Side, ...]:
    """The persons a report names."""
    found: dict[str, Side] = {}
    for view, here in zip(views, cast, strict=True):
        for actor in here:
            if actor.party.kind == "person" and actor.code not in found:
                found[actor.code] = replace(side_of(view, actor), span=None, carried=True)
    return tuple(found.values())


def _is_question(view: View) -> bool:
    """A reporter's turn, which names nobody: "Q    Mr. President, ..."."""
    return view.sentence.tokens[0].text == "Q" and view.lower(1) not in (":", ".")


def _of_turn(view: View, colon: int, present: tuple[Side, ...], named: tuple[Side, ...]) -> Side | None:
    """The one of those present, else named, whose surname opens a turn; "THE PRESIDENT" is the first of the title."""
    words = [view.lower(i) for i in range(colon)]
    if " ".join(words) in _ITSELF:
        return present[0] if present else None
    name = _plain(words[-1])
    ends = next((s for s in named if name == s.code.split("-")[-1]), None)
    return ends or next((s for s in present if name and name in s.code.split("-")), None)


def _plain(word: str) -> str:
    """A word without accents, as codes are written."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _quoted(views: list[View], cast: list[list[Actor]]) -> dict[int, Side]:
    """Who says the quoted words of each sentence that names nobody as saying them: told where the quotation ends."""
    found: dict[int, Side] = {}
    for position, view in enumerate(views):
        end = position
        while end + 1 < len(views) and end - position < 5 and _goes_on(views[end + 1]):
            end += 1
            said = speaker(views[end], cast[end])
            if said is not None and _is_quoted(view):
                found[view.sentence.index] = said
                break
    return found


def _goes_on(view: View) -> bool:
    """Whether a sentence opens inside a quotation begun before: quoted, without a mark of its own."""
    quoted = view.sentence.quoted
    return bool(quoted) and quoted[0] and view.lower(0) != '"'


def _is_quoted(view: View) -> bool:
    return any(view.sentence.quoted)

"""Who says "I" and who is "you" in each sentence: by the end of a quotation, or by the turns of a transcript."""

from __future__ import annotations

from wireledger.extract.actors import Actor
from wireledger.extract.contact_memory import ContactMemory, Side, speaker, view_text
from wireledger.extract.view import View
from wireledger.model import Document, Party

_LONGEST_NAME = 12
_ITSELF = frozenset(("the president", "the vice president", "the prime minister", "the secretary"))


def hear(document: Document, views: list[View], cast: list[list[Actor]], memory: ContactMemory) -> None:
    """Keeps in memory whose words each sentence is, and to whom they are said."""
    memory.voices.update(_quoted(views, cast))
    present = _present(document)
    voice: Side | None = None
    for view in views:
        colon = _colon(view)
        if colon:
            voice = _of_turn(view, colon, present)
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
            if isinstance(party, Party) and party.kind == "person":
                words, official = view_text(sentence, mention), party.acts_for is not None
                found.setdefault(party.code, Side(party.code, None, official, True, words, side=party.acts_for))
    return tuple(found.values())


def _colon(view: View) -> int:
    """Where the name of a turn's speaker ends; 0 where no turn begins."""
    if view.sentence.block_kind != "turn" or not view.sentence.tokens[0].text.isupper():
        return 0
    ends = (at for at in range(1, min(_LONGEST_NAME, len(view.sentence.tokens))) if view.lower(at) == ":")
    colon = next(ends, 0)
    return colon if all(view.sentence.tokens[i].text.isupper() or i == colon for i in range(1, colon)) else 0


def _of_turn(view: View, colon: int, present: tuple[Side, ...]) -> Side | None:
    """The one of those present whose surname opens a turn; "THE PRESIDENT" is the first the title names."""
    words = [view.lower(i) for i in range(colon)]
    if " ".join(words) in _ITSELF:
        return present[0] if present else None
    return next((s for s in present if words[-1] == s.code.split("-")[-1]), None)


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

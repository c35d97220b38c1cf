"""Who has the word in a transcript: what a reporter asks is no fact, and "we" are the side of whoever speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wireledger.extract.memory import Known, Memory
from wireledger.extract.view import View

_ASKING = frozenset("q question questioner reporter reporters journalist press interviewer moderator audience".split())
_LONGEST_NAME = 12
_CLOSERS = ('"', "'", ")", "]", "*", "_")
_WE = frozenset("we our us".split())
_MANY = frozenset(("unnamed-allies", "nato-members", "eu-members"))


@dataclass(slots=True)
class Turns:
    """The turns of a report so far: who speaks now, and on whose side each speaker was found to be.

    On a page that speaks for somebody, whoever is not known to be of another side speaks for the same.
    """

    page: str | None
    answered: bool
    named: dict[str, Known]
    speaker: str | None = None
    answering: str | None = None
    block: int = -1
    sides: dict[str, Known] = field(default_factory=dict)
    given: list[Known] = field(default_factory=list)
    said_we: bool = False

    def enter(self, view: View, remembered: Memory) -> None:
        """Note whose words a sentence is; where it passes to a speaker whose side is known, "we" are his side."""
        self.said_we = self.said_we or any(view.lower(i) in _WE for i in range(len(view.sentence.tokens)))
        if view.sentence.block_kind != "turn" or view.sentence.block == self.block:
            return
        self._leave()
        self.block, self.speaker = view.sentence.block, _name(view)
        self.given, self.said_we = [], any(view.lower(i) in _WE for i in range(len(view.sentence.tokens)))
        side = self._side(view)
        remembered.own_side = self.page
        if self.is_asking(view):
            return
        before, self.answering = self.answering, self.speaker
        if side is None:
            if self.page is None and before not in (None, self.speaker):
                remembered.speaker = remembered.last_donors = remembered.package = None  # another's "we"
            return
        remembered.speaker = remembered.last_donors = side
        remembered.own_side = side.codes[0]
        if remembered.package is not None and remembered.package.donors != side:
            remembered.package = None

    def is_asking(self, view: View) -> bool:
        """Whether a sentence is of somebody who only asks; where no turn names who answers, that is its block alone."""
        asking = self.speaker is not None and _asks(self.speaker)
        return asking and (self.answered or view.sentence.block == self.block)

    def note(self, donors: Known | None, carried: bool) -> None:
        """Keep whom a speaker names as giving: where he says "we" too, that is his side."""
        if donors is not None and not carried:
            self.given.append(donors)

    def _leave(self) -> None:
        named = {known.codes for known in self.given}
        alone = len(named) == 1 and all(len(codes) == 1 and not set(codes) & _MANY for codes in named)
        if self.page is None and self.speaker and self.said_we and alone:
            self.sides.setdefault(self.speaker, self.given[0])

    def _side(self, view: View) -> Known | None:
        """The side of a speaker: of the office or person the turn is named by, else as told or found before."""
        index = view.sentence.index
        for mention, party in view.parties():
            if mention.first < _colon(view) and party.acts_for:
                return Known((party.acts_for,), (view.span(mention),), index)
        speaker = self.speaker or ""
        known = self.sides.get(speaker) or self.named.get(speaker.rpartition(" ")[2])
        return Known(known.codes, known.spans, index) if known else None


def turns_of(views: Sequence[View], title: Sequence[View], page: str | None) -> Turns:
    """The turns of a report before its first sentence, on a page that speaks for `page`."""
    opened = [view for view in _openings(views) if view.sentence.block_kind == "turn"]
    answered = any(not _asks(_name(view)) for view in opened)
    return Turns(page, answered, _surnames([*views, *title]) if opened else {})


def _surnames(views: Sequence[View]) -> dict[str, Known]:
    """The sides of the persons that a report names, by surname; of two with one name neither."""
    found: dict[str, Known | None] = {}
    for view in views:
        for mention, party in view.parties():
            if party.kind != "person" or not party.acts_for:
                continue
            surname = view.lower(mention.last - 1)
            spans = (view.span(mention),) if view.sentence.index >= 0 else ()
            known = Known((party.acts_for,), spans, view.sentence.index)
            other = found.setdefault(surname, known)
            if other is not None and other.codes != known.codes:
                found[surname] = None
    return {surname: known for surname, known in found.items() if known is not None}


def _openings(views: Sequence[View]) -> Iterator[View]:
    block = -1
    for view in views:
        if view.sentence.block != block:
            block = view.sentence.block
            yield view


def _asks(speaker: str) -> bool:
    return bool(_ASKING & set(speaker.split()))


def is_question(view: View) -> bool:
    """Whether a sentence only asks."""
    at = len(view.sentence.tokens) - 1
    while at > 0 and view.lower(at) in _CLOSERS:
        at -= 1
    return view.lower(at) == "?"


def _name(view: View) -> str:
    return " ".join(view.lower(i).strip("*_") for i in range(_colon(view)))


def _colon(view: View) -> int:
    """How many tokens name the speaker of a turn: up to the colon, or the "Q" alone."""
    return next((at for at in range(1, _LONGEST_NAME) if view.lower(at) == ":"), 1)

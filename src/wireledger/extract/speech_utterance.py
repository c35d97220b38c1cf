"""An utterance: somebody is the source of words of a report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wireledger.extract.speech_act import Act, How
from wireledger.extract.speech_named import Speaker
from wireledger.model import Party, Span, Speech, hull


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words and their source: `parts` are their places; `antecedent` is who a pronoun points at.

    `how` the words hang on the cue; `sentence` is the position of the attributing sentence; `carried` when speaker and
    cue stand in another one.
    """

    parts: tuple[Span, ...]
    direct: bool
    sentence: int
    act: Act | None
    speaker: Speaker | None
    antecedent: Speaker | None = None
    cue: tuple[str, Span] | None = None
    how: How = "quote"
    is_turn: bool = False
    carried: bool = False

    @property
    def said_by(self) -> str | None:
        """The name as written of whoever speaks; for a pronoun, of whom it points at."""
        named = self.antecedent or self.speaker
        return named.words if named is not None else None

    @property
    def party(self) -> Party | None:
        """Who speaks, by name or by a pronoun."""
        named = self.speaker.party if self.speaker is not None else None
        return named or (self.antecedent.party if self.antecedent is not None else None)

    def with_parts(self, parts: tuple[Span, ...]) -> Utterance:
        """The same speaker's words, these only."""
        return replace(self, parts=parts)

    def speech(self) -> Speech:
        """The utterance as the model's plain record."""
        speaker = self.speaker
        return Speech(
            hull(self.parts),
            self.direct,
            speaker.words if speaker else None,
            self.cue[0] if self.cue else None,
            speaker.span if speaker else None,
            self.cue[1] if self.cue else None,
            self.party,
        )

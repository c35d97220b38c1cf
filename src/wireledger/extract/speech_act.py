"""One act of speech of a sentence: a cue with whoever says it, and the stretches of tokens that are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wireledger.extract.speech_cues import CueUse
from wireledger.extract.speech_named import Speaker

Region = tuple[int, int]
How = Literal["before", "around", "quote", "clause", "infinitive", "object"]


@dataclass(frozen=True, slots=True)
class Act:
    """A cue with who says it; `inverted` where the speaker stands behind the cue ("said Smith").

    `shared` is a cue that takes its speaker from another one; `leading` the first token of the attributing words where
    more than the speaker stands before the cue.
    """

    use: CueUse
    speaker: Speaker | None
    inverted: bool = False
    shared: bool = False
    leading: int | None = None

    @property
    def first(self) -> int:
        """Where the words that attribute begin."""
        if self.leading is not None:
            return self.leading
        if self.speaker is None or self.inverted or self.shared:
            return self.use.start
        return min(self.speaker.first, self.use.start)

    @property
    def last(self) -> int:
        """Where the words that attribute end."""
        return self.speaker.last if self.speaker is not None and self.inverted else self.use.last


@dataclass(frozen=True, slots=True)
class Content:
    """The stretches of tokens that are said, and how they hang on the cue; none where a sentence has no content."""

    regions: tuple[Region, ...] = ()
    how: How = "clause"

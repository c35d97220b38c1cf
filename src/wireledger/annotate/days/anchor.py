"""The known days an expression such as "on Friday" or "two days later" can hang on."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.model import Interval


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known about the time of a text.

    `published`: the report's day, or several days when it had to be worked out, None when unknown; `event`: the day of
    the last dated event told in the text ("the next day", "that month"); `caption`: words under a picture, whose
    "Friday" says nothing of the report's day, so that only full dates are resolved.
    """

    published: Interval | None
    event: Interval | None = None
    caption: bool = False

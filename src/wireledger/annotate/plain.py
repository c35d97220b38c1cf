"""A text with plain spaces and quotes, and the way back to the text as written.

Most odd characters are replaced one for one; soft hyphens and zero-width marks vanish, and then `offsets` maps each
position of the plain text to its place in the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_REPLACED = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "),
        **dict.fromkeys("‘’‚‛ʼ`´′‹›", "'"),
        **dict.fromkeys("“”„‟«»″「」『』〝〞〟＂❝❞", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        "―": "—",
        "…": ".",
    }
)
_GONE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text of a stretch of a report; `base` is where the stretch begins there."""

    text: str
    base: int
    offsets: tuple[int, ...] | None = None

    def original(self, position: int) -> int:
        """The place in the report's text of a position in the plain text."""
        return self.base + (position if self.offsets is None else self.offsets[position])


def plain(text: str, start: int, stop: int) -> Plain:
    """The characters `start` to `stop` of `text`, made plain."""
    piece = text[start:stop].translate(_REPLACED)
    if not _GONE.search(piece):
        return Plain(piece, start)
    kept = [i for i, char in enumerate(piece) if not _GONE.match(char)]
    return Plain("".join(piece[i] for i in kept), start, (*kept, len(piece)))

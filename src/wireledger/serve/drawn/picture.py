"""A picture with what it shows in words, inside a page or as a file of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10

from markupsafe import Markup

from wireledger.serve.drawn.svg import Shape

HUES = {
    "promised": "#5b8fc7",
    "approved": "#3f6f9f",
    "delivered": "#2f8a57",
    "open": "#d9e4f0",
    "due": "#c58a1b",
    "warn": "#b4472e",
    "ground": "#f1efe9",
    "rule": "#d5d1c7",
    "words": "#1c1d1f",
    "soft": "#5c6068",
    "onto": "#ffffff",
    "sea": "#f7f5f0",
}
"""What shapes are called by, and their colours in a file of its own; in a page the style sheet tells them."""
LOOK = re.compile(r'class="d-([a-z]+)( stroke)?"')
FONT = "DejaVu Sans, Noto Sans, Helvetica, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on a ground of `width` by `height` units; `title` says what it is, `told` what there is to see.

    `name` is that of its file, without a suffix; it is also the picture's id in a page.
    """

    name: str
    title: str
    told: str
    width: float
    height: float
    shapes: Shape

    @property
    def inline(self) -> Markup:
        """The picture for a page: its colours are those of the style sheet, light or dark.

        With links in it, it is a group of them: what is an image hides all that stands inside.
        """
        role = "group" if "<a " in self.shapes else "img"
        return self._made(Markup(' class="picture" role="{}"').format(role), self.shapes)

    @property
    def file(self) -> str:
        """The picture as a file: its colours written into it, its links left out."""
        painted = LOOK.sub(_painted, str(self.shapes))
        bare = re.sub(r"<a [^>]*>|</a>", "", painted)
        ground = Markup('<rect width="100%" height="100%" fill="{}"/>').format("#fcfbf8")
        size = Markup(' role="img" xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" font-family="{}"')
        return str(self._made(size.format(self.width, self.height, FONT), ground + Markup(bare)))

    def _made(self, attributes: Markup, inside: Markup) -> Markup:
        head = Markup('<svg{} viewBox="0 0 {:g} {:g}" aria-labelledby="{}-title {}-told">')
        told = Markup('<title id="{}-title">{}</title><desc id="{}-told">{}</desc>')
        name = self.name
        opened = head.format(attributes, self.width, self.height, name, name)
        return opened + told.format(name, self.title, name, self.told) + inside + Markup("</svg>")


def axis_ticks(most: float, about: int = 4) -> tuple[float, ...]:
    """Round numbers from nothing up to `most`, some `about` of them."""
    if most <= 0:
        return (0.0,)
    rough = most / about
    size = 10.0 ** floor(log10(rough))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough)
    return tuple(step * n for n in range(int(most / step) + 1))


def _painted(look: re.Match[str]) -> str:
    hue = HUES.get(look.group(1), HUES["soft"])
    return f'fill="none" stroke="{hue}"' if look.group(2) else f'fill="{hue}"'

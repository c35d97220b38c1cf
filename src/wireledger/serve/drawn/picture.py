"""A picture with what it shows in words, inside a page or as a file of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10

from markupsafe import Markup

from wireledger.serve.drawn.svg import Shape, group, rect, text

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
MARGIN, HEAD, KEY = 18.0, 62.0, 34.0  # around a picture in a file of its own, over it and for its key under it
FONT = "DejaVu Sans, Noto Sans, Helvetica, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on a ground of `width` by `height` units; `title` says what it is, `told` what there is to see.

    `name` is that of its file, without a suffix; it is also the picture's id in a page. `key` has the looks of shapes
    and what each stands for.
    """

    name: str
    title: str
    told: str
    width: float
    height: float
    shapes: Shape
    key: tuple[tuple[str, str], ...] = ()

    @property
    def inline(self) -> Markup:
        """The picture for a page: its colours are those of the style sheet, light or dark.

        With links in it, it is a group of them: what is an image hides all that stands inside.
        """
        role = "group" if "<a " in self.shapes else "img"
        return self._made(Markup(' class="picture" role="{}"').format(role), self.shapes)

    @property
    def file(self) -> str:
        """The picture as a file: its title and key beside it, its colours written into it, its links left out."""
        below = KEY if self.key else 0.0
        shapes = group([self.shapes], transform=f"translate({MARGIN:g} {HEAD:g})")
        head = text(MARGIN, HEAD - 24, self.title, size=19, look="d-words", font_weight=700)
        painted = LOOK.sub(_painted, str(head + shapes + self._key_drawn(HEAD + self.height + below - 6)))
        bare = re.sub(r"<a [^>]*>|</a>", "", painted)
        ground = Markup('<rect width="100%" height="100%" fill="{}"/>').format("#fcfbf8")
        size = Markup(' role="img" xmlns="http://www.w3.org/2000/svg" width="{:g}" height="{:g}" font-family="{}"')
        box = self.width + 2 * MARGIN, HEAD + self.height + below + MARGIN
        return str(self._made(size.format(*box, FONT), ground + Markup(bare), box))

    def _key_drawn(self, y: float) -> Shape:
        shapes, x = [], MARGIN
        for look, words in self.key:
            shapes.append(rect(x, y - 10, 11, 11, look=f"d-{look}", round=2))
            shapes.append(text(x + 17, y, words, size=12.5, look="d-soft"))
            x += 45 + 7.2 * len(words)
        return group(shapes) if shapes else Markup("")

    def _made(self, attributes: Markup, inside: Markup, box: tuple[float, float] | None = None) -> Markup:
        width, height = box or (self.width, self.height)
        head = Markup('<svg{} viewBox="0 0 {:g} {:g}" aria-labelledby="{}-title {}-told">')
        told = Markup('<title id="{}-title">{}</title><desc id="{}-told">{}</desc>')
        name = self.name
        opened = head.format(attributes, width, height, name, name)
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

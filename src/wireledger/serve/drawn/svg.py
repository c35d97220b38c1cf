"""The few shapes that pictures are made of, as SVG; every word in them is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

Shape = Markup
"""A piece of SVG."""


def rect(x: float, y: float, width: float, height: float, **more: object) -> Shape:
    """A rectangle; `look` is its class, `round` the radius of its corners."""
    radius = more.pop("round", None)
    return _tag("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), rx=radius, **more)


def line(x1: float, y1: float, x2: float, y2: float, **more: object) -> Shape:
    """A straight line."""
    return _tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **more)


def circle(x: float, y: float, radius: float, **more: object) -> Shape:
    """A disc."""
    return _tag("circle", cx=x, cy=y, r=radius, **more)


def path(points: Iterable[tuple[float, float]], **more: object) -> Shape:
    """A line through points."""
    return _tag("path", d="M" + " L".join(f"{_plain(x)} {_plain(y)}" for x, y in points), **more)


def text(x: float, y: float, words: str, **more: object) -> Shape:
    """Words; `anchor` is start, middle or end, `size` in units of the picture."""
    anchor, size = more.pop("anchor", None), more.pop("size", 12)
    return _tag("text", words, x=x, y=y, text_anchor=anchor, font_size=size, **more)


def group(shapes: Iterable[Shape], title: str = "", **more: object) -> Shape:
    """Shapes together; a title is told by a pointer that rests on them."""
    inside = (Markup("<title>{}</title>").format(title) if title else Markup("")) + Markup("").join(shapes)
    return _tag("g", inside, **more)


def linked(href: str, shapes: Iterable[Shape], title: str) -> Shape:
    """Shapes that open an address of this site; the title is the link's name."""
    inside = Markup("<title>{}</title>").format(title) + Markup("").join(shapes)
    return _tag("a", inside, href=href, aria_label=title)


def _tag(name: str, inside: str = "", /, **told: object) -> Shape:
    told["class"] = told.pop("look", None)
    written = [
        Markup(' {}="{}"').format(key.replace("_", "-"), _plain(value))
        for key, value in told.items()
        if value is not None
    ]
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), Markup("").join(written), inside)


def _plain(value: object) -> object:
    """Numbers to a hundredth, without what says nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value

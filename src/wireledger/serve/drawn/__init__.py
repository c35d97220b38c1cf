"""Pictures drawn on the server: accessible SVG in a page, and the same as a file of its own, SVG or PNG."""

from wireledger.serve.drawn.picture import HUES, Picture, axis_ticks
from wireledger.serve.drawn.png import png
from wireledger.serve.drawn.svg import Shape, circle, group, line, linked, path, rect, text

__all__ = [
    "HUES",
    "Picture",
    "Shape",
    "axis_ticks",
    "circle",
    "group",
    "line",
    "linked",
    "path",
    "png",
    "rect",
    "text",
]

"""A picture as PNG, by resvg, where that is installed (the extra "png")."""

from __future__ import annotations

from wireledger.serve.faults import Refused

WIDTH = 1600  # pixels


class CannotDraw(Refused):
    """501: this machine lacks what draws it."""

    status = 501


def png(svg: str) -> bytes:
    """The bytes of a PNG of an SVG. Raises CannotDraw where resvg is not installed."""
    try:
        import resvg_py  # noqa: PLC0415
    except ImportError:
        told = "PNG pictures need resvg, which is not installed here: pip install 'wireledger[png]'; SVG is there"
        raise CannotDraw(told) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH))

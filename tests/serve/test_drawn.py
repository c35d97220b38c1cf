"""Pictures say what they show, escape every word, and are the same as a file with colours of its own."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import pytest

from wireledger.serve.drawn import HUES, Picture, axis_ticks, linked, png, rect, text
from wireledger.serve.drawn.png import CannotDraw

BAD = "\"'><script>alert(1)</script>&"


def made() -> Picture:
    shapes = linked("/entries?donor=dk&step=delivered", [rect(0, 0, 50.125, 20, look="d-promised")], BAD)
    return Picture("sample", BAD, BAD, 200, 100, shapes + text(10, 60, BAD, look="d-words"))


def test_a_picture_is_well_formed_and_tells_what_it_is() -> None:
    for written in (made().inline, made().file):
        root = ET.fromstring(str(written))
        assert root.attrib["role"] == "img"
        assert {root[0].text, root[1].text} == {BAD}
        assert "<script" not in written
        assert " style=" not in written


def test_a_file_has_its_own_colours_and_no_links() -> None:
    written = made().file
    assert f'fill="{HUES["promised"]}"' in written
    assert "class=" not in written
    assert "<a " not in written
    assert 'xmlns="http://www.w3.org/2000/svg"' in written


def test_a_picture_as_png(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(CannotDraw, match="pip install"):
        png(made().file)
    monkeypatch.undo()
    pytest.importorskip("resvg_py")
    assert png(made().file).startswith(b"\x89PNG")


def test_axes_have_round_ticks() -> None:
    assert axis_ticks(0) == (0.0,)
    assert axis_ticks(100) == (0, 50, 100)
    assert axis_ticks(37) == (0, 10, 20, 30)
    assert axis_ticks(2_500_000) == (0, 1_000_000, 2_000_000)

"""Pictures tell what they show in words, escape every word, and stand alone as SVG and PNG."""

from __future__ import annotations

import builtins
import xml.etree.ElementTree as Tree
from typing import Any

import pytest

from wireledger.serve.drawn import Picture, axis_ticks, group, linked, png, rect, text
from wireledger.serve.drawn.png import CannotDraw

HOSTILE = '<script>alert(1)</script>" onload="alert(2)'
SVG = "{http://www.w3.org/2000/svg}"


def made(words: str = "Oslo") -> Picture:
    bar = linked("/entries?donor=no", [rect(0, 0, 40, 10, look="d-promised"), text(2, 9, words, look="d-words")], words)
    return Picture("sums", words, f"{words} gave 8", 100, 20, group([bar], title=words))


def test_a_picture_has_a_name_and_a_description() -> None:
    drawn = made().inline
    assert 'role="group" viewBox="0 0 100 20" aria-labelledby="sums-title sums-told"' in drawn
    assert 'role="img"' in made().file
    assert '<title id="sums-title">Oslo</title><desc id="sums-told">Oslo gave 8</desc>' in drawn


def test_words_are_escaped_everywhere() -> None:
    for drawn in (made(HOSTILE).inline, made(HOSTILE).file):
        root = Tree.fromstring(drawn)
        assert not [one for one in root.iter() if "script" in one.tag or "onload" in one.attrib]


def test_the_file_has_its_own_colours_and_no_links() -> None:
    root = Tree.fromstring(made().file)
    assert [one.get("fill") for one in root.iter(f"{SVG}rect")] == ["#fcfbf8", "#5b8fc7"]
    assert not list(root.iter(f"{SVG}a"))
    assert not [one for one in root.iter() if "class" in one.attrib or "href" in one.attrib]


def test_the_file_tells_its_title_and_its_key() -> None:
    drawn = Picture("sums", "Sums", "8", 100, 20, made().shapes, (("delivered", "told as delivered"),))
    root = Tree.fromstring(drawn.file)
    assert [one.text for one in root.iter(f"{SVG}text")] == ["Sums", "Oslo", "told as delivered"]
    assert [one.get("fill") for one in root.iter(f"{SVG}rect")] == ["#fcfbf8", "#5b8fc7", "#2f8a57"]
    assert "told as delivered" not in drawn.inline


def test_a_png_is_one() -> None:
    pytest.importorskip("resvg_py")
    assert png(made().file).startswith(b"\x89PNG\r\n")


def test_without_resvg_the_answer_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CannotDraw, match=r"wireledger\[png\]"):
        png(made().file)


@pytest.mark.parametrize(("most", "ticks"), [(0, (0,)), (8, (0, 2, 4, 6, 8)), (1300, (0, 500, 1000)), (1, (0, 0.5, 1))])
def test_ticks_are_round(most: float, ticks: tuple[float, ...]) -> None:
    assert axis_ticks(most) == pytest.approx(ticks)

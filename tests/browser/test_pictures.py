"""The pictures of the pages come from one command."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from tests.browser.opened import or_skip

pytestmark = pytest.mark.browser
or_skip()

ROOT = Path(__file__).parents[2]


def size(picture: Path) -> tuple[int, int]:
    """The width and height of a PNG."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", head[16:])
    return width, height


def test_pictures_are_taken_of_the_samples(tmp_path: Path) -> None:
    asked = [str(tmp_path), "--only", "front", "entry", "report-words", "review-change", "--widths", "360"]
    subprocess.run([sys.executable, "scripts/pictures.py", *asked], cwd=ROOT, check=True)
    found = sorted(tmp_path.iterdir())
    names = ("entry", "front", "report-words", "review-change")
    assert [one.name for one in found] == [f"{name}-360-{look}.png" for name in names for look in ("dark", "light")]
    assert {size(one)[0] for one in found} == {360}
    assert min(size(one)[1] for one in found) > 400


def test_what_the_readme_shows_is_there_and_small() -> None:
    shown = [word.partition(")")[0] for word in (ROOT / "README.md").read_text(encoding="utf-8").split("](")[1:]]
    pictures = [ROOT / path for path in shown if path.endswith(".png")]
    assert pictures
    assert all(size(one) == (1200, 760) and one.stat().st_size < 250_000 for one in pictures)

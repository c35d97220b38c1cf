"""Reads a number written in figures, whatever sets its thousands apart: "1,600", "60 000", "100.000", "1'000", "1,8".

A comma before one or two figures is a decimal one, and three figures behind a single point are thousands only where
nothing scales them: "2.820 billion", but "100.000 euros". What stays open is None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SCALE = {
    "k": 1e3, "thousand": 1e3, "thousands": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "million": 1e6,
    "millions": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "billion": 1e9, "billions": 1e9, "tn": 1e12, "trn": 1e12,
    "trillion": 1e12, "trillions": 1e12, "hundred": 1e2, "dozen": 12.0,
    "milion": 1e6, "millon": 1e6, "bilion": 1e9, "billon": 1e9,  # as they are often misspelt
}  # fmt: skip
_FIGURE = r"\d+(?:[,' ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3},\d{1,2}|\d+(?:\.\d+)?"
_SUFFIX = r"k|m|mn|mln|mio|bn|b|bln|tn|trn|million|billion|trillion"
_DIGITS = re.compile(rf"({_FIGURE})({_SUFFIX})?(?:-({_FIGURE})({_SUFFIX})?)?(?:-([a-z-]+))?")
_YEARS = re.compile(r"(?:19|20)\d\d-")
_GROUPS = re.compile(r"\d+(?:[,' ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_POINT = re.compile(r"(\d+)\.(\d{3})")


class Written(NamedTuple):
    """What stands in one token: the ends as written, the suffix of each, and a word glued behind ("400-million")."""

    low: str
    low_suffix: str | None
    high: str | None
    high_suffix: str | None
    glued: str | None


def written(lower: str) -> Written | None:
    """The parts of a token, None where it is a name or a date ("155mm", "2023-24")."""
    match = _DIGITS.fullmatch(lower)
    if match is None or (match[3] and _YEARS.match(lower)):
        return None
    return Written(match[1], match[2], match[3], match[4], match[5])


def value_of(figure: str, scaled: bool) -> float | None:
    """The value of a figure; `scaled` where a word or suffix multiplies it."""
    if figure.isdecimal():
        return float(figure)
    if _GROUPS.fullmatch(figure):
        groups = figure.replace(",", "").replace("'", "").replace(" ", "")
        return float(groups.replace(".", "") if groups.count(".") > 1 else groups)
    if "," in figure:
        return float(figure.replace(",", ".")) if scaled else None
    point = _POINT.fullmatch(figure)
    if point is None or scaled or point[1] == "0":
        return float(figure)
    return float(point[1] + point[2]) if point[2].endswith("0") else None


def times(value: float, scale: float) -> float:
    """The product without the crumbs of binary fractions: 32.2 million is 32200000."""
    return round(value * scale, 2)

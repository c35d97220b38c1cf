"""How far the figures of the site can be trusted: what was measured of the readers, told as it was measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.serve.answers import csv_file, data
from wireledger.serve.asked import nothing_asked
from wireledger.serve.cells import cell, written
from wireledger.serve.clocks import asked_at
from wireledger.serve.drawn import Picture, circle, group, line, path, text
from wireledger.serve.pages import Pages
from wireledger.serve.words import word

GET = ["GET", "HEAD"]
KINDS = ("pledge", "contact", "membership")
HELD = (
    *(("ledger-dev", "at_least", name) for name in ("f1", "exact", "figures_all", "voices", "counts_right")),
    *(("ledger-dev", "at_most", name) for name in ("count_over", "count_under", "money_over", "money_under")),
    *(("copies-dev", "at_least", name) for name in ("precision", "recall")),
)
"""What is held of the ledger: where it is measured, which bound, and the figure."""
SIDE, EDGE = 260, 44  # of the diagram and the room around it


def honesty(pages: Pages) -> APIRouter:
    """The page of what was measured, and its data."""
    router = APIRouter()

    @router.api_route("/honesty", methods=GET, include_in_schema=False)
    def page(request: Request) -> Response:
        nothing_asked(asked_at(request)[1])
        return pages.page(request, "honesty.html", **_shown())

    @router.get("/honesty.json")
    def told(request: Request) -> Response:
        """What was measured: totals on reports that nobody reads, bins of confidence, and what is held."""
        nothing_asked(asked_at(request)[1])
        return data(measured())

    @router.get("/honesty.csv")
    def table(request: Request) -> Response:
        """The same as a table of figures."""
        nothing_asked(asked_at(request)[1])
        rows = [[cell(value) for value in row] for row in _rows()]
        return csv_file(written([("where", "bound", "figure", "value"), *rows]), "honesty.csv")

    return router


@cache
def measured() -> dict[str, Any]:
    """What was measured, as `python eval/tell.py` gathered it."""
    told: dict[str, Any] = json.loads(files("wireledger.serve").joinpath("measured.json").read_text(encoding="utf-8"))
    return told


def _shown() -> dict[str, Any]:
    told = measured()
    bins, figures = told["bins"], told["check"]["figures"]
    claims = sum(one["claims"] for one in bins)
    return {
        "day": told["check"]["day"],
        "kinds": [(k, figures.get(f"kinds.{k}.found.f1"), figures.get(f"kinds.{k}.strict.f1")) for k in KINDS],
        "figures_right": figures.get("kinds.pledge.figures.precision"),
        "misplaced": figures.get("quotes_misplaced"),
        "bins": bins,
        "claims": int(claims),
        "right": sum(one["right"] * one["claims"] for one in bins) / claims,
        "error": sum(abs(one["confidence"] - one["right"]) * one["claims"] for one in bins) / claims,
        "held": [(name, bound, value) for place, bound, name, value in _held()],
        "picture": _diagram(bins),
    }


def _held() -> Iterator[tuple[str, str, str, float]]:
    for place, bound, name in HELD:
        if (value := measured()["floors"].get(place, {}).get(bound, {}).get(name)) is not None:
            yield place, bound, f"{place.partition('-')[0]}.{name}", value


def _rows() -> Iterator[tuple[object, ...]]:
    told = measured()
    yield from (("check", "measured", name, value) for name, value in told["check"]["figures"].items())
    for one in told["bins"]:
        yield "bins", "measured", f"{one['from']}..{one['to']} claims", int(one["claims"])
        yield "bins", "measured", f"{one['from']}..{one['to']} right", one["right"]
    for place, bounds in told["floors"].items():
        yield from ((place, bound, name, value) for bound, held in bounds.items() for name, value in held.items())


def _diagram(bins: list[dict[str, float]]) -> Picture:
    """How sure readings said they were beside the share that was right; on the slope both are one."""

    def at(told: float, right: float) -> tuple[float, float]:
        return EDGE + told * SIDE, 12 + (1 - right) * SIDE

    most = max(one["claims"] for one in bins)
    dots = [
        circle(*at(one["confidence"], one["right"]), 4 + 6 * one["claims"] / most, look="d-promised") for one in bins
    ]
    marks = [
        shape
        for share in (0.0, 0.5, 1.0)
        for shape in (
            text(EDGE - 8, at(0, share)[1] + 4, f"{share:.0%}", anchor="end", look="d-soft"),
            text(at(share, 0)[0], SIDE + 30, f"{share:.0%}", anchor="middle", look="d-soft"),
        )
    ]
    frame = [
        line(*at(0, 0), *at(1, 0), look="d-rule stroke"),
        line(*at(0, 0), *at(0, 1), look="d-rule stroke"),
        path([at(0, 0), at(1, 1)], look="d-soft stroke", stroke_dasharray="4 4"),
        text(at(0.5, 0)[0], SIDE + 48, word("honesty.told"), anchor="middle", look="d-words"),
        text(EDGE + 6, 22, word("honesty.was_right"), look="d-words"),
    ]
    told = word("honesty.picture.told")
    return Picture("sure", word("honesty.picture"), told, SIDE + EDGE + 24, SIDE + 60, group([*frame, *marks, *dots]))

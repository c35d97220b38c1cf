"""Pictures of the pledges: each as a page with its table, as SVG, PNG, JSON and CSV, for the filters of their list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from wireledger.serve.answers import data
from wireledger.serve.asked import Asked
from wireledger.serve.drawn import png
from wireledger.serve.links import with_query
from wireledger.serve.lists import choices
from wireledger.serve.newly import table
from wireledger.serve.pages import Pages
from wireledger.serve.pictures import drawn_map, drawn_matrix, drawn_timeline
from wireledger.serve.pictures.drawing import COUNTED, Drawing, Drawn, Values, drawing_of
from wireledger.serve.pictures.tally import Tally, tally_of
from wireledger.serve.query import Ledger
from wireledger.serve.snapshot import Snapshot
from wireledger.serve.words import language, speaking, word

CURRENCIES = 4  # that a page offers, those most told of
GET = ["GET", "HEAD"]
Answer = Callable[[Request], Response]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture: the values of its own parameters (none: a measure), what draws it, its table's columns."""

    own: Values
    draw: Callable[[Tally, int, Drawing], Drawn]
    columns: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "matrix": Kind({"measure": ()}, drawn_matrix.drawn_matrix, drawn_matrix.COLUMNS),
    "timeline": Kind(
        {"measure": (), "day": ("told", "happened"), "per": ("month", "year")},
        drawn_timeline.drawn_timeline,
        drawn_timeline.COLUMNS,
    ),
    "map": Kind({"measure": (), "by": ("donor", "recipient")}, drawn_map.drawn_map, drawn_map.COLUMNS),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A picture with its question, and how many pledges fit and how many of them count and are drawn."""

    asking: Drawing
    drawn: Drawn
    fitting: int
    counting: int
    currencies: tuple[str, ...]


def pictures(ledger: Ledger, pages: Pages) -> APIRouter:
    """The pictures, each in all its forms."""
    router = APIRouter()
    for name in KINDS:
        router.add_api_route(f"/{name}", _page(ledger, pages, name), methods=GET, include_in_schema=False)
        for form, answer in FORMS.items():
            router.add_api_route(f"/{name}.{form}", answer(ledger, name), methods=["GET"])
    return router


def told_by(ledger: Ledger, name: str, request: Request) -> Told:
    """The picture that a request asks for. Raises BadQuestion."""
    asking = drawing_of(request, KINDS[name].own)
    shot = ledger.snapshot(asking.at)
    question, make = (name, asking.asked, asking.own, language()), _maker(KINDS[name], asking)
    plain = asking.asked == Asked(kind="pledge") and not asking.changed
    made: Drawn = shot.kept(question, make) if plain else tally_of(shot).kept(question, lambda: make(shot))
    bits = _bits(shot, asking)
    tally = tally_of(shot)
    found = tally.kept(("currencies", asking.asked), lambda: tuple(tally.currencies(bits))[:CURRENCIES])
    return Told(asking, made, shot.facets.bits(asking.asked).bit_count(), bits.bit_count(), found)


def _maker(kind: Kind, asking: Drawing) -> Callable[[Snapshot], Drawn]:
    """What draws a picture of any ledger, in the language spoken now."""
    code = language()

    def make(shot: Snapshot) -> Drawn:
        with speaking(code):
            return kind.draw(tally_of(shot), _bits(shot, asking), asking)

    return make


def _bits(shot: Snapshot, asking: Drawing) -> int:
    return 0 if asking.asked.counts == "no" else shot.facets.bits(asking.counting)


def _page(ledger: Ledger, pages: Pages, name: str) -> Answer:
    def shown(request: Request) -> Response:
        told = told_by(ledger, name, request)
        asking = told.asking
        return pages.page(
            request,
            "picture.html",
            name=name,
            told_=told,
            asking=asking,
            asked=asking.asked,
            drawn=told.drawn,
            tabs=_tabs(name, told),
            forms={form: with_query(f"/{name}.{form}", asking.query()) for form in FORMS},
            choices=choices(ledger, asking.at, asking.asked),
        )

    return shown


def _tabs(name: str, told: Told) -> dict[str, list[tuple[str, str, bool]]]:
    """For each parameter of the picture's own what it can be set to: words, address, and whether it is."""
    asking, found = told.asking, {}
    for parameter, values in KINDS[name].own.items():
        offered = values or (*COUNTED, *told.currencies)
        known = offered if asking[parameter] in offered else (*offered, asking[parameter])
        found[parameter] = [
            (
                word(f"drawn.{parameter}.{value}")
                if values
                else word(f"measure.{value}")
                if value in COUNTED
                else value.upper(),
                with_query(f"/{name}", asking.query(**{parameter: value})),
                value == asking[parameter],
            )
            for value in known
        ]
    return found


def _svg(ledger: Ledger, name: str) -> Answer:
    def svg(request: Request) -> Response:
        drawn = told_by(ledger, name, request).drawn
        return _file(drawn.picture.file.encode("utf-8", "xmlcharrefreplace"), f"{name}.svg", "image/svg+xml")

    svg.__doc__ = f"The {name} as a picture of its own, with the filters of the pledges."
    return svg


def _png(ledger: Ledger, name: str) -> Answer:
    def as_png(request: Request) -> Response:
        drawn = told_by(ledger, name, request).drawn
        return _file(png(drawn.picture.file), f"{name}.png", "image/png")

    as_png.__doc__ = f"The same as PNG; 501 where this machine has no resvg to draw the {name} with."
    return as_png


def _json(ledger: Ledger, name: str) -> Answer:
    def as_json(request: Request) -> Response:
        told = told_by(ledger, name, request)
        counts = {"fitting": told.fitting, "counting": told.counting}
        asked = dict(told.asking.own)
        return data({name: [*told.drawn.records], **counts, **asked, "notes": [*told.drawn.notes]})

    as_json.__doc__ = (
        f"The figures of the {name}: `fitting` pledges, of which `counting` ones count in totals and are drawn."
    )
    return as_json


def _csv(ledger: Ledger, name: str) -> Answer:
    def as_csv(request: Request) -> Response:
        return table(KINDS[name].columns, told_by(ledger, name, request).drawn.records, f"{name}.csv")

    as_csv.__doc__ = f"The figures of the {name} as a table."
    return as_csv


FORMS: Mapping[str, Callable[[Ledger, str], Answer]] = {"svg": _svg, "png": _png, "json": _json, "csv": _csv}


def _file(content: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(content, headers=headers, media_type=kind)

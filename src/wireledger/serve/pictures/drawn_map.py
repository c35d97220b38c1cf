"""The map as it is shown: a tile for each state, those that are none in a row of their own, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt
from typing import Any

from wireledger.model import Pledge
from wireledger.serve.drawn import Picture, Shape, group, linked, rect, text
from wireledger.serve.front import range_words
from wireledger.serve.lines import Addend
from wireledger.serve.lists import NAMED
from wireledger.serve.pictures.drawing import (
    COUNTED,
    Box,
    Drawing,
    Drawn,
    ends,
    lines_of,
    measure_words,
    promised_key,
    share,
    short,
)
from wireledger.serve.pictures.matrix_picture import cell_words
from wireledger.serve.pictures.tally import COUNT, PLEDGES, Sum, Tally
from wireledger.serve.pictures.tiles import tiles
from wireledger.serve.words import counted, word

BY = ("donor", "recipient")
SIDE, TILE, OTHERS = 32.0, 30.0, 12  # units from tile to tile, of a tile, and how many that are no states are drawn
WIDE, A_ROW = 164.0, 6  # of the tiles of those that are no states, and how many stand in a row
COLUMNS = (
    *("party", "pledges", "promised_low", "promised_high", "delivered_low", "delivered_high", "open_low", "open_high"),
    *("unknown", "joint", "link"),
)
HEAD = ("party", "pledges", "promised", "delivered", "open", "unknown", "joint")


def drawn_map(tally: Tally, bits: int, asking: Drawing) -> Drawn:
    """What each party gives or gets of the pledges at some places, as a picture and a table."""
    measure, thing = asking["measure"], tally.thing(bits) if asking["measure"] == COUNT else None
    lines = (one for one in tally.lines(bits, measure) if measure != COUNT or one.measure == thing)
    sums = by_party(lines, asking)
    title = word(f"map.title.{asking['by']}", measure=measure_words(measure, thing))
    return Drawn(
        _picture(sums, asking, title),
        HEAD,
        tuple(_row(code, one, asking) for code, one in sums.items()),
        tuple(_record(code, one, asking) for code, one in sums.items()),
        tuple(_notes(sums, asking)),
    )


def by_party(lines: Iterable[Addend], asking: Drawing) -> Mapping[str, Sum]:
    """The sums of each who gives, or of each who gets, the most told of first."""
    found: dict[str, Sum] = {}
    only = getattr(asking.asked, asking["by"])
    for line in lines:
        event = line.entry.event
        assert isinstance(event, Pledge)
        codes = (event.donors or ("none",)) if asking["by"] == "donor" else recipients(event)
        for code in codes:
            if only in (None, code):
                found.setdefault(code, Sum()).add(line, len(codes) > 1)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].lines, pair[0])))


def name_of(code: str, asking: Drawing) -> str:
    """The name of a party, or that none is told."""
    return NAMED[asking["by"]](code)


def recipients(event: Pledge) -> tuple[str, ...]:
    """Who gets it; "none" where no report tells it."""
    return event.recipients or (event.recipient or "none",)


def _link(asking: Drawing, code: str) -> str:
    own = {"currency": asking["measure"]} if asking["measure"] not in COUNTED else {}
    return asking.behind(**{asking["by"]: code}, **own)


def _row(code: str, sum_: Sum, asking: Drawing) -> tuple[Box, ...]:
    told = (sum_.promised, sum_.delivered, sum_.promised - sum_.delivered)
    known = sum_.lines > sum_.unknown
    return (
        Box(name_of(code, asking)),
        Box(str(sum_.lines), _link(asking, code), True),
        *(Box(range_words(amount) if known else word("not_told"), None, True) for amount in told),
        Box(str(sum_.unknown or ""), None, True),
        Box(str(sum_.joint or ""), None, True),
    )


def _record(code: str, sum_: Sum, asking: Drawing) -> dict[str, Any]:
    return {
        "party": None if code == "none" else code,
        "pledges": sum_.lines,
        **ends("promised", sum_.promised),
        **ends("delivered", sum_.delivered),
        **ends("open", sum_.promised - sum_.delivered),
        "unknown": sum_.unknown,
        "joint": sum_.joint,
        "link": _link(asking, code),
    }


def _notes(sums: Mapping[str, Sum], asking: Drawing) -> Iterator[str]:
    if unknown := sum(one.unknown for one in sums.values()):
        yield counted("matrix.unknown", unknown)
    if asking["measure"] != PLEDGES and any(one.joint for one in sums.values()):
        yield word(f"map.joint.{asking['by']}")
    others = sum(code not in tiles() for code in sums)
    if others > OTHERS:
        yield counted("map.others", others - OTHERS)


def _picture(sums: Mapping[str, Sum], asking: Drawing, title: str) -> Picture:
    columns, rows = (1 + max(place[way] for place in tiles().values()) for way in (0, 1))
    most = max((one.promised.low or one.promised.high or 0.0 for one in sums.values()), default=0.0)
    shapes = [_tile(code, sums.get(code), most, asking) for code in tiles()]
    others = [code for code in sums if code not in tiles()][:OTHERS]
    start = SIDE * rows + 14
    for n, code in enumerate(others):
        place = (WIDE * (n % A_ROW), start + (TILE + 6) * (n // A_ROW))
        shapes.append(_other(code, sums[code], most, (asking, place)))
    height = start + (TILE + 6) * -(-len(others) // A_ROW)
    states = sum(code in tiles() for code in sums)
    told = (
        word("map.told", states=counted("map.states", states), most=name_of(next(iter(sums)), asking))
        if sums
        else word("picture.none")
    )
    return Picture("map", title, told, SIDE * columns, height, group(shapes), promised_key())


def _tile(code: str, sum_: Sum | None, most: float, asking: Drawing) -> Shape:
    column, row = tiles()[code]
    x, y = SIDE * column, SIDE * row
    if sum_ is None:
        told = text(x + TILE / 2, y + 19, code.upper(), anchor="middle", size=10, look="d-soft")
        return group([rect(x, y, TILE, TILE, look="d-ground", round=3), told], name_of(code, asking))
    shapes = [
        rect(x, y, TILE, TILE, look="d-ground", round=3),
        rect(x, y, TILE, TILE, look="d-promised", round=3, fill_opacity=shade(sum_, most)),
        text(x + 4, y + 10.5, code.upper(), size=8.5, look="d-words"),
        text(x + TILE / 2, y + 21.5, _figure(sum_), anchor="middle", size=10.5, look="d-words", font_weight=600),
        *_bar(x + 3, y + TILE - 6.5, TILE - 6, (sum_, most)),
    ]
    return linked(_link(asking, code), shapes, f"{name_of(code, asking)}: {cell_words(sum_)}")


def _other(code: str, sum_: Sum, most: float, where: tuple[Drawing, tuple[float, float]]) -> Shape:
    asking, (x, y) = where
    name = lines_of(name_of(code, asking), 19, 1)[0]
    shapes = [
        rect(x, y, WIDE - 8, TILE, look="d-ground", round=3),
        rect(x, y, WIDE - 8, TILE, look="d-promised", round=3, fill_opacity=shade(sum_, most)),
        text(x + 7, y + 17, name, size=11.5, look="d-words"),
        text(x + WIDE - 15, y + 17, _figure(sum_), anchor="end", size=11.5, look="d-words", font_weight=600),
        *_bar(x + 7, y + TILE - 7, WIDE - 22, (sum_, most)),
    ]
    return linked(_link(asking, code), shapes, f"{name_of(code, asking)}: {cell_words(sum_)}")


def shade(sum_: Sum, most: float) -> float:
    """How dark a tile is: by the root of its sum, so that small ones are told apart."""
    return round(0.16 + 0.4 * sqrt(min(share(sum_.promised, most), 1.0)), 2)


def _bar(x: float, y: float, wide: float, told: tuple[Sum, float]) -> Iterator[Shape]:
    sum_, most = told
    whole = max(share(sum_.promised, most), 0.04) if sum_.promised.high != 0 else 0
    came = max(share(sum_.delivered, most), 0.04) if sum_.delivered.high != 0 else 0
    yield rect(x, y, wide * min(whole, 1), 4, look="d-promised")
    yield rect(x, y, wide * min(came, whole, 1), 4, look="d-delivered")


def _figure(sum_: Sum) -> str:
    return short(sum_.promised) or "?"

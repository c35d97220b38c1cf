"""The timeline as it is shown: bars over and under a line of time, and the same as a table and as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wireledger.model import Interval
from wireledger.serve.days import interval_words
from wireledger.serve.drawn import Picture, Shape, axis_ticks, group, line, linked, rect, text
from wireledger.serve.front import range_words
from wireledger.serve.pictures.drawing import COUNTED, Box, Drawing, Drawn, ends, measure_words, short
from wireledger.serve.pictures.tally import COUNT, Sum, Tally
from wireledger.serve.pictures.timeline import DOWN, UP, Timeline, days_of, timeline
from wireledger.serve.ranges import Range
from wireledger.serve.words import counted, told, word

COLUMNS = ("period", "step", "pledges", "amount_low", "amount_high", "unknown", "link")
HEAD = ("period", *UP, *reversed(DOWN))
LEFT, WIDTH, HALF, MIDDLE = 44.0, 920.0, 118.0, 40.0
THIN = 0.6  # of a bar's width for the steps beyond the first, so that they are told apart without colours
LOOKS = {
    "promised": "promised",
    "approved": "approved",
    "contracted": "soft",
    "delivered": "delivered",
    "in_transit": "due",
}


def drawn_timeline(tally: Tally, bits: int, asking: Drawing) -> Drawn:
    """The steps of the pledges at some places by month, as a picture and a table."""
    measure, thing = asking["measure"], tally.thing(bits) if asking["measure"] == COUNT else None
    lines = (one for one in tally.steps(bits, measure) if measure != COUNT or one.line.measure == thing)
    made = timeline(lines, asking["day"], asking["per"])
    title = word(f"timeline.title.{asking['day']}", measure=measure_words(measure, thing))
    return Drawn(
        _picture(made, asking, title),
        HEAD,
        tuple(_row(period, made, asking) for period in reversed(made.periods) if _any(made, period)),
        tuple(_record(period, step, sum_, asking) for (period, step), sum_ in sorted(made.sums.items())),
        tuple(_notes(made, asking)),
    )


def period_words(period: str) -> str:
    """A month or a year in words."""
    return interval_words(Interval(*days_of(period)))


def _any(made: Timeline, period: str) -> bool:
    return any((period, step) in made.sums for step in (*UP, *DOWN))


def _row(period: str, made: Timeline, asking: Drawing) -> tuple[Box, ...]:
    found = ((step, made.sums.get((period, step))) for step in HEAD[1:])
    figures = (
        Box(figure(one), _link(asking, period, step), True) if one else Box("", None, True) for step, one in found
    )
    return (Box(period_words(period)), *figures)


def figure(sum_: Sum) -> str:
    """The sum in words; where no line has a figure, how many lines there are."""
    if sum_.lines == sum_.unknown:
        return word("cell.unknown", n=sum_.lines)
    return range_words(sum_.promised)


def _record(period: str, step: str, sum_: Sum, asking: Drawing) -> dict[str, Any]:
    return {
        "period": period,
        "step": step,
        "pledges": sum_.lines,
        **ends("amount", sum_.promised),
        "unknown": sum_.unknown,
        "link": _link(asking, period, step),
    }


def _link(asking: Drawing, period: str, step: str) -> str:
    measure = asking["measure"]
    own = {"currency": measure} if measure not in COUNTED else {}
    if asking["day"] == "told":
        return asking.behind(step=step, told=period, **own)
    first, after = days_of(period)
    return asking.behind(**{"step": step, "from": first.isoformat(), "to": after.isoformat()}, **own)


def _notes(made: Timeline, asking: Drawing) -> Iterator[str]:
    if made.undated:
        yield counted(f"timeline.undated.{asking['day']}", made.undated)
    if made.earlier:
        yield counted("timeline.earlier", made.earlier)
    if unknown := sum(one.unknown for one in made.sums.values()):
        yield counted("matrix.unknown", unknown)
    if asking["day"] == "happened":
        yield word("timeline.wide")


def _picture(made: Timeline, asking: Drawing, title: str) -> Picture:
    over, under = (max((_stacked(made, p, steps) for p in made.periods), default=0.0) for steps in (UP, DOWN))
    most = max(over, under)
    up = HALF if over else 14.0
    down = max(HALF * under / most, 30.0) if most else 30.0
    if most and under > over:
        up, down = max(HALF * over / most, 30.0), HALF
    scale = min(up / over if over else 1e9, down / under if under else 1e9) if most else 1.0
    zero = up + 16
    shapes = [*_axis(zero, scale, over, under), *_months(made.periods, zero)]
    for n, period in enumerate(made.periods):
        shapes += _bars(made, asking, period, (n, zero, scale))
    height = zero + MIDDLE + down + 16
    key = tuple((LOOKS[step], told("step", step)) for step in (*UP, *DOWN))
    return Picture("timeline", title, _told(made), WIDTH, height, group(shapes), key)


def _told(made: Timeline) -> str:
    if not made.periods:
        return word("picture.none")
    steps = {step: sum(one.lines for (_, name), one in made.sums.items() if name == step) for step in (*UP, *DOWN)}
    listed = ", ".join(f"{told('step', step)} {n}" for step, n in steps.items() if n)
    return word("timeline.told", first=period_words(made.periods[0]), last=period_words(made.periods[-1]), steps=listed)


def _stacked(made: Timeline, period: str, steps: Iterable[str]) -> float:
    return sum(_size(one.promised) for step in steps if (one := made.sums.get((period, step))))


def _size(amount: Range) -> float:
    return amount.low or amount.high or 0.0


def _axis(zero: float, scale: float, over: float, under: float) -> Iterator[Shape]:
    for most, start, way in ((over, zero, -1), (under, zero + MIDDLE, 1)):
        for tick in axis_ticks(most, 3) if most else ():
            y = start + way * tick * scale
            yield line(LEFT, y, WIDTH, y, look="d-rule stroke", stroke_width=0.6)
            if tick or way < 0:
                yield text(LEFT - 6, y + 4, short(Range(tick, tick)) or "0", anchor="end", size=11, look="d-soft")


def _months(periods: tuple[str, ...], zero: float) -> Iterator[Shape]:
    wide, drawn = _wide(periods), -100.0
    for n, period in enumerate(periods):
        x = LEFT + wide * (n + 0.5)
        year = period.endswith("-01") or len(period) == 4 or n == 0
        if len(period) == 7 and wide >= 22 and not (year and n):
            yield text(x, zero + 16, period[5:], anchor="middle", size=10, look="d-soft")
        if year and x - drawn > 34:
            drawn = x
            yield text(x, zero + 31, period[:4], anchor="middle", size=11.5, look="d-words", font_weight=600)


def _wide(periods: tuple[str, ...]) -> float:
    return min((WIDTH - LEFT) / max(len(periods), 1), 90.0)


def _bars(made: Timeline, asking: Drawing, period: str, where: tuple[int, float, float]) -> Iterator[Shape]:
    n, zero, scale = where
    wide = _wide(made.periods)
    for steps, start, way in ((UP, zero, -1), (DOWN, zero + MIDDLE, 1)):
        at = start
        for place, step in enumerate(steps):
            if one := made.sums.get((period, step)):
                long = max(_size(one.promised) * scale, 1.5)
                bar = wide * 0.72 * (THIN if place else 1)
                y = at - long if way < 0 else at
                shapes = [rect(LEFT + wide * (n + 0.5) - bar / 2, y, bar, long, look=f"d-{LOOKS[step]}")]
                words = f"{period_words(period)}, {told('step', step)}: {figure(one)}"
                yield linked(_link(asking, period, step), shapes, words)
                at += way * long

"""Whether a pledge is the news or an earlier one recalled: the words of `scope` weighed with where and how it is told.

What is added ("another") and what is counted up ("to date") is told by words alone. Of the rest many are recalled
without a word that says so: help under way told far down in the press, a law passed "in April", a deed in a clause
that only names a thing. How strongly each circumstance speaks for that is learned (`recalled_weights.csv`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract import choice
from wireledger.extract.readings import Reading
from wireledger.extract.view import View
from wireledger.model import Days, Interval, Scope

TABLE = "recalled_weights.csv"
_OPEN = (None, "background", "recounted", "told-of", "long-ago", "of-the-list", "of-the-package")
"""What the words leave open: nothing said it, or a circumstance that is often wrong; said words are never weighed."""
_LEAST = 0.6
_PLACES = ((0, "first"), (2, "opening"), (7, "early"), (15, "middle"))
_AGES = ((-1, "ahead"), (2, "today"), (8, "this week"), (40, "this month"))
_DETERMINERS = frozenset("the these those its their our this that a an some more any".split())


def settled(view: View, reading: Reading, published: Interval | None) -> Reading:
    """The reading with its scope weighed; `recall` keeps the features, so that they can be learned from."""
    why = f"scope {reading.scope} by {reading.scoped_by or 'nothing'}"
    if reading.scope not in ("new", "earlier") or reading.scoped_by not in _OPEN:
        return replace(reading, trace=(*reading.trace, why))
    marks = frozenset(_marks(view, reading, published))
    weights = choice.weights_of(TABLE)
    score = math.fsum(weights.get(mark, 0.0) for mark in marks)
    scope: Scope = "earlier" if score > _LEAST else "new" if score < -_LEAST else reading.scope
    if scope != reading.scope:
        spoke = (mark for mark in marks if weights.get(mark, 0.0) * score > 0)
        most = sorted(spoke, key=lambda mark: (-abs(weights[mark]), mark))[:3]
        why += f", weighed as {scope} for {'; '.join(most)}"
    return replace(reading, recall=marks, scope=scope, trace=(*reading.trace, why))


def _marks(view: View, reading: Reading, published: Interval | None) -> Iterator[str]:
    yield "always"
    yield f"scope {reading.scope}, {reading.scoped_by or 'taken'}"
    yield from _of_step(reading)
    yield from _of_place(view, reading)
    yield from _of_verbs(reading)
    ages = {_age(m.thing, published) for m in view.sentence.mentions if isinstance(m.thing, Days)}
    yield from (f"day {age}" for age in sorted(ages)) if ages else ("no day",)


def _of_step(reading: Reading) -> Iterator[str]:
    step = reading.step
    yield f"step {step.step}"
    yield f"step {step.step} {step.mood}"
    yield f"row {step.row.removeprefix('package-')}"


def _of_place(view: View, reading: Reading) -> Iterator[str]:
    place = next((name for last, name in _PLACES if view.sentence.index <= last), "late")
    page = "own page" if reading.case is not None and reading.case.memory.own_side else "press"
    offer = reading.offer
    figure = "a figure" if offer.money or offer.quantity else "no figure"
    yield f"told {place}"
    yield f"{page}, told {place}"
    yield f"{page}, step {reading.step.step}"
    yield f"{figure}, step {reading.step.step}"
    yield "a sum" if offer.money else "a count" if offer.quantity else "no figure"
    yield f"block {view.sentence.block_kind}"
    if view.sentence.quoted[offer.anchor]:
        yield "in quotes"
    before = {view.lower(i) for i in range(offer.first - 1, offer.first + 1)}
    yield f"determiner {min(before & _DETERMINERS, default='none')}"
    if offer.thing is not None and offer.thing.model:
        yield "a model"


def _of_verbs(reading: Reading) -> Iterator[str]:
    """The tense of what governs the offer, of the verb before it and of the sentence's first."""
    found = reading.governor
    if found is None:
        yield "governed by nothing"
    elif found.use is None:
        yield "governed by a noun"
    else:
        yield f"tense {found.use.tense}{' behind' if found.behind else ''}"
        yield f"verb {found.use.verb.lemma}"
    acts = reading.case.clauses.acts if reading.case is not None else ()
    left = next((act for act in reversed(acts) if act.last <= reading.offer.first), None)
    if left is not None:
        yield f"before it {left.tense}"
        yield f"before it {left.verb.verb_class} {left.tense}"
    if acts:
        yield f"first {acts[0].tense}"
        yield f"first {acts[0].verb.lemma} {acts[0].tense}"
    yield from sorted({f"act {act.verb.verb_class} {act.tense}" for act in acts})


def _age(days: Days, published: Interval | None) -> str:
    """How long before the report a day lies that a sentence names."""
    start = days.interval.start if days.interval is not None else None
    if start is None or published is None or published.start is None:
        return "unknown"
    ago = (published.start - start).days
    return "ahead" if ago < 0 else next((name for most, name in _AGES if ago <= most), "long ago")

"""What speaks for a whole pledge being read rightly: said or carried, how clear the choice was, which row fired.

These features, unlike those of `marks`, do not ask whether a pledge is told at all but whether every field of it is
right; the confidence of a claim is their logistic sum (`confidence_weights.csv`), calibrated on labelled reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.readings import Reading
from wireledger.extract.view import View

_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
_LONG = 60
_SURE = ((0.97, "sure"), (0.9, "likely"), (0.75, "fair"), (0.0, "doubtful"))


def sureness(view: View, reading: Reading, chance: float) -> frozenset[str]:
    """The features that tell how likely every field of a reading is right; `chance`: that a pledge is told."""
    return frozenset((*_of_choice(reading, chance), *_of_place(view, reading), *_of_step(reading)))


def _of_choice(reading: Reading, chance: float) -> Iterator[str]:
    yield "always"
    yield f"chance over {max((step for step in _STEPS if chance >= step), default=0)}"
    hows = (("donors", reading.donors_how), ("recipient", reading.recipient_how))
    for (name, how), sure in zip(hows, reading.chances, strict=True):
        yield f"{name} {how}"
        yield f"{name} {next(word for least, word in _SURE if sure >= least)}"


def _of_place(view: View, reading: Reading) -> Iterator[str]:
    offer = reading.offer
    yield "figure" if offer.money or offer.quantity or offer.single else "no figure"
    yield f"block {view.sentence.block_kind}"
    if view.sentence.quoted[offer.anchor]:
        yield "in quotes"
    if reading.case is not None:
        memory = reading.case.memory
        page = "official page" if memory.own_side else "press"
        length = "long" if len(memory.topics) >= _LONG else "short"
        yield from (page, f"{length} {page}", f"topic {memory.topic(view.sentence.index)}")
        if reading.recipient is not None:
            named = memory.since_named(reading.recipient.codes, view.sentence.index)
            yield f"recipient last named {named}"
    thing = reading.thing
    if thing is None:
        yield "nothing named"
    else:
        yield "aid" if thing.category.endswith("aid") else "a model" if thing.model else "a thing"


def _of_step(reading: Reading) -> Iterator[str]:
    yield "row " + reading.step.row.removeprefix("package-")
    if reading.step.row.startswith("package-"):
        yield "step carried"
    yield f"rule {reading.rule}" if reading.rule in ("pledges/list", "pledges/package", "pledges/alone") else "own verb"
    if reading.step.mood != "asserted":
        yield f"mood {reading.step.mood}"
    found = reading.governor
    if found is not None:
        if found.behind:
            yield "verb behind"
        if found.control is not None:
            yield "verb controlled"
        if found.distance > 8:
            yield "verb far"

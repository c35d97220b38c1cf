"""A made-up wire of any length: stories told by many outlets, reprinted, retold, in conflict, topped up and summed up.

Nothing of it is meant as news. The same seed tells the same wire; a longer one begins with the shorter one: what grows
is time, at `STORIES` new stories a day. Of a story: two to forty reports (most have few), a third of them copies of one
agency text; the count of one in twelve is another; one in three is delivered weeks later; one in fifteen is topped up;
one report in forty sums up what a donor gave so far; a fifth of stories is of joint donors, one of whom may be told
alone. Contacts and memberships are a tenth.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wireledger.lexicon.equipment import models
from wireledger.lexicon.parties import states
from wireledger.model import (
    Claim,
    Contact,
    Days,
    Event,
    Field,
    Membership,
    Money,
    Pledge,
    Quantity,
    Report,
    Source,
    Span,
    day,
    evidence,
)

STORIES = 40  # new ones a day
OUTLETS = 400
START = date(2022, 3, 1)
OTHERS = (0, 0, 1, 3)  # other stories of its day that a report mentions
WORDS = [f"{a}{b}{c}" for a in ("ba", "ke", "lo", "mi", "nu", "ra", "so", "ti") for b in "aeiou" for c in "dglmnrstv"]
Telling = tuple[Report, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """What happened: an event as the first to tell it have it, and the words of the agency's text."""

    number: int
    on: date
    event: Event
    text: tuple[str, ...]


def wire(seed: int = 1, days: int | None = None, others: Sequence[int] = OTHERS) -> Iterator[Telling]:
    """Reports with their claims, day by day, without end unless `days` are given.

    `others` are the numbers of other stories of its day that a report may mention, each as often as it stands there.
    """
    rng, number, due = random.Random(seed), 0, {}
    names, things = sorted(state.code for state in states()), sorted(models())
    passed = 0
    while days is None or passed < days:
        on = START + timedelta(passed)
        fresh = [_story(rng, number + n, on, names, things) for n in range(STORIES)]
        number += STORIES
        tellings = [(story, agency) for story in fresh + due.pop(on, []) for agency in _outlets(rng)]
        for story in fresh:
            for later in _later(rng, story):
                due.setdefault(later.on, []).append(later)
        rng.shuffle(tellings)
        yield from _printed(rng, on, tellings, others)
        passed += 1


def claims_at_least(count: int, seed: int = 1) -> list[Telling]:
    """The beginning of the wire that holds so many claims."""
    told, found = [], 0
    for report, claims in wire(seed):
        told.append((report, claims))
        found += len(claims)
        if found >= count:
            break
    return told


def _story(rng: random.Random, number: int, on: date, names: list[str], things: list[str]) -> Story:
    text = tuple(" ".join(rng.choice(WORDS) for _ in range(18)) for _ in range(4))
    draw = rng.random()
    if draw < 0.06:
        guest, host = rng.sample(names, 2)
        return Story(number, on, Contact("visit", (guest,), (host,), None, Days("today", day(on))), text)
    if draw < 0.1:
        step = rng.choice(("wants", "supported", "approved"))
        by = () if step == "wants" else (rng.choice(names),)
        return Story(number, on, Membership(rng.choice(names), "nato", step, by, Days("today", day(on))), text)
    # few give much: a third of all stories is of eight donors to one recipient
    donors = tuple(sorted({_often(rng, names) for _ in range(1 if rng.random() < 0.8 else rng.choice((2, 3)))}))
    whom = next(name for name in iter(lambda: _often(rng, names[::-1]), None) if name not in donors)
    if rng.random() < 0.25:
        amount = rng.randrange(2, 99) * 10 ** rng.choice((6, 6, 7, 8))
        money = Money(amount, amount, rng.choice(("USD", "EUR", "EUR", "GBP")))
        gift = Pledge(donors, whom, (whom,), "military aid", "military-aid", None, None, money, "promised", "new")
    else:
        model = _often(rng, things, 0.12)
        low, high = (count := rng.randrange(1, 200)), count if rng.random() < 0.7 else None
        category = models()[model].category
        gift = Pledge(donors, whom, (whom,), model, category, model, Quantity(low, high), None, "promised", "new")
    return Story(number, on, gift, text)


def _often(rng: random.Random, among: list[str], least: float = 0.04) -> str:
    """One of some, the first ones much oftener."""
    return among[min(int(rng.expovariate(1) * max(4, least * len(among) * 2)), len(among) - 1)]


def _later(rng: random.Random, story: Story) -> Iterator[Story]:
    gift = story.event
    if not isinstance(gift, Pledge):
        return
    text = tuple(" ".join(rng.choice(WORDS) for _ in range(18)) for _ in range(3))
    when = story.on + timedelta(rng.randrange(10, 120))
    if rng.random() < 0.33:
        yield Story(story.number, when, _with(gift, step="delivered", scope="earlier"), text)
    if rng.random() < 0.07:
        yield Story(story.number, when, _with(gift, scope="extra"), text)


def _outlets(rng: random.Random) -> list[bool]:
    """For each report of a story, whether it prints the agency's text."""
    return [rng.random() < 0.35 for _ in range(min(40, 1 + int(rng.paretovariate(1.1))))]


def _printed(
    rng: random.Random, on: date, tellings: list[tuple[Story, bool]], others: Sequence[int]
) -> Iterator[Telling]:
    """Reports of a day: each has one story, in the agency's words or its own, and may mention others."""
    passed = (on - START).days
    for n, (story, agency) in enumerate(tellings):
        name, outlet = f"d{passed:05}n{n:04}", f"Outlet {rng.randrange(OUTLETS)}"
        told = [story, *(rng.choice(tellings)[0] for _ in range(rng.choice(others)))]
        body = story.text if agency else tuple(" ".join(rng.choice(WORDS) for _ in range(22)) for _ in range(3))
        events = [_retold(rng, one.event) for one in {one.number: one for one in told}.values()]
        quotes = [f"It gives number {one.number} this time." for one in {one.number: one for one in told}.values()]
        if rng.random() < 0.025 and isinstance(events[0], Pledge) and events[0].quantity:
            low = (events[0].quantity.low or 1) * rng.randrange(3, 9)
            events.append(_with(events[0], scope="total", quantity=Quantity(low, None)))
            quotes.append("That brings the total to more.")
        yield _report(name, Source(outlet, published=day(on), published_basis="given"), body, quotes, events)


def _retold(rng: random.Random, event: Event) -> Event:
    """The event as some report has it: another figure, one donor of several, or as it was."""
    if not isinstance(event, Pledge):
        return event
    if event.quantity and rng.random() < 0.08:
        low = max(1, round((event.quantity.low or 1) * rng.choice((0.8, 0.9, 1.1, 1.25))))
        event = _with(event, quantity=Quantity(low, low))
    if len(event.donors) > 1 and rng.random() < 0.3:
        event = _with(event, donors=(rng.choice(event.donors),))
    return event


def _report(name: str, source: Source, body: tuple[str, ...], quotes: list[str], events: list[Event]) -> Telling:
    text, claims = "\n\n".join(body) + "\n\n", []
    places = []
    for quote in quotes:
        places.append(Span(len(text), len(text) + len(quote)))
        text += quote + " "
    report = Report(name, text, source)
    for where, event in zip(places, events, strict=True):
        written = evidence(report, where, where.start, _fields(where, event))
        claims.append(Claim(written, event, "asserted", "made", 0.9))
    return report, tuple(claims)


def _fields(where: Span, event: Event) -> tuple[Field, ...]:
    """Words of the quote for each field, as a claim that was read has them: its first word, its middle, its last."""
    first, rest = Span(where.start, where.start + 2), Span(where.start + 3, where.stop - 1)
    match event:
        case Pledge():
            places = {"donors": first, "low": rest, "money_low": rest, "item": rest, "recipient": first, "step": rest}
        case Contact():
            places = {"guests": first, "hosts": rest}
        case _:
            places = {"member": first, "step": rest}
    return tuple(Field(name, (span,)) for name, span in places.items())


def _with(gift: Pledge, **changed: object) -> Pledge:
    return replace(gift, **changed)  # type: ignore[arg-type]

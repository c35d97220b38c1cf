"""Decides what each hint tells, if anything, and who took part, by a table of learned weights (`eval/fit_contacts.py`).

Silence is one of the choices: it weighs nothing, so that a guess is told where its features sum to more than nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from wireledger.extract.choice import weights_of
from wireledger.extract.contact_aside import is_aside_of
from wireledger.extract.contact_bounds import is_thanked, may_be
from wireledger.extract.contact_guesses import Guess, guesses, parts
from wireledger.extract.contact_hints import Hint, hints
from wireledger.extract.contact_marks import around_marks, guess_marks, hint_marks, pronoun_near, says, together
from wireledger.extract.contact_memory import Side
from wireledger.extract.contact_places import opening_place, place_at, place_behind
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import Touch, place_before, place_of_which
from wireledger.extract.deeds import Deed
from wireledger.extract.event_days import days_near
from wireledger.model import Span

TABLE = "contact_weights.csv"
HINTED = "contacts/hint/"
LEAST = 0.3
_GATHERINGS = frozenset("summit conference forum exercise election elections".split())
_IN = ("in", "at")


@dataclass(frozen=True, slots=True)
class Option:
    """A guess with its own features and those that all guesses of its hint share."""

    guess: Guess
    own: tuple[str, ...]
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A hint, where it stands in the report, whether a rule tells it, and the guesses there are; at least one."""

    hint: Hint
    place: int
    by_rule: bool
    options: Sequence[Option]


Decide = Callable[[Question], Option | None]


def likeliest(question: Question) -> Option | None:
    """The option of the greatest weight, None where silence is too likely."""
    options = question.options
    weights = weights_of(TABLE)
    shared = sum(weights.get(mark, 0.0) for mark in options[0].shared)
    scores = [shared + sum(weights.get(mark, 0.0) for mark in option.own) for option in options]
    total = 1.0 + sum(math.exp(score) for score in scores)
    told = 1.0 - 1.0 / total
    best = max(range(len(scores)), key=lambda i: scores[i])
    return options[best] if told >= LEAST else None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A hint in its sentence: what a rule tells of it, where it may take place, and the sides around it."""

    cast: Cast
    hint: Hint
    touch: Touch | None
    place: tuple[str, Span] | None
    told: dict[str, tuple[Side, ...]]


def decided(cast: Cast, found: Sequence[Deed], rules: Sequence[Touch], decide: Decide) -> list[Touch]:
    """What the hints of a sentence tell: by the rules' reading or another; touches without a hint stay as they are."""
    left = list(rules)
    kept: list[Touch] = []
    here = [hint for hint in hints(cast.view, found) if not is_aside_of(cast, hint.first, hint.last)]
    for hint in here:
        touch = next((t for t in left if t.first < hint.last and hint.first < t.last), None)
        if touch is not None:
            left.remove(touch)
        place = touch.place if touch is not None else _place(cast, hint)
        scene = _Scene(cast, hint, touch, place, parts(cast, found, hint))
        options = _options(scene, here)
        at = cast.view.sentence.tokens[hint.first].start
        chosen = decide(Question(hint, at, touch is not None, options)) if options else None
        if chosen is not None:
            kept.append(_as_touch(scene, chosen.guess))
    return [*kept, *left]


def _options(scene: _Scene, here: Sequence[Hint]) -> list[Option]:
    cast, hint, touch, place, told = scene.cast, scene.hint, scene.touch, scene.place, scene.told
    shared = frozenset((*hint_marks(cast, hint, touch, place), *around_marks(hint, told, here)))
    spoken = pronoun_near(cast, hint)
    dated = "dated" if days_near(cast.view, hint.start, hint.last) else "no day"

    def more(guess: Guess) -> Iterator[str]:
        yield from together(cast, hint, guess, place, dated)
        yield from says(guess, spoken)

    return [
        Option(guess, (*guess_marks(cast, hint, guess, told, place), *more(guess)), shared)
        for guess in guesses(told, hint, touch)
        if may_be(cast, hint, guess, told, place)
        or (touch is not None and "rule" in guess.ways and is_thanked(cast, hint, guess))
    ]


def _place(cast: Cast, hint: Hint) -> tuple[str, Span] | None:
    view, last = cast.view, hint.last
    if hint.forms[0] == "visit":
        found = place_at(view, last) if hint.occasion is None else None
        found = found or place_behind(view, last, (*_IN, "to", "into", "of", "near"), 8)
        if found is None and hint.deed is not None and hint.occasion is None:
            found = place_before(cast, hint.deed)
            found = found or (place_of_which(cast, hint.deed) if hint.word == "visit" else None)
        return found
    found = place_behind(view, last, _IN, 14)
    return found if found is not None and not _is_anothers(cast, last, found[1]) else opening_place(view)


def _is_anothers(cast: Cast, first: int, place: Span) -> bool:
    """ "discussed the summit in Riga": the place of what was spoken of."""
    tokens = cast.view.sentence.tokens
    return any(t.lower in _GATHERINGS for t in tokens[first:] if t.start < place.start)


def _as_touch(scene: _Scene, guess: Guess) -> Touch:
    """A guess as a contact: the rule's own with these guests, else with what stands around the hint or was told."""
    cast, hint, touch, place = scene.cast, scene.hint, scene.touch, scene.place
    if touch is not None and touch.form == guess.form:
        return replace(touch, guests=guess.guests) if "rule" not in guess.ways else touch
    when, carried = days_near(cast.view, hint.start, hint.last), set[str]()
    told = cast.memory.last_told(guess.form, cast.view.sentence.index, 8)
    if told is not None and "told" in guess.ways and {s.code for s in told.guests} == {s.code for s in guess.guests}:
        carried |= {"place"} if place is None and told.place is not None else set()
        carried |= {"when"} if when is None and told.when is not None else set()
        place, when = place or told.place, when or told.when
    row, verb = f"{hint.word} {hint.row}", hint.occasion is None
    return Touch(
        guess.form,
        guess.guests,
        _hosts(scene, guess),
        place,
        when,
        hint.mood,
        hint.first,
        hint.last,
        f"{HINTED}{hint.word.replace(' ', '-')}",
        row,
        frozenset(carried),
        verb,
    )


def _hosts(scene: _Scene, guess: Guess) -> tuple[Side, ...]:
    """Who is told to host a visit."""
    deed = scene.hint.deed
    if guess.form != "visit" or deed is None or deed.verb.verb_class != "host":
        return ()
    codes = {s.code for s in guess.guests}
    sides = scene.told.get("passive by" if deed.passive else "doer", ())
    return tuple(s for s in sides if s.code not in codes)

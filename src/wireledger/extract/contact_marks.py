"""What speaks for and against a guess of who took part in a contact: named features, weighed by a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wireledger.extract.contact_guesses import Guess
from wireledger.extract.contact_hints import Hint
from wireledger.extract.contact_home import abroad, at_home, names_land
from wireledger.extract.contact_memory import Side
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import Touch
from wireledger.extract.contact_words import definite
from wireledger.model import Span

_TELLING = ("doer", "owner", "with", "between", "object", "body", "passive by", "subject", "by", "to")
_REPORTING = frozenset("readout readouts statement remarks call visit meeting travel".split())
_PRONOUNS = frozenset("i we you he she they me us him them my our your his her their it".split())
_OWNERS = frozenset("his her their our my your its 's '".split())


def hint_marks(cast: Cast, hint: Hint, touch: Touch | None, place: tuple[str, Span] | None) -> list[str]:
    """What holds for every guess of a hint but not for its silence."""
    view, word = cast.view, hint.word
    kind = "noun" if hint.occasion is not None else "verb"
    found = ["a contact", f"is {kind}", f"word {word}", f"row {kind} {hint.row}", f"row {word} {hint.row}"]
    found += [f"before {view.lower(hint.first - 1)}", f"behind {view.lower(hint.last)}"]
    found += [f"{word} before {view.lower(hint.first - 1)}", f"{word} behind {view.lower(hint.last)}"]
    found.append("a rule tells it" if touch else "no rule tells it")
    if touch is not None:
        found += [f"rule {touch.rule}", f"rule of {word}"]
    else:
        found.append(f"no rule for {word}")
    if hint.occasion is not None:
        found += _of_noun(cast, hint)
    elif hint.deed is not None:
        found += [f"form {hint.deed.form}", f"{word} {hint.deed.form}"]
        found += [f"passive {word}"] if hint.deed.passive else []
    if place is not None:
        found += ["a place", f"{word} with a place"]
    else:
        found += ["a land" if names_land(view, hint.last) or names_land(view, hint.last + 1) else f"{word} nowhere"]
    found += _of_report(cast, hint)
    quoted = view.sentence.quoted
    found += ["quoted"] if quoted and quoted[hint.first] else []
    found += [f"in {view.sentence.block_kind}"]
    return found


def around_marks(hint: Hint, told: dict[str, tuple[Side, ...]], hints: Sequence[Hint]) -> Iterator[str]:
    """Which sides stand around a hint, and the hint behind it."""
    kind = "noun" if hint.occasion is not None else "verb"
    for name in _TELLING:
        sides = told.get(name, ())
        if sides:
            yield f"has {name} | {kind} {hint.forms[0]}"
            yield f"{hint.word} has {name} {_kind(sides[0])}"
        else:
            yield f"{hint.word} has no {name}"
    behind = next((h for h in hints if hint.last <= h.first <= hint.last + 8), None)
    yield f"{hint.word} then {behind.word if behind else 'nothing'}"
    before = next((h for h in reversed(hints) if h.last <= hint.first and h.forms[0] in hint.forms), None)
    yield f"{hint.forms[0]} hinted before {before.word}" if before else f"{hint.forms[0]} hinted first"
    carries = "object" if "object" in told else "with" if "with" in told else "nobody"
    yield f"in {hint.forms[0]} {kind} {carries}"


def _kind(side: Side) -> str:
    return "person" if side.person else "many" if side.many else "people" if side.agents else "state"


def _of_report(cast: Cast, hint: Hint) -> Iterator[str]:
    """What the title and the contacts told before say."""
    memory = cast.memory
    if hint.word in memory.title_words or hint.forms[0] in memory.title_words:
        yield f"title tells it | {hint.forms[0]}"
    if memory.titled and memory.title_words & _REPORTING:
        yield "title of a readout"
    if memory.turns:
        yield "transcript"
    told = [t for t in memory.told if t.form in hint.forms]
    yield f"{hint.forms[0]} told {'often' if len(told) > 3 else 'some times' if len(told) > 1 else len(told)}"
    if told and cast.view.sentence.index - told[-1].sentence <= 2:
        yield f"told just before | {hint.word}"


def _of_noun(cast: Cast, hint: Hint) -> Iterator[str]:
    view, first = cast.view, hint.first
    near = {view.lower(i) for i in range(max(0, first - 4), first)}
    yield f"{hint.word} definite" if definite(view, first) else f"{hint.word} indefinite"
    if near & _OWNERS:
        yield f"{hint.word} owned"
    if hint.deed is not None:
        yield f"hangs on {hint.deed.verb.verb_class}"
        yield f"{hint.word} hangs on {hint.deed.verb.verb_class}"


def guess_marks(
    cast: Cast, hint: Hint, guess: Guess, told: dict[str, tuple[Side, ...]], place: tuple[str, Span] | None
) -> Iterator[str]:
    """What holds for one guess alone."""
    form, guests = guess.form, guess.guests
    kind = "noun" if hint.occasion is not None else "verb"
    for way in guess.ways:
        yield f"way {way}"
        yield f"way {way} | {form} {kind}"
        yield f"way {way} | {hint.word}"
    yield f"{form} of {min(len(guests), 4)}"
    yield f"form {form} | {hint.word}"
    codes = {s.code for s in guests}
    for name in _TELLING:
        sides = told.get(name, ())
        if sides and not {s.code for s in sides} <= codes:
            yield f"without {name} | {form}"
            yield f"without {name} | {hint.word}"
    before = [t for t in cast.memory.told if t.form == form and {s.code for s in t.guests} == codes]
    if before:
        far = cast.view.sentence.index - before[-1].sentence
        yield f"told {'here' if not far else 'near' if far <= 3 else 'far'} before | {form}"
        yield f"told before | {hint.word}"
    if cast.memory.titled:
        share = len(codes & cast.memory.titled)
        which = "all" if share == len(codes) else "some" if share else "none"
        yield f"{which} in the title | {form}"
    yield from _of_sides(cast, form, guests, place)


def together(cast: Cast, hint: Hint, guess: Guess, place: tuple[str, Span] | None, dated: str) -> Iterator[str]:
    """How many sides meet, where and when, as far as the sentence says."""
    form, guests = guess.form, guess.guests
    who = _kind(guests[0]) if guests else "nobody"
    where = "nowhere" if place is None else "abroad" if guests and abroad(cast.view, guests[0], place) else "somewhere"
    yield f"{form} of {who} {where}"
    yield f"{form} of {who} {dated}"
    yield f"{form} {where} {dated}"
    yield f"{hint.word} {where} {dated}"
    said = {s.side for s in guests if not s.carried} if form != "visit" else set()
    yield f"{form} of {min(len(said), 3)} sides said | {hint.word}"
    yield f"{form} of {min(len(said), 3)} sides said {dated}"


def says(guess: Guess, spoken: str) -> Iterator[str]:
    """Each way beside the pronoun that stands near the hint."""
    for way in guess.ways if spoken else ():
        yield f"way {way} | says {spoken}"


def pronoun_near(cast: Cast, hint: Hint) -> str:
    """The pronoun, or "the two", nearest before a hint, else right behind it."""
    view = cast.view
    for at in (*range(hint.first - 1, max(-1, hint.first - 10), -1), hint.last, hint.last + 1):
        word = view.lower(at)
        if word in _PRONOUNS:
            return word
        if word in ("two", "both", "three") or (word == "leaders" and view.lower(at - 1) == "the"):
            return "two"
    return ""


def _of_sides(cast: Cast, form: str, guests: tuple[Side, ...], place: tuple[str, Span] | None) -> Iterator[str]:
    kinds = {_kind(s) for s in guests}
    for kind in sorted(kinds):
        yield f"{form} {'all ' if len(kinds) == 1 else 'some '}{kind}"
    carried = sum(s.carried for s in guests)
    yield f"{form} {'carried' if carried == len(guests) else 'said' if not carried else 'partly carried'}"
    sides = {s.side for s in guests}
    if len(guests) > 1 and len(sides) == 1 and None not in sides:
        yield f"{form} of one side"
    if any(not s.official for s in guests):
        yield "some hold no office"
    if form == "visit" and place is not None:
        if at_home(cast.view, sides, place[1]):
            yield "at home"
        elif abroad(cast.view, guests[0], place):
            yield "abroad"
    people = [s for s in guests if s.span is not None and not s.carried]
    if len(people) > 1 and form != "visit":
        yield f"{form} said of many"

"""Reads who is in, outside or part of an alliance without "a member of": "is outside NATO", "belongs to neither"."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.actor_rows import row
from wireledger.extract.actors import Actor
from wireledger.extract.member_parties import is_members, stands_for_alliance
from wireledger.extract.view import View

BELONGS = frozenset("belong belongs belonged".split())
WITHIN = BELONGS | frozenset("neither in inside outside to of part but member members been do does did".split())
_INSIDE = frozenset(("in", "inside", "within"))
_STANDS = frozenset(
    "is are was were isn't aren't wasn't be been remains remain remained stays stay not already still now also"
    " neither nor".split()
)
_OUT = frozenset("is are was were be been remains remain remained stays stay stayed members member , and still".split())
_PLURAL = frozenset(("are", "were", "aren't", "weren't"))
_KIND = frozenset("defensive military alliance bloc union state country countries nation pact".split())
_PLACES = frozenset("first second third last latest only sole lone".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten twelve fifteen twenty".split())
_RANKING = _NUMBERS | frozenset("eastern founding western southern northern oldest-serving".split())
_EXCEPT = (("except", "for"), ("apart", "from"), ("aside", "from"), ("other", "than"), ("except",), ("bar",),
           ("barring",), ("excluding",), ("with", "the", "exception", "of"))  # fmt: skip
_ALONE = frozenset("only just even the".split())


def may_be_within(view: View) -> bool:
    """Whether the sentence may say that states are in an alliance or outside it."""
    return view.has_any(_PLURAL) and view.has_any(_INSIDE, {"outside"})


def within(view: View, here: list[Actor], alliance: Actor) -> int | None:
    """The token from which the words before it say whether a state is in an alliance; None where they don't."""
    at = _before_article(view, alliance)
    word, before = view.lower(at), view.lower(at - 1)
    if word == "nor":
        other = next((a for a in here if a.last == at and stands_for_alliance(a)), None)
        return within(view, here, other) if other is not None else None
    if word == "neither" and (before in _INSIDE or (before == "to" and view.lower(at - 2) in BELONGS)):
        return at + 1
    if word == "to" and before in BELONGS:
        return at + 1
    if word == "outside" and (before in _OUT or at - 1 in view.at):
        return at + 1
    if word in _INSIDE and before in _STANDS:
        return at
    if word == "of" and before == "not" and view.lower(at - 2) == "but":
        return at + 1
    return None


def _before_article(view: View, alliance: Actor) -> int:
    at = alliance.first - 1
    return at - 1 if view.lower(at) == "the" else at


def ranks(word: str) -> bool:
    """Whether a word tells a member's place among the others: "newest", "31st", "two"."""
    return (word.endswith("est") and len(word) > len("best")) or numbers(word) or word in _RANKING


def numbers(word: str) -> bool:
    """ "31st", "second", "only": one in the row of those who did something."""
    return word in _PLACES or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def first_to_do(view: View, words: list[str], last: int) -> bool:
    """ "became the first NATO member | to draft women": no new member, one that did it first."""
    at = last
    while view.lower(at) in _KIND:
        at += 1
    return view.lower(at) == "to" and any(numbers(w) for w in words)


def picked(view: View, here: list[Actor], group: Actor) -> Iterator[Actor]:
    """The states picked out of the members: "among NATO members, | Poland", "EU members except | Hungary"."""
    if not is_members(group):
        return
    at = group.last + 1 if view.lower(group.last) == "," else group.last
    opened = view.lower(group.first - 1) in ("among", "amongst") or (group.first <= 1 and view.lower(0) == "of")
    if opened and at > group.last:
        while view.lower(at) in _ALONE:
            at += 1
    elif (end := past_except(view, at)) is not None:
        at = end
    else:
        return
    state = next((a for a in here if a.first <= at < a.last or a.core == at), None)
    if state is not None:
        yield from (a for a in row(view, here, state) if a.first >= state.first)


def past_except(view: View, at: int) -> int | None:
    """Past "except for the" at token `at`; None where nothing is excepted."""
    for words in _EXCEPT:
        if all(view.lower(at + i) == w for i, w in enumerate(words)):
            end = at + len(words)
            return end + 1 if view.lower(end) == "the" else end
    return None

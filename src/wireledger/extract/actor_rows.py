"""Which actors of a sentence are named in one row: "Denmark, Norway and the Netherlands"."""

from __future__ import annotations

from wireledger.extract.actors import PREPOSITIONS, Actor
from wireledger.extract.view import View

_LINKS = frozenset(
    (",", ")", "and", "&", "along", "as", "well", "together", "with", "plus", "the", "both", "by", "also", "including")
)
_OPENING = PREPOSITIONS - {"alongside", "with", "like"} | {"following", "when", "while", "ahead", "amid", "since"}
_DOING = frozenset(
    "spoke met told said went flew held was were is are has have had will would visited travelled traveled called"
    " arrived hosted phoned".split()
)
_SAYING = frozenset("said says announced added".split())
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr."))
_LONGEST_TITLE = 14


def row(view: View, all_actors: list[Actor], actor: Actor) -> list[Actor]:
    """The actors named in one row with this one: "Denmark, Norway and the Netherlands"."""
    here = all_actors.index(actor)
    left = right = here
    while left > 0 and _are_linked(view, all_actors, left - 1):
        left -= 1
    while right + 1 < len(all_actors) and _are_linked(view, all_actors, right):
        right += 1
    while right > left and _only_comma(view, all_actors[right - 1], all_actors[right]):
        if here == right:
            left = right
        else:
            right -= 1
    return all_actors[left : right + 1]


def _are_linked(view: View, all_actors: list[Actor], at: int) -> bool:
    """Whether the actor at a position and the next one stand in one row: no clause of the next begins between."""
    one, other = all_actors[at], all_actors[at + 1]
    if not _linked(view, one, other):
        return False
    gap = [view.lower(i) for i in range(one.last, other.first)]
    if gap[:1] == [","] and "and" not in gap and view.lower(other.last) in _SAYING:
        return False  # "... and Putin, the White House said"
    if gap != [",", "and"] or view.lower(other.last) not in _DOING:
        return True
    before = all_actors[at - 1] if at else None
    return before is not None and _linked(view, before, one)


def _only_comma(view: View, one: Actor, other: Actor) -> bool:
    """Whether a comma alone parts two, which closes a phrase that opens the sentence: "After meeting Li, | Macron"."""
    opened = view.lower(0) in _OPENING or view.lower(0).endswith("ing")
    return opened and other.first - one.last == 1 and view.lower(one.last) == ","


def _linked(view: View, one: Actor, other: Actor) -> bool:
    gap = [view.lower(i) for i in range(one.last, other.first)]
    if view.lower(one.last - 1) in _SUFFIXES and gap[:1] == ["."]:
        gap = gap[1:]
    if gap[:1] == [","] and gap[1:2] and gap[1] in _SUFFIXES:
        gap = gap[3:] if gap[2:3] == ["."] else gap[2:]
    titled = other.party.kind == "person" and _is_title(view, one.last, other.first)
    if not titled and (not 0 < len(gap) <= 5 or not all(w in _LINKS for w in gap)):
        return False
    return not ("with" in gap and not {"along", "together"} & set(gap)) and not ("by" in gap and len(gap) == 1)


def _is_title(view: View, first: int, last: int) -> bool:
    """ ", and Deputy Minister for Energy of Fiji | Name": links, then only words of a long title."""
    if not 2 < last - first <= _LONGEST_TITLE or view.lower(first) not in (",", "and"):
        return False
    while first < last and view.lower(first) in (",", "and", "the"):
        first += 1
    words = [view.sentence.tokens[i].text for i in range(first, last)]
    return len(words) > 1 and all(w[:1].isupper() or w in ("of", "for", "and", "the", "'s", "-") for w in words)

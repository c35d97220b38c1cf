"""The words of which titles, states' names and bodies' names are made."""

from __future__ import annotations

from functools import cache

from wireledger.lexicon.parties import organisations, states
from wireledger.lexicon.roles import roles

_RANKS = frozenset("parliamentary presidential interim caretaker federal deputy vice acting".split())


@cache
def title_words() -> frozenset[str]:
    """The words of which titles of offices are made."""
    words = {word for role in roles() for word in role.surface.split()} - {"of", "for", "and", "in"}
    return frozenset(
        words
        | _RANKS
        | {"supreme", "counterpart", "counterparts", "colleague", "vice", "joint", "chiefs", "staff", "visiting"}
    )


@cache
def body_names() -> frozenset[tuple[str, ...]]:
    """The names of alliances and organisations, word by word."""
    return frozenset(tuple(name.lower().split()) for org in organisations() for name in (org.name, *org.aliases))


@cache
def state_words() -> frozenset[str]:
    """Every word of the names of states and of their adjectives."""
    names = {name for state in states() for name in (state.name, *state.aliases, *state.demonyms)}
    words = {word.lower() for name in names for word in name.split() if len(word) > 1}
    return frozenset(words - {"and", "of", "the", "republic", "islands"})


@cache
def side_codes() -> dict[str, str]:
    """The codes of states, alliances and organisations by their names and adjectives of one word."""
    found = {n: o.code for o in organisations() if not o.acts_for for n in (o.name, *o.aliases) if " " not in n}
    return found | {n: s.code for s in states() for n in (s.name, *s.aliases, *s.demonyms) if " " not in n}

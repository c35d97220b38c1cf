"""Those who act: states, alliances, organisations, forums, groups and persons, as a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartyKind = Literal["state", "alliance", "organisation", "forum", "group", "person"]
NamedBy = Literal["name", "demonym", "capital", "body", "office", "person", "generic", "pronoun"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party as mentioned: `code` is what it is, `acts_for` the state or organisation it speaks or gives for.

    A state is its ISO 3166 alpha-2 code in lower case; anything else is a slug. `acts_for` is the code itself for
    states and organisations, the holder's side for a body ("the Pentagon" -> us) or a person in office on the report's
    day, and None where it is not known.
    """

    code: str
    kind: PartyKind
    named_by: NamedBy
    acts_for: str | None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its name, with the country it lies in where that is known."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that can be given: the words for it, its category and, where the catalogue knows it, its model."""

    words: str
    category: str
    model: str | None = None
    strength: Literal["strong", "weak"] = "strong"

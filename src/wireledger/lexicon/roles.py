"""Words for offices and titles that stand before or behind a name, and the office they mean."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

RoleKind = Literal["leader", "minister", "spokesperson", "official", "military", "title"]


@dataclass(frozen=True, slots=True)
class Role:
    """A word for an office: `office` is the slug of the lexicon's offices, None where the word fits many."""

    surface: str
    office: str | None
    kind: RoleKind


@cache
def roles() -> tuple[Role, ...]:
    """All roles as the data file lists them."""
    text = (files("wireledger.lexicon") / "data" / "roles.csv").read_text(encoding="utf-8")
    return tuple(
        Role(row["surface"], row["office"] or None, cast(RoleKind, row["kind"]))
        for row in csv.DictReader(text.splitlines())
    )

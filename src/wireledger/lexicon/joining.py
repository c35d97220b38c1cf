"""Words that tell of a state on its way into or out of an alliance, and of those who are for or against it."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from wireledger.lexicon.meeting import DeedForm, verb_table
from wireledger.lexicon.tables import rows
from wireledger.model import MembershipStep

NounClass = Literal["member", "join", "bid", "application", "candidate", "talks", "protocols", "leave", "path"]


@cache
def membership_verbs() -> dict[str, tuple[DeedForm, ...]]:
    """Verbs of joining and leaving by their first word, the longest first."""
    return verb_table("membership_verbs.csv")


@cache
def membership_nouns() -> dict[str, tuple[tuple[tuple[str, ...], NounClass], ...]]:
    """Nouns of joining with their class by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], NounClass]]] = {}
    for row in rows("membership_nouns.csv"):
        words = tuple(row["words"].split())
        found.setdefault(words[0], []).append((words, cast(NounClass, row["class"])))
    return {first: tuple(sorted(some, key=lambda n: -len(n[0]))) for first, some in found.items()}


@cache
def attitudes(side: Literal["left", "right"]) -> dict[str, MembershipStep]:
    """Words that tell how far it came or who is for it, standing left or right of the words for joining."""
    return {
        row["word"]: cast(MembershipStep, row["step"])
        for row in rows("membership_words.csv")
        if row["side"] in (side, "both")
    }


@cache
def bodies_to_join() -> frozenset[str]:
    """The codes of forums and organisations, beside alliances and unions, that states join and leave."""
    return frozenset(row["code"] for row in rows("membership_bodies.csv"))


@cache
def act_verbs() -> dict[str, tuple[DeedForm, ...]]:
    """Verbs for what is done about a joining told of before ("ratified", "dropped its veto"), by their first word."""
    return verb_table("membership_act_verbs.csv")


@cache
def act_steps() -> dict[str, dict[str, str]]:
    """What a class of these verbs tells with an object; "" stands for no object, "follow" for the step told last."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("membership_acts.csv"):
        found.setdefault(row["class"], {})[row["object"]] = row["step"]
    return found

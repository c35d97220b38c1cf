"""Puts the trace of a claim into words: which row of which table fired, and what the features of a choice mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wireledger.extract.steps import TABLE, Row

_STEP = re.compile(r"step row (\S+)(?: at («.*»))?$")
_PARTY = re.compile(r"(donors|recipient) (.+), (said|carried|none), likely to ([\d.]+)(?:: (.*))?$")
_SCOPE = re.compile(r"scope (\w+) by (\S+?)(?:, weighed as (\w+) for (.*))?$")
_HELPED = re.compile(r"carried helped(\d)")
_FROM = {
    "last": "of the one told last", "package": "of the package told before", "list": "of the list's header",
    "speaker": "of who spoke last", "leader": "of the leader named last", "title": "of the title",
    "leaders": "of the leaders who met", "page": "of whose page it is", "head": "of the list's first thing",
}  # fmt: skip
_PLAIN = {
    "said": "named in the sentence",
    "carried": "named elsewhere",
    "several": "several in a row",
    "kind state": "a state",
    "kind person": "a person",
    "place before": "stands before it",
    "place between": "stands between the verb and it",
    "place behind": "stands behind it",
    "gave most": "gives most in the report",
    "is the helped": "the one the report is about helping",
    "nobody": "nobody fits better",
    "doer": "does it",
    "object": "is the object of it",
}
_SCOPED = {
    "nothing": "no word says otherwise",
    "topped": "something is given on top of it",
    "rises-to": "words of a sum that is reached",
    "another": "a word of more",
    "counted-up": "words that count up to now",
    "in-addition": "words of adding",
    "told-of": "a clause that only names it",
    "had": "a verb with had",
    "before-the-news": "words that set the deed before the news",
    "previous": "a word of earlier",
    "long-ago": "a day long before the report",
    "whole-of-a-part": "a part of it is the news",
    "background": "it stands far down and has no day",
    "thanked": "it is thanked for",
    "recounted": "it came, without a figure or a day",
    "of-the-list": "the thing it is listed with",
    "of-the-package": "the package it is a line of",
}
_HYPHENS = ("package-", "if-", "may-", "not-")


def in_words(trace: Iterable[str]) -> Iterator[str]:
    """The lines of a trace, each in words; the features of a statement in one line."""
    features: list[str] = []
    for line in trace:
        kind, colon, feature = line.partition(": ")
        if colon and kind == "statements":
            features += [feature] if feature != "always" else []
        else:
            yield _line(line)
    if features:
        yield f"features: {', '.join(features)}"


def _line(line: str) -> str:
    if (step := _STEP.match(line)) is not None:
        return _step(step[1], step[2])
    if (party := _PARTY.match(line)) is not None:
        part, who, how, chance, why = party.groups()
        where = {"said": "said here", "carried": "carried", "none": "not told"}[how]
        since = f", for: {'; '.join(map(feature_words, why.split(', ')))}" if why else ""
        return f"{part}: {who}, {where}, likely to {chance}{since}"
    if (scope := _SCOPE.match(line)) is not None:
        said, by, weighed, why = scope.groups()
        after = f"; weighed with where and how it is told: {weighed} ({why})" if weighed else ""
        return f"scope: {said}, for {_SCOPED.get(by, by)}{after}"
    return line


def _step(name: str, where: str | None) -> str:
    """The row that fired, with what it asks for and what it says."""
    at = f" at {where}" if where else ""
    row = _row(name)
    if row is None:
        return f"step: {name.replace('-', ' ')}{at}"
    asks = [f"verbs of {_cell(row.classes)}" if row.classes != "*" else "any verb"]
    asks += [f"in {_cell(row.tenses)}"] if row.tenses != "*" else []
    asks += [f"under a word of {_cell(row.controls)}"] if row.controls != "*" else []
    asks += {"yes": ["denied"], "no": ["not denied"], "*": []}[row.negated]
    return f"step: row {name} of the table of steps{at}: {', '.join(asks)} -> {row.step}, {row.mood}"


def _cell(words: str) -> str:
    return words.replace(" ", "/")


def _row(name: str) -> Row | None:
    """The row of a name, also where a package, a condition or a doubt changed it."""
    rows = {row.name: row for row in TABLE}
    bare = name
    for prefix in _HYPHENS:
        if bare not in rows:
            bare = bare.removeprefix(prefix)
    return rows.get(bare)


def feature_words(feature: str) -> str:
    """A feature of a choice in words: "doer | give" is who does it, where the verb is one of giving."""
    what, _, with_ = feature.partition(" | ")
    if (helped := _HELPED.match(what)) is not None:
        rank = int(helped[1])
        words = "the one the report is about helping" if rank == 0 else f"helped in the report, as number {rank + 1}"
    elif what.startswith("carried, named "):
        words = f"named {what.removeprefix('carried, named ')}"
    elif what.startswith("carried ") and what.split()[1] in _FROM:
        age = " ".join(what.split()[2:])
        words = f"that {_FROM[what.split()[1]]}" + (f" ({age})" if age else "")
    else:
        words = _PLAIN.get(what, what)
    return f"{words} [{with_}]" if with_ else words

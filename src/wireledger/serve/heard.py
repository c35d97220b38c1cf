"""Which reports of an entry speak with one voice, and why: copies, reports of one agency, reports of one outlet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from wireledger.serve.query import Told

Why = Literal["agency", "outlet", "copies"]


def heard(told: Told) -> dict[str, str]:
    """The independent voice of each report of an entry, named after the first of its reports."""
    root = {name: name for name in sorted(told.voices)}
    first: dict[tuple[str, str], str] = {}
    for name in root:
        for mark in _marks(name, told):
            _join(root, name, first.setdefault(mark, name))
    return {name: _root(root, name) for name in root}


def why_one(reports: set[str], told: Told) -> Why | None:
    """Why some reports are one voice; None for a report alone."""
    if len(reports) < 2:
        return None
    sources = [told.sources[name].source for name in reports if name in told.sources]
    if len({source.agency for source in sources} - {None}) == 1 and all(source.agency for source in sources):
        return "agency"
    return "outlet" if len({source.outlet for source in sources}) == 1 else "copies"


def _marks(name: str, told: Told) -> tuple[tuple[str, str], ...]:
    outline = told.sources.get(name)
    source = outline.source if outline else None
    host = urlsplit(source.url).netloc if source and source.url else None
    named = (("agency", source.agency), ("outlet", source.outlet or host)) if source else ()
    return (("voice", told.voices[name]), *((kind, of.casefold()) for kind, of in named if of))


def _root(root: Mapping[str, str], name: str) -> str:
    while root[name] != name:
        name = root[name]
    return name


def _join(root: dict[str, str], one: str, other: str) -> None:
    first, last = sorted((_root(root, one), _root(root, other)))
    root[last] = first

"""Who stands behind a name: the state of a person, the state of a place, the party whose page a report is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wireledger.lexicon.offices import persons
from wireledger.lexicon.parties import organisations, states
from wireledger.lexicon.places import places
from wireledger.lexicon.tables import rows
from wireledger.model import Report

_OFFICIAL = re.compile(
    r"\b(ministry|ministries|department|government|cabinet|chancellery|presidency|white house|commission|council|"
    r"embassy|armed forces|parliament|office of the)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """A name as a code: "Volodymyr Zelensky" -> "volodymyr-zelensky"."""
    return re.sub(r"[^\w]+", "-", name.strip().lower()).strip("-")


def state_of(party: str) -> str | None:
    """The state a person belongs to, a state itself; None where neither is known."""
    return party if len(party) == 2 and party.isalpha() else _people().get(slug(party))


def country_of(place: str | None) -> str | None:
    """The state a place is or lies in, by its last words that are known ("Mariinsky Palace, Kyiv"); else None."""
    return _country(place.lower()) if place else None


@cache
def seats() -> dict[str, str]:
    """The capitals whose name also stands for an organisation that has its seat there, with its code."""
    return {row["surface"]: row["party"] for row in rows("seats.csv")}


def speaks_for(report: Report) -> str | None:
    """The party whose page it is: as given, else an official body that the outlet's name tells with its state."""
    if report.source.speaks_for or not report.source.outlet:
        return report.source.speaks_for
    outlet = report.source.outlet
    return _named(outlet.lower()) if _OFFICIAL.search(outlet) else None


def whole_country(place: str) -> bool:
    """Whether a place is told as a country, or by a country's adjective ("Ukrainian capital")."""
    return any(" ".join(re.findall(r"\w+", name.lower())) in _lands() for name in (place, place.partition(" ")[0]))


@cache
def _lands() -> frozenset[str]:
    names = (n for s in states() for n in (s.name, *s.aliases, *s.demonyms))
    return frozenset(" ".join(re.findall(r"\w+", name.lower())) for name in names)


@lru_cache(maxsize=16384)
def _country(place: str) -> str | None:
    words = re.findall(r"\w+", place)
    for size in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - size, -1, -1):
            if found := _grounds().get(" ".join(words[start : start + size])):
                return found
    return None


@lru_cache(maxsize=4096)
def _named(words: str) -> str | None:
    found = {code for name, code in _parties().items() if re.search(rf"\b{re.escape(name)}\b", words)}
    return found.pop() if len(found) == 1 else None


@cache
def _people() -> dict[str, str]:
    return {
        slug(n): p.country for p in persons() if p.country for n in (p.id, p.name, *p.aliases) if " " in n or n == p.id
    }


@cache
def _parties() -> dict[str, str]:
    found = {o.name.lower(): o.code for o in organisations()}
    found |= {alias.lower(): o.code for o in organisations() for alias in o.aliases if len(alias) > 3}
    for state in states():
        found |= {name.lower(): state.code for name in (state.name, *state.demonyms) if len(name) > 3}
    return found | {"us": "us", "uk": "gb"}


@cache
def _grounds() -> dict[str, str]:
    found: dict[str, str] = {}
    for state in states():
        for name in (state.name, *state.demonyms, *state.capitals):
            found.setdefault(" ".join(re.findall(r"\w+", name.lower())), state.code)
    for place in places():
        for name in (place.name, *place.aliases):
            if place.country:
                found.setdefault(" ".join(re.findall(r"\w+", name.lower())), place.country)
    return found

"""One party: what it gives, gets, says and who it meets, its offices and memberships by date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.lexicon.offices import Office, offices, persons
from wireledger.lexicon.parties import Member, members, memberships
from wireledger.lexicon.register import Cover, covered_by, covered_on
from wireledger.lexicon.tables import holds_on
from wireledger.model import Entry
from wireledger.serve import rows
from wireledger.serve.answers import data
from wireledger.serve.asked import LIST_VALUES, once
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.faults import BadQuestion, NotThere
from wireledger.serve.front import today
from wireledger.serve.links import entry_link, party_link
from wireledger.serve.meetings import BODIES
from wireledger.serve.names import name
from wireledger.serve.newly import table
from wireledger.serve.pages import Pages
from wireledger.serve.parties import parts_at
from wireledger.serve.phrases import plain
from wireledger.serve.query import Ledger
from wireledger.serve.roles import ROLES, Role, day_of_entry, kind_of_party, known_parties, threads

COLUMNS = ("role", "id", "kind", "day", "sentence", "step", "independent", "link")
FEW, MOST = 6, 500  # entries of each part on the page of a party, and on the page of one part
WORDS = 3  # statements of a thread that the page of a party shows
GET = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the lists of the lexicon tell of a party: as it stands `on` a day, and by date."""

    on: date | None
    country: str | None
    offices: tuple[Office, ...]
    members: tuple[str, ...]
    belongs: tuple[Member, ...]
    accession: tuple[Member, ...]
    covers: tuple[Cover, ...]

    def holds(self, term: Office | Member) -> bool:
        """Whether it holds on the day."""
        return self.on is not None and holds_on(term.start, term.stop, self.on)


@dataclass(frozen=True, slots=True)
class Shown:
    """A party and the entries it has a part in; with `part` and `about`, only those."""

    code: str
    at: Clocks
    parts: Mapping[Role, tuple[Entry, ...]]
    part: Role | None
    about: str | None
    after: int = 0

    @property
    def size(self) -> int:
        """How many entries its one part has; nothing where all parts are shown."""
        return len(self.parts.get(self.part, ())) if self.part else 0

    def query(self, after: int) -> dict[str, str]:
        """The parameters of the page that begins behind so many entries of the part."""
        told = {"part": self.part, "about": self.about, "after": after}
        return {name_: str(value) for name_, value in told.items() if value}


def party(ledger: Ledger, pages: Pages) -> APIRouter:
    """The page of a party, and the same as data."""
    router = APIRouter()

    @router.api_route("/party/{code:whole}", methods=GET, include_in_schema=False)
    def shown(code: str, request: Request) -> Response:
        known = parts_at(ledger, asked_at(request)[0])
        form = next((form for form in (".json", ".csv") if code.endswith(form) and code not in known), "")
        told = _shown(ledger, code.removesuffix(form), request)
        return (
            FORMS[form](told, today(ledger.snapshot(told.at), told.at)) if form else _page(ledger, pages, request, told)
        )

    return router


def facts_of(code: str, on: date | None) -> Facts:
    """What the lists tell of a party."""
    country = next((person.country for person in persons() if person.id == code), None)
    terms = tuple(sorted((o for o in offices() if o.person == code), key=lambda o: o.start or date.min, reverse=True))
    of_alliance = tuple(m for m in memberships() if m.alliance == code and m.step != "joined")
    own = tuple(m for m in memberships() if m.member == code)
    ordered = tuple(sorted(own, key=lambda m: (m.alliance, m.start or date.min)))
    on_day = tuple(sorted(members(code, on), key=name)) if on else ()
    accession = tuple(sorted(of_alliance, key=lambda m: m.start or date.min))
    covers = covers_of(code, on) if on else ()
    return Facts(on, country, terms, on_day, ordered, accession, covers)


def covers_of(code: str, on: date) -> tuple[Cover, ...]:
    """Whom the guarantee of an alliance covers that day, or how a state stands to each guarantee; each with why."""
    if kind_of_party(code) == "state":
        return covered_by(code, on)
    return tuple(sorted(covered_on(code, on), key=lambda cover: name(cover.state)))


def _shown(ledger: Ledger, code: str, request: Request) -> Shown:
    at, pairs = asked_at(request)
    given = once(pairs, ("part", "about", "after"))
    if given.get("after") and not (given.get("part") or given.get("about")):
        raise BadQuestion("after is asked of one part: give part too")
    after = LIST_VALUES["after"]("after", given.get("after", "0"))
    if given.get("part") and given["part"] not in ROLES:
        raise BadQuestion(f"part={given['part']!r} is not known: it is one of {', '.join(ROLES)}")
    known = parts_at(ledger, at)
    if code not in known and kind_of_party(code) == "other":
        near = get_close_matches(code, [*known, *known_parties()], 3, 0.6)
        raise NotThere(f"no party has the code {code}", tuple((name(one), party_link(one)) for one in near))
    part = next((role for role in ROLES if role == given.get("part")), "says" if given.get("about") else None)
    return Shown(code, at, _kept(known.get(code, {}), part, given.get("about")), part, given.get("about"), after)


def _kept(
    parts: Mapping[Role, tuple[Entry, ...]], part: Role | None, about: str | None
) -> Mapping[Role, tuple[Entry, ...]]:
    kept = {role: told for role in ROLES if (told := parts.get(role)) and part in (None, role)}
    if about is None:
        return kept
    return {role: tuple(e for e in told if about in getattr(e.event, "about", ())) for role, told in kept.items()}


def _page(ledger: Ledger, pages: Pages, request: Request, told: Shown) -> Response:
    claim, most = ledger.claim_at(told.at), MOST if told.part else FEW
    on = today(ledger.snapshot(told.at), told.at)
    said = () if told.part else threads(told.parts.get("says", ()))
    return pages.page(
        request,
        "party.html",
        told_=told,
        code=told.code,
        kind=kind_of_party(told.code),
        facts=facts_of(told.code, on),
        parts={
            role: ([rows.row(e, claim) for e in all_[told.after : told.after + most]], len(all_))
            for role, all_ in told.parts.items()
        },
        earlier=told.query(max(0, told.after - most)) if told.after else None,
        later=told.query(told.after + most) if told.size > told.after + most else None,
        threads=[thread for thread in said if len(thread.entries) > 1][:FEW],
        words=WORDS,
        bodies=BODIES,
        day_of=day_of_entry,
    )


def _json(told: Shown, on: date | None) -> Response:
    facts = facts_of(told.code, on)
    return data(
        {
            "code": told.code,
            "name": name(told.code),
            "kind": kind_of_party(told.code),
            "on": on and on.isoformat(),
            "country": facts.country,
            "offices": [{"office": o.office, "of": o.of, **_days(o), "holds": facts.holds(o)} for o in facts.offices],
            "members": [*facts.members],
            "memberships": [_member(m, facts) for m in facts.belongs],
            "accession": [_member(m, facts) for m in facts.accession],
            "covers": [_cover(cover) for cover in facts.covers],
            "entries": {role: [_entry(role, entry) for entry in found] for role, found in told.parts.items()},
        }
    )


def _csv(told: Shown, _: date | None) -> Response:
    shapes = (_entry(role, entry) for role, found in told.parts.items() for entry in found)
    return table(COLUMNS, shapes, "party.csv")


FORMS = {".json": _json, ".csv": _csv}


def _entry(role: Role, entry: Entry) -> dict[str, Any]:
    day = day_of_entry(entry)
    return {
        "role": role,
        "id": entry.id,
        "kind": entry.kind,
        "day": day and day.isoformat(),
        "sentence": plain(entry.event),
        "step": entry.steps[-1].step if entry.steps else None,
        "independent": entry.independent,
        "link": entry_link(entry.id),
    }


def _member(told: Member, facts: Facts) -> dict[str, Any]:
    return {
        "alliance": told.alliance,
        "member": told.member,
        "step": told.step,
        **_days(told),
        "holds": facts.holds(told),
    }


def _cover(cover: Cover) -> dict[str, Any]:
    since = cover.since.isoformat() if cover.since else None
    ours = cover.guarantee
    shape = {"alliance": ours.alliance, "clause": ours.clause, "treaty": ours.treaty, "state": cover.state}
    return {**shape, "covered": cover.covered, "since": since, "why": cover.why}


def _days(term: Office | Member) -> dict[str, str | None]:
    ends = {"from": term.start, "to": term.stop}
    return {name_: day.isoformat() if day else None for name_, day in ends.items()}

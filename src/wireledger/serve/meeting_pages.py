"""The meetings of forums and alliances as a list, and the brief of each on a page that prints on one sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.serve.answers import data
from wireledger.serve.asked import LIMIT, LIST_VALUES, Asked, day_of, once
from wireledger.serve.brief import line_to_json
from wireledger.serve.clocks import Clocks, asked_at
from wireledger.serve.due import due_to_json
from wireledger.serve.faults import BadQuestion, NotThere
from wireledger.serve.fits import plain
from wireledger.serve.follow import followed
from wireledger.serve.front import range_words, sums_to_json, today
from wireledger.serve.links import meeting_link, party_link, with_query
from wireledger.serve.meetings import Meeting, Meetings, said_on, time_of
from wireledger.serve.names import name
from wireledger.serve.newly import table
from wireledger.serve.pages import Pages
from wireledger.serve.query import Ledger
from wireledger.serve.session import Session, contact_forms, left, lines_of, session_of

COLUMNS = ("body", "name", "from", "to", "places", "steps", "attended", "pledged", "independent", "link")
LINES = ("section", "id", "text", "report", "outlet", "quote")
TAKES = ("q", "body", "from", "to", "limit", "after")
MOST = 60  # lines of each section that a page shows; the data has them all
GET = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Asking:
    """Meetings whose body has the words of `q` in its name, or is `body`, within `start`..`stop` (half-open)."""

    at: Clocks
    q: str = ""
    body: str = ""
    start: date | None = None
    stop: date | None = None
    limit: int = LIMIT
    after: int = 0

    def query(self, **changed: object) -> dict[str, str]:
        """The parameters, without what is the default anyway and without the clocks."""
        told = {"q": self.q, "body": self.body, "from": self.start, "to": self.stop, "limit": self.limit}
        values = {**told, "after": self.after, **changed}
        return {key: str(value) for key, value in values.items() if value and (key, value) != ("limit", LIMIT)}


def meeting_pages(ledger: Ledger, pages: Pages) -> APIRouter:
    """The list of meetings and the brief of each, as pages and as data."""
    router = APIRouter()

    @router.api_route("/meetings", methods=GET, include_in_schema=False)
    def shown(request: Request) -> Response:
        asking = _asking(request)
        known = meetings_at(ledger, asking.at)
        found = _found(known, asking)
        later = asking.after + asking.limit
        return pages.page(
            request,
            "meetings.html",
            asking=asking,
            found=found[asking.after : later],
            total=len(found),
            bodies=sorted({m.body for m in known.all}, key=name),
            undated={body: told for body, told in known.undated.items() if asking.body == body},
            forms=contact_forms,
            follow=followed(Asked(kind="contact")),
            earlier=asking.query(after=max(0, asking.after - asking.limit)) if asking.after else None,
            later=asking.query(after=later) if later < len(found) else None,
        )

    @router.get("/meetings.json")
    def meetings_json(request: Request) -> Response:
        """Meetings, the latest first; takes q, body, from, to, limit, after."""
        asking = _asking(request)
        found, end = _found(meetings_at(ledger, asking.at), asking), asking.after + asking.limit
        more = with_query("/meetings.json", asking.query(after=end) | asking.at.query) if end < len(found) else None
        return data({"meetings": [_row(m) for m in found[asking.after : end]], "total": len(found), "next": more})

    @router.get("/meetings.csv")
    def meetings_csv(request: Request) -> Response:
        """The same as a table."""
        asking = _asking(request)
        found = _found(meetings_at(ledger, asking.at), asking)[asking.after : asking.after + asking.limit]
        return table(COLUMNS, (_row(meeting) for meeting in found), "meetings.csv")

    @router.api_route("/meeting/{body}/{days}", methods=GET, include_in_schema=False)
    def one(body: str, days: str, request: Request) -> Response:
        form = next((form for form in FORMS if days.endswith(form)), "")
        at, pairs = asked_at(request)
        once(pairs, ())
        session, on = _session(ledger, body, days.removesuffix(form), at)
        if form:
            return FORMS[form](ledger, session, at)
        return pages.page(request, "meeting.html", **_shown(session, on, ledger, at))

    return router


def meetings_at(ledger: Ledger, at: Clocks) -> Meetings:
    """The meetings of the ledger by its clocks."""
    return ledger.snapshot(at).kept("meetings", lambda shot: Meetings(shot.facets.entries))


def _asking(request: Request) -> Asking:
    at, pairs = asked_at(request)
    given = once(pairs, TAKES)
    start, stop = (day_of(key, given.pop(key)) if key in given else None for key in ("from", "to"))
    if start and stop and start >= stop:
        raise BadQuestion(f"from={start} is not before to={stop}")
    body = given.pop("body", "")
    return Asking(at, body=body, start=start, stop=stop, **{key: LIST_VALUES[key](key, v) for key, v in given.items()})


def _found(known: Meetings, asking: Asking) -> tuple[Meeting, ...]:
    needles = plain(asking.q).split()
    return tuple(
        m
        for m in (known.of(asking.body) if asking.body else known.all)
        if all(n in plain(f"{name(m.body)} {m.body} {' '.join(m.places)}") for n in needles)
        and (asking.start is None or (m.when.stop is not None and m.when.stop > asking.start))
        and (asking.stop is None or (m.when.start is not None and m.when.start < asking.stop))
    )


def _session(ledger: Ledger, body: str, days: str, at: Clocks) -> tuple[Session, date | None]:
    known, shot = meetings_at(ledger, at), ledger.snapshot(at)
    meeting = known.named(body, days)
    if meeting is None:
        near = tuple((f"{name(m.body)}, {m.name}", meeting_link(m.body, m.name)) for m in known.of(body)[:5])
        raise NotThere(f"no report tells of a meeting of {name(body)} in {days}", near)
    on = today(shot, at)
    return session_of(meeting, known, shot, on or date.max), on


def _shown(session: Session, on: date | None, ledger: Ledger, at: Clocks) -> dict[str, Any]:
    shot = ledger.snapshot(at)
    lines = lines_of(session, shot)
    others = [m for m in meetings_at(ledger, at).of(session.meeting.body) if m is not session.meeting]
    return {
        "session": session,
        "meeting": session.meeting,
        "on": on,
        "lines": {section: told[:MOST] for section, told in lines.items()},
        "counts": {section: len(told) for section, told in lines.items()},
        "figures": [one for one in session.sums if one.unknown < one.lines],
        "unknown": sum(one.unknown for one in session.sums),
        "left": left,
        "range_words": range_words,
        "forms": contact_forms(session.meeting),
        "said_on": said_on,
        "is_dated": lambda entry: time_of(entry) is not None,
        "outlet_of": lambda report: shot.view.source(report).outlet or report,
        "others": others[:MOST],
    }


def _row(meeting: Meeting) -> dict[str, Any]:
    start, stop = meeting.when.start, meeting.when.stop
    return {
        "body": meeting.body,
        "name": name(meeting.body),
        "from": start and start.isoformat(),
        "to": stop and stop.isoformat(),
        "places": [*meeting.places],
        "steps": [*contact_forms(meeting)],
        "attended": [*meeting.attended],
        "pledged": len(meeting.pledges),
        "independent": max((entry.independent for entry in meeting.entries), default=0),
        "link": meeting_link(meeting.body, meeting.name),
    }


def _json(ledger: Ledger, session: Session, at: Clocks) -> Response:
    view = ledger.snapshot(at).view
    told = lines_of(session, ledger.snapshot(at))
    attended = [
        {"code": code, "name": name(code), "link": party_link(code), "entries": [entry.id for entry in entries]}
        for code, entries in session.meeting.attended.items()
    ]
    return data(
        {
            **_row(session.meeting),
            "attended": attended,
            "sums": [{**sums_to_json(one), "open": _ends(left(one))} for one in session.sums],
            "due": [due_to_json(one, view) for one in session.dues.values()],
            "lines": [line_to_json(line, view) for lines in told.values() for line in lines],
        }
    )


def _ends(amount: Any) -> dict[str, float | None]:
    return {"low": amount.low, "high": amount.high}


def _csv(ledger: Ledger, session: Session, at: Clocks) -> Response:
    shot = ledger.snapshot(at)
    shapes = (line_to_json(line, shot.view) for lines in lines_of(session, shot).values() for line in lines)
    return table(LINES, (_with_claim(shape) for shape in shapes), "meeting.csv")


def _with_claim(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """A line with the first claim that it stands on."""
    first: Mapping[str, Any] = next(iter(shape["claims"]), {})
    return {**shape, **{key: first.get(key) for key in ("report", "outlet", "quote")}}


FORMS = {".json": _json, ".csv": _csv}

"""The pages as data: the same paths with .json (the list also .csv), the same filters."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from wireledger import __version__
from wireledger.model.wire import SCHEMA
from wireledger.serve.answers import data
from wireledger.serve.asked import Asked, Paged, list_asked, nothing_asked, query_of
from wireledger.serve.clocks import asked_at
from wireledger.serve.links import with_query
from wireledger.serve.query import Ledger
from wireledger.serve.shapes import outline_to_json, problem_to_json, read_to_json


def rest(ledger: Ledger) -> APIRouter:
    """The REST of a ledger."""
    router = APIRouter()

    @router.get("/reports.json")
    def reports(request: Request) -> Response:
        """Reports without their texts, latest first."""
        at, pairs = asked_at(request)
        asked = list_asked(pairs)
        found, total = ledger.reports(asked, at)
        shapes = [outline_to_json(outline) for outline in found]
        return data({"reports": shapes, "total": total, "next": _after(asked, "/reports.json", total)})

    @router.get("/problems.json")
    def problems(request: Request) -> Response:
        """What is wrong or doubtful in the data, and how often."""
        at, pairs = asked_at(request)
        asked = list_asked(pairs)
        listed = ledger.problems(asked, at)
        shapes = [problem_to_json(problem) for problem in listed.problems]
        more = _after(asked, "/problems.json", listed.total)
        return data({"problems": shapes, "total": listed.total, "codes": dict(listed.codes), "next": more})

    @router.get("/about.json")
    def about(request: Request) -> Response:
        """How much the ledger holds, and its release."""
        at, pairs = asked_at(request)
        nothing_asked(pairs)
        listed, (_, reports) = ledger.entries(Asked(limit=1), at), ledger.reports(Paged(limit=1), at)
        problems = ledger.problems(Paged(limit=1), at).total
        counts = {"entries": listed.total, "kinds": dict(listed.kinds), "reports": reports, "problems": problems}
        return data({"name": "wireledger", "version": __version__, "schema": SCHEMA, **counts})

    @router.get("/healthz")
    def healthz(request: Request) -> Response:
        """Whether the ledger can be read."""
        nothing_asked(asked_at(request)[1])
        ledger.store.entry("")
        return data({"status": "ok"})

    return router


def report_data(ledger: Ledger, name: str, request: Request) -> Response:
    """A report with its text and claims."""
    at, pairs = asked_at(request)
    nothing_asked(pairs)
    return data(read_to_json(ledger.report(name, at)))


def _after(asked: Paged, path: str, total: int) -> str | None:
    after = asked.after + asked.limit
    return with_query(path, query_of(asked, after=after)) if after < total else None

"""The log of decisions and the queue of questions, as a page and as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from wireledger.model import Claim
from wireledger.model.verdicts import judgement_to_json
from wireledger.serve.acts import Act, acts
from wireledger.serve.answers import csv_file, data
from wireledger.serve.asked import Paged, list_asked, once
from wireledger.serve.book import Decision
from wireledger.serve.cells import cell, written
from wireledger.serve.clocks import asked_at
from wireledger.serve.desks import Desks
from wireledger.serve.pages import Pages
from wireledger.serve.waiting import Question

GET = ["GET", "HEAD"]
QUESTION = ("question", "why", "stake", "doubt", "weight")
DECISION = ("id", "verdict", "by", "when", "stands", "claims", "why", "values", "words")


def review_log(desks: Desks, pages: Pages) -> APIRouter:
    """What was decided, latest first, and what waits."""
    router = APIRouter()

    @router.api_route("/review/log", methods=GET, include_in_schema=False)
    def log(request: Request) -> Response:
        asked, done = _within(request, "done"), request.query_params.get("done")
        told = acts(desks.decisions())[::-1]
        shown = told[asked.after : asked.after + asked.limit]
        session = desks.session(request)
        answer = pages.page(
            request,
            "review_log.html",
            asked=asked,
            total=len(told),
            acts=[(act, _claims(desks, act)) for act in shown],
            desk=desks.desk if session else None,
            form_word=desks.guard.form_word(session) if session and desks.guard else "",
            done=done,
        )
        answer.headers["Cache-Control"], answer.headers["Referrer-Policy"] = "no-store", "same-origin"
        return answer

    @router.get("/review/log.json")
    def log_json(request: Request) -> Response:
        """What persons decided, latest first: `decisions`, each with whether it stands, and `total`."""
        shown, total = _page(desks.decisions()[::-1], _within(request))
        return data({"decisions": [_decision(desks, one) for one in shown], "total": total})

    @router.get("/review/log.csv")
    def log_csv(request: Request) -> Response:
        """The same as a table."""
        shown, _ = _page(desks.decisions()[::-1], _within(request))
        return csv_file(_table(DECISION, (_decision(desks, one) for one in shown)), "decisions.csv")

    @router.get("/review.json")
    def queue_json(request: Request) -> Response:
        """What waits for a decision, the weightiest first: `questions` (takes limit and after) and `total`."""
        asked = _within(request)
        waiting, total = desks.open_questions()
        shown = waiting[asked.after : asked.after + asked.limit]
        return data({"questions": [_asked(one) for one in shown], "total": total})

    @router.get("/review.csv")
    def queue_csv(request: Request) -> Response:
        """The same as a table."""
        asked = _within(request)
        shown = desks.open_questions()[0][asked.after : asked.after + asked.limit]
        return csv_file(_table(QUESTION, map(_asked, shown)), "review.csv")

    return router


def _within(request: Request, *more: str) -> Paged:
    """Which part of a list is asked for: `limit` and `after`. Raises BadQuestion."""
    told = once(asked_at(request)[1], ("limit", "after", *more))
    return list_asked((name, value) for name, value in told.items() if name not in more)


def _page(told: Iterable[Decision], asked: Paged) -> tuple[list[Decision], int]:
    everything = list(told)
    return everything[asked.after : asked.after + asked.limit], len(everything)


def _claims(desks: Desks, act: Act) -> list[tuple[str, Claim | None]]:
    """The claims an act speaks of, each once."""
    told = act.undoes or act.judgements
    names = dict.fromkeys(n for j in told for n in (j.left, j.right) if n and j.verdict != "undone")
    return [(name, desks.ledger.store.claim(name)) for name in names]


def _asked(question: Question) -> dict[str, Any]:
    figures = {name: round(getattr(question, name), 4) for name in ("stake", "doubt", "weight")}
    return {"question": question.key, "claims": [*question.claims], "why": question.why, **figures}


def _decision(desks: Desks, one: Decision) -> dict[str, Any]:
    judgement = one.judgement
    names = (judgement.left, judgement.right)
    claims = {name: claim for name in names if name and (claim := desks.ledger.store.claim(name))}
    return {**judgement_to_json(judgement, claims), "stands": one.stands}


def _table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    return written([columns, *([cell(_flat(row.get(column))) for column in columns] for row in rows)])


def _flat(value: Any) -> Any:
    """The ids of claims in place of the claims."""
    return [one["id"] if isinstance(one, dict) else one for one in value] if isinstance(value, list) else value

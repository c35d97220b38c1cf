"""The ledger in a browser: pages and REST on one store."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.routing import Match

from wireledger.serve.answers import POLICY, data
from wireledger.serve.book import Book, Desk
from wireledger.serve.calendars import calendars
from wireledger.serve.clocks import Views
from wireledger.serve.compared import compared
from wireledger.serve.desks import Desks
from wireledger.serve.dues import dues
from wireledger.serve.entry import entry
from wireledger.serve.faults import Refused
from wireledger.serve.feeds import feeds
from wireledger.serve.front import front
from wireledger.serve.guard import Guard
from wireledger.serve.honesty import honesty
from wireledger.serve.lists import lists
from wireledger.serve.meeting_pages import meeting_pages
from wireledger.serve.newly import newly
from wireledger.serve.pages import Pages
from wireledger.serve.parties import parties
from wireledger.serve.party import party
from wireledger.serve.pictures import pictures
from wireledger.serve.query import Ledger
from wireledger.serve.questions import questions
from wireledger.serve.report import report
from wireledger.serve.rest import rest
from wireledger.serve.review import review
from wireledger.serve.review_log import review_log
from wireledger.serve.search import search
from wireledger.serve.tongue import Tongue
from wireledger.serve.web import web
from wireledger.serve.words import has, word
from wireledger.store.errors import StoreError
from wireledger.store.protocol import Store

STATIC = Path(__file__).parent / "static"


def app(
    store: Store,
    views: Views | None = None,
    book: Book | None = None,
    desk: Desk | None = None,
    guard: Guard | None = None,
) -> FastAPI:
    """Pages and REST that read `store`; nothing is asked of another host.

    With `views`, which tell the ledger by its clocks, totals, due, diff and brief can be asked too. With a `book`
    pages tell what persons decided; only with a `desk` and a `guard` that lets people at it is anything written.
    """
    register_url_convertor("whole", Whole())
    made = FastAPI(title="wireledger", description=word("site.claim"), docs_url=None, redoc_url=None)
    pages = Pages(cache(lambda path: _answers(made, path)))
    made.middleware("http")(_with_policy)
    made.add_middleware(Tongue)
    ledger = Ledger(store, views, desk or book)
    made.include_router(rest(ledger))
    made.include_router(entry(ledger, pages))
    made.include_router(lists(ledger, pages))
    made.include_router(pictures(ledger, pages))
    made.include_router(front(ledger, pages))
    made.include_router(search(ledger, pages))
    made.include_router(parties(ledger, pages))
    made.include_router(party(ledger, pages))
    made.include_router(meeting_pages(ledger, pages))
    made.include_router(newly(ledger, pages))
    made.include_router(feeds(ledger))
    made.include_router(calendars(ledger))
    made.include_router(dues(ledger, pages))
    if views:
        made.include_router(compared(ledger, pages))
        made.include_router(questions(views))
    desks = Desks(ledger, book, desk, guard)
    made.include_router(review_log(desks, pages))
    made.include_router(review(desks, pages))
    made.include_router(honesty(pages))
    made.include_router(report(ledger, pages))
    made.include_router(web(ledger, pages))
    made.mount("/static", StaticFiles(directory=STATIC), name="static")

    @made.exception_handler(Refused)
    def refused(request: Request, fault: Refused) -> Response:
        return _told(pages, request, fault.status, fault)

    @made.exception_handler(HTTPException)
    def no_route(request: Request, fault: HTTPException) -> Response:
        message = word("fault.no_page") if fault.status_code == 404 else str(fault.detail)
        return _told(pages, request, fault.status_code, Refused(message))

    @made.exception_handler(StoreError)
    def store_fault(request: Request, fault: StoreError) -> Response:
        return _told(pages, request, 503, Refused(str(fault)))

    return made


class Whole(Convertor[str]):
    """The rest of an address as the name of a thing, whatever characters it has: slashes, and breaks of lines."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        """The name as it is."""
        return value

    def to_string(self, value: str) -> str:
        """The same."""
        return value


def _told(pages: Pages, request: Request, status: int, fault: Refused) -> Response:
    if request.url.path.endswith((".json", ".csv")):
        hints = [{"text": text, "href": href} for text, href in fault.hints]
        return data({"error": fault.message, "status": status, "hints": hints}, status)
    title = word(f"fault.{status}" if has(f"fault.{status}") else "fault.other")
    return pages.page(request, "fault.html", status, title=title, fault=fault, code=status)


def _answers(made: FastAPI, path: str) -> bool:
    """Whether an address is one of this site."""
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    return any(route.matches(scope)[0] is Match.FULL for route in made.routes)


async def _with_policy(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    answer = await call(request)
    own = {"Cache-Control": "no-cache"} if not request.url.path.startswith("/static/") else {}
    for name, value in {**POLICY, **own}.items():
        answer.headers.setdefault(name, value)
    return answer

"""Templates filled, sent whole: with the navigation, the clocks and the words that every page has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from wireledger.serve import amounts, days, evidence, links, marked, names, phrases, rows, tongue, words
from wireledger.serve.answers import page
from wireledger.serve.asked import query_of
from wireledger.serve.clocks import CLOCKS, NOW, Clocks, asked_at, carried
from wireledger.serve.faults import BadQuestion
from wireledger.serve.fits import in_doubt

NAVIGATION = (
    *(
        ("front", "/"),
        ("pledges", "/pledges"),
        ("pictures", "/matrix"),
        ("contacts", "/contacts"),
        ("statements", "/statements"),
    ),
    *(("memberships", "/memberships"), ("parties", "/parties"), ("changes", "/changes"), ("due", "/due")),
    *(("review", "/review"), ("about", "/about")),
)
"""What stands at the top of every page, in this order; an address that this site does not have is left out."""
OF_THE_PAGE = frozenset({*CLOCKS, "after", "before"})
"""Parameters that another time does not keep."""


class Pages:
    """Templates with the words and helpers they use; `has` tells which addresses this site answers."""

    def __init__(self, has: Callable[[str], bool]) -> None:
        loader = PackageLoader("wireledger.serve")
        self._made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        self._made.lstrip_blocks = True
        self._made.globals.update(HELPERS)
        self._made.filters.update(slug=slug, told_interval_words=days.told_interval_words)
        self._has = has

    def page(self, request: Request, template: str, status: int = 200, **shown: Any) -> Response:
        """A page at the clocks that the request sets, which all its links carry on."""
        at = _clocks(request)
        asked = [pair for pair in request.query_params.multi_items() if pair[0] not in OF_THE_PAGE]
        path = "/" + request.url.path.lstrip("/")  # two slashes in front would name another host
        return page(self.html(template, at, path, kept=asked if status == 200 else [], **shown), status)

    def html(self, template: str, at: Clocks, path: str, **shown: Any) -> str:
        """The text of a page at an address and by its clocks, without a request."""
        frame = {"at": at, "path": path, "kept": [], "navigation": [pair for pair in NAVIGATION if self._has(pair[1])]}
        return carried(self._made.get_template(template).render(**{**frame, **shown}), at)


def slug(text: str) -> str:
    """A text as the name of a class in the style sheet."""
    return "".join(c if c.isascii() and c.isalnum() else "_" for c in text)


def _clocks(request: Request) -> Clocks:
    """The clocks of a request; as it stands for the page that refuses one."""
    try:
        return asked_at(request)[0]
    except BadQuestion:
        return NOW


HELPERS: Mapping[str, Any] = {
    "word": words.word,
    "has": words.has,
    "percent": amounts.percent,
    "language": words.language,
    "languages": tuple(words.LANGUAGES),
    "in_language": tongue.in_language,
    "told": words.told,
    "counted": words.counted,
    "name": names.name,
    "day_words": days.day_words,
    "short_day": days.short_day,
    "interval_words": days.interval_words,
    "number": amounts.number,
    "plain": phrases.plain,
    "entry_link": links.entry_link,
    "party_link": links.party_link,
    "meeting_link": links.meeting_link,
    "report_link": links.report_link,
    "words_link": links.words_link,
    "web_link": links.web_link,
    "with_query": links.with_query,
    "query_of": query_of,
    "in_doubt": in_doubt,
    "stands": rows.stands,
    "values": evidence.values,
    "colour": marked.colour,
}

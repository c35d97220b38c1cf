"""The two clocks of a question: the day on which the ledger is to be true, the day by which reports had told it.

Every page takes both (`as-of`, `known-on`), and every link of a page carries them on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlencode

from fastapi import Request

from wireledger.serve.asked import day_of, once
from wireledger.serve.view import View

Views = Callable[[date | None, date | None], View]
"""The ledger as it was known on a day and as the world was on a day; None for either clock as it stands."""
TRUE, KNOWN = "as-of", "known-on"
CLOCKS = (TRUE, KNOWN)
LINK = re.compile(r' (href)="(/(?!/|static/)[^"#]*)(#[^"]*)?"(?! data-clock)')
FORM = re.compile(r"<form\b(?![^>]*data-clock)[^>]*\bmethod=\"get\"[^>]*>")


@dataclass(frozen=True, slots=True)
class Clocks:
    """`true`: as the world was on that day; `known`: as reports had told it by then. None: as it stands."""

    true: date | None = None
    known: date | None = None

    def __bool__(self) -> bool:
        return self.true is not None or self.known is not None

    @property
    def query(self) -> dict[str, str]:
        """The parameters that set them."""
        told = ((TRUE, self.true), (KNOWN, self.known))
        return {name: day.isoformat() for name, day in told if day}


NOW = Clocks()


def asked_at(request: Request) -> tuple[Clocks, tuple[tuple[str, str], ...]]:
    """The clocks that an address sets, and what else it asks. Raises BadQuestion for what is no day."""
    told = request.query_params.multi_items()
    days = once((pair for pair in told if pair[0] in CLOCKS), CLOCKS)
    true, known = (day_of(name, days[name]) if name in days else None for name in CLOCKS)
    return Clocks(true, known), tuple(pair for pair in told if pair[0] not in CLOCKS)


def carried(html: str, at: Clocks) -> str:
    """The page with the clocks in each of its own links and forms, but for those marked as the clock's own."""
    if not at:
        return html
    fields = "".join(f'<input type="hidden" name="{name}" value="{day}">' for name, day in at.query.items())
    return FORM.sub(lambda form: form.group() + fields, LINK.sub(lambda link: _with_clocks(link, at), html))


def _with_clocks(link: re.Match[str], at: Clocks) -> str:
    name, path, place = link.groups()
    told = urlencode({clock: day for clock, day in at.query.items() if f"{clock}=" not in path})
    joined = path + (("&amp;" if "?" in path else "?") + escape(told) if told else "")
    return f' {name}="{joined}{place or ""}"'

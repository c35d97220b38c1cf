"""What the review is asked: addresses, and forms that were sent, each checked."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from fastapi import Request

from wireledger.serve.faults import BadQuestion, Refused

LARGEST = 64 * 1024  # bytes of a form


class ReadOnly(Refused):
    """Nobody may write here."""

    status = 403


class NoEntry(Refused):
    """A form without a session, or from elsewhere."""

    status = 403


class Moved(Refused):
    """What was decided on is not there as it was shown."""

    status = 409


async def form_of(request: Request) -> Mapping[str, str]:
    """The fields of a form, each told once. Raises BadQuestion."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise BadQuestion("a form is sent as application/x-www-form-urlencoded")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise BadQuestion(f"the form is larger than {LARGEST} bytes")
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=100)
    told = dict(pairs)
    if len(told) != len(pairs):
        raise BadQuestion("a field of the form is told twice")
    return told


def must(form: Mapping[str, str], name: str) -> str:
    """A field that a form has to have. Raises BadQuestion."""
    if not form.get(name):
        raise BadQuestion(f"the form has no {name!r}")
    return form[name]

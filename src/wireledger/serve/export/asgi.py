"""Asks the pages inside this process: what they answer, without a server, a port or a client."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from wireledger.serve.tongue import App

Message = MutableMapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page answered."""

    status: int
    type: str
    body: bytes


class Asker:
    """Asks an application for one address after another, in one language."""

    def __init__(self, app: App, language: str, runner: asyncio.Runner) -> None:
        self._app, self._language, self._runner = app, language, runner

    def get(self, address: str) -> Answer:
        """The answer of an address ("/pledges?donor=dk")."""
        return self._runner.run(self._got(address))

    async def _got(self, address: str) -> Answer:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._app(self._scope(address), receive, send)
        head = next(message for message in sent if message["type"] == "http.response.start")
        types = [value for name, value in head["headers"] if name.lower() == b"content-type"]
        body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
        return Answer(int(head["status"]), b"".join(types).decode("latin-1"), body)

    def _scope(self, address: str) -> Message:
        parts = urlsplit(address)
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "server": ("localhost", 80),
            "root_path": "",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode("ascii", "replace"),
            "query_string": parts.query.encode("ascii", "replace"),
            "headers": [(b"host", b"localhost"), (b"accept-language", self._language.encode("ascii"))],
        }


@contextmanager
def asking(app: App, language: str) -> Iterator[Asker]:
    """Asks an application as long as the block lasts."""
    with asyncio.Runner() as runner:
        yield Asker(app, language, runner)

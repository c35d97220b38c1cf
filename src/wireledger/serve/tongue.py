"""The language of each answer: asked in the address (?lang=de), else kept in a cookie, else what the browser prefers.

An address that carries `lang` sets the cookie; the pages behind do not see the parameter.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from contextvars import ContextVar
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode

from babel import negotiate_locale

from wireledger.serve.words import LANGUAGES, speaking

COOKIE = "lang"
KEPT = 365 * 24 * 3600  # seconds
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
_address: ContextVar[tuple[tuple[str, str], ...]] = ContextVar("address", default=())


def in_language(code: str) -> str:
    """The address of the page that is asked for now, in another language."""
    return "?" + urlencode([*_address.get(), ("lang", code)], encoding="latin-1")


class Tongue:
    """Around an application: it answers in the language that was asked for."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; the cookie is set where the address asks."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = _taken_from(scope)
        chosen = asked or _kept(scope) or _preferred(scope)

        async def told(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_headers(chosen, asked)]
            await send(message)

        with speaking(chosen):
            await self.app(scope, receive, told)


def _taken_from(scope: Scope) -> str | None:
    """The language an address asks for, which is taken out of it; one that is not spoken stays, and is refused."""
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True, encoding="latin-1")
    asked: list[str] = [value for name, value in pairs if name == "lang"]
    rest = [pair for pair in pairs if pair[0] != "lang"]
    _address.set(tuple(rest))
    if len(asked) != 1 or asked[0] not in LANGUAGES:
        return None
    scope["query_string"] = urlencode(rest, encoding="latin-1").encode("latin-1")
    return asked[0]


def _kept(scope: Scope) -> str | None:
    try:
        morsel = SimpleCookie(_header(scope, b"cookie")).get(COOKIE)
    except CookieError:
        return None
    return str(morsel.value) if morsel and morsel.value in LANGUAGES else None


def _preferred(scope: Scope) -> str:
    """The first language of Accept-Language, by its weights, that is spoken; else English."""
    told = [part.strip().split(";") for part in _header(scope, b"accept-language").split(",") if part.strip()]
    ranked = sorted(((_weight(more), code.strip()) for code, *more in told), key=lambda pair: -pair[0])
    return negotiate_locale([code for weight, code in ranked if weight > 0], [*LANGUAGES], sep="-") or "en"


def _weight(more: list[str]) -> float:
    try:
        return next((float(one.strip()[2:]) for one in more if one.strip().startswith("q=")), 1.0)
    except ValueError:
        return 0.0


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _headers(chosen: str, asked: str | None) -> list[tuple[bytes, bytes]]:
    found = [(b"content-language", chosen.encode()), (b"vary", b"Accept-Language, Cookie")]
    if asked:
        found.append((b"set-cookie", f"{COOKIE}={asked}; Max-Age={KEPT}; Path=/; SameSite=Lax; HttpOnly".encode()))
    return found

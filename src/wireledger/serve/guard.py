"""Who may write: a token opens a session in a cookie, and every form carries a word that only its session knows.

Nothing is kept here: a session's cookie is `moment.nonce.signature`, signed with the token, so that a new token closes
all sessions. All comparisons take the same time whatever is wrong.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from fastapi import Request, Response

COOKIE = "wireledger"
LASTS = 12 * 3600  # seconds that a session lasts
SHORTEST = 20  # characters of a token: fewer could be guessed


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the token. `clock` tells when a session ends."""

    token: str
    clock: Callable[[], datetime]

    def opens(self, given: str) -> bool:
        """Whether this is the token."""
        return hmac.compare_digest(given.strip().encode(), self.token.encode())

    def begin(self, request: Request, answer: Response) -> None:
        """Give the browser a session."""
        told = f"{int(self.clock().timestamp())}.{secrets.token_urlsafe(18)}"
        secure = request.url.scheme == "https"
        answer.set_cookie(
            COOKIE, f"{told}.{self._signed('session', told)}", LASTS, secure=secure, httponly=True, samesite="strict"
        )

    def end(self, answer: Response) -> None:
        """Take the session away from the browser."""
        answer.delete_cookie(COOKIE, httponly=True, samesite="strict")

    def session(self, request: Request) -> str | None:
        """The session of a request; None where there is none that stands."""
        told, _, signature = request.cookies.get(COOKIE, "").rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signed("session", told).encode()):
            return None
        age = self.clock().timestamp() - int(told.partition(".")[0])
        return told if -60 <= age <= LASTS else None

    def form_word(self, session: str) -> str:
        """What forms of a session carry."""
        return self._signed("form", session)

    def knows(self, session: str, word: str) -> bool:
        """Whether a form is one of this session."""
        return hmac.compare_digest(word.encode(), self.form_word(session).encode())

    def _signed(self, use: str, told: str) -> str:
        return hmac.new(self.token.encode(), f"{use}\n{told}".encode(), hashlib.sha256).hexdigest()


def from_here(request: Request) -> bool:
    """Whether a form was sent from a page of this site, as far as the browser tells."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host") != ""

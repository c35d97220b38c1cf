"""What a page cannot answer, as one small tree of exceptions.

Refused           the status, what is wrong, and what may help
  BadQuestion     400: a parameter that is not known, or a value that does not fit
  NotThere        404: nothing has this id
"""

from __future__ import annotations


class Refused(Exception):  # noqa: N818
    """An answer that is no page: `hints` are (words, address) of pages that may help."""

    status = 400

    def __init__(self, message: str, hints: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hints = hints


class BadQuestion(Refused):
    """The address asks for what cannot be asked."""

    status = 400


class NotThere(Refused):
    """Nothing has this id."""

    status = 404

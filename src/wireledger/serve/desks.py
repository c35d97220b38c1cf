"""What the pages of the review work with: the queue, the book of decisions, and, where there is a token, the desk."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request

from wireledger.model import Entry, Judgement
from wireledger.serve.book import Book, Decision, Desk
from wireledger.serve.guard import Guard
from wireledger.serve.phrases import plain
from wireledger.serve.query import Ledger
from wireledger.serve.shown_review import Shown
from wireledger.serve.waiting import Question, Waiting, open_questions


class Desks:
    """`desk` and `guard` are None on a site that is only read; `book` is the desk where there is one."""

    def __init__(self, ledger: Ledger, book: Book | None, desk: Desk | None = None, guard: Guard | None = None) -> None:
        self.ledger = ledger
        self.book: Book | None = desk or book
        self.desk, self.guard = desk, guard
        self.waiting = Waiting(ledger, desk.settled if desk else lambda: True)
        self.shown = Shown(ledger.store, self.book, self._holder)
        if desk:
            desk.when_settled(self.waiting.renew)

    def decisions(self) -> Sequence[Decision]:
        """All that persons decided."""
        return self.book.decisions() if self.book else ()

    def judgements(self) -> list[Judgement]:
        """All that persons decided, as it was recorded."""
        return [one.judgement for one in self.decisions()]

    def open_questions(self) -> tuple[Sequence[Question], int]:
        """What waits, and how much in all."""
        return open_questions(self.waiting.asking(), self.decisions())

    def session(self, request: Request) -> str | None:
        """The session of a request that may write."""
        return self.guard.session(request) if self.guard and self.desk else None

    def line(self, question: Question) -> str:
        """A question in a line: the entries that it is about."""
        return " / ".join(self._plain(name) for name in question.claims)

    def _plain(self, name: str) -> str:
        holder = self._holder(name)
        return plain(holder.event) if holder else name

    def _holder(self, claim: str) -> Entry | None:
        """The entry that a claim stood in when the queue was made."""
        return self.waiting.asking().holders.get(claim)

"""Lets the entries of a ledger follow decisions in the background: many made in a row cost one working out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Condition, Thread

from wireledger.pipeline.resolving import resolved
from wireledger.store.errors import StoreError
from wireledger.store.protocol import Store

QUIET = 1.5  # seconds without a decision before the entries are worked out
log = logging.getLogger(__name__)


class Following:
    """One thread that brings the entries up to date once nobody has decided for a moment; `then` is done after it."""

    def __init__(self, store: Store, clock: Callable[[], datetime], quiet: float = QUIET) -> None:
        self.store = store
        self.then: list[Callable[[], None]] = []
        self._clock, self._quiet = clock, quiet
        self._asked = self._done = 0
        self._closing = False
        self._turn = Condition()
        self._thread: Thread | None = None

    def soon(self) -> None:
        """Something was decided."""
        with self._turn:
            self._asked += 1
            if self._thread is None:
                self._thread = Thread(target=self._follow, name="entries follow", daemon=True)
                self._thread.start()
            self._turn.notify_all()

    def settled(self) -> bool:
        """Whether the entries have followed all that was decided."""
        with self._turn:
            return self._asked == self._done

    def close(self) -> None:
        """Work out what is open, and end."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        if self._thread:
            self._thread.join()

    def _follow(self) -> None:
        while (asked := self._next()) is not None:
            try:
                resolved(self.store, self._clock())
            except StoreError as fault:  # the decisions are kept: the next one, or the next start, tries again
                log.warning("the entries did not follow the decisions: %s", fault)
            with self._turn:
                self._done = asked
            for then in self.then:
                then()

    def _next(self) -> int | None:
        """What to work out next, once it is quiet; None at the end."""
        with self._turn:
            while self._asked == self._done and not self._closing:
                self._turn.wait()
            asked = None
            while asked != self._asked and not self._closing:
                asked = self._asked
                self._turn.wait(self._quiet)
            return None if self._asked == self._done else self._asked

"""What is made of a ledger and kept while it does not change; made anew in the background where that takes long."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from threading import Lock, Thread
from time import sleep
from typing import Generic, Protocol, TypeVar

from wireledger.store.errors import StoreError

T = TypeVar("T")
S = TypeVar("S")
Pace = Callable[[Iterable[S]], Iterator[S]]
SLICE, BREATH = 100, 0.003  # things looked at between two breaths, and the seconds that one takes
REST = 10.0  # seconds between two makings in the background: a ledger that many reports come into changes all the time
log = logging.getLogger(__name__)


class Make(Protocol[T]):
    """Makes it; in the background with what stood before, to be made ready for what that was asked."""

    def __call__(self, before: T | None) -> T: ...


class Renewing(Generic[T]):
    """Keeps what `make` makes until `revision` changes (None: it cannot tell, and nothing is kept).

    What is `small` is made anew before it is given. Of anything else the old one is given meanwhile.
    """

    def __init__(
        self, make: Make[T], revision: Callable[[], object | None], small: Callable[[T], bool], rest: float = REST
    ) -> None:
        self._make, self._revision, self._small, self._rest = make, revision, small, rest
        self._kept: tuple[object, T] | None = None
        self._making, self._renewing = Lock(), Lock()

    def now(self) -> T:
        """It, as it stands or stood a moment ago."""
        revision = self._revision()
        with self._making:
            kept = self._kept
            if kept is None or ((revision is None or kept[0] != revision) and self._small(kept[1])):
                self._kept = kept = (revision, self._make(None))
        if kept[0] != revision and self._renewing.acquire(blocking=False):
            Thread(target=self._renew, args=(kept[1],), name="ledger anew", daemon=True).start()
        return kept[1]

    def settle(self) -> None:
        """Wait for what is made in the background."""
        with self._renewing:
            pass

    def _renew(self, before: T) -> None:
        try:
            revision = self._revision()
            self._kept = (revision, self._make(before))
            del before
            gc.collect()
            sleep(self._rest)
        except StoreError as fault:  # the old one serves on, and whoever asks next has it tried again
            log.warning("the ledger could not be read anew: %s", fault)
        finally:
            self._renewing.release()


def at_once(found: Iterable[S]) -> Iterator[S]:
    """All of them, without a breath."""
    return iter(found)


def breathing(found: Iterable[S]) -> Iterator[S]:
    """All of them, with a breath now and then in which those who wait for a page are served."""
    for number, one in enumerate(found):
        if number % SLICE == 0:
            sleep(BREATH)
        yield one

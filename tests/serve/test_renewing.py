"""A large ledger is gathered anew in the background; whoever asks meanwhile is answered by the one before."""

from __future__ import annotations

from threading import Event

import pytest
from tests.serve.ledger import NOW, made

from wireledger.model import Report, Source
from wireledger.serve.asked import Asked, Paged
from wireledger.serve.query import Keeping, Ledger
from wireledger.serve.renewing import SLICE, Renewing, breathing
from wireledger.store.errors import StoreError


class Counter:
    """A thing of which another revision is made by each call; `gate` holds up all but the first."""

    def __init__(self) -> None:
        self.revision, self.made, self.before = 1, 0, None
        self.gate, self.started = Event(), Event()

    def make(self, before: int | None) -> int:
        self.made += 1
        self.before = before
        if before is not None:
            self.started.set()
            assert self.gate.wait(20)
        return self.revision

    def kept(self, small: bool) -> Renewing[int]:
        return Renewing(self.make, lambda: self.revision, lambda _: small, 0)


def test_what_is_small_is_made_anew_before_it_is_given() -> None:
    counter = Counter()
    kept = counter.kept(small=True)
    assert [kept.now(), kept.now()] == [1, 1]
    counter.revision = 2
    assert kept.now() == 2
    assert (counter.made, counter.before) == (2, None)


def test_the_old_one_is_given_until_the_new_one_is_ready() -> None:
    counter = Counter()
    kept = counter.kept(small=False)
    assert kept.now() == 1
    counter.revision = 2
    assert kept.now() == 1
    assert counter.started.wait(20)
    assert [kept.now(), kept.now()] == [1, 1]
    counter.gate.set()
    kept.settle()
    assert kept.now() == 2
    assert (counter.made, counter.before) == (2, 1), "one in the background, however many ask"


def test_what_cannot_be_read_leaves_the_old_one_and_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    revision, faults = 1, [StoreError("gone"), None]

    def make(before: int | None) -> int:
        if before is not None and (fault := faults.pop(0)):
            raise fault
        return revision

    kept: Renewing[int] = Renewing(make, lambda: revision, lambda _: False, 0)
    assert kept.now() == 1
    revision = 2
    for _ in range(2):
        assert kept.now() == 1
        kept.settle()
    assert kept.now() == 2
    assert "gone" in caplog.text


def test_what_has_no_revision_is_never_kept() -> None:
    counter = Counter()
    kept: Renewing[int] = Renewing(counter.make, lambda: None, lambda _: True, 0)
    kept.now()
    kept.now()
    assert counter.made == 2


def test_breathing_leaves_nothing_out() -> None:
    assert list(breathing(range(2 * SLICE + 1))) == list(range(2 * SLICE + 1))


def test_a_large_ledger_has_ready_what_was_asked_of_the_one_before() -> None:
    store = made()
    ledger = Ledger(store, keeping=Keeping(at_once=0, rest=0))
    first = ledger.snapshot()
    ledger.entries(Asked(order="count", donor="nl", q="leopard"))
    assert first.kept("number", lambda one: len(one.outlines())) == len(first.outlines())
    _, reports = ledger.reports(Paged())
    store.add(Report("new", "Nothing is pledged.", Source("the Harbor Courier")), [], NOW)
    assert ledger.snapshot() is first
    ledger.settle()
    second = ledger.snapshot()
    assert second is not first
    assert ledger.reports(Paged())[1] == reports + 1
    assert second.kept("number", lambda one: -1) == reports + 1, "it was made before it was asked for"
    assert second.facets.names == first.facets.names
    assert {"_gathered", "ranked"} <= vars(second).keys()

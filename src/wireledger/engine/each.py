"""Runs one function over many values, here or in a pool of processes; a value that fails becomes one Problem.

Results come in the order of the values, and values are taken only as fast as results are: a stream of any length needs
the memory of `AHEAD` chunks a process. This is the house's only place that catches every exception.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from typing import Generic, TypeVar

from wireledger.model import Problem

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 16  # values sent to a process at once; no more than these are not worth a pool
AHEAD = 3  # chunks under way for each process
ORPHANED = 1.0  # seconds between looks at whether the parent still lives


def each(
    function: Callable[[T], R], values: Iterable[T], jobs: int = 1, name: Callable[[T], str] = str
) -> Iterator[R | Problem]:
    """What `function` makes of each value, in order; a Problem ("failed", where: `name(value)`) for one it fails on.

    With `jobs` above 1, function, values and results must pickle. A process that dies takes only the value along that
    it worked on: the others of its chunk are tried again, each in a process of its own.
    """
    attempt = partial(_attempt, function, name)
    rest = iter(values)
    if jobs <= 1:
        return map(attempt, rest)
    first = list(islice(rest, CHUNK + 1))
    if len(first) <= CHUNK:
        return map(attempt, first)
    return _pooled(attempt, chain(first, rest), jobs, name)


def _attempt(function: Callable[[T], R], name: Callable[[T], str], value: T) -> R | Problem:
    try:
        return function(value)
    except Exception as error:
        return Problem("failed", f"could not be worked on: {type(error).__name__}: {error}", name(value))


def _pooled(
    attempt: Callable[[T], R | Problem], values: Iterable[T], jobs: int, name: Callable[[T], str]
) -> Iterator[R | Problem]:
    crew = _Crew(attempt, jobs)
    chunks = _chunks(iter(values))
    under_way: deque[tuple[list[T], Future[list[R | Problem]]]] = deque()
    try:
        while True:
            under_way.extend((c, crew.send(c)) for c in islice(chunks, jobs * AHEAD - len(under_way)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                crew.renew()
                under_way = deque((c, crew.send(c)) for c, _ in under_way)
                results = [_alone(attempt, value, name) for value in chunk]
            yield from results
    finally:
        crew.dismiss()


class _Crew(Generic[T, R]):
    """A pool of processes that is replaced when one of them dies."""

    def __init__(self, attempt: Callable[[T], R | Problem], jobs: int) -> None:
        self.attempt, self.jobs = attempt, jobs
        self.pool = _pool(jobs)

    def send(self, chunk: list[T]) -> Future[list[R | Problem]]:
        """The results to come of a chunk."""
        try:
            return self.pool.submit(_all, self.attempt, chunk)
        except BrokenProcessPool:
            self.renew()
            return self.pool.submit(_all, self.attempt, chunk)

    def renew(self) -> None:
        """Go on with new processes."""
        self.dismiss()
        self.pool = _pool(self.jobs)

    def dismiss(self) -> None:
        """Let the processes end when they are done with what they work on."""
        self.pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn: the same on every system, and safe beside threads
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _settle_in, (os.getpid(),))


def _settle_in(parent: int) -> None:
    # Ctrl-C reaches all processes of a terminal; the one that gives out the work decides what it means
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    # a killed parent tells nobody: without this its processes would wait for work for ever
    while os.getppid() == parent:
        time.sleep(ORPHANED)
    os._exit(1)


def _chunks(values: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(values, CHUNK)):
        yield chunk


def _all(attempt: Callable[[T], R | Problem], chunk: list[T]) -> list[R | Problem]:
    return [attempt(value) for value in chunk]


def _alone(attempt: Callable[[T], R | Problem], value: T, name: Callable[[T], str]) -> R | Problem:
    with _pool(1) as pool:
        try:
            return pool.submit(attempt, value).result()
        except BrokenProcessPool:
            return Problem("failed", "the process that worked on it died", name(value))

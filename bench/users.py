"""Users of a site: each asks for one page a second, of each kind in turn, and notes how long it took to come."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

FIRST = 5  # pages of each kind that are asked for before anything is noted
PATIENCE = 30  # seconds until an answer that does not come has failed


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of page and the addresses of some."""

    name: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for a page: its status (0: none came) and the seconds until the last byte."""

    route: str
    status: int
    seconds: float


def asked(base: str, routes: Sequence[Route], users: int, seconds: float) -> list[Answer]:
    """What all users saw, who came evenly spread over the first second."""
    for route in routes:  # a site that was just started has everything to gather yet
        for path in route.paths[:FIRST]:
            _answer(base, route, path)
    start = time.perf_counter()
    with ThreadPoolExecutor(users) as crowd:
        each = [crowd.submit(_user, base, routes, start + n / users, start + seconds, n) for n in range(users)]
    return [answer for one in each for answer in one.result()]


def _user(base: str, routes: Sequence[Route], start: float, end: float, number: int) -> list[Answer]:
    rng, found, turn = random.Random(number), [], number
    while start < end:
        time.sleep(max(0.0, start - time.perf_counter()))
        route = routes[turn % len(routes)]
        found.append(_answer(base, route, rng.choice(route.paths)))
        start, turn = start + 1, turn + 1
    return found


def _answer(base: str, route: Route, path: str) -> Answer:
    start, status = time.perf_counter(), 0
    connection = HTTPConnection(urlsplit(base).netloc, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        status = answer.status
    except (OSError, HTTPException):
        status = 0
    finally:
        connection.close()
    return Answer(route.name, status, time.perf_counter() - start)

"""Values by a key."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def grouped(key: Callable[[T], K], values: Iterable[T]) -> dict[K, list[T]]:
    """The values under their keys; keys in the order they first come, values in the order they were given."""
    groups: dict[K, list[T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups

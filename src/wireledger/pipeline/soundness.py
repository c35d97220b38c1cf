"""Whether a ledger's entries are what its reports, claims and judgements come to, worked out anew from the start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from wireledger.model import Entry
from wireledger.pipeline.adding import rules
from wireledger.pipeline.resolving import TRIES, resolved
from wireledger.resolve import resolve
from wireledger.store.marks import STANDING, WAITING
from wireledger.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Soundness:
    """The number of entries; which of them (by id) differ from what is worked out anew, and which reports' voices do.

    `behind` tells that the ledger itself knows that it is not up to date: it was worked out by another release, or
    reports came that are not looked at yet.
    """

    entries: int
    differing: tuple[str, ...]
    voices: tuple[str, ...]
    behind: bool

    @property
    def sound(self) -> bool:
        """Whether nothing differs."""
        return not (self.differing or self.voices)


def soundness(store: Store) -> Soundness:
    """How the entries stand to what they would be if all were worked out anew. Nothing is changed.

    Where others write meanwhile, it is looked at once more.
    """
    for _ in range(TRIES):
        seen = store.revision()
        found = _compared(store)
        if store.revision() == seen:
            break
    return found


def mended(store: Store, now: datetime) -> tuple[int, int]:
    """Work out all entries anew: how many opened and closed."""
    store.unmark(STANDING)
    return resolved(store, now)[:2]


def _compared(store: Store) -> Soundness:
    anew = resolve(tuple(store.reports()), tuple(store.claims()), tuple(store.judgements()))
    held, heard = {entry.id: _timeless(entry) for entry in store.entries()}, store.voices()
    wanted = {entry.id: entry for entry in anew.entries}
    differing = sorted(name for name in held.keys() | wanted.keys() if held.get(name) != wanted.get(name))
    voices = sorted(name for name, voice in anew.voices.items() if heard.get(name) != voice)
    standing = [mark.name for mark in store.marked(STANDING)]
    behind = bool(store.marked(WAITING, 1)) or bool(standing and standing != [rules()])
    return Soundness(len(held), tuple(differing), tuple(voices), behind)


def _timeless(entry: Entry) -> Entry:
    return replace(entry, recorded=None)

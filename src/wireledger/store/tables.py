"""The book of record in tables: what SQLite and PostgreSQL do alike, in the SQL that both understand.

`?` stands for a value. Names and ids are compared byte by byte, so that every store has the same order.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from wireledger.model import Claim, Entry, Judgement, Problem, Report
from wireledger.model.ledger import RULE
from wireledger.store import bodies
from wireledger.store.gist import Gist
from wireledger.store.marks import STANDING, WAITING, Mark
from wireledger.store.versions import as_version

PAGE = 500  # rows fetched at a time: no cursor stays open while a caller works on them
MOST = 2**62  # rows of an answer that has no limit
IN_ORDER = (
    "SELECT body, report, start, id FROM claims WHERE (report, start, id) > (?, ?, ?)"
    " ORDER BY report, start, id LIMIT ?"
)
FACE = "INSERT INTO faces VALUES (?, ?) ON CONFLICT (line) DO UPDATE SET body = excluded.body"
NEVER = "9999-12-31"  # sorts what has no day behind what has one
Row = tuple[Any, ...]


class TableStore(ABC):
    """Keeps the promises of Store in tables; how they are reached is left to each database."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """One transaction: all of it or nothing, and nobody else writes meanwhile; inside another, part of that."""

    @abstractmethod
    def revision(self) -> object:
        """Another value whenever anything in the ledger may have changed."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the ledger."""

    @abstractmethod
    def _run(self, sql: str, rows: Iterable[Row]) -> None:
        """Do `sql` once for each row of values."""

    @abstractmethod
    def _rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of an answer."""

    def add(self, report: Report, claims: Sequence[Claim], now: datetime) -> bool:
        """Keep a report with its claims in one transaction; False when that text of that report is there already."""
        name = report.id
        with self.writing():
            if self.has(name, report.digest):
                return False
            if self._rows("SELECT 1 FROM reports WHERE id = ?", _key(name)):
                report, claims, problem = as_version(report, claims)
                self.note([problem], now)
            row = (_key(report.id), _key(name), report.digest, bodies.report_body(report), bodies.stamp(now))
            self._run("INSERT INTO reports VALUES (?, ?, ?, ?, ?)", [row])
            self._tell({claim.id: claim for claim in claims})
            self.mark([Mark(WAITING, report.id)])
        return True

    def reread(self, report: str, claims: Sequence[Claim], now: datetime) -> bool:
        """Make `claims` all that is read in a report; False when it is not there or nothing is read anew."""
        fresh = {claim.id: claim for claim in claims}
        with self.writing():
            told: dict[str, str] = dict(self._rows("SELECT id, body FROM claims WHERE report = ?", _key(report)))
            unchanged = {name for name, claim in fresh.items() if told.get(name) == bodies.claim_body(claim)}
            if unchanged == told.keys() == fresh.keys() or self.report(report) is None:
                return False
            gone = sorted(told.keys() - unchanged)
            past = "INSERT INTO past_claims (id, body, closed) SELECT id, body, ? FROM claims WHERE id = ?"
            self._run(past, ((bodies.stamp(now), name) for name in gone))
            self._run("DELETE FROM claims WHERE id = ?", ((name,) for name in gone))
            self._tell({name: claim for name, claim in fresh.items() if name not in unchanged})
            self.unmark(STANDING)
        return True

    def has(self, report: str, digest: str) -> bool:
        """Whether this text of this report is in the ledger."""
        return bool(self._rows("SELECT 1 FROM reports WHERE name = ? AND digest = ?", _key(report), digest))

    def reports(self) -> Iterator[Report]:
        """All reports in order of their id."""
        sql = "SELECT body, id FROM reports WHERE id > ? ORDER BY id LIMIT ?"
        yield from (bodies.report_of(body) for body, *_ in self._pages(sql, ("",)))

    def report(self, report: str) -> Report | None:
        """One report by its id."""
        found = self._rows("SELECT body FROM reports WHERE id = ?", _key(report))
        return bodies.report_of(found[0][0]) if found else None

    def claims(self, report: str | None = None) -> Iterator[Claim]:
        """All claims, or those of one report, in order of report and place."""
        if report is None:
            rows = self._pages(IN_ORDER, ("", -1, ""))
        else:
            rows = iter(self._rows("SELECT body FROM claims WHERE report = ? ORDER BY start, id", _key(report)))
        yield from (bodies.claim_of(body) for body, *_ in rows)

    def claim(self, claim: str) -> Claim | None:
        """One claim by its id, also one that stands only in the past."""
        found = self._rows("SELECT body FROM claims WHERE id = ?", _key(claim))
        past = "SELECT body FROM past_claims WHERE id = ? ORDER BY number DESC LIMIT 1"
        found = found or self._rows(past, _key(claim))
        return bodies.claim_of(found[0][0]) if found else None

    def gists(self) -> Iterator[Gist]:
        """The gist of each claim, in their order."""
        yield from (bodies.gist_of(body) for body, *_ in self._pages(IN_ORDER, ("", -1, "")))

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement for ever; one already kept is not kept twice."""
        row = (bodies.judgement_body(judgement),)
        with self.writing():
            self._run("INSERT INTO judgements (body) VALUES (?) ON CONFLICT DO NOTHING", [row])
            if judgement.by != RULE:
                self.unmark(STANDING)

    def judgements(self, after: int = 0) -> Iterator[Judgement]:
        """All judgements in the order they were made, without the first `after`."""
        for (body,) in self._rows("SELECT body FROM judgements ORDER BY number LIMIT ? OFFSET ?", MOST, after):
            yield bodies.judgement_of(body)

    def replace(
        self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str] | None = None
    ) -> tuple[int, int]:
        """Make `entries` the current ones; returns (opened, closed)."""
        with self.writing():
            current: dict[str, str] = dict(self._rows("SELECT id, body FROM entries WHERE closed IS NULL"))
            changed = self._change(entries, current, now)
            self._run("DELETE FROM marks", [()])
            self._run("DELETE FROM faces", [()])
            if voices is not None:
                self._run("DELETE FROM voices", [()])
                self._give(voices)
        return changed

    def amend(self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str]) -> tuple[int, int]:
        """Make some entries current beside the others, tell the voices of some reports; returns (opened, closed)."""
        some, sql = tuple(entries), "SELECT id, body FROM entries WHERE id = ? AND closed IS NULL"
        with self.writing():
            current: dict[str, str] = dict(row for entry in some for row in self._rows(sql, _key(entry.id)))
            self._give(voices)
            return self._change(some, current, now)

    def mark(self, marks: Iterable[Mark]) -> None:
        """Keep marks; one already kept is not kept twice."""
        with self.writing():
            self._run("INSERT INTO marks VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", map(_mark_row, marks))

    def unmark(self, number: int) -> None:
        """Forget what is marked with a number."""
        with self.writing():
            self._run("DELETE FROM marks WHERE number = ?", [(number,)])

    def erase(self, marks: Iterable[Mark]) -> None:
        """Forget some marks."""
        columns = ("number", "day", "report", "anchor", "start", "name")
        sql = f"DELETE FROM marks WHERE {' AND '.join(f'{column} = ?' for column in columns)}"
        with self.writing():
            self._run(sql, map(_mark_row, marks))

    def marked(self, number: int, most: int | None = None, last_first: bool = False) -> list[Mark]:
        """What is marked with a number, in order of place, or backwards; at most so many."""
        way = " DESC" if last_first else ""
        order = ", ".join(f"{column}{way}" for column in ("day", "report", "anchor", "start", "name"))
        sql = f"SELECT number, name, day, report, anchor, start FROM marks WHERE number = ? ORDER BY {order}"
        rows = self._rows(sql, number) if most is None else self._rows(f"{sql} LIMIT ?", number, most)
        return [Mark(*row) for row in rows]

    def show(self, faces: Iterable[tuple[str, str]]) -> None:
        """Keep faces of lines by the id of their first claim, each in place of the one before."""
        with self.writing():
            self._run(FACE, faces)

    def face(self, line: str) -> str | None:
        """The face of a line, by the id of its first claim."""
        found = self._rows("SELECT body FROM faces WHERE line = ?", line)
        return str(found[0][0]) if found else None

    def entries(self, recorded_by: datetime | None = None) -> Iterator[Entry]:
        """Entries as they stood in the ledger at a moment (default: now), in order of first report and id."""
        sql = "SELECT body, recorded FROM entries WHERE {} ORDER BY first_reported, id"
        if recorded_by is None:
            rows = self._rows(sql.format("closed IS NULL"))
        else:
            moment = bodies.stamp(recorded_by)
            rows = self._rows(sql.format("recorded <= ? AND (closed IS NULL OR closed > ?)"), moment, moment)
        yield from (bodies.entry_of(*row) for row in rows)

    def entry(self, entry: str) -> Entry | None:
        """The entry an id opens; an id that was ever shown keeps opening its entry."""
        past = self._rows("SELECT first_claim FROM entries WHERE id = ? ORDER BY number DESC LIMIT 1", _key(entry))
        if not past:
            return None
        now = "SELECT e.body, e.recorded FROM entries e WHERE e.id = ? AND e.closed IS NULL"
        heir = (
            "SELECT e.body, e.recorded FROM holders h JOIN entries e ON e.id = h.entry AND e.closed IS NULL"
            " WHERE h.claim = ? ORDER BY h.checks, e.first_reported, e.id LIMIT 1"
        )
        last = "SELECT body, recorded FROM entries WHERE id = ? ORDER BY number DESC LIMIT 1"
        found = self._rows(now, _key(entry)) or self._rows(heir, past[0][0]) or self._rows(last, _key(entry))
        return bodies.entry_of(*found[0])

    def holding(self, claim: str) -> Entry | None:
        """The entry that a claim stands in; those that it only checks are none."""
        sql = (
            "SELECT e.body, e.recorded FROM holders h JOIN entries e ON e.id = h.entry AND e.closed IS NULL"
            " WHERE h.claim = ? AND h.checks = 0"
        )
        found = self._rows(sql, _key(claim))
        return bodies.entry_of(*found[0]) if found else None

    def voice(self, report: str) -> str:
        """The voice of one report."""
        found = self._rows("SELECT voice FROM voices WHERE report = ?", _key(report))
        return str(found[0][0]) if found else report

    def voices(self) -> dict[str, str]:
        """The voice each report (by id) belongs to; its own id while nobody told another."""
        sql = "SELECT r.id, coalesce(v.voice, r.id) FROM reports r LEFT JOIN voices v ON v.report = r.id ORDER BY r.id"
        return dict(self._rows(sql))

    def note(self, problems: Iterable[Problem], now: datetime) -> None:
        """Keep problems; one already kept is not kept twice."""
        rows = [(json.dumps(bodies.problem_shape(problem)), bodies.stamp(now)) for problem in problems]
        with self.writing():
            self._run("INSERT INTO problems (body, noted) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)

    def problems(self) -> Iterator[Problem]:
        """All problems in the order they were noted."""
        for (body,) in self._rows("SELECT body FROM problems ORDER BY number"):
            yield bodies.problem_of(json.loads(body))

    def _tell(self, claims: Mapping[str, Claim]) -> None:
        places = (
            (name, _key(claim.evidence.report), claim.evidence.span.start, bodies.claim_body(claim))
            for name, claim in claims.items()
        )
        self._run("INSERT INTO claims VALUES (?, ?, ?, ?)", places)

    def _give(self, voices: Mapping[str, str]) -> None:
        self._run("INSERT INTO voices VALUES (?, ?)", ((_key(r), _key(voice)) for r, voice in voices.items()))

    def _change(self, entries: Iterable[Entry], current: Mapping[str, str], now: datetime) -> tuple[int, int]:
        """Close those of `current` (id to body) that `entries` do not repeat, and open what is new among these."""
        wanted = {entry.id: (entry, bodies.entry_body(entry)) for entry in entries}
        gone = [name for name, body in current.items() if name not in wanted or wanted[name][1] != body]
        close = "UPDATE entries SET closed = ? WHERE id = ? AND closed IS NULL"
        self._run(close, ((bodies.stamp(now), name) for name in gone))
        self._run("DELETE FROM holders WHERE entry = ?", ((name,) for name in gone))
        fresh = [pair for name, pair in wanted.items() if current.get(name) != pair[1]]
        self._open(fresh, now)
        return len(fresh), len(gone)

    def _open(self, fresh: Sequence[tuple[Entry, str]], now: datetime) -> None:
        columns = "(id, first_reported, first_claim, body, recorded)"
        self._run(f"INSERT INTO entries {columns} VALUES (?, ?, ?, ?, ?)", (_entry_row(*pair, now) for pair in fresh))
        held = (
            (claim, entry.id, checks)
            for entry, _ in fresh
            for claims, checks in ((entry.claims, 0), (entry.checks, 1))
            for claim in claims
        )
        self._run("INSERT INTO holders VALUES (?, ?, ?) ON CONFLICT DO NOTHING", held)

    def _pages(self, sql: str, after: Row) -> Iterator[Row]:
        """The rows of `sql`, which asks for those behind a key; the key stands in the columns behind the first."""
        while rows := self._rows(sql, *after, PAGE):
            yield from rows
            after = rows[-1][1:]


def _entry_row(entry: Entry, body: str, now: datetime) -> Row:
    day = entry.first_reported.isoformat() if entry.first_reported else NEVER
    return (entry.id, day, entry.claims[0] if entry.claims else "", body, bodies.stamp(now))


def _mark_row(mark: Mark) -> Row:
    return (mark.number, mark.day, _key(mark.report), mark.anchor, mark.start, _key(mark.name))


def _key(text: str) -> str:
    """A text by which rows are found: what a database cannot keep (lone surrogates, NUL) is written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")

"""A ledger in one SQLite file: append-only, one transaction a report, safe to kill at any moment."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any

from wireledger.model import Claim, Entry, Judgement, Problem, Report
from wireledger.store import bodies
from wireledger.store.connection import connected
from wireledger.store.errors import from_sqlite
from wireledger.store.versions import as_version

PAGE = 500  # rows fetched at a time: no cursor stays open while a caller works on them
NEVER = "9999-12-31"  # sorts what has no day behind what has one


class SqliteStore:
    """Keeps the promises of Store in the file at `path`; threads may share it."""

    def __init__(self, path: Path, create: bool = True) -> None:
        self._where = str(path)
        self._connection = connected(path, create)
        self._lock = RLock()

    def add(self, report: Report, claims: Sequence[Claim], now: datetime) -> bool:
        """Keep a report with its claims in one transaction; False when that text of that report is there already."""
        name = report.id
        with self._writing():
            if self.has(name, report.digest):
                return False
            if self._rows("SELECT 1 FROM reports WHERE id = ?", _key(name)):
                report, claims, problem = as_version(report, claims)
                self.note([problem], now)
            row = (_key(report.id), _key(name), report.digest, bodies.report_body(report), bodies.stamp(now))
            self._run("INSERT INTO reports VALUES (?, ?, ?, ?, ?)", row)
            self._tell({claim.id: claim for claim in claims})
        return True

    def reread(self, report: str, claims: Sequence[Claim], now: datetime) -> bool:
        """Make `claims` all that is read in a report; False when it is not there or nothing is read anew."""
        fresh = {claim.id: claim for claim in claims}
        with self._writing():
            told = dict(self._rows("SELECT id, body FROM claims WHERE report = ?", _key(report)))
            unchanged = {name for name, claim in fresh.items() if told.get(name) == bodies.claim_body(claim)}
            if unchanged == told.keys() == fresh.keys() or self.report(report) is None:
                return False
            for name in told.keys() - unchanged:
                past = "INSERT INTO past_claims (id, body, closed) SELECT id, body, ? FROM claims WHERE id = ?"
                self._run(past, (bodies.stamp(now), name))
                self._run("DELETE FROM claims WHERE id = ?", (name,))
            self._tell({name: claim for name, claim in fresh.items() if name not in unchanged})
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
            sql = "SELECT body, report, start, id FROM claims WHERE (report, start, id) > (?, ?, ?)"
            rows = self._pages(f"{sql} ORDER BY report, start, id LIMIT ?", ("", -1, ""))
        else:
            rows = iter(self._rows("SELECT body FROM claims WHERE report = ? ORDER BY start, id", _key(report)))
        yield from (bodies.claim_of(body) for body, *_ in rows)

    def claim(self, claim: str) -> Claim | None:
        """One claim by its id, also one that stands only in the past."""
        found = self._rows("SELECT body FROM claims WHERE id = ?", _key(claim))
        past = "SELECT body FROM past_claims WHERE id = ? ORDER BY number DESC LIMIT 1"
        found = found or self._rows(past, _key(claim))
        return bodies.claim_of(found[0][0]) if found else None

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement for ever; one already kept is not kept twice."""
        row = (bodies.judgement_body(judgement),)
        with self._writing():
            self._run("INSERT INTO judgements (body) VALUES (?) ON CONFLICT DO NOTHING", row)

    def judgements(self) -> Iterator[Judgement]:
        """All judgements in the order they were made."""
        for (body,) in self._rows("SELECT body FROM judgements ORDER BY number"):
            yield bodies.judgement_of(body)

    def replace(
        self, entries: Iterable[Entry], now: datetime, voices: Mapping[str, str] | None = None
    ) -> tuple[int, int]:
        """Make `entries` the current ones; returns (opened, closed)."""
        wanted = {entry.id: (entry, bodies.entry_body(entry)) for entry in entries}
        with self._writing():
            current = dict(self._rows("SELECT id, body FROM entries WHERE closed IS NULL"))
            gone = [name for name, body in current.items() if name not in wanted or wanted[name][1] != body]
            for name in gone:
                close = "UPDATE entries SET closed = ? WHERE id = ? AND closed IS NULL"
                self._run(close, (bodies.stamp(now), name))
                self._run("DELETE FROM holders WHERE entry = ?", (name,))
            fresh = [pair for name, pair in wanted.items() if current.get(name) != pair[1]]
            for entry, body in fresh:
                self._open(entry, body, now)
            if voices is not None:
                self._run("DELETE FROM voices", ())
                for report, voice in voices.items():
                    self._run("INSERT INTO voices VALUES (?, ?)", (_key(report), _key(voice)))
        return len(fresh), len(gone)

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

    def voices(self) -> dict[str, str]:
        """The voice each report (by id) belongs to; its own id while nobody told another."""
        sql = "SELECT r.id, coalesce(v.voice, r.id) FROM reports r LEFT JOIN voices v ON v.report = r.id ORDER BY r.id"
        return dict(self._rows(sql))

    def note(self, problems: Iterable[Problem], now: datetime) -> None:
        """Keep problems; one already kept is not kept twice."""
        with self._writing():
            for problem in problems:
                row = (json.dumps(bodies.problem_shape(problem)), bodies.stamp(now))
                self._run("INSERT INTO problems (body, noted) VALUES (?, ?) ON CONFLICT DO NOTHING", row)

    def problems(self) -> Iterator[Problem]:
        """All problems in the order they were noted."""
        for (body,) in self._rows("SELECT body FROM problems ORDER BY number"):
            yield bodies.problem_of(json.loads(body))

    def revision(self) -> object:
        """What others changed (the file's version as this connection sees it), and what it changed itself."""
        return (self._rows("PRAGMA data_version")[0][0], self._connection.total_changes)

    def close(self) -> None:
        """Let go of the ledger."""
        self._connection.close()

    def _tell(self, claims: Mapping[str, Claim]) -> None:
        for name, claim in claims.items():
            place = (name, _key(claim.evidence.report), claim.evidence.span.start, bodies.claim_body(claim))
            self._run("INSERT INTO claims VALUES (?, ?, ?, ?)", place)

    def _open(self, entry: Entry, body: str, now: datetime) -> None:
        day = entry.first_reported.isoformat() if entry.first_reported else NEVER
        row = (entry.id, day, entry.claims[0] if entry.claims else "", body, bodies.stamp(now))
        columns = "(id, first_reported, first_claim, body, recorded)"
        self._run(f"INSERT INTO entries {columns} VALUES (?, ?, ?, ?, ?)", row)
        for claims, checks in ((entry.claims, 0), (entry.checks, 1)):
            for claim in claims:
                self._run("INSERT OR IGNORE INTO holders VALUES (?, ?, ?)", (claim, entry.id, checks))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing; inside another one, part of that."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._run("BEGIN IMMEDIATE", ())
            try:
                yield
                self._run("COMMIT", ())
            except BaseException:
                self._connection.rollback()
                raise

    def _run(self, sql: str, values: tuple[object, ...]) -> None:
        try:
            self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise from_sqlite(error, self._where) from None

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise from_sqlite(error, self._where) from None

    def _pages(self, sql: str, after: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        """The rows of `sql`, which asks for those behind a key; the key stands in the columns behind the first."""
        while rows := self._rows(sql, *after, PAGE):
            yield from rows
            after = rows[-1][1:]


def _key(text: str) -> str:
    """A text by which rows are found: what SQLite cannot keep (lone surrogates) is written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

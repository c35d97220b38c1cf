"""A short digest of some days: what reports newly told, and what is due, each line with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wireledger.model import Claim, Entry
from wireledger.model.wire import Json
from wireledger.serve.amounts import bounded, number
from wireledger.serve.changes import Change, changes
from wireledger.serve.days import day_words, interval_words
from wireledger.serve.due import Due, due
from wireledger.serve.phrases import plain
from wireledger.serve.view import View

SECTIONS = {"pledge": "Help", "contact": "Visits, meetings and calls", "membership": "Alliances", "statement": "Said"}
QUIET = frozenset({"voices", "may be told twice", "counts in totals"})  # changes that a short digest leaves out


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a digest: its section, a sentence, and the claims it stands on."""

    section: str
    entry: Entry
    text: str
    claims: tuple[Claim, ...]


def brief(old: View, new: View, entries: Iterable[Entry], first: date, day: date) -> tuple[Line, ...]:
    """What the new view tells beyond the old one, and what became due or past due from `first` to `day`."""
    asked = tuple(entries)
    told = [_line(change) for change in changes(old, new, asked) if change.what not in QUIET]
    dates = [due_line(one, new) for one in due(asked, new, day) if _turns(one, first, day)]
    order = [*SECTIONS.values(), "Due"]
    return tuple(sorted([*told, *dates], key=lambda line: order.index(line.section)))


def brief_text(lines: tuple[Line, ...], view: View, first: date, day: date) -> str:
    """The digest as plain text."""
    days = day_words(day) if first == day else f"{day_words(first)} to {day_words(day)}"
    out = [f"What the reports told: {days}"]
    section = None
    for line in lines:
        if line.section != section:
            section = line.section
            out += ["", section]
        out.append(f"- {line.text}  ({', '.join(_sources(line, view))})")
    if not lines:
        out += ["", "Nothing new."]
    return "\n".join(out)


def line_to_json(line: Line, view: View) -> Json:
    """A line as an object."""
    claims = [
        {"report": c.evidence.report, "claim": c.id, "quote": c.evidence.quote, "start": c.evidence.span.start,
         "stop": c.evidence.span.stop, "outlet": view.source(c.evidence.report).outlet}
        for c in line.claims
    ]  # fmt: skip
    return {"section": line.section, "id": line.entry.id, "text": line.text, "claims": claims}


def _line(change: Change) -> Line:
    entry, sentence = change.entry, plain(change.entry.event)
    if change.what == "new":
        text = sentence
    elif change.step:
        amount = bounded(number(change.step.low), number(change.step.high))
        days = [interval_words(change.step.when)] if change.step.when else []
        text = f"{sentence}: {', '.join([' '.join(w for w in (amount, change.step.step) if w), *days])}"
    elif change.before is None:
        text = f"{sentence}: {change.what} {change.after}"
    else:
        text = f"{sentence}: {change.what} {change.before or 'not known'} -> {change.after or 'not known'}"
    return Line(SECTIONS[entry.kind], entry, text, change.claims)


def due_line(one: Due, view: View) -> Line:
    """The time of a pledge and how it stands, with the claim that tells the time."""
    when = interval_words(one.event.due.interval if one.event.due else None)
    claim = view.claims.get(one.claim or "")
    text = f"{plain(one.event)}: {one.standing}, told for {when}"
    return Line("Due", one.entry, text, (claim,) if claim else ())


def _turns(one: Due, first: date, day: date) -> bool:
    """Whether its time began or ended within the days."""
    when = one.event.due.interval if one.event.due else None
    if when is None or one.standing not in ("due", "no report found"):
        return False
    edges = [edge for edge in (when.start, when.stop) if edge]
    return any(first <= edge <= day for edge in edges)


def _sources(line: Line, view: View) -> tuple[str, ...]:
    named = ((view.source(c.evidence.report).outlet, c.evidence.report) for c in line.claims)
    return tuple(dict.fromkeys(f"{outlet}, {report}" if outlet else report for outlet, report in named))

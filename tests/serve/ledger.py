"""A small ledger made by hand from the sample reports and what a careful reader takes from them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import wireledger
from wireledger.model import (
    Block,
    Claim,
    Disagreement,
    Entry,
    Evidence,
    Field,
    Pledge,
    Problem,
    Report,
    Source,
    Span,
    Step,
    day,
)
from wireledger.model.wire import claim_from_json
from wireledger.store import MemoryStore, Store

SAMPLES = Path(wireledger.__file__).parent / "samples"
NOW = datetime(2024, 10, 1, 9, tzinfo=UTC)
SPOKEN = {
    "dk": ("Denmark", "Copenhagen"),
    "nl": ("the Netherlands", "The Hague"),
    "de": ("Germany", "Berlin"),
    "ua": ("Ukraine", "Kyiv"),
    "us": ("the United States", "Washington"),
    "no": ("Norway", "Oslo"),
    "ke": ("Kenya",),
    "fi": ("Finland",),
    "nato": ("NATO",),
    "sk": ("Slovakia",),
    "cz": ("the Czech Republic",),
}
STEP_WORDS = ("will jointly give", "will give", "had promised", "pledge", "donated", "delivered", "approved", "refused")


def made(store: Store | None = None) -> Store:
    """The ledger of the agency's and the plain-text samples."""
    store = store or MemoryStore()
    reports = {r.id: r for r in [*_agency(), *_texts()]}
    told = _told(reports)
    claims: dict[str, list[Claim]] = {name: [] for name in reports}
    for _, claim in told:
        claims[claim.evidence.report].append(claim)
    for name, report in reports.items():
        store.add(report, claims[name], NOW)
    voices = {name: _voice(report) for name, report in reports.items()}
    store.replace(_entries(told, reports, voices), NOW, voices)
    store.note([Problem("no-text", "the page has no text that could be read", "pages/empty.html")], NOW)
    return store


def _agency() -> Iterable[Report]:
    for line in (SAMPLES / "wire/agency.jsonl").read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        on = day(date.fromisoformat(r["published"][:10]))
        source = Source(r["source"], r["url"], r["agency"], (), None, on, "given")
        yield Report(r["id"], r["text"], source, r["title"], "en", _blocks(r["text"]))


def _texts() -> Iterable[Report]:
    for path in sorted((SAMPLES / "text").glob("*-*.txt")):
        text = path.read_text(encoding="utf-8")
        outlet = " ".join(path.stem.split("-")[:2]).title()
        found = re.search(r"Published (\d+) (\w+) (\d{4})", text)
        on = day(datetime.strptime(" ".join(found.groups()), "%d %B %Y").date()) if found else None
        agency = "Continental Wire" if "(CW)" in text else None
        problems = () if on else (Problem("undated", "nothing tells the day of this report", path.name),)
        source = Source(outlet, None, agency, (), None, on, "the line “Published …”" if on else None)
        yield Report(path.name, text, source, None, "en", _blocks(text), problems)


def _blocks(text: str) -> tuple[Block, ...]:
    found, tail = [], False
    for place in re.finditer(r"[^\n]+", text):
        words = place.group()
        tail = tail or words.startswith(("No Comments", "Related stories", "©", "Leave a Reply"))
        kind = (
            "tail" if tail else "caption" if "(Photo" in words else "byline" if words.startswith("By ") else "paragraph"
        )
        kind = "dateline" if words.startswith("Published") else "bullet" if words.startswith("- ") else kind
        first = not found and len(words) < 110 and not words.endswith(".")
        found.append(Block(Span(*place.span()), "headline" if first else kind))  # type: ignore[arg-type]
    return tuple(found)


def _kind(words: str) -> str:
    starts = {"By ": "byline", "Published": "dateline", "- ": "bullet"}
    return next((kind for start, kind in starts.items() if words.startswith(start)), "paragraph")


def _told(reports: Mapping[str, Report]) -> list[tuple[str, Claim]]:
    found = []
    for folder in ("wire", "text"):
        for line in (SAMPLES / folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
            shape = json.loads(line)
            report = reports.get(shape["report"])
            start = report.text.find(shape["quote"]) if report and shape.get("event") else -1
            if report and start >= 0:
                found.append((shape["event"], _claim(report, start, shape)))
    numbered: dict[str, int] = {}
    out = []
    for event, claim in found:
        n = numbered[claim.id] = numbered.get(claim.id, -1) + 1
        out.append((event, replace(claim, ordinal=n)))
    return out


def _claim(report: Report, start: int, shape: dict[str, Any]) -> Claim:
    quote = shape["quote"]
    when = shape.get("when") or None
    if shape["kind"] == "statement" and not shape.get("words"):
        shape = {**shape, "words": quote}
    whole = {**shape, "start": start, "stop": start + len(quote), "when": when, "rule": "samples/read", "due": None}
    claim = claim_from_json({**whole, "confidence": 0.93})
    return replace(
        claim, evidence=Evidence(report.id, claim.evidence.span, quote, start, _fields(report, start, shape))
    )


def _fields(report: Report, start: int, shape: dict[str, Any]) -> tuple[Field, ...]:
    quote, found = shape["quote"], []
    for name in ("donors", "recipient", "guests", "hosts", "member", "alliance", "speaker"):
        codes = shape.get(name) or []
        words = [w for code in ([codes] if isinstance(codes, str) else codes) for w in SPOKEN.get(code, ())]
        if places := [Span(start + quote.find(w), start + quote.find(w) + len(w)) for w in words if w in quote]:
            found.append(Field(name, tuple(sorted(places))))
        elif far := [report.text.find(w) for w in words if w in report.text]:
            length = next(len(w) for w in words if report.text.find(w) == far[0])
            found.append(Field(name, (Span(far[0], far[0] + length),), carried=True))
    for name, pattern in _patterns(shape):
        if place := re.search(pattern, quote):
            found.append(Field(name, (Span(start + place.start(), start + place.end()),)))
    return tuple(found)


def _patterns(shape: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for name in ("item", "place", "words"):
        if shape.get(name):
            yield name, re.escape(shape[name])
    if shape.get("low") or shape.get("high"):
        n = f"{shape.get('low') or shape.get('high'):,}"
        yield "low", rf"(?:at least |more than |up to )?{n}"
    if shape.get("money_low") or shape.get("money_high"):
        yield "money_low", r"[€$]?\d[\d.,]*(?:m| million| billion)?(?: euros)?"
    yield "step", "|".join(STEP_WORDS)
    yield "due", r"early 2024|over the coming months"


def _voice(report: Report) -> str:
    copied = "will jointly give Ukraine at least 14 refurbished" in report.text
    return report.source.agency or ("Continental Wire" if copied else report.source.outlet) or report.id


def _entries(
    told: list[tuple[str, Claim]], reports: Mapping[str, Report], voices: Mapping[str, str]
) -> Iterable[Entry]:
    grouped: dict[str, list[Claim]] = {}
    for event, claim in told:
        grouped.setdefault(event, []).append(claim)
    ids = {event: claims[0].id for event, claims in grouped.items()}
    for event, claims in grouped.items():
        dates = [p.start for c in claims if (p := reports[c.evidence.report].source.published) and p.start]
        first = min(dates, default=None)
        entry = Entry(
            ids[event],
            _best(claims),
            _steps(claims, first),
            tuple(c.id for c in claims),
            len({voices[c.evidence.report] for c in claims}),
            claims[0].kind == "pledge",
            first_reported=first,
            why=("same parties", "same item", "figures agree") if len(claims) > 1 else (),
            disagreements=_disagreements(claims),
        )
        if event == "E03":
            entry = replace(entry, extra_to=ids["E01"])
        yield entry


def _best(claims: list[Claim]) -> Any:
    pledges = [c.event for c in claims if isinstance(c.event, Pledge)]
    if not pledges:
        return claims[0].event
    counts = [p.quantity for p in pledges if p.quantity]
    best = max(counts, key=lambda q: (sum(q == o for o in counts), q.low or 0), default=None)
    with_item = next((p for p in pledges if p.quantity == best and p.item), pledges[0])
    return replace(with_item, money=next((p.money for p in pledges if p.money), None))


def _steps(claims: list[Claim], first: date | None) -> tuple[Step, ...]:
    names: dict[str, list[Claim]] = {}
    for claim in claims:
        step = getattr(claim.event, "step", None) or ("planned" if claim.mood == "planned" else "held")
        names.setdefault(step if claim.kind != "statement" else "said", []).append(claim)
    found = []
    for step, told in names.items():
        count = next((q for c in told if isinstance(c.event, Pledge) and (q := c.event.quantity)), None)
        when = day(first) if first else None
        found.append(
            Step(step, when, count.low if count else None, count.high if count else None, tuple(c.id for c in told))
        )
    return tuple(found)


def _disagreements(claims: list[Claim]) -> tuple[Disagreement, ...]:
    said: dict[str, list[str]] = {}
    for claim in claims:
        if isinstance(claim.event, Pledge) and claim.event.quantity:
            said.setdefault(json.dumps(claim.event.quantity.low), []).append(claim.id)
    if len(said) < 2:
        return ()
    return (Disagreement("low", tuple((v, tuple(ids)) for v, ids in said.items()), "the donor's own correction"),)

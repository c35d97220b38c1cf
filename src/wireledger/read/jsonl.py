"""Reads reports kept as JSON: one object a line, one object, or a list of them.

Keys: `id`, `text` and, where known, `url`, `title`, `published` or `date`, `source`, `agency`, `authors`, `language`,
`speaks_for`. Other keys are ignored. The text is stored unchanged.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from wireledger.model import Problem, Report
from wireledger.read.blocks import blocks_of
from wireledger.read.dates import stated
from wireledger.read.draft import LIMIT, Draft, Raw
from wireledger.read.finish import report_of

_START = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[{\]])|\s*\{")
_MANY = 500_000_000


def recognises(head: bytes) -> bool:
    """Whether the bytes begin like JSON objects."""
    return _START.match(head) is not None


def read(raw: Raw) -> Iterator[Report | Problem]:
    """The reports of one input, in order; a line that is no report is a problem with its line number."""
    head = raw.head.lstrip()
    first = head.split(b"\n", 1)[0].strip()
    if head.startswith(b"[") or (head.startswith(b"{") and not first.endswith(b"}") and len(first) < len(head) - 1):
        yield from _whole(raw)
        return
    number = 0
    while line := raw.stream.readline(LIMIT + 1):
        number += 1
        where = f"{raw.where}:{number}"
        if len(line) > LIMIT:
            yield Problem("too-large", f"the line is longer than {LIMIT} bytes", where)
            while line and not line.endswith(b"\n"):
                line = raw.stream.readline(LIMIT + 1)
        elif line.strip():
            yield _line(line, where)


def _whole(raw: Raw) -> Iterator[Report | Problem]:
    content = raw.stream.read(_MANY + 1)
    if len(content) > _MANY:
        yield Problem("too-large", f"the list is longer than {_MANY} bytes; write one object a line", raw.where)
        return
    records = _parsed(content, raw.where)
    if isinstance(records, Problem):
        lines = content.splitlines()
        if sum(line.lstrip().startswith(b"{") for line in lines) < 2:
            yield records
            return
        yield from (_line(line, f"{raw.where}:{n}") for n, line in enumerate(lines, 1) if line.strip())
        return
    for number, record in enumerate(records if isinstance(records, list) else [records], 1):
        yield _report(record, f"{raw.where}#{number}")


def _line(line: bytes, where: str) -> Report | Problem:
    record = _parsed(line, where)
    return record if isinstance(record, Problem) else _report(record, where)


def _parsed(content: bytes, where: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Problem("undecodable", f"byte {error.start} is not UTF-8; save the file as UTF-8", where)
    except json.JSONDecodeError as error:
        return Problem("bad-json", f"not JSON: {error.msg} at character {error.pos}", where)
    except RecursionError:
        return Problem("bad-json", "not a report: nested too deeply", where)


def _report(record: Any, where: str) -> Report | Problem:
    if not isinstance(record, dict):
        return Problem("not-a-report", "expected a JSON object with 'id' and 'text'", where)
    text = record.get("text")
    if not isinstance(text, str):
        return Problem("no-text", "the report has no 'text'", where)
    if not text.strip():
        return Problem("no-text", "the report's text is empty", where)
    given = record.get("id")
    name = str(given) if isinstance(given, (str, int)) and str(given) else _named_after(text)
    title = _word(record, "title")
    interval, basis, problems = stated(record.get("published") or record.get("date"), "given", name)
    return report_of(
        Draft(
            id=name,
            text=text,
            blocks=blocks_of(text, title),
            title=title,
            url=_word(record, "url"),
            outlet=_word(record, "source"),
            agency=_word(record, "agency"),
            authors=_names(record.get("authors")),
            speaks_for=_word(record, "speaks_for"),
            language=_word(record, "language"),
            published=interval,
            published_basis=basis,
            problems=problems,
        )
    )


def _named_after(text: str) -> str:
    """A name for a report that brings none: the start of its text's digest."""
    return "text-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _word(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    return tuple(str(name).strip() for name in value if name) if isinstance(value, list) else ()

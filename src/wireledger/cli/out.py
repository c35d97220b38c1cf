"""Where results go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

import click

SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".txt": "text",
    ".csv": "csv",
    ".parquet": "parquet",
}


def format_of(given: str | None, path: str | None, formats: Sequence[str]) -> str:
    """The format asked for: the one given, else the one the file's suffix tells, else text."""
    if given:
        return given
    if path is None or path == "-":
        return "text"
    told = SUFFIXES.get(Path(path).suffix.lower())
    if told is None or told not in formats:
        raise click.UsageError(f"the suffix of {path} tells no format; add --format {'|'.join(formats)}")
    return told


@contextmanager
def writing(path: str | None) -> Iterator[TextIO]:
    """Text to a file (UTF-8), or to standard output for None and "-".

    A lone surrogate is written as its escape, which JSON reads back. A file is written beside its place and moved there
    at the end, so that a run that fails leaves no half of it; what is no plain file is written as is.
    """
    if path is None or path == "-":
        stream = cast("TextIO", sys.stdout)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield stream
        return
    with (
        whole(Path(path)) as place,
        place.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write what shall stand at `path` once it is whole."""
    if path.exists() and not path.is_file():
        yield path
        return
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

"""Results go to a file that is there only when it is whole, in the format its suffix tells."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from wireledger.cli.out import format_of, writing

FORMATS = ["text", "jsonl", "csv"]


@pytest.mark.parametrize(
    ("given", "path", "told"),
    [
        (None, None, "text"),
        (None, "-", "text"),
        (None, "out.jsonl", "jsonl"),
        (None, "OUT.CSV", "csv"),
        ("jsonl", "out.txt", "jsonl"),
        ("csv", None, "csv"),
    ],
)
def test_the_format_is_the_one_given_or_the_suffix(given: str | None, path: str | None, told: str) -> None:
    assert format_of(given, path, FORMATS) == told


@pytest.mark.parametrize("path", ["out", "out.xlsx", "out.parquet"])
def test_a_suffix_that_tells_nothing_is_a_wrong_command(path: str) -> None:
    with pytest.raises(click.UsageError, match="--format"):
        format_of(None, path, FORMATS)


def write_half(path: Path) -> None:
    with writing(str(path)) as out:
        out.write("half of it")
        raise ZeroDivisionError


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_half(path)
    assert path.read_text() == "old"
    with writing(str(path)) as out:
        out.write("new")
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with writing(str(path)) as out:
        out.write("\ud83d.")
    assert path.read_text() == "\\ud83d."

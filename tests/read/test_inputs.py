"""Files, folders, standard input, addresses, and what is wrong with them."""

from __future__ import annotations

import gzip
import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from wireledger.model import Problem, Report
from wireledger.read import InputError, reports

RECORD = {
    "id": "r1",
    "text": "The town sends boats.\r\n\r\nTen of them. ",
    "published": "2023-04-20",
    "source": "Quay Gazette",
}


def codes(found: list[Report | Problem]) -> list[str]:
    return [one.code if isinstance(one, Problem) else "report" for one in found]


def test_a_record_is_kept_as_it_is(tmp_path: Path) -> None:
    record = {
        **RECORD,
        "title": "Boats",
        "agency": "AP News",
        "authors": ["Ida Holm"],
        "speaks_for": "fl",
        "language": "en",
        "x": 1,
    }
    path = tmp_path / "a.txt"
    path.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    (report,) = reports([str(path)])
    assert isinstance(report, Report)
    assert (report.id, report.text, report.title, report.language) == ("r1", record["text"], "Boats", "en")
    source = report.source
    assert (source.outlet, source.agency, source.authors, source.speaks_for) == (
        "Quay Gazette",
        "AP",
        ("Ida Holm",),
        "fl",
    )
    assert source.published_basis == "given"
    assert report.problems == ()


@pytest.mark.parametrize("content", [json.dumps([RECORD, RECORD]), json.dumps(RECORD, indent=1), json.dumps(RECORD)])
def test_a_list_or_one_object(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a"
    path.write_text(content, encoding="utf-8")
    assert set(codes(list(reports([str(path)])))) == {"report"}


def test_bad_lines_are_problems_with_their_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps(RECORD).encode(),
        b'{"id": ',
        b"[1]",
        b'{"id": "e", "text": " "}',
        b'{"id": "n"}',
        b'{"text": "\xff"}',
        b"",
    ]
    path.write_bytes(b"\n".join([*lines, json.dumps(RECORD).encode()]))
    found = list(reports([str(path)]))
    assert codes(found) == ["report", "bad-json", "not-a-report", "no-text", "no-text", "undecodable", "report"]
    assert isinstance(found[1], Problem)
    assert found[1].where.endswith("a.jsonl:2")


def test_lone_surrogates_do_not_stop_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "s", "text": "' + "boats \\ud800 " * 80 + '"}\n', encoding="utf-8")
    assert codes(list(reports([str(path)]))) == ["report"]


def test_a_folder_is_read_in_order_without_what_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/two.txt", "a-one.txt", "README.md", "expected.jsonl", ".hidden", ".git/x"):
        (tmp_path / name).write_text("The town sends boats.", encoding="utf-8")
    assert [one.id for one in reports([str(tmp_path)]) if isinstance(one, Report)] == ["a-one.txt", "b/two.txt"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-text"),
        (b" \n", "no-text"),
        (b"caf\xe9 boats", "undecodable"),
        (b"%PDF-1.7 x", "binary"),
        (b"a\0b", "binary"),
    ],
)
def test_files_that_cannot_be_read_are_problems(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b.txt").write_text("The town sends boats.", encoding="utf-8")
    assert codes(list(reports([str(tmp_path)]))) == [code, "report"]


def test_gzip(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt.gz"
    path.write_bytes(gzip.compress(b"The town sends boats."))
    (report,) = reports([str(path)])
    assert isinstance(report, Report)
    assert report.id == "boats.txt"
    path.write_bytes(gzip.compress(b"The town sends boats.")[:-9])
    assert codes(list(reports([str(path)]))) == ["bad-gzip"]


def test_utf16_and_a_byte_order_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig"):
        path = tmp_path / encoding
        path.write_text("The town sends boats.", encoding=encoding)
        (report,) = reports([str(path)])
        assert isinstance(report, Report)
        assert report.text == "The town sends boats."


def test_standard_input() -> None:
    (report,) = reports(["-"], io.BytesIO(json.dumps(RECORD).encode()))
    assert isinstance(report, Report)
    with pytest.raises(InputError, match="standard input"):
        list(reports(["-"]))


def test_a_missing_input_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The town sends boats.", encoding="utf-8")
    with pytest.raises(InputError, match=r"nowhere: no such file or folder; check the path"):
        next(reports([str(tmp_path / "a.txt"), str(tmp_path / "nowhere")]))


def test_another_language_is_a_problem_of_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Die Stadt schickt zehn Boote in das Tal, sagte die Bürgermeisterin am Montag. " * 6, encoding="utf-8"
    )
    (report,) = reports([str(path)])
    assert isinstance(report, Report)
    assert report.language == "de"
    assert "language" in {problem.code for problem in report.problems}


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/boats" else 404)
        self.end_headers()
        self.wfile.write(
            b"<html><body><h1>Boats leave</h1><p>The town sends ten boats to the valley.</p></body></html>"
        )

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Page) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_an_address(server: str) -> None:
    (report,) = reports([f"{server}/boats"])
    assert isinstance(report, Report)
    assert report.source.url == f"{server}/boats"
    assert report.title == "Boats leave"
    with pytest.raises(InputError, match="404"):
        list(reports([f"{server}/gone"]))

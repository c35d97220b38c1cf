"""Who wrote it, whose text it is, who carries it."""

from __future__ import annotations

import pytest

from wireledger.read.blocks import blocks_of
from wireledger.read.credits import agency_name, agency_of, authors_of, outlet_of

BODY = "The town will send ten boats to the valley before the winter, the mayor said."


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"NORTHPORT (AP) — {BODY}", "AP"),
        (f"NORTHPORT, Farland, March 3 (Reuters) - {BODY}", "Reuters"),
        (f"NORTHPORT (CW) - {BODY}", "CW"),
        (f"{BODY}\n\n– Ida Holm and Per Lund, AP News", "AP"),
        (f"By Ida Holm, Meridian Press\n\n{BODY}", "Meridian Press"),
        (f"By IDA HOLM\n\n{BODY}", None),
        (f"{BODY}\n\nReuters contributed to this report.", "Reuters"),
        (f"NORTHPORT — {BODY}", None),
        (f"{BODY} The (AP) in brackets amid the text says nothing.", None),
    ],
)
def test_the_agency_behind_a_text(text: str, agency: str | None) -> None:
    assert agency_of(text, blocks_of(text)) == agency


@pytest.mark.parametrize(("words", "name"), [("AP News", "AP"), ("The Associated Press", "AP"), ("Quay Gazette", None)])
def test_agencies_by_their_own_name(words: str, name: str | None) -> None:
    assert agency_name(words) == name


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ida Holm", ("Ida Holm",)),
        ("By Ida Holm and Per Lund", ("Ida Holm", "Per Lund")),
        ("By Ida Holm, Per Lund and Eva Moe", ("Ida Holm", "Per Lund", "Eva Moe")),
        ("By IDA HOLM, Quay Gazette", ("IDA HOLM",)),
        ("– Ida Holm, AP News", ("Ida Holm",)),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    text = f"{line}\n\n{BODY}"
    assert authors_of(text, blocks_of(text)) == authors


@pytest.mark.parametrize("line", ["By Friday the boats had left the harbour.", "By Tuesday Morning Boats had left it"])
def test_no_byline(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert authors_of(text, blocks_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{BODY}\n\n©2024 Quay Gazette. Use our boats. All Rights Reserved.", "Quay Gazette"),
        (f"By Ida Holm, Quay Gazette\n\n{BODY}", "Quay Gazette"),
        (f"By Ida Holm, AP News\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_the_outlet_of_a_text_without_any_other_word_of_it(text: str, outlet: str | None) -> None:
    assert outlet_of(text, blocks_of(text)) == outlet

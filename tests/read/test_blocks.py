"""What each paragraph of a plain text is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireledger.read.blocks import blocks_of


def kinds(text: str, title: str | None = None) -> list[tuple[str, int, str]]:
    return [(block.kind, block.depth, block.span.of(text)) for block in blocks_of(text, title)]


def test_a_carried_story_in_all_its_parts() -> None:
    text = (
        "Harbour towns share the bill for ten trucks\n\n"
        "Trucks wait at the quay in Northport, Tuesday, March 7, 2023. (Ida Holm via CW)\n\n"
        "NORTHPORT, Farland (CW) — Two towns will send ten trucks to the valley.\n\n"
        "Read more: What the valley needs\n\n"
        "The trucks leave on Friday.\n\n"
        "– Ida Holm and Per Lund, Continental Wire\n\n"
        "No Comments Yet\n\nLeave a Reply\n\nThe trucks are old. They will never arrive.\n\n"
        "©2024 Quay Gazette. All Rights Reserved."
    )
    assert [kind for kind, _, _ in kinds(text)] == [
        *("headline", "caption", "dateline", "paragraph", "tail", "paragraph", "byline"),
        *("tail", "tail", "tail", "tail"),
    ]
    assert kinds(text)[2][2] == "NORTHPORT, Farland (CW) —"
    assert kinds(text)[3][2] == "Two towns will send ten trucks to the valley."


def test_lists_have_headers_and_depth() -> None:
    text = (
        "The package includes:\n\n- four boats\n    - two spare engines\n    - one trailer\n- six radios\n\n"
        "Crews begin training in May."
    )
    assert kinds(text) == [
        ("list_header", 0, "The package includes:"),
        ("bullet", 0, "four boats"),
        ("bullet", 1, "two spare engines"),
        ("bullet", 1, "one trailer"),
        ("bullet", 0, "six radios"),
        ("paragraph", 0, "Crews begin training in May."),
    ]


@pytest.mark.parametrize("mark", ["*", "•", "\\-", "o", "1.", "–"])
def test_marks_of_bullets(mark: str) -> None:
    second = "2." if mark == "1." else mark
    text = f"We will give:\n\n{mark} four boats\n\n{second} six radios"
    assert kinds(text)[1:] == [("bullet", 0, "four boats"), ("bullet", 0, "six radios")]


def test_lines_of_a_list_without_marks() -> None:
    text = "The new aid consists of:\n\nfour boats;\n\nsix radios; and\n\nten tents.\n\nIt was agreed on Monday."
    assert [kind for kind, _, _ in kinds(text)] == ["list_header", "bullet", "bullet", "bullet", "paragraph"]


def test_a_wrapped_line_that_begins_with_a_name_and_a_colon_is_no_turn() -> None:
    wrapped = (
        "I say it to him and to all those others out there who would leave the\n"
        "QUAY: nobody will come back to a harbour that is left alone like that\n"
        "in a storm, and nobody should have to come back to it in that way now.\n"
    )
    assert [kind for kind, _, _ in kinds("MR. HOLM: We begin.\n\n" + wrapped)] == ["turn", "paragraph"]


def test_turns_of_speech() -> None:
    text = (
        "Town Hall\n\n3:10 P.M. EDT\n\nMAYOR HOLM:  We will send boats.\n\nThey are good boats.\n\nQ    How many?\n\n"
        "MS. McBRIDE:  Ten."
    )
    assert [kind for kind, _, _ in kinds(text)] == ["dateline", "dateline", "turn", "paragraph", "turn", "turn"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The two towns on the northern shore have agreed to send ten trucks and\n"
        "four boats to the valley before the winter, their mayors said. The first\n"
        "of the trucks will leave on Monday, if the road over the pass is free of\nsnow.\n\n"
        "The rest follows in spring, when the road over the pass is free of snow\n"
        "again."
    )
    assert len(kinds(text)) == 2


def test_lines_below_a_bullets_words_go_on_with_it() -> None:
    text = (
        "Met:\n\n-   [May 3: the mayor of Northport and\n    Mayor\n    Holm](https://a.example/b)\n-   May 4: nobody"
    )
    assert [words for _, _, words in kinds(text)][1:] == [
        "[May 3: the mayor of Northport and\n    Mayor\n    Holm](https://a.example/b)",
        "May 4: nobody",
    ]


def test_lines_that_are_paragraphs_are_split() -> None:
    line = "The mayor said the town would send all the boats it has, and a good many that it does not have yet, in May."
    assert len(kinds("\n".join([line, line, line]))) == 3


@pytest.mark.parametrize(
    "line", ["Advertisement", "---", "Sign up for our letter: every day at 6", "Read also: Ten boats"]
)
def test_furniture_amid_the_text_is_tail_and_the_text_goes_on(line: str) -> None:
    text = f"The boats will leave on Monday.\n\n{line}\n\nThe trucks follow later, the mayor said on Tuesday."
    assert [kind for kind, _, _ in kinds(text)] == ["paragraph", "tail", "paragraph"]


def test_related_links_end_where_prose_goes_on() -> None:
    prose = (
        "The mayor of the town said that ten more boats would follow in the course of the year, weather permitting, "
    )
    text = f"{prose}he added.\n\nRelated stories\n\nTen boats leave\n\nA pass reopens\n\n{prose * 2}she added."
    assert [kind for kind, _, _ in kinds(text)] == ["paragraph", "tail", "tail", "tail", "paragraph"]


@pytest.mark.parametrize(
    "words", ["Send boats now, say the mayors.", "they said on Monday that boats", "3:10 P.M. EDT"]
)
def test_a_first_line_that_is_no_headline(words: str) -> None:
    text = f"{words}\n\nThe mayors of the northern shore will send ten trucks and four boats to the valley."
    assert kinds(text)[0][0] != "headline"


def test_the_known_title_is_the_headline() -> None:
    assert kinds("Boats\n\nThe town sends boats.", title="boats")[0][0] == "headline"


def test_a_headline_directly_above_its_date_line() -> None:
    text = "Boats at last\n4 April 2023\n\nThe town sends boats."
    assert [kind for kind, _, _ in kinds(text)] == ["headline", "dateline", "paragraph"]


def test_headings_and_bold_lines() -> None:
    text = "The town sends boats.\n\n### What it costs\n\nNothing.\n\n**Boats**\n\n- four boats"
    assert [(kind, depth) for kind, depth, _ in kinds(text)] == [
        ("paragraph", 0),
        ("headline", 2),
        ("paragraph", 0),
        ("list_header", 0),
        ("bullet", 0),
    ]


_PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "- ",
        "o ",
        "1. ",
        "### ",
        "Q  ",
        "MAYOR HOLM: ",
        "boats",
        "Boats.",
        "©2024",
        "By Ida Holm",
        "**",
        ":",
        " ",
        "\r",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=8), max_size=40).map("".join))
def test_blocks_are_ordered_disjoint_and_cover_all_words(text: str) -> None:
    end = 0
    for block in blocks_of(text):
        assert end <= block.span.start < block.span.stop <= len(text)
        assert block.span.of(text).strip() == block.span.of(text)
        end = block.span.stop

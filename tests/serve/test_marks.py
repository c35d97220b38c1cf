"""Marking loses nothing: the marked text without its tags is the text, whatever overlaps."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from tests.serve.ledger import made

from wireledger.model import Block, Report, Source, Span
from wireledger.serve.marked import Focus, focus_on, rendered
from wireledger.serve.marks import FIELDS, Mark, marks_of, regions, runs

NOBODY = Source()
spans = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
marks = st.lists(st.builds(Mark, spans, st.sampled_from("abc"), st.sampled_from([None, *FIELDS, '"><b>'])), max_size=12)
blocks = st.lists(
    st.builds(Block, spans, st.sampled_from(["paragraph", "bullet", "tail", "headline"]), st.integers(0, 3)), max_size=5
)


def bare(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@given(st.text(st.sampled_from("ab <>&\"'\n\r\u2028é😀;#"), max_size=45), marks, blocks)
def test_without_tags_the_marked_text_is_the_text(text: str, told: list[Mark], on: list[Block]) -> None:
    report = Report("r", text, NOBODY, blocks=tuple(on))
    found = regions(report, told)
    assert "".join(piece.text for region in found for piece in region.pieces) == text
    focus = focus_on(told, "a", "low")
    shown = "".join(rendered(region, focus) for run in runs(found) for region in run.regions)
    assert bare(shown) == text
    assert shown.count('id="words"') <= 1


@given(marks)
def test_each_character_bears_the_marks_that_cover_it(told: list[Mark]) -> None:
    report = Report("r", "x" * 45, NOBODY)
    told = [mark for mark in told if mark.span.stop <= 45]
    for region in regions(report, told):
        for piece in region.pieces:
            for at in range(piece.start, piece.start + len(piece.text)):
                covering = [mark for mark in told if mark.span.start <= at < mark.span.stop]
                assert sorted(map(repr, piece.marks)) == sorted(map(repr, covering))


def test_every_sample_is_shown_as_stored() -> None:
    store = made()
    for report in store.reports():
        found = regions(report, marks_of(store.claims(report.id)))
        assert bare("".join(rendered(region, Focus()) for region in found)) == report.text


def test_the_focus_is_the_field_where_it_was_read_else_the_claim() -> None:
    told = [Mark(Span(4, 20), "a"), Mark(Span(9, 11), "a", "low"), Mark(Span(0, 2), "b", "low")]
    assert focus_on(told, "a", "low").start == 9
    assert focus_on(told, "a", "due").start == 4
    assert focus_on(told, None, None).start is None


def test_where_marks_overlap_the_focus_is_in_front_and_carried_ones_are_told() -> None:
    report = Report("r", "at least 14 tanks", NOBODY)
    told = [Mark(Span(0, 11), "a", "low"), Mark(Span(9, 17), "b", "item", carried=True)]
    (region,) = regions(report, told)
    shown = rendered(region, focus_on(told, "b", "item"))
    assert [piece.text for piece in region.pieces] == ["at least ", "14", " tanks"]
    assert 'id="words" class="claim f-item carried mine focus" title="item (told here, used elsewhere); count"' in shown


def test_words_of_a_neighbour_inside_the_chosen_claim_stay_in_the_background() -> None:
    told = [Mark(Span(0, 20), "a"), Mark(Span(0, 4), "a", "low"), Mark(Span(5, 9), "b", "money_low")]
    (region,) = regions(Report("r", "four 700m and so on.", NOBODY), told)
    shown = rendered(region, focus_on(told, "a", "low"))
    assert 'class="claim f-low mine focus"' in shown
    assert 'class="claim f-money_low"' in shown


def test_neighbours_of_one_sort_are_one_run() -> None:
    on = [Block(Span(n, n + 1), kind) for n, kind in ((0, "paragraph"), (2, "bullet"), (4, "bullet"), (6, "tail"))]  # type: ignore[arg-type]
    found = runs(regions(Report("r", "a\nb\nc\nd", NOBODY, blocks=tuple(on)), []))
    assert [run.kind for run in found] == ["paragraph", "gap", "bullet", "gap", "tail"]

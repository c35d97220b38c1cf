"""An office without a name is settled with its reason, or left open as a problem; only where a claim hangs on it."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.annotate import annotate
from wireledger.extract import Findings, findings
from wireledger.model import Report, Source, day

SETTLED = [
    (
        "Dutch Defence Minister Kajsa Ollongren met her colleagues in Brussels on Monday. The Netherlands would send"
        ' Ukraine 18 F-16 jets, the minister said. "Russia must not win this war against Ukraine," the minister added.',
        "'the minister' is taken for Kajsa Ollongren, named with that office before",
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Støre travelled to Kyiv on Friday. In the afternoon the prime minister met"
        " Volodymyr Zelensky, the president of Ukraine, and visited a hospital.",
        "'the prime minister' is taken for jonas-gahr-store, named with that office before",
    ),
    (
        "An official of the Danish defence ministry briefed the press. The Danish defence ministry said on Monday that"
        " it would send Ukraine 14 tanks. Ukraine will need more of them against Russia, the ministry said.",
        "'the ministry' is taken for the Danish defence ministry, told of in these words before",
    ),
]
OPEN = [
    ('"We will send Ukraine 14 tanks, since Russia will not stop," the minister told reporters.', "the minister"),
    ("The Prime Minister visited Kyiv on Tuesday and spoke with Volodymyr Zelensky.", "The Prime Minister"),
    ("The defence minister met Emmanuel Macron, the French president, in Paris on Tuesday.", "The defence minister"),
    ("Ukraine is to get 14 tanks, the ministry said on Monday.", "the ministry"),
]
NEITHER = [
    "The minister opened a school on Monday and spoke of the weather.",
    "The minister met pupils of a school on Monday.",
    "The French president met Olaf Scholz in Berlin on Tuesday.",
    "The president of Poland, Andrzej Duda, met Olaf Scholz in Berlin on Tuesday.",
]


def read(text: str, **source: str) -> Findings:
    return findings(annotate(Report("r", text, Source(published=day(date(2023, 6, 14)), **source))))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "message"), SETTLED)
def test_it_is_settled_by_what_stands_before_it(text: str, message: str) -> None:
    found = read(text)
    assert message in [check.message for check in found.checks]
    assert found.problems == ()
    assert all(check.span.of(text).lower().startswith("the ") for check in found.checks)


def test_on_a_state_s_own_page_it_is_who_held_it_that_day() -> None:
    found = read("The President met Olaf Scholz of Germany in Washington on Monday.", speaks_for="us")
    (check,) = found.checks
    assert check.message.startswith("'The President' is taken for joe-biden, who holds that office on the report's day")


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_nobody_is_named_with_is_a_problem(text: str, words: str) -> None:
    found = read(text)
    (problem,) = found.problems
    assert (problem.code, problem.where) == ("office", "r")
    assert problem.span is not None
    assert problem.span.of(text) == words
    assert problem.message.startswith(f"whom '{words}' means is left open")


@pytest.mark.parametrize("text", NEITHER)
def test_offices_with_a_state_a_name_or_no_claim_are_not_spoken_of(text: str) -> None:
    found = read(text)
    assert (found.problems, found.checks) == ((), ())


def test_the_same_words_are_told_once() -> None:
    text = (
        '"We will send Ukraine 14 tanks," the minister said on Monday. "NATO must send Ukraine more tanks, since Russia'
        ' will not stop," the minister added.'
    )
    assert len(read(text).problems) == 1

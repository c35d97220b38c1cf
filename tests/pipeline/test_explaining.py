"""What `explain` tells of a text: what was found, which row fired, what was carried from where, what was doubted."""

from __future__ import annotations

import pytest

from wireledger.model import Report, Source
from wireledger.pipeline import explained
from wireledger.pipeline.explain_words import feature_words, in_words

TEXT = (
    "Estonia will give Georgia 20 boats. We are also sending 40 medics, its minister said. Will Latvia send 12 radars? "
    "A missile hit a depot of tanks near Gori."
)


@pytest.fixture(scope="module")
def told() -> str:
    return explained(Report("r", TEXT, Source()))


def block(told: str, words: str) -> str:
    """What is told of the sentence that begins with some words."""
    return next(part for part in told.split("\n\n") if part.startswith(f"« {words}"))


def test_the_row_that_fired_is_told_with_what_it_asks_for_and_says(told: str) -> None:
    here = block(told, "Estonia")
    assert "20 = 20..20; boats = weak item, ship" in here
    assert "step: row will-give of the table of steps at «will give»" in here
    assert "in future, not denied -> promised, asserted" in here
    assert "donors: ee, said here, likely to" in here
    assert "read from: donors «Estonia»; recipient «Georgia»; low «20»; item «boats»; step «will give»" in here


def test_what_is_carried_is_told_with_the_words_it_was_carried_from(told: str) -> None:
    here = block(told, "We are")
    assert "carried: donors from «Estonia» in « Estonia will give Georgia 20 boats. »" in here
    assert "carried: recipient from «Georgia» in « Estonia will give Georgia 20 boats. »" in here


def test_a_listed_thing_is_told_with_its_own_words_and_what_it_is_listed_with() -> None:
    told = explained(Report("r", "Estonia will give Georgia 20 boats, 14 radars and six drones.", Source()))
    lines = [line.strip() for line in told.splitlines()]
    assert told.count("donors: ee") == told.count("-> ge  ") == 3
    assert lines[lines.index("offer «six drones»") + 1] == "listed with «14 radars»"


def test_why_it_is_silent_is_told(told: str) -> None:
    assert "silent: a question" in block(told, "Will Latvia")
    assert "against:" in block(told, "A missile")


def test_features_are_told_in_words() -> None:
    assert feature_words("doer | give") == "does it [give]"
    assert feature_words("carried helped0") == "the one the report is about helping"
    assert feature_words("carried last near") == "that of the one told last (near)"
    assert feature_words("carried, named far off") == "named far off"


def test_rows_that_a_package_or_a_condition_changed_are_found_and_others_told_plainly() -> None:
    plain, package, condition, other = in_words(
        ["step row gave at «sent»", "step row package-gave", "step row if-will-give at «will send»", "step row alone"]
    )
    assert plain.startswith("step: row gave of the table of steps at «sent»: verbs of ")
    assert package.startswith("step: row package-gave of the table of steps: verbs of ")
    assert condition.startswith("step: row if-will-give of the table of steps at «will send»: verbs of ")
    assert other == "step: alone"


def test_the_features_of_a_statement_stand_in_one_line() -> None:
    told = list(in_words(["statements: always", "statements: cue verb", "statements: topic"]))
    assert told == ["features: cue verb, topic"]


def test_the_scope_is_told_with_what_made_it_so() -> None:
    told = explained(Report("r", "Estonia had given Georgia 20 boats. Latvia will give it another 14.", Source()))
    assert "scope: earlier, for a verb with had" in told
    assert "scope: extra, for a word of more" in told
    listed = explained(Report("r", "Estonia will give Georgia 20 boats, another 14 radars and six drones.", Source()))
    assert "scope: extra, for a word of more" in listed
    assert "scope: new, for the thing it is listed with" in listed
    assert list(in_words(["scope new by nothing, weighed as earlier for day long ago; press, told late"])) == [
        "scope: new, for no word says otherwise; weighed with where and how it is told: earlier "
        "(day long ago; press, told late)"
    ]

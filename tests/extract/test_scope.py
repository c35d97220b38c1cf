"""Whether help is the news, recalled, added on top, or a running total."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import ON, only_view

from wireledger.extract.clauses import clauses
from wireledger.extract.govern import governor
from wireledger.extract.offers import offers
from wireledger.extract.scope import scope_of
from wireledger.model import Scope


def scopes(sentence: str) -> list[Scope]:
    """The scope of each offer of a sentence in a report of 10 July 2024."""
    made = only_view(sentence)
    return [scope_of(made, offer, governor(clauses(made), offer), ON) for offer in offers(made)]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Japan will give Manila five boats.", "new"),
        ("Japan gave Manila five boats on Monday.", "new"),
        ("Japan will give Manila more than five boats.", "new"),
        ("Japan will give Manila five boats in 2026.", "new"),
        ("Japan will give Manila an additional five boats.", "extra"),
        ("Japan will give Manila another five boats.", "extra"),
        ("Japan will give Manila a further five boats.", "extra"),
        ("Japan will give Manila five more boats.", "extra"),
        ("Japan will give Manila five boats on top of its earlier gifts.", "extra"),
        ("Japan has given Manila 12 boats so far.", "total"),
        ("Japan has given Manila 12 boats to date.", "total"),
        ("Japan has given Manila a total of 12 boats.", "total"),
        ("Japan will give Manila a total of 12 boats.", "new"),
        ("Japan has given Manila 12 boats in all.", "total"),
        ("This brings the total to 12 boats given to Manila by Japan.", "total"),
        ("Japan has given Manila 12 boats since 2016.", "total"),
        ("Japan has given Sudan $12 million since the war began.", "total"),
        ("Spain allocated Manila five boats.", "new"),
        ("Japan will give Manila five boats since they are needed.", "new"),
        ("Japan had given Manila five boats.", "earlier"),
        ("Japan had already promised Manila five boats.", "earlier"),
        ("Japan gave Manila five boats in 2019.", "earlier"),
        ("Japan gave Manila five boats last year.", "earlier"),
        ("Japan gave Manila five boats two years ago.", "earlier"),
        ("Japan previously gave Manila five boats.", "earlier"),
        ("The five boats promised to Manila by Japan are late.", "earlier"),
    ],
)
def test_scope(sentence: str, scope: Scope) -> None:
    assert scopes(sentence) == [scope]


def test_a_cue_belongs_to_its_own_offer() -> None:
    assert scopes("India will give Armenia six radars and another 40 trucks.") == ["new", "extra"]


def test_without_a_day_of_the_report_nothing_is_long_ago() -> None:
    made = only_view("Japan gave Manila five boats on 3 May 2019.")
    (offer,) = offers(made)
    assert scope_of(made, offer, governor(clauses(made), offer), None) == "new"

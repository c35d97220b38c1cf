"""The meeting at which a pledge was made, and what is none."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import claims, only_view

from wireledger.extract.forums import forum_of

ROWS = [
    ("At the NATO summit, Canada promised Armenia 20 trucks.", "nato"),
    ("Italy pledged Moldova 20 radars at a meeting of the Ukraine Defense Contact Group.", "udcg"),
    ("During the Munich Security Conference, Norway promised Kosovo 15 boats.", "munich-security-conference"),
    ("Japan announced 30 million dollars for Sudan at the G7 summit.", "g7"),
    ("Latvia promised Moldova 40 drones at last year's NATO summit.", "nato"),
    ("NATO promised Georgia 12 boats.", None),
    ("The European Union gave Niger 40 trucks at the request of its army.", None),
    ("The talks of the G20 were long; Chile will send Haiti 10 medics.", None),
]


@pytest.mark.parametrize(("sentence", "forum"), ROWS)
def test_where_it_was_promised(sentence: str, forum: str | None) -> None:
    found = forum_of(only_view(sentence))
    assert (found[0] if found else None) == forum


def test_a_pledge_carries_its_forum_with_its_words() -> None:
    ((claim, pledge),) = claims("At the NATO summit, Canada promised Armenia 20 trucks.")
    assert pledge.forum == "nato"
    (field,) = [f for f in claim.evidence.fields if f.name == "forum"]
    (span,) = field.spans
    assert (
        claim.evidence.quote[span.start - claim.evidence.span.start : span.stop - claim.evidence.span.start] == "NATO"
    )

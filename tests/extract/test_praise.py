"""Who is thanked for help has given it; who thanks has not."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import claims

ROWS = [
    ("The premier of Fiji thanked Japan for its security assistance to Ukraine.", ("jp",)),
    ("President Biden welcomed Denmark's provision of security assistance to Moldova.", ("dk",)),
    ("Germany's chancellor applauded Norway for sending Ukraine 14 tanks.", ("no",)),
    ("Ottawa praised Latvia for donating 50 trucks to Armenia.", ("lv",)),
]


@pytest.mark.parametrize(("sentence", "donors"), ROWS)
def test_who_is_thanked_gives(sentence: str, donors: tuple[str, ...]) -> None:
    assert [pledge.donors for _, pledge in claims(sentence)] == [donors]

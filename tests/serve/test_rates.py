"""Tables of rates as the European Central Bank writes them; no rate is invented."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.serve.rates import RatesError, rates_of

HISTORY = ["Date,USD,JPY,RUB,", "2023-01-09,1.0696,141.0,N/A,", "2023-01-06,1.05,140,N/A,"]
TODAY = ["Date, USD, JPY, ", "27 November 2026, 1.1, 160.5, "]


def test_a_day_without_a_row_takes_the_last_before_it() -> None:
    rates = rates_of(HISTORY, "EUR")
    assert rates.rate("USD", date(2023, 1, 8)) == (1 / 1.05, date(2023, 1, 6))
    assert rates.rate("USD", date(2023, 1, 9)) == (1 / 1.0696, date(2023, 1, 9))
    assert rates.rate("USD", date(2023, 1, 5)) is None
    assert rates.rate("USD", date(2023, 1, 17)) is None


def test_rates_go_from_any_currency_of_the_table_to_any() -> None:
    rates = rates_of(HISTORY, "USD")
    assert rates.rate("JPY", date(2023, 1, 6)) == (1.05 / 140, date(2023, 1, 6))
    assert rates.rate("EUR", date(2023, 1, 6)) == (1.05, date(2023, 1, 6))
    assert rates.rate("USD", None) == (1.0, None)


def test_what_the_table_does_not_tell_is_not_known() -> None:
    rates = rates_of(HISTORY, "EUR")
    assert [rates.rate(c, date(2023, 1, 9)) for c in ("RUB", "SEK", None)] == [None] * 3
    assert rates.rate("USD", None) is None


def test_the_table_of_one_day_and_one_day_for_all() -> None:
    rates = rates_of(TODAY, "EUR", date(2026, 11, 28))
    assert rates.rate("USD", date(2020, 1, 1)) == (1 / 1.1, date(2026, 11, 27))


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([], "starts with a line"),
        (["Day,USD", "2023-01-01,1"], "starts with a line"),
        (["Date,JPY", "2023-01-01,1"], "no column USD"),
        (["Date,USD", "yesterday,1"], "line 2: 'yesterday' is no day"),
        (["Date,USD", "2023-01-01,one"], "line 2: 'one' is no rate of USD"),
        (["Date,USD", "2023-01-01,-1"], "line 2: '-1' is no rate of USD"),
        (["Date,USD", "2023-01-01,nan"], "line 2: 'nan' is no rate of USD"),
    ],
)
def test_a_table_that_is_none_says_where(lines: list[str], fault: str) -> None:
    with pytest.raises(RatesError, match=fault):
        rates_of(lines, "USD")

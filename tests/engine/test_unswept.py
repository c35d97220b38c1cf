"""The search for dead cycles is paused, and goes on as it did before, whatever happens inside."""

from __future__ import annotations

import gc

import pytest

from wireledger.engine import unswept


def broken() -> None:
    """Ends in a fault while nothing is looked for."""
    with unswept():
        assert not gc.isenabled()
        raise KeyError


def test_it_is_paused_and_goes_on() -> None:
    with unswept(), unswept():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError):
        broken()
    assert gc.isenabled()

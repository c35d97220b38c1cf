"""A served ledger can be opened from the moment its address is printed."""

from __future__ import annotations

import gc
import socket
import sys

from wireledger.cli.serve import HOST, SELDOM, TURN, _in_turns, _listening


def test_who_comes_before_the_pages_are_ready_waits() -> None:
    with _listening(HOST, 0) as taken, socket.create_connection(taken.getsockname(), timeout=5) as early:
        assert early.getpeername() == taken.getsockname()


def test_pages_get_their_turn_while_a_ledger_is_gathered() -> None:
    before, thresholds = sys.getswitchinterval(), gc.get_threshold()
    try:
        _in_turns()
        assert sys.getswitchinterval() == TURN
        assert gc.get_threshold()[2] == SELDOM
        assert gc.get_freeze_count() > 0
    finally:
        sys.setswitchinterval(before)
        gc.set_threshold(*thresholds)
        gc.unfreeze()

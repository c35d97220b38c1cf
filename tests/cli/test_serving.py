"""A served ledger can be opened from the moment its address is printed."""

from __future__ import annotations

import socket

from wireledger.cli.serve import HOST, _listening


def test_who_comes_before_the_pages_are_ready_waits() -> None:
    with _listening(HOST, 0) as taken, socket.create_connection(taken.getsockname(), timeout=5) as early:
        assert early.getpeername() == taken.getsockname()

"""wireledger serve: the ledger as pages and REST on this machine."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any, TypeVar

import click
import uvicorn

from wireledger.cli.options import existing_ledger, ledger_option
from wireledger.pipeline import view_on
from wireledger.serve import app
from wireledger.serve.links import entry_link, words_link
from wireledger.store.protocol import Store

F = TypeVar("F", bound=Callable[..., Any])
HOST = "127.0.0.1"


def port_option(command: F) -> F:
    """--port N, 0 for a free one."""
    told = "The port on 127.0.0.1 (default 0: a free one)."
    return click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help=told)(command)


@click.command("serve", short_help="Serve the ledger as pages and REST on this machine.")
@ledger_option
@port_option
def verb(where: str, port: int) -> None:
    """Serve the ledger as pages and REST on 127.0.0.1, until Ctrl-C.

    \b
    Examples:
      wireledger serve --ledger ledger.sqlite
      wireledger serve --ledger ledger.sqlite --port 8000
    """
    with closing(existing_ledger(where)) as store:
        serve(store, port)


def serve(store: Store, port: int) -> None:
    """Serve a ledger until it is interrupted; prints where, once the port is taken. OSError when it is in use."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((HOST, port))
        for line in links(store, f"http://{HOST}:{taken.getsockname()[1]}"):
            click.echo(line)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C: what was opened is closed
        served = app(store, lambda known, true: view_on(store, known, true))
        config = uvicorn.Config(served, log_level="warning", lifespan="off")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[taken])


def links(store: Store, base: str) -> list[str]:
    """Three links worth opening: the ledger, the entry that most voices tell, and the words it was read from."""
    pages = [("the ledger", "/")]
    told = max(store.entries(), key=lambda entry: (entry.independent, len(entry.claims)), default=None)
    claim = store.claim(told.claims[0]) if told else None
    if told and claim:
        pages.append(("its best told entry", entry_link(told.id)))
        pages.append(("the words it is from", words_link(claim.evidence.report, claim.id)))
    return [f"{what:22}{base}{path}" for what, path in pages] + ["stop with Ctrl-C"]

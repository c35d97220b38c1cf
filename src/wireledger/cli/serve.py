"""wireledger serve: the ledger as pages and REST on this machine."""

from __future__ import annotations

import gc
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import click
import uvicorn

from wireledger.cli.options import existing_ledger, ledger_option
from wireledger.cli.serve_options import LOOPBACK, desk_of, guarded
from wireledger.pipeline import view_on
from wireledger.pipeline.book import StoreBook, StoreDesk
from wireledger.serve import app
from wireledger.serve.guard import Guard
from wireledger.serve.links import entry_link, words_link
from wireledger.store.protocol import Store

F = TypeVar("F", bound=Callable[..., Any])
HOST = "127.0.0.1"
TURN = 0.0005  # seconds that one thread works while another waits
SELDOM = 1000  # in place of 10, as the collector counts


def port_option(command: F) -> F:
    """--port N, 0 for a free one."""
    told = "The port on 127.0.0.1 (default 0: a free one)."
    return click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help=told)(command)


@click.command("serve", short_help="Serve the ledger as pages and REST on this machine.")
@ledger_option
@port_option
@click.option("--host", default=HOST, metavar="ADDRESS", help="The address to listen at (default 127.0.0.1).")
@click.option("--token-file", metavar="FILE", help="The file of the token with which people may decide at /review.")
@click.option("--by", metavar="NAME", help="Who decides there.")
def verb(where: str, port: int, host: str, token_file: str | None, by: str | None) -> None:
    """Serve the ledger as pages and REST, until Ctrl-C; on 127.0.0.1 unless --host tells otherwise.

    Without a token the pages are read-only. With one (--token-file, WIRELEDGER_TOKEN_FILE, or token_file = "FILE" in
    .wireledger.toml) whoever knows it may decide at /review, under the name given by --by, WIRELEDGER_BY or a line
    by = "NAME" there.

    \b
    Examples:
      wireledger serve --ledger ledger.sqlite
      wireledger serve --ledger ledger.sqlite --port 8000
      wireledger serve --ledger ledger.sqlite --token-file ~/.config/wireledger/token --by ann
    """
    guard = guarded(token_file)
    with closing(existing_ledger(where)) as store:
        desk = desk_of(store, by) if guard else None
        serve(store, port, Opened(host, desk, guard))


@dataclass(frozen=True, slots=True)
class Opened:
    """Where pages are served, and for whom: without a desk and a guard they are read-only."""

    host: str = HOST
    desk: StoreDesk | None = None
    guard: Guard | None = None


def serve(store: Store, port: int, opened: Opened | None = None) -> None:
    """Serve a ledger until it is interrupted; prints where, once the port is taken. OSError when it is in use."""
    opened = opened or Opened()
    with _listening(opened.host, port) as taken:
        address = f"[{opened.host}]" if ":" in opened.host else opened.host
        for line in links(store, f"http://{address}:{taken.getsockname()[1]}"):
            click.echo(line)
        if opened.host not in LOOPBACK:
            click.echo(f"all who reach {opened.host} can read this ledger; put TLS before it if they may also write")
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C: what was opened is closed
        book = opened.desk or StoreBook(store)
        served = app(store, lambda known, true: view_on(store, known, true), book, opened.desk, opened.guard)
        if opened.desk:
            opened.desk.catch_up()
        _in_turns()
        config = uvicorn.Config(served, log_level="warning", lifespan="off", server_header=False)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[taken])
        if opened.desk:
            opened.desk.close()


def _in_turns() -> None:
    """Let pages come while another thread gathers a large ledger anew."""
    sys.setswitchinterval(TURN)
    # What is loaded by now stays; the rest is looked through for what nobody needs after each gathering, and otherwise
    # seldom: in a ledger of a hundred thousand claims that takes longer than a page may.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], SELDOM)


def _listening(host: str, port: int) -> socket.socket:
    family, kind, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    taken = socket.socket(family, kind)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken.bind(place)
    taken.listen()  # whoever opens a link as soon as it is printed waits for the pages, and is not turned away
    return taken


def links(store: Store, base: str) -> list[str]:
    """Three links worth opening: the ledger, the entry that most voices tell, and the words it was read from."""
    pages = [("the ledger", "/")]
    told = max(store.entries(), key=lambda entry: (entry.independent, len(entry.claims)), default=None)
    claim = store.claim(told.claims[0]) if told else None
    if told and claim:
        pages.append(("its best told entry", entry_link(told.id)))
        pages.append(("the words it is from", words_link(claim.evidence.report, claim.id)))
    return [f"{what:22}{base}{path}" for what, path in pages] + ["stop with Ctrl-C"]

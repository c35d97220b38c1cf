"""wireledger export site: the ledger as files for any host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from wireledger.cli.deciders import configured_list
from wireledger.cli.faults import Unreachable
from wireledger.cli.options import OneOf, existing_ledger, ledger_option
from wireledger.model import Source
from wireledger.pipeline import view_on
from wireledger.pipeline.book import StoreBook
from wireledger.serve.export import FORMATS, Asks, NotOwnedError, write_site
from wireledger.serve.words import LANGUAGES


@click.command("site", short_help="A site of files that any host can serve, or none.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@ledger_option
@click.option("--language", type=OneOf([*LANGUAGES]), default="en", help="One of " + ", ".join(LANGUAGES) + ".")
@click.option(
    *("--full-text", "sources"),
    multiple=True,
    metavar="SOURCE",
    help="A source whose terms permit its full text: its outlet, or the host of its address. Repeatable.",
)
def site(folder: Path, where: str, language: str, sources: tuple[str, ...]) -> None:
    """Write the whole ledger as pages into DIR: each figure leads to the quoted words, and these to their source.

    The pages need no server and no script: they can be opened from a disk, or put below any address of a host. A
    report's full text is only in them where its source is named by --full-text, or by a line
    full_text = ["example.org"] in .wireledger.toml; of all others they have the words that were read, and a link.

    DIR is made. One that is there must be empty, or written by this command: what it wrote before is then replaced.

    \b
    Examples:
      wireledger export site public/ --ledger ledger.sqlite
      wireledger export site public/ --ledger ledger.sqlite --language uk
      wireledger export site public/ --ledger ledger.sqlite --full-text example.org --full-text "Fen Post"
    """
    permitted = frozenset(name.casefold() for name in (*sources, *configured_list("full_text")))
    with closing(existing_ledger(where)) as store, shown() as progress:
        try:
            asks = Asks(language, lambda source: permits(permitted, source), FORMATS, progress)
            done = write_site(store, lambda known, true: view_on(store, known, true), StoreBook(store), folder, asks)
        except NotOwnedError as fault:
            raise Unreachable(str(fault)) from None
    whole = f"{done.whole} of them with their full text" if done.whole else "none of them with its full text"
    click.echo(f"{done.pages} pages in {folder}, {done.reports} of them reports, {whole}")
    click.echo(f"open {folder / 'index.html'}")


def permits(permitted: frozenset[str], source: Source) -> bool:
    """Whether a source is among those whose terms permit their full text: by its outlet, or the host of its address."""
    host = (urlsplit(source.url).hostname or "") if source.url else ""
    names = {(source.outlet or "").casefold(), host, host.removeprefix("www.")} - {""}
    return not names.isdisjoint(permitted)


@contextmanager
def shown() -> Iterator[Callable[[int, int], None]]:
    """A bar of how many pages are written, on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda *_: None
        return
    columns = (TextColumn("writing"), BarColumn(), MofNCompleteColumn(), TextColumn("pages"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("writing", total=None)
        yield lambda done, known: bar.update(task, completed=done, total=known)

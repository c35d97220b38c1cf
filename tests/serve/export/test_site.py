"""The site of files: every link leads to a file, from any place; full texts only where permitted; the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from tests.resolve.made import Wire, pledge
from tests.serve.hostile import PAYLOADS, hostile
from tests.serve.test_payloads import html as faults_of_html

from wireledger.pipeline import view_on
from wireledger.pipeline.book import StoreBook
from wireledger.serve.export import FORMATS, Asks, NotOwnedError, Written, write_site
from wireledger.serve.export.owned import LIST, Owned
from wireledger.serve.export.places import place_of, report_file, safe
from wireledger.store import MemoryStore, Store


def written(store: Store, folder: Path, asks: Asks | None = None) -> Written:
    asks = asks or Asks(forms=FORMATS)
    return write_site(store, lambda known, true: view_on(store, known, true), StoreBook(store), folder, asks)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, ledger: Store) -> Path:
    """The hand-made ledger as files."""
    folder = tmp_path_factory.mktemp("site") / "deep" / "public"
    written(ledger, folder)
    return folder


@pytest.fixture
def small() -> Store:
    """Two reports, of which one has an address."""
    return few()


def few() -> Store:
    wire = Wire()
    wire.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2.", "no", "Leopard 2", 8))
    wire.report("Moor Mail", "2023-03-20", pledge("Riga gives 3 boats.", "lv", "boats", 3))
    store, on, found = MemoryStore(), datetime(2024, 1, 1, tzinfo=UTC), wire.resolved()
    for report in wire.reports:
        more = f"Nothing was read from this line of the {report.source.outlet}, which goes on for a while."
        told = replace(report, text=f"{report.text}\n{more}\n", title="A title")
        store.add(told, [c for c in wire.claims if c.evidence.report == report.id], on)
    store.replace(found.entries, on, found.voices)
    return store


def pages(folder: Path) -> Iterator[tuple[Path, str]]:
    return ((path, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html")))


def test_every_link_leads_to_a_part_of_a_file(site: Path) -> None:
    parts = {path: set(re.findall(r'\bid="([^"]*)"', text)) for path, text in pages(site)}
    seen, dead = 0, []
    for path, text in pages(site):
        for href in map(unescape, re.findall(r'\s(?:href|src)="([^"]*)"', text)):
            if href.startswith(("http://", "https://")):
                continue
            seen += 1
            way, _, part = href.partition("#")
            target = (path.parent / way).resolve() if way else path
            inside = target.is_file() and site.resolve() in target.resolve().parents
            if not inside or (part and part not in parts[site / target.relative_to(site.resolve())]):
                dead.append((path.name, href))
    assert seen > 3000
    assert dead == []


def test_nothing_needs_a_server(site: Path) -> None:
    for path, text in pages(site):
        for gone in ("<script", "<form", 'rel="alternate"', "?lang=", 'href="?', '<a href="review'):
            assert gone not in text, (path.name, gone)


def test_a_picture_without_its_links_is_still_one(site: Path) -> None:
    for name in ("matrix", "timeline", "map"):
        text = (site / f"{name}.html").read_text(encoding="utf-8")
        drawn = re.findall(r"<svg\b.*?</svg>", text, re.DOTALL)
        assert drawn
        assert not [one for one in drawn if "<span" in one], "an element of a page ends a picture"


def test_every_entry_and_report_has_its_file(site: Path, ledger: Store) -> None:
    for entry in ledger.entries():
        text = (site / "entry" / f"{entry.id}.html").read_text(encoding="utf-8")
        claim = ledger.claim(entry.claims[0])
        assert claim is not None
        assert "../report/" in text
    for report in ledger.reports():
        assert (site / report_file(report.id)).is_file()


def test_a_figure_leads_to_the_words_and_these_to_the_source(site: Path, ledger: Store) -> None:
    figure = re.compile(r'class="figure" href="\.\./(report/[^"#]+)#([^"]+)">([^<]+)<')
    told = [found for path in (site / "entry").iterdir() if (found := figure.search(path.read_text(encoding="utf-8")))]
    assert len(told) > 5
    for one in told:
        page = (site / one[1]).read_text(encoding="utf-8")
        assert f'id="{one[2]}"' in page
    cited = [report for report in ledger.reports() if report.source.url]
    assert cited
    for report in cited:
        assert f'href="{report.source.url}">' in (site / report_file(report.id)).read_text(encoding="utf-8")


def words_of(page: Path) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8"))).split())


def test_only_quoted_words_are_in_it_unless_the_terms_permit(tmp_path: Path, small: Store) -> None:
    done = written(small, tmp_path / "none")
    assert (done.reports, done.whole) == (2, 0)
    everything = [path.read_bytes() for path in (tmp_path / "none").rglob("*") if path.is_file()]
    assert not [text for text in everything if b"Nothing was read from this line" in text]
    assert any(b"gives 8 Leopard 2" in text for text in everything)
    done = written(small, tmp_path / "some", Asks(permits=lambda source: source.outlet == "Fen Post"))
    assert (done.reports, done.whole) == (2, 1)
    assert "from this line of the Fen Post" in words_of(tmp_path / "some" / report_file("r01"))
    assert "from this line" not in words_of(tmp_path / "some" / report_file("r02"))


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    written(few(), one)
    written(few(), two)
    files = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    assert files == {path.relative_to(two) for path in two.rglob("*") if path.is_file()}
    assert [str(f) for f in files if (one / f).read_bytes() != (two / f).read_bytes()] == []


def test_another_language(tmp_path: Path, small: Store) -> None:
    written(small, tmp_path / "de", Asks(language="de"))
    page = (tmp_path / "de" / "pledges.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "Norwegen" in page


def test_an_id_that_the_ledger_does_not_have_gets_a_page_that_says_so(tmp_path: Path, small: Store) -> None:
    (first, *others) = small.entries()
    small.replace([replace(first, extra_to="gone//"), *others], datetime(2024, 2, 1, tzinfo=UTC), small.voices())
    written(small, tmp_path / "site")
    page = (tmp_path / "site" / "entry" / f"{first.id}.html").read_text(encoding="utf-8")
    link = re.search(r'href="(gone-[^"]*)"', page)
    assert link is not None
    assert "No page has this address" in (tmp_path / "site" / "entry" / link[1]).read_text(encoding="utf-8")


def test_pages_of_a_list_lead_on_and_back(site: Path) -> None:
    path, text, seen = site / "reports.html", "", 0
    lists = [p for p in ("statements.html", "contacts.html", "pledges.html", "parties.html") if (site / p).is_file()]
    for start in lists:
        path, before = site / start, None
        while True:
            text = path.read_text(encoding="utf-8")
            back = re.search(r'rel="prev" href="([^"]*)"', text)
            assert (back[1] if back else None) == (before.name if before else None)
            on = re.search(r'rel="next" href="([^"]*)"', text)
            if on is None:
                break
            seen += 1
            path, before = path.parent / on[1], path
    assert seen >= 1


@pytest.mark.slow
def test_attacks_are_words_in_files_too(tmp_path: Path) -> None:
    written(hostile(), tmp_path / "bad")
    faults = []
    for path, text in pages(tmp_path / "bad"):
        local = re.sub(r'(\s(?:href|src)=")(?:\.\./)*(?=[\w.-])(?!https?:)', r"\1/", text)
        faults += [f"{path.name}: {fault}" for fault in faults_of_html(local)]
    assert faults == []
    assert len(list((tmp_path / "bad" / "report").iterdir())) == len(PAYLOADS) >= 100


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("mine")
    with pytest.raises(NotOwnedError, match="not empty"):
        Owned(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["own.txt"]
    (tmp_path / LIST).write_text("some other list\nown.txt\n")
    with pytest.raises(NotOwnedError, match="no list"):
        Owned(tmp_path)


def test_what_was_written_before_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with Owned(folder) as owned:
        for name in ("a.html", "entry/b.html"):
            owned.write(name, [b"old"])
    (folder / "mine.txt").write_text("kept")
    (tmp_path / "outside.txt").write_text("kept")
    (folder / LIST).open("a").write("../outside.txt\n/etc/passwd\n")
    with Owned(folder) as owned:
        owned.write("a.html", [b"ne", b"w"])
    assert (folder / "a.html").read_bytes() == b"new"
    assert not (folder / "entry").exists()
    assert (folder / "mine.txt").read_text() == (tmp_path / "outside.txt").read_text() == "kept"
    assert (folder / LIST).read_text().splitlines()[1:] == ["a.html"]


def test_a_run_that_is_stopped_can_be_done_again(tmp_path: Path) -> None:
    folder = tmp_path / "site"

    def stopped() -> None:
        with Owned(folder) as owned:
            owned.write("half.html", [b"x"])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert (folder / "half.html").is_file()
    with Owned(folder) as owned:
        owned.write("whole.html", [b"y"])
    assert sorted(p.name for p in folder.iterdir()) == ["whole.html", LIST]


@pytest.mark.parametrize(
    ("link", "file", "part"),
    [
        ("/", "index.html", ""),
        ("/pledges", "pledges.html", ""),
        ("/entry/e1f2", "entry/e1f2.html", ""),
        ("/meeting/nato/2024-07-09..2024-07-12#said", "meeting/nato/2024-07-09-2024-07-12-", "said"),
        ("/report/a/b.txt?claim=c1&field=low#words", "report/a-b-txt-", "c-c1-low"),
        ("/report/plain?claim=c1#words", "report/plain.html", "c-c1"),
        ("/party/dk?part=gives", "party/dk--part-gives-", ""),
    ],
)
def test_addresses_become_files(link: str, file: str, part: str) -> None:
    place = place_of(link)
    assert place is not None
    assert place.file.startswith(file)
    assert place.part == part


@pytest.mark.parametrize("link", ["/pledges?donor=dk", "/entries", "/review", "/diff", "/entry/e1.json", "/search?q=x"])
def test_what_needs_a_server_becomes_none(link: str) -> None:
    assert place_of(link) is None


def test_names_of_files_stay_apart_on_any_file_system() -> None:
    names = ["A", "a", "a/b", "a-b", "a\\b", "..", ".", "x" * 300, "ü", "con.", " a", "a\nb", "a..b"]
    made_ = [safe(name) for name in names]
    assert len({name.casefold() for name in made_}) == len(names)
    assert all(
        re.fullmatch(r"[a-z0-9._-]{1,80}", name) and not name.startswith(".") and ".." not in name for name in made_
    )

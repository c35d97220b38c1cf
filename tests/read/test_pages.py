"""Web pages and feeds: the report is found among what stands around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wireledger.model import Problem, Report, day
from wireledger.read import reports

ONE = "The town of Northport will send ten boats and four trucks to the valley by winter, its mayor said on Monday."
TWO = "The boats come on top of six that left in spring, and the trucks are paid for by three towns on the shore."
BODY = f"<p>{ONE}</p><p>{TWO}</p>"
RUMOUR = (
    "I heard that they will send five hundred boats next week and that the mayor has known it for at least a year now."
)


def read(tmp_path: Path, page: str) -> Report:
    path = tmp_path / "page.bin"
    path.write_text(page, encoding="utf-8")
    (report,) = reports([str(path)])
    assert isinstance(report, Report)
    return report


def told(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks if block.kind != "tail"]


def test_clutter_around_and_inside_is_tail(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        f"""<!doctype html><html lang="en"><head><title>Boats | Quay Gazette</title>
        <meta property="og:site_name" content="Quay Gazette"><link rel="canonical" href="https://quay.example/boats">
        <meta property="article:published_time" content="2023-04-20T08:00:00+02:00">
        <meta name="author" content="Ida Holm"></head>
        <body><nav><a href="/">Home</a></nav><div class="cookie-bar">We use cookies to send {RUMOUR}</div>
        <div class="wrap"><h1>Ten boats for the valley</h1><span class="byline">By Ida Holm</span>
        <figure><img src="x"><figcaption>Boats on 3 May 2019. <span>Photo: Per Lund</span></figcaption></figure>
        <div class="text"><p>{ONE}</p><aside>Sign up</aside>
        <p><a href="/x">Six trucks reach the pass after a night of snow</a></p>
        <p>{TWO}</p></div></div>
        <section id="comments"><p>{RUMOUR}</p><p>{RUMOUR}</p><p>{RUMOUR}</p></section><script>var boats = 10;</script>
        <div style="display:none">{RUMOUR}</div><footer>© 2025 Quay Gazette</footer></body></html>""",
    )
    assert told(report) == [
        ("headline", "Ten boats for the valley"),
        ("byline", "By Ida Holm"),
        ("caption", "Boats on 3 May 2019. Photo: Per Lund"),
        ("paragraph", ONE),
        ("paragraph", TWO),
    ]
    source = report.source
    assert (source.outlet, source.url, source.authors) == ("Quay Gazette", "https://quay.example/boats", ("Ida Holm",))
    assert (source.published, source.published_basis) == (day(date(2023, 4, 20)), "page")
    assert (report.title, report.language, report.problems) == ("Boats", "en", ())


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Ten boats</h1>{BODY}</article>",
        f"<main><h1>Ten boats</h1><div><div>{BODY}</div></div></main>",
        f"<div class='card'><h1>Ten boats</h1><div class='card-body'>{BODY}</div></div>",
        f"<h1>Ten boats</h1><div class='card'>{BODY}</div>",
        f"<h1>Ten boats</h1><div class='text has-sidebar no-comments'>{BODY}</div><div class='sidebar'>{RUMOUR}</div>",
        f"<table><tr><td>World<br>Sport</td><td><h1>Ten boats</h1>{BODY}</td></tr></table>",
        f"<h1>Ten boats</h1><div>{ONE}<br><br>{TWO}</div>",
        f"<article><h1>Ten boats</h1>{BODY}</article><article><h1>Another</h1><p>{RUMOUR}</p><p>{RUMOUR}</p></article>",
    ],
)
def test_pages_built_in_many_ways(tmp_path: Path, body: str) -> None:
    report = read(tmp_path, f"<html><body><header><a>Quay</a></header>{body}<footer>Quay</footer></body></html>")
    assert told(report) == [("headline", "Ten boats"), ("paragraph", ONE), ("paragraph", TWO)]


def test_lists_tables_and_headings(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        f"<body><article><h1>Ten boats</h1>{BODY}<h2>The aid</h2><ul><li>ten boats<ul><li>with oars</li></ul></li></ul>"
        "<table><tr><td>Town</td><td>Boats</td></tr><tr><td>Northport</td><td>10</td></tr></table></article></body>",
    )
    assert told(report)[3:] == [
        ("list_header", "The aid"),
        ("bullet", "ten boats"),
        ("bullet", "with oars"),
        ("paragraph", "Town | Boats"),
        ("paragraph", "Northport | 10"),
    ]


def test_a_live_page_keeps_each_time(tmp_path: Path) -> None:
    items = "".join(f"<div><time>{hour}:15</time><h3>Hour {hour}</h3><p>{ONE}</p></div>" for hour in (18, 17))
    report = read(tmp_path, f"<body><h1>Live: boats</h1><section>{items}</section></body>")
    assert told(report)[1:4] == [("dateline", "18:15"), ("headline", "Hour 18"), ("paragraph", ONE)]


def test_linked_data_and_a_body_that_only_a_script_would_show(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        '<html><head><script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ten boats",'
        '"datePublished": "2023-04-20", "author": [{"name": "Ida Holm"}], "publisher": {"name": "Quay Gazette"},'
        f'"articleBody": "{ONE} {TWO}"}}]}}</script></head><body><div id="app"></div></body></html>',
    )
    assert told(report) == [("paragraph", f"{ONE} {TWO}")]
    assert (report.title, report.source.outlet, report.source.authors) == ("Ten boats", "Quay Gazette", ("Ida Holm",))


def test_the_declared_charset(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b'<html><head><meta charset="iso-8859-1"></head><body><h1>Caf\xe9 boats</h1></body></html>')
    (report,) = reports([str(path)])
    assert isinstance(report, Report)
    assert "Café boats" in report.text


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<div>" * 5000 + "boats", "<html><body><p>", "<p"])
def test_odd_pages_do_not_stop_the_reading(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page"
    path.write_text(page, encoding="utf-8")
    assert len(list(reports([str(path)]))) == 1


def test_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_text(
        f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Gazette</title><language>en</language>
        <item><title>Ten boats</title><link>https://quay.example/1</link><guid>boats-1</guid>
        <pubDate>Thu, 20 Apr 2023 10:00:00 GMT</pubDate>
        <description>&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;</description></item>
        <item><title>Nothing</title><link>https://quay.example/2</link></item></channel></rss>""",
        encoding="utf-8",
    )
    first, second = reports([str(path)])
    assert isinstance(first, Report)
    assert (first.id, first.title, first.source.outlet) == ("boats-1", "Ten boats", "Quay Gazette")
    assert first.source.published == day(date(2023, 4, 20))
    assert told(first) == [("paragraph", ONE), ("paragraph", TWO)]
    assert isinstance(second, Problem)


def test_atom(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><id>urn:1</id><title>Boats</title>
        <link href="https://quay.example/1"/><published>2023-04-20T23:00:00-04:00</published><content>{ONE}</content></entry></feed>""",
        encoding="utf-8",
    )
    (report,) = reports([str(path)])
    assert isinstance(report, Report)
    assert (report.id, report.text, report.source.published) == ("urn:1", ONE, day(date(2023, 4, 20)))

"""What is known before the first sentence: whose page it is, and who is helped; how long things are remembered."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import ON, document, views

from wireledger.annotate import annotate
from wireledger.extract.memory import memory, own_side
from wireledger.extract.view import view
from wireledger.model import Block, Document, Report, Source, Span

TEXT = "We will send Moldova 40 radars."


def page(
    outlet: str | None = None, url: str | None = None, title: str | None = None, side: str | None = None
) -> Document:
    """A report of one sentence from such a page."""
    source = Source(outlet, url, speaks_for=side, published=ON)
    return annotate(Report("r1", TEXT, source, title=title, blocks=(Block(Span(0, len(TEXT)), "paragraph"),)))


@pytest.mark.parametrize(
    ("url", "side"),
    [
        ("https://www.gov.uk/government/news/radars-for-moldova", "gb"),
        ("https://www.whitehouse.gov/briefing-room/x", "us"),
        ("https://www.state.gov/x", "us"),
        ("https://www.defense.gov/News/Releases/x", "us"),
        ("https://www.defence.gov.au/news/x", "au"),
        ("https://www.defensa.gob.es/x", "es"),
        ("https://www.interior.gov.ua/x", "ua"),
        ("https://www.dnd.gov.ph/x", "ph"),
        ("https://www.mod.go.jp/x", "jp"),
        ("https://www.news.example/uk/gov-spending", None),
        ("https://www.governors.example/x", None),
        (None, None),
    ],
)
def test_an_address_tells_whose_page_it_is(url: str | None, side: str | None) -> None:
    assert own_side(page(url=url)) == side


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("Ministry of Defence of Latvia", "lv"),
        ("Government of Japan", "jp"),
        ("Spain (announcement)", "es"),
        ("Embassy of Kenya", "ke"),
        ("Norwegian Ministry of Foreign Affairs", "no"),
        ("Danish-Dutch Government Office", None),
        ("Philippines Department of National Defense", "ph"),
        ("The Haiti Courier", None),
        ("Korea Gazette", None),
        (None, None),
    ],
)
def test_an_official_outlet_tells_whose_page_it_is(outlet: str | None, side: str | None) -> None:
    assert own_side(page(outlet)) == side


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Remarks by President Biden on Moldova", "us"),
        ("Press conference by President Macron", "fr"),
        ("Statement by Prime Minister Albanese on Taiwan", "au"),
        ("Remarks by Minister Nobody", None),
        ("President Biden travels to Manila", None),
        ("Remarks on the harvest", None),
        (None, None),
    ],
)
def test_the_title_of_remarks_tells_who_speaks(title: str | None, side: str | None) -> None:
    assert own_side(page(title=title)) == side


def test_what_is_given_with_the_source_comes_first() -> None:
    assert own_side(page("Ministry of Defence of Latvia", "https://www.gov.uk/x", side="fr")) == "fr"


def test_an_address_comes_before_a_name() -> None:
    assert own_side(page("Ministry of Defence of Latvia", "https://www.gov.uk/x")) == "gb"


def test_whose_page_it_is_is_not_who_is_helped() -> None:
    made = document("Japan gives Palau boats for its own good. We will send Palau two more boats.", speaks_for="jp")
    remembered = memory(made, views(made), [])
    assert remembered.own_side == "jp"
    assert remembered.main_recipient is not None
    assert remembered.main_recipient.codes == ("pw",)


def test_the_topic_is_strong_where_help_is_told_again_and_again() -> None:
    much = document(*("Kenya will send Haiti 40 armoured vehicles." for _ in range(5)))
    none = document("The harvest was good.", "The rain came late.")
    assert memory(much, views(much), []).topic(2) == "all"
    assert memory(none, views(none), []).topic(0) == "none"


def test_titles_are_read_for_who_is_helped() -> None:
    made = page(title="More radars for Moldova")
    remembered = memory(made, views(made), [view(sentence) for sentence in made.title])
    assert remembered.main_recipient is not None
    assert remembered.main_recipient.codes == ("md",)

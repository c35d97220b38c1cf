"""The meeting at which a pledge was made, and what is none."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import claims, document, only_view, views

from wireledger.extract.forums import forum_of
from wireledger.extract.pledges import pledges
from wireledger.model import Field, Pledge

ROWS = [
    ("At the NATO summit, Canada promised Armenia 20 trucks.", "nato"),
    ("Italy pledged Moldova 20 radars at a meeting of the Ukraine Defense Contact Group.", "udcg"),
    ("During the Munich Security Conference, Norway promised Kosovo 15 boats.", "munich-security-conference"),
    ("Japan announced 30 million dollars for Sudan at the G7 summit.", "g7"),
    ("Latvia promised Moldova 40 drones at last year's NATO summit.", "nato"),
    ("At the 23rd Ukraine Defence Contact Group (UDCG) meeting, Ottawa promised Kyiv 40 radios.", "udcg"),
    ("On the sidelines of the NATO summit in Madrid, Oslo promised Chisinau six radars.", "nato"),
    ("At a gathering of EU defence ministers, Vilnius promised Kyiv 30 drones.", "eu"),
    ("At the NATO defence ministers' meeting, Vilnius promised Kyiv 30 drones.", "nato"),
    ("At the Ramstein meeting on Friday, Vilnius promised Kyiv 30 drones.", "udcg"),
    ("Qatar promised 60 million dollars for Sudan at the donors' conference in Paris.", "donor-conference"),
    ("Oslo opened a meeting of the Ukraine Contact Group, where it promised Kyiv 30 drones.", "udcg"),
    ("At the meeting with the Ukraine Contact Group, Ottawa promised Kyiv 40 radios.", "udcg"),
    ("Bern pledged Kyiv 9 million dollars at the international donors' conference in May.", "donor-conference"),
    ("Ahead of the NATO summit, Oslo promised Chisinau six radars.", None),
    ("NATO promised Georgia 12 boats.", None),
    ("The European Union gave Niger 40 trucks at the request of its army.", None),
    ("The talks of the G20 were long; Chile will send Haiti 10 medics.", None),
]


@pytest.mark.parametrize(("sentence", "forum"), ROWS)
def test_where_it_was_promised(sentence: str, forum: str | None) -> None:
    found = forum_of(only_view(sentence))
    assert (found[0] if found else None) == forum


def test_a_pledge_carries_its_forum_with_its_words() -> None:
    ((claim, pledge),) = claims("At the NATO summit, Canada promised Armenia 20 trucks.")
    assert pledge.forum == "nato"
    (field,) = [f for f in claim.evidence.fields if f.name == "forum"]
    (span,) = field.spans
    assert (
        claim.evidence.quote[span.start - claim.evidence.span.start : span.stop - claim.evidence.span.start] == "NATO"
    )


def forum_field(*paragraphs: str, title: str | None = None) -> tuple[str | None, Field | None, str]:
    """The forum of the last pledge told, the field that says where it stands, and the text."""
    made = document(*paragraphs, title=title)
    claim = pledges(made, views(made))[-1]
    assert isinstance(claim.event, Pledge)
    field = next((f for f in claim.evidence.fields if f.name == "forum"), None)
    return claim.event.forum, field, made.report.text


SUMMIT = "Leaders of the alliance opened the NATO summit in Vilnius on Wednesday."
GROUP = "At a meeting of the Ukraine Contact Group on Wednesday, "
CARRIED = [
    ("nato", "NATO", (SUMMIT, "At the summit, Canada promised Kyiv 20 trucks.")),
    ("nato", "NATO", (SUMMIT, "The hall was full.", "Canada promised Kyiv 20 trucks during the Vilnius summit.")),
    ("nato", "NATO", (SUMMIT, "They met the NATO-Ukraine Council.", "At the summit, Oslo promised Kyiv six radars.")),
    (
        "udcg",
        "Ukraine Contact Group",
        (f"{GROUP}Ottawa announced military aid for Kyiv.", "The package includes 40 radios."),
    ),
    ("udcg", "Ukraine Contact Group", (f"{GROUP}allies promised Kyiv more arms.", "Latvia will send 30 drones.")),
]


@pytest.mark.parametrize(("forum", "words", "paragraphs"), CARRIED)
def test_a_meeting_named_before_is_carried_from_there(forum: str, words: str, paragraphs: tuple[str, ...]) -> None:
    found, field, text = forum_field(*paragraphs)
    assert found == forum
    assert field is not None
    assert field.carried
    assert [text[s.start : s.stop] for s in field.spans] == [words]


def test_a_title_that_stands_at_a_meeting_gives_it_to_what_is_promised_on_its_page() -> None:
    told = ["We thank the members of the Ukraine Contact Group.", "Today Canada is announcing 40 radios for Kyiv."]
    found, field, text = forum_field(*told, title="Opening remarks at the Ukraine Contact Group meeting")
    assert found == "udcg"
    assert field is not None
    assert [text[s.start : s.stop] for s in field.spans] == ["Ukraine Contact Group"]


ELSEWHERE = [
    [SUMMIT, "Canada promised Kyiv 20 trucks."],
    [SUMMIT, "Canada promised Kyiv 20 trucks at a meeting of its cabinet."],
    ["At the NATO summit, allies promised Kyiv more arms.", "Latvia sent 30 drones last year."],
    ["At the NATO summit, allies promised Kyiv more arms.", "In June, Latvia had promised Kyiv 30 drones."],
    ["At the NATO summit, allies promised Kyiv more arms.", "Before the G7 summit, Latvia promised Kyiv 30 drones."],
    [SUMMIT, "At the summit, Canada is considering sending Kyiv 20 trucks."],
]


@pytest.mark.parametrize("paragraphs", ELSEWHERE)
def test_what_is_promised_elsewhere_takes_no_meeting(paragraphs: list[str]) -> None:
    assert forum_field(*paragraphs)[:2] == (None, None)

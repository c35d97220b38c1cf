"""Who is named as saying what a report tells of help, and in what mood a statement is made, against tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wireledger.annotate import annotate
from wireledger.extract.speech_page import turn_name, turn_party
from wireledger.extract.speech_turns import turns
from wireledger.extract.speech_voices import voices
from wireledger.extract.statements import statements
from wireledger.extract.view import view
from wireledger.model import Block, BlockKind, Document, Report, Source, Span, Statement, day


def cells(table: str) -> list[list[str]]:
    """The rows of a table beside this file, without its head and comments."""
    lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if not line.startswith("#")]


VOICES, MOODS = cells("voice_phrases.tsv"), cells("statement_moods.tsv")


def document(text: str) -> Document:
    """The text of a report of 20 April 2023, marked up."""
    return annotate(Report("r", text, Source(published=day(date(2023, 4, 20)))))


@pytest.mark.parametrize(("text", "word", "said_by"), VOICES, ids=[row[0] for row in VOICES])
def test_who_says_it(text: str, word: str, said_by: str) -> None:
    made = document(text)
    heard = voices(made, [view(s) for s in made.sentences])
    assert (heard.at(text.index(word), asked=True) or "") == said_by


@pytest.mark.parametrize(("text", "mood"), MOODS, ids=[row[0] for row in MOODS])
def test_the_mood_of_a_statement(text: str, mood: str) -> None:
    made = document(text)
    (claim,) = statements(made, [view(s) for s in made.sentences])
    assert claim.mood == mood


def test_the_tables_are_wide() -> None:
    assert len(VOICES) + len(MOODS) >= 60
    assert sum(not said_by for _, _, said_by in VOICES) >= 15


def test_a_promise_is_no_word_on_another_matter() -> None:
    text = "Joe Biden threatened to block the bid."
    made = document(text)
    assert voices(made, [view(s) for s in made.sentences]).at(text.index("bid")) is None


@pytest.mark.parametrize(("who", "speaker"), [("former Polish president", None), ("Polish president", "andrzej-duda")])
def test_who_once_held_an_office_does_not_speak_for_the_state(who: str, speaker: str | None) -> None:
    made = document(f'"Ukraine needs more tanks from its allies," the {who} said.')
    (claim,) = statements(made, [view(s) for s in made.sentences])
    assert isinstance(claim.event, Statement)
    assert (claim.event.speaker, claim.said_by) == (speaker, f"the {who}")


def page(title: str, text: str, kind: BlockKind = "paragraph") -> Document:
    """A page with its title, one block."""
    made = Report("r", text, Source(), title, blocks=(Block(Span(0, len(text)), kind),))
    return annotate(made)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Remarks by President Macron at the Harbour", "I came here today. The bridge will hold.", "Macron"),
        ("Statement by the Spokesman on the Visit of President Macron", "The bridge will hold.", None),
        ("Statement from President Macron on the Bridge", "I came here today. The bridge will hold.", None),
        ("President Macron Visits the Harbour", "I came here today. The bridge will hold.", None),
        ("Remarks by President Macron", '"I came here," Larsen said. The bridge will hold.', None),
    ],
)
def test_a_page_in_the_first_person_is_whose_its_title_says(title: str, text: str, expected: str | None) -> None:
    made = page(title, text)
    assert voices(made, [view(s) for s in made.sentences]).at(text.index("bridge")) == expected


@pytest.mark.parametrize(
    ("title", "words", "expected"),
    [
        ("Remarks by President Macron at the Harbour", "THE PRESIDENT", "Macron"),
        ("Remarks by Chancellor Scholz at the Harbour", "THE PRESIDENT", "THE PRESIDENT"),
        ("President Macron Visits the Harbour", "THE PRESIDENT", "THE PRESIDENT"),
        ("Remarks by President Macron at the Harbour", "MINISTER LARSEN", "MINISTER LARSEN"),
    ],
)
def test_an_office_that_has_the_word_is_whom_the_title_names_with_it(title: str, words: str, expected: str) -> None:
    assert turn_name(page(title, "The bridge will hold."), words) == expected


def speakers(title: str, text: str, kind: BlockKind = "paragraph") -> list[str | None]:
    """Who speaks in the statements of a page."""
    made = page(title, text, kind)
    return [
        c.event.speaker for c in statements(made, [view(s) for s in made.sentences]) if isinstance(c.event, Statement)
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("G7 Leaders' Statement", "We condemn Russia's attack on Ukraine and say that it must end.", ["g7"]),
        ("Joint Statement on the Harbour", "We say that Russia's attack on Ukraine must end.", []),
        ("Remarks by President Macron", "I want to say that Russia's attack on Ukraine must end.", []),
    ],
)
def test_we_are_those_whose_page_it_is(title: str, text: str, expected: list[str | None]) -> None:
    assert speakers(title, text) == expected


def test_a_turn_is_told_by_the_surname_in_its_title() -> None:
    made = page(
        "Remarks by President Emmanuel Macron and Chancellor Olaf Scholz", "PRESIDENT MACRON: It must end.", "turn"
    )
    (told,) = turns([view(s) for s in made.sentences])
    party = turn_party(made, told[1])
    assert party is not None
    assert party.code == "emmanuel-macron"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Olaf Scholz said he and Emmanuel Macron had agreed to help Ukraine.\n\n"
            "“Russia must not be allowed to win this war.”",
            "olaf-scholz",
        ),
        (
            "Olaf Scholz said Ukraine would win. “If Vladimir Putin stays, we do not know what comes. "
            "But we know that Ukraine will need tanks,” he added.",
            "olaf-scholz",
        ),
    ],
)
def test_who_goes_on_speaking(text: str, expected: str) -> None:
    made = document(text)
    told = statements(made, [view(s) for s in made.sentences])[-1].event
    assert isinstance(told, Statement)
    assert told.speaker == expected


def test_an_adviser_is_not_whom_he_advises() -> None:
    made = document(
        "Erik Holm, an adviser to the Ukrainian president, Volodymyr Zelensky, said Russia would attack Ukraine."
    )
    (told,) = (c.event for c in statements(made, [view(s) for s in made.sentences]))
    assert isinstance(told, Statement)
    assert told.speaker is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway announced that it would help Ukraine, the Daily Post reported.",
            [("no", "it would help Ukraine")],
        ),
        (
            "Putin said a deal would end Ukraine's bid for NATO, prompting Kyiv to call the offer “a poisoned apple”.",
            [("vladimir-putin", "a deal would end Ukraine's bid for NATO"), ("ua", "the offer “a poisoned apple”")],
        ),
    ],
)
def test_where_words_end_and_whose_the_next_are(text: str, expected: list[tuple[str, str]]) -> None:
    made = document(text)
    told = [c.event for c in statements(made, [view(s) for s in made.sentences])]
    assert [(e.speaker, e.words) for e in told if isinstance(e, Statement)] == expected

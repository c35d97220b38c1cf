"""Contacts that no rule tells but the weights do: sessions, joined meetings, conversations; and what stays silent."""

from __future__ import annotations

import pytest
from tests.extract.told import ON, claims, shown, transcript

from wireledger.annotate import annotate
from wireledger.extract.actors import actors
from wireledger.extract.choice import weights_of
from wireledger.extract.contact_choice import HINTED, TABLE, Option, Question, likeliest
from wireledger.extract.contact_guesses import Guess
from wireledger.extract.contact_hints import Hint, hints
from wireledger.extract.contact_memory import ContactMemory
from wireledger.extract.contact_voices import hear
from wireledger.extract.contacts import contacts
from wireledger.extract.deeds import deeds
from wireledger.extract.view import View, view
from wireledger.lexicon.hints import hint_nouns, hint_verbs
from wireledger.lexicon.meeting import contact_verbs
from wireledger.model import Document, Report, Source, day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Their defence ministers, Bill Blair and Boris Pistorius, held a session in Ottawa on Tuesday.",
            "meeting  bill-blair+boris-pistorius  in Ottawa asserted 2023-04-18",
        ),
        (
            "Petr Pavel participated in a meeting of EU leaders in Brussels.",
            "meeting  petr-pavel+eu  in Brussels asserted ?",
        ),
        (
            "Joe Biden told Yoon Suk Yeol in their conversation on Monday that shells were short.",
            "call  joe-biden+yoon-suk-yeol asserted 2023-04-17",
        ),
    ],
)
def test_what_no_rule_tells(text: str, expected: str) -> None:
    assert [shown(claim) for claim in claims(contacts, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The event drew many visitors to Lisbon.",
        "Petr Pavel welcomed the decision of Germany.",
        "Norway joined the sanctions of the European Union.",
        "Giorgia Meloni said the discussions at home were over.",
        "Denmark and Sweden go to great lengths to help.",
        "The phone of Mark Rutte was old.",
    ],
)
def test_hints_that_tell_nothing(text: str) -> None:
    assert claims(contacts, text) == ()


def test_a_claim_says_whether_a_rule_or_the_weights_told_it() -> None:
    (ruled,) = claims(contacts, "Emmanuel Macron visited Warsaw on Tuesday.")
    (hinted,) = claims(contacts, "Petr Pavel and Klaus Iohannis held a session in Brno on Tuesday.")
    assert not ruled.rule.startswith(HINTED)
    assert hinted.rule == f"{HINTED}session"


def test_every_hint_is_found_once() -> None:
    sentence = annotate(Report("r", "He held a phone call before he went to the session.", Source())).sentences[0]
    told = view(sentence)
    found = hints(told, deeds(told, contact_verbs()))
    assert [(hint.word, hint.forms[0]) for hint in found] == [("call", "call"), ("go", "visit"), ("session", "meeting")]


def test_silence_wins_over_a_guess_that_much_speaks_against() -> None:
    weights = weights_of(TABLE)
    assert likeliest(_question(min(weights, key=weights.__getitem__))) is None
    assert likeliest(_question(max(weights, key=weights.__getitem__))) is not None


def test_the_words_are_each_named_once() -> None:
    nouns = [noun.noun.words for some in hint_nouns().values() for noun in some]
    assert len(nouns) == len(set(nouns))
    assert all(noun.forms for some in hint_nouns().values() for noun in some)
    assert {form.verb.form for some in hint_verbs().values() for form in some} == {"visit", "meeting", "call"}


def _question(mark: str) -> Question:
    hint = Hint(("visit",), 0, 1, "visit", None, "noun", None, None)
    return Question(hint, 0, False, [Option(Guess("visit", (), frozenset()), (mark,), frozenset())])


READOUT = "Readout of President Joe Biden's Call with President Petr Pavel of Czechia"


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Joe Biden spoke with Petr Pavel. They discussed grain.", READOUT, "2023-04-20"),
        ("Joe Biden spoke with Petr Pavel in March.", READOUT, "2023-03-01..2023-04-01"),
        ("Joe Biden, who spoke with Petr Pavel before, sent grain.", READOUT, "?"),
        ("Joe Biden met with Petr Pavel.", READOUT, "?"),
        ("Joe Biden spoke with Petr Pavel.", "Grain is short", "?"),
    ],
)
def test_what_a_readout_tells_is_of_its_day(text: str, title: str, expected: str) -> None:
    (claim, *_) = claims(contacts, text, title)
    assert shown(claim).rpartition(" ")[2] == expected
    if expected == "2023-04-20":
        assert next(f for f in claim.evidence.fields if f.name == "when").carried


def test_turns_are_said_by_those_present_and_reporters_by_nobody() -> None:
    title = "Remarks by President Biden and President Yoon Suk Yeol of the Republic of Korea Before Bilateral Meeting"
    turns = ("PRESIDENT YOON:  It is good to be back.", "Q    Was it good?", "PRESIDENT BIDEN:  Thank you.")
    document, views = transcript(title, *turns)
    memory = ContactMemory()
    hear(document, views, [actors(told) for told in views], memory)
    said = {told.sentence.index: memory.voices.get(told.sentence.index) for told in views}
    codes = [voice.code if voice else None for voice in said.values()]
    assert codes == ["yoon-suk-yeol", None, "joe-biden"]


def test_who_is_greeted_came_on_the_day_of_the_speech() -> None:
    title = "Remarks by President Biden and Prime Minister Kaja Kallas Before Bilateral Meeting"
    thanks, recalled = (
        "PRESIDENT BIDEN:  Thank you for coming to Washington.",
        "PRIME MINISTER KALLAS:  I was in Paris.",
    )
    found = contacts(*transcript(title, thanks, recalled))
    assert [shown(claim) for claim in found] == [
        "visit  kaja-kallas  in Washington asserted 2023-04-20",
        "visit  kaja-kallas  in Paris asserted ?",
    ]


@pytest.mark.parametrize(
    ("title", "turn", "expected"),
    [
        (
            "Remarks by President Biden at the NATO Meeting",
            "We told NATO so at this meeting in Riga.",
            "2023-04-20",
        ),
        ("Remarks by President Biden on Grain", "We told NATO so at this summit in Riga.", "2023-04-20"),
        ("Remarks by President Biden on Grain", "We told NATO so at the summit in Riga.", "?"),
        ("Remarks by President Biden on Grain", "I just did a meeting with the G7 leaders.", "2023-04-20"),
        ("Remarks by President Biden on Grain", "I did a meeting with the G7 leaders.", "?"),
    ],
)
def test_what_is_said_at_a_contact_is_of_the_day_of_the_speech(title: str, turn: str, expected: str) -> None:
    told = [shown(claim) for claim in claims(contacts, turn, title)]
    assert [line.rpartition(" ")[2] for line in told if line.startswith("meeting")] == [expected]


def test_what_is_said_at_a_contact_is_where_the_speech_is_given() -> None:
    title = "Remarks by President Biden and Prime Minister Kaja Kallas Before Bilateral Meeting"
    told = "PRESIDENT BIDEN:  It is good to have you back."
    (greeted,) = contacts(*transcript(title, told, opening="Oval Office"))
    assert shown(greeted) == "visit  kaja-kallas  in Oval Office asserted 2023-04-20"
    assert next(field for field in greeted.evidence.fields if field.name == "place").carried


def test_a_statement_several_make_is_of_the_day_they_met() -> None:
    text = "We, the leaders of the G7, met with President Volodymyr Zelensky to speak of grain."
    (claim, *_) = claims(contacts, text, "G7 Leaders' Statement")
    assert shown(claim).endswith(" 2023-04-20")


def test_this_meeting_is_that_of_those_who_speak_at_it() -> None:
    title = "Remarks by President Biden and Prime Minister Kaja Kallas Before Bilateral Meeting"
    before = "PRESIDENT BIDEN:  I met Petr Pavel and Giorgia Meloni in Rome in March."
    found = contacts(*transcript(title, before, "PRIME MINISTER KALLAS:  This meeting is important."))
    assert shown(found[-1]) == "meeting  kaja-kallas+joe-biden asserted 2023-04-20"


def test_who_has_the_word_is_not_spoken_of() -> None:
    title = "Press Call by National Security Advisor Jake Sullivan"
    found = contacts(*transcript(title, "MR. SULLIVAN:  Good morning.", "MR. SULLIVAN:  He was in Riga on Monday."))
    assert not any("jake-sullivan" in shown(claim) for claim in found)


def test_the_president_of_a_page_is_its_states() -> None:
    text = "On Tuesday, the President visited Warsaw."
    (own,) = contacts(*_page(text, Source(speaks_for="fr", published=day(ON))))
    assert shown(own) == "visit  emmanuel-macron  in Warsaw asserted 2023-04-18"
    assert contacts(*_page(text, Source(published=day(ON)))) == ()


def _page(text: str, source: Source) -> tuple[Document, list[View]]:
    document = annotate(Report("r", text, source))
    return document, [view(sentence) for sentence in document.sentences]

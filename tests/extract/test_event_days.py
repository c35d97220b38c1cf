"""On which days contacts and memberships happened, against texts read by hand; the reports are of 20 April 2023."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.annotate import annotate
from wireledger.extract.contacts import contacts
from wireledger.extract.memberships import memberships
from wireledger.extract.view import view
from wireledger.model import Claim, Contact, Interval, Membership, Report, Source, day, month

MONDAY, TUESDAY, THURSDAY, FRIDAY = (day(date(2023, 4, number)) for number in (17, 18, 20, 21))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emmanuel Macron visited Warsaw on Tuesday.", TUESDAY),
        ("On Tuesday, Emmanuel Macron visited Warsaw.", TUESDAY),
        ("On Tuesday, Emmanuel Macron said he had visited Warsaw.", None),
        ("Emmanuel Macron said on Tuesday that he would visit Warsaw on Friday.", FRIDAY),
        ("Emmanuel Macron will visit Warsaw on Friday, his office said on Tuesday.", FRIDAY),
        ("Emmanuel Macron will visit Warsaw, his office said on Tuesday.", None),
        ("On Tuesday, Pedro Sanchez urged Joe Biden to visit Madrid.", None),
        ("Emmanuel Macron said on Tuesday during a visit to Warsaw that shells were short.", TUESDAY),
        ("Emmanuel Macron spoke on Tuesday as he received Giorgia Meloni in Paris.", TUESDAY),
        ("Emmanuel Macron was back on Wednesday, two days after he had visited Warsaw.", MONDAY),
        ("Emmanuel Macron visited Warsaw two days after the vote on Sunday.", TUESDAY),
        ("Emmanuel Macron praised Tuesday's visit by Joe Biden to Warsaw.", TUESDAY),
        ("Emmanuel Macron visited Warsaw to speak of Monday's strike.", None),
        ("Emmanuel Macron visited Warsaw as the 2024 campaign began.", None),
        ("Emmanuel Macron visited Warsaw after the 9 April attack.", None),
        (
            "Emmanuel Macron will visit Warsaw for the 80th anniversary of the 1944 D-Day landings in June.",
            month(2023, 6),
        ),
        ("Emmanuel Macron visited Warsaw to mark its May 3 holiday.", None),
        ("Emmanuel Macron visited Warsaw on the 18 April last.", TUESDAY),
        ("Emmanuel Macron attended the 18 April NATO summit in Warsaw.", TUESDAY),
        # a vague part of a month is the month, one told by its bounds is not
        ("Emmanuel Macron visited Warsaw at the beginning of April.", month(2023, 4)),
        ("Emmanuel Macron visited Warsaw at the end of last month.", month(2023, 3)),
        ("Emmanuel Macron will visit Warsaw in late June.", month(2023, 6)),
        ("Emmanuel Macron will visit Warsaw in late 2023.", Interval(date(2023, 9, 1), date(2024, 1, 1))),
        ("Emmanuel Macron will visit Warsaw from 20 to 22 May.", Interval(date(2023, 5, 20), date(2023, 5, 23))),
        ("Emmanuel Macron has not visited Warsaw since 24 February 2022.", None),
        # days of something else in the sentence
        ("Emmanuel Macron visited Warsaw for the first time since the strike began two years ago.", None),
        ("Emmanuel Macron visited Warsaw to mark the invasion of Georgia on 8 August 2008.", None),
        ("Emmanuel Macron met Wang Yi, who took office in March.", None),
        ("Emmanuel Macron met Wang Yi, who runs the ministry, on Tuesday.", TUESDAY),
        ("Emmanuel Macron will visit Warsaw tomorrow, April 22.", day(date(2023, 4, 22))),
        # days right before the word for it are its own, whatever else is told
        ("Emmanuel Macron and Andrzej Duda spoke of the war at a Monday meeting in Warsaw.", MONDAY),
        ("Emmanuel Macron will travel to Warsaw to attend Friday's NATO summit.", FRIDAY),
    ],
)
def test_a_contacts_own_days(text: str, expected: Interval | None) -> None:
    (claim, *_) = read(contacts, text)
    assert isinstance(claim.event, Contact)
    assert (claim.event.when.interval if claim.event.when else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told again, before or after
        ("Emmanuel Macron has visited Warsaw. Emmanuel Macron visited Warsaw on Tuesday.", [TUESDAY, TUESDAY]),
        ("Emmanuel Macron visited Warsaw on Tuesday. Macron's visit to Warsaw was his first.", [TUESDAY, TUESDAY]),
        # told on two days: neither
        (
            "Emmanuel Macron visited Warsaw on Monday. Emmanuel Macron visited Warsaw on Tuesday. "
            "Rain fell. Emmanuel Macron has visited Warsaw.",
            [MONDAY, TUESDAY, None],
        ),
        # what goes on from it
        ("Emmanuel Macron visited Warsaw on Tuesday. He met Andrzej Duda.", [TUESDAY, TUESDAY]),
        ("Emmanuel Macron visited Warsaw on Tuesday. He had met Andrzej Duda earlier.", [TUESDAY, None]),
        ("Emmanuel Macron visited Warsaw on Tuesday. He will meet Andrzej Duda.", [TUESDAY, None]),
        ("Emmanuel Macron visited Warsaw on Tuesday. He visited Prague.", [TUESDAY, None]),
        ("Emmanuel Macron visited Warsaw on Tuesday. He also visited Prague.", [TUESDAY, TUESDAY]),
        (
            "Emmanuel Macron visited Warsaw on Tuesday. He also visited Prague, a first since the invasion.",
            [TUESDAY, TUESDAY],
        ),
        ("Emmanuel Macron visited Warsaw on Tuesday. He had also visited Prague earlier.", [TUESDAY, None]),
        # "today" in a quotation is the day of the speech
        (
            'Emmanuel Macron called Andrzej Duda on Tuesday. "Emmanuel Macron called Andrzej Duda today," he wrote.',
            [TUESDAY, TUESDAY],
        ),
        ('"Emmanuel Macron called Andrzej Duda today," he wrote.', [THURSDAY]),
        (
            "Emmanuel Macron called Andrzej Duda on Tuesday. Emmanuel Macron called Andrzej Duda today.",
            [TUESDAY, THURSDAY],
        ),
        # meetings of one of them are not this meeting
        (
            "Emmanuel Macron met Andrzej Duda and Giorgia Meloni. Rain fell. "
            "It was one of Macron's meetings on Tuesday in Belgium.",
            [None, TUESDAY],
        ),
    ],
)
def test_days_are_carried(text: str, expected: list[Interval | None]) -> None:
    found = [claim.event.when for claim in read(contacts, text) if isinstance(claim.event, Contact)]
    assert [when.interval if when else None for when in found] == expected


def test_what_is_told_for_the_end_of_this_month_lies_ahead() -> None:
    (claim,) = read(contacts, "The NATO summit in Warsaw at the end of this month is near.")
    assert isinstance(claim.event, Contact)
    assert (claim.mood, claim.event.when and claim.event.when.interval) == ("planned", month(2023, 4))


def test_a_gathering_told_as_planned_anywhere_is_ahead_wherever_its_words_leave_that_open() -> None:
    text = "Rain may fall at the NATO summit in Oslo. Norway will host the NATO summit in Oslo on Friday."
    found = [claim for claim in read(contacts, text) if isinstance(claim.event, Contact)]
    assert {claim.mood for claim in found} == {"planned"}
    assert [c.event.when and c.event.when.interval for c in found if isinstance(c.event, Contact)] == [FRIDAY, FRIDAY]


def test_carried_days_say_so() -> None:
    _, claim = read(contacts, "Emmanuel Macron visited Warsaw on Tuesday. He met Andrzej Duda.")
    (when,) = (field for field in claim.evidence.fields if field.name == "when")
    assert when.carried


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finland joined NATO on Tuesday.", TUESDAY),
        ("Finland will join NATO on Friday, officials said on Tuesday.", FRIDAY),
        ("Giorgia Meloni said on Tuesday that she supported Georgia's bid to join NATO.", TUESDAY),
        ('"Sweden should not join NATO. It would be a mistake," Viktor Orban said on Tuesday.', TUESDAY),
        ("On Tuesday ships sailed close to Greece, also a NATO member.", None),
    ],
)
def test_a_memberships_own_days(text: str, expected: Interval | None) -> None:
    (*_, claim) = read(memberships, text)
    assert isinstance(claim.event, Membership)
    assert (claim.event.when.interval if claim.event.when else None) == expected


def read(reader: object, text: str) -> tuple[Claim, ...]:
    """The claims one reader finds in a text."""
    assert callable(reader)
    document = annotate(Report("r", text, Source(published=day(date(2023, 4, 20)))))
    found: tuple[Claim, ...] = reader(document, [view(sentence) for sentence in document.sentences])
    return found

"""When pledges are due and when they were made, against sentences read by hand; the report is of 20 April 2023."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from wireledger.annotate import annotate
from wireledger.extract.offers import offers
from wireledger.extract.times import due_of, when_of
from wireledger.extract.view import view
from wireledger.model import Report, Source, day

DUE = (
    ("Oslo will send eight tanks in the coming weeks.", "the coming weeks"),
    ("Oslo will send eight tanks by the end of the month.", "by the end of the month"),
    ("Oslo will soon send eight tanks.", "soon"),
    ("Oslo will send eight tanks as soon as possible.", "as soon as possible"),
    ("Oslo will hand over eight tanks before the summer.", "before the summer"),
    ("Oslo will hand over eight tanks starting in early 2024.", "starting in early 2024"),
    ("Oslo plans to deliver eight tanks in June.", "June"),
    ("Eight tanks will be delivered in June.", "June"),
    ("Eight tanks are to arrive next week.", "next week"),
    ("Oslo promised eight tanks for next year.", "next year"),
    ("In the coming months, Oslo will provide eight tanks and 20 howitzers.", "the coming months"),
    ("By the end of May Oslo will have delivered eight tanks.", "By the end of May"),
    ("Oslo pledged 500 million euros in military aid over five years.", "over five years"),
    ("Oslo pledged 500 million euros in military aid over several years.", "over several years"),
    ("Oslo will give 500 million euros in aid over the next two years.", "the next two years"),
    ("Oslo allocated 20 million euros to demining in 2023.", "2023"),
    ("Oslo commits to provide 126 million euros in military aid in 2023, including drones.", "2023"),
    ("Oslo committed 2 billion euros in grants over fiscal year 2023.", "fiscal year 2023"),
    ("Oslo will send eight tanks this year.", "this year"),
    ("Oslo will provide longer-term supplies of air defence and artillery.", "longer-term"),
    ("Oslo promised that the first eight tanks would come by the summer.", "by the summer"),
    ("First tanks ready: beginning of 2024.", "beginning of 2024"),
    ("Eight tanks are to arrive around New Year.", "New Year"),
    ("Oslo has promised eight tanks by summer.", "by summer"),
    ("Oslo pledged eight tanks (delivery by June).", "by June"),
    ("Oslo pledged eight tanks by the end of the year.", "by the end of the year"),
    ("Oslo pledged eight tanks, with delivery expected by the end of the year.", "by the end of the year"),
    ("Oslo agreed to hand over eight tanks in September.", "September"),
    ("Oslo agreed on Monday on eight tanks, starting in June.", "starting in June"),
    ("For 2024, Oslo committed 20 million euros in aid.", "2024"),
    ("Oslo approved 20 million euros in humanitarian aid for the winter.", "the winter"),
    (
        "Oslo will deliver the following to Kyiv by the end of the year: eight tanks and 30 howitzers.",
        "by the end of the year",
    ),
    ("Oslo will deliver eight tanks over the course of the year.", "over the course of the year"),
    ("Oslo pledged eight tanks in the autumn.", None),
    ("Oslo promised to send eight tanks on Friday.", None),
    ("Oslo will send eight tanks, the ministry said on Friday.", None),
    ("Oslo will send eight tanks, the ministry said on Friday, by June.", None),
    ("Today, Oslo is announcing eight tanks.", None),
    ("On Tuesday, Oslo announced eight tanks.", None),
    ("Oslo has delivered eight tanks this year.", None),
    ("Oslo delivered eight tanks in 2023.", None),
    ("Oslo has sent eight tanks since February 2022.", None),
    ("In the last few hours, Oslo has approved eight tanks.", None),
    ("In November, the king will host a meeting, where Oslo will offer eight tanks.", None),
    ("The premier spoke today about the work to deliver eight tanks.", None),
    ("He wants the war to end by the winter, and asked for eight tanks.", None),
    ("Oslo will send 650 missiles, the first of them before the end of the year.", None),
    ("Oslo will send eight tanks, taking the total to 20 this financial year.", None),
    ("Oslo will send eight tanks despite a vote on Sunday in its parliament.", None),
    ("As of June, Oslo will have sent eight tanks.", None),
    ("Now, Oslo is providing eight tanks.", None),
    ("Oslo will give aid with an immediate focus on drones.", None),
    ("Oslo will keep sending tanks, with an agreement on drones expected later this month.", None),
    ("Oslo gave eight tanks, which will help the army next year.", None),
)
WHEN = (
    ("On Tuesday, Oslo announced eight tanks.", day(date(2023, 4, 18))),
    ("Oslo will send eight tanks, the ministry said on Wednesday.", day(date(2023, 4, 19))),
    ("Oslo has sent eight tanks since February 2022.", None),
    ("Oslo will send eight tanks in June.", None),
    ("Oslo gave eight tanks out of the 2022 budget.", None),
)


def read(text: str) -> tuple[str | None, object]:
    """The words of when the first offer is due, and the days on which it was made."""
    document = annotate(Report("r", text, Source(published=day(date(2023, 4, 20)))))
    for sentence in document.sentences:
        seen = view(sentence)
        for offer in offers(seen):
            due, when = due_of(document, seen, offer), when_of(document, seen, offer)
            if due is not None:
                assert due[1].of(text) == due[0].words
            return (due[0].words if due else None), (when[0].interval if when else None)
    raise AssertionError(f"no offer in {text}")


def test_due() -> None:
    outcomes: Counter[str] = Counter()
    for text, expected in DUE:
        due, _ = read(text)
        outcome = "right" if due == expected else "empty" if due is None else "wrong"
        outcomes[outcome] += 1
        if outcome != "right":
            print(f"{outcome}: {text} wants {expected}, has {due}")
    assert outcomes["right"] >= 0.9 * len(DUE)
    assert outcomes["wrong"] <= 2


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_when(text: str, expected: object) -> None:
    assert read(text)[1] == expected

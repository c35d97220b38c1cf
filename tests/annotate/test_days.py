"""The grammar of days against a table of phrases, a list that stays silent, and the laws it keeps."""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from wireledger.annotate import annotate
from wireledger.annotate.days import Anchor, find_days, item_day, tense_at
from wireledger.annotate.tokens import tokens as tokens_of
from wireledger.model import Days, Interval, Report, Source, Token, day

TABLE = Path(__file__).with_name("days_phrases.tsv")


class Row(NamedTuple):
    """A sentence, where its expression stands in it, and the days a careful reader takes from it."""

    sentence: str
    words: str
    anchor: Anchor
    expected: Interval | None


def split(sentence: str) -> tuple[Token, ...]:
    """The tokens of a sentence."""
    return tuple(tokens_of(sentence, 0, len(sentence)))


def rows() -> list[Row]:
    """The table of phrases."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if not line.startswith("#")]
    return [_row(*line.split("\t")) for line in lines]


def found(sentence: str, words: str, anchor: Anchor) -> Days | None:
    """What was read of these words."""
    mentions = [mention.thing for mention in find_days(split(sentence), anchor)]
    return next((thing for thing in mentions if isinstance(thing, Days) and thing.words == words), None)


@pytest.mark.parametrize("name", ["Agenda 2063", "Vision 2030", "Project 2025", "Horizon 2027", "Roadmap 2050"])
def test_a_programme_named_for_a_year_is_no_day(name: str) -> None:
    text = f"The ministers held talks on {name} in Accra on Tuesday."
    told = [mention.thing for mention in find_days(split(text), Anchor(day(date(2023, 7, 13))))]
    assert [thing.words for thing in told if isinstance(thing, Days)] == ["Tuesday"]


def test_a_plan_in_small_letters_may_have_a_year() -> None:
    told = find_days(split("They will carry out the plan in 2025."), Anchor(day(date(2023, 7, 13))))
    assert len(told) == 1


def test_phrases() -> None:
    table = rows()
    wrong, silent = [], []
    for row in table:
        days = found(row.sentence, row.words, row.anchor)
        if days is None or (days.interval is None and row.expected is not None):
            silent.append((row, days))
        elif days.interval != row.expected:
            wrong.append((row, days))
    for name, faults in (("wrong", wrong), ("silent", silent)):
        for row, days in faults:
            print(f"{name}: {row.sentence} [{row.words}] wants {row.expected}, has {days}")
    assert len(table) >= 450
    assert 1 - (len(wrong) + len(silent)) / len(table) >= 0.95
    assert len(wrong) / len(table) <= 0.02


@pytest.mark.parametrize(
    "sentence",
    [
        "He may march on the capital for a second time.",
        "The second convoy brought 2,000 troops.",
        "Sun and wind power the base.",
        "The MON-50 mine was found near the road.",
        "He asked for 155 mm shells and 2000 soldiers.",
        "The brigade lost 1999 rifles.",
        "The army has 2022 trucks.",
        "One day the war will end.",
        "Decades of neglect left it weak.",
        "The fall of the city surprised many.",
        "A spring in the mechanism broke.",
        "Theresa May called the vote.",
        "May we help you?",
        "Workers march through the streets.",
        "The minister saw an august crowd.",
        "It holds half of the land.",
        "The quarter around the station burnt.",
        "Each battery fires 12 missiles.",
        "The U.S. sent 31 Abrams tanks.",
        "They met for the first time.",
        "A $2024 bill was paid.",
        "The HIMARS can strike 80 km away.",
        "Prices rise every week.",
        "The five-year plan stands.",
        "Shells cost more per year.",
        "He served for two years.",
        "It took six months to train them.",
        "The 12-month course is hard.",
        "He is 42 years old.",
        "Soldiers fight day and night.",
        "Ten days of talks brought nothing.",
        "The 2000 soldiers came home.",
        "It adapts to today's challenges.",
        "The March on Rome was invoked by the speaker.",
    ],
)
def test_silence(sentence: str) -> None:
    assert find_days(split(sentence), Anchor(day(date(2023, 7, 13)))) == ()


@pytest.mark.parametrize(
    ("sentence", "word", "tense"),
    [
        ("He said on Thursday that they will come.", "Thursday", "behind"),
        ("He said that they will come on Thursday.", "Thursday", "ahead"),
        ("They are going to sign it on Friday.", "Friday", "ahead"),
        ("Berlin is set to vote on Friday.", "Friday", "ahead"),
        ("They had planned for Friday and lost.", "Friday", "behind"),
        ("The plan agreed on Friday will help.", "Friday", "behind"),
        ("Talks on Friday", "Friday", "now"),
        ("They have visited it on Friday.", "Friday", "behind"),
        ("They will send armored vehicles on Friday.", "Friday", "ahead"),
    ],
)
def test_tense(sentence: str, word: str, tense: str) -> None:
    tokens = split(sentence)
    assert tense_at(tokens, [token.text for token in tokens].index(word)) == tense


@pytest.mark.parametrize(
    ("sentence", "anchor", "label"),
    [
        ("It came on 4 January 2023.", Anchor(None), "text"),
        ("It came on Friday.", Anchor(day(date(2023, 7, 13))), "publication"),
        ("It came the next day.", Anchor(None, day(date(2023, 7, 13))), "event"),
        ("It came on Friday.", Anchor(day(date(2023, 7, 13)), None, True), "caption"),
        ("It came on Friday.", Anchor(None), "unknown"),
        ("It came on Friday.", Anchor(Interval(None, date(2023, 7, 13))), "unknown"),
    ],
)
def test_what_days_hang_on(sentence: str, anchor: Anchor, label: str) -> None:
    (mention,) = find_days(split(sentence), anchor)
    assert isinstance(mention.thing, Days)
    assert mention.thing.anchor == label


def test_mentions_stand_apart_and_quote_the_text() -> None:
    for row in rows():
        tokens, last = split(row.sentence), 0
        for mention in find_days(tokens, row.anchor):
            assert isinstance(mention.thing, Days)
            assert last <= mention.first < mention.last <= len(tokens)
            quoted = row.sentence[tokens[mention.first].start : tokens[mention.last - 1].stop]
            assert mention.thing.words == quoted
            last = mention.last


def test_any_order_of_words_is_read_without_fault() -> None:
    chance = random.Random(7)
    vocabulary = sorted(
        {token.text for row in rows() for token in split(row.sentence)}
        | {"I", "second", "half", "less", "than", "hours", "ago"}
    )
    anchors = [Anchor(None), *(row.anchor for row in rows()[::9])]
    for _ in range(1500):
        tokens = split(" ".join(chance.choices(vocabulary, k=chance.randint(1, 14))))
        last = 0
        for mention in find_days(tokens, chance.choice(anchors)):
            assert last <= mention.first < mention.last <= len(tokens)
            last = mention.last


def test_days_move_with_their_anchor_by_whole_weeks() -> None:
    for shift in (7, 28):
        base = date(2023, 7, 13)
        moved = date.fromordinal(base.toordinal() + shift)
        one = found("It came last Friday.", "last Friday", Anchor(day(base)))
        two = found("It came last Friday.", "last Friday", Anchor(day(moved)))
        assert one is not None
        assert two is not None
        assert one.interval is not None
        assert two.interval is not None
        assert one.interval.start is not None
        assert two.interval.start is not None
        assert (two.interval.start - one.interval.start).days == shift


def test_a_sentence_without_time_costs_little() -> None:
    tokens = split("The ministry declined to comment on how many launchers the brigade had asked for in its letter.")
    anchor = Anchor(day(date(2023, 7, 13)))
    best = min(_seconds(tokens, anchor) for _ in range(20))
    assert best < 50e-6  # 15 millionths of a second on an idle machine


def _seconds(tokens: tuple[Token, ...], anchor: Anchor) -> float:
    start = time.perf_counter()
    for _ in range(50):
        find_days(tokens, anchor)
    return (time.perf_counter() - start) / 50


def _row(marked: str, anchor: str, start: str, stop: str) -> Row:
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    expected = None if start == "-" else Interval(_end(start), _end(stop))
    return Row(before + words + after, words, _anchor(anchor), expected)


def _anchor(text: str) -> Anchor:
    first, *others = text.removeprefix("caption ").split()
    event = day(date.fromisoformat(others[0])) if others else None
    start, dots, stop = first.partition("..")
    if first == "-":
        return Anchor(None, event)
    published = (
        Interval(date.fromisoformat(start), date.fromisoformat(stop)) if dots else day(date.fromisoformat(start))
    )
    return Anchor(published, event, text.startswith("caption"))


def _end(text: str) -> date | None:
    return None if text == "open" else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("4 Jun 2022 09.15 BST Shells fell on the port today.", date(2022, 6, 4)),
        ("Sat 4 Jun 2022 09.15 BST", date(2022, 6, 4)),
        ("From 30 May 2022 17.43 The minister said talks went on.", date(2022, 5, 30)),
        ("Updated 11:42 AM EDT, Sat June 4, 2022", date(2022, 6, 4)),
        ("June 4, 2022 at 9:15 a.m. ET The minister spoke.", date(2022, 6, 4)),
        ("4 June 2022 The minister spoke.", None),
        ("On 4 June 2022 at 9:15 a.m. the shelling began.", None),
        ("4 Jun 2019 09.15 BST", None),
        ("09.15 BST The minister spoke.", None),
    ],
)
def test_the_day_of_an_item_of_a_live_page(words: str, expected: date | None) -> None:
    published = day(date(2022, 6, 5))
    assert item_day(split(words), published) == (day(expected) if expected else None)


def test_an_items_weekday_is_told_from_its_own_day() -> None:
    text = "30 Jun 2022 17.43\nThe premier spoke on Thursday and will speak again tomorrow."
    source = Source(published=day(date(2022, 7, 2)))
    days = [
        mention.thing
        for sentence in annotate(Report("r", text, source)).sentences
        for mention in sentence.mentions
        if isinstance(mention.thing, Days)
    ]
    assert [one.interval for one in days if one.words in ("Thursday", "tomorrow")] == [
        day(date(2022, 6, 30)),
        day(date(2022, 7, 1)),
    ]

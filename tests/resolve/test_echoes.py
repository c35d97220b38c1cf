"""Copies of one text are one voice, however they were cut and retitled; the same event in other words is not."""

from __future__ import annotations

import random

from wireledger.model import Block, Report, Source, Span
from wireledger.resolve import voices

FIRST = "Three northern governments said on Monday that they would pay together for a bridge train and its crews."
SECOND = "The trucks leave a yard on the coast in spring, and a second column follows before the harvest is in."
THIRD = "An official in the harbour town warned that spare wheels are short and that the road is steep in places."
OTHER = (
    "Spare wheels are short, a harbour official warned, while on Monday three governments agreed to pay for bridges."
)


def report(name: str, *paragraphs: str, **source: str) -> Report:
    """A report of these paragraphs."""
    return Report(name, "\n\n".join(paragraphs), Source(**source))  # type: ignore[arg-type]


def groups(*reports: Report) -> list[set[str]]:
    """The reports that share a voice, by id."""
    told = voices(reports)
    return [{r for r, voice in told.items() if voice == name} for name in sorted(set(told.values()))]


def test_copies_in_every_dress_are_one_voice() -> None:
    whole = report("a", "BERGEN (Northwire) - " + FIRST, SECOND, THIRD)
    cut = report("b", FIRST, SECOND)
    moved = report("c", THIRD, FIRST, "A line that the desk wrote on its own to lead into it.", SECOND)
    edited = report("d", FIRST.replace("said on Monday", "said Monday"), SECOND.replace("harvest", "crop"), THIRD)
    assert groups(whole, cut, moved, edited) == [{"a", "b", "c", "d"}]


def test_other_words_for_the_same_event_are_another_voice() -> None:
    assert groups(report("a", FIRST, SECOND, THIRD), report("b", OTHER)) == [{"a"}, {"b"}]


def test_a_quoted_sentence_does_not_make_a_copy() -> None:
    quoting = report(
        "b",
        "Our man on the coast saw none of it for weeks and wonders what the yard is really for.",
        SECOND,
        "He counted seven vans, two cranes and a dog that barked at each of them until the evening came.",
        "Nobody at the gate would say when a column might be ready, or whether there is one at all.",
    )
    assert groups(report("a", FIRST, SECOND, THIRD), quoting) == [{"a"}, {"b"}]


def test_headlines_and_tails_are_left_out() -> None:
    tail = (
        "Read more of our stories on the war and write to the desk at the address below, or leave a comment here now."
    )
    texts = [(f"{FIRST}\n\n{tail}", FIRST), (f"{THIRD}\n\n{tail}", THIRD)]
    reports = [
        Report(
            f"r{n}",
            text,
            Source(),
            blocks=(Block(Span(0, len(body)), "paragraph"), Block(Span(len(body) + 2, len(text)), "tail")),
        )
        for n, (text, body) in enumerate(texts)
    ]
    assert groups(*reports) == [{"r0"}, {"r1"}]


def test_short_and_empty_texts_stand_alone_unless_equal() -> None:
    assert groups(report("a", ""), report("b", ""), report("c", "No."), report("d", "No.")) == [
        {"a"},
        {"b"},
        {"c"},
        {"d"},
    ]
    same = "Oslo will send eight tanks."
    assert groups(report("a", same), report("b", same), report("c", "Oslo will send nine tanks.")) == [
        {"a", "b"},
        {"c"},
    ]


def test_what_stands_under_every_report_makes_no_copies_and_hides_none() -> None:
    notice = "All rights to this story are kept by the agency and by those who print it, in whole or in part, anywhere."
    bodies = [" ".join(f"word{n}x{m}" for m in range(30)) for n in range(120)]
    copied = [report(f"r{n:03}", body, notice) for n, body in enumerate(bodies)]
    last = report("r999", bodies[100], notice)
    assert [group for group in groups(*copied, last) if len(group) > 1] == [{"r100", "r999"}]


def test_a_text_under_which_many_reports_stand_hides_no_copy() -> None:
    sign = "Sign up below for the morning letter of this desk and read what the night brought before your first cup."
    chance = random.Random(3)
    others = [
        report(f"m{n:03}", " ".join(f"word{chance.randrange(10_000)}" for _ in range(40)), sign) for n in range(60)
    ]
    told = groups(report("a", FIRST, SECOND, THIRD), *others, report("z", FIRST, THIRD, sign))
    assert [some for some in told if len(some) > 1] == [{"a", "z"}]
    assert len(told) == 61

"""Words, their places in the text as written, and where sentences end."""

from __future__ import annotations

import pytest

from wireledger.annotate.plain import plain
from wireledger.annotate.sentences import sentences
from wireledger.annotate.tokens import split, tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Duda's F-16s", "Mr. Duda 's F-16s"),
        ("the U.S.-led group", "the U.S.-led group"),
        ("1,600 shells, 1.2bn euros", "1,600 shells , 1.2bn euros"),
        ("155mm 2A4 20th 24-hour 2023-24", "155mm 2A4 20th 24-hour 2023-24"),
        ("20-30, 1-1.5, 1,000-2,000", "20-30 , 1-1.5 , 1,000-2,000"),
        ("$20m €5 EUR165m A$3 C$80.5m", "$ 20m € 5 EUR 165m A$ 3 C$ 80.5m"),
        ("German-made M1A1 and T-72", "German-made M1A1 and T-72"),
        ("at 10 a.m. on Oct. 3", "at 10 a.m. on Oct. 3"),
        ("N’Djamena and don’t", "N'Djamena and don't"),
        ("“We will”", '" We will "'),
        ("Rodríguez de Łódź", "Rodríguez de Łódź"),
        ("a\u00a0b\nc", "a b c"),
        ("am\u00admuni\u200btion", "ammunition"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert words(text) == expected.split()
    assert split(text) == tuple(expected.split())


def test_tokens_know_their_place_behind_vanished_marks() -> None:
    text = "x \u00adam\u00admunition\u00ad for \u200bKyiv"
    found = tokens(text, 2, len(text))
    assert [text[t.start : t.stop] for t in found] == ["am\u00admunition", "for", "Kyiv"]
    smooth = plain(text, 0, len(text))
    assert smooth.text == "x ammunition for Kyiv"
    assert [text[smooth.original(i)] for i in range(len(smooth.text))] == list(smooth.text)


@pytest.mark.parametrize(
    "marked",
    [
        "The U.S. sent tanks.| It sent shells.",
        "It came from the U.S.| The rest is Polish.",
        "Mr. Duda met Gen. Zaluzhny and Sen. Graham.| They talked.",
        "“We will.”| He left.",
        "“Will you?” she asked.",
        "He said: “Go.”| “Now?” she asked.",
        "They met at 10 a.m. on Friday.| Then they left.",
        "It costs $1.5 million.| Really!| Yes.",
        "Lloyd J. Austin spoke.| Then Austin left.",
        "It ended.| von der Leyen left.",
        "Was it over?| No.",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    cut = [text[s[0].start : s[-1].stop] for s in sentences(tokens(text, 0, len(text)))]
    assert cut == [part.strip() for part in marked.split("|")]

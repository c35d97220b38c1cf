"""Laws of marking up: every place lies inside the text, nothing overlaps, and the way back from plain text is right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.marked import report

from wireledger.annotate import annotate
from wireledger.annotate.plain import plain
from wireledger.annotate.sentences import sentences
from wireledger.annotate.tokens import tokens

PIECES = (
    "Poland Polish Kyiv Jordan Georgia President Zelensky chancellor German NATO alliance the of to and or between from"
    " at least more than up about hand over 14 1,600 20-30 1.2bn $ € EUR165m -two million dozen half a several dozens"
    " euros kroner Norwegian tanks Leopard 2 F-16s Patriot batteries military economic aid rounds on Friday 4 January"
    " 2023 . , ? ! ( ) \" ' “ ” ’s - – U.S. Mr. a.m. von der el-Sisi \n \u00a0 \u00ad \u200b İ ß"
).split(" ")
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", "\u00a0"])), max_size=40).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    ),
)


@given(TEXTS)
def test_tokens_are_their_slices_made_plain(text: str) -> None:
    stop = 0
    for token in tokens(text, 0, len(text)):
        assert stop <= token.start < token.stop <= len(text)
        slice_ = plain(text, token.start, token.stop).text
        assert token.text == ('"' if slice_ in (",,", "<<", ">>") else slice_)
        assert token.lower == token.text.lower()
        stop = token.stop


@given(TEXTS)
def test_plain_text_leads_back_to_the_original(text: str) -> None:
    smooth = plain(text, 0, len(text))
    places = [smooth.original(i) for i in range(len(smooth.text) + 1)]
    assert places == sorted(set(places))
    assert places[-1] <= len(text)
    assert all(plain(text, place, place + 1).text == char for place, char in zip(places, smooth.text, strict=False))


@given(TEXTS)
def test_sentences_keep_every_token(text: str) -> None:
    words = tokens(text, 0, len(text))
    assert [token for sentence in sentences(words) for token in sentence] == words


@given(TEXTS)
def test_mentions_lie_inside_their_sentence_and_apart(text: str) -> None:
    for sentence in annotate(report(text)).sentences:
        stop = 0
        for mention in sentence.mentions:
            assert stop <= mention.first < mention.last <= len(sentence.tokens)
            assert 0 <= sentence.place(mention.first, mention.last).stop <= len(text)
            stop = mention.last


@given(TEXTS)
def test_reading_twice_is_reading_once(text: str) -> None:
    assert annotate(report(text)) == annotate(report(text))

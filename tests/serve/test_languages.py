"""Each language says what English says: the same words to fill in, as many forms as its grammar has."""

from __future__ import annotations

from string import Formatter

import pytest
from babel import Locale
from fastapi.testclient import TestClient

from wireledger.serve import app
from wireledger.serve.words import FORMS, LANGUAGES, WORDS, catalogue, counted, own_words, speaking
from wireledger.store import Store

OTHERS = [code for code in LANGUAGES if code != "en"]
COUNTED = sorted({key.removesuffix(".many") for key in WORDS if key.endswith(".many") and "{n}" in WORDS[key]})


def slots(words: str) -> set[str]:
    return {slot for _, slot, _, _ in Formatter().parse(words) if slot}


def expected(code: str) -> set[str]:
    """The keys a language must have: those of English, with a form of counted words for each of its own."""
    forms = {FORMS[form] for form in {*Locale.parse(LANGUAGES[code]).plural_form.tags, "other"}}
    plain = {key for key in WORDS if key.rpartition(".")[0] not in COUNTED or key.rpartition(".")[2] not in FORMS}
    return plain | {f"{stem}.{form}" for stem in COUNTED for form in forms}


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_said_that_english_does_not_ask(code: str) -> None:
    strange = {key for key in own_words(code) if not key.startswith("party.")} - expected(code)
    assert strange == set()


@pytest.mark.parametrize("code", OTHERS)
def test_everything_is_said(code: str) -> None:
    assert sorted(expected(code) - set(own_words(code))) == []


@pytest.mark.parametrize("code", OTHERS)
def test_the_same_is_filled_in(code: str) -> None:
    told = own_words(code)
    same = {key: WORDS.get(key, WORDS.get(f"{key.rpartition('.')[0]}.many", "")) for key in told}
    named = {key for key in told if not key.startswith("party.")}
    assert [key for key in sorted(named) if slots(told[key]) != slots(same[key])] == []


def test_counted_words_take_the_form_of_their_number() -> None:
    with speaking("uk"):
        told = [counted("claim", n) for n in (1, 3, 5, 11, 21, 22, 112)]
        assert counted("entry", 2) == "2 записи"
        assert counted("entry", 5) == "5 записів"
    assert told == [
        *("1 твердження", "3 твердження", "5 тверджень", "11 тверджень", "21 твердження"),
        *("22 твердження", "112 тверджень"),
    ]
    with speaking("de"):
        assert [counted("claim", n) for n in (1, 2, 1000)] == ["1 Aussage", "2 Aussagen", "1.000 Aussagen"]


def test_no_word_is_left_empty_or_in_another_alphabet() -> None:
    for code in OTHERS:
        assert [key for key, words in own_words(code).items() if not words and key != "parties.with_article"] == []
    latin = [
        key for key, words in own_words("uk").items() if key.startswith(("review.", "honesty.")) and words.isascii()
    ]
    assert latin == []


@pytest.mark.parametrize(("code", "words"), [("de", "Aussagen"), ("uk", "тверджень"), ("en", "claims")])
def test_pages_speak_it(ledger: Store, code: str, words: str) -> None:
    client = TestClient(app(ledger), headers={"Accept-Language": code})
    entry = max(ledger.entries(), key=lambda entry: len(entry.claims))
    assert len(entry.claims) > 4
    assert words in client.get(f"/entry/{entry.id}").text
    assert catalogue(code)["site.claim"] in client.get("/about").text

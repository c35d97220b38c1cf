"""Parties against a table of phrases: who the words in square brackets are on that day, and whom they act for."""

from __future__ import annotations

import pytest
from tests.annotate.marked import Row, report, rows

from wireledger.annotate import annotate
from wireledger.annotate.people import slug
from wireledger.model import Party, Report


def parties(report: Report) -> list[tuple[str, Party]]:
    """The words and the party of every mention of one, in order of place."""
    return [
        (sentence.place(mention.first, mention.last).of(report.text), mention.thing)
        for sentence in annotate(report).sentences
        for mention in sentence.mentions
        if isinstance(mention.thing, Party)
    ]


def shown(party: Party) -> str:
    """A party as the table writes it: its code, and whom it acts for where that is another or not known."""
    return party.code if party.acts_for == party.code else f"{party.code}>{party.acts_for or '?'}"


@pytest.mark.parametrize("row", rows("parties_phrases.tsv"), ids=str)
def test_parties(row: Row) -> None:
    read = [(words, shown(party)) for words, party in parties(row.report)]
    assert read == list(zip(row.words, row.readings, strict=True))


@pytest.mark.parametrize(
    ("words", "named_by"),
    [
        ("Poland", "name"),
        ("Polish", "demonym"),
        ("Warsaw", "capital"),
        ("Pentagon", "body"),
        ("Polish officials", "office"),
        ("Polish lawmakers", "office"),
        ("Andrzej Duda", "person"),
    ],
)
def test_how_a_party_is_named(words: str, named_by: str) -> None:
    ((found, party),) = parties(report(f"On that day the {words} agreed."))
    assert (found, party.named_by) == (words, named_by)


def test_slugs() -> None:
    names = {"Pilar Cancela Rodríguez": "pilar-cancela-rodriguez", "Lloyd J. Austin, Jr.": "lloyd-austin"}
    assert {name: slug(name) for name in names} == names
    assert slug("Łukasz Øster") == "lukasz-oster"

"""Marks up one report: blocks into sentences, sentences into tokens with their mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from wireledger.annotate.days import Anchor, find_days
from wireledger.annotate.items import find_items
from wireledger.annotate.money import Currencies, find_money
from wireledger.annotate.names import names
from wireledger.annotate.parties import find_parties
from wireledger.annotate.people import People
from wireledger.annotate.phrases import join_phrases
from wireledger.annotate.places import find_places
from wireledger.annotate.quantities import find_quantities
from wireledger.annotate.quotes import QuoteState, quoted
from wireledger.annotate.sentences import sentences
from wireledger.annotate.settle import settle
from wireledger.annotate.tokens import tokens
from wireledger.lexicon.parties import currencies
from wireledger.model import Block, Days, Document, Interval, Mention, Report, Sentence, Span, Token


def annotate(report: Report) -> Document:
    """The report's document: sentences of all blocks but the tail, and of the title given beside the text."""
    people = People(names(), _one_day(report.source.published), report.source.speaks_for)
    anchor = Anchor(report.source.published, None, False)
    title = _title(report, people, anchor)
    body: list[Sentence] = []
    event: Interval | None = None
    quotes = QuoteState()
    for position, block in enumerate(report.blocks or _whole(report)):
        if block.kind == "tail":
            continue
        quotes.new_block()
        for words in sentences(tokens(report.text, block.span.start, block.span.stop)):
            here = replace(anchor, event=event, caption=block.kind == "caption")
            mentions = _mentions(words, people, here)
            body.append(Sentence(len(body), position, block.kind, tuple(words), tuple(mentions), quoted(words, quotes)))
            event = _last_event(mentions) or event
    return Document(report, tuple(body), (), title)


def _mentions(words: list[Token], people: People, anchor: Anchor) -> list[Mention]:
    found = [
        *find_money(words, _currencies()),
        *find_days(words, anchor),
        *find_items(words),
        *find_parties(words, people),
        *find_places(words, people.names),
        *find_quantities(words),
    ]
    return join_phrases(words, settle(found))


def _title(report: Report, people: People, anchor: Anchor) -> tuple[Sentence, ...]:
    """The title's sentences; their offsets count in the title, not in the text."""
    if not report.title:
        return ()
    found: list[Sentence] = []
    for words in sentences(tokens(report.title, 0, len(report.title))):
        mentions = tuple(_mentions(words, people, anchor))
        found.append(Sentence(-1, -1, "headline", tuple(words), mentions, (False,) * len(words)))
    return tuple(found)


def _whole(report: Report) -> tuple[Block, ...]:
    return (Block(Span(0, len(report.text)), "paragraph"),) if report.text else ()


def _one_day(published: Interval | None) -> date | None:
    """A day to look up offices on: the first of the interval in which the report appeared."""
    return published.start if published else None


def _last_event(mentions: list[Mention]) -> Interval | None:
    """The last single day a sentence dates an event with."""
    for mention in reversed(mentions):
        thing = mention.thing
        if isinstance(thing, Days) and thing.interval and thing.interval.start and thing.interval.stop:
            if (thing.interval.stop - thing.interval.start).days == 1:
                return thing.interval
    return None


@cache
def _currencies() -> Currencies:
    marks: dict[str, str] = {}
    words: dict[str, str | None] = {}
    adjectives: dict[str, dict[str, str]] = {}
    for currency, demonyms in _with_demonyms():
        for mark in (*currency.symbols, currency.code):
            marks.setdefault(mark, currency.code)
        for word in (*currency.words, currency.code):
            lower = word.lower()
            words[lower] = currency.code if lower not in words or currency.code == words[lower] else None
            for demonym in demonyms:
                adjectives.setdefault(demonym.lower(), {})[lower] = currency.code
    for word, code in (("dollar", "USD"), ("dollars", "USD"), ("pound", "GBP"), ("pounds", "GBP")):
        words[word] = code
    return Currencies(marks, words, adjectives)


def _with_demonyms() -> Iterator[tuple["Currency", tuple[str, ...]]]:
    from wireledger.lexicon.parties import states

    by_code = {s.code: s for s in states()}
    for currency in currencies():
        state = by_code.get(currency.state or "")
        yield currency, (*state.demonyms, *state.aliases) if state else ()

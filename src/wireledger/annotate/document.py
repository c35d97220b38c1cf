"""Marks up one report: blocks into sentences, sentences into tokens with their mentions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from wireledger.annotate.days import Anchor, find_days, item_day
from wireledger.annotate.figures import figure_places
from wireledger.annotate.items import find_items
from wireledger.annotate.money import find_money, named_currencies
from wireledger.annotate.names import names
from wireledger.annotate.parties import find_parties
from wireledger.annotate.people import People
from wireledger.annotate.phrases import join_phrases
from wireledger.annotate.places import find_places
from wireledger.annotate.quantities import find_quantities
from wireledger.annotate.quotes import QuoteState, quoted
from wireledger.annotate.sentences import sentences
from wireledger.annotate.settle import settle
from wireledger.annotate.shared import named_states, with_owners
from wireledger.annotate.tokens import tokens
from wireledger.lexicon.namesakes import meant
from wireledger.model import Block, Days, Document, Interval, Mention, Report, Sentence, Span, Token, Trees


class Told(NamedTuple):
    """What a report has named so far: the currencies of its sums and where, the states that might own a shared one."""

    currencies: dict[str, Span]
    states: set[str]


def annotate(report: Report, trees: Trees | None = None) -> Document:
    """The report's document: sentences of all blocks but the tail, and of the title given beside the text.

    `trees` draws the trees of sentences for a second reader.
    """
    elsewhere = frozenset(one.surface for one in meant(report.text) if one.reading is None or one.reading.code is None)
    people = People(names(), _one_day(report.source.published), report.source.speaks_for, not_states=elsewhere)
    anchor = Anchor(report.source.published, None, False)
    title = _title(report, people, anchor)
    body: list[Sentence] = []
    event: Interval | None = None
    told = Told({}, set())
    quotes = QuoteState()
    for position, block in enumerate(report.blocks or _whole(report)):
        if block.kind == "tail":
            continue
        marked = tokens(report.text, block.span.start, block.span.stop)
        quotes.new_block(marked)
        if (item := item_day(marked, report.source.published)) is not None:
            anchor = replace(anchor, published=item)
        for words in sentences(marked):
            here = replace(anchor, event=event, caption=block.kind == "caption")
            mentions = _mentions(words, people, here, told)
            told.currencies.update(named_currencies(words, mentions))
            told.states.update(named_states(mentions))
            body.append(Sentence(len(body), position, block.kind, tuple(words), tuple(mentions), quoted(words, quotes)))
            event = _last_event(mentions) or event
    return Document(report, tuple(body), (), title, trees)


def _mentions(words: list[Token], people: People, anchor: Anchor, told: Told) -> list[Mention]:
    places = figure_places(words)
    found = [
        *find_money(words, places, told.currencies),
        *find_days(words, anchor),
        *find_items(words),
        *find_parties(words, people),
        *find_places(words, people.names),
        *find_quantities(words, places),
    ]
    return join_phrases(words, with_owners(words, settle(found), told.states))


def _title(report: Report, people: People, anchor: Anchor) -> tuple[Sentence, ...]:
    """The title's sentences; their offsets count in the title, not in the text."""
    if not report.title:
        return ()
    found: list[Sentence] = []
    for words in sentences(tokens(report.title, 0, len(report.title))):
        mentions = tuple(_mentions(words, people, anchor, Told({}, set())))
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
        if isinstance(thing, Days) and thing.interval and _is_one_day(thing.interval):
            return thing.interval
    return None


def _is_one_day(interval: Interval) -> bool:
    return interval.start is not None and interval.stop is not None and (interval.stop - interval.start).days == 1

"""How a report was read, sentence by sentence: what was found, the claims with their rows, and what was doubted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wireledger.annotate import annotate, tree_of
from wireledger.extract import extract
from wireledger.extract.confidence import threshold
from wireledger.extract.pledges import candidates
from wireledger.extract.view import view
from wireledger.model import Claim, Days, Document, Item, Mention, Money, Party, Place, Quantity, Report, Sentence
from wireledger.model.show import amount_text, claim_text, interval_text, money_text

FAINT = 0.1  # readings less likely than this are not worth a line


def explained(report: Report, parse: bool = False) -> str:
    """The report's day, then each sentence in which something was read or doubted; says so when there is none.

    With `parse` what the second reader says stands beside (NoParserError where its parser is absent).
    """
    document = annotate(report, tree_of if parse else None)
    claims = _by_sentence(document, extract(document))
    doubts = _doubts(document)
    told = [s for s in document.sentences if claims[s.index] or doubts[s.index]]
    lines = [_day(report)]
    for sentence in told:
        lines += ["", *_sentence(document, sentence, claims[sentence.index], doubts[sentence.index])]
    if not told:
        lines += ["", f"no claim was read in {report.id}", *_mentions_of_all(document)]
    return "\n".join(lines)


def _day(report: Report) -> str:
    source = report.source
    basis = f" ({source.published_basis})" if source.published_basis else ""
    return f"{report.id}: of {interval_text(source.published)}{basis}"


def _sentence(document: Document, sentence: Sentence, claims: list[Claim], doubts: list[str]) -> Iterator[str]:
    words = " ".join(sentence.span.of(document.report.text).split())
    yield f"« {words} »"
    found = "; ".join(_mention(document, sentence, m) for m in sentence.mentions)
    yield f"    found: {found or 'nothing known'}"
    for claim in claims:
        yield from (f"    {line}" for line in claim_text(claim).splitlines())
        yield from (f"        {row}" for row in claim.trace)
    yield from (f"    doubted: {doubt}" for doubt in doubts)


def _mentions_of_all(document: Document) -> Iterator[str]:
    for sentence in document.sentences:
        if sentence.mentions:
            yield from _sentence(document, sentence, [], [])


def _mention(document: Document, sentence: Sentence, mention: Mention) -> str:
    words = " ".join(sentence.place(mention.first, mention.last).of(document.report.text).split())
    return f"{words} = {_thing(mention)}"


def _thing(mention: Mention) -> str:
    match mention.thing:
        case Party(code, kind, named_by, acts_for):
            return f"{kind} {code} by {named_by}" + (f" for {acts_for}" if acts_for not in (code, None) else "")
        case Item(_, category, model, strength):
            return f"{strength} item, {category}" + (f" {model}" if model else "")
        case Quantity() as quantity:
            return amount_text(quantity) or "some"
        case Money() as money:
            return money_text(money)
        case Days(_, interval, anchor):
            return f"{interval_text(interval)} by {anchor}"
        case Place(name, country):
            return f"place {name}" + (f" in {country}" if country else "")


def _by_sentence(document: Document, claims: tuple[Claim, ...]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        at = next((s.index for s in document.sentences if claim.evidence.anchor < s.span.stop), 0)
        found[at].append(claim)
    return found


def _doubts(document: Document) -> dict[int, list[str]]:
    """Pledges that were read but held too unlikely, by sentence."""
    found: dict[int, list[str]] = defaultdict(list)
    views = [view(sentence) for sentence in document.sentences]
    least = threshold(len(views))
    for seen, reading, chance in candidates(document, views):
        if FAINT <= chance < least:
            words = seen.text(reading.offer.first, reading.offer.last)
            found[seen.sentence.index].append(
                f"a pledge of «{words}», {reading.step.step}: likely to {chance:.2f} only"
            )
    return found

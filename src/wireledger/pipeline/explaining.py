"""How a report was read, sentence by sentence: what was found, the claims with their rows, and what was doubted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wireledger.annotate import annotate, tree_of
from wireledger.extract import Findings, findings
from wireledger.extract.confidence import pledge_reasons, threshold
from wireledger.extract.offers import offers
from wireledger.extract.pledges import candidates, passed_over
from wireledger.extract.readings import Reading
from wireledger.extract.view import View, view
from wireledger.model import Claim, Days, Document, Item, Mention, Money, Party, Place, Quantity, Report, Sentence, Span
from wireledger.model.show import amount_text, claim_text, interval_text, money_text
from wireledger.pipeline.explain_words import in_words

LONGEST = 160  # code points of a sentence that something was carried from
FAINT = 0.1  # a reading less likely than this is not doubted but held to be none


def explained(report: Report, parse: bool = False) -> str:
    """The report's day, then each sentence in which something was read, doubted or passed over, with the reasons.

    With `parse` what the second reader says stands beside (NoParserError where its parser is absent).
    """
    document = annotate(report, tree_of if parse else None)
    found = findings(document)
    claims = _by_sentence(document, found.claims)
    doubts = _doubts(document)
    shown = [s for s in document.sentences if claims[s.index] or doubts[s.index]]
    lines = [_day(report), *_held(report, found)]
    if not any(claims.values()):
        lines += ["", f"no claim was read in {report.id}"]
    for sentence in shown:
        lines += ["", *_sentence(document, sentence, claims[sentence.index], doubts[sentence.index])]
    if not shown:
        lines += _mentions_of_all(document)
    return "\n".join(lines)


def _day(report: Report) -> str:
    source = report.source
    basis = f" ({source.published_basis})" if source.published_basis else ""
    return f"{report.id}: of {interval_text(source.published)}{basis}"


def _held(report: Report, found: Findings) -> Iterator[str]:
    """What is doubtful about the report, and what of it was held against what is known and agrees."""
    yield from (f"problem ({problem.code}): {problem.message}" for problem in (*report.problems, *found.problems))
    yield from (f"checked ({check.code}): {check.message}" for check in (*report.checks, *found.checks))


def _sentence(document: Document, sentence: Sentence, claims: list[Claim], doubts: list[str]) -> Iterator[str]:
    words = " ".join(sentence.span.of(document.report.text).split())
    yield f"« {words} »"
    found = "; ".join(_mention(document, sentence, m) for m in sentence.mentions)
    yield f"    found: {found or 'nothing known'}"
    for claim in claims:
        yield from (f"    {line}" for line in claim_text(claim).splitlines())
        yield from (f"        {row}" for row in (*in_words(claim.trace), *_read_from(document, claim)))
    yield from (f"    {doubt}" for doubt in doubts)


def _read_from(document: Document, claim: Claim) -> Iterator[str]:
    """The words each field was read from; of one that was carried also the sentence where they stand."""
    said = [
        f"{field.name} " + ", ".join(f"«{_flat(document, span)}»" for span in field.spans)
        for field in claim.evidence.fields
        if field.spans and not field.carried
    ]
    if said:
        yield f"read from: {'; '.join(said)}"
    for field in claim.evidence.fields:
        for span in field.spans if field.carried else ():
            there = next((s.span for s in document.sentences if s.span.holds(span)), span)
            yield f"carried: {field.name} from «{_flat(document, span)}» in « {_flat(document, there)} »"


def _flat(document: Document, span: Span) -> str:
    """The words of a place in one line, shortened where they are many."""
    words = " ".join(span.of(document.report.text).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _mentions_of_all(document: Document) -> Iterator[str]:
    for sentence in document.sentences:
        if sentence.mentions:
            yield from _sentence(document, sentence, [], [])


def _mention(document: Document, sentence: Sentence, mention: Mention) -> str:
    words = _flat(document, sentence.place(mention.first, mention.last))
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
    """Pledges that were doubted or held to be none, and sentences passed over, each with the reasons, by sentence."""
    found: dict[int, list[str]] = defaultdict(list)
    views = [view(sentence) for sentence in document.sentences]
    for index, why in passed_over(document, views).items():
        if offers(views[index]):
            found[index].append(f"silent: {why}")
    least = threshold(len(views))
    for seen, reading, chance in candidates(document, views):
        if chance < least:
            found[seen.sentence.index].append(_doubt(seen, reading, chance, least))
    return found


def _doubt(seen: View, reading: Reading, chance: float, least: float) -> str:
    words = seen.text(reading.offer.first, reading.offer.last)
    speak_for, against = pledge_reasons(reading.marks - {"always"})
    named = (("against:", against), ("for:", speak_for))
    reasons = "".join(f"; {name} {', '.join(some)}" for name, some in named if some)
    if chance < FAINT:
        return f"silent: «{words}» is held to be no help, likely to {chance:.2f}{reasons}"
    return f"doubted: a pledge of «{words}», {reading.step.step}: likely to {chance:.2f}, {least:.2f} is asked{reasons}"

"""Reads pledges: every thing that may be given, governed by a word of help, with who gives, to whom, and how far.

What the sentence does not name is carried from the report's memory, and says so: "we", "the package", lists under a
header. What no word of help governs, or what helps nobody else, stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wireledger.extract.clauses import clauses
from wireledger.extract.confidence import THRESHOLD, pledge_chance, pledge_confidence, threshold
from wireledger.extract.headers import header_package, opens_list
from wireledger.extract.joint import with_joint
from wireledger.extract.marks import is_listed_as_help, marks_of
from wireledger.extract.memory import Known, Memory, Package, memory
from wireledger.extract.offers import Offer, offers
from wireledger.extract.owning import (
    does_itself,
    is_compared,
    is_first_of_its_kind,
    is_made,
    is_possessed,
    is_trained_on,
)
from wireledger.extract.pledge_claims import claim_of, telling
from wireledger.extract.readings import Reading, read_offer
from wireledger.extract.recalled import settled
from wireledger.extract.second_reader import second_marks
from wireledger.extract.sureness import sureness
from wireledger.extract.turn_memory import is_question, turns_of
from wireledger.extract.view import View
from wireledger.extract.view import view as view_of
from wireledger.model import (
    Claim,
    Days,
    Document,
    Money,
)


def pledges(document: Document, views: list[View]) -> tuple[Claim, ...]:
    """The pledge claims of a document, in order of place; where it has trees, each is read a second time by them."""
    least = threshold(len(views))
    told = [
        _weighed(document, view, reading, chance)  # now: what is remembered goes on
        for view, reading, chance in candidates(document, views)
        if chance >= least
    ]
    if not told:
        return ()
    around = telling(document, views, [view_of(sentence) for sentence in document.title])
    return tuple(claim_of(around, view, reading, sure) for view, reading, sure in told)


def _weighed(document: Document, view: View, reading: Reading, chance: float) -> tuple[View, Reading, float]:
    """A reading and how sure it is, with what the second reader says of it; that changes nothing else."""
    second = second_marks(view, reading, document.trees(view.sentence)) if document.trees else ()
    traced = replace(reading, trace=(*reading.trace, *second))
    return view, traced, pledge_confidence(sureness(view, reading, chance), second)


def passed_over(document: Document, views: list[View]) -> dict[int, str]:
    """Why sentences are not read for pledges at all, by their index."""
    remembered = memory(document, views, [])
    turns = turns_of(views, [], remembered.own_side)
    found: dict[int, str] = {}
    for view in views:
        turns.enter(view, remembered)
        reasons = (
            (_is_note(view), "a correction tells what was wrong before"),
            (_is_history(document, view), "told of long ago"),
            (turns.is_asking(view), "a reporter's words in a transcript"),
            (is_question(view), "a question"),
        )
        why = next((why for holds, why in reasons if holds), None)
        if why is not None:
            found[view.sentence.index] = why
    return found


def candidates(document: Document, views: list[View]) -> Iterator[tuple[View, Reading, float]]:
    """Every offer with its reading and how likely it is a claim that is right; only likely ones are remembered."""
    title = [view_of(sentence) for sentence in document.title]
    remembered = memory(document, views, title)
    turns = turns_of(views, title, remembered.own_side)
    for view in views:
        turns.enter(view, remembered)
        if _is_note(view) or _is_history(document, view):
            continue
        asked = turns.is_asking(view) or is_question(view)
        if view.sentence.block_kind not in ("bullet", "list_header"):
            remembered.list_package = None
        view = with_joint(view, remembered.joint)
        readings: list[Reading] = []
        found: list[tuple[Reading, float]] = []
        remembered.name(view)
        here, heads = offers(view), opens_list(view)
        seen = clauses(view) if here or heads else None
        for offer in here:
            assert seen is not None
            reading = read_offer(document, seen, offer, remembered, readings)
            reading = replace(reading, marks=marks_of(view, reading, remembered))
            unclear = _may_be_money(view, offer, remembered)
            chance = 0.0 if unclear or _is_no_help(view, reading) else pledge_chance(reading.marks)
            if chance >= _WEIGHED:
                reading = settled(view, reading, document.report.source.published)
            if chance >= THRESHOLD and asked:
                _remember_recipient(reading, remembered)
            elif chance >= THRESHOLD:
                readings.append(reading)
                turns.note(reading.donors, "donors" in reading.carried)
                _remember(view, reading, remembered)
            found.append((reading, chance))
        if heads and seen is not None and not readings and not asked:
            remembered.list_package = header_package(seen, remembered)
        if asked:
            continue  # what is asked is no fact; of it only whom it is about is remembered
        for reading, chance in _with_their_lists(view, found, threshold(len(views))):
            yield view, reading, chance
        _remember_named(view, remembered)


_WEIGHED = THRESHOLD / 3
"""The least chance of a reading that a list may lift among what is told."""
_AGE = 30 * 365


def _is_history(document: Document, view: View) -> bool:
    """Whether a sentence dates what it tells more than thirty years before the report."""
    published = document.report.source.published
    told = [m.thing.interval for m in view.sentence.mentions if isinstance(m.thing, Days)]
    stops = [interval.stop for interval in told if interval is not None and interval.stop is not None]
    if published is None or published.start is None:
        return False
    return any((published.start - stop).days > _AGE for stop in stops)


def _may_be_money(view: View, offer: Offer, remembered: Memory) -> bool:
    """ "Fifteen more" right behind sums alone: of billions as likely as of things."""
    if not offer.bare or remembered.last_thing is not None or remembered.summed is None:
        return False
    return view.sentence.index - remembered.summed <= 1


def _is_no_help(view: View, reading: Reading) -> bool:
    """Whether a thing is bought by who has it, or a sum is spent on one's own: "27 billion for its armed forces"."""
    money = reading.offer.money
    own = money is not None and [view.lower(money.last), view.lower(money.last + 1)] == ["for", "its"]
    return (
        _is_bought(view, reading.offer)
        or _is_price(view, reading.offer)
        or _is_trade(view, reading.offer)
        or is_possessed(view, reading)
        or is_trained_on(view, reading.offer)
        or does_itself(reading)
        or is_first_of_its_kind(view, reading)
        or is_compared(view, reading.offer)
        or is_made(reading)
        or (own and reading.recipient_how in ("none", "carried"))
        or _is_anybodys_guess(reading)
    )


def _is_anybodys_guess(reading: Reading) -> bool:
    """A thing that no word of help has, of which neither who gives nor who receives is clear."""
    giving, receiving = reading.chances
    return reading.step.row == "alone" and giving < _GUESSED[0] and receiving < _GUESSED[1]


_GUESSED = (0.5, 0.75)


_LEAST_SUM = 1000
_PER = frozenset("gallon litre liter barrel hour week ton tonne kilo kilogram person household share".split())


def _is_price(view: View, offer: Offer) -> bool:
    """ "$3.12", "4 dollars a gallon": no sum that a state gives."""
    money = offer.money.thing if offer.money is not None else None
    if not isinstance(money, Money) or offer.money is None:
        return False
    most = money.high if money.high is not None else money.low
    per = {view.lower(i) for i in range(offer.money.last, offer.money.last + 3)} & _PER
    return bool(per) or (most is not None and most < _LEAST_SUM)


_TRADED = frozenset("sanctions tariff tariffs restrictions import imports export exports trade".split())


def _is_trade(view: View, offer: Offer) -> bool:
    """ "1.7bn sanctions", "the export of 250m of goods": a sum of trade that is barred or taxed, not given."""
    if offer.money is None:
        return False
    behind = {view.lower(i) for i in range(offer.money.last, offer.money.last + 4)}
    before = {view.lower(i) for i in range(offer.money.first - 5, offer.money.first)}
    return bool((behind | before) & _TRADED)


_BUYING = frozenset("ordered bought purchased acquired paid".split())


def _is_bought(view: View, offer: Offer) -> bool:
    """ "the eight that Ukraine ordered and paid for itself": a state's own purchase is no help."""
    after = [view.lower(i) for i in range(offer.last, offer.last + 5)]
    return after[0] in ("that", "which") and bool(_BUYING & set(after))


def _is_note(view: View) -> bool:
    """A correction tells what an earlier version said wrongly: no claim."""
    start = [view.lower(i) for i in range(6)]
    return start[0] in ("correction", "clarification", "corrected") or start[:3] == ["an", "earlier", "version"]


def _with_their_lists(view: View, found: list[tuple[Reading, float]], least: float) -> list[tuple[Reading, float]]:
    """Lifts to the threshold what a list calls help, and its first things where their verb gives the later ones."""
    lifted = [
        (reading, max(chance, least) if reading.recipient and _is_listed(view, reading) else chance)
        for reading, chance in found
    ]
    for at in range(1, len(found)):
        reading, chance = lifted[at]
        told = any(before >= least for _, before in lifted[:at])
        if told and 0.75 * least <= chance < least and _is_sum_of_another(lifted[at - 1][0], reading):
            lifted[at] = (reading, least)
    for at in range(len(found) - 2, -1, -1):
        (reading, chance), (after, after_chance) = lifted[at], lifted[at + 1]
        if chance < least <= after_chance and chance >= _WEIGHED and _share_a_list(view, reading, after):
            lifted[at] = (reading, least)
    return lifted


def _is_listed(view: View, reading: Reading) -> bool:
    """ "Kenya: 1,000 police officers" as a bullet under a header that tells of help, or what a list calls help."""
    bullet = view.sentence.block_kind == "bullet" and reading.rule == "pledges/package"
    named = bullet and any(view.lower(mention.last) in (":", "–", "—", "-") for mention, _ in view.parties())
    return named or is_listed_as_help(view, reading)


def _is_sum_of_another(before: Reading, reading: Reading) -> bool:
    """ "Oslo offers 700 million and Rome up to 200 million": a sum of another giver who is named for it."""
    if reading.offer.money is None or reading.donors_how != "said" or before.donors is None or reading.donors is None:
        return False
    return set(reading.donors.codes).isdisjoint(before.donors.codes)


def _share_a_list(view: View, one: Reading, other: Reading) -> bool:
    use = one.governor.use if one.governor else None
    if use is None or other.governor is None or other.governor.use != use:
        return False
    gap = range(one.offer.last, other.offer.first)
    return 0 < len(gap) <= 3 and all(view.lower(i) in (",", "and", "or", "other") for i in gap)


def _remember(view: View, reading: Reading, remembered: Memory) -> None:
    if reading.step.step == "requested":
        return
    package = Package(
        reading.donors,
        reading.recipient,
        reading.step.step,
        reading.step.mood,
        reading.scope,
        view.sentence.index,
        reading.step.row,
    )
    remembered.package = package
    if _is_announced(reading):
        remembered.announced = package
    if reading.offer.thing is not None and reading.offer.quantity is not None:
        remembered.last_thing = reading.offer.thing
    summed = reading.offer.quantity is None and _is_money(reading.offer)
    remembered.summed = view.sentence.index if summed else None
    if opens_list(view):
        remembered.list_package = package
    doubtful = remembered.attackers | frozenset(remembered.main_recipient.codes if remembered.main_recipient else ())
    if reading.donors and "donors" not in reading.carried and not set(reading.donors.codes) & doubtful:
        if remembered.last_donors is not None and remembered.last_donors.sentence < view.sentence.index:
            remembered.donors_before = remembered.last_donors
        remembered.last_donors = reading.donors
        if 2 <= len(reading.donors.codes) <= 4:
            remembered.joint = reading.donors
    _remember_recipient(reading, remembered)


_MONEYS = frozenset("loan grant guarantee budget-support fund".split())


def _is_money(offer: Offer) -> bool:
    """Whether what is offered is a sum, or money without one."""
    return offer.money is not None or (offer.thing is not None and offer.thing.category in _MONEYS)


def _remember_recipient(reading: Reading, remembered: Memory) -> None:
    if reading.recipient and "recipient" not in reading.carried:
        remembered.last_recipient = reading.recipient


def _is_announced(reading: Reading) -> bool:
    """Whether a reading tells of a package as a whole, promised or approved: "it includes" hangs on that."""
    whole = reading.offer.money is not None or (reading.thing is not None and reading.thing.category.endswith("aid"))
    return whole and reading.step.step in ("promised", "approved") and reading.step.mood == "asserted"


def _remember_named(view: View, remembered: Memory) -> None:
    """Whoever speaks last with "said" is who "we" are; who does something, but those helped, is who "he" is."""
    helped = remembered.main_recipient.codes if remembered.main_recipient else ()
    for mention, party in view.parties():
        if not party.acts_for or party.kind != "person":
            continue
        known = Known((party.acts_for,), (view.span(mention),), view.sentence.index)
        if party.acts_for not in helped and view.preposition(mention) not in ("to", "with", "by", "of", "for"):
            remembered.leader = known
        if view.lower(mention.last) in ("said", "says", "told", "announced"):
            remembered.speaker = known

"""Reads one offer: what governs it, who gives, who receives, and what is carried from the report's memory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wireledger.extract.background import recalled_by
from wireledger.extract.choice import Candidate, told_why
from wireledger.extract.circumstances import in_circumstances
from wireledger.extract.clauses import Clauses
from wireledger.extract.giving import TABLE as DONORS
from wireledger.extract.giving import giver
from wireledger.extract.govern import governor
from wireledger.extract.governor import Governor
from wireledger.extract.memory import Known, Memory, Package
from wireledger.extract.offers import Offer
from wireledger.extract.parts import Case, Head, Row, compounds
from wireledger.extract.receiving import TABLE as RECIPIENTS
from wireledger.extract.receiving import receiver
from wireledger.extract.scope import scope_of, scope_row
from wireledger.extract.stages import stage
from wireledger.extract.steps import Step
from wireledger.extract.view import View
from wireledger.model import Document, Item, Scope


@dataclass(frozen=True, slots=True)
class Reading:
    """One offer with all that was found for it; `marks` are the features its confidence is summed from."""

    offer: Offer
    governor: Governor | None
    step: Step
    donors: Known | None
    recipient: Known | None
    scope: Scope
    carried: frozenset[str]
    rule: str
    trace: tuple[str, ...]
    thing: Item | None = None
    donors_how: str = "none"
    recipient_how: str = "none"
    marks: frozenset[str] = frozenset()
    chances: tuple[float, float] = (1.0, 1.0)
    case: Case | None = None
    parts: frozenset[str] = frozenset()
    scoped_by: str | None = None
    recall: frozenset[str] = frozenset()


def read_offer(document: Document, seen: Clauses, offer: Offer, remembered: Memory, earlier: list[Reading]) -> Reading:
    """The reading of one offer; its confidence tells whether it speaks of help at all."""
    view = seen.view
    found = governor(seen, offer)
    listed = _listed(seen, offer, found, remembered, earlier)
    if listed is not None:
        head = Head(listed.donors, listed.recipient, listed.rule.removeprefix("pledges/"))
        return _with_parties(Case(view, seen, offer, found, remembered, head), listed)
    step, rule = _step(seen, offer, found, remembered)
    scope, scoped_by = scope_row(view, offer, found, document.report.source.published)
    if offer.recalled:
        step, scope, scoped_by = Step("promised", "asserted", "whole-of-a-part"), "earlier", "whole-of-a-part"
    step = _progress(view, step, offer, scope, remembered)
    step = in_circumstances(seen, offer, step)
    if scope == "new" and (told := recalled_by(view, step, offer, remembered)) is not None:
        scope, scoped_by = "earlier", told
    base = Reading(
        offer=offer,
        governor=found,
        step=step,
        donors=None,
        recipient=None,
        scope=scope,
        scoped_by=scoped_by,
        carried=frozenset(),
        rule=rule,
        trace=(
            f"offer «{view.text(offer.first, offer.last)}»",
            f"step row {step.row}"
            + (f" at «{view.text(found.use.start, found.use.last)}»" if found and found.use else ""),
        ),
        thing=remembered.last_thing if offer.bare else offer.thing,
    )
    return _with_parties(Case(view, seen, offer, found, remembered), base)


def _with_parties(case: Case, reading: Reading) -> Reading:
    """The reading with who gives and who receives: said in the sentence, else carried, else not known."""
    giving = giver(case)
    receiving = receiver(case, giving.candidate.codes)
    index = case.view.sentence.index
    carried = (
        ("donors", giving.candidate.carried),
        ("recipient", receiving.candidate.carried),
        ("step", "step" in reading.carried),
    )
    return replace(
        reading,
        donors=_known(giving.candidate, index),
        recipient=_known(receiving.candidate, index),
        carried=frozenset(name for name, is_carried in carried if is_carried),
        trace=(*reading.trace, f"donors {told_why(giving, DONORS)}", f"recipient {told_why(receiving, RECIPIENTS)}"),
        donors_how=giving.candidate.how,
        recipient_how=receiving.candidate.how,
        chances=(giving.chance, receiving.chance),
        case=case,
        parts=frozenset(
            f"{name}: {mark}"
            for name, c in (("donors", giving.candidate), ("recipient", receiving.candidate))
            for mark in c.marks
            if " | " not in mark
        ),
    )


def _known(candidate: Candidate, index: int) -> Known | None:
    return Known(candidate.codes, candidate.spans, index) if candidate.codes else None


def _listed(
    seen: Clauses, offer: Offer, found: Governor | None, remembered: Memory, earlier: list[Reading]
) -> Reading | None:
    """A further item of a list: after "including", behind a comma in a row, or a bullet under a header."""
    view = seen.view
    before = _head_of_list(view, offer, found, earlier)
    if before is not None and not offer.recalled:
        scope, scoped_by = _scope_in_list(view, offer, found, before)
        return replace(
            before,
            offer=offer,
            thing=offer.thing,
            governor=found or before.governor,
            rule="pledges/list",
            scope=scope,
            scoped_by=scoped_by,
            trace=_listed_trace(view, offer, before),
        )
    package = _package_of(view, offer, found, remembered)
    if package is None:
        return None
    carried = frozenset(("donors", "recipient", "step"))
    own, by = scope_row(view, offer, found, None)
    scope, scoped_by = (own, by) if own == "extra" else (package.scope, "of-the-package")
    step = _progress(
        view,
        Step(package.step, package.mood, f"package-{package.row.removeprefix('package-')}"),
        offer,
        scope,
        remembered,
    )
    carried_step, step = step, in_circumstances(seen, offer, step)
    own_step = () if step == carried_step else (f"step row {step.row}",)
    trace = (f"offer «{view.text(offer.first, offer.last)}»", "one line of the package told before", *own_step)
    return Reading(
        offer,
        found,
        step,
        package.donors,
        package.recipient,
        scope,
        carried,
        "pledges/package",
        trace,
        offer.thing,
        scoped_by=scoped_by,
    )


def _listed_trace(view: View, offer: Offer, before: Reading) -> tuple[str, ...]:
    """What is told of a listed thing: itself, what it is listed with, and the step that is that one's."""
    step = (line for line in before.trace if line.startswith(("step row", "one line of")))
    with_ = f"listed with «{view.text(before.offer.first, before.offer.last)}»"
    return (f"offer «{view.text(offer.first, offer.last)}»", with_, *step)


_INCLUDING = frozenset("including include includes included".split())
_LISTED = ("pledges/list", "pledges/package")


def _scope_in_list(view: View, offer: Offer, found: Governor | None, before: Reading) -> tuple[Scope, str | None]:
    """A listed thing has the scope of its head; "another" and "more" are the head's alone but for what it includes."""
    own, by = scope_row(view, offer, found, None)
    if own in ("total", "extra"):
        return own, by
    included = _INCLUDING & {view.lower(i) for i in range(before.offer.last, offer.first)}
    inherited = before.scope == "extra" and scope_of(view, before.offer, before.governor, None) != "extra"
    part = included or (before.rule == "pledges/list" and inherited)
    return "new" if before.scope == "extra" and not part else before.scope, "of-the-list"


def _head_of_list(view: View, offer: Offer, found: Governor | None, earlier: list[Reading]) -> Reading | None:
    if not earlier:
        return None
    before = earlier[-1]
    if before.governor is not None and before.governor.behind and before.rule not in _LISTED:
        return None
    gap = range(before.offer.last, offer.first)
    words = [view.lower(i) for i in gap]
    own = found is not None and found.use is not None and before.offer.last <= found.use.first < offer.first
    if own or "but" in words:
        return None
    if _INCLUDING & set(words) or words[:2] == ["such", "as"]:
        return before
    if (
        len(words) <= 6
        and words
        and words[0] in (",", "and", "as", "plus", "along", "or", "(")
        and not _clause(view, gap)
    ):
        return before
    return None


def _clause(view: View, gap: range) -> bool:
    return any(use.first in gap for use in view.uses)


def _package_of(view: View, offer: Offer, found: Governor | None, remembered: Memory) -> Package | None:
    """The package an item is a line of: bullets under a header, "the package includes", "these systems"."""
    package = remembered.list_package or remembered.package
    if package is None:
        return None
    sentence = view.sentence
    if sentence.block_kind == "bullet" and (found is None or found.use is None or found.behind):
        near = sentence.index - package.sentence <= 25
        return package if near and (remembered.list_package is not None or _is_bare(view, offer)) else None
    if sentence.index - package.sentence > 3:
        return None
    lists = [u for u in view.uses if u.verb.verb_class == "list" and u.last <= offer.first]
    if lists and (found is None or found.use is None or found.use.first < lists[0].first):
        return _whole(view, lists[0].start, package, remembered)
    held = next((u for u in view.uses if u.verb.verb_class == "list" and u.passive and u.start == offer.last), None)
    announced = remembered.announced
    near = announced is not None and sentence.index - announced.sentence <= 6
    return (announced if near else package) if held is not None else None


_WHOLES = frozenset("package packages tranche drawdown announcement capabilities it this these".split())


def _whole(view: View, last: int, package: Package, remembered: Memory) -> Package:
    """The package that the subject of "includes" names: the one announced, rather than help told in passing."""
    names = _WHOLES & {view.lower(i) for i in range(last)}
    announced = remembered.announced
    if not names or package.step in ("promised", "approved"):
        return package
    if announced is not None and view.sentence.index - announced.sentence <= 6:
        return announced
    return replace(package, step="promised", mood="asserted", row="whole") if "package" in names else package


def _is_bare(view: View, offer: Offer) -> bool:
    return offer.first <= 4 and not view.uses


def _step(seen: Clauses, offer: Offer, found: Governor | None, remembered: Memory) -> tuple[Step, str]:
    view = seen.view
    if found is None and any(row.compound == "supplied" and _beside(row, offer) for row in compounds(view)):
        return Step("delivered", "asserted", "supplied-by"), "pledges/supplied"
    told = stage(view, offer, found)
    if told is not None:
        return told, "pledges/there"
    if found is not None:
        name = found.use.verb.lemma.replace(" ", "-") if found.use else view.lower(found.noun or 0)
        return found.step, f"pledges/{name}"
    package = remembered.package
    near = package is not None and view.sentence.index - package.sentence <= 1
    if package is not None and near and package.step not in _OFF and not _has_own_verb(seen, offer):
        return Step(package.step, package.mood, f"package-{package.row.removeprefix('package-')}"), "pledges/alone"
    thing = offer.thing
    if offer.money is None and thing is not None and thing.category.endswith("aid"):
        return Step("in_transit", "asserted", "aid-alone"), "pledges/alone"
    wish = _wish(view, offer)
    if wish is not None:
        return wish, "pledges/alone"
    figure = offer.money or offer.quantity or offer.single or offer.bare
    if not figure and view.sentence.block_kind not in ("bullet", "list_header", "headline") and _is_used(seen, offer):
        return Step("delivered", "asserted", "thing-alone"), "pledges/alone"
    return Step("promised", "asserted", "alone"), "pledges/alone"


def _beside(row: Row, offer: Offer) -> bool:
    return offer.first - 3 <= row.mention.first < offer.last


_OFF = ("withdrawn", "refused", "requested")


def _has_own_verb(seen: Clauses, offer: Offer) -> bool:
    """ "about 80 vehicles are waiting": a finite verb right behind says something else of the thing."""
    right = next((act for act in seen.acts if act.start >= offer.last), None)
    finite = right is not None and right.tense not in ("infinitive", "gerund", "participle")
    ahead = right is not None and right.tense in ("future", "modal")
    return right is not None and finite and right.start - offer.last <= (6 if ahead else 1)


def _is_used(seen: Clauses, offer: Offer) -> bool:
    """Whether no verb of help has a thing, or another verb has it: "strike with Western weapons"."""
    left = next((act for act in reversed(seen.acts) if act.last <= offer.first), None)
    plain = left is not None and left.verb.verb_class in ("plain", "be", "have") and offer.first - left.last <= 4
    return plain or not seen.view.uses


_HOPING = frozenset("hope hopes hoped hopefully wish wishes wished".split())


def _wish(view: View, offer: Offer) -> Step | None:
    """ "hopefully more air defences", "hopes of F-16s": a thing that is wished for."""
    near = {view.lower(i) for i in range(max(0, offer.first - 6), offer.first)}
    return Step("requested", "hypothetical", "wished-for") if near & _HOPING else None


_GOES = "receiving"  # "the rest goes to its neighbours": of a sum just told
_GOING_ON = ("is-giving", "is-given", "giving", "aid-alone")


def _progress(view: View, step: Step, offer: Offer, scope: Scope, remembered: Memory) -> Step:
    """ "is sending" 14 new ones, or a list of them, is a promise; "is sending" aid goes on."""
    goes = step.row == _GOES and offer.money is not None
    if not (goes or step.row.removeprefix("package-") in _GOING_ON) or scope not in ("new", "extra"):
        return step
    if offer.thing is not None and offer.thing.category in ("personnel", "training"):
        return step
    figure = offer.quantity or offer.money or offer.single
    package = remembered.package
    announced = package is not None and package.step == "promised" and view.sentence.index - package.sentence <= 2
    if figure or scope == "extra" or announced or view.sentence.block_kind in ("bullet", "list_header"):
        return Step("promised", step.mood, "is-giving-new")
    return step

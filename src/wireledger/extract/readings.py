"""Reads one offer: what governs it, who gives, who receives, and what is carried from the report's memory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wireledger.extract.carried import donors_of, recipient_of
from wireledger.extract.givers import donors
from wireledger.extract.govern import Governor, governor
from wireledger.extract.memory import Known, Memory, Package
from wireledger.extract.offers import Offer
from wireledger.extract.receivers import recipients
from wireledger.extract.roles import Case, Role
from wireledger.extract.scope import scope_of
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


def read_offer(document: Document, view: View, offer: Offer, remembered: Memory, earlier: list[Reading]) -> Reading:
    """The reading of one offer; its confidence tells whether it speaks of help at all."""
    found = governor(view, offer)
    listed = _listed(view, offer, found, remembered, earlier)
    if listed is not None:
        return listed
    step, rule = _step(view, offer, found, remembered)
    scope = scope_of(view, offer, found, document.report.source.published)
    if offer.recalled:
        step, scope = Step("promised", "asserted", "whole-of-a-part"), "earlier"
    base = Reading(
        offer=offer,
        governor=found,
        step=_progress(view, step, offer, scope, remembered),
        donors=None,
        recipient=None,
        scope=scope,
        carried=frozenset(),
        rule=rule,
        trace=(
            f"offer «{view.text(offer.first, offer.last)}»",
            f"step row {step.row}"
            + (f" at «{view.text(found.use.start, found.use.last)}»" if found and found.use else ""),
        ),
        thing=remembered.last_thing if offer.bare else offer.thing,
    )
    return _with_parties(Case(view, offer, found), base, remembered)


def _with_parties(case: Case, reading: Reading, remembered: Memory) -> Reading:
    """The reading with who gives and who receives: said in the sentence, else carried, else not known."""
    view = case.view
    said = donors(case)
    giving, giving_carried = donors_of(view, said, remembered, case.governor)
    helped = frozenset(c for c, n in remembered.helped.items() if n >= 2 and c not in remembered.attackers)
    received = recipients(case, giving.codes if giving else (), helped)
    recipient, recipient_carried = recipient_of(view, received, remembered, giving)
    is_carried = (("donors", giving_carried), ("recipient", recipient_carried))
    hows = _how(said, giving), _how(received, recipient)
    return replace(
        reading,
        donors=giving,
        recipient=recipient,
        carried=frozenset(name for name, carried in is_carried if carried),
        trace=(*reading.trace, f"donors {hows[0]}", f"recipient {hows[1]}"),
        donors_how=hows[0],
        recipient_how=hows[1],
    )


def _how(said: Role | None, known: Known | None) -> str:
    return said.how if said else "carried" if known else "none"


def _listed(
    view: View, offer: Offer, found: Governor | None, remembered: Memory, earlier: list[Reading]
) -> Reading | None:
    """A further item of a list: after "including", behind a comma in a row, or a bullet under a header."""
    before = _head_of_list(view, offer, found, earlier)
    if before is not None and not offer.recalled:
        return replace(
            before,
            offer=offer,
            thing=offer.thing,
            governor=found or before.governor,
            rule="pledges/list",
            scope="total" if scope_of(view, offer, found, None) == "total" else before.scope,
            trace=(*before.trace, f"listed with «{view.text(before.offer.first, before.offer.last)}»"),
        )
    package = _package_of(view, offer, found, remembered)
    if package is None:
        return None
    carried = frozenset(("donors", "recipient", "step"))
    own = scope_of(view, offer, found, None)
    scope = own if own == "extra" else package.scope
    step = _progress(view, Step(package.step, package.mood, f"package-{package.row}"), offer, scope, remembered)
    trace = (f"offer «{view.text(offer.first, offer.last)}»", "one line of the package told before")
    return Reading(
        offer, found, step, package.donors, package.recipient, scope, carried, "pledges/package", trace, offer.thing
    )


def _head_of_list(view: View, offer: Offer, found: Governor | None, earlier: list[Reading]) -> Reading | None:
    if not earlier:
        return None
    before = earlier[-1]
    gap = range(before.offer.last, offer.first)
    words = [view.lower(i) for i in gap]
    own = found is not None and found.use is not None and before.offer.last <= found.use.first < offer.first
    if own:
        return None
    if any(w in ("including", "include", "includes", "included") for w in words) or words[:2] == ["such", "as"]:
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
        return package
    return None


def _is_bare(view: View, offer: Offer) -> bool:
    return offer.first <= 4 and not view.uses


def _step(view: View, offer: Offer, found: Governor | None, remembered: Memory) -> tuple[Step, str]:
    if found is not None:
        name = found.use.verb.lemma.replace(" ", "-") if found.use else view.lower(found.noun or 0)
        return found.step, f"pledges/{name}"
    package = remembered.package
    if package is not None and view.sentence.index - package.sentence <= 1:
        return Step(package.step, package.mood, f"package-{package.row}"), "pledges/alone"
    thing = offer.thing
    if offer.money is None and thing is not None and thing.category.endswith("aid"):
        return Step("in_transit", "asserted", "aid-alone"), "pledges/alone"
    return Step("promised", "asserted", "alone"), "pledges/alone"


_GOING_ON = ("is-giving", "is-given", "giving", "aid-alone")


def _progress(view: View, step: Step, offer: Offer, scope: Scope, remembered: Memory) -> Step:
    """ "is sending" 14 new ones, or a list of them, is a promise; "is sending" aid goes on."""
    if step.row.removeprefix("package-") not in _GOING_ON or scope not in ("new", "extra"):
        return step
    figure = offer.quantity or offer.money or offer.single
    package = remembered.package
    announced = package is not None and package.step == "promised" and view.sentence.index - package.sentence <= 2
    if figure or scope == "extra" or announced or view.sentence.block_kind in ("bullet", "list_header"):
        return Step("promised", step.mood, "is-giving-new")
    return step

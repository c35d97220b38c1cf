"""Reads one offer after the other: what governs it, who gives, who receives, and what is carried from the report's memory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wireledger.extract.govern import Governor, governor
from wireledger.extract.memory import Known, Memory, Package, is_fresh
from wireledger.extract.offers import Offer
from wireledger.extract.roles import Role, donors, recipients, subject
from wireledger.extract.scope import scope_of
from wireledger.extract.steps import Step
from wireledger.extract.view import View
from wireledger.model import Document, Item, Scope

_WE = frozenset("we our us".split())
_IT = frozenset("it they he she its their his".split())


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
    said = donors(view, offer, found)
    giving, carried_donors = _donors(view, said, remembered, offer, found)
    helped = frozenset(c for c, n in remembered.helped.items() if n >= 2 and c not in remembered.attackers)
    received = recipients(view, offer, found, giving.codes if giving else (), helped)
    recipient, carried_recipient = _recipient(view, received, remembered, giving)
    carried = frozenset(
        name for name, is_carried in (("donors", carried_donors), ("recipient", carried_recipient)) if is_carried
    )
    published = document.report.source.published
    scope = scope_of(view, offer, found, published)
    thing = remembered.last_thing if offer.bare else offer.thing
    if offer.recalled:
        step, scope = Step("promised", "asserted", "whole-of-a-part"), "earlier"
    trace = (
        f"offer «{view.text(offer.first, offer.last)}»",
        f"step row {step.row}" + (f" at «{view.text(found.use.start, found.use.last)}»" if found and found.use else ""),
        f"donors {said.how if said else 'carried' if giving else 'not known'}",
        f"recipient {received.how if received else 'carried' if recipient else 'not known'}",
    )
    hows = (
        said.how if said else "carried" if giving else "none",
        received.how if received else "carried" if recipient else "none",
    )
    return Reading(
        offer,
        found,
        _progress(view, step, offer, scope, remembered),
        giving,
        recipient,
        scope,
        carried,
        rule,
        trace,
        thing,
        *hows,
    )


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
            scope=before.scope,
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


def _donors(
    view: View, said: Role | None, remembered: Memory, offer: Offer, found: Governor | None
) -> tuple[Known | None, bool]:
    index = view.sentence.index
    if said is not None and _can_give(said, found, remembered):
        return Known(said.codes, said.spans, index), False
    pronoun = _pronoun(view, found)
    if pronoun in _WE or (found is not None and pronoun is None and remembered.own_side and _has_word(view, _WE)):
        we = remembered.speaker if is_fresh(remembered.speaker, view.sentence, 3) else None
        if remembered.own_side:
            return Known((remembered.own_side,), we.spans if we else (), index), True
        if we is not None:
            return we, True
    if _office_subject(view, found):
        leader = remembered.leader
        if remembered.own_side:
            return Known((remembered.own_side,), (), index), True
        if leader is not None:
            return leader, True
    if pronoun in ("he", "she") and is_fresh(remembered.leader, view.sentence, 2):
        return remembered.leader, True
    if found is not None and found.step.step == "requested":
        return _asked_at_home(view, found, remembered)
    if is_fresh(remembered.last_donors, view.sentence, 4):
        return remembered.last_donors, True
    if remembered.own_side:
        return Known((remembered.own_side,), (), index), True
    return None, False


def _asked_at_home(view: View, found: Governor, remembered: Memory) -> tuple[Known | None, bool]:
    """Who asks and is not the one helped asks at home: "the president seeks $33bn from parliament" is that state's help."""
    asking = subject(view, found.use) if found.use is not None and found.use.verb.verb_class == "request" else None
    helped = remembered.main_recipient
    if asking is None or helped is None or set(asking.codes) & (set(remembered.helped) | set(helped.codes)):
        return None, False
    return Known(asking.codes, asking.spans, view.sentence.index), False


def _can_give(said: Role, found: Governor | None, remembered: Memory) -> bool:
    """Who is helped throughout the report, or attacks, is no donor by a subject alone."""
    if said.how not in ("subject", "adjective", "owner"):
        return True
    doubtful = set(remembered.attackers)
    if remembered.main_recipient is not None:
        doubtful |= set(remembered.main_recipient.codes)
    return not set(said.codes) <= doubtful


_OFFICES = frozenset(
    "president minister chancellor secretary government ministry department administration premier cabinet".split()
)


def _office_subject(view: View, found: Governor | None) -> bool:
    """Whether an office without a country does it: "the President announced", "the ministry will send"."""
    if found is None or found.use is None:
        return False
    for at in range(found.use.start - 1, max(-1, found.use.start - 6), -1):
        if at in view.at:
            return False
        if view.lower(at) in _OFFICES:
            return True
    return False


def _has_word(view: View, wanted: frozenset[str]) -> bool:
    return any(w.lower in wanted for w in view.sentence.tokens)


def _pronoun(view: View, found: Governor | None) -> str | None:
    if found is None or found.use is None:
        return None
    for at in range(found.use.start - 1, max(-1, found.use.start - 8), -1):
        if view.lower(at) in _WE | _IT:
            return view.lower(at)
    return None


def _recipient(view: View, said: Role | None, remembered: Memory, giving: Known | None) -> tuple[Known | None, bool]:
    if said is not None and (said.codes != (remembered.own_side,) or said.how == "object"):
        return Known(said.codes, said.spans, view.sentence.index), False
    own = giving.codes if giving else ()
    last = remembered.last_recipient if is_fresh(remembered.last_recipient, view.sentence, 8) else None
    if last is not None and not any(code in remembered.helped and code not in remembered.gave for code in last.codes):
        last = None
    for known in (last, *remembered.ranked):
        if known is not None and not set(known.codes) & set(own):
            return known, True
    return None, False

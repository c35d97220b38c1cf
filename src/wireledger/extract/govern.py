"""Which verb or noun of help governs an offer, and how far that says the help came."""

from __future__ import annotations

from wireledger.extract.clauses import Clauses
from wireledger.extract.control import control_of
from wireledger.extract.govern_nouns import WORDS_GIVEN, governing_noun
from wireledger.extract.governor import Governor
from wireledger.extract.hedges import conditional, denied, is_told_as_new, reported_future, wished
from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step, step_of
from wireledger.extract.verbs import COURSES, Use
from wireledger.extract.view import View
from wireledger.model import Item, Money, Party

_FOLLOWING = frozenset(
    "give train arm fund buy help allocate approve promise announce arrive transit withdraw request list".split()
)
_REACH_LEFT, _REACH_RIGHT = 40, 14
_BREAKS = frozenset((";",))


def governor(seen: Clauses, offer: Offer) -> Governor | None:
    """The nearest verb or noun of help that has the offer as its object or subject; None where none does."""
    view = seen.view
    verb = _verb(seen, offer)
    noun = governing_noun(view, offer)
    if noun is None:
        return verb
    if verb is not None and verb.use is not None and verb.use.first <= (noun.noun or 0) < verb.use.last:
        return verb
    use = verb.use if verb is not None and verb.control is None and not verb.behind else None
    if use is not None and _is_only_said(view, noun, use):
        return noun
    before = use is not None and use.last <= (noun.noun or 0) and use.verb.verb_class not in ("list", "help")
    return verb if before else noun


def _is_only_said(view: View, noun: Governor, use: Use) -> bool:
    """ "brought a promise of trucks", "announced an order of rockets": the noun tells how far it came, not the verb."""
    if noun.step.step == "contracted":
        return use.verb.verb_class in ("announce", "promise", "give")
    return view.lower(noun.noun or 0) in WORDS_GIVEN and use.verb.verb_class in ("give", "receive")


def _verb(seen: Clauses, offer: Offer) -> Governor | None:
    view = seen.view
    best = _nearest(seen, offer)
    if best is None:
        return None
    cost, use, behind = _main_verb(view, offer, best)
    inner = best[1] if use is not best[1] else None
    control_use, control = control_of(view, use)
    ahead = control_use is not None and (
        control_use.tense in ("future", "infinitive") or reported_future(view, control_use)
    )
    if control in ("begin", "continue") and ahead:
        control = "promise"
    step = _hung(seen, use, control) or _step(view, offer, use, control_use, control)
    return Governor(step, use, control_use, None, cost, behind, inner) if step is not None else None


_THANKED = frozenset("thank praise commend applaud congratulate welcome".split())
_DONE = frozenset("help manage move rush succeed hasten hurry work scramble".split())
_GIVES = frozenset("give train arm fund buy help".split())


def _hung(seen: Clauses, use: Use, control: str | None) -> Step | None:
    """What a plain verb makes of the verb of giving that hangs on it: "thanked X for sending", "moved to send"."""
    if control is not None or use.verb.verb_class not in _GIVES or use.tense not in ("gerund", "infinitive"):
        return None
    parent = seen.parent(use)
    if parent is None or use.negated or parent.negated:
        return None
    if use.tense == "gerund" and parent.verb.lemma in _THANKED and seen.view.lower(use.start - 1) == "for":
        return Step("delivered", "asserted", "thanked-for-giving")
    if use.tense == "infinitive" and parent.verb.lemma in _DONE and parent.tense in ("past", "perfect"):
        return Step("delivered", "asserted", "managed-to-give")
    return None


def _nearest(seen: Clauses, offer: Offer) -> tuple[int, Use, bool] | None:
    """The verb nearest to an offer, how far it is, and whether it stands behind the offer."""
    best: tuple[int, Use, bool] | None = None
    for use in seen.view.uses:
        cost = _cost(seen.view, use, offer)
        cost = cost if cost is None or use.last > offer.first else _through(seen, use, offer, cost)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, use, use.first >= offer.last)
    return best


_TRANSPARENT = frozenset("help be have say see make need worth include".split())
_MILD = frozenset("float help factive".split())


def _through(seen: Clauses, use: Use, offer: Offer, cost: int) -> int | None:
    """The cost past other verbs in between: a new clause cuts the offer off, a purpose or an aside puts it farther."""
    for act in seen.between(use.last, offer.first):
        if act.verb.verb_class == "float" and act.tense == "infinitive" and act.start - use.last <= 1:
            return None  # "promised to look at more tanks" promises no tank
        if act.verb.verb_class not in ("plain", "be", "have"):
            continue
        finite = act.tense not in ("infinitive", "gerund", "participle")
        doer = seen.doer(act) if finite else None
        if doer is not None and doer.how == "subject" and not _joins(seen.view, act.last, offer):
            return None
        if act.verb.lemma not in _TRANSPARENT:
            cost += 4 if _joins(seen.view, act.last, offer) else 8
    return cost + (10 if use.verb.verb_class in _MILD and not use.verb.strong else 0)


def _joins(view: View, first: int, offer: Offer) -> bool:
    """Whether a comma or "and" stands right before the offer: it may be one more thing of a list."""
    return offer.first > first and view.lower(offer.first - 1) in (",", "and", "or", "plus", "including")


_MAIN = frozenset("give arrive transit withdraw approve refuse announce".split())


def _main_verb(view: View, offer: Offer, best: tuple[int, Use, bool]) -> tuple[int, Use, bool]:
    """ "the tanks that Norway promised have arrived": the main verb decides, not the one of the clause in between."""
    cost, use, behind = best
    gap = range(offer.last, use.start)
    relative = any(view.lower(i) in ("that", "which") or i in view.at for i in gap) or use.tense == "participle"
    if not behind or not relative:
        return best
    for later in view.uses:
        subject = later.passive or later.verb.verb_class in ("arrive", "transit")
        if later.start >= use.last and later.start - use.last <= 9 and subject and later.verb.verb_class in _MAIN:
            between = [view.lower(i) for i in range(use.last, later.start)]
            aside = between[:1] == [","] and any(view.lower(i) == "," for i in gap)
            if later.tense in ("participle", "gerund") or {",", "and"} & set(between[1:] if aside else between):
                continue
            return cost, later, True
    return best


def _step(view: View, offer: Offer, use: Use, control_use: Use | None, control: str | None) -> Step | None:
    """What the table says of a verb, with the denial, doubt and condition that stand around it."""
    if use.verb.lemma in COURSES and use.tense != "future":
        done = use.tense == "perfect"
        return Step("delivered" if done else "in_transit", "asserted", "trained" if done else "in-training")
    tense = "future" if use.tense == "modal" and reported_future(view, use) else use.tense
    step = step_of(use.verb.verb_class, tense, control, use.negated)
    if step is None:
        return None
    if control_use is not None and control_use.negated and step.step in ("promised", "in_transit"):
        step = Step("refused", "denied", "not-" + step.row)
    wish = wished(view, use)
    if wish is not None and step.step not in ("requested", "refused"):
        return wish
    if use.tense == "progressive" and step.row == "is-giving" and is_told_as_new(view, use):
        return Step("promised", "asserted", "announced-giving")
    if control_use is not None and control == "refuse" and control_use.negated:
        return Step("floated", "hypothetical", "not-refused")
    told = control_use is not None and reported_future(view, control_use)
    if control_use is not None and control_use.tense in ("modal", "duty") and not told and step.mood == "asserted":
        step = Step("floated", "hypothetical", "may-" + step.row)
    if denied(view, offer, use, control_use):
        step = step_of(use.verb.verb_class, tense, control, True) or step
    if use.verb.verb_class == "request" and step.row == "request" and conditional(view, use):
        return Step("floated", "hypothetical", "if-asked")  # "if Suva asks for boats, we may send some"
    if conditional(view, use) and step.mood == "asserted":
        step = Step(step.step, "hypothetical", "if-" + step.row)
    return step


def _cost(view: View, use: Use, offer: Offer) -> int | None:
    """How far an offer is from a verb that could have it as object (left) or as subject (right)."""
    if use.verb.verb_class in _NO_GOVERNORS or _is_shift(view, use):
        return None
    if use.last <= offer.first:
        if _has_its_object(view, use):
            return None
        return _cost_as_object(view, use, range(use.last, offer.first))
    return _cost_as_subject(view, use, range(offer.last, use.start)) if use.first >= offer.last else None


def _has_its_object(view: View, use: Use) -> bool:
    """ "the 650 rockets which Lima ordered, and": the thing stands before "which", so no later one is the object."""
    doer = view.at.get(use.start - 1)
    at = doer.first - 1 - (view.lower(doer.first - 1) == "the") if doer is not None else -1
    if doer is None or not isinstance(doer.thing, Party) or view.lower(at) not in ("which", "that"):
        return False
    before = at - 1 - (view.lower(at - 1) == ",")
    return before in view.at and isinstance(view.at[before].thing, Item)


def _cost_as_object(view: View, use: Use, gap: range) -> int | None:
    if len(gap) > _REACH_LEFT or any(view.lower(i) in _BREAKS for i in gap):
        return None
    if use.passive and not _takes_object(view, use, gap):
        return None
    if use.verb.verb_class in ("arrive", "transit"):
        return None
    if use.verb.verb_class == "float" and not use.verb.strong and len(gap) > 8:
        return None
    return len(gap) + 6 * sum(view.lower(i) in _RELATIVE for i in gap)


_DITRANSITIVE = frozenset(
    "give supply provide promise offer grant send pay lend equip arm gift pledge train furnish".split()
)


_SOURCES = frozenset("from out by in at of".split())


def _takes_object(view: View, use: Use, gap: range) -> bool:
    """Whether a passive can have a thing behind it: "was given 14 tanks", "were supplied with rifles"."""
    if use.verb.lemma not in _DITRANSITIVE:
        return False
    if any(view.lower(i) in _SOURCES for i in gap[:1]):
        return False  # "paid from the three billion that Oslo has set aside"
    return len(gap) <= 2 or any(view.lower(i) == "with" for i in gap)


_SPEAKERS = frozenset("we they it he she i".split())


def _cost_as_subject(view: View, use: Use, gap: range) -> int | None:
    if len(gap) > _REACH_RIGHT or any(view.lower(i) in (";", ".") for i in gap):
        return None
    subject = use.passive or use.verb.verb_class in ("arrive", "transit")
    parties = any(isinstance(view.at[i].thing, Party) for i in gap if i in view.at)
    named = parties or bool({view.lower(i) for i in gap[:1]} & _SPEAKERS)
    relative = any(view.lower(i) in ("that", "which") for i in gap[:3]) or (
        named and not any(view.lower(i) == "," for i in gap)
    )
    others = any(isinstance(view.at[i].thing, Item | Money) for i in gap if i in view.at)
    if use.verb.verb_class not in _FOLLOWING or not (subject or relative):
        return None
    return len(gap) + (4 if others else 1)


_RELATIVE = frozenset("which who that where because after while".split())
_NO_GOVERNORS = frozenset("list sum intend continue begin factive trade deny".split())
_SHIFTS = frozenset("moved shifted went gone evolved progressed moving shifting move shift".split())


def _is_shift(view: View, use: Use) -> bool:
    """ "has moved from providing helmets to tanks" tells of a change of kind, of nothing given."""
    if use.tense != "gerund" or view.lower(use.start - 1) != "from":
        return False
    return any(view.lower(i) in _SHIFTS for i in range(use.start - 4, use.start - 1))

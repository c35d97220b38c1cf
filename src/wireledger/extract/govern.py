"""Which verb or noun of help governs an offer, and how far that says the help came."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step, step_of
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Item, Money, Mood, Party, PledgeStep

_NOUN_ROWS: tuple[tuple[str, tuple[PledgeStep, Mood]], ...] = (
    (
        "delivery deliveries shipment shipments supply supplies flow transfer transfers provision influx",
        ("in_transit", "asserted"),
    ),
    ("donation donations contribution contributions gift tranche disbursement", ("delivered", "asserted")),
    (
        "pledge pledges promise promises commitment commitments offer offers package packages plan plans announcement"
        " drawdown allocation decision",
        ("promised", "asserted"),
    ),
    (
        "request requests appeal appeals call calls plea pleas demand demands need",
        ("requested", "hypothetical"),
    ),
    ("approval authorisation authorization", ("approved", "asserted")),
    ("suspension halt freeze", ("withdrawn", "asserted")),
    ("proposal proposals", ("floated", "hypothetical")),
    ("refusal reluctance", ("refused", "denied")),
)
_NOUNS: dict[str, tuple[PledgeStep, Mood]] = {noun: reading for nouns, reading in _NOUN_ROWS for noun in nouns.split()}
_CONTROL_NOUNS = {
    **dict.fromkeys(
        "plan plans decision pledge promise commitment intention agreement deal readiness willingness".split(),
        "promise",
    ),
    **dict.fromkeys("request requests appeal call calls pressure demand demands plea need".split(), "request"),
    **dict.fromkeys("proposal idea proposals possibility".split(), "float"),
    **dict.fromkeys("refusal reluctance".split(), "refuse"),
    **dict.fromkeys("authority authorization authorisation approval legislation bill law".split(), "approve"),
    **dict.fromkeys("ready willing prepared set due going about poised able committed agreed".split(), "promise"),
    **dict.fromkeys("reluctant unwilling unable hesitant".split(), "refuse"),
    **dict.fromkeys("need needs has have".split(), "request"),
}  # fmt: skip
_CONTROLLERS = frozenset(
    "promise intend announce asking request float refuse withdraw approve allocate begin continue factive offer".split()
)
_GIVING = frozenset("give train arm fund buy help receive arrive transit offer".split())
_FOLLOWING = frozenset(
    "give train arm fund buy help allocate approve promise announce arrive transit withdraw request list".split()
)
_REACH_LEFT, _REACH_RIGHT = 40, 14
_BREAKS = frozenset((";",))
_SKIPPED = frozenset("the a an more additional new further its their other to some".split())
_IF = frozenset(("if", "whether", "unless", "should"))


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs an offer: a verb in use or a noun at token `noun`, its controller, and the step read there."""

    step: Step
    use: Use | None
    control: Use | None
    noun: int | None
    distance: int
    behind: bool
    inner: Use | None = None

    @property
    def strong(self) -> bool:
        """Whether the governing word speaks of help by itself."""
        return self.noun is not None or (self.use is not None and self.use.verb.strong)


def governor(view: View, offer: Offer) -> Governor | None:
    """The nearest verb or noun of help that has the offer as its object or subject; None where none does."""
    verb = _verb(view, offer)
    noun = _noun(view, offer)
    if noun is None:
        return verb
    use = verb.use if verb is not None and verb.control is None and not verb.behind else None
    before = use is not None and use.last <= (noun.noun or 0) and use.verb.verb_class not in ("list", "help")
    return verb if before else noun


def _verb(view: View, offer: Offer) -> Governor | None:
    best = _nearest(view, offer)
    if best is None:
        return None
    cost, use, behind = _main_verb(view, offer, best)
    inner = best[1] if use is not best[1] else None
    control_use, control = _control(view, use)
    if control in ("begin", "continue") and control_use is not None and control_use.tense in ("future", "infinitive"):
        control = "promise"
    step = _step(view, offer, use, control_use, control)
    return Governor(step, use, control_use, None, cost, behind, inner) if step is not None else None


def _nearest(view: View, offer: Offer) -> tuple[int, Use, bool] | None:
    """The verb nearest to an offer, how far it is, and whether it stands behind the offer."""
    best: tuple[int, Use, bool] | None = None
    for use in view.uses:
        cost = _cost(view, use, offer)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, use, use.first >= offer.last)
    return best


def _step(view: View, offer: Offer, use: Use, control_use: Use | None, control: str | None) -> Step | None:
    """What the table says of a verb, with the denial, doubt and condition that stand around it."""
    tense = "future" if use.tense == "modal" and _reported_future(view, use) else use.tense
    step = step_of(use.verb.verb_class, tense, control, use.negated)
    if step is None:
        return None
    if control_use is not None and control_use.negated and step.step in ("promised", "in_transit"):
        step = Step("refused", "denied", "not-" + step.row)
    if control_use is not None and control_use.tense in ("modal", "duty") and step.mood == "asserted":
        step = Step("floated", "hypothetical", "may-" + step.row)
    if _denied(view, offer, use, control_use):
        step = step_of(use.verb.verb_class, tense, control, True) or step
    if _conditional(view, use) and step.mood == "asserted":
        step = Step(step.step, "hypothetical", "if-" + step.row)
    return step


def _denied(view: View, offer: Offer, use: Use, control: Use | None) -> bool:
    """Denial apart from the verb: "No tanks were sent", "neither will give", "denies having sent", "has yet to"."""
    if control is not None and control.verb.verb_class == "deny":
        return True
    if any(other.verb.verb_class == "deny" and 0 <= use.start - other.last <= 8 for other in view.uses):
        return True
    if view.lower(use.start - 1) == "yet" or [view.lower(i) for i in range(use.start - 2, use.start)] == ["has", "yet"]:
        return True
    if any(view.lower(i) == "yet" for i in range(use.start, use.first)) and view.lower(use.first - 1) == "to":
        return True
    before = {view.lower(i) for i in range(max(0, offer.first - 2), offer.first)}
    return bool(before & {"no", "none"}) or view.lower(0) == "neither"


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
            if later.tense in ("participle", "gerund") or any(
                view.lower(i) in (",", "and") for i in range(use.last, later.start)
            ):
                continue
            return cost, later, True
    return best


_SAID = frozenset(
    "said says told announced confirmed promised pledged added vowed reported declared stated agreed insisted".split()
)


def _reported_future(view: View, use: Use) -> bool:
    """ "said it would supply": the future as told afterwards, unless an "if" makes it a condition."""
    if not any(view.lower(i) in ("would", "'d") for i in range(use.start, use.first)):
        return False
    before = [view.lower(i) for i in range(use.start)]
    return any(w in _SAID for w in before) and "if" not in before


def _cost(view: View, use: Use, offer: Offer) -> int | None:
    """How far an offer is from a verb that could have it as object (left) or as subject (right)."""
    if use.verb.verb_class in _NO_GOVERNORS or _is_shift(view, use):
        return None
    if use.last <= offer.first:
        return _cost_as_object(view, use, range(use.last, offer.first))
    return _cost_as_subject(view, use, range(offer.last, use.start)) if use.first >= offer.last else None


def _cost_as_object(view: View, use: Use, gap: range) -> int | None:
    if len(gap) > _REACH_LEFT or any(view.lower(i) in _BREAKS for i in gap):
        return None
    if use.verb.verb_class in ("arrive", "transit"):
        return None
    if use.verb.verb_class == "float" and not use.verb.strong and len(gap) > 8:
        return None
    return len(gap) + 6 * sum(view.lower(i) in _RELATIVE for i in gap)


def _cost_as_subject(view: View, use: Use, gap: range) -> int | None:
    if len(gap) > _REACH_RIGHT or any(view.lower(i) in (";", ".") for i in gap):
        return None
    subject = use.passive or use.verb.verb_class in ("arrive", "transit")
    parties = any(isinstance(view.at[i].thing, Party) for i in gap if i in view.at)
    relative = any(view.lower(i) in ("that", "which") for i in gap) or (
        parties and not any(view.lower(i) == "," for i in gap)
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


def _control(view: View, use: Use) -> tuple[Use | None, str | None]:
    """The verb or noun an infinitive or gerund hangs on, and its class."""
    if use.tense not in ("infinitive", "gerund"):
        return None, None
    for other in reversed(view.uses):
        if other.last > use.start or use.start - other.last > 9:
            continue
        if other.verb.verb_class in _CONTROLLERS and not view.edge_between(other.last, use.start):
            return other, other.verb.verb_class
    for at in range(use.start - 1, max(-1, use.start - 6), -1):
        control = _CONTROL_NOUNS.get(view.lower(at))
        if view.lower(at) in ("has", "have", "need", "needs") and at != use.start - 1:
            continue
        if control is not None and use.tense == "infinitive":
            return None, control
    return None, None


def _conditional(view: View, use: Use) -> bool:
    for at in range(use.start - 1, max(-1, use.start - 10), -1):
        if view.lower(at) in _IF:
            return view.lower(at) != "should" or at == 0
        if view.lower(at) in (",", ";", "that"):
            return False
    return False


def _noun(view: View, offer: Offer) -> Governor | None:
    """ "a shipment of rockets", "requests for more tanks", "arms deliveries": a noun that has the offer behind "of"."""
    at = offer.first - 1
    while at >= 0 and view.lower(at) in _SKIPPED:
        at -= 1
    if view.lower(at) in ("of", "for") or (view.lower(at) == "in" and view.lower(at - 1) == "package"):
        reading = _NOUNS.get(view.lower(at - 1))
        if reading is not None:
            return _of_noun(view, at - 1, reading, offer.first - at)
    reading = _NOUNS.get(view.lower(offer.last))
    if reading is not None and view.lower(offer.last) not in ("need", "plan", "plans", "calls", "call", "offers"):
        return _of_noun(view, offer.last, reading, 1)
    return None


def _of_noun(view: View, noun: int, reading: tuple[PledgeStep, Mood], distance: int) -> Governor:
    """The verb that governs the noun decides ("announced a shipment of"); else the noun itself."""
    step, mood = reading
    for use in reversed(view.uses):
        if use.last > noun or noun - use.last > 6 or use.verb.verb_class in ("list", "sum", "intend"):
            continue
        control_use, control = _control(view, use)
        read = step_of(use.verb.verb_class, use.tense, control, use.negated)
        if read is not None and not (step == "requested" and use.verb.verb_class not in ("refuse", "approve")):
            return Governor(read, use, control_use, noun, distance, False)
        break
    for use in view.uses:
        if (
            use.start >= noun
            and use.start - noun <= 10
            and use.passive
            and use.verb.verb_class in ("approve", "withdraw", "refuse", "announce", "give")
        ):
            read = step_of(use.verb.verb_class, use.tense, None, use.negated)
            if read is not None:
                return Governor(read, use, None, noun, distance, True)
    return Governor(Step(step, mood, f"noun-{view.lower(noun)}"), None, None, noun, distance, False)

"""Words around a verb of help that make it denied, wished for, conditional, or told as news."""

from __future__ import annotations

from wireledger.extract.offers import Offer
from wireledger.extract.steps import Step
from wireledger.extract.verbs import Use
from wireledger.extract.view import View

_IF = frozenset(("if", "whether", "unless", "should"))
_WISHES = {
    **dict.fromkeys("demand demands demanded insist insists insisted".split(), "requested"),
    **dict.fromkeys("hope hopes hoped request requests".split(), "requested"),
    **dict.fromkeys("suggest suggests suggested suggesting".split(), "floated"),
    **dict.fromkeys("recommend recommends recommended propose proposed".split(), "floated"),
}


def wished(view: View, use: Use) -> Step | None:
    """ "demanded that Oslo send", "hopes that Rome will send", "suggested that Lima lend": a wish put as a clause."""
    if use.tense not in ("present", "future", "infinitive", "modal", "duty"):
        return None
    for at in range(use.start - 1, max(-1, use.start - 8), -1):
        word = view.lower(at)
        if word in _WISHES and (view.lower(at + 1) == "that" or (at + 1) in view.at):
            step = _WISHES[word]
            return Step("requested" if step == "requested" else "floated", "hypothetical", f"{word}-that")
        if word in (",", ";", "and", "but"):
            return None
    return None


def is_told_as_new(view: View, use: Use) -> bool:
    """ "announced it was sending": a progressive that somebody announces."""
    return any(
        other.verb.verb_class in ("announce", "promise") and 0 <= use.start - other.last <= 5 for other in view.uses
    )


def denied(view: View, offer: Offer, use: Use, control: Use | None) -> bool:
    """Denial apart from the verb: "No tanks were sent", "neither will give", "denies having sent", "has yet to"."""
    if control is not None and control.verb.verb_class == "deny":
        return True
    if any(other.verb.verb_class == "deny" and 0 <= use.start - other.last <= 8 for other in view.uses):
        return True
    if view.lower(use.start - 1) == "yet" or [view.lower(i) for i in range(use.start - 2, use.start)] == ["has", "yet"]:
        return True
    if any(view.lower(i) == "yet" for i in range(use.start, use.first)) and view.lower(use.first - 1) == "to":
        return True
    if _is_not_let(view, use):
        return True
    before = {view.lower(i) for i in range(max(0, offer.first - 2), offer.first)}
    if [view.lower(i) for i in range(offer.first - 3, offer.first)][:2] in (["not", "one"], ["not", "a"]):
        return True  # "not one more round"
    return bool(before & {"no", "none", "not"}) or view.lower(0) == "neither"


def _is_not_let(view: View, use: Use) -> bool:
    """ "its rules do not let it send arms": what is not allowed."""
    near = [view.lower(i) for i in range(use.start - 6, use.start)]
    at = next((i for i, word in enumerate(near) if word in ("let", "allow", "permit")), -1)
    return at > 0 and (near[at - 1] in ("not", "never") or near[at - 1].endswith("n't"))


_SAID = frozenset(
    "said says told announced confirmed promised pledged added vowed reported declared stated agreed insisted".split()
)


def reported_future(view: View, use: Use) -> bool:
    """ "said it would supply": the future as told afterwards, unless an "if" makes it a condition."""
    if not any(view.lower(i) in ("would", "'d") for i in range(use.start, use.first)):
        return False
    words = [token.lower for token in view.sentence.tokens]
    before, behind = words[: use.start], words[use.last :]
    told = any(w in _SAID for w in before) or any(w in _SAID and "," in behind[:at] for at, w in enumerate(behind))
    return told and not _on_condition(before, behind)


def _on_condition(before: list[str], behind: list[str]) -> bool:
    """Whether an "if" stands before a verb, or behind it within its own clause: "would help if asked"."""
    end = next((at for at, word in enumerate(behind) if word in _ASIDE), len(behind))
    return "if" in before or "if" in behind[:end]


_ASIDE = frozenset("despite although though while because ;".split())
_OTHER_CLAUSE = frozenset("that which who despite although while because , ; said says".split())


def conditional(view: View, use: Use) -> bool:
    ahead = use.tense in ("future", "modal", "infinitive")
    if ahead and view.lower(0) in ("if", "unless") and any(view.lower(i) == "," for i in range(2, use.start)):
        return True
    for at in range(use.last, len(view.sentence.tokens)) if ahead else ():
        word = view.lower(at)
        if word in ("unless", "if"):
            return view.lower(at - 1) not in ("even", "as")
        if word in _OTHER_CLAUSE or any(other.first == at for other in view.uses):
            break
    for at in range(use.start - 1, max(-1, use.start - 10), -1):
        if view.lower(at) in _IF:
            return view.lower(at) != "should" or at == 0
        if view.lower(at) in (",", ";", "that"):
            return False
    return False

"""What a verb of help hangs on: the verb or noun that promises, asks for, floats, refuses or continues it."""

from __future__ import annotations

from wireledger.extract.verbs import Use
from wireledger.extract.view import View

_NOUNS = {
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
    **dict.fromkeys("ought".split(), "request"),
    **dict.fromkeys("talks negotiations right better best wise wrong".split(), "float"),
    **dict.fromkeys("need needs has have".split(), "request"),
    **dict.fromkeys("effort efforts work working process".split(), "continue"),
}  # fmt: skip
_CONTROLLERS = frozenset(
    "promise intend announce asking request float refuse withdraw approve allocate begin continue factive offer".split()
)


def control_of(view: View, use: Use) -> tuple[Use | None, str | None]:
    """The verb or noun an infinitive or gerund hangs on, and its class."""
    if use.tense not in ("infinitive", "gerund"):
        return None, None
    if _is_yet_to(view, use):
        return None, "yet"
    if view.lower(use.start - 1) == "like" and view.lower(use.start - 2) in ("would", "'d"):
        return None, "float"
    for other in reversed(view.uses):
        if other.last > use.start or use.start - other.last > 9:
            continue
        if other.verb.verb_class in _CONTROLLERS and not view.edge_between(other.last, use.start):
            return (None, "continue") if _has_effort(view, other, use) else (other, other.verb.verb_class)
    for at in range(use.start - 1, max(-1, use.start - 6), -1):
        control = _NOUNS.get(view.lower(at))
        if view.lower(at) in ("has", "have", "need", "needs", "ought") and at != use.start - 1:
            continue
        of = view.lower(at + 1) == "of" and view.lower(at) == "process"
        if control is not None and (use.tense == "infinitive" or of):
            return None, control
    if use.tense == "infinitive" and _is_effort_of(view, use):
        return None, "continue"
    return None, "approve" if use.tense == "infinitive" and _opens_with_authority(view) else None


def _has_effort(view: View, verb: Use, use: Use) -> bool:
    """ "discussed the efforts of both to provide", "efforts providing": the effort goes on, whatever is said of it."""
    near = range(max(verb.last, use.start - (9 if use.tense == "infinitive" else 1)), use.start)
    return any(_NOUNS.get(view.lower(at)) == "continue" for at in near)


def _is_effort_of(view: View, use: Use) -> bool:
    """ "the work by Oslo and its many neighbours to deliver": whose effort it is stands between."""
    for at in range(use.start - 2, max(-1, use.start - 16), -1):
        if any(other.start == at for other in view.uses) or view.edge_between(at, at + 1):
            return False
        if _NOUNS.get(view.lower(at)) == "continue" and view.lower(at + 1) in ("by", "of"):
            return True
    return False


def _is_yet_to(view: View, use: Use) -> bool:
    """ "has yet to send", "are still to arrive", "remains to be delivered": what is not done so far."""
    before = view.lower(use.start - 1)
    if use.tense != "infinitive" or view.lower(use.start) != "to":
        return False
    still = before == "still" and view.lower(use.start - 2) in ("has", "have", "is", "are")
    return before == "yet" or still or before in ("remain", "remains")


def _opens_with_authority(view: View) -> bool:
    """ "(2) the authority under section 9 to determine whether ... to furnish": an act by which power is handed on."""
    words = [view.lower(i) for i in range(8)]
    return "authority" in words and not any(
        word.isalpha() and word != "the" for word in words[: words.index("authority")]
    )

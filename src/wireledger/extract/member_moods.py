"""What is only meant, asked for or doubted of a joining or leaving: "threats to leave", "unlikely to join"."""

from __future__ import annotations

from itertools import pairwise

from wireledger.extract.member_words import Joining
from wireledger.extract.view import View
from wireledger.model import Mood

_SETTLED = frozenset("voted votes vote decided decides decision agreed chose resolved".split())
_HAPPENED = frozenset("first latest last only managed began begun".split())
_ASKING = frozenset(
    "called calls calling urged urges urging asked asks pressed presses pressing demanded demand demands insists"
    " insisted condition conditions".split()
)
_DOUBTING = frozenset("unlikely doubt doubts doubted doubtful improbable".split())
_FREEZING = frozenset("froze frozen freeze freezing freezes suspended suspends suspend suspending".split())
_WAS = frozenset(("was", "were", "is", "been", "be"))
_GIVING_UP = frozenset(
    "drop drops dropped dropping abandon abandons abandoned abandoning renounce renounced give gives gave giving shelve"
    " shelved freeze froze withdraw withdrew withdrawn ended end halt suspend suspended no any".split()
)
_OWNERS = frozenset(("its", "their", "his", "her", "'s", "'"))
_CONDITIONS = frozenset("conditions condition criteria requirements requirement benchmarks".split())
_AHEAD: dict[str, Mood] = {"would": "hypothetical", "could": "hypothetical", "might": "hypothetical", "will": "planned"}
_NEAR, _FAR, _LONG = 6, 12, 14


def only_meant(view: View, joining: Joining) -> Mood:
    """How far what stands as "to leave" has come: settled on by a vote, a threat, or done by the first to do it."""
    before = {view.lower(i) for i in range(max(0, joining.start - _NEAR), joining.start)}
    return "asserted" if before & _HAPPENED else "planned" if before & _SETTLED else "hypothetical"


def asked_for(view: View, at: int) -> bool:
    """Whether somebody calls for what stands at token `at`: "called for Georgia to be admitted"."""
    return any(view.lower(i) in _ASKING for i in range(max(0, at - _FAR), at))


def doubted(view: View, joining: Joining) -> bool:
    """ "It is unlikely that Georgia will join": said not to be near."""
    near = [view.lower(i) for i in range(max(0, joining.start - _NEAR - 1), joining.start)]
    return bool(_DOUBTING & set(near)) and not {"no", "without", "beyond"} & set(near)


def frozen(view: View, joining: Joining) -> bool:
    """ "froze its membership": a state that takes itself out for a while."""
    before = [view.lower(i) for i in range(joining.first - 3, joining.first)]
    if joining.word_class == "join" and any(
        one in _FREEZING and other in ("its", "their") for one, other in pairwise(before)
    ):
        return True
    if joining.word_class != "member":
        return False
    behind = [view.lower(i) for i in range(joining.last, joining.last + _FAR)]
    if any(
        w in _FREEZING and behind[i - 1] in _WAS for i, w in enumerate(behind[:_FAR]) if i and "," not in behind[:i]
    ):
        return True
    return view.lower(joining.first - 1) in ("its", "their") and view.lower(joining.first - 2) in _FREEZING


def owned_by_it(view: View, at: int) -> bool:
    """ "could approve Georgia's bid": a bid that stands, whatever is said of it."""
    return view.lower(at - 1) in _OWNERS or view.lower(at - 2) in _OWNERS


def given_up(view: View, at: int) -> bool:
    """ "could drop its bid": what is said of a bid is that it ends."""
    return bool(_GIVING_UP & {view.lower(i) for i in range(max(0, at - _NEAR), at)})


def only_conditions(view: View, at: int) -> bool:
    """ "met the conditions for accession talks", "once it adopts the protocols": nothing is opened."""
    before = [view.lower(i) for i in range(max(0, at - _NEAR), at)]
    return bool(_CONDITIONS & set(before)) or bool(
        {"once", "until"} & {view.lower(i) for i in range(max(0, at - _LONG), at)}
    )


def what_it_brings(view: View, joining: Joining) -> Mood | None:
    """ "By joining, Moldova would be safer": as likely as what is told behind the comma; None for what has been."""
    behind = [view.lower(i) for i in range(joining.last, joining.last + _FAR)]
    if "," not in behind:
        return None
    return next((_AHEAD[w] for w in behind[behind.index(",") :] if w in _AHEAD), None)

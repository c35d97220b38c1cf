"""Whether a place in a sentence tells of what is ahead, behind or now.

The sentence is cut into clauses at marks and at words such as "that", "who" and "after". In the clause of the place the
nearest verb before it decides, else the first after it; a clause without a verb borrows its neighbour's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from wireledger.annotate.days.names import word_set
from wireledger.model import Token

Tense = Literal["ahead", "behind", "now"]
Cue = tuple[int, Tense]

_CUTS: Final = word_set(
    ', ; : — – ( ) " that who whom which whose where when while because although though as after before if but '
    "until whether once since"
)
_FORWARD_CUTS: Final = word_set('; : " that which where when while because although though if but whether once')
_MODALS: Final = word_set("will would shall should could may might must can cannot won't wouldn't ought")
_AWAITED: Final = word_set(
    "expected scheduled likely unlikely due set slated planned planning plans plan poised going hopes hope hoping "
    "intends intend aims aim expects expect expecting preparing prepares supposed bound readying awaits awaiting"
)
_WANTING: Final = word_set(
    "agreed agrees agree promised promises pledged pledges vowed vows wants want wanted decided ready urged asked "
    "invited need needs needed needing refused offered offers committed commits hoped intended aimed deadline "
    "have has ordered authorised authorized instructed about able willing continue continues expected date bid "
    "efforts effort timetable called calls readiness tasked intention commitment promise pledge is are was were "
    "be"
)
_ASKING: Final = word_set("invited invites asked asks urged urges wants wanted ordered told pressed")
_AUXILIARIES: Final = frozenset(["has", "have", "had", "'ve", "hasn't", "haven't", "hadn't"])
_BE: Final = frozenset(["is", "are", "am", "isn't", "aren't", "'re"])
_EVENTS: Final = word_set(
    "meet meets visit travel hold host talk gather return vote resume convene arrive begin start open discuss "
    "attend come"
)
_ARRANGED: Final = word_set(
    "meeting visiting travelling traveling hosting holding voting leaving arriving flying heading attending gathering "
    "returning convening starting beginning"
)
_SCHEDULED: Final = word_set("begins ends starts expires resumes concludes convenes takes")
_SCHEDULED_BASE: Final = word_set("begin end start open close expire resume conclude convene take arrive leave run")
_PAST: Final = word_set(
    "was were had did said told met sent gave took went came made held flew left spoke began saw got brought won "
    "lost became kept sold bought paid led wrote struck fell rose grew drew drove found knew thought heard shot "
    "stood sat ran chose broke built sought fought taught overran threw wore hid dealt felt meant understood "
    "withdrew underwent didn't wasn't weren't hadn't says tells hit spent undertook oversaw overthrew lent shook "
    "sank swore wound"
)
_PARTICIPLES: Final = word_set(
    "been given taken gone come seen begun spoken flown shown written risen fallen grown drawn driven known "
    "broken chosen become done sworn withdrawn undergone hit put cut set run"
)
_NOT_PAST: Final = word_set(
    "armed armored armoured advanced sophisticated guided tracked wheeled unmanned occupied increased continued "
    "limited united based shared related unprovoked unjustified combined needed detailed hundred speed indeed "
    "exceed proceed succeed seed breed greed feed creed sacred naked hatred unified experienced so-called skilled "
    "crewed uncrewed complicated dedicated integrated towed undisclosed unspecified unprecedented sustained "
    "motorised motorized mechanised mechanized refurbished upgraded modernised modernized used desired embed "
    "alleged wounded unexploded"
)
_ADVERBS: Final = word_set("not n't also now already never just only since recently still again reportedly")


def tense_at(tokens: Sequence[Token], position: int) -> Tense:
    """The tense of the clause around token `position`; "now" where no verb tells."""
    return tense_of(clauses(tokens), position)


def clauses(tokens: Sequence[Token]) -> list[tuple[int, str, list[Cue]]]:
    """The clauses of a sentence: first token, the word or mark that opens it, and its verbs of known tense."""
    found: list[tuple[int, str, list[Cue]]] = [(0, "", [])]
    lows = [token.lower for token in tokens] + [""] * 4
    for at, token in enumerate(tokens):
        if lows[at] in _CUTS and not (lows[at] == "as" and lows[at + 2] == "as"):
            found.append((at, lows[at], []))
        elif tense := _tense(lows, at, token.text, _governing(found, lows)):
            found[-1][2].append((at, tense))
    return found


def _governing(found: list[tuple[int, str, list[Cue]]], lows: list[str]) -> str:
    """The last verb of the clause so far; a clause that only a quotation mark opens goes on with the one before."""
    for _, opener, cues in reversed(found):
        if cues:
            return lows[cues[-1][0]]
        if opener != '"':
            return ""
    return ""


def tense_of(parts: list[tuple[int, str, list[Cue]]], position: int) -> Tense:
    """The tense at token `position` of a sentence cut by `clauses`."""
    here = max(at for at, part in enumerate(parts) if part[0] <= position or at == 0)
    cues = parts[here][2]
    if cues:
        before = [cue for cue in cues if cue[0] < position]
        return before[-1][1] if before else cues[0][1]
    forward = here == 0 or parts[here][1] in _FORWARD_CUTS
    earlier = [(far, forward, part[2][-1][1]) for far, part in enumerate(reversed(parts[:here]), 1) if part[2]]
    later = [(far, not forward, part[2][0][1]) for far, part in enumerate(parts[here + 1 :], 1) if part[2]]
    order = sorted([*earlier[:1], *later[:1]])
    return order[0][2] if order else "now"


def _tense(lows: list[str], at: int, text: str, governing: str) -> Tense | None:
    low, following = lows[at], lows[at + 1]
    if low in _MODALS or low.endswith("'ll"):
        if low == "may" and text != "may":
            return None
        return "behind" if following == "have" and low not in ("will", "shall") and "'" not in low else "ahead"
    if low in _AUXILIARIES or low.endswith("'ve"):
        return _perfect(lows, at)
    if low in _BE:
        return "ahead" if following == "to" or following in _ARRANGED else "now"
    if low in _SCHEDULED or (low in _SCHEDULED_BASE and lows[at - 1] in ("which", "that", "who")):
        return "ahead"
    if low in _AWAITED:
        return _awaited(lows, at)
    if low == "to":
        return _infinitive(lows, at, governing)
    if low in _PAST:
        return "behind"
    return "behind" if _participle(low, text) and not _passive(lows, at) else None


def _perfect(lows: list[str], at: int) -> Tense:
    if lows[at] in ("had", "hadn't"):
        return "behind"
    following = lows[at + 2] if lows[at + 1] in _ADVERBS else lows[at + 1]
    if following == "to":
        return "ahead"
    if following in _PAST or following in _PARTICIPLES or following.endswith("ed"):
        return "behind"
    return "now"


def _awaited(lows: list[str], at: int) -> Tense | None:
    if lows[at - 1] in ("than", "as", "had"):
        return None
    if lows[at] in ("plans", "plan", "hopes", "hope", "aims", "aim", "set", "bound", "going") and lows[at + 1] not in (
        "to",
        "for",
    ):
        return None
    return "behind" if lows[at - 1] == "been" and lows[at - 2] == "had" else "ahead"


def _infinitive(lows: list[str], at: int, governing: str) -> Tense | None:
    """ "Biden to visit Kyiv on Friday" looks ahead; "flew there to visit him" stays with its verb."""
    wanted, governed = lows[at - 1], bool(governing)
    if governing in _ASKING and lows[at + 1] in _EVENTS:
        return "ahead"  # "invited the premier to visit in June"
    if wanted.endswith("ed") and wanted in _WANTING and governed:
        # "promised to send tanks on Friday" tells when it was promised, "agreed to meet on Friday" when they meet
        return "ahead" if lows[at + 1] in _EVENTS else None
    if wanted in _WANTING or (not governed and lows[at + 1] in _BASE and at > 0):
        return "ahead"
    return None


def _passive(lows: list[str], at: int) -> bool:
    """ "will be sent", "is fully equipped" have the tense of their auxiliary"""
    before = lows[at - 2] if lows[at - 1] in _ADVERBS or lows[at - 1].endswith("ly") else lows[at - 1]
    return before in ("be", "is", "are", "being", "been", "get", "gets", "getting")


def _participle(low: str, text: str) -> bool:
    return low.endswith("ed") and len(low) > 4 and "-" not in low and text[0].islower() and low not in _NOT_PAST


_BASE: Final = word_set(
    "visit meet send travel hold host speak address attend discuss sign deliver give provide announce vote decide "
    "begin start receive arrive join train supply ship transfer donate talk fly head return take make get launch "
    "open close brief consider debate approve present unveil convene gather mark urge ask seek be have build buy "
    "sell"
)

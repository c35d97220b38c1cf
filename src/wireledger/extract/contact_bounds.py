"""Which guesses of who took part in a contact cannot be: visits at home, talks of one side, visits by who invites."""

from __future__ import annotations

from wireledger.extract.contact_guesses import Guess
from wireledger.extract.contact_hints import Hint
from wireledger.extract.contact_home import at_home
from wireledger.extract.contact_memory import Side
from wireledger.extract.contact_peers import with_peers
from wireledger.extract.contact_sides import Cast
from wireledger.extract.contact_touch import is_of_one_side
from wireledger.model import Span

_OWNED = 6
_ME = frozenset("i me my we us our".split())
_THANKED = 8
_HOSTING = frozenset(("host", "have us", "invite"))
_HOSTED = frozenset(("welcome noun", "hospitality", "hospitality noun"))
_ASKING = frozenset(("invite", "send", "host"))


def may_be(
    cast: Cast, hint: Hint, guess: Guess, told: dict[str, tuple[Side, ...]], place: tuple[str, Span] | None
) -> bool:
    """Whether those guessed may have taken part in what the hint tells, by who they are and what the words say."""
    if not any(s.official for s in guess.guests) or not _is_owners(cast, hint, guess, told):
        return False
    if not is_thanked(cast, hint, guess):
        return False
    if guess.form == "visit":
        home = place is not None and at_home(cast.view, {s.side for s in guess.guests}, place[1])
        return not home and not _asks(hint, guess, told)
    return not is_of_one_side(guess.guests) and not (guess.form == "call" and _is_alone(cast, hint, guess))


def _is_alone(cast: Cast, hint: Hint, guess: Guess) -> bool:
    """Whether nobody is at the other end: whoever speaks may be, or leaders without a name."""
    alone = len(guess.guests) < 2 and not any(s.many for s in guess.guests)
    return alone and not cast.view.has_any(_ME) and not with_peers(cast.view, hint.last)


def _asks(hint: Hint, guess: Guess, told: dict[str, tuple[Side, ...]]) -> bool:
    """ "Ann has invited Bo", "Ann welcomed Bo": Ann is the host."""
    deed = hint.deed
    if deed is None or deed.passive or deed.verb.verb_class not in _ASKING or hint.occasion is not None:
        return False
    return bool({s.code for s in told.get("doer", ())} & {s.code for s in guess.guests})


def is_thanked(cast: Cast, hint: Hint, guess: Guess) -> bool:
    """ "Thank you for coming": whoever is spoken to came, and "for having us": whoever speaks."""
    view, deed = cast.view, hint.deed
    near = [view.lower(i) for i in range(hint.first - _THANKED, hint.first)]
    if (
        guess.form != "visit"
        or "for" not in near
        or not any(near[i : i + 2] == ["thank", "you"] for i in range(len(near)))
    ):
        return True
    hosted = hint.occasion is None and deed is not None and deed.verb.verb_class in _HOSTING
    hosted = hosted or "invitation" in near or hint.word.startswith("invit")
    came = cast.pronoun("i", 0) if hosted or hint.word in _HOSTED else cast.pronoun("you", 0)
    return not came or bool({s.code for s in came} & {s.code for s in guess.guests})


def _is_owners(cast: Cast, hint: Hint, guess: Guess, told: dict[str, tuple[Side, ...]]) -> bool:
    """Whether whose visit or call it is takes part, where it is named: "Ann's visit" is Ann's."""
    first = hint.first
    if not any(cast.view.lower(i) in ("'s", "'") for i in range(first - _OWNED, first)):
        return True
    owners = {s.code for s in told.get("owner", ()) if s.person}
    return not owners or bool(owners & {s.code for s in guess.guests})

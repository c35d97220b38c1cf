"""Who gives and who receives where a sentence leaves it to the reader: carried from what the report told before."""

from __future__ import annotations

from wireledger.extract.govern import Governor
from wireledger.extract.memory import Known, Memory, is_fresh
from wireledger.extract.roles import Role, subject
from wireledger.extract.view import View

_WE = frozenset("we our us".split())
_IT = frozenset("it they he she its their his".split())


def donors_of(view: View, said: Role | None, remembered: Memory, found: Governor | None) -> tuple[Known | None, bool]:
    index = view.sentence.index
    """Who gives, and whether that was carried from elsewhere in the report."""
    if said is not None and _can_give(said, remembered):
        return Known(said.codes, said.spans, index), False
    known = _spoken(view, remembered, found)
    if known is None and found is not None and found.step.step == "requested":
        return _asked_at_home(view, found, remembered), False
    if known is None:
        known = _before(view, remembered)
    return known, known is not None


def _before(view: View, remembered: Memory) -> Known | None:
    """Who gave last, else the side whose page it is."""
    if is_fresh(remembered.last_donors, view.sentence, 4):
        return remembered.last_donors
    return Known((remembered.own_side,), (), view.sentence.index) if remembered.own_side else None


def _spoken(view: View, remembered: Memory, found: Governor | None) -> Known | None:
    """Whom a pronoun or an office stands for."""
    own, index = remembered.own_side, view.sentence.index
    pronoun = _pronoun(view, found)
    if pronoun in _WE or (found is not None and pronoun is None and own and _has_word(view, _WE)):
        we = remembered.speaker if is_fresh(remembered.speaker, view.sentence, 3) else None
        if own:
            return Known((own,), we.spans if we else (), index)
        if we is not None:
            return we
    if _office_subject(view, found):
        if own:
            return Known((own,), (), index)
        if remembered.leader is not None:
            return remembered.leader
    if pronoun in ("he", "she") and is_fresh(remembered.leader, view.sentence, 2):
        return remembered.leader
    return None


def _asked_at_home(view: View, found: Governor, remembered: Memory) -> Known | None:
    """Who asks and is not the one helped asks at home: "the president seeks $33bn from parliament"."""
    asking = subject(view, found.use) if found.use is not None and found.use.verb.verb_class == "request" else None
    helped = remembered.main_recipient
    if asking is None or helped is None or set(asking.codes) & (set(remembered.helped) | set(helped.codes)):
        return None
    return Known(asking.codes, asking.spans, view.sentence.index)


def _can_give(said: Role, remembered: Memory) -> bool:
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


def recipient_of(view: View, said: Role | None, remembered: Memory, giving: Known | None) -> tuple[Known | None, bool]:
    """Who receives, and whether that was carried from elsewhere in the report."""
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

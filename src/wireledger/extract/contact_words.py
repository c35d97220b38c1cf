"""Finds the nouns that tell of contacts, the verb each hangs on and the mood its words give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.extract.deeds import Deed
from wireledger.extract.moods import governed
from wireledger.extract.view import View
from wireledger.lexicon.meeting import ContactNoun, contact_nouns, contact_verbs
from wireledger.model import Days, Mood

_GOVERNING = frozenset(("hold", "host", "attend", "miss", "cancel", "invite"))
_PASSIVE = frozenset(("hold", "host", "cancel", "attend"))
_PLANNED = frozenset("planned upcoming scheduled forthcoming expected next coming future proposed-for".split())
_POSSIBLE = frozenset("possible potential proposed further hypothetical would-be any suggested".split())
_OFF = frozenset("cancelled canceled postponed aborted abandoned scrapped".split())
_AHEAD_BEHIND = frozenset("planned scheduled due slated expected set will would upcoming".split())
_MAY_BEHIND = frozenset("could might may should".split())
_NOT_BEFORE = frozenset("press news field business port medical guided study school".split())
_BETWEEN = frozenset((";", ":", ".", '"', ",", "to", "during", "after", "before", "and"))
_STOPS = frozenset((";", ":", ".", '"', ","))


@dataclass(frozen=True, slots=True)
class Occasion:
    """A noun for a contact at tokens `first` up to `last`, the verb it hangs on, its mood (None: as days tell)."""

    noun: ContactNoun
    first: int
    last: int
    deed: Deed | None
    mood: Mood | None
    row: str

    @property
    def verb_class(self) -> str:
        """The class of the governing verb, empty where there is none."""
        return self.deed.verb.verb_class if self.deed else ""


def triggers(view: View) -> bool:
    """Whether any word of the sentence may tell of a contact."""
    verbs, nouns = contact_verbs(), contact_nouns()
    return any(t.lower in verbs or t.lower in nouns for t in view.sentence.tokens)


def occasions(view: View, found_deeds: Sequence[Deed]) -> list[Occasion]:
    """The nouns of a sentence in order; words that are verbs there are none."""
    taken = {i for d in found_deeds if d.verb.verb_class not in ("hold",) for i in range(d.first, d.last)}
    found: list[Occasion] = []
    at, size = 0, len(view.sentence.tokens)
    while at < size:
        noun = None if at in taken else _noun_at(view, at)
        if noun is None:
            at += 1
            continue
        last = at + len(noun.words)
        deed = _governor(view, at, last, found_deeds)
        mood, row = _mood(view, at, last, deed)
        found.append(Occasion(noun, at, last, deed, mood, row))
        at = last
    return found


def definite(view: View, first: int) -> bool:
    """Whether a noun at token `first` points back: "the visit", "that call", "their talks"."""
    for at in range(first - 1, max(-1, first - 4), -1):
        word = view.lower(at)
        if word in ("the", "this", "that", "their", "his", "her", "these", "those"):
            return True
        if word in ("a", "an", ",", ".", "of", "in") or at in view.at:
            return False
    return False


def _noun_at(view: View, at: int) -> ContactNoun | None:
    for noun in contact_nouns().get(view.lower(at), ()):
        size = len(noun.words)
        if size > 1 and any(view.lower(at + i) != noun.words[i] for i in range(1, size)):
            continue
        if _fits(view, at, at + size, noun):
            return noun
    return None


def _fits(view: View, at: int, last: int, noun: ContactNoun) -> bool:
    before, behind = view.lower(at - 1), view.lower(last)
    if (
        _is_aside(view, at)
        or before in _NOT_BEFORE
        or behind in ("room", "rooms", "point", "house", "centre", "center")
    ):
        return False
    if noun.before:
        known = any(before == b or (b.startswith("-") and before.endswith(b)) for b in noun.before)
        dated = isinstance(getattr(view.at.get(last + 1), "thing", None), Days)
        return (known and (dated or behind not in ("for", "to", "on", "into"))) or before.endswith("-minute")
    return True


def _is_aside(view: View, at: int) -> bool:
    """ "on the margins of the summit": where something else took place."""
    for position in range(at - 1, max(-1, at - 8), -1):
        word = view.lower(position)
        if word in _STOPS:
            return False
        if word in ("margins", "sidelines", "margin"):
            return True
    return False


def _governor(view: View, first: int, last: int, found_deeds: Sequence[Deed]) -> Deed | None:
    """The verb whose object or subject a noun is."""
    for deed in reversed(found_deeds):
        near = deed.last <= first <= deed.last + 10 and deed.verb.verb_class in _GOVERNING
        if near and _governs(deed, {view.lower(i) for i in range(deed.last, first)}):
            return deed
    for deed in found_deeds:
        near = deed.passive and deed.verb.verb_class in _PASSIVE and 0 <= deed.start - last <= 12
        if near and not any(view.lower(i) in (";", ":") for i in range(last, deed.start)):
            return deed
    return None


def _governs(deed: Deed, gap: set[str]) -> bool:
    if deed.verb.verb_class == "invite":
        return not gap & _STOPS
    return not deed.passive and not gap & _BETWEEN


def _mood(view: View, first: int, last: int, deed: Deed | None) -> tuple[Mood | None, str]:
    if deed is not None:
        if deed.verb.verb_class in ("cancel", "miss"):
            return ("asserted", "not-off") if deed.mood == "denied" else ("denied", deed.verb.lemma)
        if deed.verb.verb_class == "invite":
            return ("denied" if deed.mood == "denied" else "hypothetical"), "invited"
        if deed.mood != "asserted":
            return deed.mood, deed.row
    before = {view.lower(i) for i in range(max(0, first - 5), first) if i not in view.at}
    if before & _OFF:
        return "denied", "off"
    if view.lower(first - 1) == "no" or view.lower(first - 2) == "no":
        return "denied", "no"
    if before & _PLANNED:
        return "planned", "upcoming"
    if before & _POSSIBLE:
        return "hypothetical", "possible"
    if ("ahead", "of") in {(view.lower(i), view.lower(i + 1)) for i in range(max(0, first - 6), first)}:
        return "planned", "ahead of"
    found = governed(view, first, 6)
    if found is not None:
        return found
    return _behind(view, last)


def _behind(view: View, last: int) -> tuple[Mood | None, str]:
    for at in range(last, last + 9):
        word = view.lower(at)
        if word in _STOPS or word in ("that", "said", "who", "which"):
            break
        if word in _OFF:
            return "denied", "off"
        if word in _AHEAD_BEHIND:
            return "planned", word
        if word in _MAY_BEHIND and at not in view.at:
            return "hypothetical", word
    return None, "noun"

"""Finds the nouns that tell of contacts, the verb each hangs on and the mood its words give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.extract.contact_demands import is_demand
from wireledger.extract.deeds import Deed
from wireledger.extract.moods import governed
from wireledger.extract.view import View
from wireledger.lexicon.meeting import ContactNoun, contact_nouns
from wireledger.model import Days, Mood

_GOVERNING = frozenset(("hold", "host", "attend", "lead", "miss", "cancel", "invite", "send"))
_PASSIVE = frozenset(("hold", "host", "cancel", "attend", "lead"))
_PLANNED = frozenset("planned upcoming scheduled forthcoming expected next coming future proposed-for".split())
_GOING_ON = frozenset(("ongoing", "current", "continuing"))
_POSSIBLE = frozenset("possible potential proposed hypothetical would-be any suggested".split())
_PUTS_OFF, _NEW_DAY = frozenset(("postpone",)), 8
_OFF = frozenset("cancelled canceled postponed aborted abandoned scrapped".split())
_OFF_BEHIND = frozenset("rejected vetoed shelved dropped axed".split())
_AHEAD_BEHIND = frozenset("planned scheduled due slated expected set will would upcoming".split())
_MAY_BEHIND = frozenset("could might may should".split())
_NOT_BEFORE = frozenset(
    "press news field business port medical guided study school accession membership"
    " entry coalition budget wage pay factory site hospital campaign home weekend".split()
)
_BETWEEN = frozenset((";", ":", ".", '"', ",", "to", "during", "after", "before", "and", "that", "said"))
_TEAMS = frozenset("delegation delegations representative representatives envoy envoys team minister".split())
_PRAISING = frozenset(("welcome", "greet"))
_HELD_AT = frozenset("at during after following since".split())
_LINKS = _HELD_AT | frozenset("in on before with to for from of".split())
_SOUGHT = frozenset(
    "part participate participates participated participating participation interest interested engage engaged"
    " engaging involved involvement role join".split()
)
_OPENING, _FORESEEN = 12, 10
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


def occasions(view: View, found_deeds: Sequence[Deed]) -> list[Occasion]:
    """The nouns of a sentence in order; words that are verbs there are none."""
    taken = {i for d in found_deeds if d.verb.verb_class not in ("hold",) for i in range(d.first, d.last)}
    found: list[Occasion] = []
    past, table = 0, contact_nouns()
    for at, token in enumerate(view.sentence.tokens):
        if token.lower not in table or at < past or at in taken:
            continue
        noun = _noun_at(view, at)
        if noun is None:
            continue
        past = last = at + len(noun.words)
        deed = governor_of(view, at, last, found_deeds)
        mood, row = mood_of(view, (at, last), deed, noun.form)
        found.append(Occasion(noun, at, last, deed, mood, row))
    return found


def definite(view: View, first: int) -> bool:
    """Whether a noun at token `first` points back: "the visit", "that call", "their talks"."""
    for at in range(first - 1, max(-1, first - 4), -1):
        word = view.lower(at)
        if word in ("the", "this", "that", "their", "his", "her", "these", "those", "such"):
            return True
        if word in ("'s", "'") and isinstance(getattr(view.at.get(at - 1), "thing", None), Days):
            return True  # "Friday's meeting"
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
    if is_aside(view, at) or before in _NOT_BEFORE or behind in ("room", "rooms", "point", "house", "centre", "center"):
        return False
    if behind == "for" and view.lower(last + 2) == "'s":
        return False
    if noun.words[0] in ("press", "news") and behind not in ("with", "alongside"):
        return False
    if noun.before:
        known = any(before == b or (b.startswith("-") and before.endswith(b)) for b in noun.before)
        dated = isinstance(getattr(view.at.get(last + 1), "thing", None), Days)
        return (known and (dated or behind not in ("for", "to", "on", "into"))) or before.endswith("-minute")
    return True


def is_aside(view: View, at: int) -> bool:
    """ "on the margins of the summit", "the call to act": where something else took place, or nothing did."""
    if is_demand(view, at):
        return True
    for position in range(at - 1, max(-1, at - 8), -1):
        word = view.lower(position)
        if word in _STOPS:
            return False
        if word in ("margins", "sidelines", "margin"):
            return True
    return False


def governor_of(view: View, first: int, last: int, found_deeds: Sequence[Deed]) -> Deed | None:
    """The verb whose object or subject a noun is."""
    for deed in reversed(found_deeds):
        near = deed.last <= first <= deed.last + 10 and deed.verb.verb_class in _GOVERNING
        near = near and deed.verb.lemma not in _PRAISING
        if near and _governs(deed, set(_gap(view, deed, first))):
            return deed
    for deed in sorted(found_deeds, key=lambda d: view.lower(d.last) != "by"):
        near = deed.passive and deed.verb.verb_class in _PASSIVE and 0 <= deed.start - last <= 12
        if near and not any(view.lower(i) in (";", ":") for i in range(last, deed.start)):
            return deed
    return None


def _gap(view: View, deed: Deed, first: int) -> list[str]:
    """The words between a verb and a noun, without "a new round of"; "joined A and B for | the talks" from "for" on."""
    gap = [view.lower(i) for i in range(deed.last, first)]
    if deed.verb.lemma == "join" and "for" in gap:
        return gap[len(gap) - gap[::-1].index("for") :]
    return [word for at, word in enumerate(gap) if word != "of" or gap[at - 1 : at] not in (["round"], ["series"])]


def _governs(deed: Deed, gap: set[str]) -> bool:
    if deed.verb.verb_class == "invite":
        return not gap & (_BETWEEN - {"to", "and", '"'})
    if deed.verb.verb_class == "send":
        return bool(gap & _TEAMS) and not gap & _STOPS
    apart = deed.verb.verb_class == "host" and gap & {"in", "for", "of"}
    return not deed.passive and not gap & _BETWEEN and not apart


def mood_of(view: View, words: tuple[int, int], deed: Deed | None, noun: str) -> tuple[Mood | None, str]:
    first, last = words
    if deed is not None:
        if deed.verb.lemma in _PUTS_OFF and _has_new_day(view, max(last, deed.last)):
            return "planned", "put off to"
        if deed.verb.verb_class in ("cancel", "miss"):
            return ("asserted", "not-off") if deed.mood == "denied" else ("denied", deed.verb.lemma)
        if deed.verb.verb_class == "invite":
            return ("denied" if deed.mood == "denied" else "hypothetical"), "invited"
        if deed.mood != "asserted":
            return deed.mood, deed.row
    link = next((i for i in range(first - 1, max(-1, first - 6), -1) if view.lower(i) in _LINKS), -1)
    before = {view.lower(i) for i in range(max(0, first - 5, link), first) if i not in view.at}
    if before & _OFF or _behind(view, last)[1] == "off":
        return "denied", "off"
    if view.lower(first - 1) == "no" or view.lower(first - 2) == "no":
        return "denied", "no"
    if before & _PLANNED:
        return "planned", "upcoming"
    if before & _GOING_ON:
        return "asserted", "ongoing"
    if before & _POSSIBLE:
        return "hypothetical", "possible"
    if {"ahead", "eve", "advance"} & {
        view.lower(i) for i in range(max(0, first - 6), first) if view.lower(i + 1) == "of"
    }:
        return "planned", "ahead of"
    link_word = view.lower(link)
    held = link_word in _HELD_AT or (link_word == "on" and noun == "visit")
    held = held or (link_word == "in" and noun != "visit" and not _is_sought(view, link))
    if held and link_word in ("at", "during") and _is_foreseen(view, link):
        return "planned", "foreseen"
    found = governed(view, first, 6) if not held else None
    if found is not None and not _is_called_for_in_it(view, link, found[1]):
        return found
    mood, row = _behind(view, last)
    return ("planned", "will behind") if mood is None and link >= 0 and _opens_ahead(view, link, last) else (mood, row)


def _has_new_day(view: View, last: int) -> bool:
    """ "postponed the call with her | to Friday": what is put off to days told is still to come."""
    for at in range(last, last + _NEW_DAY):
        mention = view.at.get(at + 1)
        told = mention is not None and isinstance(mention.thing, Days) and mention.thing.interval is not None
        if view.lower(at) == "to" and told:
            return True
    return False


def _is_sought(view: View, link: int) -> bool:
    """ "interest in talks", "taking part in the summit": what stands before "in" is not done in the course of it."""
    return view.lower(link - 1) in _SOUGHT


def _is_called_for_in_it(view: View, link: int, word: str) -> bool:
    """ "called for calm in a meeting": what is called for stands before, and the meeting took place."""
    if link < 0 or view.lower(link) not in ("in", "over", "on"):
        return False
    return any(view.lower(i) == word and view.lower(i + 1) == "for" for i in range(max(0, link - 6), link - 1))


def _is_foreseen(view: View, link: int) -> bool:
    """ "looks forward to seeing her at the summit", "will speak at the summit": what is done there is still to come."""
    before = [view.lower(i) for i in range(max(0, link - _FORESEEN), link)]
    clause = before[
        max((i + 1 for i, word in enumerate(before) if word in _STOPS or word in ("that", "said")), default=0) :
    ]
    return bool({"will", "'ll"} & set(clause)) or (
        "forward" in clause and clause[clause.index("forward") - 1].startswith("look")
    )


def _opens_ahead(view: View, link: int, last: int) -> bool:
    """ "During the visit, the president will": what is done in it is still to come."""
    if link and view.lower(link - 1) not in ("and", ";", "that"):
        return False
    comma = next((i for i in range(last, last + _OPENING) if view.lower(i) == ","), -1)
    behind = [view.lower(i) for i in range(comma + 1, comma + _OPENING)] if comma >= 0 else []
    clause = behind[: next((i for i, word in enumerate(behind) if word in _STOPS or word == "that"), len(behind))]
    return bool({"will", "'ll"} & set(clause))


def _behind(view: View, last: int) -> tuple[Mood | None, str]:
    for at in range(last, last + 12):
        word = view.lower(at)
        if word in _STOPS or word in ("that", "said", "who", "which", "but", "what"):
            break
        if word in _OFF | _OFF_BEHIND:
            return "denied", "off"
        if word in _AHEAD_BEHIND and view.lower(at - 1) not in ("than", "as"):
            negated = view.lower(at - 1) in ("not", "never")
            return ("denied", "not " + word) if negated else ("planned", word)
        if word in ("possible", "likely", "unlikely") and view.lower(at - 1) in ("is", "was", "be", "more", "still"):
            return "hypothetical", word
        if word in _MAY_BEHIND and at not in view.at:
            return "hypothetical", word
    return None, "noun"

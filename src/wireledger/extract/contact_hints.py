"""Finds every word of a sentence that may tell of a contact, with its mood; what tells nothing is sorted out later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.extract.contact_words import Occasion, governor_of, is_aside, mood_of
from wireledger.extract.deeds import Deed, deeds
from wireledger.extract.view import View
from wireledger.lexicon.hints import HintNoun, forms_of, hint_nouns, hint_verbs
from wireledger.lexicon.meeting import contact_verbs
from wireledger.model import Form, Mood

_STAYING = frozenset(("in", "at", "here", "there", "to"))
_NOT_THERE = frozenset("a an the successful high going able likely not interested involved engaged right clear".split())
_OCCASIONS = frozenset("meeting meetings talks call conversation visit trip".split())
_REACH = 12
_SILENT = frozenset(("hold", "miss", "cancel"))


@dataclass(frozen=True, slots=True)
class Hint:
    """A word that may tell of a contact of one of `forms`: tokens `first` up to `last`, a noun or a verb."""

    forms: tuple[Form, ...]
    first: int
    last: int
    word: str
    mood: Mood | None
    row: str
    deed: Deed | None
    occasion: Occasion | None

    @property
    def start(self) -> int:
        """Where a verb's auxiliaries, or the noun itself, begin."""
        return self.deed.start if self.deed is not None and self.occasion is None else self.first


def may_hint(view: View) -> bool:
    """Whether any word of the sentence may tell of a contact."""
    return view.has_any(contact_verbs().keys(), hint_nouns().keys(), hint_verbs().keys())


def hints(view: View, found: Sequence[Deed]) -> list[Hint]:
    """The hints of a sentence in order; `found` are its verbs of contact."""
    taken = {i for d in found if d.verb.verb_class not in _SILENT for i in range(d.first, d.last)}
    more = [d for d in deeds(view, hint_verbs()) if not taken & set(range(d.first, d.last))]
    busy = taken | {i for d in more for i in range(d.first, d.last)}
    nouns = _nouns(view, found, busy)
    governing = {id(noun.deed) for noun in nouns}
    some = [d for d in (*found, *more) if d.verb.verb_class not in _SILENT and id(d) not in governing]
    some = [d for d in some if not _only_helps(view, d) and not _only_asks(d, some)]
    nouns = [n for n in nouns if not _only_invites(n, some)]
    return sorted((*map(_of_verb, some), *nouns), key=lambda h: h.first)


def _only_invites(noun: Hint, some: Sequence[Deed]) -> bool:
    """ "accepted an invitation to visit Bonn": the visit behind tells it."""
    visits = (d for d in some if d.verb.form == "visit" and d.row.startswith("invit"))
    return noun.word == "invitation" and any(0 < d.start - noun.last <= _REACH for d in visits)


def _only_asks(deed: Deed, some: Sequence[Deed]) -> bool:
    """ "invited her to visit Bonn": the visit behind tells it."""
    if deed.verb.verb_class != "invite":
        return False
    return any(
        d.verb.form == "visit" and d.row.startswith("invit") and deed.last <= d.start <= deed.last + _REACH
        for d in some
    )


def _only_helps(view: View, deed: Deed) -> bool:
    """ "was invited", "sent a letter": a form of "be" that tells of no stay, a sending to nowhere."""
    if deed.verb.lemma in ("be due", "be expected") and view.lower(deed.last) == "to":
        return True  # "is due to meet": the meeting tells it
    if deed.verb.verb_class == "speak" and view.lower(deed.last) in ("of", "about", "against"):
        return any(view.lower(i) in _OCCASIONS for i in range(deed.last, deed.last + _REACH))
    if deed.verb.verb_class == "send":
        return not any(view.lower(i) == "to" for i in range(deed.last, deed.last + 10))
    if deed.verb.verb_class != "stay":
        return False
    link = next((i for i in range(deed.last, deed.last + 5) if view.lower(i) in _STAYING), -1)
    if view.lower(link) == "to" and deed.form != "participle":
        return True  # "is to address the council": to be somewhere is "in", to have been there "to"
    there = view.lower(link) in ("here", "there") or any(i in view.at for i in range(link + 1, link + 4))
    if any(view.lower(i) in _NOT_THERE for i in range(deed.last, link)):
        return True
    return link < 0 or not there or view.lower(deed.last).endswith("ed")


def _of_verb(deed: Deed) -> Hint:
    kind = deed.verb.verb_class
    word = kind if kind != "go" else deed.verb.lemma
    mood: Mood = "hypothetical" if kind == "invite" and deed.mood == "asserted" else deed.mood
    return Hint(forms_of(kind, deed.verb.form), deed.first, deed.last, word, mood, deed.row, deed, None)


def _nouns(view: View, found: Sequence[Deed], busy: set[int]) -> list[Hint]:
    nouns: list[Hint] = []
    past, table = 0, hint_nouns()
    for at, token in enumerate(view.sentence.tokens):
        if at < past or at in busy or token.lower not in table:
            continue
        noun = next((n for n in table[token.lower] if _is_at(view, at, n)), None)
        if noun is not None and not is_aside(view, at):
            past = last = at + len(noun.noun.words)
            deed = governor_of(view, at, last, found)
            mood, row = mood_of(view, (at, last), deed, noun.forms[0])
            occasion = Occasion(noun.noun, at, last, deed, mood, row)
            nouns.append(Hint(noun.forms, at, last, noun.word, mood, row, deed, occasion))
    return nouns


def _is_at(view: View, at: int, noun: HintNoun) -> bool:
    return all(view.lower(at + i) == word for i, word in enumerate(noun.noun.words))

"""Who the persons of one report are: names it gives in full, and the surnames that stand for them afterwards.

A full name is taken where the lexicon knows it, where a title stands before it or an office behind it, or where its
first word is a known first name. Whom a person acts for is read from the words around the name before the lexicon is
asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from wireledger.annotate.names import (
    PARTICLES,
    Names,
    ever_held,
    holder_named,
    in_office,
    of_surname,
    side,
    surnames_of,
)
from wireledger.lexicon.roles import Role
from wireledger.model import Party, Token

_NOT_NAMES = frozenset(
    "the a an in on at by for from of and but or if as it its this that these those he she they we i his her"
    " their our you your my monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june july august september october november december mr mrs ms dr sir today yesterday after before while"
    " when since with to according however meanwhile earlier later also both all some more new photo source group"
    " council ministry department government army forces force fund mission agency office house senate congress"
    " parliament bank union north south east west western eastern northern southern european international"
    " national united general state defense defence security foreign air sea black red white president prime"
    " minister secretary chancellor operation initiative act summit conference treaty agreement program programme"
    " plan system systems tank tanks missile lt lt. gen gen. adm adm. col col. maj maj. dr. mr. mrs. ms. staff"
    " colonel-general lieutenant-general major-general brigadier-general lieutenant-colonel vice-admiral rear-admiral"
    " europe asia africa several many few mp mps".split()
)
_SUFFIXES = frozenset(("jr", "jr.", "sr.", "ii", "iii"))
_LETTERS = str.maketrans("łŁøØđı", "lLoOdi") | {ord("ß"): "ss", ord("æ"): "ae"}


class NameRun(NamedTuple):
    """A run of capitalised words that may be a person's name."""

    first: int
    last: int


@dataclass(slots=True)
class People:
    """What one report has told of persons so far. `on` is the report's day (None: not known).

    `not_states` are names of states that mean something else, or may, in this report.
    """

    names: Names
    on: date | None
    speaks_for: str | None = None
    known: dict[str, Party] = field(default_factory=dict)
    by_surname: dict[str, str] = field(default_factory=dict)
    organisations: set[str] = field(default_factory=set)
    not_states: frozenset[str] = frozenset()

    def meet(self, name: str, acts_for: str | None = None, code: str | None = None) -> Party:
        """The person of a full name, kept for later; what is told here of whom they act for wins over the lexicon."""
        code = code or slug(name)
        old = self.known.get(code)
        official = side(code, self.on)
        if official is not None and len(official) == 2 and acts_for is not None and len(acts_for) > 2:
            acts_for = official  # "at the United Nations President Biden": the holder's state, not the place
        told = acts_for or (old.acts_for if old else None) or official
        party = Party(code, "person", "person", told)
        self.known[code] = party
        person = self.names.people.get(code)
        for surname in surnames_of(person) if person else (_surname(name),):
            if told is not None or not self._is_official(self.by_surname.get(surname)):
                self.by_surname[surname] = code
        return party

    def _is_official(self, code: str | None) -> bool:
        """Whether somebody met acts for a state or a body: a spouse told later does not take the surname over."""
        return code in self.known and self.known[code].acts_for is not None

    def surname(self, word: str) -> Party | None:
        """The person a surname alone means in this report, or of those in high office on its day."""
        if word.isupper() and len(word) > 3:
            word = word.title()
        first, _, rest = word.partition(" ")
        small = f"{first.lower()} {rest}" if rest and first.lower() in PARTICLES else word
        forms = (word, small)  # "Von der Leyen" begins a sentence; "De Croo" is written so everywhere
        code = next((c for form in forms if (c := self.by_surname.get(form) or of_surname(form, self.on))), None)
        if code is None:
            return None
        return self.known.get(code) or Party(code, "person", "person", side(code, self.on))

    def titled(self, surname: str, office: str) -> Party | None:
        """The one person of a surname who holds an office, of whatever party, on the report's day."""
        code = holder_named(surname, office, self.on)
        return self.meet(self.names.people[code].name, None, code) if code is not None else None

    def former(self, word: str) -> Party | None:
        """The one person a surname means among all who ever were in high office: for names behind "former"."""
        code = of_surname(word, None)
        return self.meet(self.names.people[code].name, None, code) if code is not None else None

    def office(self, role: Role, of: str, former: bool) -> Party | None:
        """The person who holds (or, `former`, held) an office of a party on the report's day."""
        if role.office is None:
            return None
        if former:
            held = [c for c in self.known if ever_held(c, role.office, of, self.on)]
        else:
            holders = in_office(role.office, of, self.on)
            held = [c for c in holders if c in self.known] or list(holders)
        if len(held) != 1:
            return None
        return Party(held[0], "person", "office", self.known[held[0]].acts_for if former else of)


def name_run(words: Sequence[Token], at: int, names: Names) -> NameRun | None:
    """The run of capitalised words from token `at` that could be a name of one to four words."""
    last = at
    while last < len(words) and last - at < 5:
        size = _name_part(words, at, last, names)
        if size == 0:
            break
        last += size
    return NameRun(at, last) if last > at else None


def _name_part(words: Sequence[Token], first: int, at: int, names: Names) -> int:
    """How many tokens at `at` go on with a name begun at `first`: 0 where it ends."""
    if _is_name_word(words[at], names, at, words):
        return 1
    if at == first:
        return 0
    lower = words[at].lower
    if lower in _SUFFIXES or (lower in PARTICLES and _name_follows(words, at)):
        return 1
    if lower.startswith(("al-", "el-")) and words[at].text[3:4].isupper():
        return 1
    return 2 if lower == "," and at + 1 < len(words) and words[at + 1].lower in _SUFFIXES else 0


def slug(name: str) -> str:
    """A name as a code: "Pilar Cancela Rodríguez" is pilar-cancela-rodriguez; initials and Jr. fall away."""
    letters = name.translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c)).lower()
    parts = [p for p in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if len(p) > 1 and p not in ("jr", "sr", "ii")]
    return "-".join(parts) or plain


def _surname(name: str) -> str:
    words = [w for w in name.replace(",", " ").split() if w.lower() not in _SUFFIXES]
    start = next((i for i, w in enumerate(words[1:], 1) if w.lower() in PARTICLES), len(words) - 1)
    return " ".join(words[start:])


def _is_name_word(word: Token, names: Names, at: int, words: Sequence[Token]) -> bool:
    text = word.text
    if len(text) == 2 and text[1] == "." and text[0].isupper():
        return True
    if not text[0].isupper() or not text[0].isalpha() or word.lower in _NOT_NAMES or any(c.isdigit() for c in text):
        return False
    if text.isupper() and len(text) > 1 and not _all_caps(words):
        return False
    return names.parties.match(words, at) is None


def _all_caps(words: Sequence[Token]) -> bool:
    letters = [w.text for w in words if w.text[0].isalpha()]
    return bool(letters) and all(w.isupper() for w in letters)


def _name_follows(words: Sequence[Token], at: int) -> bool:
    follower = next((w for w in words[at : at + 3] if w.lower not in PARTICLES), None)
    return follower is not None and follower.text[0].isupper()

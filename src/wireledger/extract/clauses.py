"""Who does each act of a sentence: clauses told apart by their verbs, and the doer of each found by its form.

A finite verb has its doer to its left within its own clause, or shares that of the verb it is joined to by "and"; an
infinitive or gerund has that of the word it hangs on ("promised to send") or whom that word moves ("urged Bonn to
send", "thanked Rome for sending"); a passive has whoever stands behind "by".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wireledger.extract.acts import acts
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Mention, Party

_OPENS = frozenset(
    "that which who whom whose where when while after before because if as although though until unless whether since"
    " so but how why whereas".split()
)
_RELATIVE = frozenset(("that", "which", "who", "whom"))
_MARKS = frozenset((";", ":", "—", "–", "(", ")", '"'))
_PRONOUNS = frozenset("we he she it they i you".split())
_MOVING = frozenset(
    "thank praise commend applaud urge ask encourage press push implore beg call on request force allow help enable"
    " lead require permit order direct instruct persuade convince tell appeal plead want invite expect let make get"
    " authorize authorise welcome accuse criticise criticize blame pressure lobby credit slam".split()
)
_ASKING = frozenset(("asking", "request"))
_PEOPLE = frozenset(
    "allies partners neighbours neighbors friends supporters request requests appeal plea needs war invasion aggression"
    " border borders people refugees requirements attack attacks attempt offensive fight".split()
)
_NONFINITE = frozenset(("infinitive", "gerund"))
_HANGS = frozenset(
    "to for in at with from of against into on by towards toward near inside via through between among about alongside"
    " like including behind within over across than under amid given despite".split()
)
_ASIDE = frozenset(("while", "when", "after", "before", "since", "without"))
_REACH = 12


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does an act: a party mention, or a pronoun or bare office word at token `word`; `how` it was found."""

    mention: Mention | None
    word: int
    how: str


@dataclass(slots=True)
class Clauses:
    """The acts of one sentence with their doers, worked out once when first asked for."""

    view: View
    acts: tuple[Use, ...] = ()
    _doers: dict[int, Doer | None] = field(default_factory=dict)

    def doer(self, use: Use) -> Doer | None:
        """Who does an act; None where the sentence does not say."""
        if use.start not in self._doers:
            self._doers[use.start] = None  # a ring of clauses ends here
            self._doers[use.start] = self._found(use)
        return self._doers[use.start]

    def parent(self, use: Use) -> Use | None:
        """The act an infinitive or gerund hangs on: the nearest to its left in the same clause."""
        for other in reversed(self.acts):
            if other.last <= use.start:
                near = use.start - other.last <= _REACH
                return other if near and not self.view.edge_between(other.last, use.start) else None
        return None

    def between(self, first: int, last: int) -> Iterator[Use]:
        """The acts that begin among tokens `first` up to `last`."""
        return (use for use in self.acts if first <= use.start < last)

    def _found(self, use: Use) -> Doer | None:
        if use.passive:
            return self._agent(use)
        if use.tense in _NONFINITE:
            return self._of_nonfinite(use)
        return self._of_finite(use)

    def _agent(self, use: Use) -> Doer | None:
        for mention, _ in self.view.parties():
            if 0 <= mention.first - use.last <= 8 and self.view.preposition(mention) == "by":
                return Doer(mention, mention.first, "by")
        return None

    def _of_nonfinite(self, use: Use) -> Doer | None:
        owner = self._owner_of_noun(use)
        if owner is not None:
            return owner
        parent = self._main_before(use) if self.view.lower(use.start - 1) in _ASIDE else self.parent(use)
        if parent is None:
            return self._of_next(use)
        if parent.verb.lemma in _MOVING or parent.verb.verb_class in _ASKING:
            moved = self._first_party(parent.last, use.start)
            if moved is not None:
                return Doer(moved, moved.first, "moved")
            if parent.verb.verb_class in _ASKING:
                return None
        doer = self.doer(parent)
        return Doer(doer.mention, doer.word, "shared") if doer is not None else None

    def _owner_of_noun(self, use: Use) -> Doer | None:
        """ "Germany's decision to send", "the UK plan to supply": whose the noun is that an infinitive hangs on."""
        view = self.view
        whose = self._whose_noun(use)
        if whose is not None or use.tense != "infinitive":
            return whose
        near = view.at.get(use.start - 1)
        if near is not None and _party(near):
            by = any(view.preposition(m) == "by" for m in view.coordinated(near))
            return Doer(near, near.first, "owner") if by else None
        for at in range(use.start - 2, max(-1, use.start - 6), -1):
            mention = view.at.get(at)
            if mention is not None and _party(mention):
                owned = view.lower(mention.last) in ("'s", "'") or mention.thing.named_by == "demonym"  # type: ignore[union-attr]
                return Doer(mention, mention.first, "owner") if owned else None
            if view.lower(at) in _HANGS or view.lower(at) == ",":
                return None
        return None

    def _whose_noun(self, use: Use) -> Doer | None:
        """ "slammed Bonn for its hesitation in sending": whose the word is that stands before the noun."""
        view = self.view
        link = use.start - 1 if view.lower(use.start - 1) in ("in", "of", "about", "on", "over") else use.start
        for at in range(link - 1, max(-1, link - 4), -1):
            if view.lower(at) in ("his", "her", "its", "their"):
                before = [m for m, _ in view.parties() if m.last <= at]
                return Doer(before[-1], before[-1].first, "owner") if before else None
            if at in view.at or not view.lower(at).isalpha() or view.lower(at) in _HANGS:
                return None
        return None

    def _main_before(self, use: Use) -> Use | None:
        """The first finite act before a gerund behind "while", "after", "when": they share their doer."""
        finite = (a for a in self.acts if a.last <= use.start and a.tense not in (*_NONFINITE, "participle"))
        return next(finite, None)

    def _of_next(self, use: Use) -> Doer | None:
        """A gerund that opens a sentence has the doer of the verb behind it."""
        if any(other.start < use.start for other in self.acts):
            return None
        for other in self.acts:
            if other.start > use.last and other.tense not in (*_NONFINITE, "participle"):
                doer = self.doer(other)
                return Doer(doer.mention, doer.word, "shared") if doer is not None else None
        return None

    def _of_finite(self, use: Use) -> Doer | None:
        view, at = self.view, use.start - 1
        if view.lower(at) in _RELATIVE:
            found = self._antecedent(at)
            return Doer(found, found.first, "relative") if found is not None else None
        edge, before = self._edge(use)
        if before is not None and view.lower(at) in ("and", "or"):
            return self._beyond(before)
        comma = self._comma_of_aside(use, before)
        if comma is not None:
            edge = max((other.last for other in self.acts if other.last <= comma), default=0)
        found, word = self._last_head(edge, use.start if comma is None else comma)
        if found is not None or word >= 0:
            return Doer(found, word if found is None else found.first, "subject")
        return self._beyond(before)

    def _comma_of_aside(self, use: Use, before: Use | None) -> int | None:
        """Where an aside begins that ends right before a verb: "Rome, thanking Doha, sent"."""
        if before is None or before.tense not in ("gerund", "participle") or self.view.lower(use.start - 1) != ",":
            return None
        at = before.start - 1
        at -= self.view.lower(at) in _ASIDE
        return at if at > 0 and self.view.lower(at) == "," else None

    def _beyond(self, before: Use | None) -> Doer | None:
        """Past a relative clause in between, else shared with the finite verb before: "announced X and sent Y"."""
        while before is not None:
            opener = self.view.lower(before.start - 1)
            doer = self.doer(before)
            if before.tense in (*_NONFINITE, "participle"):
                before = self._before(before)
                continue
            if opener in _RELATIVE and doer is not None:
                return Doer(doer.mention, doer.word, "past relative")
            return Doer(doer.mention, doer.word, "joined") if doer is not None else None
        return None

    def _before(self, use: Use) -> Use | None:
        earlier = [other for other in self.acts if other.last <= use.start]
        return earlier[-1] if earlier else None

    def _edge(self, use: Use) -> tuple[int, Use | None]:
        """Where the clause of a finite verb begins, and the act before it."""
        before = self._before(use)
        floor = before.last if before is not None else 0
        for at in range(use.start - 1, floor - 1, -1):
            if self.view.lower(at) in _OPENS or self.view.lower(at) in _MARKS:
                return at + 1, before
        return floor, before

    def _antecedent(self, at: int) -> Mention | None:
        """The party right before a relative pronoun."""
        for mention, _ in reversed([*self.view.parties()]):
            if mention.last <= at:
                return mention if at - mention.last <= 1 else None
        return None

    def _last_head(self, first: int, last: int) -> tuple[Mention | None, int]:
        """The last party in a stretch that hangs on no preposition, else the last pronoun (-1: none)."""
        view = self.view
        pronoun = next((at for at in range(last - 1, first - 1, -1) if view.lower(at) in _PRONOUNS), -1)
        for mention, party in reversed([*view.parties()]):
            inside = max(first, pronoun + 1) <= mention.first and mention.last <= last
            if inside and view.preposition(mention) not in _HANGS and not _is_of_another(view, mention, party):
                return mention, mention.first
        return None, pronoun

    def _first_party(self, first: int, last: int) -> Mention | None:
        for mention, _ in self.view.parties():
            if first <= mention.first and mention.last <= last:
                return mention
        return None


def clauses(view: View) -> Clauses:
    """The clauses of a sentence."""
    return Clauses(view, acts(view))


def _party(mention: Mention) -> bool:
    return isinstance(mention.thing, Party)


def _is_of_another(view: View, mention: Mention, party: Party) -> bool:
    """ "Ukraine's allies", "the Russian invasion": the doer is the noun behind, not the party."""
    at = mention.last
    if view.lower(at) in ("'s", "'"):
        return bool({view.lower(at + 1), view.lower(at + 2)} & _PEOPLE)
    return party.named_by == "demonym" and view.lower(at) in _PEOPLE

"""Who does, receives or shares in a contact: left of a verb, behind "with", "between" and "of", before "'s"."""

from __future__ import annotations

from dataclasses import replace

from wireledger.extract.actors import Actor, possessive, preposition, row, state_codes
from wireledger.extract.contact_memory import ContactMemory, Side, side_of, sides_of, speaker
from wireledger.extract.view import View
from wireledger.lexicon.meeting import governing_moods
from wireledger.model import Days, Party, Place, Span

_THIRD = frozenset("he she him her his".split())
_PLURAL = frozenset("they both them their".split())
_SUBJECTS = frozenset("he she they both i we".split())
_FIRST = frozenset("i we my our me us".split())
_AGENT_NOUNS = frozenset(
    "leaders leader ministers minister president presidents officials delegation delegations representatives envoys"
    " head heads diplomats chiefs chief negotiators lawmakers ambassadors counterparts premier ambassador secretary"
    " envoy premiers chancellor king delegates senators advisers advisors commanders speaker".split()
)
_OFFICES = frozenset("president minister chancellor premier secretary leader general chief".split())
_PAIR = frozenset("leaders presidents men pair two sides ministers counterparts".split())
_BODY_WORDS = frozenset(
    "' 's annual foreign defence defense informal extraordinary emergency virtual first second third latest last next"
    " regular high-level ministerial security peace council leaders' donor coordination group format new 's' so-called"
    " 2+2 summit quadrilateral trilateral bilateral".split()
)
_HELPERS = frozenset("is are was were be been has have had will would also to not reportedly being widely".split())
_FRONT = frozenset(
    "front frontline frontlines troops soldiers forces fighting shelling besieged beleaguered liberated base brigade"
    " army military wounded battle attack war border".split()
)
_LINKING = frozenset("with and alongside together along on in at as the also".split())
_CLAUSE = frozenset("after before since until as than like".split())
_OPEN = frozenset("and or but then who which that , ( ) — – - \" ' : also later by".split())


class Cast:
    """The actors of one sentence and the report's memory: who is meant where."""

    def __init__(self, view: View, all_actors: list[Actor], memory: ContactMemory) -> None:
        self.view, self.actors, self.memory = view, all_actors, memory
        self._at = {i: a for a in all_actors for i in range(a.first, a.last)}
        self._voice = speaker(view, all_actors) or memory.voice

    def subject(self, start: int, loose: bool = False) -> tuple[Side, ...]:
        """Those who do what the verb at `start` says; empty where that is not clear; `loose`: in its clause."""
        at = self._before(start - 1)
        if not loose and self._is_common(at):
            return self._common(at)
        while at >= 0:
            actor, word = self._at.get(at), self.view.lower(at)
            if actor is not None:
                if not possessive(self.view, actor) and self._can_act(actor, at, start):
                    return sides_of(self.view, self._heads(row(self.view, self.actors, actor)))
                at = actor.first
            elif word in _SUBJECTS:
                return self._with_first(word, at)
            elif word == ";":
                break
            at -= 1
        return ()

    def _before(self, at: int) -> int:
        """Past what governs a verb: "is expected", "has agreed"."""
        table = governing_moods()
        while at > 0 and at not in self._at and (self.view.lower(at) in table or self.view.lower(at) in _HELPERS):
            at -= 1
        return at

    def _with_first(self, word: str, at: int) -> tuple[Side, ...]:
        """ "President Duda and I": both."""
        actor = self._at.get(at - 2) if word in ("i", "we") and self.view.lower(at - 1) == "and" else None
        return (*(sides_of(self.view, [actor]) if actor else ()), *self.pronoun(word, at))

    def pronoun(self, word: str, at: int) -> tuple[Side, ...]:
        """Whom a pronoun at token `at` means."""
        index = self.view.sentence.index
        if word in _FIRST:
            return (replace(self._voice, carried=True),) if self._voice else ()
        before = [a for a in self.actors if a.last <= at and a.party.kind == "person"]
        if word in _PLURAL:
            near = [a for a in before if not preposition(self.view, a)]
            return sides_of(self.view, before[-2:]) if len(before) >= 2 and near else self.memory.last_row(index)
        near = [a for a in before if preposition(self.view, a) in ("", "by")]
        if near:
            return sides_of(self.view, [near[0]])
        return self.memory.last_person(index)

    def owner(self, first: int) -> tuple[Side, ...]:
        """Whose noun it is that begins at `first`: "Blinken's surprise visit", "her trip"."""
        for at in range(first - 1, max(-1, first - 7), -1):
            word = self.view.lower(at)
            if word in ("'s", "'"):
                actor = self._at.get(at - 1)
                return sides_of(self.view, row(self.view, self.actors, actor)) if actor else ()
            if word in ("his", "her", "their", "my", "our"):
                return self.pronoun(word, at)
            if (
                at in self._at
                or not (word.isalpha() or "-" in word or word[:1].isdigit())
                or word in ("a", "the", "of")
            ):
                return ()
        return ()

    def behind(self, at: int, links: tuple[str, ...], reach: int = 14) -> tuple[Side, ...]:
        """Those behind one of `links` right of token `at`: "with Macron and Scholz"."""
        for actor in self.actors:
            near = 0 < actor.first - at <= reach and preposition(self.view, actor) in links
            if near and not self._cut(at, actor.first - 1):
                return sides_of(self.view, self._from(actor))
        return ()

    def objects(self, at: int) -> tuple[Side, ...]:
        """Those named right behind a verb that ends before token `at`."""
        for actor in self.actors:
            if 0 <= actor.first - at <= 1 and not preposition(self.view, actor) and not possessive(self.view, actor):
                return sides_of(self.view, self._from(actor))
        return ()

    def pair(self, first: int) -> tuple[Side, ...]:
        """The two persons told of nearest before a noun, else behind it: "Xi warned Biden in a phone call"."""
        links = ("", "to", "after", "that")
        some = [a for a in self.actors if a.party.kind == "person" and preposition(self.view, a) in links]
        some = [a for a in some if not possessive(self.view, a)]
        before = sides_of(self.view, [a for a in some if a.last <= first][-2:])
        behind = sides_of(self.view, [a for a in some if a.first > first][:2])
        return before if len(before) == 2 else behind if len(behind) == 2 and not before else ()

    def after_comma(self, at: int) -> tuple[Side, ...]:
        """The subject of the main clause behind an opening phrase: "During a visit to Kyiv, Cameron said"."""
        for actor in self.actors:
            opened = actor.first > at and self.view.lower(actor.first - 1) == ","
            if opened and (actor.party.kind == "person" or actor.agents) and not possessive(self.view, actor):
                return sides_of(self.view, self._from(actor))
        return ()

    def body(self, first: int) -> tuple[Side, ...]:
        """The bodies or sides right before a noun: "NATO leaders' summit", "EU ministers meeting", "US-China talks"."""
        for at in range(first - 1, max(-1, first - 7), -1):
            actor = self._at.get(at)
            if actor is not None:
                many = [a for a in row(self.view, self.actors, actor) if side_of(self.view, a).many]
                return sides_of(self.view, many)
            pair = self._pair(at)
            if pair:
                return pair
            if self.view.lower(at) not in _AGENT_NOUNS | _BODY_WORDS | {")", "("}:
                return ()
        return ()

    def _pair(self, at: int) -> tuple[Side, ...]:
        """ "U.S.-India", "Russia-Ukraine": two states in one word."""
        parts = self.view.sentence.tokens[at].text.split("-")
        codes = [state_codes().get(part) for part in parts]
        if len(parts) != 2 or None in codes:
            return ()
        span = self.view.sentence.place(at, at + 1)
        return tuple(Side(code, span, True, side=code) for code in codes if code)

    def abroad(self, side: Side, place: tuple[str, Span] | None) -> bool:
        """Whether a place is not at home for one who takes part; False where that is not known."""
        country = self._country(place[1]) if place else None
        return country is not None and side.side is not None and country != side.side

    def at_home(self, sides: set[str | None], span: Span) -> bool:
        """Whether a place lies at home for those who go there, and nothing is said of troops or a front."""
        if self._country(span) not in sides:
            return False
        near = {token.lower for token in self.view.sentence.tokens}
        return not near & _FRONT

    def has_state(self, first: int, last: int) -> bool:
        """Whether a state or its adjective stands among these tokens: "the Donors' Conference for Haiti"."""
        things = (self.view.at[i].thing for i in range(first, last) if i in self.view.at)
        return any(isinstance(thing, Party) and thing.kind == "state" for thing in things)

    def knows_place(self, span: Span) -> bool:
        """Whether the words of a place are known as one."""
        return self._country(span) is not None

    def _country(self, span: Span) -> str | None:
        for mention in self.view.sentence.mentions:
            if self.view.span(mention) == span:
                thing = mention.thing
                return (
                    thing.country or "?"
                    if isinstance(thing, Place)
                    else thing.acts_for
                    if isinstance(thing, Party)
                    else None
                )
        return None

    def _from(self, actor: Actor) -> list[Actor]:
        return [a for a in row(self.view, self.actors, actor) if a.first >= actor.first]

    def _heads(self, some: list[Actor]) -> list[Actor]:
        return [a for a in some if not possessive(self.view, a)] or some

    def _cut(self, first: int, last: int) -> bool:
        return any(
            self.view.lower(i) in (";", ":", "that", "who", "which", "after", "before", "during", "while")
            for i in range(first, last)
        ) or any(self.view.lower(i) == "," and self._goes_on(i + 1) for i in range(first, last))

    def _goes_on(self, at: int) -> bool:
        """Whether a clause of its own begins at token `at`: a word in lower case that is no link."""
        word = self.view.sentence.tokens[at].text
        return word[0].islower() and word not in _LINKING and at not in self._at

    def _can_act(self, actor: Actor, at: int, start: int) -> bool:
        link = preposition(self.view, actor)
        if not link:
            return True
        adjacent = actor.last >= start - 1 and self.view.lower(actor.last) in ("", "who", self.view.lower(start))
        return at == actor.last - 1 and adjacent and (link in _CLAUSE or self.view.lower(start - 1) == "who")

    def _is_common(self, at: int) -> bool:
        """Whether a noun that names nobody stands right before the verb."""
        word = self.view.lower(at)
        if at < 0 or at in self._at or word in _OPEN | _THIRD | _PLURAL | _FIRST or not word.isalpha():
            return False
        return not isinstance(getattr(self.view.at.get(at), "thing", None), Days | Place)

    def _common(self, at: int) -> tuple[Side, ...]:
        """ "the two leaders", "both presidents": those named side by side; "the president": the person told of last."""
        if self.view.lower(at) in _PAIR and self.view.lower(at - 1) in ("two", "the", "both", "three"):
            return self.memory.last_row(self.view.sentence.index)
        if self.view.lower(at) in _OFFICES and "the" in (self.view.lower(at - 1), self.view.lower(at - 2)):
            return self.memory.last_person(self.view.sentence.index)
        return ()

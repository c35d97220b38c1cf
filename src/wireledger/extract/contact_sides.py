"""Who does, receives or shares in a contact: left of a verb, behind "with", "between" and "of", before "'s"."""

from __future__ import annotations

from dataclasses import replace

from wireledger.extract.actor_rows import row
from wireledger.extract.actor_words import side_codes
from wireledger.extract.actors import Actor, possessive, preposition
from wireledger.extract.contact_memory import ContactMemory, Side, side_of, sides_of, speaker
from wireledger.extract.view import View
from wireledger.lexicon.meeting import governing_moods
from wireledger.model import Days, Place

_THIRD = frozenset("he she him her his".split())
_PLURAL = frozenset("they both them their".split())
_SUBJECTS = frozenset("he she they both i we you".split())
_FIRST = frozenset("i we my our me us".split())
_AGENT_NOUNS = frozenset(
    "leaders leader ministers minister president presidents officials delegation delegations representatives envoys"
    " head heads diplomats chiefs chief negotiators lawmakers ambassadors counterparts premier ambassador secretary"
    " envoy premiers chancellor king delegates senators advisers advisors commanders speaker".split()
)
_PAIR = frozenset("leaders presidents men pair two sides ministers counterparts".split())
_BODY_WORDS = frozenset(
    "' 's annual foreign defence defense informal extraordinary emergency virtual first second third latest last next"
    " + 2 regular high-level ministerial security peace council leaders' donor coordination group format new 's'"
    " so-called 2+2 summit quadrilateral trilateral bilateral".split()
)
_RAISING = frozenset(
    "tried tries trying try managed manages manage began begun continued continues continue looks look looked"
    " looking".split()
)
_HELPERS = _RAISING | frozenset(
    "is are was were be been has have had will would should could may might also to not only soon reportedly being"
    " widely apparently repeatedly now".split()
)
_NOT_OWNED = frozenset("a the of to in on at for with and from by about during after before over".split())
_BEFORE_PLANS = frozenset("no a an any his her their its the".split())
_CARRIERS = frozenset("plane jet aircraft flight train helicopter motorcade convoy".split())
_LINKING = frozenset("with and alongside together along on in at as the also".split())
_LONGEST_TITLE = 3
_VISITING = frozenset("visit visits visited visiting tour toured touring".split())
_PLANS = frozenset("plan plans decision decisions offer offers attempt attempts intention refusal promise bid".split())
_CLAUSE = frozenset("after before since until as than like".split())
_OPEN = frozenset("and or but then who which that , ( ) — – - \" ' : also later by".split())


class Cast:
    """The actors of one sentence and the report's memory: who is meant where."""

    def __init__(self, view: View, all_actors: list[Actor], memory: ContactMemory) -> None:
        self.view, self.actors, self.memory = view, all_actors, memory
        self._at = {i: a for a in all_actors for i in range(a.first, a.last)}
        index = view.sentence.index
        self._voice = speaker(view, all_actors) or memory.voices.get(index, memory.voice)
        self._addressed = memory.addressed.get(index, ())

    def subject(self, start: int, loose: bool = False) -> tuple[Side, ...]:
        """Those who do what the verb at `start` says; empty where that is not clear; `loose`: in its clause."""
        at = self._past_relative(self._before(start - 1))
        if self.view.lower(at) in _CARRIERS and self.view.lower(at - 1) == "'s" and at - 2 in self._at:
            return sides_of(self.view, [self._at[at - 2]])
        if not loose and self._is_common(at):
            return self._common(at)
        while at >= 0:
            actor, word = self._at.get(at), self.view.lower(at)
            if actor is not None:
                visited = loose and self._is_visited(actor)
                if not possessive(self.view, actor) and self._can_act(actor, at, start) and not visited:
                    together = self._heads(row(self.view, self.actors, actor))
                    return (*self._and_pronoun(together[0].first), *sides_of(self.view, together))
                at = actor.first
            elif word in _SUBJECTS:
                return self._with_first(word, at)
            elif word == ";":
                break
            at -= 1
        return ()

    def _is_visited(self, actor: Actor) -> bool:
        """ "will visit | Vaduz, Liechtenstein, | for a summit": a land that does nothing."""
        plain = actor.party.kind == "state" and actor.party.named_by in ("name", "capital") and not actor.agents
        return plain and self.view.lower(actor.first - 1) in _VISITING

    def traveller(self, start: int) -> tuple[Side, ...]:
        """The person, or those who act for a side, told nearest before `start` and hanging on nothing."""
        for actor in reversed(self.actors):
            free = actor.last <= start and not preposition(self.view, actor) and not possessive(self.view, actor)
            if free and (actor.party.kind == "person" or actor.agents):
                return sides_of(self.view, row(self.view, self.actors, actor))
        return self.subject(start, loose=True)

    def is_raised(self, at: int) -> bool:
        """Whether a word lends its own subject to the infinitive behind it: "tried to"."""
        return self.view.lower(at) in _RAISING

    def main_subject(self, start: int) -> tuple[Side, ...]:
        """Who the clause before "..., meeting" is about: its first actor that hangs on nothing."""
        for actor in self.actors:
            free = actor.last <= start and not preposition(self.view, actor) and not possessive(self.view, actor)
            if free and (actor.party.kind == "person" or actor.agents):
                return sides_of(self.view, row(self.view, self.actors, actor))
        return self.subject(start)

    def _before(self, at: int) -> int:
        """Past what governs a verb: "is expected", "has agreed"."""
        table = governing_moods()
        start = at
        while at > 0 and at not in self._at:
            word = self.view.lower(at)
            if word not in table and word not in _HELPERS and not (word in _BEFORE_PLANS and at < start):
                break
            at -= 1
        return at

    def _past_relative(self, at: int) -> int:
        """Past a clause between commas: "Kishida, | who is due to visit Accra, | phoned"."""
        if self.view.lower(at) != ",":
            return at
        opening = next((i for i in range(at - 1, max(-1, at - 25), -1) if self.view.lower(i) == ","), -1)
        return opening - 1 if opening > 0 and self.view.lower(opening + 1) in ("who", "whose", "which") else at

    def _and_pronoun(self, first: int) -> tuple[Side, ...]:
        """ "He and | President Duda"."""
        joined = self.view.lower(first - 1) == "and" and self.view.lower(first - 2) in ("he", "she")
        return self.pronoun(self.view.lower(first - 2), first - 2) if joined else ()

    def _with_first(self, word: str, at: int) -> tuple[Side, ...]:
        """ "President Duda and I": both."""
        actor = self._at.get(at - 2) if word in ("i", "we") and self.view.lower(at - 1) == "and" else None
        actor = None if actor is None or preposition(self.view, actor) else actor
        if word == "i" and self.view.lower(at - 1) == "and" and self.view.lower(at - 2) == "you":
            return (*self._addressed, *self.pronoun(word, at))
        return (*(sides_of(self.view, [actor]) if actor else ()), *self.pronoun(word, at))

    def pronoun(self, word: str, at: int) -> tuple[Side, ...]:
        """Whom a pronoun at token `at` means."""
        index = self.view.sentence.index
        if word in _FIRST:
            return (replace(self._voice, carried=True),) if self._voice else ()
        if word in ("you", "your"):
            return self._addressed
        before = [a for a in self.actors if a.last <= at and a.party.kind == "person"]
        if word in _PLURAL:
            near = [a for a in before if not preposition(self.view, a)]
            if len(before) >= 2 and near:
                return sides_of(self.view, before[-2:])
            spoken = {self.view.lower(i) for i in range(at)} & {"he", "she"}
            last = self.memory.last_person(index)
            if spoken and len(before) == 1 and last and last[0].code != before[0].code:
                return (*last, *sides_of(self.view, before))
            return self.memory.last_row(index) or self._told_behind(at)
        near = [a for a in before if preposition(self.view, a) in ("", "by")]
        if near:
            return sides_of(self.view, [near[0]])
        return self.memory.spoken_of(index)

    def _told_behind(self, at: int) -> tuple[Side, ...]:
        """ "When | they met in Oslo, Biden warned Xi": the two who are named only behind."""
        some = [a for a in self.actors if a.first > at and a.party.kind == "person" and not preposition(self.view, a)]
        opened = at <= 2 and self.view.lower(0) in ("when", "as", "before", "after")
        return sides_of(self.view, some[:2]) if opened and len(some) >= 2 else ()

    def owner(self, first: int) -> tuple[Side, ...]:
        """Whose noun it is that begins at `first`: "Blinken's surprise visit", "her trip"."""
        for at in range(first - 1, max(-1, first - 7), -1):
            word = self.view.lower(at)
            if word in ("'s", "'") and isinstance(getattr(self.view.at.get(at - 1), "thing", None), Days):
                continue
            if word in ("'s", "'"):
                actor = self._at.get(at - 1) or (self._at.get(at - 2) if self.view.lower(at - 1) == "." else None)
                return sides_of(self.view, row(self.view, self.actors, actor)) if actor else ()
            if word in ("his", "her", "their", "my", "our", "your"):
                return self.pronoun(word, at)
            if at in self._at or not (word.isalpha() or "-" in word or word[:1].isdigit()) or word in _NOT_OWNED:
                return ()
        return ()

    def behind(self, at: int, links: tuple[str, ...], reach: int = 14) -> tuple[Side, ...]:
        """Those behind one of `links` right of token `at`: "with Macron and Scholz"."""
        for actor in self.actors:
            if at < actor.first and self.view.lower(actor.first - 1) == "," and actor.party.kind == "person":
                return ()
            first = self._title_of(actor)
            near = 0 < first - at <= reach and self._link(actor, first) in links
            if near and not self._cut(at, first - 1):
                some = self._from(actor)
                return sides_of(self.view, [*some, *self._and_linked(some[-1].last, links)])
        return ()

    def _and_linked(self, last: int, links: tuple[str, ...]) -> list[Actor]:
        """ "with Kuleba | and with Yermak": those behind the same word said again."""
        again = self.view.lower(last) == "and" and self.view.lower(last + 1) in ("with", "between")
        if not again or self.view.lower(last + 1) not in links:
            return []
        other = next((a for a in self.actors if 0 <= self._title_of(a) - last - 2 <= 1), None)
        return self._from(other) if other is not None else []

    def _title_of(self, actor: Actor) -> int:
        """Where a long title before a person begins, if a preposition is before it: "by | Deputy Head for Trade X"."""
        if actor.party.kind != "person" or preposition(self.view, actor):
            return actor.first
        first = actor.first
        while first > 0 and actor.first - first < 12 and self._is_title_word(first - 1):
            first -= 1
        titled = first < actor.first and self.view.lower(first - 1) in ("by", "with", "between", "to")
        return first if titled else actor.first

    def _link(self, actor: Actor, first: int) -> str:
        return preposition(self.view, actor) if first == actor.first else self.view.lower(first - 1)

    def _is_title_word(self, at: int) -> bool:
        text = self.view.sentence.tokens[at].text
        return text[:1].isupper() or text in ("of", "for", "and", "the")

    def objects(self, at: int) -> tuple[Side, ...]:
        """Those named right behind a verb that ends before token `at`."""
        for actor in self.actors:
            free = not preposition(self.view, actor) and not possessive(self.view, actor)
            near = 0 <= actor.first - at <= 1 or self._is_title(at, actor)
            if near and free and not self._stands_before_noun(actor):
                some = self._from(actor)
                return (*sides_of(self.view, some), *self._and_me(some[-1].last))
        return ()

    def _is_title(self, at: int, actor: Actor) -> bool:
        """ "met | Senate Majority | Leader Smith": nothing but words of a title before a person."""
        between = self.view.sentence.tokens[at : actor.first]
        titled = actor.party.kind == "person" and 0 < len(between) <= _LONGEST_TITLE
        return titled and all(t.text[0].isupper() and i not in self.view.at for i, t in enumerate(between, at))

    def _and_me(self, last: int) -> tuple[Side, ...]:
        """ "welcomed her and me": whoever speaks."""
        joined = self.view.lower(last) == "and" and self.view.lower(last + 1) in ("me", "us")
        return self.pronoun("me", last + 1) if joined else ()

    def _stands_before_noun(self, actor: Actor) -> bool:
        """ "its NATO | commitments": what is met is no party."""
        following = self.view.lower(actor.last)
        plain = actor.party.kind != "person" and not actor.agents and actor.party.kind != "group"
        return plain and following.isalpha() and following.endswith("s") and len(following) > 5

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
            opened = actor.first > at and self._opens_behind_comma(actor)
            opened = opened and row(self.view, self.actors, actor)[0] is actor  # no comma of a list
            if opened and (actor.party.kind == "person" or actor.agents) and not possessive(self.view, actor):
                return sides_of(self.view, self._from(actor))
        return ()

    def _opens_behind_comma(self, actor: Actor) -> bool:
        """Whether only a comma, or a comma and a long title, stands before an actor."""
        at = actor.first - 1
        while at >= 0 and actor.first - at < 14 and self.view.lower(at) != ",":
            if not self._is_title_word(at):
                return False
            at -= 1
        return self.view.lower(at) == ","

    def body(self, first: int) -> tuple[Side, ...]:
        """The bodies or sides right before a noun: "NATO leaders' summit", "EU ministers meeting", "US-China talks"."""
        for at in range(first - 1, max(-1, first - 7), -1):
            actor = self._at.get(at)
            if actor is not None and actor.last > first:
                return ()
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
        """ "U.S.-India", "ASEAN-U.S.": two states, or a state and a body, in one word."""
        text = self.view.sentence.tokens[at].text
        if text == "S." and at > 1 and self.view.lower(at - 2).endswith("-u"):
            text = f"{self.view.sentence.tokens[at - 2].text}.S."
        parts = text.split("-")
        codes = [side_codes().get(part) for part in parts]
        if len(parts) != 2 or None in codes:
            return ()
        span = self.view.sentence.place(at, at + 1)
        return tuple(Side(code, span, True, many=len(code) > 2, side=code) for code in codes if code)

    def is_away(self, guests: tuple[Side, ...]) -> bool:
        """Whether a visit of the same guests was just told, so that another stop needs no place."""
        told = self.memory.last_told("visit", self.view.sentence.index, 4)
        return told is not None and {s.code for s in told.guests} == {s.code for s in guests}

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
        if link == "of" and self.view.lower(actor.first - 2) == "members":
            return True  # "members of the alliance"
        if link == "by" and self.view.lower(actor.first - 2) in _PLANS and self.view.lower(start) == "to":
            return True  # "plans by Rama to visit"
        if link == "of" and actor.last == start and self.view.lower(start).endswith("ing"):
            return True  # "pictures of Orban | meeting Putin"
        adjacent = actor.last >= start - 1 and self.view.lower(actor.last) in ("", "who", self.view.lower(start))
        return at == actor.last - 1 and adjacent and (link in _CLAUSE or self.view.lower(start - 1) == "who")

    def _is_common(self, at: int) -> bool:
        """Whether a noun that names nobody stands right before the verb."""
        word = self.view.lower(at)
        if at < 0 or at in self._at or word in _OPEN | _THIRD | _PLURAL | _FIRST or not word.isalpha():
            return False
        return not isinstance(getattr(self.view.at.get(at), "thing", None), Days | Place)

    def _common(self, at: int) -> tuple[Side, ...]:
        """ "the two leaders", "both presidents": those named side by side."""
        if self.view.lower(at) in _PAIR and self.view.lower(at - 1) in ("two", "the", "both", "three"):
            return self.memory.last_row(self.view.sentence.index)
        return ()

"""What reading contacts remembers of a report: who was spoken of, who speaks, which contacts were told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from wireledger.extract.actors import Actor, preposition
from wireledger.extract.event_days import one_day
from wireledger.extract.memory import own_side
from wireledger.extract.view import View
from wireledger.lexicon.speech import cue_words
from wireledger.model import Days, Document, Form, Mention, Mood, Party, Sentence, Span

_REACH = 8
_SAID = frozenset("said says added announced wrote tweeted stated noted asked replied posted".split())
_PASSING = frozenset("has had have also later then who ) , once".split())
_SPEAKING = ("remarks", "statement", "speech", "address", "readout", "interview")


@dataclass(frozen=True, slots=True)
class Side:
    """One who takes part: its code, where it was read, whether it acts for a state or body, whether it was carried.

    `words` are a person's name as written, empty for one told by office; `agents` tells that people of a side are
    named, `many` that it is a body of many, and `side` whom it acts for.
    """

    code: str
    span: Span | None
    official: bool
    carried: bool = False
    words: str | None = None
    agents: bool = False
    many: bool = False
    side: str | None = None

    @property
    def person(self) -> bool:
        """Whether it is a person, by name or by office."""
        return self.words is not None


@dataclass(frozen=True, slots=True)
class Told:
    """A contact told before, for "the visit" and "their talks"."""

    form: Form
    guests: tuple[Side, ...]
    hosts: tuple[Side, ...]
    place: tuple[str, Span] | None
    when: tuple[Days, Span] | None
    mood: Mood
    sentence: int
    word: str = ""


@dataclass(slots=True)
class ContactMemory:
    """The state of reading one report's contacts."""

    voice: Side | None = None
    person: Side | None = None
    person_at: int = -99
    row: tuple[Side, ...] = ()
    row_at: int = -99
    persons: list[tuple[int, Side]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    open_moods: set[Span] = field(default_factory=set)
    days: list[tuple[int, Days, Span]] = field(default_factory=list)
    dated: list[tuple[int, str, Days, Span]] = field(default_factory=list)
    body: Side | None = None
    body_at: int = -99
    voices: dict[int, Side | None] = field(default_factory=dict)
    turns: bool = False
    addressed: dict[int, tuple[Side, ...]] = field(default_factory=dict)
    titled: frozenset[str] = frozenset()
    title_words: frozenset[str] = frozenset()
    home: str | None = None
    scene: tuple[str, Span] | None = None

    def last_person(self, sentence: int) -> tuple[Side, ...]:
        """The person spoken of last, carried, if not too far back."""
        if self.person is None or sentence - self.person_at > _REACH:
            return ()
        return (replace(self.person, carried=True),)

    def spoken_of(self, sentence: int) -> tuple[Side, ...]:
        """The person "he" means: who was spoken of last, in a transcript never who has the word."""
        voice = self.voices.get(sentence) if self.turns else None
        return tuple(s for s in self.last_person(sentence) if voice is None or s.code != voice.code)

    def last_other(self, sentence: int, codes: set[str]) -> tuple[Side, ...]:
        """The person named last who is none of `codes`: whom "met him" means."""
        near = (s for at, s in reversed(self.persons) if sentence - at <= _REACH and s.code not in codes)
        return tuple(replace(side, carried=True) for side in near)[:1]

    def last_row(self, sentence: int) -> tuple[Side, ...]:
        """The persons named side by side last."""
        if sentence - self.row_at > 3:
            return ()
        return tuple(replace(side, carried=True) for side in self.row)

    def last_body(self, sentence: int) -> tuple[Side, ...]:
        """The alliance or forum spoken of last."""
        near = self.body is not None and sentence - self.body_at <= _REACH
        return (replace(self.body, carried=True),) if near and self.body is not None else ()

    def last_told(self, form: Form, sentence: int, reach: int = _REACH) -> Told | None:
        """The contact of a form told last; None if none is near."""
        for told in reversed(self.told):
            if told.form == form and sentence - told.sentence <= reach:
                return told
        return None


def contact_memory(document: Document) -> ContactMemory:
    """What is known before the first sentence: whom and what the title names, and whose words an "I" is."""
    memory = ContactMemory(_voice_of(document))
    things = [m.thing for sentence in document.title for m in sentence.mentions]
    memory.titled = frozenset(thing.code for thing in things if isinstance(thing, Party))
    memory.home = own_side(document)
    memory.title_words = frozenset(t.lower for sentence in document.title for t in sentence.tokens)
    return memory


def _voice_of(document: Document) -> Side | None:
    """Whose words the report is, where its title says so."""
    title = (document.report.title or "").lower()
    if any(word in title for word in _SPEAKING):
        for sentence in document.title:
            for mention in sentence.mentions:
                if isinstance(mention.thing, Party) and mention.thing.kind == "person":
                    party = mention.thing
                    words = view_text(sentence, mention)
                    return Side(party.code, None, party.acts_for is not None, True, words, side=party.acts_for)
    return None


def view_text(sentence: Sentence, mention: Mention) -> str:
    """The words of a mention."""
    return " ".join(t.text for t in sentence.tokens[mention.first : mention.last])


def side_of(view: View, actor: Actor) -> Side:
    """An actor as one who takes part."""
    person = actor.party.kind == "person"
    words = view.text(actor.core, actor.last) if person else None
    words = "" if person and (actor.carried or actor.code == actor.side) else words
    many = actor.party.kind in ("alliance", "organisation", "forum", "group")
    code = actor.code.removesuffix("-members") if actor.party.kind == "group" else actor.code
    return Side(code, actor.span, actor.official, actor.carried, words, actor.agents, many, actor.side)


def sides_of(view: View, some: list[Actor]) -> tuple[Side, ...]:
    """Actors as those who take part, each once; who once held a state's office and is not named is not the state."""
    found: dict[str, Side] = {}
    for actor in some:
        if actor.party.kind == "state" and actor.party.acts_for is None:
            continue
        found.setdefault(actor.code, side_of(view, actor))
    return tuple(found.values())


def remember(view: View, all_actors: list[Actor], memory: ContactMemory) -> None:
    """Keeps the first person a sentence is about, the one who speaks, and persons in a row."""
    index = view.sentence.index
    persons = [a for a in all_actors if a.party.kind == "person"]
    about = next((a for a in persons if not preposition(view, a)), None)
    about = next((a for a in persons if speaks(view, a)), about)
    if about is not None:
        memory.person, memory.person_at = side_of(view, about), index
    others = [side_of(view, a) for a in persons if a is not about]
    memory.persons += [(index, side) for side in (*others, *((side_of(view, about),) if about else ()))]
    bodies = [a for a in all_actors if a.party.kind in ("alliance", "forum")]
    if bodies:
        memory.body, memory.body_at = side_of(view, bodies[0]), index
    for mention in view.sentence.mentions:
        if isinstance(mention.thing, Days) and one_day(mention.thing.interval) is not None:
            memory.days.append((index, mention.thing, view.span(mention)))
    if len(persons) >= 2:
        memory.row, memory.row_at = sides_of(view, persons[:2]), index


def speaker(view: View, all_actors: list[Actor]) -> Side | None:
    """Who says what the sentence quotes."""
    for actor in all_actors:
        if actor.party.kind == "person" and speaks(view, actor):
            return side_of(view, actor)
    return None


def speaks(view: View, actor: Actor) -> bool:
    """Whether a word of speech stands right beside an actor."""
    word, following = view.lower(actor.last), view.lower(actor.last + 1)
    passing = word in _PASSING or word.endswith("ly")
    return word in _saying() or (passing and following in _saying()) or view.lower(actor.first - 1) in _SAID


@cache
def _saying() -> frozenset[str]:
    """The words that bring a quotation."""
    words = (w for some in cue_words().values() for w in some if w.cue.kind == "verb" and w.cue.manner == "say")
    return frozenset(w.words[0] for w in words if len(w.words) == 1 and not set(w.forms) & {"base", "ing"})

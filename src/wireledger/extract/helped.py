"""Who a report tells of as helped, and who as attacking: the words around each state, counted over the page.

Nothing here knows any one war. The words that stand around each state ("to", "invasion of", "'s offensive") are its
cues; how strongly each cue speaks for being helped is learned (`helped_weights.csv`). Plain mentions count a little, so
that a short notice on one state finds it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from wireledger.extract import choice
from wireledger.extract.view import View
from wireledger.lexicon.parties import memberships
from wireledger.lexicon.register import guarantees
from wireledger.model import Item, Mention, Money, Party, Quantity, Span

TABLE = "helped_weights.csv"
_HELPING = frozenset(
    "to for help helping helps helped support supporting supports supported arm arms armed arming assist assisting aid"
    " aiding defend defending train supply supplying backing".split()
)
_SUFFERED = frozenset(
    (("invasion", "of"), ("war", "in"), ("war", "on"), ("aggression", "against"), ("attack", "on"), ("attacks", "on"),
     ("conflict", "in"), ("crisis", "in"), ("mission", "in"), ("situation", "in"), ("reconstruction", "of"),
     ("defence", "of"), ("defense", "of"), ("war", "against"), ("attack", "against"), ("attacks", "against"),
     ("invasion", "against"), ("strikes", "on"), ("strikes", "against"), ("assault", "on"), ("offensive", "against"),
     ("siege", "of"), ("occupation", "of"), ("bombardment", "of"), ("fighting", "in"), ("missiles", "at"))
)  # fmt: skip
_ATTACKING = frozenset(
    "invasion aggression war attack attacks assault assaults shelling offensive bombardment missiles strikes missile"
    " strike advance advances onslaught occupation annexation threat brutality atrocities invaders barrage blockade"
    " occupiers troops forces separatists".split()
)
_HARD = _ATTACKING - {"troops", "forces", "missiles", "missile", "threat"}
_INVADING = frozenset("invaded attacked invades attacks invading bombed shelled annexed occupied besieged".split())
_OPPOSED = frozenset(
    "sanctions sanction sanctioning pressure deter deterring punish defeat isolate repel resist costs condemn condemned"
    " condemning condemnation holding hold oppose counter confront confronting blame blamed".split()
)
_DEFENDING = frozenset("army military forces defence defense troops defenders soldiers pilots refugees needs".split())
_OFFICES = frozenset("secretary minister ministry ministers department chief official officials spokesman".split())
_GIVES = frozenset("give promise announce allocate approve train fund offer".split())
_PLAIN = 0.3
_MANY = (2, 4)
_COUNTED = 0.25
"""How much the plain count of mentions weighs beside the learned cues."""


@dataclass(slots=True)
class Standing:
    """How strongly each state is told of as helped, where first, how often as giving, and which states attack."""

    helped: Counter[str]
    where: dict[str, Span]
    attackers: frozenset[str]
    gave: Counter[str]
    cues: dict[str, Counter[str]] = field(default_factory=dict)

    def ranked(self) -> list[str]:
        """The states that may be the ones helped, the likeliest first; attackers and givers are not."""
        weights = choice.weights_of(TABLE)
        learned = {code: math.fsum(weights.get(mark, 0.0) for mark in self.marks(code)) for code in self.helped}
        scores = {
            code: round(_COUNTED * (weight - 2 * self.gave[code]) + learned[code], 9)
            for code, weight in self.helped.items()
            if weight > 2 * self.gave[code] and code not in self.attackers
        }
        return sorted(scores, key=lambda code: (-scores[code], code))

    def marks(self, code: str) -> Iterator[str]:
        """The cues of a state by name, told once, twice and four times; whether it is the one named most."""
        for cue, times in self.cues.get(code, Counter()).items():
            yield cue
            yield from (f"{cue}, {many} times" for many in _MANY if times >= many)
        if self.helped[code] >= 1:
            yield f"stands for help {min(4, int(self.helped[code]))}"
        net = {other: weight - 2 * self.gave[other] for other, weight in self.helped.items()}
        if net[code] >= max((n for other, n in net.items() if other not in self.attackers), default=0.0):
            yield "stands for help most"
        named = {other: sum(cues[n] for n in _NAMED) for other, cues in self.cues.items()}
        if named.get(code, 0) and named[code] >= max(named.values()):
            yield "named most"
        if self.gave[code]:
            yield "gives"
        if code in self.attackers:
            yield "attacks"
        if code in _guarded():
            yield "guarded by an alliance"


_NAMED = ("named", "body", "adjective", "adjective of people")


@cache
def _guarded() -> frozenset[str]:
    """The states that a guarantee of allies covered at some time: more often givers than helped."""
    alliances = {guarantee.alliance for guarantee in guarantees()}
    return frozenset(m.member for m in memberships() if m.alliance in alliances and m.step == "joined")


def helped(title: list[View], views: list[View]) -> Standing:
    """The standing of every state that the title and the text name; places are those in the text."""
    found = Standing(Counter(), {}, frozenset(), Counter())
    for in_text, view in [*((False, v) for v in title), *((True, v) for v in views)]:
        found.gave.update(_givers(view))
        found.helped.update(_askers(view))
        for mention, party in view.parties():
            if party.acts_for is None or party.kind not in ("state", "person"):
                continue
            cues = found.cues.setdefault(party.acts_for, Counter())
            cues.update(_cues(view, mention, party))
            if not in_text:
                cues["in the title"] += 1
            found.helped[party.acts_for] += _weight(view, mention, party) + (0 if in_text else 0.6)  # type: ignore[assignment]
            if in_text:
                found.where.setdefault(party.acts_for, view.span(mention))
    found.attackers = frozenset(code for code in found.cues if _is_attacker(found, code))
    return found


def _is_attacker(found: Standing, code: str) -> bool:
    attacks, suffers = found.cues[code]["attacks"], found.cues[code]["suffers"]
    return attacks > suffers and attacks >= found.helped[code] / 4


def _cues(view: View, mention: Mention, party: Party) -> Iterator[str]:
    """What the words around one mention of a state say of it, by names."""
    if party.kind == "person":
        yield "person"
        return
    of_people = _following(view, mention) in _PEOPLE
    yield {"demonym": "adjective of people" if of_people else "adjective", "body": "body"}.get(party.named_by, "named")
    preposition = view.preposition(mention)
    helping = any(isinstance(m.thing, Item) and m.thing.strength == "strong" for m in view.sentence.mentions)
    yield f"{preposition or 'bare'}{' with help' if helping else ''}"
    yield from _possessions(view, mention, party)
    if not preposition and mention.first <= 1:
        yield "opens a sentence"
    if _does(view, mention):
        yield "does something"
    if _following(view, mention) in ("'s", "'") or view.lower(mention.last) in ("'s", "'"):
        yield "owns something"
    if _suffers(view, mention):
        yield "suffers"
    elif _attacks(view, mention):
        yield "attacks"
    before = view.lower(mention.first - 1)
    if before in _HELPING - {"to", "for"} and not _of_a_thing(view, mention, party):
        yield "object of helping"
    if _is_given(view, mention, party):
        yield "object of giving"
    following = _following(view, mention)
    if following in _DEFENDING and party.named_by != "body":
        yield "its defenders"


def _possessions(view: View, mention: Mention, party: Party) -> Iterator[str]:
    """ "Canada's eighty motors", "twelve German howitzers", "a million dollars from Oslo": whose the thing is."""
    own = view.lower(mention.last) in ("'s", "'")
    if own or party.named_by == "demonym":
        at = mention.last + own
        reached = [view.at[i] for i in range(at, at + 3) if i in view.at]
        if any(isinstance(m.thing, Item) and m.thing.category != "personnel" for m in reached):
            counted = isinstance(reached[0].thing, Quantity) or isinstance(_before(view, mention), Quantity)
            yield "a counted thing of it" if counted else "a thing of it"
    if view.lower(mention.first - 1) == "from" and isinstance(_before(view, mention, 1), Money | Item):
        yield "a thing from it"


def _before(view: View, mention: Mention, gap: int = 0) -> object:
    """What stands right before a mention, past some words."""
    last = mention.first - gap
    return next((m.thing for m in view.sentence.mentions if m.last == last), None)


def _does(view: View, mention: Mention) -> bool:
    """Whether a verb of help stands right behind a mention that hangs on no preposition: it acts itself."""
    return not view.preposition(mention) and any(0 <= use.start - mention.last <= 2 for use in view.uses)


def _following(view: View, mention: Mention) -> str:
    """The word behind a mention, past its "'s"; "defence secretary" is an office, not its defence."""
    at = mention.last + (view.lower(mention.last) in ("'s", "'"))
    return "" if view.lower(at + 1) in _OFFICES else view.lower(at)


def _suffers(view: View, mention: Mention) -> bool:
    """ "the invasion of X", "attacks on X", "invaded X": what was done to a state."""
    before, second = view.lower(mention.first - 1), view.lower(mention.first - 2)
    return (second, before) in _SUFFERED or (before in _INVADING and view.lower(mention.first - 2) != "the")


def _givers(view: View) -> list[str]:
    """The states that give, promise or announce something in a sentence: those left of such a verb, in its row."""
    found = [code for m, party in view.parties() if (code := _owner(view, m, party) or _source(view, m, party))]
    for use in view.uses:
        if not use.verb.strong or use.passive or use.verb.verb_class not in _GIVES:
            continue
        for mention, party in view.parties():
            near = 0 <= use.start - mention.last <= 3
            if near and party.acts_for and not view.preposition(mention):
                found += [
                    m.thing.acts_for
                    for m in view.coordinated(mention)
                    if isinstance(m.thing, Party) and m.thing.acts_for
                ]
    return found


def _source(view: View, mention: Mention, party: Party) -> str | None:
    """ "a billion dollars from Rome": from where a sum or a thing of help came."""
    before = next((m for m in view.sentence.mentions if m.last == mention.first - 1), None)
    thing = before.thing if before is not None and view.lower(mention.first - 1) == "from" else None
    given = isinstance(thing, Money) or (isinstance(thing, Item) and thing.strength == "strong")
    return party.acts_for if given else None


def _owner(view: View, mention: Mention, party: Party) -> str | None:
    """Whose thing is told of: "Britain's 14 Challengers", "Norwegian Leopards"."""
    at = mention.last + (1 if view.lower(mention.last) in ("'s", "'") else 0)
    if at == mention.last and party.named_by != "demonym":
        return None
    left = view.at.get(mention.first - 1)
    counted = left is not None and isinstance(left.thing, Quantity)  # "twelve Polish howitzers"
    while isinstance(getattr(view.at.get(at), "thing", None), Quantity) or view.lower(at) in ("first", "new", "own"):
        counted = counted or at in view.at
        at = view.at[at].last if at in view.at else at + 1
    thing = getattr(view.at.get(at), "thing", None)
    strong = isinstance(thing, Item) and thing.strength == "strong" and bool(thing.model or counted)
    told = strong or (counted and isinstance(thing, Item) and thing.category != "personnel")
    return party.acts_for if told else None


def _askers(view: View) -> dict[str, int]:
    """The states that ask for help in a sentence, twice for each asking."""
    found: dict[str, int] = {}
    for use in view.uses:
        if use.verb.verb_class != "request" or not use.verb.strong:
            continue
        for mention, party in view.parties():
            if 0 <= use.start - mention.last <= 3 and party.acts_for and not view.preposition(mention):
                found[party.acts_for] = found.get(party.acts_for, 0) + 2
    return found


def _attacks(view: View, mention: Mention) -> bool:
    """Whether a state is told of as attacking: "X's invasion", "the X-ian offensive", "sanctions against X"."""
    following = view.lower(mention.last)
    if following in ("'s", "'"):
        words = [view.lower(i) for i in range(mention.last + 1, mention.last + 5)]
        return words[0] in _ATTACKING - {"forces", "troops"} or bool(_HARD & set(words))
    if following in _INVADING:
        return True
    if following in _ATTACKING and getattr(mention.thing, "named_by", "") == "demonym":
        return following in _HARD
    before = view.lower(mention.first - 1)
    near = {view.lower(i) for i in range(mention.first - 3, mention.first)}
    if before in ("help", "helps", "helping") and "sanctions" in {
        view.lower(i) for i in range(mention.first - 8, mention.first)
    }:
        return True  # "sanctions on those who help Asmara"
    behind = [view.lower(i) for i in range(mention.last, mention.last + 6)]
    own = "its" in behind and bool(_HARD & set(behind[behind.index("its") :]))
    return before == "against" or bool(near & _OPPOSED) or "accountable" in behind[:1] or own


_PEOPLE = _DEFENDING | frozenset(
    "people government side authorities navy air civilians police president and or".split()
)


def _of_a_thing(view: View, mention: Mention, party: Party) -> bool:
    """ "to the Czech plan": an adjective of something that is not the state itself."""
    following = view.lower(mention.last)
    return party.named_by == "demonym" and following.isalpha() and following not in _PEOPLE


def _is_given(view: View, mention: Mention, party: Party) -> bool:
    """ "will give Sudan 40 trucks": a state named right behind a verb of giving is the one it gives to."""
    gives = (u for u in view.uses if u.last == mention.first and u.verb.verb_class in _GIVES and not u.passive)
    return party.named_by in ("name", "capital") and any(u.verb.strong for u in gives)


def _weight(view: View, mention: Mention, party: Party) -> float:
    before, second = view.lower(mention.first - 1), view.lower(mention.first - 2)
    if before == "the":
        before, second = second, view.lower(mention.first - 3)
    if party.kind == "person":
        return _PLAIN
    if (second, before) in _SUFFERED:
        return 2
    if before in _HELPING and not _of_a_thing(view, mention, party):
        near = any(isinstance(m.thing, Item) for m in view.sentence.mentions)
        return 2 if near or before not in ("to", "for") else 1
    if _following(view, mention) in _DEFENDING and party.named_by != "body":
        return 1
    if before in ("in", "at", "near", "from", "through", "via"):
        return 0.0 if party.named_by != "name" else _PLAIN / 3
    return _PLAIN if party.named_by in ("name", "capital") else 0.0 if party.named_by == "body" else _PLAIN / 3

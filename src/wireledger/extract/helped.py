"""Who a report tells of as helped, and who as attacking: the words around each state, counted over the page.

Nothing here knows any one war. A state is helped where things go "to" it or it is defended; it attacks where an
invasion or aggression is its own. Plain mentions count a little, so that a short notice on one state finds it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wireledger.extract.view import View
from wireledger.model import Item, Mention, Party, Quantity, Span

_HELPING = frozenset("to for help helping support supporting arm assist aid defend train supply".split())
_SUFFERED = frozenset(
    (("invasion", "of"), ("war", "in"), ("war", "on"), ("aggression", "against"), ("attack", "on"), ("attacks", "on"),
     ("conflict", "in"), ("crisis", "in"), ("mission", "in"), ("situation", "in"), ("reconstruction", "of"),
     ("defence", "of"), ("defense", "of"), ("war", "against"), ("attack", "against"), ("attacks", "against"),
     ("invasion", "against"), ("strikes", "against"), ("offensive", "against"), ("assault", "against"))
)  # fmt: skip
_ATTACKING = frozenset(
    "invasion aggression war attack attacks assault assaults shelling offensive bombardment missiles strikes".split()
)
_DEFENDING = frozenset("army military forces defence defense troops defenders soldiers pilots refugees needs".split())
_GIVES = frozenset("give promise announce allocate approve train fund offer".split())
_PLAIN = 0.3


@dataclass(frozen=True, slots=True)
class Standing:
    """How strongly each state is told of as helped, where first, how often as giving, and which states attack."""

    helped: Counter[str]
    where: dict[str, Span]
    attackers: frozenset[str]
    gave: Counter[str]

    def ranked(self) -> list[str]:
        """The states that may be the ones helped, the likeliest first; attackers are not."""
        net = {code: weight - 2 * self.gave[code] for code, weight in self.helped.items()}
        order = sorted(net.items(), key=lambda pair: (-pair[1], pair[0]))
        return [code for code, weight in order if weight > 0 and code not in self.attackers]


def helped(title: list[View], views: list[View]) -> Standing:
    """The standing of every state that the title and the text name; places are those in the text."""
    counts: Counter[str] = Counter()
    attacks: Counter[str] = Counter()
    gave: Counter[str] = Counter()
    where: dict[str, Span] = {}
    for in_text, view in [*((False, v) for v in title), *((True, v) for v in views)]:
        gave.update(_givers(view))
        counts.update(_askers(view))
        for mention, party in view.parties():
            if party.acts_for is None or party.kind not in ("state", "person"):
                continue
            if party.kind == "state":
                attacks[party.acts_for] += _attacks(view, mention)
            counts[party.acts_for] += _weight(view, mention, party) + (0 if in_text else 0.6)  # type: ignore[assignment]
            if in_text:
                where.setdefault(party.acts_for, view.span(mention))
    attackers = frozenset(code for code, n in attacks.items() if n >= 1 and n >= counts[code] / 3)
    return Standing(counts, where, attackers, gave)


def _givers(view: View) -> list[str]:
    """The states that give, promise or announce something in a sentence: those left of such a verb, in its row."""
    found: list[str] = [code for mention, party in view.parties() if (code := _owner(view, mention, party))]
    for use in view.uses:
        if not use.verb.strong or use.passive or use.verb.verb_class not in _GIVES:
            continue
        for mention, party in view.parties():
            near = 0 <= use.start - mention.last <= 3
            if near and party.acts_for and view.preposition(mention) not in ("to", "for", "in", "of"):
                found += [
                    m.thing.acts_for
                    for m in view.coordinated(mention)
                    if isinstance(m.thing, Party) and m.thing.acts_for
                ]
    return found


def _owner(view: View, mention: Mention, party: Party) -> str | None:
    """Whose thing is told of: "Britain's 14 Challengers", "Norwegian Leopards"."""
    at = mention.last + (1 if view.lower(mention.last) in ("'s", "'") else 0)
    if at == mention.last and party.named_by != "demonym":
        return None
    while isinstance(getattr(view.at.get(at), "thing", None), Quantity) or view.lower(at) in ("first", "new", "own"):
        at += 1
    thing = getattr(view.at.get(at), "thing", None)
    return party.acts_for if isinstance(thing, Item) and thing.strength == "strong" and thing.model else None


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


def _attacks(view: View, mention: Mention) -> int:
    """Whether a state is told of as attacking: "X's invasion", "the X-ian offensive", "against X"."""
    following = view.lower(mention.last)
    if following in ("'s", "'"):
        words = [view.lower(i) for i in range(mention.last + 1, mention.last + 5)]
        return int(any(w in _ATTACKING for w in words))
    if following in ("invaded", "attacked", "invades") or following in _ATTACKING:
        return 1
    before, second = view.lower(mention.first - 1), view.lower(mention.first - 2)
    return int(before == "against" and (second, before) not in _SUFFERED)


_PEOPLE = _DEFENDING | frozenset(
    "people government side authorities navy air civilians police president and or".split()
)


def _of_a_thing(view: View, mention: Mention, party: Party) -> bool:
    """ "to the Czech plan": an adjective of something that is not the state itself."""
    following = view.lower(mention.last)
    return party.named_by == "demonym" and following.isalpha() and following not in _PEOPLE


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
    following = view.lower(mention.last)
    if following in ("'s", "'"):
        following = view.lower(mention.last + 1)
    if following in _DEFENDING and party.named_by != "body":
        return 1
    if before in ("in", "at", "near", "from", "through", "via"):
        return 0.0 if party.named_by != "name" else _PLAIN / 3
    return _PLAIN if party.named_by in ("name", "capital") else 0.0 if party.named_by == "body" else _PLAIN / 3

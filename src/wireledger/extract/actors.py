"""Who acts in a sentence: parties with the titles around their names, and rows of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wireledger.extract.view import View
from wireledger.lexicon.parties import states
from wireledger.lexicon.roles import roles
from wireledger.model import Mention, Party, Span

_ARTICLES = frozenset("the a an its their his her our new former outgoing incoming acting then fellow both".split())
_AGENTS = frozenset(
    "officials official delegation delegations government governments leader leaders leadership negotiators negotiator"
    " minister ministers counterpart counterparts diplomats diplomat side team teams envoy envoys lawmakers officers"
    " representatives representative authorities ministry parliament presidency president prime foreign defence defense"
    " military army lawmaker senators congressmen commanders chief secretary ambassador ambassadors allies"
    " parliamentarians"
    " chancellor premier king queen first fm pm".split()
)
_PREPOSITIONS = frozenset(
    "to for in at with from of against into on by towards toward near inside via through between among about over"
    " alongside like than including after before behind within across during under outside without around".split()
)
_NO_NAMES = frozenset("visit trip committee council summit meeting conference talks visits forum call dialogue".split())
_NAMED_AFTER = frozenset("rally campaign supporters family era voters lawyer lawyers loyalists".split())
_SEATS = frozenset(("president", "minister", "chancellor", "premier", "secretary", "secretary-general"))
_LINKS = frozenset(
    (",", ")", "and", "&", "along", "as", "well", "together", "with", "plus", "the", "both", "by", "also")
)
_POSSESSIVE = frozenset(("'s", "'"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A party at tokens `core` up to `last`, its titles from `first`; `side` is the state or body it acts for."""

    first: int
    core: int
    last: int
    code: str
    side: str | None
    party: Party
    span: Span
    agents: bool = False
    titled: bool = False

    @property
    def official(self) -> bool:
        """Whether it is, or acts for, a state, an alliance, an organisation, a forum or a group of states."""
        return self.party.kind != "person" or self.side is not None or self.titled


def actors(view: View) -> list[Actor]:
    """The actors of a sentence in order; a title beside a name is part of it, adjectives of things are none."""
    found: list[Actor] = []
    for mention, party in view.parties():
        last = _agent_end(view, mention.last)
        if party.kind == "person" and view.lower(mention.last - 1) in _NO_NAMES:
            found += _office_before(view, mention, party)
            continue
        if party.kind == "person" and view.lower(mention.last) in _NAMED_AFTER:
            continue
        if (
            party.named_by == "demonym"
            and last == mention.last
            and not _stands_alone(view, mention.first, mention.last)
        ):
            continue
        first = _title_start(view, mention.first, found[-1].last if found else 0)
        code = party.code if party.kind in ("person", "group", "forum") else party.acts_for or party.code
        span, agents = view.span(mention), last > mention.last or party.named_by == "office"
        outer = _office_of(view, first)
        titled = any(view.lower(i) in _SEATS for i in range(first, mention.first))
        actor = Actor(outer, mention.first, last, code, party.acts_for, party, span, agents or outer < first, titled)
        if found and _same(view, found[-1], actor):
            found[-1] = _merged(found[-1], actor)
        else:
            found.append(actor)
    return found


def _office_before(view: View, mention: Mention, party: Party) -> list[Actor]:
    """The office right before what is no name but a verb: "Alliance Chief | Visits"."""
    first = _title_start(view, mention.first, 0)
    if party.acts_for is None or first == mention.first:
        return []
    span = view.sentence.place(first, mention.first)
    return [Actor(first, first, mention.first, party.acts_for, party.acts_for, _body_of(party), span, True)]


def _body_of(party: Party) -> Party:
    return Party(party.acts_for or party.code, "state", "office", party.acts_for)


def preposition(view: View, actor: Actor) -> str:
    """The preposition an actor hangs on; empty where it hangs on none."""
    word = view.lower(actor.first - 1)
    return word if word in _PREPOSITIONS else ""


def possessive(view: View, actor: Actor) -> bool:
    """Whether "'s" stands behind the actor."""
    return view.lower(actor.last) in _POSSESSIVE


def row(view: View, all_actors: list[Actor], actor: Actor) -> list[Actor]:
    """The actors named in one row with this one: "Denmark, Norway and the Netherlands"."""
    here = all_actors.index(actor)
    left = right = here
    while left > 0 and _linked(view, all_actors[left - 1], all_actors[left]):
        left -= 1
    while right + 1 < len(all_actors) and _linked(view, all_actors[right], all_actors[right + 1]):
        right += 1
    return all_actors[left : right + 1]


def _linked(view: View, one: Actor, other: Actor) -> bool:
    gap = [view.lower(i) for i in range(one.last, other.first)]
    if not 0 < len(gap) <= 5 or not all(w in _LINKS for w in gap):
        return False
    return not ("with" in gap and not {"along", "together"} & set(gap)) and not ("by" in gap and len(gap) == 1)


def _agent_end(view: View, last: int) -> int:
    """Past the noun that makes an adjective one who acts: "Polish officials", "Ukrainian negotiating team"."""
    for position in range(last, min(last + 3, len(view.sentence.tokens))):
        if view.lower(position) in _AGENTS and position not in view.at:
            while view.lower(position + 1) in _AGENTS:
                position += 1
            return last if view.lower(position + 1) in ("alliance", "bloc", "pact", "treaty") else position + 1
        if not view.lower(position).isalpha() or view.lower(position) in _PREPOSITIONS | {"and", "to"}:
            break
    return last


def _stands_alone(view: View, first: int, last: int) -> bool:
    """ "Russians", "the British": the people, not an adjective of what follows."""
    following = view.lower(last)
    word = view.lower(first)
    plural = word.endswith(("ans", "ians", "eans", "ese"))
    return plural and not (following.isalpha() and following not in _PREPOSITIONS and len(following) > 4)


def _title_start(view: View, first: int, floor: int) -> int:
    """Where the titles before a name begin: "Ukraine's foreign minister, | Dmytro Kuleba"."""
    at = first
    while at - 1 >= floor:
        word = view.lower(at - 1)
        if (
            word in _title_words()
            or word in _ARTICLES
            or (word in _state_words() and _is_adjective(view, at - 1))
            or (word in (",", "of") and view.lower(at - 2) in _title_words() and at < first + 1 and at - 2 >= floor)
            or (word == "'s" and at < first and (view.lower(at - 2) in _state_words()) and at - 2 not in view.at)
        ):
            at -= 1
        else:
            break
    return at


def _is_adjective(view: View, at: int) -> bool:
    """Whether a state's word before a title belongs to it: "Japanese | prime minister"."""
    mention = view.at.get(at)
    return mention is None or (isinstance(mention.thing, Party) and mention.thing.named_by == "demonym")


def _office_of(view: View, first: int) -> int:
    """Where "leaders of", "his counterpart from" before a party begins; `first` where nothing such stands there."""
    at = first - 1
    if view.lower(at) not in ("of", "from") or view.lower(at - 1) not in _AGENTS:
        return first
    at -= 1
    while view.lower(at - 1) in _AGENTS | _ARTICLES or view.lower(at - 1) in ("senior", "top", "other", "world"):
        at -= 1
    return at


def _same(view: View, one: Actor, other: Actor) -> bool:
    """Whether two mentions side by side are of one: "the premier, Mark Rutte", "Mark Rutte, the alliance's chief"."""
    gap = [view.lower(i) for i in range(one.last, other.first)]
    if gap not in ([","], ["("], [], ["of"], ["for"]):
        return False
    if one.code == other.code:
        return True
    if gap == ["("]:
        return other.party.kind == "state" and one.side == other.side
    if gap in (["of"], ["for"]):
        return one.party.kind == "person" and other.party.kind != "person" and one.side in (None, other.side)
    titles = ("office", "generic", "demonym", "body", "name")
    person, title = (one, other) if one.party.kind == "person" else (other, one)
    if person.party.kind != "person" or (title.party.kind == "person" and title.code != person.code):
        return False
    if title.party.named_by not in titles or title.code == person.code:
        return title.code == person.code
    office = title.party.named_by == "office" or (
        title.last > title.core + 1 and view.lower(title.last - 1) in _title_words()
    )
    return office and (person.side is None or title.side == person.side)


def _merged(one: Actor, other: Actor) -> Actor:
    person, title = (one, other) if one.party.kind == "person" else (other, one)
    side = person.side or title.side
    agents, titled = one.agents or other.agents, one.titled or other.titled
    return Actor(one.first, one.core, other.last, person.code, side, person.party, person.span, agents, titled)


@cache
def _title_words() -> frozenset[str]:
    words = {word for role in roles() for word in role.surface.split()} - {"of", "for", "and", "in"}
    return frozenset(
        words | {"counterpart", "counterparts", "colleague", "vice", "joint", "chiefs", "staff", "visiting"}
    )


@cache
def _state_words() -> frozenset[str]:
    names = {name for state in states() for name in (state.name, *state.aliases, *state.demonyms)}
    words = {word.lower() for name in names for word in name.split() if len(word) > 1}
    return frozenset(words - {"and", "of", "the", "republic", "islands"})


@cache
def state_codes() -> dict[str, str]:
    """The states' codes by the names and adjectives of one word."""
    return {n: s.code for s in states() for n in (s.name, *s.aliases, *s.demonyms) if " " not in n}

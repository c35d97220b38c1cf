"""Who acts in a sentence: parties with the titles around their names, and rows of them."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.actor_words import body_names, state_words, title_words
from wireledger.extract.view import View
from wireledger.model import Item, Mention, Party, Span

_ARTICLES = frozenset(
    "the a an its their his her our my your new former outgoing incoming acting then fellow both".split()
)
_AGENTS = frozenset(
    "officials official delegation delegations government governments leader leaders leadership negotiators negotiator"
    " minister ministers counterpart counterparts diplomats diplomat side team teams envoy envoys lawmakers"
    " representatives representative authorities ministry parliament presidency president prime foreign defence defense"
    " military army lawmaker senators congressmen commanders chief secretary ambassador ambassadors allies"
    " parliamentarians"
    " chancellor premier king queen first fm pm".split()
)
PREPOSITIONS = frozenset(
    "to for in at with from of against into on by towards toward near inside via through between among about over"
    " alongside like than including after before behind within across during under outside without around".split()
)
_SINGLE_AGENTS = frozenset(
    "advisor adviser director speaker governor advisors advisers directors speakers governors".split()
)
_NO_NAMES = frozenset("visit trip committee council summit meeting conference talks visits forum call dialogue".split())
_NAMED_AFTER = frozenset(
    "rally campaign supporters family era voters lawyer lawyers loyalists allies ally aides aide advisers advisors"
    " critics donors backers surrogates".split()
)
_HONORIFICS = frozenset("lt gen adm col dr sir lt. gen. adm. col. dr. .".split())
_SEATS = frozenset(
    "president minister chancellor premier secretary secretary-general attorney ambassador advisor adviser"
    " envoy".split()
)
_GROUPS = frozenset("group groups team party handful number".split())
_RANKS = frozenset("senior top high-level high-ranking several various".split())
_BEFORE_AGENTS = _AGENTS | _ARTICLES | {"senior", "top", "other", "world"}
_COLLECTIVE = frozenset("military army defence defense foreign government parliament prime first".split())
_VERBAL = frozenset("would could should might shall cannot never still already themselves".split())
_ENDS_ADJECTIVE = PREPOSITIONS | {"and", "to", "the", "a", "an"}
_NO_NOUN = PREPOSITIONS | _VERBAL
_POSSESSIVE = frozenset(("'s", "'"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A party at tokens `core` up to `last`, its titles from `first`; `side` is the state or body it acts for.

    `carried` marks an office whose holder another sentence names: `span` is the name there.
    """

    first: int
    core: int
    last: int
    code: str
    side: str | None
    party: Party
    span: Span
    agents: bool = False
    titled: bool = False
    carried: bool = False

    @property
    def official(self) -> bool:
        """Whether it is, or acts for, a state, an alliance, an organisation, a forum or a group of states."""
        return self.party.kind != "person" or self.side is not None or self.titled


def actors(view: View) -> list[Actor]:
    """The actors of a sentence in order; a title beside a name is part of it, adjectives of things are none."""
    found: list[Actor] = []
    for mention, party in view.parties():
        last = mention.last if party.kind == "person" else _owned_end(view, mention.last)
        if party.kind == "person" and view.lower(mention.last - 1) in _NO_NAMES:
            found += _office_before(view, mention, party)
            continue
        if party.kind == "person" and view.lower(mention.last) in _NAMED_AFTER:
            continue
        if party.kind == "group" and _belongs_to_person(view, mention):
            continue
        if (
            party.named_by == "demonym"
            and last == mention.last
            and not _stands_alone(view, mention.first, mention.last)
            and not _shares_noun(view, mention)
        ):
            continue
        first = _title_start(view, mention.first, found[-1].last if found else 0)
        code = party.code if party.kind in ("person", "group", "forum") else party.acts_for or party.code
        shared = party.named_by == "demonym" and _shares_noun(view, mention)
        span, agents = view.span(mention), last > mention.last or party.named_by == "office" or shared
        ending = view.lower(mention.last - 1)
        plain = ending in _AGENTS and not (ending in _COLLECTIVE and _is_plural(view.lower(mention.last)))
        agents = agents or (party.kind != "person" and plain)
        first = first - 1 if agents and party.kind != "person" and view.lower(first - 1) in _RANKS else first
        outer = _group_of(view, _office_of(view, first)) if agents else _office_of(view, first)
        titled = any(view.lower(i) in _SEATS for i in range(first, mention.first))
        actor = Actor(outer, mention.first, last, code, party.acts_for, party, span, agents or outer < first, titled)
        if found and _same(view, found[-1], actor):
            found[-1] = _merged(found[-1], actor)
        else:
            found.append(actor)
    return found


def _belongs_to_person(view: View, mention: Mention) -> bool:
    """ "Biden | allies": a person's friends are no group of states."""
    before = view.at.get(mention.first - 1)
    return before is not None and isinstance(before.thing, Party) and before.thing.kind == "person"


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
    return word if word in PREPOSITIONS else ""


def possessive(view: View, actor: Actor) -> bool:
    """Whether "'s" stands behind the actor."""
    return view.lower(actor.last) in _POSSESSIVE


def _owned_end(view: View, last: int) -> int:
    """Past "officials", also past those whom a body or state owns: "the bloc | 's foreign ministers"."""
    if view.lower(last) not in _POSSESSIVE:
        return _agent_end(view, last)
    end = _agent_end(view, last + 1)
    plural = (
        end > last + 1 and view.lower(end - 1).endswith("s") and not view.sentence.tokens[end - 1].text[0].isupper()
    )
    return end if plural and view.lower(end) not in _POSSESSIVE else last


def _agent_end(view: View, last: int) -> int:
    """Past the noun that makes an adjective one who acts: "Polish officials", "Ukrainian negotiating team"."""
    for position in range(last, min(last + 3, len(view.sentence.tokens))):
        if position in view.at and isinstance(view.at[position].thing, Party):
            break
        if view.lower(position) in _AGENTS and position not in view.at:
            while view.lower(position + 1) in _AGENTS:
                position += 1
            if view.lower(position) in _COLLECTIVE and _is_plural(view.lower(position + 1)):
                return last
            return last if view.lower(position + 1) in ("alliance", "bloc", "pact", "treaty") else position + 1
        word = view.lower(position)
        if not word.isalpha() or word.endswith("ed") or word in _ENDS_ADJECTIVE:
            break
    return last


def _is_plural(word: str) -> bool:
    """Whether a word is a noun in the plural, so that what stands before it is an adjective: "military | veterans"."""
    return word.isalpha() and word.endswith("s") and len(word) > 4


def _shares_noun(view: View, mention: Mention) -> bool:
    """Whether an adjective shares the noun of the next one: "Saudi and | Iranian officials"."""
    last = mention.last
    while view.lower(last) in (",", "and", "&"):
        last += 1
    other = view.at.get(last) if last > mention.last else None
    if other is None or not isinstance(other.thing, Party) or other.thing.kind == "person":
        return False
    office = other.thing.named_by == "office" and view.lower(other.last - 1).endswith("s")
    return office or _agent_end(view, other.last) > other.last or _shares_noun(view, other)


def _stands_alone(view: View, first: int, last: int) -> bool:
    """ "Russians", "the British": the people, not an adjective of what follows."""
    following = view.lower(last)
    word = view.lower(first)
    plural = word.endswith(("ans", "ians", "eans", "ese"))
    content = following.isalpha() and following not in _NO_NOUN and len(following) > 4
    return plural and not content


def _title_start(view: View, first: int, floor: int) -> int:
    """Where the titles before a name begin: "Ukraine's foreign minister, | Dmytro Kuleba"."""
    at = first
    while at - 1 >= floor:
        word = view.lower(at - 1)
        if (
            word in title_words()
            or word in _ARTICLES
            or (word in state_words() and _is_adjective(view, at - 1))
            or (word in (",", "of") and view.lower(at - 2) in title_words() and at < first + 1 and at - 2 >= floor)
            or (word == "'s" and at < first and (view.lower(at - 2) in state_words()) and at - 2 not in view.at)
        ):
            at -= 1
        else:
            break
    return at if at == first else _body_before(view, at, floor)


def _is_adjective(view: View, at: int) -> bool:
    """Whether a state's word before a title belongs to it: "Japanese | prime minister"."""
    mention = view.at.get(at)
    if mention is None or isinstance(mention.thing, Item):
        return True
    return isinstance(mention.thing, Party) and mention.thing.named_by == "demonym"


def _body_before(view: View, at: int, floor: int) -> int:
    """Where the body of many begins whose name ends before the title at token `at`: "NATO | secretary-general"."""
    for stop in (at, at + 1):  # "European Commission President": the word before the office may be one too
        for size in range(4, 0, -1):
            first = stop - size
            if floor <= first < at and tuple(view.lower(i) for i in range(first, stop)) in body_names():
                return first
    return at


def _office_of(view: View, first: int) -> int:
    """Where "leaders of", "his counterpart from" before a party begins; `first` where nothing such stands there."""
    at = first - 1
    if view.lower(at) == "of" and view.lower(at - 1) in _SINGLE_AGENTS:
        at -= 1
    elif view.lower(at) not in ("of", "from") or view.lower(at - 1) not in _AGENTS:
        return first
    else:
        at -= 1
    while view.lower(at - 1) in _BEFORE_AGENTS or view.lower(at - 1) in title_words():
        at -= 1
    return at


def _group_of(view: View, first: int) -> int:
    """Where "a group of" before "Polish lawmakers" begins; `first` where nothing such stands there."""
    if view.lower(first - 1) != "of" or view.lower(first - 2) not in _GROUPS:
        return first
    return first - 3 if view.lower(first - 3) in _ARTICLES else first - 2


def _same(view: View, one: Actor, other: Actor) -> bool:
    """Whether two mentions side by side are of one: "the premier, Mark Rutte", "Mark Rutte, the alliance's chief"."""
    gap = [view.lower(i) for i in range(one.last, other.first)]
    if other.party.kind == "person" and gap and set(gap) <= _HONORIFICS:
        gap = []
    if not gap and one.party.kind == "state" and other.party.kind == "person" and view.lower(one.core - 1) == "of":
        return True
    if (
        gap in (["'s"], ["'"])
        and one.party.kind in ("state", "alliance", "organisation")
        and other.party.kind == "person"
    ):
        return one.party.named_by == "name" and other.side in (None, one.side)
    if gap not in ([","], ["("], [], ["of"], ["for"]):
        return False
    if one.code == other.code:
        return True
    if gap == ["("]:
        return other.party.kind == "state" and one.side == other.side
    if gap in (["of"], ["for"]):
        return one.party.kind == "person" and other.party.kind != "person" and one.side in (None, other.side)
    if gap == [","] and one.party.kind == "person" and _is_office_held(view, other):
        return one.side in (None, other.side) or (other.party.kind != "state" and _is_closed(view, other))
    if gap == [","] and one.party.kind == "person" and _is_apposed(view, one, other):
        return True
    titles = ("office", "generic", "demonym", "body", "name")
    person, title = (one, other) if one.party.kind == "person" else (other, one)
    if person.party.kind != "person" or (title.party.kind == "person" and title.code != person.code):
        return False
    if title.party.named_by not in titles or title.code == person.code:
        return title.code == person.code
    office = title.party.named_by == "office" or (
        title.last > title.core + 1 and view.lower(title.last - 1) in title_words()
    )
    return office and (person.side is None or title.side == person.side)


def _is_apposed(view: View, one: Actor, other: Actor) -> bool:
    """ "Nowak, | the deputy minister of Fiji, | said": the office named of the one before, whoever else may hold it."""
    named = other.party.kind == "person" and other.party.named_by == "office" and one.party.named_by != "office"
    owned = view.lower(other.first) == "the" or "'s" in [view.lower(i) for i in range(other.first, other.last)]
    return named and _is_closed(view, other) and one.side == other.side and owned


def _is_closed(view: View, other: Actor) -> bool:
    """Whether a comma, or the end, stands behind what is told of the one before."""
    return view.lower(other.last) in (",", ".", ")", ";", "")


def _is_office_held(view: View, other: Actor) -> bool:
    """ "Dokos, | National Security Adviser of Greece", "Sall, | the head of the African Union": one office."""
    words = [view.lower(i) for i in range(other.first, other.core)]
    words = words[:-1] if words[-1:] == ["the"] else words
    one = len(words) > 1 and words[-1] == "of" and not words[-2].endswith("s")
    house = other.party.named_by == "demonym" and view.lower(other.last - 1) in ("parliament", "government")
    return one and other.party.kind != "person" and (other.party.named_by == "name" or house)


def _merged(one: Actor, other: Actor) -> Actor:
    person, title = (one, other) if one.party.kind == "person" else (other, one)
    side = person.side or title.side
    agents, titled = one.agents or other.agents, one.titled or other.titled
    return Actor(one.first, one.core, other.last, person.code, side, person.party, person.span, agents, titled)

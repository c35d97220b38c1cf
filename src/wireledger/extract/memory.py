"""What an extractor remembers of a report: whose page it is, who spoke, who gave what to whom last.

Each thing remembered keeps the place where it stood, so that a field carried from there can show it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wireledger.extract.clauses import clauses
from wireledger.extract.helped import helped
from wireledger.extract.roles import role
from wireledger.extract.view import View
from wireledger.lexicon.parties import states
from wireledger.model import Document, Item, Money, Mood, Party, PledgeStep, Scope, Span

_SPEAKING = re.compile(
    r"\b(?:remarks|statement|speech|address|press (?:briefing|release|conference)|interview)\b", re.I
)
_OFFICIAL = re.compile(r"ministry|government|department|embassy|office of|announcement|white ?house|cabinet", re.I)
_GOV_HOSTS = (("whitehouse", "us"), ("state.gov", "us"), ("defense.gov", "us"), ("usaid.gov", "us"), ("gov.uk", "gb"))
_GOV_HOST = re.compile(r"\.(?:gov|gc|gob|gouv|govt|go|mil)\.([a-z]{2})\b")


@dataclass(frozen=True, slots=True)
class Known:
    """A party code and the places where it was read."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Package:
    """The last help told of, for lists and "the package": who, to whom, how far, new or recalled."""

    donors: Known | None
    recipient: Known | None
    step: PledgeStep
    mood: Mood
    scope: Scope
    sentence: int
    row: str


@dataclass(slots=True)
class Memory:
    """The state of reading one report."""

    own_side: str | None
    main_recipient: Known | None
    helped: dict[str, int]
    last_donors: Known | None = None
    donors_before: Known | None = None
    last_recipient: Known | None = None
    package: Package | None = None
    announced: Package | None = None
    speaker: Known | None = None
    list_package: Package | None = None
    topics: tuple[int, ...] = ()
    ranked: tuple[Known, ...] = ()
    leader: Known | None = None
    attackers: frozenset[str] = frozenset()
    gave: frozenset[str] = frozenset()
    joint: Known | None = None
    last_thing: Item | None = None
    summed: int | None = None  # the sentence of the last sum, where no counted thing was told since
    top_giver: str | None = None
    titled: Known | None = None
    titled_recipient: Known | None = None
    leaders: Known | None = None
    named: dict[str, int] = field(default_factory=dict)

    def name(self, view: View) -> None:
        """Keep in which sentence each party was named last."""
        for _, party in view.parties():
            for code in (party.acts_for, *party.members):
                if code:
                    self.named[code] = view.sentence.index

    def since_named(self, codes: tuple[str, ...], sentence: int) -> str:
        """How long ago any of these parties was named: here, near, some way off, far off or never."""
        last = max((self.named.get(code, -1) for code in codes), default=-1)
        if last < 0:
            return "never"
        gap = sentence - last
        return "here" if gap <= 0 else "near" if gap <= 2 else "some way off" if gap <= 8 else "far off"

    def topic(self, sentence: int) -> str:
        """How much of the text around a sentence is about help to others: none, little, some or much."""
        near = sum(self.topics[max(0, sentence - 2) : sentence + 3])
        share = sum(self.topics) / max(1, len(self.topics))
        level = (near >= 1) + (near >= 3) + (share >= 0.15) + (share >= 0.35)
        return ("none", "little", "some", "much", "all")[level]


def memory(document: Document, views: list[View], title: list[View]) -> Memory:
    """What is known before the first sentence: whose page it is, and whom the report is about helping."""
    side = side_of(document)
    standing = helped(title, views)
    ranked = tuple(
        Known((code,), (standing.where[code],) if code in standing.where else (), -1)
        for code in standing.ranked()
        if code != side
    )[:3]
    counts = {code: int(n) for code, n in standing.helped.items() if code not in standing.attackers and n >= 1}
    topics = tuple(_is_topical(view, set(counts)) for view in views)
    main = ranked[0] if ranked else None
    return Memory(
        side,
        main,
        counts,
        topics=topics,
        ranked=ranked,
        attackers=standing.attackers,
        gave=frozenset(standing.gave),
        top_giver=min(standing.gave, key=lambda code: (-standing.gave[code], code), default=None),
        titled=_titled(title),
        titled_recipient=_titled_recipient(title),
        leaders=_leaders(title, side, main),
    )


def _titled(title: list[View]) -> Known | None:
    """Who does what the title tells of first, where that speaks of help; it stands outside the text."""
    for view in title:
        seen = clauses(view)
        for use in view.uses:
            doer = seen.doer(use)
            if doer is not None and doer.mention is not None:
                known = role(view, view.coordinated(doer.mention), "title")
                return Known(known.codes, (), -1) if known is not None else None
    return None


_MET = ("person", "state", "group", "forum")
_TALKS = frozenset("readout call meeting talks summit conversation visit remarks".split())


def _leaders(title: list[View], side: str | None, helped: Known | None) -> Known | None:
    """Who "the leaders" and "they" are on a page that tells of talks: the page's side and those it met."""
    words = {token.lower for view in title for token in view.sentence.tokens}
    if side is None or not words & _TALKS:
        return None
    met = [p.acts_for for view in title for _, p in view.parties() if p.kind in _MET and p.acts_for]
    others = [code for code in dict.fromkeys(met) if code != side and code not in (helped.codes if helped else ())]
    return Known((side, *others), (), -1) if others else None


NEIGHBOURS = frozenset("neighbours neighbors neighbouring neighboring surrounding region".split())


def _titled_recipient(title: list[View]) -> Known | None:
    """To whom the title says that something goes; with "and its neighbours" it is more than one."""
    for view in title:
        for mention, party in view.parties():
            if party.acts_for is None or view.preposition(mention) not in ("to", "for", "in"):
                continue
            known = role(view, view.coordinated(mention), "title")
            if known is not None:
                more = {view.lower(i) for i in range(mention.last, mention.last + 4)} & NEIGHBOURS
                return Known((*known.codes, *(("neighbouring-states",) if more else ())), (), -1)
    return None


def _is_topical(view: View, helped: set[str]) -> int:
    """1 for a sentence that names both help and a party that is helped (or a verb of giving), else 0."""
    strong = [m for m in view.sentence.mentions if isinstance(m.thing, Item) and m.thing.strength == "strong"]
    if not strong and not any(isinstance(m.thing, Money) for m in view.sentence.mentions):
        return 0
    named = any(p.acts_for in helped for _, p in view.parties())
    given = any(u.verb.strong for u in view.uses)
    named = named or (given and sum(p.kind == "state" for _, p in view.parties()) >= 2)
    return int(named or (given and bool(strong)))


def side_of(document: Document) -> str | None:
    """Whose page a document is: a body's whose statement it is by its title, else whoever "we" are there."""
    return joint_side(document) or own_side(document)


def own_side(document: Document) -> str | None:
    """Whose words an unattributed "we" are: given with the source, else told by its name, its address or the title."""
    source = document.report.source
    if source.speaks_for:
        return source.speaks_for
    for text in (source.url or "", (source.outlet or "").lower()):
        for part, code in _GOV_HOSTS:
            if part in text:
                return code
        host = _GOV_HOST.search(text)
        if host:
            return {"uk": "gb"}.get(host[1], host[1])
    named = _named_outlet(document)
    if named is not None:
        return named
    title = document.report.title or ""
    if _SPEAKING.search(title):
        for sentence in document.title:
            for mention in sentence.mentions:
                if isinstance(mention.thing, Party) and mention.thing.kind == "person":
                    return mention.thing.acts_for
    return None


_STATEMENT = re.compile(r"\b(?:statement|communiqu|declaration|conclusions)", re.I)


_JOINT = ("forum", "alliance", "organisation", "group")


def joint_side(document: Document) -> str | None:
    """The body whose statement a page is by its title: "G7 Leaders' Statement" speaks for the G7."""
    title = document.report.title or ""
    if not _STATEMENT.search(title):
        return None
    for sentence in document.title:
        for mention in sentence.mentions:
            party = mention.thing
            if isinstance(party, Party) and party.kind in _JOINT and mention.first <= 1:
                return party.acts_for or party.code
    return None


def _named_outlet(document: Document) -> str | None:
    """The party an official outlet names itself after ("Ministry of Defence of Latvia", "Dutch Ministry")."""
    outlet = document.report.source.outlet
    if not outlet or not _OFFICIAL.search(outlet):
        return None
    codes = {
        s.code
        for s in states()
        if any(re.search(rf"\b{re.escape(n)}\b", outlet) for n in (s.name, *s.aliases, *s.demonyms))
    }
    return codes.pop() if len(codes) == 1 else None

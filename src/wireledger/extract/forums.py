"""At which meeting a pledge was made: "at the NATO summit", "at a meeting of the Contact Group", "during the Quad".

"At the summit" alone, the bullets of a list, the lines of a package and what follows an opening that tells of pledges
at a meeting take the meeting named before, and say that it is carried (`meetings_of`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireledger.extract.readings import Reading
from wireledger.extract.view import View
from wireledger.model import Days, Document, Interval, Party, Span

_AT = frozenset(("at", "during"))
_BESIDE = frozenset(("sidelines", "margins", "fringes"))
_MEETINGS = frozenset(
    "summit meeting meetings conference session talks gathering council assembly ministerial forum".split()
)
_WHOSE = frozenset(
    "leaders ministers chiefs heads of state and government defence defense foreign finance ' 's".split()
)
_DONORS = frozenset(("donor", "donors", "pledging"))
_KINDS = ("forum", "alliance", "organisation")
_REACH, _LEAD, _LED, _SAME = 6, 3, 8, 3
_TELLING = frozenset("promise announce give approve allocate fund train arm offer".split())
_OTHER = frozenset("of with between among on ahead later next".split())


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting named in a sentence: whose, its place, whether something is told to happen there, what it is called.

    `noun` is "summit", "meeting", ...; empty where the name of a forum stands for its meeting ("at the G7").
    """

    code: str
    span: Span
    there: bool
    noun: str


@dataclass(frozen=True, slots=True)
class Forum:
    """The code of the meeting where a pledge was made, where that was named, and whether in another sentence."""

    code: str
    span: Span
    carried: bool


def forum_of(view: View) -> tuple[str, Span] | None:
    """The code of the forum, alliance or organisation at whose meeting a sentence tells something, and its place."""
    return next(((m.code, m.span) for m in _named(view) if m.there), None)


def forums(document: Document, views: Sequence[View], title: Sequence[View]) -> Meetings:
    """The meetings of a report, for `Meetings.where`."""
    named = tuple(tuple(_named(view)) for view in views)
    return Meetings(document.report.source.published, tuple(views), named, _titled(views, title))


@dataclass(frozen=True, slots=True)
class Meetings:
    """What meetings each sentence of a report names, and the one its title tells of."""

    published: Interval | None
    views: tuple[View, ...]
    named: tuple[tuple[Meeting, ...], ...]
    titled: Meeting | None

    def where(self, view: View, reading: Reading) -> Forum | None:
        """The meeting at which a pledge was made, said in its sentence or carried from where it was named."""
        if reading.step.mood == "hypothetical":
            return None  # "no plans to meet them at the G20" dates no idea
        here = forum_of(view)
        if here is not None:
            return Forum(*here, False)
        at = view.sentence.index
        found = self._meant(at) or self._listed(at, reading) or self._led(at, reading)
        return Forum(found.code, found.span, True) if found else None

    def _meant(self, at: int) -> Meeting | None:
        """ "at the summit": the meeting named last before, if it is called so, or else that of the title."""
        noun = _points_back(self.views[at])
        if noun is None:
            return None
        before = [meeting for named in reversed(self.named[:at]) for meeting in reversed(named)]
        same = [m for m in (*before, self.titled) if m is not None and m.noun == noun]
        nameless = [m for m in before if noun != "summit" or not m.noun]
        return next(iter((*same, *nameless)), self.titled)

    def _there(self, at: int) -> Meeting | None:
        """The meeting at which a sentence tells something, named in it or meant by it."""
        return next((m for m in self.named[at] if m.there), None) or self._meant(at)

    def _listed(self, at: int, reading: Reading) -> Meeting | None:
        """The meeting of the header that a bullet hangs on, or of the package a line belongs to."""
        if self.views[at].sentence.block_kind == "bullet":
            others = (i for i in range(at - 1, -1, -1) if self.views[i].sentence.block_kind != "bullet")
            header = next(others, None)
            return self._there(header) if header is not None else None
        if reading.rule != "pledges/package" and not reading.step.row.startswith("package-"):
            return None
        found = (self._there(i) for i in range(at - 1, max(-1, at - 1 - _SAME), -1))
        return next((meeting for meeting in found if meeting), None)

    def _led(self, at: int, reading: Reading) -> Meeting | None:
        """What the opening or the title tells to be pledged at a meeting: the first sentences go on with it."""
        if reading.scope not in ("new", "extra") or reading.step.step not in ("promised", "approved"):
            return None
        if reading.step.mood != "asserted" or self._is_of_another_day(at) or self.named[at]:
            return None
        for lead in range(max(0, at - _LED), min(at, _LEAD)):
            there = self._there(lead)
            if there is not None and _tells_help(self.views[lead]):
                return there if not any(self.named[lead + 1 : at]) else None
        return self.titled if self.titled is not None and self.titled.there else None

    def _is_of_another_day(self, at: int) -> bool:
        """Whether a sentence dates what it tells before the week of the report."""
        start = self.published.start if self.published else None
        told = [m.thing.interval for m in self.views[at].sentence.mentions if isinstance(m.thing, Days)]
        return any(i and i.stop and start and (start - i.stop).days > 7 for i in told)


def _titled(views: Sequence[View], title: Sequence[View]) -> Meeting | None:
    """The meeting the title tells of, with the place where the text names it; the title stands outside the text."""
    for view in title:
        for meeting in _named(view):
            for other in views:
                spans = [other.span(m) for m, p in other.parties() if p.code == meeting.code]
                if spans:
                    return Meeting(meeting.code, spans[0], meeting.there, meeting.noun)
    return None


def _tells_help(view: View) -> bool:
    return any(use.verb.verb_class in _TELLING for use in view.uses)


def _named(view: View) -> Iterator[Meeting]:
    """The meetings a sentence names, in order of place."""
    if not view.has_any(_MEETINGS, _AT, _BESIDE):
        return
    for mention, party in view.parties():
        if party.kind in _KINDS:
            start = _start(view, mention.first, mention.last, party.kind == "forum")
            if start is not None:
                at, noun = start
                yield Meeting(party.code, view.span(mention), _is_there(view, at, mention.last), noun)
    yield from _of_donors(view)


def _of_donors(view: View) -> Iterator[Meeting]:
    """ "a donors' conference", "the pledging conference": no body holds it."""
    for first in range(len(view.sentence.tokens)):
        last = first + 1 + (view.lower(first + 1) in ("'", "'s"))
        if view.lower(first) in _DONORS and view.lower(last) in _MEETINGS:
            there = _is_there(view, first, last + 1)
            yield Meeting("donor-conference", view.sentence.place(first, last + 1), there, view.lower(last))


def _start(view: View, first: int, last: int, is_forum: bool) -> tuple[int, str] | None:
    """Where the words of a meeting begin that a party's name stands in, and its noun; None where it names none."""
    behind = last
    while view.lower(behind) in _WHOSE and behind - last < 5:
        behind += 1
    if view.lower(behind) in _MEETINGS:
        return first, view.lower(behind)
    for at in range(first - 1, max(-1, first - 8), -1):
        if view.lower(at) in _MEETINGS and (view.lower(at + 1) == "of" or (is_forum and view.lower(at + 1) == "with")):
            return at, view.lower(at)
        if view.lower(at) not in _WHOSE and view.lower(at) not in ("the", "european", "allied", "its", "with"):
            break
    return (first, "") if is_forum and _prefix(view, first) in _AT | _BESIDE else None


def _is_there(view: View, start: int, last: int) -> bool:
    """Whether something is told to happen at a meeting whose words begin at `start`: "at", "during", "..., where"."""
    behind = [view.lower(i) for i in range(last, last + 8)]
    return _prefix(view, start) in _AT | _BESIDE or "where" in behind


_ON_THE_WAY = frozenset(
    "the a an this that his her their 's today yesterday thursday friday week year last next first second third fourth"
    " latest regular recent previous virtual extraordinary joint emergency special annual international high-level"
    " two-day three-day of".split()
)


def _prefix(view: View, start: int) -> str:
    """The word that leads to a meeting, past its article, its ordinal and whose it is."""
    at = start - 1
    while start - at <= _REACH and (
        view.lower(at) in _ON_THE_WAY or view.lower(at)[:1].isdigit() or _is_owner(view, at)
    ):
        at -= 1
    return view.lower(at)


def _is_owner(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Days)


def _points_back(view: View) -> str | None:
    """The noun of "at the meeting", "during this summit", "at the Vilnius summit": a meeting that names no body."""
    for at in range(len(view.sentence.tokens)):
        if view.lower(at) not in _MEETINGS or view.lower(at + 1) in _OTHER:
            continue
        first = at
        while first > 0 and at - first < 2 and _is_place(view, first - 1):
            first -= 1
        if view.lower(first - 1) in ("the", "this", "that") and view.lower(first - 2) in _AT:
            return view.lower(at)
    return None


def _is_place(view: View, at: int) -> bool:
    mention = view.at.get(at)
    if mention is None:
        return False
    return not isinstance(mention.thing, Party) or mention.thing.named_by == "capital"

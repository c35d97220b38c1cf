"""What a sentence says may be given: an item with its count and its worth, or a sum with its purpose.

One offer for each line item: "38 HIMARS and 2 million rounds" is two; "$820m in rockets, radars and rounds" is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wireledger.extract.verbs import COURSES
from wireledger.extract.view import View
from wireledger.model import Item, Mention, Money, Party, Quantity

_FILL = frozenset(
    "of the these its their more additional further such other new another extra own our some in worth fresh first"
    ' second initial modern units unit pieces " “ ”'.split()
)
_WORTH = frozenset(
    "worth of valued at totaling totalling amounting to estimated around about ( : for value a total costing".split()
)
_OPEN = frozenset("in of worth for towards toward to on through under into as".split())
_OPENING = _OPEN | _FILL
_OPENED = _OPENING | {"military", "a", "direct", "emergency"}
_LIST = frozenset((",", "and", "other", "or", "as", "well", "&", "additional", "more", "further", "the"))
_PURPOSE_ENDS = frozenset(', ; : . ( ) — – " which that who while as and but after before including to'.split())
_COUNTED = frozenset(("a", "an", "one", "another", "single"))
_UNCOUNTED = frozenset(
    "aid military-aid humanitarian-aid financial-aid economic-aid development-aid reconstruction loan grant"
    " budget-support training guarantee refugee-support other intelligence maintenance".split()
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Tokens `first` up to `last`; `anchor` is the token that tells it from its neighbours: its count, sum or item."""

    first: int
    last: int
    anchor: int
    item: Mention | None = None
    quantity: Mention | None = None
    money: Mention | None = None
    words: str | None = None
    single: int | None = None
    whole: Mention | None = None
    recalled: bool = False
    bare: bool = False

    @property
    def thing(self) -> Item | None:
        """What the catalogue says of the item."""
        return self.item.thing if self.item and isinstance(self.item.thing, Item) else None


def offers(view: View) -> list[Offer]:
    """The offers of a sentence in order of place."""
    found: list[Offer] = []
    courses = {i for use in view.uses if use.verb.lemma in COURSES for i in range(use.first, use.last)}
    mentions = [
        m
        for m in view.sentence.mentions
        if isinstance(m.thing, Money) or (m.first not in courses and _is_help(view, m))
    ]
    position = 0
    while position < len(mentions):
        mention = mentions[position]
        if isinstance(mention.thing, Money):
            offer, used = _sum(view, mention, mentions[position + 1 :])
        else:
            offer, used = _item(view, mention, mentions[position + 1 :])
        found.append(offer)
        if offer.whole is not None:
            whole = replace(offer, first=offer.whole.first, anchor=offer.whole.first, quantity=offer.whole)
            found.append(replace(whole, whole=None, recalled=True))
        position += 1 + used
    return sorted([*found, *_bare_counts(view, found)], key=lambda o: o.first)


_BEHIND_BARE = frozenset("of more others have has had will are were arrived followed came follow".split())
_LOTS = frozenset("shipment batch lot group consignment delivery convoy".split())
_BEFORE_BARE = frozenset("first other another remaining further additional last next all".split())
_BEHIND_GIVEN = frozenset(("", ".", ",", ";", "to", "for", "and", "but", "in"))
_PEOPLE = frozenset("personnel officers people troops soldiers police marines".split())
_BEHIND_PICKED = frozenset(("", ".", ",", "by", "in", "will", "have", "are"))
_OF_THEM = frozenset("them those these which the".split())


def _bare_counts(view: View, found: list[Offer]) -> list[Offer]:
    """Counts without a thing, told before: "six more", "five of them have landed", "the other 14"."""
    used = {i for offer in found for i in range(offer.first, offer.last)}
    bare: list[Offer] = []
    for mention in view.sentence.mentions:
        thing = mention.thing
        if not isinstance(thing, Quantity) or used & set(range(mention.first, mention.last)):
            continue
        numbered = thing.low is not None or thing.high is not None
        behind = view.lower(mention.last)
        picked = view.lower(mention.first - 1) in _BEFORE_BARE and behind in _BEHIND_PICKED
        given = any(u.last == mention.first and u.verb.strong for u in view.uses) and behind in _BEHIND_GIVEN
        people = behind in _PEOPLE and not isinstance(getattr(view.at.get(mention.last), "thing", None), Item)
        lot = view.lower(mention.first - 1) == "of" and view.lower(mention.first - 2) in _LOTS
        which = behind in ("which", "that") and view.lower(mention.first - 1) == "the"
        open_end = which or behind in _BEHIND_BARE or picked or given or people or lot
        if (behind == "of" and not _of_told(view, mention.last + 1)) or _breaks_down(view, mention, found):
            continue
        if numbered and open_end and view.lower(mention.first - 1) not in ("-", "/", "age", "aged", "day"):
            last = mention.last + people
            words = view.text(mention.last, last) or None
            bare.append(_bare(view, mention, last, words))
    return bare


def _bare(view: View, count: Mention, last: int, words: str | None) -> Offer:
    """A count without a thing, or with that of which its sentence tells from the start."""
    offer = Offer(count.first, last, count.first, quantity=count, words=words, bare=True)
    item = _told_of(view, count.first)
    if item is None:
        return offer
    return replace(offer, item=item, words=view.text(item.first, item.last), bare=False)


def _told_of(view: View, before: int) -> Mention | None:
    """ "Of the trucks, 58 had arrived": the thing that a sentence opens with is what a bare count counts."""
    for mention in view.sentence.mentions:
        at = mention.first - 1 - (view.lower(mention.first - 1) in _WHOSE)
        opens = view.lower(at) == "of" and (at == 0 or view.lower(at - 1) in (":", ";", "and", ","))
        if isinstance(mention.thing, Item) and mention.last <= before and opens:
            return mention
    return None


_WHOSE = frozenset("the its these those their".split())


def _breaks_down(view: View, count: Mention, found: list[Offer]) -> bool:
    """ "eight jets: four in March and four more since": what stands behind a colon are parts of the count before it."""
    colon = next((at for at in range(count.first) if view.lower(at) == ":"), -1)
    return any(offer.last <= colon and offer.quantity is not None for offer in found)


_ALSO_VERBS = frozenset("help aid support training fund supplies supply".split())
_BEFORE_VERBS = frozenset("to will would can could may might must should and we they not".split())


def _of_told(view: View, at: int) -> bool:
    """ "of them", "of its own": what is counted was told before."""
    return view.lower(at) in _OF_THEM or view.lower(at + 1) == "own"


def _is_help(view: View, mention: Mention) -> bool:
    """Whether an item word can be help at all: "support" alone is none, and "to help" is a verb."""
    thing = mention.thing
    if not isinstance(thing, Item) or thing.category == "support":
        return False
    if view.text(mention.first, mention.last).lower() == "round" and view.lower(mention.first - 1) == "the":
        return False  # "opened the round": one of pledges or of talks, not of ammunition
    if mention.last - mention.first > 1 or view.lower(mention.first) not in _ALSO_VERBS:
        return True
    noun = view.lower(mention.first) == "training" and view.lower(mention.last) in ("", ".", ",", "for")
    return noun or view.lower(mention.first - 1) not in _BEFORE_VERBS


def _item(view: View, item: Mention, rest: list[Mention]) -> tuple[Offer, int]:
    """An item, with the count before it and the worth behind it."""
    offer = Offer(item.first, item.last, item.first, item=item, words=view.text(item.first, item.last))
    count = _count(view, item.first)
    if count is not None and (named := _counted_so(view, item, count)) is not None:
        offer = replace(offer, item=named, words=view.text(named.first, named.last))
    part = _part(view, count)
    if part is not None:
        offer = replace(offer, first=part.first, anchor=part.first, quantity=part, whole=count)
    elif count is not None:
        offer = replace(offer, first=count.first, anchor=count.first, quantity=count)
    elif _single(view, item):
        offer = replace(offer, first=item.first - 1, anchor=item.first - 1, single=1)
    if rest and isinstance(rest[0].thing, Money) and _is_worth(view, item.last, rest[0].first):
        offer = replace(offer, last=rest[0].last, money=rest[0])
        if rest[1:] and isinstance(rest[1].thing, Item) and _is_purpose(view, offer.last, rest[1].first):
            return replace(offer, last=rest[1].last, words=view.text(item.first, rest[1].last)), 2
        return offer, 1
    return offer, 0


_GENERIC = frozenset("vehicles systems units pieces machines aircraft".split())
_COMES = (("came", "to"), ("comes", "to"), ("amounts", "to"), ("amounted", "to"), ("runs", "to"), ("ran", "to"))


def _counted_so(view: View, item: Mention, count: Mention) -> Mention | None:
    """ "the offer of howitzers came to 14 vehicles": what is counted is the thing told before the verb."""
    words = (view.lower(count.first - 2), view.lower(count.first - 1))
    if view.lower(item.last - 1) not in _GENERIC or item.last - item.first > 1 or words not in _COMES:
        return None
    before = [m for m in view.sentence.mentions if isinstance(m.thing, Item) and m.last <= count.first - 2]
    return before[-1] if before else None


def _is_purpose(view: View, first: int, last: int) -> bool:
    gap = [view.lower(i) for i in range(first, last)]
    return 0 < len(gap) <= 3 and gap[0] in ("for", "in", "towards", "as") and not any(w in (",", "and") for w in gap)


def _sum(view: View, money: Mention, rest: list[Mention]) -> tuple[Offer, int]:
    """A sum, with the item or purpose it is for."""
    offer = Offer(money.first, money.last, money.first, money=money)
    if rest and isinstance(rest[0].thing, Item) and _opens(view, money.last, rest[0].first):
        item, used = rest[0], 1
        counted = view.at.get(item.first - 1)
        if counted is not None and isinstance(counted.thing, Quantity):
            return offer, 0
        last = item.last
        if view.lower(money.last) in ("in", "of", "worth"):
            for other in rest[1:]:
                if not isinstance(other.thing, Item) or not _listed(view, last, other.first):
                    break
                last, used = other.last, used + 1
        return replace(offer, last=last, item=item, words=view.text(item.first, last)), used
    if view.lower(money.last) in ("for", "in", "to", "towards") and view.lower(money.last) != "to":
        stop = _purpose_end(view, money.last + 1)
        if _is_party(view, money.last + 1):
            return offer, 0  # "61 billion for Chad on Saturday": for whom, not for what
        if stop > money.last + 1:
            return replace(offer, last=stop, words=_purpose(view, money.last + 1, stop)), 0
    return offer, 0


def _count(view: View, first: int) -> Mention | None:
    """The count right before an item, past a few plain words ("14 of the", "two more")."""
    at = first - 1
    while at >= 0 and first - at <= 4 and (_is_demonym(view, at) or (view.lower(at) in _FILL and at not in view.at)):
        at -= 1
    mention = view.at.get(_before_owner(view, at))
    return mention if mention is not None and isinstance(mention.thing, Quantity) else None


def _before_owner(view: View, at: int) -> int:
    """Past "of Peru's": the count of "four of Peru's jets" stands before the owner."""
    owner = view.at.get(at - 1)
    if view.lower(at) not in ("'s", "'") or owner is None or not isinstance(owner.thing, Party):
        return at
    before = owner.first - 1 - (view.lower(owner.first - 1) == "the")
    return before - 1 if view.lower(before) == "of" else at


def _is_demonym(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Party) and mention.thing.named_by == "demonym"


_BEFORE_WHOLE = frozenset("the its their his those these a promised planned total".split())


def _part(view: View, count: Mention | None) -> Mention | None:
    """The count that is only part of another: "the first four" of "the first four of its 13 jets"."""
    if count is None:
        return None
    at = count.first - 1
    while at >= 0 and view.lower(at) in _BEFORE_WHOLE:
        at -= 1
    if view.lower(at) != "of":
        return None
    part = view.at.get(at - 1)
    return part if part is not None and isinstance(part.thing, Quantity) else None


_MASS = frozenset("equipment ammunition weaponry artillery training package".split())


def _single(view: View, item: Mention) -> bool:
    thing = item.thing
    if not isinstance(thing, Item) or view.lower(item.first - 1) not in _COUNTED or thing.category in _UNCOUNTED:
        return False
    if view.lower(item.first - 2) == "of" and view.lower(item.first - 3) in ("part", "parts", "components", "elements"):
        return False
    head = view.lower(item.last - 1)
    return not head.endswith("s") and head not in _MASS


def _is_worth(view: View, first: int, last: int) -> bool:
    gap = [view.lower(i) for i in range(first, last)]
    return 0 < len(gap) <= 4 and all(w in _WORTH for w in gap) and gap != ["to"] and gap != ["("]


def _opens(view: View, first: int, last: int) -> bool:
    gap = _without_brackets([view.lower(i) for i in range(first, last)])
    if len(gap) > 4 or any(i in view.at for i in range(last - len(gap), last)):
        return False
    return not gap or (gap[0] in _OPENING and all(w in _OPENED for w in gap))


def _without_brackets(words: list[str]) -> list[str]:
    """The words without a bracketed conversion at their start: "( £ 49bn ) support package"."""
    if words[:1] == ["("] and ")" in words:
        return words[words.index(")") + 1 :]
    return words


def _listed(view: View, first: int, last: int) -> bool:
    gap = [view.lower(i) for i in range(first, last)]
    return 0 < len(gap) <= 3 and all(w in _LIST for w in gap)


def _is_party(view: View, at: int) -> bool:
    at += view.lower(at) == "the"
    thing = view.at[at].thing if at in view.at else None
    return isinstance(thing, Party) and thing.kind == "state" and view.lower(view.at[at].last) not in ("'s", "'")


def _purpose_end(view: View, start: int) -> int:
    at = start
    while at < len(view.sentence.tokens) and at - start < 9 and view.lower(at) not in _PURPOSE_ENDS:
        if at in view.at and isinstance(view.at[at].thing, Money | Quantity):
            break
        at += 1
    return at


def _purpose(view: View, first: int, last: int) -> str:
    while first < last and view.lower(first) in ("the", "a", "an", "its", "their"):
        first += 1
    return view.text(first, last)

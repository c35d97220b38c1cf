"""Joins the words of one thing: neighbouring item words, their modifiers, what is counted in sets and what it is for.

"refurbished Leopard 2 battle tanks" is one item; so are "rounds of artillery ammunition", "spare parts for MiG-29s" and
"security, economic and humanitarian assistance". "weapons, ammunition and training" are three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wireledger.annotate.fought import fights, fought
from wireledger.annotate.modifiers import is_adjective, is_modifier, may_join
from wireledger.lexicon.equipment import categories
from wireledger.model import Item, Mention, Token

_CONTAINERS = frozenset(
    "round rounds piece pieces ton tons tonne tonnes unit units battery batteries set sets package packages"
    " tranche batch batches load loads container containers truckload stock stocks number supply supplies"
    " consignment type types form forms crates variety range array box boxes squadron squadrons battalion"
    " battalions brigade pair pairs litres liters launcher launchers item items quantity quantities amount volume"
    " fleet shipment shipments".split()
)
# What a thing is counted in, though no thing itself: "30 tonnes of medicine", "other forms of assistance".
_MEASURES = frozenset(
    "ton tons tonne tonnes unit units set sets piece pieces pallet pallets crate crates box boxes container containers"
    " truckload truckloads lorryload lorryloads planeload planeloads litre litres liter liters pair pairs form forms"
    " batch batches round rounds kit kits dose doses item items bottle"
    " bottles bag bags sack sacks barrel barrels wagon wagons trainload trainloads kilogram kilograms kilo kilos"
    " parcel parcels can cans battery batteries squadron squadrons battalion battalions".split()
)
_METRIC = frozenset(("metric", "short", "long", "large", "small", "first", "full", "cubic"))
_FORMATIONS = frozenset("battery batteries unit units set sets squadron squadrons".split())
_KINDS = frozenset("type types class kind kinds model models make variant version".split())
_NO_PURPOSE = frozenset(("aid", "financial-aid", "loan", "grant"))
_SOME = frozenset("some of the all their these those our its".split())
_QUOTES = frozenset(('"', "'"))
_JOINTS = frozenset(("and", "or", ",", "&"))
_LONGEST = 6
_LONGEST_LIST = 10


Taken = Mapping[int, Mention]
"""The mentions of other things, by each of their tokens."""


def join_phrases(words: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence with every item grown to its whole phrase."""
    items = [m for m in mentions if isinstance(m.thing, Item)]
    if not items:
        return list(mentions)
    rest = [m for m in mentions if not isinstance(m.thing, Item)]
    taken = {i: m for m in rest for i in range(m.first, m.last)}
    grown: list[Mention] = []
    position = 0
    while position < len(items):
        run = [items[position]]
        while position + 1 < len(items) and _touches(words, run[-1], items[position + 1], taken):
            position += 1
            run.append(items[position])
        grown.append(_grow(words, run, grown[-1].last if grown else 0, taken))
        position += 1
    return sorted([*rest, *_with_purposes(words, grown, taken)], key=lambda m: m.first)


def _touches(words: Sequence[Token], one: Mention, other: Mention, taken: Taken) -> bool:
    """Whether two item words belong to one noun phrase: side by side, in a bracketed alias, or one plain word apart."""
    gap = range(one.last, other.first)
    if not gap:
        return True
    if any(i in taken for i in gap):
        return False
    if len(gap) == 1:
        word = words[one.last]
        if word.text in _QUOTES:
            return one.first > 0 and words[one.first - 1].text == word.text
        return word.text in ("(", "/", "-") or may_join(words, one.last)
    return False


def _grow(words: Sequence[Token], run: list[Mention], left_end: int, taken: Taken) -> Mention:
    first, last = run[0].first, run[-1].last
    if last < len(words) and words[last].text == ")" and any(words[i].text == "(" for i in range(first, last)):
        last += 1
    elif _is_acronym(words, first, last):
        last += 3
    elif last < len(words) and words[last].lower in _FORMATIONS and _has_model(run[-1]):
        last += 1
    start = _left(words, run[0], left_end, taken)
    if start > left_end and words[start - 1].text in _QUOTES and any(w.text in _QUOTES for w in words[start:last]):
        start -= start - 1 not in taken
    item = _one(" ".join(w.text for w in words[start:last]), [m.thing for m in run if isinstance(m.thing, Item)])
    if is_adjective(words[first]) and any(w.lower in _JOINTS for w in words[start:first]):
        item = replace(item, category=categories()[item.category].parent or item.category)
    return Mention(_with_measure(words, start, left_end, taken), last, item)


def _has_model(mention: Mention) -> bool:
    return isinstance(mention.thing, Item) and mention.thing.model is not None


def _is_acronym(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether brackets behind a thing hold its initials: "multi-donor trust fund (MDTF)"."""
    if last + 2 >= len(words) or words[last].text != "(" or words[last + 2].text != ")":
        return False
    letters = words[last + 1].text.rstrip("s")
    initials = iter(
        "".join(part[0] for w in words[max(0, first - 3) : last] for part in w.text.upper().split("-") if part)
    )
    return len(letters) > 1 and letters.isupper() and all(letter in initials for letter in letters)


def _with_measure(words: Sequence[Token], start: int, end: int, taken: Taken) -> int:
    """Where a phrase begins with what its thing is counted in: "tonnes of", "metric tons of", "pieces of"."""
    at = start - 2
    if (
        at < end
        or words[start - 1].lower != "of"
        or words[at].lower not in _MEASURES
        or at in taken
        or start - 1 in taken
    ):
        return start
    return at - 1 if at - 1 >= end and words[at - 1].lower in _METRIC and at - 1 not in taken else at


def _one(text: str, items: list[Item]) -> Item:
    """What several item words in a row mean together: the last word's category, the last model named."""
    model = next((i for i in reversed(items) if i.model), None)
    head = items[-1]
    vague = head.category in ("other", "aid", "vehicle", "equipment", "military-equipment")
    category = model.category if model and (vague or head.model or model is head) else head.category
    if model and head is not model and not head.model and head.category.endswith("ammunition"):
        category = head.category
    strong = any(i.strength == "strong" for i in items)
    return Item(text, category, model.model if model else None, "strong" if strong else "weak")


def _left(words: Sequence[Token], item: Mention, end: int, taken: Taken) -> int:
    """Where the phrase of an item begins: over its modifiers, and over adjectives that share its head."""
    start = first = item.first
    if start > end and words[start - 1].text in _QUOTES and item.last < len(words) and words[item.last].text in _QUOTES:
        start = _past_quote(words, start, end, taken)
    shares = item.last - first > 1
    while start > end and first - start < _LONGEST and start - 1 not in taken:
        before = words[start - 1]
        if is_modifier(words, start - 1, taken):
            start -= 1
        elif before.lower in _JOINTS and is_adjective(words[start]) and (shares or start < first):
            at = _listed(words, start, (end, first), taken)
            if at == start:
                break
            start = at
        elif before.lower in ("and", "or") and _counted_pair(words, start - 2, taken):
            start -= 2
        else:
            break
    return start


def _past_quote(words: Sequence[Token], start: int, end: int, taken: Taken) -> int:
    """'protected mobility "Husky" vehicles': the words before a quoted name belong to what stands behind it."""
    at = start - 1
    while at > end and at - 1 not in taken and is_modifier(words, at - 1, taken):
        at -= 1
    return at if at < start - 1 else start


def _listed(words: Sequence[Token], start: int, edges: tuple[int, int], taken: Taken) -> int:
    """Where a list of adjectives that ends at `start` begins: "security, economic and humanitarian"."""
    end, first = edges
    while first - start < _LONGEST_LIST:
        joint = start - 1
        at = joint - 1
        if at > end and words[at].text == "," and words[joint].lower in _JOINTS:
            at -= 1
        if joint <= end or words[joint].lower not in _JOINTS or at < end or at in taken:
            break
        if not is_adjective(words[at]) or (words[at].text[0].isupper() and "-" in words[at].text):
            break
        start = at
        while (
            start - 1 >= end
            and start - 1 not in taken
            and words[start - 1].lower in _PAIRED.get(words[start].lower, ())
        ):
            start -= 1
    return start


# "human rights" is one adjective of two words.
_PAIRED = {"rights": ("human",)}


def _counted_pair(words: Sequence[Token], at: int, taken: Taken) -> bool:
    """ "1,600 strike and air defence missiles": one plain word between a count and the "and" shares the head."""
    counted = at - 1 in taken and words[at - 1].lower[0].isalnum()
    return at > 0 and at not in taken and is_modifier(words, at) and counted


def _with_purposes(words: Sequence[Token], items: list[Mention], taken: Taken) -> list[Mention]:
    """Takes in "of" behind a container and "for" before another item: its contents, its purpose.

    What is fought stays only as the purpose of what fights it: "technology to counter drones".
    """
    joined: list[Mention] = []
    kept_out = fought(words, items, taken)
    for mention in items:
        is_fought = mention.first in kept_out
        if joined and (fights if is_fought else _belongs)(words, joined[-1], mention, taken):
            joined[-1] = _joined(words, joined[-1], mention)
        elif not is_fought:
            joined.append(mention)
    return joined


def _belongs(words: Sequence[Token], one: Mention, other: Mention, taken: Taken) -> bool:
    gap = words[one.last : other.first]
    if not gap or len(gap) > 5 or any(i in taken for i in range(one.last, other.first)):
        return False
    link = gap[0].lower
    if any(w.text in (",", ";", "(", ")", '"') or w.lower in ("and", "or") for w in gap):
        return False
    assert isinstance(one.thing, Item)
    assert isinstance(other.thing, Item)
    if link == "of":
        behind = words[other.last].lower if other.last < len(words) else ""
        named = other.thing.model is not None and (gap[-1].lower in _KINDS or behind in _KINDS)
        return (
            named or (words[one.last - 1].lower in _CONTAINERS and len(gap) <= 4) or _is_trained(one.thing, other.thing)
        )
    if link != "for" or one.thing.category in _NO_PURPOSE:
        return False
    return sum(w.lower not in _SOME for w in gap) <= 3


def _is_trained(one: Item, other: Item) -> bool:
    """ "training of recruits"."""
    return one.category == "training" and other.category == "personnel"


def _joined(words: Sequence[Token], one: Mention, other: Mention) -> Mention:
    text = " ".join(w.text for w in words[one.first : other.last])
    assert isinstance(one.thing, Item)
    assert isinstance(other.thing, Item)
    contents = words[one.last].lower == "of" and not _is_trained(one.thing, other.thing)
    meant = other.thing if contents else one.thing
    return Mention(one.first, other.last, Item(text, meant.category, meant.model, meant.strength))

"""Joins the words of one thing: neighbouring item words, their modifiers, what is counted in sets and what it is for.

"refurbished Leopard 2 battle tanks" is one item; so are "rounds of artillery ammunition", "spare parts for MiG-29s" and
"security, economic and humanitarian assistance". "weapons, ammunition and training" are three.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wireledger.lexicon.equipment import categories
from wireledger.lexicon.verbs import verb_forms
from wireledger.model import Item, Mention, Token

_STOPS = frozenset(
    "the a an its their his her our my your this that these those some any each every all both no such more"
    " further additional other another new first second third next last latest previous and or but nor of in on at"
    " to for from with by as into about over under than through during since until after before between among"
    " including like is are was were be been being has have had will would can could may might must should shall"
    " do does did not n't it he she they we i you who which what when where while if because also only even still"
    " already now then there here how so too very just own same said says say told would-be via per versus against"
    " amid along off out up down whether plus worth called known former ago".split()
)
_CONTAINERS = frozenset(
    "round rounds piece pieces ton tons tonne tonnes unit units battery batteries set sets package packages"
    " tranche batch batches load loads container containers truckload stock stocks number supply supplies"
    " consignment type types form forms crates variety range array box boxes squadron squadrons battalion"
    " battalions brigade pair pairs litres liters launcher launchers item items quantity quantities amount volume"
    " fleet shipment shipments".split()
)
_ADJECTIVES = frozenset(
    "military security defence defense economic financial humanitarian technical development diplomatic lethal"
    " non-lethal nonlethal medical budgetary political material logistical macro-financial civilian anti-tank"
    " anti-aircraft anti-air anti-ship anti-armour anti-armor surface-to-air ground-based short-range medium-range"
    " long-range fiscal social energy unmanned armed unarmed aerial ground food health tactical protective cyber"
    " emergency reconstruction light heavy small large concessional bilateral multilateral democracy".split()
)
_ING = frozenset(
    "remaining existing ageing aging training fighting clearing refuelling refueling demining ongoing raiding"
    " jamming landing operating funding financing lending firing mine-clearing loitering bridging engineering"
    " targeting life-saving armoured leading missing rolling outgoing recovering working".split()
)
_PLURALS = frozenset(
    "arms weapons systems logistics communications rights goods forces series electronics optics explosives gas"
    " less various precious serious dangerous previous wireless munitions rockets missiles operations services".split()
)
_NOUNS = frozenset(("train", "fund", "cover", "arm", "set"))  # though verbs of giving too
_JOINTS = frozenset(("and", "or", ",", "&"))
_LONGEST = 6


def join_phrases(words: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence with every item grown to its whole phrase."""
    taken = {i for m in mentions if not isinstance(m.thing, Item) for i in range(m.first, m.last)}
    items = [m for m in mentions if isinstance(m.thing, Item)]
    grown: list[Mention] = []
    position = 0
    while position < len(items):
        run = [items[position]]
        while position + 1 < len(items) and _touches(words, run[-1], items[position + 1], taken):
            position += 1
            run.append(items[position])
        grown.append(_grow(words, run, grown[-1].last if grown else 0, taken))
        position += 1
    rest = [m for m in mentions if not isinstance(m.thing, Item)]
    return sorted([*rest, *_with_purposes(words, grown, taken)], key=lambda m: m.first)


def _touches(words: Sequence[Token], one: Mention, other: Mention, taken: set[int]) -> bool:
    """Whether two item words belong to one noun phrase: side by side, in a bracketed alias, or one plain word apart."""
    gap = range(one.last, other.first)
    if not gap:
        return True
    if any(i in taken for i in gap):
        return False
    if len(gap) == 1:
        word = words[one.last]
        return word.text in ("(", "/", "-") or (_is_modifier(words, one.last) and word.lower not in _STOPS)
    return False


def _grow(words: Sequence[Token], run: list[Mention], left_end: int, taken: set[int]) -> Mention:
    first, last = run[0].first, run[-1].last
    if last < len(words) and words[last].text == ")" and any(words[i].text == "(" for i in range(first, last)):
        last += 1
    start = _left(words, run[0], left_end, taken)
    item = _one(" ".join(w.text for w in words[start:last]), [m.thing for m in run if isinstance(m.thing, Item)])
    if words[first].lower in _ADJECTIVES and any(w.lower in _JOINTS for w in words[start:first]):
        item = replace(item, category=categories()[item.category].parent or item.category)
    return Mention(start, last, item)


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


def _left(words: Sequence[Token], item: Mention, end: int, taken: set[int]) -> int:
    """Where the phrase of an item begins: over its modifiers, and over adjectives that share its head."""
    start = first = item.first
    shares = item.last - first > 1
    while start > end and first - start < _LONGEST and start - 1 not in taken:
        before = words[start - 1]
        if _is_modifier(words, start - 1):
            start -= 1
        elif before.lower in _JOINTS and words[start].lower in _ADJECTIVES and (shares or start < first):
            at = start - 2 if before.lower == "," or words[start - 2].text != "," else start - 3
            if at < end or words[at].lower not in _ADJECTIVES or at in taken:
                break
            start = at
        elif before.lower in ("and", "or") and _counted_pair(words, start - 2, taken):
            start -= 2
        else:
            break
    return start


def _counted_pair(words: Sequence[Token], at: int, taken: set[int]) -> bool:
    """ "1,600 strike and air defence missiles": one plain word between a count and the "and" shares the head."""
    counted = at - 1 in taken and words[at - 1].lower[0].isalnum()
    return at > 0 and at not in taken and _is_modifier(words, at) and counted


def _is_modifier(words: Sequence[Token], at: int) -> bool:
    """Whether a word in front of an item's head can belong to its phrase: no function word, verb, adverb or plural."""
    word = words[at]
    lower = word.lower
    if lower in _STOPS or not lower[0].isalnum() or lower.endswith("ly"):
        return False
    if "-" in lower:
        return True
    if lower[0].isdigit() or len(lower) == 1 or "'" in lower or (lower in verb_forms() and lower not in _NOUNS):
        return False
    if lower.endswith("ing"):
        return lower in _ING
    return not lower.endswith("s") or lower in _PLURALS or not word.text[0].islower()


def _with_purposes(words: Sequence[Token], items: list[Mention], taken: set[int]) -> list[Mention]:
    """Takes in "of" behind a container and "for" before another item: its contents, its purpose."""
    joined: list[Mention] = []
    for mention in items:
        if joined and _belongs(words, joined[-1], mention, taken):
            joined[-1] = _joined(words, joined[-1], mention)
        else:
            joined.append(mention)
    return joined


def _belongs(words: Sequence[Token], one: Mention, other: Mention, taken: set[int]) -> bool:
    gap = words[one.last : other.first]
    if not gap or len(gap) > 4 or any(i in taken for i in range(one.last, other.first)):
        return False
    link = gap[0].lower
    if any(w.text in (",", ";", "(", ")", '"') for w in gap) or any(w.lower in ("and", "or") for w in gap):
        return False
    if link == "of":
        return words[one.last - 1].lower in _CONTAINERS
    military = isinstance(one.thing, Item) and one.thing.category not in ("aid", "financial-aid", "loan", "grant")
    return link == "for" and military and len(gap) <= 3


def _joined(words: Sequence[Token], one: Mention, other: Mention) -> Mention:
    text = " ".join(w.text for w in words[one.first : other.last])
    assert isinstance(one.thing, Item)
    assert isinstance(other.thing, Item)
    contents = words[one.last].lower == "of"
    meant = other.thing if contents else one.thing
    return Mention(one.first, other.last, Item(text, meant.category, meant.model, meant.strength))

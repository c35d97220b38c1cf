"""Finds known words for things that can be given: models of equipment, and generic words for help.

Each hit is one surface; `phrases` joins neighbours ("Leopard 2" + "main battle tanks") and takes in their modifiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from wireledger.annotate.gazetteer import Gazetteer
from wireledger.lexicon.equipment import help_words, models
from wireledger.model import Item, Mention, Token

_ALSO_VERBS = frozenset(
    "help support fund train loan grant ship shell bomb mine fuel shelter supply aid arm repair bridge guarantee credit"
    " transfer package gear house water rescue defend equip".split()
)
_ALSO_THIRD = frozenset(
    "helps supports supplies funds trains arms aids fuels ships grants loans shells bombs mines credits shelters"
    " repairs guarantees bridges transfers packages houses".split()
)
# Behind a word for help they make it something else: "arms makers", "food prices", "missile strikes".
_OTHER_HEADS = frozenset(
    "maker makers manufacturer manufacturers producer producers exporter exporters dealer dealers trader traders"
    " industry industries company companies firm firms factory factories embargo race attack attacks strike strikes"
    " barrage barrages price prices crisis crises shortage shortages insecurity security market markets depot depots"
    " agency agencies worker workers organisation organisations organization organizations coordination official"
    " officials minister ministry tax taxes consumption demand crash sanctions control controls treaty smuggling"
    " trafficking threat threats launch launches test tests warfare wars lobby lobbyist convention supplier suppliers"
    " industrialist group groups".split()
)
# Pairs that are no help: "a sanctions package", "security guarantees".
_OTHER_PAIRS = {
    "package": frozenset("sanctions sanction tariff tax reform legislative policy".split()),
    "packages": frozenset("sanctions sanction tariff tax reform legislative policy".split()),
    "guarantee": frozenset(("security",)),
    "guarantees": frozenset(("security",)),
}
_MODALS = frozenset(
    "will would can could may might must should shall cannot not n't we they i you largely please let".split()
)
_LINKS = frozenset(("and", "or", ",", "also", "further", "then"))
_HELPING = frozenset(("help", "helps", "helped", "helping", "let", "make", "made"))
_SUBJECTS = frozenset(("it", "he", "she", "who", "which", "that"))
_BEHIND_NOUNS = frozenset(
    '. , ; : ) of for from to and or in by with is was were are has have had will would could " — – ? ! - on at'
    " worth package packages".split()
)
_BEHIND_VERBS = frozenset(
    "a an the its their his her our my your this these those it them us him me you more new all some each every".split()
)


def find_items(words: Sequence[Token]) -> list[Mention]:
    """The known words for help of one sentence in order of place."""
    cased, loose, first_words = _gazetteers()
    found: list[Mention] = []
    after = 0
    for at in [i for i, word in enumerate(words) if word.lower in first_words]:
        if at < after:
            continue
        hit = loose.match(words, at)
        other = cased.match(words, at)
        if hit is None or (other is not None and other.last >= hit.last):
            hit = other
        if hit is not None and not (hit.last == at + 1 and _is_no_thing(words, at, hit.value)):
            found.append(Mention(at, hit.last, hit.value))
            after = hit.last
    return found


def _is_no_thing(words: Sequence[Token], at: int, item: Item) -> bool:
    """Whether one word is a verb ("to help them"), a title ("Security Adviser") or tells of another ("arms makers")."""
    lower = words[at].lower
    if at + 1 < len(words) and words[at + 1].lower in _OTHER_HEADS:
        return True
    if at and words[at - 1].lower in _OTHER_PAIRS.get(lower, ()):
        return True
    if lower in _ALSO_VERBS or lower in _ALSO_THIRD:
        return _is_verb(words, at, lower)
    return item.category == "personnel" and at > 0 and words[at].text.istitle() and words[at - 1].text[0].isupper()


def _is_verb(words: Sequence[Token], at: int, lower: str) -> bool:
    before = words[at - 1] if at else None
    behind = words[at + 1] if at + 1 < len(words) else None
    if before is None or behind is None:
        return False
    governs = behind.lower in _BEHIND_VERBS or behind.text[0].isupper() or behind.text[0].isdigit()
    if lower in _ALSO_THIRD:
        return governs and (before.lower in _SUBJECTS or before.text[0].isupper())
    if before.lower == "to":
        return lower == "help" or behind.lower not in _BEHIND_NOUNS
    if behind.lower in _BEHIND_VERBS and (before.lower in _LINKS or _is_helped(words, at)):
        return True  # "and support the army", "to help Kyiv repair its grid"
    return before.lower in _MODALS or (governs and before.lower in _SUBJECTS)


def _is_helped(words: Sequence[Token], at: int) -> bool:
    return words[at - 1].text[0].isupper() and any(w.lower in _HELPING for w in words[max(0, at - 4) : at - 1])


@cache
def _gazetteers() -> tuple[Gazetteer[Item], Gazetteer[Item], frozenset[str]]:
    surfaces = [*_models(), *_help()]
    cased = Gazetteer((text, item) for text, is_cased, item in surfaces if is_cased)
    loose = Gazetteer(((text, item) for text, is_cased, item in surfaces if not is_cased), any_case=True)
    return cased, loose, cased.first_words() | loose.first_words()


def _models() -> Iterator[tuple[str, bool, Item]]:
    for model in models().values():
        for name in model.names():
            yield name.text, name.cased, Item(model.name, model.category, model.slug, name.strength)


def _help() -> Iterator[tuple[str, bool, Item]]:
    for word in help_words().values():
        item = Item(word.surface, word.category, None, word.strength)
        for name in word.names():
            yield name.text, name.cased, item

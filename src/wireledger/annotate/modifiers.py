"""Tells which words in front of a thing belong to its name: "modern", "anti-tank", "life-saving", but no verb.

"refurbished" and "Western" are part of "refurbished Western tanks"; "use", "disrupt" and "criticised" never are.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from wireledger.lexicon.verbs import verb_forms
from wireledger.model import Token

_STOPS = frozenset(
    "the a an its their his her our my your this that these those some any each every all both no such more most"
    " further additional other another new first second third fourth fifth next last latest previous and or but nor of"
    " in on at to for from with by as into about over under than through during since until after before between among"
    " including like is are was were be been being has have had will would can could may might must should shall do"
    " does did not n't it he she they we i you who which what when where while if because also only even still already"
    " now then there here how so too very just own same said says say told would-be via per versus against amid along"
    " off out up down whether plus worth called known former ago enough much many whose whom once although though"
    " unless despite without within near beyond toward towards upon onto across around yet either neither rather"
    " instead therefore thus hence why again soon later today yesterday tomorrow tonight back away me him them us let"
    " none cannot ever largest biggest greatest single rest type types kind kinds thousand million billion hundred"
    " dozen percent extra fresh apparently perhaps maybe behind inside outside throughout aside".split()
)
_ADJECTIVES = frozenset(
    "military security defence defense economic financial humanitarian technical development diplomatic lethal"
    " non-lethal nonlethal medical budgetary political material logistical macro-financial civilian anti-tank"
    " anti-aircraft anti-air anti-ship anti-armour anti-armor surface-to-air ground-based short-range medium-range"
    " long-range fiscal social energy unmanned armed unarmed aerial ground food health tactical protective cyber"
    " emergency reconstruction light heavy small large concessional bilateral multilateral democracy naval maritime"
    " coastal armoured armored mechanised mechanized air-to-air air-to-ground anti-radiation anti-personnel"
    " anti-vehicle ballistic portable mobile towed self-propelled wheeled tracked manned crewed uncrewed winter"
    " budget human rights governance agricultural environmental educational medium".split()
)
_ING = frozenset(
    "remaining existing ageing aging training fighting clearing refuelling refueling demining ongoing raiding jamming"
    " landing operating funding financing lending firing mine-clearing loitering bridging engineering targeting life-"
    " saving armoured leading missing rolling outgoing recovering working diving building sewing lifting loading"
    " heating cooking camping mining minesweeping towing welding printing computing mapping tracking monitoring"
    " screening scanning drilling breathing hunting warning sleeping cutting floating patrolling parachuting washing"
    " lighting cooling pumping hauling digging launching handling processing sensing ranging early-warning".split()
)
_PLURALS = frozenset(
    "arms weapons systems logistics communications rights goods forces series electronics optics explosives gas"
    " less various precious serious dangerous previous wireless munitions rockets missiles operations services surplus"
    " avionics ballistics ceramics robotics".split()
)
_NOUNS = frozenset(("train", "fund", "cover", "arm", "set", "part"))  # though verbs of giving too
# Verbs whatever stands before them.
_ACTIONS = frozenset(
    "reduce find ensure allow produce earn keep kept expect intensify pursue unlock transform avoid remove achieve"
    " collect conduct resume tackle streamline accumulate eat see disrupt bring brought build buy bought seek sought"
    " restore strengthen improve criticise criticize praise welcome tell ask demand destroy capture lose lost maintain"
    " enhance protect defend defeat oppose prevent avert restrict ban permit enable let make made take took get got"
    " become became remain include involve operate install sustain strip divert diversify develop manufacture"
    " modernise modernize refurbish replenish replace rebuild reconstruct stabilise stabilize coordinate oversee"
    " administer manage ran hid steal stole seize carry carried load unload throw threw drop shoot meet met hold held"
    " leave show showed give gave put helps helped begin began start stop finish raise lower use want require move"
    " expressed reaffirmed rushed headlined criticised criticized disrupted worsened drove drive flew saw struck"
    " fought won led came went knew grew drew broke chose fell felt heard laid rode sank stood swore taught thought"
    " wore wrote downed counts spoke understood watch watched follow followed visit visited tour inspect inspected"
    " test-fired detect intercept intercepted repel repelled neutralise neutralize detects".split()
)
# Verbs only behind "to", "will", "has" or whoever does it; else names of things and their traits.
_PERHAPS = frozenset(
    "support transport export import repair target test fuel fly process store power share match close secure scale"
    " finance access advance end cut strike attack counter need hail help cover bomb mine ship move store".split()
)
_BEFORE_VERBS = frozenset(
    "to will would can could may might must should shall cannot not n't help helps helped helping let lets they we he"
    " she it who i you please that which".split()
)
_BEFORE_PAST = frozenset("has have had having they we he she it who that which i you also not n't never".split())
_SIZES = frozenset("2d 3d 4d 4x2 4x4 6x6 8x6 8x8 10x10 5g 4g".split())
_SMALL_ED = frozenset(("armed", "unmanned", "manned", "uncrewed", "armoured", "armored", "towed", "tracked", "wheeled"))


def is_adjective(word: Token) -> bool:
    """Whether a word can share a head with others: "military, economic and humanitarian aid"."""
    return word.lower in _ADJECTIVES or ("-" in word.lower and word.lower.replace("-", "").isalpha())


def is_modifier(words: Sequence[Token], at: int, named: Container[int] = ()) -> bool:
    """Whether a word before an item's head can belong to it: no function word, verb, adverb or plural.

    `named` are the tokens of other mentions: a past tense behind one is a verb ("Berlin destroyed tanks").
    """
    word = words[at]
    lower = word.lower
    if lower in _STOPS or not lower[0].isalnum() or lower.endswith("ly"):
        return False
    if "-" in lower:
        return any(char.isalpha() for char in lower)
    if lower[0].isdigit():
        return lower in _SIZES
    if len(lower) == 1 or "'" in lower:
        return False
    if _is_verb(lower) and (lower not in _NOUNS or (at and words[at - 1].lower in _BEFORE_VERBS)):
        return False
    if lower in _ACTIONS or _is_verb_here(words, at, named):
        return False
    if lower.endswith("ing"):
        return lower in _ING
    return not lower.endswith("s") or lower in _PLURALS or not word.text[0].islower()


def may_join(words: Sequence[Token], at: int) -> bool:
    """Whether one word between two item words joins them to one phrase: "IRIS-T air missile defence systems".

    A past tense behind several things is theirs: "tanks destroyed vehicles".
    """
    lower = words[at].lower
    several = words[at - 1].text[-1] == "s" and words[at - 1].text.isalpha()
    verbal = several and lower.endswith("ed") and "-" not in lower and lower not in _SMALL_ED
    return is_modifier(words, at) and not verbal and lower not in _PERHAPS


def _is_verb_here(words: Sequence[Token], at: int, named: Container[int]) -> bool:
    lower, before = words[at].lower, words[at - 1].lower if at else ""
    if lower in _PERHAPS:
        return before in _BEFORE_VERBS
    if not lower.endswith("ed") or lower in _SMALL_ED:
        return False
    return before in _BEFORE_PAST or (at - 1 in named and words[at - 1].text[0].isupper())


def _is_verb(lower: str) -> bool:
    """Whether a word alone may be a verb of help; "complete" is one only in "complete training"."""
    forms = verb_forms().get(lower, ())
    return any(len(form.words) == 1 or form.verb.verb_class != "train" for form in forms)

"""The catalogue of equipment: what is a kind of what, how it is written, and that no name means two things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

import pytest

from wireledger.lexicon.equipment import (
    Name,
    categories,
    category_of,
    family_of,
    help_words,
    is_kind_of,
    is_kind_of_category,
    models,
    plural_forms,
)
from wireledger.lexicon.spellings import spellings

ENGLISH = (
    "a act archer as at avenger bison boxer buffalo cheetah claymore cobra cougar coyote dagger eagle eagles "
    "gazelle grad giraffe hammer harm harpoon hawk hellfire husky island jackal javelin jaguar leopard lynx mastiff "
    "mars mirage neptune no paladin patriot puma scalp sentinel senator snatch spike stinger storm sting the tiger "
    "to tomahawk tor tow vampire vector viking warrior warthog wolf zodiac milan dana caesar bradley abrams lancet "
    "barrett taurus "
)


@cache
def names() -> list[tuple[str, Name]]:
    return [(slug, name) for slug, model in models().items() for name in model.names()]


def test_catalogue_is_large_enough_to_be_useful() -> None:
    assert len(models()) >= 500
    assert len(categories()) >= 60
    assert len(help_words()) >= 300


def test_families_exist_and_have_no_circles() -> None:
    for slug in models():
        line = family_of(slug)
        assert line[0] == slug
        assert len(set(line)) == len(line)


def test_categories_are_known_and_have_no_circles() -> None:
    used = {model.category for model in models().values()} | {word.category for word in help_words().values()}
    assert used <= set(categories())
    for slug in categories():
        assert is_kind_of_category(slug, slug)


def test_a_model_and_its_family_are_of_one_category_or_near() -> None:
    apart = {
        (slug, model.family)
        for slug, model in models().items()
        if model.family and category_of(model.family) != model.category and model.category not in NEAR
    }
    assert apart == set()


NEAR = {"anti-ship-missile", "mrap", "recovery-vehicle", "ambulance", "truck", "ifv", "apc"}


def test_slugs_are_slugs_and_makers_are_countries() -> None:
    for slug, model in models().items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
        assert all(re.fullmatch(r"[a-z]{2}", maker) for maker in model.makers)


def test_cased_and_weak_names_are_names_of_their_model() -> None:
    for model in models().values():
        assert model.cased | model.weak <= {model.name, *model.aliases}
        assert not any(name.islower() for name in model.cased)


def test_no_name_belongs_to_two_models() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    exact: defaultdict[str, set[str]] = defaultdict(set)
    for slug, name in names():
        (exact[name.text] if name.cased else owners[name.text.lower()]).add(slug)
    for text, slugs in exact.items():
        owners[text.upper() + " as written"] |= slugs
    assert {text: slugs for text, slugs in owners.items() if len(slugs) > 1} == {}


def test_a_cased_name_is_not_another_models_name_in_any_case() -> None:
    loose = {name.text.lower(): slug for slug, name in names() if not name.cased}
    assert [(n.text, s) for s, n in names() if n.cased and loose.get(n.text.lower(), s) != s] == []


def test_no_name_is_also_a_generic_word() -> None:
    generic = {name.text.lower() for word in help_words().values() for name in word.names()}
    assert [name.text for _, name in names() if name.text.lower() in generic] == []


@pytest.mark.parametrize("word", ENGLISH.split())
def test_ordinary_words_in_lower_case_name_no_model(word: str) -> None:
    assert [slug for slug, name in names() if name.fits(word)] == []


@pytest.mark.parametrize("text", ["at 4", "a 10", "no 1", "200 m2", "m2", "in 3", "g 3", "m 88", "up 4", "us 2", "c4"])
def test_units_and_small_talk_name_no_model(text: str) -> None:
    assert [slug for slug, name in names() if name.fits(text)] == []


KINDS = [
    ("leopard-2a4", "leopard-2", "tank"),
    ("strv-122", "leopard-2", "tank"),
    ("leopard-1a5", "leopard-1", "tank"),
    ("pt-91", "t-72", "tank"),
    ("m777", "155mm-howitzer", "howitzer"),
    ("pzh-2000", "155mm-howitzer", "howitzer"),
    ("mars-ii", "m270", "mlrs"),
    ("iris-t-slm", "iris-t", "air-defence"),
    ("rosomak", "patria-amv", "ifv"),
    ("switchblade-600", "switchblade", "loitering-munition"),
    ("m982-excalibur", "155mm-shell", "artillery-ammunition"),
    ("m978", "hemtt", "truck"),
]


@pytest.mark.parametrize(("model", "family", "category"), KINDS)
def test_kinds(model: str, family: str, category: str) -> None:
    assert is_kind_of(model, family)
    assert not is_kind_of(family, model)
    assert category_of(model) == category


def test_a_leopard_2a4_is_a_tank_and_not_a_leopard_1() -> None:
    assert family_of("leopard-2a4") == ("leopard-2a4", "leopard-2", "leopard")
    assert not is_kind_of("leopard-2a4", "leopard-1")
    assert is_kind_of_category("tank", "vehicle")


def test_a_missile_is_not_the_system_that_fires_it() -> None:
    assert not is_kind_of("patriot-missile", "patriot")
    assert not is_kind_of_category("air-defence-missile", "air-defence")


WRITTEN = {
    "leopard-2a4": ["Leopard 2A4", "Leopard-2A4", "Leopard 2 A4", "Leopard 2A4s", "LEOPARD 2A4"],
    "leopard-2": ["Leopard 2", "Leopard 2s", "Leopard II", "Leopard-2"],
    "strv-122": ["Strv 122", "Stridsvagn 122s"],
    "amx-10rc": ["AMX-10 RC", "AMX 10RC", "AMX-10RC"],
    "pzh-2000": ["PzH 2000", "Panzerhaubitze 2000", "Panzerhaubitze 2000s"],
    "mi-17": ["Mi-17", "Mi-17s", "Mi 17", "Mi17s", "MI-17"],
    "f-16": ["F-16", "F-16s", "F16s", "F-16 fighter jets"],
    "himars": ["HIMARS", "Himars", "High Mobility Artillery Rocket Systems", "HIMARS launchers"],
    "patriot": ["Patriot", "Patriots", "PATRIOT", "Patriot air defense systems", "Patriot air-defence batteries"],
    "samp-t": ["SAMP/T", "SAMP-T", "SAMP/T air defence system"],
    "nasams": ["NASAMS", "National Advanced Surface-to-Air Missile Systems"],
    "155mm-shell": ["155mm shells", "155 mm artillery rounds", "rounds of 155mm ammunition", "155-millimeter shells"],
    "harm": ["HARM", "HARMs", "high-speed anti-radiation missiles", "High-speed Anti-radiation missiles (HARMs)"[:34]],
    "bergepanzer-3": ["Bergepanzer 3", "Büffel", "Buffel"],
    "at4": ["AT4", "AT-4s", "AT4s"],
    "marder": ["Marder", "Marders", "MARDER", "Marder infantry fighting vehicles"],
    "caesar": ["Caesar", "CAESAR", "Caesars", "Caesar howitzers", "CEASAR"],
    "starlink": ["Starlink terminals", "Starlink"],
    "m-atv": ["M-ATV", "M-ATVs"],
    "an-tpq-36": ["AN/TPQ-36", "AN/TPQ-36 counter-battery radars", "AN/TPQ-36 counterbattery radars"],
}


@pytest.mark.parametrize(("slug", "text"), [(slug, text) for slug, texts in WRITTEN.items() for text in texts])
def test_spellings_met_in_the_press(slug: str, text: str) -> None:
    assert {owner for owner, name in names() if name.fits(text)} == {slug}


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Hawk", "weak"),
        ("Hawk batteries", "strong"),
        ("Abrams", "weak"),
        ("Abrams tanks", "strong"),
        ("Javelins", "strong"),
        ("Leopard 2", "strong"),
        ("Avengers", "weak"),
    ],
)
def test_names_that_are_as_often_something_else_are_weak(text: str, strength: str) -> None:
    assert {name.strength for _, name in names() if name.fits(text)} == {strength}


PLURALS = {
    "round of ammunition": "rounds of ammunition",
    "battery": "batteries",
    "patrol boat": "patrol boats",
    "fighter aircraft": "fighter aircraft",
    "landing craft": "landing craft",
    "HIMARS": "HIMARS",
    "F-16": "F-16s",
    "bus": "buses",
    "stretcher for children": "stretchers for children",
    "glass": "glasses",
    "fireman": "firemen",
    "MiG-29": "MiG-29s",
    "missile for Patriot": "missiles for Patriot",
    "Humvee": "Humvees",
    "torch": "torches",
    "binoculars": "binoculars",
}


@pytest.mark.parametrize(("one", "many"), PLURALS.items())
def test_plurals(one: str, many: str) -> None:
    assert plural_forms(one)[0] == many


def test_spellings_start_with_the_name_and_repeat_nothing() -> None:
    for model in models().values():
        found = spellings(model.name)
        assert found[0] == model.name
        assert max(Counter(found).values()) == 1


HELP = {
    "military aid": ("military-aid", "strong"),
    "humanitarian assistance": ("humanitarian-aid", "strong"),
    "macro-financial assistance": ("financial-aid", "strong"),
    "ammunition": ("ammunition", "strong"),
    "body armour": ("protective", "strong"),
    "tank": ("tank", "strong"),
    "equipment": ("equipment", "weak"),
    "generator": ("generator", "weak"),
    "training": ("training", "weak"),
    "loan": ("loan", "weak"),
    "police officer": ("personnel", "weak"),
    "drone": ("drone", "weak"),
    "shell": ("ammunition", "weak"),
    "gas turbine": ("energy", "weak"),
}


@pytest.mark.parametrize(("word", "expected"), HELP.items())
def test_words_for_help(word: str, expected: tuple[str, str]) -> None:
    found = help_words()[word]
    assert (found.category, found.strength) == expected


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("air defense systems", "air-defence"),
        ("air-defence system", "air-defence"),
        ("Armored Personnel Carriers", "apc"),
        ("multiple launch rocket systems", "mlrs"),
        ("antitank weapons", "anti-tank"),
        ("de-mining equipment", "demining"),
        ("gas masks", "cbrn"),
        ("tonnes of food", "food"),
        ("dances", None),
    ],
)
def test_category_of_words(words: str, category: str | None) -> None:
    assert category_of(words) == category


def test_heads_of_categories_are_words_for_help_of_that_category() -> None:
    for slug, category in categories().items():
        assert category.heads
        assert [head for head in category.heads if help_words()[head].category != slug] == []


def test_countable_words_have_a_plural_and_the_others_none() -> None:
    assert [word.surface for word in help_words().values() if word.countable != (word.plural is not None)] == []


def test_units_follow_the_category() -> None:
    units = {category.unit for category in categories().values()}
    assert units <= {"piece", "round", "person", "none"}
    assert categories()["artillery-ammunition"].unit == "round"
    assert categories()["personnel"].unit == "person"

"""The regular ways one name is written: plural, hyphen or space, British or American, "155mm" or "155 millimetre"."""

from __future__ import annotations

import re

_SAME = ("craft", "series", "troops", "personnel", "goods", "arms", "supplies", "hardware", "equipment", "ammunition")
_IRREGULAR = {"man": "men", "foot": "feet", "person": "people", "is": "are"}
_AMERICAN = (
    ("armour", "armor"), ("defence", "defense"), ("calibre", "caliber"), ("metre", "meter"), ("litre", "liter"),
    ("programme", "program"), ("manoeuvre", "maneuver"), ("licence", "license"), ("fibre", "fiber"), ("plough", "plow"),
    ("harbour", "harbor"), ("labour", "labor"), ("isation", "ization"), ("ertiliser", "ertilizer"),
    ("sanitiser", "sanitizer"), ("aeroplane", "airplane"), ("grey", "gray"), ("Grey", "Gray"), ("tons of", "tonnes of"),
    ("ton of", "tonne of"),
)  # fmt: skip
_CLOSED = re.compile(r"\b([Aa]nti|[Cc]ounter|[Dd]e|[Mm]ulti|[Mm]icro|[Pp]re)-(?=[a-z])")
_CALIBRE = re.compile(r"(?<=\d)mm\b")
_MILLIMETRES = (" mm", "-mm", "-millimetre", "-millimeter", " millimetre", " millimeter")
_CODE = re.compile(r"\b([A-Z][A-Za-z]{0,11}?)([- ]?)(\d)")
_WORDS = frozenset(("A", "AT", "AN", "AS", "BY", "I", "IN", "IS", "NO", "OF", "ON", "OR", "TO", "UP", "US", "WE"))
_PREPOSITIONS = frozenset(("of", "for", "to", "from", "in", "on", "with", "by", "at"))


def spellings(name: str) -> tuple[str, ...]:
    """`name` and its regular variants, the name itself first; each once.

    A hyphen may be a space ("air-defence" -> "air defence"), and after anti, counter, de and the like be left out; the
    joint of letters and number in a code may be a hyphen, a space or nothing ("Mi-17" -> "Mi 17", "Mi17").
    """
    found = [name]
    for variants in (_american, _calibres, _codes, _closed, _open, _apostrophes):
        found += [new for old in tuple(found) for new in variants(old)]
    return tuple(dict.fromkeys(found))


def plural_forms(name: str) -> tuple[str, ...]:
    """How more than one of `name` is written, the usual form first; the name itself where it has no other plural.

    The head is the word before the first preposition: "round of ammunition" -> "rounds of ammunition".
    """
    words = name.split(" ")
    head = next((i for i, word in enumerate(words) if word in _PREPOSITIONS and i), len(words)) - 1
    return tuple(" ".join([*words[:head], form, *words[head + 1 :]]) for form in _plural_words(words[head]))


def _plural_words(word: str) -> tuple[str, ...]:
    if word.lower().endswith(_SAME):
        return (word,)
    for one, many in _IRREGULAR.items():
        if word == one or (one == "man" and word.endswith("man") and word.islower()):
            return (word[: -len(one)] + many,)
    if word.endswith("S") or (word.isupper() and word.endswith("X")):
        return (word, word + "es")
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return (word,)
    if word.endswith(("s", "x", "z", "ch", "sh")) and word.islower():
        return (word + "es",)
    if re.search(r"[^aeiou]y$", word) and word.islower():
        return (word[:-1] + "ies",)
    return (word + "s", word + "'s") if re.search(r"\d|[A-Z]$", word) else (word + "s",)


def _american(text: str) -> tuple[str, ...]:
    changed = text
    for british, american in _AMERICAN:
        changed = changed.replace(british, american)
    return (changed,)


def _calibres(text: str) -> tuple[str, ...]:
    if not _CALIBRE.search(text):
        return ()
    return tuple(_CALIBRE.sub(unit, text) for unit in _MILLIMETRES)


def _codes(text: str) -> tuple[str, ...]:
    match = _CODE.search(text)
    if match is None or "/" in match[0]:
        return ()
    joints = ("-", "", " ") if match[1].upper() not in _WORDS else ("-", "")
    if len(match[1]) > 4:
        joints = ("-", " ")
    return tuple(text[: match.end(1)] + joint + text[match.start(3) :] for joint in joints)


def _closed(text: str) -> tuple[str, ...]:
    return (_CLOSED.sub(r"\1", text), text.replace("demining", "de-mining"))


def _open(text: str) -> tuple[str, ...]:
    return (re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text),)


def _apostrophes(text: str) -> tuple[str, ...]:
    return (text.replace("'", "’"),)

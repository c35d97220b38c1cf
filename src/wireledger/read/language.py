"""Which language a text is in, when its source does not say."""

from __future__ import annotations

from resiliparse.parse.lang import detect_fast

_SHORT = 300
_SURE = 900
_NO_NEWS = frozenset(("unknown", "la", "vo", "ia", "ie", "eo"))  # names and loan words, not reports


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None when the text is short or the guess is not sure."""
    if len(text) < _SHORT:
        return None
    code, distance = detect_fast(text[:4000])
    return str(code) if distance <= _SURE and code not in _NO_NEWS else None


def is_english(code: str) -> bool:
    """Whether a language code ("en", "en-GB", "English") is English."""
    return code.casefold().startswith(("en-", "en_", "english")) or code.casefold() == "en"

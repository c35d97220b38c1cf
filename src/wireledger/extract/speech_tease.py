"""Tells the lines of a page that only point at other reports: what is said in them is no part of this one."""

from __future__ import annotations

from wireledger.extract.view import View

_LEAST = 4


def is_tease(view: View) -> bool:
    """Whether a sentence is written in capitals throughout: a headline set between the paragraphs."""
    seen = 0
    for token in view.sentence.tokens:
        if token.text.isalpha() and len(token.text) > 1:
            if not token.text.isupper():
                return False
            seen += 1
    return seen >= _LEAST

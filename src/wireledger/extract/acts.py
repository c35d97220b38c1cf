"""Finds every verb group of a sentence, of help or not, so that a clause can be told from its neighbours.

A verb of help is found by its own table (`verbs`); every other common verb is an act of class "plain", a form of "be"
or "have" that stands alone is one too. The acts of a sentence are in order of place and never overlap.
"""

from __future__ import annotations

from wireledger.extract.verbs import AUXILIARIES, Tense, Use, chain_before, tense_of
from wireledger.extract.view import View
from wireledger.lexicon.verbs import Form, Verb, plain_verb_forms
from wireledger.model import Item, Party

_BE = frozenset("is are was were 's be been being".split())
_HAVE = frozenset("has have had having".split())
_ALONE = _BE | _HAVE
_DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your no any some every each such 's more new".split()
)
_BEFORE_BASE = frozenset("we they i you who to and or not".split())
_BEFORE_THIRD = frozenset("he she it who which that".split())
_FUNCTION = frozenset(
    "of to for in at with from against into on by towards toward near via through between among about and or but as a"
    " an the that which who its his her their our , . ; : ) ( than then over under up out off after before"
    " while".split()
)
_BE_VERB = Verb("be", "be", False)
_HAVE_VERB = Verb("have", "have", False)


def acts(view: View) -> tuple[Use, ...]:
    """All verb groups of a sentence in order of place."""
    taken = {i: use for use in view.uses for i in range(use.start, use.last)}
    inside = {
        i
        for m in view.sentence.mentions
        if isinstance(m.thing, Item) or (isinstance(m.thing, Party) and m.last - m.first > 1)
        for i in range(m.first, m.last)
    }
    found: list[Use] = []
    at, size = 0, len(view.sentence.tokens)
    while at < size:
        use = None if at in taken or at in inside else _plain(view, at)
        if use is not None:
            if found and found[-1].first >= use.start:
                found.pop()  # "did" of "did not say" was taken for a verb of its own
            found.append(use)
            taken.update((i, use) for i in range(use.start, use.last))
        at = use.last if use is not None else at + 1
    found += _copulas(view, taken)
    return tuple(sorted([*view.uses, *found], key=lambda u: u.start))


def _plain(view: View, at: int) -> Use | None:
    word = view.sentence.tokens[at]
    forms = plain_verb_forms().get(word.lower)
    if forms is None or (word.text[0].isupper() and at):
        return None
    words = view.sentence.tokens
    chain, start = chain_before(words, at)
    form = forms[0]
    reading = _reading(view, at, form, chain)
    if reading is None:
        return None
    helpers = set(chain)
    passive = reading == "participle" and (bool(_BE & helpers) or not _HAVE & helpers)
    negated = any(w in ("not", "never", "n't", "no", "cannot") or w.endswith("n't") for w in chain)
    return Use(form.verb, at, at + 1, start, tense_of(reading, chain), passive, negated)  # type: ignore[arg-type]


def _reading(view: View, at: int, form: Form, chain: list[str]) -> str | None:
    """Which of its forms a word has here; None where it is a noun or an adjective."""
    previous, following = view.lower(at - 1), view.lower(at + 1)
    helped = any(w in AUXILIARIES or w == "to" for w in chain)
    if "past" in form.forms or "participle" in form.forms:
        if "base" in form.forms and not helped:
            return "base" if previous in _BEFORE_BASE else None
        if helped:
            return "participle" if set(chain) & (_BE | _HAVE) else "base" if "base" in form.forms else "past"
        if "past" not in form.forms:
            return "participle" if following in _FUNCTION else None
        if previous in _DETERMINERS or (_noun_follows(view, at) and previous in _FUNCTION and previous != "and"):
            return None
        return "participle" if following == "by" else "past"
    if "ing" in form.forms:
        return None if previous in _DETERMINERS or following == "of" else "ing"
    if "third" in form.forms:
        return "third" if previous in _BEFORE_THIRD or _is_doer(view, at - 1) else None
    if helped and not set(chain) <= (_BE | _HAVE):
        return "base"
    return "base" if previous in _BEFORE_BASE and previous not in ("and", "or") else None


def _noun_follows(view: View, at: int) -> bool:
    """Whether a word may be an adjective of what follows: "captured tanks"."""
    following = view.lower(at + 1)
    return following.isalpha() and following not in _FUNCTION and (at + 1) not in view.at


def _is_doer(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Party) and mention.thing.named_by != "demonym"


def _copulas(view: View, taken: dict[int, Use]) -> list[Use]:
    """Forms of "be" and "have" that help no other verb: "the jets are on their way", "which has twelve"."""
    found = []
    for at in range(len(view.sentence.tokens)):
        word = view.lower(at)
        if at in taken or word not in _ALONE or (word == "'s" and view.lower(at - 1) not in ("it", "he", "she")):
            continue
        verb = _BE_VERB if word in _BE else _HAVE_VERB
        chain, start = chain_before(view.sentence.tokens, at)
        tense: Tense = tense_of("past" if word in ("was", "were", "had") else "third", chain)
        found.append(Use(verb, at, at + 1, start, tense, False, view.lower(at + 1) == "not"))
    return found

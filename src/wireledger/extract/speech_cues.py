"""Finds the words of a sentence that tell that somebody says or thinks something, and how each is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wireledger.extract.view import View
from wireledger.lexicon.speech import Cue, CueForm, CueWords, cue_words
from wireledger.model import Item, Party, Token

BE = frozenset("is are was were be been being 're 'm am isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
_HELPING = frozenset(
    "will 'll shall would may might could can should must did do does didn't don't doesn't won't can't cannot couldn't"
    " wouldn't shouldn't 'd".split()
)
AUXILIARIES = BE | HAVE | _HELPING
_NOT = frozenset("not never n't".split())
_ADVERBS = frozenset(
    "also already now soon still just again then only even together jointly today once later often always sometimes"
    " yesterday since ever first further both all later earlier".split()
)
_NOUN_BEFORE = frozenset(
    "a an the this that these those its his her their our my your no any some every each more further new another such"
    " last next first second latest previous earlier 's of in on at with from as for by into against about official"
    " public recent strong clear intelligence news media police joint written".split()
)
_OWNING = frozenset("the a an 's his her its their our this that such no any".split())
_NOUN_BEHIND = frozenset("of for from against and or , . made by in on was were is are have had has will".split())
_PLURALS = frozenset("they we i you people who others both many some men women police".split())


@dataclass(frozen=True, slots=True)
class CueUse:
    """A cue in use: tokens `first` up to but without `last`; `start` is where its auxiliaries begin."""

    cue: Cue
    form: CueForm
    first: int
    last: int
    start: int
    passive: bool = False
    infinitive: bool = False
    negated: bool = False


def cue_uses(view: View) -> list[CueUse]:
    """The cues used outside the quotations of a sentence, in order of place."""
    words = view.sentence.tokens
    table = cue_words()
    found: list[CueUse] = []
    at = 0
    while at < len(words):
        forms = table.get(words[at].lower)
        use = None
        if forms is not None and not view.sentence.quoted[at] and not (_inside_thing(view, at) or _in_title(view, at)):
            use = next((u for f in forms if (u := _use(view, words, at, f)) is not None), None)
        if use is not None:
            found.append(use)
        at = use.last if use is not None else at + 1
    return found


def is_finite(word: str) -> bool:
    """Whether a word is an auxiliary, or a verb of speech that is no noun: a clause has its verb there."""
    return word in AUXILIARIES or any(
        "past" in f.forms or ("third" in f.forms and "~" not in f.cue.frames) for f in cue_words().get(word, ())
    )


def _inside_thing(view: View, at: int) -> bool:
    mention = view.at.get(at)
    return mention is not None and isinstance(mention.thing, Item | Party) and mention.last - mention.first > 1


def _in_title(view: View, at: int) -> bool:
    """Whether a word in capitals stands between such words in running text: the headline of another report."""
    if at == 0 or view.sentence.block_kind == "headline":
        return False
    words = view.sentence.tokens[at - 1 : at + 2]
    return len(words) > 1 and all(word.text[0].isupper() and word.text.isalpha() for word in words)


def _use(view: View, words: Sequence[Token], at: int, form: CueWords) -> CueUse | None:
    last = at + len(form.words)
    if [w.lower for w in words[at:last]] != list(form.words):
        return None
    if form.cue.kind == "phrase":
        return CueUse(form.cue, "phrase", at, last, at)
    chain, start = _chain(words, at)
    if form.cue.kind == "noun":
        return _noun(words, at, form) if not _is_verb_here(chain) else None
    if form.cue.kind == "adjective":
        fits = bool(BE & set(chain)) or view.lower(start - 1) in ("seems", "remains", "became", "feel", "feels")
        return CueUse(form.cue, "adjective", at, last, start, negated=bool(_NOT & set(chain))) if fits else None
    return _verb(view, at, form, chain, start)


def _verb(view: View, at: int, form: CueWords, chain: list[str], start: int) -> CueUse | None:
    reading = _reading(view, at, form, set(chain))
    if reading is None:
        return None
    passive = reading == "participle" and ("been" in chain or not HAVE & set(chain))
    negated = any(w in _NOT or w.endswith("n't") for w in chain)
    return CueUse(form.cue, reading, at, at + len(form.words), start, passive, "to" in chain, negated)


def _chain(words: Sequence[Token], at: int) -> tuple[list[str], int]:
    """The auxiliaries, "to" and adverbs right before a verb (lower case, in order), and where they begin."""
    start = at
    while start > 0 and at - start < 7:
        lower = words[start - 1].lower
        adverb = lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower != "family")
        if not (lower in AUXILIARIES or lower in _NOT or lower == "to" or adverb):
            break
        start -= 1
        if lower == "to":
            break
    return [w.lower for w in words[start:at]], start


def _is_verb_here(chain: list[str]) -> bool:
    return bool({"to"} & set(chain) or (_HELPING & set(chain)))


def _noun(words: Sequence[Token], at: int, form: CueWords) -> CueUse | None:
    """A noun needs a determiner or owner near before it, or the words themselves behind it ("chants of '...'")."""
    voiced = [w.lower for w in words[at + 1 : at + 3]] in (["of", '"'], ["to", '"'])
    before = [w.lower for w in words[max(0, at - 3) : at]]
    if any(w in _NOUN_BEFORE or w == "'" for w in before) or at == 0 or voiced:
        return CueUse(form.cue, "noun", at, at + 1, at)
    return None


def _reading(view: View, at: int, form: CueWords, helpers: set[str]) -> CueForm | None:
    """Which of its readings a form has here; None where it is a noun or an adjective."""
    previous = view.lower(at - 1)
    if "past" in form.forms or "participle" in form.forms:
        return _past(view, at, form, helpers)
    if "ing" in form.forms:
        return None if previous in _OWNING else "ing"
    noun_like = "~" in form.cue.frames
    if helpers & _HELPING or "to" in helpers:
        return "base" if "base" in form.forms else None
    if "third" in form.forms:
        return None if noun_like and _is_noun(view, at, at + len(form.words)) else "third"
    return "base" if _plural_before(view, at, noun_like) else None


def _past(view: View, at: int, form: CueWords, helpers: set[str]) -> CueForm | None:
    previous = view.lower(at - 1)
    if helpers & (BE | HAVE) and "participle" in form.forms:
        return "participle"
    if "base" in form.forms and (helpers & _HELPING or "to" in helpers):
        return "base"
    if "past" not in form.forms or previous in ("a", "an", "the", "so-called", "its", "his", "her", "their", "as"):
        return None
    if previous in ("when", "if", "once", "though", "although") or (at == 0 and view.lower(at + 1) != '"'):
        return "participle"
    reduced = view.lower(at + len(form.words)) == "by" and form.cue.lemma not in ("respond", "answer")
    return "participle" if reduced else "past"


def _is_noun(view: View, at: int, last: int) -> bool:
    """Whether a form that may be a noun is one here by its neighbours."""
    previous = view.lower(at - 1)
    if view.lower(last) in (",", ":") and view.lower(last + 1) == '"' and previous not in _NOUN_BEFORE:
        return False  # 'the letter states, "..."'
    if previous in _NOUN_BEFORE or view.lower(last) in _NOUN_BEHIND or _modified(view, at):
        return True
    return previous.endswith("est") or not previous or not (previous[-1].isalnum() or previous in (")", ",", '"'))


def _modified(view: View, at: int) -> bool:
    """Whether the word before makes a noun of this one ("aid claims"): an adjective of a state, or a plain noun."""
    before = view.at.get(at - 1)
    if before is not None and isinstance(before.thing, Party):
        return before.thing.named_by == "demonym"
    return view.lower(at - 1).endswith(("ic", "al", "ary", "ous", "ive"))


def _plural_before(view: View, at: int, noun_like: bool) -> bool:
    at -= 1
    while at > 0 and (view.lower(at) in _ADVERBS or view.lower(at).endswith("ly")):
        at -= 1
    previous = view.lower(at)
    if previous in _PLURALS:
        return True
    if previous in _NOUN_BEFORE or not previous or not previous[-1].isalnum():
        return previous in ('"', ",") and not noun_like
    plural = previous.endswith("s") and not previous.endswith(("ss", "'s")) and previous != "us"
    return not noun_like or plural

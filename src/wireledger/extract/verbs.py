"""Finds the verbs of a sentence that speak of help, and how each is used: tense, modality, denial, what controls it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wireledger.lexicon.verbs import Form, Verb, VerbForm, verb_forms
from wireledger.model import Item, Party, Sentence, Token

Tense = Literal[
    "past", "perfect", "present", "progressive", "future", "modal", "duty", "infinitive", "gerund", "participle"
]

_FUTURE = frozenset("will 'll shall would'll won't".split())
_MODAL = frozenset("may might could would can can't cannot couldn't wouldn't 'd".split())
_DUTY = frozenset("should must ought shouldn't mustn't".split())
_HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
_BE = frozenset("is are was were be been being 're 'm am isn't aren't wasn't weren't".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_NOT = frozenset("not never n't no neither nor".split())
_NEGATIVE = frozenset(
    "won't can't cannot couldn't wouldn't shouldn't mustn't haven't hasn't hadn't isn't aren't wasn't weren't don't"
    " doesn't didn't".split()
)
AUXILIARIES = _FUTURE | _MODAL | _DUTY | _HAVE | _BE | _DO | _NOT
_ADVERBS = frozenset(
    "also already now soon still just again then only even together jointly today yet further both all all together"
    " eventually first since ever each instead either once".split()
)
_DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your no any some every each more further new another"
    " additional such last next first second third fourth recent latest previous earlier 's of in on at with from as"
    " military arms weapons aid humanitarian financial largest biggest major fresh future continued existing".split()
)
_SUBJECTS = frozenset("we they i you who that which it he she to and or help let us".split())


@dataclass(frozen=True, slots=True)
class Use:
    """One verb in use: tokens `first` up to but without `last`; `start` is where its auxiliaries begin."""

    verb: Verb
    first: int
    last: int
    start: int
    tense: Tense
    passive: bool
    negated: bool


def uses(sentence: Sentence) -> list[Use]:
    """The verbs of help used in a sentence, in order of place."""
    words = sentence.tokens
    inside = {
        i
        for m in sentence.mentions
        if isinstance(m.thing, Item) and m.last - m.first > 1
        for i in range(m.first, m.last)
    }
    starts = {m.last: m for m in sentence.mentions}
    found: list[Use] = []
    at = 0
    table = verb_forms()
    while at < len(words):
        forms = table.get(words[at].lower, ()) if at not in inside else ()
        tried = (_use(words, at, form, starts.get(at)) for form in _forms_at(words, at, forms))
        use = next(filter(None, tried), None)
        if use is None:
            at += 1
        else:
            found.append(use)
            at = use.last
    return found


def _only_wish(words: Sequence[Token], last: int, verb: Verb, reading: VerbForm) -> bool:
    """ "want to thank", "much needed": a wish that asks for nothing."""
    if verb.lemma not in ("need", "want", "require", "demand"):
        return False
    return reading in ("participle", "past") or (last < len(words) and words[last].lower == "to")


_FOLLOWS_PARTICIPLE = frozenset("by in on at for to after since until from last this pending , . ;".split())


def _only_tells(words: Sequence[Token], at: int, verb: Verb, reading: VerbForm, chain: list[str]) -> bool:
    """ "armed forces", "vehicles equipped with guns", "frozen assets", "is going to": words that do nothing to help."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if verb.lemma == "go to":
        return reading == "ing"
    if verb.verb_class == "list" and following in ("", ".", ";") and not set(chain) & _BE:
        return True
    if _tells_a_sum(words, at, verb) or _gives_no_thing(words, at - len(chain), verb):
        return True
    if verb.lemma == "drop" and not (set(chain) & _BE and reading == "participle"):
        return True  # "dropped its veto"; but "the package was dropped"
    if verb.lemma.startswith("agree ") and _is_a_day(words[at + 2 : at + 4]):
        return True
    alone = reading in ("participle", "past") and not chain
    if verb.verb_class == "arm":
        return alone or words[at].text[0].isupper() or (reading == "participle" and following in ("with", "forces"))
    return verb.verb_class == "withdraw" and alone and reading == "participle" and following not in _FOLLOWS_PARTICIPLE


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)  # "agreed on Friday to send" agrees on no Friday


def _is_a_day(words: Sequence[Token]) -> bool:
    """ "Friday", "Jan. 25", "25 January"."""
    plain = [w.lower.rstrip(".") for w in words]
    return bool(plain) and (plain[0] in _DAYS or (plain[0].isdigit() and plain[-1] in _DAYS))


_SUMS = frozenset("number total tally count sum figure amount stock fleet".split())
_NOTHINGS = frozenset("value values figure figures number numbers details detail date dates reason name names".split())


def _tells_a_sum(words: Sequence[Token], at: int, verb: Verb) -> bool:
    """ "brings the number of boats to nine": what is reached, not what is given."""
    return verb.lemma == "bring" and any(w.lower in _SUMS for w in words[at + 1 : at + 4])


def _gives_no_thing(words: Sequence[Token], start: int, verb: Verb) -> bool:
    """ "no value was given", "without details being released": what was told or not told."""
    return verb.lemma in ("give", "provide", "release") and start > 0 and words[start - 1].lower in _NOTHINGS


def _forms_at(words: Sequence[Token], at: int, forms: tuple[Form, ...]) -> Iterator[Form]:
    """The forms that stand at a token, the longest first: where "agreed on" is none ("on Friday"), "agreed" may be."""
    for form in forms:
        size = len(form.words)
        if size == 1 or [w.lower for w in words[at : at + size]] == list(form.words):
            yield form
        elif form.words[1] == "available" and _is_made_available(words, at):
            yield Form(form.words[:1], form.verb, form.forms)


def _is_made_available(words: Sequence[Token], at: int) -> bool:
    """ "will make 200 million in loans available": the thing stands between the two words."""
    behind = [w.lower for w in words[at + 1 : at + 13]]
    return "available" in behind and not {",", ";", "that", "which", "and"} & set(behind[: behind.index("available")])


def _use(words: Sequence[Token], at: int, form: Form, before: object) -> Use | None:
    last = at + len(form.words)
    chain, start = chain_before(words, at)
    chain = chain or _parted_have(words, at)
    reading = _form_used(words, at, form, chain, before)
    if reading is None:
        return None
    if _only_wish(words, last, form.verb, reading) or _only_tells(words, at, form.verb, reading, chain):
        return None
    if form.verb.lemma in COURSES:
        return _taught(words, at, form, chain, start)
    negated = any(w in _NOT or w in _NEGATIVE for w in chain) or _is_failed(words, start, chain)
    passive = reading == "participle" and (bool(_BE & set(chain)) or not _HAVE & set(chain))
    return Use(form.verb, at, last, start, tense_of(reading, chain), passive, negated)


def _is_failed(words: Sequence[Token], start: int, chain: list[str]) -> bool:
    """ "failed to agree on": what was tried in vain."""
    return chain[:1] == ["to"] and start > 0 and words[start - 1].lower in ("fail", "fails", "failed", "failing")


def chain_before(words: Sequence[Token], at: int) -> tuple[list[str], int]:
    """The auxiliaries, "to" and adverbs right before a verb (lower case, in order), and where they begin."""
    start = at
    while start > 0 and at - start < 7:
        lower = words[start - 1].lower
        if lower in AUXILIARIES or lower == "to" or lower in _ADVERBS or _in_ly(words[start - 1]):
            start -= 1
            if lower == "to":
                break
        else:
            break
    return [w.lower for w in words[start:at]], start


COURSES = frozenset(
    "begin training|start training|complete training|finish training|begin a course|start a course|begin their training"
    "|start their training|finish their course|complete their course|finish their training|complete their training"
    "|undergo training".split("|")
)
_BEHIND_COURSE = frozenset(("", ".", ",", "in", "at", "on", "with", "and", "last", "this", "under", "from", "after"))


def _taught(words: Sequence[Token], at: int, form: Form, chain: list[str], start: int) -> Use | None:
    """ "pilots have begun training in Chad": those told of are being trained, or were."""
    last = at + len(form.words)
    if (words[last].lower if last < len(words) else "") not in _BEHIND_COURSE:
        return None
    tense: Tense = "perfect" if form.verb.lemma.startswith(("finish", "complete")) else "progressive"
    if {"to", *_FUTURE} & set(chain):
        tense = "future"
    return Use(form.verb, at, last, start, tense, True, False)


_ADVERBIAL = frozenset("by in since so over to at for on thus".split())


def _parted_have(words: Sequence[Token], at: int) -> list[str]:
    """ "has by its own count given": the auxiliary stands before a phrase of place, time or manner."""
    for back in range(at - 2, max(-1, at - 7), -1):
        word = words[back].lower
        if not words[back].text.isalpha():
            break
        if word in ("has", "have"):
            return [word] if words[back + 1].lower in _ADVERBIAL else []
    return []


def _in_ly(word: Token) -> bool:
    """An adverb by its ending; a capital would make it a name (Italy)."""
    return word.lower.endswith("ly") and len(word.lower) > 4 and word.text[0].islower()


def _form_used(words: Sequence[Token], at: int, form: Form, chain: list[str], before: object) -> VerbForm | None:
    """Which of its readings a form has here; None where it is a noun ("a request", "arms supplies")."""
    previous = words[at - 1].lower if at else ""
    following = words[at + len(form.words)].lower if at + len(form.words) < len(words) else ""
    helpers = set(chain)
    if "past" in form.forms or "participle" in form.forms:
        if helpers & (_BE | _HAVE) and "participle" in form.forms:
            return "participle"
        if "base" in form.forms and (helpers & (_FUTURE | _MODAL | _DUTY | _DO) or "to" in helpers):
            return "base"
        if _reduced(before, following) and form.verb.verb_class not in ("arrive", "transit"):
            return "participle"
        if (
            "past" not in form.forms
            or previous in _STAYING
            or (previous == "," and following in ("from", "by", "out"))  # ", paid from the budget"
            or previous in _DETERMINERS
            or (following in ("by", "to") and "participle" in form.forms and form.verb.verb_class in ("give", "train"))
        ):
            return "participle"
        return "past"
    if "ing" in form.forms:
        noun = form.verb.lemma == "train" and (not following.isalpha() or following in _NOUN_BEHIND)
        return None if noun else "ing"
    if "third" in form.forms:
        subject = previous in _SINGULAR or _is_named(before)
        modified = form.verb.lemma in _NOUNLIKE and not subject
        noun = previous in _DETERMINERS or modified or (at == 0 and following != "to")
        return None if noun or following in ("of", "from") else "third"
    if helpers & (_FUTURE | _MODAL | _DUTY | _DO) or "to" in helpers:
        return "base"
    if previous in _SUBJECTS or _is_plural_subject(words, at, before):
        return "base" if previous not in ("and", "or") or following not in ("of", "for", ",", ".") else None
    return None


_STAYING = frozenset("remain remains remained stay stays stayed".split())
_NOUN_BEHIND = frozenset(
    "and or for of to in on at with by is are was were will has have as mission centre center".split()
)
_NOUNLIKE = frozenset(
    "supply request offer pledge promise grant loan order transfer ship gift fund need demand cover call plan release"
    " start study increase purchase arm train debate freeze halt block head boost surge raise lift total".split()
)
_BEHIND_PARTICIPLE = frozenset(
    "to by for from since under in through on last this at during earlier so as with".split()
)


def _reduced(before: object, following: str) -> bool:
    """ "assistance committed to": a form right behind a thing and before a preposition tells of the thing."""
    return isinstance(getattr(before, "thing", None), Item) and following in _BEHIND_PARTICIPLE


def _is_named(before: object) -> bool:
    thing = getattr(before, "thing", None)
    return isinstance(thing, Party) and thing.named_by != "demonym"


_SINGULAR = frozenset("it he she who which that this also now then and government ministry".split())


_PLURALS = frozenset("countries allies states partners nations governments members".split())


def _is_plural_subject(words: Sequence[Token], at: int, before: object) -> bool:
    thing = getattr(before, "thing", None)
    if isinstance(thing, Party):
        return thing.kind == "group" or (at > 2 and any(w.lower == "and" for w in words[max(0, at - 4) : at]))
    return at > 0 and words[at - 1].lower in _PLURALS


def tense_of(form: VerbForm, chain: list[str]) -> Tense:
    helpers = set(chain)
    if helpers & _DUTY:
        return "duty"
    if helpers & _FUTURE:
        return "future"
    if helpers & _MODAL:
        return "modal"
    if "to" in helpers:
        return "duty" if helpers & _HAVE and not helpers & _BE else "infinitive"
    if form == "ing":
        return "progressive" if helpers & _BE else "gerund"
    if form == "participle":
        if helpers & _HAVE:
            return "perfect"
        if "being" in helpers:
            return "progressive"
        if helpers & _BE:
            return "present" if helpers & {"is", "are", "'re", "am"} else "past"
        return "participle"
    if form == "past" or "did" in helpers or "didn't" in helpers:
        return "past"
    return "present"

"""Whether a verb says that something happened, is planned, may happen or did not, by the words it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.view import View
from wireledger.lexicon.meeting import DeedForm, VerbForm, governing_moods
from wireledger.model import Mood, Party

_FUTURE = frozenset("will 'll shall won't".split())
_WOULD = frozenset("would 'd wouldn't".split())
_MODAL = frozenset("may might could can should must ought shouldn't mustn't".split())
_CANNOT = frozenset("can't cannot couldn't".split())
_HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
_BE = frozenset("is are was were be been being 're 'm am isn't aren't wasn't weren't".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_NEGATIVE = frozenset(
    "not never n't won't wouldn't can't cannot couldn't shouldn't mustn't haven't hasn't hadn't isn't aren't wasn't"
    " weren't don't doesn't didn't nor neither".split()
)
_ADVERBS = frozenset(
    "also already now soon still just again then only even together jointly both all first since ever each instead"
    " either once virtually himself herself themselves itself today yesterday next back later hereby"
    " yet ever long finally meanwhile thus therefore twice then so far".split()
)
_PARTING = tuple(
    tuple(phrase.split())
    for phrase in ("one day", "some day", "one day soon", "in time", "in the end", "at some point", "in the future")
)
_AUXILIARIES = _FUTURE | _WOULD | _MODAL | _CANNOT | _HAVE | _BE | _DO | _NEGATIVE
_DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your no any some every each more further another 's '"
    " first second third last next latest recent such of state official high-level surprise working joint bilateral"
    " face-to-face in-person phone video telephone conference planned annual previous earlier upcoming peace".split()
)
_MANY = frozenset("ministers leaders presidents officials chiefs envoys heads representatives".split())
_LETTING = frozenset("let lets letting help helps helped helping make see".split())
THANKING = frozenset("thank thanks thanking thanked grateful".split())
_GLAD = frozenset("delighted honored honoured pleased glad happy honor honour pleasure privilege".split())
_PAST = frozenset("met spoke saw went flew came held sat was".split())
_IF = frozenset("if whether unless".split())
_REACH = 7


@dataclass(frozen=True, slots=True)
class Reading:
    """How a verb is used: its form, where its auxiliaries begin, its mood (None: that of what it hangs on)."""

    form: VerbForm
    start: int
    mood: Mood | None
    passive: bool
    row: str


def reading(view: View, at: int, written: DeedForm) -> Reading | None:
    """How the words at `at` are used; None where they are no verb there ("a visit", "his call")."""
    chain, start = _chain(view, at)
    form = _form(view, at, written, chain)
    if form is None:
        return None
    helpers = set(chain)
    passive = form == "participle" and (bool(helpers & _BE) or not helpers & _HAVE)
    mood, row = _mood(view, start, form, chain)
    return Reading(form, start, mood, passive, row)


def governed(view: View, at: int, reach: int = _REACH) -> tuple[Mood, str] | None:
    """The mood a word before token `at` gives to what hangs on it ("plans to", "proposed a"), and that word."""
    table = governing_moods()
    for position in range(at - 1, max(-1, at - 1 - reach), -1):
        word = view.lower(position)
        if word in (".", ";", ":", '"', "that", "after", "during", "because", "when", "while", "said"):
            return None
        if word in THANKING:
            return "asserted", word
        mood = table.get(word)
        if mood is not None and not _is_other_use(view, position):
            near = [view.lower(i) for i in range(max(0, position - 3), position)]
            denied = any(w in _NEGATIVE or (mood == "hypothetical" and table.get(w) == "denied") for w in near)
            denied = denied or "down" in near or "no" in near[-1:]
            return ("denied" if denied and mood != "denied" else mood), word
    return None


def conditional(view: View, at: int) -> bool:
    """Whether "if" or "whether" opens the clause of token `at`."""
    for position in range(at - 1, max(-1, at - 12), -1):
        word = view.lower(position)
        if word in _IF:
            return True
        if word in (",", ";", ":", "that"):
            return False
    return False


def _asks(view: View, at: int) -> bool:
    """Whether "whether" opens the clause."""
    return any(view.lower(i) == "whether" for i in range(max(0, at - 8), at))


def _is_other_use(view: View, position: int) -> bool:
    """ "as expected", "called on" by itself, "phone calls": no words something hangs on."""
    word, before = view.lower(position), view.lower(position - 1)
    if word in ("expected", "planned") and before in ("as", "than"):
        return True
    if word in ("rule", "rules", "ruled", "ruling"):
        return view.lower(position + 1) != "out"
    if word in ("call", "calls", "called", "calling"):
        return view.lower(position + 1) not in ("for", "on") or before in ("phone", "telephone", "video")
    if word == "able":
        return bool(_GLAD & {view.lower(i) for i in range(max(0, position - 4), position)})
    if word == "about":
        return before not in _BE
    if word == "forward":
        return before not in ("look", "looks", "looking", "looked")
    if word in ("set", "open", "like", "going"):
        return (word != "like" and view.lower(position + 1) != "to") or (word == "like" and before not in _WOULD)
    return False


def _chain(view: View, at: int) -> tuple[list[str], int]:
    """Auxiliaries, "to" and adverbs right before a verb, in order, and where they begin."""
    start = at
    while start > 0 and at - start < _REACH:
        word = view.lower(start - 1)
        before = word in _AUXILIARIES or word == "to" or word in _ADVERBS or (word.endswith("ly") and len(word) > 4)
        if before or (word == "last" and start == at and _is_last_time(view, at)):
            start -= 1
            if word == "to":
                break
        elif size := _parting(view, start):
            start -= size
        else:
            break
    return [view.lower(i) for i in range(start, at)], start


def _parting(view: View, stop: int) -> int:
    """How many words before `stop` are a phrase of time behind an auxiliary: "will | one day | join"."""
    for phrase in _PARTING:
        first = stop - len(phrase)
        if first > 0 and view.lower(first - 1) in _AUXILIARIES and _words(view, first, stop) == phrase:
            return len(phrase)
    return 0


def _words(view: View, first: int, stop: int) -> tuple[str, ...]:
    return tuple(view.lower(i) for i in range(first, stop))


def _is_last_time(view: View, at: int) -> bool:
    """ "who | last | met her": no "the last" or "his last" of what follows."""
    past = view.lower(at).endswith("ed") or view.lower(at) in _PAST
    return past and view.lower(at - 2) not in _DETERMINERS and view.lower(at - 2) not in ("at", "in")


def _form(view: View, at: int, written: DeedForm, chain: list[str]) -> VerbForm | None:
    forms, helpers = written.forms, set(chain)
    before = view.lower(at - 1)
    helped = "to" in helpers or helpers & (_FUTURE | _WOULD | _MODAL | _CANNOT | _DO)
    if helped and "base" in forms and not (helpers & _HAVE and "participle" in forms):
        return "base"
    if "participle" in forms and helpers & (_BE | _HAVE):
        return "participle"
    if before in _DETERMINERS and not chain and not (before == "state" and view.lower(at - 2) == "of"):
        return None
    if "past" in forms:
        return "past"
    if "ing" in forms:
        return "ing"
    if "participle" in forms and not written.forms & {"base"}:
        return "participle"
    if "third" in forms:
        return "third" if written.words[0] not in ("talks", "calls") or _is_somebody(view, at - 1) else None
    return "base" if _can_be_present(view, at) else None


def _is_somebody(view: View, at: int) -> bool:
    named = at in view.at and isinstance(view.at[at].thing, Party)
    return named or view.lower(at) in ("he", "she", "it", "who")


def _can_be_present(view: View, at: int) -> bool:
    """Whether a bare form has a subject in the plural right before it ("leaders meet", "they visit")."""
    before = view.lower(at - 1)
    if before in ("we", "they", "i", "you", "who", "let", "and", "help"):
        return True
    if (at - 1) in view.at and {view.lower(i) for i in range(max(0, at - 5), at)} & _LETTING:
        return True
    if (at - 1) in view.at and {view.lower(i) for i in range(max(0, at - 7), at)} & _MANY:
        return True
    return (len(before) > 3 and before.endswith("s")) or (
        (at - 1) in view.at and at > 1 and view.lower(at - 2) == "and"
    )


def _mood(view: View, start: int, form: VerbForm, chain: list[str]) -> tuple[Mood | None, str]:
    helpers = set(chain)
    negated = bool(helpers & _NEGATIVE)
    if conditional(view, start) and (not helpers & _FUTURE or _asks(view, start)):
        return "hypothetical", "if"
    if helpers & _FUTURE:
        return ("denied", "will-not") if negated else ("planned", "will")
    if helpers & _WOULD:
        if negated:
            return "denied", "would-not"
        return ("hypothetical", "would-have") if "have" in helpers else ("planned", "would")
    if helpers & _CANNOT or (negated and helpers & {"can", "could"}):
        return "denied", "cannot"
    if helpers & _MODAL:
        return "hypothetical", "may"
    if "to" in helpers:
        return _infinitive(view, start, negated)
    if form == "ing" and not helpers & _BE:
        found = governed(view, start, 12 if view.lower(start - 1) == "and" else 4)
        return (found[0], found[1]) if found else (None, "gerund")
    return ("denied", f"not-{form}") if negated else ("asserted", form)


def _infinitive(view: View, start: int, negated: bool) -> tuple[Mood | None, str]:
    before = view.lower(start - 1)
    if before in _BE or (before in _ADVERBS and view.lower(start - 2) in _BE):
        return "planned", "is-to"
    if before in _HAVE:
        return "hypothetical", "has-to"
    found = governed(view, start)
    if found is not None:
        return ("denied" if negated else found[0]), found[1]
    return None, "to"

"""A speaker as words of a sentence, and the party that they name."""

from __future__ import annotations

from dataclasses import dataclass

from wireledger.extract.view import View
from wireledger.model import Mention, Party, Span

PRONOUNS = frozenset("he she they it i we you who which".split())
ARTICLES = frozenset("the a an his her its their our this that another one most".split())
OFFICIALS = frozenset(
    "official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister ministers ministry"
    " government governments president premier chancellor leader leaders leadership parliament lawmakers lawmaker"
    " senator senators diplomat diplomats ambassador ambassadors envoy embassy army military navy forces general"
    " commander commanders command staff administration authorities secretary chief cabinet department council"
    " commission adviser advisers advisor advisors aide aides delegation office intelligence source sources"
    " statement generals president's officer officers politician politicians opposition".split()
)
_NAMED_FOR = frozenset("'s '".split())
_FOR_THEMSELVES = frozenset("opposition lawmaker lawmakers politician politicians senator senators mp mps".split())
_POSSESSIVE = frozenset(("his", "her"))
_SHARES = frozenset("many most some few several half percent majority third".split())
_SOME = frozenset("a an one another".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Tokens `first` up to `last` of a sentence that name who speaks; `party` where they name one that is known."""

    first: int
    last: int
    span: Span
    words: str
    party: Party | None

    @property
    def is_pronoun(self) -> bool:
        """Whether the words only point at somebody named elsewhere."""
        return self.words.lower() in PRONOUNS


def named(view: View, first: int, last: int) -> Speaker:
    """The speaker that tokens `first` up to `last` name."""
    span, words = view.sentence.place(first, last), view.text(first, last)
    short = view.lower(first).partition("'")[0]
    if last - first == 1 and short in PRONOUNS and short != view.lower(first):  # "I've", "we're"
        span, words = Span(span.start, span.start + len(short)), words[: len(short)]
    return Speaker(first, last, span, words, _party_in(view, first, last))


def _party_in(view: View, first: int, last: int) -> Party | None:
    """The party that speaks: a person of the phrase, else the state or body at its head or whose official it is.

    "A Dutch official" is nobody known: only a person named at the end ("an angry Larsen") is.
    """
    inside = [m for m in view.sentence.mentions if first <= m.first < last and isinstance(m.thing, Party)]
    unnamed = view.lower(first) in _SOME
    for mention in reversed(inside):
        if _party(mention).kind != "person" or view.lower(mention.last) in _NAMED_FOR:
            continue
        if mention.first > first and view.preposition(mention):
            continue  # "the announcement of sanctions on Holm" is not Holm's
        if not unnamed or (mention.last == last and not view.preposition(mention) and _is_by_name(mention)):
            return _party(mention)
    if unnamed:
        return None
    words = {view.lower(at) for at in range(first, last)}
    if view.lower(first) in _POSSESSIVE and "allies" in words:
        return None  # "his allies" are those of a person
    official = bool(words & OFFICIALS) and not words & _FOR_THEMSELVES
    for mention in inside:
        party = _party(mention)
        if party.kind == "person":
            continue
        if view.preposition(mention) == "to" and not all(
            view.lower(at) in ARTICLES for at in range(first, mention.first)
        ):
            continue  # "the ambassador to Latvia", "Berg's visit to Riga"
        if party.named_by == "demonym" and mention.last == last and _are_some(view, first, mention):
            continue  # "two in three Americans" do not speak for the state
        heads = all(view.lower(at) in ARTICLES for at in range(first, mention.first))
        ends = view.coordinated(mention)[-1].last >= last and (heads or not view.preposition(mention))
        if official or party.named_by == "office" or ends:
            return party
    return None


def _are_some(view: View, first: int, mention: Mention) -> bool:
    """Whether people of a state are told with a number or a share rather than as a whole: "most Danes"."""
    before = {view.lower(at) for at in range(first, mention.first)}
    counted = any(word[:1].isdigit() for word in before)
    return view.lower(mention.last - 1).endswith("s") and (counted or bool(before & _SHARES))


def _is_by_name(mention: Mention) -> bool:
    """Whether a person is named: "a Danish minister" is not whoever holds that office."""
    return _party(mention).named_by != "office"


def _party(mention: Mention) -> Party:
    assert isinstance(mention.thing, Party)
    return mention.thing

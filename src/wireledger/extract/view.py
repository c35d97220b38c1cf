"""One sentence made ready for the extractors: which mention stands at a token, which verbs of help are used."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from wireledger.extract.verbs import Use, uses
from wireledger.model import Mention, Money, Party, Quantity, Sentence, Span

_ARTICLES = frozenset("the a an its their his her our new former all some other these those both".split())
_LINKS = frozenset((",", "and", "&", "the", "or", "with", "along", "together", "as", "well", "its", "their", "other"))
_EDGES = frozenset((";", ":", "—", "–"))


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its verbs of help and indexes from tokens to mentions and to words in lower case."""

    sentence: Sentence
    uses: tuple[Use, ...]
    at: dict[int, Mention]
    lowers: dict[int, str]

    def lower(self, position: int) -> str:
        """The word at a token, lower case; empty outside the sentence."""
        return self.lowers.get(position, "")

    def has_any(self, *words: Set[str]) -> bool:
        """Whether a word of the sentence, lower case, is among some words."""
        here = self.lowers.values()
        return any(not some.isdisjoint(here) for some in words)

    def text(self, first: int, last: int) -> str:
        """The words of tokens `first` up to `last`, plain, as written."""
        words = self.sentence.tokens[first:last]
        parts: list[str] = []
        for i, word in enumerate(words):
            parts.append(" " if i and word.start > words[i - 1].stop else "")
            parts.append(word.text)
        return "".join(parts)

    def parties(self) -> Iterator[tuple[Mention, Party]]:
        """The parties of the sentence in order."""
        for mention in self.sentence.mentions:
            if isinstance(mention.thing, Party):
                yield mention, mention.thing

    def preposition(self, mention: Mention) -> str:
        """The preposition a mention hangs on, past articles and adjectives; empty where it hangs on none."""
        at = mention.first - 1
        while at >= 0 and self.lower(at) in _ARTICLES:
            at -= 1
        word = self.lower(at)
        return word if word in _PREPOSITIONS else ""

    def coordinated(self, mention: Mention) -> list[Mention]:
        """The parties named in one row with this one: "Denmark, Norway and the Netherlands"."""
        row = [m for m, _ in self.parties()]
        here = row.index(mention)
        left = right = here
        while left > 0 and self._linked(row[left - 1], row[left]):
            left -= 1
        while right + 1 < len(row) and self._linked(row[right], row[right + 1]):
            right += 1
        if right == left + 1 and self._is_aside(row[left], row[right]):
            return [mention]
        return row[left : right + 1]

    def edge_between(self, first: int, last: int) -> bool:
        """Whether a mark that ends a clause stands among tokens `first` up to `last`."""
        return any(self.lower(i) in _EDGES for i in range(first, last))

    def span(self, mention: Mention) -> Span:
        """Where a mention stands in the text."""
        return self.sentence.place(mention.first, mention.last)

    def _is_aside(self, one: Mention, other: Mention) -> bool:
        """ "To help Lebanon, Qatar": two parted by a comma alone are a row only where they open a headline."""
        gap = [self.lower(i) for i in range(one.last, other.first)]
        return gap in ([","], [",", "the"]) and one.first > (self.lower(0) == "the")

    def _linked(self, one: Mention, other: Mention) -> bool:
        gap = range(one.last, other.first)
        counted = isinstance(getattr(self.at.get(other.last), "thing", None), Quantity | Money)
        if counted and self.lower(one.last) == ",":
            return False  # "gave Peru ten jets, and Chile six": a gift of its own begins
        return 0 < len(gap) <= 4 and all(self.lower(i) in _LINKS for i in gap)


_PREPOSITIONS = frozenset(
    "to for in at with from of against into on by towards toward near inside via through between among about over"
    " alongside beside like than including after before behind within across".split()
)


def view(sentence: Sentence) -> View:
    """The view of a sentence."""
    at = {i: m for m in sentence.mentions for i in range(m.first, m.last)}
    return View(sentence, tuple(uses(sentence)), at, {i: token.lower for i, token in enumerate(sentence.tokens)})

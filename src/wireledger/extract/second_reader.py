"""A second opinion on who gives and who receives, read from a sentence's tree; it changes nothing that was read.

From the thing given the tree leads to the verb or noun that has it. The verb's subject gives, or receives where the
verb receives; the indirect object and what stands behind "to" and "for" receive; "by" and "from" give.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from wireledger.extract.readings import Reading
from wireledger.extract.roles import role
from wireledger.extract.view import View
from wireledger.model import Mention, Party, Tree

Opinion = Literal["agrees", "is silent", "differs"]
_SUBJECTS = ("nsubj", "csubj")
_TO, _BY = ("to", "for"), ("by", "from")
_CUTS = ("advcl", "parataxis", "ROOT")
_RECEIVING = ("receive", "arrive", "request")
_ASKING = ("asking", "request")
_ACTING = frozenset(
    "government military army forces ministry minister troops soldiers people defenders president police authorities"
    " partners allies officials administration civilians citizens farmers".split()
)
_CLIMBS = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """The parties that the tree has for either part; empty where it names none."""

    donors: frozenset[str]
    recipients: frozenset[str]


def second_marks(view: View, reading: Reading, tree: Tree) -> tuple[str, str]:
    """What the tree says of the donors and of the recipient that were read, as features of the confidence."""
    seen = seen_in(view, reading.offer.anchor, tree)
    donors = _opinion(seen.donors, reading.donors.codes if reading.donors else ())
    recipient = _opinion(seen.recipients, reading.recipient.codes if reading.recipient else ())
    return f"second reader {donors} on the donors", f"second reader {recipient} on the recipient"


def _opinion(seen: frozenset[str], read: tuple[str, ...]) -> Opinion:
    if not seen:
        return "is silent"
    return "agrees" if seen == frozenset(read) else "differs"


def seen_in(view: View, thing: int, tree: Tree) -> Seen:
    """Who gives and who receives the thing at a token, as its tree has it; no verb of help, no giver."""
    verbs = {i: use.verb.verb_class for use in view.uses for i in range(use.first, use.last)}
    givers: list[int] = []
    takers: list[int] = []
    helps = ""
    for at in _governors(thing, verbs, tree):
        subjects, to, by = _around(view, at, tree)
        if helps and verbs.get(at) in _ASKING:
            givers += [*tree.children(at, "dobj"), *to]
            break
        takers += to if not helps else []
        helps = helps or verbs.get(at, "")
        receives = helps in _RECEIVING
        if helps:
            givers += by or ([] if receives else subjects)
            takers += subjects if receives else []
        elif by or at == thing:
            givers += by or list(tree.children(at, "poss"))
        if givers or (helps and subjects):
            break
    donors = _codes(view, givers, tree)
    return Seen(donors, _codes(view, takers, tree) - donors)


def _governors(thing: int, verbs: Container[int], tree: Tree) -> Iterator[int]:
    """The words that have a thing: itself, the verb of help told behind it, then what it hangs on, upwards."""
    yield thing
    yield from (at for at in tree.children(thing, "relcl", "acl") if at in verbs)
    at = thing
    for _ in range(_CLIMBS):
        label, head = tree.labels[at], tree.heads[at]
        if head == at or label in _CUTS:
            return
        at = head
        yield at


def _around(view: View, at: int, tree: Tree) -> tuple[list[int], list[int], list[int]]:
    """The subjects of a word, whom it is done to, and by whom: the heads of their names."""
    subjects = list(tree.children(at, *_SUBJECTS))
    to = [at_ for at_ in tree.children(at, "dative") if view.lower(at_) not in _TO]
    by: list[int] = []
    for preposition in tree.children(at, "prep", "agent", "dative"):
        objects = list(tree.children(preposition, "pobj"))
        if view.lower(preposition) in _TO:
            to += objects
        elif view.lower(preposition) in _BY:
            by += objects
    return subjects, to, by


def _codes(view: View, heads: list[int], tree: Tree) -> frozenset[str]:
    """The parties named by some words: the words themselves, what is joined to them by "and", whose forces they are."""
    found: dict[int, Mention] = {}
    for head in heads:
        joined = [head]
        for word in joined:
            joined += tree.children(word, "conj")
            whose = tree.children(word, "compound", "poss", "amod", "nmod") if view.lower(word) in _ACTING else ()
            near = (word, *whose)
            mention = next((view.at[i] for i in near if i in view.at and isinstance(view.at[i].thing, Party)), None)
            if mention is not None:
                found[mention.first] = mention
    known = role(view, list(found.values()), "tree")
    return frozenset(known.codes) if known is not None else frozenset()

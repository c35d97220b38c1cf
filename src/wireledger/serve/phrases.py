"""An entry as one sentence, in parts: each part knows which field it tells, so that a page can link it to its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import get_args

from wireledger.model import Contact, Event, Form, Membership, Pledge, Statement
from wireledger.serve.amounts import count_words, money_words
from wireledger.serve.names import at_start, is_many, spoken, spoken_all
from wireledger.serve.words import has, word

VERBS = {"floated": "floated", "requested": "requested", "withdrawn": "withdrawn", "refused": "refused"}
FIGURES = frozenset({"low", "money_low"})


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a sentence and the field they tell (None: they only join)."""

    text: str
    field: str | None = None


Slots = dict[str, tuple[Part, ...]]


def sentence(event: Event) -> tuple[Part, ...]:
    """The event in plain words, without its days."""
    match event:
        case Pledge():
            parts = _pledge(event)
        case Contact():
            parts = _contact(event)
        case Statement():
            parts = _statement(event)
        case Membership():
            parts = _membership(event)
    first, *rest = [part for part in parts if part.text]
    return (Part(at_start(first.text), first.field), *rest)


def plain(event: Event) -> str:
    """The sentence as one string."""
    return "".join(part.text for part in sentence(event))


def what(event: Pledge) -> tuple[Part, ...]:
    """What is given: "at least 14 Leopard 2 tanks", "EUR 165 million for repairs"."""
    count, money = Part(count_words(event.quantity), "low"), Part(money_words(event.money), "money_low")
    item = Part(event.item or "", "item")
    told = "_".join(n for n, part in (("count", count), ("money", money), ("item", item)) if part.text)
    return _filled(f"what.{told or 'nothing'}", {"count": (count,), "money": (money,), "item": (item,)})


def _pledge(event: Pledge) -> tuple[Part, ...]:
    verb = word(f"verb.{VERBS.get(event.step, 'gives')}.{_number(event.donors)}")
    recipients = event.recipients or ((event.recipient,) if event.recipient else ())
    slots: Slots = {
        "donors": (_parties(event.donors, "donors"),),
        "verb": (Part(verb, "step"),),
        "recipient": (Part(spoken_all(recipients), "recipient"),),
        "what": what(event),
    }
    return _filled("say.pledge" if recipients else "say.pledge.no_recipient", slots)


def _contact(event: Contact) -> tuple[Part, ...]:
    told = [name for name, there in (("hosts", event.hosts), ("place", event.place)) if there]
    slots: Slots = {
        "guests": (_parties(event.guests, "guests"),),
        "verb": (Part(_verb(event.form, _number(event.guests)), "form"),),
        "hosts": (Part(spoken_all(event.hosts), "hosts"),),
        "place": (Part(event.place or "", "place"),),
    }
    form = event.form if event.form in get_args(Form) else "meeting"
    return _filled(".".join(["say", form, *told]), slots)


def _statement(event: Statement) -> tuple[Part, ...]:
    speaker = Part(spoken(event.speaker) if event.speaker else word("nobody"), "speaker")
    key = "say.statement.direct" if event.direct else "say.statement.reported"
    return _filled(key, {"speaker": (speaker,), "words": (Part(" ".join(event.words.split()), "words"),)})


def _membership(event: Membership) -> tuple[Part, ...]:
    by = ".by" if event.by and event.step in ("invited", "supported", "opposed", "approved") else ""
    number = _number(event.by if by else (event.member,))
    slots: Slots = {
        "member": (Part(spoken(event.member), "member"),),
        "alliance": (Part(spoken(event.alliance), "alliance"),),
        "by": (Part(spoken_all(event.by), "by"),),
        "verb": (Part(_verb(event.step + by, number), "step"),),
    }
    return _filled(f"say.membership{by}", slots)


def _parties(codes: tuple[str, ...], field: str) -> Part:
    return Part(spoken_all(codes), field) if codes else Part(word("nobody"), None)


def _number(codes: tuple[str, ...]) -> str:
    return "many" if is_many(codes) else "one"


def _verb(name: str, number: str) -> str:
    # Claims of a file can have a form or a step that the catalogue does not know.
    key = f"verb.{name}.{number}"
    return word(key) if has(key) else name.replace("_", " ")


def _filled(key: str, slots: Slots) -> tuple[Part, ...]:
    return tuple(_parts(word(key), slots))


def _parts(pattern: str, slots: Slots) -> Iterator[Part]:
    for literal, slot, _, _ in Formatter().parse(pattern):
        if literal:
            yield Part(literal)
        if slot:
            yield from slots[slot]

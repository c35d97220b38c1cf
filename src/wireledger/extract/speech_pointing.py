"""Finds whom a speaker's pronoun, bare office or bare body points at: "he", "the minister", "the department"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from wireledger.extract.speech_holders import BODIES, Holder, holder, is_body, is_head, is_office
from wireledger.extract.speech_named import OFFICIALS, PRONOUNS, Speaker
from wireledger.extract.speech_speaker import speaker_before
from wireledger.extract.speech_tease import is_tease
from wireledger.extract.speech_utterance import Utterance
from wireledger.extract.view import View
from wireledger.model import Mention, Party, PartyKind, Span

_MEDIA = frozenset(
    "news press times post journal agency media tv television radio newspaper magazine daily weekly review herald"
    " tribune guardian telegraph reuters bloomberg wire network broadcaster channel institute university".split()
)
_PAPERS = frozenset("statement declaration communique communiqué letter text document".split())
_LONGEST_NAME, _NAME_REACH = 4, 4


@dataclass(slots=True)
class Memory:
    """Who spoke and who was named last, whose page it is, and who has the floor from which place on."""

    views: Sequence[View]
    own_side: str | None
    holders: tuple[Holder, ...]
    floor: tuple[tuple[Span, Party | None], ...] = ()
    person: Speaker | None = None
    speaker: Speaker | None = None
    before: dict[int, tuple[Speaker | None, Speaker | None]] = field(default_factory=dict)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)


def pointed(memory: Memory, utterance: Utterance) -> Utterance:
    """The utterance with whom its speaker's words point at, as known before its sentence."""
    speaker = utterance.speaker
    if speaker is None or speaker.party is not None or utterance.antecedent is not None:
        return utterance
    antecedent = _antecedent(memory, memory.views[utterance.sentence], utterance.sentence, speaker)
    return utterance if antecedent is None else replace(utterance, antecedent=antecedent)


def remember(memory: Memory, number: int, speaker: Speaker | None) -> None:
    """Keep who spoke in a sentence."""
    if speaker is None or speaker.is_pronoun:
        return
    if not (memory.speaker is not None and speaker.party is None and _is_paper(speaker.words)):
        memory.speaker = speaker  # "the statement" is still of whoever spoke
    memory.spoken.append((number, speaker))
    person = speaker.party is not None and speaker.party.kind == "person"
    if person or is_office(speaker.words) or _is_stranger(memory, speaker) or _is_titled(memory, number, speaker):
        memory.person = _full_name(memory, speaker.words) or speaker if speaker.party is None else speaker


def _is_paper(words: str) -> bool:
    """Whether the words are a text that speaks for somebody named before: "the statement"."""
    parts = words.lower().split()
    return len(parts) == 2 and parts[0] == "the" and parts[1] in _PAPERS


def remember_person(memory: Memory, view: View) -> None:
    """The first person named in a sentence is whom "he" or "she" means in the next, where nobody speaks."""
    if is_tease(view) or (memory.person is not None and memory.person.span.start >= view.sentence.span.start):
        return
    for mention, party in view.parties():
        if party.kind == "person" and party.named_by in ("name", "person") and not view.sentence.quoted[mention.first]:
            if any(view.lower(at) in ("he", "she") and not view.sentence.quoted[at] for at in range(mention.first)):
                return  # "he sought ties with Holm": it goes on about him
            words = view.text(mention.first, mention.last)
            memory.person = Speaker(mention.first, mention.last, view.span(mention), words, party)
            return


def _antecedent(memory: Memory, view: View, number: int, speaker: Speaker) -> Speaker | None:
    words = speaker.words.lower()
    person, last = memory.before[number]
    if speaker.words.isalpha() and speaker.words.istitle() and words not in PRONOUNS:
        return _full_name(memory, speaker.words)
    if words in ("he", "she"):
        return _named_before(view, speaker) or person
    if is_office(words):
        return _in_office(memory, view, number, speaker)
    if is_body(words):
        return _body(memory, number, words)
    if words.startswith("its ") and OFFICIALS & set(words.split()):
        return _side_before(view, speaker)
    if words in ("who", "which"):
        return speaker_before(view, speaker.first)
    if words in ("we", "i"):
        return _we(memory, speaker)
    if words in ("it", "they", "the statement"):
        return last if last is not None and (last.party is None or last.party.kind != "person") else None
    return None


def _in_office(memory: Memory, view: View, number: int, speaker: Speaker) -> Speaker | None:
    """Who "the minister" is: the holder named last, or "a minister" who spoke since then without a name."""
    words = speaker.words.lower()
    found = holder(memory.holders, words, number, memory.own_side)
    spoken = _spoken_as(memory, number, words)
    named = spoken.party if spoken is not None else None
    if named is not None and named.kind == "person" and named.named_by != "office":
        spoken = None  # whoever has a name is known by the office beside it
    if spoken is not None and (found is None or found.span.start < spoken.span.start):
        return spoken
    if found is not None or is_head(words):
        return found
    person = memory.before[number][0]
    titled = {h.person.party.code for h in memory.holders if h.person.party is not None}
    known = person is not None and person.party is not None and person.party.code in titled
    return _named_before(view, speaker) or (None if known else person)


def _body(memory: Memory, number: int, words: str) -> Speaker | None:
    """Whose "the defence ministry" is: that which spoke last under such words, else the one named last."""
    spoken = _spoken_as(memory, number, words)
    if spoken is not None and spoken.party is not None:
        return spoken
    asked = set(words.split()) - {"the"}
    for at in range(number, -1, -1):
        view = memory.views[at]
        for mention, party in reversed(list(view.parties())):
            last = _run_stop(view, mention)
            if party.kind != "person" and asked <= {view.lower(i) for i in range(mention.first, last)}:
                where, name = view.sentence.place(mention.first, last), view.text(mention.first, last)
                return Speaker(mention.first, last, where, name, replace(party, named_by="body"))
    return None


def _run_stop(view: View, mention: Mention) -> int:
    """Where a name with the body behind it ends: "Danish Ministry of Defence", "Norway's defence ministry"."""
    last = mention.last
    for at in range(mention.last, mention.last + _NAME_REACH):
        if not (view.lower(at)[:1].isalnum() or view.lower(at) == "'s"):
            break
        if view.lower(at) in BODIES or view.lower(at - 1) == "of":
            last = at + 1
    return last


def _spoken_as(memory: Memory, number: int, words: str) -> Speaker | None:
    """Who spoke last before a sentence and was named by more than these words."""
    asked = set(words.split()) - {"the"}
    for at, speaker in reversed(memory.spoken):
        named = speaker.words.lower()
        told = set(named.split())
        if (
            at < number
            and asked <= told
            and (told - asked - {"the"})
            and (speaker.party or not named.startswith("the"))
        ):
            return speaker
    return None


def _is_titled(memory: Memory, number: int, speaker: Speaker) -> bool:
    """Whether an office with a name behind it that nobody knows: "Israel's ambassador to Japan Gilad Cohen"."""
    words = speaker.words.split()
    name = [word for word in words[-2:] if word[0].isupper() and not word.isupper()]
    view = memory.views[number]
    named = any(mention.last == speaker.last for mention, _ in view.parties())
    return len(words) > len(name) == 2 and not named and bool(OFFICIALS & {w.lower() for w in words[:-2]})


def _is_stranger(memory: Memory, speaker: Speaker) -> bool:
    """Whether it is the name of somebody unknown: two words or more in capitals, or the last of such a name."""
    name = _name(speaker)
    if speaker.party is not None or not name or (OFFICIALS | _MEDIA) & {word.lower() for word in name}:
        return False
    return len(name) > 1 or _full_name(memory, name[0]) is not None


def _full_name(memory: Memory, surname: str) -> Speaker | None:
    """Who spoke before under a longer name that ends with this word, and is no person who is known."""
    for _, known in reversed(memory.spoken):
        words = known.words.split()
        person = known.party is not None and known.party.kind == "person"
        if not person and len(words) > 1 and words[-1] == surname and words[-2][0].isupper():
            return known
    return None


def _name(speaker: Speaker) -> list[str]:
    """The words in capitals that a speaker's words begin with, where only where they are from follows."""
    words = speaker.words.split()
    name = list(takewhile(lambda word: word[0].isupper() and not word.isupper(), words))
    rest = words[len(name) :]
    return name if len(name) <= _LONGEST_NAME and (not rest or rest[0] in ("of", "from", "at", "in", "with")) else []


def _we(memory: Memory, speaker: Speaker) -> Speaker | None:
    """The side of whoever has the floor, else whose page it is."""
    floor = [party for span, party in memory.floor if span.start <= speaker.span.start < span.stop]
    side = (floor[0].acts_for if floor[0] is not None else None) if floor else memory.own_side
    if side is None:
        return None
    kind: PartyKind = "state" if len(side) == 2 and side != "eu" else "organisation"
    return replace(speaker, party=Party(side, kind, "pronoun", side))


def _named_before(view: View, speaker: Speaker) -> Speaker | None:
    """The first person named before a pronoun in its own sentence, outside quotations; a subject before others."""
    found = [
        (bool(view.preposition(mention)), mention, party)
        for mention, party in view.parties()
        if mention.last <= speaker.first and party.kind == "person" and not view.sentence.quoted[mention.first]
    ]
    if not found:
        return None
    _, mention, party = min(found, key=lambda one: one[0])
    return Speaker(mention.first, mention.last, view.span(mention), view.text(mention.first, mention.last), party)


def _side_before(view: View, speaker: Speaker) -> Speaker | None:
    """The state or alliance whose ministry or spokesman "its" is: the first one named before it in the sentence."""
    for mention, party in view.parties():
        if mention.last <= speaker.first and party.kind in ("state", "alliance", "organisation"):
            return replace(speaker, party=replace(party, named_by="pronoun"), span=view.span(mention))
    return None

"""Finds the acts of speech of a sentence: each cue with whoever speaks, and the tokens of what is said."""

from __future__ import annotations

from dataclasses import replace

from wireledger.extract.speech_act import Act, Content
from wireledger.extract.speech_content import content, ends_behind
from wireledger.extract.speech_cues import AUXILIARIES, BE, HAVE, CueUse, cue_uses
from wireledger.extract.speech_ends import CAUSING
from wireledger.extract.speech_named import Speaker, named
from wireledger.extract.speech_quotes import DASHES, is_mark, past_dash
from wireledger.extract.speech_speaker import owner, sentence_subject, speaker_before, speaker_behind
from wireledger.extract.speech_tease import is_tease
from wireledger.extract.view import View
from wireledger.model import Party

_WRITTEN = frozenset(
    "statement letter message memo video report tweet post email e-mail text note speech interview release op-ed"
    " article document plan ad address remarks readout".split()
)
_NOT_SPEAKER = frozenset("that in on at to of by from with about for he she it they we i when as while after".split())
_FRONTS = frozenset(
    "and but as when while after before if although though because in on at to for with who which".split()
)
_BLAMED_FOR = frozenset("for of even about against from without".split())
_CITING = frozenset("quoted cited reported heard".split())
_JUDGED = frozenset("right wrong free able unable likely unlikely".split())
_REACH, _NEAR = 24, 8


def acts_with_content(view: View) -> list[tuple[Act, Content]]:
    """The acts of a sentence that have a speaker and some content in it."""
    found = acts(view)
    live = [act for act in found if not _is_idle(view, act, found)]
    read = [(act, content(view, act, live)) for act in live if act.speaker is not None]
    return [(act, said) for act, said in read if said.regions and not _is_anothers(act, read)]


def _is_idle(view: View, act: Act, found: list[Act]) -> bool:
    """Whether a verb goes on with another one and says nothing: "while preserving and continuing the work"."""
    joined = view.lower(act.use.start - 1) in ("and", "or")
    going_on = act.use.form == "base" or (act.use.form == "ing" and joined)
    return going_on and act.speaker is not None and not content(view, act, found).regions


def _is_anothers(act: Act, read: list[tuple[Act, Content]]) -> bool:
    """Whether an infinitive stands in what somebody asks of another: "urged farmers to report where it fell"."""
    return (
        act.use.infinitive
        and act.shared
        and any(
            said.how == "object" and first < act.use.start and act.use.first < last
            for other, said in read
            if other is not act
            for first, last in said.regions
        )
    )


def acts(view: View) -> list[Act]:
    """All acts of a sentence in order of their cues; a speaker that cannot be told is None."""
    found: list[Act] = []
    for use in () if is_tease(view) else cue_uses(view):
        act = _act(view, use, found)
        if act is not None:
            found.append(act)
    return found


def _act(view: View, use: CueUse, before: list[Act]) -> Act | None:
    if use.form == "phrase":
        return Act(use, _issued(view, speaker_behind(view, use.last)), inverted=True)
    if use.form == "noun":
        return Act(use, owner(view, use.first) or _crowd(view, use))
    if (cited := _cited(view, use)) is not None:
        return Act(replace(use, passive=False), speaker_before(view, cited))
    if use.passive and use.cue.kind == "verb":
        agent = view.lower(use.last) == "by"
        return Act(use, speaker_behind(view, use.last + 1), inverted=True) if agent else None
    if _inverted(view, use):
        return Act(use, speaker_behind(view, use.last), inverted=True)
    if use.infinitive and (caused := _caused(view, use)) is not None:
        return Act(use, caused)
    if use.form == "ing" or use.infinitive or view.lower(use.start - 1) in ("and", "but", "or", "then"):
        return Act(use, _shared(view, use, before), shared=True)
    return _behind_quotation(view, use, before) or Act(use, _climbed(view, use, speaker_before(view, use.start)))


def _cited(view: View, use: CueUse) -> int | None:
    """Where "was quoted (by the agency) as saying" begins: whoever is its subject said it."""
    said = use.last - 1 if use.passive else use.first
    if view.lower(said) != "saying" or view.lower(said - 1) != "as":
        return None
    first = next((at for at in range(said - 2, max(0, said - _NEAR), -1) if view.lower(at) in _CITING), None)
    while first is not None and view.lower(first - 1) in BE | HAVE | {"also", "later", "widely"}:
        first -= 1
    return first


def _issued(view: View, speaker: Speaker | None) -> Speaker | None:
    """ "according to a statement from the ministry": whose it is."""
    if speaker is None or speaker.party is not None or not _WRITTEN & set(speaker.words.lower().split()):
        return speaker
    inside = [(m, party) for m, party in view.parties() if speaker.first <= m.first < speaker.last]
    own = [p for m, p in inside if p.kind != "person" or view.preposition(m) in ("of", "from", "by")]
    if own and _WRITTEN & set(speaker.words.split()):
        return replace(speaker, party=own[0])  # "a Foreign Ministry readout", "a tweet of the minister"
    by = speaker.last + (view.lower(speaker.last) in ("issued", "released", "published"))
    source = speaker_behind(view, by + 1) if view.lower(by) in ("from", "by", "of") else None
    return replace(speaker, party=source.party) if source is not None else speaker


def _caused(view: View, use: CueUse) -> Speaker | None:
    """ "prompting Oslo to call it a gift": Oslo calls it so, whoever prompts."""
    caused = next((i for i in range(use.start - 1, max(0, use.start - _NEAR), -1) if view.lower(i) in CAUSING), None)
    return named(view, caused + 1, use.start) if caused is not None and caused + 1 < use.start else None


def _crowd(view: View, use: CueUse) -> Speaker | None:
    """ "chants of 'Hold the line'": nobody is named, and the noun stands for whoever calls it."""
    voiced = view.lower(use.last) in ("of", "to") and is_mark(view, use.last + 1)
    return named(view, use.first, use.last) if voiced and view.lower(use.first).endswith("s") else None


def _inverted(view: View, use: CueUse) -> bool:
    """Whether the speaker follows: the cue stands right behind a quotation or a comma, and names follow it."""
    if use.start != use.first or "q" not in use.cue.frames or use.form not in ("past", "third", "base"):
        return False
    behind_mark = is_mark(view, past_dash(view, use.first) - 1)
    if use.first < 2 or not (behind_mark or view.lower(use.first - 1) == ","):
        opens = use.first == (view.lower(0) == "so")  # "So said Larsen"
        return opens and use.form in ("past", "third") and speaker_behind(view, use.last) is not None
    following = view.lower(use.last)
    if not following or not following[0].isalnum() or following in _NOT_SPEAKER or following.endswith("ing"):
        return False
    return behind_mark or (_only_says(view, use) and not _goes_on_behind_title(view, use))


def _goes_on_behind_title(view: View, use: CueUse) -> bool:
    """ "Anna Berg, the envoy, said Erik Holm, the chief, had left": who speaks stands before, and a clause follows."""
    before, behind = speaker_before(view, use.start), speaker_behind(view, use.last)
    set_off = before is not None and before.last < use.start - 1 and before.party is not None
    person = before is not None and before.party is not None and before.party.kind == "person"
    if not (set_off and person) or behind is None or view.lower(behind.last) != ",":
        return False
    return any(view.lower(at) in AUXILIARIES for at in range(behind.last, len(view.sentence.tokens)))


def _only_says(view: View, use: CueUse) -> bool:
    """Whether nothing but the speaker follows a cue behind a comma: no object, no clause."""
    if use.cue.frames & {"n", "a"}:
        return False
    speaker = speaker_behind(view, use.last)
    if speaker is None or any(_looks_verb(view, at) for at in range(speaker.first + 2, speaker.last - 1)):
        return False
    return ends_behind(view, Act(use, speaker, inverted=True))


def _looks_verb(view: View, at: int) -> bool:
    """Whether a word looks like a verb behind its subject: "said the step harmed the army" names nobody."""
    articled = view.lower(at - 1) in ("the", "a", "an", "and", ",")
    return view.lower(at).endswith("ed") and not articled and at not in view.at


def _behind_quotation(view: View, use: CueUse, before: list[Act]) -> Act | None:
    """ "..., " Smith, who leads the ministry, told reporters": the first name behind the mark speaks."""
    if "q" not in use.cue.frames:
        return None
    for at in range(use.start - 1, max(0, use.start - _REACH), -1):
        if view.sentence.quoted[at] or view.lower(at) in (";", ":") or any(a.use.first == at for a in before):
            return None
        if is_mark(view, at):
            break
    else:
        return None
    ends = view.lower(at - 1) == "'" or view.lower(at - 1) in (",", "?", "!")
    dashed = view.lower(at + 1) == "," or view.lower(at + 1) in DASHES
    ends = ends or dashed
    first = at + 1
    while view.lower(first) == "," or view.lower(first) in DASHES:
        first += 1
    if not ends or first >= use.start or not view.lower(first)[0].isalnum() or view.lower(first) in _FRONTS:
        return None
    speaker = speaker_behind(view, first)
    if speaker is None or speaker.first >= use.start:
        return None
    speaker = speaker if speaker.last <= use.start else speaker_before(view, use.start)
    return Act(use, speaker, leading=first) if speaker is not None else None


def _shared(view: View, use: CueUse, before: list[Act]) -> Speaker | None:
    """Whose verb a participle or a second verb is: the speaker's before it, else the sentence's subject."""
    previous = use.start - 1
    if use.infinitive and view.lower(previous) in _JUDGED:
        return None  # "they are right to condemn it"
    if use.form == "ing" and view.lower(previous) == "in" and not _is_joined(view, previous):
        doing = _blamed(view, previous)  # "the path taken by Oslo in refusing it"
        if doing is not None:
            return doing
    if use.form == "ing" and view.lower(previous) in _BLAMED_FOR:
        return _blamed(view, previous)
    if (
        use.form == "ing"
        and not is_mark(view, previous)
        and view.lower(previous) not in (",", "and", "by", "while", "in", "-", "—", "–")
    ):
        own = _climbed(view, use, speaker_before(view, use.start))
        if own is not None and not _is_doing(own):
            return own
    told = [act for act in before if act.speaker is not None and act.use.form not in ("noun", "phrase")]
    aloud = [act for act in told if "s" in act.use.cue.frames]  # "wrote the crew knew it, saying"
    if told:
        return (aloud or told)[-1].speaker
    return sentence_subject(view, use.start)


def _is_joined(view: View, at: int) -> bool:
    """ "joined Oslo in urging": whoever joins says it."""
    return any(view.lower(i).startswith("join") for i in range(max(0, at - _NEAR), at))


def _is_doing(speaker: Speaker) -> bool:
    """Whether the words tell what somebody does: "denying any part in the war since 2014 | claiming"."""
    return speaker.party is None and any(w.islower() and w.endswith(("ing", "ly")) for w in speaker.words.split()[:2])


def _blamed(view: View, preposition: int) -> Speaker | None:
    """ "criticised Oslo for saying that ...": whoever is named right before it says so."""
    mention = view.at.get(preposition - 1)
    if mention is None or not isinstance(mention.thing, Party):
        return None
    return named(view, mention.first, mention.last)


def _climbed(view: View, use: CueUse, speaker: Speaker | None) -> Speaker | None:
    """Who speaks in a statement or letter: "the ministry issued a statement saying", "a letter that said"."""
    if speaker is None and view.lower(use.start - 1) == "that" and view.lower(use.start - 2) in _WRITTEN:
        return sentence_subject(view, use.start - 2)
    if speaker is None or speaker.party is not None or speaker.first < 2:
        return speaker
    if not _WRITTEN & set(speaker.words.lower().split()):
        return speaker
    if speaker.first == 0 or view.lower(speaker.first - 1) in (",", "that"):
        return speaker
    return sentence_subject(view, speaker.first) or speaker

"""Finds where what is said ends: with its quotation, at another act's words, before a clause of the report's own."""

from __future__ import annotations

from wireledger.extract.speech_act import Act, How
from wireledger.extract.speech_against import against_it, judges
from wireledger.extract.speech_between import is_infinitive, past_adjunct, sentence_stop
from wireledger.extract.speech_credit import credited
from wireledger.extract.speech_cues import AUXILIARIES, is_finite
from wireledger.extract.speech_named import PRONOUNS
from wireledger.extract.speech_quotes import is_mark
from wireledger.extract.view import View
from wireledger.lexicon.verbs import plain_verb_forms
from wireledger.model import Days, Party

CAUSING = frozenset("prompting leading forcing causing pushing drawing".split())
_FOLLOWING = CAUSING | frozenset(
    "alarming worrying angering enraging infuriating raising sparking fuelling fueling triggering stirring surprising"
    " stunning shocking upsetting echoing reversing contradicting brushing shrugging signalling signaling hinting"
    " alluding responding reacting apparently".split()
)
_HAD_CAUSED = frozenset(
    "prompted led forced caused pushed drew alarmed worried angered sparked fuelled fueled triggered stirred surprised"
    " shocked upset".split()
)
_JOINING = frozenset("and but or while though although".split())
_CONTRASTING = frozenset("while though although".split())
_BESIDE_CLAUSE = frozenset("as after before".split())
_LISTING = frozenset("including such especially particularly".split())
_OCCASIONS = frozenset(
    "statement address letter interview speech tweet post briefing message video conference telegram article".split()
)
_FRONTING = frozenset("while although though as when if since after before because".split())
_NEW_CLAUSE = frozenset("which who and but as".split())
_DEPENDENT = frozenset(
    "that which who whom whose what where when while if whether how why because since as after before until than"
    " though although unless so".split()
)
_BESIDE_SPEECH = frozenset(
    "in on at during after before as when while since by following and but or via through amid here there today"
    " yesterday tomorrow again too also earlier later this last according which who because".split()
)
_ENDING = frozenset(",.?!;:")
_DASHES = frozenset("—–")
_EDGES = _DASHES | {",", ";", ":", "-", "but", "though", "and"}
_TITLES = frozenset("mr mrs ms dr . the mr. mrs. ms. dr.".split())
_ADDING = frozenset("which where who as when".split())
_GOING_ON = frozenset("of for to over that about against from into on with".split())
_LOOSE = frozenset(("but", "and", "even", ","))
_DETERMINERS = frozenset("the a an its his her their this these no".split())
_ARGUING = frozenset("claiming saying arguing insisting".split())
_HOLDING = frozenset("of from by without in for on before after while and or not as been was is are were".split())
_OCCASION_REACH, _BY = 8, 6
_FINITE = AUXILIARIES - frozenset("be been being having".split())
_ADJECTIVE = ("al", "an", "ic", "ive", "ous", "ful", "less", "able", "ible", "ary", "ory", "ern")


def right_end(view: View, act: Act, begun: tuple[int, How], others: list[Act]) -> int:
    """Where content ends that begins at a token and hangs on its cue in some way."""
    start, how = begun
    first = start
    if is_mark(view, start):
        first = _past_quotation(view, start)
        if not _runs_on(view, first):
            return first
    stop = _before_others(view, act, start, others)
    opening = _before_title(view, act.first)
    fronted = view.lower(opening) in _FRONTING
    relative = view.lower(opening) in ("which", "that") and view.lower(0) in _FRONTING | {"so"}  # "when it sent what"
    embedded = how == "clause" and (view.lower(start) in AUXILIARIES or relative)  # "which Oslo said would fail, went"
    object_only = fronted or embedded or not act.use.cue.frames & {"t", "T", "q"} or act.use.cue.kind != "verb"
    named = _named_asides(view, first, stop)
    tells = how in ("object", "infinitive") and act.use.cue.manner != "promise"  # a promise tells what it comes to
    for at in range(first, stop):
        word = view.lower(at)
        if _adds_behind_quotation(view, at):
            return at
        if word not in _EDGES or view.sentence.quoted[at] or at in named:
            continue
        if word == ";" or _brings_more(view, at, stop) or (word in _DASHES and _closes_aside(view, act, at)):
            return at
        if judges(view, at) or credited(view, at, stop) or against_it(view, act, at):
            return at
        if tells and word == ":" and _is_open(view, at):
            return at
        if tells and word == "and" and _does_too(view, act, at + 1):
            return at
        if tells and word == "," and (_tells_more(view, at + 1) or _has_clause(view, at + 1)):
            return at
        if object_only and word in (",", "—", "–", "-") and not _in_list(view, start, at, stop):
            return at
    if how == "object":
        stop = _before_clause(view, first, stop, act.use.form == "noun")
    stop = _before_occasion(view, first, stop)
    while stop > first and (view.lower(stop - 1) in _LOOSE and not view.sentence.quoted[stop - 1]):
        stop -= 1
    return stop


def _before_title(view: View, first: int) -> int:
    """The token before who speaks, past "Mr.": "After | Mr. Berg said"."""
    at = first - 1
    while view.lower(at) in _TITLES:
        at -= 1
    return at


def _adds_behind_quotation(view: View, at: int) -> bool:
    """'is "its fault," | which began it', '"the ports" | – where ships wait': a quotation ends before what is added."""
    closed = at > 0 and (is_mark(view, at - 1) or (is_mark(view, at) and view.lower(at - 1) == ","))
    if not closed or view.sentence.quoted[at]:
        return False
    adds = view.lower(at + 1) in _ADDING
    return adds and (view.lower(at) in _DASHES or (is_mark(view, at) and view.lower(at - 1) == ","))


def _named_asides(view: View, first: int, stop: int) -> frozenset[int]:
    """The commas around a name set off: "accused the premier, Anna Berg, of lying"."""
    found: set[int] = set()
    for at in range(first, stop):
        mention = view.at.get(at + 1) if view.lower(at) == "," else None
        party = mention.thing if mention is not None else None
        person = isinstance(party, Party) and party.kind == "person"
        closed = mention is not None and view.lower(mention.last) == ","
        if mention is not None and person and closed and view.lower(mention.last + 1) in _GOING_ON:
            found |= {at, mention.last}
    return frozenset(found)


def _brings_more(view: View, at: int, stop: int) -> bool:
    """Whether behind a comma or "but" comes what the report adds: ", prompting", ", which led", ", as it rained"."""
    following = view.lower(at + 1)
    if view.lower(at) != ",":
        return view.lower(at) in ("but", "though") and following == "without"
    caused = following in _FOLLOWING or (following == "which" and view.lower(at + 2) in _HAD_CAUSED)
    if following == "amid" or (following == "even" and view.lower(at + 2) == "as"):
        return True
    return caused or (following == "as" and _is_meanwhile(view, at + 2, stop))


def _before_others(view: View, act: Act, start: int, others: list[Act]) -> int:
    stop = sentence_stop(view)
    for other in others:
        cut = _cut(view, other, start)
        if cut is not None and other.use.first != act.use.first:
            stop = min(stop, cut)
    return stop


def _runs_on(view: View, at: int) -> bool:
    """Whether a quotation is a part of what is said: the clause goes on behind it, rather than how or when it is said.

    'said "most people in politics" can't be trusted'; not 'said "most people lie" in a letter'.
    """
    word = view.lower(at)
    if at >= sentence_stop(view) or not word[0].isalnum() or word.endswith("ing"):
        return False
    manner = word.endswith("ly") and word != "only"
    if manner or word in _BESIDE_SPEECH or (word in _DEPENDENT and word != "that"):
        return False
    mention = view.at.get(at)
    if mention is not None and isinstance(mention.thing, Days):
        return False
    last = at - 1
    while last >= 0 and not view.sentence.quoted[last]:
        last -= 1
    return view.lower(last) not in _ENDING and view.lower(at - 1) not in _ENDING


def _is_meanwhile(view: View, at: int, stop: int) -> bool:
    """Whether a clause with a verb follows a comma and "as": what happened then, by the report's own word."""
    apart = view.lower(at) not in ("well", "a", "an", "part", "of", "long", "soon", "far", "much", "if", "though")
    verbs = (i for i in range(at + 1, stop) if view.lower(i) in _FINITE or view.lower(i).endswith("ed"))
    return apart and next(verbs, None) is not None


def _tells_more(view: View, at: int) -> bool:
    """Whether what follows a comma is the report's own: "praised it, creating a rift", "..., both of whom left"."""
    if view.lower(at + 1) == "of" and view.lower(at + 2) in ("which", "whom"):
        return True
    return view.lower(at) not in _LISTING and any("ing" in f.forms for f in plain_verb_forms().get(view.lower(at), ()))


def _is_open(view: View, colon: int) -> bool:
    """Whether a word stands apart behind a colon: no quotation, no address of a page."""
    tokens = view.sentence.tokens[colon : colon + 2]
    return len(tokens) > 1 and tokens[0].stop < tokens[1].start and not is_mark(view, colon + 1)


def _does_too(view: View, act: Act, at: int) -> bool:
    """ "welcomed the pact and | reached an agreement": whoever speaks does something else."""
    forms = plain_verb_forms().get(view.lower(at), ())
    past = any("past" in f.forms and f.words == (view.lower(at),) for f in forms)
    return act.use.form == "past" and past and view.lower(at + 1) in _DETERMINERS


def _has_clause(view: View, at: int) -> bool:
    """Whether behind a comma a clause with a pronoun follows an object: "announced a bridge, and we build it"."""
    return view.lower(at) in ("and", "but") and view.lower(at + 1) in PRONOUNS - {"who", "which"}


def _closes_aside(view: View, act: Act, dash: int) -> bool:
    """Whether a dash ends an aside that the act stands in: "While Oslo waits – saying it is early – others go"."""
    before = [at for at in range(act.first) if view.lower(at) in _DASHES and not view.sentence.quoted[at]]
    told_of = act.use.form == "ing" or (act.speaker is not None and act.speaker.words.lower() in ("who", "which"))
    return len(before) % 2 == 1 and told_of and view.lower(dash) == view.lower(before[-1])


def _before_occasion(view: View, start: int, stop: int) -> int:
    """Leaves out where it was said at the end: "called for a tribunal in a late night address on Friday"."""
    end = stop
    mention = view.at.get(end - 1)
    if mention is not None and isinstance(mention.thing, Days) and mention.last == end:
        end = mention.first - (view.lower(mention.first - 1) == "on")
    if view.lower(end - 1) not in _OCCASIONS or any(view.sentence.quoted[start:end][-1:]):
        return stop
    for at in range(end - 2, max(start, end - _OCCASION_REACH), -1):
        if view.lower(at) in ("in", "during") and view.lower(at + 1) in ("a", "an", "his", "her", "their", "its"):
            return at - (view.lower(at - 1) == ",")
    return stop


def _before_clause(view: View, start: int, stop: int, of_noun: bool) -> int:
    """Where a clause of the report's own begins within an object: "condemned the raid, it was a turning point".

    The object of a noun ends before the sentence's verb: "claims of heavy losses were hard to prove".
    """
    verb = start
    while verb < stop and (view.sentence.quoted[verb] or view.lower(verb) not in _FINITE):
        if not view.sentence.quoted[verb] and (view.lower(verb) in _DEPENDENT or is_infinitive(view, verb)):
            return stop
        verb += 1
    if verb >= stop:
        return stop
    here = [at for at in range(start + 1, verb - 1) if not view.sentence.quoted[at]]
    commas = [at for at in here if view.lower(at) == ","]
    joints = [at for at in here if view.lower(at) in ("and", "but")]
    if view.lower(verb - 1) == "but":
        return verb - 1
    return commas[-1] if commas else joints[0] if joints else verb if of_noun else stop


def _in_list(view: View, start: int, at: int, stop: int) -> bool:
    """Whether a comma stands in a row of words or adjectives rather than before another clause."""
    following = view.lower(at + 1)
    if following in _LISTING:
        return True
    if following == "and" and any(view.lower(i) == "," for i in range(start, at)):
        return not any(is_finite(view.lower(i)) for i in range(at + 2, _next_comma(view, at + 1, stop)))
    if following.endswith(_ADJECTIVE) and view.lower(at + 2).isalpha() and following not in _NEW_CLAUSE:
        return not is_finite(view.lower(at + 2)) and view.sentence.tokens[at + 1].text[0].islower()
    linked = any(view.lower(i) in ("and", "or") for i in range(at + 1, min(at + 6, stop)))
    return linked and following not in _NEW_CLAUSE


def _next_comma(view: View, at: int, stop: int) -> int:
    return next((i for i in range(at, stop) if view.lower(i) == ","), stop)


def _cut(view: View, other: Act, start: int) -> int | None:
    """Where content has to end because another act of the same sentence begins there."""
    if other.use.first <= start:
        return None
    edge = other.first
    if other.use.form == "ing" and view.lower(other.use.start - 1) == "by":
        return next(
            (at for at in range(other.use.start - 2, max(start, edge - _BY), -1) if view.lower(at) == "and"), None
        )
    before = other.use.start - 1
    if other.use.form == "ing" and view.lower(other.use.first) in _ARGUING and view.lower(before) not in _HOLDING:
        return before if view.lower(before) == "," else other.use.start
    breaks = view.lower(before) == "," or (is_mark(view, before) and view.lower(before - 1) in (",", "'"))
    if _closes(view, other, start):
        return edge - 1
    if other.use.form == "phrase" or (other.use.form == "ing" and breaks):
        return before if before > start and view.lower(before) == "," else other.use.start
    if breaks and not other.inverted and other.speaker is not None and other.speaker.last <= start:
        return before if view.lower(before) == "," and other.use.form in ("past", "third") else None
    while view.lower(edge - 1) in ("the", "a", "an"):
        edge -= 1
    joint = _before_day(view, edge - 1)
    if view.lower(joint) in _BESIDE_CLAUSE and view.lower(joint - 1) == ",":
        return joint - 1
    if view.lower(joint) == "which" and view.lower(joint - 1) == "," and joint - 1 > start and not other.shared:
        return joint - 1
    if view.lower(joint) == "as" and joint > start and not other.shared and other.use.cue.frames & {"t"}:
        return joint if "s" in other.use.cue.frames else None
    if view.lower(joint) in _JOINING and joint > start:
        has_subject = other.speaker is not None and not other.shared and not other.inverted
        if joint < edge - 1 and is_mark(view, joint - 1):
            return joint  # '..., "a letter," | but on Friday Oslo said'
        comma = view.lower(joint - 1) in (",", "—", "–")
        apart = not has_subject or (view.lower(joint) in _CONTRASTING and bool(other.use.cue.frames & {"t", "T"}))
        return (joint - 1 if comma else joint) if comma or apart else None
    return None


def _before_day(view: View, at: int) -> int:
    """The token before a day that opens a clause: ", but | on Friday Oslo said"."""
    mention = view.at.get(at)
    if mention is None or not isinstance(mention.thing, Days):
        return at
    return mention.first - 1 - (view.lower(mention.first - 1) in ("on", "in"))


def _closes(view: View, other: Act, start: int) -> bool:
    """ "..., the paper reported.": another source ends the sentence behind a comma."""
    told = other.speaker is not None and not other.inverted and not other.shared and other.use.form in ("past", "third")
    ends = past_adjunct(view, other.last) >= sentence_stop(view)
    return told and other.first - 1 > start and view.lower(other.first - 1) == "," and ends


def _past_quotation(view: View, start: int) -> int:
    """The token behind the mark that closes the quotation opened at `start`; the sentence's end where none does."""
    quoted = view.sentence.quoted
    at = start
    while at < len(quoted) and not quoted[at]:
        at += 1
    while at < len(quoted) and quoted[at]:
        at += 1
    while at < len(quoted) and is_mark(view, at):
        at += 1
    joined = at + 1 + (view.lower(at + 1) == "that")
    if view.lower(at) in ("and", "or") and is_mark(view, joined) and True in quoted[joined:]:
        return _past_quotation(view, joined + 1)
    return at

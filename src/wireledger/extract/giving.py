"""Who gives: candidates from the sentence and from the report's memory, chosen by learned weights."""

from __future__ import annotations

from collections.abc import Iterator

from wireledger.extract.choice import Candidate, Chosen, chosen, merged
from wireledger.extract.circumstances import praise
from wireledger.extract.govern_nouns import REQUESTS
from wireledger.extract.memory import Known
from wireledger.extract.parts import Case, parts, rows, standing
from wireledger.model import Party

TABLE = "donor_weights.csv"
_WE = frozenset("we our us i my".split())
_THEY = frozenset("he she it they his her its their".split())
_OFFICES = frozenset(
    "president minister chancellor secretary government ministry department administration premier cabinet parliament"
    " congress country".split()
)
_NOBODY = Known((), (), -1)
_MEMBERS = frozenset("countries members states nations allies".split())


def donor_candidates(case: Case) -> list[Candidate]:
    """Everybody who may give what is offered, each set of parties once; the last is nobody."""
    said = [
        Candidate(
            _members(case, row.codes),
            tuple(case.view.span(m) for m in row.mentions),
            "said",
            False,
            frozenset((*parts(case, row), *standing(row.codes, case.memory), "said")),
        )
        for row in rows(case.view)
    ]
    said = [c for c in said if "doer of saying" in c.marks or not _is_beyond(case, c)]
    plain = [c for c in said if {"gapped", "with which", "trains"} & c.marks]
    found = merged(plain or [c for c in (*said, *_carried(case)) if not _cannot(case, c)])
    parties = bool(said)
    found = [c for c in found if c.codes]
    nobody = frozenset(("nobody", f"nobody | {case.deed}", f"nobody | parties {parties}", *_nobody(case)))
    return [*found, Candidate((), (), "none", False, nobody)]


def _is_beyond(case: Case, candidate: Candidate) -> bool:
    """ "the loan covers half; the rest is to come from Quito": who gives another thing, behind a semicolon."""
    first = case.view.sentence.place(case.offer.first, case.offer.last).stop
    text = case.view.sentence
    ends = [token.start for token in text.tokens if token.lower == ";"]
    return any(first <= end <= min(s.start for s in candidate.spans) for end in ends)


_ASKING = ("request", "noun-request", "receive")
_ASKED = ("request", "noun-request", "asking", "none")
_PLACED = ("in ", "at ", "near ", "against ", "into ", "towards ", "inside ", "beside ")
_ACTIVE = ("doer", "by ", "from ", "owner", "adjective", "compound", "right before")


def _cannot(case: Case, candidate: Candidate) -> bool:
    """Whoever asks or receives gives nothing, unless another is the helped; nor does an attacker told in passing."""
    if case.deed in _ASKING and {"doer", "owner of noun"} & candidate.marks:
        main = case.memory.main_recipient
        return main is None or bool(set(main.codes) & set(candidate.codes)) or "is often helped" in candidate.marks
    if "doer" in candidate.marks and _is_in_talks(case) and "is the helped" in candidate.marks:
        return True  # "Accra is negotiating about a loan"
    if case.deed in ("request", "noun-request") and candidate.carried and _asks_nobody(case):
        return True
    if candidate.how == "carried" and {"is the helped", "is likely the helped"} & candidate.marks:
        return True  # whom the report helps gives only where it says so
    if "owner of noun" in candidate.marks and _is_wish(case):
        return True  # "Manila's wish for boats was turned down"
    if "is met" in candidate.marks and not {"doer", "gave"} <= candidate.marks:
        return True
    if {"given to", "hopes for"} & candidate.marks and "doer" not in candidate.marks:
        return True  # "handed the minister a model of a tank and promised 20"
    if "object | arrive" in candidate.marks and not any(mark.startswith("from ") for mark in candidate.marks):
        return True  # "have reached Lima": where things came to
    if any(mark.startswith(_ACTIVE) and not mark.startswith("doer of saying") for mark in candidate.marks):
        return False
    passing = not candidate.carried and any(mark.startswith(_PLACED) for mark in candidate.marks)
    return "attacks" in candidate.marks or (passing and case.deed not in _ASKED)


def _is_in_talks(case: Case) -> bool:
    return case.use is not None and case.use.verb.lemma.startswith(("negotiate", "hold talks"))


_WANTING = frozenset("want need require".split())


def _asks_nobody(case: Case) -> bool:
    """ "Accra wants 300 tanks": whoever gave before is not the one that is asked."""
    use, main = case.use, case.memory.main_recipient
    if use is None or use.verb.lemma not in _WANTING:
        return False  # "asked for": of whoever was spoken of
    doer = case.clauses.doer(use)
    thing = doer.mention.thing if doer is not None and doer.mention is not None else None
    return main is not None and isinstance(thing, Party) and thing.acts_for in main.codes


def _is_wish(case: Case) -> bool:
    noun = case.governor.noun if case.governor is not None else None
    return noun is not None and case.view.lower(noun) in REQUESTS


def giver(case: Case) -> Chosen:
    """The likeliest donors of an offer."""
    return chosen(donor_candidates(case), TABLE)


def _nobody(case: Case) -> Iterator[str]:
    if case.head is not None:
        yield f"nobody | head {case.head.donors is not None}"
    if case.memory.own_side:
        yield "nobody | own side known"
    if case.memory.last_donors:
        yield "nobody | donors told before"


def _carried(case: Case) -> Iterator[Candidate]:
    memory, index = case.memory, case.view.sentence.index
    pronoun = _pronoun(case)
    for known, how in (
        (memory.last_donors, "last"),
        (memory.package.donors if memory.package else None, "package"),
        (memory.list_package.donors if memory.list_package else None, "list"),
        (memory.speaker, "speaker"),
        (memory.leader, "leader"),
        (memory.titled, "title"),
        (memory.leaders if _tells_of_leaders(case) else None, "leaders"),
    ):
        if known is not None:
            yield _remembered(case, known, f"{how} {_age(index - known.sentence)}", pronoun)
    if case.head is not None:
        yield _remembered(case, case.head.donors or _NOBODY, f"head {case.head.how}", pronoun)
    if memory.own_side:
        own = Known((memory.own_side,), (), index)
        yield _remembered(case, own, "page", pronoun)


_LEADERS = frozenset("leaders they both ministers presidents officials countries their two".split())


def _tells_of_leaders(case: Case) -> bool:
    """ "The leaders reviewed their efforts": a sentence that opens with those who met, before what is offered."""
    return bool(_LEADERS & {case.view.lower(at) for at in range(min(8, case.offer.first))})


def _remembered(case: Case, known: Known, how: str, pronoun: str) -> Candidate:
    marks = {f"carried {how}", f"carried {how.split(maxsplit=1)[0]} | {pronoun}", f"carried | {case.deed}", "carried"}
    marks |= set(standing(known.codes, case.memory))
    block = case.view.sentence.block_kind
    if block in ("bullet", "list_header", "headline"):
        marks.add(f"carried {how.split(maxsplit=1)[0]} | {block}")
    if not any(True for _ in case.view.parties()):
        marks.add("carried | nobody named")
    if praise(case.clauses, case.offer) is not None:
        marks.add("carried | praise")
    marks.add(f"carried, named {case.memory.since_named(known.codes, case.view.sentence.index)}")
    return Candidate(_members(case, known.codes), known.spans, "carried", True, frozenset(marks))


def _age(sentences: int) -> str:
    return "now" if sentences <= 0 else "1" if sentences == 1 else "2-3" if sentences <= 3 else "far"


def _pronoun(case: Case) -> str:
    """Which word stands for the doer of the governing verb, else which pronoun the sentence has."""
    view, use = case.view, case.use
    if use is not None:
        doer = case.clauses.doer(use)
        if doer is not None and doer.mention is None:
            word = view.lower(doer.word)
            return "doer we" if word in _WE else "doer they"
        if doer is None and any(view.lower(i) in _OFFICES for i in range(use.start - 5, use.start)):
            return "doer office"
        if doer is not None:
            return "doer named"
    words = {token.lower for token in view.sentence.tokens}
    return "we" if words & _WE else "they" if words & _THEY else "no pronoun"


def _members(case: Case, codes: tuple[str, ...]) -> tuple[str, ...]:
    """ "from the 31 countries that make up the alliance": its members give, not the organisation."""
    if codes != ("nato",):
        return codes
    words = [token.lower for token in case.view.sentence.tokens]
    of_members = any(
        words[at : at + 2] == ["from", "the"] and _MEMBERS & set(words[at + 2 : at + 5]) for at in range(len(words))
    )
    return ("nato-members",) if of_members else codes

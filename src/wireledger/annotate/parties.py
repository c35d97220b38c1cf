"""Finds who is named: states and those who act for them, alliances, groups, and persons by name, surname or office.

"the German chancellor, Olaf Scholz" is one mention, of the person; "the German chancellor" alone is the holder of that
day, and Germany where the day or the holder is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wireledger.annotate.names import PARTICLES
from wireledger.annotate.people import NameRun, People, name_run
from wireledger.lexicon.roles import Role
from wireledger.model import Mention, Party, Token

_FORMER = frozenset(("former", "ex", "then", "past", "late"))
_BETWEEN = frozenset(
    "parliamentary presidential interim caretaker first federal 's ' new outgoing incoming acting deputy current former"
    " ex longtime top senior then defence defense".split()
)
_LONGEST_STATE = 4
_US_POLITICS = frozenset(
    "governor gov. republican republicans democrat democrats congressman congresswoman legislature runoff".split()
)
_SOCIETIES = frozenset(
    "initiative party movement league institute foundation association society federation university college church"
    " museum club academy orchestra".split()
)
_TITLE_VERBS = ("s", "ing", "ed")
_VERBS = frozenset("met meets told tells said says spoke visits flew was is has had will urges asks and with".split())
_MET_WITH = frozenset(
    "met meets meet meeting spoke spoken speaks speak talks call conversation phone telephone".split()
)
_SPOKE_TO = frozenset("spoke spoken speaks".split())
_IN = frozenset(("in", "to", "from", "at", "of"))


class _Office(NamedTuple):
    role: Role
    first: int
    last: int
    former: bool


def find_parties(words: Sequence[Token], people: People) -> list[Mention]:
    """The parties and persons of one sentence in order of place; persons met by name are kept in `people`."""
    found: list[Mention] = []
    after = 0
    for at, word in enumerate(words):
        if at < after:
            continue
        mention = None
        if word.text[0].isupper():
            mention = _capitalised(words, at, people)
        elif word.lower in people.names.small_starts or "-" in word.lower:
            mention = _lower(words, at, people)
        if mention is not None:
            found.append(mention)
            after = mention.last
    return found


def _capitalised(words: Sequence[Token], at: int, people: People) -> Mention | None:
    return (
        _known_person(words, at, people)
        or _party(words, at, people)
        or _titled(words, at, people)
        or _by_name(words, at, people)
    )


def _lower(words: Sequence[Token], at: int, people: People) -> Mention | None:
    """ "the alliance", "president Duda", "el-Sisi"."""
    return _party(words, at, people) or _titled(words, at, people) or _lower_surname(words, at, people)


def _lower_surname(words: Sequence[Token], at: int, people: People) -> Mention | None:
    """ "el-Sisi", "von der Leyen"."""
    longest = 4 if words[at].lower in PARTICLES else 1 if "-" in words[at].lower else 0
    for last in range(min(at + longest, len(words)), at, -1):
        known = people.surname(_text(words, at, last)) if words[last - 1].text[-1].islower() else None
        if known is not None:
            return Mention(at, last, known)
    return None


def _known_person(words: Sequence[Token], at: int, people: People) -> Mention | None:
    hit = people.names.persons.match(words, at)
    if hit is None:
        return None
    party = people.meet(people.names.people[hit.value].name, _side_behind(words, hit.last, people), hit.value)
    return Mention(at, hit.last, party)


def _party(words: Sequence[Token], at: int, people: People) -> Mention | None:
    """A state, body, organisation or group; with a role behind it, the person or office meant."""
    hit = people.names.parties.match(words, at)
    if hit is None or _is_part_of_name(words, at, hit.last, hit.value, people):
        return None
    if hit.value.named_by == "generic" and hit.value.code not in people.organisations:
        return None
    if hit.value.kind not in ("state", "group", "person"):
        people.organisations.add(hit.value.code)
    office = _role_from(words, hit.last, people)
    if office is not None and hit.value.acts_for:
        former = office.former or _is_former(words, at)
        named = _name_from(words, office.last, people)
        if named is not None:
            party = _meet(words, named, people, hit.value.acts_for)
            return Mention(named.first, named.last, party) if party else None
        holder = people.office(office.role, hit.value.acts_for, former)
        if office.role.kind in ("leader", "minister") and holder is not None:
            return Mention(at, office.last, holder)
        if office.role.kind != "title":
            acting = Party(hit.value.code, hit.value.kind, "office", None if former else hit.value.acts_for)
            return Mention(at, office.last, acting)
    return Mention(at, hit.last, hit.value)


def _titled(words: Sequence[Token], at: int, people: People) -> Mention | None:
    """ "President Duda", "Prime Minister of Fiji Sitiveni Rabuka", "President of Guatemala"."""
    hit = people.names.roles.match(words, at)
    if hit is None:
        return None
    role, last = hit.value, hit.last
    of = _of_party(words, last, people)
    if of is not None:
        named = _name_from(words, of.last, people)
        if named is not None and isinstance(of.thing, Party):
            party = _meet(words, named, people, of.thing.acts_for)
            return Mention(named.first, named.last, party) if party else None
        acts_for = of.thing.acts_for if isinstance(of.thing, Party) else None
        holder = people.office(role, acts_for, _is_former(words, at)) if acts_for else None
        return Mention(at, of.last, holder) if holder else None
    if not words[at].text[0].isupper() and role.kind == "title":
        return None
    named = _name_from(words, last, people)
    if named is None:
        return None
    lone = named.last - named.first == 1
    name = _text(words, named.first, named.last)
    holder = people.titled(name, role.office) if lone and role.office and name not in people.by_surname else None
    party = holder or _meet(words, named, people, None, titled=True)
    return Mention(named.first, named.last, party) if party else None


def _by_name(words: Sequence[Token], at: int, people: People) -> Mention | None:
    """A full name by its first name or the office behind it, or a surname known by now."""
    run = name_run(words, at, people.names)
    if run is None:
        return None
    first_name = words[at].text in people.names.first_names
    for last in range(run.last, at, -1):
        if last == at + 1 < run.last and first_name and not words[last].lower.endswith(_TITLE_VERBS):
            break  # "Mustafa Barghouti" is not whoever bears the surname Mustafa
        known = people.surname(_text(words, at, last))
        if known is not None:
            return Mention(at, last, known)
    behind = _side_behind(words, run.last, people)
    told = first_name or behind is not None or _is_met(words, at, run.last)
    if run.last - at >= 2 and told and run.last - at <= 4:
        return Mention(at, run.last, people.meet(_text(words, at, run.last), behind))
    return None


def _is_met(words: Sequence[Token], at: int, last: int) -> bool:
    """Whether a person must be meant: "spoke today with | Ana Ruiz", but not "met with | Alpha Steel | managers"."""
    after = words[last].text if last < len(words) else "."
    plural = after.islower() and after.endswith("s") and len(after) > 4
    if at < 2 or words[at - 1].lower not in ("with", "to") or plural:
        return False
    links = _MET_WITH if words[at - 1].lower == "with" else _SPOKE_TO
    before = [w.lower for w in words[max(0, at - 4) : at - 1]]
    return any(w in links for w in before) and not {",", "and", ";", "."} & set(before[1:])


def _meet(
    words: Sequence[Token], run: NameRun, people: People, acts_for: str | None, titled: bool = False
) -> Party | None:
    """The person of a run of names behind a title: known by surname, or met here."""
    name = _text(words, run.first, run.last)
    known = people.surname(name) if run.last - run.first == 1 or "-" in name else None
    if known is None and titled and run.last - run.first == 1 and _is_after_former(words, run.first):
        known = people.former(name)
    if known is not None:
        return known
    behind = _side_behind(words, run.last, people)
    hit = people.names.persons.match(words, run.first)
    if hit is not None and hit.last <= run.last + 1:
        return people.meet(people.names.people[hit.value].name, acts_for or behind, hit.value)
    if run.last - run.first == 1 and not titled and acts_for is None:
        return None
    return people.meet(name, acts_for or behind)


def _role_from(words: Sequence[Token], at: int, people: People) -> _Office | None:
    """A role that begins at `at`, past a possessive and few adjectives."""
    former = False
    for position in range(at, min(at + 4, len(words))):
        hit = people.names.roles.match(words, position)
        if hit is not None:
            return _longest_role(_Office(hit.value, position, hit.last, former), words, people)
        if words[position].lower not in _BETWEEN and not _is_rank_word(words, position, at, people):
            return None
        former = former or words[position].lower in _FORMER
    return None


def _is_rank_word(words: Sequence[Token], position: int, at: int, people: People) -> bool:
    """Whether a word in capitals goes on to a role in capitals: "Presidential | Security Advisor"."""
    if position - at > 1 or not words[position].text[0].isupper() or not words[position].text.isalpha():
        return False
    after = words[position + 1 : position + 3]
    roles = [people.names.roles.match(words, position + 1 + i) for i in range(len(after))]
    capital = all(w.text[0].isupper() for w in after[:1])
    return capital and any(r is not None and after[i].text[0].isupper() for i, r in enumerate(roles))


def _longest_role(office: _Office, words: Sequence[Token], people: People) -> _Office:
    """ "president" of "president and commander", "deputy" of "deputy prime minister": roles in a row are one."""
    while office.last < len(words):
        hit = people.names.roles.match(words, office.last)
        if hit is None or hit.value.kind == "title":
            return office
        office = _Office(hit.value, office.first, hit.last, office.former)
    return office


def _name_from(words: Sequence[Token], at: int, people: People) -> NameRun | None:
    """The name that follows a role, past a comma or a given rank."""
    if at < len(words) and words[at].text == ",":
        at += 1
    while at < len(words) and words[at].text[0].isupper():
        hit = people.names.roles.match(words, at)
        if hit is None:
            break
        at = hit.last
    if at >= len(words) or not words[at].text[0].isupper():
        return None
    return _known_part(words, name_run(words, at, people.names), people)


def _known_part(words: Sequence[Token], run: NameRun | None, people: People) -> NameRun | None:
    """Of "Biden Announces" in a title in capitals the surname alone, where it is known and begins no full name."""
    if run is None or run.last - run.first == 1 or words[run.first].text in people.names.first_names:
        return run
    if people.names.persons.match(words, run.first) is not None:
        return run
    known = people.surname(_text(words, run.first, run.last)) or people.surname(words[run.first].text)
    return NameRun(run.first, run.first + 1) if known and words[run.first + 1].lower.endswith(_TITLE_VERBS) else run


def _of_party(words: Sequence[Token], at: int, people: People) -> Mention | None:
    if at + 1 >= len(words) or words[at].lower not in ("of", "for"):
        return None
    start = at + 2 if words[at + 1].lower == "the" and at + 2 < len(words) else at + 1
    hit = people.names.parties.match(words, start)
    if hit is None or (hit.value.named_by == "demonym" and _names_a_society(words, hit.last)):
        return None
    return Mention(start, hit.last, hit.value) if hit.value.acts_for else None


def _side_behind(words: Sequence[Token], at: int, people: People) -> str | None:
    """Whom a name's bearer acts for by what follows: ", the Ukrainian president", " of Ukraine", ", Germany's ..."."""
    if at + 1 >= len(words):
        return None
    if words[at].lower == "of":
        of = _of_party(words, at, people)
        return of.thing.acts_for if of and isinstance(of.thing, Party) else None
    if words[at].text not in (",", "("):
        return None
    for position in range(at + 1, min(at + 5, len(words))):
        hit = people.names.parties.match(words, position)
        if hit is not None:
            office = _role_from(words, hit.last, people)
            return hit.value.acts_for if office and not office.former and not _is_former(words, position) else None
        role = people.names.roles.match(words, position)
        if role is not None:
            of = _of_party(words, role.last, people)
            return of.thing.acts_for if of and isinstance(of.thing, Party) else None
        if (
            words[position].text in (",", ".")
            or words[position].lower in _VERBS
            or words[position].lower.endswith("ed")
        ):
            return None
    return None


def _is_former(words: Sequence[Token], at: int) -> bool:
    return at > 0 and words[at - 1].lower.removesuffix("-") in _FORMER


def _is_after_former(words: Sequence[Token], first: int) -> bool:
    """Whether "former" opens the title before a name."""
    return any(_is_former(words, at) for at in range(max(0, first - 3), first))


def _is_part_of_name(words: Sequence[Token], first: int, last: int, party: Party, people: People) -> bool:
    """Whether a state's name is a person's or another place's ("Jordan Peele", "Atlanta, Georgia")."""
    surface = _text(words, first, last)
    if surface in people.not_states or (party.named_by == "demonym" and _names_a_society(words, last)):
        return True
    is_ambiguous = surface in people.names.ambiguous
    if party.kind != "state" or not (is_ambiguous or surface in people.names.doubtful):
        return False
    before = words[first - 1] if first else None
    if before is not None and before.text in people.names.first_names:
        return True
    return is_ambiguous and (_is_us_state(words, first, last, people) or _is_first_name(words, first, last, people))


def _names_a_society(words: Sequence[Token], last: int) -> bool:
    """Whether capitals go on to a body that acts for no state: "Palestinian | National Initiative"."""
    for word in words[last : last + _LONGEST_STATE]:
        if not word.text[0].isupper():
            return False
        if word.lower in _SOCIETIES:
            return True
    return False


def _is_us_state(words: Sequence[Token], first: int, last: int, people: People) -> bool:
    """ "Atlanta, Georgia", "the state of Georgia", "a Georgia Republican"."""
    if last < len(words) and words[last].lower in _US_POLITICS:
        return True
    before = [w.lower for w in words[max(first - 2, 0) : first]]
    if before == ["state", "of"]:
        return True
    city = words[first - 2] if before[1:] == [","] else None
    return city is not None and city.text[0].isupper() and not _ends_party(words, first - 1, people)


def _ends_party(words: Sequence[Token], stop: int, people: People) -> bool:
    """Whether a party's name ends before token `stop`: "Saudi Arabia | , Georgia" lists states."""
    hits = ((at, people.names.parties.match(words, at)) for at in range(max(0, stop - _LONGEST_STATE), stop))
    return any(hit is not None and hit.last == stop for _, hit in hits)


def _is_first_name(words: Sequence[Token], first: int, last: int, people: People) -> bool:
    """ "Jordan Peele", but not "in Jordan Biden"."""
    if last >= len(words) or (first and words[first - 1].lower in _IN):
        return False
    return name_run(words, last, people.names) is not None and people.surname(words[last].text) is None


def _text(words: Sequence[Token], first: int, last: int) -> str:
    return " ".join(w.text for w in words[first:last]).replace(" ,", ",")

"""The parties of a sentence seen from its first offer: rows of names, and the features of each."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.clauses import clauses
from wireledger.extract.govern import governor
from wireledger.extract.memory import Memory, memory
from wireledger.extract.offers import offers
from wireledger.extract.parts import Case, Row, parts, rows, standing


def case(text: str) -> Case:
    """The first offer of the last sentence of a report of these paragraphs (parted by slashes)."""
    made = document(*text.split(" / "))
    seen = views(made)
    last, remembered = clauses(seen[-1]), memory(made, seen, [])
    offer = offers(last.view)[0]
    return Case(last.view, last, offer, governor(last, offer), remembered)


def marks(text: str, party: str) -> set[str]:
    """The features of the row that begins with this name."""
    seen = case(text)
    row = next(r for r in rows(seen.view) if seen.view.text(r.mention.first, r.mention.last) == party)
    return set(parts(seen, row))


def row_codes(text: str) -> list[tuple[str, ...]]:
    return [row.codes for row in rows(case(text).view)]


FAR = "Kenya sent radios from its stores in Mombasa and its depot at the coast to Haiti."
# a sentence, a party of it, features it has, features it has not
FEATURES = [
    ("Japan gave the Philippines two boats.", "Japan", "doer|doer subject|doer | give|place before", "object"),
    ("Japan gave the Philippines two boats.", "Philippines", "object|right before its count|place between", "doer"),
    ("Two boats were donated to Manila by Japan.", "Japan", "doer by|by behind|behind another verb", ""),
    ("Two boats were donated to Manila by Japan.", "Manila", "to right behind|named by capital|place behind", "doer"),
    ("Chad urged Paris to send drones to its army.", "Paris", "doer moved|doer|object of control", "doer of control"),
    ("Chad urged Paris to send drones to its army.", "Chad", "doer of control", "doer"),
    ("Armenia thanked India, which sent guns to Yerevan.", "India", "doer relative|doer", "doer of other"),
    ("Armenia thanked India, which sent guns to Yerevan.", "Armenia", "doer of other", "doer"),
    ("Bern said Rome would send guns to Yerevan.", "Bern", "doer of saying", "doer"),
    ("Bern said Rome would send guns to Yerevan.", "Rome", "doer subject|verbs between 1", "doer of saying"),
    ("Peru signed the pact and Chile sent guns to Haiti.", "Peru", "doer of help", "doer"),
    ("Moldova received radars from Poland.", "Moldova", "doer | receive", "doer | give"),
    ("Moldova received radars from Poland.", "Poland", "from right behind|from right behind | receive", "doer"),
    ("Moldova received French radars.", "French", "adjective of things|named by demonym", "right before its count"),
    ("Haiti got Canadian humanitarian aid.", "Canadian", "adjective of aid|named by demonym", "adjective of things"),
    ("US military aid to Taiwan will grow.", "US", "adjective of aid", "named by body"),
    ("US military aid to Taiwan will grow.", "Taiwan", "to right behind|to right behind | none", "adjective of aid"),
    ("German Leopards will reach Chile.", "German", "adjective of a model", "adjective of things"),
    ("Germany's 14 Leopards are in Jordan.", "Germany", "owner of it", "owner of other|adjective of a model"),
    ("Lebanon's requests for rockets went to Paris.", "Lebanon", "owner of noun|owner of other", "owner of it"),
    ("Spain's fleet will send rockets to Paris.", "Spain", "owner of other", "owner of it"),
    ("The Pentagon will send Taiwan drones.", "Pentagon", "named by body|kind state", "named by capital"),
    ("Macron gave Yerevan radars.", "Macron", "kind person|doer", "named by body"),
    ("In May, the EU pledged $40 million to Sudan.", "EU", "kind alliance|doer", "kind state"),
    ("The allies will send shells to Kyiv.", "allies", "kind group|doer", "kind state"),
    ("Kenya will send radios to help Haiti.", "Haiti", "object of helping|place behind", "object"),
    ("Kenya will send radios for Haiti.", "Haiti", "for right behind", "to right behind"),
    ("After talks in Doha, Kenya sent Haiti radios.", "Doha", "in before", "doer"),
    (FAR, "Haiti", "to behind", "to right behind"),
    (FAR, "Haiti", "place far behind", "place behind"),
    ("US-supplied rifles reached Sudan.", "US-supplied", "compound supplied near", "kind state"),
    ("Sudan says rifles that are US-supplied arrived.", "US-supplied", "compound supplied", "compound supplied near"),
    ("A Czech-led group will send shells to Mali.", "Czech-led", "compound led", "compound supplied"),
    ("Western rifles reached Sudan.", "Western", "compound western near", "kind state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "has", "lacks"), FEATURES)
def test_the_features_of_a_party(text: str, party: str, has: str, lacks: str) -> None:
    found = marks(text, party)
    wanted = set(has.replace(" | ", " & ").split("|"))
    absent = set(lacks.split("|")) if lacks else set()
    assert wanted <= {mark.replace(" | ", " & ") for mark in found}
    assert not absent & found


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Japan gave Palau two boats.", "give"),
        ("Japan will train sailors of Palau on two boats.", "give"),
        ("Palau received two boats.", "receive"),
        ("Two boats arrived in Palau.", "arrive"),
        ("The Diet approved two boats for Palau.", "approve"),
        ("Tokyo suspended military aid to Palau.", "withdraw"),
        ("Tokyo refused two boats to Palau.", "withdraw"),
        ("Palau asked for two boats.", "request"),
        ("Tokyo is considering two boats for Palau.", "float"),
        ("Palau's requests for boats came late.", "noun-request"),
        ("A shipment of boats lies in Palau.", "noun"),
        ("Two boats lie in Palau.", "none"),
    ],
)
def test_what_the_governing_word_does(text: str, deed: str) -> None:
    assert case(text).deed == deed


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Denmark, Norway and the Netherlands will send boats to Estonia.", [("dk", "no", "nl"), ("ee",)]),
        ("Denmark and Norway will send boats to Estonia.", [("dk", "no"), ("ee",)]),
        ("Denmark along with Norway will send boats to Estonia.", [("dk", "no"), ("ee",)]),
        ("Denmark, Norway to send boats to Estonia", [("dk", "no"), ("ee",)]),
        ("To support Lebanon, Qatar will send boats.", [("lb",), ("qa",)]),
        ("Denmark said Norway will send boats to Estonia.", [("dk",), ("no",), ("ee",)]),
        ("Berlin will send boats to Tallinn and Germany to Riga.", [("de",), ("ee", "de"), ("lv",)]),
        ("Boats for the three Baltic states were promised by Oslo.", [("ee", "lv", "lt"), ("no",)]),
        ("Brussels will send boats.", [("eu",)]),
        ("Brussels will send Belgian boats.", [("be",), ("be",)]),
        ("US-supplied boats lie in a Czech-led port.", [("us",), ("cz",)]),
        ("Boats from the West reached Fiji.", [("unnamed-allies",), ("fj",)]),
        ("Boats reached the west coast of Fiji.", [("fj",)]),
        ("The boats came.", []),
    ],
)  # fmt: skip
def test_rows_of_parties(text: str, codes: list[tuple[str, ...]]) -> None:
    assert row_codes(text) == codes


def test_every_party_stands_in_one_row() -> None:
    view = case("Denmark, Norway and the Netherlands will send boats to Estonia and Latvia.").view
    listed = [m.first for row in rows(view) for m in row.mentions]
    assert listed == [m.first for m, _ in view.parties()]


def remembered(**known: object) -> Memory:
    """A memory with nothing in it but what is given."""
    return Memory(**{"own_side": None, "main_recipient": None, "helped": {}, **known})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codes", "known", "expected"),
    [
        (("ht",), {"helped": {"ht": 5}}, {"is often helped", "never gave"}),
        (("ht",), {"helped": {"ht": 2}}, {"is helped", "never gave"}),
        (("ht",), {"helped": {"ht": 1}}, {"never gave"}),
        (("rw",), {"attackers": frozenset(("rw",))}, {"attacks", "never gave"}),
        (("ke",), {"gave": frozenset(("ke",))}, {"gave"}),
        (("ke",), {"gave": frozenset(("ke",)), "top_giver": "ke"}, {"gave", "gave most"}),
        (("ke",), {"own_side": "ke"}, {"own side", "never gave"}),
        (("ke", "jm"), {}, {"several", "never gave"}),
        ((), {}, set()),
    ],
)
def test_what_the_report_tells_of_parties(codes: tuple[str, ...], known: dict[str, object], expected: set[str]) -> None:
    assert set(standing(codes, remembered(**known))) == expected


@pytest.mark.parametrize(
    ("told", "mark"), [(5, "is the helped"), (2, "is likely the helped"), (1, "is perhaps the helped")]
)
def test_the_one_most_helped_is_told_apart(told: int, mark: str) -> None:
    seen = case("Kenya sent radios to Haiti.")
    assert seen.memory.main_recipient is not None
    known = remembered(main_recipient=seen.memory.main_recipient, helped={"ht": told})
    assert mark in set(standing(("ht",), known))


def test_a_row_is_known_by_its_first_mention() -> None:
    row = rows(case("Denmark and Norway will send boats to Estonia.").view)[0]
    assert isinstance(row, Row)
    assert (row.mention, row.party) == (row.mentions[0], row.mentions[0].thing)

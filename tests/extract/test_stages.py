"""How far help came by what is said of a thing, and the words around it that must not decide; whatever its chance."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import document, views

from wireledger.extract.pledges import candidates
from wireledger.extract.readings import Reading

# what is said of the thing itself
STANDS = [
    ("Oslo promised Moldova ten trucks. / The [ten trucks] are at sea.", "in_transit"),
    ("Oslo promised Moldova ten trucks. / [Ten trucks] are on their way to Moldova.", "in_transit"),
    ("Oslo promised Moldova ten trucks. / The [ten trucks] are being loaded in Bergen.", "in_transit"),
    ("The minister confirmed that [ten trucks] are en route to Moldova.", "in_transit"),
    ("All [ten trucks] that Oslo promised Moldova are now there, the army said.", "delivered"),
    ("Norway's [ten trucks] crossed the border weeks ago.", "delivered"),
    ("Oslo gave Moldova four trucks. / The remaining [six] follow within weeks.", "promised"),
    ("The [ten trucks] that Oslo promised to Moldova are still in Norway.", "promised"),
    ("Chile announced an order of [650 radars] for Peru.", "contracted"),
    ("He brought a promise of [ten trucks] to Chisinau.", "promised"),
    ("Then came the decision on [ten trucks] for Moldova.", "promised"),
]

# a verb near the thing that says nothing of it
NEAR = [
    ("The package for Moldova contains arms, [90 trucks], which brings their number to 109.", "promised"),
    ("Italian help for Moldova adds up to [two billion euros].", "promised"),
    ("Lisbon allocated 5 million euros to Moldova as well as [radars] for which no value was given.", "approved"),
    ("Rome said it would supply [long-range artillery] to Moldova, despite a threat to act if it did.", "promised"),
    ("The leaders failed to agree on [five billion euros] for Moldova.", "refused"),
    ("Rome agreed on Friday to give Moldova [five billion euros].", "promised"),
    ("Rome agreed on 25 January to give Moldova [five billion euros].", "promised"),
    ("Rome said that it would give not one more [truck] to Moldova.", "refused"),
    ("Moldova's wish for [jets] was turned down again.", "refused"),
    ("Chisinau is negotiating about [a loan of more than 15 billion dollars] with Rome.", "floated"),
    ("The cabinet would like to approve [40 million euros] for Moldova.", "floated"),
    ("The leaders promised to look at [more radars] for Moldova.", "floated"),
    ("Rome holds talks on [its last jets] with Moldova.", "floated"),
    ("The package for Moldova, [40 million euros of shells], was dropped.", "withdrawn"),
    ("Rome has by its own count given Moldova [28 billion euros of military aid].", "delivered"),
    ("The State Department will make [225 million dollars] available to Moldova.", "promised"),
    ("Japan's rules do not let it send [arms] to Moldova.", "refused"),
    ("Moldovan [crews] are to start training in Romania.", "promised"),
    ("Oslo promised Moldova 18 trucks. / Then came the [six] which were added when a buyer withdrew.", "promised"),
    ("If Chisinau asks for [jets], Oslo may send some.", "floated"),
    ("The minister said that [jets] were on the way to Moldova.", "in_transit"),
    ("The [18 jets] will be made ready for Moldova.", "promised"),
    ("Moldova has used the [radars] we are providing.", "in_transit"),
    ("The first Moldovan [pilots] have begun a course in Denmark.", "in_transit"),
    ("The Moldovan [crews] have finished their training in Denmark.", "delivered"),
    ("A system is promised. / Rome approved the transfer of 13 jets to Moldova. / [A radar] is included.", "approved"),
    ("The bill is paid from the [three billion euros] a year which Rome has set aside for Moldova.", "approved"),
]  # fmt: skip


def reading_of(marked: str) -> Reading:
    """The reading of the offer that begins at the bracket; paragraphs are parted by a slash."""
    head = marked.partition("[")[0].split(" / ")[-1]
    words = marked.partition("[")[2].partition("]")[0]
    made = document(*marked.replace("[", "").replace("]", "").split(" / "))
    start = made.report.text.rindex(head + words) + len(head)
    for view, reading, _ in candidates(made, views(made)):
        offer = reading.offer
        span = view.sentence.place(offer.first, offer.last)
        if span.start < start + len(words) and start < span.stop:
            return reading
    raise AssertionError(f"no offer at {words!r}")


@pytest.mark.parametrize(("marked", "step"), [*STANDS, *NEAR])
def test_the_step(marked: str, step: str) -> None:
    assert reading_of(marked).step.step == step


@pytest.mark.parametrize(
    ("marked", "recipient"),
    [
        ("Lima sent Peru's old jets to Ghana. / Peru sent Ghana ten jets. / In return Canberra offers [trucks].", "pe"),
        ("Rome gave Peru 50 trucks and Chile [40 vans].", "cl"),
        ("Emmanuel Macron said Olaf Scholz had promised [eight tanks].", None),
        ("Rome gives Ghana 200 million euros; the rest, [60 million euros], goes to neighbouring countries.", None),
        ("The 18 Dutch jets in Ghana are to become Ghana's. / The [18 jets] are to become Ghana's.", "gh"),
    ],
)
def test_to_whom(marked: str, recipient: str | None) -> None:
    known = reading_of(marked).recipient
    assert (known.codes if known is not None else None) == ((recipient,) if recipient is not None else None)


@pytest.mark.parametrize(
    ("marked", "donors"),
    [
        ("All of the first [fifty trucks] have reached Ghana, the minister in Accra reports.", ()),
        ("[Ten trucks] will go to Ghana from Norway.", ("no",)),
        ("Brazil lends Ghana [18 billion euros], half of the sum; the rest comes from Quito.", ("br",)),
        ("Ghana's wish for [jets] was turned down.", ()),
        ("The Peruvian minister handed Nana Akufo-Addo a model and promised [20 vans] to Ghana.", ("pe",)),
        ("Canberra will send Ghana technology to counter [Iranian-supplied drones].", ("au",)),
        (
            "Lima sent Ghana jets. / He said after a call with the Chilean president that [jets] were on the way.",
            ("pe",),
        ),
        ("Lima sent Ghana jets. / The [jets] are at sea; Quito is to add about 40 vans.", ("pe",)),
        (
            "Canberra promised Ghana 50 vans last year.  / Canberra sent 50 vans to Ghana, and Quito [40 trucks].",
            ("ec",),
        ),
        ("Ghana lacks money; the rest comes from the IMF, with which Accra is negotiating about [a loan].", ("imf",)),
        ("Pilots from Ghana are in class. / The first [pilots] from Ghana have begun a course in Chile.", ("cl",)),
    ],
)
def test_from_whom(marked: str, donors: tuple[str, ...]) -> None:
    known = reading_of(marked).donors
    assert (known.codes if known is not None else ()) == donors


@pytest.mark.parametrize(
    "marked",
    [
        "Of the radars that Oslo promised Moldova, [58] had reached Moldova.",
        "Of the radars, a first shipment of [58] went to Moldova in May.",
    ],
)
def test_what_a_sentence_opens_with_is_counted(marked: str) -> None:
    offer = reading_of(marked).offer
    assert (offer.words, offer.bare) == ("radars", False)


def test_what_a_sum_of_machines_is_of() -> None:
    assert reading_of("Germany's offer of howitzers came to [14 vehicles].").offer.words == "howitzers"


def test_an_object_that_stands_before_its_verb_leaves_none_behind_it() -> None:
    known = reading_of("There are the 650 rockets which London ordered, and Canada's [80 radars].").donors
    assert known is not None
    assert known.codes == ("ca",)


def test_what_is_included_is_part_of_the_package_that_was_announced() -> None:
    told = "Washington announced a $2 billion package for Moldova. Berlin will add 40 vans. [Ten guns] are included."
    known = reading_of(told).donors
    assert known is not None
    assert known.codes == ("us",)


def test_a_count_before_the_owner() -> None:
    quantity = reading_of("The first [four of Peru's jets] were flown to Ghana.").offer.quantity
    assert quantity is not None


def test_the_parts_behind_a_colon_are_no_more_gifts() -> None:
    made = document("Oslo has given Moldova eight trucks: four in March and four more since then.")
    counted = [r.offer for _, r, _ in candidates(made, views(made)) if r.offer.quantity is not None]
    assert len(counted) == 1


@pytest.mark.parametrize(
    ("marked", "scope"),
    [
        ("Rome will give Moldova [59 trucks], which brings the number of trucks to 109.", "new"),
        ("Rome will give Moldova [59 trucks], bringing the total to 109.", "new"),
        ("All in all, Western allies have promised Moldova [230 trucks].", "total"),
        ("Chisinau wants [300 trucks] in all.", "new"),
    ],
)
def test_the_scope(marked: str, scope: str) -> None:
    assert reading_of(marked).scope == scope

"""Who does each act of a sentence, and how that was found."""

from __future__ import annotations

import pytest
from tests.extract.pledges_made import only_view

from wireledger.extract.clauses import Clauses, clauses
from wireledger.extract.verbs import Use

# sentence, verb group, doer ("": nobody the sentence names), how
FINITE = [
    ("Kenya sent officers to Haiti.", "sent", "Kenya", "subject"),
    ("After talks in Doha, Qatar promised fuel to Lebanon.", "promised", "Qatar", "subject"),
    ("In Tokyo on Monday, the Philippines asked for two boats.", "asked for", "Philippines", "subject"),
    ("With help from Tokyo, Hanoi built two patrol boats.", "built", "Hanoi", "subject"),
    ("Jordan, like Egypt, opened its border.", "opened", "Jordan", "subject"),
    ("Dhaka, along with Kathmandu, sends troops to Juba.", "sends", "Dhaka", "subject"),
    ("The officers from Kenya landed.", "landed", "", ""),
    ("The Russian invasion drove millions to Poland.", "drove", "", ""),
    ("He said Canada would pay for the mission.", "said", "he", "subject"),
    ("He said Canada would pay for the mission.", "would pay", "Canada", "subject"),
    ("We will send Moldova 40 radars.", "will send", "we", "subject"),
    ("They trained the police of Haiti.", "trained", "they", "subject"),
    ("Berlin said on Friday it is delivering generators.", "is delivering", "it", "subject"),
]
NEIGHBOURS = [
    ("The officers from Kenya landed, and Canada paid for the flight.", "paid", "Canada", "subject"),
    ("Ottawa pledged vehicles while Nassau offered sailors.", "offered", "Nassau", "subject"),
    ("Ottawa pledged vehicles while Nassau offered sailors.", "pledged", "Ottawa", "subject"),
    ("If Greece sends missiles, Turkey will protest.", "will protest", "Turkey", "subject"),
    ("Poland is sending jets because Germany agreed.", "agreed", "Germany", "subject"),
    ("The minister said that Sweden had sent boats and that Finland would follow.", "had sent", "Sweden", "subject"),
    (
        "The minister said that Sweden had sent boats and that Finland would follow.",
        "would follow",
        "Finland",
        "subject",
    ),
    ("Bogota said that it would train police but Lima refused.", "refused", "Lima", "subject"),
    ("Ecuador would not send its jets unless Washington replaced them.", "replaced", "Washington", "subject"),
    ("A convoy from Chad reached Darfur and Egypt closed its airspace.", "closed", "Egypt", "subject"),
]
JOINED = [
    ("Latvia bought drones and gave them to Moldova.", "gave", "Latvia", "joined"),
    ("Paris signed the accord in May, shipped the radars in June and trained the crews.", "trained", "Paris", "joined"),
    ("Wellington thanked Suva for its soldiers and promised trucks.", "promised", "Wellington", "joined"),
    ("Latvia gave Moldova drones and trained its crews.", "trained", "Latvia", "joined"),
    ("Australia praised the work of Samoa and pledged boats.", "pledged", "Australia", "joined"),
    ("Jordan, like Egypt, opened its border and sent flour to Gaza.", "sent", "Jordan", "joined"),
]
RELATIVE = [
    ("Yerevan thanked India, which delivered the guns.", "delivered", "India", "relative"),
    ("The envoy praised Rwanda, who sent a battalion.", "sent", "Rwanda", "relative"),
    ("Oslo, which had lent two frigates, withdrew them.", "had lent", "Oslo", "relative"),
    ("Oslo, which had lent two frigates, withdrew them.", "withdrew", "Oslo", "past relative"),
    ("Accra, which hosts the mission, asked Lome to send police.", "asked", "Accra", "past relative"),
    ("The ship that Italy repaired lies in Tripoli.", "repaired", "Italy", "subject"),
]
INFINITIVES = [
    ("Seoul promised to send shells to Manila.", "to send", "Seoul", "shared"),
    ("Spain refused to give Chad tanks.", "to give", "Spain", "shared"),
    ("Ankara is ready to supply Baku with drones.", "to supply", "Ankara", "shared"),
    ("Tunis said Rome had agreed to fund its coast guard.", "to fund", "Rome", "shared"),
    ("Georgia needs radars, and Sofia has promised to send them.", "to send", "Sofia", "shared"),
    ("Chad urged Paris to send drones.", "to send", "Paris", "moved"),
    ("Kyiv called on Bern to release the shells.", "to release", "Bern", "moved"),
    ("The senator asked Congress to approve the loan.", "to approve", "Congress", "moved"),
    ("Nairobi pleaded with Washington to fund the mission.", "to fund", "Washington", "moved"),
    ("Algeria wants France to return the archive.", "to return", "France", "moved"),
    ("Manila said it had asked Tokyo to lend it boats.", "to lend", "Tokyo", "moved"),
    ("Accra asked the council to send police.", "to send", "", ""),
]
GERUNDS = [
    ("Taipei thanked Washington for approving the sale.", "approving", "Washington", "moved"),
    ("Beirut praised Rome for sending doctors.", "sending", "Rome", "moved"),
    ("Yerevan accused Baku of shelling its villages.", "shelling", "Baku", "moved"),
    ("Kigali denied arming the rebels.", "arming", "Kigali", "shared"),
    ("Helsinki is considering sending jets.", "sending", "Helsinki", "shared"),
    ("The Emirates stopped paying the salaries.", "paying", "Emirates", "shared"),
    ("Israel asked Berlin to keep selling submarines.", "selling", "Berlin", "shared"),
    ("Egypt sent flour after closing the border.", "closing", "Egypt", "shared"),
    ("Egypt closed the border before sending flour.", "sending", "Egypt", "shared"),
    ("While supplying Niger with drones, Turkey opened a base in Chad.", "supplying", "Turkey", "shared"),
]
PASSIVES = [
    ("The boats were donated by Japan.", "were donated", "Japan", "by"),
    ("The howitzers, built by France, were given to Armenia by India.", "built", "France", "by"),
    ("The howitzers, built by France, were given to Armenia by India.", "were given", "India", "by"),
    ("The drones, supplied by Turkey, reached Bamako.", "supplied", "Turkey", "by"),
    ("Two frigates were promised to Athens.", "were promised", "", ""),
]
OWNERS = [
    ("Germany's decision to send tanks to Jordan surprised Rome.", "to send", "Germany", "owner"),
    ("Doha's promise to fund the mission stands.", "to fund", "Doha", "owner"),
    ("Turkish readiness to supply drones is known.", "to supply", "Turkish", "owner"),
    ("The decision by Tokyo to lend boats was praised.", "to lend", "Tokyo", "owner"),
    ("Italy welcomed Albania's offer to host the centre.", "to host", "Albania", "owner"),
    ("Manila slammed Beijing for its refusal to leave the reef.", "to leave", "Beijing", "owner"),
    ("Zagreb scolded Vienna for its delay in sending engineers.", "sending", "Vienna", "owner"),
]
ASIDES = [
    ("Warsaw, after consulting Berlin, handed over the jets.", "handed over", "Warsaw", "subject"),
    ("Warsaw, after consulting Berlin, handed over the jets.", "consulting", "Warsaw", "shared"),
    ("Rome, thanking Doha for its help, sent two planes to Beirut.", "sent", "Rome", "subject"),
    ("Norway, sending tanks to Amman, asked for patience.", "asked for", "Norway", "subject"),
    ("Turkey, backed by Qatar, sent drones to Niger.", "sent", "Turkey", "subject"),
    ("Rome, urged by Doha, sent two planes to Beirut.", "urged", "Doha", "by"),
    ("Bern said that Accra, backed by Lome, sent drones to Niger.", "sent", "Accra", "subject"),
    ("Urged by Rome, Egypt sent drones to Niger.", "sent", "Egypt", "subject"),
]
ROWS = [*FINITE, *NEIGHBOURS, *JOINED, *RELATIVE, *INFINITIVES, *GERUNDS, *PASSIVES, *OWNERS, *ASIDES]

FAULTS = [
    ("The plan to lend Palau boats came from Tokyo.", "came", "", "the object of an infinitive is taken for a doer"),
    ("Having trained the crews, Denmark sent the boats.", "Having trained", "Denmark", '"having" is not read ahead'),
    ("The UK offer to lend Kenya money came late.", "to lend", "UK", "a bare name before a noun does not own it"),
    ("The plan of Madrid to lend boats failed.", "to lend", "Madrid", '"of" does not tell an owner'),
    ("Malawi is grateful to Ireland for training its rangers.", "training", "Ireland", "an adjective moves nobody"),
    ("Ethiopia was forced by Sudan to close its camp.", "to close", "Ethiopia", "nobody is moved by a passive"),
    ("Suriname, whose police left in May, sent doctors.", "sent", "Suriname", '"whose" is not read over'),
    ("The loan was approved by the Senate and paid by Ottawa.", "paid", "Ottawa", "a joined passive is read as active"),
]  # fmt: skip


def use_of(seen: Clauses, words: str) -> Use:
    """The verb group of these words."""
    return next(use for use in seen.acts if seen.view.text(use.start, use.last) == words)


def told(sentence: str, words: str) -> tuple[str, str]:
    """Who does an act (a mention or a pronoun, lower case; empty: nobody), and how that was found."""
    seen = clauses(only_view(sentence))
    doer = seen.doer(use_of(seen, words))
    if doer is None:
        return "", ""
    mention = doer.mention
    return seen.view.text(mention.first, mention.last) if mention else seen.view.lower(doer.word), doer.how


@pytest.mark.parametrize(("sentence", "words", "doer", "how"), ROWS)
def test_who_does_an_act(sentence: str, words: str, doer: str, how: str) -> None:
    assert told(sentence, words) == (doer, how)


@pytest.mark.parametrize(
    ("sentence", "words", "doer"),
    [pytest.param(s, w, d, marks=pytest.mark.xfail(strict=True, reason=why)) for s, w, d, why in FAULTS],
)
def test_doers_that_are_misread_today(sentence: str, words: str, doer: str) -> None:
    assert told(sentence, words)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "words", "parent"),
    [
        ("Seoul promised to send shells to Manila.", "to send", "promised"),
        ("Israel asked Berlin to keep selling submarines.", "selling", "to keep"),
        ("Seoul promised shells; to send them takes a month.", "to send", None),
        ("Seoul promised shells.", "promised", None),
    ],
)
def test_an_act_hangs_on_the_one_before_it_in_its_clause(sentence: str, words: str, parent: str | None) -> None:
    seen = clauses(only_view(sentence))
    found = seen.parent(use_of(seen, words))
    assert (seen.view.text(found.start, found.last) if found else None) == parent


def test_a_far_act_is_no_parent() -> None:
    words = "Seoul promised the old port and the old town of the far north of the long coast rice to feed them."
    seen = clauses(only_view(words))
    assert seen.parent(use_of(seen, "to feed")) is None


def test_acts_between_two_places() -> None:
    seen = clauses(only_view("Latvia bought drones, gave them to Moldova and trained crews."))
    size = len(seen.view.sentence.tokens)
    assert list(seen.between(0, size)) == list(seen.acts)
    first, second, third = seen.acts
    assert list(seen.between(first.last, third.start)) == [second]


def test_a_doer_is_found_once_and_kept() -> None:
    seen = clauses(only_view("Kenya sent officers to Haiti."))
    (use,) = seen.acts
    assert seen.doer(use) is seen.doer(use)

"""What `explain` says of a choice: who, said or carried, how likely, and the features that spoke for it."""

from __future__ import annotations

from wireledger.extract.choice import Candidate, Chosen, told_why
from wireledger.extract.giving import TABLE


def test_a_choice_names_who_and_the_features_that_spoke_for_it() -> None:
    candidate = Candidate(("dk", "nl"), (), "said", False, frozenset(("doer | give", "attacks", "no such feature")))
    assert told_why(Chosen(candidate, 0.987), TABLE) == "dk+nl, said, likely to 0.99: doer | give"


def test_nobody_is_said_to_be_nobody() -> None:
    assert told_why(Chosen(Candidate((), (), "none", False, frozenset()), 0.5), TABLE) == "nobody, none, likely to 0.50"

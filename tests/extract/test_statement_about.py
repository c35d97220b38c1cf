"""Whom words are about: a part of a person's name is not another one, whatever codes of states may look like it."""

from __future__ import annotations

import pytest

from wireledger.extract.statement_about import parties_in
from wireledger.model import Mention, Party


@pytest.mark.parametrize(
    ("parties", "codes"),
    [
        (
            (Party("vladimir", "person", "name", None), Party("vladimir-putin", "person", "person", "ru")),
            ("vladimir-putin",),
        ),
        ((Party("de", "state", "name", "de"), Party("de-croo", "person", "person", "be")), ("de", "de-croo")),
        (
            (Party("nato", "alliance", "name", "nato"), Party("nato-watch", "organisation", "name", None)),
            ("nato", "nato-watch"),
        ),
    ],
)
def test_only_persons_are_held_against_each_other(parties: tuple[Party, ...], codes: tuple[str, ...]) -> None:
    assert parties_in([Mention(at, at + 1, party) for at, party in enumerate(parties)]) == codes

"""Trees by the optional parser: on the sentence's own tokens; a plain word where it is not installed."""

from __future__ import annotations

import importlib.util

import pytest

from wireledger.annotate import NoParserError, annotate, parser_there, tree_of, trees
from wireledger.model import Claim, Problem, Report, Source
from wireledger.pipeline import Reading, findings_of, reader, readings

TEXT = "Oslo will hand Kyiv six radars, and Germany's 14 tanks - about 40-tonne ones - went to Chisinau in May 2023."


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the parser is not installed."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    trees._parser.cache_clear()


@pytest.mark.usefixtures("absent")
def test_without_the_parser_it_is_said_how_to_get_it() -> None:
    assert not parser_there()
    (sentence,) = annotate(Report("r", TEXT, Source())).sentences
    with pytest.raises(NoParserError, match=r"pip install 'wireledger\[parse\]'"):
        tree_of(sentence)
    with pytest.raises(NoParserError, match=r"pip install 'wireledger\[parse\]'"):
        reader(parse=True)
    assert reader(parse=False) is findings_of


@pytest.fixture
def there() -> None:
    """Skips where the parser is not installed."""
    if not parser_there():
        pytest.skip("optional extra: parse")


@pytest.mark.usefixtures("there")
def test_a_tree_stands_on_the_tokens_of_its_sentence() -> None:
    (sentence,) = annotate(Report("r", TEXT, Source())).sentences
    tree = tree_of(sentence)
    words = [token.text for token in sentence.tokens]
    assert len(tree.heads) == len(tree.labels) == len(words)
    assert tree.labels[words.index("Oslo")] == "nsubj"
    assert words[tree.heads[words.index("Oslo")]] == "hand"


@pytest.mark.usefixtures("there")
def test_the_second_reader_works_in_a_pool_and_changes_the_confidence_alone() -> None:
    some = [Report(f"r{i}", TEXT, Source()) for i in range(20)]
    alone, twice = list(readings(some, 2)), list(readings(some, 2, reader(parse=True)))
    assert len(told(alone)) == len(told(twice)) == 20
    for first, second in zip(told(alone), told(twice), strict=True):
        assert [(c.id, c.event, c.mood) for c in first] == [(c.id, c.event, c.mood) for c in second]
        assert any("second reader" in row for claim in second for row in claim.trace)
        assert [c.confidence for c in first] != [c.confidence for c in second]


def told(some: list[Reading | Problem]) -> list[tuple[Claim, ...]]:
    """The claims of reports that all could be read."""
    return [one.claims for one in some if isinstance(one, Reading) and not isinstance(one.claims, Problem)]

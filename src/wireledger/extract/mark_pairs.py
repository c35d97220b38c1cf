"""Pairs of features that say more together than apart: "an aid word" and "nobody receives", "a count" and "no verb".

Each facet of a reading takes one value among its features; the pairs named below become features of their own, so that
a linear sum can weigh them and a person can still read the table.
"""

from __future__ import annotations

from collections.abc import Iterator

_ONE_OF = {
    "item": ("item strong", "item weak", "item none", "item purpose"),
    "kind": ("item aid", "item model", "item one word"),
    "figure": ("count", "money", "single"),
    "governor": ("governor verb", "governor noun", "governor none"),
    "donors": ("donors said", "donors carried", "donors none"),
    "recipient": ("recipient said", "recipient carried", "recipient none"),
    "list": ("rule pledges/list", "rule pledges/package"),
    "strength": ("verb strong", "verb weak"),
    "side": ("verb behind",),
    "sure of donors": ("donors sure", "donors likely", "donors doubtful"),
    "sure of recipient": ("recipient sure", "recipient likely", "recipient doubtful"),
}
_BY_START = {
    "named": "recipient last named ",
    "deed": "deed ",
    "step": "step ",
    "topic": "topic ",
    "before": "act before: ",
}
PAIRS = (
    *(("item", other) for other in ("donors", "recipient", "deed", "step", "figure", "governor", "topic", "before")),
    *(("kind", other) for other in ("deed", "donors", "recipient", "step")),
    *(("figure", other) for other in ("governor", "deed", "topic", "recipient", "donors", "before")),
    *(("donors", other) for other in ("recipient", "deed")),
    ("recipient", "deed"),
    *(("step", other) for other in ("donors", "recipient")),
    *(("list", other) for other in ("figure", "kind", "topic")),
    *(("governor", other) for other in ("topic", "recipient", "donors", "before")),
    *(("strength", other) for other in ("recipient", "donors", "topic")),
    ("side", "deed"),
    ("sure of donors", "sure of recipient"),
    ("topic", "recipient"),
    *(("named", other) for other in ("recipient", "figure", "item", "topic")),
)


def pairs_of(marks: frozenset[str]) -> Iterator[str]:
    """The pairs that hold of a reading with these features."""
    facets = {facet: next((m for m in values if m in marks), f"no {facet}") for facet, values in _ONE_OF.items()}
    ordered = sorted(marks)
    for facet, start in _BY_START.items():
        facets[facet] = next((m for m in ordered if m.startswith(start)), f"no {facet}")
    return (f"{facets[one]} & {facets[other]}" for one, other in PAIRS)

"""Reports that tell much the same text, so that none is measured by tables that learned from its copy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from fitting.labelled import Labelled

_LENGTH, _SHARE, _COMMON = 6, 0.25, 20
"""Words in a row that are compared; the share of the shorter text that makes it a copy; a row in more texts is none."""


def families(reports: Sequence[Labelled]) -> dict[str, str]:
    """For each report the key of the first report of its family."""
    rows = {r.key: _rows(r.document.report.text) for r in reports if r.key[0] not in "pqk"}
    where: dict[str, list[str]] = defaultdict(list)
    for key, own in rows.items():
        for row in own:
            where[row].append(key)
    shared = Counter(pair for keys in where.values() if 1 < len(keys) < _COMMON for pair in combinations(keys, 2))
    first = {key: key for key in rows}
    for (one, other), many in shared.items():
        if many > _SHARE * min(len(rows[one]), len(rows[other])):
            old, new = sorted((first[one], first[other]), reverse=True)
            first.update({key: new for key, head in first.items() if head == old})
    return first


def _rows(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + _LENGTH]) for at in range(len(words) - _LENGTH + 1)}

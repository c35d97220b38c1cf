"""Values of fields as people write them ("14..", "165000000 EUR", "dk,nl"), and a claim as it is shown to be changed.

count and money take both ends: 14 (exactly), 14.. (at least), ..14 (up to), and money a currency behind. A list is
written with commas; nothing means not known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from wireledger.model import Claim
from wireledger.model.wire import claim_to_json
from wireledger.pipeline.judging import JudgingError
from wireledger.resolve import FIXED

LISTS = ("donors", "recipients", "guests", "hosts", "about", "by")
AMOUNTS = {"count": ("low", "high"), "money": ("money_low", "money_high")}
_ENDS = re.compile(r"(?P<low>[\d.,_]*?)(?P<to>\.\.)?(?P<high>(?<=\.\.)[\d.,_]*)?(?:\s+(?P<currency>[A-Za-z]{3}))?")


def values_told(name: str, value: str, claim: Claim) -> dict[str, object]:
    """The fields (as JSON has them) that one name and its value set. Raises JudgingError."""
    if name in AMOUNTS and claim.kind == "pledge":
        return _ends(name, value)
    if name in LISTS:
        return {name: [part.strip() for part in value.split(",") if part.strip()]}
    return {name: _plain(value)}


def values_shown(claim: Claim) -> dict[str, str]:
    """All that can be changed of a claim, as `values_told` would take it."""
    shape = claim_to_json(claim)
    shown = {name: _shown(value) for name, value in shape.items() if name not in FIXED}
    if claim.kind != "pledge":
        return shown
    for name, ends in AMOUNTS.items():
        told = _ends_shown(*(shape[end] for end in ends))
        shown[name] = f"{told} {shape['currency'] or ''}".strip() if name == "money" and told else told
    return {name: value for name, value in shown.items() if name not in WITHIN}


WITHIN = frozenset({"low", "high", "money_low", "money_high", "currency"})
"""Fields that count and money tell."""


def _ends(name: str, value: str) -> dict[str, object]:
    found = _ENDS.fullmatch(value.strip())
    if not found:
        raise JudgingError(
            f"'{value}' is no amount; write 14, 14.., ..14 or 12..14" + " and a currency" * (name == "money")
        )
    low = _number(found["low"])
    high = _number(found["high"] or "") if found["to"] else low
    told: dict[str, object] = dict(zip(AMOUNTS[name], (low, high), strict=True))
    return {**told, "currency": found["currency"].upper()} if found["currency"] else told


def _number(text: str) -> float | int | None:
    plain = text.replace(",", "").replace("_", "")
    try:
        return None if not plain else float(plain) if "." in plain else int(plain)
    except ValueError:
        raise JudgingError(f"'{text}' is no number") from None


def _plain(value: str) -> object:
    """What JSON reads (a number, true, an object); else the words themselves; nothing is null."""
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError:
        return value


def _ends_shown(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return ""
    first, last = ("" if end is None else str(end) for end in (low, high))
    return first if low == high else f"{first}..{last}"


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, Mapping | bool | int | float):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return text if _plain(text) == text else json.dumps(text, ensure_ascii=False)

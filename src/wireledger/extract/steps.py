"""How far a pledge came, read from a table: what the verb does, its tense, what controls it, whether it is denied.

Rows are tried from the top; the first that fits gives step and mood. "*" fits anything. A person can read the table,
and the tests go through it row by row.
"""

from __future__ import annotations

from typing import NamedTuple

from wireledger.model import Mood, PledgeStep


class Row(NamedTuple):
    """One rule: verb classes, tenses and controls (space-separated, "*" for any), denial, and what they mean."""

    name: str
    classes: str
    tenses: str
    controls: str
    negated: str
    step: PledgeStep
    mood: Mood


_GIVING = "give train arm fund buy help offer"  # what is yet to be done is not refused: it is not done so far
TABLE: tuple[Row, ...] = (
    Row("yet-to-give", _GIVING + " arrive receive transit", "infinitive", "yet", "*", "delivered", "denied"),
    Row("yet-to-approve", "approve allocate", "infinitive", "yet", "*", "approved", "denied"),
    Row("yet-to-contract", "contract", "infinitive", "yet", "*", "contracted", "denied"),
    Row("yet-to-promise", "promise announce", "infinitive", "yet", "*", "promised", "denied"),
    Row("not-yet-given", _GIVING + " arrive receive", "past perfect participle", "*", "yes", "delivered", "denied"),
    Row("will-not", _GIVING + " promise allocate approve announce", "*", "*", "yes", "refused", "denied"),
    Row("refuse-to", "*", "*", "refuse", "*", "refused", "denied"),
    Row("refuse", "refuse", "*", "*", "no", "refused", "denied"),
    Row("did-not-refuse", "refuse", "*", "*", "yes", "floated", "hypothetical"),
    Row("urged-to", "*", "infinitive gerund", "asking request", "*", "requested", "hypothetical"),
    Row("should", "*", "duty", "*", "*", "requested", "hypothetical"),
    Row("request", "request asking", "*", "*", "*", "requested", "hypothetical"),
    Row("consider", "*", "infinitive gerund", "float", "*", "floated", "hypothetical"),
    Row("float", "float", "*", "*", "*", "floated", "hypothetical"),
    Row("stop-giving", "*", "infinitive gerund", "withdraw", "*", "withdrawn", "asserted"),
    Row("withdraw", "withdraw", "*", "*", "*", "withdrawn", "asserted"),
    Row("may-allocate", "allocate", "modal", "*", "no", "floated", "hypothetical"),
    Row("may-approve", "approve", "modal", "*", "no", "approved", "hypothetical"),
    Row("approve", "approve allocate", "*", "*", "no", "approved", "asserted"),
    Row("approved-giving", "*", "infinitive gerund", "approve allocate", "no", "approved", "asserted"),
    Row("contract", "contract", "*", "*", "no", "contracted", "asserted"),
    Row("may-promise", "promise announce", "modal", "*", "no", "floated", "hypothetical"),
    Row("promise", "promise announce", "*", "*", "no", "promised", "asserted"),
    Row("may-give", _GIVING, "modal", "*", "no", "floated", "hypothetical"),
    Row("will-give", _GIVING + " receive arrive transit", "future", "*", "no", "promised", "asserted"),
    Row("agreed-to-give", _GIVING + " receive", "infinitive gerund",
        "promise intend announce offer", "no", "promised", "asserted"),
    Row("began-receiving", "receive arrive", "infinitive gerund", "begin", "no", "delivered", "asserted"),
    Row("began-giving", _GIVING, "infinitive gerund", "begin continue", "no", "in_transit", "asserted"),
    Row("admitted-giving", _GIVING, "gerund", "factive", "no", "delivered", "asserted"),
    Row("offer", "offer", "past perfect present progressive participle", "*", "no", "promised", "asserted"),
    Row("gave", _GIVING, "past perfect participle", "*", "no", "delivered", "asserted"),
    Row("is-given", _GIVING, "present", "*", "no", "in_transit", "asserted"),
    Row("is-giving", _GIVING, "progressive", "*", "no", "in_transit", "asserted"),
    Row("to-give", _GIVING, "infinitive", "*", "no", "promised", "asserted"),
    Row("giving", _GIVING, "gerund", "*", "no", "in_transit", "asserted"),
    Row("received", "receive arrive", "past perfect participle", "*", "no", "delivered", "asserted"),
    Row("receiving", "receive arrive transit", "present progressive gerund", "*", "no", "in_transit", "asserted"),
    Row("to-receive", "receive arrive transit", "infinitive", "*", "no", "promised", "asserted"),
    Row("may-receive", "receive arrive transit", "modal", "*", "no", "floated", "hypothetical"),
    Row("flowed", "transit", "past perfect participle", "*", "no", "in_transit", "asserted"),
)  # fmt: skip


class Step(NamedTuple):
    """What the table says, and the name of the row that said it."""

    step: PledgeStep
    mood: Mood
    row: str


def step_of(verb_class: str, tense: str, control: str | None, negated: bool) -> Step | None:
    """The step and mood of a verb of this class in this use; None where no row fits."""
    said = {"yes" if negated else "no", "*"}
    for row in TABLE:
        if (
            row.negated in said
            and _fits(row.classes, verb_class)
            and _fits(row.tenses, tense)
            and (row.controls == "*" or (control is not None and control in row.controls.split()))
        ):
            return Step(row.step, row.mood, row.name)
    return None


def _fits(cell: str, value: str) -> bool:
    return cell == "*" or value in cell.split()

"""What changed between two days, with the report behind each change; and the digest made of it."""

from __future__ import annotations

from datetime import date

from tests.resolve.made import Wire, member, pledge
from tests.serve.views import view_of

from wireledger.serve.brief import brief, brief_text, line_to_json
from wireledger.serve.changes import Change, change_row, change_text, change_to_json, changes, gone
from wireledger.serve.compared import value
from wireledger.serve.view import View

TANKS = "Leopard 2 tanks"
DUE = {"text": "in March", "from": "2023-03-01", "to": "2023-04-01"}


def wire() -> Wire:
    made = Wire()
    made.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2 in March.", "no", TANKS, 8, due=DUE))
    made.report("Moor Mail", "2023-03-02", pledge("Norway gives eight Leopard 2.", "no", TANKS, 8))
    made.report(
        "Moor Mail", "2023-03-20", pledge("Oslo handed over two of the 8 Leopard 2.", "no", TANKS, 2, step="delivered")
    )
    made.report("Fen Post", "2023-03-21", member("Finland joins the alliance.", "fi", "joined"))
    return made


def between(made: Wire, first: str, second: str) -> tuple[Change, ...]:
    old, new = view_of(made, first), view_of(made, second)
    return (*changes(old, new, new.entries), *gone(old, new, old.entries))


def told(found: tuple[Change, ...]) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [(c.what, c.before, c.after, c.reports) for c in found]


def test_nothing_changes_without_a_report() -> None:
    assert between(wire(), "2023-02-15", "2023-03-01") == ()


def test_a_new_line_names_the_report_that_told_it() -> None:
    (change,) = between(wire(), "2023-02-13", "2023-02-14")
    assert (change.what, change.reports) == ("new", ("r01",))
    view = view_of(wire())
    assert change_text(change, view).splitlines()[1:] == [
        '    2023-02-14  Fen Post: "Oslo gives 8 Leopard 2 in March."  [r01]'
    ]


def test_another_voice_and_a_step_name_theirs() -> None:
    assert told(between(wire(), "2023-03-01", "2023-03-02")) == [("voices", "1", "2", ("r02",))]
    (step,) = between(wire(), "2023-03-02", "2023-03-20")
    assert (step.what, step.after, step.reports) == ("step", "delivered  2..2  ?", ("r03",))
    row = change_row(step, view_of(wire()))
    assert (row["reports"], row["quotes"]) == (["r03"], "Oslo handed over two of the 8 Leopard 2.")
    shape = change_to_json(step, view_of(wire()))
    assert [(r["report"], r["outlet"], r["published"]) for r in shape["reports"]] == [
        ("r03", "Moor Mail", "2023-03-20")
    ]


def test_another_figure_names_the_report_that_gave_it() -> None:
    made = wire()
    raised = pledge("Oslo has raised its gift, 10 Leopard 2 are now to go.", "no", TANKS, 10)
    made.report("Dune Daily", "2023-03-25", raised)
    found = {change.what: change for change in between(made, "2023-03-24", "2023-03-25")}
    assert (found["count"].before, found["count"].after, found["count"].reports) == ("8..8", "10..10", ("r05",))
    assert found["sources differ on"].after == "count"


def test_a_line_that_is_told_with_another_is_gone() -> None:
    made = wire()
    old = view_of(made, "2023-03-20")
    assert gone(old, old, old.entries) == ()
    assert [c.what for c in gone(old, View((), {}, {}, {}), old.entries)] == ["gone"]


def digest(first: str, last: str) -> str:
    made = wire()
    start, day = date.fromisoformat(first), date.fromisoformat(last)
    new = view_of(made, last)
    old = view_of(made, date.fromordinal(start.toordinal() - 1).isoformat())
    return brief_text(brief(old, new, new.entries, start, day), new, start, day)


def test_a_digest_tells_what_is_new_with_its_sources() -> None:
    text = digest("2023-03-20", "2023-03-21")
    assert "- Norway gives Ukraine 8 Leopard 2 tanks: 2 delivered  (Moor Mail, r03)" in text
    assert "- Finland joins NATO  (Fen Post, r04)" in text
    assert "r01" not in text


def test_a_digest_tells_what_becomes_due_and_what_passed() -> None:
    assert "Norway gives Ukraine 8 Leopard 2 tanks: due, told for March 2023  (Fen Post, r01)" in digest(
        "2023-03-01", "2023-03-01"
    )
    assert digest("2023-02-20", "2023-02-21").endswith("Nothing new.")


def test_a_line_of_a_digest_as_data() -> None:
    made = wire()
    old, new = view_of(made, "2023-02-13"), view_of(made, "2023-02-14")
    (line,) = brief(old, new, new.entries, date(2023, 2, 14), date(2023, 2, 14))
    shape = line_to_json(line, new)
    assert (shape["section"], [c["report"] for c in shape["claims"]]) == ("Help", ["r01"])
    assert shape["text"] == "Norway gives Ukraine 8 Leopard 2 tanks"


def test_a_time_that_was_told_is_shown_in_words() -> None:
    made = Wire()
    made.report("Fen Post", "2023-02-14", pledge("Oslo gives 8 Leopard 2.", "no", TANKS, 8))
    made.report("Moor Mail", "2023-03-02", pledge("Oslo gives eight Leopard 2 in March.", "no", TANKS, 8, due=DUE))
    (change,) = (one for one in between(made, "2023-02-15", "2023-03-02") if one.what == "due")
    assert (change.before, value(change, change.before), value(change, change.after)) == (
        None,
        "not told",
        "March 2023",
    )

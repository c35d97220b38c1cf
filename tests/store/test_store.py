"""The promises of every store, held by each of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.store.made import LATER, NOON, claim, entry, member, pledge, report
from tests.store.servers import KINDS, empty

from wireledger.model import Claim, Judgement, Problem, Quantity, Span, Spot
from wireledger.model.ledger import RULE
from wireledger.store import Store
from wireledger.store.gist import Gist
from wireledger.store.marks import STANDING, WAITING, Mark


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty ledger of each kind."""
    with empty(request.param, tmp_path) as opened:
        yield opened


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    told = report()
    assert store.add(told, [claim(told)], NOON)
    assert store.report("r1") == told
    assert list(store.reports()) == [told]
    assert store.has("r1", told.digest)
    assert not store.has("r1", "0")
    assert store.report("r2") is None


def test_claims_come_back_in_order_of_report_and_place(store: Store) -> None:
    one, two = report("r1"), report("r2")
    first, second = claim(one, 5), claim(one, 3, pledge(quantity=Quantity(None, None, True, "round"), money=None))
    third = claim(two)
    store.add(two, [third], NOON)
    store.add(one, [first, second], NOON)
    assert list(store.claims()) == [second, first, third]
    assert list(store.claims("r1")) == [second, first]
    assert list(store.claims("r9")) == []
    assert list(store.gists()) == [Gist(c.id, *_told(c), c.confidence) for c in (second, first, third)]
    assert store.claim(third.id) == third
    assert store.claim("none") is None


def _told(claim: Claim) -> tuple[str, str]:
    return claim.evidence.report, claim.evidence.quote


def test_many_rows_come_back_once_each(store: Store) -> None:
    reports = [replace(report(f"r{n:04}"), text=f"text {n} of many texts") for n in range(1203)]
    for told in reports:
        store.add(told, [claim(told), claim(told, 2)], NOON)
    assert [r.id for r in store.reports()] == [r.id for r in reports]
    assert len({c.id for c in store.claims()}) == len(list(store.claims())) == 2406


def test_adding_twice_adds_nothing(store: Store) -> None:
    told = report()
    assert store.add(told, [claim(told)], NOON)
    assert not store.add(told, [claim(told), claim(told, 4)], LATER)
    assert len(list(store.claims())) == 1
    assert list(store.problems()) == []


def test_another_text_of_a_report_is_kept_as_a_version(store: Store) -> None:
    old, new = report(), report(text="Oslo will hand over 9 tanks after all.")
    name = f"r1@{new.digest[:8]}"
    assert store.add(old, [claim(old)], NOON)
    assert store.add(new, [claim(new)], LATER)
    assert not store.add(new, [claim(new)], LATER)
    assert store.has("r1", new.digest)
    assert store.report("r1") == old
    assert store.report(name) == replace(new, id=name)
    assert [c.evidence.report for c in store.claims()] == ["r1", name]
    assert [(p.code, p.where) for p in store.problems()] == [("changed-text", "r1")]


def test_what_is_read_anew_takes_the_place_of_what_was_read_before(store: Store) -> None:
    told = report()
    kept, moved, changed = claim(told), claim(told, 2), claim(told, 4)
    store.add(told, [kept, moved, changed], NOON)
    better = replace(changed, event=pledge(quantity=Quantity(9, 9)))
    fresh = claim(told, 6)
    assert not store.reread("r9", [fresh], LATER)
    assert store.reread("r1", [kept, better, fresh], LATER)
    assert not store.reread("r1", [fresh, better, kept], LATER)
    assert list(store.claims()) == [kept, better, fresh]
    assert [store.claim(c.id) for c in (kept, moved, changed)] == [kept, moved, better]
    assert store.reread("r1", [], LATER)
    assert (list(store.claims()), store.claim(better.id)) == ([], better)


def test_verdicts_on_single_claims_come_back_with_their_values(store: Store) -> None:
    spot = Spot("r1", "pledge", 12)
    fix = Judgement(
        spot.claim, "", "changed", "ann", ("misread",), NOON, (("low", "9"), ("high", "null")), "nine", (spot,)
    )
    back = Judgement(fix.id, "", "undone", "ben", (), LATER)
    for judgement in (fix, back, fix):
        store.judge(judgement)
    assert list(store.judgements()) == [fix, back]


def test_judgements_are_kept_once_and_in_order(store: Store) -> None:
    first = Judgement("b", "a", "different", "ann", ("not one tank",), NOON)
    second = Judgement("a", "c", "same", "rule", ())
    for judgement in (first, second, first):
        store.judge(judgement)
    assert list(store.judgements()) == [first, second]
    assert list(store.judgements(after=1)) == [second]
    assert list(store.judgements(after=2)) == []


def test_problems_are_kept_once_and_in_order(store: Store) -> None:
    first, second = Problem("undated", "No day.", "r2"), Problem("odd", "Odd.", "r1", Span(1, 2))
    store.note([first, second], NOON)
    store.note([second, first], LATER)
    assert list(store.problems()) == [first, second]


def test_entries_are_replaced_and_never_edited(store: Store) -> None:
    one, two, joined = entry("e1", ("c1", "c2")), entry("e2", ("c3",)), member("m1", ("c4",))
    assert store.replace([one, two, joined], NOON) == (3, 0)
    assert store.replace([joined, two, one], LATER) == (0, 0)
    changed = entry("e1", ("c1", "c2"), 9)
    assert store.replace([changed, joined], LATER) == (1, 2)
    assert list(store.entries()) == [replace(changed, recorded=LATER), replace(joined, recorded=NOON)]
    before = LATER - timedelta(seconds=1)
    assert [e.id for e in store.entries(before)] == ["e1", "e2", "m1"]
    assert next(store.entries(before)) == replace(one, recorded=NOON)
    assert list(store.entries(NOON - timedelta(seconds=1))) == []
    assert next(store.entries(LATER)).event == changed.event


def test_moments_of_other_zones_are_the_same_moments(store: Store) -> None:
    store.replace([entry("e1", ("c1",))], datetime(2023, 5, 1, 14, tzinfo=timezone(timedelta(hours=2))))
    assert [e.recorded for e in store.entries(NOON)] == [NOON.astimezone(UTC)]


def test_every_id_ever_shown_opens_the_entry_that_holds_its_claim(store: Store) -> None:
    store.replace([entry("e1", ("c1",)), entry("e2", ("c2", "c3")), entry("e3", ("c4",))], NOON)
    store.replace([entry("e0", ("c0", "c2"), checks=("c1",)), entry("e5", ("c3",))], LATER)
    found = {name: store.entry(name) for name in ("e0", "e1", "e2", "e3", "e5", "e9")}
    assert {name: e and e.id for name, e in found.items()} == {
        "e0": "e0", "e1": "e0", "e2": "e0", "e3": "e3", "e5": "e5", "e9": None,
    }  # fmt: skip


def test_voices_are_told_with_the_entries(store: Store) -> None:
    for name in ("r1", "r2"):
        store.add(report(name), [], NOON)
    assert store.voices() == {"r1": "r1", "r2": "r2"}
    store.replace([], NOON, {"r1": "v", "r2": "v"})
    store.replace([], LATER)
    assert store.voices() == {"r1": "v", "r2": "v"}


def test_its_revision_tells_whether_anything_changed(store: Store) -> None:
    told = report()
    seen = [store.revision()]

    def changed() -> bool:
        seen.append(store.revision())
        return seen[-1] not in seen[:-1]

    assert not changed()
    store.add(told, [claim(told)], NOON)
    assert changed()
    store.judge(Judgement("a", "b", "same", "ann", ()))
    assert changed()
    store.replace([entry("e1", (claim(told).id,))], NOON, {"r1": "r1"})
    assert changed()
    store.note([Problem("odd", "An odd thing.", "r1")], NOON)
    assert changed()
    list(store.entries())
    assert not changed()


def test_threads_share_a_store(store: Store) -> None:
    def write(start: int) -> None:
        for n in range(start, start + 25):
            store.add(report(f"r{n}"), [], NOON)
            list(store.reports())

    writers = [threading.Thread(target=write, args=(n,)) for n in (0, 10, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(list(store.reports())) == 60


def test_marks_are_found_in_order_of_their_place_and_backwards(store: Store) -> None:
    places = [
        ("2024-01-02", "r1", 3, 9),
        ("2024-01-02", "r1", 12, 1),
        ("2024-01-02", "r10", 0, 0),
        ("2024-01-01", "z", 5, 5),
    ]
    marks = [Mark(-7, f"c{n}", *place) for n, place in enumerate(places)]
    store.mark(marks)
    store.mark([*marks[:1], Mark(8, "c9")])
    assert [mark.name for mark in store.marked(-7)] == ["c3", "c0", "c1", "c2"]
    assert store.marked(-7, 2, last_first=True) == [marks[2], marks[1]]
    assert store.marked(-7, 1) == [marks[3]]
    assert store.marked(5) == []
    store.unmark(-7)
    assert store.marked(-7) == []
    assert store.marked(8) == [Mark(8, "c9")]


def test_a_report_waits_until_the_entries_are_made_anew(store: Store) -> None:
    told = report()
    store.add(told, [claim(told)], NOON)
    store.add(told, [claim(told)], NOON)
    assert [mark.name for mark in store.marked(WAITING)] == ["r1"]
    store.replace([entry("e1", ())], NOON, {})
    assert store.marked(WAITING) == []


def test_what_persons_decide_or_is_read_anew_takes_the_standing_away(store: Store) -> None:
    told = report()
    store.add(told, [claim(told)], NOON)
    store.mark([Mark(STANDING, "rules")])
    store.judge(Judgement("a", "b", "same", RULE, ()))
    assert store.marked(STANDING) == [Mark(STANDING, "rules")]
    store.judge(Judgement("a", "b", "same", "ann", ()))
    assert store.marked(STANDING) == []
    store.mark([Mark(STANDING, "rules")])
    store.reread("r1", [], NOON)
    assert store.marked(STANDING) == []


def test_amending_leaves_other_entries_voices_and_marks_alone(store: Store) -> None:
    one, two = report("r1"), replace(report("r2"), text="another text")
    for each in (one, two):
        store.add(each, [claim(each)], NOON)
    first, second = (entry(f"e{n}", claims=(claim(each).id,)) for n, each in enumerate((one, two)))
    store.replace([first, second], NOON, {"r1": "r1"})
    store.mark([Mark(3, "kept")])
    changed = replace(second, independent=5)
    assert store.amend([changed], LATER, {"r2": "r1"}) == (1, 1)
    assert store.amend([changed], LATER, {}) == (0, 0)
    assert [(e.id, e.independent) for e in store.entries()] == [("e0", first.independent), ("e1", 5)]
    assert [e.id for e in store.entries(NOON)] == ["e0", "e1"]
    assert store.voices() == {"r1": "r1", "r2": "r1"}
    assert [store.voice(name) for name in ("r1", "r2", "r3")] == ["r1", "r1", "r3"]
    assert store.marked(3) == [Mark(3, "kept")]
    held = store.holding(claim(two).id)
    assert held is not None
    assert held.independent == 5
    assert store.holding("none") is None


def test_marks_are_erased_one_by_one_and_faces_give_way_to_newer_ones(store: Store) -> None:
    marks = [Mark(4, "a", "2024-01-01", "r1", 3, 3), Mark(4, "b", "2024-01-01", "r1", 3, 3)]
    store.mark(marks)
    store.erase([marks[0], Mark(4, "c"), Mark(9, "a")])
    assert store.marked(4) == marks[1:]
    assert store.face("c1") is None
    store.show([("c1", "{}"), ("c2", "{}")])
    store.show({"c1": "[1]"}.items())
    assert (store.face("c1"), store.face("c2")) == ("[1]", "{}")
    store.amend([], NOON, {})
    assert store.face("c1") == "[1]"
    store.replace([], NOON)
    assert store.face("c1") is None
    assert store.marked(4) == []

"""The list of a batch's photos: what it shows, and that a hundred thousand are no burden."""

import os
import sys
import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.batch.events import Event, Finished, Item, Outcome, Problem, Step
from engine.errors import Failure
from gui.batch_rows import ROW, BatchRows


def item(photo: str) -> Item:
    return Item(photo, None, photo, "")


def failed(photo: str, why: str = "why") -> Outcome:
    return Outcome(item(photo), "failed", 0, failure=Failure("bad-input", why))


def shown(rows: BatchRows) -> list[str]:
    return [rows.index(number).data(ROW).photo for number in range(rows.rowCount())]


@pytest.fixture
def rows(qtmodeltester) -> BatchRows:
    rows = BatchRows()
    rows.take([item("a"), Problem("b", "no-mask", "no mask"), Finished(item("c")), item("d"), item("e")])
    qtmodeltester.check(rows)
    return rows


def test_rows_follow_what_is_told(rows: BatchRows) -> None:
    assert shown(rows) == list("abcde")
    rows.take([Step("a", "x", 0.5), Outcome(item("a"), "repaired", 0), failed("d"), Step("e", "x", 0.1)])
    states = [rows.row(photo).state for photo in "abcde"]
    assert states == ["repaired", "problem", "finished", "failed", "working"]
    assert +rows.counts == {"repaired": 1, "problem": 1, "finished": 1, "failed": 1, "working": 1}
    assert rows.row("a").version == 1
    rows.stop()
    assert rows.row("e").state == "waiting"


def test_only_troubled_rows_come_and_go(rows: BatchRows) -> None:
    rows.take([failed("d")])
    rows.show_troubled_only(True)
    assert shown(rows) == ["b", "d"]
    rows.take([failed("c"), item("f"), Problem("g", "unreadable", "why")])
    assert shown(rows) == ["b", "c", "d", "g"]
    rows.take([Outcome(item("c"), "repaired", 0), failed("d", "another")])
    assert shown(rows) == ["b", "d", "g"]
    assert rows.row("d").sentence == "another"
    rows.show_troubled_only(False)
    assert shown(rows) == list("abcdefg")
    rows.clear()
    assert shown(rows) == []
    assert not +rows.counts


def test_what_waits_to_be_repaired_again_has_no_complaint(rows: BatchRows) -> None:
    rows.take([failed("d")])
    rows.wait(["d"])
    assert (rows.row("d").state, rows.row("d").sentence) == ("waiting", "")
    rows.wait(["never planned"])
    assert shown(rows) == list("abcde")


def test_a_row_is_read_out_in_words(rows: BatchRows) -> None:
    index = rows.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "b: cannot be repaired"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "b\ncannot be repaired\nno mask"


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_names_that_are_no_text_can_be_shown() -> None:
    rows = BatchRows()
    rows.take([item(os.fsdecode(b"latin-\xe9.png")), item("new\nline.png")])
    names = [rows.index(number).data(ROW).name for number in range(2)]
    assert names == ["latin-\ufffd.png", "new\ufffdline.png"]


def test_a_hundred_thousand_rows_are_no_burden(qtbot: QtBot) -> None:
    rows = BatchRows()
    photos: list[Event] = [item(f"{number:06}.png") for number in range(100_000)]
    for first in range(0, 100_000, 1000):
        rows.take(photos[first : first + 1000])
    started = time.perf_counter()
    rows.take([failed(f"{number:06}.png") for number in range(0, 100_000, 1000)])
    rows.show_troubled_only(True)
    rows.show_troubled_only(False)
    assert time.perf_counter() - started < 1

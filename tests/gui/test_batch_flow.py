"""Batches in the window: planned, carried out by a tiny real model, stopped, gone on with, and corrected."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from engine.batch.correction import correct_mask
from engine.batch.workplace import workplace
from tests.engine.batch.folders import SIDES, outputs, read, scratch
from tests.gui.batches import Batches, Begin, plan
from tests.gui.support import WAIT_MS, do, opened, rectangle

Buttons = QMessageBox.StandardButton


def start(qtbot: QtBot, batches: Batches) -> None:
    """Start what is planned and wait for its end."""
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        batches.flow.view._start.click()


def start_and_hold(qtbot: QtBot, batches: Batches) -> None:
    """Start what is planned and wait until the first photo is done and the run is held."""
    batches.flow.view._start.click()
    out = batches.flow.batch.target
    qtbot.waitUntil(lambda: bool(outputs(out)), timeout=WAIT_MS)


def open_row(qtbot: QtBot, batches: Batches, photo: str) -> None:
    """Open a photo of the batch in the editor, and wait for its mask."""
    row = batches.flow.rows.row(photo)
    with qtbot.waitSignal(batches.window.document.opened, timeout=WAIT_MS):
        batches.flow.view.open_asked.emit(row)


def test_every_problem_is_shown_before_anything_is_repaired(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "b.png", "nomask.png"])
    view = batches.flow.view
    (Path(view.form.masks.text()) / "nomask.png").unlink()
    plan(qtbot, batches)
    assert batches.states == {"a.png": "waiting", "b.png": "waiting", "nomask.png": "problem"}
    assert "Waiting: 2" in view._counts.text()
    assert "Problems: 1" in view._counts.text()
    assert batches.flow.rows.rowCount() == 1  # the problems are what is looked at first
    view.list.setCurrentIndex(batches.flow.rows.index(0))
    assert "has no mask: put one" in view._why.text()
    assert outputs(batches.flow.batch.target) == {}
    start(qtbot, batches)
    assert batches.states == {"a.png": "repaired", "b.png": "repaired", "nomask.png": "problem"}
    assert set(outputs(batches.flow.batch.target)) == {"a.png", "b.png"}
    assert not batches.window._engine.busy


def test_a_failed_photo_is_told_and_tried_again(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "cut.png"])
    photo = Path(batches.flow.view.form.source.text()) / "cut.png"
    whole = photo.read_bytes()
    photo.write_bytes(whole[: len(whole) // 2])
    plan(qtbot, batches)
    start(qtbot, batches)
    row = batches.flow.rows.row("cut.png")
    assert row.state == "failed"
    assert "cut.png" in row.sentence
    batches.flow.view._troubled.setChecked(True)
    assert batches.flow.rows.rowCount() == 1
    photo.write_bytes(whole)
    batches.flow.view.list.setCurrentIndex(batches.flow.rows.index(0))
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        batches.flow.view._again.click()
    assert batches.states == {"a.png": "repaired", "cut.png": "repaired"}
    assert batches.flow.rows.rowCount() == 0


def test_a_run_that_was_stopped_goes_on_from_there(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch([f"{number}.png" for number in range(4)], held=True)
    plan(qtbot, batches)
    start_and_hold(qtbot, batches)
    assert "0 of 4" in batches.flow.view._text.text() or "1 of 4" in batches.flow.view._text.text()
    batches.flow.view._cancel.click()
    assert batches.flow.view._text.text() == "Stopping…"
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        batches.functions.gate.set()
    assert 1 <= sum(state == "repaired" for state in batches.states.values()) < 4
    assert set(batches.states.values()) == {"repaired", "waiting"}
    plan(qtbot, batches)
    assert "finished" in batches.states.values()
    start(qtbot, batches)
    assert set(batches.states.values()) == {"finished", "repaired"}
    assert len(outputs(batches.flow.batch.target)) == 4


def test_a_paused_run_waits(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch([f"{number}.png" for number in range(3)], held=True)
    plan(qtbot, batches)
    start_and_hold(qtbot, batches)
    batches.flow.view._pause.click()
    batches.functions.gate.set()
    qtbot.wait(300)
    assert len(outputs(batches.flow.batch.target)) < 3
    assert batches.flow.view._rest.text() == "paused"
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        batches.flow.view._pause.click()
    assert len(outputs(batches.flow.batch.target)) == 3


def test_a_corrected_mask_repairs_one_photo_again(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "b.png"])
    plan(qtbot, batches)
    start(qtbot, batches)
    batch, window = batches.flow.batch, batches.window
    before, masks = outputs(batch.target), outputs(batch.masks)
    open_row(qtbot, batches, "b.png")
    document = window.document
    qtbot.waitUntil(lambda: not document.hole.is_empty(), timeout=WAIT_MS)
    assert np.array_equal(document.hole.array, scratch() > 0)
    assert document.mask_is_saved
    hole = rectangle(*SIDES, 4, 4, 8, 12)
    document.replace_hole(hole)
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        window.batch_bar._again.click()
    assert "b.png was repaired again" in window.messages.text
    assert document.mask_is_saved
    after = outputs(batch.target)
    assert after["a.png"] == before["a.png"]
    changed = (read(batch.source / "b.png") != read(batch.target / "b.png")).any(axis=2)
    assert changed.any()
    assert (changed <= hole).all()
    assert outputs(batch.masks) == masks  # the user's own are left alone
    assert batches.states["b.png"] == "repaired"
    plan(qtbot, batches)
    assert set(batches.states.values()) == {"finished"}


def test_a_photo_without_a_mask_is_given_one_in_the_editor(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "b.png"])
    (Path(batches.flow.view.form.masks.text()) / "a.png").unlink()
    plan(qtbot, batches)
    open_row(qtbot, batches, "a.png")
    batches.window.document.replace_hole(rectangle(*SIDES, 4, 4, 8, 12))
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):  # in place of the plan that was waiting
        batches.window.batch_bar._again.click()
    assert batches.states == {"a.png": "repaired", "b.png": "waiting"}
    plan(qtbot, batches)
    start(qtbot, batches)
    assert batches.states == {"a.png": "finished", "b.png": "repaired"}


def test_a_mask_corrected_during_the_run_is_used_after_it(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "b.png"], held=True)
    plan(qtbot, batches)
    start_and_hold(qtbot, batches)
    open_row(qtbot, batches, "a.png")  # which must not stop the run
    qtbot.waitUntil(lambda: not batches.window.document.hole.is_empty(), timeout=WAIT_MS)
    assert batches.window._engine.busy
    batches.window.document.replace_hole(rectangle(*SIDES, 4, 4, 8, 12))
    batches.window.batch_bar._again.click()
    qtbot.waitUntil(lambda: "The mask is kept" in batches.window.messages.text, timeout=WAIT_MS)
    with qtbot.waitSignals([batches.flow.ended] * 2, timeout=WAIT_MS):
        batches.functions.gate.set()
    assert batches.states == {"a.png": "repaired", "b.png": "repaired"}
    old, new = (read(folder / "a.png") for folder in (batches.flow.batch.source, batches.flow.batch.target))
    assert ((old != new).any(axis=2) <= rectangle(*SIDES, 4, 4, 8, 12)).all()


def test_a_photo_to_be_repaired_again_waits_for_a_repair_that_began_meanwhile(
    begin_batch: Begin, qtbot: QtBot
) -> None:
    batches = begin_batch(["a.png", "b.png"])
    flow, window = batches.flow, batches.window
    plan(qtbot, batches)
    start(qtbot, batches)
    open_row(qtbot, batches, "a.png")
    qtbot.waitUntil(lambda: not window.document.hole.is_empty(), timeout=WAIT_MS)
    correct_mask(flow.batch, "b.png", rectangle(*SIDES, 4, 4, 8, 12))
    gate = threading.Event()
    flow._planner.submit(lambda: gate.wait(10), lambda _: None, pytest.fail)
    flow.repair_again(["b.png"])
    assert flow.busy
    do(window, "repair")
    window._engine.pause(True)
    gate.set()
    qtbot.waitUntil(lambda: not flow.busy, timeout=WAIT_MS)
    assert window._engine.busy
    assert batches.states["b.png"] == "waiting"
    with qtbot.waitSignal(flow.ended, timeout=WAIT_MS):
        window._engine.pause(False)
    assert batches.states["b.png"] == "repaired"


def test_what_was_repaired_in_the_editor_is_not_taken_for_a_mask(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png"])
    plan(qtbot, batches)
    start(qtbot, batches)
    open_row(qtbot, batches, "a.png")
    document = batches.window.document
    qtbot.waitUntil(lambda: not document.hole.is_empty(), timeout=WAIT_MS)
    with qtbot.waitSignal(batches.window._engine.finished, timeout=WAIT_MS):
        do(batches.window, "repair")
    batches.window.batch_bar._again.click()
    assert "undo first" in batches.window.messages.text
    assert not batches.flow.busy


def test_while_a_batch_runs_no_other_work_is_offered(
    begin_batch: Begin, qtbot: QtBot, photo_file: Path
) -> None:
    batches = begin_batch(["a.png", "b.png"], held=True)
    window = batches.window
    opened(qtbot, window, photo_file)
    plan(qtbot, batches)
    start_and_hold(qtbot, batches)
    assert not window.commands["repair"].isEnabled()
    assert not window._repair.isEnabled()
    assert "A batch is running" in window.batch_bar._text.text()
    opened(qtbot, window, photo_file)
    assert not window.commands["find"].isEnabled()
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        batches.functions.gate.set()
    assert window.commands["repair"].isEnabled()
    assert window._repair.text() == "Repair"
    assert not window.batch_bar.isVisible()


def test_closing_the_editor_on_a_run_asks_once(
    begin_batch: Begin, qtbot: QtBot, questions: list[Buttons]
) -> None:
    batches = begin_batch(["a.png", "b.png", "c.png"], held=True)
    plan(qtbot, batches)
    start_and_hold(qtbot, batches)
    questions.append(Buttons.Cancel)
    assert not batches.window.close()
    assert batches.window.isVisible()
    questions.append(Buttons.Yes)
    batches.functions.gate.set()
    assert batches.window.close()
    assert questions == []
    assert not batches.flow.busy
    assert not batches.flow.view.isVisible()
    with workplace(batches.flow.batch) as place:  # nobody holds it, and what is finished is known
        assert set(place.journal.records) >= set(outputs(batches.flow.batch.target))


def test_closing_the_batch_lets_go_of_its_plan(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png", "b.png"])
    batches.flow.view._plan.click()
    batches.flow.view.close()
    qtbot.waitUntil(lambda: not batches.flow.busy, timeout=WAIT_MS)
    do(batches.window, "batch")
    plan(qtbot, batches)
    batches.flow.view.close()
    batches.flow._planner.shutdown()
    with workplace(batches.flow.batch):
        pass


def test_closing_the_editor_ends_a_plan_that_is_being_made(begin_batch: Begin) -> None:
    batches = begin_batch(["a.png", "b.png"])
    batches.flow.view._plan.click()
    assert batches.window.close()
    batches.end()
    with workplace(batches.flow.batch):
        pass


def test_a_second_batch_into_the_same_folder_is_refused(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png"])
    with workplace(batches.flow.view.form.batch()):
        plan(qtbot, batches)
    assert "Another batch is writing" in batches.flow.view.messages.text
    plan(qtbot, batches)
    assert batches.states == {"a.png": "waiting"}


def test_a_plan_that_is_changed_gives_its_folder_back(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png"])
    plan(qtbot, batches)
    assert batches.flow.view._start.isVisible()
    batches.flow.view.form.recursive.setChecked(True)
    assert batches.flow.view._plan.isVisible()
    batches.flow._planner.shutdown()
    with workplace(batches.flow.batch):
        pass


def test_a_run_that_cannot_begin_gives_its_folder_back(begin_batch: Begin, qtbot: QtBot) -> None:
    batches = begin_batch(["a.png"])
    engine = batches.window._engine
    load, engine._load_session = engine._load_session, lambda: 1 // 0
    plan(qtbot, batches)
    start(qtbot, batches)
    engine._load_session = load
    plan(qtbot, batches)
    start(qtbot, batches)
    assert batches.states == {"a.png": "repaired"}


@pytest.mark.parametrize(
    ("field", "name", "sentence"),
    [
        ("source", "", "is missing: choose it"),
        ("source", "nowhere", "does not exist"),
        ("target", "in/a.png/out", "Nothing can be written"),
        ("target", "in", "in the output folder"),
        ("masks", "nowhere", "does not exist"),
        ("masks", "in", "folder of their own"),
    ],
)
def test_folders_that_cannot_be_are_told(
    field: str, name: str, sentence: str, begin_batch: Begin, qtbot: QtBot, tmp_path: Path
) -> None:
    batches = begin_batch(["a.png"])
    target = batches.flow.view.form.target.text()
    getattr(batches.flow.view.form, field).set_text(str(tmp_path / name) if name else "")
    if field == "source":
        batches.flow.view.form.target.set_text(target)
    plan(qtbot, batches)
    assert sentence in batches.flow.view.messages.text
    assert batches.flow.view._plan.isVisible()


def test_a_folder_that_vanishes_ends_the_run_with_a_sentence(
    begin_batch: Begin, qtbot: QtBot, tmp_path: Path
) -> None:
    batches = begin_batch([f"{number}.png" for number in range(6)], held=True)
    plan(qtbot, batches)
    start_and_hold(qtbot, batches)
    batches.flow.batch.source.rename(tmp_path / "gone")
    with qtbot.waitSignal(batches.flow.ended, timeout=WAIT_MS):
        batches.functions.gate.set()
    assert "no longer there" in batches.flow.view.messages.text
    assert batches.window._engine.busy is False

"""Pausing a repair, and having others follow it."""

import threading
import time

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.gui.support import WAIT_MS, DissolvingSession, do, rectangle

FIRST = rectangle(120, 160, 40, 50, 60, 90)
SECOND = rectangle(120, 160, 80, 50, 90, 90)


@pytest.fixture
def gate() -> threading.Event:
    return threading.Event()


@pytest.fixture
def running(marked: MainWindow, gate: threading.Event) -> MainWindow:
    """A window in which a repair has begun that waits at its gate."""
    marked._engine._session = DissolvingSession(gate=gate)
    do(marked, "repair")
    return marked


def paint(window: MainWindow, *box: int) -> None:
    window.document.replace_hole(rectangle(120, 160, *box) | window.document.hole.array, "Brush")


def all_done(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.document.hole.is_empty() and not window._engine.busy, timeout=WAIT_MS)


def test_what_is_painted_meanwhile_follows(running: MainWindow, gate: threading.Event, qtbot: QtBot) -> None:
    paint(running, 80, 50, 90, 90)
    do(running, "next")
    assert running.steps._waiting.text() == "1 waiting"
    paint(running, 5, 5, 15, 15)
    running.steps._next.click()
    assert running.steps._waiting.text() == "2 waiting"
    gate.set()
    all_done(qtbot, running)
    states = [state for state in running.document.timeline.states if state.label == "Repair"]
    assert len(states) == 3
    assert running.steps._waiting.text() == ""
    first, second, third = (state.edit for state in states)
    assert second.before is first.after
    assert third.before is second.after
    changed = (second.before.image() != second.after.image()).any(axis=2)
    assert changed.any()
    assert not changed[~SECOND].any()


def test_nothing_is_repaired_twice(running: MainWindow, gate: threading.Event, qtbot: QtBot) -> None:
    do(running, "next")
    assert "paint the next first" in running.messages.text
    paint(running, 55, 50, 90, 90)
    do(running, "next")
    (order,) = running.work._repair.queue._waiting
    assert np.array_equal(order.hole.array, rectangle(120, 160, 60, 50, 90, 90))
    do(running, "next")
    assert len(running.work._repair.queue._waiting) == 1
    gate.set()
    all_done(qtbot, running)


def test_what_was_erased_meanwhile_is_not_repaired(
    running: MainWindow, gate: threading.Event, qtbot: QtBot
) -> None:
    paint(running, 80, 50, 90, 90)
    do(running, "next")
    running.document.replace_hole(FIRST, "Eraser")
    gate.set()
    all_done(qtbot, running)
    qtbot.wait(20)
    assert [state.label for state in running.document.timeline.states].count("Repair") == 1


def test_cancelling_drops_those_that_wait(running: MainWindow, gate: threading.Event, qtbot: QtBot) -> None:
    paint(running, 80, 50, 90, 90)
    do(running, "next")
    with qtbot.waitSignal(running._engine.cancelled, timeout=WAIT_MS):
        do(running, "cancel")
        gate.set()
    qtbot.wait(20)
    assert not running._engine.busy
    assert "1 that waited" in running.messages.text
    assert np.array_equal(running.document.hole.array, FIRST | SECOND)


def test_a_failure_drops_those_that_wait(marked: MainWindow, gate: threading.Event, qtbot: QtBot) -> None:
    marked._engine._session = DissolvingSession(gate=gate, error=RuntimeError("no"))
    do(marked, "repair")
    paint(marked, 80, 50, 90, 90)
    do(marked, "next")
    with qtbot.waitSignal(marked._engine.failed, timeout=WAIT_MS):
        gate.set()
    qtbot.wait(20)
    assert not marked._engine.busy
    assert marked.steps._waiting.text() == ""


def test_another_photo_drops_those_that_wait(
    running: MainWindow, gate: threading.Event, qtbot: QtBot
) -> None:
    paint(running, 80, 50, 90, 90)
    do(running, "next")
    running.document.open(running.document.photo, running.document.original)
    gate.set()
    qtbot.waitUntil(lambda: not running._engine.busy, timeout=WAIT_MS)
    qtbot.wait(20)
    assert not running._engine.busy


def test_only_a_repair_can_be_followed(marked: MainWindow) -> None:
    marked.work.repair_next()
    assert "Nothing is being repaired" in marked.messages.text
    assert not marked.steps._next.isVisible()


def test_a_paused_repair_waits_and_goes_on(marked: MainWindow, qtbot: QtBot) -> None:
    session = marked._engine._session = DissolvingSession(steps=200, gate=threading.Event())
    session.gate.set()
    seen = threading.Event()
    marked._engine.progress.connect(lambda _: seen.set())
    do(marked, "repair")
    do(marked, "pause")
    assert marked.steps._pause.text() == "Go on"
    assert marked.steps._rest.text() == "paused"
    time.sleep(0.05)
    there = session.taken
    time.sleep(0.05)
    assert session.taken == there < 200
    do(marked, "pause")
    all_done(qtbot, marked)
    assert session.taken == 200


def test_a_paused_repair_can_be_cancelled(marked: MainWindow, qtbot: QtBot) -> None:
    marked._engine._session = DissolvingSession(steps=200)
    do(marked, "repair")
    do(marked, "pause")
    with qtbot.waitSignal(marked._engine.cancelled, timeout=WAIT_MS):
        do(marked, "cancel")
    do(marked, "repair")
    assert marked.steps._pause.text() == "Pause"
    all_done(qtbot, marked)


def test_a_window_with_a_paused_repair_can_be_closed(marked: MainWindow, questions) -> None:
    marked._engine._session = DissolvingSession(steps=200)
    do(marked, "repair")
    do(marked, "pause")
    marked._leaving = True
    assert marked.close()

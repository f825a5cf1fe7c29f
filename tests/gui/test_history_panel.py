"""The history's list: what a state took, and doing it again."""

import numpy as np
from pytestqt.qtbot import QtBot

from engine.messages import Sampling
from gui.main_window import MainWindow
from tests.gui.support import repair


def test_a_repair_says_its_method_its_seed_and_its_seconds(marked: MainWindow, qtbot: QtBot) -> None:
    repair(qtbot, marked)
    text = marked.history._list.item(2).text()
    assert text == "Repair, best\n0.5 s · seed 7 · none"
    assert not marked.history._list.item(2).icon().isNull()


def test_a_repair_is_repeated_with_its_settings(marked: MainWindow, qtbot: QtBot) -> None:
    marked.method.set_sampling(Sampling(steps=3, eta=0.5))
    repair(qtbot, marked)
    first = marked.document.picture.image()
    marked.method.reset()
    marked.document.undo()
    with qtbot.waitSignal(marked._engine.finished):
        marked.work.repeat(marked.document.timeline.states[2].recipe)
    assert marked.method.sampling() == Sampling(steps=3, eta=0.5, seed=7)
    assert np.array_equal(marked.document.picture.image(), first)
    assert marked.document.recipe == marked.document.timeline.states[2].recipe


def test_with_nothing_painted_only_the_settings_are_taken(marked: MainWindow, qtbot: QtBot) -> None:
    repair(qtbot, marked)
    marked.work.repeat()
    assert marked.method.sampling().seed == 7
    assert "settings" in marked.messages.text
    assert not marked._engine.busy


def test_before_the_first_repair_there_is_nothing_to_repeat(marked: MainWindow) -> None:
    marked.work.repeat()
    assert "no repair yet" in marked.messages.text


def test_the_menu_of_a_state_repeats_it(marked: MainWindow, qtbot: QtBot) -> None:
    repair(qtbot, marked)
    opened, _, repaired = marked.document.timeline.states
    with qtbot.waitSignal(marked.history.repeat_asked) as asked:
        marked.history.menu(repaired).actions()[0].trigger()
    assert asked.args == [repaired.recipe]
    assert not marked.history.menu(opened).actions()[0].isEnabled()

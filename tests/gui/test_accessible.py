"""Everything can be reached by keyboard and has a name that a screen reader can say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.checkpoints.catalogue import Catalogue
from engine.checkpoints.library import Library
from gui.batch_form import BatchForm, Chosen
from gui.batch_rows import BatchRows
from gui.batch_window import BatchWindow
from gui.commands import COMMANDS
from gui.main_window import MainWindow
from gui.models_dialog import ModelsDialog
from gui.settings import Settings
from gui.settings_dialog import SettingsDialog
from gui.theme import colours_for
from gui.thumbnails import Thumbnails
from tests.gui.support import do, gradient, repair

USED_BY_HAND = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QAbstractScrollArea,
)


NEVER_FOCUSED = (QHeaderView, QScrollArea, QScrollBar)
MADE_OF_PARTS = (QAbstractSpinBox, QComboBox, QTabBar, QMenu, QMenuBar)
"""What Qt makes of parts of its own, and names them."""


def named(widget: QWidget) -> bool:
    """Whether a screen reader has something to say: a name, the words on it, or those of its label."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = (label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return any(text.strip() for text in (widget.accessibleName(), words, *labels))


def parts(top: QWidget) -> Iterator[QWidget]:
    """Every widget of a window that is used by hand or can have the keys; not what Qt makes these of."""
    for widget in (top, *top.findChildren(QWidget)):
        used = isinstance(widget, USED_BY_HAND) and not isinstance(widget, NEVER_FOCUSED)
        made_by_qt = widget.objectName().startswith("qt_") or any(
            isinstance(other, MADE_OF_PARTS) for other in ancestors(widget)
        )
        if (used or focusable(widget)) and not made_by_qt:
            yield widget


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    while (widget := widget.parentWidget()) is not None:
        yield widget


def focusable(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def unnamed(top: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.toolTip()!r} in {type(widget.parent()).__name__}"
        for widget in parts(top)
        if not named(widget) and not isinstance(widget, QDialog | MainWindow)
    ]


def unreachable(top: QWidget) -> list[str]:
    """Visible things to click that no key comes to, by Tab or as a command's."""
    return [
        f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
        for widget in parts(top)
        if isinstance(widget, USED_BY_HAND)
        and not isinstance(widget, QAbstractScrollArea)
        and not focusable(widget)
        and not isinstance(widget.parent(), QToolBar)  # its actions have keys or stand in a menu
        and not any(action.shortcuts() for action in widget.actions())
    ]


def test_all_parts_of_the_window_have_names_and_can_be_reached(marked: MainWindow, qtbot: QtBot) -> None:
    marked.method._fold.setChecked(True)
    repair(qtbot, marked)
    check(marked)


def test_every_action_has_a_key_or_stands_in_a_menu(window: MainWindow) -> None:
    menus = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    for command in COMMANDS:
        assert window.commands[command.name] in menus, command.name
    for action in window.findChildren(QAction):
        assert (
            action in menus
            or action.shortcuts()
            or action.menu()
            or action.isSeparator()
            or (owned_by_qt(action))
        ), action.text()


def owned_by_qt(action: QAction) -> bool:
    return isinstance(action.parent(), QToolBar | QLineEdit) or action.objectName().startswith("qt_")


def test_every_menu_has_a_letter_of_its_own(window: MainWindow) -> None:
    letters = [action.text().partition("&")[2][:1].lower() for action in window.menuBar().actions()]
    assert all(letters)
    assert len(set(letters)) == len(letters)


def test_the_button_for_a_command_tells_its_key(window: MainWindow) -> None:
    for bar in window.findChildren(QToolBar):
        for action in bar.actions():
            if action.shortcuts():
                assert "(" in action.toolTip(), action.text()


def check(top: QWidget) -> None:
    assert not unnamed(top), "\n".join(unnamed(top))
    assert not unreachable(top), "\n".join(unreachable(top))


def test_all_parts_of_the_dialogs_have_names_and_can_be_reached(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDialog, "exec", check)
    do(window, "keys")
    models = ModelsDialog(window)
    models.show_models(Catalogue(library=Library(tmp_path)).infos(), {})
    for dialog in (SettingsDialog(Settings()), models):
        qtbot.addWidget(dialog)
        check(dialog)


def test_all_parts_of_the_window_for_folders_have_names_and_can_be_reached(
    window: MainWindow, qtbot: QtBot
) -> None:
    thumbnails = Thumbnails(lambda path, side: gradient(side, side), 8)
    form = BatchForm(window.method, Settings(), finds_damage=True)
    form.choose(Chosen(Path("folder"), frozenset({"photo"})))
    folders = BatchWindow(form, BatchRows(), thumbnails, lambda: colours_for("light"))
    qtbot.addWidget(folders)
    check(folders)
    thumbnails.shutdown()

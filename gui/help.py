"""The help: which key does what, and what this program is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.commands import COMMANDS, GESTURES
from gui.first_size import first_size
from gui.translation import translate

KEYS_SIZE = QSize(680, 560)


def show_keys(parent: QWidget) -> None:
    """List all keys."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(translate("Help", "Keys"))
    table = QLabel(keys_table())
    table.setContentsMargins(8, 8, 24, 8)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setAccessibleName(dialog.windowTitle())
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(table)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(scroll)
    column.addWidget(buttons)
    dialog.resize(first_size(dialog, KEYS_SIZE))
    dialog.exec()
    dialog.deleteLater()


def show_about(parent: QWidget, version: str) -> None:
    """Say what this program is."""
    purpose = translate(
        "Help",
        "Invisible mending for photographs: repairs damage by conditional diffusion, "
        "on this computer, and leaves every other pixel as it is.",
    )
    QMessageBox.about(
        parent,
        translate("Help", "About Reweave"),
        f"<h3>Reweave {escape(version)}</h3><p>{escape(purpose)}</p><p>Apache License 2.0</p>",
    )


def keys_table() -> str:
    """Return all commands that have keys, and all gestures, as an HTML table."""
    native = QKeySequence.SequenceFormat.NativeText
    either = translate("Help", " or ")
    gestures = [(translate("Commands", what), translate("Commands", how)) for what, how in GESTURES]
    rows = [
        (command.title.rstrip("…"), either.join(QKeySequence(keys).toString(native) for keys in command.keys))
        for command in COMMANDS
        if command.keys
    ]
    cells = "".join(
        f"<tr><td>{escape(what)}</td><td><b>{escape(how)}</b></td></tr>" for what, how in (*gestures, *rows)
    )
    return f"<table cellpadding='4'>{cells}</table>"

"""The column beside the photo: what is to be done, the buttons that do it, and the history."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.history_panel import HistoryPanel
from gui.method_panel import MethodPanel
from gui.translation import translate

WIDTH = 292
HISTORY_HEIGHT = 150


def side_panel(
    method: MethodPanel, repair: QPushButton, others: Iterable[QPushButton], history: HistoryPanel
) -> QWidget:
    """Return the column; where it is too short for the whole method panel, that scrolls."""
    scroll = _Scroll(method)
    method.unfolded.connect(scroll.updateGeometry)
    history.setMinimumHeight(HISTORY_HEIGHT)
    side = QWidget(objectName="side")
    side.setFixedWidth(WIDTH)
    column = QVBoxLayout(side)
    column.setContentsMargins(14, 14, 14, 14)
    column.setSpacing(10)
    column.addWidget(_heading(translate("MainWindow", "Repair")))
    column.addWidget(scroll)
    column.addWidget(repair)
    row = QHBoxLayout()
    for button in others:
        button.setProperty("compact", True)
        row.addWidget(button)
    column.addLayout(row)
    column.addSpacing(6)
    column.addWidget(_heading(translate("MainWindow", "History")))
    column.addWidget(history, 1)
    return side


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


class _Scroll(QScrollArea):
    """As tall as what it holds, if there is room; if not, it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go from field to field inside
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

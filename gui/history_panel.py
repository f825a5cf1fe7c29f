"""Every state of the photo with a small picture of it; click one to go there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.document import Document
from gui.images import to_qimage
from gui.undo import State

PICTURE = QSize(64, 44)


class HistoryPanel(QWidget):
    """Shows the document's timeline; can be rebuilt from it at any time."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: list[State] = []
        self._list = QListWidget()
        self._list.setIconSize(PICTURE)
        self._list.setAccessibleName("History")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self._list.currentRowChanged.connect(self._go_to)
        document.history_changed.connect(self._follow)

    def _follow(self) -> None:
        """Take over what is new in the timeline, from where it differs on."""
        states, position = self._document.timeline.states, self._document.timeline.position
        common = 0
        while common < min(len(states), len(self._shown)) and states[common] is self._shown[common]:
            common += 1
        blocked = self._list.blockSignals(True)
        while self._list.count() > common:
            self._list.takeItem(self._list.count() - 1)
        for state in states[common:]:
            self._list.addItem(_item(state))
        self._shown = list(states)
        for row in range(self._list.count()):
            undone = row > position
            self._list.item(row).setForeground(
                self.palette().placeholderText() if undone else self.palette().text()
            )
        self._list.setCurrentRow(position)
        self._list.blockSignals(blocked)

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self._document.go_to(row)
            self._follow()


def _item(state: State) -> QListWidgetItem:
    picture = QPixmap.fromImage(to_qimage(state.overview)).scaled(
        PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pictures = QIcon(picture)
    pictures.addPixmap(
        picture, QIcon.Mode.Selected
    )  # without it Qt would tint the picture of the current state
    item = QListWidgetItem(pictures, state.label)
    item.setToolTip(f"{state.label}: {state.facts}" if state.facts else state.label)
    return item

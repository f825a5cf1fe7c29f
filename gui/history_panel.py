"""Every state of the photo with a small picture and what it took; click one to go there."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from engine.messages import Method
from gui.document import Document
from gui.images import to_qimage
from gui.translation import translate
from gui.undo import State

PICTURE = QSize(64, 44)
METHOD_NAMES: dict[Method, str] = {
    "known": QT_TRANSLATE_NOOP("HistoryPanel", "best"),
    "erase": QT_TRANSLATE_NOOP("HistoryPanel", "fast"),
    "erode": QT_TRANSLATE_NOOP("HistoryPanel", "eroded"),
    "blind": QT_TRANSLATE_NOOP("HistoryPanel", "blind"),
}


class HistoryPanel(QWidget):
    """Shows the document's timeline, and can be rebuilt from it. Signal: ``repeat_asked`` (Recipe)."""

    repeat_asked = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: list[State] = []
        self._list = QListWidget()
        self._list.setIconSize(PICTURE)
        self._list.setAccessibleName(translate("HistoryPanel", "History"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._offer)
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

    def _offer(self, place: QPoint) -> None:
        """Offer what can be done with the state under the pointer, else with the current one."""
        item = self._list.itemAt(place) or self._list.currentItem()
        menu = self.menu(self._shown[self._list.row(item)])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._list.viewport().mapToGlobal(place))

    def menu(self, state: State) -> QMenu:
        """Return what can be done with a state."""
        menu = QMenu(self)
        repeat = menu.addAction(translate("HistoryPanel", "Repeat with these settings"))
        repeat.setEnabled(state.recipe is not None)
        repeat.triggered.connect(lambda: self.repeat_asked.emit(state.recipe))
        return menu


def _item(state: State) -> QListWidgetItem:
    picture = QPixmap.fromImage(to_qimage(state.overview)).scaled(
        PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pictures = QIcon(picture)
    pictures.addPixmap(
        picture, QIcon.Mode.Selected
    )  # without it Qt would tint the picture of the current state
    name = state.label
    if state.recipe is not None:
        name = f"{name}, {translate('HistoryPanel', METHOD_NAMES[state.recipe.method])}"
    item = QListWidgetItem(pictures, f"{name}\n{state.facts}" if state.facts else name)
    item.setToolTip(f"{name}: {state.facts}" if state.facts else name)
    return item

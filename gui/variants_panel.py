"""The variants of a repair side by side, to look at and to choose from."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.images import to_qimage
from gui.theme import set_property
from gui.translation import translate
from gui.variants_task import Variant, Variants

PICTURE = QSize(112, 112)
LIST_HEIGHT = 154
MAP_EXPLAINED = QT_TRANSLATE_NOOP("VariantsPanel", "Amber: where the variants differ")
KEY_PRESS = QEvent.Type.KeyPress


class VariantsPanel(QWidget):
    """Shown while there is something to choose.

    Signals: ``looked_at`` (another variant, or the map, is to be seen), ``taken``, ``discarded``.
    """

    looked_at = Signal()
    taken = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._variants = Variants()
        self._count = 0
        self._summary = ""
        self._text = QLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._map = QToolButton(text=translate("VariantsPanel", "How much was invented"), checkable=True)
        self._map.setToolTip(
            translate(
                "VariantsPanel",
                "Shows where the variants differ: the brighter, the more freely it was invented",
            )
        )
        self._use = QPushButton(translate("VariantsPanel", "Use this"))
        self._use.setToolTip(
            translate("VariantsPanel", "Take the variant that is shown into the photo  (Enter)")
        )
        self._discard = QPushButton(translate("VariantsPanel", "Discard"))
        self._discard.setToolTip(translate("VariantsPanel", "Leave photo and mask as they were  (Esc)"))
        self._list = QListWidget()
        self._list.setAccessibleName(translate("VariantsPanel", "Variants"))
        self._list.setViewMode(QListView.ViewMode.IconMode)
        self._list.setMovement(QListView.Movement.Static)
        self._list.setWrapping(False)
        self._list.setIconSize(PICTURE)
        self._list.setSpacing(2)
        self._list.setFixedHeight(LIST_HEIGHT)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_property(self._use, "primary", True)

        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        for widget in (self._map, self._discard, self._use):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        column.addWidget(self._list)

        self._list.currentRowChanged.connect(self._choose)
        self._list.itemDoubleClicked.connect(self.taken)
        self._list.installEventFilter(self)
        self._map.toggled.connect(self._say)
        self._map.toggled.connect(self.looked_at)
        self._use.clicked.connect(self.taken)
        self._discard.clicked.connect(self.discarded)
        self.hide()

    @property
    def chosen(self) -> Variant | None:
        """The variant that is marked, if any."""
        row = self._list.currentRow()
        return self._variants.finished[row] if row >= 0 else None

    @property
    def shows_map(self) -> bool:
        """Whether the map is to be seen in place of a variant."""
        return self._map.isChecked()

    def begin(self, count: int) -> None:
        """Make room for ``count`` variants."""
        self._count = count
        self._discard.hide()
        self.add(Variants())
        self.show()

    def add(self, variants: Variants) -> None:
        """Show what is finished while the others are being made."""
        summary = translate("VariantsPanel", "{finished} of {count} variants are finished")
        self._show(variants, summary.format(finished=len(variants.finished), count=self._count))

    def choose_from(self, variants: Variants) -> None:
        """Ask for a choice, now that no more will come."""
        count = len(variants.finished)
        if count > 1:
            summary = translate("VariantsPanel", "Choose one of {count} variants").format(count=count)
        else:
            summary = translate("VariantsPanel", "One variant was finished")
        self._show(variants, summary)
        self._discard.show()
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._list.setFocus()

    def end(self) -> None:
        """There is nothing more to choose."""
        self._show(Variants(), "")
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the variant that is marked with Enter."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == KEY_PRESS else None
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._use.click()
            return True
        return super().eventFilter(watched, event)

    def _show(self, variants: Variants, summary: str) -> None:
        """Add what is new; what is marked stays marked."""
        blocked = self._list.blockSignals(True)
        if len(variants.finished) < self._list.count():
            self._list.clear()
        for variant in variants.finished[self._list.count() :]:
            self._list.addItem(_item(variant, self._list.count() + 1))
        self._list.blockSignals(blocked)
        self._variants = variants
        self._map.setEnabled(variants.spread is not None)
        self._map.setChecked(self._map.isChecked() and variants.spread is not None)
        self._use.setEnabled(self.chosen is not None)
        self._summary = summary
        self._say()

    def _say(self) -> None:
        self._text.setText(translate("VariantsPanel", MAP_EXPLAINED) if self.shows_map else self._summary)

    def _choose(self, row: int) -> None:
        self._use.setEnabled(row >= 0)
        self._map.setChecked(False)
        self.looked_at.emit()


def _item(variant: Variant, number: int) -> QListWidgetItem:
    assert variant.frame.thumbnail is not None
    picture = QPixmap.fromImage(to_qimage(variant.frame.thumbnail)).scaled(
        PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pictures = QIcon(picture)
    pictures.addPixmap(picture, QIcon.Mode.Selected)  # without it Qt would tint the one that is marked
    item = QListWidgetItem(pictures, str(number))
    seed = variant.outcome.result.seed
    tip = translate("VariantsPanel", "Variant {number}: seed {seed}").format(number=number, seed=seed)
    item.setToolTip(tip)
    name = translate("VariantsPanel", "Variant {number}").format(number=number)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
    return item

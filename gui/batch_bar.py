"""A line below the photo while a batch runs, or while the photo is one of a batch's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.translation import translate


class BatchBar(QWidget):
    """Signals: ``again_asked`` (the photo is to be repaired again, with the mask as it is now),
    ``shown_asked`` (the batch's window is to be seen).
    """

    again_asked = Signal()
    shown_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._progress = self._photo = ""
        self._text = QLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._again = QPushButton(translate("BatchBar", "Repair again in the batch"))
        self._again.setToolTip(
            translate("BatchBar", "With the mask as it is now, into the batch's output folder")
        )
        self._show_batch = QPushButton(translate("BatchBar", "Show the batch"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self._again)
        row.addWidget(self._show_batch)
        self._again.clicked.connect(self.again_asked)
        self._show_batch.clicked.connect(self.shown_asked)
        self.hide()

    def show_progress(self, text: str) -> None:
        """Say how far the batch is; nothing where none is running."""
        self._progress = text
        self._say()

    def show_photo(self, name: str) -> None:
        """The photo of this name is a batch's; an empty name: it is not."""
        self._photo = name
        self._say()

    def _say(self) -> None:
        hint = translate("BatchBar", "{name}: correct its mask, then have it repaired again.")
        self._text.setText(hint.format(name=self._photo) if self._photo else self._progress)
        self._text.setToolTip(self._progress)
        self._again.setVisible(bool(self._photo))
        self.setVisible(bool(self._photo or self._progress))

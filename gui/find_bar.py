"""A line below the photo: how far a search for damage is, then how much of what it found to take."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSlider, QVBoxLayout, QWidget

from gui.translation import translate

SLIDER_STEPS = 50
USUAL_SENSITIVITY = 0.5


class FindBar(QWidget):
    """Signals: ``sensitivity_changed`` (float in [0, 1]), ``repair_asked``, ``closed``."""

    sensitivity_changed = Signal(float)
    repair_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._text = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(translate("FindBar", "Progress of the search"))
        self._name = QLabel(translate("FindBar", "Sensitivity"))
        self._slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=SLIDER_STEPS)
        self._slider.setAccessibleName(translate("FindBar", "Sensitivity"))
        self._slider.setToolTip(
            translate("FindBar", "Left: only what is certainly damage. Right: everything that may be.")
        )
        self._slider.setMaximumWidth(260)
        self._repair = QPushButton(translate("FindBar", "Repair"))
        self._repair.setToolTip(translate("FindBar", "Repair all that is marked"))
        self._close = QPushButton(translate("FindBar", "Done"))
        self._close.setToolTip(translate("FindBar", "Keep the marks, to paint and erase by hand"))
        dial = QVBoxLayout()  # above one another, so that there is room for both in a small window
        dial.setSpacing(2)
        dial.addWidget(self._name)
        dial.addWidget(self._slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._text)
        row.addWidget(self._bar, 4)
        row.addStretch(1)
        row.addLayout(dial, 1)
        row.addWidget(self._repair)
        row.addWidget(self._close)
        self._slider.valueChanged.connect(lambda _value: self.sensitivity_changed.emit(self.sensitivity))
        self._repair.clicked.connect(self.repair_asked)
        self._close.clicked.connect(self.closed)
        self.hide()

    @property
    def sensitivity(self) -> float:
        """What the slider says, in [0, 1]."""
        return self._slider.value() / SLIDER_STEPS

    def set_sensitivity(self, sensitivity: float) -> None:
        """Move the slider."""
        self._slider.setValue(round(sensitivity * SLIDER_STEPS))

    def search(self, fraction: float) -> None:
        """Show how far a search is; 0 is a beginning that nobody knows the length of."""
        self._text.setText(translate("FindBar", "Looking for damage…"))
        self._bar.setRange(0, 1000 if fraction > 0 else 0)
        self._bar.setValue(round(fraction * 1000))
        self._show(searching=True)

    def say(self, count: int) -> None:
        """Show how many places are marked."""
        found = translate("FindBar", "Damage found: %n place(s)", None, count)
        self._text.setText(found if count else translate("FindBar", "Damage found: no place"))
        self._repair.setEnabled(count > 0)
        self._show(searching=False)

    def _show(self, searching: bool) -> None:
        self._bar.setVisible(searching)
        for widget in (self._name, self._slider, self._repair, self._close):
            widget.setVisible(not searching)
        self.show()

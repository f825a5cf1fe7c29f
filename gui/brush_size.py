"""The brush's size as a slider that is as fine for small brushes as for large ones."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from gui.brush import LARGEST_BRUSH, SMALLEST_BRUSH
from gui.tools import Toolbox

STEPS = 200


class BrushSize(QWidget):
    """Shows and sets the toolbox's brush size, on a logarithmic scale."""

    def __init__(self, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toolbox = toolbox
        self._slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=STEPS)
        self._slider.setFixedWidth(130)
        self._slider.setToolTip("Brush size  ([ and ], or Shift and the wheel)")
        self._slider.setAccessibleName("Brush size")
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label = QLabel()
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance("1000 px"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(QLabel("Size"))
        row.addWidget(self._slider)
        row.addWidget(self._label)
        self._slider.valueChanged.connect(self._set)
        toolbox.changed.connect(self._follow)
        self._follow()

    def _set(self, step: int) -> None:
        self._toolbox.resize(diameter_at(step))

    def _follow(self) -> None:
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(step_for(self._toolbox.brush_px))
        self._slider.blockSignals(blocked)
        self._label.setText(f"{self._toolbox.brush_px} px")


def diameter_at(step: int) -> int:
    """Return the brush's diameter in pixels at a step of the slider."""
    return round(SMALLEST_BRUSH * (LARGEST_BRUSH / SMALLEST_BRUSH) ** (step / STEPS))


def step_for(diameter_px: int) -> int:
    """Return the slider's step nearest to a diameter."""
    return round(STEPS * math.log(diameter_px / SMALLEST_BRUSH) / math.log(LARGEST_BRUSH / SMALLEST_BRUSH))

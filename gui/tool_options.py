"""How the tool in hand is set, in the bar above the photo."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QStackedWidget, QWidget

from gui.brush import LARGEST_BRUSH, SMALLEST_BRUSH
from gui.flood import LARGEST_TOLERANCE
from gui.tools import Toolbox, ToolName
from gui.translation import translate

SIZE_STEPS = 200

HARDNESS_TIP = QT_TRANSLATE_NOOP(
    "ToolOptions",
    "Hardness  ({ and })\n"
    "Masks are exact: no pixel is half marked. Below 100 % the brush covers ever less towards its edge,\n"
    "and what it covers by half or more is marked: the solid circle.",
)
TOLERANCE_TIP = QT_TRANSLATE_NOOP(
    "ToolOptions", "How much red, green and blue may each differ from the pixel you click, of 255"
)
CONNECTED_TIP = QT_TRANSLATE_NOOP(
    "ToolOptions", "Only what is connected to the pixel you click; else wherever in the photo it is"
)

HINTS: dict[ToolName, str] = {
    "lasso": QT_TRANSLATE_NOOP("ToolOptions", "Draw around the damage"),
    "polygon": QT_TRANSLATE_NOOP("ToolOptions", "Click corners; double click closes"),
    "rectangle": QT_TRANSLATE_NOOP("ToolOptions", "Drag from corner to corner"),
    "pick": QT_TRANSLATE_NOOP("ToolOptions", "Click a marked piece to remove it"),
}
"""For the tools that need no setting: how they are used."""


class ToolOptions(QStackedWidget):
    """Shows and sets what matters to the tool in hand."""

    def __init__(self, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toolbox = toolbox
        self._size = Dial(
            translate("ToolOptions", "Size"),
            translate("ToolOptions", "Brush size  ([ and ], or Shift and the wheel)"),
            "1000 px",
        )
        self._size.setup(SIZE_STEPS, lambda step: toolbox.resize(diameter_at(step)))
        self._hardness = Dial(
            translate("ToolOptions", "Hardness"), translate("ToolOptions", HARDNESS_TIP), "100 %", width=44
        )
        self._hardness.setup(100, toolbox.set_hardness)
        self._tolerance = Dial(
            translate("ToolOptions", "Tolerance"), translate("ToolOptions", TOLERANCE_TIP), "255"
        )
        self._tolerance.setup(LARGEST_TOLERANCE, toolbox.set_tolerance)
        self._connected = QCheckBox(translate("ToolOptions", "Connected"))
        self._connected.setToolTip(translate("ToolOptions", CONNECTED_TIP))
        self._connected.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._connected.toggled.connect(toolbox.set_contiguous)
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._brush_page = self._page(self._size, self._hardness)
        self._flood_page = self._page(self._tolerance, self._connected)
        self._hint_page = self._page(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        toolbox.changed.connect(self._follow)
        self._follow()

    def _page(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.addWidget(page)
        return page

    def _follow(self) -> None:
        toolbox = self._toolbox
        self._size.show_value(step_for(toolbox.brush_px), f"{toolbox.brush_px} px")
        self._hardness.show_value(toolbox.hardness, f"{toolbox.hardness} %")
        self._tolerance.show_value(toolbox.tolerance, str(toolbox.tolerance))
        self._connected.setChecked(toolbox.contiguous)
        self._hint.setText(translate("ToolOptions", HINTS.get(toolbox.tool, "")))
        pages: dict[ToolName, QWidget] = {
            "brush": self._brush_page,
            "eraser": self._brush_page,
            "flood": self._flood_page,
        }
        self.setCurrentWidget(pages.get(toolbox.tool, self._hint_page))


class Dial(QWidget):
    """A name, a slider, and what it stands at. ``widest``: the longest text for that."""

    def __init__(self, name: str, tip: str, widest: str, width: int = 60) -> None:
        super().__init__()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setFixedWidth(width)
        self._slider.setToolTip(tip)
        self._slider.setAccessibleName(name)
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label = QLabel()
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance(widest))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        title = QLabel(name)
        title.setToolTip(tip)
        for widget in (title, self._slider, self._label):
            row.addWidget(widget)

    def setup(self, steps: int, use: Callable[[int], object]) -> None:
        """Let the slider go from 0 to ``steps``, and ``use`` what the user sets it to."""
        self._slider.setRange(0, steps)
        self._slider.valueChanged.connect(use)

    def show_value(self, step: int, text: str) -> None:
        """Stand at ``step``, which is called ``text``."""
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(step)
        self._slider.blockSignals(blocked)
        self._label.setText(text)


def diameter_at(step: int) -> int:
    """Return the brush's diameter in pixels at a step of its slider, as fine for small ones as for large."""
    return round(SMALLEST_BRUSH * (LARGEST_BRUSH / SMALLEST_BRUSH) ** (step / SIZE_STEPS))


def step_for(diameter_px: int) -> int:
    """Return the slider's step nearest to a diameter."""
    return round(
        SIZE_STEPS * math.log(diameter_px / SMALLEST_BRUSH) / math.log(LARGEST_BRUSH / SMALLEST_BRUSH)
    )

"""Which tool is in hand, and the stroke being made with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from PySide6.QtCore import QObject, Signal

from gui.brush import LARGEST_BRUSH, SMALLEST_BRUSH, Point, Stroke
from gui.document import Document

ToolName = Literal["brush", "eraser"]
TOOLS: tuple[ToolName, ...] = get_args(ToolName)


class Toolbox(QObject):
    """The tool in hand and the brush's diameter in pixels. Signal: ``changed``."""

    changed = Signal()

    def __init__(self, brush_px: int = 40, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool: ToolName = "brush"
        self._brush_px = brush_px

    @property
    def tool(self) -> ToolName:
        """The tool in hand."""
        return self._tool

    @property
    def brush_px(self) -> int:
        """Diameter of the brush."""
        return self._brush_px

    def take(self, tool: ToolName) -> None:
        """Take a tool in hand."""
        if tool != self._tool:
            self._tool = tool
            self.changed.emit()

    def swap(self) -> None:
        """Take the other of brush and eraser."""
        self.take("eraser" if self._tool == "brush" else "brush")

    def resize(self, diameter_px: int) -> None:
        """Set the brush's diameter, as near as it may be."""
        diameter_px = min(max(diameter_px, SMALLEST_BRUSH), LARGEST_BRUSH)
        if diameter_px != self._brush_px:
            self._brush_px = diameter_px
            self.changed.emit()

    def scale(self, direction: int) -> None:
        """Make the brush a step larger (1) or smaller (-1): one pixel when small, a sixth when large."""
        step = max(1, round(self._brush_px / 6))
        self.resize(self._brush_px + direction * step)

    def marks(self, opposite: bool) -> bool:
        """True if painting marks for repair, False if it erases. ``opposite``: with the other tool."""
        return (self._tool == "brush") != opposite


class Painter:
    """Turns presses and moves of a pointer into strokes on a document."""

    def __init__(self, document: Document, toolbox: Toolbox) -> None:
        self._document = document
        self._toolbox = toolbox
        self._stroke: Stroke | None = None
        self._marking = True
        self._last: Point | None = None
        document.opened.connect(self._forget)
        document.resized.connect(self._forget)

    @property
    def active(self) -> bool:
        """True between press and release."""
        return self._stroke is not None

    def press(self, point: Point, opposite: bool = False, straight: bool = False) -> None:
        """Begin a stroke at ``point``; ``straight``: with a line from where the last one ended."""
        if self.active:
            return
        self._marking = self._toolbox.marks(opposite)
        self._begin(self._last if straight and self._last is not None else point)
        self.move(point)

    def move(self, point: Point) -> None:
        """Go on with the stroke, if there is one."""
        if self._stroke is not None:
            self._touch(self._stroke, point)

    def release(self) -> None:
        """End the stroke; it becomes one entry of the history."""
        if self._stroke is not None:
            edit, self._stroke = self._stroke.finish(), None
            if edit is not None:
                self._document.record("Brush" if self._marking else "Eraser", edit)

    def interrupted(self, change: Callable[[], object]) -> None:
        """Make a change to the document that a stroke must not straddle, and go on with the stroke."""
        going_on = self._last if self.active else None
        self.release()
        change()
        if going_on is not None:
            self._begin(going_on)

    def _begin(self, point: Point) -> None:
        self._stroke = Stroke(self._document.hole, self._marking, self._toolbox.brush_px)
        self._touch(self._stroke, point)

    def _touch(self, stroke: Stroke, point: Point) -> None:
        self._last = point
        box = stroke.line_to(point)
        if box is not None:
            self._document.hole_changed.emit(box)

    def _forget(self) -> None:
        self._stroke = self._last = None

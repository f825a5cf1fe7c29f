"""Which tool is in hand, and what is being painted or drawn with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from gui.brush import LARGEST_BRUSH, SMALLEST_BRUSH, Point, Stroke, painted_px
from gui.document import Document
from gui.flood import LARGEST_TOLERANCE
from gui.grow import LARGEST_RIM
from gui.outline import OUTLINES, Outline
from gui.translation import translate

ToolName = Literal["brush", "eraser", "lasso", "polygon", "rectangle", "flood", "pick"]
TOOLS: tuple[ToolName, ...] = get_args(ToolName)

LABELS: dict[ToolName, str] = {
    "brush": QT_TRANSLATE_NOOP("Tools", "Brush"),
    "eraser": QT_TRANSLATE_NOOP("Tools", "Eraser"),
    "lasso": QT_TRANSLATE_NOOP("Tools", "Lasso"),
    "polygon": QT_TRANSLATE_NOOP("Tools", "Polygon"),
    "rectangle": QT_TRANSLATE_NOOP("Tools", "Rectangle"),
    "flood": QT_TRANSLATE_NOOP("Tools", "Similar colour"),
    "pick": QT_TRANSLATE_NOOP("Tools", "Remove a piece"),
}
"""What the tools, and the steps of the history made with them, are called."""


def label_of(tool: ToolName, marking: bool = True) -> str:
    """Return what a step of the history is called in which ``tool`` marked pixels, or unmarked them."""
    name = translate("Tools", LABELS[tool])
    return name if marking else translate("Tools", "{tool}, removed").format(tool=name)


@dataclass(frozen=True)
class _Setup:
    tool: ToolName = "brush"
    removing: bool = False
    brush_px: int = 40
    hardness: int = 100
    tolerance: int = 24
    contiguous: bool = True
    rim_px: int = 2


class Toolbox(QObject):
    """The tool in hand and how it is set. Signal: ``changed``.

    The eraser is the brush while removing; every other tool but "pick" adds or removes as well.
    """

    changed = Signal()

    def __init__(self, brush_px: int = 40, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = _Setup(brush_px=brush_px)

    @property
    def tool(self) -> ToolName:
        """The tool in hand."""
        return "eraser" if self._setup.tool == "brush" and self.removing else self._setup.tool

    @property
    def removing(self) -> bool:
        """True if the tools take marks away."""
        return self._setup.removing

    @property
    def brush_px(self) -> int:
        """Diameter of the brush."""
        return self._setup.brush_px

    @property
    def hardness(self) -> int:
        """How much of the brush's radius is covered wholly, in percent; see :func:`gui.brush.painted_px`."""
        return self._setup.hardness

    @property
    def tolerance(self) -> int:
        """How much a channel of a similar colour may differ, 0 to 255."""
        return self._setup.tolerance

    @property
    def contiguous(self) -> bool:
        """True if only what is connected to the pixel clicked counts as similar."""
        return self._setup.contiguous

    @property
    def rim_px(self) -> int:
        """How many pixels a mask is grown or shrunk by."""
        return self._setup.rim_px

    def take(self, tool: ToolName) -> None:
        """Take a tool in hand. Brush and eraser also choose between adding and removing."""
        if tool == "eraser":
            self._set(tool="brush", removing=True)
        elif tool == "brush":
            self._set(tool="brush", removing=False)
        else:
            self._set(tool=tool)

    def swap(self) -> None:
        """Remove with the tool in hand what it added, or the other way round."""
        self._set(removing=not self.removing)

    def resize(self, diameter_px: int) -> None:
        """Set the brush's diameter, as near as it may be."""
        self._set(brush_px=min(max(diameter_px, SMALLEST_BRUSH), LARGEST_BRUSH))

    def scale(self, direction: int) -> None:
        """Make the brush a step larger (1) or smaller (-1): one pixel when small, a sixth when large."""
        step = max(1, round(self.brush_px / 6))
        self.resize(self.brush_px + direction * step)

    def set_hardness(self, percent: int) -> None:
        """Set the brush's hardness, as near as it may be."""
        self._set(hardness=min(max(percent, 0), 100))

    def set_tolerance(self, tolerance: int) -> None:
        """Set the tolerance, as near as it may be."""
        self._set(tolerance=min(max(tolerance, 0), LARGEST_TOLERANCE))

    def set_contiguous(self, contiguous: bool) -> None:
        """Let only what is connected count as similar, or all of the photo."""
        self._set(contiguous=contiguous)

    def set_rim(self, pixels: int) -> None:
        """Set what a mask is grown or shrunk by, as near as it may be."""
        self._set(rim_px=min(max(pixels, 1), LARGEST_RIM))

    def marks(self, opposite: bool) -> bool:
        """True if painting marks for repair, False if it erases. ``opposite``: the other way round."""
        return self.removing == opposite

    def _set(self, **values: Any) -> None:
        setup = replace(self._setup, **values)
        if setup != self._setup:
            self._setup = setup
            self.changed.emit()


class Painter(QObject):
    """Turns presses and moves of a pointer into what the tool in hand does to a document.

    Signals, for what takes longer than an event may: ``flood_asked`` (at which point, whether to mark),
    ``piece_picked`` (at which point, reach in pixels).
    """

    flood_asked = Signal(object, bool)
    piece_picked = Signal(object, float)

    def __init__(self, document: Document, toolbox: Toolbox) -> None:
        super().__init__(document)
        self._document = document
        self._toolbox = toolbox
        self._stroke: Stroke | None = None
        self._outline: Outline | None = None
        self._marking = True
        self._last: Point | None = None
        self._pressure = 1.0
        document.opened.connect(self.forget)
        document.resized.connect(self.forget)
        toolbox.changed.connect(self._look_at_tool)

    @property
    def active(self) -> bool:
        """True between press and release. A polygon is not: all else may be done before its next corner."""
        return self._stroke is not None or (self._outline is not None and self._outline.kind != "polygon")

    @property
    def outline(self) -> Outline | None:
        """What is being drawn around, if anything is."""
        return self._outline

    def press(
        self,
        point: Point,
        opposite: bool = False,
        straight: bool = False,
        picking: bool = False,
        pressure: float = 1.0,
        reach: float = 0.0,
    ) -> None:
        """Use the tool at ``point``: begin a stroke or an outline, give a polygon its next corner.

        ``opposite``: remove instead of adding, or the other way round. ``straight``: begin with a line from
        where the last stroke ended. ``picking``: remove a piece, whatever is in hand. ``pressure``: that of a
        pen, 0 to 1. ``reach``: pixels of the photo within which a polygon's first corner, or a piece, is met.
        """
        if self.active:
            return
        tool = self._toolbox.tool
        marking = self._toolbox.marks(opposite)
        if self._outline is not None:
            if self._outline.press(point, reach):
                self.close()
        elif picking or tool == "pick":
            self.piece_picked.emit(point, reach)
        elif tool == "flood":
            self.flood_asked.emit(point, marking)
        elif tool in OUTLINES:
            self._outline = Outline(tool, point, marking)
        else:
            self._marking = marking
            self._begin(self._last if straight and self._last is not None else point, pressure)
            self.move(point, pressure)

    def move(self, point: Point, pressure: float = 1.0) -> None:
        """Go on with the stroke or the outline, if there is one."""
        if self._stroke is not None:
            self._touch(self._stroke, point, pressure)
        elif self._outline is not None:
            self._outline.move(point)

    def release(self) -> None:
        """End the stroke, or an outline that a release ends; it becomes one entry of the history."""
        if self._stroke is not None:
            edit, self._stroke = self._stroke.finish(), None
            if edit is not None:
                self._document.record(label_of("brush" if self._marking else "eraser"), edit)
        elif self.active:
            self.close()

    def close(self) -> None:
        """Close the outline: what is inside becomes marked or unmarked."""
        outline, self._outline = self._outline, None
        region = outline.region(self._document.hole.shape) if outline is not None else None
        if outline is not None and region is not None:
            self._document.paint(label_of(outline.kind, outline.marking), region, outline.marking)

    def back(self) -> None:
        """Take back the last corner of a polygon."""
        if self._outline is not None and not self._outline.back():
            self._outline = None

    def drop(self) -> None:
        """Give up the outline."""
        self._outline = None

    def interrupted(self, change: Callable[[], object]) -> None:
        """Make a change to the document that a stroke must not straddle, and go on with the stroke."""
        going_on = self._last if self._stroke is not None else None
        if going_on is not None:
            self.release()
        change()
        if going_on is not None:
            self._begin(going_on, self._pressure)

    def forget(self) -> None:
        """Let go of everything that was begun."""
        self._stroke = self._outline = self._last = None

    def _look_at_tool(self) -> None:
        """An outline is given up for another tool."""
        if self._outline is not None and self._outline.kind != self._toolbox.tool:
            self.drop()

    def _begin(self, point: Point, pressure: float) -> None:
        self._stroke = Stroke(self._document.hole, self._marking, self._diameter(pressure))
        self._touch(self._stroke, point, pressure)

    def _touch(self, stroke: Stroke, point: Point, pressure: float) -> None:
        self._last, self._pressure = point, pressure
        box = stroke.line_to(point, self._diameter(pressure))
        if box is not None:
            self._document.hole_changed.emit(box)

    def _diameter(self, pressure: float) -> int:
        return painted_px(self._toolbox.brush_px, self._toolbox.hardness, pressure)

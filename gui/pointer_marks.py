"""What is drawn at the pointer: the brush's outline, and what is being drawn around."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gui.brush import Point, painted_px
from gui.outline import Outline
from gui.overlay import CASING, LINE
from gui.tools import Painter, Toolbox
from gui.view import View

MARGIN = 6.0
"""Logical pixels that lines and handles reach beyond an outline."""

SMALLEST_RING = 3.0
"""Device pixels: a smaller brush is drawn as large as this."""


class PointerMarks:
    """Brush and outline. All places are in device pixels, ``ratio`` of which make up a logical one."""

    def __init__(self, painter: Painter, toolbox: Toolbox) -> None:
        self._painter, self._toolbox = painter, toolbox

    def rect(self, pointer: Point | None, view: View, ratio: float) -> QRectF | None:
        """Return what :meth:`draw` draws into, if anything."""
        if self._painter.outline is not None:
            low, high = (QPointF(*view.to_device(corner)) for corner in self._painter.outline.bounds)
            return QRectF(low, high).adjusted(
                -MARGIN * ratio, -MARGIN * ratio, MARGIN * ratio, MARGIN * ratio
            )
        return self._ring(pointer, self._toolbox.brush_px, view)

    def draw(self, painter: QPainter, pointer: Point | None, view: View, ratio: float) -> None:
        """Draw what is being drawn around, or else the brush at ``pointer``, where it is to be seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = self._ring(pointer, self._toolbox.brush_px, view)
        if self._painter.outline is not None:
            _draw_outline(painter, self._painter.outline, view, ratio)
        elif ring is not None:
            marked = painted_px(self._toolbox.brush_px, self._toolbox.hardness)
            _draw_ring(painter, ring, self._ring(pointer, marked, view), ratio)

    def _ring(self, pointer: Point | None, diameter_px: int, view: View) -> QRectF | None:
        if pointer is None or self._toolbox.tool not in ("brush", "eraser"):
            return None
        diameter = max(diameter_px * view.zoom, SMALLEST_RING)
        return QRectF(pointer[0] - diameter / 2, pointer[1] - diameter / 2, diameter, diameter)


def _draw_ring(painter: QPainter, brush: QRectF, marked: QRectF | None, ratio: float) -> None:
    """Draw where marking ends, and dotted the edge of a brush that is softer than that."""
    if marked is None:
        return
    for colour, width in ((CASING, 3 * ratio), (LINE, ratio)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(marked)
    if marked != brush:
        painter.setPen(QPen(LINE, ratio, Qt.PenStyle.DotLine))
        painter.drawEllipse(brush)


def _draw_outline(painter: QPainter, outline: Outline, view: View, ratio: float) -> None:
    """Draw an outline: solid for marking, dashed for removing; dotted where it will close."""
    shape = _shape(outline, view)
    inner = Qt.PenStyle.SolidLine if outline.marking else Qt.PenStyle.DashLine
    for colour, width, style in ((CASING, 3 * ratio, Qt.PenStyle.SolidLine), (LINE, 1.5 * ratio, inner)):
        painter.setPen(QPen(colour, width, style))
        if outline.kind == "rectangle":
            painter.drawPolygon(shape)
        else:
            painter.drawPolyline(shape)
    if outline.kind != "rectangle":
        painter.setPen(QPen(LINE, ratio, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(shape.last(), shape.first()))
    if outline.kind == "polygon":
        painter.setPen(QPen(CASING, ratio))
        painter.setBrush(LINE)
        painter.drawEllipse(shape.first(), 4 * ratio, 4 * ratio)


def _shape(outline: Outline, view: View) -> QPolygonF:
    return QPolygonF([QPointF(*view.to_device(point)) for point in outline.points])

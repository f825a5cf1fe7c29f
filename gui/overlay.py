"""What is drawn over the photo: the grid of its pixels, the line between before and after.

All in device pixels; ``ratio``: how many of them make up a logical one.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.brush import Point
from gui.translation import translate
from gui.view import Size, View

GRID_ZOOM = 8.0
"""Device pixels per pixel from which on the grid can be drawn."""

CASING = QColor(0, 0, 0, 150)
LINE = QColor(255, 255, 255)
GRID = QColor(0, 0, 0, 60), QColor(255, 255, 255, 40)
"""Of a line and of the one beside it: one of them can be seen on whatever photo."""

HANDLE = 14.0
"""Radius of the split's handle, in logical pixels."""


def draw_grid(painter: QPainter, view: View, photo: Size, exposed: QRect, ratio: float) -> None:
    """Draw lines between the photo's pixels, ``photo`` (W, H) of them, where they are ``exposed``."""
    if view.zoom < GRID_ZOOM * ratio:
        return
    left, top = (max(math.floor(side), 0) for side in view.to_image((exposed.left(), exposed.top())))
    right, bottom = (
        min(math.ceil(side), int(most))
        for side, most in zip(view.to_image((exposed.right(), exposed.bottom())), photo, strict=True)
    )
    lines = [_line(view, (x, top), (x, bottom)) for x in range(left, right + 1)]
    lines += [_line(view, (left, y), (right, y)) for y in range(top, bottom + 1)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for beside, colour in enumerate(GRID):
        painter.setPen(QPen(colour, 0))
        painter.drawLines([line.translated(beside, beside) for line in lines])


def draw_split(painter: QPainter, x: float, height: float, ratio: float) -> None:
    """Draw the line between the photo as it was, on the left, and as it is, with a handle and two words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((CASING, 4 * ratio), (LINE, 2 * ratio)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, 0), QPointF(x, height))
    painter.setBrush(QColor(30, 32, 35, 220))
    painter.setPen(QPen(LINE, 2 * ratio))
    centre, radius = QPointF(x, height / 2), HANDLE * ratio
    painter.drawEllipse(centre, radius, radius)
    for side in (-1, 1):
        tip = QPointF(x + side * 0.6 * radius, height / 2)
        for way in (-1, 1):
            painter.drawLine(tip, tip + QPointF(-side * 0.3 * radius, way * 0.3 * radius))
    _label(painter, translate("Overlay", "Before"), QPointF(x - 8 * ratio, 12 * ratio), ratio, right=True)
    _label(painter, translate("Overlay", "After"), QPointF(x + 8 * ratio, 12 * ratio), ratio, right=False)


def _label(painter: QPainter, text: str, corner: QPointF, ratio: float, right: bool) -> None:
    """Write on a dark plate whose upper corner, the right or the left one, is at ``corner``."""
    font = painter.font()
    font.setPixelSize(round(12 * ratio))
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(text) + 12 * ratio
    plate = QRectF(corner.x() - width if right else corner.x(), corner.y(), width, 20 * ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(30, 32, 35, 190))
    painter.drawRoundedRect(plate, 4 * ratio, 4 * ratio)
    painter.setPen(LINE)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _line(view: View, start: Point, end: Point) -> QLineF:
    (x0, y0), (x1, y1) = view.to_device(start), view.to_device(end)
    return QLineF(round(x0), round(y0), round(x1), round(y1))

"""The navigator: the whole photo, small, in a corner of the canvas, with a frame around the part in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.document import Document
from gui.images import to_qimage
from gui.overlay import CASING, LINE
from gui.photo_view import PhotoView
from gui.translation import translate

LONGEST_SIDE = 168
"""Of the small photo, in logical pixels."""

SHORTEST_SIDE = 24
"""What is left of a panorama's height: enough to take hold of."""

SHADE = QColor(0, 0, 0, 110)
CORNER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
GAP = 14
"""Logical pixels to the canvas's edges."""


class Navigator(QWidget):
    """Shows which part of the photo is in view, and moves it: by dragging the frame, or a click elsewhere.

    It is there only while some of the photo is out of view. The mask is not drawn, so that painting costs
    nothing here; the photo is drawn from its smallest level.
    """

    def __init__(self, document: Document, canvas: PhotoView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._canvas = document, canvas
        self._shown = True
        self._small: QPixmap | None = None
        self._held_at = QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("Navigator", "Navigator"))
        self.setToolTip(translate("Navigator", "Drag the frame, or click, to see another part of the photo"))
        document.opened.connect(self._show_picture)
        document.picture_changed.connect(self._show_picture)
        canvas.view_changed.connect(self._follow)
        self.hide()

    def set_shown(self, shown: bool) -> None:
        """Show the navigator where it is of use, or never."""
        self._shown = shown
        self._follow()

    @property
    def frame(self) -> QRectF:
        """Where the part in view lies, in pixels of the widget."""
        scale = self._scale
        part = self._canvas.part_in_view
        return QRectF(
            part.x() * scale[0], part.y() * scale[1], part.width() * scale[0], part.height() * scale[1]
        )

    @property
    def _scale(self) -> tuple[float, float]:
        """Pixels of the widget to one of the photo, across and down."""
        height, width = self._document.picture.shape
        return self.width() / width, self.height() / height

    def _show_picture(self) -> None:
        self._small = None
        height, width = self._document.picture.shape
        size = QSize(width, height).scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedSize(size.expandedTo(QSize(SHORTEST_SIDE, SHORTEST_SIDE)))
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._shown and self._document.is_open and not self._canvas.all_in_view)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo, darker where it is out of view, and the frame."""
        if self._small is None:
            self._small = QPixmap.fromImage(to_qimage(self._document.picture.overview()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._small)
        inside = self.frame.toAlignedRect().intersected(self.rect())
        painter.save()
        painter.setClipRegion(QRegion(self.rect()).subtracted(inside))
        painter.fillRect(self.rect(), SHADE)
        painter.restore()
        for colour, rect in ((CASING, self.rect()), (CASING, inside), (LINE, inside.adjusted(1, 1, -1, -1))):
            painter.setPen(QPen(colour, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame where it is met; elsewhere bring it there."""
        if event.button() == Qt.MouseButton.LeftButton:
            met = self.frame.contains(event.position())
            self._held_at = event.position() - self.frame.center() if met else QPointF()
            self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def _look_at(self, position: QPointF) -> None:
        centre, scale = position - self._held_at, self._scale
        self._canvas.centre_on((centre.x() / scale[0], centre.y() / scale[1]))


def in_corner(navigator: Navigator) -> QHBoxLayout:
    """Return what holds the navigator at a distance from :data:`CORNER`."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, GAP, GAP)
    layout.addWidget(navigator)
    return layout

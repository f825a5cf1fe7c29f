"""A widget that shows the document: what of it, where, and how large."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.messages import Box
from gui.brush import Point
from gui.document import Document
from gui.film import Frame
from gui.stage import Stage
from gui.view import View, fitted

MARGIN = 24
"""Emptiness around a fitted photo, in logical pixels."""


class PhotoView(QWidget):
    """Shows the document, zoomed and panned. Signal: ``view_changed`` (zoom or place did)."""

    view_changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stage = Stage(document)
        self._view = View()
        self._fits = True

        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        document.opened.connect(self._show_opened)
        document.resized.connect(self._keep_place)
        document.picture_changed.connect(self._show_scene)
        document.hole_changed.connect(self._show_hole)

    # What is shown

    @property
    def view(self) -> View:
        """Where the photo lies, in device pixels."""
        return self._view

    def show_mask(self, shown: bool) -> None:
        """Draw the mask over the photo, or not."""
        self._stage.mask_shown = shown
        self._show_scene()

    def show_frame(self, frame: Frame | None) -> None:
        """Show a moment of a repair instead of the document's picture; None goes back to that."""
        self._stage.frame = frame
        self._show_scene()

    def compare(self, comparing: bool) -> None:
        """Show the photo as it was opened, without the mask, for as long as ``comparing``."""
        if comparing != self._stage.comparing:
            self._stage.comparing = comparing
            self._show_scene()

    def show_grid(self, shown: bool) -> None:
        """Draw lines between pixels, where they are large enough, or not."""
        self._stage.grid_shown = shown
        self.update()

    def fit(self) -> None:
        """Show the whole photo, and go on doing so when the window is resized."""
        self._fits = True
        if self._document.is_open:
            self._set_view(
                fitted(self._stage.photo_size, self._device_size(), MARGIN * self.devicePixelRatioF())
            )

    def zoom_to(self, zoom: float) -> None:
        """Show the photo at ``zoom`` device pixels per pixel, keeping the canvas's middle in place."""
        self.zoom_by(zoom / self._view.zoom)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom, keeping what is at the device point ``at`` (the middle, if None) in place."""
        if not self._document.is_open:
            return
        width, height = self._device_size()
        self._fits = False
        self._set_view(self._view.zoomed(factor, at or (width / 2, height / 2)))

    @property
    def part_in_view(self) -> QRectF:
        """The part of the photo that can be seen, in its pixels."""
        width, height = self._stage.photo_size
        corners = (QPointF(*self._view.to_image(corner)) for corner in ((0, 0), self._device_size()))
        return QRectF(*corners).intersected(QRectF(0, 0, width, height))

    @property
    def all_in_view(self) -> bool:
        """True if no part of the photo is out of view."""
        part = self.part_in_view
        return (round(part.width()), round(part.height())) == self._stage.photo_size

    def centre_on(self, point: Point) -> None:
        """Bring a point of the photo to the middle, as far as that is of use."""
        self._fits = False
        self._set_view(self._view.centred_on(point, self._device_size()))

    def pan_by(self, distance: QPointF) -> None:
        """Move the photo, by logical pixels."""
        self._fits = False
        self._set_view(self._view.panned(*self._device(distance)))

    def image_point(self, position: QPointF) -> Point:
        """Return where a point of the widget lies in the photo."""
        return self._view.to_image(self._device(position))

    def _show_opened(self) -> None:
        self._stage.frame = None
        self._show_scene()
        self.fit()

    def _show_scene(self) -> None:
        self._stage.refresh()
        self.update()

    def _keep_place(self, larger: float = 1.0) -> None:
        """Show what was shown before the canvas was resized, or the photo, to ``larger`` times its size."""
        if self._fits:
            self.fit()
        elif self._document.is_open:
            self._set_view(self._view.finer(larger))

    def _show_hole(self, box: Box) -> None:
        rect = self._stage.hole_changed(box, self._view)
        if rect is not None:
            self.update(self._logical(QRectF(rect)).adjusted(-2, -2, 2, 2))

    # Places

    def _device_size(self) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return self.width() * ratio, self.height() * ratio

    def _device(self, position: QPointF) -> Point:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    def _set_view(self, view: View) -> None:
        self._view = view.kept_in_sight(self._stage.photo_size, self._device_size())
        self.view_changed.emit()
        self.update()

    def _logical(self, rect: QRectF) -> QRect:
        ratio = self.devicePixelRatioF()
        return QTransform.fromScale(1 / ratio, 1 / ratio).mapRect(rect).toAlignedRect()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is exposed."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().dark())
        if self._stage.is_empty:
            return
        ratio = self.devicePixelRatioF()
        painter.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        exposed = QTransform.fromScale(ratio, ratio).mapRect(QRectF(event.rect())).toAlignedRect()
        if not self._stage.draw(painter, self._view, exposed, self._device_size(), ratio):
            QTimer.singleShot(0, self, self.update)
        self._draw_marks(painter, ratio)

    def _draw_marks(self, painter: QPainter, ratio: float) -> None:
        """Draw what goes over the photo; ``painter`` counts in device pixels, ``ratio`` to a logical one."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing the whole photo if that was so, else keep its place."""
        self._keep_place()

    def sizeHint(self) -> QSize:
        """As large as may be."""
        return QSize(900, 700)

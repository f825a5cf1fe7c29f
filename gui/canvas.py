"""The canvas: shows the scene, zooms and pans it, and turns the pointer into strokes.

Only tiles that changed are made again and only what is exposed is drawn, each within a time budget: what
does not fit into one frame is shown coarsely and made in the next, so that a photo of any size stays fluid.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from engine.messages import Box
from gui.boxes import scaled, tile_box, tile_indices
from gui.brush import Point
from gui.document import Document
from gui.doubled import at_size_of
from gui.film import Frame
from gui.images import to_qimage
from gui.picture import TILE, TileKey
from gui.scene import Scene
from gui.tile_cache import TileCache
from gui.tools import Painter, Toolbox
from gui.view import View, fitted

BUDGET_S = 0.010
"""Time for making tiles in one paint event."""

MARGIN = 24
"""Emptiness around a fitted photo, in logical pixels."""

ZOOM_PER_NOTCH = 1.2
CRISP_ZOOM = 2.0
"""From here on pixels are shown as squares."""


class Canvas(QWidget):
    """Shows the document. Signals: ``view_changed`` (zoom or place did), ``stroke_begun`` (is about to)."""

    view_changed = Signal()
    stroke_begun = Signal()

    def __init__(self, document: Document, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._toolbox = toolbox
        self.painter = Painter(document, toolbox)
        self._tiles = TileCache()
        self._scene: Scene | None = None
        self._scale = 1
        self._view = View()
        self._fits = True
        self._frame: Frame | None = None
        self._comparing = False
        self._mask_shown = True
        self._pointer: QPointF | None = None
        self._ring_rect: QRectF | None = None
        self._pan_ready = False
        self._pan_from: QPointF | None = None

        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Photo")
        document.opened.connect(self._show_opened)
        document.resized.connect(self._keep_place)
        document.picture_changed.connect(self._show_scene)
        document.hole_changed.connect(self._show_hole)
        toolbox.changed.connect(self._show_tool)
        self._show_tool()

    # What is shown

    @property
    def view(self) -> View:
        """Where the photo lies, in device pixels."""
        return self._view

    @property
    def mask_shown(self) -> bool:
        """Whether the mask is drawn."""
        return self._mask_shown

    def show_mask(self, shown: bool) -> None:
        """Draw the mask over the photo, or not."""
        self._mask_shown = shown
        self._show_scene()

    def show_frame(self, frame: Frame | None) -> None:
        """Show a moment of a repair instead of the document's picture; None goes back to that."""
        self._frame = frame
        self._show_scene()

    def compare(self, comparing: bool) -> None:
        """Show the photo as it was opened, without the mask, for as long as ``comparing``."""
        if comparing != self._comparing:
            self._comparing = comparing
            self._show_scene()

    def fit(self) -> None:
        """Show the whole photo, and go on doing so when the window is resized."""
        self._fits = True
        if self._document.is_open:
            self._set_view(fitted(self._photo_size(), self._device_size(), MARGIN * self.devicePixelRatioF()))

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

    def image_point(self, position: QPointF) -> Point:
        """Return where a point of the widget lies in the photo."""
        return self._view.to_image(self._device(position))

    def _show_opened(self) -> None:
        self._frame = None
        self._show_scene()
        self.fit()

    def _show_scene(self) -> None:
        if not self._document.is_open:
            return
        if self._comparing:
            self._scene = Scene(at_size_of(self._document.original, self._document.picture))
        else:
            picture = self._frame.picture if self._frame else self._document.picture
            hole = self._document.hole if self._mask_shown else None
            self._scene = Scene(picture, hole, self._frame)
        self._scale = self._scene.picture.shape[0] // self._document.picture.shape[0]
        self._tiles.set_scene(self._scene)
        self.update()

    def _keep_place(self, larger: float = 1.0) -> None:
        """Show what was shown before the canvas was resized, or the photo, to ``larger`` times its size."""
        if self._fits:
            self.fit()
        elif self._document.is_open:
            self._set_view(self._view.finer(larger))

    def _show_hole(self, box: Box) -> None:
        box = scaled(box, self._scale)
        self._tiles.hole_changed(box)
        if self._scene is not None and self._scene.hole is not None:
            self.update(self._logical(self._device_rect(box)).adjusted(-2, -2, 2, 2))

    def _show_tool(self) -> None:
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._pan_ready:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)
        self._update_ring()

    # Places

    def _photo_size(self) -> tuple[int, int]:
        height, width = self._document.picture.shape
        return width, height

    def _device_size(self) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return self.width() * ratio, self.height() * ratio

    def _device(self, position: QPointF) -> Point:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    @property
    def _scene_view(self) -> View:
        """The view in pixels of the scene: twice as fine as the photo's while an enlargement is watched."""
        return self._view.finer(self._scale)

    def _set_view(self, view: View) -> None:
        self._view = view.kept_in_sight(self._photo_size(), self._device_size())
        self.view_changed.emit()
        self.update()

    def _device_rect(self, box: Box, level: int = 0) -> QRect:
        """Return where a box of a level lies, on whole device pixels so that neighbours meet exactly."""
        top, left, bottom, right = scaled(box, 2**level)
        left, top = self._scene_view.to_device((left, top))
        right, bottom = self._scene_view.to_device((right, bottom))
        left, top, right, bottom = round(left), round(top), round(right), round(bottom)
        return QRect(left, top, right - left, bottom - top)

    def _logical(self, rect: QRect) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRectF(
            rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio
        ).toAlignedRect()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is exposed."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().dark())
        if self._scene is None:
            return
        ratio = self.devicePixelRatioF()
        painter.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        exposed = QTransform.fromScale(ratio, ratio).mapRect(QRectF(event.rect())).toAlignedRect()
        if not self._draw_tiles(painter, exposed):
            QTimer.singleShot(0, self, self.update)
        self._draw_ring(painter, ratio)

    def _draw_tiles(self, painter: QPainter, exposed: QRect) -> bool:
        """Draw the tiles in ``exposed`` (device pixels); return False if time was up before the last."""
        assert self._scene is not None
        view = self._scene_view
        level = min(view.level, self._scene.picture.levels - 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < CRISP_ZOOM)
        deadline = time.perf_counter() + BUDGET_S
        made, missing = 0, 0
        for key, target in self._visible(level, exposed):
            image = self._tiles.peek(key)
            if image is None and (made == 0 or time.perf_counter() < deadline):
                image = self._tiles.make(key)
                made += 1
            if image is None:
                missing += 1
                image = self._tiles.outdated(key)
            if image is not None:
                painter.drawImage(target, image)
            else:
                self._draw_coarsely(painter, target)
        return missing == 0

    def _visible(self, level: int, exposed: QRect) -> list[tuple[TileKey, QRect]]:
        assert self._scene is not None
        scale = 2**level
        height, width = (-(-side // scale) for side in self._scene.picture.shape)
        left, top = self._scene_view.to_image((exposed.left() - 1, exposed.top() - 1))
        right, bottom = self._scene_view.to_image((exposed.right() + 2, exposed.bottom() + 2))
        box = (
            max(0, int(top // scale)),
            max(0, int(left // scale)),
            min(height, int(bottom // scale) + 1),
            min(width, int(right // scale) + 1),
        )
        return [
            ((level, *index), self._device_rect(tile_box(index, TILE, (height, width)), level))
            for index in tile_indices(box, TILE)
        ]

    def _draw_coarsely(self, painter: QPainter, target: QRect) -> None:
        """Draw the overview's part of the photo while a tile is not there yet."""
        assert self._scene is not None
        overview = to_qimage(self._scene.picture.overview())
        whole = self._device_rect((0, 0, *self._scene.picture.shape))
        painter.save()
        painter.setClipRect(target)
        painter.drawImage(whole, overview)
        painter.restore()

    def _draw_ring(self, painter: QPainter, ratio: float) -> None:
        rect = self._ring()
        if rect is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(0, 0, 0, 150), 3 * ratio), (QColor(255, 255, 255), ratio)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(rect)

    def _ring(self) -> QRectF | None:
        """Return the brush's outline in device pixels, or None if it is not to be seen."""
        if self._pointer is None or self._pan_ready or self._pan_from is not None or self._scene is None:
            return None
        x, y = self._device(self._pointer)
        diameter = max(self._toolbox.brush_px * self._view.zoom, 3.0)
        return QRectF(x - diameter / 2, y - diameter / 2, diameter, diameter)

    def _update_ring(self) -> None:
        """Draw the brush's outline where it is now, and nothing where it was."""
        was, self._ring_rect = self._ring_rect, self._ring()
        for rect in (was, self._ring_rect):
            if rect is not None:
                self.update(self._logical(rect.toAlignedRect()).adjusted(-4, -4, 4, 4))

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke or a pan."""
        button, modifiers = event.button(), event.modifiers()
        if not self._document.is_open or self.painter.active:
            return
        left, right = button == Qt.MouseButton.LeftButton, button == Qt.MouseButton.RightButton
        if button == Qt.MouseButton.MiddleButton or (left and self._pan_ready):
            self._pan_from = event.position()
            self._show_tool()
        elif (left or right) and not self._comparing:
            self.stroke_begun.emit()
            alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.painter.press(self.image_point(event.position()), opposite=right or alt, straight=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        self._pointer = event.position()
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            self._pan_from = event.position()
            self._fits = False
            self._set_view(self._view.panned(*self._device(moved)))
        else:
            self.painter.move(self.image_point(event.position()))
        self._update_ring()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if self._pan_from is not None:
            self._pan_from = None
            self._show_tool()
        else:
            self.painter.release()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift or Alt change the brush."""
        # Some systems turn the wheel sideways when Shift or Alt is held.
        delta = event.angleDelta().y() or event.angleDelta().x()
        if delta == 0:
            return
        if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier):
            self._toolbox.scale(1 if delta > 0 else -1)
        else:
            self.zoom_by(ZOOM_PER_NOTCH ** (delta / 120), self._device(event.position()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the brush; take the keys, unless something is being typed."""
        self._pointer = event.position()
        self._update_ring()
        if not isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit, QAbstractSpinBox)):
            self.setFocus()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the brush."""
        self._pointer = None
        self._update_ring()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Tab, which would move the focus on, for comparing; Shift+Tab still moves it."""
        pressed = event.type() == QEvent.Type.KeyPress
        if (
            (pressed or event.type() == QEvent.Type.KeyRelease)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
        ):
            if not event.isAutoRepeat():
                self.compare(pressed)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make ready to pan with Space."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._set_pan_ready(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End that."""
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._set_pan_ready(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of keys whose release will not be heard of."""
        self.compare(False)
        self._set_pan_ready(False)
        super().focusOutEvent(event)

    def _set_pan_ready(self, ready: bool) -> None:
        self._pan_ready = ready
        self._show_tool()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing the whole photo if that was so, else keep its place; but never under a stroke."""
        if not self.painter.active:
            self._keep_place()

    def sizeHint(self) -> QSize:
        """As large as may be."""
        return QSize(900, 700)

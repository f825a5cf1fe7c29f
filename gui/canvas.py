"""The canvas: the document in view, and what the pointer and the keys do to it with the tools."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from gui.brush import Point
from gui.document import Document
from gui.photo_view import PhotoView
from gui.pointer_marks import PointerMarks
from gui.tools import Painter, Toolbox
from gui.translation import translate

ZOOM_PER_NOTCH = 1.2

REACH = 8.0
"""Logical pixels within which the pointer meets a polygon's first corner, or a thin piece of the mask."""

OUTLINE_KEYS: dict[int, Callable[[Painter], None]] = {
    Qt.Key.Key_Return: Painter.close,
    Qt.Key.Key_Enter: Painter.close,
    Qt.Key.Key_Backspace: Painter.back,
    Qt.Key.Key_Escape: Painter.drop,
}
"""What keys do while something is drawn around."""


class Canvas(PhotoView):
    """Shows the document and lets the tools work on it. Signal: ``stroke_begun`` (is about to)."""

    stroke_begun = Signal()

    def __init__(self, document: Document, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._toolbox = toolbox
        self.painter = Painter(document, toolbox)
        self._marks = PointerMarks(self.painter, toolbox)
        self._pointer: QPointF | None = None
        self._marks_rect: QRectF | None = None
        self._pan_ready = False
        self._pan_from: QPointF | None = None
        self._held: Qt.MouseButton | None = None  # the button that began what goes on

        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Canvas", "Photo"))
        toolbox.changed.connect(self._show_tool)
        self._show_tool()

    def show_split(self, shown: bool) -> None:
        """Show the photo as it was, opened, on the left of a line that can be moved, or not."""
        self._stage.split.shown = shown
        self._show_scene()
        self._show_tool()

    def _show_tool(self) -> None:
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._pan_ready:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._stage.split.held or self._at_split():
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._toolbox.tool == "pick":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)
        self._update_overlay()

    def _draw_marks(self, painter: QPainter, ratio: float) -> None:
        self._marks.draw(painter, self._brush_point(), self._view, ratio)

    def _brush_point(self) -> Point | None:
        """Return where in device pixels the brush is to be seen, if it is."""
        if self._pointer is None or self._stage.is_empty or self._pan_ready or self._pan_from is not None:
            return None
        return None if self._stage.split.held or self._at_split() else self._device(self._pointer)

    def _update_overlay(self) -> None:
        """Draw brush and outline where they are now, and nothing where they were."""
        was = self._marks_rect
        self._marks_rect = self._marks.rect(self._brush_point(), self._view, self.devicePixelRatioF())
        for rect in (was, self._marks_rect):
            if rect is not None:
                self.update(self._logical(rect).adjusted(-4, -4, 4, 4))

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the tool does, or a pan."""
        self._press(event.position(), event.button(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Close a polygon; else it is a press like any other."""
        if self.painter.outline is None:
            self.mousePressEvent(event)
        else:
            self.painter.close()
            self._update_overlay()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it, unless it goes on with another button."""
        if event.button() == self._held:
            self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Do the same with a pen: pressing harder paints wider, and its other end removes."""
        event.accept()
        feels = event.pointingDevice().hasCapability(QPointingDevice.Capability.Pressure)
        pressure = event.pressure() if feels else 1.0
        if event.type() == QEvent.Type.TabletPress:
            reverse = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._press(event.position(), event.button(), event.modifiers(), pressure, reverse)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position(), pressure)
        elif event.type() == QEvent.Type.TabletRelease:
            self._release()

    def _press(
        self,
        position: QPointF,
        button: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier,
        pressure: float = 1.0,
        reverse: bool = False,
    ) -> None:
        if not self._document.is_open or self._held is not None or self.painter.active:
            return
        self._held = button
        left, right = button == Qt.MouseButton.LeftButton, button == Qt.MouseButton.RightButton
        self._pointer = position
        if button == Qt.MouseButton.MiddleButton or (left and self._pan_ready):
            self._pan_from = position
            self._show_tool()
        elif left and self._at_split():
            self._stage.split.held = True
        elif (left or right) and not self._stage.comparing:
            self.stroke_begun.emit()
            self.painter.press(
                self.image_point(position),
                opposite=right or reverse or bool(modifiers & Qt.KeyboardModifier.AltModifier),
                straight=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
                picking=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
                pressure=pressure,
                reach=REACH * self.devicePixelRatioF() / self._view.zoom,
            )
            self._update_overlay()

    def _move(self, position: QPointF, pressure: float = 1.0) -> None:
        was_at_split = self._at_split()
        self._pointer = position
        if self._pan_from is not None:
            moved = position - self._pan_from
            self._pan_from = position
            self.pan_by(moved)
        elif self._stage.split.held:
            self._stage.split.move_to(position.x(), self.width())
            self.update()
        else:
            self.painter.move(self.image_point(position), pressure)
        if self._at_split() != was_at_split:
            self._show_tool()
        self._update_overlay()

    def _release(self) -> None:
        self._held = None
        if self._pan_from is not None:
            self._pan_from = None
        elif self._stage.split.held:
            self._stage.split.held = False
        else:
            self.painter.release()
        self._show_tool()

    def _at_split(self) -> bool:
        return self._pointer is not None and self._stage.split.is_near(self._pointer.x(), self.width())

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
        self._update_overlay()
        if not isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit, QAbstractSpinBox)):
            self.setFocus()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the brush."""
        self._pointer = None
        self._update_overlay()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Tab, which would move the focus on, for comparing; Shift+Tab still moves it.

        While something is drawn around, the keys that end it are the canvas's, whatever else they do.
        """
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.painter.outline is not None
            and event.key() in OUTLINE_KEYS
        ):
            event.accept()
            return True
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
        """Make ready to pan with Space; end or take back an outline; move the split with the arrows."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._set_pan_ready(True)
        elif self.painter.outline is not None and key in OUTLINE_KEYS:
            OUTLINE_KEYS[key](self.painter)
            self._update_overlay()
        elif self._stage.split.shown and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._stage.split.step(1 if key == Qt.Key.Key_Right else -1)
            self.update()
        else:
            super().keyPressEvent(event)

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
        """Keep the photo in place, but never under a stroke."""
        if not self.painter.active:
            super().resizeEvent(event)

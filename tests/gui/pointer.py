"""A mouse, a pen and keys, for tests of the canvas."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication

from gui.canvas import Canvas

Place = tuple[float, float]
"""(x, y) in pixels of the photo."""

NO_BUTTON, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def at(canvas: Canvas, place: Place) -> QPointF:
    """Return where a place of the photo is in the widget."""
    ratio = canvas.devicePixelRatioF()
    x, y = canvas.view.to_device(place)
    return QPointF(x / ratio, y / ratio)


def send(canvas: Canvas, kind: QEvent.Type, place: Place, button=LEFT, modifiers=NO_KEY) -> None:
    """Send one mouse event."""
    point = at(canvas, place)
    held = NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(kind, point, canvas.mapToGlobal(point), button, held, modifiers)
    QApplication.sendEvent(canvas, event)


def drag(canvas: Canvas, *places: Place, button=LEFT, modifiers=NO_KEY) -> None:
    """Press at the first of ``places``, move to the others, release at the last."""
    send(canvas, QEvent.Type.MouseButtonPress, places[0], button, modifiers)
    for place in places[1:]:
        send(canvas, QEvent.Type.MouseMove, place, button, modifiers)
    send(canvas, QEvent.Type.MouseButtonRelease, places[-1], button, modifiers)


def click(canvas: Canvas, place: Place, button=LEFT, modifiers=NO_KEY) -> None:
    """Press and release."""
    drag(canvas, place, button=button, modifiers=modifiers)


def pen(canvas: Canvas, *touches: tuple[Place, float], eraser: bool = False, feels: bool = True) -> None:
    """Draw with a pen through places, with a pressure at each. ``feels``: the pen can tell it."""
    tip = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
    senses = QPointingDevice.Capability.Position
    if feels:
        senses |= QPointingDevice.Capability.Pressure
    device = QPointingDevice("pen", 1, QPointingDevice.DeviceType.Stylus, tip, senses, 1, 1)
    kinds = [QEvent.Type.TabletPress] + [QEvent.Type.TabletMove] * (len(touches) - 1)
    for kind, (place, pressure) in [
        *zip(kinds, touches, strict=True),
        (QEvent.Type.TabletRelease, (touches[-1][0], 0.0)),
    ]:
        point = at(canvas, place)
        held = NO_BUTTON if kind == QEvent.Type.TabletRelease else LEFT
        event = QTabletEvent(
            kind, device, point, canvas.mapToGlobal(point), pressure, 0, 0, 0, 0, 0, NO_KEY, LEFT, held
        )
        QApplication.sendEvent(canvas, event)

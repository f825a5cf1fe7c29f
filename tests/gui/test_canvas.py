"""The canvas: what its pixels show, and what the pointer does."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.messages import Photo, Preview, Progress
from gui.canvas import Canvas
from gui.document import MASK_TINT, Document
from gui.images import from_qimage, tint, to_qimage
from gui.picture import Picture
from gui.repair_task import RepairTask
from gui.tools import Toolbox
from tests.gui.support import gradient, rectangle

HEIGHT, WIDTH = 300, 400
PHOTO = Path("photo.png")


@pytest.fixture
def document(qapp) -> Document:
    return Document()


@pytest.fixture
def canvas(qtbot: QtBot, document: Document) -> Canvas:
    canvas = Canvas(document, Toolbox(20, document))
    qtbot.addWidget(canvas)
    canvas.resize(600, 500)
    canvas.show()
    image = gradient(HEIGHT, WIDTH)
    document.open(Photo(PHOTO, image), Picture.of(image))
    QApplication.processEvents()
    return canvas


def mouse(
    canvas: Canvas,
    kind: QEvent.Type,
    x: float,
    y: float,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    at = QPointF(x, y)
    held = button if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    QApplication.sendEvent(canvas, QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, modifiers))


def drag(canvas: Canvas, start: tuple[float, float], end: tuple[float, float], **how) -> None:
    mouse(canvas, QEvent.Type.MouseButtonPress, *start, **how)
    mouse(canvas, QEvent.Type.MouseMove, *end, **how)
    mouse(canvas, QEvent.Type.MouseButtonRelease, *end, **how)


def wheel(canvas: Canvas, x: float, y: float, delta: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(x, y),
        canvas.mapToGlobal(QPointF(x, y)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def widget_point(canvas: Canvas, x: float, y: float) -> tuple[float, float]:
    """Where a point of the photo is in the widget."""
    ratio = canvas.devicePixelRatioF()
    device = canvas.view.to_device((x, y))
    return device[0] / ratio, device[1] / ratio


def shown(canvas: Canvas) -> np.ndarray:
    """The photo as the canvas shows it at 100 %, without the brush."""
    canvas.zoom_to(1.0)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    QApplication.processEvents()
    pixels, _ = from_qimage(canvas.grab().toImage())
    x, y = (round(v) for v in canvas.view.to_device((0, 0)))
    return pixels[y : y + HEIGHT, x : x + WIDTH]


def half_tinted(pixels: np.ndarray) -> np.ndarray:
    return pixels // 2 + np.array(MASK_TINT, np.uint8) // 2


def test_a_photo_smaller_than_the_canvas_is_shown_as_it_is(canvas: Canvas, document: Document) -> None:
    assert canvas.view.zoom == 1
    assert np.array_equal(shown(canvas), document.picture.image())


def test_a_photo_of_sixteen_bits_is_shown_in_eight(canvas: Canvas, document: Document) -> None:
    image = gradient(HEIGHT, WIDTH, np.uint16)
    document.open(Photo(PHOTO, image), Picture.of(image))
    assert np.array_equal(shown(canvas), (image >> 8).astype(np.uint8))


def test_a_large_photo_is_fitted_and_stays_so_when_resized(canvas: Canvas, document: Document) -> None:
    image = gradient(1500, 1000)
    document.open(Photo(PHOTO, image), Picture.of(image))
    small = canvas.view.zoom
    assert small < 1
    canvas.resize(900, 900)
    assert small < canvas.view.zoom < 1
    canvas.zoom_to(1.0)
    canvas.resize(600, 500)
    assert canvas.view.zoom == 1


def test_the_mask_is_shown_and_hidden(canvas: Canvas, document: Document) -> None:
    hole = rectangle(HEIGHT, WIDTH, 100, 50, 280, 333)
    document.replace_hole(hole)
    image = document.picture.image()
    assert np.array_equal(shown(canvas), np.where(hole[..., None], half_tinted(image), image))
    canvas.show_mask(False)
    assert np.array_equal(shown(canvas), image)
    canvas.show_mask(True)
    canvas.compare(True)
    assert np.array_equal(shown(canvas), image)
    canvas.compare(False)
    assert not np.array_equal(shown(canvas), image)


def test_painting_shows_at_once(canvas: Canvas, document: Document) -> None:
    drag(canvas, widget_point(canvas, 100, 100), widget_point(canvas, 200, 100))
    hole = document.hole.array
    assert hole[100, 100:200].all()
    assert not hole[130].any()
    image = document.picture.image()
    assert np.array_equal(shown(canvas), np.where(hole[..., None], half_tinted(image), image))


@pytest.mark.parametrize(
    "how", [{"button": Qt.MouseButton.RightButton}, {"modifiers": Qt.KeyboardModifier.AltModifier}]
)
def test_right_button_and_alt_erase(canvas: Canvas, document: Document, how) -> None:
    document.replace_hole(np.ones((HEIGHT, WIDTH), bool))
    drag(canvas, widget_point(canvas, 100, 100), widget_point(canvas, 200, 100), **how)
    assert not document.hole.array[100, 100:200].any()


@pytest.mark.parametrize("other", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_another_button_pressed_by_the_way_does_not_end_a_stroke(
    canvas: Canvas, document: Document, other: Qt.MouseButton
) -> None:
    mouse(canvas, QEvent.Type.MouseButtonPress, 250, 200)
    mouse(canvas, QEvent.Type.MouseButtonPress, 250, 200, button=other)
    mouse(canvas, QEvent.Type.MouseButtonRelease, 250, 200, button=other)
    mouse(canvas, QEvent.Type.MouseMove, 350, 200)
    mouse(canvas, QEvent.Type.MouseButtonRelease, 350, 200)
    x, y = (int(side) for side in canvas.image_point(QPointF(340, 200)))
    assert document.hole.array[y, x]
    assert len(document.timeline.states) == 2


def test_shift_click_paints_a_straight_line(canvas: Canvas, document: Document) -> None:
    drag(canvas, widget_point(canvas, 50, 50), widget_point(canvas, 50, 50))
    end = widget_point(canvas, 300, 50)
    drag(canvas, end, end, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert document.hole.array[50, 50:300].all()


def test_a_live_estimate_replaces_photo_and_mask_in_the_hole_alone(
    canvas: Canvas, document: Document
) -> None:
    hole = rectangle(HEIGHT, WIDTH, 100, 50, 150, 90)
    document.replace_hole(hole)
    task = RepairTask(document.picture, document.hole.snapshot())
    preview = Preview((90, 40, 160, 100), np.full((70, 60, 3), 200, np.uint8))
    task.observe(Progress("a", 1, 3, preview))
    canvas.show_frame(task.frame(Progress("a", 1, 3)))
    expected = document.picture.image().copy()
    expected[hole] = 200
    assert np.array_equal(shown(canvas), expected)
    canvas.show_frame(None)
    assert (shown(canvas)[hole] != 200).any()


def test_the_wheel_zooms_at_the_pointer(canvas: Canvas) -> None:
    canvas.zoom_by(4)
    before = canvas.image_point(QPointF(250, 210))
    for delta in (120, 120, -360, 240):
        wheel(canvas, 250, 210, delta)
        assert canvas.image_point(QPointF(250, 210)) == pytest.approx(before)
    wheel(canvas, 250, 210, 120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.view.zoom == pytest.approx(4 * 1.2**2)
    assert canvas.image_point(QPointF(250, 210)) == pytest.approx(before)


def test_shift_and_the_wheel_change_the_brush(canvas: Canvas) -> None:
    zoom = canvas.view.zoom
    wheel(canvas, 250, 210, 120, Qt.KeyboardModifier.ShiftModifier)
    assert canvas._toolbox.brush_px == 23
    assert canvas.view.zoom == zoom


def test_space_and_the_middle_button_pan(canvas: Canvas, document: Document) -> None:
    canvas.zoom_by(4)
    before = canvas.view
    drag(canvas, (300, 250), (330, 240), button=Qt.MouseButton.MiddleButton)
    ratio = canvas.devicePixelRatioF()
    assert (canvas.view.x - before.x, canvas.view.y - before.y) == pytest.approx((30 * ratio, -10 * ratio))
    canvas.setFocus()
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Space)
    drag(canvas, (300, 250), (270, 260))
    assert (canvas.view.x, canvas.view.y) == pytest.approx((before.x, before.y))
    key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Space)
    assert document.hole.is_empty()
    drag(canvas, (300, 250), (270, 260))
    assert not document.hole.is_empty()


def key(canvas: Canvas, kind: QEvent.Type, code: Qt.Key) -> None:
    QApplication.sendEvent(canvas, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier))


def test_holding_tab_shows_the_photo_as_it_was(canvas: Canvas, document: Document) -> None:
    document.replace_hole(rectangle(HEIGHT, WIDTH, 10, 10, 60, 60))
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Tab)
    assert np.array_equal(shown(canvas), document.original.image())
    key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Tab)
    assert not np.array_equal(shown(canvas), document.original.image())


def test_held_keys_are_let_go_when_the_focus_is_lost(canvas: Canvas, document: Document) -> None:
    document.replace_hole(rectangle(HEIGHT, WIDTH, 10, 10, 60, 60))
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Tab)
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert not np.array_equal(shown(canvas), document.original.image())


def test_a_photo_too_large_for_one_paint_is_complete_after_some(
    canvas: Canvas, document: Document, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("gui.tile_painter.BUDGET_S", 0.0)
    image = gradient(HEIGHT, WIDTH)[::-1]
    document.open(Photo(PHOTO, image), Picture.of(image))
    qtbot.waitUntil(lambda: np.array_equal(shown(canvas), image))


def test_zoomed_out_the_mask_of_one_pixel_can_be_seen(
    canvas: Canvas, document: Document, qtbot: QtBot
) -> None:
    image = np.full((2000, 2000, 3), 255, np.uint8)
    document.open(Photo(PHOTO, image), Picture.of(image))
    document.replace_hole(rectangle(2000, 2000, 0, 1000, 2000, 1001))

    def marked() -> bool:
        pixels, _ = from_qimage(canvas.grab().toImage())
        y, x = pixels.shape[0] // 2 + 5, pixels.shape[1] // 2
        return bool((pixels[y, x - 4 : x + 5].min(axis=0) < 215).any())

    qtbot.waitUntil(marked)


def test_images_survive_the_way_to_qt_and_back() -> None:
    image = gradient(37, 53)
    pixels, alpha = from_qimage(to_qimage(image))
    assert np.array_equal(pixels, image)
    assert alpha is None


def test_tinting_mixes_half_and_half() -> None:
    image, where = gradient(37, 53), rectangle(37, 53, 5, 6, 20, 30)
    qimage = to_qimage(image)
    tint(qimage, where, MASK_TINT)
    pixels, _ = from_qimage(qimage)
    assert np.array_equal(pixels, np.where(where[..., None], half_tinted(image), image))

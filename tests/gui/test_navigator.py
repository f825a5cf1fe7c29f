"""The navigator: when it is there, what it shows, and that it moves the photo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from engine.messages import Photo
from gui.main_window import MainWindow
from gui.navigator import Navigator
from gui.picture import Picture
from gui.settings import Settings
from tests.gui.support import do, gradient


class Paints(QObject):
    """Counts how often a widget is drawn."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def zoomed(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window that shows the middle of a photo of 4000 x 2000 pixels at its own size."""
    qtbot.waitExposed(window)
    image = gradient(2000, 4000)
    window.document.open(Photo(Path("wide.png"), image), Picture.of(image))
    do(window, "actual")
    return window


def centre(window: MainWindow) -> tuple[int, int]:
    """Return the photo's pixel in the middle of the canvas."""
    middle = window.canvas.part_in_view.center()
    return round(middle.x()), round(middle.y())


def press(qtbot: QtBot, navigator: Navigator, x: float, y: float) -> QPoint:
    """Press at these shares of the navigator's sides."""
    place = QPoint(round(x * navigator.width()), round(y * navigator.height()))
    qtbot.mousePress(navigator, Qt.MouseButton.LeftButton, pos=place)
    return place


def test_it_is_there_only_while_something_is_out_of_view(zoomed: MainWindow) -> None:
    assert zoomed._navigator.isVisible()
    do(zoomed, "fit")
    assert not zoomed._navigator.isVisible()
    do(zoomed, "actual")
    assert zoomed._navigator.isVisible()
    small = gradient(100, 100)
    zoomed.document.open(Photo(Path("small.png"), small), Picture.of(small))
    assert not zoomed._navigator.isVisible()


def test_it_has_the_photo_s_shape_and_frames_what_is_seen(zoomed: MainWindow) -> None:
    navigator, part = zoomed._navigator, zoomed.canvas.part_in_view
    assert navigator.width() == 2 * navigator.height()
    assert navigator.frame.width() / navigator.width() == pytest.approx(part.width() / 4000)
    assert navigator.frame.center().x() == pytest.approx(navigator.width() / 2, abs=1)
    shown = navigator.grab().toImage()
    corner, middle = shown.pixelColor(3, 3), shown.pixelColor(navigator.rect().center())
    assert corner.lightness() < middle.lightness()


def test_a_click_brings_that_place_into_view(zoomed: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, zoomed._navigator, 0.75, 0.25)
    x, y = centre(zoomed)
    assert abs(x - 3000) <= 25
    assert abs(y - 500) <= 25


def test_the_frame_is_dragged_from_where_it_was_taken(zoomed: MainWindow, qtbot: QtBot) -> None:
    navigator = zoomed._navigator
    before = centre(zoomed)
    place = press(qtbot, navigator, 0.52, 0.55)
    assert all(abs(now - then) <= 1 for now, then in zip(centre(zoomed), before, strict=True))
    qtbot.mouseMove(navigator, place + QPoint(-20, 10))
    moved = 4000 / navigator.width()
    assert centre(zoomed)[0] == pytest.approx(before[0] - 20 * moved, abs=2)
    assert centre(zoomed)[1] == pytest.approx(before[1] + 10 * moved, abs=2)


def test_painting_does_not_draw_it_again(zoomed: MainWindow, qtbot: QtBot) -> None:
    paints = Paints()
    zoomed._navigator.installEventFilter(paints)
    do(zoomed, "zoom_in")
    qtbot.waitUntil(lambda: paints.count > 0)
    qtbot.wait(20)
    paints.count = 0
    canvas = zoomed.canvas
    under = canvas.image_point(canvas.mapFromGlobal(zoomed._navigator.mapToGlobal(QPointF(20, 20))))
    for place in (canvas.part_in_view.center().toTuple(), under):
        canvas.painter.press(place)
        canvas.painter.release()
        qtbot.wait(20)
    assert paints.count == 0


def test_it_can_be_switched_off_for_good(make_window: Callable[..., MainWindow], zoomed: MainWindow) -> None:
    do(zoomed, "navigator")
    assert not zoomed._navigator.isVisible()
    assert not zoomed._settings.navigator
    again = make_window(Settings(navigator=False))
    assert not again.commands["navigator"].isChecked()
    again.commands["navigator"].setChecked(True)
    assert again._settings.navigator

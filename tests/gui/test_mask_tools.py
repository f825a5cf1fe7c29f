"""The tools in the window: what each marks and unmarks, by pointer and by key."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QToolBar
from pytestqt.qtbot import QtBot

from engine.findings import grown
from engine.messages import Photo
from gui.main_window import MainWindow
from gui.picture import Picture
from gui.region import polygon
from gui.tools import TOOLS
from tests.gui.pointer import click, drag, pen, send
from tests.gui.support import WAIT_MS, do, rectangle

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHAPE = (120, 160)
TRIANGLE = [(20.0, 20.0), (100.0, 20.0), (60.0, 90.0)]


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.resize(1000, 700)
    QApplication.processEvents()
    return window


def hole(window: MainWindow) -> np.ndarray:
    return window.document.hole.array.copy()


def inside(points: list[tuple[float, float]]) -> np.ndarray:
    region = polygon(points, SHAPE)
    assert region is not None
    marked = np.zeros(SHAPE, bool)
    marked[region.box[0] : region.box[2], region.box[1] : region.box[3]] = region.bits
    return marked


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.mask_flow._working, timeout=WAIT_MS)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, key)


def test_a_lasso_marks_what_it_goes_around_and_alt_takes_it_away(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_L)
    drag(window.canvas, *TRIANGLE)
    assert np.array_equal(hole(window), inside(TRIANGLE))
    assert window.document.timeline.states[-1].label == "Lasso"
    drag(window.canvas, *TRIANGLE, modifiers=ALT)
    assert not hole(window).any()
    do(window, "undo")
    assert np.array_equal(hole(window), inside(TRIANGLE))


def test_a_rectangle_marks_and_while_removing_unmarks(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_R)
    drag(window.canvas, (80.5, 70.5), (30.5, 20.5))
    assert np.array_equal(hole(window), rectangle(*SHAPE, 20, 30, 71, 81))
    press(qtbot, window, Qt.Key.Key_X)
    assert window.commands["swap"].isChecked()
    drag(window.canvas, (40.5, 30.5), (50.5, 40.5))
    expected = rectangle(*SHAPE, 20, 30, 71, 81) & ~rectangle(*SHAPE, 30, 40, 41, 51)
    assert np.array_equal(hole(window), expected)


@pytest.mark.parametrize("closing", ["double click", "Enter", "first corner"])
def test_a_polygon_is_closed_in_three_ways(window: MainWindow, qtbot: QtBot, closing: str) -> None:
    press(qtbot, window, Qt.Key.Key_P)
    for corner in TRIANGLE:
        click(window.canvas, corner)
    assert not hole(window).any()
    if closing == "double click":
        send(window.canvas, QEvent.Type.MouseButtonDblClick, TRIANGLE[-1])
    elif closing == "Enter":
        press(qtbot, window, Qt.Key.Key_Return)
    else:
        click(window.canvas, (21, 21))
    assert np.array_equal(hole(window), inside(TRIANGLE))
    assert window.canvas.painter.outline is None


def test_a_polygon_s_corners_are_taken_back_and_escape_gives_it_up(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_P)
    for corner in (*TRIANGLE, (150, 110)):
        click(window.canvas, corner)
    press(qtbot, window, Qt.Key.Key_Backspace)
    press(qtbot, window, Qt.Key.Key_Return)
    assert np.array_equal(hole(window), inside(TRIANGLE))
    for corner in TRIANGLE:
        click(window.canvas, corner)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.canvas.painter.outline is None
    assert len(window.document.timeline.states) == 2
    click(window.canvas, TRIANGLE[0])
    press(qtbot, window, Qt.Key.Key_B)
    assert window.canvas.painter.outline is None


def test_all_else_goes_on_between_the_corners_of_a_polygon(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_P)
    for corner in TRIANGLE:
        click(window.canvas, corner)
    do(window, "invert")
    do(window, "zoom_in")
    press(qtbot, window, Qt.Key.Key_Return)
    assert hole(window).all()
    do(window, "undo")
    assert not hole(window).any()


def two_patches(window: MainWindow) -> tuple[np.ndarray, np.ndarray]:
    """Open a photo with two patches of one colour; return where they are."""
    here, there = rectangle(*SHAPE, 20, 20, 40, 50), rectangle(*SHAPE, 80, 90, 100, 140)
    image = np.zeros((*SHAPE, 3), np.uint8)
    image[here | there] = 200
    window.document.open(Photo(window.document.photo.path, image), Picture.of(image))
    return here, there


def test_similar_colours_are_marked_where_connected_or_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    here, there = two_patches(window)
    press(qtbot, window, Qt.Key.Key_W)
    click(window.canvas, (30, 30))
    settled(qtbot, window)
    assert np.array_equal(hole(window), here)
    window.toolbox.set_contiguous(False)
    click(window.canvas, (30, 30))
    settled(qtbot, window)
    assert np.array_equal(hole(window), here | there)
    window.toolbox.set_contiguous(True)
    click(window.canvas, (30, 30), modifiers=ALT)
    settled(qtbot, window)
    assert np.array_equal(hole(window), there)
    assert [state.label for state in window.document.timeline.states[1:]] == [
        "Similar colour",
        "Similar colour",
        "Similar colour, removed",
    ]


def test_another_photo_is_not_marked_with_what_was_found_in_the_last(
    window: MainWindow, photo: Photo, picture: Picture, qtbot: QtBot
) -> None:
    two_patches(window)
    window.toolbox.take("flood")
    click(window.canvas, (30, 30))
    window.document.open(photo, picture)
    settled(qtbot, window)
    assert not hole(window).any()


def test_growing_and_shrinking_take_their_turn_and_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    first = rectangle(*SHAPE, 40, 50, 60, 90)
    window.document.replace_hole(first)
    window.toolbox.set_rim(3)
    do(window, "grow")
    do(window, "grow")  # from what the first one makes, though that is not there yet
    do(window, "shrink")
    settled(qtbot, window)
    labels = [state.label for state in window.document.timeline.states[2:]]
    assert labels == ["Grow by 3 px", "Grow by 3 px", "Shrink by 3 px"]
    assert hole(window)[50, 47:93].all()
    assert not hole(window)[50, :47].any()
    for _ in range(3):
        do(window, "undo")
    assert np.array_equal(hole(window), first)


def test_what_is_painted_while_a_mask_grows_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.document.replace_hole(rectangle(*SHAPE, 40, 50, 60, 90))
    window.toolbox.set_rim(1)
    do(window, "grow")
    painted = rectangle(*SHAPE, 100, 10, 110, 20)
    window.document.replace_hole(hole(window) | painted)
    settled(qtbot, window)
    assert np.array_equal(hole(window), grown(rectangle(*SHAPE, 40, 50, 60, 90)) | painted)


@pytest.mark.parametrize("name", ["grow", "shrink"])
def test_an_empty_mask_cannot_be_grown_or_shrunk(window: MainWindow, qtbot: QtBot, name: str) -> None:
    do(window, name)
    settled(qtbot, window)
    assert "mark something first" in window.messages.text
    assert len(window.document.timeline.states) == 1


def test_how_far_to_grow_is_asked_for(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (7, True))
    do(window, "rim")
    assert window.toolbox.rim_px == 7
    assert window.commands["grow"].text() == "Grow mask by 7 px"
    assert "Ctrl+]" in window.commands["grow"].toolTip()


def test_a_piece_is_removed_by_its_tool_or_by_control_and_a_click(window: MainWindow, qtbot: QtBot) -> None:
    pieces = [rectangle(*SHAPE, 20 * k, 20, 20 * k + 5, 60) for k in (1, 2, 3)]
    window.document.replace_hole(pieces[0] | pieces[1] | pieces[2])
    press(qtbot, window, Qt.Key.Key_K)
    click(window.canvas, (40, 42))
    settled(qtbot, window)
    assert np.array_equal(hole(window), pieces[0] | pieces[2])
    press(qtbot, window, Qt.Key.Key_B)
    click(window.canvas, (40, 28), modifiers=CONTROL)  # near enough
    settled(qtbot, window)
    assert np.array_equal(hole(window), pieces[2])
    click(window.canvas, (140, 100), modifiers=CONTROL)
    settled(qtbot, window)
    assert "no marked piece here" in window.messages.text
    do(window, "undo")
    assert np.array_equal(hole(window), pieces[0] | pieces[2])


def test_a_softer_brush_marks_what_it_covers_by_half(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbox.resize(40)
    for _ in range(10):
        do(window, "softer")
    assert window.toolbox.hardness == 0
    click(window.canvas, (60, 60))
    rows = np.flatnonzero(hole(window).any(axis=1))
    assert (rows[0], rows[-1]) == (50, 69)
    do(window, "harder")
    assert window.toolbox.hardness == 10


def test_a_pen_paints_wider_when_pressed_harder_and_erases_with_its_other_end(window: MainWindow) -> None:
    window.toolbox.resize(40)
    pen(window.canvas, ((20, 60), 0.25), ((140, 60), 1.0))
    widths = hole(window).sum(axis=0)
    assert widths[20] == pytest.approx(11, abs=1)
    assert widths[138] >= 38
    assert (np.diff(widths[20:140]) >= -1).all()  # it widens steadily
    assert len(window.document.timeline.states) == 2
    pen(window.canvas, ((80, 60), 1.0), eraser=True)
    assert not hole(window)[60, 80]


def test_a_stroke_that_is_interrupted_goes_on_as_wide_as_the_pen_was_pressed(window: MainWindow) -> None:
    window.toolbox.resize(40)
    painter = window.canvas.painter
    painter.press((20, 60), pressure=0.25)
    painter.interrupted(lambda: None)
    painter.move((140, 60), pressure=0.25)
    painter.release()
    assert hole(window).sum(axis=0).max() == 10


def test_a_pen_that_feels_no_pressure_paints_as_wide_as_the_brush(window: MainWindow) -> None:
    window.toolbox.resize(40)
    pen(window.canvas, ((80, 60), 0.0), feels=False)
    assert hole(window).sum(axis=0).max() == 40


def test_every_tool_has_a_key_that_its_tooltip_tells(window: MainWindow, qtbot: QtBot) -> None:
    tools = dict(zip("BELPRWK", TOOLS, strict=True))
    for key, tool in tools.items():
        press(qtbot, window, getattr(Qt.Key, f"Key_{key}"))
        assert window.toolbox.tool == tool
        assert [name for name in TOOLS if window.commands[name].isChecked()] == [tool]
        assert f"({key})" in window.commands[tool].toolTip()


def test_all_bars_fit_the_smallest_window(window: MainWindow) -> None:
    window.resize(1, 1)
    QApplication.processEvents()
    assert window.width() <= 800
    assert window.height() <= 540  # 600 less a title bar and a panel
    for tool in ("brush", "flood", "polygon", "pick"):
        window.toolbox.take(tool)
        QApplication.processEvents()
        for bar in window.findChildren(QToolBar):
            for action in bar.actions():
                assert bar.widgetForAction(action).isVisible(), (tool, action.text())

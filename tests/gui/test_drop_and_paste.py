"""Photos that are dropped on the window, or pasted into it."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.messages import Photo
from gui.app import Services
from gui.file_host import FileHost
from gui.hole_layer import HoleLayer
from gui.images import from_qimage, to_qimage
from gui.main_window import MainWindow
from gui.picture import Picture, to_eight_bit
from tests.gui.support import WAIT_MS, do, gradient


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drag data over the window and drop it; return whether it was wanted."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_dropped_photo_is_opened(make_window, qtbot: QtBot, photo_file: Path) -> None:
    window = make_window()
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        assert drop(window, files(photo_file))


def test_of_several_dropped_photos_the_first_is_opened_and_it_is_said(
    make_window, qtbot: QtBot, photo_file: Path
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        drop(window, files(photo_file, photo_file, photo_file))
    assert window.messages.text == "One photo at a time: grandfather.png is opened, 2 are not."


def test_what_is_no_photo_is_not_taken(make_window, qtbot: QtBot) -> None:
    window = make_window()
    data = QMimeData()
    data.setText("hello")
    assert not drop(window, data)


def test_an_image_in_the_clipboard_is_pasted_with_its_transparency(make_window, qtbot: QtBot) -> None:
    window = make_window()
    image = to_qimage(gradient(40, 50)).convertToFormat(QImage.Format.Format_ARGB32)
    image.setPixelColor(3, 4, Qt.GlobalColor.transparent)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        do(window, "paste")
    photo = window.document.photo
    assert photo is not None
    assert photo.alpha is not None
    assert photo.alpha[4, 3] == 0
    assert np.array_equal(photo.image[10:], gradient(40, 50)[10:])
    assert window._settings.recent == []


def test_a_copied_file_is_pasted(make_window, qtbot: QtBot, photo_file: Path) -> None:
    window = make_window()
    QGuiApplication.clipboard().setMimeData(files(photo_file))
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        do(window, "paste")
    assert window.document.photo is not None
    assert window.document.photo.path == photo_file


def test_a_photo_is_copied_as_it_is_now_with_its_transparency(make_window, qtbot: QtBot) -> None:
    window = make_window()
    alpha = np.full((40, 50), 255, np.uint8)
    alpha[4, 3] = 0
    photo = Photo(Path("photo.png"), gradient(40, 50), alpha)
    window.document.open(photo, Picture.of(photo.image), HoleLayer((40, 50)))
    with qtbot.waitSignal(window.file_flow._host.copied, timeout=WAIT_MS):
        do(window, "copy")
    assert "Copied" in window.messages.text
    data = QGuiApplication.clipboard().mimeData()
    for image in (data.imageData(), QImage.fromData(data.data("image/png"))):
        pixels, transparency = from_qimage(image)
        assert np.array_equal(pixels[alpha > 0], photo.image[alpha > 0])
        assert np.array_equal(transparency, alpha)


def test_an_enlarged_photo_of_16_bits_is_copied_at_its_size(services: Services, qtbot: QtBot) -> None:
    half = np.full((8, 10), 32768, np.uint16)
    photo = Photo(Path("photo.png"), gradient(8, 10, np.uint16), half)
    large = np.repeat(np.repeat(photo.image, 2, 0), 2, 1)
    host = FileHost(services)
    with qtbot.waitSignal(host.copied, timeout=WAIT_MS) as copied:
        host.copy(photo, Picture.of(large))
    host.shutdown()
    pixels, alpha = from_qimage(copied.args[0].image)
    assert np.array_equal(pixels, to_eight_bit(large))
    assert alpha is not None
    assert np.unique(alpha).tolist() == [128]


def test_a_clipboard_without_a_photo_is_said(make_window) -> None:
    window = make_window()
    QGuiApplication.clipboard().setText("no photo")
    do(window, "paste")
    assert "no photo in the clipboard" in window.messages.text


def test_two_hundred_dropped_photos_are_offered_to_be_repaired_together(
    make_window, qtbot: QtBot, photo_file: Path
) -> None:
    window = make_window()
    drop(window, files(*[photo_file] * 200))
    assert "200 photos" in window.messages.text
    assert not window.document.is_open
    together, first = (window.messages._answers.itemAt(index).widget() for index in range(2))
    with qtbot.waitSignal(window.file_flow.batch_asked, timeout=WAIT_MS) as asked:
        together.click()
    assert asked.args == [[photo_file] * 200]
    with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
        first.click()

"""The files of a session: written once, read back to the pixel, told where they are damaged."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.messages import Enlarged, Photo, Sampling
from gui.autosave import lock_of
from gui.document import Document
from gui.enlarge_task import Enlargement
from gui.picture import Picture
from gui.recipe import Recipe
from gui.session_store import DamagedSessionError, Session, SessionWriter, Source, read_session
from tests.gui.support import gradient, mark, read_photo, rectangle, repair, write_plain


def test_only_what_is_new_is_written(tmp_path: Path, make_window, photo: Photo, qtbot: QtBot) -> None:
    window = make_window()
    window.document.open(photo, Picture.of(photo.image))
    writer = SessionWriter(tmp_path / "session")
    mark(window, 10, 10, 30, 40)
    repair(qtbot, window)

    def write() -> set[str]:
        writer.write(Session(photo, None, window.document.past(), Recipe("known", None, Sampling())))
        return {path.name for path in (tmp_path / "session").iterdir()}

    first = write()
    mark(window, 60, 10, 70, 40)
    assert write() == first
    repair(qtbot, window)
    assert first < write()
    window.document.go_to(2)
    mark(window, 90, 10, 95, 40)
    assert write() == first


def test_a_photo_without_a_file_is_kept_as_pixels(tmp_path: Path, qapp) -> None:
    pixels = gradient(300, 500, np.uint16)
    photo = Photo(tmp_path / "pasted.png", pixels, pixels[..., 0].copy(), True)
    document = Document()
    document.open(photo, Picture.of(pixels))
    document.invert()
    SessionWriter(tmp_path / "session").write(Session(photo, None, document.past(), None))
    back = read_session(tmp_path / "session", read_photo)
    assert np.array_equal(back.photo.image, pixels)
    assert back.photo.image.dtype == np.uint16
    assert back.photo.alpha is not None
    assert np.array_equal(back.photo.alpha, pixels[..., 0])
    assert back.photo.grey
    assert back.past.hole.array.all()


def test_a_file_that_changed_is_not_taken_for_the_photo(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    write_plain(path, gradient(9, 9))
    source = Source.of(path)
    assert source.content() == path.read_bytes()
    path.write_bytes(b"another")
    assert source.content() is None
    path.unlink()
    assert source.content() is None


def test_a_folder_without_a_session_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedSessionError):
        read_session(tmp_path, read_photo)


def test_a_lock_of_a_living_process_holds(tmp_path: Path) -> None:
    lock = lock_of(tmp_path / "a")
    assert lock.tryLock(0)
    assert not lock_of(tmp_path / "a").tryLock(0)


def test_an_enlarged_photo_comes_back_at_its_size(tmp_path: Path, photo: Photo, qapp) -> None:
    document = Document()
    document.open(photo, Picture.of(photo.image))
    document.invert()
    large = photo.image.repeat(2, axis=0).repeat(2, axis=1)
    result = Enlarged(large, "exact", 1, 0.5, 1, ("none",), "cpu")
    document.add_enlargement(Enlargement(result, Picture.of(large)))
    document.replace_hole(rectangle(240, 320, 5, 5, 9, 9))
    SessionWriter(tmp_path / "session").write(Session(photo, None, document.past(), None))
    back = Document()
    back.restore(photo, read_session(tmp_path / "session", read_photo).past)
    for position in (3, 2, 1, 0, 3):
        for each in (document, back):
            each.go_to(position)
        assert np.array_equal(document.picture.image(), back.picture.image())
        assert np.array_equal(document.hole.array, back.hole.array)
    assert back.is_enlarged

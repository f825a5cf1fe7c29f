"""Enlarging in the window: with the real engine, watched, cancelled, refused, undone, saved."""

import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as PilImage
from pytestqt.qtbot import QtBot

from engine.messages import Enlarge, Enlarged, Photo, Preview, Progress
from engine.photo.files import read_photo, write_photo
from gui.doubled import at_size_of
from gui.main_window import MainWindow
from gui.picture import Picture
from tests.gui.support import WAIT_MS, DissolvingSession, do, gradient, opened, rectangle, shown_scene


class BlockSession(DissolvingSession):
    """Enlarges by repeating pixels, and shows white on the way; repairs as its base does."""

    def run(self, request: Any) -> Generator[Progress, None, Any]:
        if not isinstance(request, Enlarge):
            return (yield from super().run(request))
        for step, box in enumerate(((0, 0, 128, 128), (64, 128, 192, 256)), 1):
            white = np.full((box[2] - box[0], box[3] - box[1], 3), 255, np.uint8)
            yield Progress("enlarging", step, 2, Preview(box, white))
            if self.gate is not None:
                assert self.gate.wait(10)
        image = request.image.repeat(2, axis=0).repeat(2, axis=1)
        return Enlarged(image, request.route, 3, 0.1, 2, ("blocks",), "cpu")


def enlarge(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window._engine.finished, timeout=WAIT_MS):
        do(window, "enlarge")


@pytest.fixture
def blocky(marked: MainWindow) -> MainWindow:
    """A window with a photo open, a rectangle marked, and an engine that enlarges in no time."""
    marked._engine._session = BlockSession()
    return marked


def test_what_forms_is_seen_at_its_own_size_and_painting_goes_on(blocky: MainWindow, qtbot: QtBot) -> None:
    gate = threading.Event()
    blocky._engine._session = BlockSession(gate=gate)
    do(blocky, "enlarge")
    qtbot.waitUntil(lambda: blocky.canvas._stage.frame is not None, timeout=WAIT_MS)
    scene, view = shown_scene(blocky), blocky.canvas.view
    assert scene.picture.shape == (240, 320)
    assert (scene.picture.tile((0, 0, 0))[:128, :128] == 255).all()
    grabbed = blocky.canvas.grab().toImage()
    ratio = blocky.canvas.devicePixelRatioF()
    x, y = (round(side / ratio) for side in view.to_device((30, 30)))
    assert grabbed.pixelColor(x, y).name() == "#ffffff"
    blocky.canvas.painter.press((100, 100))
    blocky.canvas.painter.release()
    assert blocky._repair.text() == "Cancel"
    gate.set()
    qtbot.waitUntil(lambda: blocky.document.is_enlarged, timeout=WAIT_MS)
    assert blocky.document.hole.array[200, 200]
    assert blocky.steps.isVisible()
    assert "320 x 240" in blocky.steps._stage.text()


def test_undo_goes_back_to_the_small_photo_with_its_mask(blocky: MainWindow, qtbot: QtBot) -> None:
    document = blocky.document
    before, hole = document.picture, document.hole.frozen()
    enlarge(qtbot, blocky)
    assert document.picture.shape == (240, 320)
    assert np.array_equal(document.hole.array, hole.repeat(2, axis=0).repeat(2, axis=1))
    blocky.canvas.painter.press((200, 200))
    blocky.canvas.painter.release()
    do(blocky, "undo")
    do(blocky, "undo")
    assert document.picture is before
    assert np.array_equal(document.hole.array, hole)
    assert not blocky.steps.isVisible()
    do(blocky, "redo")
    do(blocky, "redo")
    assert document.picture.shape == document.hole.shape == (240, 320)
    assert document.hole.array[200, 200]


def test_the_place_looked_at_stays(blocky: MainWindow, qtbot: QtBot) -> None:
    blocky.canvas.zoom_to(16)
    blocky.canvas.zoom_by(1.5, at=(10, 20))
    zoom, corner = blocky.canvas.view.zoom, blocky.canvas.view.to_image((0, 0))
    enlarge(qtbot, blocky)
    assert blocky.canvas.view.zoom == zoom / 2
    assert blocky.canvas.view.to_image((0, 0)) == pytest.approx((2 * corner[0], 2 * corner[1]))
    do(blocky, "undo")
    assert blocky.canvas.view.to_image((0, 0)) == pytest.approx(corner)


def test_the_enlarged_photo_is_compared_with_the_small_one_at_the_same_size(
    blocky: MainWindow, qtbot: QtBot
) -> None:
    enlarge(qtbot, blocky)
    blocky.canvas.compare(True)
    assert shown_scene(blocky).picture.shape == (240, 320)
    small = blocky.document.original.image()
    assert np.array_equal(shown_scene(blocky).picture.tile((0, 0, 0))[::2, ::2], small[:120, :128])


def test_cancelling_leaves_everything_as_it_was(blocky: MainWindow, qtbot: QtBot) -> None:
    gate = threading.Event()
    blocky._engine._session = BlockSession(gate=gate)
    picture, hole = blocky.document.picture, blocky.document.hole.frozen()
    do(blocky, "enlarge")
    qtbot.waitUntil(lambda: blocky.canvas._stage.frame is not None, timeout=WAIT_MS)
    do(blocky, "cancel")
    with qtbot.waitSignal(blocky._engine.cancelled, timeout=WAIT_MS):
        gate.set()
    assert "enlargement was cancelled" in blocky.messages.text
    assert blocky.document.picture is picture
    assert np.array_equal(blocky.document.hole.array, hole)
    assert shown_scene(blocky).picture is picture
    assert not blocky.document.locked


def test_a_photo_that_is_too_large_is_refused_with_what_would_fit(
    blocky: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.messages.LARGEST_ENLARGED", 1000)
    with qtbot.waitSignal(blocky._engine.failed, timeout=WAIT_MS):
        do(blocky, "enlarge")
    assert "at most" in blocky.messages.text
    assert not blocky.document.is_enlarged
    assert not blocky.document.locked


def test_nothing_else_is_done_meanwhile(blocky: MainWindow, qtbot: QtBot, photo_file: Path) -> None:
    gate = threading.Event()
    blocky._engine._session = BlockSession(gate=gate)
    blocky.document.locked = False
    do(blocky, "enlarge")
    blocky.file_flow.open([photo_file])
    assert "being enlarged" in blocky.messages.text
    for name in ("repair", "find", "enlarge"):
        assert not blocky.commands[name].isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: blocky.commands["enlarge"].isEnabled(), timeout=WAIT_MS)


def test_a_saved_name_is_not_used_again_for_another_size(
    blocky: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = tmp_path / "small.png", tmp_path / "large.png"
    answers, proposed = [small, large], []

    def where(_window: object, _title: str, proposal: Path, _kinds: str) -> Path:
        proposed.append(proposal.name)
        return answers.pop(0)

    monkeypatch.setattr("gui.file_flow.ask_where", where)
    assert blocky.document.photo is not None
    blocky.document.photo = replace(blocky.document.photo, path=tmp_path / "photo.png")
    for change in (lambda: None, lambda: enlarge(qtbot, blocky), lambda: None):
        change()
        with qtbot.waitSignal(blocky._files.saved, timeout=WAIT_MS):
            do(blocky, "save")
    assert proposed == ["photo-repaired.png", "photo-enlarged.png"]
    assert read_photo(small).image.shape == (120, 160, 3)
    assert read_photo(large).image.shape == (240, 320, 3)


def test_the_photo_as_it_was_is_made_larger_only_where_it_is_seen(
    blocky: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    enlarge(qtbot, blocky)
    sizes: list[tuple[int, int]] = []

    def noted(picture: Picture, other: Picture) -> Picture:
        sizes.append(other.shape)
        return at_size_of(picture, other)

    monkeypatch.setattr("gui.stage.at_size_of", noted)
    do(blocky, "clear")
    do(blocky, "mask")
    assert sizes == []
    do(blocky, "split")
    assert sizes == [(240, 320)]


def test_what_is_saved_while_the_photo_becomes_larger_gives_that_no_name(
    blocky: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, proposed = threading.Event(), []

    def where(_window: object, _title: str, proposal: Path, _kinds: str) -> Path:
        proposed.append(proposal.name)
        return tmp_path / proposal.name

    monkeypatch.setattr("gui.file_flow.ask_where", where)
    assert blocky.document.photo is not None
    blocky.document.photo = replace(blocky.document.photo, path=tmp_path / "photo.png")
    with qtbot.waitSignal(blocky._files.saved, timeout=WAIT_MS):
        do(blocky, "save")
    blocky._files._background.submit(lambda: gate.wait(10), lambda _: None, pytest.fail)
    do(blocky, "save")
    enlarge(qtbot, blocky)
    with qtbot.waitSignal(blocky._files.saved, timeout=WAIT_MS):
        gate.set()
    with qtbot.waitSignal(blocky._files.saved, timeout=WAIT_MS):
        do(blocky, "save")
    assert proposed == ["photo-repaired.png", "photo-enlarged.png"]
    assert read_photo(tmp_path / "photo-repaired.png").image.shape == (120, 160, 3)


# The real engine


def write_deep(path: Path) -> None:
    """Write a photo of 16 bits with transparency."""
    alpha = np.random.default_rng(0).integers(0, 65536, (40, 56)).astype(np.uint16)
    image = gradient(40, 56, np.uint16)
    write_photo(Photo(path, image, alpha), image, path)


def write_turned(path: Path) -> None:
    """Write a photo that lies on its side, and says so, who took it with what, and in which colours."""
    exif = PilImage.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    options = {"exif": exif, "icc_profile": b"profile" * 20, "dpi": (300, 300)}
    PilImage.fromarray(gradient(40, 56)).save(path, **options)


@pytest.mark.parametrize(("suffix", "write"), [(".png", write_deep), (".jpg", write_turned)])
def test_the_file_is_the_one_that_the_command_line_writes(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    tiny_model: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    write: Callable[[Path], None],
) -> None:
    from engine.cli import main
    from engine.session import Session

    photo, ours, theirs = (tmp_path / f"{name}{suffix}" for name in ("harbour", "ours", "theirs"))
    write(photo)
    window = make_window(load_session=lambda _: Session("cpu"))
    opened(qtbot, window, photo)
    window.method.models.choose("prior", str(tiny_model))
    enlarge(qtbot, window)
    monkeypatch.setattr("gui.file_flow.ask_where", lambda *_: ours)
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save")
    arguments = ["upscale", photo, "-o", theirs, "--model", tiny_model, "--device", "cpu"]
    assert main([str(argument) for argument in arguments]) == 0
    assert ours.read_bytes() == theirs.read_bytes()
    small, large = read_photo(photo), read_photo(ours)
    assert large.image.dtype == small.image.dtype
    assert (large.alpha is None) == (small.alpha is None)
    assert large.image.shape[0] == 2 * small.image.shape[0]
    assert window.document.picture_is_saved


@pytest.mark.parametrize("route", ["exact", "ilvr", "masked", "interleaved"])
def test_the_route_chosen_is_the_one_taken(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    photo_file: Path,
    tiny_model: Path,
    route: str,
) -> None:
    from engine.session import Session

    window = make_window(load_session=lambda _: Session("cpu"))
    opened(qtbot, window, photo_file)
    window.method.models.choose("prior", str(tiny_model))
    window.method._route.setCurrentIndex(window.method._route.findData(route))
    small = window.document.picture.image()
    enlarge(qtbot, window)
    assert route in window.document.timeline.states[-1].facts
    large = window.document.picture.image().astype(int)
    averages = (large[::2, ::2] + large[1::2, ::2] + large[::2, 1::2] + large[1::2, 1::2]) / 4
    assert np.array_equal(averages, small) == (route == "exact")
    do(window, "undo")
    assert np.array_equal(window.document.picture.image(), small)


def test_an_enlarged_photo_can_be_repaired_and_enlarged_again(blocky: MainWindow, qtbot: QtBot) -> None:
    enlarge(qtbot, blocky)
    assert not blocky.document.hole.is_empty()
    with qtbot.waitSignal(blocky._engine.finished, timeout=WAIT_MS):
        do(blocky, "repair")
    enlarge(qtbot, blocky)
    assert blocky.document.picture.shape == (480, 640)
    labels = [state.label for state in blocky.document.timeline.states]
    assert labels == ["Opened", "Import mask", "Enlarge 2x", "Repair", "Enlarge 2x"]
    blocky.document.go_to(0)
    assert blocky.document.picture is blocky.document.original
    assert blocky.document.hole.is_empty()
    blocky.document.go_to(4)
    assert blocky.document.picture.shape == blocky.document.hole.shape == (480, 640)


def test_an_unsaved_enlargement_counts_as_a_change(blocky: MainWindow, qtbot: QtBot) -> None:
    assert not blocky.isWindowModified()
    enlarge(qtbot, blocky)
    assert blocky.isWindowModified()
    blocky.document.open(Photo(Path("other.png"), gradient(50, 60)), Picture.of(gradient(50, 60)))
    assert blocky.document.hole.shape == (50, 60)
    assert not blocky.document.is_enlarged
    blocky.document.replace_hole(rectangle(50, 60, 1, 1, 5, 5))

"""Work survives a crash, a damaged session, a full disk and other programs."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.messages import Sampling
from gui import session_store
from gui.main_window import MainWindow
from gui.recovery import leftovers
from gui.safekeeping import Safekeeping
from gui.session_store import MANIFEST
from gui.settings import Settings
from tests.gui.support import WAIT_MS, do, gradient, mark, opened, read_photo, rectangle, repair

ROOT = Path(__file__).parents[2]

Keep = Callable[[MainWindow], Safekeeping]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


@pytest.fixture
def keep(root: Path) -> Iterator[Keep]:
    """Looks after windows, as the editor does."""
    kept: list[Safekeeping] = []

    def begin(window: MainWindow) -> Safekeeping:
        kept.append(Safekeeping(window, window._files, read_photo, Settings(), root, delay_ms=0))
        return kept[-1]

    yield begin
    for safekeeping in kept:
        safekeeping.close()


def crashed(safekeeping: Safekeeping) -> None:
    """What the system does to a process that ends: its lock is nobody's any more."""
    lock = safekeeping.autosave._lock
    assert lock is not None
    lock.unlock()
    safekeeping.autosave._lock = None
    safekeeping.autosave._timer.timeout.disconnect()
    safekeeping.autosave._folder = safekeeping.autosave._folder.with_name("gone")


def written(qtbot: QtBot, safekeeping: Safekeeping, states: int) -> None:
    """Wait until this many states are kept."""
    manifest = safekeeping.autosave.folder / MANIFEST

    def is_written() -> bool:
        return manifest.exists() and len(json.loads(manifest.read_text())["states"]) == states

    qtbot.waitUntil(is_written, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not safekeeping.autosave._writing, timeout=WAIT_MS)


def answer(window: MainWindow, text: str) -> None:
    """Press the button of this name in the message bar."""
    row = window.messages._answers
    buttons = [row.itemAt(index).widget() for index in range(row.count())]
    next(button for button in buttons if button.text() == text).click()


def offered(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.messages._answers.count() == 2, timeout=WAIT_MS)


def test_nothing_is_written_while_a_stroke_is_drawn(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.autosave.SOON_MS", 10)
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    qtbot.waitUntil(lambda: not safekeeping.autosave._looking, timeout=WAIT_MS)
    left, middle = Qt.MouseButton.LeftButton, window.canvas.rect().center()
    qtbot.mousePress(window.canvas, left, pos=middle)
    mark(window, 10, 10, 30, 40)
    qtbot.wait(100)
    assert window.canvas.painter.active
    assert not safekeeping.autosave.folder.exists()
    qtbot.mouseRelease(window.canvas, left, pos=middle)
    written(qtbot, safekeeping, len(window.document.timeline.states))


def test_everything_is_there_again_after_a_crash(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path, root: Path
) -> None:
    first = make_window()
    safekeeping = keep(first)
    opened(qtbot, first, photo_file)
    mark(first, 10, 10, 30, 40)
    repair(qtbot, first)
    mark(first, 60, 60, 70, 90)
    do(first, "invert")
    do(first, "undo")
    first.method.set_sampling(Sampling(steps=9, seed=4))
    first.document.history_changed.emit()
    written(qtbot, safekeeping, 5)
    qtbot.waitUntil(
        lambda: json.loads((safekeeping.autosave.folder / MANIFEST).read_text())["position"] == 3,
        timeout=WAIT_MS,
    )
    crashed(safekeeping)

    second = make_window()
    again = keep(second)
    again.recovery.look()
    offered(qtbot, second)
    assert "grandfather.png" in second.messages.text
    with qtbot.waitSignal(second.document.opened, timeout=WAIT_MS):
        answer(second, "Go on where you were")

    before, after = first.document, second.document
    assert after.photo is not None
    assert after.photo.path == photo_file
    assert after.photo.origin is not None
    assert np.array_equal(after.picture.image(), before.picture.image())
    assert np.array_equal(after.hole.array, before.hole.array)
    assert after.timeline.position == 3
    assert not after.picture_is_saved
    assert not after.mask_is_saved
    assert second.method.sampling() == Sampling(steps=9, seed=4)
    for old, new in zip(before.timeline.states, after.timeline.states, strict=True):
        assert (old.label, old.facts, old.recipe) == (new.label, new.facts, new.recipe)
        assert np.array_equal(old.overview, new.overview)
    for document in (before, after):
        document.go_to(0)
    assert np.array_equal(after.picture.image(), gradient(120, 160))
    assert after.hole.is_empty()
    for _ in range(4):
        for document in (before, after):
            document.redo()
        assert np.array_equal(after.picture.image(), before.picture.image())
        assert np.array_equal(after.hole.array, before.hole.array)
    written(qtbot, again, 5)
    qtbot.waitUntil(lambda: [path.name for path in root.glob("*/")] == [again.autosave.folder.name])


KILLED_EDITOR = """
import os, sys
from pathlib import Path
import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from engine.checkpoints.catalogue import Catalogue
from engine.photo import files
from gui.app import Services, run_editor, sessions_path
from tests.gui.support import DissolvingSession, rectangle

def act():
    (window,) = (w for w in QApplication.topLevelWidgets() if hasattr(w, "document"))
    if not window.document.is_open or window._engine.busy:
        return
    states = len(window.document.timeline.states)
    if states == 1:
        window.document.replace_hole(rectangle(120, 160, 40, 50, 60, 90))
        window.commands["repair"].trigger()
    elif any('"label": "Repair"' in path.read_text() for path in sessions_path().glob("*/session.json")):
        os.kill(os.getpid(), 9)

services = Services(
    lambda device: DissolvingSession(), files.read_photo, files.write_photo, files.read_mask,
    files.write_mask, files.default_output, files.enlarged_photo, *4 * [None], None, "0", Catalogue,
)
application = QApplication([])
timer = QTimer(interval=20)
timer.timeout.connect(act)
timer.start()
run_editor(services, [Path(sys.argv[1])])
"""


def test_what_a_killed_editor_did_is_there_in_the_next(
    make_window, qtbot: QtBot, tmp_path: Path, photo_file: Path
) -> None:
    places = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_EDITOR, str(photo_file)],
        cwd=ROOT,
        env={**os.environ, **places},
        timeout=60,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    (root,) = (tmp_path / "XDG_DATA_HOME").glob("*/sessions")
    assert len(list(root.glob("*.lock"))) == 1

    window = make_window()
    safekeeping = Safekeeping(window, window._files, read_photo, Settings(), root, delay_ms=0)
    try:
        safekeeping.recovery.look()
        offered(qtbot, window)
        with qtbot.waitSignal(window.document.opened, timeout=WAIT_MS):
            answer(window, "Go on where you were")
        image = window.document.picture.image()
        hole = rectangle(120, 160, 40, 50, 60, 90)
        assert np.array_equal(image[~hole], gradient(120, 160)[~hole])
        assert len(np.unique(image[hole])) == 1
        assert [state.label for state in window.document.timeline.states] == [
            "Opened",
            "Import mask",
            "Repair",
        ]
    finally:
        safekeeping.close()
    assert list(root.iterdir()) == []


def test_what_is_forgotten_is_removed(make_window, qtbot: QtBot, keep: Keep, photo_file: Path) -> None:
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    mark(window, 1, 1, 9, 9)
    written(qtbot, safekeeping, 2)
    folder = safekeeping.autosave.folder
    crashed(safekeeping)
    other = make_window()
    keep(other).recovery.look()
    offered(qtbot, other)
    answer(other, "Forget it")
    qtbot.waitUntil(lambda: not folder.exists(), timeout=WAIT_MS)


def test_a_session_in_use_is_not_offered(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path, root: Path
) -> None:
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    mark(window, 1, 1, 9, 9)
    written(qtbot, safekeeping, 2)
    other = keep(make_window()).recovery
    other.look()
    other._background.shutdown()
    assert other._leftovers == []


def test_a_clean_close_leaves_nothing(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path, root: Path
) -> None:
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    mark(window, 1, 1, 9, 9)
    written(qtbot, safekeeping, 2)
    safekeeping.close()
    assert list(root.iterdir()) == []


def test_a_photo_that_is_gone_or_another_can_be_gone_on_with(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path
) -> None:
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    mark(window, 1, 1, 9, 9)
    written(qtbot, safekeeping, 2)
    crashed(safekeeping)
    photo_file.unlink()
    other = make_window()
    keep(other).recovery.look()
    offered(qtbot, other)
    with qtbot.waitSignal(other.document.opened, timeout=WAIT_MS):
        answer(other, "Go on where you were")
    assert "no longer there" in other.messages.text, other.messages.text
    assert np.array_equal(other.document.picture.image(), gradient(120, 160))


@pytest.mark.parametrize("damage", ["json", "pixels", "missing", "history"])
def test_a_damaged_session_is_set_aside_and_said_once(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path, root: Path, damage: str
) -> None:
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    mark(window, 10, 10, 30, 40)
    repair(qtbot, window)
    written(qtbot, safekeeping, 3)
    folder = safekeeping.autosave.folder
    crashed(safekeeping)
    manifest, tile = folder / MANIFEST, next(folder.glob("*.npy"))
    if damage == "json":
        manifest.write_bytes(manifest.read_bytes()[:-9])
    elif damage == "pixels":
        tile.write_bytes(tile.read_bytes()[:-1] + b"?")
    elif damage == "missing":
        tile.unlink()
    else:
        content = json.loads(manifest.read_text())
        content["states"][1]["edit"]["marked"][0][2] += 1
        manifest.write_text(json.dumps(content))

    other = make_window()
    recovery = keep(other).recovery
    recovery.look()
    if damage != "json":
        offered(qtbot, other)
        answer(other, "Go on where you were")
    qtbot.waitUntil(lambda: "damaged" in other.messages.text, timeout=WAIT_MS)
    assert [path.suffix for path in root.iterdir() if path.is_dir()] == [".bad"]
    assert not other.document.is_open
    assert leftovers(root) == ([], [])


def test_what_never_held_a_session_is_removed(root: Path) -> None:
    (root / "begun").mkdir(parents=True)
    (root / "begun" / "0.npy").touch()
    assert leftovers(root) == ([], [])
    assert list(root.iterdir()) == []


def test_a_full_disk_is_told_once_and_work_goes_on(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    safekeeping = keep(window)
    opened(qtbot, window, photo_file)
    with monkeypatch.context() as patch:

        def full(path: Path, content: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr(session_store, "replace_file", full)
        mark(window, 1, 1, 9, 9)
        qtbot.waitUntil(lambda: "disk is full" in window.messages.text, timeout=WAIT_MS)
        window.messages.hide()
        mark(window, 20, 20, 29, 29)
        qtbot.wait(50)
        assert window.messages.text == ""
    mark(window, 40, 40, 49, 49)
    written(qtbot, safekeeping, 4)
    assert not safekeeping.autosave._failing


def test_a_change_by_another_program_is_told(make_window, qtbot: QtBot, keep: Keep, photo_file: Path) -> None:
    window = make_window()
    watch = keep(window).photo_watch
    watch._timer.setInterval(0)
    opened(qtbot, window, photo_file)
    qtbot.waitUntil(lambda: bool(watch._watcher.files()), timeout=WAIT_MS)
    photo_file.write_bytes(b"something else")
    qtbot.waitUntil(lambda: "changed by another program" in window.messages.text, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(watch._watcher.files()), timeout=WAIT_MS)
    photo_file.unlink()
    qtbot.waitUntil(lambda: "deleted or moved" in window.messages.text, timeout=WAIT_MS)
    assert np.array_equal(window.document.picture.image(), gradient(120, 160))


def test_a_file_that_was_made_anew_is_still_watched(
    make_window, qtbot: QtBot, keep: Keep, photo_file: Path
) -> None:
    window = make_window()
    watch = keep(window).photo_watch
    watch._timer.setInterval(0)
    opened(qtbot, window, photo_file)
    qtbot.waitUntil(lambda: bool(watch._watcher.files()), timeout=WAIT_MS)

    def told(words: str) -> None:
        qtbot.waitUntil(lambda: words in window.messages.text, timeout=WAIT_MS)
        window.messages.hide()

    aside = photo_file.rename(photo_file.with_name("aside.png"))
    told("deleted or moved")
    aside.rename(photo_file)
    qtbot.waitUntil(lambda: bool(watch._watcher.files()), timeout=WAIT_MS)
    assert window.messages.text == ""  # it is the same
    photo_file.unlink()
    told("deleted or moved")
    photo_file.write_bytes(b"made anew")
    told("changed by another program")
    fresh = photo_file.with_name("fresh.tmp")
    fresh.write_bytes(b"as editors save: beside it, then in its place")
    fresh.replace(photo_file)
    told("changed by another program")


def test_saving_over_the_photo_is_no_news(make_window, qtbot: QtBot, keep: Keep, photo_file: Path) -> None:
    window = make_window()
    watch = keep(window).photo_watch
    watch._timer.setInterval(200)
    opened(qtbot, window, photo_file)
    qtbot.waitUntil(lambda: bool(watch._watcher.files()), timeout=WAIT_MS)
    mark(window, 10, 10, 30, 40)
    repair(qtbot, window)
    window.file_flow._target = photo_file
    with qtbot.waitSignal(window._files.saved, timeout=WAIT_MS):
        do(window, "save")
    qtbot.wait(300)
    assert "changed" not in window.messages.text


def test_what_is_gone_on_with_is_not_saved_over_another_photo(
    make_window, qtbot: QtBot, photo_file: Path
) -> None:
    window = make_window()
    opened(qtbot, window, photo_file)
    window.file_flow._target = photo_file.with_name("repaired.png")
    window.document.restore(window.document.photo, window.document.past())
    assert window.file_flow._target is None

"""What every test of the editor needs: no display, no thread left behind, a window with real services."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import hypothesis
import numpy as np
import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.messages import Photo
from engine.session import Session
from gui.app import Services
from gui.batch_editing import BatchEditing
from gui.batch_flow import BatchFlow
from gui.engine_host import EngineHost
from gui.file_host import FileHost
from gui.main_window import MainWindow
from gui.picture import Picture
from gui.settings import Settings
from gui.translation import install_language
from tests.engine.batch.folders import folders
from tests.gui.batches import Batches, Begin, Functions
from tests.gui.support import DissolvingSession, do, gradient, write_plain

hypothesis.settings.register_profile("any-machine", deadline=None)
hypothesis.settings.load_profile("any-machine")


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    install_language(qapp, "en")


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    started: list[QThread] = []
    start = QThread.start

    def noted(thread: QThread, *arguments: object) -> None:
        started.append(thread)
        start(thread, *arguments)

    monkeypatch.setattr(QThread, "start", noted)
    yield
    assert not [thread.objectName() for thread in started if isValid(thread) and thread.isRunning()]


@pytest.fixture(autouse=True)
def questions(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox.StandardButton]:
    """Answers to give to questions, in order; a question without an answer fails the test."""
    answers: list[QMessageBox.StandardButton] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    return answers


@pytest.fixture
def photo() -> Photo:
    return Photo(Path("photo.png"), gradient(120, 160))


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    path = tmp_path / "grandfather.png"
    write_plain(path, gradient(120, 160))
    return path


@pytest.fixture
def picture(photo: Photo) -> Picture:
    return Picture.of(photo.image)


@pytest.fixture
def services() -> Services:
    """Real files, and an engine that needs no model."""
    from engine.batch.correction import correct_mask, mask_used
    from engine.batch.run import run_batch
    from engine.checkpoints.catalogue import Catalogue
    from engine.photo import files
    from engine.photo.previews import read_preview

    return Services(
        load_session=lambda device: DissolvingSession(),
        read_photo=files.read_photo,
        write_photo=files.write_photo,
        read_mask=files.read_mask,
        write_mask=files.write_mask,
        default_output=files.default_output,
        enlarged_photo=files.enlarged_photo,
        run_batch=run_batch,
        mask_used=mask_used,
        correct_mask=correct_mask,
        read_preview=read_preview,
        sample_photo=None,
        version="0",
        models=Catalogue,
    )


@pytest.fixture
def make_window(qtbot: QtBot, services: Services) -> Iterator[Callable[..., MainWindow]]:
    """Makes a window, with other services than the usual ones if named."""
    windows = []

    def make(settings: Settings | None = None, **changes: object) -> MainWindow:
        given = replace(services, **changes)  # type: ignore[arg-type]
        window = MainWindow(
            FileHost(given),
            EngineHost(partial(given.load_session, "cpu")),
            settings or Settings(),
            given.sample_photo,
            given.version,
            given.finds_damage,
        )
        windows.append(window)
        window.show()
        return window

    yield make
    for window in windows:
        window._leaving = True  # tests that care about the question ask it themselves
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], picture: Picture, photo: Photo) -> MainWindow:
    """A window with a photo open."""
    window = make_window()
    window.document.open(photo, picture)
    return window


@pytest.fixture
def marked(window: MainWindow) -> MainWindow:
    """A window with a photo open and a rectangle of it marked for repair."""
    hole = np.zeros((120, 160), bool)
    hole[40:60, 50:90] = True
    window.document.replace_hole(hole)
    return window


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real prior, too small and not at all trained, whose samples differ with the seed."""
    import torch

    from engine.networks.prior_unet import PriorConfig, PriorUNet
    from engine.training.command import write_model

    torch.manual_seed(0)
    config = PriorConfig(channels=(8, 8), blocks=1, embedding=16)
    network = PriorUNet(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    path = tmp_path_factory.mktemp("models") / "tiny.safetensors"
    return write_model(path, "prior", config.to_dict(), network, {})


@pytest.fixture
def begin_batch(make_window: Callable[..., MainWindow], tiny_model: Path, tmp_path: Path) -> Iterator[Begin]:
    """Makes a window whose batch is set to repair photos of these names."""
    made: list[Batches] = []

    def batches(names: list[str], *, held: bool = False) -> Batches:
        source, masks, out = folders(tmp_path, names)
        settings = Settings(batch_source=str(source), batch_target=str(out), batch_masks=str(masks))
        window = make_window(settings, load_session=Session)
        window.method.models.choose("prior", str(tiny_model))
        functions = Functions()
        if not held:
            functions.gate.set()
        flow = BatchFlow(window, window._engine, functions, settings, finds_damage=True)
        flow.view.form.steps.setValue(1)
        editing = BatchEditing(flow, window, window._files, functions)
        made.append(Batches(window, flow, editing, functions))
        do(window, "batch")
        return made[-1]

    yield batches
    for each in made:
        each.end()

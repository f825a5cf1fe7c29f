"""The editor's start: what it is given, and the application around its window."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from engine.batch.events import Batch, Event, Item, Summary
from engine.errors import failure_from
from engine.messages import Hole, Image, Photo
from gui.batch_editing import BatchEditing
from gui.batch_flow import BatchFlow
from gui.device_choice import DeviceChoice
from gui.engine_host import EngineHost, Session
from gui.file_host import FileHost
from gui.main_window import MainWindow
from gui.models_flow import ModelsFlow
from gui.models_host import Catalogue
from gui.safekeeping import Safekeeping
from gui.settings import DEVICES, load_settings
from gui.settings_keeper import SettingsKeeper
from gui.taskbar import Taskbar, launcher
from gui.translation import install_language

SETTLED_MS = 1000
"""After this time the window has been painted, and what else is to be done does not delay it."""

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "reweave.png"


@dataclass(frozen=True)
class Services:
    """What the editor needs from outside. Everything heavy is a function that imports what it needs.

    All functions are called in other threads than the window's, and raise errors of engine.errors.
    """

    load_session: Callable[[str], Session]
    """Takes the device's name, as the settings have it."""
    read_photo: Callable[[Path], Photo]
    write_photo: Callable[..., tuple[str, ...]]
    read_mask: Callable[[Path, tuple[int, int]], Hole]
    write_mask: Callable[..., None]
    default_output: Callable[[Path, str], Path]
    enlarged_photo: Callable[[Photo, Image], Photo]
    run_batch: Callable[..., Generator[Event, None, Summary]]
    mask_used: Callable[[Batch, str, Item | None], Path | None]
    correct_mask: Callable[[Batch, str, Hole], None]
    read_preview: Callable[[Path, int], Image]
    sample_photo: Path | None
    version: str
    models: Callable[[], Catalogue]
    finds_damage: bool = True
    """Whether there is a model for it."""
    devices: Callable[[], tuple[str, ...]] = lambda: DEVICES
    """The names of those that can compute here."""
    prepare_engine: Callable[[], object] = lambda: None
    """What of loading the engine can be done before anybody needs it."""


def run_editor(services: Services, paths: list[Path]) -> int:
    """Show the window, open the first of ``paths``, and return the exit code when it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Reweave")
    application.setApplicationVersion(services.version)
    application.setWindowIcon(QIcon(str(ICON)))
    application.setDesktopFileName("reweave")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the editor

    place = settings_path()
    install_language(application, "system")  # for what is said about the settings
    settings, complaint = load_settings(place)
    complaint = install_language(application, settings.language) or complaint
    files = FileHost(services)
    device = DeviceChoice(settings, services.load_session, services.devices)
    engine = EngineHost(device.load_session, services.devices)
    window = MainWindow(
        files,
        engine,
        settings,
        services.sample_photo,
        services.version,
        services.finds_damage,
    )
    sys.excepthook = _excepthook(window)
    device.fell_back.connect(window.messages.warn)
    safekeeping = Safekeeping(window, files, services.read_photo, settings, sessions_path())
    keeper = SettingsKeeper(settings, place, window)
    batches = BatchFlow(window, engine, services, settings, services.finds_damage)
    editing = BatchEditing(batches, window, files, services)
    models = ModelsFlow(window, engine, services.models, settings)
    Taskbar(engine, window, launcher())
    window.show()
    QTimer.singleShot(SETTLED_MS, engine, lambda: engine.prepare(services.prepare_engine))
    if complaint:
        window.messages.warn(complaint)
    if paths and paths[0].is_dir():
        batches.open_dropped(paths)
        paths = []
    if paths:  # what is said about opening them would take the place of the offer
        window.document.opened.connect(safekeeping.recovery.look)
        files.failed.connect(safekeeping.recovery.look)
        window.file_flow.open(paths)
    else:
        safekeeping.recovery.look()
    code = application.exec()
    batches.close()
    editing.shutdown()
    safekeeping.close()
    keeper.close()
    models.close()  # last: a transfer over a line that is silent ends only when that is noticed
    return code


def settings_path() -> Path:
    """Return where the settings are kept on this system."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.json"


def sessions_path() -> Path:
    """Return where sessions are kept on this system while they go on."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "sessions"


def _excepthook(window: MainWindow) -> Callable[..., None]:
    """Return a hook that shows an error nobody foresaw, rather than hiding it in a terminal."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if isinstance(error, Exception):
            window.messages.fail(failure_from(error))

    return hook

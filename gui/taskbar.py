"""Progress where the system shows its programs: on the icon in the dock or taskbar, and a nod at the end.

On Linux it is told by the signal com.canonical.Unity.LauncherEntry.Update, which Ubuntu's dock, KDE's
taskbar, Dash to Dock, Plank and others listen to. Windows and macOS show no progress yet; all systems are
asked to draw attention to the window when something ends while another program is in front.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from engine.messages import Progress
from gui.engine_host import EngineHost
from gui.film import Frame

Show: TypeAlias = Callable[[float | None], object]
"""Shows a share of the work, 0 to 1, or None for no work. It never waits, and raises nothing."""

APPLICATION = "application://reweave.desktop"
PATH = "/com/canonical/unity/launcherentry/reweave"
INTERFACE = "com.canonical.Unity.LauncherEntry"


class Taskbar(QObject):
    """Follows all jobs of the engine, whoever started them."""

    def __init__(self, engine: EngineHost, window: QWidget, show: Show) -> None:
        super().__init__(window)
        self._window = window
        self._show = show
        engine.started.connect(lambda: show(0.0))
        engine.progress.connect(self._progressed)
        engine.cancelled.connect(lambda: show(None))
        engine.finished.connect(self._over)
        engine.failed.connect(self._over)

    def _progressed(self, frame: object) -> None:
        share = share_of(frame)
        if share is not None:
            self._show(share)

    def _over(self, _outcome: object) -> None:
        self._show(None)
        QApplication.alert(self._window)


def share_of(frame: object) -> float | None:
    """Return how far a job is that tells ``frame``, in [0, 1]; None if it does not say, as a batch."""
    match frame:
        case Frame():
            return frame.share
        case Progress():
            return frame.fraction
        case _:
            return None


def launcher() -> Show:
    """Return what tells the desktop; where none can be told, it does nothing."""
    if not sys.platform.startswith("linux") or not _has_session_bus():
        return lambda share: None
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return lambda share: None
    bus = QDBusConnection.sessionBus()

    def show(share: float | None) -> None:
        signal = QDBusMessage.createSignal(PATH, INTERFACE, "Update")
        signal.setArguments([APPLICATION, {"progress": share or 0.0, "progress-visible": share is not None}])
        bus.send(signal)  # queued; nobody answers

    return show


def _has_session_bus() -> bool:
    """Whether there is a bus: being asked for one, the library would start a program where there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or (runtime is not None and Path(runtime, "bus").exists())

"""All that stands between the user and losing work: autosave, recovery, an eye on the file, and room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.messages import Photo
from gui.autosave import DELAY_MS, Autosave
from gui.file_host import FileHost
from gui.main_window import MainWindow
from gui.photo_watch import PhotoWatch
from gui.recovery import Recovery
from gui.settings import Settings
from gui.spill import Spill


class Safekeeping:
    """Looks after a window's document. ``root``: the folder of all sessions."""

    def __init__(
        self,
        window: MainWindow,
        files: FileHost,
        read_photo: Callable[[Path], Photo],
        settings: Settings,
        root: Path,
        delay_ms: int = DELAY_MS,
    ) -> None:
        document, messages = window.document, window.messages
        painter = window.canvas.painter
        self.autosave = Autosave(
            root, document, window.method.recipe, messages, delay_ms, lambda: painter.active
        )
        self.recovery = Recovery(
            root,
            document,
            self.autosave,
            messages,
            read_photo,
            window.method.set_recipe,
            window.file_flow.may_leave,
        )
        self.photo_watch = PhotoWatch(document, files, messages)
        self.spill = Spill(document, messages, root, settings.history_mb * 2**20)
        window.settings_changed.connect(lambda: self.spill.set_limit(settings.history_mb * 2**20))

    def close(self) -> None:
        """The window was closed: nothing is left to be kept."""
        self.autosave.close()
        self.recovery.shutdown()  # after it, because what was kept anew is removed at its old place
        self.photo_watch.shutdown()
        self.spill.shutdown()

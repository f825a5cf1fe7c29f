"""Writes the settings when something in them changes that would be missed after a crash, and at the end."""

from __future__ import annotations

import sys
from copy import deepcopy
from functools import partial
from pathlib import Path

from engine.errors import Failure, StorageError
from gui.background import Background
from gui.main_window import MainWindow
from gui.settings import Settings, save_settings
from gui.translation import translate


class SettingsKeeper:
    """Keeps a window's settings in the file at ``place``; what cannot be written is told at the end."""

    def __init__(self, settings: Settings, place: Path, window: MainWindow) -> None:
        self._settings = settings
        self._place = place
        self._failure: Failure | None = None
        self._background = Background("settings", window)
        window.file_flow.recent_changed.connect(self.keep)
        window.settings_changed.connect(self.keep)

    def keep(self) -> None:
        """Write the settings as they are now."""
        self._background.submit(
            partial(_save, deepcopy(self._settings), self._place), self._kept, self._failed
        )

    def close(self) -> None:
        """Write the settings a last time, and end the thread."""
        self.keep()
        self._background.shutdown()
        if self._failure is not None:
            print(self._failure.message, file=sys.stderr)

    def _kept(self, _: None) -> None:
        self._failure = None

    def _failed(self, failure: Failure) -> None:
        self._failure = failure


def _save(settings: Settings, place: Path) -> None:
    try:
        save_settings(settings, place)
    except OSError as error:
        sentence = translate("Settings", "The settings could not be saved in {path} ({reason}).")
        raise StorageError(sentence.format(path=place, reason=error.strerror)) from error

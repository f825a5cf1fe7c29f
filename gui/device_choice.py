"""Where the engine computes: the processor that was chosen, or the best there is where that one is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from gui.engine_host import Session
from gui.settings import DEVICE_NAMES, Settings
from gui.translation import translate


class DeviceChoice(QObject):
    """Loads the engine for the device of the settings.

    Signal: ``fell_back`` (a sentence: the device is not there, and is no longer the one that is chosen).
    """

    fell_back = Signal(str)
    _absent = Signal(str)

    def __init__(
        self,
        settings: Settings,
        load_session: Callable[[str], Session],
        list_devices: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__()
        self._settings, self._load_session, self._list_devices = settings, load_session, list_devices
        self._absent.connect(self._fall_back, Qt.ConnectionType.QueuedConnection)

    def load_session(self) -> Session:
        """Load the engine; in its own thread."""
        device = self._settings.device
        if device != "auto" and device not in self._list_devices():
            self._absent.emit(device)
            device = "auto"
        return self._load_session(device)

    def _fall_back(self, device: str) -> None:
        self._settings.device = "auto"
        self.fell_back.emit(
            translate(
                "DeviceChoice",
                "{device} is not to be found here, so from now on repairs are computed on the best there is.",
            ).format(device=translate("SettingsDialog", DEVICE_NAMES[device]))
        )

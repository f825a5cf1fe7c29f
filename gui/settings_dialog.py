"""The settings that are nobody else's: processor, memory, usual method, colours, language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QWidget

from gui.engine_host import EngineHost
from gui.method_panel import EXPERIMENTS, METHODS
from gui.settings import DEVICE_NAMES, LEAST_HISTORY_MB, MOST_HISTORY_MB, THEMES, Settings
from gui.translation import LANGUAGE_NAMES, translate

THEME_NAMES = {
    "system": QT_TRANSLATE_NOOP("SettingsDialog", "As the system"),
    "light": QT_TRANSLATE_NOOP("SettingsDialog", "Light"),
    "dark": QT_TRANSLATE_NOOP("SettingsDialog", "Dark"),
}


class SettingsDialog(QDialog):
    """Shows settings, and what the user makes of them."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("SettingsDialog", "Settings"))
        self._before = settings
        self.device = _choice(
            {device: translate("SettingsDialog", name) for device, name in DEVICE_NAMES.items()},
            settings.device,
        )
        self.history_mb = QSpinBox(minimum=LEAST_HISTORY_MB, maximum=MOST_HISTORY_MB, singleStep=64)
        self.history_mb.setValue(settings.history_mb)
        self.history_mb.setSuffix(" MB")
        experiments = [entry for entry in EXPERIMENTS if entry[0] == settings.method]  # no others are offered
        self.method = _choice(
            {method: translate("MethodPanel", name) for method, name, _ in (*METHODS, *experiments)},
            settings.method,
        )
        self.theme = _choice(
            {theme: translate("SettingsDialog", THEME_NAMES[theme]) for theme in THEMES}, settings.theme
        )
        languages = {"system": translate("SettingsDialog", "As the system"), **LANGUAGE_NAMES}
        self.language = _choice(languages, settings.language)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

        form = QFormLayout(self)
        form.setContentsMargins(20, 20, 20, 16)
        form.setVerticalSpacing(8)
        for name, field, sentence in (
            (
                translate("SettingsDialog", "Compute on"),
                self.device,
                translate("SettingsDialog", "Where repairs are computed, from the next one on."),
            ),
            (
                translate("SettingsDialog", "History in memory"),
                self.history_mb,
                translate("SettingsDialog", "Older states of a photo beyond this are put on disk."),
            ),
            (
                translate("SettingsDialog", "Usual method"),
                self.method,
                translate("SettingsDialog", "What is chosen when the editor starts."),
            ),
            (
                translate("SettingsDialog", "Colours"),
                self.theme,
                translate("SettingsDialog", "Light or dark windows."),
            ),
            (
                translate("SettingsDialog", "Language"),
                self.language,
                translate("SettingsDialog", "That of the window, from the next start on."),
            ),
        ):
            field.setAccessibleDescription(sentence)
            field.setMinimumWidth(230)
            hint = QLabel(sentence)
            hint.setProperty("role", "muted")
            form.addRow(name, field)
            form.addRow("", hint)
        form.addRow(buttons)

    def offer_devices(self, present: tuple[str, ...]) -> None:
        """Let only devices that are there be chosen; in place of one that is not, the best there is."""
        rows = self.device.model()
        assert isinstance(rows, QStandardItemModel)
        for row, (device, name) in enumerate(DEVICE_NAMES.items()):
            if device not in ("auto", *present):
                rows.item(row).setEnabled(False)
                absent = translate("SettingsDialog", "{device}: not found here")
                rows.item(row).setText(absent.format(device=translate("SettingsDialog", name)))
        if not rows.item(self.device.currentIndex()).isEnabled():
            self.device.setCurrentIndex(self.device.findData("auto"))

    def settings(self) -> Settings:
        """Return the settings as they are to be."""
        return replace(
            self._before,
            device=self.device.currentData(),
            history_mb=self.history_mb.value(),
            method=self.method.currentData(),
            theme=self.theme.currentData(),
            language=self.language.currentData(),
        )


def ask_for_settings(settings: Settings, engine: EngineHost, parent: QWidget) -> Settings:
    """Let the user change the settings; return them as they are to be, unchanged if the user gives up."""
    dialog = SettingsDialog(settings, parent)
    engine.devices_told.connect(dialog.offer_devices)
    engine.ask_for_devices()
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.settings() if accepted else settings


def _choice(names: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(box.findData(chosen))
    return box

"""What a batch is to do: its folders, where the damage is, and how it is repaired."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.batch.events import Batch, Recipe
from engine.errors import BadInputError
from engine.messages import TRAINED_STEPS
from gui.find_bar import SLIDER_STEPS
from gui.method_panel import METHODS, MethodPanel
from gui.settings import Settings
from gui.translation import translate

CHOOSE_WIDTH = 46


@dataclass(frozen=True)
class Chosen:
    """The photos to work on: those below ``folder``, or, of these, ``only`` the ones named."""

    folder: Path
    only: frozenset[str] | None = None


class BatchForm(QWidget):
    """Holds what is entered. Signal: ``changed``, with every change of it.

    ``method`` is the editor's panel: what the form does not ask for is as it is there. ``finds_damage``:
    whether there is a model for that.
    """

    changed = Signal()

    def __init__(
        self, method: MethodPanel, settings: Settings, finds_damage: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._method_panel = method
        self._settings = settings
        self._only: frozenset[str] | None = None
        self._proposed = ""  # output folder that follows from the input folder
        self.source = FolderField(translate("BatchForm", "The folder of photos"))
        self.target = FolderField(translate("BatchForm", "The folder for the repaired photos"))
        self.masks = FolderField(translate("BatchForm", "The folder of masks"))
        self._build_choices(finds_damage)
        self._lay_out()
        self.source.set_text(settings.batch_source)
        self.target.set_text(settings.batch_target)
        self.masks.set_text(settings.batch_masks)
        self.recursive.setChecked(settings.batch_recursive)
        self.sensitivity.setValue(round(settings.batch_sensitivity * SLIDER_STEPS))
        self.clean.setCurrentIndex(self.clean.findData(settings.batch_clean))
        self.take_method()
        self._connect()
        self._show_damage()

    def choose(self, chosen: Chosen) -> None:
        """Take these photos; they are repaired into a folder beside their own."""
        self.source.set_text(str(chosen.folder))
        self._only = chosen.only
        self.only.setVisible(chosen.only is not None)
        self.only.setChecked(chosen.only is not None)
        count = len(chosen.only or ())
        self.only.setText(translate("BatchForm", "Only the {count} dropped ones").format(count=count))
        self.changed.emit()  # the fields may have said the same before, of other photos

    def take_method(self) -> None:
        """Show method and steps as the editor's panel has them."""
        self.method.setCurrentIndex(max(self.method.findData(self._method_panel.method), 0))
        recipe = self._method_panel.recipe()
        if recipe is not None:
            self.steps.setValue(recipe.sampling.steps)

    def begun(self) -> None:
        """What was to be forgotten is: the next run goes on."""
        blocked = self.blockSignals(True)
        self.restart.setChecked(False)
        self.blockSignals(blocked)

    def remember(self) -> None:
        """Put what is entered into the settings, but for what may be asked of one batch only."""
        self._settings.batch_source = self.source.text()
        self._settings.batch_target = self.target.text()
        self._settings.batch_masks = "" if self.damage.currentData() else self.masks.text()
        self._settings.batch_recursive = self.recursive.isChecked()
        self._settings.batch_sensitivity = self.sensitivity.value() / SLIDER_STEPS
        self._settings.batch_clean = self.clean.currentData()

    def batch(self) -> Batch:
        """Return what is entered. Raises BadInputError for a folder that is missing here."""
        finding = self.damage.currentData()
        for field, name in ((self.source, self.source.name), (self.target, self.target.name)):
            _check_given(field.text(), name)
        if not finding:
            _check_given(self.masks.text(), self.masks.name)
        return Batch(
            Path(self.source.text()),
            Path(self.target.text()),
            None if finding else Path(self.masks.text()),
            self._recipe(finding),
            recursive=self.recursive.isChecked(),
            overwrite=self.overwrite.isChecked(),
            restart=self.restart.isChecked(),
            only=self._only if self.only.isChecked() else None,
        )

    def _recipe(self, finding: bool) -> Recipe:
        method = self.method.currentData()
        model, eraser = self._method_panel.models_for(method)
        return Recipe(
            sensitivity=self.sensitivity.value() / SLIDER_STEPS if finding else None,
            detector=self._settings.models.get("detector") if finding else None,
            method=method,
            model=model,
            eraser=eraser,
            feather=self._method_panel.feather,
            texture=self._method_panel.texture,
            sampling=replace(self._method_panel.sampling(), steps=self.steps.value()),
            clean=self.clean.currentData(),
        )

    def _build_choices(self, finds_damage: bool) -> None:
        self.damage = QComboBox()
        if finds_damage:
            self.damage.addItem(translate("BatchForm", "Find the damage"), True)
        self.damage.addItem(translate("BatchForm", "Masks in a folder"), False)
        if self._settings.batch_masks:
            self.damage.setCurrentIndex(self.damage.findData(False))
        self.sensitivity = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=SLIDER_STEPS)
        self.sensitivity.setToolTip(
            translate("BatchForm", "Left: only what is certainly damage. Right: everything that may be.")
        )
        self.clean = QComboBox()
        self.clean.addItem(translate("BatchForm", "Copy them as they are"), "copy")
        self.clean.addItem(translate("BatchForm", "Leave them out"), "skip")
        self.method = QComboBox()
        for method, name, _ in METHODS:
            self.method.addItem(translate("MethodPanel", name), method)
        self.steps = QSpinBox(minimum=0, maximum=TRAINED_STEPS)
        self.steps.setToolTip(
            translate(
                "BatchForm", "Network evaluations at full size. All else is as the editor's panel has it."
            )
        )
        self.recursive = QCheckBox(translate("BatchForm", "The folders in it too"))
        self.only = QCheckBox()
        self.only.hide()
        self.overwrite = QCheckBox(translate("BatchForm", "Replace files that are there"))
        self.overwrite.setToolTip(
            translate("BatchForm", "Files in the output folder that no batch has written  (--overwrite)")
        )
        self.restart = QCheckBox(translate("BatchForm", "Begin anew"))
        self.restart.setToolTip(
            translate(
                "BatchForm", "Forget what earlier runs into the output folder have finished  (--restart)"
            )
        )

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form = form
        for name, field in (
            (translate("BatchForm", "Photos in"), _column(self.source, self.recursive, self.only)),
            (
                translate("BatchForm", "Repaired photos into"),
                _column(self.target, self.overwrite, self.restart),
            ),
            (translate("BatchForm", "What is damaged"), self.damage),
            (translate("BatchForm", "Sensitivity"), self.sensitivity),
            (translate("BatchForm", "Masks in"), self.masks),
            (translate("BatchForm", "Photos without damage"), self.clean),
            (translate("BatchForm", "Method"), self.method),
            (translate("BatchForm", "Steps"), self.steps),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name)

    def _connect(self) -> None:
        self.source.changed.connect(self._propose)
        self.damage.currentIndexChanged.connect(self._show_damage)
        for folder in (self.source, self.target, self.masks):
            folder.changed.connect(self.changed)
        for box in (self.damage, self.clean, self.method):
            box.currentIndexChanged.connect(self.changed)
        for number in (self.sensitivity, self.steps):
            number.valueChanged.connect(self.changed)
        for choice in (self.recursive, self.only, self.overwrite, self.restart):
            choice.toggled.connect(self.changed)

    def _propose(self) -> None:
        """Name an output folder after the input folder, unless another one was chosen."""
        source = self.source.text().rstrip("/\\")
        if self.target.text() in ("", self._proposed, self._settings.batch_target):
            self._proposed = f"{source}-repaired" if source else ""
            self.target.set_text(self._proposed)
        self._only = None
        self.only.hide()
        self.only.setChecked(False)

    def _show_damage(self) -> None:
        finding = bool(self.damage.currentData())
        self._form.setRowVisible(self.sensitivity, finding)
        self._form.setRowVisible(self.masks, not finding)


class FolderField(QWidget):
    """A folder's path, typed or chosen. Signal: ``changed``."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._path = QLineEdit()
        self._path.setAccessibleName(name)
        self._choose = QPushButton("…")
        self._choose.setFixedWidth(CHOOSE_WIDTH)
        self._choose.setToolTip(translate("FolderField", "Choose a folder"))
        self._choose.setAccessibleName(self._choose.toolTip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._path, 1)
        row.addWidget(self._choose)
        self.setFocusProxy(self._path)
        self._path.textChanged.connect(self._show_whole)
        self._path.textChanged.connect(self.changed)
        self._choose.clicked.connect(self._ask)

    def text(self) -> str:
        """Return the path, empty if there is none."""
        return self._path.text().strip()

    def set_text(self, path: str) -> None:
        """Show this path."""
        self._path.setText(path)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.name, self.text())
        if chosen:
            self.set_text(chosen)

    def _show_whole(self, path: str) -> None:
        self._path.setToolTip(path)


def _check_given(path: str, name: str) -> None:
    if not path:
        raise BadInputError(translate("BatchForm", "{folder} is missing: choose it.").format(folder=name))


def _column(*parts: QWidget) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    widget.setFocusProxy(parts[0])
    return widget

"""The list of networks in the method panel: one choice for each kind of model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from engine.models import Kind, ModelInfo
from gui.translation import translate

WIDTH = 8
"""Letters for which there is room at least."""


class ModelChoice(QComboBox):
    """Our own model, one of those that were added, or a file; of the kind that is shown.

    Signal: ``picked`` (kind, name or file, None for our own), as the user chose.
    """

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = "prior"
        self._installed: list[ModelInfo] = []
        self._files: dict[Kind, list[str]] = {}
        self._chosen: dict[Kind, str] = {}
        self.setMinimumContentsLength(WIDTH)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._pick)
        self._fill()

    def chosen(self, kind: Kind) -> str | None:
        """Return the model chosen: None for our own, a name, or a checkpoint file."""
        return self._chosen.get(kind)

    def choose(self, kind: Kind, model: str | None) -> None:
        """Choose a model; one that was not offered is offered from now on."""
        if model is None:
            self._chosen.pop(kind, None)
        else:
            self._chosen[kind] = model
            known = {info.name for info in self._installed} | set(self._files.get(kind, ()))
            if model not in known:
                self._files.setdefault(kind, []).append(model)
        self._fill()

    def reset(self) -> None:
        """Choose our own models, as if the user did."""
        for kind in list(self._chosen):
            self.choose(kind, None)
            self.picked.emit(kind, None)

    def offer(self, installed: Sequence[ModelInfo]) -> None:
        """Offer these, which were added, besides our own and files."""
        self._installed = [info for info in installed if info.usable]
        names = {info.name for info in self._installed}
        for kind, files in self._files.items():
            self._files[kind] = [file for file in files if file not in names]
        self._fill()

    def show_kind(self, kind: Kind) -> None:
        """Show the choice among models of this kind."""
        self._kind = kind
        self._fill()

    def _fill(self) -> None:
        chosen = self.chosen(self._kind)
        self.clear()
        self.addItem(translate("ModelChoice", "The method's own"), None)
        for info in self._installed:
            if info.kind == self._kind:
                self.addItem(info.title, info.name)
        for file in self._files.get(self._kind, ()):
            self.addItem(Path(file).name, file)
        self.addItem(translate("ModelChoice", "Choose a file…"), None)
        self.setCurrentIndex(0 if chosen is None else self.findData(chosen))

    def _pick(self, index: int) -> None:
        model = self.itemData(index)
        if index == self.count() - 1:
            caption, kinds = (
                translate("ModelChoice", "Choose a model"),
                translate("ModelChoice", "Checkpoints (*)"),
            )
            file, _ = QFileDialog.getOpenFileName(self, caption, "", kinds)
            model = file or self.chosen(self._kind)
        self.choose(self._kind, model)
        self.picked.emit(self._kind, model)

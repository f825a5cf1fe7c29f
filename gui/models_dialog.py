"""The dialog of models: what there is, what can be done with it, and how that is getting on."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.messages import Progress
from engine.models import DEFAULTS, Kind, ModelInfo
from gui import models_text as text
from gui.first_size import first_size
from gui.message_bar import MessageBar
from gui.models_card import ModelCard
from gui.models_host import Errand
from gui.time_left import TimeLeft, in_words
from gui.translation import translate

SIZE = QSize(760, 540)
BAR_STEPS = 1000
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAME = Qt.ItemDataRole.UserRole
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


class ModelsDialog(QDialog):
    """Shows models, and asks for what the user wants done; stays open meanwhile, and may be closed.

    Signals: ``get_asked``, ``forget_asked``, ``remove_asked`` (name); ``add_asked`` (Path, and the name of
    the model that it should be, or None); ``use_asked`` (kind, name); ``stop_asked`` (bool: whether what was
    fetched is to be discarded).
    """

    get_asked = Signal(str)
    forget_asked = Signal(str)
    remove_asked = Signal(str)
    add_asked = Signal(object, object)
    use_asked = Signal(str, str)
    stop_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ModelsDialog", "Models"))
        self._models: dict[str, ModelInfo] = {}
        self._in_use: dict[Kind, str] = dict(DEFAULTS)
        self._busy = False
        self._time_left = TimeLeft()
        self.messages = MessageBar()
        self.list = _empty_list()
        self.card = ModelCard()
        self.add = QPushButton(translate("ModelsDialog", "Add a file…"))
        self.add.setToolTip(
            translate(
                "ModelsDialog", "A checkpoint that you have: recognised by what is in it, not by its name"
            )
        )
        self.close_button = QPushButton(translate("ModelsDialog", "Close"))
        self.progress = self._progress_row()
        self._lay_out()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the list must not begin a transfer
        self._connect()
        self.resize(first_size(self, SIZE))
        self.list.setFocus()

    def show_models(self, models: Sequence[ModelInfo], chosen: Mapping[Kind, str]) -> None:
        """List ``models``; ``chosen``: those in use instead of our own."""
        selected = self.selected
        self._models = {model.name: model for model in models}
        self._in_use = {**DEFAULTS, **chosen}
        self.list.clear()
        bold = self.list.font()
        bold.setBold(True)
        for kind in get_args(Kind):
            group = QTreeWidgetItem([text.kind_title(kind)])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFont(0, bold)
            self.list.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            of_kind = sorted((model for model in models if model.kind == kind), key=_is_missing)
            group.addChildren([self._row(model) for model in of_kind])
        self.list.expandAll()
        self.select(selected.name if selected else DEFAULTS["prior"])

    def select(self, name: str) -> None:
        """Show the model called ``name``, if there is one."""
        for item in self.list.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
            if item.data(0, NAME) == name:
                self.list.setCurrentItem(item)
        self._show_card()

    @property
    def selected(self) -> ModelInfo | None:
        """The model that is shown."""
        item = self.list.currentItem()
        return self._models.get(item.data(0, NAME)) if item else None

    def begin(self, errand: Errand) -> None:
        """Show that something is being done."""
        self._busy = True
        self._time_left = TimeLeft()
        self.messages.hide()
        self._show_stage(_begun(errand, self._models))
        self._bar.setRange(0, 0)
        self._pause.setVisible(errand.kind == "get")
        self._stop.setVisible(errand.kind != "remove")
        for button in (self._pause, self._stop):
            button.setEnabled(True)
        self.progress.show()
        self._show_card()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        left = self._time_left.seconds(progress.fraction, time.monotonic())
        known = progress.share is not None
        self._bar.setRange(0, BAR_STEPS if known else 0)
        self._bar.setValue(round(progress.fraction * BAR_STEPS))
        self._show_stage(text.stage(progress), in_words(left) if known and left is not None else "")

    def end(self) -> None:
        """It is done, or given up."""
        self._busy = False
        self.progress.hide()
        self._show_card()

    def accepts_licence(self, model: ModelInfo) -> bool:
        """Ask whether a licence that restricts is accepted."""
        sentence = translate(
            "ModelsDialog",
            "{title}\n\nLicence: {licence}\n\nThis forbids commercial use, or does not say what is allowed. "
            "Do you accept it?",
        ).format(title=model.title, licence=" \u00b7 ".join(filter(None, (model.licence, model.page))))
        return QMessageBox.question(self, translate("ModelsDialog", "Licence"), sentence, YES | NO, NO) == YES

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.messages)
        column.addWidget(self.list, 1)
        column.addWidget(self.card)
        column.addWidget(self.progress)
        column.addLayout(buttons)

    def _progress_row(self) -> QWidget:
        self._stage = QLabel()
        self._stage.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._rest = QLabel()
        self._rest.setProperty("role", "muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(translate("ModelsDialog", "Progress"))
        self._pause = QPushButton(translate("ModelsDialog", "Pause"))
        self._pause.setToolTip(translate("ModelsDialog", "What has come is kept: go on whenever you like"))
        self._stop = QPushButton(translate("ModelsDialog", "Cancel"))
        row = QHBoxLayout()
        row.addWidget(self._stage, 1)
        for part in (self._rest, self._pause, self._stop):
            row.addWidget(part)
        progress = QWidget()
        column = QVBoxLayout(progress)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._bar)
        progress.hide()
        return progress

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show_card)
        self.list.itemActivated.connect(self._use)
        self.card.use_asked.connect(self._use)
        self.card.get_asked.connect(lambda: self.selected and self.get_asked.emit(self.selected.name))
        self.card.forget_asked.connect(lambda: self.selected and self.forget_asked.emit(self.selected.name))
        self.card.remove_asked.connect(self._remove)
        self.card.add_asked.connect(lambda: self.selected and self._add(self.selected))
        self.add.clicked.connect(lambda: self._add(None))
        self.close_button.clicked.connect(self.reject)
        self._pause.clicked.connect(lambda: self._stop_with(discard=False))
        self._stop.clicked.connect(lambda: self._stop_with(discard=True))

    def _row(self, model: ModelInfo) -> QTreeWidgetItem:
        in_use = self._in_use[model.kind] == model.name
        item = QTreeWidgetItem([model.title, text.size(model.size), text.state(model, in_use)])
        item.setData(0, NAME, model.name)
        item.setToolTip(0, model.good_for)
        item.setTextAlignment(1, RIGHT)
        if _is_missing(model):
            for column in range(self.list.columnCount()):
                item.setForeground(column, self.palette().placeholderText())
        return item

    def _show_card(self) -> None:
        model = self.selected
        self.card.setVisible(model is not None)
        self.add.setEnabled(not self._busy)
        if model is not None:
            self.card.show_model(model, self._in_use[model.kind] == model.name, self._busy)

    def _show_stage(self, stage: str, rest: str = "") -> None:
        self._stage.setText(stage)
        self._rest.setText(rest)

    def _use(self) -> None:
        model = self.selected
        if model is not None and model.path is not None and model.usable:
            self.use_asked.emit(model.kind, model.name)
            self.list.setFocus()  # not the next button, which may be for removing

    def _add(self, model: ModelInfo | None) -> None:
        caption = translate("ModelsDialog", "Add a model")
        if model is not None:
            caption = translate("ModelsDialog", "Add the file of {title}").format(title=model.title)
        kinds = translate("ModelsDialog", "Checkpoints (*)")
        file, _ = QFileDialog.getOpenFileName(self, caption, "", kinds)
        if file:
            self.add_asked.emit(Path(file), model.name if model else None)

    def _remove(self) -> None:
        model = self.selected
        if model is None:
            return
        sentence = translate("ModelsDialog", "Remove {title}? Its file is deleted: {path}").format(
            title=model.title, path=model.path
        )
        if QMessageBox.question(self, translate("ModelsDialog", "Remove"), sentence, YES | NO, NO) == YES:
            self.remove_asked.emit(model.name)

    def _stop_with(self, discard: bool) -> None:
        self._show_stage(translate("ModelsDialog", "Stopping…"))
        self._pause.setEnabled(False)
        self._stop.setEnabled(False)
        self.stop_asked.emit(discard)


def _is_missing(model: ModelInfo) -> bool:
    return model.path is None


def _empty_list() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(translate("ModelsDialog", "Models"))
    tree.setHeaderLabels(
        [
            translate("ModelsDialog", "Model"),
            translate("ModelsDialog", "Size"),
            translate("ModelsDialog", "State"),
        ]
    )
    tree.headerItem().setTextAlignment(1, RIGHT)
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setIndentation(14)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _begun(errand: Errand, models: Mapping[str, ModelInfo]) -> str:
    model = models.get(errand.subject)
    match errand.kind:
        case "get":
            sentence = translate("ModelsDialog", "Fetching {what}…")
        case "add":
            sentence = translate("ModelsDialog", "Adding {what}…")
        case "remove":
            sentence = translate("ModelsDialog", "Removing {what}…")
    return sentence.format(what=model.title if model else errand.subject)

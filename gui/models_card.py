"""All there is to know of one model, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.models import ModelInfo
from gui import models_text as text
from gui.translation import translate


class ModelCard(QWidget):
    """Shows one model. Signals, named like the buttons: that something is to be done with it."""

    use_asked = Signal()
    get_asked = Signal()
    add_asked = Signal()
    forget_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ""
        self._title = _label()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(False)
        self._name = _label()
        self._name.setProperty("role", "muted")
        self._name.setWordWrap(False)
        self._good_for, self._licence, self._place = _label(), _label(), _label()
        self.use, self.get = QPushButton(), QPushButton()
        self.add = QPushButton(translate("ModelCard", "Add its file…"))
        self.add.setToolTip(
            translate("ModelCard", "You have this model's file already, whatever it is called")
        )
        self.forget = QPushButton(translate("ModelCard", "Discard what came"))
        self.remove = QPushButton(translate("ModelCard", "Remove…"))
        self.open_page = QPushButton(translate("ModelCard", "Open its page"))

        heading = QHBoxLayout()
        heading.addWidget(self._title)
        heading.addWidget(self._name)
        heading.addStretch(1)
        facts = QFormLayout()
        facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, label in (
            (translate("ModelCard", "Good for"), self._good_for),
            (translate("ModelCard", "Licence"), self._licence),
            (translate("ModelCard", "Where"), self._place),
        ):
            facts.addRow(name, label)
        buttons = QHBoxLayout()
        for button in (self.use, self.get, self.forget, self.open_page, self.add, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addLayout(facts)
        column.addLayout(buttons)

        self.use.clicked.connect(self.use_asked)
        self.get.clicked.connect(self.get_asked)
        self.add.clicked.connect(self.add_asked)
        self.forget.clicked.connect(self.forget_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.open_page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))

    def show_model(self, model: ModelInfo, in_use: bool, busy: bool) -> None:
        """Show a model; ``busy``: while something is done with models, nothing else can be."""
        self._page = model.page
        self._title.setText(model.title)
        self._name.setText(model.name)
        self._good_for.setText(model.good_for or translate("ModelCard", "not known"))
        here = model.path is not None
        licence = model.licence
        if model.restricted and not here:
            licence = translate("ModelCard", "{licence}. To be accepted before use.").format(licence=licence)
        self._licence.setText(licence)
        self._place.setText(text.place(model))
        self.use.setText(translate("ModelCard", "In use") if in_use else text.use_title(model.kind))
        self.get.setText(_get_title(model))
        for button, offered, enabled in (
            (self.use, here and model.usable, not in_use),
            (self.get, model.origin == "get", not busy),
            (self.add, not here, not busy),
            (self.forget, model.origin == "get" and model.fetched > 0, not busy),
            (self.remove, model.origin == "installed", not busy),
            (self.open_page, bool(model.page), True),
        ):
            button.setVisible(offered)
            button.setEnabled(enabled)


def _get_title(model: ModelInfo) -> str:
    if model.fetched:
        return translate("ModelCard", "Go on fetching")
    if model.size is None:
        return translate("ModelCard", "Get")
    return translate("ModelCard", "Get ({size})").format(size=text.size(model.size))


def _label() -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label

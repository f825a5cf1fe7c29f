"""One sentence above the photo, with details for those who want them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from engine.errors import Failure
from gui.theme import set_property
from gui.translation import in_our_words, translate

Severity = Literal["info", "error"]

INFO_SHOWN_MS = 6000


class MessageBar(QFrame):
    """Shows the newest message. Errors stay until closed; what is only good to know goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton(translate("MessageBar", "Details"), checkable=True)
        self._copy = QPushButton(translate("MessageBar", "Copy"))
        self._close = QPushButton(translate("MessageBar", "Close"))
        self._detail = QPlainTextEdit(readOnly=True)
        self._detail.setFixedHeight(150)
        self._detail.setAccessibleName(translate("MessageBar", "Details of the message"))
        self._timer = QTimer(self, singleShot=True, interval=INFO_SHOWN_MS)

        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        self._answers = QHBoxLayout()
        row.addLayout(self._answers)
        for button in (self._copy, self._more, self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        column.addWidget(self._detail)

        self._more.toggled.connect(self._detail.setVisible)
        self._more.toggled.connect(self._copy.setVisible)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._detail.toPlainText()))
        self._close.clicked.connect(self.hide)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or an empty one."""
        return self._text.text() if self.isVisibleTo(self.parentWidget()) else ""

    def inform(self, sentence: str) -> None:
        """Show something good to know, for a while."""
        self._show("info", sentence, "")
        self._timer.start()

    def warn(self, sentence: str) -> None:
        """Show what is wrong, until closed."""
        self._show("error", sentence, "")

    def fail(self, failure: Failure) -> None:
        """Show why something failed. Only what nobody foresaw comes with details."""
        self._show("error", failure.message, failure.detail)

    def offer(self, sentence: str, answers: Mapping[str, Callable[[], object]]) -> None:
        """Show what can be done, with a button for each answer, the usual one first, until one is given."""
        self._show("info", sentence, "")
        for name, do in answers.items():
            button = QPushButton(name)
            button.setProperty("primary", self._answers.count() == 0)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked, do=do: do())
            self._answers.addWidget(button)

    def _show(self, severity: Severity, sentence: str, detail: str) -> None:
        self._timer.stop()
        while (answer := self._answers.takeAt(0)) is not None:
            answer.widget().hide()
            answer.widget().deleteLater()
        self._text.setText(in_our_words(sentence))
        self._detail.setPlainText(detail)
        self._more.setChecked(False)
        self._more.setVisible(bool(detail))
        self._copy.hide()
        self._detail.hide()
        set_property(self, "severity", severity)
        self.show()

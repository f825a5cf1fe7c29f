"""Says what is being done, if that takes longer than a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui.message_bar import MessageBar

PATIENCE_MS = 400
"""What takes longer than this is mentioned."""


class Patience(QObject):
    """Mentions one thing at a time, and takes it back when it is over."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._doing = ""
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(lambda: messages.inform(self._doing))

    def begin(self, doing: str) -> None:
        """Mention ``doing``, a sentence, unless it is over soon."""
        self._doing = doing
        self._timer.start()

    def over(self) -> None:
        """It has ended: it need not be mentioned any more."""
        self._timer.stop()
        if self._messages.text == self._doing:
            self._messages.hide()

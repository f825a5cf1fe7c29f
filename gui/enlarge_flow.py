"""An enlargement as the user meets it: one command, watched like a repair, one step of the history."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from engine.errors import BadInputError
from gui.canvas import Canvas
from gui.document import Document
from gui.enlarge_task import Enlargement, EnlargeTask
from gui.message_bar import MessageBar
from gui.method_panel import MethodPanel
from gui.translation import decimal, translate
from gui.watch import Job, Watch

LOCK = QT_TRANSLATE_NOOP("EnlargeFlow", "The photo is being enlarged: wait for it or cancel it first.")


class EnlargeFlow(QObject):
    """Doubles the size of the photo; what is marked stays marked."""

    def __init__(
        self, document: Document, watch: Watch, canvas: Canvas, method: MethodPanel, messages: MessageBar
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._watch = watch
        self._canvas = canvas
        self._method = method
        self._messages = messages

    def enlarge(self) -> None:
        """Double the size of the photo."""
        if not self._watch.idle:
            return
        panel = self._method
        try:
            sampling = panel.enlarging()
        except BadInputError as error:
            self._messages.warn(str(error))
            return
        task = EnlargeTask(self._document.picture, panel.route, sampling, panel.prior)
        self._watch.start(Job(task, translate("EnlargeFlow", LOCK), self._enlarged, self._cancelled))

    def _enlarged(self, enlargement: Enlargement) -> str:
        self._canvas.painter.release()  # a stroke could not go on: its points are another size's
        self._document.add_enlargement(enlargement)
        height, width = enlargement.picture.shape
        return translate("EnlargeFlow", "Enlarged to {width} x {height} pixels in {seconds} s").format(
            width=width, height=height, seconds=decimal(enlargement.result.seconds)
        )

    def _cancelled(self) -> None:
        self._messages.inform(
            translate("EnlargeFlow", "The enlargement was cancelled: the photo is as it was.")
        )

"""Variants as the user meets them: made one after the other, compared, and one of them taken."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from gui.canvas import Canvas
from gui.document import Document
from gui.message_bar import MessageBar
from gui.translation import translate
from gui.variants_panel import VariantsPanel
from gui.variants_task import Variant, Variants, VariantsTask
from gui.watch import Job, Watch

LOCK = QT_TRANSLATE_NOOP("VariantsFlow", "Variants are being made: wait for them or cancel them first.")
CHOOSE = QT_TRANSLATE_NOOP(
    "VariantsFlow", "There are variants to choose from: take one of them, or discard them, first."
)


class VariantsFlow(QObject):
    """Connects the job with the panel in which one variant is chosen. Signal: ``choosing_changed`` (bool).

    Until one is chosen, nothing has been done to the photo.
    """

    choosing_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        watch: Watch,
        canvas: Canvas,
        panel: VariantsPanel,
        messages: MessageBar,
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._watch = watch
        self._canvas = canvas
        self._panel = panel
        self._messages = messages
        self._task: VariantsTask | None = None
        self._making = False
        self._cut_short = False
        self._taken: Variant | None = None
        watch.progressed.connect(self._progressed)
        panel.looked_at.connect(self._look)
        panel.taken.connect(self._take)
        panel.discarded.connect(self.discard)
        document.opened.connect(self._forget)

    @property
    def choosing(self) -> bool:
        """True from the end of the job until a variant is taken, or none."""
        return self._task is not None and not self._making

    def start(self, task: VariantsTask) -> None:
        """Make the variants."""
        self._task, self._making, self._taken = task, True, None
        self._cut_short = False
        self._panel.begin(task.count)
        lock = translate("VariantsFlow", LOCK)
        self._watch.start(Job(task, lock, self._made, self._cancelled, self._failed, with_film=False))

    def escape(self) -> None:
        """Discard the variants, but not those that a cancel has left: Esc may have been pressed once more."""
        if self._cut_short:
            self._messages.inform(
                translate(
                    "VariantsFlow",
                    "The variants that were finished are kept: use one of them, or click Discard.",
                )
            )
        else:
            self.discard()

    def discard(self) -> None:
        """Take none: photo and mask are as they were."""
        if self.choosing:
            self._forget()
            self._messages.inform(
                translate("VariantsFlow", "The variants were discarded: photo and mask are as they were.")
            )

    def _progressed(self) -> None:
        if self._task is not None:
            self._panel.add(self._task.variants)

    def _made(self, variants: Variants) -> str:
        """Have one of them chosen, unless that was done while the others were being made."""
        self._making = False
        if self._taken is not None:
            self._enter(self._taken)
        else:
            self._document.lock(translate("VariantsFlow", CHOOSE))
            self.choosing_changed.emit(True)
            self._panel.choose_from(variants)
            self._look()
        return ""

    def _cancelled(self) -> None:
        if not self._choose_from_finished():
            self._messages.inform(
                translate("VariantsFlow", "The repair was cancelled: photo and mask are as they were.")
            )

    def _failed(self) -> None:
        self._choose_from_finished()

    def _choose_from_finished(self) -> bool:
        """Have one of those chosen that were made before the job ended early; False if there are none."""
        assert self._task is not None
        variants = self._task.variants
        if variants.finished:
            self._cut_short = True
            self._made(variants)
        else:
            self._forget()
        return bool(variants.finished)

    def _look(self) -> None:
        """Show what the panel says; while nothing is marked there, what is being made."""
        if self._task is None:
            return
        chosen = self._panel.chosen
        spread = self._task.variants.spread if self._panel.shows_map else None
        self._watch.look_at(spread or (chosen.frame if chosen is not None else None))

    def _take(self) -> None:
        """Make the variant that is marked the photo; those still to be made are not needed any more."""
        variant = self._panel.chosen
        if variant is None or self._task is None:
            return
        if self._making:
            self._taken = variant
            self._watch.cancel()
        else:
            self._enter(variant)

    def _enter(self, variant: Variant) -> None:
        self._forget()
        self._canvas.painter.interrupted(lambda: self._document.add_repair(variant.outcome))
        self._canvas.setFocus()

    def _forget(self) -> None:
        was_choosing = self.choosing
        self._task, self._making = None, False
        self._panel.end()
        self._watch.look_at(None)
        if was_choosing:
            self._document.locked = False
            self.choosing_changed.emit(False)

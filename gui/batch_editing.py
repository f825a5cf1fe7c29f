"""A photo of a batch in the editor: opened with its mask, which is corrected, and repaired again with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from engine.batch.events import Batch
from engine.messages import Photo
from gui.background import Background
from gui.batch_flow import BatchFlow
from gui.batch_rows import Row
from gui.batch_run import BatchFunctions
from gui.file_host import FileHost
from gui.hole_layer import HoleLayer
from gui.main_window import MainWindow
from gui.translation import translate


@dataclass(frozen=True, eq=False)
class _Opening:
    """The ``row`` of a ``batch`` to be seen in the editor, and the file of its mask if there is one."""

    batch: Batch
    row: Row
    mask: Path | None

    @property
    def path(self) -> Path:
        return (self.batch.source / self.row.photo).absolute()


class BatchEditing(QObject):
    """Connects the rows of a batch with the editor."""

    def __init__(
        self, flow: BatchFlow, window: MainWindow, files: FileHost, functions: BatchFunctions
    ) -> None:
        super().__init__(window)
        self._flow, self._window, self._files, self._functions = flow, window, files, functions
        self._bar = window.batch_bar
        self._background = Background("batch masks", self)
        self._opening: _Opening | None = None
        self._opened: _Opening | None = None
        self._awaited: str | None = None  # what was asked to be repaired again last
        flow.view.open_asked.connect(self._look_for_mask)
        flow.batch_changed.connect(self._forget_other_batches)
        flow.ended.connect(self._tell_what_became)
        window.document.opened.connect(self._show_opened)
        self._bar.again_asked.connect(self._correct)

    def shutdown(self) -> None:
        """End the thread."""
        self._background.shutdown()

    def _look_for_mask(self, row: Row) -> None:
        if self._flow.batch is not None:
            batch = self._flow.batch
            self._background.submit(
                partial(self._functions.mask_used, batch, row.photo, row.item),
                lambda mask: self._open(_Opening(batch, row, mask)),
                self._window.messages.fail,
            )

    def _open(self, opening: _Opening) -> None:
        self._opening = opening
        self._window.activateWindow()
        self._window.file_flow.open([opening.path])

    def _show_opened(self) -> None:
        photo, opening = self._window.document.photo, self._opening
        self._opened = (
            opening if opening is not None and photo is not None and photo.path == opening.path else None
        )
        self._bar.show_photo(self._opened.row.name if self._opened is not None else "")
        if self._opened is not None and self._opened.mask is not None:
            self._files.read_mask(self._opened.mask, self._window.document.picture.shape)

    def _correct(self) -> None:
        """Keep the mask as it is now, then have the photo repaired with it."""
        document, opened = self._window.document, self._opened
        if opened is None:
            return
        if document.picture is not document.original:
            self._window.messages.warn(
                translate(
                    "BatchEditing",
                    "The batch repairs the photo as its folder has it: undo first what was done to it here.",
                )
            )
            return
        hole, photo, name = document.hole.snapshot(), document.photo, opened.row.photo
        self._background.submit(
            lambda: self._functions.correct_mask(opened.batch, name, hole.frozen()),
            lambda _: self._corrected(photo, hole, name),
            self._window.messages.fail,
        )

    def _corrected(self, photo: Photo | None, hole: HoleLayer, name: str) -> None:
        if self._window.document.photo is photo:
            self._window.document.mark_mask_saved(hole)
        if self._flow.busy:
            self._window.messages.inform(
                translate(
                    "BatchEditing", "The mask is kept; the photo is repaired again when the batch is done."
                )
            )
        self._awaited = name
        self._flow.repair_again([name])

    def _tell_what_became(self, batch: Batch) -> None:
        """Say how the photo came out that was repaired again last."""
        if self._awaited is None or self._awaited not in (batch.only or ()):
            return
        row, self._awaited = self._flow.rows.row(self._awaited), None
        if row is not None and row.sentence:
            self._window.messages.warn(row.sentence)
        elif row is not None and row.state != "waiting":
            text = translate("BatchEditing", "{name} was repaired again; the batch has the new one.")
            self._window.messages.inform(text.format(name=row.name))

    def _forget_other_batches(self) -> None:
        """A photo of a batch that is no longer listed cannot be repaired again in it."""
        opened, batch = self._opened, self._flow.batch
        if opened is None or batch is None:
            return
        if (batch.source, batch.target) != (opened.batch.source, opened.batch.target):
            self._opening = self._opened = None
            self._bar.show_photo("")

"""What is done to the mask in one go: similar colours, single pieces, growing and shrinking.

On a large photo each takes up to a second, so it is worked out beside the window's thread, from the mask as
it is when its turn comes; what is painted meanwhile stays.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from math import floor

from PySide6.QtCore import QObject, Signal

from engine.errors import Failure
from gui.background import Background
from gui.brush import Point
from gui.document import Document
from gui.flood import flood, piece_near
from gui.grow import inner_rim, outer_rim
from gui.hole_layer import HoleLayer
from gui.message_bar import MessageBar
from gui.patience import Patience
from gui.picture import Picture
from gui.region import Pixel, Region
from gui.tools import Painter, Toolbox, label_of
from gui.translation import translate

Work = Callable[[], Region | None]


class MaskFlow(QObject):
    """Signal: ``piece_going`` (Region), before a single piece is unmarked."""

    piece_going = Signal(object)

    def __init__(
        self, document: Document, painter: Painter, toolbox: Toolbox, messages: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._painter, self._toolbox = document, painter, toolbox
        self._messages = messages
        self._patience = Patience(messages, self)
        self._background = Background("mask", self)
        self._waiting: deque[Callable[[], None]] = deque()
        self._working = False
        painter.flood_asked.connect(self.flood)
        painter.piece_picked.connect(self.remove_piece)
        document.opened.connect(self._waiting.clear)
        document.resized.connect(self._waiting.clear)

    def grow(self) -> None:
        """Mark what is within the toolbox's distance of what is marked."""
        self._in_turn(partial(self._move_edge, True, self._toolbox.rim_px))

    def shrink(self) -> None:
        """Unmark what is within the toolbox's distance of what is not marked."""
        self._in_turn(partial(self._move_edge, False, self._toolbox.rim_px))

    def flood(self, point: Point, marking: bool) -> None:
        """Mark or unmark what looks like the pixel at ``point``."""
        tolerance, contiguous = self._toolbox.tolerance, self._toolbox.contiguous
        self._in_turn(partial(self._flood, _pixel(point), tolerance, contiguous, marking))

    def remove_piece(self, point: Point, reach: float) -> None:
        """Unmark the connected piece of the mask at ``point``, or the nearest within ``reach`` pixels."""
        self._in_turn(partial(self._remove_piece, _pixel(point), floor(reach)))

    def shutdown(self) -> None:
        """End the thread."""
        self._waiting.clear()
        self._background.shutdown()

    def _move_edge(self, outwards: bool, pixels: int) -> None:
        hole = self._document.hole.snapshot()
        if hole.is_empty():
            self._messages.inform(translate("MaskFlow", "The mask is empty: mark something first."))
            return
        if outwards:
            rim, doing = outer_rim, translate("MaskFlow", "Growing the mask…")
            label = translate("MaskFlow", "Grow by {pixels} px").format(pixels=pixels)
        else:
            rim, doing = inner_rim, translate("MaskFlow", "Shrinking the mask…")
            label = translate("MaskFlow", "Shrink by {pixels} px").format(pixels=pixels)
        self._work(
            doing,
            lambda: rim(hole.array, hole.marked_box(), pixels),
            lambda region: self._document.paint(label, region, outwards),
        )

    def _flood(self, pixel: Pixel, tolerance: int, contiguous: bool, marking: bool) -> None:
        picture = self._document.picture
        label = label_of("flood", marking)
        if _inside(pixel, picture):
            self._work(
                translate("MaskFlow", "Looking for similar colours…"),
                lambda: flood(picture.image(), pixel, tolerance, contiguous),
                lambda region: self._document.paint(label, region, marking),
            )

    def _remove_piece(self, pixel: Pixel, reach: int) -> None:
        hole = self._document.hole.snapshot()

        def remove(piece: Region) -> None:
            self.piece_going.emit(piece)
            self._document.paint(label_of("pick"), piece, False)

        self._work(
            translate("MaskFlow", "Looking for the piece…"),
            lambda: piece_near(hole.array, pixel, reach),
            remove,
            translate("MaskFlow", "There is no marked piece here: click on one to remove it."),
        )

    def _in_turn(self, begin: Callable[[], None]) -> None:
        """Begin when all that was asked for before is done, so that each starts from what the last made."""
        if self._document.is_open:
            self._waiting.append(begin)
            self._next()

    def _next(self) -> None:
        while self._waiting and not self._working:
            self._waiting.popleft()()

    def _work(self, doing: str, work: Work, use: Callable[[Region], object], nothing: str = "") -> None:
        """Have a region worked out and used, unless the photo is another by then.

        ``doing`` and ``nothing``: what to say if it takes long, and if there is no region.
        """
        self._working = True
        self._patience.begin(doing)
        self._background.submit(work, partial(self._done, self._document.hole, use, nothing), self._failed)

    def _done(
        self, hole: HoleLayer, use: Callable[[Region], object], nothing: str, region: Region | None
    ) -> None:
        self._over()
        if self._document.hole is hole:
            if region is not None:
                self._painter.interrupted(partial(use, region))
            elif nothing:
                self._messages.inform(nothing)
        self._next()

    def _over(self) -> None:
        self._working = False
        self._patience.over()

    def _failed(self, failure: Failure) -> None:
        self._over()
        self._messages.fail(failure)
        self._next()


def _pixel(point: Point) -> Pixel:
    return floor(point[1]), floor(point[0])


def _inside(pixel: Pixel, picture: Picture) -> bool:
    return all(0 <= at < side for at, side in zip(pixel, picture.shape, strict=True))

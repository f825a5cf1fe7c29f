"""What the canvas shows of a document, and how it is drawn."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from engine.messages import Box
from gui.boxes import scaled
from gui.document import Document
from gui.doubled import at_size_of
from gui.film import Frame
from gui.overlay import draw_grid, draw_split
from gui.scene import Scene
from gui.split import Split
from gui.tile_painter import TilePainter, device_rect
from gui.view import Size, View


class Stage:
    """The document's picture, or a moment of a repair, with the mask over it.

    Instead of it, or on the left of a line, the photo as it was opened. After attributes were changed, call
    :meth:`refresh`.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._now, self._before = TilePainter(), TilePainter()
        self._scale = 1
        self.frame: Frame | None = None
        self.comparing = False
        self.mask_shown = True
        self.grid_shown = True
        self.split = Split()

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to show."""
        return self._now.scene is None

    @property
    def photo_size(self) -> tuple[int, int]:
        """(W, H) of the document's picture, whatever is shown of it."""
        height, width = self._document.picture.shape
        return width, height

    def refresh(self) -> None:
        """Show what the document and the attributes now say."""
        if not self._document.is_open:
            return
        scene = self._original() if self.comparing else self._current()
        self._scale = scene.picture.shape[0] // self._document.picture.shape[0]
        self._now.show(scene)
        self._before.show(self._original() if self.split.shown else None)

    def hole_changed(self, box: Box, view: View) -> QRect | None:
        """The mask was painted on inside ``box``; return where that shows, in device pixels, if it does."""
        box = scaled(box, self._scale)
        self._now.hole_changed(box)
        shown = self._now.scene is not None and self._now.scene.hole is not None
        return device_rect(self._in_scene(view), box) if shown else None

    def draw(self, painter: QPainter, view: View, exposed: QRect, canvas: Size, ratio: float) -> bool:
        """Draw what is ``exposed`` of a canvas of this size, in device pixels, ``ratio`` to a logical one.

        Returns False if time was up before all was drawn.
        """
        complete = self._now.draw(painter, self._in_scene(view), exposed)
        if self.split.shown:
            left = QRect(0, 0, round(self.split.x(canvas[0])), math.ceil(canvas[1])).intersected(exposed)
            painter.setClipRect(left)
            complete &= left.isEmpty() or self._before.draw(painter, view, left)
            painter.setClipping(False)
        if self.grid_shown:
            draw_grid(painter, view, self.photo_size, exposed, ratio)
        if self.split.shown:
            draw_split(painter, self.split.x(canvas[0]), canvas[1], ratio)
        return complete

    def _current(self) -> Scene:
        picture = self.frame.picture if self.frame else self._document.picture
        return Scene(picture, self._document.hole if self.mask_shown else None, self.frame)

    def _original(self) -> Scene:
        """The photo as it was opened: copied, where it has 16 bits and has been enlarged since."""
        return Scene(at_size_of(self._document.original, self._document.picture))

    def _in_scene(self, view: View) -> View:
        """The view in pixels of the scene: twice as fine as the photo's while an enlargement is watched."""
        return view.finer(self._scale)

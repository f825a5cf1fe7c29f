"""The film strip: the steps of a repair in a row, to be run through with the pointer or the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.film import Film, Frame
from gui.images import to_qimage
from gui.translation import translate

CELL = 60
GAP = 4


class FilmStrip(QWidget):
    """Shows a film. Signal: ``chosen`` (a Frame, or None for the newest again)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = Film()
        self._images: dict[Frame, QImage] = {}
        self._current: Frame | None = None
        self.setFixedHeight(CELL + 2 * GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("FilmStrip", "Steps of the repair"))
        self.setToolTip(
            translate(
                "FilmStrip", "Click or drag to see a step; arrow keys move on; Esc goes back to the result"
            )
        )

    @property
    def current(self) -> Frame | None:
        """The frame looked at, or None for the newest."""
        return self._current

    def show_film(self, film: Film) -> None:
        """Show a film, or what was added to it."""
        self._film = film
        self._images = {frame: self._images.get(frame) or _square(frame) for frame in film.frames}
        if self._current not in self._images:
            self._current = None
        self.update()

    def choose(self, frame: Frame | None) -> None:
        """Look at a frame of the film, or at the newest again."""
        if frame is not self._current:
            self._current = frame
            self.update()
            self.chosen.emit(frame)

    def frame_at(self, x: float) -> Frame | None:
        """Return the frame at a place of the strip: all of them are spread over its length."""
        frames = self._film.frames
        if not frames:
            return None
        index = int(x / max(self._length(), 1) * len(frames))
        return frames[min(max(index, 0), len(frames) - 1)]

    def _cells(self) -> int:
        """Return how many frames are drawn: as many as there is room for."""
        return min(len(self._film.frames), max(1, self.width() // (CELL + GAP)))

    def _length(self) -> int:
        return self._cells() * (CELL + GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many frames as fit, and mark the one looked at."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frames, cells = self._film.frames, self._cells()
        for cell in range(cells if frames else 0):
            first, after = cell * len(frames) // cells, (cell + 1) * len(frames) // cells
            shown = frames[first:after]
            marked = self._current in shown if self._current else cell == cells - 1
            frame = self._current if marked and self._current else shown[-1]
            rect = QRect(cell * (CELL + GAP) + 2, GAP, CELL, CELL)
            self._draw(painter, rect, self._images[frame], marked)

    def _draw(self, painter: QPainter, rect: QRect, image: QImage, marked: bool) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(rect), 5, 5)
        painter.save()
        painter.setClipPath(outline)
        painter.drawImage(rect, image)
        painter.restore()
        colour = self.palette().highlight() if marked else self.palette().mid()
        painter.setPen(QPen(colour, 2.5 if marked else 1))
        painter.drawPath(outline)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the frame under the pointer."""
        self.choose(self.frame_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Run through the frames."""
        self.choose(self.frame_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on by one frame, or to either end."""
        frames = self._film.frames
        here = frames.index(self._current) if self._current else len(frames) - 1
        target = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(frames) - 1,
        }.get(Qt.Key(event.key()))
        if target is None or not frames:
            super().keyPressEvent(event)
        else:
            self.choose(frames[min(max(target, 0), len(frames) - 1)])

    def sizeHint(self) -> QSize:
        """Ten frames."""
        return QSize(10 * (CELL + GAP), CELL + 2 * GAP)


def _square(frame: Frame) -> QImage:
    """Return the middle of a frame's thumbnail, as a square."""
    assert frame.thumbnail is not None
    height, width = frame.thumbnail.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return to_qimage(frame.thumbnail[top : top + side, left : left + side])

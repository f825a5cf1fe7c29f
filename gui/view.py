"""Where the photo lies in the canvas: zoom and offset, and the maps between their coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from gui.brush import Point

SMALLEST_ZOOM, LARGEST_ZOOM = 1 / 64, 64.0

Size = tuple[float, float]
"""(width, height)."""


@dataclass(frozen=True)
class View:
    """Device pixel = image pixel * zoom + offset: at zoom 1 a pixel of the photo is one of the screen."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_image(self, point: Point) -> Point:
        """Return where a point of the canvas lies in the photo."""
        return (point[0] - self.x) / self.zoom, (point[1] - self.y) / self.zoom

    def to_device(self, point: Point) -> Point:
        """Return where a point of the photo lies in the canvas."""
        return point[0] * self.zoom + self.x, point[1] * self.zoom + self.y

    def zoomed(self, factor: float, at: Point) -> View:
        """Return the view zoomed by ``factor`` with the photo under the canvas point ``at`` kept there."""
        zoom = min(max(self.zoom * factor, SMALLEST_ZOOM), LARGEST_ZOOM)
        x, y = self.to_image(at)
        return View(zoom, at[0] - x * zoom, at[1] - y * zoom)

    def panned(self, dx: float, dy: float) -> View:
        """Return the view moved by a distance in device pixels."""
        return View(self.zoom, self.x + dx, self.y + dy)

    def centred_on(self, point: Point, canvas: Size) -> View:
        """Return the view with a point of the photo in the middle of a canvas of this size."""
        return View(self.zoom, canvas[0] / 2 - point[0] * self.zoom, canvas[1] / 2 - point[1] * self.zoom)

    def finer(self, times: float) -> View:
        """Return the same view in pixels of which ``times`` as many make up a side of the photo."""
        return View(self.zoom / times, self.x, self.y)

    def kept_in_sight(self, photo: Size, canvas: Size) -> View:
        """Return the view moved as little as needed so that no side shows more emptiness than it must.

        A photo smaller than the canvas is centred; a larger one may be moved until its edge has come
        half way in, so that corners can be worked on in the middle of the canvas.
        """
        return View(
            self.zoom,
            _kept(self.x, photo[0] * self.zoom, canvas[0]),
            _kept(self.y, photo[1] * self.zoom, canvas[1]),
        )

    @property
    def level(self) -> int:
        """The pyramid's level to draw: the smallest that has a pixel for each of the screen."""
        level = 0
        while self.zoom * 2 ** (level + 1) <= 1:
            level += 1
        return level


def fitted(photo: Size, canvas: Size, margin: float) -> View:
    """Return the view that shows the whole photo, centred, with ``margin`` device pixels around it.

    Photos smaller than the canvas are shown at their own size, not enlarged.
    """
    room = max(canvas[0] - 2 * margin, 1), max(canvas[1] - 2 * margin, 1)
    zoom = min(room[0] / photo[0], room[1] / photo[1], 1.0)
    return View(zoom).kept_in_sight(photo, canvas)


def _kept(offset: float, length: float, room: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(max(offset, room / 2 - length), room / 2)

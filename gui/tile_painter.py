"""Draws a scene, each frame within a time budget.

Only tiles that changed are made again and only what is exposed is drawn: what does not fit into one frame is
shown coarsely and made in the next, so that a photo of any size stays fluid.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from engine.messages import Box
from gui.boxes import scaled, tile_box, tile_indices
from gui.images import to_qimage
from gui.picture import TILE, TileKey
from gui.scene import Scene
from gui.tile_cache import TileCache
from gui.view import View

BUDGET_S = 0.004
"""Time for making tiles in one paint event: half of what a stroke's event may take in all."""

CRISP_ZOOM = 2.0
"""From here on pixels are shown as squares."""


class TilePainter:
    """Draws one scene after another. Views given to it are in pixels of the scene."""

    def __init__(self) -> None:
        self.scene: Scene | None = None
        self._tiles = TileCache()

    def show(self, scene: Scene | None) -> None:
        """Draw another scene from now on, or none."""
        self.scene = scene
        if scene is None:
            self._tiles = TileCache()
        else:
            self._tiles.set_scene(scene)

    def hole_changed(self, box: Box) -> None:
        """The mask was painted on inside ``box``, in pixels of the scene."""
        self._tiles.hole_changed(box)

    def draw(self, painter: QPainter, view: View, exposed: QRect) -> bool:
        """Draw the tiles in ``exposed`` (device pixels); return False if time was up before the last."""
        if self.scene is None:
            return True
        level = min(view.level, self.scene.picture.levels - 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < CRISP_ZOOM)
        deadline = time.perf_counter() + BUDGET_S
        made, missing = 0, 0
        for key, target in _visible(self.scene, view, level, exposed):
            image = self._tiles.peek(key)
            if image is None and (made == 0 or time.perf_counter() < deadline):
                image = self._tiles.make(key)
                made += 1
            if image is None:
                missing += 1
                image = self._tiles.outdated(key)
            if image is not None:
                painter.drawImage(target, image)
            else:
                _draw_coarsely(painter, self.scene, view, target)
        return missing == 0


def device_rect(view: View, box: Box, level: int = 0) -> QRect:
    """Return where a box of a level lies, on whole device pixels so that neighbours meet exactly."""
    top, left, bottom, right = scaled(box, 2**level)
    x0, y0 = (round(side) for side in view.to_device((left, top)))
    x1, y1 = (round(side) for side in view.to_device((right, bottom)))
    return QRect(x0, y0, x1 - x0, y1 - y0)


def _visible(scene: Scene, view: View, level: int, exposed: QRect) -> list[tuple[TileKey, QRect]]:
    scale = 2**level
    height, width = (-(-side // scale) for side in scene.picture.shape)
    left, top = view.to_image((exposed.left() - 1, exposed.top() - 1))
    right, bottom = view.to_image((exposed.right() + 2, exposed.bottom() + 2))
    box = (
        max(0, int(top // scale)),
        max(0, int(left // scale)),
        min(height, int(bottom // scale) + 1),
        min(width, int(right // scale) + 1),
    )
    return [
        ((level, *index), device_rect(view, tile_box(index, TILE, (height, width)), level))
        for index in tile_indices(box, TILE)
    ]


def _draw_coarsely(painter: QPainter, scene: Scene, view: View, target: QRect) -> None:
    """Draw the overview's part of the photo while a tile is not there yet."""
    painter.save()
    painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
    painter.drawImage(device_rect(view, (0, 0, *scene.picture.shape)), to_qimage(scene.picture.overview()))
    painter.restore()

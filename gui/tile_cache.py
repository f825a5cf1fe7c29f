"""The scene's tiles as Qt images, made when they are first drawn and again when they change."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from engine.messages import Box
from gui.boxes import at_level, intersect
from gui.document import MASK_TINT
from gui.images import tint, to_qimage
from gui.picture import TILE, Pixels, TileKey
from gui.scene import Scene

LARGEST_COUNT = 600
"""Tiles kept: 150 MB, four times what a 4K screen shows at once."""


@dataclass
class _Tile:
    """``checked``: the scene it was last seen to agree with, or None if the mask may have changed since."""

    image: QImage
    source: Pixels
    tint: npt.NDArray[np.bool_] | None
    checked: Scene | None


class TileCache:
    """Images of a scene's tiles. Another scene takes over every tile that looks the same in it."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._tiles: OrderedDict[TileKey, _Tile] = OrderedDict()

    def set_scene(self, scene: Scene) -> None:
        """Show another scene from now on."""
        if self._scene is None or self._scene.picture.bases is not scene.picture.bases:
            self._tiles.clear()
        self._scene = scene

    def hole_changed(self, box: Box) -> None:
        """The mask was painted on inside ``box``."""
        for (level, row, column), tile in self._tiles.items():
            top, left = row * TILE, column * TILE
            if intersect(at_level(box, level), (top, left, top + TILE, left + TILE)):
                tile.checked = None

    def peek(self, key: TileKey) -> QImage | None:
        """Return the image of a tile if it is up to date."""
        tile, scene = self._tiles.get(key), self._scene
        if tile is None or scene is None or tile.source is not scene.picture.source(key):
            return None
        if tile.checked is not scene:
            if not _same(tile.tint, scene.tint(key)):
                return None
            tile.checked = scene
        self._tiles.move_to_end(key)
        return tile.image

    def outdated(self, key: TileKey) -> QImage | None:
        """Return the image of a tile even if it no longer is what the scene shows."""
        tile = self._tiles.get(key)
        return tile.image if tile is not None else None

    def make(self, key: TileKey) -> QImage:
        """Return the image of a tile, made anew; takes about 0.1 ms."""
        assert self._scene is not None
        image = to_qimage(self._scene.picture.tile(key))
        where = self._scene.tint(key)
        if where is not None:
            where = where.copy()
            tint(image, where, MASK_TINT)
        self._tiles[key] = _Tile(image, self._scene.picture.source(key), where, self._scene)
        self._tiles.move_to_end(key)
        while len(self._tiles) > LARGEST_COUNT:
            self._tiles.popitem(last=False)
        return image


def _same(a: npt.NDArray[np.bool_] | None, b: npt.NDArray[np.bool_] | None) -> bool:
    return a is b or (a is not None and b is not None and np.array_equal(a, b))

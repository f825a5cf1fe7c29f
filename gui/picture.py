"""A photo as a persistent pyramid of tiles: every state of the history shares what it did not change.

A repair touches a small part of a photo. A :class:`Picture` therefore is the photo as opened, at every
power-of-two size, plus the tiles that differ from it. Deriving a picture copies only the tiles it changes,
so a hundred states cost little more than one, going back is a change of reference, and the canvas sees by
identity which tiles it must draw again. Nothing here is ever written to after it was made, so pictures may
be made in one thread and drawn in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole, Image, frozen_image
from gui.boxes import intersect, slices, tile_box, tile_indices

TILE = 256
"""Side of a tile in pixels: small enough to redraw per brush event, large enough to be few."""

TileKey = tuple[int, int, int]
"""(level, row, column); level 0 is full size, each next one half of it."""

Pixels = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Picture:
    """An image at all sizes. ``bases``: the photo's pyramid, level 0 first. ``tiles``: what differs from it.

    Level 0 has the photo's own dtype; coarser levels, which are only looked at, are uint8.
    """

    bases: tuple[Pixels, ...]
    tiles: Mapping[TileKey, Pixels] = field(default_factory=dict)

    @classmethod
    def of(cls, image: Image) -> Picture:
        """Build the pyramid of ``image`` (H, W, 3); takes about 10 ms a megapixel."""
        bases: list[Pixels] = [frozen_image(image)]
        for _ in range(1, level_count(image.shape[:2])):
            bases.append(halve(bases[-1]))
        return cls(tuple(bases))

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W) at full size."""
        return self.bases[0].shape[:2]

    @property
    def levels(self) -> int:
        """How many sizes there are; the last fits into one tile."""
        return len(self.bases)

    def source(self, key: TileKey) -> Pixels:
        """Return the array that a tile's pixels are part of: while it is the same, so is the tile."""
        return self.tiles.get(key, self.bases[key[0]])

    def tile(self, key: TileKey) -> Pixels:
        """Return a tile's pixels (h, w, 3)."""
        level, *index = key
        found = self.tiles.get(key)
        if found is not None:
            return found
        base = self.bases[level]
        return base[slices(tile_box((index[0], index[1]), TILE, base.shape[:2]))]

    def overview(self) -> Pixels:
        """Return the whole picture as uint8, its longer side at most one tile."""
        pixels = self.tile((self.levels - 1, 0, 0))
        return to_eight_bit(pixels)

    def with_pixels(self, pixels: Image, box: Box, where: Hole) -> Picture:
        """Return a picture that shows ``pixels`` (h, w, 3) in ``box`` where ``where`` (h, w) is True.

        8-bit pixels in a 16-bit picture are widened.
        """
        whole = self.bases[0]
        origin = (box[0], box[1])
        changed: dict[TileKey, Pixels] = {}
        for index in tile_indices(box, TILE):
            place = tile_box(index, TILE, self.shape)
            part = intersect(place, box)
            if part is None or not where[slices(part, origin)].any():
                continue
            tile = self.tile((0, *index)).copy()
            fresh = pixels[slices(part, origin)]
            if fresh.dtype != whole.dtype:
                fresh = fresh.astype(np.uint16) * 257
            np.copyto(
                tile[slices(part, (place[0], place[1]))], fresh, where=where[slices(part, origin)][..., None]
            )
            changed[(0, *index)] = _frozen(tile)
        fine = changed
        for level in range(1, self.levels):
            fine = self._coarser(fine, level)
            changed = {**changed, **fine}
        return Picture(self.bases, {**self.tiles, **changed})

    def _coarser(self, fine: Mapping[TileKey, Pixels], level: int) -> dict[TileKey, Pixels]:
        """Return the tiles of ``level`` above the changed tiles ``fine`` of the level below it."""
        half = TILE // 2
        parents: dict[TileKey, Pixels] = {}
        for (_, row, column), child in fine.items():
            key = (level, row // 2, column // 2)
            if key not in parents:
                parents[key] = self.tile(key).copy()
            top, left = row % 2 * half, column % 2 * half
            small = halve(child)
            parents[key][top : top + small.shape[0], left : left + small.shape[1]] = small
        return {key: _frozen(tile) for key, tile in parents.items()}

    def image(self) -> Image:
        """Return the full-size image (H, W, 3), read-only; only copied if something differs."""
        patches = [(key, tile) for key, tile in self.tiles.items() if key[0] == 0]
        if not patches:
            return self.bases[0]
        image = self.bases[0].copy()
        for (_, row, column), tile in patches:
            image[slices(tile_box((row, column), TILE, self.shape))] = tile
        return _frozen(image)

    def arrays(self) -> Iterator[Pixels]:
        """Return all that this is made of."""
        yield from self.bases
        yield from self.tiles.values()

    def relocate(self, elsewhere: Mapping[int, Pixels]) -> None:
        """Hold equal arrays, such as some on disk, in place of these, given by id: nobody sees it."""
        for key, tile in self.tiles.items():
            if id(tile) in elsewhere:
                cast("dict[TileKey, Pixels]", self.tiles)[key] = elsewhere[id(tile)]
        bases = tuple(elsewhere.get(id(base), base) for base in self.bases)
        if any(new is not old for new, old in zip(bases, self.bases, strict=True)):
            object.__setattr__(self, "bases", bases)

    def bytes_beyond(self, other: Picture) -> int:
        """Return the memory, in bytes, of the tiles that ``other`` does not hold as well."""
        return sum(tile.nbytes for key, tile in self.tiles.items() if other.tiles.get(key) is not tile)


def level_count(shape: tuple[int, ...]) -> int:
    """Return how many times halved an image of ``shape`` fits into one tile, plus one."""
    longest, count = max(shape[:2]), 1
    while longest > TILE:
        longest, count = -(-longest // 2), count + 1
    return count


def halve(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Return the image (H, W, 3) at half size, rounded up, as uint8: the mean of each 2 x 2 block."""
    height, width = pixels.shape[:2]
    if height % 2 or width % 2:
        pixels = np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
    pixels = to_eight_bit(pixels)
    rows = pixels[::2].astype(np.uint16)
    rows += pixels[1::2]
    blocks = rows[:, ::2] + rows[:, 1::2]
    blocks += 2
    blocks >>= 2
    small: npt.NDArray[np.uint8] = blocks.astype(np.uint8)
    return small


def to_eight_bit(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Return ``pixels`` as a screen can show them."""
    return (pixels >> 8).astype(np.uint8) if pixels.dtype == np.uint16 else pixels


def _frozen(array: Pixels) -> Pixels:
    array.flags.writeable = False
    return array

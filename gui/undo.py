"""Undo: edits that know how to go both ways, on one timeline for strokes and repairs alike."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.messages import Box
from gui.boxes import slices, tile_box, tile_indices, unite
from gui.hole_layer import Bits, HoleLayer
from gui.picture import Picture
from gui.recipe import Recipe

BLOCK = 2048
"""Side in pixels of the squares in which whole holes are compared."""

SAMPLE = 4096
"""Bytes by which noise is told from a mask."""


@dataclass(frozen=True)
class BitPatch:
    """Which pixels of ``box`` changed: packed, deflated bits, typically some hundred bytes."""

    box: Box
    data: bytes

    @classmethod
    def of(cls, box: Box, changed: Bits) -> BitPatch:
        """Store the bits ``changed`` (h, w) of ``box``."""
        return cls(box, _deflated(np.packbits(changed)))

    def bits(self) -> Bits:
        """Return the stored bits (h, w)."""
        top, left, bottom, right = self.box
        height, width = bottom - top, right - left
        packed = np.frombuffer(zlib.decompress(self.data), np.uint8)
        return np.unpackbits(packed, count=height * width).view(np.bool_).reshape(height, width)


def _deflated(packed: npt.NDArray[np.uint8]) -> bytes:
    """Return packed bits as a zlib stream, in a time in which the window may wait.

    Runs are all that masks repeat, and looking for nothing else takes half the time. Noise, of which a sample
    does not become smaller, is stored as it is.
    """
    middle = len(packed) // 2
    sample = packed[middle : middle + SAMPLE]
    noise = len(_runs_deflated(sample)) > 0.9 * len(sample) + 64
    return zlib.compress(packed, 0) if noise else _runs_deflated(packed)


def _runs_deflated(packed: npt.NDArray[np.uint8]) -> bytes:
    deflate = zlib.compressobj(1, strategy=zlib.Z_RLE)
    return deflate.compress(packed) + deflate.flush()


@dataclass(frozen=True)
class HoleEdit:
    """A change of the hole. Applying it twice changes nothing, so undo and redo are the same act."""

    patches: tuple[BitPatch, ...]

    @classmethod
    def of(cls, changes: Iterable[tuple[Box, Bits]]) -> HoleEdit | None:
        """Return the edit that flips these bits of these boxes, or None if there are none."""
        patches = tuple(BitPatch.of(box, changed) for box, changed in changes if changed.any())
        return cls(patches) if patches else None

    @classmethod
    def between(cls, layer: HoleLayer, hole: Bits | None) -> HoleEdit | None:
        """Return the edit that makes ``layer`` equal to ``hole`` (H, W), or empty if None."""
        boxes = (tile_box(index, BLOCK, layer.shape) for index in tile_indices(layer.box, BLOCK))
        now = layer.array
        if hole is None:
            return cls.of((box, now[slices(box)]) for box in boxes)
        return cls.of((box, now[slices(box)] ^ hole[slices(box)]) for box in boxes)

    def toggle(self, layer: HoleLayer) -> Box:
        """Do or undo the edit on ``layer``; return the box it touched."""
        touched: Box | None = None
        for patch in self.patches:
            part = layer.array[slices(patch.box)]
            np.logical_xor(part, patch.bits(), out=part)
            touched = unite(touched, patch.box)
        assert touched is not None
        layer.refresh(touched)
        return touched


class Inversion:
    """The change of every pixel of the hole; there is nothing to remember of it."""

    def toggle(self, layer: HoleLayer) -> Box:
        """Do or undo it on ``layer``; return the box it touched."""
        np.logical_not(layer.array, out=layer.array)
        layer.refresh(layer.box)
        return layer.box


@dataclass(frozen=True, eq=False)
class PictureEdit:
    """A repair: one picture became another, and its part of the hole was done with.

    Where ``after`` is of another size, the photo was enlarged, and the hole with it.
    """

    before: Picture
    after: Picture
    cleared: HoleEdit | None


Edit = HoleEdit | Inversion | PictureEdit


@dataclass(frozen=True, eq=False)
class State:
    """One entry of the history: what it is called, what led to it, and what it looked like.

    ``overview``: uint8 (h, w, 3). ``facts``: what a repair took, in words. ``recipe``: what it was
    made with, for whoever wants it again.
    """

    label: str
    edit: Edit | None
    overview: npt.NDArray[np.uint8]
    facts: str = ""
    recipe: Recipe | None = None


class Timeline:
    """States in order, and which of them is shown. A new state drops those that were undone."""

    def __init__(self, *states: State) -> None:
        self.states: list[State] = list(states)
        self.position = 0

    def push(self, state: State) -> None:
        """Add ``state`` after the current one and make it current."""
        self.position += 1
        self.states[self.position :] = [state]

    def edits_to(self, position: int) -> tuple[list[Edit], bool]:
        """Return the edits that lead to a state, in the order to take them, and whether that is forward."""
        low, high = sorted((self.position, position))
        edits = [state.edit for state in self.states[low + 1 : high + 1] if state.edit is not None]
        forward = position > self.position
        return (edits if forward else edits[::-1]), forward

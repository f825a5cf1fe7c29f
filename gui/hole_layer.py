"""The mask being painted, at every size the canvas may show it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.messages import Box, Hole
from gui.boxes import at_level, slices
from gui.picture import level_count

Bits = npt.NDArray[np.bool_]


class HoleLayer:
    """A hole (H, W), True = repair, with coarser levels in which a pixel is set if any below it is.

    "Any" rather than a mean, so that a one-pixel scratch stays visible when zoomed out. Whoever writes
    to :attr:`array` calls :meth:`refresh` with the box that was touched.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self.shape = shape
        # Rows are padded to whole blocks of every level, so that two neighbours can be read as one number.
        count = level_count(shape)
        block = 2 ** (count - 1)
        height, width = (-(-side // block) * block for side in shape)
        self._levels: list[Bits] = [np.zeros((height >> k, width >> k), np.bool_) for k in range(count)]

    @classmethod
    def of(cls, hole: Hole) -> HoleLayer:
        """Return a layer that holds a copy of ``hole``."""
        layer = cls((hole.shape[0], hole.shape[1]))
        layer.array[:] = hole
        layer.refresh(layer.box)
        return layer

    def touched(self) -> HoleLayer:
        """Return the layer after writing to all of its memory, which systems hand out on first writing.

        For a large photo that takes longer than a stroke may, so it is done where nobody waits.
        """
        for level in self._levels:
            level.fill(False)
        return self

    @property
    def box(self) -> Box:
        """The whole layer."""
        return (0, 0, *self.shape)

    @property
    def array(self) -> Bits:
        """The hole at full size (H, W): writable, not contiguous."""
        return self.level(0)

    @property
    def levels(self) -> int:
        """How many sizes there are."""
        return len(self._levels)

    def level(self, level: int) -> Bits:
        """Return the hole at 1/2**level size, sides rounded up."""
        _, _, bottom, right = at_level(self.box, level)
        return self._levels[level][:bottom, :right]

    def marked_box(self) -> Box:
        """Return a box that holds all that is marked, found at the coarsest level."""
        rows, columns = (np.flatnonzero(self._levels[-1].any(axis=axis)) for axis in (1, 0))
        if not rows.size:
            return (0, 0, 0, 0)
        block = 2 ** (self.levels - 1)
        bottom, right = (int(end + 1) * block for end in (rows[-1], columns[-1]))
        return (
            int(rows[0]) * block,
            int(columns[0]) * block,
            min(bottom, self.shape[0]),
            min(right, self.shape[1]),
        )

    def is_empty(self) -> bool:
        """True if nothing is marked."""
        return not self._levels[-1].any()

    def equals(self, other: HoleLayer) -> bool:
        """True if the same pixels of a photo of the same size are marked."""
        box = self.marked_box()
        return (self.shape, box) == (other.shape, other.marked_box()) and np.array_equal(
            self.array[slices(box)], other.array[slices(box)]
        )

    def refresh(self, box: Box) -> None:
        """Bring the coarser levels up to date with what was written inside ``box``."""
        for level in range(1, self.levels):
            box = at_level(box, 1)
            top, left, bottom, right = box
            fine = self._levels[level - 1][2 * top : 2 * bottom, 2 * left : 2 * right]
            pairs = fine.view(np.uint16) != 0
            self._levels[level][top:bottom, left:right] = pairs[::2] | pairs[1::2]

    def snapshot(self) -> HoleLayer:
        """Return a copy that later painting does not touch; costs no more than what is marked."""
        copy = HoleLayer(self.shape)
        blocks = self._levels[-1]
        rows, columns = np.flatnonzero(blocks.any(axis=1)), np.flatnonzero(blocks.any(axis=0))
        if rows.size:
            for level, (mine, its) in enumerate(zip(self._levels, copy._levels, strict=True)):
                scale = 2 ** (self.levels - 1 - level)
                marked = np.s_[
                    rows[0] * scale : (rows[-1] + 1) * scale, columns[0] * scale : (columns[-1] + 1) * scale
                ]
                its[marked] = mine[marked]
        return copy

    def frozen(self) -> Hole:
        """Return the hole at full size as a read-only, contiguous copy."""
        hole = self.array.copy()
        hole.flags.writeable = False
        return hole

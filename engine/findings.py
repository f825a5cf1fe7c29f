"""From a map of damage probability to a mask and a list of findings. Needs numpy only, so that an editor
can move a slider without the engine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import BadInputError
from engine.messages import Box, Hole

Probability = npt.NDArray[np.uint8]
"""(H, W), 0 to 255 for certainly sound to certainly damaged."""

CERTAIN = 255
"""What only damage that is certain without any network has, see :mod:`engine.photo.flat`."""


@dataclass(frozen=True)
class Kind:
    """What a piece of one kind must be to be a finding. All of it is measured, see models/EXPERIMENTS.md."""

    core: int
    """Probability, 1 to 255, from which on pixels make up pieces, which are judged as one."""
    pixels: range
    """How many of them a piece must have."""
    sure: tuple[float, float, float]
    """The mean probability, in [0, 1], that a piece must have at sensitivities 0, 0.5 and 1."""


KINDS = {
    "wide": Kind(core=179, pixels=range(12, sys.maxsize), sure=(0.985, 0.95, 0.8)),
    "thin": Kind(core=179, pixels=range(12, sys.maxsize), sure=(0.985, 0.935, 0.75)),
    "dot": Kind(core=128, pixels=range(6, 60), sure=(0.985, 0.89, 0.75)),
}

MEMBER = (0.9, 0.5, 0.4)
"""Probability from which on a pixel belongs to a finding, at sensitivities 0, 0.5 and 1."""

BRIGHT = 0.9 * 255
"""Mean of the thin pieces that tell how worn a photo is."""

WORN = (0.001, 0.003)
"""Share of the pixels in such pieces above which a photo counts as worn, and from which on as wholly so."""

BOLDER = 0.8
"""How far towards the scale's nearer end a worn photo is judged; below 1, so that higher ones still add."""

WIDE = 11
"""Side in pixels of the square that fits into a wide part."""

RIM = 3
"""Pixels around a finding that may belong to it."""


@dataclass(frozen=True)
class Finding:
    """One connected piece of damage: its box, its pixels, and their mean probability, in [0, 1]."""

    box: Box
    pixels: int
    confidence: float


def mask_from_probability(probability: Probability, sensitivity: float = 0.5) -> Hole:
    """Return the mask (H, W), True = damaged, for ``sensitivity`` in [0, 1].

    Pieces of likely pixels are judged by their mean: what a network half believes it has seen, as in clouds
    and cloth, is dim, and damage is bright up to its rim. Wide parts and thin ones are judged apart, so a
    scratch is found across a cloud, and the wide must be the surer; dots, which are mostly rim, are judged
    with it. A worn photo is judged less strictly: where there are many scratches, what looks like one is
    one. Near what is kept, less likely pixels belong to it too. Higher sensitivities only ever add pixels.
    Raises BadInputError for a sensitivity outside its range.
    """
    parts = _parts(probability)
    pieces = {kind: _Pieces(part) for kind, part in parts.items()}
    areas = {kind: pieces[kind].areas() for kind in KINDS}
    means = {kind: pieces[kind].means(probability[parts[kind]]) for kind in KINDS}
    bright = (means["thin"] >= BRIGHT) & (areas["thin"] >= KINDS["thin"].pixels.start)
    member, sure = thresholds(sensitivity, wear(int(areas["thin"][bright].sum()) / probability.size))
    kept = np.zeros(probability.shape, bool)
    for kind, part in parts.items():
        fits = (areas[kind] >= KINDS[kind].pixels.start) & (areas[kind] < KINDS[kind].pixels.stop)
        pieces[kind].keep(fits & (means[kind] >= sure[kind]), part)
        kept |= part
    hole: Hole = grown(kept, RIM) & (probability >= member)
    hole |= probability == CERTAIN
    return hole


def wear(share: float) -> float:
    """Return how worn a photo is, in [0, 1], of which bright thin pieces take up ``share``."""
    return float(np.interp(share, WORN, (0, 1)))


def thresholds(sensitivity: float, worn: float = 0.0) -> tuple[int, dict[str, float]]:
    """Return the probabilities, 1 to 255, of a pixel of a finding and of the mean of each kind of piece.

    ``worn``, in [0, 1], counts as a higher sensitivity, except at the two ends of the scale.
    """
    if not 0 <= sensitivity <= 1:
        raise BadInputError(
            "The sensitivity must be between 0 and 1, not {sensitivity}.", sensitivity=sensitivity
        )
    effective = sensitivity + BOLDER * worn * min(sensitivity, 1 - sensitivity)

    def at(levels: tuple[float, ...]) -> float:
        return 255 * float(np.interp(effective, (0, 0.5, 1), levels))

    return round(at(MEMBER)), {name: at(kind.sure) for name, kind in KINDS.items()}


def findings(hole: Hole, probability: Probability) -> list[Finding]:
    """List the connected pieces of ``hole``, largest first."""
    pieces = _Pieces(hole)
    areas, means = pieces.areas(), pieces.means(probability[hole])
    listed = [
        Finding(box, int(pixels), float(mean) / 255)
        for box, pixels, mean in zip(pieces.boxes(), areas, means, strict=True)
    ]
    return sorted(listed, key=lambda finding: -finding.pixels)


def grown(hole: Hole, pixels: int = 1) -> Hole:
    """Return ``hole`` with a rim of ``pixels``: what a repair should cover, since damage has soft edges."""
    for _ in range(pixels):
        padded = np.pad(hole, 1)
        hole = padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:] | hole
    return hole


def _parts(probability: Probability) -> dict[str, Hole]:
    """Return the pixels of which the pieces of each kind are made."""
    core: Hole = probability >= KINDS["wide"].core
    wide = _wide(core)
    doubtful = probability < CERTAIN
    thin = (probability >= KINDS["thin"].core) & ~wide & doubtful
    return {"wide": wide, "thin": thin, "dot": (probability >= KINDS["dot"].core) & doubtful}


def _wide(mask: Hole) -> Hole:
    """Return where squares of :data:`WIDE` pixels fit into ``mask``; beyond the photo all counts."""
    inside = _in_squares(np.pad(mask, WIDE // 2, constant_values=True), np.logical_and)
    wide: Hole = _in_squares(np.pad(inside, WIDE // 2), np.logical_or) & mask
    return wide


def _in_squares(mask: Hole, combine: Callable[[Hole, Hole], Hole]) -> Hole:
    """Combine the pixels of each square of :data:`WIDE` that fits into ``mask``, in doubling steps."""
    for axis in (0, 1):
        width = 1
        while width < WIDE:
            step = min(width, WIDE - width)
            one, other = (mask[step:], mask[:-step]) if axis == 0 else (mask[:, step:], mask[:, :-step])
            mask = combine(one, other)
            width += step
    return mask


class _Pieces:
    """The pieces of a mask that touch by sides or corners, through the runs of its rows."""

    def __init__(self, hole: Hole) -> None:
        steps = np.diff(np.pad(hole, ((0, 0), (1, 1))).view(np.int8), axis=1)
        self.rows, self.starts = np.nonzero(steps == 1)
        self.ends = np.nonzero(steps == -1)[1]
        self.lengths = self.ends - self.starts
        roots = _joined(len(self.rows), *self._touching(hole.shape[1]))
        self.count = int((roots == np.arange(len(roots))).sum())
        self.piece = np.unique(roots, return_inverse=True)[1].reshape(-1)

    def areas(self) -> npt.NDArray[np.int64]:
        """Pixels of each piece."""
        total = np.zeros(self.count, np.int64)
        np.add.at(total, self.piece, self.lengths)
        return total

    def maxima(self, values: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        """The highest in each piece of ``values``, which are given for the mask's pixels, row by row."""
        highest = np.zeros(self.count, np.uint8)
        if self.count:
            runs = np.maximum.reduceat(values, np.cumsum(self.lengths) - self.lengths)
            np.maximum.at(highest, self.piece, runs)
        return highest

    def means(self, values: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
        """The mean in each piece of ``values``, given as for :meth:`maxima`."""
        total = np.zeros(self.count)
        if self.count:
            runs = np.add.reduceat(values, np.cumsum(self.lengths) - self.lengths, dtype=np.int64)
            np.add.at(total, self.piece, runs)
        return total / np.maximum(self.areas(), 1)

    def boxes(self) -> list[Box]:
        """The box of each piece."""
        edges = []
        for values, lower in (
            (self.rows, True),
            (self.starts, True),
            (self.rows + 1, False),
            (self.ends, False),
        ):
            edge = np.full(self.count, np.iinfo(np.int64).max if lower else 0, np.int64)
            (np.minimum if lower else np.maximum).at(edge, self.piece, values)
            edges.append(edge.tolist())
        return list(zip(*edges, strict=True))

    def keep(self, kept: npt.NDArray[np.bool_], hole: Hole) -> None:
        """Strike the pieces that are not ``kept`` from ``hole``, the mask these are the pieces of."""
        hole[hole] = np.repeat(kept[self.piece], self.lengths)

    def _touching(self, width: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Pairs of runs in neighbouring rows that touch."""
        line = self.rows * (width + 2)
        # In the row before: the first run that ends late enough, the last that begins early enough.
        first = np.searchsorted(line + self.ends, line - (width + 2) + self.starts, side="left")
        last = np.searchsorted(line + self.starts, line - (width + 2) + self.ends, side="right")
        counts = np.maximum(last - first, 0)
        lower = np.repeat(np.arange(len(line)), counts)
        offsets = np.arange(len(lower)) - np.repeat(np.cumsum(counts) - counts, counts)
        return lower, np.repeat(first, counts) + offsets


def _joined(count: int, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the smallest node that each of ``count`` nodes is connected to, given the edges' two ends."""
    root = np.arange(count)
    while True:
        a, b = root[one], root[other]
        apart = a != b
        if not apart.any():
            return root
        one, other, a, b = one[apart], other[apart], a[apart], b[apart]
        np.minimum.at(root, np.maximum(a, b), np.minimum(a, b))
        while (root[root] != root).any():
            root = root[root]

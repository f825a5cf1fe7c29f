"""Film damage as alpha stencils (dirt, dust, hair, lint, scratches, stains): found, split, read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import BadInputError
from engine.training.data import PhotoRef, shard_members

HELD_OUT_KINDS = ("lint", "smut")
"""Kinds of stencil that are never trained on: what is measured with them is how far training carries."""


def find_stencils(source: Path) -> list[PhotoRef]:
    """List the stencils of ``source``: its shards ``damage*.tar``, or its folder ``damage_overlays``.

    A stencil is a picture whose alpha (or, without one, whose brightness) is the damage's opacity; its kind
    is what its name begins with. Raises BadInputError if there are none.
    """
    shards = sorted(source.glob("damage*.tar")) if source.is_dir() else []
    refs = [ref for shard in shards for ref in shard_members(shard)]
    for path in sorted(source.glob("damage_overlays/*.png")):
        refs.append(PhotoRef(f"{path.parent.name}/{path.name}", path, 0, path.stat().st_size))
    if not refs:
        raise BadInputError(
            f"{source} holds no damage stencils, which the detector is trained with: "
            "put a shard damage-000.tar or a folder damage_overlays of PNG stencils there."
        )
    return refs


def kind_of(ref: PhotoRef) -> str:
    """Return "scratch" for "damage_overlays/scratch-012.png"."""
    return Path(ref.name).stem.split("-")[0]


def is_held_out(ref: PhotoRef) -> bool:
    """True for stencils kept for measuring: whole kinds, and the tenth of the others that their names say."""
    first = hashlib.sha256(Path(ref.name).name.encode()).digest()[0]
    return kind_of(ref) in HELD_OUT_KINDS or first % 10 == 0


class Stencils:
    """Draws opacities from stencils, at random scales and turned by any angle."""

    def __init__(self, refs: Sequence[PhotoRef]) -> None:
        self.refs = list(refs)
        kinds = [kind_of(ref) for ref in self.refs]
        shares = np.array([1 / kinds.count(kind) for kind in kinds])
        self.probabilities = shares / shares.sum()

    def opacity(self, rng: np.random.Generator, size: int) -> npt.NDArray[np.float32]:
        """Return (size, size) in [0, 1]: a random stencil about a random one of its own pixels.

        Raises BadInputError for a stencil that cannot be read.
        """
        stencil = _read(self.refs[int(rng.choice(len(self.refs), p=self.probabilities))])
        rows, columns = np.nonzero(stencil > 127)
        if not len(rows):
            return np.zeros((size, size), np.float32)
        chosen = rng.integers(len(rows))
        scale = float(np.exp(rng.uniform(np.log(0.6), np.log(2.0))))
        turn = cv2.getRotationMatrix2D(
            (float(columns[chosen]), float(rows[chosen])), rng.uniform(0, 360), scale
        )
        turn[:, 2] += rng.uniform(0.15, 0.85, 2) * size - (columns[chosen], rows[chosen])
        # Linear sampling drops what is thinner than its step.
        soft = cv2.GaussianBlur(stencil, (0, 0), 0.4 / scale) if scale < 0.7 else stencil
        placed = cv2.warpAffine(soft, turn, (size, size), flags=cv2.INTER_LINEAR)
        return np.asarray(placed, np.float32) / np.float32(255)


@lru_cache(maxsize=1024)
def _read(ref: PhotoRef) -> npt.NDArray[np.uint8]:
    picture = cv2.imdecode(np.frombuffer(ref.read(), np.uint8), cv2.IMREAD_UNCHANGED) if ref.size else None
    if picture is None:
        raise BadInputError(f"The damage stencil {ref.name} cannot be read: remove it or get it again.")
    alpha = (
        picture if picture.ndim == 2 else picture[..., -1] if picture.shape[2] == 4 else picture.max(axis=2)
    )
    return np.asarray(alpha, np.uint8)

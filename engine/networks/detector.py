"""The damage detector: a small U-Net that says of each pixel how likely a person would paint over it.

* **Most of the work is at half resolution and below**, entered by a two-by-two space-to-depth; a thin path
  of a few channels at full resolution keeps scratches of one or two pixels apart from their surroundings.
* **No normalisation layers.** Every output pixel depends on a bounded neighbourhood and on nothing else, so
  that tiles of a large photo agree exactly with the whole.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name


@dataclass(frozen=True)
class DetectorConfig:
    """Shape of a :class:`Detector`.

    ``channels``: per level, from half resolution on. ``fine``: of the path at full resolution. ``blocks``:
    residual blocks at the lowest level; the others have one on the way down and one on the way up.
    """

    channels: tuple[int, ...] = (32, 64, 128, 128)
    fine: int = 8
    blocks: int = 3

    @property
    def multiple_of(self) -> int:
        """Both sides of an input must be multiples of this."""
        return int(2 ** len(self.channels))

    @property
    def reach(self) -> int:
        """Pixels on each side that an output pixel can depend on, a multiple of ``multiple_of``."""
        lowest = len(self.channels)
        # Two 3x3 convolutions a block; a block on the way down and one on the way up except at the lowest.
        levels = sum(4 * 2**level for level in range(1, lowest)) + 2 * self.blocks * 2**lowest
        # The first and last convolutions, and pixels that share a cell of the coarsest grid.
        whole = levels + 2 + 2 + 2**lowest
        return int(-(-whole // self.multiple_of) * self.multiple_of)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that :meth:`from_dict` and JSON accept."""
        return {**asdict(self), "channels": list(self.channels)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> DetectorConfig:
        """Inverse of :meth:`to_dict`. Raises TypeError for unknown or missing fields."""
        return cls(**{**values, "channels": tuple(values["channels"])})


class Detector(nn.Module):
    """Maps a photo to the logit of damage at each pixel."""

    def __init__(self, config: DetectorConfig) -> None:
        super().__init__()
        self.config = config
        c, fine = config.channels, config.fine
        self.fine_in = nn.Conv2d(3, fine, 3, padding=1)
        self.enter = nn.Conv2d(12, c[0], 3, padding=1)
        self.encoder = nn.ModuleList(_Block(n, n) for n in c[:-1])
        self.down = nn.ModuleList(nn.Conv2d(a, b, 2, stride=2) for a, b in pairwise(c))
        self.middle = nn.Sequential(*(_Block(c[-1], c[-1]) for _ in range(config.blocks)))
        self.up = nn.ModuleList(nn.Conv2d(b, 4 * a, 1) for a, b in pairwise(c))
        self.decoder = nn.ModuleList(_Block(2 * n, n) for n in c[:-1])
        self.fine_up = nn.Conv2d(c[0], 4 * fine, 1)
        self.fine_mix = nn.Conv2d(2 * fine, fine, 3, padding=1)
        self.leave = nn.Conv2d(fine, 1, 3, padding=1)
        nn.init.constant_(self.leave.bias, -2.0)  # type: ignore[arg-type] # most pixels are undamaged

    def forward(self, photo: Tensor) -> Tensor:
        """Return logits (B, 1, H, W) for ``photo`` (B, 3, H, W) in [-1, 1].

        H and W must be multiples of ``config.multiple_of``.
        """
        fine = F.relu(self.fine_in(photo))
        h = self.enter(F.pixel_unshuffle(photo, 2))
        stored: list[Tensor] = []
        for block, down in zip(self.encoder, self.down, strict=True):
            h = block(h)
            stored.append(h)
            h = down(h)
        h = self.middle(h)
        for block, up in zip(reversed(self.decoder), reversed(self.up), strict=True):
            h = block(torch.cat([F.pixel_shuffle(up(h), 2), stored.pop()], 1))
        h = F.pixel_shuffle(self.fine_up(h), 2)
        h = F.relu(self.fine_mix(torch.cat([h, fine], 1)))
        logits: Tensor = self.leave(h)
        return logits


class _Block(nn.Module):
    """Residual block: ReLU, conv, ReLU, conv (zero at the start)."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.skip = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()
        # Without normalisation a deep network is trainable if each block begins as the identity.
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)  # type: ignore[arg-type]

    def forward(self, h: Tensor) -> Tensor:
        out: Tensor = self.skip(h) + self.conv2(F.relu(self.conv1(F.relu(h))))
        return out

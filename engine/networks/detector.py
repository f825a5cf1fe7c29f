"""The damage detector: a small U-Net that says of each pixel how likely a person would paint over it.

* **Most of the work is at half resolution and below**, entered by a two-by-two space-to-depth; a thin path
  of a few channels at full resolution keeps scratches of one or two pixels apart from their surroundings.
* **Nothing looks at the whole picture.** Batch normalisation, which speeds training up, is a fixed scale and
  shift afterwards and folded into the convolutions; so every output pixel depends on a bounded neighbourhood,
  and tiles of a large photo agree exactly with the whole.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name
from torch.nn.utils.fusion import fuse_conv_bn_eval


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
        self.fine_in = _Conv(3, fine, 3)
        self.enter = _Conv(12, c[0], 3)
        self.encoder = nn.ModuleList(_Block(n, n) for n in c[:-1])
        self.down = nn.ModuleList(_Conv(a, b, 2, stride=2) for a, b in pairwise(c))
        self.middle = nn.Sequential(*(_Block(c[-1], c[-1]) for _ in range(config.blocks)))
        self.up = nn.ModuleList(_Conv(b, 4 * a, 1) for a, b in pairwise(c))
        self.decoder = nn.ModuleList(_Block(2 * n, n) for n in c[:-1])
        self.fine_up = _Conv(c[0], 4 * fine, 1)
        self.fine_mix = _Conv(2 * fine, fine, 3)
        self.leave = nn.Conv2d(fine, 1, 3, padding=1)
        nn.init.constant_(self.leave.bias, -2.0)  # type: ignore[arg-type] # most pixels are undamaged

    def forward(self, photo: Tensor) -> Tensor:
        """Return logits (B, 1, H, W) for ``photo`` (B, 3, H, W) in [-1, 1].

        H and W must be multiples of ``config.multiple_of``.
        """
        fine = F.relu(self.fine_in(photo))
        h = F.relu(self.enter(F.pixel_unshuffle(photo, 2)))
        stored: list[Tensor] = []
        for block, down in zip(self.encoder, self.down, strict=True):
            h = block(h)
            stored.append(h)
            h = F.relu(down(h))
        h = self.middle(h)
        for block, up in zip(reversed(self.decoder), reversed(self.up), strict=True):
            h = block(torch.cat([F.relu(F.pixel_shuffle(up(h), 2)), stored.pop()], 1))
        h = F.relu(F.pixel_shuffle(self.fine_up(h), 2))
        h = F.relu(self.fine_mix(torch.cat([h, fine], 1)))
        logits: Tensor = self.leave(h)
        return logits


def folded(detector: Detector) -> Detector:
    """Fold the batch normalisation of a trained network into its convolutions, in place; return it."""
    for module in detector.modules():
        if isinstance(module, _Conv) and isinstance(module.norm, nn.BatchNorm2d):
            module.conv = fuse_conv_bn_eval(module.conv, module.norm)
            module.norm = nn.Identity()
    return detector


class _Conv(nn.Module):
    """A convolution and its batch normalisation (Ioffe & Szegedy 2015)."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1) -> None:
        super().__init__()
        self.conv = nn.Conv2d(
            inputs, outputs, kernel, stride, padding=kernel // 2 if stride == 1 else 0, bias=False
        )
        self.norm: nn.Module = nn.BatchNorm2d(outputs)
        if not self.conv.weight.is_meta:  # where torch would import its whole compiler for it: 5 s
            nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")

    def forward(self, h: Tensor) -> Tensor:
        out: Tensor = self.norm(self.conv(h))
        return out


class _Block(nn.Module):
    """Residual block of two 3x3 convolutions (He et al. 2016); it begins as the identity or a projection."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv1 = _Conv(inputs, outputs, 3)
        self.conv2 = _Conv(outputs, outputs, 3)
        self.skip = _Conv(inputs, outputs, 1) if inputs != outputs else nn.Identity()
        nn.init.zeros_(self.conv2.norm.weight)  # type: ignore[arg-type]

    def forward(self, h: Tensor) -> Tensor:
        return F.relu(self.skip(h) + self.conv2(F.relu(self.conv1(h))))

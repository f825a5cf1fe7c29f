"""The project's own prior: a small U-Net that knows the hole.

Three decisions make it small and usable at any size:

* **It starts from the fill.** Its inputs are the noisy picture, a classical fill of the hole and the
  fill's spread (expected error; 0 where the photo is known). Its output corrects the best linear
  estimate from the two, so that with zero weights it already is the fill.
* **No normalisation layers.** Every output pixel depends on a bounded neighbourhood and on nothing else:
  the network trained on small crops is the same function on a whole photo, and tiles agree exactly.
* **Two-by-two space-to-depth** between levels, and plain 3x3 convolutions, which is what CPUs do best.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name


@dataclass(frozen=True)
class PriorConfig:
    """Shape of a :class:`PriorUNet`: channels per level, finest first, and residual blocks per level."""

    channels: tuple[int, ...] = (32, 64, 128, 256)
    blocks: int = 2
    embedding: int = 128

    @property
    def multiple_of(self) -> int:
        """Both sides of an input must be multiples of this."""
        return int(2 ** (len(self.channels) - 1))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that :meth:`from_dict` and JSON accept."""
        return {**asdict(self), "channels": list(self.channels)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> PriorConfig:
        """Inverse of :meth:`to_dict`. Raises TypeError for unknown or missing fields."""
        return cls(**{**values, "channels": tuple(values["channels"])})


class PriorUNet(nn.Module):
    """Estimates the clean picture from a noisy one, a fill and the fill's spread."""

    def __init__(self, config: PriorConfig) -> None:
        super().__init__()
        self.config = config
        c, width = config.channels, config.embedding
        self.embed = nn.Sequential(nn.Linear(width, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU())
        self.enter = nn.Conv2d(7, c[0], 3, padding=1)
        self.encoder = nn.ModuleList(_level(n, n, config) for n in c)
        self.down = nn.ModuleList(nn.Conv2d(a, b, 2, stride=2) for a, b in pairwise(c))
        self.up = nn.ModuleList(nn.Conv2d(b, 4 * a, 1) for a, b in pairwise(c))
        self.decoder = nn.ModuleList(_level(2 * n, n, config) for n in c[:-1])
        self.leave = nn.Conv2d(c[0], 3, 3, padding=1)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor, alpha_bar: Tensor, fill: Tensor, spread: Tensor) -> Tensor:
        """Return the estimate of x_0, float32 (B, 3, H, W), equal to ``fill`` where ``spread`` is 0.

        x: (B, 3, H, W), the picture at noise level ``alpha_bar`` (B,), in (0, 1). fill: (B, 3, H, W) in
        [-1, 1], the photo itself where it is known. spread: (B, 1, H, W), the fill's expected error, 0
        where known. H and W are multiples of ``config.multiple_of``.

        With x_0 = fill + spread * n and x = sqrt(abar) x_0 + sqrt(1 - abar) m, n and m standard normal, the
        posterior of x_0 has the mean and standard deviation computed here; the network predicts what
        remains, in units of that deviation (the preconditioning of Karras et al. 2022, section 5, about
        the fill instead of about zero and for each pixel by itself).
        """
        a = alpha_bar.view(-1, 1, 1, 1).float()
        mean, deviation = linear_posterior(x, a, fill, spread)
        residual = self._residual(torch.cat([x, fill, 2 * spread], 1), a)
        return mean + deviation * residual.float()

    def _residual(self, h: Tensor, alpha_bar: Tensor) -> Tensor:
        emb = self.embed(_noise_embedding(alpha_bar, self.config.embedding))
        h = self.enter(h)
        stored: list[Tensor] = []
        for level, blocks in enumerate(self.encoder):
            h = _run(blocks, h, emb)
            if level < len(self.down):
                stored.append(h)
                h = self.down[level](h)
        for level in reversed(range(len(self.up))):
            h = F.pixel_shuffle(self.up[level](h), 2)
            h = _run(self.decoder[level], torch.cat([h, stored.pop()], 1), emb)
        out: Tensor = self.leave(F.silu(h))
        return out


def linear_posterior(x: Tensor, alpha_bar: Tensor, fill: Tensor, spread: Tensor) -> tuple[Tensor, Tensor]:
    """Return mean (B, 3, H, W) and standard deviation (B, 1, H, W) of x_0 given ``x`` and ``fill``."""
    variance, noise = spread**2, 1 - alpha_bar
    total = alpha_bar * variance + noise
    gain = alpha_bar.sqrt() * variance / total
    return fill + gain * (x - alpha_bar.sqrt() * fill), (variance * noise / total).sqrt()


class _Block(nn.Module):
    """Residual block: SiLU, conv, scale and shift by the noise level, SiLU, conv (zero at the start)."""

    def __init__(self, inputs: int, outputs: int, embedding: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.modulate = nn.Linear(embedding, 2 * outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.skip = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()
        # Without normalisation a deep network is trainable if each block begins as the identity.
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)  # type: ignore[arg-type]

    def forward(self, h: Tensor, emb: Tensor) -> Tensor:
        scale, shift = self.modulate(emb)[:, :, None, None].chunk(2, 1)
        inner = self.conv1(F.silu(h)) * (1 + scale) + shift
        out: Tensor = self.skip(h) + self.conv2(F.silu(inner))
        return out


def _level(inputs: int, outputs: int, config: PriorConfig) -> nn.ModuleList:
    return nn.ModuleList(
        _Block(inputs if index == 0 else outputs, outputs, config.embedding) for index in range(config.blocks)
    )


def _run(blocks: nn.Module, h: Tensor, emb: Tensor) -> Tensor:
    for block in blocks.children():
        h = block(h, emb)
    return h


def _noise_embedding(alpha_bar: Tensor, width: int) -> Tensor:
    """Sines and cosines of the log signal-to-noise ratio: (B, 1, 1, 1) -> (B, width)."""
    log_snr = torch.logit(alpha_bar.clamp(1e-6, 1 - 1e-6)).view(-1, 1)
    frequencies = torch.exp(torch.linspace(math.log(0.1), math.log(3.0), width // 2, device=log_snr.device))
    angles = log_snr * frequencies
    return torch.cat([angles.cos(), angles.sin()], 1)

"""The eraser's rival: a patch discriminator (Isola et al. 2017), which LaMa is trained against."""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn


class PatchCritic(nn.Module):
    """Judges patches of a photo: true (positive) or made (negative). No norm, so patches stay apart."""

    STRIDE = 8
    """Pixels from one judged patch to the next."""

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        widths = [3, width, 2 * width, 4 * width]
        self.layers = nn.ModuleList(
            nn.Conv2d(inputs, outputs, 4, stride=2, padding=1) for inputs, outputs in pairwise(widths)
        )
        self.judge = nn.Conv2d(widths[-1], 1, 3, padding=1)
        self.act = nn.LeakyReLU(0.2)

    def forward(self, image: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Return the verdicts (B, 1, H/8, W/8) on ``image`` (B, 3, H, W) in [0, 1], and all features."""
        features, h = [], 2 * image - 1
        for layer in self.layers:
            h = self.act(layer(h))
            features.append(h)
        return self.judge(h), features

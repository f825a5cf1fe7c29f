"""Training of the prior: a denoiser that knows the hole and starts from the fill.

The examples are crops of clean photos with synthetic holes. Most holes are filled classically, as the
repair pipeline does at its coarsest scale; some hold a blurred truth, as a coarser scale's result does at
the next finer one; some crops are all hole, so that the network remains an unconditional prior.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from engine.networks.prior_unet import PriorConfig, PriorUNet, linear_posterior
from engine.photo.damage import random_hole
from engine.photo.fill import SPREAD_OF_NOTHING, classical_fill, spread_of_fill
from engine.sampling.schedule import Schedule
from engine.training.data import CropSource, PhotoRef, check_crop
from engine.training.holes import Example, FloatImage, batch_of, columns_of, mean_in_hole
from engine.training.loop import Batch, Rival

SMALLEST_CROP = 16
"""Side in pixels below which the kinds of damage fill the whole crop."""


@dataclass(frozen=True)
class PriorSettings:
    """What is trained on: crops a batch, their side, and the shares of the two special kinds of hole."""

    network: PriorConfig = field(default_factory=PriorConfig)
    batch: int = 16
    crop: int = 64
    coarse_share: float = 0.2
    empty_share: float = 0.1

    def __post_init__(self) -> None:
        check_crop(self.crop, self.network.multiple_of, SMALLEST_CROP)


class PriorExamples:
    """Makes batches of training examples; it knows no network, so that workers get none."""

    def __init__(self, source: CropSource, settings: PriorSettings) -> None:
        self.source, self.settings = source, settings

    def __call__(self, rng: np.random.Generator) -> dict[str, FloatImage]:
        """Return ``truth`` and ``fill`` (B, 3, S, S) and ``spread`` (B, 1, S, S)."""
        return batch_of([self._example(rng) for _ in range(self.settings.batch)])

    def _example(self, rng: np.random.Generator) -> Example:
        truth = self.source.crop(rng)
        size = self.settings.crop
        draw = rng.random()
        if draw < self.settings.empty_share:
            return truth, np.zeros_like(truth), np.full((size, size), SPREAD_OF_NOTHING, np.float32)
        hole = random_hole(rng, size, size)
        if draw < self.settings.empty_share + self.settings.coarse_share:
            return truth, *_coarse_fill(rng, truth, hole)
        return truth, classical_fill(truth, hole), spread_of_fill(hole)


class PriorTask:
    """A :class:`engine.training.loop.Task` that trains a :class:`PriorUNet`."""

    name = "prior"
    architecture = "prior"
    learning_rate = 6e-4
    rival: Rival | None = None

    def __init__(self, photos: Sequence[PhotoRef], settings: PriorSettings, seed: int = 0) -> None:
        torch.manual_seed(seed)
        self.network: nn.Module = PriorUNet(settings.network)
        self.config = settings
        self.photos = photos
        self.source = CropSource(photos, settings.crop)
        self.examples = PriorExamples(self.source, settings)
        self.alphas_cumprod = torch.from_numpy(Schedule.linear(1000).alphas_cumprod)

    def model_config(self) -> dict[str, Any]:
        """The network's configuration, as it is written into the model's file."""
        return self.config.network.to_dict()

    def settings(self) -> dict[str, Any]:
        """Fields that a checkpoint must share to be resumed."""
        config = self.config
        return {
            "network": config.network.to_dict(),
            "batch": config.batch,
            "crop": config.crop,
            "coarse_share": config.coarse_share,
            "empty_share": config.empty_share,
            "photos": len(self.photos),
        }

    def loss(
        self, network: nn.Module, batch: Batch, generator: torch.Generator, used: float
    ) -> tuple[Tensor, None]:
        """Squared error inside the hole, in units of what the linear estimate leaves open.

        In these units every noise level, and every distance from the known pixels, weighs alike. A crop
        weighs by the square root of its hole's area, since thin damage is the commonest, and less the
        worse its fill is: decibels count ratios, and where the fill is nearly right (skies, skin) a
        network must learn to leave it alone.
        """
        truth, fill, spread = (batch[name] for name in ("truth", "fill", "spread"))
        alpha_bar = self._noise_levels(len(truth), generator).to(truth)
        a = alpha_bar.view(-1, 1, 1, 1)
        noise = torch.randn(truth.shape, generator=generator).to(truth)
        x = a.sqrt() * truth + (1 - a).sqrt() * noise
        estimate: Tensor = network(x, alpha_bar, fill, spread)
        hole = (spread > 0).float()
        _, deviation = linear_posterior(x, a, fill, spread)
        error = mean_in_hole(((estimate - truth) / deviation.clamp_min(1e-4)) ** 2, hole)
        fill_error = mean_in_hole(((fill - truth) / spread.clamp_min(1e-4)) ** 2, hole)
        weight = hole.mean((1, 2, 3)).sqrt() / (fill_error + 0.4)
        return (error * weight).sum() / weight.sum(), None

    def picture(self, network: nn.Module) -> npt.NDArray[np.uint8]:
        """Rows of: damaged, fill, estimate from pure noise, estimate from half noise, truth."""
        batch = {k: torch.from_numpy(v) for k, v in self.examples(np.random.default_rng(12345)).items()}
        truth, fill, spread = batch["truth"], batch["fill"], batch["spread"]
        columns = [torch.where(spread > 0, torch.ones_like(truth), truth), fill]
        generator = torch.Generator().manual_seed(0)
        for index in (999, 300):
            level = self.alphas_cumprod[index].float()
            noise = torch.randn(truth.shape, generator=generator)
            x = level.sqrt() * truth + (1 - level).sqrt() * noise
            with torch.inference_mode():
                columns.append(network(x, level.expand(len(truth)), fill, spread))
        return columns_of([column / 2 + 0.5 for column in (*columns, truth)])

    def _noise_levels(self, count: int, generator: torch.Generator) -> Tensor:
        """Draw alphas_cumprod: three tenths near pure noise, the rest about the spread of fills."""
        ln_sigma = torch.randn(count, generator=generator) * 1.2 - 0.9
        noisy = torch.rand(count, generator=generator) < 0.3
        table = self.alphas_cumprod
        ln_table = 0.5 * torch.log((1 - table) / table)
        index = torch.searchsorted(ln_table.float(), ln_sigma).clamp(0, len(table) - 1)
        late = torch.randint(800, len(table), (count,), generator=generator)
        return table[torch.where(noisy, late, index)].float()


def _coarse_fill(
    rng: np.random.Generator, truth: FloatImage, hole: npt.NDArray[np.bool_]
) -> tuple[FloatImage, FloatImage]:
    """Return what a coarser scale hands down: the truth at half or quarter size, with smooth errors."""
    size = truth.shape[0]
    factor = int(rng.choice([2, 4]))
    small = (size // factor, size // factor)
    coarse = cv2.resize(truth, small, interpolation=cv2.INTER_AREA)
    wrong = rng.uniform(0, 0.2)
    error = rng.normal(0, wrong, (max(size // 16, 2), max(size // 16, 2), 3)).astype(np.float32)
    coarse = coarse + cv2.resize(error, small, interpolation=cv2.INTER_CUBIC)
    enlarged = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    lost = 0.08 if factor == 2 else 0.12
    spread = np.where(hole, np.hypot(lost, wrong), 0).astype(np.float32)
    return np.where(hole[..., None], np.clip(enlarged, -1, 1), truth), spread

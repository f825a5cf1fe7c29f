"""Training of the eraser: a small LaMa that corrects a classical fill in one pass.

The losses are those of Suvorov et al. 2022, section 2.3, without the perceptual one, whose network cannot
be carried here: a distance to the truth from the start, and for the last part of the budget a patch
discriminator with feature matching, because a distance alone gives what is likely, which is blurred.

Most of what a hole held cannot be known, so the truth is a noisy lesson, and a small network learns next
to nothing from it in an hour. A trained prior may therefore be its teacher (Hinton et al. 2015): the
prior's expectation, one evaluation from pure noise, holds just what can be known.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.messages import TRAINED_STEPS
from engine.networks.critic import PatchCritic
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.networks.prior_unet import PriorUNet
from engine.photo.damage import random_hole
from engine.photo.fill import classical_fill, spread_of_fill
from engine.sampling.schedule import Schedule
from engine.training.data import CropSource, PhotoRef, check_crop
from engine.training.holes import Example, batch_of, columns_of, mean_in_hole
from engine.training.loop import Batch, Rival

SMALLEST_CROP = 32
KNEE = 0.05
"""Error, in [0, 1] units, below which the distance is squared: small errors are worth making smaller."""


@dataclass(frozen=True)
class EraserSettings:
    """What is trained on, and how the losses weigh.

    ``adversarial_from``: share of the budget from which the rival takes part, 1 for never.
    ``adversarial`` and ``matching`` weigh its verdict and its features beside the distance.
    """

    network: LamaConfig = field(
        default_factory=lambda: LamaConfig(
            base_width=32, downsamplings=1, blocks=6, ratio=0.25, corrects=True
        )
    )
    batch: int = 8
    crop: int = 96
    adversarial_from: float = 1.0
    adversarial: float = 0.02
    matching: float = 0.2

    def __post_init__(self) -> None:
        check_crop(self.crop, 2**self.network.downsamplings * 2, SMALLEST_CROP)


class EraserExamples:
    """Makes batches of training examples; it knows no network, so that workers get none."""

    def __init__(self, source: CropSource, settings: EraserSettings) -> None:
        self.source, self.settings = source, settings

    def __call__(self, rng: np.random.Generator) -> dict[str, npt.NDArray[np.float32]]:
        """Return ``truth`` and ``fill`` (B, 3, S, S) in [-1, 1], and ``spread`` of the fill (B, 1, S, S)."""
        return batch_of([self._example(rng) for _ in range(self.settings.batch)])

    def _example(self, rng: np.random.Generator) -> Example:
        truth = self.source.crop(rng)
        hole = random_hole(rng, self.settings.crop, self.settings.crop)
        return truth, classical_fill(truth, hole), spread_of_fill(hole)


class EraserTask:
    """A :class:`engine.training.loop.Task` that trains a :class:`LamaGenerator`."""

    name = "eraser"
    architecture = "lama"
    learning_rate = 5e-4

    def __init__(
        self,
        photos: Sequence[PhotoRef],
        settings: EraserSettings,
        seed: int = 0,
        teacher: PriorUNet | None = None,
    ) -> None:
        torch.manual_seed(seed)
        self.teacher, self.noisiest = teacher, Schedule.linear().alpha_bar(TRAINED_STEPS - 1)
        self.config = settings
        self.photos = photos
        self.network: nn.Module = LamaGenerator(settings.network)
        self.rival: Rival | None = EraserRival() if settings.adversarial_from < 1 else None
        self.source = CropSource(photos, settings.crop)
        self.examples = EraserExamples(self.source, settings)

    def model_config(self) -> dict[str, Any]:
        """The network's configuration, as it is written into the model's file."""
        return asdict(self.config.network)

    def settings(self) -> dict[str, Any]:
        """Fields that a checkpoint must share to be resumed."""
        return {**asdict(self.config), "photos": len(self.photos), "taught": self.teacher is not None}

    def loss(
        self, network: nn.Module, batch: Batch, generator: torch.Generator, used: float
    ) -> tuple[Tensor, Tensor | None]:
        """Distance inside the hole, from the teacher at first and ever more from the truth; then the rival.

        A crop weighs by the square root of its hole's area, and less the worse its fill is, as for the
        prior. 1 is what the fill costs.
        """
        truth, filled = (batch[name] / 2 + 0.5 for name in ("truth", "fill"))
        hole = (batch["spread"] > 0).float()
        made = network.predict(filled, hole)  # type: ignore[operator]
        fill_error = mean_in_hole(_distance(filled - truth), hole)
        error = mean_in_hole(_distance(made - truth), hole)
        if self.teacher is not None:
            lesson = self._lesson(self.teacher, batch) / 2 + 0.5
            error = used * error + (1 - used) * mean_in_hole(_distance(made - lesson), hole)
        weight = hole.mean((1, 2, 3)).sqrt() / (fill_error + 0.02)
        loss = (error * weight).sum() / (fill_error * weight).sum()
        if self.rival is None or used < self.config.adversarial_from:
            return loss, None
        made = hole * made + (1 - hole) * truth
        return loss + self._verdict(self.rival.network, truth, made, hole), made

    def picture(self, network: nn.Module) -> npt.NDArray[np.uint8]:
        """Rows of: damaged, fill, repaired, truth."""
        batch = {k: torch.from_numpy(v) for k, v in self.examples(np.random.default_rng(12345)).items()}
        truth, filled = (batch[name] / 2 + 0.5 for name in ("truth", "fill"))
        hole = (batch["spread"] > 0).float()
        with torch.inference_mode():
            made = hole * network.predict(filled, hole) + (1 - hole) * truth  # type: ignore[operator]
        return columns_of([torch.where(hole > 0, torch.ones_like(truth), truth), filled, made, truth])

    @torch.no_grad()
    def _lesson(self, teacher: PriorUNet, batch: Batch) -> Tensor:
        """What the prior expects, given the photo around the hole: its estimate from nearly pure noise."""
        fill, spread = batch["fill"], batch["spread"]
        level = torch.full((len(fill),), self.noisiest, device=fill.device)
        expected: Tensor = teacher.to(fill.device)(math.sqrt(self.noisiest) * fill, level, fill, spread)
        return expected

    def _verdict(self, critic: nn.Module, truth: Tensor, made: Tensor, hole: Tensor) -> Tensor:
        """Non-saturating loss where patches hold made pixels, and the distance of the features."""
        verdicts, features = critic(made)
        with torch.no_grad():
            _, true_features = critic(truth)
        touched = _touched(hole)
        judged = (F.softplus(-verdicts) * touched).sum() / touched.sum()
        distances = [F.l1_loss(a, b) for a, b in zip(features, true_features, strict=True)]
        matched = torch.stack(distances).mean() / hole.mean()
        return self.config.adversarial * judged + self.config.matching * matched


class EraserRival:
    """Tells patches that hold made pixels from patches of photos."""

    def __init__(self) -> None:
        self.network: nn.Module = PatchCritic()

    def loss(self, network: nn.Module, batch: Batch, made: Tensor) -> Tensor:
        """Non-saturating loss with the gradient penalty R1 (Mescheder et al. 2018)."""
        truth = (batch["truth"] / 2 + 0.5).detach().requires_grad_(True)
        on_truth, _ = network(truth)
        on_made, _ = network(made)
        touched = _touched((batch["spread"] > 0).float())
        fooled = (F.softplus(on_made) * touched).sum() / touched.sum()
        (slope,) = torch.autograd.grad(on_truth.float().sum(), truth, create_graph=True)
        penalty = slope.float().square().sum((1, 2, 3)).mean()
        loss: Tensor = F.softplus(-on_truth).mean() + fooled + 0.001 * penalty
        return loss


def _touched(hole: Tensor) -> Tensor:
    """1 where a patch of the critic holds pixels of the hole: (B, 1, H, W) -> (B, 1, H/8, W/8)."""
    return F.max_pool2d(hole, PatchCritic.STRIDE)


def _distance(error: Tensor) -> Tensor:
    """Absolute error, squared near zero: L1 without its kink (Charbonnier)."""
    return (error.float().square() + KNEE**2).sqrt() - KNEE

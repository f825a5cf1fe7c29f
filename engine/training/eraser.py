"""Training of the eraser: a small LaMa that corrects a classical fill in one pass.

The losses are those of Suvorov et al. 2022, section 2.3, without the perceptual one, whose network cannot
be carried here: a distance to the truth from the start, and for the last part of the budget a patch
discriminator with feature matching, because a distance alone gives what is likely, which is blurred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.errors import BadInputError
from engine.networks.critic import PatchCritic
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.photo.damage import random_hole
from engine.photo.fill import classical_fill
from engine.training.data import CropSource, PhotoRef
from engine.training.loop import Batch, Rival

FloatImage = npt.NDArray[np.float32]

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
        default_factory=lambda: LamaConfig(base_width=32, downsamplings=2, blocks=6, corrects=True)
    )
    batch: int = 8
    crop: int = 96
    adversarial_from: float = 1.0
    adversarial: float = 0.02
    matching: float = 0.2

    def __post_init__(self) -> None:
        multiple = 2**self.network.downsamplings * 2
        if self.crop < SMALLEST_CROP or self.crop % multiple:
            raise BadInputError(
                f"The side of a crop must be a multiple of {multiple} and at least {SMALLEST_CROP}, "
                f"not {self.crop}."
            )


class EraserExamples:
    """Makes batches of training examples; it knows no network, so that workers get none."""

    def __init__(self, source: CropSource, settings: EraserSettings) -> None:
        self.source, self.settings = source, settings

    def __call__(self, rng: np.random.Generator) -> dict[str, FloatImage]:
        """Return ``truth`` and ``fill`` (B, 3, S, S) in [0, 1], and ``hole`` (B, 1, S, S), 1 = repair."""
        truth, fill, hole = (
            np.stack(part)
            for part in zip(*(self._example(rng) for _ in range(self.settings.batch)), strict=True)
        )
        return {
            "truth": np.ascontiguousarray(truth.transpose(0, 3, 1, 2)),
            "fill": np.ascontiguousarray(fill.transpose(0, 3, 1, 2)),
            "hole": hole[:, None].astype(np.float32),
        }

    def _example(self, rng: np.random.Generator) -> tuple[FloatImage, FloatImage, npt.NDArray[np.bool_]]:
        truth = self.source.crop(rng) * np.float32(0.5) + np.float32(0.5)
        hole = random_hole(rng, self.settings.crop, self.settings.crop)
        return truth, classical_fill(truth, hole), hole


class EraserTask:
    """A :class:`engine.training.loop.Task` that trains a :class:`LamaGenerator`."""

    name = "eraser"
    architecture = "lama"
    learning_rate = 1e-3

    def __init__(self, photos: Sequence[PhotoRef], settings: EraserSettings, seed: int = 0) -> None:
        torch.manual_seed(seed)
        self.config = settings
        self.photos = photos
        self.network: nn.Module = LamaGenerator(settings.network)
        self.rival: Rival | None = EraserRival() if settings.adversarial_from < 1 else None
        self.examples = EraserExamples(CropSource(photos, settings.crop), settings)

    def model_config(self) -> dict[str, Any]:
        """The network's configuration, as it is written into the model's file."""
        return asdict(self.config.network)

    def settings(self) -> dict[str, Any]:
        """Fields that a checkpoint must share to be resumed."""
        return {**asdict(self.config), "photos": len(self.photos)}

    def loss(
        self, network: nn.Module, batch: Batch, generator: torch.Generator, used: float
    ) -> tuple[Tensor, Tensor | None]:
        """Distance inside the hole; later also what the rival thinks of the composite.

        A crop weighs by the square root of its hole's area, and less the worse its fill is, as for the
        prior.
        """
        truth, filled, hole = batch["truth"], batch["fill"], batch["hole"]
        made = network.predict(filled, hole)  # type: ignore[operator]
        error, fill_error = (_mean_in_hole(_distance(image - truth), hole) for image in (made, filled))
        weight = hole.mean((1, 2, 3)).sqrt() / (fill_error + 0.02)
        loss = (error * weight).sum() / (fill_error * weight).sum()
        if self.rival is None or used < self.config.adversarial_from:
            return loss, None
        made = hole * made + (1 - hole) * truth
        return loss + self._verdict(self.rival.network, truth, made, hole), made

    def picture(self, network: nn.Module) -> npt.NDArray[np.uint8]:
        """Rows of: damaged, fill, repaired, truth."""
        rng = np.random.default_rng(12345)
        batches = [self.examples(rng) for _ in range(2)]
        truth, filled, hole = (
            torch.from_numpy(np.concatenate([batch[name] for batch in batches]))
            for name in ("truth", "fill", "hole")
        )
        with torch.inference_mode():
            made = hole * network.predict(filled, hole) + (1 - hole) * truth  # type: ignore[operator]
        columns = [torch.where(hole > 0, torch.ones_like(truth), truth), filled, made, truth]
        rows = torch.cat(columns, 3).permute(0, 2, 3, 1).flatten(0, 1)
        return (rows.clamp(0, 1) * 255).round().numpy().astype(np.uint8)

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
        truth = batch["truth"].detach().requires_grad_(True)
        on_truth, _ = network(truth)
        on_made, _ = network(made)
        touched = _touched(batch["hole"])
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


def _mean_in_hole(values: Tensor, hole: Tensor) -> Tensor:
    """Mean over channels and hole pixels of each example: (B, 3, S, S), (B, 1, S, S) -> (B,)."""
    return (values * hole).mean((1, 2, 3)) / hole.mean((1, 2, 3))

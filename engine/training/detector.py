"""Training of the detector: photos with damage laid over them, and many without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.errors import BadInputError
from engine.networks.detector import Detector, DetectorConfig
from engine.training.damaging import TRAINED, Damager, FloatImage, aged, damaged, scanned
from engine.training.data import CropSource, PhotoRef, check_crop
from engine.training.loop import Batch, Rival
from engine.training.stencils import Stencils, is_held_out

SMALLEST_CROP = 32


@dataclass(frozen=True)
class DetectorSettings:
    """What is trained on: crops a batch, their side, the share of undamaged ones, the weight of damage."""

    network: DetectorConfig = field(default_factory=DetectorConfig)
    batch: int = 8
    crop: int = 128
    clean_share: float = 0.5
    damage_weight: float = 1.0

    def __post_init__(self) -> None:
        check_crop(self.crop, self.network.multiple_of, SMALLEST_CROP)


class DetectorExamples:
    """Makes batches of training examples; it knows no network, so that workers get none."""

    def __init__(self, source: CropSource, damager: Damager, settings: DetectorSettings) -> None:
        self.source, self.damager, self.settings = source, damager, settings

    def __call__(self, rng: np.random.Generator) -> dict[str, FloatImage]:
        """Return ``photo`` (B, 3, S, S) in [-1, 1]; ``hole`` and ``weight`` (B, 1, S, S)."""
        photos, holes, weights = zip(*(self._example(rng) for _ in range(self.settings.batch)), strict=True)
        return {
            "photo": np.ascontiguousarray(np.stack(photos).transpose(0, 3, 1, 2)),
            "hole": np.stack(holes)[:, None],
            "weight": np.stack(weights)[:, None],
        }

    def _example(self, rng: np.random.Generator) -> tuple[FloatImage, FloatImage, FloatImage]:
        clean = rng.random() < self.settings.clean_share
        photo = aged(rng, self._crop(rng, candidates=int(rng.integers(1, 4)) if clean else 1))
        size = self.settings.crop
        if clean:
            return (
                scanned(rng, photo) * 2 - 1,
                np.zeros((size, size), np.float32),
                np.ones_like(photo[..., 0]),
            )
        other = self._crop(rng, candidates=1) if rng.random() < 0.2 else photo[::-1]
        example = damaged(photo, self.damager.layers(rng, photo, other))
        weight = np.where(example.undecided, np.float32(0), np.float32(1))
        return scanned(rng, example.image) * 2 - 1, example.hole.astype(np.float32), weight

    def _crop(self, rng: np.random.Generator, candidates: int) -> FloatImage:
        """Return the busiest or most colourful of several crops: that is where sound photos are mistaken.

        Some crops are enlarged: scans are often softer than their pixels are fine.
        """
        crops = [self.source.crop(rng) * np.float32(0.5) + np.float32(0.5) for _ in range(candidates)]
        crop = max(crops, key=_colour if rng.random() < 0.4 else _detail)
        if rng.random() < 0.2:
            size = len(crop)
            side = int(size / rng.uniform(1.2, 2.5))
            enlarged = cv2.resize(crop[:side, :side], (size, size), interpolation=cv2.INTER_CUBIC)
            crop = np.asarray(np.clip(enlarged, 0, 1), np.float32)
        return crop


def _detail(crop: FloatImage) -> float:
    return float(np.abs(cv2.Laplacian(crop, cv2.CV_32F)).mean())


def _colour(crop: FloatImage) -> float:
    return float(np.ptp(crop, axis=2).mean())


class DetectorTask:
    """A :class:`engine.training.loop.Task` that trains a :class:`Detector`.

    ``stencils``: those held out for measuring are left aside. Raises BadInputError if none remain.
    """

    name = "detector"
    architecture = "detector"
    learning_rate = 2e-3
    rival: Rival | None = None

    def __init__(
        self,
        photos: Sequence[PhotoRef],
        stencils: Sequence[PhotoRef],
        settings: DetectorSettings,
        seed: int = 0,
    ) -> None:
        torch.manual_seed(seed)
        kept = [ref for ref in stencils if not is_held_out(ref)]
        if not kept:
            raise BadInputError("All damage stencils are of kinds held out for measuring: add others.")
        self.network: nn.Module = Detector(settings.network)
        self.config = settings
        self.photos: Sequence[PhotoRef] = [*photos, *kept]
        self.crops = len(photos)
        self.source = CropSource(photos, settings.crop)
        self.examples = DetectorExamples(self.source, Damager(Stencils(kept), TRAINED), settings)

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
            "clean_share": config.clean_share,
            "damage_weight": config.damage_weight,
            "photos": self.crops,
            "stencils": len(self.photos) - self.crops,
        }

    def loss(
        self, network: nn.Module, batch: Batch, generator: torch.Generator, used: float
    ) -> tuple[Tensor, None]:
        """Cross entropy of every decided pixel, and soft Dice (Milletari et al. 2016) of each damaged crop.

        Damaged pixels weigh more, the more the fewer there are: else large stains, of which many could as
        well belong to the photo, would count for more than all scratches.
        """
        hole, weight = batch["hole"], batch["weight"]
        logits = network(batch["photo"]).float()
        share = hole.mean((1, 2, 3), keepdim=True)
        raised = (self.config.damage_weight * (0.05 / (share + 0.005)).sqrt()).clamp(0.7, 3.0)
        entropy = F.binary_cross_entropy_with_logits(logits, hole, weight * (1 + (raised - 1) * hole))
        probability = torch.sigmoid(logits) * weight
        overlap = (probability * hole).sum((1, 2, 3))
        dice = 1 - (2 * overlap + 1) / (probability.sum((1, 2, 3)) + hole.sum((1, 2, 3)) + 1)
        is_damaged = (share.flatten() > 0).float()
        return entropy + 0.4 * (dice * is_damaged).sum() / is_damaged.sum().clamp_min(1), None

    def picture(self, network: nn.Module) -> npt.NDArray[np.uint8]:
        """Rows of: photo, hole (undecided pixels grey), probability."""
        made = self.examples(np.random.default_rng(12345))
        batch = {name: torch.from_numpy(value) for name, value in made.items()}
        with torch.inference_mode():
            probability = torch.sigmoid(network(batch["photo"]))
        wanted = torch.where(batch["weight"] > 0, batch["hole"], 0.5)
        columns = [(batch["photo"] + 1) / 2, wanted.expand(-1, 3, -1, -1), probability.expand(-1, 3, -1, -1)]
        rows = torch.cat(columns, 3).permute(0, 2, 3, 1).flatten(0, 1)
        return (rows * 255).round().numpy().astype(np.uint8)

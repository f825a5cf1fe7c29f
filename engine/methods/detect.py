"""Finding damage: the detector over a photo of any size, in tiles that agree exactly with the whole."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the customary name

from engine.checkpoints.store import Store
from engine.device import inference_dtype
from engine.errors import BadModelError
from engine.findings import CERTAIN, Probability
from engine.messages import Box, Detect, Progress
from engine.networks.detector import Detector, folded
from engine.photo.flat import flat_pieces, within_margins
from engine.photo.pyramid import Array, to_unit
from engine.photo.regions import crop
from engine.photo.specks import with_specks


class DamageFinder:
    """A detector with its name."""

    def __init__(self, name: str, network: Detector) -> None:
        self.name, self.network = name, network


def load_finder(store: Store, model: str, device: torch.device) -> DamageFinder:
    """Load a detector by its name in the manifest, or from a file. Raises BadModelError."""
    loaded = store.load(model, kind="detector")
    if not isinstance(loaded.network, Detector):
        raise BadModelError("{name} is no damage detector: choose another model.", name=loaded.name)
    network = folded(loaded.network).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return DamageFinder(loaded.name, network)


@torch.inference_mode()
def find_damage(
    request: Detect, finder: DamageFinder, device: torch.device, core_side: int
) -> Generator[Progress, None, Probability]:
    """Return how likely each pixel of the photo is damaged, uint8 (H, W).

    The detector says it of most damage. Dust it hardly sees, so that is looked for apart, and patches of one
    single colour are certain without it. White and black margins are no damage.

    ``core_side``: side in pixels of a tile, without the surroundings that the network can see; memory
    grows with its square.
    """
    image = request.image
    probability = np.empty(image.shape[:2], np.uint8)
    tiles = plan_tiles(image.shape[:2], core_side, finder.network.config.multiple_of)
    for done, core in enumerate(tiles, 1):
        crop(probability, core)[...] = _probability_in(image, core, finder.network, device)
        yield Progress("looking for damage", done, len(tiles))
    probability = with_specks(probability, image)
    probability[flat_pieces(image)] = CERTAIN
    box = within_margins(image)
    found = np.zeros_like(probability)
    crop(found, box)[...] = crop(probability, box)
    return found


def plan_tiles(shape: tuple[int, ...], side: int, multiple_of: int) -> list[Box]:
    """Cover a photo of ``shape`` (H, W) with boxes of at most about ``side`` pixels.

    They begin at multiples of ``multiple_of``, so that the network's coarse grids fall on the same pixels
    in each of them.
    """
    ys, xs = (_cuts(length, side, multiple_of) for length in shape)
    return [(top, left, bottom, right) for top, bottom in ys for left, right in xs]


def _cuts(length: int, side: int, multiple_of: int) -> list[tuple[int, int]]:
    pieces = -(-length // side)
    step = -(-length // (pieces * multiple_of)) * multiple_of
    return [(start, min(start + step, length)) for start in range(0, length, step)]


def _probability_in(image: Array, core: Box, network: Detector, device: torch.device) -> Probability:
    """Return the probabilities of the pixels of ``core``, from them and all the network sees around them."""
    height, width = image.shape[:2]
    reach, multiple = network.config.reach, network.config.multiple_of
    top, left = max(core[0] - reach, 0), max(core[1] - reach, 0)
    box = (top, left, min(core[2] + reach, height), min(core[3] + reach, width))
    pixels = torch.from_numpy(to_unit(crop(image, box))).permute(2, 0, 1)[None].to(device)
    pad = (0, -pixels.shape[3] % multiple, 0, -pixels.shape[2] % multiple)
    logits = _looked_at_twice(network, F.pad(pixels, pad, mode="replicate"))
    inside = (core[0] - top, core[1] - left, core[2] - top, core[3] - left)
    chances = crop(torch.sigmoid(logits)[0, 0].cpu().numpy(), inside)
    if not np.isfinite(chances).all():
        raise BadModelError(
            "The model gives undefined numbers, so its file is spoilt: get it again, or choose another model."
        )
    return np.round(chances * (CERTAIN - 1)).astype(np.uint8)


def _looked_at_twice(network: Detector, photo: Tensor) -> Tensor:
    """Return the logits (1, 1, H, W) of ``photo`` (1, 3, H, W), their mean with those of its mirror image.

    A false mark is seldom seen in both. It takes twice the time, for half of the false marks at equal finds:
    models/EXPERIMENTS.md has the figures.
    """
    seen = _evaluated(network, photo)
    mirrored: Tensor = _evaluated(network, photo.flip(3)).flip(3)
    return (seen + mirrored) / 2


def _evaluated(network: Detector, photo: Tensor) -> Tensor:
    dtype = inference_dtype(photo.device)
    with torch.autocast(photo.device.type, dtype, enabled=dtype != torch.float32):
        logits: Tensor = network(photo.contiguous(memory_format=torch.channels_last))
    return logits.float()

"""One face for every diffusion model a repair can use: our own, which knows the hole, and public ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from engine.checkpoints.architectures import declared_schedule
from engine.checkpoints.store import Store
from engine.device import inference_dtype
from engine.errors import BadModelError
from engine.networks.adm_unet import AdmUnet
from engine.networks.prior_unet import PriorUNet
from engine.sampling.denoiser import Denoiser, Prediction, eps_denoiser
from engine.sampling.schedule import Schedule


@dataclass(frozen=True, eq=False)
class Guide:
    """What is known before sampling: a ``fill`` (1, 3, H, W) in [-1, 1] and its ``spread`` (1, 1, H, W).

    The spread is the fill's expected error, 0 exactly where the fill is the photo itself.
    """

    fill: Tensor
    spread: Tensor

    @property
    def hole(self) -> Tensor:
        """Float (1, 1, H, W), 1 = repair."""
        return (self.spread > 0).to(self.fill.dtype)


class Prior(Protocol):
    """A diffusion model with everything a sampler needs to know of it."""

    name: str
    schedule: Schedule
    multiple_of: int

    def denoiser(self, guide: Guide) -> Denoiser:
        """Return the denoiser for one region, on the device of the guide."""

    @property
    def refines(self) -> bool:
        """Whether an estimate from pure noise is a better fill than the guide's."""


class HoleAwarePrior:
    """Our own network: fill and spread are its inputs, so its estimates agree with the known pixels.

    From pure noise, where x says nothing, its estimate is the expected picture given the photo around the
    hole: a learned fill.
    """

    refines = True

    def __init__(self, name: str, network: PriorUNet) -> None:
        self.name, self.network = name, network
        self.schedule = Schedule.linear()
        self.multiple_of = network.config.multiple_of

    def denoiser(self, guide: Guide) -> Denoiser:
        """Return the denoiser for one region; x may hold several samples of it."""
        dtype = inference_dtype(guide.fill.device)
        channels_last = torch.channels_last

        def denoise(x: Tensor, level: int) -> Prediction:
            alpha_bar = torch.full((len(x),), self.schedule.alpha_bar(level), device=x.device)
            fill = guide.fill.expand_as(x)
            spread = guide.spread.expand(len(x), -1, -1, -1)
            with torch.autocast(x.device.type, dtype, enabled=dtype != torch.float32):
                x0 = self.network(x.contiguous(memory_format=channels_last), alpha_bar, fill, spread)
            return Prediction(x0.float().clamp(-1, 1))

        return denoise


class EpsPrior:
    """A public network with three input channels: conditions alone tie it to the photo."""

    refines = False

    def __init__(
        self,
        name: str,
        network: nn.Module,
        schedule: Schedule,
        multiple_of: int,
        rescale_timesteps: bool = False,
    ) -> None:
        self.name, self.network, self.schedule = name, network, schedule
        self.multiple_of, self.rescale_timesteps = multiple_of, rescale_timesteps

    def denoiser(self, guide: Guide) -> Denoiser:
        """Return the plain denoiser; the guide is left to the conditions."""
        return eps_denoiser(self.network, self.schedule, rescale_timesteps=self.rescale_timesteps)


def load_prior(store: Store, model: str, device: torch.device) -> Prior:
    """Load a prior by its name in the manifest, or from a file, onto ``device``.

    Raises BadModelError, in a sentence, for anything that cannot be used as one.
    """
    loaded = store.load(model, kind="prior")
    network = loaded.network
    if isinstance(network, AdmUnet) and device.type == "cuda" and loaded.settings.get("use_fp16"):
        network.halve()  # on a CPU it would only cost quality
    network = network.to(device)
    if isinstance(network, PriorUNet):
        return HoleAwarePrior(loaded.name, network)
    if isinstance(network, AdmUnet) and network.config.num_classes is None:
        return EpsPrior(
            loaded.name,
            network,
            declared_schedule(loaded.settings),
            network.config.multiple_of,
            bool(loaded.settings["rescale_timesteps"]),
        )
    raise BadModelError(
        "{name} paints pictures of named classes only: choose an unconditional model.", name=loaded.name
    )

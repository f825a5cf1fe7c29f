"""Recognise which network a checkpoint belongs to, and build it.

What names and shapes show is read from them. What they do not show (how attention splits its channels, the
noise schedule) must be declared with the model, because a wrong value loads without complaint and ruins
every picture; it is never guessed.

To support another network, write its :class:`Architecture` and add it to :data:`ARCHITECTURES`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from torch import Tensor, nn

from engine.checkpoints.formats import Weights
from engine.errors import BadModelError
from engine.models import Kind
from engine.networks.adm_unet import AdmConfig, AdmUnet
from engine.networks.detector import Detector, DetectorConfig
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.sampling.schedule import Schedule

Settings: TypeAlias = Mapping[str, Any]
T = TypeVar("T")

METADATA_KEY = "reweave"
ADM_DECLARED = (
    "image_size",
    "use_new_attention_order",
    "noise_schedule",
    "diffusion_steps",
    "rescale_timesteps",
)


@dataclass(frozen=True)
class Architecture:
    """A kind of network.

    ``recognises``: whether weights are of it. ``build``: an untrained network that fits them, given what
    is declared; called under torch's meta device. It may raise Python's ordinary errors where weights lack
    what the architecture always has.
    """

    name: str
    title: str
    kind: Kind
    recognises: Callable[[Weights], bool]
    build: Callable[[Weights, Settings], nn.Module]


def recognise(weights: Weights) -> Architecture:
    """Find the architecture of ``weights``; raise :class:`BadModelError` if none is known."""
    for architecture in ARCHITECTURES:
        if architecture.recognises(weights):
            return architecture
    known = ", ".join(architecture.title for architecture in ARCHITECTURES)
    first = ", ".join(sorted(weights.tensors)[:3])
    raise BadModelError(
        "{name} holds a network that is not known here (with {first}): choose one of {known}.",
        name=weights.name,
        first=first,
        known=known,
    )


def declared_schedule(settings: Settings) -> Schedule:
    """The noise schedule that a model was declared to be trained with."""
    kinds = {"linear": Schedule.linear, "cosine": Schedule.cosine}
    kind = settings["noise_schedule"]
    if kind not in kinds:
        raise BadModelError(
            "There is no noise_schedule {kind!r}: declare {names}.", kind=kind, names=" or ".join(kinds)
        )
    return kinds[kind](int(settings["diffusion_steps"]))


# The public diffusion networks.


def _is_adm(weights: Weights) -> bool:
    first = weights.tensors.get("input_blocks.0.0.weight")
    # Its upsamplers share all names, but take six channels.
    plain = first is not None and first.shape[1:2] == (3,)
    return plain and {"time_embed.0.weight", "output_blocks.0.0.in_layers.0.weight"} <= weights.tensors.keys()


def _build_adm(weights: Weights, settings: Settings) -> nn.Module:
    missing = [name for name in ADM_DECLARED if name not in settings]
    if not {"num_heads", "num_head_channels"} & settings.keys():
        missing.append("num_head_channels (or num_heads)")
    if missing:
        raise BadModelError(
            "The weights in {name} do not show how to use them: declare {names} in models.toml.",
            name=weights.name,
            names=", ".join(missing),
        )
    return AdmUnet(adm_config(weights.tensors, settings))


def adm_config(tensors: Mapping[str, Tensor], settings: Settings) -> AdmConfig:
    """Read the shape of an ADM U-Net off its weights, and the heads from ``settings``."""
    shapes = {name: tuple(value.shape) for name, value in tensors.items()}
    base = shapes["time_embed.0.weight"][1]
    inputs, outputs = (
        {int(name.split(".")[1]) for name in shapes if name.startswith(f"{side}_blocks.")}
        for side in ("input", "output")
    )
    residual_ups = {
        name.split(".")[1]
        for name in shapes
        if name.startswith("output_blocks.")
        and name.endswith("in_layers.0.weight")
        and name.split(".")[2] != "0"
    }
    convolution_ups = {
        name for name in shapes if name.startswith("output_blocks.") and name.endswith("conv.weight")
    }
    # A downsampler that only averages has no weights, and leaves a gap in the numbers.
    gaps = max(inputs) + 1 - len(inputs)
    levels = 1 + (len(residual_ups) or len(convolution_ups) or gaps)
    stride = len(outputs) // levels
    if not stride:
        raise ValueError("fewer blocks than levels")
    firsts = [1 + level * stride for level in range(levels)]
    hidden, embedding_out = (
        shapes[f"input_blocks.1.0.{layer}.weight"][0] for layer in ("in_layers.2", "emb_layers.1")
    )
    classes = shapes.get("label_emb.weight")
    return AdmConfig(
        model_channels=base,
        num_res_blocks=stride - 1,
        channel_mult=tuple(
            shapes[f"input_blocks.{first}.0.out_layers.3.weight"][0] / base for first in firsts
        ),
        attention_factors=tuple(
            2**level for level, first in enumerate(firsts) if f"input_blocks.{first}.1.qkv.weight" in shapes
        ),
        in_channels=shapes["input_blocks.0.0.weight"][1],
        out_channels=shapes["out.2.weight"][0],
        num_classes=classes[0] if classes else None,
        num_heads=int(settings.get("num_heads", 1)),
        num_head_channels=int(settings.get("num_head_channels", -1)),
        num_heads_upsample=int(settings.get("num_heads_upsample", -1)),
        use_scale_shift_norm=embedding_out == 2 * hidden,
        resblock_updown=bool(residual_ups),
        conv_resample=bool(convolution_ups),
        new_attention_order=bool(settings["use_new_attention_order"]),
    )


# LaMa.


def _is_lama(weights: Weights) -> bool:
    return "model.1.ffc.convl2l.weight" in weights.tensors


def _build_lama(weights: Weights, settings: Settings) -> nn.Module:
    config = lama_config(weights.tensors)
    own = _own_description(weights).get("config")
    corrects = isinstance(own, dict) and own.get("corrects") is True
    return LamaGenerator(replace(config, corrects=corrects))


def lama_config(tensors: Mapping[str, Tensor]) -> LamaConfig:
    """Read the shape of a LaMa generator off its weights."""
    shapes = {name: tuple(value.shape) for name, value in tensors.items()}
    blocks = {int(name.split(".")[1]) for name in shapes if ".conv1.ffc." in name}
    first = min(blocks)
    if first > len(shapes):
        raise ValueError("layers without weights")
    local, far = (shapes[f"model.{first - 1}.ffc.{part}.weight"][0] for part in ("convl2l", "convl2g"))
    width, inputs = shapes["model.1.ffc.convl2l.weight"][:2]
    last = max(int(name.split(".")[1]) for name in shapes)
    return LamaConfig(
        base_width=width,
        downsamplings=first - 2,
        blocks=len(blocks),
        # The half makes sure that rounding down gives exactly these channels again.
        ratio=(far + 0.5) / (local + far),
        local_fourier=any(".lfu." in name for name in shapes),
        in_channels=inputs,
        out_channels=shapes[f"model.{last}.weight"][0],
        max_width=local + far,
    )


# Our own networks, which carry their configuration.


def _own_description(weights: Weights) -> dict[str, Any]:
    try:
        description = json.loads(weights.metadata.get(METADATA_KEY, "{}"))
    except (ValueError, RecursionError):
        return {}
    return description if isinstance(description, dict) else {}


def _is_own(name: str) -> Callable[[Weights], bool]:
    return lambda weights: _own_description(weights).get("architecture") == name


def _own_config(weights: Weights, read: Callable[[dict[str, Any]], T]) -> T:
    try:
        return read(_own_description(weights)["config"])
    except (KeyError, TypeError) as error:
        raise BadModelError(
            "{name} was written by another version of this program: get the matching file.", name=weights.name
        ) from error


def _build_own_prior(weights: Weights, settings: Settings) -> nn.Module:
    config = _own_config(weights, PriorConfig.from_dict)
    if config.blocks * len(config.channels) > len(weights.tensors):
        raise ValueError("more blocks than weights")  # and perhaps so many that building them never ends
    return PriorUNet(config)


def _build_own_detector(weights: Weights, settings: Settings) -> nn.Module:
    config = _own_config(weights, DetectorConfig.from_dict)
    if config.blocks + len(config.channels) > len(weights.tensors):
        raise ValueError("more blocks than weights")
    return Detector(config)


ARCHITECTURES = (
    Architecture("prior", "Reweave's prior", "prior", _is_own("prior"), _build_own_prior),
    Architecture("adm-unet", "ADM U-Net", "prior", _is_adm, _build_adm),
    Architecture("lama", "LaMa", "eraser", _is_lama, _build_lama),
    Architecture("detector", "Reweave's detector", "detector", _is_own("detector"), _build_own_detector),
)

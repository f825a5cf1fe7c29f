"""Small networks in the forms in which public ones come, and a manifest that lists them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.networks.adm_unet import AdmConfig, AdmUnet
from engine.networks.lama import LamaConfig, LamaGenerator

ADM_FLAGS = {
    "image_size": 32,
    "num_channels": 32,
    "num_res_blocks": 1,
    "channel_mult": "1,1,2",
    "attention_resolutions": "16",
    "learn_sigma": True,
    "resblock_updown": True,
    "num_head_channels": 16,
    "use_new_attention_order": False,
    "noise_schedule": "linear",
    "diffusion_steps": 1000,
    "rescale_timesteps": False,
}
LAMA_FLAGS = {
    "input_nc": 4,
    "output_nc": 3,
    "ngf": 4,
    "n_downsampling": 2,
    "n_blocks": 1,
    "max_features": 16,
    "add_out_act": "sigmoid",
    "resnet_conv_kwargs": {"ratio_gin": 0.75, "ratio_gout": 0.75, "enable_lfu": False},
}
ADM = {"kind": "prior", "architecture": "adm-unet", "settings": ADM_FLAGS}
LAMA = {"kind": "eraser", "architecture": "lama", "settings": LAMA_FLAGS}


def adm_weights() -> dict[str, Tensor]:
    torch.manual_seed(0)
    return AdmUnet(AdmConfig.from_flags(ADM_FLAGS)).state_dict()


def lama() -> LamaGenerator:
    torch.manual_seed(0)
    return LamaGenerator(LamaConfig.from_flags(LAMA_FLAGS)).eval()


def manifest(folder: Path, **models: Mapping[str, Any]) -> Path:
    """Write a manifest that lists ``models``, and return its folder."""
    folder.mkdir(exist_ok=True)
    lines = []
    for name, fields in models.items():
        described = {"title": name, "licence": "MIT", "page": "https://example.org"} | dict(fields)
        lines += [f"[models.{name}]", *(f"{key} = {toml(value)}" for key, value in described.items())]
    (folder / "models.toml").write_text("\n".join(lines))
    return folder


def toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    return json.dumps(value)

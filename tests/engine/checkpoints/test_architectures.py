"""Networks' shapes, read off their weights."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from engine.checkpoints.architectures import adm_config, lama_config
from engine.networks.adm_unet import AdmConfig, AdmUnet
from engine.networks.lama import LamaConfig, LamaGenerator

TINY = AdmConfig(32, 1, (1.0, 1.0, 2.0), (2,), num_head_channels=16)
TINY_LAMA = LamaConfig(base_width=4, downsamplings=2, blocks=1, ratio=0.75, max_width=16)
DECLARED = {"num_head_channels": 16, "use_new_attention_order": False}


@pytest.mark.parametrize(
    "config",
    [
        TINY,
        replace(TINY, num_res_blocks=2, channel_mult=(1.0, 2.0), attention_factors=(1, 2)),
        replace(TINY, resblock_updown=False, use_scale_shift_norm=False, out_channels=3),
        replace(TINY, resblock_updown=False, conv_resample=False, attention_factors=()),
        replace(TINY, num_classes=7, channel_mult=(1.0,), attention_factors=(1,), resblock_updown=False),
        AdmConfig.from_flags(
            {
                "image_size": 512,
                "num_channels": 256,
                "num_res_blocks": 2,
                "attention_resolutions": "32,16,8",
                "num_head_channels": 16,
                "resblock_updown": True,
                "learn_sigma": True,
                "class_cond": True,
            }
        ),
    ],
)
def test_adm_shape_is_read_off_the_weights(config: AdmConfig) -> None:
    with torch.device("meta"):
        network = AdmUnet(config)
        read = AdmUnet(adm_config(network.state_dict(), DECLARED))
    expected = {name: value.shape for name, value in network.state_dict().items()}
    assert {name: value.shape for name, value in read.state_dict().items()} == expected
    levels = len(config.channel_mult) > 1
    unseen = {"num_heads": read.config.num_heads}
    if not levels:
        unseen |= {"conv_resample": read.config.conv_resample, "resblock_updown": False}
    if config.resblock_updown:
        unseen["conv_resample"] = read.config.conv_resample
    assert read.config == replace(config, **unseen)


@pytest.mark.parametrize(
    "config",
    [LamaConfig(), TINY_LAMA, replace(TINY_LAMA, ratio=0.5, blocks=3, local_fourier=True, max_width=12)],
)
def test_lama_shape_is_read_off_the_weights(config: LamaConfig) -> None:
    with torch.device("meta"):
        network = LamaGenerator(config)
        read = LamaGenerator(lama_config(network.state_dict()))
    expected = {name: value.shape for name, value in network.state_dict().items()}
    assert {name: value.shape for name, value in read.state_dict().items()} == expected

"""ADM U-Net and LaMa: key lists, outputs and inner tensors."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.networks import lama
from engine.networks.adm_unet import AdmConfig, AdmUnet, timestep_embedding
from engine.networks.lama import LamaConfig, LamaGenerator
from tests.golden_checks.report import Case
from tests.golden_checks.weights import check_state, check_statistics, check_weights, fill

ADM_TOLERANCE = {
    "out_atol": 5e-5,
    "timestep_embedding_atol": 2e-4,
    "emb_atol": 2e-4,
    "block_stats_rtol": 1e-3,
}
LAMA_TOLERANCE = {"out_atol": 2e-5, "pre_sigmoid_atol": 3e-4, "layer_stats_rtol": 1e-3}


def adm_config(config: dict[str, Any]) -> AdmConfig:
    """From either of the public tool's two ways to write a configuration."""
    if "num_channels" in config:
        return AdmConfig.from_flags(config)
    return AdmConfig(
        model_channels=config["model_channels"],
        num_res_blocks=config["num_res_blocks"],
        channel_mult=tuple(config["channel_mult"]),
        attention_factors=tuple(config["attention_resolutions"]),
        in_channels=config.get("in_channels", 3),
        out_channels=config["out_channels"],
        num_classes=config.get("num_classes"),
        num_heads=config.get("num_heads", 1),
        num_head_channels=config.get("num_head_channels", -1),
        num_heads_upsample=config.get("num_heads_upsample", -1),
        use_scale_shift_norm=config.get("use_scale_shift_norm", False),
        resblock_updown=config.get("resblock_updown", False),
        conv_resample=config.get("conv_resample", True),
        new_attention_order=config.get("use_new_attention_order", False),
    )


def adm_network(config: dict[str, Any], salt: str) -> AdmUnet:
    """A filled network."""
    with torch.device("meta"):
        network = AdmUnet(adm_config(config))
    fill(network, salt)
    return network


@torch.inference_mode()
def check_adm(case: Case) -> None:
    """One U-Net: its keys and, where there are arrays, its output."""
    meta, arrays = case.meta, case.arrays
    salt = meta.get("weight_salt", "")
    if arrays or "weights_sha256" in meta:
        network = adm_network(meta["config"], salt)
        check_weights(case.json, network, meta)
    else:
        with torch.device("meta"):
            network = AdmUnet(adm_config(meta["config"]))
    if "state_dict" in meta:
        check_state(case.json, network, meta["state_dict"])
    if not arrays:
        return
    tolerance = ADM_TOLERANCE | meta.get("recommended_tolerance", {})
    blocks = _block_outputs(network)
    t = torch.from_numpy(arrays["t"])
    labels = [torch.from_numpy(arrays["y"])] if "y" in arrays else []
    out = network(torch.from_numpy(arrays["x"]), t, *labels)
    case.npz.compare("out", out, arrays["out"], tolerance["out_atol"])
    if "out_float64" in arrays:
        case.npz.compare("out_float64", out, arrays["out_float64"], tolerance["out_atol"])
    embedding = timestep_embedding(t, network.config.model_channels)
    stages = {"timestep_embedding": embedding, "time_embed_out": network.time_embed(embedding)}
    stages["emb"] = stages["time_embed_out"] + (network.label_emb(*labels) if labels else 0)
    for name, got in stages.items():
        if name in arrays:
            atol = tolerance["timestep_embedding_atol" if name == "timestep_embedding" else "emb_atol"]
            case.npz.compare(name, got, arrays[name], atol)
    rtol = tolerance["block_stats_rtol"]
    if "out_stats" in meta:
        check_statistics(case.json, "out", out, meta["out_stats"], rtol)
    for expected in meta.get("block_outputs_in_execution_order", []):
        check_statistics(case.json, expected["name"], blocks[expected["name"]], expected, rtol)


def _block_outputs(network: AdmUnet) -> dict[str, Tensor]:
    """Filled as the network runs."""
    outputs: dict[str, Tensor] = {}
    for name, module in network.named_modules():
        if re.fullmatch(r"(in|out)put_blocks\.\d+|middle_block", name):
            module.register_forward_hook(
                lambda _module, _inputs, output, name=name: outputs.__setitem__(name, output)
            )
    return outputs


def lama_network(config: dict[str, Any], salt: str) -> LamaGenerator:
    """A filled generator."""
    with torch.device("meta"):
        network = LamaGenerator(LamaConfig.from_flags(config))
    fill(network, salt)
    return network


@torch.inference_mode()
def check_lama(case: Case) -> None:
    """One generator: its keys and, where there are arrays, its output and inner tensors."""
    meta, arrays = case.meta, case.arrays
    if arrays or "weights_sha256" in meta:
        network = lama_network(meta["generator_config"], meta.get("weight_salt", ""))
        check_weights(case.json, network, meta)
    else:
        with torch.device("meta"):
            network = LamaGenerator(LamaConfig.from_flags(meta["generator_config"]))
    if "state_dict" in meta:
        check_state(case.json, network, meta["state_dict"])
    if "mask_u8" in arrays:
        _check_prediction(case, network)
    elif arrays:
        _check_forward(case, network)


def _check_forward(case: Case, network: LamaGenerator) -> None:
    meta, arrays = case.meta, case.arrays
    tolerance = LAMA_TOLERANCE | meta.get("recommended_tolerance", {})
    layers = _layer_outputs(network)
    inner = _inner_tensors(network, case)
    out = network(torch.from_numpy(arrays["x"]))
    last = len(network.model) - 2
    pre_sigmoid = next(output for name, output in layers if name == f"model.{last} Conv2d")
    case.npz.compare("out", out, arrays["out"], tolerance["out_atol"])
    if "pre_sigmoid" in arrays:
        case.npz.compare("pre_sigmoid", pre_sigmoid, arrays["pre_sigmoid"], tolerance["pre_sigmoid_atol"])
    for name, tensor in inner.items():
        case.npz.compare(name, tensor, arrays[name], tolerance["pre_sigmoid_atol"])
    rtol = tolerance["layer_stats_rtol"]
    for name, tensor in (("out", out), ("pre_sigmoid", pre_sigmoid)):
        if f"{name}_stats" in meta:
            check_statistics(case.json, name, tensor, meta[f"{name}_stats"], rtol)
    expected_layers = meta.get("layer_outputs_in_execution_order", [])
    if expected_layers:
        got, expected = [name for name, _ in layers], [layer["name"] for layer in expected_layers]
        case.json.require("layers in order", got, expected)
        for (name, tensor), layer in zip(layers, expected_layers, strict=False):
            check_statistics(case.json, name, tensor, layer, rtol)


UPSTREAM_NAMES = {
    "FourierLayer": "FFC_BN_ACT",
    "FourierBlock": "FFCResnetBlock",
    "Joined": "ConcatTupleLayer",
}


def _layer_outputs(network: LamaGenerator) -> list[tuple[str, Tensor]]:
    """Filled as the network runs; the shared ReLU reports under each of its places, as upstream."""
    outputs: list[tuple[str, Tensor]] = []

    def record(index: int) -> Any:
        def hook(module: nn.Module, _inputs: Any, output: Any) -> None:
            kind = type(module).__name__
            name = f"model.{index} {UPSTREAM_NAMES.get(kind, kind)}"
            if isinstance(output, tuple):
                parts = zip(("local", "global"), output, strict=True)
                outputs.extend(
                    (f"{name}[{part}]", value.clone()) for part, value in parts if value is not None
                )
            else:
                # Cloned because a ReLU that follows works in place.
                outputs.append((name, output.clone()))

        return hook

    for index, module in enumerate(network.model):
        module.register_forward_hook(record(index))
    return outputs


def _inner_tensors(network: LamaGenerator, case: Case) -> dict[str, Tensor]:
    """Inputs and outputs of the Fourier modules that the arrays name; filled as the network runs."""
    found: dict[str, Tensor] = {}
    blocks = [module for module in network.model if isinstance(module, lama.FourierBlock)]
    for name in case.arrays:
        match = re.fullmatch(r"block(\d+)_(conv[12])_(fu|lfu|spectral)_(in|out)", name)
        if match is None:
            continue
        module = getattr(blocks[int(match[1])], match[2]).ffc.convg2g
        if match[3] != "spectral":
            module = getattr(module, match[3])

        def hook(
            _module: nn.Module, inputs: Any, output: Tensor, name: str = name, side: str = match[4]
        ) -> None:
            found[name] = (inputs[0] if side == "in" else output).clone()

        module.register_forward_hook(hook)
    return found


def _check_prediction(case: Case, network: LamaGenerator) -> None:
    """The whole path from 8-bit image and mask to 8-bit result."""
    arrays, report = case.arrays, case.npz
    image = torch.from_numpy(arrays["image_u8"].astype(np.float32) / 255).permute(2, 0, 1)[None]
    hole = torch.from_numpy((arrays["mask_u8"] > 0).astype(np.float32))[None, None]
    padded_image, padded_hole = lama.padded(image), lama.padded(hole)
    report.compare("padded_image", padded_image[0], arrays["padded_image"])
    report.compare("padded_mask", padded_hole[0], arrays["padded_mask"] > 0)
    predicted = network(lama.masked_input(padded_image, padded_hole))
    report.compare("predicted_padded", predicted, arrays["predicted_padded"], LAMA_TOLERANCE["out_atol"])
    filled = lama.fill(network, image, hole)[0].permute(1, 2, 0)
    report.compare("inpainted_float", filled, arrays["inpainted_float"], LAMA_TOLERANCE["out_atol"])
    levels = (filled * 255).clamp(0, 255).byte().numpy()
    expected, known = arrays["inpainted_u8"], arrays["mask_u8"] == 0
    report.compare("inpainted_u8", levels, expected, atol=1)
    report.compare("inpainted_u8 outside the hole", levels[known], expected[known])
    report.compare("inpainted_u8 share of other levels", np.mean((levels != expected)[~known]), 0, atol=0.002)
    for name, key in (("size", "image_size_hw"), ("padded size", "padded_size_hw")):
        tensor = image if name == "size" else padded_image
        case.json.require(name, list(tensor.shape[-2:]), case.meta[key])

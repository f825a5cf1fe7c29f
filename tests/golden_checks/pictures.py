"""Metrics, and the public tools' conventions for loading and saving pictures."""

from __future__ import annotations

import re

import numpy as np
import torch

from engine.metrics import luma, psnr, ssim, ssim_map
from engine.sampling.images import center_crop, to_uint8
from tests.golden_checks.report import Array, Case

METRIC_RTOL = 1e-6
OTHER_DEFINITIONS = ("skimage_default", "uniform7", "torchmetrics", "seed_style")


def check_metrics(values: Case, pictures: dict[str, Array]) -> None:
    """Every pair ``<base>_<distortion>`` in ``values``, from ``pictures`` of the same folder."""
    skipped: set[str] = set()
    for name, expected in values.meta["pairs"].items():
        references = [base for base in pictures if base.endswith("_ref") and name.startswith(base[:-3])]
        a, b = pictures[max(references, key=len)], pictures[name]
        unit_a, unit_b = a / 255, b / 255
        difference = a.astype(float) - b
        got = {
            "mse": np.mean(difference**2),
            "mae": np.mean(np.abs(difference)),
            "psnr_rgb": psnr(a, b),
            "psnr_unit_float": psnr(unit_a, unit_b, data_range=1),
            "psnr_luma_float": psnr(luma(a), luma(b)),
            "ssim_rgb_gaussian": ssim(a, b),
            "ssim_per_channel_gaussian": [ssim(a[..., c], b[..., c]) for c in range(3)],
            "ssim_luma_float_gaussian": ssim(luma(a), luma(b)),
            "ssim_rgb_gaussian_unit_float": ssim(unit_a, unit_b, data_range=1),
            "ssim_map_full_mean_without_border_crop": ssim_map(a, b).mean(),
        }
        for key, value in expected.items():
            if key in got:
                number = float(value) if isinstance(value, str) else value
                values.json.compare(f"{name} {key}", got[key], number, rtol=METRIC_RTOL)
            else:
                skipped.add(key)
    if "identical_images" in values.meta:
        same = next(iter(pictures.values()))
        identical = values.meta["identical_images"]
        values.json.compare("psnr of itself", psnr(same, same), float(identical["psnr"]))
        values.json.compare("ssim of itself", ssim(same, same), identical["ssim"], atol=1e-12)
    if skipped:
        values.json.notes.append(f"other definitions, not used here: {', '.join(sorted(skipped))}")


def check_center_crop(case: Case) -> None:
    """``in_<name>_to<size>`` and ``out_<name>_to<size>``; Pillow versions may differ by one level."""
    for name in case.arrays:
        match = re.fullmatch(r"in_(.+_to(\d+))", name)
        if match:
            got = center_crop(case.arrays[name], int(match[2]))
            case.npz.compare(match[1], got, case.arrays[f"out_{match[1]}"], atol=1)


def check_to_uint8(case: Case) -> None:
    """Both ways to make 8 bits of [-1, 1]."""
    x = torch.from_numpy(case.arrays["x"])
    for name, truncate in (("truncating", True), ("rounding_save_image", False)):
        if name in case.arrays:
            case.npz.compare(name, to_uint8(x, truncate=truncate), case.arrays[name])

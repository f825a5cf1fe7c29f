"""LPIPS (Zhang et al. 2018, arXiv:1801.03924), where the package and its AlexNet weights are installed.

Neither is part of the product, and nothing is downloaded.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

BACKBONE = "alexnet-owt-7be5be79.pth"
"""The file that torchvision keeps the backbone's weights in."""


class Lpips:
    """The distance of two pictures, 0 for equal ones."""

    def __init__(self, network: Any) -> None:
        self._network = network

    @classmethod
    def installed(cls) -> Lpips | None:
        """Return the measure, or None where its package or its weights are missing."""
        if importlib.util.find_spec("lpips") is None:
            return None
        if not Path(torch.hub.get_dir(), "checkpoints", BACKBONE).is_file():
            return None
        return cls(importlib.import_module("lpips").LPIPS(net="alex", verbose=False).eval())

    def __call__(self, one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> float:
        """Compare pictures (H, W, 3) of 0 to 255."""
        a, b = (
            torch.from_numpy(p.astype(np.float32) / 127.5 - 1).permute(2, 0, 1)[None] for p in (one, other)
        )
        with torch.inference_mode():
            return float(self._network(a, b))

"""Public models at full size: synthesised from their key lists, added, loaded, and a repair made with each.

    python tests/soak/full_size_models.py [FOLDER]

Needs 5 GB of disk and 5 GB of memory, and takes some minutes. Each step runs in a process of its own, whose
peak of memory is read from the system (Linux). Fails if loading needs more than 1.3 times the weights.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import cv2  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402
from safetensors.torch import save_file  # noqa: E402
from torch import Tensor, nn  # noqa: E402

from engine.checkpoints.store import Store  # noqa: E402
from engine.networks.lama import LamaConfig, LamaGenerator  # noqa: E402

LIMIT = 1.3
MEGABYTE = 1e6
LISTS = {
    "adm": ROOT / "tests/golden/adm_unet/repaint_celeba256_places256_keys.json",
    "light": ROOT / "tests/engine/checkpoints/keys/adm_256_light.json",
    "lama": ROOT / "tests/golden/lama/big_lama_keys.json",
}
CASES = {
    # name: (key list, form of the file, listed model it is added as, options of a short repair)
    "P2, 93.6 M": ("light", "torch", "ffhq-p2", ["--steps", "2", "--model"]),
    "ADM, 552.8 M": ("adm", "torch", "repaint-celeba", ["--steps", "1", "--model"]),
    "ADM, half precision": ("adm", "half", "my-half-adm", ["--steps", "1", "--model"]),
    "big-lama": ("lama", "torch", "my-lama", ["--steps", "0", "--eraser"]),
    "big-lama, Lightning": ("lama", "lightning", "my-lightning", ["--steps", "0", "--eraser"]),
    "big-lama, TorchScript": ("lama", "torchscript", "my-script", ["--steps", "0", "--eraser"]),
}


def synthesised(keys: Path) -> dict[str, Tensor]:
    """Weights with the names and shapes of a key list, at which a network neither dies nor explodes."""
    rng = np.random.default_rng(0)
    state = {}
    for name, shape, dtype in json.loads(keys.read_text())["state_dict"]["keys"]:
        values = rng.standard_normal(shape, np.float32)
        if len(shape) > 1:
            values *= np.sqrt(1 / np.prod(shape[1:]))
        elif name.endswith(("weight", "var")):
            values = 1 + np.abs(values) / 10
        else:
            values = values / 10
        state[name] = torch.from_numpy(np.asarray(values)).to(getattr(torch, dtype))
    return state


class Exporter(nn.Module):
    """Like the wrapper that the public TorchScript export of LaMa was made with."""

    def __init__(self, generator: nn.Module) -> None:
        super().__init__()
        self.model = nn.Module()
        self.model.generator = self.generator = generator

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.generator(x)
        return result


def write(keys: str, form: str, path: str) -> None:
    """Write a synthesised checkpoint."""
    state = synthesised(LISTS[keys])
    if form == "torch":
        torch.save(state, path)
    elif form == "half":
        save_file({name: value.half() for name, value in state.items()}, path)
    elif form == "lightning":
        torch.save({"state_dict": {f"generator.{name}": value for name, value in state.items()}}, path)
    else:
        generator = LamaGenerator(LamaConfig()).eval()
        generator.load_state_dict(state)
        torch.jit.trace(Exporter(generator), torch.rand(1, 4, 64, 64)).save(path)


def load(name: str) -> None:
    """Load a model as a repair does, and print what it took."""
    store = Store()
    before, started = memory("VmRSS"), time.perf_counter()
    model = store.load(name)
    seconds = time.perf_counter() - started
    weights = sum(value.nbytes for value in model.network.state_dict().values()) / MEGABYTE
    peak = memory("VmHWM")
    print(json.dumps({"before": before, "peak": peak, "weights": weights, "seconds": seconds}))


def memory(field: str) -> float:
    """Megabytes that this process holds (VmRSS), or has held at most (VmHWM)."""
    found = re.search(rf"{field}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) * 1024 / MEGABYTE if found else 0.0


def main(folder: Path) -> int:
    """Run every case; return how many needed too much memory."""
    os.environ["REWEAVE_MODELS"] = str(folder / "library")
    photo, mask = folder / "photo.png", folder / "mask.png"
    rng = np.random.default_rng(1)
    smooth = cv2.resize(rng.integers(0, 256, (4, 4, 3), np.uint8), (64, 64), interpolation=cv2.INTER_CUBIC)
    hole = np.zeros((64, 64), np.uint8)
    hole[24:40, 30:34] = 255
    cv2.imwrite(str(photo), smooth)
    cv2.imwrite(str(mask), hole)
    failed = 0
    for title, (keys, form, name, options) in CASES.items():
        file = folder / "renamed file"
        own_steps(write, keys, form, str(file))
        added = timed("models", "add", str(file), "--as", name, "--link", "--accept-licence")
        loaded = json.loads(own_steps(load, name))
        ratio = loaded["peak"] / loaded["weights"]
        large = loaded["weights"] > 1000  # with smaller ones, the program itself is most of it
        failed += bool(large and ratio > LIMIT)
        print(
            f"{title}: file {file.stat().st_size / MEGABYTE:.0f} MB, "
            f"added in {added:.1f} s, loaded in {loaded['seconds']:.1f} s, "
            f"weights {loaded['weights']:.0f} MB, peak {loaded['peak']:.0f} MB "
            f"({loaded['before']:.0f} MB before), {ratio:.2f} times",
            flush=True,
        )
        repaired = folder / "repaired.png"
        arguments = ("repair", str(photo), "--mask", str(mask), "-o", str(repaired), "--overwrite")
        seconds = timed(*arguments, "--seed", "1", *options, name)
        print(f"{title}: repaired in {seconds:.1f} s", flush=True)
        timed("models", "remove", name)
        file.unlink()
    return failed


def own_steps(step: Callable[..., None], *arguments: str) -> str:
    """Run a function of this file in a process of its own; return what it printed."""
    command = [sys.executable, __file__, step.__name__, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def timed(*arguments: str) -> float:
    """Run the program; return the seconds it took."""
    started = time.perf_counter()
    outcome: Any = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments], capture_output=True, text=True, check=False
    )
    if outcome.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {outcome.stderr}")
    return time.perf_counter() - started


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", *rest]:
            write(*rest)
        case ["load", *rest]:
            load(*rest)
        case [folder]:
            sys.exit(main(Path(folder)))
        case _:
            with tempfile.TemporaryDirectory() as temporary:
                sys.exit(main(Path(temporary)))

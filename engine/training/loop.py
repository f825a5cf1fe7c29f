"""What every training run needs: a budget, checkpoints, resuming, a log.

A :class:`Task` says what is trained; :func:`train` runs it as a generator of progress, like any other
job. Everything random is a function of (seed, step), so that a resumed run repeats what an undisturbed
one would have done.
"""

from __future__ import annotations

import copy
import csv
import io
import math
import pickle
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from engine.checkpoints.formats import DAMAGE
from engine.errors import BadInputError, BadModelError, StorageError
from engine.photo.atomic import checked_target, write_bytes_atomically
from engine.photo.files import write_png

Batch = dict[str, Tensor]


Examples: TypeAlias = Callable[[np.random.Generator], dict[str, npt.NDArray[np.float32]]]
"""Makes one batch. It runs in a worker process, so it must be possible to pickle it."""


class Task(Protocol):
    """One thing to train: a network, its examples, its loss, and pictures to look at."""

    name: str
    network: nn.Module

    @property
    def examples(self) -> Examples:
        """What makes the batches."""

    def settings(self) -> dict[str, Any]:
        """Everything that a checkpoint must agree with to be resumed."""

    def loss(self, network: nn.Module, batch: Batch, generator: torch.Generator) -> Tensor:
        """Return the scalar loss of a batch."""

    def picture(self, network: nn.Module) -> npt.NDArray[np.uint8]:
        """Return a grid of samples, uint8 (H, W, 3)."""


@dataclass(frozen=True)
class Budget:
    """How long to train: seconds or steps, more than 0, whichever is given; both count over resumed parts."""

    seconds: float | None = None
    steps: int | None = None

    def fraction(self, step: int, seconds: float) -> float:
        """Share of the budget that is used up, in [0, 1]."""
        shares = [done / whole for done, whole in ((step, self.steps), (seconds, self.seconds)) if whole]
        return min(max(shares, default=0.0), 1.0)


@dataclass(frozen=True)
class Settings:
    """How to train. ``threads``: CPU threads of the training process, 0 for torch's own choice."""

    device: str = "cpu"
    learning_rate: float = 4e-4
    ema_decay: float = 0.9995
    seed: int = 0
    threads: int = 0
    workers: int = 1
    checkpoint_seconds: float = 120.0
    picture_seconds: float = 900.0


@dataclass(frozen=True)
class TrainingProgress:
    """After ``step`` steps, none at first: ``loss`` is a running mean; ``fraction`` of the budget is used."""

    step: int
    seconds: float
    fraction: float
    loss: float


def train(
    task: Task, output: Path, budget: Budget, settings: Settings, resume: bool = False
) -> Generator[TrainingProgress, None, nn.Module]:
    """Train ``task`` and return its averaged network (EMA, Polyak & Juditsky 1992) on the CPU.

    Beside ``output`` lie, while and after it runs, ``*.training.pt`` (the checkpoint), ``*.csv`` (step,
    seconds, loss, learning rate) and ``*.png`` (samples). With ``resume`` the checkpoint is continued;
    BadModelError if it belongs to other settings (the message names the field), BadInputError if there is
    none.
    """
    if settings.threads:
        torch.set_num_threads(settings.threads)
    device = torch.device(settings.device)
    network = task.network.to(device).to(memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=settings.learning_rate, weight_decay=1e-4, fused=device.type != "mps"
    )
    files = _Files(output)
    step, seconds = 0, 0.0
    if resume:
        step, seconds = files.restore(task, network, average, optimizer, device)
    log, running = files.log(resume), math.nan
    saved = pictured = time.monotonic()
    clock = time.monotonic() - seconds
    yield TrainingProgress(step, seconds, budget.fraction(step, seconds), running)
    for arrays in _batches(task.examples, settings, step):
        used = budget.fraction(step, seconds)
        if used >= 1:
            break
        rate = learning_rate(settings.learning_rate, step, used)
        for group in optimizer.param_groups:
            group["lr"] = rate
        batch = {name: value.to(device, non_blocking=True) for name, value in arrays.items()}
        loss = _step(task, network, optimizer, batch, _generator(settings.seed, step), device)
        _update(average, network, min(settings.ema_decay, (1 + step) / (10 + step)))
        step, seconds = step + 1, time.monotonic() - clock
        running = loss if math.isnan(running) else 0.98 * running + 0.02 * loss
        if step % 20 == 0:
            log(step, seconds, running, rate)
        if time.monotonic() - saved > settings.checkpoint_seconds:
            files.save(task, network, average, optimizer, step, seconds)
            saved = time.monotonic()
        if time.monotonic() - pictured > settings.picture_seconds:
            files.picture(task, _averaged(task, average))
            pictured = time.monotonic()
        yield TrainingProgress(step, seconds, budget.fraction(step, seconds), running)
    files.save(task, network, average, optimizer, step, seconds)
    result = _averaged(task, average)
    files.picture(task, result)
    return result


def learning_rate(peak: float, step: int, used: float) -> float:
    """Warm up over 200 steps, hold, and fall to a twentieth along a cosine over the last 40 %."""
    warm = min(1.0, (step + 1) / 200)
    tail = max(0.0, (used - 0.6) / 0.4)
    return peak * warm * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * tail)))


def _step(
    task: Task,
    network: nn.Module,
    optimizer: torch.optim.Optimizer,
    batch: Batch,
    generator: torch.Generator,
    device: torch.device,
) -> float:
    # bf16 keeps float32's range, so no loss scaling is needed; parameters and optimizer stay float32.
    with torch.autocast(device.type, torch.bfloat16, enabled=device.type != "mps"):
        loss = task.loss(network, batch, generator)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


class _Batches(Dataset[Batch]):
    def __init__(self, examples: Examples, seed: int) -> None:
        self.examples, self.seed = examples, seed

    def __getitem__(self, step: int) -> Batch:
        rng = np.random.default_rng([self.seed, step])
        return {name: torch.from_numpy(value) for name, value in self.examples(rng).items()}


def _batches(examples: Examples, settings: Settings, start: int) -> Iterator[Batch]:
    loader = DataLoader(
        _Batches(examples, settings.seed),
        batch_size=None,
        sampler=range(start, 2**31),
        num_workers=settings.workers,
        worker_init_fn=_one_thread if settings.workers else None,
    )
    return iter(loader)


def _one_thread(_worker: int) -> None:
    torch.set_num_threads(1)


def _generator(seed: int, step: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed * 1_000_003 + step)


def _update(average: dict[str, Tensor], network: nn.Module, decay: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                average[name].lerp_(value, 1 - decay)
            else:
                average[name].copy_(value)


def _averaged(task: Task, average: dict[str, Tensor]) -> nn.Module:
    network = copy.deepcopy(task.network).to("cpu")
    network.load_state_dict({name: value.cpu() for name, value in average.items()})
    return network.eval().requires_grad_(False)


class _Files:
    """The checkpoint, the log and the pictures that lie beside the model to be written."""

    def __init__(self, output: Path) -> None:
        with _storing(output.parent):
            output.parent.mkdir(parents=True, exist_ok=True)
        checked_target(output, overwrite=True)  # before hours are spent
        self.checkpoint = output.with_suffix(".training.pt")
        self.csv = output.with_suffix(".csv")
        self.png = output.with_suffix(".png")

    def save(
        self,
        task: Task,
        network: nn.Module,
        average: dict[str, Tensor],
        optimizer: torch.optim.Optimizer,
        step: int,
        seconds: float,
    ) -> None:
        """Write the checkpoint; a kill or a full disk leaves the last one."""
        state = {
            "task": task.name,
            "settings": task.settings(),
            "network": network.state_dict(),
            "average": average,
            "optimizer": optimizer.state_dict(),
            "step": step,
            "seconds": seconds,
        }
        content = io.BytesIO()  # torch's own writing tells no full disk from a bug
        torch.save(state, content)
        write_bytes_atomically(self.checkpoint, content.getbuffer(), overwrite=True)

    def restore(
        self,
        task: Task,
        network: nn.Module,
        average: dict[str, Tensor],
        optimizer: torch.optim.Optimizer,
        device: torch.device,
    ) -> tuple[int, float]:
        if not self.checkpoint.is_file():
            raise BadInputError(
                f"There is no checkpoint {self.checkpoint} to resume: start without --resume."
            )
        try:
            state = torch.load(self.checkpoint, map_location=device, weights_only=True)
            found = {"task": state["task"], **state["settings"]}
        except (*DAMAGE, pickle.UnpicklingError) as error:
            raise BadModelError(
                f"{self.checkpoint} is damaged, or no checkpoint of ours: start anew without --resume."
            ) from error
        wanted = {"task": task.name, **task.settings()}
        for field in wanted.keys() | found.keys():
            if wanted.get(field) != found.get(field):
                raise BadModelError(
                    f"{self.checkpoint} was trained with {field} = {found.get(field)}, not "
                    f"{wanted.get(field)}: use the same settings, or start anew without --resume."
                )
        network.load_state_dict(state["network"])
        for name, value in state["average"].items():
            average[name].copy_(value)
        optimizer.load_state_dict(state["optimizer"])
        return int(state["step"]), float(state["seconds"])

    def log(self, append: bool) -> Any:
        if not (append and self.csv.exists()):
            with _storing(self.csv):
                self.csv.write_text("step,seconds,loss,learning_rate\n", encoding="utf-8")

        def write(step: int, seconds: float, loss: float, rate: float) -> None:
            with _storing(self.csv), self.csv.open("a", newline="", encoding="utf-8") as stream:
                csv.writer(stream).writerow([step, f"{seconds:.1f}", f"{loss:.5f}", f"{rate:.2e}"])

        return write

    def picture(self, task: Task, network: nn.Module) -> None:
        write_png(task.picture(network), self.png, overwrite=True)


@contextmanager
def _storing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(f"{path} cannot be written ({error.strerror}): choose another place.") from error

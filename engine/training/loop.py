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
from collections.abc import Callable, Generator, Iterator, Sequence
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
from engine.training.data import CropSource, PhotoRef

Batch = dict[str, Tensor]

LOGGED = ("step", "seconds", "loss", "learning_rate")


Examples: TypeAlias = Callable[[np.random.Generator], dict[str, npt.NDArray[np.float32]]]
"""Makes one batch. It runs in a worker process, so it must be possible to pickle it."""


class Rival(Protocol):
    """A second network that is trained, step by step, to tell what the first one made from the truth."""

    network: nn.Module

    def loss(self, network: nn.Module, batch: Batch, made: Tensor) -> Tensor:
        """Return the rival's own scalar loss; ``made`` is what the task's loss gave it, detached."""


class Task(Protocol):
    """One thing to train: a network, its examples, its loss, and pictures to look at.

    ``architecture``: its name in :data:`engine.checkpoints.architectures.ARCHITECTURES`.
    """

    name: str
    architecture: str
    learning_rate: float
    network: nn.Module
    rival: Rival | None
    photos: Sequence[PhotoRef]
    source: CropSource

    @property
    def examples(self) -> Examples:
        """What makes the batches."""

    def model_config(self) -> dict[str, Any]:
        """The network's configuration, as it is written into the model's file."""

    def settings(self) -> dict[str, Any]:
        """Everything that a checkpoint must agree with to be resumed."""

    def loss(
        self, network: nn.Module, batch: Batch, generator: torch.Generator, used: float
    ) -> tuple[Tensor, Tensor | None]:
        """Return the scalar loss of a batch, and what the rival is to judge (None: nothing this time).

        ``used``: share of the budget that is used up, in [0, 1].
        """

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
    learning_rate: float = 6e-4
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
    files = _Files(output)
    state = _State(task, torch.device(settings.device))
    if resume:
        files.restore(state)
    log, running = files.log(state.step), math.nan
    saved = pictured = time.monotonic()
    clock = time.monotonic() - state.seconds
    yield TrainingProgress(state.step, state.seconds, budget.fraction(state.step, state.seconds), running)
    for arrays in _batches(task.examples, settings, state.step):
        used = budget.fraction(state.step, state.seconds)
        if used >= 1:
            break
        rate = learning_rate(settings.learning_rate, state.step, used)
        loss = state.train(arrays, rate, used, _generator(settings.seed, state.step))
        state.average_in(min(settings.ema_decay, (1 + state.step) / (10 + state.step)))
        state.step, state.seconds = state.step + 1, time.monotonic() - clock
        running = loss if math.isnan(running) else 0.98 * running + 0.02 * loss
        if state.step % 20 == 0:
            log(state.step, state.seconds, running, rate)
        if time.monotonic() - saved > settings.checkpoint_seconds:
            files.save(state)
            saved = time.monotonic()
        if time.monotonic() - pictured > settings.picture_seconds:
            files.picture(task, state.averaged())
            pictured = time.monotonic()
        yield TrainingProgress(state.step, state.seconds, budget.fraction(state.step, state.seconds), running)
    files.save(state)
    result = state.averaged()
    files.picture(task, result)
    return result


def learning_rate(peak: float, step: int, used: float) -> float:
    """Warm up over 200 steps, hold, and fall to a twentieth along a cosine over the last 40 %."""
    warm = min(1.0, (step + 1) / 200)
    tail = max(0.0, (used - 0.6) / 0.4)
    return peak * warm * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * tail)))


class _State:
    """All that changes while training: what a checkpoint holds."""

    def __init__(self, task: Task, device: torch.device) -> None:
        self.task, self.device = task, device
        self.network, self.optimizer = _trainable(task.network, device)
        self.parts: dict[str, nn.Module | torch.optim.Optimizer] = {
            "network": self.network,
            "optimizer": self.optimizer,
        }
        if task.rival is not None:
            self.rival, self.rival_optimizer = _trainable(task.rival.network, device)
            self.parts |= {"rival": self.rival, "rival_optimizer": self.rival_optimizer}
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.step, self.seconds = 0, 0.0

    def train(self, arrays: Batch, rate: float, used: float, generator: torch.Generator) -> float:
        """Take one step of the network, and of its rival where there is something to judge."""
        batch = {name: value.to(self.device, non_blocking=True) for name, value in arrays.items()}
        with self._mixed():
            loss, made = self.task.loss(self.network, batch, generator, used)
        _descend(loss, self.network, self.optimizer, rate)
        if made is not None:
            assert self.task.rival is not None, "a loss gave its rival something to judge, but there is none"
            with self._mixed():
                rival_loss = self.task.rival.loss(self.rival, batch, made.detach())
            _descend(rival_loss, self.rival, self.rival_optimizer, rate)
        return float(loss.detach())

    def average_in(self, decay: float) -> None:
        """Move the averaged weights towards the present ones."""
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                if value.is_floating_point():
                    self.average[name].lerp_(value, 1 - decay)
                else:
                    self.average[name].copy_(value)

    def averaged(self) -> nn.Module:
        """Return a network of the averaged weights, on the CPU, ready for use."""
        network = copy.deepcopy(self.task.network).to("cpu")
        network.load_state_dict({name: value.cpu() for name, value in self.average.items()})
        return network.eval().requires_grad_(False)

    def _mixed(self) -> torch.autocast:
        # bf16 keeps float32's range, so no loss scaling is needed; parameters and optimizer stay float32.
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type != "mps")


def _trainable(network: nn.Module, device: torch.device) -> tuple[nn.Module, torch.optim.Optimizer]:
    network = network.to(device).to(memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    fused = device.type != "mps"
    return network, torch.optim.AdamW(network.parameters(), weight_decay=1e-4, fused=fused)


def _descend(loss: Tensor, network: nn.Module, optimizer: torch.optim.Optimizer, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


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


class _Files:
    """The checkpoint, the log and the pictures that lie beside the model to be written."""

    def __init__(self, output: Path) -> None:
        with _storing(output.parent):
            output.parent.mkdir(parents=True, exist_ok=True)
        checked_target(output, overwrite=True)  # before hours are spent
        self.checkpoint = output.with_suffix(".training.pt")
        self.csv = output.with_suffix(".csv")
        self.png = output.with_suffix(".png")

    def save(self, state: _State) -> None:
        """Write the checkpoint; a kill or a full disk leaves the last one."""
        held = {
            **{name: part.state_dict() for name, part in state.parts.items()},
            "task": state.task.name,
            "settings": state.task.settings(),
            "average": state.average,
            "step": state.step,
            "seconds": state.seconds,
        }
        content = io.BytesIO()  # torch's own writing tells no full disk from a bug
        torch.save(held, content)
        write_bytes_atomically(self.checkpoint, content.getbuffer(), overwrite=True)

    def restore(self, state: _State) -> None:
        """Fill ``state`` with what the checkpoint holds."""
        if not self.checkpoint.is_file():
            raise BadInputError(
                f"There is no checkpoint {self.checkpoint} to resume: start without --resume."
            )
        try:
            held = torch.load(self.checkpoint, map_location=state.device, weights_only=True)
            found = {"task": held["task"], **held["settings"]}
        except (*DAMAGE, pickle.UnpicklingError) as error:
            raise BadModelError(
                f"{self.checkpoint} is damaged, or no checkpoint of ours: start anew without --resume."
            ) from error
        wanted = {"task": state.task.name, **state.task.settings()}
        for field in wanted.keys() | found.keys():
            if wanted.get(field) != found.get(field):
                raise BadModelError(
                    f"{self.checkpoint} was trained with {field} = {found.get(field)}, not "
                    f"{wanted.get(field)}: use the same settings, or start anew without --resume."
                )
        for name, part in state.parts.items():
            part.load_state_dict(held[name])
        for name, value in held["average"].items():
            state.average[name].copy_(value)
        state.step, state.seconds = int(held["step"]), float(held["seconds"])

    def log(self, begun: int) -> Any:
        """Return what adds a row to the log, which keeps those of the first ``begun`` steps.

        What a killed run noted after its last checkpoint is done again, and would stand there twice.
        """
        with _storing(self.csv):
            known = begun and self.csv.exists()
            rows = [line.split(",") for line in self.csv.read_text("utf-8").splitlines()[1:]] if known else []
            kept = [row for row in rows if len(row) == len(LOGGED) and int(row[0]) <= begun]
            lines = [",".join(row) for row in (LOGGED, *kept)]
            self.csv.write_text("\n".join([*lines, ""]), encoding="utf-8")

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

"""Training of the eraser: it starts from the fill, meets its rival, and its file works in a repair."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from safetensors import safe_open

from engine.checkpoints.architectures import METADATA_KEY
from engine.checkpoints.store import Store
from engine.cli import main
from engine.errors import BadInputError, BadModelError
from engine.methods.erase import load_eraser
from engine.networks.lama import LamaConfig, LamaGenerator
from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.training.command import start_from, write_model
from engine.training.data import find_photos
from engine.training.eraser import EraserSettings, EraserTask
from engine.training.loop import Budget, Settings, train

TINY = EraserSettings(
    network=LamaConfig(base_width=8, downsamplings=1, blocks=1, corrects=True), batch=2, crop=32
)
DUEL = EraserSettings(network=TINY.network, batch=2, crop=32, adversarial_from=0.5)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(0)
    for index in range(3):
        small = rng.integers(0, 256, (12, 16, 3), np.uint8)
        cv2.imwrite(str(folder / f"{index}.png"), cv2.resize(small, (128, 96), interpolation=cv2.INTER_CUBIC))
    return folder


def run(photos: Path, output: Path, steps: int, resume: bool = False, stop_after: int = 10**9) -> list[float]:
    """Train with a rival from half of four steps on; return the weights."""
    task = EraserTask(find_photos(photos), DUEL)
    job = train(task, output, Budget(steps=steps), Settings(workers=0, seed=3, checkpoint_seconds=0), resume)
    try:
        for _ in range(stop_after):
            next(job)
    except StopIteration as stop:
        values = stop.value.state_dict().values()
        return torch.cat([value.flatten().float() for value in values]).tolist()  # type: ignore[no-any-return]
    job.close()  # as a kill would: what counts is the checkpoint on disk
    return []


def test_the_loss_starts_at_what_the_fill_costs(photos: Path) -> None:
    task = EraserTask(find_photos(photos), TINY)
    arrays = task.examples(np.random.default_rng(0))
    batch = {name: torch.from_numpy(value) for name, value in arrays.items()}
    loss, judged = task.loss(task.network, batch, torch.Generator(), used=1.0)
    assert float(loss.detach()) == pytest.approx(1, abs=1e-4)
    assert judged is None
    known = np.repeat(arrays["spread"] == 0, 3, axis=1)
    assert np.array_equal(arrays["fill"][known], arrays["truth"][known])


def test_a_teacher_is_listened_to_first_and_the_truth_last(photos: Path) -> None:
    torch.manual_seed(0)
    teacher = PriorUNet(PriorConfig((8, 8), blocks=1, embedding=16))  # untrained, it expects the fill
    task = EraserTask(find_photos(photos), TINY, teacher=teacher)
    batch = {k: torch.from_numpy(v) for k, v in task.examples(np.random.default_rng(0)).items()}
    losses = [
        float(task.loss(task.network, batch, torch.Generator(), used)[0].detach()) for used in (0, 0.5, 1)
    ]
    assert losses == pytest.approx([0, 0.5, 1], abs=1e-3)


def test_the_rival_takes_part_late(photos: Path) -> None:
    task = EraserTask(find_photos(photos), DUEL)
    batch = {k: torch.from_numpy(v) for k, v in task.examples(np.random.default_rng(0)).items()}
    _, early = task.loss(task.network, batch, torch.Generator(), used=0.4)
    _, late = task.loss(task.network, batch, torch.Generator(), used=0.6)
    assert early is None
    assert late is not None
    known = (batch["spread"] == 0).expand_as(late)
    assert torch.allclose(late[known], batch["truth"][known] / 2 + 0.5)


def test_a_rival_learns_to_tell(photos: Path) -> None:
    torch.manual_seed(0)
    task = EraserTask(find_photos(photos), DUEL)
    assert task.rival is not None
    batch = {k: torch.from_numpy(v) for k, v in task.examples(np.random.default_rng(0)).items()}
    made = torch.where(batch["spread"] > 0, torch.rand_like(batch["truth"]), batch["truth"] / 2 + 0.5)
    optimizer = torch.optim.Adam(task.rival.network.parameters(), 3e-3)
    losses = []
    for _ in range(40):
        loss = task.rival.loss(task.rival.network, batch, made)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.6 * losses[0]


def test_a_resumed_duel_equals_an_undisturbed_one(photos: Path, tmp_path: Path) -> None:
    whole = run(photos, tmp_path / "whole.safetensors", 6)
    run(photos, tmp_path / "parts.safetensors", 6, stop_after=5)
    parts = run(photos, tmp_path / "parts.safetensors", 6, resume=True)
    assert np.allclose(whole, parts, atol=1e-5)


def test_a_trained_file_is_an_eraser_that_corrects(tmp_path: Path) -> None:
    torch.manual_seed(0)
    path = write_model(
        tmp_path / "own.safetensors", "lama", {"corrects": True}, LamaGenerator(TINY.network), {}
    )
    eraser = load_eraser(Store(None), str(path), torch.device("cpu"))
    assert eraser.network.config.corrects
    assert eraser.network.config.downsamplings == TINY.network.downsamplings


def test_a_crop_the_network_cannot_halve_is_refused() -> None:
    with pytest.raises(BadInputError, match="multiple of 4"):
        EraserSettings(crop=98)


def test_the_command_trains_an_eraser_and_counts_what_it_leaves_out(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (photos / "broken.jpg").write_bytes(b"not a photo")
    output = tmp_path / "own.safetensors"
    options = ["--steps", "1", "--batch", "1", "--crop", "32", "--threads", "1"]
    assert main(["train", "eraser", str(photos), "-o", str(output), *options]) == 0
    assert load_eraser(Store(None), str(output), torch.device("cpu")).network.config.corrects
    assert "1 of 4 photos are unreadable or too small" in capsys.readouterr().err


def test_training_can_start_from_a_model(photos: Path, tmp_path: Path) -> None:
    torch.manual_seed(0)
    begun = LamaGenerator(EraserSettings().network)
    for weights in begun.parameters():
        torch.nn.init.normal_(weights, std=0.02)
    config = asdict(begun.config)
    model = write_model(tmp_path / "begun.safetensors", "lama", config, begun, {})
    task = EraserTask(find_photos(photos), EraserSettings())
    assert start_from(task, str(model)) == hashlib.sha256(model.read_bytes()).hexdigest()
    halved = {name: value.half().to(value.dtype) for name, value in begun.state_dict().items()}
    assert all(torch.equal(value, halved[name]) for name, value in task.network.state_dict().items())
    assert all(weights.requires_grad for weights in task.network.parameters())


def test_training_does_not_start_from_another_network(photos: Path, tmp_path: Path) -> None:
    task = EraserTask(find_photos(photos), TINY)
    for other in ("reweave-eraser", "reweave-prior"):
        with pytest.raises(BadModelError, match="another network than the eraser"):
            start_from(task, other)


def test_the_file_says_what_training_started_from(photos: Path, tmp_path: Path) -> None:
    output = tmp_path / "more.safetensors"
    options = [
        "--steps",
        "1",
        "--batch",
        "1",
        "--crop",
        "32",
        "--threads",
        "1",
        "--start-from",
        "reweave-eraser",
    ]
    assert main(["train", "eraser", str(photos), "-o", str(output), *options]) == 0
    with safe_open(output, "pt") as file:
        facts = json.loads(file.metadata()[METADATA_KEY])["training"]
    assert facts["started_from_sha256"] == Store().locate("reweave-eraser").sha256

"""What the command line answers to bad input, and that it then writes nothing and changes nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.cli import main
from engine.networks.prior_unet import PriorConfig
from engine.photo import files

ROOT = Path(__file__).parents[2]
Repairs = Callable[..., int]


@pytest.fixture
def repairs(photo: Path, mask: Path, tiny_prior_file: Path, monkeypatch: pytest.MonkeyPatch) -> Repairs:
    """Run the command in the photo's folder; later options win over these."""
    monkeypatch.chdir(photo.parent)

    def run(*more: object) -> int:
        options = ["repair", photo.name, "--mask", mask.name, "--model", tiny_prior_file, "--steps", 1]
        return main([str(option) for option in (*options, "--device", "cpu", *more)])

    return run


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    return lambda: capsys.readouterr().err


def contents(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("nowhere/out.png", "folder does not exist"),
        ("mask.png/out.png", "not a folder"),
        ("out.gif", "end it with"),
        ("out", "end it with"),
        ("", "end it with"),
        ("x" * 300 + ".png", "too long"),
        ("mask.png", "exists already"),
        ("photo.png", "exists already"),
    ],
    ids=lambda text: text[:20],
)
def test_a_bad_target_is_told_before_the_work(
    repairs: Repairs, photo: Path, told: Callable[[], str], output: str, sentence: str
) -> None:
    before = contents(photo.parent)
    assert repairs("-o", output) == 2
    lines = told().splitlines()
    assert len(lines) == 1
    assert sentence in lines[0]
    assert contents(photo.parent) == before


def test_transparency_for_a_jpeg_is_told_before_the_work(repairs: Repairs, told: Callable[[], str]) -> None:
    cv2.imwrite("clear.png", np.zeros((72, 96, 4), np.uint8))
    assert main(["repair", "clear.png", "--mask", "mask.png", "-o", "out.jpg"]) == 2
    assert told().count("\n") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_read_only_folder_is_told_before_the_work(
    repairs: Repairs, photo: Path, told: Callable[[], str]
) -> None:
    photo.parent.chmod(0o555)
    try:
        assert repairs() == 2
    finally:
        photo.parent.chmod(0o755)
    assert "may not be written" in told()


def test_what_saving_converts_is_said(repairs: Repairs, told: Callable[[], str]) -> None:
    cv2.imwrite("deep.tif", np.full((72, 96, 3), 40_000, np.uint16))
    command = ["repair", "deep.tif", "--mask", "mask.png", "-o", "deep.jpg", "--steps", "1"]
    assert main(command) == 0
    assert "8 bits" in told()


@pytest.mark.parametrize("options", [["--unknown"], ["--eta", "x"], ["--jumps", "3"], ["--detect"]], ids=str)
def test_bad_usage_is_told_to_people_and_to_programs(
    repairs: Repairs, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert repairs(*options) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert repairs(*options, "--json") == 2
    out, err = capsys.readouterr()
    event = json.loads(out)
    assert (event["event"], event["kind"], err) == ("failed", "bad-input", "")


def test_commands_must_be_named(told: Callable[[], str]) -> None:
    assert main([]) == 2
    assert "--help" in told()


def test_the_unexpected_is_told_with_its_details(
    repairs: Repairs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr(files, "read_photo", broken)
    assert repairs("--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["kind"] == "internal"
    assert "deep inside" in err


def test_memory_that_is_not_there_is_bad_input(
    repairs: Repairs, monkeypatch: pytest.MonkeyPatch, told: Callable[[], str]
) -> None:
    def starved(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(files, "read_photo", starved)
    assert repairs() == 2
    assert "not enough memory" in told()


@pytest.mark.parametrize("spoil", ["nan", "integers", "endless", "nested"])
def test_a_spoilt_model_writes_nothing(
    repairs: Repairs, photo: Path, tiny_prior_file: Path, told: Callable[[], str], spoil: str
) -> None:
    tensors = load_file(tiny_prior_file)
    config = {**PriorConfig((8, 8), 1, 16).to_dict(), **({"blocks": 10**9} if spoil == "endless" else {})}
    description = json.dumps({"architecture": "prior", "config": config})
    if spoil == "nan":
        tensors = {name: torch.full_like(value, torch.nan) for name, value in tensors.items()}
    if spoil == "integers":
        tensors = {name: value.to(torch.int32) for name, value in tensors.items()}
    if spoil == "nested":
        description = "[" * 100_000
    save_file(tensors, "spoilt.safetensors", metadata={"reweave": description})
    before = contents(photo.parent)
    assert repairs("--model", "spoilt.safetensors") == 2
    assert "Traceback" not in told()
    assert contents(photo.parent) == before


def test_a_model_that_cannot_be_looked_for(repairs: Repairs, told: Callable[[], str]) -> None:
    assert repairs("--model", "x" * 5000) == 2
    assert "cannot be read" in told()


@pytest.mark.parametrize("device", ["cpu:first", ":", ""])
def test_a_device_that_is_none(repairs: Repairs, told: Callable[[], str], device: str) -> None:
    assert repairs("--device", device) == 2
    assert "choose one of" in told()


def test_steps_in_the_place_of_a_file(repairs: Repairs, photo: Path, told: Callable[[], str]) -> None:
    before = contents(photo.parent)
    assert repairs("--save-steps", "mask.png") == 2
    assert "--save-steps" in told()
    assert contents(photo.parent) == before


def test_a_failed_repair_leaves_no_folder_for_steps(repairs: Repairs) -> None:
    assert repairs("--save-steps", "steps", "--model", "mask.png") == 2
    assert not Path("steps").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_names_of_any_bytes(repairs: Repairs, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"\xff\x1b[31m\n.png")
    photo.rename(photo.with_name(name))
    steps = os.fsdecode(b"st\xffeps")
    assert main(["repair", name, "--mask", "mask.png", "--steps", "1", "--save-steps", steps]) == 0
    assert "\x1b" not in capsys.readouterr().out
    assert list(Path(steps).glob("step-*.png"))


def test_work_goes_on_where_nobody_listens(photo: Path, mask: Path, tiny_prior_file: Path) -> None:
    arguments = ["repair", photo, "--mask", mask, "--model", tiny_prior_file, "--device", "cpu", "--json"]
    process = subprocess.Popen(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.wait(timeout=60) == 0
    assert photo.with_name("photo-repaired.png").is_file()

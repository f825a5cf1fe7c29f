"""``main.py models`` from end to end: a file is added, and a repair is made with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.cli import BAD_USAGE, OK, main
from tests.engine.checkpoints.small import ADM_FLAGS, adm_weights, lama


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own models of this test."""
    monkeypatch.setenv("REWEAVE_MODELS", str(tmp_path / "mine"))
    return tmp_path / "mine"


@pytest.fixture
def adm_file(tmp_path: Path) -> Path:
    path = tmp_path / "some prior.pt"
    torch.save(adm_weights(), path)
    return path


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The outcome that a command with --json has printed."""
    outcome: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return outcome


def add_prior(adm_file: Path) -> int:
    declared = [f"--set={name}={json.dumps(value)}" for name, value in ADM_FLAGS.items()]
    return main(["models", "add", str(adm_file), "--as", "tiny", "--json", *declared])


def test_the_list_names_every_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == OK
    text = capsys.readouterr().out
    assert "imagenet-256  (ADM, ImageNet 256, unconditional)\n    prior, adm-unet, 2,211 MB\n" in text
    assert "CC BY-NC-SA 4.0, research only [to be accepted]" in text
    assert "main.py models get big-lama" in text
    assert main(["models", "--json"]) == OK
    assert len(told(capsys)["models"]) > 20
    assert main(["models", "list", "ffhq-p2", "--json"]) == OK
    (model,) = told(capsys)["models"]
    assert model["architecture"] == "adm-unet"
    assert model["sha256"] is None
    assert not model["installed"]


def test_an_added_prior_repairs(
    adm_file: Path, photo: Path, mask: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add_prior(adm_file) == OK
    assert told(capsys)["id"] == "tiny"
    out = tmp_path / "out.png"
    repair = ["repair", str(photo), "--mask", str(mask), "-o", str(out), "--steps", "2", "--seed", "1"]
    assert main([*repair, "--model", "tiny", "--json"]) == OK
    assert told(capsys)["models"][0] == "tiny"
    before, after, hole = (cv2.imread(str(path)) for path in (photo, out, mask))
    assert before is not None
    assert after is not None
    assert hole is not None
    assert np.array_equal(before[hole == 0], after[hole == 0])
    assert (before[hole > 0] != after[hole > 0]).any()


def test_an_added_eraser_fills_and_erases(
    photo: Path, mask: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "eraser.safetensors"
    save_file(lama().state_dict(), file)
    assert main(["models", "add", str(file), "--as", "small-lama"]) == OK
    assert "--eraser small-lama" in capsys.readouterr().out
    for number, options in enumerate((["--eraser"], ["--method", "erase", "--model"])):
        target = tmp_path / f"{number}.png"
        repair = ["repair", str(photo), "--mask", str(mask), "-o", str(target), "--steps", "0", "--json"]
        assert main([*repair, *options, "small-lama"]) == OK
        assert "small-lama" in told(capsys)["models"]


def test_a_removed_model_is_unknown_to_a_repair(
    adm_file: Path, folder: Path, photo: Path, mask: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add_prior(adm_file) == OK
    assert main(["models", "remove", "tiny"]) == OK
    assert not list(folder.iterdir())
    assert main(["repair", str(photo), "--mask", str(mask), "--model", "tiny"]) == BAD_USAGE
    assert "neither a file nor a listed model" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["list", "nothing"], "no model 'nothing'"),
        (["get", "nothing"], "no model 'nothing'"),
        (["get", "ffhq-p2"], "github.com/jychoi118/P2-weighting"),
        (["get", "reweave-prior"], "comes with the program"),
        (["remove", "reweave-prior"], "comes with the program"),
        (["remove", "nothing"], "No model called"),
        (["add", "absent.pt"], "absent.pt"),
        (["add", "absent.pt", "--set", "heads"], "NAME=VALUE"),
        (["add", "absent.pt", "--as", "repaint-celeba"], "CC BY-NC-SA 4.0, research only"),
        (["polish"], "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", *arguments]) == BAD_USAGE
    assert sentence in capsys.readouterr().err

"""``main.py detect`` and ``repair --detect``, with a tiny detector that takes bright pixels for damage."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.models import DEFAULTS
from engine.session import Session


@pytest.fixture
def scratched(photo: Path) -> Path:
    image = cv2.imread(str(photo)) // 2
    image[30:34, 20:70] = 255
    cv2.imwrite(str(photo), image)
    return photo


def test_a_mask_is_written_beside_the_photo(
    scratched: Path, bright_detector_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = scratched.read_bytes()
    assert main(["detect", str(scratched), "--model", str(bright_detector_file), "--device", "cpu"]) == 0
    mask = cv2.imread(str(scratched.with_name("photo-mask.png")), cv2.IMREAD_UNCHANGED)
    assert mask.shape == (72, 96)
    assert (mask[30:34, 20:70] == 255).all()
    assert (mask > 0).mean() < 0.1
    told = capsys.readouterr().out
    assert "1 places" not in told
    assert "1 place" in told
    assert scratched.read_bytes() == before


def test_programs_are_told_in_json(
    scratched: Path, bright_detector_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "m.png"
    model = ["--model", str(bright_detector_file), "--device", "cpu"]
    assert main(["detect", str(scratched), "-o", str(target), *model, "--json"]) == 0
    event = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (event["event"], event["findings"], event["output"]) == ("done", 1, str(target))
    assert event["share"] == pytest.approx(200 / (72 * 96), rel=0.3)


def test_a_sound_photo_is_said_to_be_sound(
    photo: Path, silent_detector_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["detect", str(photo), "--model", str(silent_detector_file), "--device", "cpu"]
    before = sorted(tmp_path.iterdir())
    assert main(command) == 0
    assert "No damage was found" in capsys.readouterr().out
    assert sorted(tmp_path.iterdir()) == before
    assert main([*command, "-o", str(tmp_path / "m.png")]) == 0
    assert not cv2.imread(str(tmp_path / "m.png"), cv2.IMREAD_UNCHANGED).any()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--sensitivity", "2"], "between 0"),
        (["--sensitivity", "x"], "Bad usage"),
        (["-o", "mask.jpg"], "is a PNG"),
        (["-o", "nowhere/mask.png"], "nowhere"),
        (["-o", "photo.png"], "exists"),
        (["--model", "nosuchmodel"], "nosuchmodel"),
        (["--model", "photo.png"], "photo.png"),
        (["--device", "quantum"], "no device called"),
    ],
    ids=str,
)
def test_bad_input_is_told_and_nothing_written(
    photo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    silent_detector_file: Path,
    options: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert main(["detect", photo.name, "--model", str(silent_detector_file), *options]) == 2
    assert sentence in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.fixture
def detects_bright(monkeypatch: pytest.MonkeyPatch, bright_detector_file: Path) -> None:
    monkeypatch.setitem(DEFAULTS, "detector", str(bright_detector_file))


@pytest.mark.usefixtures("detects_bright")
def test_found_damage_is_repaired_with_its_rim(scratched: Path, tiny_prior_file: Path) -> None:
    model = ["--model", str(tiny_prior_file), "--device", "cpu", "--steps", "1"]
    assert main(["repair", str(scratched), "--detect", *model]) == 0
    old, new = cv2.imread(str(scratched)), cv2.imread(str(scratched.with_name("photo-repaired.png")))
    changed = (old != new).any(axis=2)
    assert changed[30:34, 20:70].mean() > 0.9
    far = np.ones_like(changed)
    far[26:38, 16:74] = False
    assert not changed[far].any()


@pytest.mark.usefixtures("detects_bright")
def test_nothing_to_repair_is_no_failure(
    photo: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cv2.imwrite(str(photo), cv2.imread(str(photo)) // 2)
    before = sorted(tmp_path.iterdir())
    assert main(["repair", str(photo), "--detect", "--device", "cpu"]) == 0
    assert "nothing was written" in capsys.readouterr().out
    assert sorted(tmp_path.iterdir()) == before


def test_sensitivity_belongs_to_detection(
    photo: Path, mask: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["repair", str(photo), "--mask", str(mask), "--sensitivity", "0.3"]) == 2
    assert "--detect" in capsys.readouterr().err


def test_the_detector_is_loaded_once(photo: Path, silent_detector_file: Path) -> None:
    from engine.messages import Detect
    from engine.run import drive

    session, image = Session("cpu"), cv2.imread(str(photo))
    for _ in range(2):
        drive(session.run(Detect(image, str(silent_detector_file))))
    assert len(session._models) == 1

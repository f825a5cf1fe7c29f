"""The command line as people and programs use it, with a real tiny model."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.reporting import spoken, time_left

ROOT = Path(__file__).parents[2]


def command(photo: Path, mask: Path, model: Path, *more: object) -> list[str]:
    options = ["repair", photo, "--mask", mask, "--model", model, "--device", "cpu", "--steps", 2, *more]
    return [str(option) for option in options]


def test_repair_changes_the_hole_only_and_leaves_the_source(
    photo: Path, mask: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = photo.read_bytes()
    assert main(command(photo, mask, tiny_prior_file)) == 0
    assert photo.read_bytes() == before
    target = photo.with_name("photo-repaired.png")
    assert str(target) in capsys.readouterr().out
    old, new = cv2.imread(str(photo)), cv2.imread(str(target))
    hole = cv2.imread(str(mask), 0) > 0
    assert np.array_equal(old[~hole], new[~hole])
    assert (old[hole] != new[hole]).any()


def test_json_lines_and_seed(
    photo: Path, mask: Path, tiny_prior_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = []
    for name in ("one.png", "two.png"):
        arguments = command(photo, mask, tiny_prior_file, "-o", tmp_path / name, "--seed", 5, "--json")
        assert main(arguments) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert lines[-1]["event"] == "done"
        assert lines[-1]["seed"] == 5
        assert lines[-1]["evaluations"] == 3
        assert {line["event"] for line in lines[:-1]} == {"progress"}
        outputs.append((tmp_path / name).read_bytes())
    assert outputs[0] == outputs[1]


def test_steps_are_saved(photo: Path, mask: Path, tiny_prior_file: Path, tmp_path: Path) -> None:
    assert main(command(photo, mask, tiny_prior_file, "--save-steps", tmp_path / "steps")) == 0
    assert len(list((tmp_path / "steps").glob("step-*.png"))) == 3


def test_existing_output_is_kept_unless_told(
    photo: Path, mask: Path, tiny_prior_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "kept.png"
    target.write_bytes(b"precious")
    assert main(command(photo, mask, tiny_prior_file, "-o", target)) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert target.read_bytes() == b"precious"
    assert main(command(photo, mask, tiny_prior_file, "-o", target, "--overwrite")) == 0
    assert cv2.imread(str(target)) is not None


def test_the_source_is_overwritten_only_when_asked(
    photo: Path, mask: Path, tiny_prior_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = photo.read_bytes()
    assert main(command(photo, mask, tiny_prior_file, "-o", photo)) == 2
    assert photo.read_bytes() == before
    assert main(command(photo, mask, tiny_prior_file, "-o", photo, "--overwrite")) == 0
    assert photo.read_bytes() != before


def grey(path: Path, value: int, size: tuple[int, int] = (72, 96)) -> Path:
    cv2.imwrite(str(path), np.full(size, value, np.uint8))
    return path


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"photo": "missing.png"}, "missing.png"),
        ({"photo": "text.jpg"}, "text.jpg"),
        ({"photo": "empty.png"}, "empty.png"),
        ({"mask": "small.png"}, "96 x 72"),
        ({"mask": "black.png"}, "empty"),
        ({"mask": "white.png"}, "whole photo"),
        ({"model": "text.jpg"}, "text.jpg"),
        ({"model": "nosuchmodel"}, "nosuchmodel"),
        ({"more": ["--low-pass", "3"]}, "low-pass"),
        ({"more": ["--steps", "5000"]}, "between 0 and 1000"),
        ({"more": ["--start", "1000"]}, "between 1 and 999"),
        ({"more": ["--device", "quantum"]}, "no device called"),
        ({"more": ["-o", "nowhere/deep/out.png"]}, "nowhere"),
    ],
    ids=str,
)
def test_bad_input_gets_one_sentence_and_writes_nothing(
    change: dict[str, object],
    sentence: str,
    photo: Path,
    mask: Path,
    tiny_prior_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.jpg").write_text("this is no picture")
    (tmp_path / "empty.png").touch()
    grey(tmp_path / "small.png", 255, (36, 48))
    grey(tmp_path / "black.png", 0)
    grey(tmp_path / "white.png", 255)
    before = sorted(tmp_path.rglob("*"))
    chosen = {"photo": photo, "mask": mask, "model": tiny_prior_file, "more": [], **change}
    assert main(command(chosen["photo"], chosen["mask"], chosen["model"], *chosen["more"])) == 2  # type: ignore[arg-type, misc]
    told = capsys.readouterr().err.strip().splitlines()
    assert sentence in told[-1]
    assert "Traceback" not in "".join(told)
    assert sorted(tmp_path.rglob("*")) == before


def test_unknown_options_are_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair"]) == 2
    assert main(["mend", "photo.jpg"]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupting_leaves_nothing_half_written(
    number: signal.Signals, photo: Path, mask: Path, tiny_prior_file: Path
) -> None:
    arguments = command(photo, mask, tiny_prior_file, "--steps", 400, "--jumps", "10,50", "--json")
    process = subprocess.Popen(
        [sys.executable, "main.py", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # A shell's background jobs ignore Ctrl+C, and hand that on to their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdout is not None
    with process.stdout:
        process.stdout.readline()  # the job has begun
        time.sleep(0.2)
        process.send_signal(number)
        lines = process.stdout.read().splitlines()
    assert process.wait(timeout=60) == 130
    assert json.loads(lines[-1])["event"] == "cancelled"
    assert [path.name for path in sorted(photo.parent.iterdir())] == ["mask.png", "photo.png"]


def test_time_left_is_spoken_as_people_do() -> None:
    assert time_left(10, 0.25) == 30
    assert time_left(10, 0) is None
    assert spoken(None) == ""
    assert spoken(12.3) == "12 s left"
    assert spoken(600) == "10 min left"
    assert spoken(7500) == "2 h 5 min left"

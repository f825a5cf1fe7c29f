"""A batch that is killed again and again must end as an undisturbed one.

    .venv/bin/python -m tests.soak.batch_kills [--photos 300] [--kills 20] [--workers 1] [--seed 0]

Makes small photos, a tenth of them bad in one of ten ways, and a tiny model; runs the batch once undisturbed
and once with SIGKILL at random moments, each followed by the same command again; compares all outputs bit by
bit, after every kill and at the end. Not part of the test suite, which runs it on 30 photos.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.networks.prior_unet import PriorConfig, PriorUNet
from engine.training.command import write_model
from tests.engine.batch.folders import outputs, picture, scratch, write

ROOT = Path(__file__).parents[2]
SUFFIXES = ".png", ".jpg", ".tif", ".webp", ".bmp"


def no_mask(photo: Path, mask: Path) -> None:
    mask.unlink()


def two_masks(photo: Path, mask: Path) -> None:
    write(mask.with_suffix(".bmp"), scratch())


def small_mask(photo: Path, mask: Path) -> None:
    write(mask, scratch((30, 30)))


def no_photo(photo: Path, mask: Path) -> None:
    photo.write_text("this is no photo")


def empty_file(photo: Path, mask: Path) -> None:
    photo.write_bytes(b"")


def cut_short(photo: Path, mask: Path) -> None:
    photo.write_bytes(photo.read_bytes()[: photo.stat().st_size // 2])


def link_to_nothing(photo: Path, mask: Path) -> None:
    photo.unlink()
    photo.symlink_to("nothing")


def broken_mask(photo: Path, mask: Path) -> None:
    mask.write_bytes(mask.read_bytes()[:60])


def white_mask(photo: Path, mask: Path) -> None:
    write(mask, np.full_like(scratch(), 255))


def foreign_format(photo: Path, mask: Path) -> None:
    photo.unlink()
    photo.with_suffix(".heic").write_bytes(b"\0\0\0\x18ftypheic")


KINDS: tuple[Callable[[Path, Path], None], ...] = (
    *(no_mask, two_masks, small_mask, no_photo, empty_file),
    *(cut_short, link_to_nothing, broken_mask, white_mask, foreign_format),
)


@dataclass(frozen=True)
class Folders:
    """The input of a run, and what it has to give: ``good`` photos repaired, ``bad`` ones failed."""

    root: Path
    model: Path
    good: int
    bad: int

    def command(self, out: Path, workers: int) -> list[str]:
        places = ["batch", self.root / "in", out, "--masks", self.root / "masks", "--recursive", "--json"]
        how = ["--model", self.model, "--device", "cpu", "--steps", 1, "--eraser", "none", "--seed", 11]
        return [sys.executable, "main.py", *map(str, (*places, *how, "--workers", workers))]


def make_folders(root: Path, photos: int) -> Folders:
    """Plant a bad photo, of each kind in turn, in every ten."""
    for number in range(photos):
        name = Path(
            f"album {number % 3}", f"photo {number:03}{SUFFIXES[(number + number // 50) % len(SUFFIXES)]}"
        )
        photo = write(root / "in" / name, picture(number))
        mask = write((root / "masks" / name).with_suffix(".png"), scratch())
        if number % 10 == 7:
            KINDS[number // 10 % len(KINDS)](photo, mask)
    torch.manual_seed(0)
    config = PriorConfig(channels=(8, 8), blocks=1, embedding=16)
    network = PriorUNet(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    model = write_model(root / "tiny.safetensors", "prior", config.to_dict(), network, {})
    return Folders(root, model, photos - photos // 10, photos // 10)


def finish(command: list[str]) -> dict[str, Any]:
    """Run ``command`` to its end and return the summary."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == int(summary["failed"] > 0), done.returncode
    return summary


def kill(command: list[str], chance: random.Random, most: int) -> int:
    """Start ``command``, kill it with SIGKILL at a moment of ``chance``, and return how many photos it told.

    Most kills come a bit after up to ``most`` photos; some at any time from the start.
    Only the process itself is killed: workers must notice by themselves.
    """
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = 0
    with process.stdout:
        if chance.random() < 5 / 6:
            wanted = chance.randint(0, most)
            for line in process.stdout:
                event = json.loads(line)["event"]
                told += event == "photo"
                if told >= wanted and event in ("photo", "planned"):
                    break
            time.sleep(chance.uniform(0, 0.05))
        else:
            time.sleep(chance.uniform(0, 6))
        process.kill()
        told += sum('"event": "photo"' in line for line in process.stdout)
    process.wait()
    return told


def soak(root: Path, photos: int, kills: int, workers: int = 1, seed: int = 0, say: Any = None) -> None:
    """Do it all in the folder ``root``. Raises AssertionError where the two runs differ."""
    say = say or (lambda text: None)
    folders = make_folders(root, photos)
    calm, killed = root / "calm", root / "killed"
    started = time.monotonic()
    summary = finish(folders.command(calm, workers))
    assert (summary["repaired"], summary["failed"]) == (folders.good, folders.bad), summary
    say(
        f"undisturbed: {summary['repaired']} repaired, {summary['failed']} failed, {summary['seconds']:.1f} s"
    )
    expected = outputs(calm)
    assert len(expected) == folders.good
    chance = random.Random(seed)
    for number in range(1, kills + 1):
        told = kill(folders.command(killed, workers), chance, most=2 * folders.good // (kills + 1))
        so_far = outputs(killed) if killed.exists() else {}
        assert all(expected[name] == content for name, content in so_far.items()), "a file is not whole"
        staging = killed / ".reweave-batch" / "staging"
        left = len(os.listdir(staging)) if staging.exists() else 0
        say(f"kill {number}: {told} photos told, {left} left in staging, {len(so_far)} outputs as expected")
    summary = finish(folders.command(killed, workers))
    say(
        f"then: {summary['repaired']} repaired, {summary['finished_before']} before, "
        f"{summary['failed']} failed"
    )
    assert summary["repaired"] + summary["finished_before"] == folders.good
    assert summary["failed"] == folders.bad
    assert outputs(killed) == expected
    own = killed / ".reweave-batch"
    assert sorted(os.listdir(own)) == ["journal.jsonl", "lock", "staging"]
    assert not os.listdir(own / "staging")
    lines = [json.loads(line) for line in (own / "journal.jsonl").read_text().splitlines()[1:]]
    repaired = Counter(line["photo"] for line in lines if line["state"] == "repaired")
    assert len(repaired) == folders.good
    assert set(repaired.values()) == {1}, "a photo was repaired twice"
    say(
        f"{len(expected)} outputs are the same bit by bit, no photo done twice; "
        f"{time.monotonic() - started:.0f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, value in (("photos", 300), ("kills", 20), ("workers", 1), ("seed", 0)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        soak(Path(folder), options.photos, options.kills, options.workers, options.seed, print)


if __name__ == "__main__":
    main()

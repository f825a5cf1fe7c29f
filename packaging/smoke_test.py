"""Try the frozen program as a stranger's machine would run it: ``smoke_test.py dist/reweave``.

Nothing of Python can be seen from it: the environment is empty but for a home folder. Every command must end
as it should and print nothing that is not expected. Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LARGEST_MB = 900
SECONDS_TO_WINDOW = 3.0
SAMPLES = Path(__file__).parents[1] / "resources" / "samples"


def main(program: Path) -> None:
    """Run every check; raise AssertionError at the first that fails."""
    size = sum(file.stat().st_size for file in program.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"size: {size / 1e6:.0f} MB")
    assert size < LARGEST_MB * 1e6, f"larger than {LARGEST_MB} MB"
    with tempfile.TemporaryDirectory() as home:
        stranger = Stranger(program.resolve(), Path(home))
        check_version(stranger)
        check_smoke_test(stranger)
        check_repair(stranger)
        check_batch(stranger)
        check_bad_input(stranger)
        check_window(stranger)
    print("The frozen program works.")


class Stranger:
    """Runs the program with nothing of this machine's Python in sight."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program, self.home = program, home
        self.environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the command line program in the home folder."""
        command = [str(self.program / "reweave-cli"), *arguments]
        started = time.perf_counter()
        done = subprocess.run(
            command,
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        print(f"{' '.join(arguments)}: {time.perf_counter() - started:.1f} s")
        return done


def check_version(stranger: Stranger) -> None:
    """It says who it is."""
    done = stranger.run("--version")
    assert done.returncode == 0, done
    assert done.stdout.startswith("reweave "), done
    assert not done.stderr, done


def check_smoke_test(stranger: Stranger) -> None:
    """It repairs its own small picture with the shipped model."""
    done = stranger.run("--smoke-test")
    assert done.returncode == 0, done
    assert " works: reweave-prior on " in done.stdout, done
    assert not done.stderr, done


def check_repair(stranger: Stranger) -> None:
    """It repairs a real photo and leaves the original alone."""
    photo, mask = (shutil.copy(SAMPLES / name, stranger.home) for name in ("pueblo.jpg", "pueblo-mask.png"))
    before = hashlib.sha256(Path(photo).read_bytes()).digest()
    done = stranger.run("repair", photo, "--mask", mask, "--seed", "1", "--json")
    assert done.returncode == 0, done
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert events[-1]["event"] == "done", events[-1]
    repaired = stranger.home / "pueblo-repaired.jpg"
    assert repaired.stat().st_size > 10_000
    assert hashlib.sha256(Path(photo).read_bytes()).digest() == before, "the original was changed"


def check_batch(stranger: Stranger) -> None:
    """It repairs a folder."""
    photos, masks = stranger.home / "in", stranger.home / "masks"
    for folder in (photos, masks):
        folder.mkdir()
    for number in (1, 2):
        shutil.copy(SAMPLES / "pueblo.jpg", photos / f"a {number}.jpg")
        shutil.copy(SAMPLES / "pueblo-mask.png", masks / f"a {number}.png")
    out = stranger.home / "out"
    done = stranger.run("batch", str(photos), str(out), "--masks", str(masks), "--method", "erase")
    assert done.returncode == 0, done
    assert sorted(file.name for file in out.glob("*.jpg")) == ["a 1.jpg", "a 2.jpg"], done


def check_bad_input(stranger: Stranger) -> None:
    """It tells a broken photo in one sentence."""
    (stranger.home / "broken.jpg").write_bytes(b"no photo")
    done = stranger.run("repair", "broken.jpg", "--mask", "pueblo-mask.png")
    assert done.returncode == 2, done
    assert "Traceback" not in done.stdout + done.stderr, done
    assert len(done.stderr.strip().splitlines()) == 1, done


def check_window(stranger: Stranger) -> None:
    """Open the editor on a display of its own and wait for its window."""
    if not all(shutil.which(name) for name in ("Xvfb", "xdotool")):
        print("window: not tried, it needs Xvfb and xdotool")
        return
    display = f":{90 + os.getpid() % 100}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1024x700x24"], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1.5)
        environment = {**stranger.environment, "DISPLAY": display}
        for attempt in ("first", "second"):
            seconds, noise = _until_window(stranger, environment)
            print(f"window, {attempt} start: {seconds:.2f} s")
            assert not noise, noise
        assert seconds < SECONDS_TO_WINDOW, f"the window took {seconds:.1f} s"
    finally:
        server.terminate()
        server.wait()


def _until_window(stranger: Stranger, environment: dict[str, str]) -> tuple[float, str]:
    started = time.perf_counter()
    photo = str(stranger.home / "pueblo.jpg")
    editor = subprocess.Popen(
        [str(stranger.program / "reweave"), photo],
        env=environment,
        cwd=stranger.home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "pueblo"]
    subprocess.run(
        search, env={**environment, "PATH": os.environ["PATH"]}, timeout=60, check=True, capture_output=True
    )
    seconds = time.perf_counter() - started
    time.sleep(2)
    assert editor.poll() is None, "the editor ended by itself"
    editor.terminate()
    noise = editor.communicate(timeout=20)[0]
    return seconds, noise


if __name__ == "__main__":
    main(Path(sys.argv[1]))

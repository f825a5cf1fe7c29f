"""A screen of its own, on which a test uses the real program as a person does: keys, pointer, eyes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PIL import Image

ROOT = Path(__file__).parent.parent
NEEDED = ("Xvfb", "xdotool")
PATIENCE_S = 90
"""A busy machine takes long to load a model; what is hung is told after this."""

Screen = npt.NDArray[np.uint8]
T = TypeVar("T")


class Desktop:
    """A running X server, ``display``, whose picture is kept in ``folder``."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = os.environ | {"DISPLAY": display, "LANG": "C.UTF-8", "LANGUAGE": "en"}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            self.environment.pop(name, None)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            home = folder / name.lower()
            home.mkdir()
            self.environment[name] = str(home)
        self._frame = folder / "Xvfb_screen0"

    def settings(self) -> Path:
        """Return where the program keeps its settings."""
        return Path(self.environment["XDG_CONFIG_HOME"]) / "Reweave" / "settings.json"

    def screen(self) -> Screen:
        """Return what is to be seen, RGB (H, W, 3): the server's file is an X window dump."""
        data = self._frame.read_bytes()
        header = np.frombuffer(data, ">u4", 25)
        width, height, line, colours = (int(header[index]) for index in (4, 5, 12, 19))
        start = int(header[0]) + 12 * colours
        pixels = np.frombuffer(data, np.uint8, height * line, start).reshape(height, line // 4, 4)
        return np.ascontiguousarray(pixels[:, :width, 2::-1])

    def do(self, *words: object) -> str:
        """Run xdotool."""
        return subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        ).stdout.strip()

    def wait_for(self, look: Callable[[], T], what: str) -> T:
        """Return what ``look`` returns as soon as that is something.

        Fails, naming ``what`` and a picture of the screen, if it never is.
        """
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            if seen := look():
                return seen
            time.sleep(0.1)
        picture = self._frame.with_name("failed.png")
        Image.fromarray(self.screen()).save(picture)
        raise AssertionError(f"{what} did not come within {PATIENCE_S} s: see {picture}")

    def window(self, name: str) -> str:
        """Wait for a window whose title holds ``name``, give it the keys, and return its number."""
        found = self.wait_for(
            lambda: self.do("search", "--onlyvisible", "--name", name), f"the window {name!r}"
        )
        number = found.splitlines()[0]
        self.do("windowfocus", "--sync", number)
        return number

    def title(self, window: str) -> str:
        """Return a window's title; empty once it is gone."""
        return self.do("getwindowname", window)

    def draw(self, points: list[tuple[int, int]]) -> None:
        """Draw a line through ``points``, (x, y) on the screen."""
        words: list[object] = ["mousemove", *points[0], "mousedown", 1]
        for point in points[1:]:
            words += ["mousemove", "--sync", *point]
        self.do(*words, "mouseup", 1)

    @contextmanager
    def program(self, *arguments: object) -> Iterator[subprocess.Popen[str]]:
        """Run the program; what it says on the way is in its ``stderr``."""
        command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
        with subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE, text=True) as process:
            try:
                yield process
            finally:
                process.kill()


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Start a server on a display that is free, with its files in ``folder``, and end it."""
    read, write = os.pipe()
    with (
        os.fdopen(read) as answer,
        subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x860x24", "-fbdir", str(folder)],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        ) as server,
    ):
        os.close(write)
        try:
            yield Desktop(f":{answer.readline().strip()}", folder)
        finally:
            server.terminate()

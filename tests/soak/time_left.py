"""How right the time left is that the window shows: run as ``python -m tests.soak.time_left [MEGAPIXELS]``.

Carries out real jobs on a made-up photo of 3 megapixels, unless told otherwise, and asks for the time left
after every step, as the window does. Prints how many of the answers after the first tenth of the time were
within a third of what was then still to come, or within a second of it. A steady load is fine.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import cv2
import numpy as np

from engine.messages import Detect, Enlarge, Hole, Image, Progress, Repair, Sampling
from engine.run import drive
from engine.session import Session
from gui.time_left import TimeLeft

ASKED = 0.9
"""Share of answers that have to be right."""


def photo(pixels: float) -> Image:
    """Return a picture of about so many pixels with structure at every scale; the same on every run."""
    height = int((pixels * 3 / 4) ** 0.5) // 16 * 16
    rng, size = np.random.default_rng(0), (height * 4 // 3, height)
    layers = [
        cv2.resize(rng.normal(0, 20 + 2 * side, (side, side, 3)), size, interpolation=cv2.INTER_CUBIC)
        for side in (4, 16, 64)
    ]
    return np.clip(128 + sum(layers), 0, 255).astype(np.uint8)


def scratches(image: Image) -> Hole:
    """Return a dozen lines across the photo, 3 pixels wide."""
    height, width = image.shape[:2]
    mask, rng = np.zeros((height, width), np.uint8), np.random.default_rng(1)
    for _ in range(12):
        start, end = ((int(rng.integers(width)), int(rng.integers(height))) for _ in range(2))
        cv2.line(mask, start, end, 255, 3)
    return mask > 0


def wide_hole(image: Image) -> Hole:
    """Return a disc in the middle, a third of the photo's height across."""
    height, width = image.shape[:2]
    y, x = np.mgrid[:height, :width]
    disc: Hole = (y - height / 2) ** 2 + (x - width / 2) ** 2 < (height / 6) ** 2
    return disc


class Watch:
    """Asks for the time left after every step. ``asked``: when, and what the answer was."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._time_left = TimeLeft()
        self.begun = clock()
        self.asked: list[tuple[float, float | None]] = []

    def __call__(self, progress: Progress) -> None:
        now = self._clock()
        if progress.fraction == 0:
            self._time_left.begin(now)
        self.asked.append((now, self._time_left.seconds(progress.fraction, now)))

    def right(self) -> tuple[int, int]:
        """Return how many answers after the first tenth of the time were right, and how many there were."""
        end = self._clock()
        late = [(end - at, said) for at, said in self.asked if at > self.begun + (end - self.begun) / 10]
        right = [said is not None and abs(said - rest) <= max(rest / 3, 1.0) for rest, said in late]
        return sum(right), len(right)


def main(megapixels: float) -> int:
    """Measure every kind of job; return 1 if one of them misleads."""
    image, session = photo(megapixels * 1e6), Session("cpu")
    requests = {
        "scratches": Repair(image, scratches(image), sampling=Sampling(seed=1)),
        "a wide hole": Repair(image, wide_hole(image), sampling=Sampling(seed=1)),
        "looking for damage": Detect(image),
        "enlarging": Enlarge(image, sampling=None),
    }
    misled = False
    for name, request in requests.items():
        watch = Watch()
        drive(session.run(request), watch)
        seconds = time.monotonic() - watch.begun
        right, answers = watch.right()
        misled |= right < ASKED * answers
        print(f"{name}: {right} of {answers} answers right, in {seconds:.0f} s", flush=True)
        for at, said in watch.asked[:: max(len(watch.asked) // 12, 1)]:
            rest = seconds - (at - watch.begun)
            print(f"    {rest:6.1f} s to come, {'nothing' if said is None else f'{said:.1f} s'} said")
    return int(misled)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0))

"""The real program on a real screen, from opening a photo to the saved file."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.desktop import NEEDED, Desktop, Screen, desktop

MISSING = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]

HEIGHT, WIDTH = 240, 320
SCRATCH = (slice(60, 180), slice(150, 153))
SCRATCH_COLOUR = (255, 0, 255)
BRUSH_PX = 13
ARTIST = 0x013B


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def truth() -> np.ndarray:
    """A photo that was never damaged: soft light, and grain as film has it."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    light = np.stack([90 + x / 4, 110 + y / 4, 160 - x / 5], axis=2)
    return (light + np.random.default_rng(0).normal(0, 2, light.shape)).clip(0, 255).astype(np.uint8)


@pytest.fixture
def photo(tmp_path: Path, truth: np.ndarray) -> Path:
    """The same with a scratch, with a profile, and with the name of who took it."""
    damaged = truth.copy()
    damaged[SCRATCH] = SCRATCH_COLOUR
    exif = Image.Exif()
    exif[ARTIST] = "Grandfather"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / "lake.png"
    Image.fromarray(damaged).save(path, icc_profile=profile, exif=exif)
    return path


def test_a_scratch_is_painted_over_repaired_and_saved(
    screen: Desktop, photo: Path, truth: np.ndarray
) -> None:
    before = hashlib.sha256(photo.read_bytes()).hexdigest()
    screen.settings().parent.mkdir()
    screen.settings().write_text(f'{{"brush_px": {BRUSH_PX}}}')
    with screen.program(photo) as program:
        window = screen.window("lake.png")
        left, top, right, bottom = scratch_at_actual_size(screen)
        middle = (left + right) // 2
        screen.draw([(middle, y) for y in range(top, bottom + 1, 8)] + [(middle, bottom)])
        screen.wait_for(lambda: scratch_on(screen.screen()) is None, "the mask over the scratch")
        repaired(screen, window)
        save(screen, window, "mended.png")
        screen.do("key", "ctrl+q")
        assert program.wait(60) == 0
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == before
    saved = photo.with_name("mended.png")
    check_metadata(photo, saved)
    check_pixels(photo, saved, truth)


def test_damage_is_found_by_key_and_a_cancelled_repair_can_be_made_again(
    screen: Desktop, photo: Path, truth: np.ndarray
) -> None:
    screen.settings().parent.mkdir()
    screen.settings().write_text("{ damaged settings")
    with screen.program(photo) as program:
        window = screen.window("lake.png")
        assert screen.settings().with_name("settings.json.bad").exists()
        left, _, _, bottom = scratch_at_actual_size(screen)
        below = (
            slice(bottom + HEIGHT, bottom + HEIGHT + 60),
            slice(left, left + WIDTH),
        )  # where steps are shown
        free = screen.screen()[below]
        screen.do("key", "f")
        screen.wait_for(lambda: not np.array_equal(screen.screen()[below], free), "the search")
        screen.wait_for(lambda: scratch_on(screen.screen()) is None, "the marks on the scratch")
        screen.do("key", "ctrl+Return", "key", "Escape")
        screen.wait_for(lambda: np.array_equal(screen.screen()[below], free), "the end of the repair")
        assert "*" not in screen.title(window)
        repaired(screen, window)
        save(screen, window, "found.png")
        assert program.poll() is None
    check_pixels(photo, photo.with_name("found.png"), truth)


def scratch_at_actual_size(screen: Desktop) -> tuple[int, int, int, int]:
    """Show the photo at actual size; return the scratch's box on the screen as :func:`scratch_on` does."""

    def look() -> tuple[int, int, int, int] | None:
        screen.do("key", "ctrl+1")
        return scratch_on(screen.screen())

    return screen.wait_for(look, "the photo at actual size")


def repaired(screen: Desktop, window: str) -> None:
    """Repair what is marked, and wait for it."""
    screen.do("key", "ctrl+Return")
    screen.wait_for(lambda: "*" in screen.title(window), "the repaired photo")


def scratch_on(picture: Screen) -> tuple[int, int, int, int] | None:
    """Return the box (left, top, right, bottom) of the scratch; None if it is not there, pixel for pixel."""
    rows, columns = np.nonzero((picture == SCRATCH_COLOUR).all(axis=2))
    if len(rows) != (SCRATCH[0].stop - SCRATCH[0].start) * (SCRATCH[1].stop - SCRATCH[1].start):
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


def save(screen: Desktop, window: str, name: str) -> None:
    """Save under a name typed into the dialog, and wait until that is done."""
    screen.do("key", "ctrl+s")
    screen.window("Save the photo")
    screen.do("key", "ctrl+a", "type", name)
    screen.do("key", "Return")
    screen.wait_for(lambda: "*" not in screen.title(window), f"the file {name}")
    screen.do("windowfocus", "--sync", window)


def check_metadata(photo: Path, saved: Path) -> None:
    with Image.open(photo) as original, Image.open(saved) as mended:
        assert (mended.size, mended.mode, mended.format) == (original.size, original.mode, original.format)
        assert mended.info["icc_profile"] == original.info["icc_profile"]
        assert mended.getexif()[ARTIST] == "Grandfather"


def check_pixels(photo: Path, saved: Path, truth: np.ndarray) -> None:
    """Nothing changed but near the scratch, which is all but gone."""
    damaged, mended = (np.asarray(Image.open(path)).astype(int) for path in (photo, saved))
    near = np.zeros((HEIGHT, WIDTH), bool)
    reach = BRUSH_PX // 2 + 2
    rows, columns = SCRATCH
    near[rows.start - reach : rows.stop + reach, columns.start - reach : columns.stop + reach] = True
    assert np.array_equal(mended[~near], damaged[~near])
    error = np.abs(mended[SCRATCH] - truth[SCRATCH]).mean()
    assert error < np.abs(damaged[SCRATCH] - truth[SCRATCH]).mean() / 10

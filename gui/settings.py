"""What the editor remembers between runs: one small JSON file, written atomically."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.batch.events import Clean
from engine.messages import BOUNDS, Method
from engine.models import DEFAULTS
from gui.brush import LARGEST_BRUSH, SMALLEST_BRUSH
from gui.find_bar import USUAL_SENSITIVITY
from gui.flood import LARGEST_TOLERANCE
from gui.grow import LARGEST_RIM
from gui.translation import LANGUAGE_NAMES, translate
from gui.whole_file import replace_file, set_aside

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
DEVICE_NAMES = {
    "auto": QT_TRANSLATE_NOOP("SettingsDialog", "Best there is"),
    "cpu": QT_TRANSLATE_NOOP("SettingsDialog", "Main processor (CPU)"),
    "cuda": QT_TRANSLATE_NOOP("SettingsDialog", "NVIDIA graphics card (CUDA)"),
    "mps": QT_TRANSLATE_NOOP("SettingsDialog", "Apple graphics (MPS)"),
}
DEVICES = tuple(DEVICE_NAMES)
LANGUAGES = ("system", *LANGUAGE_NAMES)
MOST_RECENT = 8
LEAST_HISTORY_MB, MOST_HISTORY_MB = 64, 65536
RANGES: dict[str, tuple[float, float]] = {
    "brush_px": (SMALLEST_BRUSH, LARGEST_BRUSH),
    "hardness": (0, 100),
    "tolerance": (0, LARGEST_TOLERANCE),
    "rim_px": (1, LARGEST_RIM),
    "feather_px": BOUNDS["feather"],
    "history_mb": (LEAST_HISTORY_MB, MOST_HISTORY_MB),
    "batch_sensitivity": (0, 1),
}


@dataclass
class Settings:
    """``recent``: photos opened last, newest first. ``geometry``: the window's place, as Qt encodes it.

    ``history_mb``: memory for old states of a photo; what is beyond is on disk. ``device``: where repairs
    are computed. ``method``: the one chosen when the editor starts. ``batch_…``: as the last batch had it.
    ``hardness``, ``tolerance``, ``rim_px``: as in :class:`gui.tools.Toolbox`. ``feather_px``: of repairs.
    ``navigator``: shown while only a part of the photo is. ``models``: names of added models that are used in
    place of our own, by their kind.
    """

    theme: Theme = "system"
    brush_px: int = 40
    advanced_open: bool = False
    recent: list[str] = field(default_factory=list)
    geometry: str = ""
    history_mb: int = 512
    device: str = "auto"
    method: str = "known"
    language: str = "system"
    batch_source: str = ""
    batch_target: str = ""
    batch_masks: str = ""
    batch_recursive: bool = False
    batch_sensitivity: float = USUAL_SENSITIVITY
    batch_clean: Clean = "copy"
    models: dict[str, str] = field(default_factory=dict)
    hardness: int = 100
    tolerance: int = 24
    rim_px: int = 2
    feather_px: int = 0
    navigator: bool = True

    def remember(self, path: Path) -> None:
        """Put ``path`` in front of the recent photos."""
        name = str(path)
        self.recent = [name, *(other for other in self.recent if other != name)][:MOST_RECENT]


def load_settings(path: Path) -> tuple[Settings, str | None]:
    """Read the settings; return them and, if the file was unusable, a sentence that says so.

    An unusable file is kept beside the new one as ``.bad`` if it can be; a missing one is nothing to mention.
    """
    try:
        return _checked(json.loads(path.read_text("utf-8"))), None
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        sentence = translate(
            "Settings", "The settings in {path} cannot be read ({reason}): the defaults are used."
        )
        return Settings(), sentence.format(path=path, reason=error.strerror)
    except (ValueError, TypeError, RecursionError):
        return Settings(), _damaged(path)


def _damaged(path: Path) -> str:
    """Set the damaged file at ``path`` aside, and return the sentence that says so."""
    try:
        aside = set_aside(path)
    except OSError:
        return translate("Settings", "The settings in {path} are damaged, so the defaults are used.").format(
            path=path
        )
    return translate(
        "Settings", "The settings were damaged, so the defaults are used; the old file is {path}."
    ).format(path=aside)


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings to ``path``, all or nothing. Raises OSError if they cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(asdict(settings), indent=2).encode())


def _checked(data: Any) -> Settings:
    """Turn parsed JSON into settings; raises ValueError or TypeError if anything in it is not as written."""
    if not isinstance(data, dict):
        raise TypeError("settings are an object")
    settings = Settings()
    for entry in fields(Settings):
        value = data.get(entry.name, getattr(settings, entry.name))
        if type(value) is not type(getattr(settings, entry.name)):
            raise TypeError(entry.name)
        setattr(settings, entry.name, value)
    if settings.device not in DEVICES or settings.method not in get_args(Method):
        raise ValueError("no such choice")
    if settings.batch_clean not in get_args(Clean):
        raise ValueError("nothing to do with clean photos")
    if settings.language not in LANGUAGES:
        raise ValueError("no such language")
    if not all(least <= getattr(settings, name) <= most for name, (least, most) in RANGES.items()):
        raise ValueError("out of range")
    if settings.theme not in THEMES:
        raise ValueError("no such theme")
    if not all(isinstance(name, str) for name in settings.recent):
        raise TypeError("recent")
    if not settings.models.keys() <= DEFAULTS.keys():
        raise ValueError("no such kind of model")
    if not all(isinstance(name, str) for name in settings.models.values()):
        raise TypeError("models")
    return settings

"""Without a usable icon font there are words in place of icons, and everything works."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import qtawesome
from PySide6.QtWidgets import QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.theme import has_icon_font
from tests.gui.support import do, mark, opened, repair

FONTS = Path(qtawesome.__file__).parent / "fonts"
FONT, NAMES = "materialdesignicons6-webfont-6*.ttf", "materialdesignicons6-webfont-charmap*.json"
DAMAGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "corrupt": (FONT, lambda path: path.write_bytes(b"no font")),
    "missing": (FONT, lambda path: None),
    "unreadable": (FONT, lambda path: path.mkdir()),
    "names corrupt": (NAMES, lambda path: path.touch()),
}


@pytest.fixture(params=DAMAGES)
def no_font(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Have the fonts loaded anew from a folder in which one of the last to be loaded is damaged."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    name, damage = DAMAGES[request.param]
    (damaged,) = FONTS.glob(name)
    for file in FONTS.iterdir():
        if file != damaged:
            os.symlink(file, folder / file.name)
    damage(folder / damaged.name)
    for module in (qtawesome, qtawesome.iconic_font):
        monkeypatch.setattr(module, "__file__", str(tmp_path / "module.py"))
    monkeypatch.setitem(qtawesome._resource, "iconic", None)
    has_icon_font.cache_clear()
    yield
    has_icon_font.cache_clear()


@pytest.mark.usefixtures("no_font")
def test_buttons_have_words_and_a_photo_can_be_repaired(
    make_window: Callable[..., MainWindow], qtbot: QtBot, photo_file: Path
) -> None:
    window = make_window()
    assert not has_icon_font()
    opened(qtbot, window, photo_file)
    buttons = [
        button
        for bar in window.findChildren(QToolBar)
        for button in bar.findChildren(QToolButton)
        if button.defaultAction() is not None
    ]
    assert len(buttons) > 15
    for button in buttons:
        assert button.icon().isNull()
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) > 0
    mark(window, 20, 20, 30, 30)
    repair(qtbot, window)
    assert window.document.picture is not window.document.original
    do(window, "undo")
    window._set_theme("dark")
    window._set_theme("system")


def test_with_the_font_there_are_icons(window: MainWindow) -> None:
    assert has_icon_font()
    assert not window.commands["open"].icon().isNull()

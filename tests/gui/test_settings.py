"""Settings survive a restart, and whatever happens to their file."""

import errno
import json
import os
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.settings import MOST_RECENT, Settings, load_settings, save_settings
from gui.settings_keeper import SettingsKeeper
from tests.gui.support import opened


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings("dark", 123, True, ["/a.png"], "abc")
    save_settings(settings, path)
    assert load_settings(path) == (settings, None)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_how_the_tools_were_set_is_remembered(make_window, tmp_path: Path) -> None:
    path, settings = tmp_path / "settings.json", Settings()
    window = make_window(settings)
    window.toolbox.resize(77)
    window.toolbox.set_hardness(40)
    window.toolbox.set_tolerance(9)
    window.toolbox.set_rim(5)
    window.method.set_feather(6)
    save_settings(settings, path)
    again = make_window(load_settings(path)[0])
    toolbox = again.toolbox
    assert (toolbox.brush_px, toolbox.hardness, toolbox.tolerance, toolbox.rim_px) == (77, 40, 9, 5)
    assert again.method.complete_recipe().feather == 6


def test_a_first_start_is_nothing_to_mention(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), None)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        '{"brush_px": "wide"}',
        '{"brush_px": 0}',
        '{"hardness": 101}',
        '{"feather_px": -1}',
        '{"theme": "pink"}',
        '{"language": "xx"}',
        '{"batch_clean": "burn"}',
        '{"recent": [1]}',
        "\0",
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_damaged_file_is_kept_and_mentioned_once(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    settings, complaint = load_settings(path)
    assert settings == Settings()
    assert complaint is not None
    assert "settings.json.bad" in complaint
    assert (tmp_path / "settings.json.bad").read_text() == content
    assert load_settings(path) == (Settings(), None)


def test_a_damaged_file_that_cannot_be_moved_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "rename", refuse)
    path = tmp_path / "settings.json"
    path.write_text("{")
    settings, complaint = load_settings(path)
    assert settings == Settings()
    assert complaint is not None
    assert f"The settings in {path} are damaged" in complaint
    assert path.read_text() == "{"


def test_bytes_that_are_no_text_are_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\xff")
    assert load_settings(path)[1] is not None


def test_unknown_entries_of_a_newer_version_are_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"brush_px": 9, "later": 1}))
    settings, complaint = load_settings(path)
    assert (settings.brush_px, complaint) == (9, None)


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    assert load_settings(path)[0] == Settings()
    assert path.is_dir()


def test_recent_photos_are_the_last_ones_once_each() -> None:
    settings = Settings()
    for name in "abcabcdefghij":
        settings.remember(Path(name))
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[:3] == ["j", "i", "h"]


def test_settings_are_kept_as_soon_as_a_photo_is_opened(
    make_window, qtbot: QtBot, tmp_path: Path, photo_file: Path
) -> None:
    window, place = make_window(), tmp_path / "settings.json"
    keeper = SettingsKeeper(window._settings, place, window)
    opened(qtbot, window, photo_file)
    qtbot.waitUntil(lambda: place.exists() and load_settings(place)[0].recent == [str(photo_file)])
    window._settings.brush_px = 77
    keeper.close()
    assert load_settings(place)[0].brush_px == 77


def test_settings_are_written_as_they_were_when_that_was_asked_for(
    make_window, qtbot: QtBot, tmp_path: Path
) -> None:
    window, place, gate = make_window(), tmp_path / "settings.json", threading.Event()
    keeper = SettingsKeeper(window._settings, place, window)
    keeper._background.submit(lambda: gate.wait(10), lambda _: None, pytest.fail)
    window._settings.models["prior"] = "one"
    keeper.keep()
    window._settings.models["prior"] = "another"
    gate.set()
    qtbot.waitUntil(place.exists)
    assert load_settings(place)[0].models == {"prior": "one"}
    keeper.close()
    assert load_settings(place)[0].models == {"prior": "another"}


def test_settings_that_cannot_be_kept_are_told_at_the_end(
    make_window, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window, place = make_window(), tmp_path / "settings.json"
    place.mkdir()
    SettingsKeeper(window._settings, place, window).close()
    assert "could not be saved" in capsys.readouterr().err

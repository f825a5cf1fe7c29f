"""The dialog of models: real files and transfers, into a library of the test's own."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from engine.checkpoints.catalogue import Catalogue
from engine.checkpoints.library import Library
from engine.messages import Photo
from engine.models import DEFAULTS
from engine.run import drive
from gui.main_window import MainWindow
from gui.models_flow import ModelsFlow
from gui.picture import Picture
from gui.settings import Settings
from tests.engine.checkpoints.place import Answer, Handler, serving, well
from tests.engine.checkpoints.small import ADM, LAMA, adm_weights, manifest
from tests.engine.conftest import detector_file
from tests.gui.support import WAIT_MS, do

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # what dialogs make the offscreen platform say

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
DETECTOR = {"kind": "detector", "architecture": "detector"}

Open = Callable[..., ModelsFlow]


@pytest.fixture
def adm_file(tmp_path: Path) -> Path:
    path = tmp_path / "download (3).bin"
    torch.save(adm_weights(), path)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "mine")


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def open_dialog(
    qtbot: QtBot,
    tmp_path: Path,
    library: Library,
    settings: Settings,
    make_window: Callable[..., MainWindow],
) -> Iterator[Open]:
    """Opens the dialog of a window; the catalogue lists what it is told to."""
    flows: list[ModelsFlow] = []

    def open(**models: dict[str, Any]) -> ModelsFlow:
        folder = manifest(tmp_path / "listed", **models)
        window = make_window(settings)
        flow = ModelsFlow(window, window._engine, lambda: Catalogue(folder, library), settings)
        flows.append(flow)
        with qtbot.waitSignal(flow.host.listed, timeout=WAIT_MS):
            do(window, "models")
        return flow

    yield open
    for flow in flows:
        flow.close()


def rows(flow: ModelsFlow) -> dict[str, str]:
    """What is listed, by title: its state."""
    tree = flow.dialog.list
    groups = [tree.topLevelItem(index) for index in range(tree.topLevelItemCount())]
    items = [group.child(index) for group in groups for index in range(group.childCount())]
    return {item.text(0): item.text(2) for item in items}


def ended(qtbot: QtBot, flow: ModelsFlow, act: Callable[[], object]) -> None:
    """Do something and wait until the list is shown that comes of it."""
    with qtbot.waitSignal(flow.host.listed, timeout=WAIT_MS):
        act()


def add(qtbot: QtBot, flow: ModelsFlow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    ended(qtbot, flow, flow.dialog.add.click)


def test_what_there_is_is_listed_with_what_can_be_done(open_dialog: Open) -> None:
    flow = open_dialog(
        tiny=ADM | {"title": "Tiny", "urls": ["https://example.org/tiny"]}, big=LAMA | {"title": "Big"}
    )
    assert rows(flow) == {"Tiny": "can be fetched", "Big": "from its page"}
    card = flow.dialog.card
    for name, get, page in (("tiny", True, True), ("big", False, True)):
        flow.dialog.select(name)
        assert card.get.isVisible() == get
        assert card.open_page.isVisible() == page
        assert not any(button.isVisible() for button in (card.use, card.remove, card.forget))


def test_a_file_is_recognised_by_its_content_and_its_licence_is_asked_about(
    open_dialog: Open,
    qtbot: QtBot,
    adm_file: Path,
    library: Library,
    questions: list[QMessageBox.StandardButton],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flow = open_dialog(tiny=ADM | {"title": "Tiny", "restricted": True, "licence": "research only"})
    questions.append(NO)
    add(qtbot, flow, adm_file, monkeypatch)
    assert not library.records()
    assert not list(library.folder.glob("*"))
    assert not flow.dialog.messages.text
    questions.append(YES)
    add(qtbot, flow, adm_file, monkeypatch)
    assert library.records().keys() == {"tiny"}
    assert rows(flow) == {"Tiny": "added"}
    assert flow.dialog.selected is not None
    assert flow.dialog.selected.name == "tiny"
    assert flow.dialog.card.remove.isVisible()
    assert "tiny" in flow.dialog.messages.text


def test_what_fits_nothing_is_told_with_the_keys_that_differ(
    open_dialog: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = open_dialog(tiny=ADM)
    weights = adm_weights()
    del weights["time_embed.0.weight"]
    path = tmp_path / "odd.pt"
    torch.save(weights, path)
    add(qtbot, flow, path, monkeypatch)
    assert "time_embed.0.weight missing" in flow.dialog.messages.text
    assert not flow.host.busy
    assert not flow.dialog.progress.isVisible()


def hesitating(gate: threading.Event) -> Answer:
    """Send a little, a little more when ``gate`` is set, and then wait to be given up."""

    def answer(handler: Handler, content: bytes) -> None:
        handler.begin(200, Content_Length=len(content), ETag='"one"')
        handler.wfile.write(content[:1000])
        gate.wait(WAIT_MS / 1000)
        handler.wfile.write(content[1000:2000])
        handler.rfile.read(1)

    return answer


def test_a_file_is_added_as_the_model_that_the_user_knows_it_to_be(
    open_dialog: Open,
    qtbot: QtBot,
    adm_file: Path,
    library: Library,
    questions: list[QMessageBox.StandardButton],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flow = open_dialog(one=ADM, other=ADM | {"restricted": True, "licence": "research only"}, big=LAMA)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(adm_file), ""))
    flow.dialog.select("big")
    ended(qtbot, flow, flow.dialog.card.add.click)
    assert "not big" in flow.dialog.messages.text
    flow.dialog.select("other")
    questions.append(YES)
    ended(qtbot, flow, flow.dialog.card.add.click)
    assert library.records().keys() == {"other"}
    assert not flow.dialog.card.add.isVisible()


@pytest.mark.parametrize("discard", [False, True])
def test_a_transfer_is_paused_or_cancelled_and_gone_on_with(
    open_dialog: Open, qtbot: QtBot, adm_file: Path, library: Library, discard: bool
) -> None:
    content, gate = adm_file.read_bytes(), threading.Event()
    with serving(content, hesitating(gate), well) as place:
        sha256 = hashlib.sha256(content).hexdigest()
        known = {"urls": [place.url], "sha256": sha256, "size": len(content), "file": "tiny.pt"}
        flow = open_dialog(tiny=ADM | known | {"title": "Tiny"})
        dialog = flow.dialog
        dialog.select("tiny")
        part = library.folder / ".downloads" / "tiny" / "tiny.pt"
        dialog.card.get.click()
        assert flow.host.busy
        assert dialog.progress.isVisible()
        assert not dialog.add.isEnabled()
        assert not dialog.card.get.isEnabled()
        qtbot.waitUntil(lambda: "127.0.0.1" in dialog._stage.text(), timeout=WAIT_MS)
        (dialog._stop if discard else dialog._pause).click()
        with qtbot.waitSignal(flow.host.listed, timeout=WAIT_MS):
            gate.set()
        if discard:
            assert not part.exists()
            assert rows(flow) == {"Tiny": "can be fetched"}
        else:
            assert part.stat().st_size == 2000
            assert "% fetched" in rows(flow)["Tiny"]
            assert dialog.card.forget.isVisible()
        ended(qtbot, flow, dialog.card.get.click)
    assert rows(flow) == {"Tiny": "added"}
    assert place.asked == [None, None if discard else "bytes=2000-"]


def test_no_byte_is_fetched_before_the_licence_is_accepted(
    open_dialog: Open, qtbot: QtBot, adm_file: Path, questions: list[QMessageBox.StandardButton]
) -> None:
    with serving(adm_file.read_bytes()) as place:
        flow = open_dialog(tiny=ADM | {"urls": [place.url], "restricted": True, "licence": "research only"})
        flow.dialog.select("tiny")
        questions.append(NO)
        ended(qtbot, flow, flow.dialog.card.get.click)
        assert not place.asked
        questions.append(YES)
        ended(qtbot, flow, flow.dialog.card.get.click)
        assert len(place.asked) == 1


def test_a_model_is_removed_once_that_was_confirmed(
    open_dialog: Open,
    qtbot: QtBot,
    adm_file: Path,
    library: Library,
    settings: Settings,
    questions: list[QMessageBox.StandardButton],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flow = open_dialog(tiny=ADM | {"title": "Tiny"})
    add(qtbot, flow, adm_file, monkeypatch)
    flow.dialog.card.use.click()
    assert settings.models == {"prior": "tiny"}
    questions.append(NO)
    flow.dialog.card.remove.click()
    assert not flow.host.busy
    questions.append(YES)
    ended(qtbot, flow, flow.dialog.card.remove.click)
    assert not library.records()
    assert settings.models == {}
    assert flow._window.method.complete_recipe().model is None


def test_chosen_models_are_used_and_remembered(
    open_dialog: Open,
    qtbot: QtBot,
    adm_file: Path,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flow = open_dialog(tiny=ADM | {"title": "Tiny"}, big=LAMA, finder=DETECTOR | {"title": "Finder"})
    window, panel = flow._window, flow._window.method
    add(qtbot, flow, adm_file, monkeypatch)
    assert [panel.models.itemText(index) for index in range(panel.models.count())] == [
        "The method's own",
        "Tiny",
        "Choose a file…",
    ]
    with qtbot.waitSignal(window.settings_changed):
        flow.dialog.card.use.click()
    assert (panel.complete_recipe().model, panel.models.currentText()) == ("tiny", "Tiny")
    assert rows(flow)["Tiny"] == "in use"
    assert not flow.dialog.card.use.isEnabled()
    assert panel.complete_recipe().model == "tiny"

    assert not window.commands["find"].isVisible()  # there is no detector of our own in this list
    add(qtbot, flow, detector_file(tmp_path, 100.0, 0.8), monkeypatch)
    flow.dialog.card.use.click()
    ended(qtbot, flow, flow.show)
    assert window.commands["find"].isVisible()
    assert window.work.find_flow.detector == "finder"
    assert settings.models == {"prior": "tiny", "detector": "finder"}

    panel.reset()
    assert panel.complete_recipe().model is None
    assert settings.models == {"detector": "finder"}


def test_damage_is_found_with_the_detector_that_was_chosen(
    open_dialog: Open,
    qtbot: QtBot,
    tmp_path: Path,
    library: Library,
    photo: Photo,
    picture: Picture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from engine.session import Session

    monkeypatch.setenv("REWEAVE_MODELS", str(library.folder))
    flow = open_dialog(tiny=ADM)
    window = flow._window
    window._engine._load_session = lambda: Session("cpu")
    window.document.open(photo, picture)
    add(qtbot, flow, detector_file(tmp_path, 100.0, 0.8), monkeypatch)
    flow.dialog.card.use.click()
    with qtbot.waitSignal(window._engine.finished, timeout=WAIT_MS) as found:
        do(window, "find")
    assert found.args[0].model == "100.0"


def test_what_was_chosen_before_is_used_from_the_start(
    open_dialog: Open, adm_file: Path, library: Library, tmp_path: Path, settings: Settings
) -> None:
    folder = manifest(tmp_path / "other", tiny=ADM)
    drive(Catalogue(folder, library).add(adm_file))
    settings.models = {"prior": "tiny", "eraser": "gone"}
    flow = open_dialog(tiny=ADM)
    assert flow._window.method.models_for("known") == ("tiny", None)
    assert settings.models == {"prior": "tiny"}
    assert "gone is no longer here" in flow._window.messages.text + flow.dialog.messages.text


def test_the_page_of_a_model_is_opened(open_dialog: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    flow = open_dialog(tiny=ADM)
    flow.dialog.select("tiny")
    flow.dialog.card.open_page.click()
    assert opened == ["https://example.org"]


def test_closing_in_the_middle_of_a_transfer_keeps_what_has_come(
    open_dialog: Open, qtbot: QtBot, adm_file: Path, library: Library
) -> None:
    content, gate = adm_file.read_bytes(), threading.Event()
    with serving(content, hesitating(gate)) as place:
        flow = open_dialog(tiny=ADM | {"urls": [place.url]})
        part = library.folder / ".downloads" / "tiny" / "tiny"
        flow.host.get("tiny")
        qtbot.waitUntil(lambda: "127.0.0.1" in flow.dialog._stage.text(), timeout=WAIT_MS)
        threading.Timer(0.2, gate.set).start()
        flow.close()
    assert part.stat().st_size == 2000


def test_our_own_models_are_in_use_unless_others_are_chosen() -> None:
    listed = {info.name: info.kind for info in Catalogue().infos()}
    assert {kind: listed[name] for kind, name in DEFAULTS.items()} == {kind: kind for kind in DEFAULTS}

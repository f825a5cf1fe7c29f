"""What the desktop is told of a job's progress."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.messages import Progress
from gui.main_window import MainWindow
from gui.taskbar import Taskbar, launcher, share_of
from tests.gui.support import WAIT_MS, DissolvingSession, do, repair

ROOT = Path(__file__).parent.parent.parent
UPDATES = """
from PySide6.QtCore import QCoreApplication
from gui.taskbar import launcher
application = QCoreApplication([])
show = launcher()
show(0.25)
show(None)
"""


def test_a_job_is_shown_from_its_start_to_its_end(marked: MainWindow, qtbot: QtBot) -> None:
    told: list[float | None] = []
    Taskbar(marked._engine, marked, told.append)
    repair(qtbot, marked)
    assert (told[0], told[-1]) == (0.0, None)
    shares = told[:-1]
    assert len(shares) > 1
    assert all(share is not None and 0 <= share <= 1 for share in shares)
    assert shares == sorted(shares)  # type: ignore[type-var]


@pytest.mark.parametrize("error", [None, RuntimeError("broken")])
def test_nothing_is_left_on_the_icon(marked: MainWindow, qtbot: QtBot, error: Exception | None) -> None:
    told: list[float | None] = []
    Taskbar(marked._engine, marked, told.append)
    marked._engine._session = DissolvingSession(error=error)
    over = marked._engine.failed if error else marked._engine.cancelled
    with qtbot.waitSignal(over, timeout=WAIT_MS):
        do(marked, "repair")
        if error is None:
            do(marked, "cancel")
    assert told[-1] is None


def test_what_says_nothing_of_its_progress_changes_nothing() -> None:
    assert share_of(Progress("searching", 1, 4)) == 0.25
    assert share_of([]) is None
    assert share_of("news") is None


def test_without_a_session_bus_nothing_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    assert launcher()(0.5) is None


@pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("dbus-run-session", "dbus-monitor")),
    reason="needs dbus-run-session and dbus-monitor",
)
def test_the_desktop_hears_of_it_over_a_real_bus(tmp_path: Path) -> None:
    script = (
        "dbus-monitor interface=com.canonical.Unity.LauncherEntry > $HEARD & "
        "until grep -q NameAcquired $HEARD; do sleep 0.05; done; "
        f"'{sys.executable}' -c \"$UPDATES\"; "
        "until grep -q 'boolean false' $HEARD; do sleep 0.05; done; kill $!; cat $HEARD"
    )
    heard = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        cwd=ROOT,
        env=os.environ | {"UPDATES": UPDATES, "HEARD": str(tmp_path / "heard")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    assert 'string "application://reweave.desktop"' in heard
    assert "double 0.25" in heard
    assert heard.count("member=Update") == 2

"""The window needs none of the heavy libraries to come up, and the Qt in use is one that works."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("torch", "cv2", "PIL", "scipy", "safetensors")


@pytest.mark.parametrize("module", ["gui.app", "gui.engine_host"])
def test_the_editor_can_be_imported_without_the_engine_s_libraries(module: str) -> None:
    block = "".join(f"sys.modules[{name!r}] = None\n" for name in HEAVY)
    code = f"import sys\n{block}import {module}\n"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_a_window_is_painted_before_any_heavy_library_is_loaded(tmp_path: Path) -> None:
    code = f"""
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_CONFIG_HOME"] = {str(tmp_path)!r}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from engine.checkpoints.catalogue import Catalogue
from gui.app import Services, run_editor
from gui.main_window import MainWindow

def never(*_):
    raise AssertionError("called without need")

def look():
    window, = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    loaded = {{*{HEAVY!r}}} & {{*sys.modules}}
    print("painted" if window.welcome.isVisible() else "hidden", *loaded)
    window.close()

application = QApplication([])
QTimer.singleShot(200, look)
sys.exit(run_editor(Services(*11 * [never], None, "0", Catalogue), []))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.split()) == (0, ["painted"]), done.stderr
    assert (tmp_path / "Reweave" / "settings.json").exists()


def test_qt_s_binding_does_not_lose_references(qapp: QApplication) -> None:
    """PySide6 6.12.0 gives one reference to None away with each call before Python 3.12, until it crashes."""
    before = sys.getrefcount(None)
    for _ in range(500):
        qapp.processEvents()
    assert sys.getrefcount(None) > before - 100

"""Importing the engine beside a window: the library is there before the import, and no garbage is sought."""

import subprocess
import sys

import pytest


def run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists what is loaded")
def test_the_library_is_loaded_without_the_import() -> None:
    run(
        "import sys\n"
        "from pathlib import Path\n"
        "from engine.loading import load_library\n"
        "load_library()\n"
        "assert 'libtorch_cpu' in Path('/proc/self/maps').read_text()\n"
        "assert 'torch' not in sys.modules\n"
    )


def test_no_garbage_is_sought_while_importing() -> None:
    run(
        "import gc\n"
        "from engine.loading import in_background\n"
        "with in_background():\n"
        "    assert not gc.isenabled()\n"
        "assert gc.isenabled()\n"
        "assert gc.get_freeze_count() > 0\n"
    )


def test_a_failed_import_leaves_things_as_they_were() -> None:
    run(
        "import gc\n"
        "from engine.loading import in_background\n"
        "try:\n"
        "    with in_background():\n"
        "        import engine.nothing\n"
        "except ImportError:\n"
        "    assert gc.isenabled()\n"
        "else:\n"
        "    raise AssertionError\n"
    )

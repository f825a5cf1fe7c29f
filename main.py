"""Reweave: ``main.py [PHOTO ...]`` opens the editor, ``main.py COMMAND ...`` works without one."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# Threads of torch that wait must sleep: spinning, they take the processor from the window, and where another
# program computes too, from one another: a repair can then take many times as long.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

COMMANDS = ("repair", "detect", "upscale", "batch", "train", "bench", "models")


def main(arguments: Sequence[str]) -> int:
    """Run a command if the first argument names one or is an option, else open the editor with photos."""
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from engine.cli import main as run_command

        return run_command(arguments)
    return edit([Path(argument) for argument in arguments])


def edit(photos: list[Path]) -> int:
    """Open the editor. Everything heavy is handed over as a function that imports it when first called."""
    from engine import __version__
    from gui.app import Services, run_editor

    sample = Path(__file__).parent / "resources" / "samples" / "pueblo.jpg"
    services = Services(
        load_session=_load_session,
        read_photo=_file_function("read_photo"),
        write_photo=_file_function("write_photo"),
        read_mask=_file_function("read_mask"),
        write_mask=_file_function("write_mask"),
        default_output=_file_function("default_output"),
        enlarged_photo=_file_function("enlarged_photo"),
        run_batch=_run_batch,
        mask_used=_mask_used,
        correct_mask=_correct_mask,
        read_preview=_read_preview,
        sample_photo=sample if sample.is_file() else None,
        version=__version__,
        models=_catalogue,
        devices=_devices,
        prepare_engine=_prepare_engine,
        finds_damage=(Path(__file__).parent / "models" / "reweave-detector.safetensors").is_file(),
    )
    return run_editor(services, photos)


def _load_session(device: str) -> Any:
    from engine.loading import in_background

    with in_background():
        from engine.session import Session

    return Session(device)


def _prepare_engine() -> None:
    from engine.loading import load_library

    load_library()


def _devices() -> tuple[str, ...]:
    from engine.loading import in_background

    with in_background():
        from engine.device import present

    return present()


def _run_batch(*arguments: Any) -> Any:
    from engine.batch.run import run_batch

    return run_batch(*arguments)


def _mask_used(*arguments: Any) -> Any:
    from engine.batch.correction import mask_used

    return mask_used(*arguments)


def _correct_mask(*arguments: Any) -> Any:
    from engine.batch.correction import correct_mask

    return correct_mask(*arguments)


def _read_preview(*arguments: Any) -> Any:
    from engine.photo.previews import read_preview

    return read_preview(*arguments)


def _catalogue() -> Any:
    from engine.checkpoints.catalogue import Catalogue

    return Catalogue()


def _file_function(name: str) -> Any:
    def call(*arguments: Any, **options: Any) -> Any:
        from engine.photo import files

        return getattr(files, name)(*arguments, **options)

    return call


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a packaged program is its own worker process
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before a command had begun
        sys.exit(130)

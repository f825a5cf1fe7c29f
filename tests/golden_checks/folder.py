"""Find out what each file of a golden folder is, by its contents, and check it."""

from __future__ import annotations

import json
import traceback
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tests.golden_checks import networks, pictures, runs, schedules, weights
from tests.golden_checks.report import Array, Arrays, Case, Report

PEERS = "numbers of other projects, to compare results with; nothing to check"
PICTURES = "pictures of the metrics' values in this folder"
PROSE = "about the files, not numbers"
NUMBERS = (".json", ".npz")
PROSE_NAMES = (".md", ".txt", "SHA256SUMS")


def check_folder(folder: Path) -> Iterator[Report]:
    """Check every file below ``folder``, in order of names; empty if none holds numbers."""
    cases = [_load(folder, stem) for stem in _stems(folder)]
    images = {name: array for case in cases if _holds_pairs(case) for name, array in case.arrays.items()}
    for case in cases:
        if not any(report.problem for report in case.reports):
            try:
                _check(case, images)
            except Exception as error:  # noqa: BLE001 - any failure is a verdict
                _record(error, case.reports)
        yield from _finished(case)
    if cases:
        yield from _others(folder)


def _check(case: Case, images: dict[str, Array]) -> None:
    if "peers" in case.folder.split("/"):
        _set_aside(case, PEERS)
    elif _holds_pairs(case):
        _set_aside(case, PICTURES)
    elif isinstance(case.meta, dict) and "pairs" in case.meta:
        pictures.check_metrics(case, images)
    else:
        check = next((check for recognises, check in KINDS if recognises(case.meta, case.arrays)), None)
        if check is not None:
            check(case)


def _finished(case: Case) -> Iterator[Report]:
    for report in case.reports:
        if report.verdict == "UNKNOWN":
            report.notes.append("nothing in it was recognised, so nothing was checked")
        yield report
    if case.npz.entries and case.arrays.unseen:
        case.npz.notes.append(f"not compared: {', '.join(case.arrays.unseen)}")


def _others(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in NUMBERS:
            report = Report(path.relative_to(folder).as_posix())
            if path.name.endswith(PROSE_NAMES):
                report.aside = PROSE
            else:
                report.notes.append("not a kind of file that can be checked")
            yield report


def _set_aside(case: Case, why: str) -> None:
    for report in case.reports:
        report.aside = why


def _holds_pairs(case: Case) -> bool:
    return case.meta is None and any(name.endswith("_ref") for name in case.arrays)


def _record(error: Exception, reports: list[Report]) -> None:
    """Keep a failure as the verdict of its own files; the others are still checked."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    for report in reports:
        report.problem = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"


def _stems(folder: Path) -> list[Path]:
    return sorted({path.with_suffix("") for path in folder.rglob("*") if path.suffix in NUMBERS})


def _load(folder: Path, stem: Path) -> Case:
    case = Case(stem.name, stem.parent.relative_to(folder).as_posix())
    json_path, npz_path = (stem.parent / f"{stem.name}{suffix}" for suffix in NUMBERS)
    if json_path.exists():
        case.json.path = json_path.relative_to(folder).as_posix()
        try:
            case.meta = json.loads(json_path.read_text(encoding="utf-8"))
        except ValueError as error:
            _record(error, [case.json])
    if npz_path.exists():
        case.npz.path = npz_path.relative_to(folder).as_posix()
        try:
            with np.load(npz_path, allow_pickle=False) as arrays:
                case.arrays = Arrays({name: arrays[name] for name in arrays.files})
        except (ValueError, OSError, zipfile.BadZipFile, zlib.error) as error:
            _record(error, [case.npz])
    return case


def _list_with(key: str) -> Callable[[Any, Arrays], bool]:
    return lambda meta, arrays: isinstance(meta, list) and bool(meta) and key in meta[0]


def _fields(*keys: str) -> Callable[[Any, Arrays], bool]:
    return lambda meta, arrays: isinstance(meta, dict) and all(key in meta for key in keys)


def _arrays_named(*keys: str) -> Callable[[Any, Arrays], bool]:
    return lambda meta, arrays: all(key in arrays for key in keys)


KINDS: list[tuple[Callable[[Any, Arrays], bool], Callable[[Case], None]]] = [
    (_list_with("crc32"), weights.check_rule),
    (_list_with("section_counts"), schedules.check_spacings),
    (_list_with("jump_length"), schedules.check_jumps),
    (_fields("generator_config"), networks.check_lama),
    (_fields("model_config", "schedule_jump_params"), runs.check_repaint),
    (_fields("model_config", "t_shift"), runs.check_course_project),
    (_fields("model_config", "down_N"), runs.check_ilvr),
    (_fields("config"), networks.check_adm),
    (_arrays_named("x", "eps", "v", "noise", "x0", "t"), schedules.check_steps),
    (_arrays_named("betas", "alphas_cumprod"), schedules.check_tables),
    (lambda meta, arrays: any(name.count("__") == 2 for name in arrays), schedules.check_respaced),
    (lambda meta, arrays: any("_N" in name for name in arrays), runs.check_phi),
    (lambda meta, arrays: any(name.startswith("in_") for name in arrays), pictures.check_center_crop),
    (lambda meta, arrays: "x" in arrays and "truncating" in arrays, pictures.check_to_uint8),
]

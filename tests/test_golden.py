"""The engine against the public implementations' numbers, and the check against itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests import golden_check
from tests.golden_checks.folder import check_folder
from tests.golden_checks.report import table

GOLDEN = Path(__file__).parent / "golden"
FAMILIES = {"adm_unet", "ilvr", "image_prep", "lama", "metrics", "repaint", "schedules", "seed_merge"}


def test_every_golden_file_holds(capsys: pytest.CaptureFixture[str]) -> None:
    reports = list(check_folder(GOLDEN))
    with capsys.disabled():
        print(f"\n{table(reports)}")
    assert [report.path for report in reports if not report.passed] == []
    assert {report.path.split("/")[0] for report in reports if report.entries} >= FAMILIES


@pytest.mark.parametrize(
    ("file", "array"),
    [
        ("adm_unet/tiny_a.npz", "out"),
        ("ilvr/run_ilvr10_N8_range3.npz", "trajectory"),
        ("seed_merge/run_shift5_soft_range4.npz", "trajectory"),
        ("repaint/run_T6_j2_n3_softmask.npz", "trajectory"),
        ("lama/small_ratio05_odd_fft.npz", "pre_sigmoid"),
        ("schedules/tables_cosine_100.npz", "posterior_mean_coef2"),
    ],
)
def test_one_wrong_number_fails_the_check(tmp_path: Path, file: str, array: str) -> None:
    for source in GOLDEN.glob(f"{Path(file).with_suffix('')}.*"):
        shutil.copy(source, tmp_path)
    target = tmp_path / Path(file).name
    with np.load(target) as arrays:
        changed = {name: arrays[name].copy() for name in arrays.files}
    changed[array].flat[changed[array].size // 2] += 0.01
    np.savez(target, **changed)
    assert golden_check.main([str(tmp_path)]) == 1


def test_a_wrong_key_list_fails_the_check(tmp_path: Path) -> None:
    meta = json.loads((GOLDEN / "adm_unet/uncond_256_keys.json").read_text())
    meta["config"]["num_channels"] = 192
    (tmp_path / "other_name.json").write_text(json.dumps(meta))
    assert golden_check.main([str(tmp_path)]) == 1


def test_names_and_places_do_not_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for suffix in (".json", ".npz"):
        shutil.copy(GOLDEN / f"lama/small_ratio05_odd_fft{suffix}", tmp_path / f"anything{suffix}")
    shutil.copy(GOLDEN / "schedules/tables_cosine_100.npz", tmp_path / "t.npz")
    assert golden_check.main([str(tmp_path)]) == 0
    assert "3 files, 0 not passed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content"),
    [("odd.json", b'{"something": 1}'), ("broken.json", b"{"), ("broken.npz", b"PK"), ("weights.bin", b"0")],
)
def test_what_is_not_recognised_counts_as_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    shutil.copy(GOLDEN / "schedules/tables_cosine_100.npz", tmp_path)
    (tmp_path / name).write_bytes(content)
    assert golden_check.main([str(tmp_path)]) == 1
    verdict = capsys.readouterr().out
    assert "1 not passed" in verdict
    assert "UNKNOWN" in verdict or "ERROR" in verdict


def test_a_missing_or_empty_folder_is_a_usage_error(tmp_path: Path) -> None:
    assert golden_check.main([str(tmp_path)]) == 2
    assert golden_check.main([str(tmp_path / "absent")]) == 2

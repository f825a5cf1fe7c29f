"""Check the engine against a folder of golden numbers: ``python tests/golden_check.py [DIR]``.

Prints a table of every file with its largest error. Exit codes: 0 all within tolerance, 1 some are not,
2 there is no such folder or it holds no golden file.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.golden_checks.folder import check_folder  # noqa: E402 - needs the path above
from tests.golden_checks.report import table  # noqa: E402


def main(arguments: list[str]) -> int:
    """Run the check and return the exit code."""
    if len(arguments) > 1:
        print("usage: golden_check.py [DIR]", file=sys.stderr)
        return 2
    folder = Path(arguments[0]) if arguments else HERE / "golden"
    if not folder.is_dir():
        print(f"{folder} is not a folder: name one with golden files.", file=sys.stderr)
        return 2
    reports = list(check_folder(folder))
    if not reports:
        print(f"{folder} holds no golden file (.json or .npz).", file=sys.stderr)
        return 2
    print(table(reports))
    failures = sum(not report.passed for report in reports)
    print(f"{len(reports)} files, {failures} not passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

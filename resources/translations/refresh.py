"""Bring the translations up to date with the sources: ``make translations``.

The texts are collected here and given to Qt's lupdate as it knows them from C++: its own reader of Python
does not see plurals. It keeps what is translated and removes what is gone; lrelease then compiles all. The
files without line numbers change only where texts do.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent
SOURCES = FOLDER.parent.parent / "gui"
FUNCTIONS = ("translate", "QT_TRANSLATE_NOOP")


class Text(NamedTuple):
    """One text of the window. ``plural``: it has other forms for other numbers."""

    context: str
    source: str
    plural: bool


def texts(folder: Path = SOURCES) -> list[Text]:
    """Return all texts in the Python files of ``folder``, in their order, each once."""
    found: dict[Text, None] = {}
    for path in sorted(folder.glob("*.py")):
        found |= dict.fromkeys(_texts_in(ast.parse(path.read_text("utf-8"))))
    return list(found)


def _texts_in(tree: ast.AST) -> Iterator[Text]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        match node:
            case ast.Call(
                func=ast.Name(name), args=[ast.Constant(str(context)), ast.Constant(str(source)), *others]
            ) if name in FUNCTIONS:
                yield Text(context, source, bool(others))


def refresh() -> None:
    """Rewrite all files of translations beside this one."""
    bin_folder = Path(sys.executable).parent
    files = sorted(FOLDER.glob("reweave_*.ts"))
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "texts.cpp"
        sources.write_text("".join(map(_as_cpp, texts())), "utf-8")
        for file in files:
            # English needs a file for its plurals only.
            only = ["-pluralonly"] if file.stem == "reweave_en" else []
            options = ["-silent", "-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
            subprocess.run(
                [bin_folder / "pyside6-lupdate", *options, *only, sources, "-ts", file], check=True
            )
    subprocess.run([bin_folder / "pyside6-lrelease", "-silent", *sorted(FOLDER.glob("*.ts"))], check=True)


def _as_cpp(text: Text) -> str:
    name = "QT_TRANSLATE_N_NOOP" if text.plural else "QT_TRANSLATE_NOOP"
    quoted = (json.dumps(part, ensure_ascii=False) for part in (text.context, text.source))
    return f"{name}({', '.join(quoted)})\n"


if __name__ == "__main__":
    refresh()

"""Bring the translations up to date with the sources: ``make translations``.

The texts are collected here and given to Qt's lupdate as it knows them from C++: its own reader of Python
sees neither plurals nor the engine's sentences. It keeps what is translated and removes what is gone;
lrelease then compiles all. The files without line numbers change only where texts do.
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

from engine.errors import ReweaveError, Sentence

FOLDER = Path(__file__).resolve().parent
WINDOW, ENGINE = (FOLDER.parent.parent / name for name in ("gui", "engine"))
FUNCTIONS = ("translate", "QT_TRANSLATE_NOOP")
UNSEEN = {"bench", "training", "networks", "cli.py", "cli_options.py", "cluster.py", "command.py", "jumps.py"}
UNSEEN |= {"manifest.py", "options.py", "reporting.py", "schedule.py", "smoke.py"}
"""Folders and files of the engine whose sentences no window shows."""

SENTENCES = {each.__name__ for each in (Sentence, ReweaveError, *ReweaveError.__subclasses__())}
"""What is called with a pattern as its first argument."""


class Text(NamedTuple):
    """One text of the window. ``plural``: it has other forms for other numbers."""

    context: str
    source: str
    plural: bool


def texts(window: Path = WINDOW, engine: Path = ENGINE) -> list[Text]:
    """Return all texts in the Python files of the two folders, in their order, each once."""
    found: dict[Text, None] = {}
    for path in sorted(window.glob("*.py")):
        found |= dict.fromkeys(_texts_in(ast.parse(path.read_text("utf-8"))))
    for path in sorted(engine.rglob("*.py")):
        if not UNSEEN & set(path.relative_to(engine).parts):
            found |= dict.fromkeys(_sentences_in(ast.parse(path.read_text("utf-8"))))
    return list(found)


def _texts_in(tree: ast.AST) -> Iterator[Text]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        match node:
            case ast.Call(
                func=ast.Name(name), args=[ast.Constant(str(context)), ast.Constant(str(source)), *others]
            ) if name in FUNCTIONS:
                yield Text(context, source, bool(others))


def _sentences_in(tree: ast.AST) -> Iterator[Text]:
    """Yield the patterns in a module of the engine: what a Sentence, or an error that is one, is made of."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(name), args=[pattern, *_]) if name in SENTENCES:
                choices = (pattern.body, pattern.orelse) if isinstance(pattern, ast.IfExp) else (pattern,)
                for choice in choices:
                    if isinstance(choice, ast.Constant):
                        yield Text("Engine", str(choice.value), plural=False)


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

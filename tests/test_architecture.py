"""The directions that imports may take, and other rules of the house that a machine can check."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "cv2", "PIL", "scipy", "safetensors")
LIGHT_ENGINE = {
    "engine.batch.events",
    "engine.errors",
    "engine.findings",
    "engine.knobs",
    "engine.messages",
    "engine.models",
    "engine.run",
    "engine.variants",
}


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names


def reaches(names: set[str], package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in names)


@pytest.mark.parametrize("path", sources("engine"), ids=str)
def test_engine_knows_neither_qt_nor_the_editor(path: Path) -> None:
    for package in ("PySide6", "qtawesome", "gui", "tests", "main"):
        assert not reaches(imports(path), package)


@pytest.mark.parametrize("path", sources("gui"), ids=str)
def test_editor_knows_only_the_boundary_of_the_engine(path: Path) -> None:
    names = imports(path)
    for package in (*HEAVY, "tests", "main"):
        assert not reaches(names, package)
    engine = {name for name in names if reaches({name}, "engine")} - {"engine"}
    assert {name for name in engine if not any(reaches({name}, light) for light in LIGHT_ENGINE)} == set()


@pytest.mark.parametrize("name", sorted(LIGHT_ENGINE))
def test_the_boundary_needs_no_heavy_library(name: str) -> None:
    names = imports(ROOT / f"{name.replace('.', '/')}.py")
    for package in HEAVY:
        assert not reaches(names, package)


@pytest.mark.parametrize("package", ["sampling", "networks", "photo"])
def test_foundations_do_not_know_what_is_built_on_them(package: str) -> None:
    for path in sources(f"engine/{package}"):
        for above in ("engine.methods", "engine.session", "engine.cli", "engine.bench", "engine.training"):
            assert not reaches(imports(path), above), path


def test_files_stay_readable() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("engine", "gui", "tests", "packaging")
        for path in sources(folder)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 420
    }
    assert not long


def test_packaging_folder_does_not_shadow_the_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def run_blocked(blocked: tuple[str, ...], code: str) -> None:
    block = "import sys\n" + "".join(f"sys.modules[{name!r}] = None\n" for name in blocked)
    outcome = subprocess.run(
        [sys.executable, "-c", block + code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr


def test_engine_works_where_qt_is_not_installed() -> None:
    run_blocked(("PySide6", "qtawesome", "gui"), "import engine.session, engine.cli, engine.bench.tables")


def test_editor_starts_where_torch_is_not_installed() -> None:
    run_blocked(HEAVY, "import gui.app, gui.engine_host, gui.main_window, main")


def test_command_line_tells_bad_input_before_it_loads_torch() -> None:
    run_blocked(
        ("torch",), "import main; assert main.main(['repair', 'nowhere.jpg', '--mask', 'm.png']) == 2"
    )

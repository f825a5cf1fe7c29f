"""What the window says in other languages: complete, whole, and nothing left out."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.batch_flow import BatchFlow
from gui.help import keys_table
from gui.main_window import MainWindow
from gui.models_dialog import ModelsDialog
from gui.settings import LANGUAGES, Settings
from gui.settings_dialog import SettingsDialog
from gui.stages import STAGES, stage_name
from gui.translation import FOLDER, decimal, grouped, install_language, translate
from resources.translations.refresh import Text, texts
from tests.gui.batches import Functions

ROOT = Path(__file__).parent.parent.parent
GUI, ENGINE = ROOT / "gui", ROOT / "engine"
TRANSLATED = [name for name in LANGUAGES if name not in ("system", "en")]
FILES = sorted(file.stem for file in FOLDER.glob("*.ts"))
NUMBERS = range(200)
"""Among them are some for each plural form of any language."""

Message = tuple[Text, list[str], bool]
"""A text, its translations (one, or one for each form), and whether they are unfinished."""


def messages(file: str) -> list[Message]:
    """Return what a file of Qt Linguist's says."""
    found = []
    for context in ElementTree.parse(FOLDER / f"{file}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = message.get("numerus") == "yes"
            text = Text(context.findtext("name", ""), message.findtext("source", ""), plural)
            said = [form.text or "" for form in translation] if plural else [translation.text or ""]
            found.append((text, said, translation.get("type") is not None))
    return found


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize("language", TRANSLATED)
def test_exactly_the_texts_of_the_sources_are_translated(language: str) -> None:
    assert {text for text, *_ in messages(f"reweave_{language}")} == set(texts()), "make translations"


def test_english_has_exactly_the_plurals() -> None:
    plurals = {text for text in texts() if text.plural}
    assert {text for text, *_ in messages("reweave_en")} == plurals, "make translations"


def test_numbers_are_written_where_plurals_are() -> None:
    for text in texts():
        assert ("%n" in text.source) == text.plural, text


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_unfinished(file: str) -> None:
    assert not [text for text, said, unfinished in messages(file) if unfinished or not all(said)]


def parts(text: str) -> list[str]:
    """Return what a translation must keep: places to fill in, the mnemonic, line breaks, an ellipsis."""
    return sorted(re.findall(r"\{\w+[!:]?[^{} ]*\}|%n|%\d|&(?=\w)|\n|…", text))


@pytest.mark.parametrize("file", FILES)
def test_translations_keep_what_is_filled_in(file: str) -> None:
    for text, said, _ in messages(file):
        for form in said:
            assert parts(form) == parts(text.source), form


@pytest.mark.parametrize("language", TRANSLATED)
def test_menus_are_opened_by_different_keys(language: str) -> None:
    said = {text: said[0] for text, said, _ in messages(f"reweave_{language}")}
    keys = [found[1].lower() for form in said.values() if (found := re.search(r"&(\w)", form))]
    assert len(keys) == len(set(keys)) > 4


@pytest.mark.parametrize("file", FILES)
def test_the_compiled_files_are_as_new_as_their_sources(qapp: QApplication, file: str) -> None:
    translator = QTranslator()
    assert translator.load(file, str(FOLDER))
    for text, said, _ in messages(file):
        numbers = NUMBERS if text.plural else (-1,)
        compiled = {translator.translate(text.context, text.source, "", number) for number in numbers}
        assert compiled == set(said), "make translations"


@pytest.mark.parametrize(
    ("language", "repair", "cancel", "hours", "numbers"),
    [
        ("en", "Repair", "Cancel", ["about 1 hour left", "about 2 hours left"], ["0.5", "12,000"]),
        (
            "de",
            "Reparieren",
            "Abbrechen",
            ["noch etwa 1 Stunde", "noch etwa 2 Stunden"],
            ["0,5", "12.000"],
        ),
        ("hi", "सुधारें", "रद्द करें", ["लगभग 1 घंटा शेष", "लगभग 2 घंटे शेष"], ["0.5", "12,000"]),
    ],
)
def test_a_language_is_spoken_by_texts_buttons_plurals_and_numbers(
    qapp: QApplication,
    english_again: None,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    repair: str,
    cancel: str,
    hours: list[str],
    numbers: list[str],
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _system: ["a font for everything"])
    install_language(qapp, "de" if language == "en" else "en")  # of which nothing is left
    assert install_language(qapp, language) == ""
    assert translate("MainWindow", "Repair") == repair
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
    assert [translate("TimeLeft", "about %n hour(s) left", None, n) for n in (1, 2)] == hours
    assert [decimal(0.5), grouped(12_000)] == numbers


def test_a_language_without_a_font_gives_way_to_english(
    qapp: QApplication, english_again: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _system: [])
    complaint = install_language(qapp, "hi")
    assert "can write Hindi" in complaint
    assert "Noto Sans Devanagari" in complaint
    assert translate("MainWindow", "Repair") == "Repair"
    assert translate("TimeLeft", "about %n hour(s) left", None, 2) == "about 2 hours left"
    assert QLocale().language() == QLocale.Language.English


@pytest.mark.parametrize(
    ("spoken", "repair"), [("de_AT", "Reparieren"), ("fr_FR", "Repair"), ("C", "Repair")]
)
def test_the_system_s_language_is_spoken_or_english(
    qapp: QApplication, english_again: None, monkeypatch: pytest.MonkeyPatch, spoken: str, repair: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(spoken))
    install_language(qapp, "system")
    assert translate("MainWindow", "Repair") == repair
    assert translate("TimeLeft", "about %n hour(s) left", None, 2) != "about 2 hour(s) left"


class Marking(QTranslator):
    """A language that says everything in English, between marks."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"«{source.replace('%n', str(n))}»" if source else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[None]:
    translator = Marking(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    translator.setParent(None)


NO_WORDS = {"DDIM", "DDPM", "DPM-Solver++", "English", "Deutsch", "Reweave", "photo.png[*] - Reweave"}
"""Names, the same in all languages."""


def shown(part: QObject) -> Iterator[str]:
    """Yield all that a widget or an action says, to the eye, at the pointer, and to a screen reader."""
    if isinstance(part, QAction):
        yield from (part.text(), part.toolTip())
    if isinstance(part, QWidget):
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    if isinstance(part, QTreeWidget):
        yield from map(part.headerItem().text, range(part.columnCount()))
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox):
        yield from map(part.itemText, range(part.count()))


def unmarked(root: QWidget) -> set[str]:
    """Return the texts of a window that hold words which were never asked a translation for."""
    said = {text for part in (root, *root.findChildren(QObject)) for text in shown(part)} - NO_WORDS
    rest = {text: re.sub(r"«.*?»|\(\S+\)", "", text, flags=re.DOTALL) for text in said}
    return {text for text, left in rest.items() if re.search(r"[A-Za-z]{3}", left)}


def test_no_word_of_the_window_is_left_out(
    marking: None, make_window: Callable[..., MainWindow], picture: object, photo: object
) -> None:
    window = make_window(Settings(advanced_open=True))
    assert not unmarked(window)
    window.document.open(photo, picture)
    window.document.invert()
    assert not unmarked(window)


def test_no_word_of_the_dialogs_is_left_out(marking: None, qtbot: QtBot) -> None:
    for dialog in (SettingsDialog(Settings()), ModelsDialog()):
        qtbot.addWidget(dialog)
        assert not unmarked(dialog)
    rows = re.findall(r"<td>(.*?)</td>", keys_table())[::2]
    assert rows
    assert all(row.startswith("«") for row in rows)


def test_no_word_of_a_batch_is_left_out(marking: None, make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    flow = BatchFlow(window, window._engine, Functions(), Settings(), finds_damage=True)
    assert not unmarked(flow.view)
    flow.close()


SAYING = {"inform", "warn", "offer", "lock", "setText", "setToolTip", "setAccessibleName", "setWindowTitle"}
SAYING |= {"addAction", "addRow", "QLabel", "QPushButton", "QCheckBox", "QAction", "QMenu"}
"""What shows its arguments to the user."""


def said_as_it_is(tree: ast.AST) -> Iterator[str]:
    """Yield the words in source code that are shown without being translated."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(name) | ast.Attribute(attr=name), args=arguments) if name in SAYING:
                for argument in arguments:
                    for part in argument.values if isinstance(argument, ast.JoinedStr) else [argument]:
                        match part:
                            case ast.Constant(str(words)) if re.search(r"[a-z]{3}", words):
                                yield words


def test_nothing_is_said_but_by_way_of_translations() -> None:
    found = {file.name: set(said_as_it_is(ast.parse(file.read_text("utf-8")))) for file in GUI.glob("*.py")}
    assert not {name: words for name, words in found.items() if words - NO_WORDS}


def test_every_stage_the_engine_names_can_be_said() -> None:
    named = set()
    for path in (*(ENGINE / "methods").glob("*.py"), ENGINE / "session.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name("Progress"), args=[ast.Constant(stage), *_]):
                    named.add(stage)
    assert named
    assert named <= set(STAGES)


def test_sizes_of_sketches_are_filled_in(qapp: QApplication, english_again: None) -> None:
    from engine.methods.regional import stage_of
    from engine.photo.pyramid import Scale

    install_language(qapp, "de")
    empty = np.zeros((1, 1), bool)
    scales = [Scale(empty, empty, None, (0, 0, 1, 1), factor, (0, 0)) for factor in (1, 4)]
    assert [stage_name(stage_of(scale)) for scale in scales] == ["Reparatur", "Skizze in 1/4 der Größe"]

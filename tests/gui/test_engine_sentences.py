"""What the engine says is said by the window in the user's language, whichever way it came there."""

import ast
import pickle
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import BadInputError, Sentence, failure_from
from gui.main_window import MainWindow
from gui.settings import LANGUAGES
from gui.translation import FOLDER, in_our_words, install_language
from resources.translations.refresh import ENGINE, SENTENCES, UNSEEN

SEEN = [path for path in ENGINE.rglob("*.py") if not UNSEEN & set(path.relative_to(ENGINE).parts)]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")


def test_a_sentence_is_said_in_another_language(german: None) -> None:
    cut = Sentence("{name} is cut short: copy or download it again.", name="opa {1}.png")
    assert cut == "opa {1}.png is cut short: copy or download it again."
    assert in_our_words(cut) == "opa {1}.png ist abgeschnitten: bitte neu kopieren oder herunterladen."


def test_an_error_s_text_and_what_other_processes_send_are_still_sentences(german: None) -> None:
    error = BadInputError("{name} is cut short: copy or download it again.", name="opa.png")
    sent = pickle.loads(pickle.dumps(failure_from(error)))
    assert sent.message == "opa.png is cut short: copy or download it again."
    assert in_our_words(sent.message) == in_our_words(str(error)) != sent.message


def test_sentences_may_hold_sentences(german: None) -> None:
    inner = Sentence("The disk is full: free some space and try again.")
    outer = Sentence("{reason} {kept}", reason=inner, kept="/tmp")
    assert in_our_words(outer) == f"{in_our_words(inner)} /tmp"
    assert in_our_words(inner) != inner


@pytest.mark.parametrize("text", ["plain", "{name}", "", "100 % {", Sentence("{ } is no gap")])
def test_any_other_text_is_said_as_it_is(german: None, text: str) -> None:
    assert in_our_words(text) == text


def made_of(language: str) -> Iterator[tuple[str, str]]:
    for context in ElementTree.parse(FOLDER / f"reweave_{language}.ts").getroot().iter("context"):
        if context.findtext("name") == "Engine":
            for message in context.iter("message"):
                yield message.findtext("source", ""), message.findtext("translation", "")


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name not in ("system", "en")])
def test_every_translation_can_be_filled_in(language: str) -> None:
    """A brace too many, or a name misspelt, would fail in front of the user."""
    pairs = list(made_of(language))
    assert len(pairs) > 150
    for source, translation in pairs:
        names = dict.fromkeys(re.findall(r"\{(\w+)", source), 7)
        assert not re.search(r"\{\w+[!:}]", translation.format(**names) if names else translation)


def test_sentences_that_a_window_shows_are_patterns() -> None:
    """An f-string could not be found among the translations: its gaps are filled too early."""
    found = []
    for path in SEEN:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(name), args=[ast.JoinedStr(), *_]) if name in SENTENCES:
                    found.append(f"{path.relative_to(ENGINE)}:{node.lineno}")
                case ast.JoinedStr(values=[*_, ast.Constant(str(end))]) if re.search(r"\w \w.*\.$", end):
                    found.append(f"{path.relative_to(ENGINE)}:{node.lineno}")
    assert not found


def test_a_broken_photo_is_refused_in_german(
    german: None, make_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, photo_file: Path
) -> None:
    whole = photo_file.read_bytes()
    broken = tmp_path / "opa.png"
    broken.write_bytes(whole[: len(whole) // 2])
    window = make_window()
    window.file_flow.open([broken])
    qtbot.waitUntil(lambda: not window.messages.isHidden())
    assert window.messages.text.endswith('opa.png" ist abgeschnitten: bitte neu kopieren oder herunterladen.')

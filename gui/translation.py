"""The words of the window, in the user's language.

Every text that a user can read is written ``translate("Context", "English text")``, with literals, so that
it can be found. The context is the part of the window, for instance the module's class. What varies is
filled in afterwards, by name: ``translate("FindBar", "{kind} found").format(kind=kind)``; numbers that change
the grammar are Qt's: ``translate("FindBar", "%n place(s)", None, count)``. A text that stands in a table is
written ``QT_TRANSLATE_NOOP("Context", "English text")`` there, and ``translate("Context", text)`` where it is
shown: tables are made before it is known which language is spoken. What the engine says are sentences that
:func:`in_our_words` translates; their context is "Engine".
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from engine.errors import Sentence

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"
"""What Qt Linguist's tools make of the texts, one file for each language."""

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "hi": "हिन्दी"}
"""Each as those who speak it call it."""

WRITING_SYSTEMS = {QLocale.Script.DevanagariScript: QFontDatabase.WritingSystem.Devanagari}
"""What not every computer has a font for, as a language and as a font call it."""

translate = QCoreApplication.translate


def install_language(application: QApplication, language: str) -> str:
    """Have all texts that are made from now on in ``language``, one of the names or "system".

    "system": the first language the user told the system to speak that is one of ours, else English. Qt's own
    texts (buttons, file dialogs, names of keys) follow, and so do numbers and dates if a language is named.
    A language that no font here can write gives way to English; what is returned says so to the user.
    """
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    locale = QLocale.system() if language == "system" else QLocale(language)
    ours = QTranslator(application)
    if not ours.load(locale, "reweave", "_", str(FOLDER)):
        ours.load("reweave_en", str(FOLDER))  # English has its plurals from there
    complaint = ""
    if not _can_be_written(spoken := QLocale(ours.language())):
        name, script = QLocale.languageToString(spoken.language()), QLocale.scriptToString(spoken.script())
        complaint = (
            f"No font that is installed can write {name}, so the window speaks English. Install one, for "
            f"instance Noto Sans {script}."
        )
        locale = QLocale("en")
        ours.load("reweave_en", str(FOLDER))
    QLocale.setDefault(locale)
    application.installTranslator(ours)
    qts = QTranslator(application)
    places = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(FOLDER))
    if any(qts.load(QLocale(ours.language()), "qtbase", "_", place) for place in places):
        application.installTranslator(qts)
    return complaint


def _can_be_written(language: QLocale) -> bool:
    system = WRITING_SYSTEMS.get(language.script())
    return system is None or bool(QFontDatabase.families(system))


def in_our_words(sentence: str) -> str:
    """Return what the engine says in the user's language, and any other text as it is."""
    if not isinstance(sentence, Sentence):
        return sentence
    pattern = translate("Engine", sentence.pattern)
    words = sentence.words.items()
    filled = {name: in_our_words(word) if isinstance(word, str) else word for name, word in words}
    return pattern.format(**filled) if words else pattern


def grouped(count: int) -> str:
    """Return a whole number with its thousands apart, as the user's language writes it."""
    return QLocale().toString(count)


def decimal(value: float, places: int = 1) -> str:
    """Return a number with so many decimals, as the user's language writes it."""
    return QLocale().toString(value, "f", places)

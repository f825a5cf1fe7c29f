"""The look: two sets of colours with one accent, as a palette and a style sheet; and the icons."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from string import Template

import qtawesome
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gui.settings import Theme

STYLE = Path(__file__).resolve().parent.parent / "resources" / "style.qss"
"""Qt's style sheet, with $names for the colours and for the folder of icons."""


@dataclass(frozen=True)
class Colours:
    """``raised``: panels and bars; ``sunken``: fields and lists; ``dark``: behind the photo."""

    window: str
    raised: str
    sunken: str
    dark: str
    border: str
    text: str
    muted: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    soft_accent: str
    alert: str


LIGHT = Colours(
    window="#f3f4f5",
    raised="#fbfbfc",
    sunken="#ffffff",
    dark="#d9dcdf",
    border="#d5d8dc",
    text="#1d2126",
    muted="#626a73",
    hover="#e8eaed",
    accent="#0b7a6f",
    accent_hover="#0a8c80",
    on_accent="#ffffff",
    soft_accent="#d3ece8",
    alert="#b3261e",
)

DARK = Colours(
    window="#1b1d20",
    raised="#23262a",
    sunken="#17191b",
    dark="#131416",
    border="#34383d",
    text="#e4e6e9",
    muted="#98a0a9",
    hover="#2f3338",
    accent="#2fb5a5",
    accent_hover="#45c7b8",
    on_accent="#06211e",
    soft_accent="#1f4843",
    alert="#ff8a80",
)


def colours_for(theme: Theme) -> Colours:
    """Return the colours of a theme; "system" follows the desktop, and is light where it does not say."""
    if theme == "system":
        scheme = QApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def apply_theme(application: QApplication, colours: Colours) -> None:
    """Give all windows these colours."""
    application.setStyle("Fusion")
    application.setPalette(_palette(colours))
    names = asdict(colours) | {"icons": (STYLE.parent / "icons").as_posix()}
    application.setStyleSheet(Template(STYLE.read_text("utf-8")).substitute(names))


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def icon(name: str, colours: Colours, accent: bool = False) -> QIcon:
    """Return a Material Design icon; without the icon font an empty one: buttons then show their text."""
    if not has_icon_font():
        return QIcon()
    colour = colours.on_accent if accent else colours.text
    return qtawesome.icon(f"mdi6.{name}", color=colour, color_disabled=colours.border)


@cache
def has_icon_font() -> bool:
    """Return whether the icon font can be used: its files may be missing, unreadable or damaged."""
    try:
        qtawesome.font("mdi6", 16)
    except (OSError, ValueError, qtawesome.iconic_font.FontError):
        return False
    return True


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for names, colour in (
        ((role.Window, role.Button), colours.window),
        ((role.Base, role.ToolTipBase), colours.sunken),
        ((role.AlternateBase, role.Midlight), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Highlight, role.Link, role.Accent), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.Mid, role.Light), colours.border),
        ((role.Dark, role.Shadow), colours.dark),
    ):
        for name in names:
            palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette

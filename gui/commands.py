"""Everything the user can do, once: name, words, keys, icon, and where it stands in the menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.theme import Colours, icon
from gui.translation import translate


@dataclass(frozen=True)
class Command:
    """One thing to do. ``needs_photo``: it is disabled while no photo is open."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs_photo: bool = True
    checkable: bool = False

    @property
    def title(self) -> str:
        """What it is called, in the user's language."""
        return translate("Commands", self.text)


COMMANDS = (
    Command(
        "open", QT_TRANSLATE_NOOP("Commands", "Open…"), "folder-open-outline", ("Ctrl+O",), needs_photo=False
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Commands", "Paste photo"),
        "clipboard-outline",
        ("Ctrl+V",),
        needs_photo=False,
    ),
    Command(
        "sample", QT_TRANSLATE_NOOP("Commands", "Open the sample photo"), "image-outline", needs_photo=False
    ),
    Command(
        "batch",
        QT_TRANSLATE_NOOP("Commands", "Repair a folder…"),
        "folder-multiple-image",
        ("Ctrl+Shift+O",),
        needs_photo=False,
    ),
    Command("save", QT_TRANSLATE_NOOP("Commands", "Save"), "content-save-outline", ("Ctrl+S",)),
    Command("save_as", QT_TRANSLATE_NOOP("Commands", "Save as…"), keys=("Ctrl+Shift+S",)),
    Command("copy", QT_TRANSLATE_NOOP("Commands", "Copy photo"), "content-copy", ("Ctrl+C",)),
    Command("import_mask", QT_TRANSLATE_NOOP("Commands", "Import mask…"), "import"),
    Command("export_mask", QT_TRANSLATE_NOOP("Commands", "Export mask…"), "export"),
    Command(
        "settings", QT_TRANSLATE_NOOP("Commands", "Settings…"), "cog-outline", ("Ctrl+,",), needs_photo=False
    ),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), keys=("Ctrl+Q",), needs_photo=False),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), "undo", ("Ctrl+Z",)),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("models", QT_TRANSLATE_NOOP("Commands", "Models…"), "cube-outline", needs_photo=False),
    Command("brush", QT_TRANSLATE_NOOP("Commands", "Brush"), "brush", ("B",), checkable=True),
    Command("eraser", QT_TRANSLATE_NOOP("Commands", "Eraser"), "eraser", ("E",), checkable=True),
    Command("lasso", QT_TRANSLATE_NOOP("Commands", "Lasso"), "lasso", ("L",), checkable=True),
    Command("polygon", QT_TRANSLATE_NOOP("Commands", "Polygon"), "vector-polygon", ("P",), checkable=True),
    Command(
        "rectangle", QT_TRANSLATE_NOOP("Commands", "Rectangle"), "rectangle-outline", ("R",), checkable=True
    ),
    Command(
        "flood", QT_TRANSLATE_NOOP("Commands", "Similar colour"), "format-color-fill", ("W",), checkable=True
    ),
    Command("pick", QT_TRANSLATE_NOOP("Commands", "Remove a piece"), "select-remove", ("K",), checkable=True),
    Command(
        "swap",
        QT_TRANSLATE_NOOP("Commands", "Remove instead of adding"),
        "plus-minus-variant",
        ("X",),
        checkable=True,
    ),
    Command("smaller", QT_TRANSLATE_NOOP("Commands", "Smaller brush"), keys=("[",)),
    Command("larger", QT_TRANSLATE_NOOP("Commands", "Larger brush"), keys=("]",)),
    Command("softer", QT_TRANSLATE_NOOP("Commands", "Softer brush"), keys=("{",)),
    Command("harder", QT_TRANSLATE_NOOP("Commands", "Harder brush"), keys=("}",)),
    Command("grow", QT_TRANSLATE_NOOP("Commands", "Grow mask"), "arrow-expand", ("Ctrl+]",)),
    Command("shrink", QT_TRANSLATE_NOOP("Commands", "Shrink mask"), "arrow-collapse", ("Ctrl+[",)),
    Command("rim", QT_TRANSLATE_NOOP("Commands", "Grow and shrink by…"), keys=("Ctrl+G",)),
    Command(
        "invert", QT_TRANSLATE_NOOP("Commands", "Invert mask"), "invert-colors", ("Ctrl+I", "Ctrl+Shift+I")
    ),
    Command("clear", QT_TRANSLATE_NOOP("Commands", "Clear mask"), "layers-off-outline", ("Ctrl+D", "Delete")),
    Command("fit", QT_TRANSLATE_NOOP("Commands", "Fit in window"), "fit-to-screen-outline", ("Ctrl+0",)),
    Command("actual", QT_TRANSLATE_NOOP("Commands", "Actual size"), "magnify-scan", ("Ctrl+1",)),
    Command(
        "zoom_in", QT_TRANSLATE_NOOP("Commands", "Zoom in"), "magnify-plus-outline", ("Ctrl++", "Ctrl+=")
    ),
    Command("zoom_out", QT_TRANSLATE_NOOP("Commands", "Zoom out"), "magnify-minus-outline", ("Ctrl+-",)),
    Command("mask", QT_TRANSLATE_NOOP("Commands", "Show mask"), "eye-outline", ("M",), checkable=True),
    Command("split", QT_TRANSLATE_NOOP("Commands", "Before and after"), "compare", ("Y",), checkable=True),
    Command("navigator", QT_TRANSLATE_NOOP("Commands", "Navigator"), "map-outline", ("N",), checkable=True),
    Command("grid", QT_TRANSLATE_NOOP("Commands", "Pixel grid"), "grid", ("Ctrl+'",), checkable=True),
    Command("repair", QT_TRANSLATE_NOOP("Commands", "Repair"), "auto-fix", ("Ctrl+Return", "Ctrl+Enter")),
    Command("repeat", QT_TRANSLATE_NOOP("Commands", "Repair with the last settings"), "repeat", ("Ctrl+R",)),
    Command("next", QT_TRANSLATE_NOOP("Commands", "Repair this next"), "playlist-plus", ("Q",)),
    Command("pause", QT_TRANSLATE_NOOP("Commands", "Pause or go on"), "pause", ("Ctrl+P",)),
    Command("find", QT_TRANSLATE_NOOP("Commands", "Find damage"), "magnify", ("F",)),
    Command("mend", QT_TRANSLATE_NOOP("Commands", "Find and repair"), "auto-fix", ("Ctrl+Shift+Return",)),
    Command("enlarge", QT_TRANSLATE_NOOP("Commands", "Enlarge 2x"), "arrow-expand-all", ("Ctrl+E",)),
    Command("cancel", QT_TRANSLATE_NOOP("Commands", "Cancel"), "close", ("Esc",)),
    Command(
        "keys", QT_TRANSLATE_NOOP("Commands", "Keys"), "help-circle-outline", ("F1", "?"), needs_photo=False
    ),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About Reweave"), needs_photo=False),
)

HINTS = {
    "lasso": QT_TRANSLATE_NOOP(
        "Commands", "Draw around the damage. Alt or the right button removes instead of adding."
    ),
    "polygon": QT_TRANSLATE_NOOP(
        "Commands", "Click the corners; a double click, Enter or the first corner closes it."
    ),
    "rectangle": QT_TRANSLATE_NOOP("Commands", "Drag from corner to corner."),
    "flood": QT_TRANSLATE_NOOP("Commands", "Click: what looks like that pixel is marked."),
    "pick": QT_TRANSLATE_NOOP(
        "Commands", "Click a marked piece to unmark all of it. Ctrl+click does so with any tool."
    ),
    "swap": QT_TRANSLATE_NOOP("Commands", "Lets every tool unmark what it would mark."),
}
"""How commands are used that do not say it themselves, for their tooltips."""

MENUS = (
    (QT_TRANSLATE_NOOP("Commands", "&File"), "open paste sample batch | save save_as copy | settings | quit"),
    (QT_TRANSLATE_NOOP("Commands", "&Edit"), "undo redo | models"),
    (
        QT_TRANSLATE_NOOP("Commands", "&Mask"),
        "brush eraser lasso polygon rectangle flood pick | swap smaller larger softer harder"
        " | grow shrink rim | invert clear | import_mask export_mask",
    ),
    (QT_TRANSLATE_NOOP("Commands", "&View"), "fit actual zoom_in zoom_out | mask split grid navigator"),
    (QT_TRANSLATE_NOOP("Commands", "&Repair"), "find repair mend repeat | enlarge | next pause cancel"),
    (QT_TRANSLATE_NOOP("Commands", "&Help"), "keys about"),
)
"""(title, the commands' names; "|" is a line between groups)."""

GESTURES = (
    (
        QT_TRANSLATE_NOOP("Commands", "Remove instead of adding"),
        QT_TRANSLATE_NOOP("Commands", "right button or Alt"),
    ),
    (QT_TRANSLATE_NOOP("Commands", "Straight line"), QT_TRANSLATE_NOOP("Commands", "Shift+click")),
    (QT_TRANSLATE_NOOP("Commands", "Remove a marked piece"), QT_TRANSLATE_NOOP("Commands", "Ctrl+click")),
    (
        QT_TRANSLATE_NOOP("Commands", "Close a polygon"),
        QT_TRANSLATE_NOOP("Commands", "double click, Enter, or its first corner"),
    ),
    (QT_TRANSLATE_NOOP("Commands", "Take back its last corner"), QT_TRANSLATE_NOOP("Commands", "Backspace")),
    (QT_TRANSLATE_NOOP("Commands", "Give it up"), QT_TRANSLATE_NOOP("Commands", "Esc")),
    (QT_TRANSLATE_NOOP("Commands", "Zoom at the pointer"), QT_TRANSLATE_NOOP("Commands", "wheel")),
    (QT_TRANSLATE_NOOP("Commands", "Brush size"), QT_TRANSLATE_NOOP("Commands", "Shift+wheel")),
    (
        QT_TRANSLATE_NOOP("Commands", "Move the photo"),
        QT_TRANSLATE_NOOP("Commands", "hold Space, or middle button"),
    ),
    (QT_TRANSLATE_NOOP("Commands", "See the photo as it was"), QT_TRANSLATE_NOOP("Commands", "hold Tab")),
    (
        QT_TRANSLATE_NOOP("Commands", "Move the line between before and after"),
        QT_TRANSLATE_NOOP("Commands", "drag it, Left or Right"),
    ),
)
"""What is done with the pointer, or with a key held: not commands, but listed with their keys."""


class Actions:
    """The commands as Qt actions, by name."""

    def __init__(self, window: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.title, window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            tip = with_keys(command.title.rstrip("…"), command.keys)
            hint = translate("Commands", HINTS.get(command.name, ""))
            action.setToolTip("\n".join(filter(None, (tip, hint))))
            window.addAction(action)
            self._actions[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_icons(self, colours: Colours) -> None:
        """Draw the icons in these colours."""
        for command in COMMANDS:
            if command.icon:
                self[command.name].setIcon(icon(command.icon, colours))

    def set_photo_open(self, is_open: bool) -> None:
        """Enable what needs a photo, or disable it."""
        for command in COMMANDS:
            if command.needs_photo:
                self[command.name].setEnabled(is_open)

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put all into menus; return those by their English titles in lower case, without "&"."""
        menus = {}
        for title, names in MENUS:
            menu = menus[title.strip("&").lower()] = bar.addMenu(translate("Commands", title))
            for name in names.split():
                if name == "|":
                    menu.addSeparator()
                else:
                    menu.addAction(self[name])
        return menus


def with_keys(text: str, keys: tuple[str, ...]) -> str:
    """Return a tooltip's text: what it does, and the key for it."""
    if not keys:
        return text
    return f"{text}  ({QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)})"

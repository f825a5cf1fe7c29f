"""Everything the user can do, once: name, words, keys, icon, and where it stands in the menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.theme import Colours, icon


@dataclass(frozen=True)
class Command:
    """One thing to do. ``needs_photo``: it is disabled while no photo is open."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs_photo: bool = True
    checkable: bool = False


COMMANDS = (
    Command("open", "Open…", "folder-open-outline", ("Ctrl+O",), needs_photo=False),
    Command("paste", "Paste photo", "clipboard-outline", ("Ctrl+V",), needs_photo=False),
    Command("sample", "Open the sample photo", "image-outline", needs_photo=False),
    Command("save", "Save", "content-save-outline", ("Ctrl+S",)),
    Command("save_as", "Save as…", keys=("Ctrl+Shift+S",)),
    Command("import_mask", "Import mask…", "import"),
    Command("export_mask", "Export mask…", "export"),
    Command("settings", "Settings…", "cog-outline", ("Ctrl+,",), needs_photo=False),
    Command("quit", "Quit", keys=("Ctrl+Q",), needs_photo=False),
    Command("undo", "Undo", "undo", ("Ctrl+Z",)),
    Command("redo", "Redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("brush", "Brush", "brush", ("B",), checkable=True),
    Command("eraser", "Eraser", "eraser", ("E",), checkable=True),
    Command("lasso", "Lasso", "lasso", ("L",), checkable=True),
    Command("polygon", "Polygon", "vector-polygon", ("P",), checkable=True),
    Command("rectangle", "Rectangle", "rectangle-outline", ("R",), checkable=True),
    Command("flood", "Similar colour", "format-color-fill", ("W",), checkable=True),
    Command("pick", "Remove a piece", "select-remove", ("K",), checkable=True),
    Command("swap", "Remove instead of adding", "plus-minus-variant", ("X",), checkable=True),
    Command("smaller", "Smaller brush", keys=("[",)),
    Command("larger", "Larger brush", keys=("]",)),
    Command("softer", "Softer brush", keys=("{",)),
    Command("harder", "Harder brush", keys=("}",)),
    Command("grow", "Grow mask", "arrow-expand", ("Ctrl+]",)),
    Command("shrink", "Shrink mask", "arrow-collapse", ("Ctrl+[",)),
    Command("rim", "Grow and shrink by…", keys=("Ctrl+G",)),
    Command("invert", "Invert mask", "invert-colors", ("Ctrl+I", "Ctrl+Shift+I")),
    Command("clear", "Clear mask", "layers-off-outline", ("Ctrl+D", "Delete")),
    Command("fit", "Fit in window", "fit-to-screen-outline", ("Ctrl+0",)),
    Command("actual", "Actual size", "magnify-scan", ("Ctrl+1",)),
    Command("zoom_in", "Zoom in", "magnify-plus-outline", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "Zoom out", "magnify-minus-outline", ("Ctrl+-",)),
    Command("mask", "Show mask", "eye-outline", ("M",), checkable=True),
    Command("split", "Before and after", "compare", ("Y",), checkable=True),
    Command("grid", "Pixel grid", "grid", ("Ctrl+'",), checkable=True),
    Command("repair", "Repair", "auto-fix", ("Ctrl+Return", "Ctrl+Enter")),
    Command("repeat", "Repair with the last settings", "repeat", ("Ctrl+R",)),
    Command("next", "Repair this next", "playlist-plus", ("Q",)),
    Command("pause", "Pause or go on", "pause", ("Ctrl+P",)),
    Command("find", "Find damage", "magnify", ("F",)),
    Command("mend", "Find and repair", "auto-fix", ("Ctrl+Shift+Return",)),
    Command("enlarge", "Enlarge 2x", "arrow-expand-all", ("Ctrl+E",)),
    Command("cancel", "Cancel", "close", ("Esc",)),
    Command("keys", "Keys", "help-circle-outline", ("F1", "?"), needs_photo=False),
    Command("about", "About Reweave", needs_photo=False),
)

HINTS = {
    "lasso": "Draw around the damage. Alt or the right button removes instead of adding.",
    "polygon": "Click the corners; a double click, Enter or the first corner closes it.",
    "rectangle": "Drag from corner to corner.",
    "flood": "Click: what looks like that pixel is marked.",
    "pick": "Click a marked piece to unmark all of it. Ctrl+click does so with any tool.",
    "swap": "Lets every tool unmark what it would mark.",
}
"""How commands are used that do not say it themselves, for their tooltips."""

MENUS = (
    ("&File", "open paste sample | save save_as | settings | quit"),
    ("&Edit", "undo redo"),
    (
        "&Mask",
        "brush eraser lasso polygon rectangle flood pick | swap smaller larger softer harder"
        " | grow shrink rim | invert clear | import_mask export_mask",
    ),
    ("&View", "fit actual zoom_in zoom_out | mask split grid"),
    ("&Repair", "find repair mend repeat | enlarge | next pause cancel"),
    ("&Help", "keys about"),
)
"""(title, the commands' names; "|" is a line between groups)."""

GESTURES = (
    ("Remove instead of adding", "right button or Alt"),
    ("Straight line", "Shift+click"),
    ("Remove a marked piece", "Ctrl+click"),
    ("Close a polygon", "double click, Enter, or its first corner"),
    ("Take back its last corner", "Backspace"),
    ("Give it up", "Esc"),
    ("Zoom at the pointer", "wheel"),
    ("Brush size", "Shift+wheel"),
    ("Move the photo", "hold Space, or middle button"),
    ("See the photo as it was", "hold Tab"),
    ("Move the line between before and after", "drag it, Left or Right"),
)
"""What is done with the pointer, or with a key held: not commands, but listed with their keys."""


class Actions:
    """The commands as Qt actions, by name."""

    def __init__(self, window: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.text, window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            tip = with_keys(command.text.rstrip("…"), command.keys)
            action.setToolTip("\n".join(filter(None, (tip, HINTS.get(command.name)))))
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
        """Put all into menus; return those by their titles in lower case, without the "&"."""
        menus = {}
        for title, names in MENUS:
            menu = menus[title.strip("&").lower()] = bar.addMenu(title)
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

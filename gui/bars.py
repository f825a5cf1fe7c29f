"""The two bars with buttons: files, view and the tool's settings above the photo; the tools beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from gui.commands import Actions
from gui.tool_options import ToolOptions
from gui.tools import Toolbox
from gui.translation import translate

ICON = QSize(20, 20)
ZOOM_PADDING = 28


def top_bar(commands: Actions, toolbox: Toolbox, zoom: QToolButton) -> QToolBar:
    """Return the bar above the photo; ``zoom`` says how large that is, and holds sizes to choose from."""
    bar = _bar("top", translate("Bars", "File and view"))
    for names in ("open save", "undo redo"):
        bar.addActions([commands[name] for name in names.split()])
        bar.addSeparator()
    bar.addWidget(ToolOptions(toolbox))
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addActions([commands["mask"], commands["split"]])
    bar.addSeparator()
    zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    zoom.setMinimumWidth(zoom.fontMetrics().horizontalAdvance("6400 %") + ZOOM_PADDING)
    zoom.setToolTip(translate("Bars", "Zoom"))
    zoom.setAccessibleName(translate("Bars", "Zoom"))
    zoom.addActions([commands["fit"], commands["actual"]])
    bar.addAction(commands["zoom_out"])
    bar.addWidget(zoom)
    bar.addAction(commands["zoom_in"])
    return bar


def tool_bar(commands: Actions) -> QToolBar:
    """Return the bar beside the photo."""
    bar = _bar("tools", translate("Bars", "Tools"))
    for names in (
        "brush eraser",
        "lasso polygon rectangle flood pick",
        "swap",
        "grow shrink invert clear",
    ):
        if bar.actions():
            bar.addSeparator()
        bar.addActions([commands[name] for name in names.split()])
    return bar


def _bar(name: str, title: str) -> QToolBar:
    bar = QToolBar(title, objectName=name, movable=False)
    bar.setIconSize(ICON)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    return bar

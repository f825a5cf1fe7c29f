"""The commands for tools and mask, connected with what they do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from gui.commands import Actions, with_keys
from gui.grow import LARGEST_RIM
from gui.mask_flow import MaskFlow
from gui.tools import TOOLS, Toolbox, ToolName
from gui.translation import translate

HARDNESS_STEP = 10


class ToolActions(QObject):
    """Lets the commands use the toolbox and the mask, and shows on them how the toolbox is set."""

    def __init__(self, commands: Actions, toolbox: Toolbox, mask: MaskFlow, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._toolbox, self._window = commands, toolbox, window
        for tool in TOOLS:
            commands[tool].triggered.connect(partial(self._take, tool))
        does: dict[str, Callable[[], object]] = {
            "swap": toolbox.swap,
            "smaller": partial(toolbox.scale, -1),
            "larger": partial(toolbox.scale, 1),
            "softer": lambda: toolbox.set_hardness(toolbox.hardness - HARDNESS_STEP),
            "harder": lambda: toolbox.set_hardness(toolbox.hardness + HARDNESS_STEP),
            "grow": mask.grow,
            "shrink": mask.shrink,
            "rim": self._ask_for_rim,
        }
        for name, do in does.items():
            commands[name].triggered.connect(lambda _checked, do=do: do())
        toolbox.changed.connect(self._follow)
        self._follow()

    def _take(self, tool: ToolName, _checked: bool = True) -> None:
        self._toolbox.take(tool)
        self._follow()  # a tool taken again stays checked

    def _follow(self) -> None:
        for tool in TOOLS:
            self._commands[tool].setChecked(self._toolbox.tool == tool)
        self._commands["swap"].setChecked(self._toolbox.removing)
        grow = translate("ToolActions", "Grow mask by {pixels} px")
        shrink = translate("ToolActions", "Shrink mask by {pixels} px")
        for name, text in (("grow", grow), ("shrink", shrink)):
            self._commands[name].setText(text.format(pixels=self._toolbox.rim_px))
            keys = (self._commands[name].shortcut().toString(),)
            self._commands[name].setToolTip(with_keys(self._commands[name].text(), keys))

    def _ask_for_rim(self) -> None:
        pixels, accepted = QInputDialog.getInt(
            self._window,
            translate("ToolActions", "Grow and shrink"),
            translate("ToolActions", "Pixels to grow and shrink the mask by:"),
            self._toolbox.rim_px,
            1,
            LARGEST_RIM,
        )
        if accepted:
            self._toolbox.set_rim(pixels)

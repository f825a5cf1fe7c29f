"""How the tools are set, and what is shown, from one run to the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction

from gui.method_panel import MethodPanel
from gui.navigator import Navigator
from gui.settings import Settings
from gui.tools import Toolbox


def remember_tools(settings: Settings, toolbox: Toolbox, method: MethodPanel) -> None:
    """Set the tools and the feather as ``settings`` say, and let these follow from then on."""
    toolbox.resize(settings.brush_px)
    toolbox.set_hardness(settings.hardness)
    toolbox.set_tolerance(settings.tolerance)
    toolbox.set_rim(settings.rim_px)
    method.set_feather(settings.feather_px)

    def note() -> None:
        settings.brush_px = toolbox.brush_px
        settings.hardness = toolbox.hardness
        settings.tolerance = toolbox.tolerance
        settings.rim_px = toolbox.rim_px
        settings.feather_px = method.feather

    toolbox.changed.connect(note)
    method.knobs.changed.connect(note)


def remember_navigator(settings: Settings, choice: QAction, navigator: Navigator) -> None:
    """Show the navigator or not as ``settings`` say, and let them follow what is chosen."""
    choice.toggled.connect(navigator.set_shown)
    choice.toggled.connect(partial(setattr, settings, "navigator"))
    choice.setChecked(settings.navigator)
    navigator.set_shown(settings.navigator)

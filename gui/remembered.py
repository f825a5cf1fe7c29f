"""How the tools are set, from one run to the next."""

from __future__ import annotations

from gui.method_panel import MethodPanel
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

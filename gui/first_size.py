"""How large a window is that the user has not sized yet."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 40)
"""What the system draws around a window; how much that is cannot be asked before the window is shown."""


def first_size(window: QWidget, wish: QSize) -> QSize:
    """Return ``wish``, or as much of it as there is room for on the window's screen."""
    return wish.boundedTo(window.screen().availableSize() - FRAME)

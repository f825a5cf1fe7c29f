"""What there is to see before a photo is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import Colours, icon, set_property
from gui.translation import translate

MOST_SHOWN = 4


class Welcome(QWidget):
    """Says how to begin.

    Signals: ``open_asked``, ``sample_asked``, ``batch_asked`` (a whole folder), ``photo_asked`` (Path).
    """

    open_asked = Signal()
    sample_asked = Signal()
    batch_asked = Signal()
    photo_asked = Signal(object)

    def __init__(self, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(
            translate("Welcome", "Drop a damaged photo here"), alignment=Qt.AlignmentFlag.AlignCenter
        )
        title.setProperty("role", "title")
        hint = QLabel(
            translate(
                "Welcome", "Paint over the damage, press Repair, and save: nothing else in the photo changes."
            ),
            alignment=Qt.AlignmentFlag.AlignCenter,
            wordWrap=True,
        )
        hint.setProperty("role", "muted")
        self._open = QPushButton(translate("Welcome", "Open a photo…"))
        self._open.setProperty("primary", True)
        self._sample = QPushButton(translate("Welcome", "Try the sample photo"))
        self._sample.setVisible(has_sample)
        self._batch = QPushButton(translate("Commands", "Repair a folder…"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._sample)
        buttons.addWidget(self._batch)
        buttons.addStretch(1)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)

        self._drop = QFrame(objectName="drop")
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(48, 40, 48, 40)
        inside.setSpacing(16)
        for part in (self._picture, title, hint):
            inside.addWidget(part)
        inside.addLayout(buttons)
        inside.addLayout(self._recent)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignCenter)
        row.addStretch(1)

        self.setFocusProxy(self._open)
        self._open.clicked.connect(self.open_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._batch.clicked.connect(self.batch_asked)

    def set_icons(self, colours: Colours) -> None:
        """Draw the icons in these colours."""
        self._picture.setPixmap(icon("image-plus", colours).pixmap(QSize(56, 56)))
        self._open.setIcon(icon("folder-open-outline", colours, accent=True))
        self._sample.setIcon(icon("image-outline", colours))
        self._batch.setIcon(icon("folder-multiple-image", colours))

    def set_recent(self, paths: list[str]) -> None:
        """List the photos opened last."""
        while (entry := self._recent.takeAt(0)) is not None:
            if entry.widget() is not None:
                entry.widget().deleteLater()
        if not paths:
            return
        heading = QLabel(translate("Welcome", "Opened last"))
        heading.setProperty("role", "muted")
        self._recent.addWidget(heading)
        for path in map(Path, paths[:MOST_SHOWN]):
            link = QPushButton(path.name.replace("&", "&&"), toolTip=str(path))
            link.setProperty("link", True)
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(partial(self.photo_asked.emit, path))
            self._recent.addWidget(link)

    def set_hot(self, hot: bool) -> None:
        """Show that what is held over the window may be dropped."""
        set_property(self._drop, "hot", hot)

"""The window: puts the parts together, and connects what the user does with what then happens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from gui.bars import tool_bar, top_bar
from gui.batch_bar import BatchBar
from gui.canvas import Canvas
from gui.commands import Actions
from gui.document import Document
from gui.engine_host import EngineHost
from gui.file_flow import FileFlow, dropped_files
from gui.file_host import FileHost
from gui.find_bar import FindBar
from gui.first_size import first_size
from gui.help import show_about, show_keys
from gui.history_panel import HistoryPanel
from gui.mask_flow import MaskFlow
from gui.message_bar import MessageBar
from gui.method_panel import MethodPanel
from gui.navigator import CORNER, Navigator, in_corner
from gui.progress_panel import ProgressPanel
from gui.remembered import remember_navigator, remember_tools
from gui.settings import THEMES, Settings, Theme
from gui.settings_dialog import ask_for_settings
from gui.side_panel import side_panel
from gui.theme import apply_theme, colours_for, icon, set_property
from gui.tool_actions import ToolActions
from gui.tools import Toolbox
from gui.translation import translate
from gui.variants_panel import VariantsPanel
from gui.welcome import Welcome
from gui.work import Panels, Work

FIRST_SIZE = QSize(1280, 840)
SMALLEST_SIZE = QSize(780, 520)
ZOOM_STEP = 1.5
THEME_COLOURS: dict[Theme, str] = {
    "system": QT_TRANSLATE_NOOP("MainWindow", "System colours"),
    "light": QT_TRANSLATE_NOOP("MainWindow", "Light colours"),
    "dark": QT_TRANSLATE_NOOP("MainWindow", "Dark colours"),
}


class MainWindow(QMainWindow):
    """The editor's only window. Signal: ``settings_changed``, as the settings dialog was left."""

    settings_changed = Signal()

    def __init__(
        self,
        files: FileHost,
        engine: EngineHost,
        settings: Settings,
        sample: Path | None,
        version: str,
        finds_damage: bool = True,
    ) -> None:
        super().__init__()
        self._files = files
        self._engine = engine
        self._settings = settings
        self._leaving = self._lent = False

        self.document = Document(self)
        self.toolbox = Toolbox(parent=self)
        self.messages = MessageBar()
        self.canvas = Canvas(self.document, self.toolbox)
        self.method = MethodPanel(settings.advanced_open)
        self.method.set_method(settings.method)
        remember_tools(settings, self.toolbox, self.method)
        self.history = HistoryPanel(self.document)
        self.welcome = Welcome(sample is not None)
        self.file_flow = FileFlow(self, self.document, self.canvas.painter, files, self.messages, settings)
        self.find_bar, self.variants, self.steps = FindBar(), VariantsPanel(), ProgressPanel()
        self.batch_bar = BatchBar()
        panels = Panels(self.method, self.find_bar, self.variants, self.steps, self.messages)
        self.work = Work(self.document, engine, self.canvas, panels)
        self.mask_flow = MaskFlow(
            self.document, self.canvas.painter, self.toolbox, self.messages, self.canvas
        )
        self.mask_flow.piece_going.connect(self.work.find_flow.reject)
        self.commands = Actions(self)
        ToolActions(self.commands, self.toolbox, self.mask_flow, self)
        self._repair = QPushButton()
        self._find = QPushButton(translate("MainWindow", "Find damage"))
        self._enlarge = QPushButton(translate("MainWindow", "Enlarge 2x"))
        self._zoom = QToolButton()
        self._navigator = Navigator(self.document, self.canvas)

        self._lay_out()
        self._connect_commands(sample, version)
        self._connect_parts()
        self.offer_find(finds_damage)
        self._set_theme(settings.theme)
        self._show_document()
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(first_size(self, FIRST_SIZE))
        self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    # Building

    def _lay_out(self) -> None:
        menus = self.commands.fill(self.menuBar())
        self._add_recent_menu(menus["file"])
        self._add_theme_menu(menus["view"])
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, top_bar(self.commands, self.toolbox, self._zoom))
        self._tools = tool_bar(self.commands)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self._tools)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.canvas)
        middle = QGridLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 0, 0)
        middle.addWidget(self.messages, 0, 0, Qt.AlignmentFlag.AlignTop)  # over the photo, which stays put
        middle.addLayout(in_corner(self._navigator), 0, 0, CORNER)
        middle.addWidget(self.find_bar, 1, 0)
        middle.addWidget(self.variants, 2, 0)
        middle.addWidget(self.steps, 3, 0)
        middle.addWidget(self.batch_bar, 4, 0)
        middle.setRowStretch(0, 1)
        self._side = side_panel(self.method, self._repair, (self._find, self._enlarge), self.history)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(self._side)
        self.setCentralWidget(centre)

    def _add_recent_menu(self, menu: QMenu) -> None:
        self._recent = QMenu(translate("MainWindow", "Open recent"), menu)
        menu.insertMenu(self.commands["paste"], self._recent)

    def _add_theme_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        self._themes: dict[Theme, QAction] = {}
        for theme in THEMES:
            action = group.addAction(translate("MainWindow", THEME_COLOURS[theme]))
            action.setCheckable(True)
            action.setChecked(theme == self._settings.theme)
            action.triggered.connect(partial(self._set_theme, theme))
            menu.addAction(action)
            self._themes[theme] = action

    def _connect_commands(self, sample: Path | None, version: str) -> None:
        document, canvas = self.document, self.canvas
        commands: dict[str, Callable[[], object]] = {
            "open": self.file_flow.ask_what_to_open,
            "paste": self.file_flow.paste,
            "copy": self.file_flow.copy,
            "sample": lambda: self.file_flow.open([sample] if sample else []),
            "save": self.file_flow.save,
            "save_as": self.file_flow.save_as,
            "import_mask": self.file_flow.ask_for_mask,
            "export_mask": self.file_flow.export_mask,
            "settings": self._change_settings,
            "quit": self.close,
            "undo": self._between_strokes(document.undo),
            "redo": self._between_strokes(document.redo),
            "invert": self._between_strokes(document.invert),
            "clear": self._between_strokes(document.clear),
            "fit": canvas.fit,
            "actual": partial(canvas.zoom_to, 1.0),
            "zoom_in": partial(canvas.zoom_by, ZOOM_STEP),
            "zoom_out": partial(canvas.zoom_by, 1 / ZOOM_STEP),
            "repair": self._between_strokes(self.work.repair),
            "repeat": self._between_strokes(self.work.repeat),
            "next": self._between_strokes(self.work.repair_next),
            "pause": self.work.toggle_pause,
            "find": self._between_strokes(self.work.find),
            "mend": self._between_strokes(self.work.mend),
            "enlarge": self._between_strokes(self.work.enlarge),
            "cancel": self.work.cancel,
            "keys": partial(show_keys, self),
            "about": partial(show_about, self, version),
        }
        for name, do in commands.items():
            self.commands[name].triggered.connect(lambda _checked, do=do: do())
        self.commands["sample"].setVisible(sample is not None)
        for name, show in (("mask", canvas.show_mask), ("grid", canvas.show_grid)):
            self.commands[name].setChecked(True)
            self.commands[name].toggled.connect(show)
        self.commands["split"].toggled.connect(canvas.show_split)
        remember_navigator(self._settings, self.commands["navigator"], self._navigator)

    def _connect_parts(self) -> None:
        self.document.opened.connect(self._show_document)
        self.document.history_changed.connect(self._show_history)
        self.document.refused.connect(self.messages.inform)
        self.canvas.view_changed.connect(self._show_zoom)
        self.work.changed.connect(self._show_work)
        self.history.repeat_asked.connect(self.work.repeat)
        self.file_flow.recent_changed.connect(self._show_recent)
        self.method.unfolded.connect(partial(setattr, self._settings, "advanced_open"))
        self.welcome.open_asked.connect(self.commands["open"].trigger)
        self.welcome.sample_asked.connect(self.commands["sample"].trigger)
        self.welcome.photo_asked.connect(lambda path: self.file_flow.open([path]))
        self._repair.clicked.connect(self._repair_or_cancel)
        self._find.setToolTip(self.commands["find"].toolTip())
        self._find.clicked.connect(self.commands["find"].trigger)
        self._enlarge.setToolTip(self.commands["enlarge"].toolTip())
        self._enlarge.clicked.connect(self.commands["enlarge"].trigger)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._show_recent()

    def _between_strokes(self, do: Callable[[], object]) -> Callable[[], object]:
        """Return ``do`` as something that does nothing while a stroke is being painted."""
        return lambda: None if self.canvas.painter.active else do()

    def _repair_or_cancel(self) -> None:
        self.commands["cancel" if self._engine.busy else "repair"].trigger()

    # What is shown

    def lend_engine(self, lent: bool) -> None:
        """Offer no work on the photo while the engine works for somebody else; offer it again."""
        self._lent = lent
        self._show_work()

    def _show_document(self) -> None:
        photo = self.document.photo
        is_open = photo is not None
        self._stack.setCurrentWidget(self.canvas if is_open else self.welcome)
        self._side.setVisible(is_open)
        self._tools.setVisible(is_open)
        self.commands.set_photo_open(is_open)
        self._show_work()
        self.setWindowTitle(f"{photo.path.name}[*] - Reweave" if photo is not None else "Reweave")
        (self.canvas if is_open else self.welcome).setFocus()
        self._show_history()

    def _show_history(self) -> None:
        self.commands["undo"].setEnabled(self.document.can_undo)
        self.commands["redo"].setEnabled(self.document.can_redo)
        self.setWindowModified(not self.document.picture_is_saved)

    def _show_zoom(self) -> None:
        self._zoom.setText(f"{self.canvas.view.zoom:.0%}".replace("%", " %"))

    def _show_work(self) -> None:
        """Offer what may be begun now; while something is being done to the photo, that it is cancelled."""
        busy = self._engine.busy and not self._lent
        free = self.document.is_open and not (busy or self._lent or self.work.choosing)
        for name in ("repair", "repeat", "find", "mend", "enlarge"):
            self.commands[name].setEnabled(free)
        for name in ("next", "pause"):
            self.commands[name].setEnabled(busy)
        for button in (self._find, self._enlarge):
            button.setEnabled(free)
        self._repair.setEnabled(free or busy)
        self._repair.setText(translate("MainWindow", "Cancel") if busy else translate("MainWindow", "Repair"))
        self._repair.setToolTip(self.commands["cancel" if busy else "repair"].toolTip())
        self._repair.setIcon(icon("close" if busy else "auto-fix", self._colours, accent=not busy))
        set_property(self._repair, "primary", not busy)

    def offer_find(self, offered: bool) -> None:
        """Offer to find damage, or not where there is no model for it."""
        self._find.setVisible(offered)
        for name in ("find", "mend"):
            self.commands[name].setVisible(offered)

    def _show_recent(self) -> None:
        self._recent.clear()
        for name in self._settings.recent:
            action = self._recent.addAction(Path(name).name.replace("&", "&&"))
            action.setToolTip(name)
            action.triggered.connect(partial(self.file_flow.open, [Path(name)]))
        self._recent.setEnabled(bool(self._settings.recent))
        self.welcome.set_recent(self._settings.recent)

    def _set_theme(self, theme: Theme, _checked: bool = True) -> None:
        self._settings.theme = theme
        self._themes[theme].setChecked(True)
        self._colours = colours_for(theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, self._colours)
        self.commands.set_icons(self._colours)
        self.welcome.set_icons(self._colours)
        self._find.setIcon(icon("magnify", self._colours))
        self._enlarge.setIcon(icon("resize", self._colours))
        self._show_work()

    def _change_settings(self) -> None:
        before = self._settings
        changed = ask_for_settings(before, self._engine, self)
        if changed.device != before.device:
            self._engine.reload()
        if changed.method != before.method:
            self.method.set_method(changed.method)
        before.device, before.method, before.history_mb = changed.device, changed.method, changed.history_mb
        before.language = changed.language
        self._set_theme(changed.theme)
        self.settings_changed.emit()

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self._set_theme("system")

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take photos and images."""
        if dropped_files(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            self.welcome.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing was dropped after all."""
        self.welcome.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.welcome.set_hot(False)
        self.file_flow.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what would be lost, then end all work before the window goes."""
        if not self._leaving and not self.file_flow.may_leave(self._leave):
            event.ignore()
            return
        self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.hide()
        self.work.shutdown()
        self.mask_flow.shutdown()
        self._files.shutdown()
        event.accept()

    def _leave(self) -> None:
        """Close after what was unsaved has been saved."""
        self._leaving = True
        self.close()

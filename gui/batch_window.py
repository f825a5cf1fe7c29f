"""The window of a batch: what is to be done, the plan of it, and every photo before and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.batch.events import Planned
from gui.batch_delegate import ROW_HEIGHT, BatchDelegate
from gui.batch_form import BatchForm
from gui.batch_rows import ROW, TROUBLED, BatchRows, Row
from gui.file_flow import dropped_files
from gui.first_size import first_size
from gui.message_bar import MessageBar
from gui.theme import Colours
from gui.thumbnails import Thumbnails
from gui.translation import grouped, translate

FIRST_SIZE = QSize(1040, 720)
SMALLEST_SIZE = QSize(740, 480)
FORM_WIDTH = 280
FOOT_MARGIN = 10
BAR_STEPS = 1000


class BatchWindow(QWidget):
    """Shows what it is told.

    Signals say what was asked for: ``plan_asked``, ``start_asked``, ``paused`` (bool), ``cancel_asked``,
    ``open_asked`` (Row, in the editor), ``again_asked`` (list of Rows, to be repaired again),
    ``dropped`` (list of Paths), ``closed``.
    """

    plan_asked = Signal()
    start_asked = Signal()
    paused = Signal(bool)
    cancel_asked = Signal()
    open_asked = Signal(object)
    again_asked = Signal(object)
    dropped = Signal(object)
    closed = Signal()

    def __init__(
        self, form: BatchForm, rows: BatchRows, thumbnails: Thumbnails, colours: Callable[[], Colours]
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(translate("BatchWindow", "Repair a folder - Reweave"))
        self.form, self._rows = form, rows
        self.messages = MessageBar()
        self.delegate = BatchDelegate(thumbnails, colours, self)
        self._build_list(thumbnails)
        self._build_foot()
        self._lay_out()
        self._connect()
        self.show_idle("")
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(first_size(self, FIRST_SIZE))

    # What is shown

    def show_idle(self, summary: str) -> None:
        """Nothing is being done; ``summary``: of what was done last."""
        self._show(summary, primary=self._plan, bar=False)

    def show_planning(self, files: int) -> None:
        """The plan is being made; so many files were looked at."""
        text = translate("BatchWindow", "Looking through the folders… files: {count}")
        self._bar.setRange(0, 0)
        self._show(text.format(count=grouped(files)), self._cancel, bar=True)

    def show_planned(self, planned: Planned) -> None:
        """The plan is made, and waits to be carried out if there is anything to do."""
        others = translate("BatchWindow", "Files that are no photos: {count}").format(
            count=grouped(planned.others)
        )
        nothing = translate("BatchWindow", "There is nothing to repair.")
        told = (nothing if not planned.todo else "", others if planned.others else "")
        self._show("   ".join(filter(None, told)), self._start if planned.todo else self._plan, bar=False)

    def show_problems(self) -> None:
        """Show what cannot be repaired, if there is such."""
        self._troubled.setChecked(self._rows.counts["problem"] > 0)

    def show_running(self, text: str, rest: str, share: float) -> None:
        """The work is under way; ``share`` in [0, 1] of it is done, 0 before anybody knows."""
        if not self._cancel.isEnabled():
            return  # it is stopping
        self._bar.setRange(0, BAR_STEPS if share > 0 else 0)
        self._bar.setValue(round(share * BAR_STEPS))
        self._show(text, self._cancel, bar=True, pause=True)
        self._rest.setText(translate("BatchWindow", "paused") if self._pause.isChecked() else rest)

    def show_stopping(self) -> None:
        """The step that is under way will be the last."""
        self._show(translate("BatchWindow", "Stopping…"), self._cancel, bar=True)
        self._cancel.setEnabled(False)

    def show_counts(self) -> None:
        """Say how many photos there are of each kind."""
        counts = self._rows.counts
        kinds = (
            (translate("BatchWindow", "Waiting: {count}"), counts["waiting"] + counts["working"]),
            (translate("BatchWindow", "Repaired: {count}"), counts["repaired"]),
            (translate("BatchWindow", "Without damage: {count}"), counts["copied"] + counts["skipped"]),
            (translate("BatchWindow", "Finished before: {count}"), counts["finished"]),
            (translate("BatchWindow", "Problems: {count}"), counts["problem"]),
            (translate("BatchWindow", "Failed: {count}"), counts["failed"]),
        )
        told = [text.format(count=grouped(count)) for text, count in kinds if count]
        self._counts.setText(
            "   ".join(told) or translate("BatchWindow", "Choose a folder, then make the plan.")
        )
        self._show_choice()

    # Building

    def _build_list(self, thumbnails: Thumbnails) -> None:
        self._counts = QLabel()
        self._troubled = QCheckBox(translate("BatchWindow", "Problems only"))
        self._troubled.setToolTip(translate("BatchWindow", "Show only what failed or cannot be repaired"))
        self.list = _list_of(self._rows)
        self.list.setItemDelegate(self.delegate)
        self._why = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open = QPushButton(translate("BatchWindow", "Open in the editor"))
        self._open.setToolTip(
            translate("BatchWindow", "With the mask it was repaired with, to correct it  (Enter)")
        )
        self._again = QPushButton(translate("BatchWindow", "Repair again"))
        self._again.setToolTip(translate("BatchWindow", "Try once more what failed"))
        thumbnails.arrived.connect(self.list.viewport().update)

    def _build_foot(self) -> None:
        self._text = QLabel()
        self._rest = QLabel()
        self._rest.setProperty("role", "muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(translate("BatchWindow", "Progress"))
        self._pause = QPushButton(translate("BatchWindow", "Pause"), checkable=True)
        self._cancel = QPushButton(translate("BatchWindow", "Cancel"))
        self._plan = QPushButton(translate("BatchWindow", "Make the plan"))
        self._plan.setToolTip(translate("BatchWindow", "Look what is to be done; nothing is repaired yet"))
        self._start = QPushButton(translate("BatchWindow", "Start"))
        for button in (self._plan, self._start):
            button.setProperty("primary", True)

    def _lay_out(self) -> None:
        side = QScrollArea(widgetResizable=True)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go from field to field inside
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setWidget(self.form)
        side.setFixedWidth(FORM_WIDTH)
        head, choice, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._counts, 1)
        head.addWidget(self._troubled)
        choice.addStretch(1)
        choice.addWidget(self._again)
        choice.addWidget(self._open)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self.list, 1)
        right.addWidget(self._why)
        right.addLayout(choice)
        middle = QHBoxLayout()
        middle.setContentsMargins(14, 14, 14, 10)
        middle.setSpacing(14)
        middle.addWidget(side)
        middle.addLayout(right, 1)
        foot.addWidget(self._text)
        foot.addWidget(self._bar, 1)
        foot.addWidget(self._rest)
        foot.addStretch()
        for button in (self._pause, self._cancel, self._plan, self._start):
            foot.addWidget(button)
        below = QWidget(objectName="steps")
        below.setMinimumHeight(
            self._start.sizeHint().height() + 2 * FOOT_MARGIN
        )  # whatever buttons there are
        below.setLayout(foot)
        foot.setContentsMargins(14, FOOT_MARGIN, 14, FOOT_MARGIN)
        foot.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addLayout(middle, 1)
        column.addWidget(below)

    def _connect(self) -> None:
        self._plan.clicked.connect(self.plan_asked)
        self._start.clicked.connect(self.start_asked)
        self._start.clicked.connect(lambda: self._troubled.setChecked(False))
        self._cancel.clicked.connect(self.cancel_asked)
        self._pause.toggled.connect(self._show_paused)
        self._pause.toggled.connect(self.paused)
        self._troubled.toggled.connect(self._rows.show_troubled_only)
        self._open.clicked.connect(lambda: self.open_asked.emit(self._chosen()[0]))
        self._again.clicked.connect(self._ask_again)
        self.list.activated.connect(self._activate)
        self.list.selectionModel().selectionChanged.connect(self._show_choice)
        self._rows.modelReset.connect(self._show_choice)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)

    def _activate(self, index: QModelIndex) -> None:
        self.open_asked.emit(index.data(ROW))

    def _ask_again(self) -> None:
        self.again_asked.emit([row for row in self._chosen() if row.state in TROUBLED])

    def _chosen(self) -> list[Row]:
        return [index.data(ROW) for index in self.list.selectedIndexes()]

    def _show(self, text: str, primary: QPushButton, bar: bool, pause: bool = False) -> None:
        self._text.setText(text)
        self._rest.clear()
        self._bar.setVisible(bar)
        for button in (self._cancel, self._plan, self._start):
            button.setVisible(button is primary)
            button.setEnabled(True)
        self.form.setEnabled(not bar)
        self._pause.setVisible(pause)
        if not pause:
            self._pause.setChecked(False)

    def _show_choice(self) -> None:
        count = sum(rows.height() for rows in self.list.selectionModel().selection())  # of 100,000 at once
        row = self._chosen()[0] if count == 1 else None
        self._why.setText(row.sentence if row is not None else "")
        self._why.setVisible(bool(self._why.text()))
        self._open.setEnabled(row is not None)
        self._again.setEnabled(row.state in TROUBLED if row is not None else count > 0)

    def _show_paused(self, paused: bool) -> None:
        self._pause.setText(
            translate("BatchWindow", "Go on") if paused else translate("BatchWindow", "Pause")
        )
        self._rest.setText(translate("BatchWindow", "paused") if paused else "")

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder or photos."""
        if dropped_files(event.mimeData()) and self.form.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes; what is running goes on."""
        self.closed.emit()
        event.accept()


def _list_of(rows: BatchRows) -> QTableView:
    """Return a list that asks for visible rows only; a QListView asks for all of them with each new one."""
    view = QTableView(showGrid=False, mouseTracking=True, tabKeyNavigation=False, objectName="batch")
    view.setAccessibleName(translate("BatchWindow", "Photos"))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.horizontalHeader().hide()
    view.horizontalHeader().setStretchLastSection(True)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.setModel(rows)
    return view

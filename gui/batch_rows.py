"""The photos of a batch as a list: planned, at work, done or failed; a hundred thousand of them at once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.batch.events import Event, Finished, Item, Outcome, Problem, Step
from gui.translation import in_our_words, translate

RowState = Literal["waiting", "working", "repaired", "copied", "skipped", "failed", "problem", "finished"]
TROUBLED: tuple[RowState, ...] = ("failed", "problem")
WRITTEN: tuple[RowState, ...] = ("repaired", "copied", "finished")
ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Row:
    """A photo of a batch. ``item``: None where it could not be planned. ``sentence``: why it failed.

    ``version``: how often its output has been written while it was watched.
    """

    photo: str
    item: Item | None
    state: RowState
    sentence: str = ""
    version: int = 0

    @property
    def name(self) -> str:
        """The photo's path below the input folder, as it can be shown."""
        return "".join(
            letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in self.photo
        )


class BatchRows(QAbstractListModel):
    """Rows in the order they were planned. ``counts``: how many there are in each state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._numbers: dict[str, int] = {}
        self._shown: list[int] | None = None  # numbers of rows; None for all
        self.counts: Counter[RowState] = Counter()

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self._rows, self._numbers = [], {}
        self._shown = None if self._shown is None else []
        self.counts.clear()
        self.endResetModel()

    def take(self, events: Iterable[Event]) -> None:
        """Follow what a batch tells."""
        new: list[Row] = []
        for event in events:
            match event:
                case Item():
                    self._set(new, event.photo, event, "waiting")
                case Finished():
                    self._set(new, event.item.photo, event.item, "finished")
                case Problem():
                    self._set(new, event.photo, None, "problem", in_our_words(event.message))
                case Step():
                    self._set(new, event.photo, None, "working")
                case Outcome():
                    why = in_our_words(event.failure.message) if event.failure is not None else ""
                    self._set(new, event.item.photo, event.item, event.state, why)
        self._append(new)

    def wait(self, photos: Iterable[str]) -> None:
        """Note that ``photos`` will be repaired, and forget what was wrong with them."""
        for photo in photos:
            if photo in self._numbers:
                self._set([], photo, None, "waiting")

    def stop(self) -> None:
        """Note that nobody is at work any more."""
        for row in [row for row in self._rows if row.state == "working"]:
            self._set([], row.photo, None, "waiting")

    def row(self, photo: str) -> Row | None:
        """Return the row of ``photo``, if there is one."""
        number = self._numbers.get(photo)
        return None if number is None else self._rows[number]

    def show_troubled_only(self, only: bool) -> None:
        """Show only what failed or cannot be done, or everything."""
        self.beginResetModel()
        troubled = [number for number, row in enumerate(self._rows) if row.state in TROUBLED]
        self._shown = troubled if only else None
        self.endResetModel()

    # Qt's model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows are shown."""
        if parent.isValid():
            return 0
        return len(self._rows) if self._shown is None else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or it in words."""
        if not index.isValid():
            return None
        row = self._rows[index.row() if self._shown is None else self._shown[index.row()]]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}: {state_text(row.state)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.name, state_text(row.state), row.sentence)))
        return None

    def _set(
        self, new: list[Row], photo: str, item: Item | None, state: RowState, sentence: str = ""
    ) -> None:
        """Change the row of ``photo``; one that is not there yet is added to ``new``."""
        number = self._numbers.get(photo)
        if number is None:
            self._numbers[photo] = len(self._rows) + len(new)
            self.counts[state] += 1
            new.append(Row(photo, item, state, sentence))
            return
        row = self._rows[number] if number < len(self._rows) else new[number - len(self._rows)]
        self.counts[row.state] -= 1
        self.counts[state] += 1
        was, row.state, row.sentence = row.state, state, sentence
        row.item = item or row.item
        row.version += state in WRITTEN
        if number < len(self._rows):
            self._tell(number, was)

    def _tell(self, number: int, was: RowState) -> None:
        """Tell the view that a row has changed, has come, or has gone."""
        troubled = self._rows[number].state in TROUBLED
        place = number if self._shown is None else bisect_left(self._shown, number)
        if self._shown is None or (troubled and was in TROUBLED):
            self.dataChanged.emit(self.index(place), self.index(place))
        elif troubled:
            self.beginInsertRows(QModelIndex(), place, place)
            self._shown.insert(place, number)
            self.endInsertRows()
        elif was in TROUBLED:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self.endRemoveRows()

    def _append(self, new: list[Row]) -> None:
        first = len(self._rows)
        added = [first + n for n, row in enumerate(new) if self._shown is None or row.state in TROUBLED]
        if added:
            self.beginInsertRows(QModelIndex(), self.rowCount(), self.rowCount() + len(added) - 1)
        self._rows += new
        if self._shown is not None:
            self._shown += added
        if added:
            self.endInsertRows()


def state_text(state: RowState) -> str:
    """Return a state in words."""
    return {
        "waiting": translate("BatchRows", "waiting"),
        "working": translate("BatchRows", "being repaired"),
        "repaired": translate("BatchRows", "repaired"),
        "copied": translate("BatchRows", "without damage, copied"),
        "skipped": translate("BatchRows", "without damage, left out"),
        "failed": translate("BatchRows", "failed"),
        "problem": translate("BatchRows", "cannot be repaired"),
        "finished": translate("BatchRows", "finished before"),
    }[state]

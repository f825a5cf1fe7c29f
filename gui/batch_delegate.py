"""How a photo of a batch is drawn: before, after, its name, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.batch.events import Batch
from gui.batch_rows import ROW, TROUBLED, WRITTEN, Row, state_text
from gui.theme import Colours
from gui.thumbnails import Thumbnails

PICTURE = QSize(112, 84)
MARGIN = 8
GAP = 6
RADIUS = 6
ROW_HEIGHT = PICTURE.height() + 2 * MARGIN


class BatchDelegate(QStyledItemDelegate):
    """Draws rows. ``batch`` is whose photos they are; ``colours`` is asked for the theme."""

    def __init__(self, thumbnails: Thumbnails, colours: Callable[[], Colours], parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._colours = colours
        self.batch: Batch | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row: Row = index.data(ROW)
        colours = self._colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.soft_accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        before = QRect(option.rect.topLeft() + QPoint(MARGIN, MARGIN), PICTURE)
        after = before.translated(PICTURE.width() + GAP, 0)
        self._draw_picture(painter, before, self._path_before(row), 0)
        last = before
        if row.state not in TROUBLED:  # which leaves room to say why
            self._draw_picture(painter, after, self._path_after(row), row.version)
            last = after
        text = option.rect.adjusted(last.right() + 2 * MARGIN - option.rect.left(), MARGIN, -MARGIN, -MARGIN)
        _draw_text(painter, text, row, option.font, colours)
        painter.restore()

    def _path_before(self, row: Row) -> Path | None:
        return self.batch.source / row.photo if self.batch is not None else None

    def _path_after(self, row: Row) -> Path | None:
        if self.batch is None or row.item is None or row.state not in WRITTEN:
            return None
        return self.batch.target / row.item.output

    def _draw_picture(self, painter: QPainter, frame: QRect, path: Path | None, version: int) -> None:
        picture = self._thumbnails.picture(path, version) if path is not None else None
        if picture is not None and not picture.isNull():
            painter.drawPixmap(_fitted(picture, frame), picture)
            return
        painter.setPen(QColor(self._colours().border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)


def _fitted(picture: QPixmap, frame: QRect) -> QRect:
    fitted = QRect(QPoint(), picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio))
    fitted.moveCenter(frame.center())
    return fitted


def _draw_text(painter: QPainter, area: QRect, row: Row, font: QFont, colours: Colours) -> None:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    line = painter.fontMetrics().height()
    name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideMiddle, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignTop, name)
    painter.setFont(font)
    painter.setPen(QColor(colours.alert if row.state in TROUBLED else colours.muted))
    painter.drawText(area.adjusted(0, line + 2, 0, 0), Qt.AlignmentFlag.AlignTop, state_text(row.state))
    painter.setPen(QColor(colours.muted))
    rest = area.adjusted(0, 2 * (line + 2), 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, row.sentence)

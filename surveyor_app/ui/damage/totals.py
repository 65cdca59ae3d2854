"""A bar of amounts with their headings; the last one counts most."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from surveyor_app.ui.base import formats, looks
from surveyor_app.wording.translation import tr, tr_marked

GAP_PX = 22
SIDE_PX = 16


class TotalsBar(QFrame):
    """Amounts in CNY, right-aligned under their headings."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._titles = list(titles)
        self._heads = [looks.label("field") for _ in titles]
        self.values = [
            looks.label("heading" if index == len(self._titles) - 1 else "section") for index in range(len(titles))
        ]
        self._unit = looks.label("secondary")
        self._amounts = [Decimal(0)] * len(self._titles)
        line = looks.row(self._unit, None, spacing=GAP_PX)
        line.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        for head, value in zip(self._heads, self.values, strict=True):
            for label in (head, value):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.addLayout(looks.column(head, value, spacing=0))
        self.setLayout(line)
        self._write()

    def show_amounts(self, amounts: Sequence[Decimal]) -> None:
        """Show one amount under each heading."""
        self._amounts = list(amounts)
        for label, amount in zip(self.values, amounts, strict=True):
            label.setText(formats.money(amount))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fit()

    def _fit(self) -> None:
        """Where there is no room for all, the unit goes first, then what is nothing; the sum of all always stays."""
        room = self.width() - 2 * SIDE_PX
        widths = [
            max(head.sizeHint().width(), value.sizeHint().width()) + GAP_PX
            for head, value in zip(self._heads, self.values, strict=True)
        ]
        self._unit.setVisible(sum(widths) + self._unit.sizeHint().width() <= room)
        is_tight = sum(widths) > room
        for head, value, amount in list(zip(self._heads, self.values, self._amounts, strict=True))[:-1]:
            for label in (head, value):
                label.setVisible(bool(amount) or not is_tight)

    def _write(self) -> None:
        self._unit.setText(tr("Total in CNY"))
        for head, title in zip(self._heads, self._titles, strict=True):
            head.setText(tr_marked(title))

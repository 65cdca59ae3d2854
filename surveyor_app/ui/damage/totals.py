"""A bar of amounts with their headings; the last one counts most."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from surveyor_app.ui.base import formats, looks
from surveyor_app.wording.translation import tr, tr_marked


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
        line = looks.row(self._unit, None, spacing=28)
        line.setContentsMargins(16, 8, 16, 8)
        for head, value in zip(self._heads, self.values, strict=True):
            for label in (head, value):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.addLayout(looks.column(head, value, spacing=0))
        self.setLayout(line)
        self._retranslate()

    def show_amounts(self, amounts: Sequence[Decimal]) -> None:
        """Show one amount under each heading."""
        for label, amount in zip(self.values, amounts, strict=True):
            label.setText(formats.money(amount))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._unit.setText(tr("Total in CNY"))
        for head, title in zip(self._heads, self._titles, strict=True):
            head.setText(tr_marked(title))

"""What all losses come to: one line a subject under its group, then by cover, and the sum of all."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from surveyor_app.domain.losses.totals import (
    Losses,
    LossGroup,
    SubjectLoss,
    by_cover,
    by_group,
    overall,
    subject_losses,
)
from surveyor_app.ui.base import formats
from surveyor_app.ui.damage.loss_names import LossNames
from surveyor_app.wording.translation import mark, tr, tr_marked

GROUPS = {
    LossGroup.VEHICLES: mark("Vehicles"),
    LossGroup.PROPERTY: mark("Property"),
    LossGroup.INJURIES: mark("Injuries"),
    LossGroup.RESCUE: mark("Rescue"),
    LossGroup.SALVAGE: mark("Salvage kept"),
}
ROW_PX = 34


class TotalsView(QTableView):
    """A table to read; nothing in it is edited."""

    def __init__(self, names: LossNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self.rows = QStandardItemModel(0, 3, self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_losses(self, losses: Losses) -> None:
        """Write the table anew."""
        self.setAccessibleName(tr("What the losses come to"))
        called = self._called(losses)
        found = subject_losses(losses)
        self.rows.setRowCount(0)  # to clear it would take the widths of the columns along
        self.rows.setHorizontalHeaderLabels([tr("Loss"), tr("Cover"), tr("Amount")])
        self.rows.horizontalHeaderItem(2).setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sums = by_group(found)
        for group, title in GROUPS.items():
            of_group = [loss for loss in found if loss.group is group]
            if of_group:
                self._add(tr_marked(title), "", sums[group], is_head=True)
            for loss in of_group:
                self._add(f"    {self._words(loss, called)}", self._cover(loss.cover), loss.amount)
        if found:
            self._add(tr("All losses"), "", overall(found), is_head=True)
            self._add_covers(by_cover(found))

    def _add_covers(self, sums: Mapping[str | None, Decimal]) -> None:
        self._add(tr("By cover"), "", None, is_head=True)
        for cover, amount in sums.items():
            self._add(f"    {self._cover(cover) or tr('No cover named')}", "", amount)

    def _add(self, what: str, cover: str, amount: Decimal | None, *, is_head: bool = False) -> None:
        cells = [QStandardItem(text) for text in (what, cover, "" if amount is None else formats.money(amount))]
        cells[2].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for cell in cells:
            font = cell.font()
            font.setBold(is_head)
            cell.setFont(font)
        self.rows.appendRow(cells)

    def _cover(self, cover: str | None) -> str:
        return self._names.value("cover", cover)

    def _words(self, loss: SubjectLoss, called: Mapping[str, str]) -> str:
        name = called.get(loss.subject or "", tr("Not named"))
        return tr("{name} (estimate)", name=name) if loss.is_estimate else name

    def _called(self, losses: Losses) -> dict[str, str]:
        names = self._names
        called = {vehicle.id: names.subject(vehicle.id) for vehicle in losses.vehicles}
        called |= {item.id: names.item(item) for item in losses.items}
        called |= {injury.id: names.injury(injury) for injury in losses.injuries}
        called |= {cost.id: names.rescue(cost) for cost in losses.rescue}
        called |= {piece.id: names.salvage(piece) for piece in losses.salvage}
        return {str(id_): name for id_, name in called.items()}

"""The receipts of a case: what each says, opened and saved with its signature."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from surveyor_app.atomic_write import atomic_write
from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.operations.cases.delivery_states import loss_at_centre, receipts
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.saving import ask_file
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.wording.translation import mark, tr, tr_marked


class ReceiptsPanel(QWidget):
    """A card for each receipt, the newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = looks.label("heading")
        self._empty = looks.label("secondary", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.lost = looks.label("secondary", wrap=True)
        looks.set_tone(self.lost, "warn")
        body = looks.column(self._title, self._empty, self.lost, self._cards, None, spacing=10, margin=14)
        self.setLayout(body)
        self._shown: list[KeptReceipt] | None = None
        self._is_lost = False
        self._retranslate()

    def load(self) -> None:
        """Read the receipts again."""
        found = list(reversed(receipts(self._desk.case)))
        is_lost = bool(found) and loss_at_centre(self._desk.case) is not None
        if found == self._shown and is_lost == self._is_lost:
            return
        self._shown, self._is_lost = found, is_lost
        self.lost.setVisible(is_lost)
        looks.clear(self._cards)
        for receipt in found:
            # Green only for what the centre still stands by.
            self._cards.addWidget(self._card(receipt, "ok" if receipt.kind == "full" and not is_lost else ""))
        self._empty.setVisible(not found)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(tr("Receipts"))
        self._empty.setText(
            tr("No receipt yet. The centre signs one when it has every original and has read it again.")
        )
        self.lost.setText(
            tr("The centre lost what these receipts stand for. They are kept as documents until it signs anew.")
        )
        self._shown = None
        self.load()

    def _card(self, receipt: KeptReceipt, tone: str) -> QWidget:
        title = looks.label("section", kind_text(receipt.kind), wrap=True)
        looks.set_tone(title, tone)
        sign = looks.label()
        sign.setPixmap(icons.icon("receipt", tone or "accent").pixmap(20, 20))
        view = looks.button("", lambda: ReceiptView(self, receipt).open())
        looks.face(view, tr("Open"))
        save = looks.button("", lambda: self._save(receipt))
        looks.face(save, tr("Save…"))
        head = looks.row(sign, title)
        head.setStretch(1, 1)
        when = looks.label("secondary", tr("received {time}", time=_time(receipt.received_at)))
        inner = looks.column(head, when, looks.row(view, save, None), spacing=8)
        inner.setContentsMargins(12, 10, 12, 10)
        return looks.card(inner)

    def _save(self, receipt: KeptReceipt) -> None:
        path = ask_file(self, tr("Save receipt"), f"receipt-{self._desk.case.path.stem}.json", "JSON (*.json)")
        if path is None:
            return

        def write(target: Path) -> None:
            atomic_write(target, receipt.receipt)
            atomic_write(target.with_name(target.name + ".p7s"), receipt.cms)

        self._desk.jobs.run(
            lambda _report: write(path), self, lambda _none: self._desk.messages.tell(tr("Receipt saved."), tone="ok")
        )


FACTS = {
    "kind": mark("Kind of receipt"),
    "centre": mark("Claims centre"),
    "case": mark("Case id"),
    "report_no": mark("Report number"),
    "task": mark("Task"),
    "user": mark("User"),
    "number": mark("Journal up to entry"),
    "delivery_root": mark("Delivery root"),
    "bytes": mark("Bytes"),
    "issued_at": mark("Issued at"),
}
"""What each fact of a receipt is called; what a newer centre may add shows by its own name."""


class ReceiptView(ScrollingDialog):
    """What a receipt says, fact by fact, and its exact text."""

    def __init__(self, parent: QWidget, receipt: KeptReceipt) -> None:
        super().__init__(parent, 560, 520)
        self.setWindowTitle(kind_text(receipt.kind))
        facts = FactsList()
        content = json.loads(receipt.receipt)
        told = {**content, "kind": kind_text(receipt.kind)}
        facts.show_pairs(
            [
                (tr_marked(FACTS.get(key, key)), str(value))
                for key, value in told.items()
                if isinstance(value, str | int)
            ]
        )
        text = QPlainTextEdit(json.dumps(content, ensure_ascii=False, indent=2))
        text.setReadOnly(True)
        text.setAccessibleName(tr("Exact text of the receipt"))
        close = looks.button("primary", self.accept)
        looks.face(close, tr("Close"))
        self.lay_out(looks.column(facts, text, spacing=12), None, close)


def kind_text(kind: str) -> str:
    """Return what a receipt stands for."""
    return tr("Full receipt") if kind == "full" else tr("Partial receipt: entries and previews")


def _time(text: str) -> str:
    try:
        return formats.moment(datetime.fromisoformat(text).astimezone())
    except ValueError:
        return text

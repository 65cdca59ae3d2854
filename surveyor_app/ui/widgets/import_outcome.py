"""What became of each file of an import."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from surveyor_app.operations.evidence import ImportedFile, ImportResult
from surveyor_app.ui import icons
from surveyor_app.ui.translation import mark, tr, tr_marked
from surveyor_app.ui.widgets import looks
from surveyor_app.ui.widgets.evidence_texts import NO_PREVIEW

_OUTCOMES = {
    "stored": (mark("stored"), "ok", "ok"),
    "duplicate": (mark("already there"), "duplicate", "secondary"),
    "stored_without_preview": (mark("stored without preview"), "no_preview", "warn"),
    "refused": (mark("refused"), "bad", "bad"),
}
_REFUSED = {
    "not_found": mark("the file is not there any more"),
    "source_unreadable": mark("the file cannot be read; check the card or its permissions"),
}


class ImportOutcome(QDialog):
    """A list of files with their outcome; what needs attention comes first."""

    def __init__(self, parent: QWidget, result: ImportResult) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What became of the files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What became of the files"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        order = list(reversed(_OUTCOMES))
        for item in sorted(result.items, key=lambda item: order.index(item.outcome)):
            _text, icon, token = _OUTCOMES[item.outcome]
            self.list.addItem(QListWidgetItem(icons.icon(icon, token), outcome_text(item)))
        close = looks.button("primary", self.accept)
        looks.face(close, tr("Close"))
        self.setLayout(looks.column(self.list, looks.row(None, close), spacing=12, margin=16))


def outcome_text(item: ImportedFile) -> str:
    """Return name, outcome and reason of one file."""
    reason = NO_PREVIEW.get(item.reason or "") or _REFUSED.get(item.reason or "")
    outcome = tr_marked(_OUTCOMES[item.outcome][0])
    text = f"{item.path.name}: {outcome}"
    return f"{text} ({tr_marked(reason)})" if reason else text

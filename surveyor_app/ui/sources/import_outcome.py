"""What became of each file of an import, and which files of a card are not stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QListView, QWidget

from surveyor_app.domain.errors import Cancelled
from surveyor_app.operations.intake.card_checks import CardState
from surveyor_app.operations.intake.evidence import ImportedFile, ImportResult
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.errors import words
from surveyor_app.wording.intake_words import ON_CARD, OUTCOMES, reason_text
from surveyor_app.wording.translation import tr, tr_marked

_OUTCOMES = {
    "stored": ("ok", "ok"),
    "duplicate": ("duplicate", "secondary"),
    "stored_damaged": ("alert", "warn"),
    "stored_without_preview": ("no_preview", "warn"),
    "empty": ("alert", "warn"),
    "not_reached": ("missing", "warn"),
    "refused": ("bad", "bad"),
}
_STATES = {
    "stored": ("ok", "ok"),
    "empty": ("alert", "warn"),
    "not_stored": ("missing", "warn"),
    "unreadable": ("bad", "bad"),
}
BATCH = 100
"""Lines laid out at a time: thousands at once would stop the window."""
NAMED = 3
"""Files named in one line; a list holds all of them."""

Row = tuple[str, str, str]
"""Text, icon and its colour."""


class _Rows(QAbstractListModel):
    """The lines; thousands of items made at once would stop the window too."""

    def __init__(self, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._signs = {sign: icons.icon(*sign) for sign in {(icon, token) for _text, icon, token in rows}}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own form
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text, icon, token = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return text
        return self._signs[icon, token] if role == Qt.ItemDataRole.DecorationRole else None


class FileList(QDialog):
    """A sentence and a list of files, which can be copied."""

    def __init__(self, parent: QWidget, title: str, sentence: str, rows: Sequence[Row]) -> None:
        super().__init__(parent)
        self.lines = [text for text, _icon, _token in rows]
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 460)
        self.sentence = looks.label("", sentence, wrap=True)
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(BATCH)
        # Last: what is set before is laid out at once.
        self.list.setModel(_Rows(rows, self.list))
        self.copy_button = looks.button("", self.copy)
        looks.face(self.copy_button, tr("Copy the list"), "copy")
        close = looks.button("primary", self.accept)
        looks.face(close, tr("Close"))
        close.setDefault(True)
        self.setLayout(
            looks.column(self.sentence, self.list, looks.row(None, self.copy_button, close), spacing=12, margin=16)
        )

    def copy(self) -> None:
        """Put sentence and list on the clipboard, one file a line."""
        QGuiApplication.clipboard().setText("\n".join([self.sentence.text(), *self.lines]))


class ImportOutcome(FileList):
    """The files of an import with their outcome; what needs attention comes first."""

    def __init__(self, parent: QWidget, result: ImportResult) -> None:
        order = {outcome: place for place, outcome in enumerate(reversed(_OUTCOMES))}
        items = sorted(result.items, key=lambda item: order[item.outcome])
        rows = [(outcome_text(item), *_OUTCOMES[item.outcome]) for item in items]
        super().__init__(parent, tr("What became of the files"), outcome_sentence(result), rows)


class CardFiles(FileList):
    """The files of a card that would be lost by formatting it, and those that are empty."""

    def __init__(self, parent: QWidget, state: CardState) -> None:
        rows = []
        for item in (*state.missing, *state.empty):
            icon, token = _STATES[item.state]
            place = item.path.relative_to(state.root) if item.path.is_relative_to(state.root) else item.path
            rows.append((f"{shown_name(str(place))}: {tr_marked(ON_CARD[item.state])}", icon, token))
        title, sentences = tr("Empty files"), []
        if state.missing:
            title = tr("Not safe to format")
            sentences.append(
                tr("%n file(s) of this card are in no case of yours, or could not be read.", n=len(state.missing))
            )
        if state.empty:
            sentences.append(
                tr("%n file(s) of this card are empty: there is nothing in them, kept by name.", n=len(state.empty))
            )
        super().__init__(parent, title, " ".join(sentences), rows)


def outcome_text(item: ImportedFile) -> str:
    """Return name, outcome and reason of one file."""
    reason = reason_text(item.reason)
    outcome = tr_marked(OUTCOMES[item.outcome])
    text = f"{shown_name(item.path.name)}: {outcome}"
    return f"{text} ({reason})" if reason else text


def outcome_sentence(result: ImportResult) -> str:
    """Return why an import ended early, if it did, and how many files became what."""
    counts = outcome_counts(result)
    if result.ended is None:
        return counts
    why = tr("Import cancelled.") if isinstance(result.ended, Cancelled) else words(result.ended)
    return f"{why} {counts}"


def outcome_counts(result: ImportResult) -> str:
    """Return how many files became what."""
    outcomes = [item.outcome for item in result.items]
    empty = outcomes.count("empty")
    stored = sum(item.is_new and item.outcome != "empty" for item in result.items)
    blind, there = outcomes.count("stored_without_preview"), outcomes.count("duplicate")
    refused, left = outcomes.count("refused"), outcomes.count("not_reached")
    # By name: somebody may still be able to take these again.
    damaged = [item.path.name for item in result.items if item.outcome == "stored_damaged"]
    parts = [
        tr("%n stored", n=stored) if stored or left else "",
        tr("%n already there", n=there) if there else "",
        tr("%n without preview", n=blind) if blind else "",
        tr("%n damaged: {names}", n=len(damaged), names=shown_names(damaged)) if damaged else "",
        tr("%n empty, kept by name", n=empty) if empty else "",
        tr("%n refused", n=refused) if refused else "",
        tr("%n not reached", n=left) if left else "",
    ]
    return " · ".join(part for part in parts if part) or tr("There was no file to import.")


def shown_name(name: str) -> str:
    """Return a file name as it can be painted; bytes that are no text are escaped."""
    return name.encode("utf-8", "backslashreplace").decode()


def shown_names(names: Sequence[str]) -> str:
    """Return the first few names for a line, and how many there are beside."""
    text = ", ".join(shown_name(name) for name in names[:NAMED])
    return text if len(names) <= NAMED else tr("{names} and %n more", n=len(names) - NAMED, names=text)

"""The cases of a profile as a table: how each stands, in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Qt

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.people.names import MIDDLE_DOT, compared_name
from surveyor_app.domain.people.number_fields import folded
from surveyor_app.operations.cases.opening import CaseSummary
from surveyor_app.ui.base import formats, icons, theme
from surveyor_app.ui.base.state_texts import state_text
from surveyor_app.ui.forms.id_table import ID_ROLE, Head, IdTable, Index
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, mark, tr

HEADS = (
    Head(mark("Report number")),
    Head(mark("Insured")),
    Head(mark("Plate")),
    Head(mark("Place")),
    Head(mark("Task")),
    Head(mark("Due")),
    Head(mark("State")),
    Head(mark("Missing"), right=True),
    Head(mark("Delivery")),
)
PLACE, DUE, MISSING, DELIVERY = 3, 5, 7, 8
SOON_MINUTES = 60
"""From here on the due time is amber; past it, red."""


class CasesModel(IdTable):
    """Summaries filtered by a text and a chip."""

    def __init__(self, labels: Labels, parent: QObject) -> None:
        super().__init__(HEADS, parent)
        self._labels = labels
        self._all: dict[str, CaseSummary] = {}
        self._text = ""
        self._accepts: Callable[[CaseSummary], bool] | None = None

    def show_cases(self, summaries: Sequence[CaseSummary]) -> None:
        """Show these cases."""
        # Due soonest first, then what has no time, the newest first; what is receipted waits for nobody.
        ordered = sorted(summaries, key=lambda summary: (summary.delivery_state == "receipted", summary.due_at or "~"))
        wanted = {summary.case_id: summary for summary in ordered}
        gone = [id_ for id_ in self._all if id_ not in wanted]
        self._all = {**wanted, **{id_: self._all[id_] for id_ in gone}}
        self.rows.update([id_ for id_ in self.rows.ids if id_ in wanted])  # before what they show is forgotten
        self._all = wanted
        self._filter()
        self.touch_all()

    def search(self, text: str) -> None:
        """Show only cases of which some column holds all words of ``text``, however names and widths are spelt."""
        self._text = text
        self._filter()

    def filter_by(self, accepts: Callable[[CaseSummary], bool] | None) -> None:
        """Show only cases that ``accepts`` lets through."""
        self._accepts = accepts
        self._filter()

    def total(self) -> int:
        """Return how many cases there are, whatever is searched for."""
        return len(self._all)

    def summary_at(self, row: int) -> CaseSummary | None:
        """Return the case in a row."""
        id_ = self.id_at(row)
        return self._all[id_] if id_ is not None else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        summary = self.summary_at(index.row()) if index.isValid() else None
        if summary is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(summary)[column]
        if role == ID_ROLE:
            return summary.case_id
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(summary, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            token = self._token(summary, column)
            return theme.colour(token) if token else None
        return None

    def _filter(self) -> None:
        terms = [term for word in self._text.split() if (term := _searched(word))]
        whole = _searched(self._text)
        accepts = self._accepts

        def is_shown(summary: CaseSummary) -> bool:
            if accepts is not None and not accepts(summary):
                return False
            # Column by column: two that stand side by side are not one number. What is typed with blanks may be one.
            # Without a word nothing needs to be put into words.
            texts = [_searched(text) for text in self._texts(summary)] if terms else []
            is_whole = any(whole in text for text in texts)
            return is_whole or all(any(term in text for text in texts) for term in terms)

        self.rows.update([id_ for id_, summary in self._all.items() if is_shown(summary)])

    def _texts(self, summary: CaseSummary) -> tuple[str, ...]:
        language = current_language()
        state = self._labels.value("case_state", summary.state, language)
        return (
            summary.report_no or tr("(no number yet)"),
            summary.insured_name or formats.EMPTY,
            summary.plate_no or formats.EMPTY,
            summary.accident_place or formats.EMPTY,
            self._labels.value("task_kind", summary.task_kind, language) or formats.EMPTY,
            _due_text(summary),
            tr("file is missing") if summary.problem else state,
            formats.EMPTY if summary.missing_count is None else str(summary.missing_count),
            tr("receipted") if summary.delivery_state == "receipted" else state_text(summary.delivery_state),
        )

    def _icon(self, summary: CaseSummary, column: int) -> Any:
        if column == 0:
            return icons.icon("bad" if summary.problem else "case", "bad" if summary.problem else "secondary")
        if column == DELIVERY:
            names = {"local": "local", "sending": "sending", "stored": "stored", "receipted": "receipt"}
            token = "ok" if summary.delivery_state == "receipted" else "secondary"
            return icons.icon(names.get(summary.delivery_state, "local"), token)
        if column == DUE and (token := self._token(summary, column)):
            return icons.icon("time", token)
        return None

    def _token(self, summary: CaseSummary, column: int) -> str:
        if column == DUE:
            due = _due(summary)
            if due is None or summary.delivery_state == "receipted":
                return ""
            minutes = (due - datetime.now(UTC)).total_seconds() / 60
            return "bad" if minutes < 0 else "warn" if minutes < SOON_MINUTES else ""
        if column == MISSING and summary.missing_count:
            return "warn"
        return "ok" if column == DELIVERY and summary.delivery_state == "receipted" else ""


def _searched(text: str) -> str:
    """Return a text as it is searched: names, plates and numbers are typed with dots, blanks and wide forms and without."""
    return folded(compared_name(text).replace(MIDDLE_DOT, ""))


def _due(summary: CaseSummary) -> datetime | None:
    try:
        return parse_utc(summary.due_at) if summary.due_at else None
    except InputError:
        return None


def _due_text(summary: CaseSummary) -> str:
    due = _due(summary)
    if due is None:
        return formats.EMPTY
    if summary.delivery_state == "receipted":
        return formats.moment(due.astimezone())
    return formats.until(due, datetime.now(UTC))

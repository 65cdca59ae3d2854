"""The calculations that were kept: version, when, what it came to; each can be done again and its sheet saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.calculation.calculations import Calculation
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.operations.calculation.calculating import Repeated, kept_calculations, packs_in, repeat
from surveyor_app.operations.calculation.sheets import sheet_pdf
from surveyor_app.operations.editing.handing_out import hand_out
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.saving import ask_file
from surveyor_app.ui.calculation.pack_list import own_folders
from surveyor_app.ui.calculation.reading_table import ReadingTable
from surveyor_app.ui.calculation.rows import RowMaker
from surveyor_app.ui.calculation.table import CalculationTable
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.report_languages import BOTH
from surveyor_app.wording.rules.sheet_words import load_sheet_words
from surveyor_app.wording.translation import current_language, tr

VERSION_PX, AT_PX, TOTAL_PX, STATE_PX = 80, 210, 150, 110
LIST_PX = 170


class KeptList(QWidget):
    """The list of versions; below it the current one, done again from what was put in then."""

    def __init__(self, desk: Desk, source: Callable[[str], str], parent: QWidget | None = None) -> None:
        """``source`` says in words which records a figure is from."""
        super().__init__(parent)
        self._source = source
        self._desk = desk
        self._found: Sequence[Calculation] = ()
        self.repeated: Repeated | None = None
        self.table = ReadingTable(self, (VERSION_PX, AT_PX, TOTAL_PX, STATE_PX, 0))
        self.table.setFixedHeight(LIST_PX)
        self.says = looks.label("secondary", wrap=True)
        self.save_button = looks.button("", self.save)
        self.lines = CalculationTable(self)
        self.table.read.connect(self._do_again)
        row = looks.row(self.says, self.save_button, spacing=12)
        row.setStretch(0, 1)
        head = QWidget(self)
        head.setLayout(row)
        column = looks.column(self.table, head, self.lines, spacing=8)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        looks.face(self.save_button, tr("Save its sheet…"), "save")
        self.table.setAccessibleName(tr("Kept versions"))

    def load(self) -> None:
        """Read which calculations are kept."""
        self._found = list(reversed(kept_calculations(self._desk.case)))
        titles = [tr("Version"), tr("Calculated"), tr("Total"), tr("State"), tr("Rule packs")]
        self.table.show_rows(titles, [self._row(item) for item in self._found])

    def save(self) -> None:
        """Write the sheet of the current version, as it was then, for the office alone."""
        repeated, case = self.repeated, self._desk.case
        path = ask_file(self, tr("Save the sheet"), "calculation.pdf", tr("PDF (*.pdf)"))
        if repeated is None or path is None:
            return
        at = repeated.found.calculated_at or case.author.clock().instant()
        self._desk.jobs.run(
            lambda _report: hand_out(path, sheet_pdf(case, repeated.reckoning, at, BOTH)),
            self,
            lambda _done: self._desk.messages.tell(tr("Saved: {path}", path=path), tone="ok"),
        )

    def _row(self, item: Calculation) -> Sequence[str]:
        at = format_instant(item.calculated_at) if item.calculated_at else formats.EMPTY
        state = self._desk.labels.value("calculation_state", item.state or "draft", current_language())
        total = f"{formats.money(item.total)} {item.currency or ''}" if item.total is not None else formats.EMPTY
        return str(item.version or ""), at, total, state, ", ".join(item.packs or ())

    def _do_again(self, row: int) -> None:
        self.repeated = None
        if not 0 <= row < len(self._found):
            self._show(tr("No calculation is kept in this case."))
            return
        case, folder, wanted = self._desk.case, self._desk.profile.folder, self._found[row].id
        self._desk.jobs.run(
            lambda _report: repeat(case, wanted, packs_in(own_folders(folder))),
            self,
            self._on_repeated,
            self._on_failed,
        )

    def _on_repeated(self, repeated: Repeated) -> None:
        current = self.table.currentIndex().row()
        if not 0 <= current < len(self._found) or self._found[current].id != repeated.found.id:
            return
        self.repeated = repeated
        note = f" {repeated.found.note}" if repeated.found.note else ""
        self._show((tr("The same as kept.") if repeated.is_same else tr("NOT the same as kept.")) + note)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, SurveyorError):
            self._desk.jobs.failed.emit(error)
            return
        self._show(words(error))

    def _show(self, said: str) -> None:
        self.says.setText(said)
        self.save_button.setEnabled(self.repeated is not None)
        kept_at = self.repeated.found.calculated_at if self.repeated is not None else None
        on = (kept_at or self._desk.case.author.clock().instant()).local.date()
        maker = RowMaker(load_sheet_words(self._desk.resources), current_language(), self._source, on)
        rows = [] if self.repeated is None else list(maker.rows(self.repeated.reckoning, None))
        self.lines.show_calculation(rows, is_beside=False)

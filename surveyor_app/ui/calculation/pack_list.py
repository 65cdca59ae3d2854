"""The rule packs (规则包) of all clauses: id, version, to what they apply, region, source, what nobody has confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.calculation.reading_table import ReadingTable
from surveyor_app.wording.rules.pack_words import validity
from surveyor_app.wording.rules.rule_packs import FOLDER, Packs, load_packs
from surveyor_app.wording.translation import current_language, tr

NAME_PX, ID_PX, VERSION_PX, REGION_PX, MARK_PX = 200, 146, 64, 60, 122
DETAIL_PX = 132


class PackList(QWidget):
    """All packs that can be used, and those of the insurer with an error, which are not."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._details: list[str] = []
        self.table = ReadingTable(self, (NAME_PX, ID_PX, VERSION_PX, 0, REGION_PX, MARK_PX))
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setFixedHeight(DETAIL_PX)
        self.detail.setTabChangesFocus(True)
        self.table.read.connect(self._show_detail)
        column = looks.column(self.table, self.detail, spacing=12)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.table.setAccessibleName(tr("Rule packs"))
        self.detail.setAccessibleName(tr("The rule pack in full"))

    def load(self) -> None:
        """Read the packs."""
        found = load_packs(self._desk.resources, own_folders(self._desk.profile.folder))
        self._details = [self._in_full(pack, found) for pack in found.packs] + [words(error) for error in found.errors]
        titles = [tr("Rule pack"), tr("Id"), tr("Version"), tr("Applies to"), tr("Region"), tr("Unconfirmed")]
        wrong = [
            (tr("Not used"), Path(str(error.data["path"])).name, "", words(error), "", "") for error in found.errors
        ]
        self.table.show_rows(titles, [*map(self._row, found.packs), *wrong])

    def _row(self, pack: RulePack) -> Sequence[str]:
        language = current_language()
        unsure = tr("unconfirmed") if pack.unconfirmed else formats.EMPTY
        return pack.name.in_(language), pack.id, pack.version, self._validity(pack), pack.region, unsure

    def _in_full(self, pack: RulePack, found: Packs) -> str:
        language = current_language()
        lines = [
            f"{pack.name.in_(language)}  [{pack.id} {pack.version}]",
            self._validity(pack),
            tr("source: {where}", where=pack.source.in_(language)),
            *(tr("unconfirmed: {what}", what=text.in_(language)) for text in pack.unconfirmed),
            found.files.get(pack.id, ""),
        ]
        return "\n".join(line for line in lines if line)

    def _validity(self, pack: RulePack) -> str:
        language = current_language()
        return validity(pack, lambda form: self._desk.labels.value("clause_form", form, language))

    def _show_detail(self, row: int) -> None:
        self.detail.setPlainText(self._details[row] if 0 <= row < len(self._details) else "")


def own_folders(profile: Path) -> Sequence[Path]:
    """Return where the insurer's packs of a profile lie."""
    own = profile / FOLDER
    return [own] if own.is_dir() else []

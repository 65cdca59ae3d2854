"""Shares of liability: who bears how much on what basis; what a surveyor writes is an opinion until the office decides."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.calculation.liabilities import OPINION, Liability
from surveyor_app.domain.documents.documents import Document
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import Options
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.translation import current_language, mark, tr


class SharesBook(RecordBook[Liability]):
    """The list of shares beside the form of the current one; nothing is replaced, the strongest basis counts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            Liability,
            (
                Column(mark("Whose share"), self._party),
                Column(mark("Share"), self._share, right=True),
                Column(mark("Basis"), self._basis),
            ),
            BookTexts(
                mark("New share"),
                mark("Nobody has a share yet"),
                mark(
                    "Note who bears how much, and what that rests on: certificate, agreement, judgment, or your opinion."
                ),
            ),
            icon="people",
            focus="party_uid",
            references={
                "party_uid": lambda: record_access.vehicle_options(desk.case),
                "basis_document": lambda: _papers(desk),
            },
            first_fields=_first_fields,
            list_width=380,
            parent=parent,
        )

    def _party(self, share: Liability) -> str:
        names = {str(value): name for value, name in record_access.vehicle_options(self._desk.case)}
        return names.get(share.party_uid or "", formats.EMPTY)

    def _share(self, share: Liability) -> str:
        return formats.EMPTY if share.share is None else f"{share.share:f} %"

    def _basis(self, share: Liability) -> str:
        named = self._desk.labels.value("liability_basis", share.basis, current_language())
        return tr("{basis}, provisional", basis=named) if share.is_provisional else named


def _first_fields() -> Mapping[str, object]:
    return {"basis": OPINION}


def _papers(desk: Desk) -> Options:
    """Return the papers of the case that a share may rest on."""
    language = current_language()
    names = {paper.id: paper.name.in_(language) for paper in load_papers(desk.resources).papers}
    found = record_access.list_all(desk.case, Document)
    return [(paper.id, paper.title or names.get(paper.item or "", formats.EMPTY)) for paper in found]

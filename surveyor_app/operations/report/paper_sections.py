"""Papers and enquiries in the report: the checklist with its states, the notices, what was asked of others; §13.1 no. 9, 10."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.documents.checklist import Paper, Papers, checklist
from surveyor_app.domain.documents.documents import NOT_REQUESTED, Document
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.operations.report.tables import Cell, details_of, table_of
from surveyor_app.report.data import LossTable, RowGroup


@dataclass(frozen=True, slots=True)
class PaperSections:
    """Makes the sections; which papers the case needs follows from what the reader may see of it, and says nothing more."""

    rows: FieldRows
    contents: CaseContents
    papers: Papers

    def documents(self) -> LossTable | None:
        """Return the papers with their states in the order of the checklist, those too that are needed and not taken up yet.

        Nothing where none was taken up: this office does not work by the list.
        """
        known = self.known()
        if not known:
            return None
        taken = {document.item for document in known}
        needed = [line.paper.id for line in checklist(self.papers, self.contents.facts, ()) if line.is_needed is True]
        missing = [Document(id=known[0].id, item=item, state=NOT_REQUESTED) for item in needed if item not in taken]
        return table_of(self.rows, self._sorted([*known, *missing]), None, {"item": self.name})

    def document_details(self) -> tuple[RowGroup, ...]:
        """Return what else there is to say of a paper: its faults, where the original is; for the office the review."""
        known = self.known()
        return details_of(self.rows, known, {item.id: self.name(item) for item in known})

    def notices(self) -> tuple[RowGroup, ...]:
        """Return the notices that were issued, each with its number and how it was delivered."""
        return tuple(
            RowGroup(self.rows.labels.value_text("notice_kind", notice.kind), tuple(self.rows.details(notice)))
            for notice in self.contents.notices
        )

    def enquiries(self) -> tuple[RowGroup, ...]:
        """Return the enquiries: sent, answered, open."""
        return tuple(
            RowGroup(
                TITLED.filled(what=str(number), name=self.rows.labels.value_text("enquiry_kind", enquiry.kind)),
                tuple(self.rows.details(enquiry)),
            )
            for number, enquiry in enumerate(self.contents.enquiries, start=1)
        )

    def known(self) -> Sequence[Document]:
        """Return the papers that were taken up, in the order of the checklist."""
        return self._sorted(self.contents.documents)

    def name(self, document: Document) -> Cell:
        """Return what a paper is called."""
        named: dict[str, Paper] = {paper.id: paper for paper in self.papers.papers}
        paper = named.get(document.item or "")
        return document.title or (paper.name if paper else document.item) or ""

    def _sorted(self, documents: Sequence[Document]) -> list[Document]:
        order = {paper.id: place for place, paper in enumerate(self.papers.papers)}
        return sorted(documents, key=lambda item: (order.get(item.item or "", len(order)), item.id))

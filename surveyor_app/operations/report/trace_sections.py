"""The comparison of traces in the report (痕迹比对): where each mark is, how high, what it fits, which photos; §13.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.texts import Text
from surveyor_app.report.data import Column, LossTable
from surveyor_app.wording.formatting import value_text
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.parts import Part

SECTION = "traces"


@dataclass(frozen=True, slots=True)
class TraceSections:
    """Makes the table; ``numbers`` gives each piece of evidence its number, ``parts`` the names of parts."""

    labels: Labels
    contents: CaseContents
    parts: Mapping[str, Part]
    numbers: Mapping[str, str]

    def comparison(self) -> LossTable | None:
        """Return a line a mark, numbered as in the table of damage; ``None`` where no mark has anything to compare."""
        marks = self.contents.damage_marks
        names = self.labels.places.section(DamageMark.KIND, SECTION)
        if not any(getattr(mark, name) not in (None, ()) for mark in marks for name in (*names, "matches_mark")):
            return None
        columns = (
            Column(paper_text("line_no"), weight=0.4),
            Column(self.labels.kinds[Vehicle.KIND], weight=1.1),
            Column(self.labels.field_text(DamageMark.KIND, "part_id"), weight=1.4),
            *(Column(self.labels.field_text(DamageMark.KIND, name)) for name in names),
            Column(self.labels.field_text(DamageMark.KIND, "matches_mark"), weight=0.8),
            Column(self.labels.field_text(DamageMark.KIND, "photos"), weight=0.8),
        )
        places: dict[str, str] = {mark.id: str(n) for n, mark in enumerate(marks, start=1)}
        plates: dict[str, str] = {item.id: item.plate_no or item.make_model or "—" for item in self.contents.vehicles}
        rows = tuple(
            (
                places[mark.id],
                plates.get(mark.vehicle_uid or "", "—"),
                self._part(mark),
                *(value_text(spec_of(DamageMark, name), getattr(mark, name), self.labels) for name in names),
                places.get(mark.matches_mark or "", ""),
                ", ".join(sorted((self.numbers[id_] for id_ in mark.photos or () if id_ in self.numbers), key=int)),
            )
            for mark in marks
        )
        return LossTable(columns, rows)

    def _part(self, mark: DamageMark) -> Text | str:
        part = self.parts.get(mark.part_id or "")
        return mark.part_text or (part.label if part else mark.part_id) or ""

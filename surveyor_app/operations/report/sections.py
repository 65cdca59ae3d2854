"""The sections of the survey report, made from the records of a case (domain §13.1).

Only what the parties may see is printed: nothing about cover, payout or suspicion (domain §13.4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.cover_wording import find_cover_wording
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.confidentiality import Hidden
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.clocks import clock_rows, corrected
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.operations.report.statements import StatementSections
from surveyor_app.report.data import (
    Column,
    EvidenceLine,
    LossTable,
    PhotoEntry,
    ReportLanguage,
    Row,
    RowGroup,
    StatementSection,
    TextBlock,
)
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.formatting import format_money, format_size, value_text
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.parts import Part
from surveyor_app.wording.preview_texts import no_preview_text
from surveyor_app.wording.words import word

_SHOT_OF = Text.same("{subject} {shot}")


@dataclass(frozen=True, slots=True)
class Sections:
    """Makes the sections; holds what all of them need."""

    labels: Labels
    contents: CaseContents
    parts: Mapping[str, Part]
    language: ReportLanguage
    hidden: Hidden = field(default_factory=Hidden)
    """What a copy for the parties leaves out."""

    def claim(self) -> tuple[Row, ...]:
        """Return the claim as reported."""
        return tuple(row for claim in self.contents.claims[:1] for row in self._rows.of(claim))

    def visit(self) -> tuple[Row, ...]:
        """Return the visit to the scene, with the clocks of the cameras."""
        rows = [row for task in self.contents.tasks[:1] for row in self._rows.of(task)]
        return (*rows, *clock_rows(self.contents.camera_clocks))

    def texts(self) -> tuple[TextBlock, ...]:
        """Return the course as reported, the report of this survey and the opinion, where that does not touch cover."""
        blocks = [("reported_course", claim) for claim in self.contents.claims[:1]]
        tasks = [("survey_text", task) for task in self.contents.tasks[:1]]
        opinions = [("surveyor_opinion", task) for task in self.contents.tasks[:1]]
        opinions = [(name, task) for name, task in opinions if not touches_cover(task.surveyor_opinion or "")]
        return tuple(self._text(name, record) for name, record in [*blocks, *tasks, *opinions] if getattr(record, name))

    def people(self) -> tuple[RowGroup, ...]:
        """Return one block a person; none of a witness who wants confidentiality."""
        return tuple(
            RowGroup(person.name or word("person").filled(n=n), tuple(self._rows.of(person)))
            for n, person in enumerate(map(self._without_secret_role, self.contents.people), start=1)
            if person.id not in self.hidden.people
        )

    def vehicles(self) -> tuple[RowGroup, ...]:
        """Return one block a vehicle, with its driver by name."""
        names: dict[str, str] = {person.id: person.name or "" for person in self.contents.everybody}
        groups = []
        for n, vehicle in enumerate(self.contents.vehicles, start=1):
            rows = list(self._rows.of(vehicle))
            if vehicle.driver_uid in names:
                rows.append(self._rows.row("vehicle", "driver_uid", names[vehicle.driver_uid]))
            title = TITLED.filled(what=word("vehicle").filled(n=n), name=vehicle.plate_no or str(n))
            groups.append(RowGroup(title, tuple(rows)))
        return tuple(groups)

    def statements(self) -> tuple[StatementSection, ...]:
        """Return the statements with those present, their answers and corrections in order."""
        return StatementSections(self.labels, self.contents, self.language, self.hidden).sections()

    def damage(self) -> LossTable | None:
        """Return the damage table with a total for each vehicle; ``None`` without marks."""
        marks = self.contents.damage_marks
        if not marks:
            return None
        names = self.labels.places.section(DamageMark.KIND, "columns")
        columns = [
            Column(paper_text("line_no"), weight=0.5),
            Column(self.labels.kinds[Vehicle.KIND], weight=1.2),
            *(self._column(name) for name in names),
        ]
        plates: dict[str, Vehicle] = {vehicle.id: vehicle for vehicle in self.contents.vehicles}
        rows = tuple(
            (str(n), _plate(plates.get(mark.vehicle_uid or "")), *(self._cell(mark, name) for name in names))
            for n, mark in enumerate(marks, start=1)
        )
        return LossTable(tuple(columns), rows, tuple(self._totals(marks, plates)))

    def photos(
        self, numbers: dict[str, str], previews: set[str], annotated: Collection[str] = ()
    ) -> tuple[PhotoEntry, ...]:
        """Return the photos in order.

        ``numbers`` gives each evidence id its number, ``previews`` those with a picture, ``annotated`` those with a layer.
        """
        return tuple(
            PhotoEntry(
                number=numbers[item.id],
                sha256=item.sha256 or "",
                caption=item.caption or self._shot_name(item) or item.file_name or "",
                taken=self._taken(item),
                place=place(item),
                picture_name=item.id if item.id in previews else None,
                no_picture=no_preview_text(item.no_preview or ""),
                annotated=item.id in annotated and item.id in previews,
            )
            for item in self.contents.evidence
            if item.evidence_class == "photo" and not self._is_hidden(item)
        )

    def evidence_lines(self, numbers: dict[str, str]) -> tuple[EvidenceLine, ...]:
        """Return one line an original."""
        return tuple(
            EvidenceLine(
                number=numbers[item.id],
                evidence_class=self.labels.value_text("evidence_class", item.evidence_class),
                file_name="—" if self._is_hidden(item) else item.file_name or "",
                sha256=item.sha256 or "",
                size=format_size(item.size_bytes or 0),
                taken=self._taken(item),
                source="" if self._is_hidden(item) else item.source or "",
            )
            for item in self.contents.evidence
        )

    # ------------------------------------------------------------------------------------------ pieces

    def _is_hidden(self, item: Evidence) -> bool:
        return item.id in self.hidden.evidence or item.subject_uid in self.hidden.people

    def _without_secret_role(self, person: Person) -> Person:
        """Leave out that a party wants confidentiality as a witness."""
        if person.id not in self.hidden.parties:
            return person
        return replace(person, roles=tuple(role for role in person.roles or () if role != "eyewitness"))

    def _shot_name(self, item: Evidence) -> Text | str:
        """Return which shot of which subject a photo is, for one without a caption."""
        lists = self.contents.shot_lists
        shot = lists.shots.get(item.shot_key or "") if lists else None
        if shot is None:
            return ""
        subject = self.contents.subject_names.get(item.subject_uid or "")
        return _SHOT_OF.filled(subject=subject, shot=shot.name) if subject else shot.name

    def _taken(self, item: Evidence) -> str:
        return " ".join(part for part in (taken(item), corrected(item, self.contents.camera_clocks)) if part)

    @property
    def _rows(self) -> FieldRows:
        return FieldRows(self.labels)

    def _text(self, name: str, record: Record) -> TextBlock:
        return TextBlock(self.labels.field_text(record.KIND, name), str(getattr(record, name)))

    def _column(self, name: str) -> Column:
        weights = {"part_id": 1.6, "type": 1.3}
        label, is_money = self.labels.field_text(DamageMark.KIND, name), spec_of(DamageMark, name).is_money
        return Column(label, numeric=is_money, weight=weights.get(name, 1.0))

    def _cell(self, mark: DamageMark, name: str) -> Text | str:
        if name == "part_id":
            part = self.parts.get(mark.part_id or "")
            return mark.part_text or (part.label if part else mark.part_id) or ""
        if name == "severity":
            return self.labels.value_text("mark_severity", str(mark.severity)) if mark.severity else ""
        return value_text(spec_of(DamageMark, name), getattr(mark, name), self.labels)

    def _totals(self, marks: Sequence[DamageMark], plates: dict[str, Vehicle]) -> Iterable[Row]:
        sums: dict[str, Decimal] = {}
        for mark in marks:
            sums[mark.vehicle_uid or ""] = sums.get(mark.vehicle_uid or "", Decimal(0)) + mark.net
        for vehicle_id, total in sums.items():
            plate = _plate(plates.get(vehicle_id))
            yield Row(paper_text("total_of").filled(vehicle=plate), format_money(total))
        if len(sums) > 1:
            yield Row(paper_text("total"), format_money(sum(sums.values(), Decimal(0))))


def touches_cover(text: str) -> bool:
    """Tell whether a text speaks of cover, payment or fraud: such an opinion is for the internal copy (domain §13.1, §13.4)."""
    return bool(find_cover_wording(text, load_cover_wording(resources_dir())))


def taken(item: Evidence) -> str:
    """Return the capture time as found, with its offset where the camera gave one."""
    return " ".join(part for part in ((item.taken_at or "").replace("T", " "), item.taken_offset or "") if part)


def place(item: Evidence) -> str:
    """Return the position as found (WGS84 degrees); empty when the file has none."""
    if item.gps_lat is None or item.gps_lon is None:
        return ""
    return f"{item.gps_lat:.6f}, {item.gps_lon:.6f}"


def _plate(vehicle: Vehicle | None) -> str:
    return (vehicle.plate_no or vehicle.make_model or "—") if vehicle else "—"

"""The sections of the survey report, made from the records of a case (domain §13.1).

What a reader may not see is not in the contents that they are made of (:mod:`surveyor_app.domain.party_copy`, domain §13.4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.photos.capture_times import UTC_OR_LOCAL, commonest_offset_min, scene_reading
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
from surveyor_app.wording.formatting import format_instant, format_money, format_offset, format_size, value_text
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.parts import Part
from surveyor_app.wording.preview_texts import no_preview_text
from surveyor_app.wording.words import word

SCENE = frozenset({"scene", "trace", "object", "measure", "site"})
"""What shots of the place are wanted for: once each."""
_SHOT_OF = Text.same("{subject} {shot}")


TIMES = ("dispatched_at", "contacted_at", "arrived_at", "left_at")
REPORTED = ("accident_at", "reported_at")


@dataclass(frozen=True, slots=True)
class Sections:
    """Makes the sections; holds what all of them need. ``unseen`` are originals whose picture this copy does not show."""

    rows: FieldRows
    contents: CaseContents
    parts: Mapping[str, Part]
    language: ReportLanguage
    hidden: Hidden = field(default_factory=Hidden)
    unseen: Collection[str] = ()

    def claim(self) -> tuple[Row, ...]:
        """Return the claim as reported."""
        return tuple(row for claim in self.contents.claims[:1] for row in self.rows.details(claim))

    def visit(self) -> tuple[Row, ...]:
        """Return the visit, with the clocks of the cameras; for the office what else the task says."""
        said = [row for task in self.contents.tasks[:1] for row in self.rows.of(task, "rows", "internal")]
        return (*said, *clock_rows(self.contents.camera_clocks))

    def timeline(self) -> LossTable | None:
        """Return when what happened, and how each moment is known."""
        records = [(record, REPORTED) for record in self.contents.claims[:1]]
        found: list[tuple[Record, str, Instant]] = []
        for record, names in [*records, *((task, TIMES) for task in self.contents.tasks[:1])]:
            moments = ((name, getattr(record, name)) for name in names)
            found += [(record, name, moment) for name, moment in moments if moment is not None]
        if not found:
            return None
        columns = tuple(Column(paper_text(name)) for name in ("event_name", "moment", "clock"))
        lines = tuple(
            (
                self.labels.field_text(record.KIND, name),
                format_instant(moment),
                paper_text(f"clock_{moment.trust.value}"),
            )
            for record, name, moment in found
        )
        return LossTable(columns, lines)

    def scene(self, numbers: Mapping[str, str]) -> tuple[Row, ...]:
        """Return how the place was: class, road, weather, sight; the photos of it, and how many traces were found."""
        said = [row for task in self.contents.tasks[:1] for row in self.rows.of(task, "scene")]
        shots = self.contents.shot_lists.shots if self.contents.shot_lists else {}
        of_scene = {key for key, shot in shots.items() if shot.per in SCENE}
        photos = [numbers[item.id] for item in self.contents.evidence if item.shot_key in of_scene]
        if photos:
            said.append(Row(paper_text("scene_photos"), ", ".join(photos)))
        if said and self.contents.damage_marks:
            said.append(
                Row(paper_text("trace_marks"), paper_text("trace_marks_of").filled(n=len(self.contents.damage_marks)))
            )
        return tuple(said)

    def texts(self) -> tuple[TextBlock, ...]:
        """Return the course as it was reported: facts as stated."""
        return self._texts("reported_course", self.contents.claims)

    def findings(self) -> tuple[TextBlock, ...]:
        """Return the report of this survey: facts as observed."""
        return self._texts("survey_text", self.contents.tasks)

    def opinion(self) -> tuple[TextBlock, ...]:
        """Return the surveyor's opinion; a party's contents hold none that touches cover."""
        return tuple(TextBlock("", block.text) for block in self._texts("surveyor_opinion", self.contents.tasks))

    def people(self) -> tuple[RowGroup, ...]:
        """Return one block a person; none of a witness who wants confidentiality."""
        return tuple(
            RowGroup(person.name or word("person").filled(n=n), tuple(self.rows.details(person)))
            for n, person in enumerate(self.contents.people, start=1)
            if person.id not in self.hidden.people
        )

    def vehicles(self) -> tuple[RowGroup, ...]:
        """Return one block a vehicle, with its driver by name."""
        groups = []
        for n, vehicle in enumerate(self.contents.vehicles, start=1):
            said = list(self.rows.details(vehicle))
            if driver := self.rows.value(vehicle, "driver_uid"):
                said.append(self.rows.row(Vehicle.KIND, "driver_uid", driver))
            title = TITLED.filled(what=word("vehicle").filled(n=n), name=vehicle.plate_no or str(n))
            groups.append(RowGroup(title, tuple(said)))
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
        scene_min = self._scene_offset_min()
        return tuple(
            PhotoEntry(
                number=numbers[item.id],
                sha256=item.sha256 or "",
                caption=item.caption or self._shot_name(item) or item.file_name or "",
                taken=self._taken(item, scene_min),
                place=place(item),
                picture_name=item.id if self._is_seen(item, previews) else None,
                no_picture=paper_text("office_only")
                if item.id in self.unseen
                else no_preview_text(item.no_preview or ""),
                annotated=item.id in annotated and self._is_seen(item, previews),
                damaged=item.no_preview == Evidence.DAMAGED and self._is_seen(item, previews),
            )
            for item in self.contents.evidence
            if item.evidence_class == "photo" and not self._is_hidden(item)
        )

    def evidence_lines(self, numbers: dict[str, str]) -> tuple[EvidenceLine, ...]:
        """Return one line an original."""
        scene_min = self._scene_offset_min()
        return tuple(
            EvidenceLine(
                number=numbers[item.id],
                evidence_class=self.labels.value_text("evidence_class", item.evidence_class),
                file_name="—" if self._is_hidden(item) else item.file_name or "",
                sha256=item.sha256 or "",
                size=format_size(item.size_bytes or 0),
                taken=self._taken(item, scene_min),
                source="" if self._is_hidden(item) else item.source or "",
            )
            for item in self.contents.evidence
        )

    # ------------------------------------------------------------------------------------------ pieces

    def _is_hidden(self, item: Evidence) -> bool:
        return item.id in self.hidden.evidence

    def _is_seen(self, item: Evidence, previews: Collection[str]) -> bool:
        return item.id in previews and item.id not in self.unseen

    def _shot_name(self, item: Evidence) -> Text | str:
        """Return which shot of which subject a photo is, for one without a caption."""
        lists = self.contents.shot_lists
        shot = lists.shots.get(item.shot_key or "") if lists else None
        if shot is None:
            return ""
        subject = self.contents.subject_names.get(item.subject_uid or "")
        return _SHOT_OF.filled(subject=subject, shot=shot.name) if subject else shot.name

    def _scene_offset_min(self) -> int | None:
        """Return the offset of the scene as the case says it; a report does not depend on where the laptop stands."""
        accident = self.contents.claims[0].accident_at if self.contents.claims else None
        said = commonest_offset_min((item.evidence_class, item.taken_offset) for item in self.contents.evidence)
        return said if accident is None else accident.offset_min

    def _taken(self, item: Evidence, scene_min: int | None) -> Text | str:
        """Return when evidence was taken with its zone, or that the zone is assumed, or the whole in doubt."""
        recorded, mended = taken(item, scene_min or 0), corrected(item, self.contents.camera_clocks)
        said = f"{recorded} {mended}" if mended else recorded
        if said and item.taken_problem == UTC_OR_LOCAL:
            return paper_text("utc_or_local").filled(time=said)
        # What was measured on the camera's clock holds whatever zone it was set to.
        if not recorded or item.taken_offset or mended:
            return said
        if scene_min is None:
            return paper_text("zone_unknown").filled(time=said)
        return paper_text("zone_assumed").filled(time=said, zone=format_offset(scene_min))

    @property
    def labels(self) -> Labels:
        """What fields and values are called."""
        return self.rows.labels

    def _texts(self, name: str, records: Sequence[Record]) -> tuple[TextBlock, ...]:
        """Return the text of a field of the first record, nothing where it has none."""
        return tuple(
            TextBlock(self.labels.field_text(record.KIND, name), said)
            for record in records[:1]
            if (said := getattr(record, name))
        )

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


def taken(item: Evidence, offset_min: int = 0) -> str:
    """Return the capture time as found, with its offset where the camera gave one.

    That of a recording in UTC is brought to the scene's zone, ``offset_min`` off UTC.
    """
    at, offset = scene_reading(item.taken_at, item.taken_offset, item.evidence_class, offset_min)
    return " ".join(part for part in ((at or "").replace("T", " "), offset or "") if part)


def place(item: Evidence) -> str:
    """Return the position as found, in degrees with its datum; empty when the file has none."""
    if item.gps_lat is None or item.gps_lon is None:
        return ""
    return f"{item.gps_lat:.6f}, {item.gps_lon:.6f} (WGS 84)"


def _plate(vehicle: Vehicle | None) -> str:
    return (vehicle.plate_no or vehicle.make_model or "—") if vehicle else "—"

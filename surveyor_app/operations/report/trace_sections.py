"""The comparison of traces in the report (痕迹比对): where each mark is, how high, what it fits, which photos; §13.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.field_rows import FieldRows
from surveyor_app.report.data import Column, LossTable
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.parts import Part
from surveyor_app.wording.words import word

SECTION = "traces"
_MARK = Text.same("{number} · {vehicle} · {part}")


@dataclass(frozen=True, slots=True)
class TraceSections:
    """Makes the tables; ``parts`` holds the names of parts."""

    rows: FieldRows
    contents: CaseContents
    parts: Mapping[str, Part]

    def comparison(self) -> LossTable | None:
        """Return a line a mark, numbered as in the table of damage; ``None`` where no mark has anything to compare or to see."""
        marks = self.contents.damage_marks
        label = self.rows.labels.field_text
        names = self.rows.labels.places.section(DamageMark.KIND, SECTION)
        told = [name for name in names if any(getattr(mark, name) not in (None, ()) for mark in marks)]
        if not told and not any(getattr(mark, name) for mark in marks for name in ("matches_mark", "photos")):
            return None
        columns = (
            Column(paper_text("line_no"), weight=0.4),
            Column(self.rows.labels.kinds[Vehicle.KIND], weight=1.1),
            Column(label(DamageMark.KIND, "part_id"), weight=1.4),
            *(Column(label(DamageMark.KIND, name)) for name in told),
            Column(label(DamageMark.KIND, "matches_mark"), weight=0.8),
            Column(label(DamageMark.KIND, "photos"), weight=0.8),
        )
        places = self._places()
        lines = tuple(
            (
                places[mark.id],
                self._plate(mark),
                self._part(mark),
                *(self.rows.value(mark, name) for name in told),
                places.get(mark.matches_mark or "", ""),
                self.rows.value(mark, "photos"),
            )
            for mark in marks
        )
        return LossTable(columns, lines)

    def matches(self) -> LossTable | None:
        """Return the pairs of marks that fit each other, with both heights, and whether these overlap."""
        marks = {mark.id: mark for mark in self.contents.damage_marks}
        pairs: dict[frozenset[str], tuple[DamageMark, DamageMark]] = {}
        for mark in marks.values():
            other = marks.get(mark.matches_mark or "")  # type: ignore[call-overload]  # an id is a text
            if other is not None and other.id != mark.id:
                pairs.setdefault(frozenset((mark.id, other.id)), (mark, other))
        if not pairs:
            return None
        columns = (
            Column(paper_text("trace_marks"), weight=2),
            Column(paper_text("match_heights")),
            Column(paper_text("match_with"), weight=2),
            Column(paper_text("match_heights")),
            Column(paper_text("match_overlap"), weight=0.8),
        )
        lines = tuple(
            (self._named(one), _heights(one), self._named(other), _heights(other), _overlap(one, other))
            for one, other in pairs.values()
        )
        return LossTable(columns, lines)

    def _places(self) -> Mapping[str, str]:
        return {mark.id: str(n) for n, mark in enumerate(self.contents.damage_marks, start=1)}

    def _named(self, mark: DamageMark) -> Text:
        return _MARK.filled(number=self._places()[mark.id], vehicle=self._plate(mark), part=self._part(mark))

    def _plate(self, mark: DamageMark) -> Text | str:
        return self.rows.names.get(mark.vehicle_uid or "", "—")

    def _part(self, mark: DamageMark) -> Text | str:
        part = self.parts.get(mark.part_id or "")
        return mark.part_text or (part.label if part else mark.part_id) or ""


def _heights(mark: DamageMark) -> str:
    known = [format(height, "f") for height in (mark.height_min_cm, mark.height_max_cm) if height is not None]
    return "–".join(known)


def _overlap(one: DamageMark, other: DamageMark) -> Text | str:
    """Return whether two marks have a height in common; empty where one of them was not measured."""
    heights = [(mark.height_min_cm, mark.height_max_cm) for mark in (one, other)]
    lows = [low for low, _ in heights if low is not None]
    highs = [high for _, high in heights if high is not None]
    if len(lows) < len(heights) or len(highs) < len(heights):
        return ""
    return word("yes" if max(lows) <= min(highs) else "no")

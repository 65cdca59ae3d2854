"""What the subjects of photos are called: vehicles by plate, people by name, damage by part and vehicle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.parts import Part, load_parts

Names = Mapping[str, tuple[str, str]]
"""Chinese and English name by id of the record."""


def subject_names(vehicles: Sequence[Vehicle], people: Sequence[Person], marks: Sequence[DamageMark]) -> Names:
    """Return the names of all subjects of a case."""
    names: dict[str, tuple[str, str]] = {}
    for number, vehicle in enumerate(vehicles, start=1):
        known = vehicle.plate_no or vehicle.make_model
        names[vehicle.id] = (known, known) if known else (f"车辆 {number}", f"Vehicle {number}")
    for number, person in enumerate(people, start=1):
        names[person.id] = (person.name, person.name) if person.name else (f"人员 {number}", f"Person {number}")
    parts = _parts(resources_dir())
    for number, mark in enumerate(marks, start=1):
        part = parts.get(mark.part_id or "")
        said_zh = mark.part_text or (part.label(chinese()) if part else f"损失 {number}")
        said_en = mark.part_text or (part.label(english()) if part else f"Damage {number}")
        vehicle_zh, vehicle_en = names.get(mark.vehicle_uid or "", ("", ""))
        names[mark.id] = (f"{vehicle_zh} {said_zh}".strip(), f"{vehicle_en} {said_en}".strip())
    return names


@lru_cache
def _parts(resources: Path) -> Mapping[str, Part]:
    return load_parts(resources)

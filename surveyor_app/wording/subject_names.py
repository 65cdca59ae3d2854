"""What the subjects of photos are called: vehicles by plate, people by name, damage by part and vehicle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.texts import Text
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.words import word

Names = Mapping[str, Text]
"""By id of the record."""
_DAMAGE_OF = Text.same("{vehicle} {damage}")


def subject_names(vehicles: Sequence[Vehicle], people: Sequence[Person], marks: Sequence[DamageMark]) -> Names:
    """Return the names of all subjects of a case."""
    names: dict[str, Text] = {}
    for number, vehicle in enumerate(vehicles, start=1):
        names[vehicle.id] = _named(vehicle.plate_no or vehicle.make_model, "vehicle", number)
    for number, person in enumerate(people, start=1):
        names[person.id] = _named(person.name, "person", number)
    parts = load_parts(resources_dir())
    for number, mark in enumerate(marks, start=1):
        part = parts.get(mark.part_id or "")
        damage = part.label if part and not mark.part_text else _named(mark.part_text, "damage", number)
        vehicle_name = names.get(mark.vehicle_uid or "")
        names[mark.id] = _DAMAGE_OF.filled(vehicle=vehicle_name, damage=damage) if vehicle_name else damage
    return names


def _named(known: str | None, kind: str, number: int) -> Text:
    return Text.same(known) if known else word(kind).filled(n=number)

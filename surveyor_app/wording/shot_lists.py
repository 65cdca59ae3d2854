"""The shot lists (拍摄清单) that come with the program, read once; domain §5.3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from surveyor_app.domain.photos.shot_lists import PeopleRule, Requirement, Shot, ShotLists, ShotSet, ThirdVehicleRule
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "shots.toml"
PER = frozenset(
    {"scene", "trace", "object", "measure", "vehicle", "damage", "driver", "person", "case", "pair", "part"}
    | {"site", "item", "group", "building", "store"}
)
SETS = (
    *("motor_single", "motor_multi", "motor_flood"),
    *("property_fire", "property_flood", "property_other"),
    *("injury", "resurvey"),
)
"""The sets that code chooses from; the file says what each consists of."""


@lru_cache
def load_shot_lists(resources: Path) -> ShotLists:
    """Read ``shots.toml``.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or something in it is not whole or names what does not exist.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        names = {string_of(item["id"]): item.text() for item in table["list"]}
        shots = [_shot(item) for item in table["shot"]]
        made = ShotLists(
            names=names,
            shots={shot.key: shot for shot in shots},
            sets={string_of(item["id"]): ShotSet(_texts(item["lists"]), _ids(item)) for item in table["set"]},
            people={name: _people(item) for name, item in table["people"].items()},
            third_vehicle=_third_vehicle(table["third_vehicle"]),
        )
        _require_whole(made, shots)
    return made


def _shot(item: Item) -> Shot:
    per, count = string_of(item["per"]), item["n"]
    if per not in PER:
        raise ValueError(f"per what? {per}")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise ValueError(f"not a number of photos: {count!r}")
    return Shot(
        list=string_of(item["list"]),
        id=string_of(item["id"]),
        name=item.text(),
        per=per,
        count=count,
        requirement=Requirement(item["req"]),
        guidance=item.text("guidance_"),
    )


def _people(item: Mapping[str, Any]) -> PeopleRule:
    return PeopleRule(frozenset(_texts(item.get("roles", ()))), frozenset(_texts(item.get("severities", ()))))


def _third_vehicle(item: Mapping[str, Any]) -> ThirdVehicleRule:
    pairs = tuple((first, second) for first, second in map(_texts, item["one_pair_suffices"]))
    return ThirdVehicleRule(frozenset(_texts(item["when_it_applies"])), frozenset(_texts(item["only"])), pairs)


def _ids(item: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(_texts(item.get("causes", ())))


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError("not a list")
    return tuple(string_of(value) for value in values)


def _require_whole(lists: ShotLists, shots: Sequence[Shot]) -> None:
    """Refuse what stands twice and what refers to nothing.

    Raises:
        ValueError: there is such a thing.
    """
    if len(lists.shots) < len(shots):
        raise ValueError("a shot stands twice")
    rule = lists.third_vehicle
    named = {*rule.when_it_applies, *rule.only, *(key for pair in rule.one_pair_suffices for key in pair)}
    wanted = {shot.list for shot in shots} | set(lists.people) | {x for item in lists.sets.values() for x in item.lists}
    unknown = (named - set(lists.shots)) | (wanted - set(lists.names)) | (set(SETS) - set(lists.sets))
    if unknown or "injury" not in lists.people:
        raise ValueError(f"unknown: {', '.join(sorted(unknown)) or 'people.injury'}")

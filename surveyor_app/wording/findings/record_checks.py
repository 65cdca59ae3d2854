"""The checks of the record form (查验事项) that come with the program, read once; domain §3.3."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.survey.check_answers import NO, YES
from surveyor_app.domain.survey.facts import CONDITIONS
from surveyor_app.domain.survey.record_checks import CheckKind, RecordCheck, RecordChecks
from surveyor_app.wording.labels import ENUMERATIONS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import flag, one_of, optional, require_once, whole
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FILE = "record_checks.toml"


@cache
def load_record_checks(resources: Path) -> RecordChecks:
    """Read ``record_checks.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a check in it is not whole or names what does not exist.
    """
    table = read_table(resources, FILE)
    enumerations = read_toml(resources, ENUMERATIONS)
    with well_formed(resources, FILE):
        made = tuple(_check(item, enumerations) for item in table["check"])
        require_once(check.id for check in made)
        require_once(check.number for check in made)
        near = whole(table, "near_policy_limit_days", 0, 366)
        return RecordChecks(string_of(table["version"]), near, made)


def _check(item: Item, enumerations: dict[str, object]) -> RecordCheck:
    kind = CheckKind(item["kind"])
    chooses = kind in {CheckKind.CHOICE, CheckKind.MULTI, CheckKind.CHOICE_TRI}
    adverse = one_of(item, "adverse", {YES, NO}) if "adverse" in item else None
    made = RecordCheck(
        id=string_of(item["id"]),
        number=whole(item, "no", 1, 999),
        kind=kind,
        name=item.text(),
        when=one_of(item, "when", CONDITIONS),
        enumeration=one_of(item, "enumeration", enumerations) if chooses else None,
        of_motor=one_of(item, "of", {"motor", "all"}) == "motor" if "of" in item else False,
        adverse=adverse,
        may_not_apply=flag(item, "may_not_apply"),
        none_allowed=flag(item, "none_allowed"),
        counts=flag(item, "counts"),
        other=optional(item, "other"),
        is_internal=flag(item, "internal"),
    )
    if adverse is not None and not made.replies:
        raise ValueError(f"{made.id}: nothing is adverse where something is chosen")
    return made

"""The checks of a case before it is signed (离场检查, domain §4), read from their table."""

from __future__ import annotations

import string
from pathlib import Path

from surveyor_app.domain.checks.checking import RULES
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.facts import CONDITIONS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "checks.toml"


def load_checks(resources: Path) -> list[Check]:
    """Read ``checks.toml``.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, or a check in it is not whole or names what does not exist.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        return [_check(item) for item in table["check"]]


def _check(item: Item) -> Check:
    columns = {name: string_of(value) for name, value in item.without_texts().items()}
    made = Check(level=Level(columns.pop("level")), text=item.text(), **columns)
    if made.rule not in RULES:
        raise ValueError(f"{made.id}: no rule {made.rule}")
    kind = Person.KIND if made.rule in OF_DRIVER else made.kind
    if made.field is not None and made.field not in {spec.name for spec in SPECS[kind]}:
        raise ValueError(f"{made.id}: no field {made.field}")
    if made.of not in {"all", "motor"} or made.tasks not in {"all", "survey"} or made.when not in CONDITIONS:
        raise ValueError(f"{made.id}: when?")
    if made.field is None and made.rule in NEED_A_FIELD:
        raise ValueError(f"{made.id}: which field?")
    _nothing.of_kind(made.kind)
    for form in made.text.forms.values():
        list(string.Formatter().parse(form))
    return made


NEED_A_FIELD = frozenset({"blank", "driver_blank", "insured_driver_blank", "insured_vehicle_blank", "injured_blank"})
"""Rules that ask for the field of their check."""
OF_DRIVER = frozenset({"driver_blank", "insured_driver_blank"})
"""Rules that stand with the vehicle and ask for a field of whoever drove it."""

_nothing = CaseContents((), (), (), (), (), (), ())

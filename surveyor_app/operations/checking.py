"""Ready to leave? (离场检查): run the checks over an open case."""

from __future__ import annotations

import tomllib
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.checking import CaseContents, Check, Finding, Level, run_checks
from surveyor_app.domain.claims import Claim, Task
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.evidence import Evidence
from surveyor_app.domain.people import Person
from surveyor_app.domain.statements import Statement
from surveyor_app.domain.vehicles import DamageMark, Vehicle
from surveyor_app.records import reading


def load_checks(resources: Path) -> list[Check]:
    """Read ``checks.toml``.

    Raises:
        NotFound: when the file is missing or no TOML.
        InputError: when a check has another form than expected.
    """
    path = resources / "checks.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise NotFound(what="checks", path=str(path)) from error
    try:
        return [Check(**{**item, "level": Level(item["level"])}) for item in table["check"]]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(field="checks.toml", reason=str(error)) from error


def read_contents(case: CaseFile) -> CaseContents:
    """Read the records that checks look at, in one consistent view."""
    with case.read() as session:
        case_id = case.case_id
        return CaseContents(
            claims=reading.list_records(session, case_id, Claim),
            tasks=reading.list_records(session, case_id, Task),
            people=reading.list_records(session, case_id, Person),
            vehicles=reading.list_records(session, case_id, Vehicle),
            evidence=reading.list_records(session, case_id, Evidence),
            statements=reading.list_records(session, case_id, Statement),
            damage_marks=reading.list_records(session, case_id, DamageMark),
        )


def check(case: CaseFile, checks: list[Check]) -> list[Finding]:
    """Return what is missing or wrong, the grave findings first."""
    return run_checks(checks, read_contents(case))

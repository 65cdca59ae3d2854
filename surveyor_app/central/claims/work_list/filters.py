"""What is looked for in the work list: read from what a page was asked for, and written so that a link asks the same again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from surveyor_app.central.claims.claim_lists import LONGEST_SEARCH
from surveyor_app.domain.process.stages import Stage, Waits
from surveyor_app.domain.wire_errors import BadMessage

LONGEST_VALUE = 60


class Due(StrEnum):
    """By when something has to be done."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"


class Sort(StrEnum):
    """In which order."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"
    REPORT_NO = "report_no"


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Claims that have all of this; what is empty is not asked for."""

    find: str = ""
    stage: str = ""
    waits_for: str = ""
    cause: str = ""
    holder: str = ""
    due: str = ""
    unassigned: str = ""
    returned: str = ""
    cancelled: str = ""
    complained: str = ""
    mine: str = ""
    """Only what waits for one of the reader's own roles."""
    sort: str = Sort.NEWEST

    def query(self, **changed: str) -> dict[str, str]:
        """Return the parts that ask for something, with some of them changed."""
        told = replace(self, **changed)
        given = {item.name: str(getattr(told, item.name)) for item in fields(told)}
        return {name: value for name, value in given.items() if value and (name, value) != ("sort", Sort.NEWEST)}


_KNOWN: Mapping[str, type[StrEnum]] = {"stage": Stage, "waits_for": Waits, "due": Due, "sort": Sort}


def filter_of(asked: Mapping[str, Any]) -> WorkFilter:
    """Return what is asked for.

    Raises:
        BadMessage: a value is too long, or none of those there are.
    """
    found: dict[str, str] = {}
    for item in fields(WorkFilter):
        value = str(asked.get(item.name, "")).strip()
        if not value:
            continue
        if len(value) > (LONGEST_SEARCH if item.name == "find" else LONGEST_VALUE):
            raise BadMessage(reason=item.name)
        if item.name in _KNOWN and value not in set(_KNOWN[item.name]):
            raise BadMessage(reason=item.name)
        found[item.name] = value
    return WorkFilter(**found)

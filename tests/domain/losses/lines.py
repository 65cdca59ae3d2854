"""Lines of losses as they would be read from a case; only what a test is about is given."""

from __future__ import annotations

from typing import Any

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.losses.vehicles import DamageMark


def mark(**fields: Any) -> DamageMark:
    """Return a damaged part."""
    return DamageMark(id=new_record_id(), **fields)

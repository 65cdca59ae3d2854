"""A centre for many tests of a module: what lists show is taken out before each, since a new database would cost a second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from surveyor_app.central.centre import Centre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import claim_numbers, opened_cases, saved_filters, work_list, work_marks
from surveyor_app.records.schema import PROJECTIONS

SHOWN = (opened_cases, work_list, work_marks, saved_filters, claim_numbers, *PROJECTIONS.values())


@contextmanager
def nodes_at(now: datetime, folder: Path, request: pytest.FixtureRequest, count: int = 1) -> Iterator[Sequence[Centre]]:
    """Nodes that share one database of the kind that a fixture's parameter names, at a fixed time."""
    with ExitStack() as stack:
        url = None
        if request.param == "postgresql":
            url = stack.enter_context(request.getfixturevalue("postgres_server").fresh_database())
        yield [stack.enter_context(closing(Centre(CentreConfig(folder, url, now=lambda: now)))) for _ in range(count)]


def empty(centre: Centre) -> None:
    """Let the centre show nothing; what its journals hold is of cases that nobody asks for again."""
    with centre.database.write() as session:
        for table in SHOWN:
            session.execute(table.delete())

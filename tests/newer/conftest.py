"""A live centre of today, and a program of a later version."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.centres import live, make_laptop, shared_centre
from tests.newer.program import NewerProgram, make_program

__all__ = ["live", "make_laptop", "shared_centre"]


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewerProgram]:
    """A process of the later version."""
    folder = tmp_path_factory.mktemp("newer")
    program = NewerProgram(make_program(folder / "source"), folder / "log")
    yield program
    program.close()

"""Worlds prepared once for all fault tests, and processes that are started cheaply."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.faults.worlds import Stage, World, prepare
from tests.integration.centres import shared_centre

__all__ = ["shared_centre"]

if sys.platform == "win32":
    collect_ignore_glob = ["*"]
else:
    from tests.faults.launcher import Launcher

    @pytest.fixture(scope="session")
    def launcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launcher]:
        """Starts commands as processes."""
        made = Launcher(tmp_path_factory.mktemp("processes"))
        yield made
        made.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Stage, World]:
    """One world in each stage; to be copied, never used."""
    return _prepared_in(tmp_path_factory.getbasetemp() / "worlds")


@cache
def _prepared_in(folder: Path) -> Mapping[Stage, World]:
    """Prepare once in a process: the command line's tests use the same worlds through a fixture of their own."""
    return prepare(folder)


MakeWorld = Callable[[Stage], World]


@pytest.fixture
def make_world(prepared: Mapping[Stage, World], tmp_path: Path) -> MakeWorld:
    """Makes a world of the test's own in the stage named."""
    return lambda stage: prepared[stage].copy(tmp_path / "world")

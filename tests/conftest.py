"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.operations.real_cards import keep_mounts_private
from tests.postgres_server import PostgresServer, find_binaries, running_server
from tests.wording.third_language import program_with_marks

REPOSITORY = Path(__file__).resolve().parent.parent

# No random example fails because the machine was busy: how long one takes says nothing of what is right.
settings.register_profile("without_deadlines", deadline=None)
settings.load_profile("without_deadlines")


def pytest_sessionstart() -> None:
    """Keep what tests mount to this process."""
    keep_mounts_private()


def _shared(variable: str, name: str) -> Path:
    path = Path(os.environ.get(variable, REPOSITORY.parent / "shared" / name))
    if not path.exists():
        pytest.skip(f"{name} is not on this machine (set {variable})")
    return path


@pytest.fixture(scope="session")
def marked_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data of a program with a language whose every text is marked; a test takes it with ``run_as``."""
    return program_with_marks(tmp_path_factory.mktemp("marked"))


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """Folder of real and hostile files with its manifest.tsv; the test is skipped where it is absent."""
    return _shared("SURVEYOR_CORPUS", "corpus")


@pytest.fixture(scope="session")
def cases_dir() -> Path:
    """Folder of small inputs made after public fault reports; the test is skipped where it is absent."""
    return _shared("SURVEYOR_CASES", "cases")


@pytest.fixture(scope="session")
def bench_photos_dir() -> Path:
    """Folder of large real photos; the test is skipped where it is absent."""
    return _shared("SURVEYOR_BENCH_PHOTOS", "bench_photos")


@pytest.fixture(scope="session")
def domain_reference() -> Path:
    """The reference of the trade that our rules follow; the test is skipped where it is absent."""
    return _shared("SURVEYOR_DOMAIN", "domain.md")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server of this test process; skipped where none is installed, but never in CI."""
    binaries = find_binaries()
    if binaries is None:
        reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with running_server(binaries) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """SQLAlchemy URL of an empty PostgreSQL database that is dropped after the test."""
    with postgres_server.fresh_database() as url:
        yield url

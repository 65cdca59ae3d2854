"""Bags as the program makes them, made once, and copies of them to be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.media.worker import MediaWorkers
from tests.operations.cases.forged.forgery import Bags, Forgery, Make
from tests.operations.cases.forged.telling import told


@pytest.fixture(scope="session")
def bags(tmp_path_factory: pytest.TempPathFactory, workers: MediaWorkers) -> Bags:
    """Bags as the program makes them."""
    return told(tmp_path_factory.mktemp("bags"), workers)


@pytest.fixture
def forge(bags: Bags, tmp_path: Path) -> Make:
    """Makes a copy of a bag by its kind."""
    return lambda kind: Forgery(bags, tmp_path, kind)

"""The papers, made once."""

from __future__ import annotations

import pytest

from tests.operations.cases.papers.world import Papers, told_papers


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Papers as the program hands them out."""
    return told_papers(tmp_path_factory.mktemp("papers"))

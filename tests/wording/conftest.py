"""Resources that a test may spoil or add to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wording.third_language import copied_resources, resources_with_japanese


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the resources."""
    return copied_resources(tmp_path / "resources")


@pytest.fixture
def with_japanese(tmp_path: Path) -> Path:
    """A copy of the resources in which there is a third language."""
    return resources_with_japanese(tmp_path / "resources")

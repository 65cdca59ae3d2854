"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def _shared_folder(variable: str, name: str) -> Path:
    folder = Path(os.environ.get(variable, REPOSITORY.parent / "shared" / name))
    if not folder.is_dir():
        pytest.skip(f"{name} is not on this machine (set {variable})")
    return folder


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """Folder of real and hostile files with its manifest.tsv; the test is skipped where it is absent."""
    return _shared_folder("SURVEYOR_CORPUS", "corpus")


@pytest.fixture(scope="session")
def bench_photos_dir() -> Path:
    """Folder of large real photos; the test is skipped where it is absent."""
    return _shared_folder("SURVEYOR_BENCH_PHOTOS", "bench_photos")

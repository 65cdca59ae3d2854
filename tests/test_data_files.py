"""Resources and migrations are found in a checkout, a wheel and a packaged program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from surveyor_app import data_files
from surveyor_app.domain.errors import InstallationIncomplete
from tests.conftest import REPOSITORY


def test_checkout_uses_the_repository_itself() -> None:
    assert data_files.resources_dir() == REPOSITORY / "resources"
    assert data_files.migrations_dir() == REPOSITORY / "migrations"


def test_fonts_come_with_their_licence() -> None:
    fonts = data_files.resources_dir() / "fonts"
    assert {file.name for file in fonts.iterdir()} >= {"NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "OFL.txt"}


@pytest.mark.parametrize("inside", ["surveyor_app/_data", "."])
def test_packaged_program_uses_what_the_packer_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    folder = tmp_path / inside / "resources"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert data_files.resources_dir() == folder


def test_wheel_uses_the_folder_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "surveyor_app"
    (package / "_data" / "migrations").mkdir(parents=True)
    (tmp_path / "site-packages" / "migrations").mkdir()  # another distribution's folder must not win
    monkeypatch.setattr(data_files, "_PACKAGE", package)
    assert data_files.migrations_dir() == package / "_data" / "migrations"


def test_missing_data_names_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(InstallationIncomplete) as caught:
        data_files.migrations_dir()
    assert caught.value.code == "installation_incomplete"
    assert caught.value.data["path"] == str(tmp_path / "surveyor_app" / "_data" / "migrations")

"""A real profile and real encrypted cases, made once and copied for each test; real decoding workers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from tests.casefile.conftest import PASSPHRASE, make_profile
from tests.operations.real_cards import card_in
from tests.operations.worlds import REPORT_NO, fill, listed
from tests.report.keys import person


@pytest.fixture(scope="session")
def workers() -> Iterator[MediaWorkers]:
    """One decoding worker for all tests of the process."""
    with MediaWorkers(1) as pool:
        yield pool


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, workers: MediaWorkers) -> Path:
    """A profile with a case that was just opened on the spot, and one with a little of everything."""
    folder = tmp_path_factory.mktemp("made")
    with make_profile(folder / "profile")[0] as profile:
        new_case(profile, report_no=REPORT_NO, path=folder / "new.survey").close()
        with new_case(profile, report_no=REPORT_NO, path=folder / "filled.survey") as filled:
            fill(filled, folder / "photos", workers)
    return folder


@pytest.fixture
def profile(tmp_path: Path, made: Path) -> Iterator[Profile]:
    """A profile of this test."""
    shutil.copytree(made / "profile", tmp_path / "profile")
    with Profile.unlock(tmp_path / "profile", PASSPHRASE) as unlocked:
        yield unlocked


@pytest.fixture
def case(profile: Profile, tmp_path: Path, made: Path) -> Iterator[CaseFile]:
    """A case opened on the spot: a claim with a report number, a scene task, nothing else."""
    yield from _opened(profile, made / "new.survey", tmp_path / "new.survey")


@pytest.fixture
def filled(profile: Profile, tmp_path: Path, made: Path) -> Iterator[CaseFile]:
    """A case with three photos and a little of everything else."""
    yield from _opened(profile, made / "filled.survey", tmp_path / "filled.survey")


@pytest.fixture(scope="session")
def made_signed(tmp_path_factory: pytest.TempPathFactory, workers: MediaWorkers) -> Path:
    """A profile with a case whose second photo is withdrawn and whose report is signed."""
    folder = tmp_path_factory.mktemp("signed")
    with (
        make_profile(folder / "profile")[0] as profile,
        new_case(profile, report_no=REPORT_NO, path=folder / "signed.survey") as made,
    ):
        fill(made, folder / "photos", workers)
        records.withdraw(made, Evidence, [listed(made, Evidence)[1].id], "wrong car")
        sign_report(made, ReportOptions(despite="test"), person("张查勘").credential)
    return folder


@pytest.fixture
def signed(tmp_path: Path, made_signed: Path) -> Iterator[CaseFile]:
    """A case with a signed report, opened by a profile of its own."""
    shutil.copytree(made_signed / "profile", tmp_path / "signed-profile")
    with Profile.unlock(tmp_path / "signed-profile", PASSPHRASE) as profile:
        yield from _opened(profile, made_signed / "signed.survey", tmp_path / "signed.survey")


def _opened(profile: Profile, source: Path, target: Path) -> Iterator[CaseFile]:
    shutil.copy(source, target)
    with open_case(profile, target) as opened:
        yield opened


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """An empty card that is mounted."""
    with card_in(tmp_path / "media" / "EOS_DIGITAL") as folder:
        yield folder

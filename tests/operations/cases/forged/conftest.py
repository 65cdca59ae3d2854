"""Bags as the program makes them, made once, and copies of them to be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography import x509

from surveyor_app.central import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.report.signatures.credentials import PrivateKey
from tests.casefile.conftest import make_profile
from tests.operations.cases.forged.forger import AUTHORITY
from tests.operations.cases.forged.forgery import Bags, Forgery, Make
from tests.operations.cases.forged.telling import tell, tell_assigned, tell_restored
from tests.operations.worlds import photo


@pytest.fixture(scope="session")
def bags(tmp_path_factory: pytest.TempPathFactory, workers: MediaWorkers) -> Bags:
    """Bags as the program makes them."""
    folder = tmp_path_factory.mktemp("bags")
    centre = EmbeddedCentre(folder / "centre")
    centre.start()
    try:
        surveyor = _tell_all(centre, workers, folder)
    finally:
        centre.stop()
    root = folder / "root.pem"
    root.write_bytes((folder / "delivered" / AUTHORITY).read_bytes())
    return Bags(folder, root, surveyor)


def _tell_all(centre: EmbeddedCentre, workers: MediaWorkers, folder: Path) -> tuple[PrivateKey, x509.Certificate]:
    with make_profile(folder / "profile")[0] as profile:
        code = office.create_user(centre.centre, "zhang", "张查勘").code
        delivering.enrol(profile, centre.url, "zhang", code or "")
        with new_case(profile, report_no="RD-1", path=folder / "one.survey") as case:
            tell(case, profile, workers, folder)
        with new_case(profile, report_no="RD-2", path=folder / "other.survey") as case:
            evidence.import_bytes(case, "other.jpg", photo(7), workers)
            sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
            delivering.deliver_case(profile, case)
            export_bag(case, folder / "other")
        tell_assigned(centre, profile, workers, folder)
        tell_restored(profile, workers, folder)
        credential = surveyor_credential(profile)
    return credential.key, x509.load_der_x509_certificate(credential.certificate)


@pytest.fixture
def forge(bags: Bags, tmp_path: Path) -> Make:
    """Makes a copy of a bag by its kind."""
    return lambda kind: Forgery(bags, tmp_path, kind)

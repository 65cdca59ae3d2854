"""The cases whose bags are changed: as they go on, with the office in them, and put back from a backup."""

from __future__ import annotations

import shutil
from pathlib import Path

from cryptography import x509

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.operations.statements.closing import close
from surveyor_app.report.signatures.credentials import PrivateKey
from surveyor_app.report.signatures.tokens import TokenKey
from tests.casefile.conftest import make_profile
from tests.operations.cases.forged.forger import AUTHORITY
from tests.operations.cases.forged.forgery import Bags
from tests.operations.statement_world import sign_all, take_frozen
from tests.operations.worlds import listed, only, photo
from tests.report.keys import Issued


def told(folder: Path, workers: MediaWorkers) -> Bags:
    """Tell all cases, and leave their bags in a folder by their kinds."""
    centre = EmbeddedCentre(folder / "centre")
    centre.start()
    try:
        surveyor = _tell_all(centre, workers, folder)
        pair = centre.centre.authority.authority
    finally:
        centre.stop()
    root = folder / "root.pem"
    root.write_bytes((folder / "delivered" / AUTHORITY).read_bytes())
    return Bags(folder, root, surveyor, Issued(pair.private_key, pair.certificate))


def _tell_all(centre: EmbeddedCentre, workers: MediaWorkers, folder: Path) -> tuple[PrivateKey, x509.Certificate]:
    with make_profile(folder / "profile")[0] as profile:
        code = office.create_user(centre.centre, "zhang", "张查勘").code
        delivering.enrol(profile, centre.url, "zhang", code or "")
        with new_case(profile, report_no="RD-1", path=folder / "one.survey") as case:
            tell(case, profile, workers, folder)
        with new_case(profile, report_no="RD-2", path=folder / "other.survey") as case:
            tell_other(case, profile, workers, folder)
        tell_assigned(centre, profile, workers, folder)
        tell_restored(profile, workers, folder)
        credential = surveyor_credential(profile)
    assert not isinstance(credential.key, TokenKey)
    return credential.key, x509.load_der_x509_certificate(credential.certificate)


def tell_other(case: CaseFile, profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    """Another case: what is taken from there into a bag is as genuine as can be, and does not belong there."""
    evidence.import_bytes(case, "other.jpg", photo(7), workers)
    statement = take_frozen(case, 1).statement
    sign_all(case, statement)
    close(case, statement)
    sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
    delivering.deliver_case(profile, case)
    export_bag(case, folder / "other")


def tell(case: CaseFile, profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    for number in (1, 2, 3):
        evidence.import_bytes(case, f"IMG_{number}.jpg", photo(number), workers)
    shown = listed(case, Evidence)
    records.change(case, Evidence, shown[0].id, {"caption": "前保险杠"})
    records.withdraw(case, Evidence, [shown[1].id], "wrong car")
    statement = take_frozen(case, 1).statement
    sign_all(case, statement)
    close(case, statement)
    export_bag(case, folder / "bare")
    sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
    export_bag(case, folder / "reported")
    delivering.deliver_case(profile, case, until="partial")
    export_bag(case, folder / "partial")
    delivering.deliver_case(profile, case)
    export_bag(case, folder / "delivered")
    evidence.import_bytes(case, "later.jpg", photo(9), workers)
    export_bag(case, folder / "addendum")
    sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
    delivering.deliver_case(profile, case)
    export_bag(case, folder / "revised")


def tell_assigned(centre: EmbeddedCentre, profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    """A claim of the office: two devices write into one journal."""
    case_id = office.open_claim(centre.centre, "li", {"report_no": "RD-3", "insured_name": "李四"})
    office.assign(centre.centre, "li", case_id, "zhang")
    with delivering.fetch_case(profile, case_id, path=folder / "assigned.survey") as case:
        evidence.import_bytes(case, "a.jpg", photo(1), workers)
        records.change(case, Task, only(case, Task).id, {"survey_place": "人民路 12 号"})
        export_bag(case, folder / "begun")
        sign_report(case, ReportOptions(language="en", despite="test"), surveyor_credential(profile))
        delivering.deliver_case(profile, case)
        export_bag(case, folder / "assigned")


def tell_restored(profile: Profile, workers: MediaWorkers, folder: Path) -> None:
    """A backup that was put back: two histories of one device, and a new epoch."""
    path, backup = folder / "restored.survey", folder / "backup.survey"
    with new_case(profile, report_no="RD-4", path=path) as case:
        evidence.import_bytes(case, "a.jpg", photo(1), workers)
    shutil.copy(path, backup)
    with open_case(profile, path) as case:
        records.change(case, Claim, only(case, Claim).id, {"insured_name": "delivered"})
        delivering.deliver_case(profile, case)
    shutil.copy(backup, path)
    with open_case(profile, path) as case:
        records.change(case, Claim, only(case, Claim).id, {"insured_name": "restored"})
        delivering.deliver_case(profile, case)
        export_bag(case, folder / "restored")

"""Reports of whole cases that are judged: the signed one with its copy, the office copy, a draft on property, papers annexed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.documents.scans import link
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.operations.report.reporting import ReportOptions, draft_report, office_copy, sign_report
from surveyor_app.report.accessible.copies import accessible_copy
from tests.casefile.conftest import make_profile
from tests.judges.papers import ACCESSIBLE, HOSTILE, LANGUAGES, Paper
from tests.media.test_paged import pdf_of, tiff_of
from tests.operations.marked_case import mark_everything
from tests.operations.worlds import listed, only
from tests.report.keys import person


def case_papers(scratch: Path, *, few: bool = False) -> Iterator[Paper]:
    """Yield all, or those in both languages; ``scratch`` is an empty folder."""
    languages = ("both",) if few else LANGUAGES
    with make_profile(scratch / "profile")[0] as profile, MediaWorkers(1) as workers:
        with new_case(profile, report_no="R1", path=scratch / "motor.survey") as case:
            mark_everything(case)
            _add_papers(case, scratch, workers)
            for language in languages:
                yield Paper(f"office-{language}", office_copy(case, ReportOptions(language)), ACCESSIBLE)
            signed = sign_report(case, ReportOptions(languages[0], despite="judged"), person().credential).pdf
            yield Paper("report-marked", signed)
            yield Paper("report-marked-accessible", accessible_copy(signed), ACCESSIBLE)
        with new_case(profile, report_no="R2", path=scratch / "fire.survey") as case:
            records.change(case, Claim, only(case, Claim).id, {"loss_cause": "fire", "reported_course": HOSTILE})
            records.create(case, PropertyItem, {"name": HOSTILE[:60], "quantity": Decimal(3), "note": HOSTILE})
            _add_papers(case, scratch, workers)
            for language in languages:
                yield Paper(f"property-{language}", draft_report(case, ReportOptions(language)), ACCESSIBLE)
                yield Paper(f"property-office-{language}", office_copy(case, ReportOptions(language)), ACCESSIBLE)


def _add_papers(case: CaseFile, scratch: Path, workers: MediaWorkers) -> None:
    """Add a PDF of which not every page is printed, a TIFF of two pages, and a paper that cannot be shown."""
    files = {"long.pdf": pdf_of(22), "scan.tif": tiff_of(2), "cut.pdf": pdf_of(4)[:400]}
    for name, data in files.items():
        (scratch / name).write_bytes(data)
    import_files(case, [scratch / name for name in files], workers)
    known = {item.file_name: item.id for item in listed(case, Evidence)}
    link(case, "repair_invoice", None, [known["long.pdf"]])
    link(case, "weather_proof", None, [known["scan.tif"]])

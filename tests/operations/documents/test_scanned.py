"""Scans out of a scanner's folder belong to no paper until they are linked to one."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.documents.scans import link, unlinked
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import take_in
from surveyor_app.operations.intake.source_custody import SCANNER, WATCHED
from tests.operations.worlds import listed, photo


def test_only_what_a_scanner_wrote_and_no_paper_holds_is_offered_in_its_order(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    for number, name in enumerate(("scan-1.jpg", "scan-2.jpg", "watched.jpg"), start=1):
        (tmp_path / name).write_bytes(photo(number))
    take_in(case, [tmp_path / "scan-1.jpg", tmp_path / "scan-2.jpg"], workers, origin=SCANNER)
    take_in(case, [tmp_path / "watched.jpg"], workers, origin=WATCHED)
    assert [item.file_name for item in unlinked(case)] == ["scan-1.jpg", "scan-2.jpg"]
    first = unlinked(case)[0]
    made = link(case, "driver_licence", None, [first.id])
    assert [item.file_name for item in unlinked(case)] == ["scan-2.jpg"]
    records.withdraw(case, Document, [made.id], "错误")
    assert [item.file_name for item in unlinked(case)] == ["scan-1.jpg", "scan-2.jpg"]
    records.withdraw(case, Evidence, [first.id], "空白")
    assert [item.file_name for item in unlinked(case)] == ["scan-2.jpg"]
    assert len(listed(case, Evidence)) == 2

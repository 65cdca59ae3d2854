"""Papers of several pages in a case: imported with a preview, every page to be had; hostile ones are evidence all the same."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_files, preview
from surveyor_app.operations.intake.paper_pages import page_pictures
from tests.media.test_paged import long_tiff, pdf_of, tiff_of
from tests.operations.worlds import listed


def test_papers_are_taken_in_and_every_page_is_shown(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (tmp_path / "invoice.pdf").write_bytes(pdf_of(3))
    (tmp_path / "scan.tif").write_bytes(tiff_of(2))
    import_files(case, [tmp_path / "invoice.pdf", tmp_path / "scan.tif"], workers)
    pdf, tiff = listed(case, Evidence)
    assert (pdf.evidence_class, pdf.format, pdf.no_preview) == ("paper", "pdf", None)
    assert preview(case, pdf.sha256 or "")
    for item, pages in ((pdf, 3), (tiff, 2)):
        shown = list(page_pictures(case, workers, item.sha256 or "", 300))
        assert [page.pages for page in shown] == [pages] * pages
        assert all(page.jpeg for page in shown)


def test_hostile_papers_are_kept_as_they_are_with_the_reason(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    broken = {"cut.pdf": pdf_of(4)[:400], "none.pdf": b"%PDF-1.7\n%%EOF", "cut.tif": long_tiff(3000)[:60]}
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
    result = import_files(case, [tmp_path / name for name in broken], workers)
    assert {item.outcome for item in result.items} == {"stored_without_preview"}
    kept = listed(case, Evidence)
    assert [item.size_bytes for item in kept] == [len(data) for data in broken.values()]
    assert all(item.no_preview in {"unreadable", "truncated"} for item in kept)
    for item in kept:
        (shown,) = page_pictures(case, workers, item.sha256 or "")
        assert (shown.jpeg, shown.pages) == (None, 0)
        assert shown.problem is not None

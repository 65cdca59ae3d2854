"""Damaged pictures and raw files through the whole import: kept byte by byte, shown, and told as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.previews import PreviewKind, load_preview
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.evidence import import_files
from tests.media.made_files import encoded, quadrants
from tests.media.made_raws import jpeg, tiff_raw
from tests.operations.worlds import only

WHOLE = encoded(quadrants(800, 600), "JPEG", quality=92)


@pytest.mark.parametrize("data", [WHOLE[:-2], WHOLE[:-300] + bytes(300), WHOLE[: len(WHOLE) // 2]])
def test_a_damaged_photo_is_kept_shown_and_called_damaged(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "IMG_1.jpg").write_bytes(data)
    (item,) = import_files(case, [tmp_path / "IMG_1.jpg"], workers).items
    assert (item.outcome, item.reason, item.is_new) == ("stored_damaged", "truncated", True)
    kept = only(case, Evidence)
    assert (kept.no_preview, kept.may_be_shown) == (Evidence.DAMAGED, True)
    assert b"".join(evidence.original(case, kept.sha256 or "")) == data
    assert load_preview(case, kept.sha256 or "", PreviewKind.PREVIEW)


def test_a_raw_file_is_a_photo_with_a_preview(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (tmp_path / "DSC_1.NEF").write_bytes(tiff_raw("NIKON CORPORATION", jpeg(1200, 800), (1200, 800)))
    (item,) = import_files(case, [tmp_path / "DSC_1.NEF"], workers).items
    assert item.outcome == "stored"
    kept = only(case, Evidence)
    assert (kept.format, kept.width_px, kept.height_px, kept.make) == ("nef", 1200, 800, "NIKON CORPORATION")
    assert load_preview(case, kept.sha256 or "", PreviewKind.PREVIEW)

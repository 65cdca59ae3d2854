"""Makes and signs the report of a case: ``report_job FOLDER``; with ``--export DIR`` it only writes down what it says.

The export (``data.json`` and the pictures by name) is what the baseline lays out.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.previews import PreviewKind, load_previews
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from surveyor_app.report.printed_texts import plain_tree
from surveyor_app.threads import share_fairly
from surveyor_app.wording.report_languages import report_languages
from tests.bench.cases import opened_case
from tests.bench.processes import children_peak, peak_bytes
from tests.report.keys import person


def main() -> None:
    """Sign, or export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--export", type=Path)
    arguments = parser.parse_args()
    # As window and command line do.
    share_fairly()
    with opened_case(arguments.folder) as case:
        if arguments.export is not None:
            _export(case, arguments.export)
        else:
            _sign(case)


def _sign(case: CaseFile) -> None:
    credential = person().credential
    with children_peak() as layout:
        started = time.monotonic()
        issued = sign_report(case, ReportOptions(despite="test"), credential)
        seconds = time.monotonic() - started
    result = {"seconds": seconds, "layout_peak_bytes": layout.bytes, "peak_bytes": peak_bytes()}
    print(json.dumps(result | {"pdf_bytes": len(issued.pdf)}))


def _export(case: CaseFile, folder: Path) -> None:
    options = ReportOptions(despite="test")
    data = assemble(case, options.language, options.photos_per_page, case.author.clock().at, draft=True).data
    pictures = load_previews(case, [photo.sha256 for photo in data.photos], PreviewKind.PREVIEW)
    for photo in data.photos:
        (folder / (photo.picture_name or "")).write_bytes(pictures[photo.sha256])
    content = plain_tree(data, report_languages(data.language)) | {"issued_at": data.issued}
    (folder / "data.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    sizes = [len(picture) for picture in pictures.values()]
    print(json.dumps({"photos": len(sizes), "mean_bytes": sum(sizes) / len(sizes)}))


if __name__ == "__main__":
    main()

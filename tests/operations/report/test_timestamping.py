"""A report with the time confirmed where an authority is reachable, and without where it is not: never unsigned for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.reports import Signature
from surveyor_app.operations.cases.verifying import verify_pdf_bytes
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, unchanged_report
from surveyor_app.operations.report.timestamping import timestamp_authority
from surveyor_app.settings import TimestampSettings
from tests.operations.worlds import only
from tests.report.keys import authority, person
from tests.report.signatures.time_authority import TimeAuthority, make_time_authority, serving

OPTIONS = ReportOptions(despite="test", language="en")


@pytest.fixture(scope="module")
def time(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    made = make_time_authority(tmp_path_factory.mktemp("time") / "tsa")
    (made.folder / "vouches.pem").write_bytes(made.root.pem)
    return made


def test_a_reachable_authority_confirms_when_a_report_was_signed(filled: CaseFile, time: TimeAuthority) -> None:
    credential = person("张查勘").credential
    with time.serve() as url:
        chosen = TimestampSettings(url, time.folder / "vouches.pem")
        issued = sign_report(filled, OPTIONS, credential, timestamps=timestamp_authority(chosen))
    assert issued.is_timestamped
    assert issued.timestamp_problem is None
    assert only(filled, Signature).method == "pades_b_t"
    codes = {finding.code for finding in verify_pdf_bytes(issued.pdf, [authority().der], [time.root.der])}
    assert "timestamp_valid" in codes
    again = unchanged_report(filled, OPTIONS, credential)
    assert again is not None
    assert again.is_timestamped


def test_an_unreachable_authority_keeps_no_report_from_being_signed(filled: CaseFile, tmp_path: Path) -> None:
    with serving(lambda _query: (503, b"")) as url:
        chosen = timestamp_authority(TimestampSettings(url))
        issued = sign_report(filled, OPTIONS, person("张查勘").credential, timestamps=chosen)
    assert not issued.is_timestamped
    assert issued.timestamp_problem is not None
    assert issued.timestamp_problem.data == {"server": url, "reason": "HTTP 503"}
    assert only(filled, Signature).method == "pades_b_b"
    codes = {finding.code for finding in verify_pdf_bytes(issued.pdf, [authority().der])}
    assert "signer_trusted" in codes
    assert not {code for code in codes if code.startswith("timestamp")}


def test_who_vouches_for_the_authority_is_not_there(filled: CaseFile, time: TimeAuthority, tmp_path: Path) -> None:
    missing = tmp_path / "gone.pem"
    with time.serve() as url:
        chosen = timestamp_authority(TimestampSettings(url, missing))
        issued = sign_report(filled, OPTIONS, person("张查勘").credential, timestamps=chosen)
    assert issued.timestamp_problem is not None
    assert issued.timestamp_problem.data == {"server": str(missing), "reason": "no certificate in the file"}


def test_without_a_choice_nobody_is_asked() -> None:
    assert timestamp_authority(None) is None
    assert timestamp_authority(TimestampSettings("")) is None

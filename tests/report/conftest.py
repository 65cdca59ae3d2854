"""Reports laid out once and signed once for all tests of the package."""

from __future__ import annotations

import pytest

from surveyor_app.report.fields import prepare_fields
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from tests.report.keys import person
from tests.report.samples import ISSUED_AT, sample


@pytest.fixture(scope="session")
def files() -> ReportFiles:
    """Templates and fonts of the checkout."""
    return ReportFiles.installed()


@pytest.fixture(scope="session")
def unsigned(files: ReportFiles) -> bytes:
    """A report of twelve photos in both languages, fields prepared."""
    return prepare_fields(lay_out(*sample(12), files))


@pytest.fixture(scope="session")
def signed(unsigned: bytes, files: ReportFiles) -> bytes:
    """The same, signed by the surveyor."""
    credential = person().credential
    return sign(unsigned, credential, at=ISSUED_AT, reason="出具查勘报告 Issue", location="上海 Shanghai", files=files)

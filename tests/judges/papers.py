"""The papers that are judged: reports and drafts of none, one and many photos, and signed statements, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.statements.closing import close, statement_pdf
from surveyor_app.report.data import ReportLanguage
from surveyor_app.report.fields import FIELD_NAMES, prepare_fields
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from tests.casefile.conftest import make_profile
from tests.operations.statement_world import sign_all, take_frozen
from tests.report.keys import person
from tests.report.samples import ISSUED_AT, sample

LANGUAGES: tuple[ReportLanguage, ...] = ("zh_CN", "en", "both")
PHOTOS = (0, 1, 37)
STATEMENT_LANGUAGES = ("zh_CN", "en")
QUESTIONS = (1, 37)


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF as it is handed out; ``name`` says what it is, and is its file name without the suffix."""

    name: str
    pdf: bytes


def papers(scratch: Path) -> Iterator[Paper]:
    """Yield all papers, made by the code that makes them for a surveyor; ``scratch`` is an empty folder."""
    files = ReportFiles.installed()
    for language in LANGUAGES:
        for count in PHOTOS:
            yield Paper(f"draft-{language}-{count}", lay_out(*sample(count, language=language, draft=True), files))
            yield Paper(f"report-{language}-{count}", _signed(files, language, count, FIELD_NAMES[:1]))
    yield Paper("report-both-1-three-signers", _signed(files, "both", 1, FIELD_NAMES[:3]))
    yield from _statements(scratch)


def _signed(files: ReportFiles, language: ReportLanguage, photos: int, fields: tuple[str, ...]) -> bytes:
    pdf = prepare_fields(lay_out(*sample(photos, language=language), files))
    for field in fields:
        pdf = sign(
            pdf,
            person().credential,
            at=ISSUED_AT,
            reason="出具查勘报告 Issue",
            location="上海 Shanghai",
            field=field,
            files=files,
            language=language,
        )
    return pdf


def _statements(scratch: Path) -> Iterator[Paper]:
    with make_profile(scratch / "profile")[0] as profile, new_case(profile, path=scratch / "case.survey") as case:
        for language in STATEMENT_LANGUAGES:
            for questions in QUESTIONS:
                statement = take_frozen(case, questions, language).statement
                yield Paper(f"statement-draft-{language}-{questions}", statement_pdf(case, statement))
                sign_all(case, statement)
                close(case, statement)
                yield Paper(f"statement-{language}-{questions}", statement_pdf(case, statement))

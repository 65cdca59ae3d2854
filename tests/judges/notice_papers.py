"""One-time notices that are judged: in each language, short and of two pages, as drafts, and their proofs of delivery."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.documents.documents import REQUESTED, Document
from surveyor_app.domain.statements.strokes import Drawing, Point
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.documents.delivering import hand_over, refuse
from surveyor_app.operations.documents.notice_texts import draft_notice
from surveyor_app.operations.documents.notices import draft_pdf, issue, notice_papers, notice_pdf
from surveyor_app.operations.editing import records
from surveyor_app.report.notices.drafting import NoticeOptions
from tests.casefile.conftest import make_profile
from tests.judges.papers import ACCESSIBLE, HOSTILE, LANGUAGES, Paper

MANY = 24
SIGNATURE = Drawing(2000, 800, ((Point(100, 100, 500, 0), Point(900, 600, 700, 120)),))


def notices(scratch: Path) -> Iterator[Paper]:
    """Yield all; ``scratch`` is an empty folder."""
    with make_profile(scratch / "profile")[0] as profile, new_case(profile, path=scratch / "case.survey") as case:
        ask(case, "索赔申请书")
        for language in LANGUAGES:
            yield from _notice(case, language, f"notice-{language}-1")
        for place in range(MANY):
            ask(case, f"{HOSTILE[:30]} {place}")
        for language in LANGUAGES:
            yield from _notice(case, language, f"notice-{language}-{MANY}")


def ask(case: CaseFile, title: str) -> None:
    """Ask for a paper of some name."""
    records.create(case, Document, {"title": title[:100], "state": REQUESTED})


def _notice(case: CaseFile, language: str, name: str) -> Iterator[Paper]:
    draft = draft_notice(case, NoticeOptions(addressee=HOSTILE[:150], language=language))
    yield Paper(f"{name}-draft", draft_pdf(draft), ACCESSIBLE)
    notice = issue(case, draft, "judged").id
    yield Paper(name, notice_pdf(case, notice), ACCESSIBLE)
    if language == LANGUAGES[0]:
        refuse(case, notice, HOSTILE[:100])
    else:
        hand_over(case, notice, SIGNATURE, "王某")
    receipt = notice_papers(case, notice)[1].sha256 or ""
    yield Paper(f"{name}-receipt", b"".join(read_blob(case, receipt)), ACCESSIBLE)

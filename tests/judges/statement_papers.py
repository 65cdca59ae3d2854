"""Statements that are judged: 30 of them, in both languages a statement is written in, short and long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.statements.closing import close, statement_pdf
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages, page_picture
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.operations.statements.sealed_copies import handed_out
from surveyor_app.operations.statements.signing import give_print, needs, refuse
from tests.casefile.conftest import make_profile
from tests.judges.papers import Paper
from tests.operations.statement_world import sign_all, take

LANGUAGES = ("zh_CN", "en")
QUESTIONS = (1, 7, 37)
KINDS = ("signed", "interpreter", "corrected", "fingerprint", "refused")


def statement_papers(scratch: Path) -> Iterator[Paper]:
    """Yield all statements; each long one is there as a draft as well. ``scratch`` is an empty folder."""
    with make_profile(scratch / "profile")[0] as profile, new_case(profile, path=scratch / "case.survey") as case:
        for kind, language, questions in product(KINDS, LANGUAGES, QUESTIONS):
            yield from _statement(case, kind, language, questions)


def one_statement(scratch: Path) -> Iterator[Paper]:
    """Yield one that is corrected, signed and closed."""
    with make_profile(scratch / "profile")[0] as profile, new_case(profile, path=scratch / "case.survey") as case:
        yield from _statement(case, "corrected", "zh_CN", 1)


def _statement(case: CaseFile, kind: str, language: str, questions: int) -> Iterator[Paper]:
    name = f"statement-{language}-{questions}-{kind}"
    taken = take(case, questions, language, interpreter=kind == "interpreter")
    begin_reading(case, taken.statement, "self_read")
    if kind == "corrected":
        correct(case, taken.answers[0], "answer", "大概十五米远，第1次。", "记错了")
    freeze_pages(case, taken.statement)
    if questions == max(QUESTIONS):
        yield Paper(f"{name}-draft", statement_pdf(case, taken.statement))
    if kind == "refused":
        refuse(case, taken.statement, "不想签")
    if kind == "fingerprint":
        contents = load_contents(case, taken.statement)
        page = next(need for need in needs(contents) if need.purpose == "page")
        give_print(case, taken.statement, page, page_picture(case, contents.pages[0]))
    sign_all(case, taken.statement)
    close(case, taken.statement)
    yield Paper(name, statement_pdf(case, taken.statement))
    yield Paper(f"{name}-copy", handed_out(case, taken.statement))

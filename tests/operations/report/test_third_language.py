"""Papers in a language that somebody adds: each word is of the case, or of a file of that language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.domain.party_copy import masked
from surveyor_app.domain.statements.statements import Correction
from surveyor_app.domain.statements.text_changes import pieces
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.operations.statements.closing import statement_pdf
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.signing import draw_stamp
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.languages import find_language, languages
from surveyor_app.wording.paper_texts import paper_text
from tests.operations.full_case import add_statement, fill_everything
from tests.operations.worlds import listed
from tests.report.keys import person
from tests.report.test_layout import plain, text_of
from tests.wording.pseudo_messages import BEGIN, END
from tests.wording.third_language import MARKED, run_as, unmarked

SAID_BY_NOBODY = re.compile(r"SHA-256|UTC[+-]\d\d:\d\d|\d(?:B|kB|MB)\b|[0-9a-f]{16,}|local-[0-9a-f]{8}")
"""What is the same in every language: the name of an algorithm, zones, units of size, hashes, a number of our own."""

SECTIONS = (
    *("claim", "visit", "people", "vehicles", "texts", "witnesses", "statements", "damage", "photos", "evidence"),
    *("integrity", "signatures", "no_picture", "field_SURVEYOR", "total", "question", "answer"),
)
_LETTER = re.compile(r"[^\W\d_]")


@pytest.fixture
def everything(case: CaseFile, tmp_path: Path, workers: MediaWorkers) -> CaseFile:
    """A case with something in every part of the papers."""
    fill_everything(case, tmp_path / "photos", workers)
    return case


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, marked_program: Path) -> None:
    """The program with a language whose every text is marked."""
    run_as(monkeypatch, marked_program)


def typed_in(case: CaseFile) -> set[str]:
    """Return all that people or cameras wrote in a case, and names as they call themselves, without white space."""
    found = {case.profile.display_name, *(language.name for language in languages(resources_dir()))}
    for record_class in KINDS.values():
        for record in listed(case, record_class):
            found |= {form for text in texts_of(record) for form in (text, masked(text))}
    for item in listed(case, Correction):
        # Old and new words stand side by side, what both share once.
        found.add("".join(piece.text for piece in pieces(item.old or "", item.new or "")))
    return {plain(text) for text in found if _LETTER.search(text)}


def texts_of(record: Record) -> Iterator[str]:
    """Yield what stands in the fields of a record that hold free text."""
    for spec in SPECS[record.KIND]:
        value = getattr(record, spec.name)
        if isinstance(value, str) and spec.type is FieldType.TEXT:
            yield value
        elif isinstance(value, tuple) and spec.enumeration is None:
            yield from map(str, value)


def of_the_code(pdf: bytes, typed: set[str]) -> Iterator[str]:
    """Yield what a paper says that neither the language nor anybody of the case said, with what stands around it."""
    for stretch in unmarked(text_of(pdf, "-raw")):
        left = SAID_BY_NOBODY.sub(" ", plain(stretch))
        for text in sorted(typed, key=len, reverse=True):
            left = left.replace(text, " ")
        if _LETTER.search(left):
            yield f"{left.strip()} in {stretch.strip()}"


@pytest.mark.usefixtures("marked")
def test_each_word_of_the_report_comes_from_the_language_or_the_case(everything: CaseFile) -> None:
    typed = typed_in(everything)
    draft = draft_report(everything, ReportOptions(language=MARKED))
    assert list(of_the_code(draft, typed)) == []
    to_sign = assemble(everything, MARKED, 4, datetime(2026, 11, 20, 8, 0, tzinfo=UTC), draft=False)
    pdf = lay_out(to_sign.data, {}, to_sign.manifest, ReportFiles.installed())
    assert list(of_the_code(pdf, typed)) == []
    missing = [
        name for name in SECTIONS if plain(paper_text(name).in_(find_language(MARKED))) not in plain(text_of(pdf))
    ]
    assert missing == [], "the case has something for every section"


@pytest.mark.usefixtures("marked")
def test_each_word_of_a_statement_comes_from_the_language_or_the_case(everything: CaseFile) -> None:
    statement = add_statement(everything, MARKED)
    pdf = statement_pdf(everything, statement)
    assert list(of_the_code(pdf, typed_in(everything))) == []


@pytest.mark.usefixtures("marked")
def test_a_third_language_stands_beside_another(everything: CaseFile) -> None:
    text = plain(text_of(draft_report(everything, ReportOptions(language=f"zh_CN+{MARKED}"))))
    assert f"证据清单{BEGIN}Evidencelist{END}" in text
    assert "第1页共" in text
    assert f"{BEGIN}Page{END}1{BEGIN}of{END}" in text


@pytest.mark.usefixtures("marked")
def test_each_word_of_a_signature_comes_from_the_language_or_the_signer() -> None:
    credential = person("张查勘").credential
    at = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    stamp = draw_stamp(credential, at=at, reason="R20261120", location="上海", language=MARKED)
    typed = {plain(text) for text in (credential.name, credential.subject, "R20261120", "上海")}
    assert list(of_the_code(stamp, typed)) == []
    assert f"{BEGIN}Location{END}" in text_of(stamp)

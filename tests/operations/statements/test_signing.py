"""A statement is read, corrected, signed page by page and closed; what was signed never changes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled, InputError
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.statements.errors import StatementIncomplete, StatementPagesChanged, StatementSigned
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.closing import begin_supplement, close, statement_pdf
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.copies import note_copy, write_copy
from surveyor_app.operations.statements.pages import freeze_pages, lay_out, page_picture
from surveyor_app.operations.statements.reading import back_to_draft, begin_reading, correct
from surveyor_app.operations.statements.sealed_copies import handed_out
from surveyor_app.operations.statements.signing import give, give_print, needs, refuse
from surveyor_app.records import reading
from tests.operations.statement_world import Taken, drawing, read_drawing, sign_all, take, take_frozen


@pytest.fixture
def taken(case: CaseFile) -> Taken:
    """A statement that is being read."""
    found = take(case)
    begin_reading(case, found.statement, "self_read")
    return found


def _statement(case: CaseFile, taken: Taken) -> Statement:
    return load_contents(case, taken.statement).statement


def test_a_statement_is_signed_page_by_page_and_closed(case: CaseFile, profile: Profile, taken: Taken) -> None:
    correct(case, taken.answers[0], "answer", "大概十五米远，第1次。", "记错了")
    freeze_pages(case, taken.statement)
    given = sign_all(case, taken.statement)
    assert [need.purpose for need in given] == ["notice", "correction", "page", "closing", "page", "page"]
    assert [need.signer.role for need in given] == ["subject"] * 4 + ["questioner"] * 2
    close(case, taken.statement)
    contents = load_contents(case, taken.statement)
    assert (contents.statement.status, contents.statement.sealed, contents.statement.pages) == ("closed", True, 1)
    assert all(part.sealed for part in (*contents.answers, *contents.corrections, *contents.pages, *contents.inks))
    pdf = statement_pdf(case, taken.statement)
    assert hashlib.sha256(pdf).hexdigest() == contents.statement.sha256
    path = case.path
    case.close()
    assert verify_case(profile, path) == []


def test_nothing_is_closed_while_a_signature_is_missing(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement, but="closing")
    with pytest.raises(StatementIncomplete):
        close(case, taken.statement)
    assert _statement(case, taken).status == "signing"


@pytest.mark.parametrize(
    ("field", "missing"), [("subject_uid", "subject"), ("notice_sha256", "notice"), ("review_mode", "reading")]
)
def test_pages_are_not_frozen_while_something_is_missing(
    case: CaseFile, taken: Taken, field: str, missing: str
) -> None:
    records.change(case, Statement, taken.statement, {field: None})
    with pytest.raises(StatementIncomplete) as caught:
        freeze_pages(case, taken.statement)
    assert caught.value.data["missing"] == missing
    assert load_contents(case, taken.statement).pages == ()


def test_a_correction_on_a_later_page_voids_that_page_and_later_ones_only(case: CaseFile) -> None:
    taken = take_frozen(case, questions=60)
    sign_all(case, taken.statement)
    before = load_contents(case, taken.statement)
    touched = next(
        no for no, page in enumerate(lay_out(case, taken.statement)) if taken.answers[-1] in page.content.decode()
    )
    assert touched >= 2
    correct(case, taken.answers[-1], "answer", "大概九米远，第60次。")
    freeze_pages(case, taken.statement)
    after = load_contents(case, taken.statement)
    assert [page.id for page in after.pages[:touched]] == [page.id for page in before.pages[:touched]]
    assert not {page.id for page in after.pages[touched:]} & {page.id for page in before.pages}
    open_needs = {(need.purpose, need.page_no) for need in needs(after) if not need.is_given}
    changed = {("page", page.no) for page in after.pages[touched:]}
    assert open_needs == {("correction", None), ("closing", None), *changed}


def test_freezing_again_without_a_change_writes_nothing_and_keeps_every_signature(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    before = load_contents(case, taken.statement)
    assert not freeze_pages(case, taken.statement).touched
    assert load_contents(case, taken.statement) == before


def test_a_changed_person_must_be_laid_out_and_signed_again(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    records.change(case, Person, taken.subject, {"phone": "13811111111"})
    with pytest.raises(StatementPagesChanged):
        close(case, taken.statement)


def test_a_signature_for_a_page_that_was_laid_out_anew_is_refused(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    old = next(need for need in needs(load_contents(case, taken.statement)) if need.purpose == "page")
    correct(case, taken.answers[0], "answer", "不记得了。")
    freeze_pages(case, taken.statement)
    with pytest.raises(InputError):
        give(case, taken.statement, old, drawing(), "pen")


def test_an_empty_pad_is_no_signature(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    first = needs(load_contents(case, taken.statement))[0]
    with pytest.raises(InputError):
        give(case, taken.statement, first, Drawing(100, 100, ()), "pen")


def test_strokes_come_back_as_they_were_written(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    first = needs(load_contents(case, taken.statement))[0]
    give(case, taken.statement, first, drawing(7), "pen")
    (ink,) = load_contents(case, taken.statement).inks
    assert ink.sha256 is not None
    assert read_drawing(case, ink.sha256) == drawing(7)
    assert (ink.bound_sha256, ink.pointer) == (first.bound_sha256, "pen")


def test_the_old_words_stay_and_the_answer_record_is_untouched(case: CaseFile, taken: Taken) -> None:
    correct(case, taken.answers[1], "answer", "大概二十米远，第2次。")
    correct(case, taken.answers[1], "answer", "大概三十米远，第2次。")
    contents = load_contents(case, taken.statement)
    assert [(item.old, item.new) for item in contents.corrections] == [
        ("大概十米远，第2次。", "大概二十米远，第2次。"),
        ("大概二十米远，第2次。", "大概三十米远，第2次。"),
    ]
    assert contents.answers[1].answer == "大概十米远，第2次。"


def test_a_correction_that_changes_nothing_is_refused(case: CaseFile, taken: Taken) -> None:
    with pytest.raises(InputError):
        correct(case, taken.answers[0], "answer", "大概十米远，第1次。")


def test_asking_goes_on_only_while_nothing_was_corrected_or_signed(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    back_to_draft(case, taken.statement)
    assert (_statement(case, taken).status, load_contents(case, taken.statement).pages) == ("draft", ())
    begin_reading(case, taken.statement, "self_read")
    correct(case, taken.answers[0], "answer", "不记得了。")
    with pytest.raises(InputError):
        back_to_draft(case, taken.statement)


def test_a_refusal_is_signed_by_staff_and_witness_and_closed_as_refused(case: CaseFile, taken: Taken) -> None:
    witness = records.create(case, Person, {"name": "赵邻居"}).id
    freeze_pages(case, taken.statement)
    refuse(case, taken.statement, "不想签", witness)
    asked = needs(load_contents(case, taken.statement))
    assert [need.signer.role for need in asked] == ["witness", "questioner", "questioner"]
    sign_all(case, taken.statement)
    close(case, taken.statement)
    statement = _statement(case, taken)
    assert (statement.status, statement.refusal_reason, statement.sealed) == ("refused", "不想签", True)


def test_who_refuses_must_be_asked_why(case: CaseFile, taken: Taken) -> None:
    with pytest.raises(InputError):
        refuse(case, taken.statement, "  ")


def test_an_interpreter_signs_at_the_end(case: CaseFile) -> None:
    taken = take(case, interpreter=True)
    begin_reading(case, taken.statement, "read_aloud_by", "张查勘")
    freeze_pages(case, taken.statement)
    asked = [(need.signer.role, need.page_no) for need in needs(load_contents(case, taken.statement))]
    assert ("interpreter", 1) in asked


def test_a_fingerprint_stands_in_for_a_signature_on_a_page(case: CaseFile, taken: Taken, tmp_path: Path) -> None:
    freeze_pages(case, taken.statement)
    contents = load_contents(case, taken.statement)
    page = next(need for need in needs(contents) if need.purpose == "page")
    give_print(case, taken.statement, page, page_picture(case, contents.pages[0]))
    found = next(need for need in needs(load_contents(case, taken.statement)) if need.purpose == "page")
    assert found.is_given
    assert found.ink_id is None


def test_a_closed_statement_takes_a_supplement_with_the_same_people(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    with pytest.raises(StatementIncomplete):
        begin_supplement(case, taken.statement)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    with pytest.raises(StatementSigned):
        records.change(case, Answer, taken.answers[0], {"answer": "别的"})
    new = load_contents(case, begin_supplement(case, taken.statement).id)
    assert (new.statement.supplement_of, new.statement.status, new.statement.seq_no) == (taken.statement, "draft", 2)
    assert [item.role for item in new.participants] == ["subject", "questioner", "questioner"]


def test_a_copy_is_handed_out_and_noted_after_the_seal(case: CaseFile, taken: Taken, tmp_path: Path) -> None:
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    write_copy(case, taken.statement, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == handed_out(case, taken.statement)
    assert _statement(case, taken).copy_given == "pdf"
    note_copy(case, taken.statement, "paper")
    assert _statement(case, taken).copy_given == "paper"
    assert _statement(case, taken).place == "张江路 100 号"


def test_the_signed_paper_holds_the_text_of_its_pages_and_the_draft_does_not_lie(case: CaseFile, taken: Taken) -> None:
    shown = lay_out(case, taken.statement)
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    contents = load_contents(case, taken.statement)
    assert [page.bound_sha256 for page in contents.pages] == [page.bound_sha256 for page in shown]
    assert contents.pages[0].sha256 is not None
    assert b"".join(read_blob(case, contents.pages[0].sha256)) == shown[0].png
    (tmp := case.path.parent / "s.pdf").write_bytes(statement_pdf(case, taken.statement))
    with pikepdf.open(tmp) as pdf:
        attached = pdf.attachments["statement-pages.json"].get_file().read_bytes()
    assert attached == b"[" + b",".join(page.content for page in shown) + b"]"


def test_a_line_that_was_never_asked_anything_is_not_printed(case: CaseFile, taken: Taken) -> None:
    records.create(case, Answer, {"statement_uid": taken.statement})
    assert [answer.id for answer in load_contents(case, taken.statement).asked] == list(taken.answers)


def test_a_refusal_that_cannot_be_laid_out_is_not_noted(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    before = load_contents(case, taken.statement)

    def cancel(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        refuse(case, taken.statement, "不想签", None, cancel)
    assert load_contents(case, taken.statement) == before


def test_a_refusal_is_one_operation_with_its_pages(case: CaseFile, taken: Taken) -> None:
    freeze_pages(case, taken.statement)
    with case.read() as session:
        before = len(reading.history(session, case.case_id))
    refuse(case, taken.statement, "不想签")
    with case.read() as session:
        lines = reading.history(session, case.case_id)[before:]
    assert len({line.op for line in lines}) == 1
    assert {line.id for line in lines} >= {taken.statement}

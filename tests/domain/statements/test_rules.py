"""The rules of statements, each broken by the smallest statement that breaks it, and then kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.rules import STATEMENT_RULES, Doubt, StatementsTaken, is_minor
from surveyor_app.domain.statements.statements import Answer, Participant, Statement, StatementPage


def at(hour: int, minute: int = 0) -> Instant:
    return Instant(datetime(2026, 11, 20, hour, minute, tzinfo=UTC), 480)


CHILD = Person(id=new_record_id(), name="小明", birth=date(2010, 5, 6))
STATEMENT = Statement(
    id=new_record_id(), started_at=at(8), ended_at=at(9), language="zh_CN", notice_read_at=at(8), sealed=True
)


def someone(
    role: str,
    name: str | None = None,
    statement: Statement = STATEMENT,
    person_uid: str | None = None,
    credential_shown: str | None = None,
) -> Participant:
    return Participant(
        id=new_record_id(),
        statement_uid=statement.id,
        role=role,
        name=name,
        person_uid=person_uid,
        credential_shown=credential_shown,
    )


def question(asked_at: Instant | None, media_uid: str | None = None) -> Answer:
    return Answer(id=new_record_id(), statement_uid=STATEMENT.id, asked_at=asked_at, media_uid=media_uid)


STAFF = [
    someone("questioner", "张查勘", credential_shown="查勘证 0012"),
    someone("questioner", "王协办", credential_shown="查勘证 0034"),
]
PAPERS = {"zh_CN": "zh_CN", "en": "en"}
TAKEN = StatementsTaken([STATEMENT], STAFF, [question(at(8, 5))], [CHILD], paper_languages=PAPERS)


def doubts(rule: str, taken: StatementsTaken) -> list[Doubt]:
    return list(STATEMENT_RULES[rule](taken))


@pytest.mark.parametrize("rule", STATEMENT_RULES)
def test_a_statement_in_order_raises_no_doubt(rule: str) -> None:
    assert doubts(rule, TAKEN) == []


def test_fewer_than_two_questioners_are_found_and_one_named_twice_counts_once() -> None:
    assert doubts("one_questioner", replace(TAKEN, participants=STAFF[:1]))
    assert doubts("one_questioner", replace(TAKEN, participants=[STAFF[0], STAFF[0]]))


def test_staff_of_an_older_version_count_until_there_are_participants() -> None:
    old = replace(STATEMENT, questioner_1="张查勘", questioner_2="王协办")
    assert doubts("one_questioner", replace(TAKEN, statements=[old], participants=[])) == []
    assert doubts("one_questioner", replace(TAKEN, statements=[old], participants=STAFF[:1]))


def test_credentials_that_are_not_noted_are_found_by_name() -> None:
    bare = someone("questioner", "王协办")
    found = doubts("credentials_not_noted", replace(TAKEN, participants=[STAFF[0], bare]))
    assert [doubt.data for doubt in found] == [{"n": "1", "name": "王协办"}]


def test_the_notice_comes_before_the_first_question() -> None:
    unread = replace(STATEMENT, notice_read_at=None)
    assert doubts("notice_late", replace(TAKEN, statements=[unread]))
    assert doubts("notice_late", replace(TAKEN, statements=[unread], answers=[])) == []
    late = replace(STATEMENT, notice_read_at=at(8, 6))
    assert doubts("notice_late", replace(TAKEN, statements=[late]))
    assert doubts("notice_late", replace(TAKEN, statements=[late], answers=[question(None)])) == []


def test_two_statements_of_one_questioner_do_not_overlap() -> None:
    other = Statement(id=new_record_id(), started_at=at(8, 30), ended_at=at(9, 30))
    both = replace(TAKEN, statements=[STATEMENT, other], participants=[*STAFF, someone("questioner", "张查勘", other)])
    (found,) = doubts("statements_overlap", both)
    assert (found.statement_id, dict(found.data)) == (other.id, {"a": "1", "b": "2", "name": "张查勘"})
    after = replace(other, started_at=at(9))
    assert doubts("statements_overlap", replace(both, statements=[STATEMENT, after])) == []
    elsewhere = replace(both, participants=[*STAFF, someone("questioner", "李另组", other)])
    assert doubts("statements_overlap", elsewhere) == []
    void = replace(other, status="void")
    assert doubts("statements_overlap", replace(both, statements=[STATEMENT, void])) == []


def test_a_statement_without_an_end_lasts_to_its_last_question() -> None:
    running = replace(STATEMENT, ended_at=None)
    other = Statement(id=new_record_id(), started_at=at(8, 3), ended_at=at(9))
    staff = [*STAFF, someone("questioner", "张查勘", other)]
    assert doubts("statements_overlap", replace(TAKEN, statements=[running, other], participants=staff))
    earlier = replace(other, started_at=at(8, 6))
    assert doubts("statements_overlap", replace(TAKEN, statements=[running, earlier], participants=staff)) == []


def test_a_minor_has_a_guardian_or_the_reason_why_not() -> None:
    of_child = replace(STATEMENT, subject_uid=CHILD.id)
    alone = replace(TAKEN, statements=[of_child])
    assert doubts("guardian_missing", alone)
    assert doubts("guardian_missing", replace(alone, participants=[*STAFF, someone("guardian", "父亲")])) == []
    noted = replace(of_child, guardian_absent_reason="在外地，电话同意由老师在场")
    assert doubts("guardian_missing", replace(alone, statements=[noted])) == []


def test_full_age_is_reached_on_the_eighteenth_birthday_at_the_place_of_the_statement() -> None:
    born = replace(CHILD, birth=date(2008, 11, 21))
    assert is_minor(replace(STATEMENT, started_at=at(15, 59)), born)
    assert not is_minor(replace(STATEMENT, started_at=at(16)), born)
    assert not is_minor(replace(STATEMENT, started_at=None), born)
    assert not is_minor(STATEMENT, replace(born, birth=None))


def test_an_interpreter_is_known_by_name_address_employer_and_phone() -> None:
    person = Person(id=new_record_id(), name="Ann Lee", address="浦东", employer="译社", phone="13900000000")
    interpreter = someone("interpreter", person_uid=person.id)
    known = replace(TAKEN, participants=[*STAFF, interpreter], people=[person])
    assert doubts("interpreter_unknown", known) == []
    unemployed = replace(known, people=[replace(person, employer=None)])
    for lacking in (replace(person, name=None), replace(person, address=None), replace(person, phone=None)):
        assert doubts("interpreter_unknown", replace(known, people=[lacking]))
    assert doubts("interpreter_unknown", unemployed)
    named = replace(interpreter, employer="译社")
    assert doubts("interpreter_unknown", replace(unemployed, participants=[named])) == []
    assert doubts("interpreter_unknown", replace(known, participants=[someone("sign_interpreter", "王手语")]))


def test_another_language_needs_an_interpreter() -> None:
    foreign = replace(TAKEN, statements=[replace(STATEMENT, language="日语")])
    assert [doubt.data["language"] for doubt in doubts("interpreter_missing", foreign)] == ["日语"]
    assert doubts("interpreter_missing", replace(foreign, participants=[someone("interpreter", "翻译")])) == []
    read_in_another = replace(STATEMENT, language="en", notice_language="zh_CN")
    assert doubts("interpreter_missing", replace(TAKEN, statements=[read_in_another]))
    assert doubts("interpreter_missing", replace(TAKEN, statements=[replace(STATEMENT, language="en")])) == []


def test_a_remote_interview_has_its_identity_checked_and_is_recorded() -> None:
    remote = replace(STATEMENT, remote_channel="视频电话", far_side_identity_check_by="派出所民警")
    recorded = replace(TAKEN, statements=[remote], answers=[question(at(8, 5), "m")])
    assert doubts("remote_unchecked", recorded) == []
    assert doubts("remote_unchecked", replace(recorded, answers=TAKEN.answers))
    unchecked = replace(remote, far_side_identity_check_by=None)
    assert doubts("remote_unchecked", replace(recorded, statements=[unchecked]))


OPEN = replace(STATEMENT, sealed=False)
DRIVER = Person(id=new_record_id(), name="李国强")


def page(no: int) -> StatementPage:
    return StatementPage(id=new_record_id(), statement_uid=OPEN.id, no=no, total=2, bound_sha256=f"{no:064x}")


PAGES = [page(1), page(2)]


def ink(of: StatementPage, role: str = "subject", form: str = "signature") -> Ink:
    by = DRIVER.id if role == "subject" else None
    return Ink(
        id=new_record_id(), statement_uid=OPEN.id, target_uid=of.id, purpose="page", form=form, role=role,
        person_uid=by, bound_sha256=of.bound_sha256,
    )  # fmt: skip


SIGNING = replace(
    TAKEN, statements=[replace(OPEN, subject_uid=DRIVER.id)], people=[DRIVER], pages=PAGES, inks=[ink(PAGES[0])]
)


def test_each_page_that_is_neither_signed_nor_refused_is_found() -> None:
    assert doubts("page_unsigned", SIGNING) == [Doubt(OPEN.id, {"n": "1", "p": "2"})]
    both = replace(SIGNING, inks=[ink(PAGES[0]), ink(PAGES[1], form="fingerprint")])
    assert doubts("page_unsigned", both) == []
    of_staff = replace(SIGNING, inks=[ink(PAGES[0], "questioner")])
    assert [doubt.data["p"] for doubt in doubts("page_unsigned", of_staff)] == ["1", "2"]
    changed = replace(SIGNING, pages=[replace(PAGES[0], bound_sha256="f" * 64)])
    assert [doubt.data["p"] for doubt in doubts("page_unsigned", changed)] == ["1"]


def test_pages_are_told_in_their_order() -> None:
    found = doubts("page_unsigned", replace(SIGNING, pages=PAGES[::-1], inks=[]))
    assert [doubt.data["p"] for doubt in found] == ["1", "2"]


def test_a_statement_with_words_has_a_first_page_before_it_is_laid_out() -> None:
    said = replace(question(at(8, 5)), question="几点？")
    written = replace(TAKEN, statements=[OPEN], answers=[said])
    assert doubts("page_unsigned", written) == [Doubt(OPEN.id, {"n": "1", "p": "1"})]
    assert doubts("page_unsigned", replace(written, answers=[])) == []
    assert doubts("page_unsigned", replace(written, answers=[question(at(8, 5))])) == [], "an empty line is no question"


def test_no_page_is_asked_for_of_a_statement_that_is_closed_refused_or_void() -> None:
    for ended in (replace(OPEN, sealed=True), replace(OPEN, refused_at=at(9)), replace(OPEN, status="void")):
        assert doubts("page_unsigned", replace(SIGNING, statements=[ended])) == []


def test_a_statement_whose_pages_are_signed_and_that_is_not_closed_is_found_once() -> None:
    assert doubts("not_closed", SIGNING) == [], "its second page is asked for already"
    signed = replace(SIGNING, inks=[ink(page) for page in PAGES])
    assert doubts("not_closed", signed) == [Doubt(OPEN.id, {"n": "1"})]
    refused = replace(SIGNING, statements=[replace(OPEN, refused_at=at(9))])
    assert doubts("not_closed", refused) == [Doubt(OPEN.id, {"n": "1"})]
    assert doubts("not_closed", replace(signed, statements=[replace(OPEN, sealed=True)])) == []
    assert doubts("not_closed", replace(TAKEN, statements=[OPEN], answers=[])) == []

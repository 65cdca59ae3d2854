"""Taking a statement down: who is there, which questions are asked in which order, and when they were put."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.errors import StatementSigned
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.editing.visits import read_visit_task
from surveyor_app.operations.statements.answers import Heard, Wording, ask, move_question, put
from surveyor_app.operations.statements.contents import StatementContents, load_contents, names_of, numbers_of
from surveyor_app.operations.statements.taking import (
    add_newcomer,
    add_participant,
    begin_statement,
    remove_participant,
    set_subject,
)
from surveyor_app.records import reading


@pytest.fixture
def statement(case: CaseFile) -> str:
    task = read_visit_task(case)
    assert task is not None
    records.change(case, Task, task.id, {"survey_place": "张江路 100 号", "second_surveyor": "王协办"})
    return begin_statement(case, "zh_CN").id


@pytest.fixture
def person(case: CaseFile) -> str:
    return records.create(case, Person, {"name": "李国强"}).id


def _asked(case: CaseFile, statement: str) -> list[tuple[str, str]]:
    """Return number and words of each question."""
    answers = load_contents(case, statement).answers
    numbers = numbers_of(answers)
    return [(numbers[item.id], item.question or "") for item in answers]


def _ask(case: CaseFile, statement: str, words: str, after: str | None = None, follow_up: bool = False) -> str:
    return ask(case, statement, Wording(words), after, is_follow_up=follow_up).id


def _seal(case: CaseFile, statement: str) -> None:
    case.apply([Step(Action.SEAL, Statement.KIND, statement)], "seal")


def _contents(case: CaseFile, statement: str) -> StatementContents:
    return load_contents(case, statement)


def test_a_new_statement_starts_now_at_the_scene_with_both_surveyors(case: CaseFile, statement: str) -> None:
    contents = _contents(case, statement)
    head = contents.statement
    assert (head.seq_no, head.status, head.place, head.language) == (1, "draft", "张江路 100 号", "zh_CN")
    assert head.started_at is not None
    assert names_of(contents, "questioner") == [case.profile.display_name, "王协办"]
    assert {item.credential_shown for item in contents.participants} == {None}
    assert load_contents(case, begin_statement(case, "en").id).statement.seq_no == 2


def test_a_new_statement_is_one_operation(case: CaseFile) -> None:
    created = begin_statement(case, "zh_CN")
    history = History()
    history.record(created.changes)
    history.undo(case)
    with case.read() as session:
        assert reading.list_records(session, case.case_id, Statement) == []
    assert load_contents(case, created.id).participants == ()


def test_a_number_is_never_given_twice(case: CaseFile, statement: str) -> None:
    records.withdraw(case, Statement, [statement], "wrong person")
    assert load_contents(case, begin_statement(case, "zh_CN").id).statement.seq_no == 2


def test_who_is_questioned_stands_in_the_head_and_among_those_present(
    case: CaseFile, statement: str, person: str
) -> None:
    other = records.create(case, Person, {"name": "另一人"}).id
    changes = set_subject(case, statement, person)
    assert set_subject(case, statement, person).touched == {}
    set_subject(case, statement, other)
    contents = _contents(case, statement)
    assert contents.statement.subject_uid == other
    assert [item.person_uid for item in contents.participants if item.role == "subject"] == [other]
    set_subject(case, statement, None)
    contents = _contents(case, statement)
    assert (contents.statement.subject_uid, names_of(contents, "subject")) == (None, [])
    assert changes.touches("statement", "participant")


def test_who_is_removed_is_questioned_no_more(case: CaseFile, statement: str, person: str) -> None:
    made = add_participant(case, statement, "subject", {"person_uid": person}).id
    remove_participant(case, made, "wrong person")
    assert remove_participant(case, made, "wrong person").touched == {}
    contents = _contents(case, statement)
    assert (contents.statement.subject_uid, names_of(contents, "subject")) == (None, [])


def test_others_present_have_their_role_and_credentials(case: CaseFile, statement: str, person: str) -> None:
    staff = {"name": "孙记录", "employer": "示例财险", "credential_shown": "工作证 7"}
    add_participant(case, statement, "recorder", staff)
    add_participant(case, statement, "guardian", {"person_uid": person})
    contents = _contents(case, statement)
    assert [(item.role, item.credential_shown) for item in contents.participants][2:] == [
        ("recorder", "工作证 7"),
        ("guardian", None),
    ]
    assert names_of(contents, "guardian") == ["李国强"]


def test_a_newcomer_becomes_a_person_of_the_case_in_the_same_operation(case: CaseFile, statement: str) -> None:
    created = add_newcomer(case, statement, "subject", " 赵新来 ")
    add_newcomer(case, statement, "sign_interpreter", "王手语")
    contents = _contents(case, statement)
    assert contents.subject is not None
    assert (contents.subject.name, contents.subject.roles) == ("赵新来", ("driver",))
    assert [person.roles for person in contents.people.values()] == [("driver",), ("interpreter",)]
    history = History()
    history.record(created.changes)
    history.undo(case)
    contents = _contents(case, statement)
    assert (contents.subject, names_of(contents, "subject")) == (None, [])


def test_people_and_statements_that_are_not_there_are_refused(case: CaseFile, statement: str) -> None:
    with pytest.raises(NotFound):
        add_participant(case, statement, "subject", {"person_uid": statement})
    with pytest.raises(NotFound):
        add_participant(case, case.case_id, "recorder", {"name": "孙记录"})
    with pytest.raises(NotFound):
        remove_participant(case, statement, "wrong")
    with pytest.raises(NotFound):
        ask(case, statement, Wording("?"), statement)
    with pytest.raises(NotFound):
        put(case, statement)
    with pytest.raises(NotFound):
        move_question(case, statement, 1)


def test_a_question_comes_after_the_one_named_and_its_follow_ups(case: CaseFile, statement: str) -> None:
    first = _ask(case, statement, "一")
    _ask(case, statement, "二")
    follow_up = _ask(case, statement, "一甲", first, follow_up=True)
    _ask(case, statement, "一乙", follow_up, follow_up=True)
    _ask(case, statement, "中", first)
    expected = [("1", "一"), ("1.1", "一甲"), ("1.2", "一乙"), ("2", "中"), ("3", "二")]
    assert _asked(case, statement) == expected


def test_asking_is_one_operation_even_in_between(case: CaseFile, statement: str) -> None:
    first = _ask(case, statement, "一")
    _ask(case, statement, "二")
    created = ask(case, statement, Wording("中", "drv05"), first)
    history = History()
    history.record(created.changes)
    history.undo(case)
    assert _asked(case, statement) == [("1", "一"), ("2", "二")]
    history.redo(case)
    assert _asked(case, statement) == [("1", "一"), ("2", "中"), ("3", "二")]


def test_questions_of_two_statements_do_not_mix(case: CaseFile, statement: str) -> None:
    other = begin_statement(case, "zh_CN").id
    mine = [_ask(case, statement, "甲一"), _ask(case, statement, "甲二")]
    theirs = [_ask(case, other, "乙一"), _ask(case, other, "乙二")]
    _ask(case, statement, "甲中", mine[0])
    move_question(case, theirs[1], -1)
    assert [words for _, words in _asked(case, statement)] == ["甲一", "甲中", "甲二"]
    assert [words for _, words in _asked(case, other)] == ["乙二", "乙一"]


def test_a_question_moves_with_its_follow_ups(case: CaseFile, statement: str) -> None:
    first, second = _ask(case, statement, "一"), _ask(case, statement, "二")
    _ask(case, statement, "一甲", first, follow_up=True)
    move_question(case, second, -1)
    assert [words for _, words in _asked(case, statement)] == ["二", "一", "一甲"]
    move_question(case, second, 1)
    assert [words for _, words in _asked(case, statement)] == ["一", "一甲", "二"]
    assert move_question(case, second, 1).touched == {}
    assert move_question(case, first, -1).touched == {}


def test_a_follow_up_stays_with_its_question(case: CaseFile, statement: str) -> None:
    first = _ask(case, statement, "一")
    one, two = (_ask(case, statement, words, first, follow_up=True) for words in ("一甲", "一乙"))
    _ask(case, statement, "二")
    move_question(case, two, -1)
    assert [words for _, words in _asked(case, statement)] == ["一", "一乙", "一甲", "二"]
    assert move_question(case, one, 1).touched == {}


def test_the_time_of_a_question_is_when_it_was_put_first(case: CaseFile, statement: str) -> None:
    prepared = _ask(case, statement, "一")
    assert _contents(case, statement).answers[0].asked_at is None
    evidence = "0197f0a0-0000-7000-8000-000000000001"
    assert put(case, prepared, Heard(evidence, 61_000)).inverse == ()
    first = _contents(case, statement).answers[0]
    assert (first.media_uid, first.media_offset_ms) == (evidence, 61_000)
    assert first.asked_at is not None
    assert put(case, prepared, Heard(evidence, 99_000)).touched == {}
    said = ask(case, statement, Wording("二"), is_put=True, heard=Heard(evidence, 70_000)).id
    answer = next(item for item in _contents(case, statement).answers if item.id == said)
    assert (answer.asked_at is not None, answer.media_offset_ms) == (True, 70_000)


@pytest.mark.parametrize("status", ["reading", "signing"])
def test_nothing_is_asked_once_the_statement_is_being_read(case: CaseFile, statement: str, status: str) -> None:
    asked = _ask(case, statement, "一")
    records.change(case, Statement, statement, {"status": status})
    with pytest.raises(InputError):
        _ask(case, statement, "二")
    with pytest.raises(InputError):
        put(case, asked)
    with pytest.raises(InputError):
        move_question(case, asked, 1)


def test_a_signed_statement_takes_nobody_and_no_question(case: CaseFile, statement: str, person: str) -> None:
    made = add_participant(case, statement, "witness", {"person_uid": person}).id
    _seal(case, statement)
    with pytest.raises(StatementSigned):
        add_participant(case, statement, "subject", {"person_uid": person})
    with pytest.raises(StatementSigned):
        set_subject(case, statement, None)
    with pytest.raises(StatementSigned):
        remove_participant(case, made, "wrong")
    with pytest.raises(StatementSigned):
        _ask(case, statement, "一")


def test_a_question_is_asked_after_a_line_that_is_still_empty(case: CaseFile) -> None:
    statement = begin_statement(case, "zh_CN").id
    empty = ask(case, statement, Wording()).id
    following = ask(case, statement, Wording("几点？"), empty).id
    followed_up = ask(case, statement, Wording("怎么知道？"), empty, is_follow_up=True).id
    with case.read() as session:
        order = [answer.id for answer in reading.list_records(session, case.case_id, Answer)]
    assert order == [empty, followed_up, following]

"""The notice is filled in for the person, read, acknowledged by hand and kept as it was read."""

from __future__ import annotations

from datetime import date

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.errors import StatementIncomplete, StatementSigned
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Participant, Statement
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.operations.statements.notice import notice_as_read, notice_now, read_notice
from surveyor_app.operations.statements.paper_inks import valid_inks
from surveyor_app.records import reading
from surveyor_app.wording.languages import chinese, english, find_language
from surveyor_app.wording.notices import load_notices
from tests.operations.statement_world import Taken, drawing, read_drawing, take


@pytest.fixture
def taken(case: CaseFile) -> Taken:
    """A statement of a driver to whom nothing was read yet."""
    found = take(case, language="zh_CN")
    nothing = dict.fromkeys(
        ("notice_id", "notice_version", "notice_language", "notice_sha256", "notice_read_at", "notice_mode")
    )
    records.change(case, Statement, found.statement, nothing)
    records.change(case, Claim, _claim(case).id, {"insurer": "示例财险"})
    return found


def _claim(case: CaseFile) -> Claim:
    with case.read() as session:
        return reading.list_records(session, case.case_id, Claim)[0]


def _contents(case: CaseFile, taken: Taken) -> StatementContents:
    return load_contents(case, taken.statement)


def _notice_inks(case: CaseFile, taken: Taken) -> list[Ink]:
    return [ink for ink in _contents(case, taken).inks if ink.purpose == "notice"]


def test_the_notice_names_insurer_and_both_surveyors(case: CaseFile, taken: Taken) -> None:
    text = notice_now(case, taken.statement)
    assert (text.id, text.version, text.language) == ("notice_insured", "2", chinese())
    assert text.text.startswith("我们是示例财险的查勘人员张查勘、王协办，证件已向您出示。")
    assert text.text.endswith("本笔录只记录事实，不表示保险人已确认赔偿责任。")
    assert text.sha256 == sha256_hex(text.text.encode())


def _questioned_by(case: CaseFile, taken: Taken, names: list[str], role: str = "questioner") -> None:
    """Have these alone present in a role."""
    before = [item.id for item in _contents(case, taken).participants if item.role == role]
    if before:
        records.withdraw(case, Participant, before, "test")
    for name in names:
        records.create(case, Participant, {"statement_uid": taken.statement, "role": role, "name": name})


@pytest.mark.parametrize(
    ("names", "chinese", "english"),
    [
        ([], "我们是示例财险的查勘人员，证件", "We are surveyors of 示例财险; you have seen our credentials. To "),
        (
            ["李雷"],
            "我是示例财险的查勘人员李雷，证件",
            "This is surveyor 李雷 of 示例财险; you have seen the credentials. To ",
        ),
        (
            ["李雷", "韩梅"],
            "我们是示例财险的查勘人员李雷、韩梅，证件",
            "We are surveyors 李雷 and 韩梅 of 示例财险; you have seen our credentials. To ",
        ),
        (
            ["李雷", "韩梅", "王协办"],
            "我们是示例财险的查勘人员李雷、韩梅、王协办，证件",
            "We are surveyors 李雷, 韩梅 and 王协办 of 示例财险; you have seen our credentials. To ",
        ),
        (["李雷", "李雷"], "我是示例财险的查勘人员李雷，证件", "This is surveyor 李雷 of 示例财险; "),
    ],
    ids=["nobody", "one", "two", "three", "one twice"],
)
def test_only_surveyors_who_are_there_are_named(
    case: CaseFile, taken: Taken, names: list[str], chinese: str, english: str
) -> None:
    _questioned_by(case, taken, names)
    said = notice_now(case, taken.statement).text
    assert said.startswith(chinese)
    assert "—" not in said
    records.change(case, Statement, taken.statement, {"language": "en"})
    said = notice_now(case, taken.statement).text
    assert said.startswith(english)
    assert "—" not in said


@pytest.mark.parametrize("kind", ["driver", "eyewitness"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_two_surveyors_are_named_in_the_words_of_the_first_version(
    case: CaseFile, taken: Taken, kind: str, language: str
) -> None:
    records.change(case, Statement, taken.statement, {"kind": kind, "language": language})
    now = notice_now(case, taken.statement)
    first = load_notices(resources_dir()).versions_of(now.id)[-1]
    assert first.version == "1"
    named = {"insurer": "示例财险", "s1": "张查勘", "s2": "王协办"}
    assert now.text == first.read(find_language(language), named)


def test_an_insurer_who_is_not_known_yet_is_no_dash(case: CaseFile, taken: Taken) -> None:
    records.change(case, Claim, _claim(case).id, {"insurer": None})
    assert notice_now(case, taken.statement).text.startswith("我们是保险公司的查勘人员张查勘、王协办，")
    records.change(case, Statement, taken.statement, {"language": "en"})
    assert notice_now(case, taken.statement).text.startswith("We are surveyors 张查勘 and 王协办 of the insurer;")


def test_a_notice_that_was_read_with_a_dash_is_shown_as_it_was_read(case: CaseFile, taken: Taken) -> None:
    """Of an older version of the program, on another laptop: there is only its hash."""
    _questioned_by(case, taken, ["李雷"])
    first = load_notices(resources_dir()).versions_of("notice_insured")[-1]
    text = first.read(chinese(), {"insurer": "示例财险", "s1": "李雷", "s2": "—"})
    noted = {"notice_id": "notice_insured", "notice_version": "1", "notice_language": "zh_CN"}
    records.change(case, Statement, taken.statement, {**noted, "notice_sha256": sha256_hex(text.encode())})
    assert notice_as_read(case, _contents(case, taken), _claim(case)) == text


def test_whoever_is_no_party_to_the_contract_hears_that_answering_is_their_free_choice(
    case: CaseFile, taken: Taken
) -> None:
    records.change(case, Statement, taken.statement, {"kind": "eyewitness", "language": "en"})
    text = notice_now(case, taken.statement)
    assert (text.id, text.language) == ("notice_other", english())
    assert "answering is your free choice" in text.text
    assert text.text.startswith("We are surveyors 张查勘 and 王协办 of 示例财险;")


def test_a_person_who_speaks_neither_language_is_read_the_chinese_notice(case: CaseFile, taken: Taken) -> None:
    records.change(case, Statement, taken.statement, {"language": "日语"})
    assert notice_now(case, taken.statement).language == chinese()


def test_a_minor_hears_which_guardian_was_called_or_why_none_came(case: CaseFile, taken: Taken) -> None:
    records.change(case, Person, taken.subject, {"birth": date(2015, 1, 1)})
    records.change(case, Statement, taken.statement, {"guardian_absent_reason": "在外地"})
    text = notice_now(case, taken.statement)
    assert (text.id, text.version) == ("notice_insured+notice_minor", "2+2")
    assert text.text.endswith("\n被询问人未满十八周岁，已通知监护人到场；未能到场的原因：在外地。")
    records.change(case, Statement, taken.statement, {"guardian_absent_reason": None})
    guardian = {"statement_uid": taken.statement, "role": "guardian", "name": "李父"}
    records.create(case, Participant, guardian)
    assert notice_now(case, taken.statement).text.endswith("已通知监护人李父到场；未能到场的原因：无。")


@pytest.mark.parametrize(
    ("names", "chinese", "english"),
    [
        ([], "已通知监护人到场；", "The person is under 18; a guardian was called; reason"),
        (["李父"], "已通知监护人李父到场；", "The person is under 18; guardian 李父 was called; reason"),
        (
            ["李父", "李母"],
            "已通知监护人李父、李母到场；",
            "The person is under 18; guardians 李父 and 李母 were called; reason",
        ),
    ],
    ids=["nobody", "one", "two"],
)
def test_only_guardians_who_are_known_are_named(
    case: CaseFile, taken: Taken, names: list[str], chinese: str, english: str
) -> None:
    records.change(case, Person, taken.subject, {"birth": date(2015, 1, 1)})
    _questioned_by(case, taken, names, "guardian")
    assert chinese in notice_now(case, taken.statement).text
    records.change(case, Statement, taken.statement, {"language": "en"})
    assert english in notice_now(case, taken.statement).text


def test_reading_and_acknowledging_are_one_operation(case: CaseFile, taken: Taken) -> None:
    text = notice_now(case, taken.statement)
    changes = read_notice(case, taken.statement, "read_aloud", drawing(1), "pen")
    statement = _contents(case, taken).statement
    assert (statement.notice_id, statement.notice_version, statement.notice_mode) == (
        "notice_insured",
        "2",
        "read_aloud",
    )
    assert (statement.notice_language, statement.notice_sha256) == ("zh_CN", text.sha256)
    assert statement.notice_read_at is not None
    (ink,) = _notice_inks(case, taken)
    assert (ink.bound_sha256, ink.target_uid, ink.person_uid) == (text.sha256, taken.statement, taken.subject)
    assert (ink.role, ink.pointer, ink.signer_name) == ("subject", "pen", "李国强")
    assert read_drawing(case, ink.sha256 or "") == drawing(1)
    history = History()
    history.record(changes)
    history.undo(case)
    assert _notice_inks(case, taken) == []
    assert _contents(case, taken).statement.notice_sha256 is None
    history.redo(case)
    assert [found.id for found in _notice_inks(case, taken)] == [ink.id]


def test_what_was_read_stays_readable_when_names_change_afterwards(case: CaseFile, taken: Taken) -> None:
    text = notice_now(case, taken.statement).text
    read_notice(case, taken.statement, "read", drawing(1))
    records.change(case, Claim, _claim(case).id, {"insurer": "另一家保险公司"})
    assert notice_now(case, taken.statement).text != text
    assert notice_as_read(case, _contents(case, taken), _claim(case)) == text


def test_the_text_is_filled_in_again_where_it_is_not_kept_and_only_the_same_one_counts(
    case: CaseFile, taken: Taken
) -> None:
    text = notice_now(case, taken.statement)
    noted = {
        "notice_id": text.id,
        "notice_language": text.language.tag,
        "notice_sha256": text.sha256,
        "notice_read_at": case.author.clock().instant(),
    }
    records.change(case, Statement, taken.statement, noted)
    assert notice_as_read(case, _contents(case, taken), _claim(case)) == text.text
    records.change(case, Claim, _claim(case).id, {"insurer": "另一家保险公司"})
    assert notice_as_read(case, _contents(case, taken), _claim(case)) == ""


def test_a_notice_for_a_minor_is_filled_in_again_too(case: CaseFile, taken: Taken) -> None:
    records.change(case, Person, taken.subject, {"birth": date(2015, 1, 1)})
    text = notice_now(case, taken.statement)
    records.change(case, Statement, taken.statement, {"notice_id": text.id, "notice_sha256": text.sha256})
    assert notice_as_read(case, _contents(case, taken), _claim(case)) == text.text


def test_a_notice_read_again_withdraws_the_acknowledgement_of_the_first(case: CaseFile, taken: Taken) -> None:
    read_notice(case, taken.statement, "read", drawing(1))
    records.change(case, Claim, _claim(case).id, {"insurer": "另一家保险公司"})
    read_notice(case, taken.statement, "read", drawing(2))
    contents = _contents(case, taken)
    (ink,) = _notice_inks(case, taken)
    assert ink in valid_inks(contents)
    assert "另一家保险公司" in notice_as_read(case, contents, _claim(case))


def test_a_notice_that_was_read_aloud_can_be_signed_later(case: CaseFile, taken: Taken) -> None:
    read_notice(case, taken.statement, "read_aloud")
    assert _contents(case, taken).statement.notice_mode == "read_aloud"
    assert _notice_inks(case, taken) == []
    assert notice_as_read(case, _contents(case, taken), None).startswith("我们是")


def test_signing_later_does_not_change_when_and_how_it_was_read(case: CaseFile, taken: Taken) -> None:
    read_notice(case, taken.statement, "read_aloud")
    before = _contents(case, taken).statement
    assert read_notice(case, taken.statement, "read").touched == {}
    read_notice(case, taken.statement, "read", drawing(1))
    after = _contents(case, taken).statement
    assert (after.notice_read_at, after.notice_mode) == (before.notice_read_at, "read_aloud")
    assert len(_notice_inks(case, taken)) == 1
    read_notice(case, taken.statement, "read", drawing(2))
    assert len(_notice_inks(case, taken)) == 1


def test_nothing_is_noted_of_a_notice_signed_by_nobody(case: CaseFile, taken: Taken) -> None:
    with pytest.raises(InputError):
        read_notice(case, taken.statement, "read", Drawing(100, 100, ()))
    records.change(case, Statement, taken.statement, {"subject_uid": None})
    with pytest.raises(StatementIncomplete):
        read_notice(case, taken.statement, "read", drawing(1))
    assert _contents(case, taken).statement.notice_sha256 is None


def test_a_closed_statement_takes_no_notice_any_more(case: CaseFile, taken: Taken) -> None:

    case.apply([Step(Action.SEAL, Statement.KIND, taken.statement)], "seal")
    with pytest.raises(StatementSigned):
        read_notice(case, taken.statement, "read", drawing(1))
    with pytest.raises(StatementSigned):
        read_notice(case, taken.statement, "read")

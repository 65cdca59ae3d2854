"""What the survey report prints of a statement: who was present, follow-ups, corrections, and how it stands."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.domain.texts import Text
from surveyor_app.operations.cases.checking import read_contents
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.statements import StatementSections
from surveyor_app.operations.statements.answers import Wording, ask
from surveyor_app.operations.statements.closing import close
from surveyor_app.operations.statements.notice import read_notice
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.report.data import ReportLanguage, StatementSection
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese
from tests.operations.statement_world import sign_all, take


def printed(case: CaseFile, language: ReportLanguage = "zh_CN") -> StatementSection:
    (section,) = StatementSections(Labels.load(resources_dir()), read_contents(case), language).sections()
    return section


def head(section: StatementSection) -> list[tuple[str, str]]:
    return [(row.label.in_(chinese()), in_chinese(row.value)) for row in section.header]


def in_chinese(value: Text | str) -> str:
    return value.in_(chinese()) if isinstance(value, Text) else value


def test_those_present_are_printed_with_what_they_showed(case: CaseFile) -> None:
    take(case, 1, interpreter=True)
    rows = head(printed(case))
    assert rows[0] == ("被询问人", "李国强")
    assert ("询问人", "张查勘 · 查勘证 0012") in rows
    assert ("询问人", "王协办 · 查勘证 0034") in rows
    assert ("翻译", "Ann Lee") in rows
    assert ("语言", "中文") in rows


def test_names_of_an_older_version_are_printed_where_nobody_is_recorded(case: CaseFile) -> None:
    records.create(case, Statement, {"questioner_1": "老查勘", "recorder": "老记录"})
    rows = head(printed(case))
    assert ("询问人", "老查勘") in rows
    assert ("记录人", "老记录") in rows


def test_corrections_stand_with_their_answer_and_the_words_first_taken_stay(case: CaseFile) -> None:
    taken = take(case, 2)
    ask(case, taken.statement, Wording("追问？"), taken.answers[0], is_follow_up=True)
    begin_reading(case, taken.statement, "self_read")
    correct(case, taken.answers[1], "answer", "大概十五米远，第2次。", "记错了")
    correct(case, taken.answers[0], "question", "第1问：您什么时候发现危险？")
    section = printed(case)
    assert [pair.number for pair in section.answers] == ["1", "1.1", "2"]
    first, _, second = section.answers
    assert second.answer == "大概十米远，第2次。"
    (line,) = second.corrections
    assert line.startswith("更正 2（")
    assert "“”改为" not in line
    assert "理由：记错了" in line
    assert first.corrections[0].startswith("更正 1（")
    (line,) = printed(case, "en").answers[2].corrections
    assert line.startswith("Correction 2 (")


def test_a_signed_statement_names_its_paper(case: CaseFile) -> None:
    taken = take(case, 1)
    read_notice(case, taken.statement, "read_aloud")
    begin_reading(case, taken.statement, "self_read")
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    rows = dict(head(printed(case)))
    contents = read_contents(case)
    assert rows["笔录状态"] == "已完成"
    assert rows["SHA-256"] == contents.statements[0].sha256
    assert rows["页数"] == str(contents.statements[0].pages)
    assert rows["告知方式"] == "宣读"


def test_what_came_to_a_signed_statement_afterwards_is_not_printed_as_part_of_it(case: CaseFile) -> None:
    taken = take(case, 1)
    begin_reading(case, taken.statement, "self_read")
    correct(case, taken.answers[0], "answer", "大概十五米远，第1次。")
    freeze_pages(case, taken.statement)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    before = printed(case)
    for kind, fields in (
        ("answer", {"rank": "W", "question": "谁的责任？", "answer": "全是我的责任。"}),
        ("correction", {"rank": "W", "answer_uid": taken.answers[0], "part": "answer", "old": "十五", "new": "五"}),
        ("participant", {"rank": "W", "role": "witness", "name": "某人"}),
    ):
        step = Step(Action.CREATE, kind, new_record_id(), {"statement_uid": taken.statement, **fields})
        case.apply([step], "from elsewhere")
    assert printed(case) == before


def test_a_line_that_says_nothing_is_not_printed(case: CaseFile) -> None:
    taken = take(case, 1)
    ask(case, taken.statement, Wording())
    assert [pair.number for pair in printed(case).answers] == ["1"]

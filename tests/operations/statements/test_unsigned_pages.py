"""Ready to leave? of a real statement: each page that nobody signed blocks finishing, until it is signed or refused."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.statements.closing import close
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.reading import begin_reading
from surveyor_app.operations.statements.signing import give, needs, refuse
from surveyor_app.wording.languages import chinese
from tests.operations.statement_world import Taken, drawing, sign_all, take, take_frozen


def _told(case: CaseFile, taken: Taken) -> list[tuple[str, Level, str]]:
    """What is missing of the statement's signatures."""
    found = [item for item in check(case, load_checks(resources_dir())) if item.id == taken.statement]
    return [
        (item.check.id, item.check.level, item.text(chinese()))
        for item in found
        if item.check.id in {"V75", "st_page_sign"}
    ]


def test_every_page_is_asked_for_until_the_person_signed_it(case: CaseFile) -> None:
    taken = take_frozen(case, 40)
    total = len(load_contents(case, taken.statement).pages)
    assert total > 1
    pages = [need for need in needs(load_contents(case, taken.statement)) if need.purpose == "page"]
    unsigned = [f"笔录1第{page}页未签名也未注明拒签" for page in range(1, total + 1)]
    assert _told(case, taken) == [("V75", Level.MUST, text) for text in unsigned]
    give(case, taken.statement, pages[0], drawing(1), "pen")
    assert [text for _, _, text in _told(case, taken)] == unsigned[1:]
    for need in pages:
        if need.signer.role == "subject" and need != pages[0]:
            give(case, taken.statement, need, drawing(2), "pen")
    assert [(id_, level) for id_, level, _ in _told(case, taken)] == [("st_page_sign", Level.SHOULD)]
    sign_all(case, taken.statement)
    close(case, taken.statement)
    assert _told(case, taken) == []


def test_a_refusal_with_its_reason_stands_for_the_signatures(case: CaseFile) -> None:
    taken = take(case)
    assert [id_ for id_, _, _ in _told(case, taken)] == ["V75"]
    begin_reading(case, taken.statement, "self_read")
    assert [id_ for id_, _, _ in _told(case, taken)] == ["V75"]
    refuse(case, taken.statement, "赶时间")
    assert [id_ for id_, _, _ in _told(case, taken)] == ["st_page_sign"]
    sign_all(case, taken.statement)
    close(case, taken.statement)
    assert _told(case, taken) == []

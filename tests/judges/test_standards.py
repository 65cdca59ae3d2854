"""The table of opinions: one paper that is not what it must be, and the whole check fails."""

from __future__ import annotations

import pytest

from tests.judges.papers import ACCESSIBLE, ARCHIVED
from tests.judges.standards import print_table
from tests.judges.verapdf import Opinion, opinion_of

WANTED = {"report.pdf": ARCHIVED, "copy.pdf": ACCESSIBLE}
GOOD = {"report.pdf": Opinion(ARCHIVED), "copy.pdf": Opinion(tuple(reversed(ACCESSIBLE)))}


def test_all_that_keep_what_they_claim_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_table(WANTED, GOOD)
    assert "PDF/A-3a: 2 of 2 files" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("opinion", "said"),
    [
        (Opinion(ACCESSIBLE, ("PDF/UA-1 7.1-3 ×2",)), "BREAKS  PDF/UA-1 7.1-3 ×2"),
        (Opinion(ARCHIVED), "BREAKS  claims PDF/A-3a"),
        (Opinion(()), "BREAKS  claims nothing"),
        (None, "not judged"),
    ],
)
def test_one_that_does_not_fails_the_check(
    opinion: Opinion | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    opinions = {"report.pdf": GOOD["report.pdf"]} | ({} if opinion is None else {"copy.pdf": opinion})
    assert not print_table(WANTED, opinions)
    out = capsys.readouterr().out
    assert said in out
    assert "PDF/A-3a: 1 of 2 files" in out


def test_a_signed_report_must_not_claim_to_be_accessible() -> None:
    assert not print_table(WANTED, GOOD | {"report.pdf": Opinion(ACCESSIBLE)})


def test_what_the_judge_could_not_read_is_broken() -> None:
    opinion = opinion_of({"itemDetails": {"name": "x.pdf"}, "taskException": {"exceptionMessage": "no header"}})
    assert "no header" in "".join(opinion.problems(ARCHIVED))


def test_a_rule_that_is_broken_is_named_with_its_standard() -> None:
    rules = [
        {"clause": "6.1.9", "testNumber": 1, "failedChecks": 3, "ruleStatus": "FAILED"},
        {"clause": "6.1.2", "testNumber": 1, "failedChecks": 0, "ruleStatus": "PASSED"},
    ]
    said = {"profileName": "PDF/A-3a validation profile", "compliant": False, "details": {"ruleSummaries": rules}}
    assert opinion_of({"validationResult": [said]}) == Opinion(ARCHIVED, ("PDF/A-3a 6.1.9-1 ×3",))
    said["details"] = {"ruleSummaries": []}
    assert opinion_of({"validationResult": [said]}).problems(ARCHIVED) == ("PDF/A-3a broken",)

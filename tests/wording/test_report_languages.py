"""The languages of a report: both, one, several side by side, and one that somebody adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.domain.errors import InputError
from surveyor_app.wording.languages import english
from surveyor_app.wording.report_languages import report_language_names, report_languages
from tests.wording.third_language import BEGIN, END, MARKED, run_as


@pytest.mark.parametrize(
    ("wanted", "tags"),
    [("both", ["zh_CN", "en"]), ("en", ["en"]), ("en+zh_CN", ["en", "zh_CN"]), ("zh_CN+zh_CN", ["zh_CN"])],
)
def test_a_report_has_the_languages_it_is_asked_for(wanted: str, tags: list[str]) -> None:
    assert [language.tag for language in report_languages(wanted)] == tags


@pytest.mark.parametrize("wanted", ["", "xx", "en+xx", "en+"])
def test_a_language_that_there_is_none_of_is_refused(wanted: str) -> None:
    with pytest.raises(InputError):
        report_languages(wanted)


def test_both_and_each_language_there_is_are_offered_by_name(
    monkeypatch: pytest.MonkeyPatch, marked_program: Path
) -> None:
    run_as(monkeypatch, marked_program)
    names = {language: name.in_(english()) for language, name in report_language_names().items()}
    assert names == {
        "both": "Chinese and English",
        "zh_CN": "Chinese",
        "en": "English",
        MARKED: f"{BEGIN}Marked{END}",
    }

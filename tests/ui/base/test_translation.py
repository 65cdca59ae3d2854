"""Both languages are complete, fit together, and switch while the window is open."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language
from surveyor_app.settings import SYSTEM
from surveyor_app.ui.base.translation import Translation, language_of
from surveyor_app.wording.languages import chinese, english, languages
from surveyor_app.wording.translation import read_ts, tr
from tests.ui.translation_sources import FILES, find_sources, read_messages, ts_file
from tests.wording.third_language import resources_with_japanese

PLACEHOLDERS = r"\{\w+\}|%n|%\(\w+\)[sr]|%[sr]"
"""Those of our own sentences, and those of what Python's parser of arguments says."""


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", languages(resources_dir()))
def test_every_text_is_translated_and_none_is_left_over(language: Language, file: str) -> None:
    path = ts_file(language, file)
    finished = read_ts(path)
    assert set(finished) == set(find_sources(file))
    assert set(read_messages(path)) == set(finished)
    assert all(all(forms) for forms in finished.values())


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", languages(resources_dir()))
def test_translations_keep_the_names_to_be_filled_in(language: Language, file: str) -> None:
    for source, forms in read_ts(ts_file(language, file)).items():
        names = sorted(re.findall(PLACEHOLDERS, source))
        for form in forms:
            assert sorted(re.findall(PLACEHOLDERS, form)) == names, source


@pytest.mark.parametrize("language", languages(resources_dir()))
def test_what_window_and_command_line_both_say_they_say_alike(language: Language) -> None:
    window, command_line = (read_ts(ts_file(language, file)) for file in FILES)
    both = set(window) & set(command_line)
    assert "Passphrase" in both
    assert {source: window[source] for source in both} == {source: command_line[source] for source in both}


@pytest.mark.parametrize("file", FILES)
def test_texts_with_a_count_have_their_plural_forms(file: str) -> None:
    numerus = {
        message.findtext("source"): len(message.findall("translation/numerusform"))
        for message in ElementTree.parse(ts_file(english(), file)).getroot().iter("message")
        if message.get("numerus") == "yes"
    }
    assert numerus == {source: 2 for source, has_count in find_sources(file).items() if has_count}


def test_language_switches_at_once(translation: Translation) -> None:
    assert tr("%n statement(s)", n=1) == "1 statement"
    assert tr("%n statement(s)", n=2) == "2 statements"
    translation.switch(chinese())
    assert tr("%n statement(s)", n=2) == "2 份笔录"
    translation.switch(english())
    assert tr("Undo") == "Undo"


def test_a_third_language_is_offered_and_shown(qapp: QApplication, translation: Translation, tmp_path: Path) -> None:
    made = Translation(qapp, resources_with_japanese(tmp_path / "resources"))
    offered = []
    for _ in range(3):
        made.switch(made.next_language)
        offered.append((made.language.tag, tr("Undo"), QLocale().name()))
    assert offered == [("ja", "元に戻す", "ja_JP"), ("zh_CN", "撤销", "zh_CN"), ("en", "Undo", "en_GB")]


def test_the_language_that_was_chosen_is_shown_while_it_is_there(tmp_path: Path) -> None:
    resources = resources_with_japanese(tmp_path / "resources")
    assert language_of("ja", resources).tag == "ja"
    assert language_of("zh_CN", resources).tag == "zh_CN"
    # Taken away since: as if none had been chosen.
    assert language_of("ja", resources_dir()) == language_of(SYSTEM, resources_dir())


def test_texts_of_qt_itself_follow_the_language(translation: Translation) -> None:
    translation.switch(chinese())
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_qt_never_calls_python_to_translate(translation: Translation) -> None:
    """A translator in Python deadlocks: a decoder's thread holds Qt's lock and waits for Python, the window the reverse."""
    assert type(translation._qt) is QTranslator

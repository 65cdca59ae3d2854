"""Both languages are complete, fit together, and switch while the window is open."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from surveyor_app.ui.base.translation import Translation
from surveyor_app.wording.languages import Language
from surveyor_app.wording.translation import read_ts, tr
from tests.ui.translation_sources import TRANSLATIONS, find_sources, read_messages


@pytest.mark.parametrize("language", list(Language))
def test_every_text_of_the_window_is_translated_and_none_is_left_over(language: Language) -> None:
    path = TRANSLATIONS / f"surveyor_{language.value}.ts"
    finished = read_ts(path)
    assert set(finished) == set(find_sources())
    assert set(read_messages(path)) == set(finished)
    assert all(all(forms) for forms in finished.values())


@pytest.mark.parametrize("language", list(Language))
def test_translations_keep_the_names_to_be_filled_in(language: Language) -> None:
    for source, forms in read_ts(TRANSLATIONS / f"surveyor_{language.value}.ts").items():
        names = set(re.findall(r"\{\w+\}|%n", source))
        for form in forms:
            assert set(re.findall(r"\{\w+\}|%n", form)) == names, source


def test_texts_with_a_count_have_their_plural_forms() -> None:
    numerus = {
        message.findtext("source"): len(message.findall("translation/numerusform"))
        for message in ElementTree.parse(TRANSLATIONS / "surveyor_en.ts").getroot().iter("message")
        if message.get("numerus") == "yes"
    }
    assert numerus == {source: 2 for source, has_count in find_sources().items() if has_count}


def test_language_switches_at_once(translation: Translation) -> None:
    assert tr("%n statement(s)", n=1) == "1 statement"
    assert tr("%n statement(s)", n=2) == "2 statements"
    translation.switch(Language.ZH)
    assert tr("%n statement(s)", n=2) == "2 份笔录"
    translation.switch(Language.EN)
    assert tr("Undo") == "Undo"


def test_texts_of_qt_itself_follow_the_language(translation: Translation) -> None:
    translation.switch(Language.ZH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_qt_never_calls_python_to_translate(translation: Translation) -> None:
    """A translator in Python deadlocks: a decoder's thread holds Qt's lock and waits for Python, the window the reverse."""
    assert type(translation._qt) is QTranslator

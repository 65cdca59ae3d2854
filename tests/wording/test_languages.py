"""Languages are folders: those that come with the program, and one that somebody adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.wording.languages import find_language, languages
from surveyor_app.wording.translation import COMMAND_LINE, FILE, messages_of
from tests.wording.third_language import LANGUAGE, TAG


def test_two_come_with_the_program() -> None:
    assert [(language.tag, language.name) for language in languages(resources_dir())] == [
        ("zh_CN", "中文"),
        ("en", "English"),
    ]


def test_a_folder_is_a_language(with_japanese: Path) -> None:
    chinese, _english, added = languages(with_japanese)
    assert (added.tag, added.key, added.name, added.locale) == (TAG, "ja", "日本語", "ja_JP")
    assert added.joined(["a", "b"]) == "a・b"
    assert [language.tag for language in added.fallback] == [chinese.tag]


def test_what_a_language_does_not_say_its_fallback_says(with_japanese: Path) -> None:
    messages = messages_of(with_japanese, find_language(TAG, with_japanese))
    assert messages["Undo"] == ("元に戻す",)
    assert messages["Redo"] == ("重做",)


def test_a_language_without_sentences_of_its_own_is_one_all_the_same(with_japanese: Path) -> None:
    (with_japanese / "languages" / TAG / "window.ts").unlink()
    assert messages_of(with_japanese, find_language(TAG, with_japanese))["Undo"] == ("撤销",)


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [
        ("zh_CN", "zh_CN"),
        ("zh-TW", "zh_CN"),
        ("en_US", "en"),
        ("ja_JP", "ja"),
        ("de_DE", "en"),
        ("C", "en"),
        ("", "en"),
    ],
)
def test_the_nearest_language_is_taken(with_japanese: Path, wanted: str, tag: str) -> None:
    assert find_language(wanted, with_japanese).tag == tag


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('key = "ja"', ""),
        ('key = "ja"', 'key = "zh"'),
        ('key = "ja"', 'key = "id"'),
        ('key = "ja"', 'key = "ja_JP"'),
        ('name = "日本語"', 'name = " "'),
        ('name = "日本語"', "name = 3"),
        ('fallback = ["zh_CN"]', 'fallback = "zh_CN"'),
        ('fallback = ["zh_CN"]', 'fallback = ["zh_TW"]'),
        ('fallback = ["zh_CN"]', 'fallback = []\ncolour = "red"'),
        ('fallback = ["zh_CN"]', "fallback = ["),
    ],
)
def test_a_language_that_is_not_whole_is_named(with_japanese: Path, before: str, after: str) -> None:
    path = with_japanese / "languages" / TAG / "language.toml"
    path.write_text(LANGUAGE.replace(before, after), encoding="utf-8")
    with pytest.raises(InstallationIncomplete) as caught:
        languages(with_japanese)
    assert caught.value.data["path"] == str(path)
    assert caught.value.data["reason"]


@pytest.mark.parametrize("tag", ["zh_CN", "en"])
def test_chinese_and_english_are_always_there(with_japanese: Path, tag: str) -> None:
    path = with_japanese / "languages" / tag / "language.toml"
    path.unlink()
    with pytest.raises(InstallationIncomplete) as caught:
        languages(with_japanese)
    assert caught.value.data["path"] == str(path)


def test_the_command_line_too_says_what_the_fallback_says(with_japanese: Path) -> None:
    messages = messages_of(with_japanese, find_language(TAG, with_japanese), (FILE, COMMAND_LINE))
    assert (messages["Undo"], messages["usage: "]) == (("元に戻す",), ("用法：",))

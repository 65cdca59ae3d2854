"""The command line speaks the language that is asked for, else that of the environment, else English."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from surveyor_app.cli import main
from surveyor_app.cli.speaking import VARIABLES
from tests.cli.test_help import VERBS
from tests.conftest import REPOSITORY

TOKENS = re.compile(
    r"""(?<!\w)--?[\w-]+|\{[^}]*\}|\b[A-Z][A-Z0-9_]+\b|\b\w+\.(?:toml|json)\b|https?:\S+|`[^`]*`|2026-11-20T06:03:22\.000000Z|zh_CN"""
)
"""What is the same in every language: options, choices, what stands for a value, names of files."""
KEPT = {"surveyor", "en", "both", "scene", "SQLAlchemy", "SQLite", *(word for verb in VERBS for word in verb)}
KEPT |= {"device", "lost", "file", "target", "path", "case", "task", "user", "provisional", "number"}
KEPT |= {"B-T", "B-", "motor", "party", "office", "rule", "packs"}
KEPT |= {"X-Forwarded-For", "X-Forwarded-", "Proto"}
"""Values, products, headers, verbs, what
stands for an argument, and levels of signatures (B-LT, B-LTA are whole tokens of capitals)."""


def help_of(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.fixture
def of_environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment that says nothing of a language."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize("words", VERBS, ids=[" ".join(words) or "surveyor" for words in VERBS])
def test_the_help_of_every_verb_is_chinese(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    said = help_of(("--lang", "zh_CN", *words), capsys)
    assert "用法：" in said
    assert not set(re.findall(r"[A-Za-z][A-Za-z-]+", TOKENS.sub(" ", said))) - KEPT


@pytest.mark.parametrize(
    ("variables", "usage"),
    [
        ({}, "usage:"),
        ({"LANG": "zh_CN.UTF-8"}, "用法："),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "usage:"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN"}, "用法："),
        ({"LANG": "zh_CN", "LC_MESSAGES": "zh_CN", "LC_ALL": "C.UTF-8"}, "usage:"),
        ({"LANG": "zh_CN", "LC_ALL": "POSIX"}, "usage:"),
        ({"LANG": "zh_CN.GB18030", "LC_ALL": ""}, "用法："),
        ({"LANG": "zh_HK.UTF-8@stroke"}, "用法："),
        ({"LANG": "de_DE.UTF-8"}, "usage:"),
    ],
)
def test_the_environment_chooses(
    of_environment: pytest.MonkeyPatch,
    variables: dict[str, str],
    usage: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in variables.items():
        of_environment.setenv(name, value)
    assert help_of((), capsys).startswith(usage)


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "zh_CN", "case", "list"),
        ("--lang=zh", "case", "list"),
        ("case", "--lang", "zh-CN", "list"),
        ("case", "list", "--lang", "zh_CN"),
        ("--lang", "en", "case", "list", "--lang", "zh_CN"),
        ("--json", "--lang", "zh", "case", "list"),
    ],
)
def test_what_is_asked_for_comes_before_the_environment(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert help_of(words, capsys).startswith("用法：")


def test_english_is_asked_for_in_a_chinese_environment(
    of_environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    of_environment.setenv("LANG", "zh_CN.UTF-8")
    assert help_of(("--lang", "en"), capsys).startswith("usage:")


@pytest.mark.parametrize("words", [("--lang", "xx", "case", "list"), ("case", "list", "--lang=xx"), ("--lang", "xx")])
def test_a_language_that_is_not_there_is_refused_with_those_that_are(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "--lang: there is no language “xx”; there are: zh_CN (中文), en (English)" in said


def test_what_a_terminal_cannot_show_ends_nothing() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "surveyor_app", "--lang", "zh_CN", "--help"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode("unicode_escape").startswith("用法：")


def test_what_is_not_understood_is_said_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["report", "--lang", "zh_CN", "--photos-per-page", "3"])
    assert ended.value.code == 2
    assert "surveyor report：错误：参数 --photos-per-page：没有 3 这一项（可选：2, 4, 6）" in capsys.readouterr().err


def test_an_error_is_said_in_the_language_and_its_code_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--json", "--profile", str(tmp_path / "nowhere"), "case", "list"]
    documents = []
    for tag, sentence in (("zh_CN", "还没有档案"), ("en", "There is no profile at")):
        assert main(["--lang", tag, *words]) == 1
        said = capsys.readouterr()
        documents.append(json.loads(said.out))
        assert sentence in said.err
        assert "[profile_missing" in said.err
    assert documents[0] == documents[1]

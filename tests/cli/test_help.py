"""Every verb explains itself, and takes the shared options before and after its name."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from surveyor_app.cli import main, parser
from surveyor_app.cli.parser import build_parser


def verbs(of: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every verb, groups included."""
    yield path
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from verbs(inner, (*path, name))


VERBS = sorted({(), *(words for verb in parser.VERBS for words in verbs(build_parser([verb])))})


@pytest.mark.parametrize("words", VERBS, ids=[" ".join(words) or "surveyor" for words in VERBS])
def test_every_verb_explains_itself(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert " ".join(["surveyor", *words]) in said.out
    assert "--json" in said.out
    assert "--profile" in said.out


def test_the_verbs_of_the_design_are_there() -> None:
    wanted = ["demo", "case", "import", "check", "report", "verify", "export", "enroll", "sync", "central"]
    assert {(verb,) for verb in wanted} <= set(VERBS)
    cases = ["new", "fetch", "list", "info", "verify", "history", "backup", "restore"]
    assert {("case", verb) for verb in cases} <= set(VERBS)
    assert {("central", "claim", verb) for verb in ("new", "assign", "list")} <= set(VERBS)


@pytest.mark.parametrize("words", [["report"], ["nonsense"], ["report", "x.survey", "--out"], ["case"]])
def test_what_is_not_understood_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: surveyor" in capsys.readouterr().err


def test_shared_options_stand_anywhere() -> None:
    for words in (["--json", "case", "list"], ["case", "--json", "list"], ["case", "list", "--json"]):
        assert build_parser(words).parse_args(words).json is True
    assert build_parser(["case", "list"]).parse_args(["case", "list"]).json is False

"""``surveyor rules``: packs are listed with their source, an insurer's is added by a folder, a wrong one says line and reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from surveyor_app.cli import main
from surveyor_app.data_files import resources_dir


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    said = capsys.readouterr()
    return status, said.out, said.err


def changed(folder: Path, old: str, new: str) -> Path:
    """Write a copy of a pack with another text in one place."""
    text = (resources_dir() / "rule_packs" / "theft_2014.toml").read_text(encoding="utf-8")
    assert old in text
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / "own.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_packs_are_listed_with_their_source_and_what_is_unconfirmed(capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capsys, "rules", "list", "--lang", "zh_CN")
    assert status == 0
    assert "tp_clause_2020 1  商业三者险 2020(条款,减交强险限额)" in said
    assert "    未经证实：整个算法" in said
    document = json.loads(run(capsys, "rules", "list", "--json", "--lang", "en")[1])
    limits = {pack["id"]: pack for pack in document["packs"]}
    assert (limits["ctpl_2008"]["valid_from"], limits["ctpl_2008"]["valid_to"]) == ("2008-02-01", "2020-09-18")
    assert limits["tp_2014"]["clause_forms"] == ["2014"]


def test_a_pack_of_an_insurer_is_found_in_the_profile_or_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(tmp_path / "profile" / "rule_packs", 'version = "1"', 'version = "A"')
    changed(tmp_path / "more", 'version = "1"', 'version = "B"')
    status, said, _ = run(
        capsys, "rules", "list", "--json", "--profile", tmp_path / "profile", "--packs", tmp_path / "more"
    )
    versions = [pack["version"] for pack in json.loads(said)["packs"] if pack["id"] == "theft_2014"]
    assert (status, versions) == (0, ["1", "A", "B"])


def test_a_pack_in_order_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capsys, "rules", "check", changed(tmp_path, 'version = "1"', 'version = "2"'), "--lang", "en")
    assert status == 0
    assert "The pack is in order." in said


def test_a_wrong_pack_says_line_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(tmp_path, "sum_insured * max", "sum_insurd * max")
    status, _, said = run(capsys, "rules", "check", path, "--lang", "en")
    assert status == 1
    assert f"The rule pack {path} has an error in line 24: no such word sum_insurd" in said
    status, said, _ = run(capsys, "rules", "list", "--packs", tmp_path, "--json")
    assert status == 1
    assert [(error["line"], error["what"]) for error in json.loads(said)["errors"]] == [(24, "sum_insurd")]


def test_a_pack_that_is_there_already_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, said = run(capsys, "rules", "check", changed(tmp_path, "[[rules]]", "[[rules]]"), "--lang", "en")
    assert status == 1
    assert "an id stands twice theft_2014 1" in said

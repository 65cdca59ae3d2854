"""A journal that was edited or cut is said to be so, with the line."""

from __future__ import annotations

import json

import pytest

from tests.operations.cases.forged.forger import (
    EVIDENCE,
    JOURNAL,
    RECEIPT,
    REPORT,
    edit,
    of_kind,
    read_lines,
    signed_of,
    write_lines,
)
from tests.operations.cases.forged.forgery import KINDS, Make, bad


@pytest.mark.parametrize("kind", KINDS)
def test_an_edited_body(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    edit(forgery.bag, JOURNAL, lambda data: data.replace("前保险杠".encode(), "后保险杠".encode()))
    lines = read_lines(forgery.bag)
    (place,) = [n for n, line in enumerate(lines, 1) if "后保险杠" in json.dumps(line["body"], ensure_ascii=False)]
    assert bad(forgery.verify())["journal_broken"].data == {"line": str(place), "reason": "body"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_edited_signed_line(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    lines = read_lines(forgery.bag)
    lines[-1]["line"] = lines[-1]["line"].replace('"actor":"zhang"', '"actor":"wang"')
    write_lines(forgery.bag, lines)
    assert bad(forgery.verify())["journal_broken"].data == {"line": str(len(lines)), "reason": "signature"}


@pytest.mark.parametrize("kind", ["reported", "partial", "delivered"])
@pytest.mark.parametrize("trusting", [True, False])
def test_the_last_line_dropped(forge: Make, kind: str, trusting: bool) -> None:
    forgery = forge(kind)
    write_lines(forgery.bag, read_lines(forgery.bag)[:-1])
    assert {"journal_broken", "journal_cut"} & bad(forgery.verify(trusting=trusting)).keys()


def test_the_last_line_dropped_where_nothing_signed_names_it_is_not_proven(forge: Make) -> None:
    forgery = forge("bare")
    lines = read_lines(forgery.bag)
    while signed_of(lines[-1])["op_n"] != signed_of(lines[-1])["op_of"] or len(lines) == len(read_lines(forgery.bag)):
        lines.pop()
    write_lines(forgery.bag, lines)
    findings = forgery.verify()
    assert any(item.level != "ok" for item in findings)


@pytest.mark.parametrize("kind", ["reported", "partial", "delivered", "addendum"])
def test_a_journal_cut_to_ten_lines(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    write_lines(forgery.bag, read_lines(forgery.bag)[:10])
    cut = {item.data["path"] for item in forgery.verify() if item.code == "journal_cut"}
    assert cut == {REPORT, EVIDENCE} | (set() if kind == "reported" else {RECEIPT})


def test_a_journal_without_its_middle_operation(forge: Make) -> None:
    forgery = forge("delivered")
    lines = read_lines(forgery.bag)
    place = next(n for n in of_kind(lines, "evidence") if signed_of(lines[n])["op_of"] == 1)
    write_lines(forgery.bag, [*lines[:place], *lines[place + 1 :]])
    assert bad(forgery.verify())["journal_broken"].data == {"line": str(place + 1), "reason": "chain"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_journal(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    write_lines(forgery.bag, [])
    assert bad(forgery.verify())["journal_broken"].data == {"line": "1", "reason": "empty"}


def test_a_line_of_another_case(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda data: data + forgery.other(JOURNAL).split(b"\n")[0] + b"\n")
    found = bad(forgery.verify())["journal_broken"]
    assert found.data == {"line": str(len(read_lines(forgery.bag))), "reason": "case"}


def test_a_line_twice(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda data: data + data.split(b"\n")[0] + b"\n")
    assert bad(forgery.verify())["journal_broken"].data["reason"] == "repeated"


def test_the_whole_journal_of_another_case(forge: Make) -> None:
    forgery = forge("delivered")
    edit(forgery.bag, JOURNAL, lambda _data: forgery.other(JOURNAL))
    assert {"receipt_broken", "journal_cut", "case_differs"} <= bad(forgery.verify()).keys()

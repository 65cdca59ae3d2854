"""Entries: one line has one form, and anything else is refused whoever signed it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.domain.journal.entries import MAX_ENTRY_BYTES, MAX_NAME, MEMBERS, Action, Body, Entry, SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId, DeviceId, EntryHash, RecordId

ENTRY = Entry(
    case=CaseId("01930000-0000-7000-8000-000000000001"),
    device=DeviceId("d" * 64),
    epoch=0,
    seq=2,
    prev=EntryHash("a" * 64),
    base=7,
    op="01930000-0000-7000-8000-000000000002",
    op_n=1,
    op_of=2,
    at="2026-11-20T06:03:22.000005Z",
    clock={"source": "system", "offset": 480, "mono": "123456789012345678", "boot": "b", "skew": None},
    actor="zhang",
    action=Action.CHANGE,
    kind="claim",
    id=RecordId("01930000-0000-7000-8000-000000000003"),
    body="b" * 64,
)


def test_line_is_canonical_and_reads_back() -> None:
    line = ENTRY.to_bytes()
    assert line == canonical(json.loads(line))
    assert Entry.from_bytes(line) == ENTRY
    assert SignedEntry(line, b"", None).hash == sha256_hex(line)
    assert set(json.loads(line)) == {
        *("v", "case", "device", "epoch", "seq", "prev", "base", "op", "op_n", "op_of"),
        *("at", "clock", "actor", "action", "kind", "id", "body"),
    }


def test_first_line_of_a_device_has_nothing_before_it() -> None:
    first = replace(ENTRY, seq=1, prev=None)
    assert Entry.from_bytes(first.to_bytes()) == first


@pytest.mark.parametrize(
    "change",
    [
        {"v": 9},
        {"kind": "sketch"},
        {"action": "transfer"},
        {"witness": "li"},
        {"more": {"é": [1, None]}, "𐀀": True, "ﬀ": 0},
    ],
)
def test_what_only_a_newer_version_knows_is_read_and_written_back(change: dict[str, Any]) -> None:
    line = canonical(json.loads(ENTRY.to_bytes()) | change)
    entry = Entry.from_bytes(line)
    assert entry.to_bytes() == line
    assert entry != ENTRY
    known = {name: value for name, value in change.items() if name in MEMBERS}
    assert {name: getattr(entry, name) for name in known} == known
    assert entry.more == {name: value for name, value in change.items() if name not in MEMBERS}


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 0},
        {"seq": True},
        {"seq": "1"},
        {"epoch": -1},
        {"base": -1},
        {"op_n": 0},
        {"op_n": 3},
        {"v": 0},
        {"v": "2"},
        {"action": None},
        {"action": "x" * (MAX_NAME + 1)},
        {"action": "a\x00b"},
        {"clock": []},
        {"prev": ""},
        {"prev": "A" * 64},
        {"device": "d"},
        {"body": None},
        {"at": "2026-11-20 06:03:22"},
        {"at": "2026-02-30T06:03:22.000005Z"},
        {"id": "x" * (MAX_NAME + 1)},
        {"kind": "a\x00b"},
        {"surplus": 1.5},
        {"surplus": "x" * MAX_ENTRY_BYTES},
    ],
)
def test_malformed_member_is_refused(change: dict[str, Any]) -> None:
    line = json.dumps(json.loads(ENTRY.to_bytes()) | change, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    with pytest.raises(BadEntry):
        Entry.from_bytes(line.encode())


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_no_version_leaves_out_a_member(name: str) -> None:
    members = json.loads(ENTRY.to_bytes())
    del members[name]
    with pytest.raises(BadEntry):
        Entry.from_bytes(canonical(members))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        ENTRY.to_bytes() + b" ",
        ENTRY.to_bytes().replace(b'"base":7', b'"base":7.0'),
        ENTRY.to_bytes().replace(b'"base":7', b'"base":7,"base":7'),
        ENTRY.to_bytes().replace(b'"base":7', b'"base":' + b"7" * 5000),
        ENTRY.to_bytes().replace(b'"actor":"zhang"', b'"actor":"\\ud800"'),
        ENTRY.to_bytes().replace(b'"actor":"zhang"', b'"actor":"' + b"z" * MAX_ENTRY_BYTES + b'"'),
        json.dumps(json.loads(ENTRY.to_bytes())).encode(),
    ],
)
def test_bytes_in_another_form_are_refused(line: bytes) -> None:
    with pytest.raises(BadEntry):
        Entry.from_bytes(line)


@given(st.binary(max_size=200), st.integers(0, 10**4))
def test_reading_never_ends_in_another_error(noise: bytes, place: int) -> None:
    line = ENTRY.to_bytes()
    at = place % len(line)
    try:
        read = Entry.from_bytes(line[:at] + noise + line[at + len(noise) :])
    except BadEntry:
        return
    assert isinstance(read, Entry)


@given(
    st.dictionaries(st.text(), st.none() | st.integers(-9, 9)),
    st.none() | st.just("因"),
)
def test_body_reads_back_with_its_digest(fields: dict[str, Json], reason: str | None) -> None:
    body = Body(b"salt", fields, reason)
    again = Body.from_content(b"salt", body.content())
    assert (again.fields, again.reason, again.digest()) == (fields, reason, body.digest())
    assert body.digest() == sha256_hex(b"salt" + body.content())
    assert body.digest() != Body(b"SALT", fields, reason).digest()


def test_members_of_a_body_that_only_a_newer_version_knows_are_written_back() -> None:
    content = canonical({"fields": {"a": 1}, "reason": None, "sketch": {"b": [2]}, "fold": ""})
    body = Body.from_content(b"salt", content)
    assert (body.fields, body.reason, body.content()) == ({"a": 1}, None, content)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"fields":{}}', b'{"fields":[],"reason":null}', b'{"fields":{},"reason":1}']
)
def test_malformed_body_is_refused(content: bytes) -> None:
    with pytest.raises(BadEntry):
        Body.from_content(b"salt", content)

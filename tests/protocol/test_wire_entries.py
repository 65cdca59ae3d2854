"""Entries and tus metadata keep their exact bytes."""

from __future__ import annotations

import pytest

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.canonical import canonical
from surveyor_app.domain.journal.entries import Body, SignedEntry
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.decoding import decode_message, encode_message
from surveyor_app.protocol.entries import PushRequest, WireEntry, from_wire, to_wire
from surveyor_app.protocol.tus import decode_metadata, encode_metadata, part_count


def _entry(body: Body | None) -> SignedEntry:
    return SignedEntry(canonical({"actor": "张三\u0001\U0001f697"}), b"\x01" * 64, body)


@pytest.mark.parametrize("body", [None, Body(b"s" * 16, {"caption": "车头\n"}, "why")])
def test_entries_survive_the_wire(body: Body | None) -> None:
    sent = PushRequest((to_wire(_entry(body)),))
    received = decode_message(PushRequest, encode_message(sent))
    assert from_wire(received.entries[0]) == _entry(body)


def test_salt_without_body_is_refused() -> None:
    with pytest.raises(BadMessage):
        from_wire(WireEntry(line="{}", signature="", salt="AAAA"))


def test_body_that_is_not_canonical_is_refused() -> None:
    with pytest.raises(BadEntry):
        from_wire(WireEntry(line="{}", signature="", salt="AAAA", body='{"fields": {}, "reason": null}'))


@pytest.mark.parametrize("text", ["ä", "A", "A\n==="])
def test_bad_base64_is_refused(text: str) -> None:
    with pytest.raises(BadMessage):
        from_wire(WireEntry(line="{}", signature=text))


def test_surrogates_are_refused() -> None:
    with pytest.raises(BadMessage):
        from_wire(WireEntry(line="\ud800", signature=""))


def test_metadata_round_trip() -> None:
    values = {"sha256": b"ab", "parts": bytes(range(64)), "empty": b""}
    assert decode_metadata(encode_metadata(values)) == values
    assert decode_metadata("") == {}
    assert decode_metadata("filename, sha256 YWI=") == {"filename": b"", "sha256": b"ab"}


@pytest.mark.parametrize("header", ["a YQ==,a YQ==", "a !!", "a YQ"])
def test_bad_metadata_is_refused(header: str) -> None:
    with pytest.raises(BadMessage):
        decode_metadata(header)


def test_part_count() -> None:
    assert [part_count(size, 4) for size in (0, 1, 4, 5, 8)] == [0, 1, 1, 2, 2]

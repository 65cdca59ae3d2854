"""Test vectors of the delivery root, worked out by hand from RFC 6962."""

from __future__ import annotations

import hashlib

from surveyor_app.protocol.roots import HeadMark, delivery_lines, delivery_root

A, B, C = "aa" * 32, "bb" * 32, "cc" * 32
ORIGINALS, REPORTS, STATEMENTS = "originals", "reports", "statements"
HEAD = HeadMark(device="dd" * 32, epoch=1, seq=7, hash=C)


def _leaf(text: str) -> bytes:
    return hashlib.sha256(b"\x00" + text.encode()).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def test_lines_are_sorted_and_unique() -> None:
    named = [
        (ORIGINALS, "e2", B),
        (ORIGINALS, "e1", A),
        (ORIGINALS, "e1", A),
        (REPORTS, "r1", B),
        (STATEMENTS, "p1", C),
    ]
    lines = delivery_lines(named, [HEAD])
    assert lines == [
        f"{A}  originals/e1\n",
        f"{B}  originals/e2\n",
        f"{B}  reports/r1\n",
        f"{C}  journal/{'dd' * 32}/1/7\n",
        f"{C}  statements/p1\n",
    ]


def test_root_of_three_lines() -> None:
    lines = delivery_lines([(ORIGINALS, "e1", A), (REPORTS, "r1", B)], [HEAD])
    first, second, third = (_leaf(line) for line in lines)
    assert delivery_root(reversed(lines)) == _node(_node(first, second), third).hex()


def test_fixed_vector() -> None:
    lines = delivery_lines([(ORIGINALS, "e1", A), (ORIGINALS, "e2", B), (REPORTS, "r1", C)], [HEAD])
    assert delivery_root(lines) == "0bc4051e4dfaa7b4178260a26cb0a7f4dda5ba6f37ac4dba0072aa72a84d25cd"


def test_root_of_nothing() -> None:
    assert delivery_root([]) == hashlib.sha256(b"").hexdigest()

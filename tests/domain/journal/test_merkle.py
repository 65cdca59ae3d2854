"""Merkle roots: the vectors of Certificate Transparency (RFC 6962), and roots over sorted lines."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.journal.merkle import head_line, manifest_line, merkle_root, root_of_lines

LEAVES = [
    bytes.fromhex(text)
    for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
# From the reference implementation (google/certificate-transparency, merkletree tests).
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(1, 9))
def test_root_is_that_of_the_reference_implementation(size: int) -> None:
    assert merkle_root(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert merkle_root([]) == hashlib.sha256(b"").digest()


@given(st.lists(st.binary(max_size=3), max_size=40))
def test_root_follows_the_definition(leaves: list[bytes]) -> None:
    assert merkle_root(leaves) == _by_definition(leaves)


def _by_definition(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962 §2.1, word by word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + _by_definition(leaves[:split]) + _by_definition(leaves[split:])).digest()


def test_lines_are_taken_sorted_and_once() -> None:
    lines = [
        manifest_line("a" * 64, "data/2.jpg"),
        manifest_line("b" * 64, "data/1.jpg"),
        head_line("d", 0, 7, "c" * 64),
    ]
    assert lines[0] == "a" * 64 + "  data/2.jpg\n"
    assert lines[2] == "c" * 64 + "  journal/d/0/7\n"
    assert root_of_lines(lines) == root_of_lines([*reversed(lines), lines[0]])
    assert root_of_lines(lines) == merkle_root([line.encode() for line in sorted(lines)]).hex()

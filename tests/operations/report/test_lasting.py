"""The PDF of a report made to last: what is refused before, and how far it gets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from surveyor_app.domain.errors import CertificateUnreadable, InputError, TimestampFailed
from surveyor_app.operations.report.lasting import Proofs, make_last, read_lists
from surveyor_app.report.signatures.levels import PadesLevel
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from tests.report.conftest import files, signed, unsigned
from tests.report.signatures.time_authority import TimeAuthority, make_time_authority, revocation_list

__all__ = ["files", "signed", "unsigned"]


@pytest.fixture(scope="module")
def time(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_time_authority(tmp_path_factory.mktemp("time") / "tsa")


@pytest.fixture(scope="module")
def stamps(time: TimeAuthority) -> TimestampAuthority:
    return TimestampAuthority(time.reply, (time.root.der,))


@pytest.fixture(scope="module")
def proofs(time: TimeAuthority) -> Proofs:
    return Proofs(lists=(revocation_list(), revocation_list(time.root)))


@pytest.mark.parametrize("wanted", [PadesLevel.B_T, PadesLevel.B_LT, PadesLevel.B_LTA])
def test_a_report_gets_as_far_as_wanted(
    signed: bytes, stamps: TimestampAuthority, proofs: Proofs, wanted: PadesLevel
) -> None:
    made = make_last(signed, stamps, proofs, wanted)
    assert (made.level, made.unproven) == (wanted, ())
    assert made.pdf.startswith(signed)


def test_without_lists_the_time_is_confirmed_all_the_same(
    signed: bytes, stamps: TimestampAuthority, proofs: Proofs
) -> None:
    made = make_last(signed, stamps, replace(proofs, lists=()))
    assert made.level is PadesLevel.B_T
    assert len(made.unproven) == 2


def test_what_does_not_hold_is_not_stamped(
    signed: bytes, unsigned: bytes, stamps: TimestampAuthority, proofs: Proofs
) -> None:
    place = len(unsigned) // 2
    changed = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
    for pdf in (changed, unsigned):
        with pytest.raises(InputError) as caught:
            make_last(pdf, stamps, proofs)
        assert caught.value.data["reason"] == "its signatures do not hold"


def test_an_authority_that_does_not_answer_is_an_error(signed: bytes, proofs: Proofs) -> None:
    def fetch(_request: bytes) -> bytes:
        raise TimestampFailed(server="x", reason="HTTP 503")

    with pytest.raises(TimestampFailed):
        make_last(signed, TimestampAuthority(fetch), proofs)


def test_lists_that_are_none_are_refused(
    signed: bytes, stamps: TimestampAuthority, proofs: Proofs, tmp_path: Path
) -> None:
    with pytest.raises(CertificateUnreadable):
        make_last(signed, stamps, Proofs(lists=(b"junk",)))
    with pytest.raises(CertificateUnreadable):
        read_lists([tmp_path / "gone.crl"])

"""Time stamps of a real authority (openssl), and of those that lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from asn1crypto import tsp

from surveyor_app.domain.errors import TimestampFailed
from surveyor_app.report.findings import FindingCode
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from surveyor_app.report.verification import verify_pdf
from tests.report.keys import authority, person
from tests.report.samples import ISSUED_AT
from tests.report.signatures.test_signing import pdfsig
from tests.report.signatures.time_authority import TimeAuthority, make_time_authority

Lie = Callable[[TimeAuthority, bytes], bytes]


@pytest.fixture(scope="module")
def time_authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_time_authority(tmp_path_factory.mktemp("time") / "tsa")


def _sign(pdf: bytes, timestamps: TimestampAuthority) -> bytes:
    return sign(pdf, person().credential, at=ISSUED_AT, reason="x", location="", timestamps=timestamps)


def test_a_real_authority_confirms_the_time(unsigned: bytes, time_authority: TimeAuthority, tmp_path: Path) -> None:
    pdf = _sign(unsigned, TimestampAuthority(time_authority.reply, (time_authority.root.der,)))
    said = pdfsig(pdf, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    verdict = verify_pdf(pdf, roots=[authority().der], timestamp_roots=[time_authority.root.der])
    assert verdict.holds, verdict.findings
    assert verdict.signatures[0].timestamped
    assert verdict.signatures[0].level == "B-T"
    (told,) = [finding for finding in verdict.findings if finding.code is FindingCode.TIMESTAMP_VALID]
    assert told.data["authority"] == "Time Root Stamps"
    # Whoever certifies surveyors does not vouch for the time by that, nor the other way round.
    open_points = {finding.code for finding in verify_pdf(pdf, roots=[authority().der]).findings}
    assert FindingCode.TIMESTAMP_UNTRUSTED in open_points
    assert not verify_pdf(pdf, roots=[time_authority.root.der]).holds


def test_an_authority_that_nobody_vouches_for_is_not_used(unsigned: bytes, time_authority: TimeAuthority) -> None:
    with pytest.raises(TimestampFailed) as caught:
        _sign(unsigned, TimestampAuthority(time_authority.reply, (authority().der,), "https://time.example"))
    assert caught.value.data == {"server": "https://time.example", "reason": "nobody known vouches for it"}


def _of_something_else(time: TimeAuthority, query: bytes) -> bytes:
    request = tsp.TimeStampReq.load(query)
    request["message_imprint"]["hashed_message"] = bytes(32)
    return time.reply(request.dump(force=True))


def _an_old_one(time: TimeAuthority, query: bytes) -> bytes:
    request = tsp.TimeStampReq.load(query)
    request["nonce"] = 7
    return time.reply(request.dump(force=True))


def _with_another_time(time: TimeAuthority, query: bytes) -> bytes:
    answer = time.reply(query)
    stated = tsp.TimeStampResp.load(answer)["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
    told = stated["gen_time"].contents
    return answer.replace(told, b"2020" + told[4:])


def _with_a_flipped_signature(time: TimeAuthority, query: bytes) -> bytes:
    answer = bytearray(time.reply(query))
    answer[-3] ^= 1
    return bytes(answer)


def _refused(time: TimeAuthority, query: bytes) -> bytes:
    """What openssl says of a digest it does not take."""
    request = tsp.TimeStampReq.load(query)
    request["message_imprint"] = {"hash_algorithm": {"algorithm": "sha1"}, "hashed_message": bytes(20)}
    return time.reply(request.dump(force=True))


LIES: dict[str, Lie] = {
    "of something else": _of_something_else,
    "an old one": _an_old_one,
    "another time": _with_another_time,
    "a flipped signature": _with_a_flipped_signature,
    "a sign-in page": lambda _time, _query: b"<html>",
    "nothing": lambda _time, _query: b"",
    "a refusal": _refused,
    "cut": lambda time, query: time.reply(query)[:-40],
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lying_authority_is_not_used(unsigned: bytes, time_authority: TimeAuthority, lie: str) -> None:
    with pytest.raises(TimestampFailed):
        _sign(unsigned, TimestampAuthority(lambda query: LIES[lie](time_authority, query)))


def test_each_answer_is_checked_not_the_first_alone(unsigned: bytes, tmp_path: Path) -> None:
    answers = iter([make_time_authority(tmp_path / "a", "A").reply, make_time_authority(tmp_path / "b", "B").reply])
    known = make_time_authority(tmp_path / "c", "A")
    with pytest.raises(TimestampFailed) as caught:
        _sign(unsigned, TimestampAuthority(lambda query: next(answers)(query), (known.root.der,)))
    assert caught.value.data["reason"] == "nobody known vouches for it", (
        "the first answer is the true one's, the second another's"
    )

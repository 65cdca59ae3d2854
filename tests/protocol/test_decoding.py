"""Messages survive the wire, and anything of another form is refused with the place named."""

from __future__ import annotations

import json

import pytest

from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.decoding import decode_message, encode_message
from surveyor_app.protocol.delivery import DeliverAnswer, DeliverRequest, Missing
from surveyor_app.protocol.messages import NewClaim, TokenRequest
from surveyor_app.protocol.roots import HeadMark

HEAD = HeadMark(device="d", epoch=0, seq=3, hash="h")


@pytest.mark.parametrize(
    "message",
    [
        DeliverRequest(until="full", delivery_root="r", heads=(HEAD,)),
        DeliverAnswer(missing=Missing(blobs=("a", "b"), heads=(HEAD,), behind=True)),
        NewClaim(fields={"report_no": "RD1", "claim_no": ["a"]}),
        TokenRequest(refresh_token="é中"),
    ],
)
def test_round_trip(message: object) -> None:
    assert decode_message(type(message), encode_message(message)) == message


def test_none_is_left_out() -> None:
    assert json.loads(encode_message(TokenRequest(user="a"))) == {"user": "a"}


def test_unknown_members_are_ignored() -> None:
    assert decode_message(TokenRequest, b'{"user": "a", "later": 1}') == TokenRequest(user="a")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"{", "not JSON"),
        (b"[]", "DeliverRequest"),
        (b'{"until": "full", "delivery_root": "r"}', "DeliverRequest.heads"),
        (b'{"until": 1, "delivery_root": "r", "heads": []}', "DeliverRequest.until"),
        (b'{"until": "full", "delivery_root": "r", "heads": {}}', "DeliverRequest.heads"),
        (
            b'{"until": "full", "delivery_root": "r", "heads": [{"device": "d", "epoch": true, "seq": 1, "hash": ""}]}',
            "DeliverRequest.heads.epoch",
        ),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_malformed_messages_are_refused(data: bytes, place: str) -> None:
    with pytest.raises(BadMessage) as caught:
        decode_message(DeliverRequest, data)
    assert caught.value.data["reason"] == place

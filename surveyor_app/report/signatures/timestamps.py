"""Time stamps of an authority (RFC 3161): used only when they say what was asked and come from whom they should.

This package opens no connection: how an authority is asked is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from asn1crypto import cms, tsp
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from surveyor_app.domain.errors import TimestampFailed

FetchTimestamp = Callable[[bytes], bytes]
"""Sends a DER ``TimeStampReq`` (RFC 3161) to an authority and returns the DER ``TimeStampResp``; raises TimestampFailed."""

GRANTED = "granted"


@dataclass(frozen=True, slots=True)
class TimestampAuthority:
    """How an authority is asked, and the certificates (DER) that vouch for it; without any its name is nobody's word but its own.

    ``server`` names it in errors.
    """

    fetch: FetchTimestamp
    roots: tuple[bytes, ...] = ()
    server: str = ""


class Timestamps(TimeStamper):
    """Time stamps through a function handed in; each is checked before it is used."""

    def __init__(self, authority: TimestampAuthority) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library is typed in part
        self._authority = authority

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask, parse and check."""
        answer = self._authority.fetch(req.dump())
        try:
            response = tsp.TimeStampResp.load(answer, strict=True)
            await _require_usable(req, response, self._authority)
        except TimestampFailed:
            raise
        except Exception as error:  # the library raises many kinds on hostile answers, each means the same to us
            raise TimestampFailed(server=self._authority.server, reason="not a time stamp") from error
        return response


async def _require_usable(req: tsp.TimeStampReq, response: tsp.TimeStampResp, authority: TimestampAuthority) -> None:
    server = authority.server
    if response["status"]["status"].native != GRANTED:
        raise TimestampFailed(server=server, reason="refused")
    token: cms.SignedData = response["time_stamp_token"]["content"]
    stated: tsp.TSTInfo = token["encap_content_info"]["content"].parsed
    if (
        stated["message_imprint"].dump() != req["message_imprint"].dump()
        or stated["nonce"].native != req["nonce"].native
    ):
        raise TimestampFailed(server=server, reason="for another request")
    # As of now: the token is fresh, and its certificate has to be valid.
    context = ValidationContext(trust_roots=_certificates(authority.roots), allow_fetching=False)
    imprint = req["message_imprint"]["hashed_message"].native
    status = TimestampSignatureStatus(**await validate_tst_signed_data(token, context, lambda _algorithm: imprint))
    if not (status.intact and status.valid):
        raise TimestampFailed(server=server, reason="bad signature")
    if authority.roots and not status.trusted:
        raise TimestampFailed(server=server, reason="nobody known vouches for it")


def _certificates(ders: Sequence[bytes]) -> list[Any]:
    return [asn1_x509.Certificate.load(der) for der in ders]

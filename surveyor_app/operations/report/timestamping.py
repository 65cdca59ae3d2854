"""The time-stamp authority that the settings or the command line name, ready to be asked."""

from __future__ import annotations

from functools import partial

from surveyor_app.domain.errors import CertificateUnreadable, TimestampFailed
from surveyor_app.operations.cases.verifying import read_roots
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from surveyor_app.settings import TimestampSettings
from surveyor_app.sync.timestamping import timestamp_fetcher


def timestamp_authority(chosen: TimestampSettings | None) -> TimestampAuthority | None:
    """Return the authority, ``None`` where none was chosen; nobody is asked yet.

    One that cannot be used as it was written down fails when it is asked, as one does that does not answer: a report is
    signed all the same.
    """
    if chosen is None or not chosen.url:
        return None
    try:
        return TimestampAuthority(timestamp_fetcher(chosen.url), timestamp_roots(chosen), chosen.url)
    except CertificateUnreadable:
        return TimestampAuthority(partial(_no_certificate, str(chosen.authority)), (), chosen.url)


def timestamp_roots(chosen: TimestampSettings | None) -> tuple[bytes, ...]:
    """Return the certificates (DER) that vouch for the authority; none where none are named.

    Raises:
        CertificateUnreadable: their file holds no certificate.
    """
    return tuple(read_roots(chosen.authority)) if chosen is not None and chosen.authority is not None else ()


def _no_certificate(path: str, _request: bytes) -> bytes:
    raise TimestampFailed(server=path, reason="no certificate in the file")

"""Signs a report that was laid out: with the time confirmed by an authority where one is reachable, without it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from surveyor_app.domain.errors import TimestampFailed
from surveyor_app.operations.report.assembling import Assembled
from surveyor_app.report.data import ReportLanguage
from surveyor_app.report.fields import prepare_fields
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.signing import draw_stamp, sign
from surveyor_app.report.signatures.timestamps import TimestampAuthority

PADES_B_B, PADES_B_T = "pades_b_b", "pades_b_t"
"""How a report was signed: the time is the signer's word, or a time-stamp authority confirmed it (ETSI EN 319 142-1)."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed PDF, how it was signed, and why nobody confirmed the time although somebody was asked to."""

    pdf: bytes
    method: str
    problem: TimestampFailed | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """By whom and when a report is signed, and who confirms the time."""

    credential: Credential
    at: datetime
    timestamps: TimestampAuthority | None

    def stamp(self, assembled: Assembled) -> bytes:
        """Return the picture of the signature."""
        reason, location, language = _words_of(assembled)
        return draw_stamp(self.credential, at=self.at, reason=reason, location=location, language=language)

    def sign(self, pages: bytes, stamp: bytes, assembled: Assembled) -> Signed:
        """Return the pages with their fields and a signature; a time stamp that cannot be had keeps nothing from being signed."""
        reason, location, language = _words_of(assembled)
        make = partial(
            sign,
            prepare_fields(pages, language=language),
            self.credential,
            at=self.at,
            reason=reason,
            location=location,
            language=language,
            stamp=stamp,
        )
        if self.timestamps is None:
            return Signed(make(), PADES_B_B)
        try:
            return Signed(make(timestamps=self.timestamps), PADES_B_T)
        except TimestampFailed as error:
            return Signed(make(), PADES_B_B, error)


def _words_of(assembled: Assembled) -> tuple[str, str, ReportLanguage]:
    return assembled.data.doc_no, assembled.place, assembled.data.language

"""Reports of every level of PAdES, and the authorities and lists that a judge of them needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from surveyor_app.central.authority.certificates import certify_signer, make_authority
from surveyor_app.operations.report.lasting import Proofs, make_last
from surveyor_app.protocol.purposes import Purpose
from surveyor_app.report.fields import prepare_fields
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.levels import PadesLevel
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from surveyor_app.report.typesetting import ReportFiles
from tests.judges.papers import Paper
from tests.report.keys import Issued
from tests.report.samples import sample
from tests.report.signatures.time_authority import make_time_authority, revocation_list


@dataclass(frozen=True, slots=True)
class Claimed:
    """A paper and the level that it claims."""

    paper: Paper
    level: PadesLevel


@dataclass(frozen=True, slots=True)
class LastingPapers:
    """The papers, the certificates to be trusted (PEM), and the lists of revoked ones at hand (DER)."""

    claimed: tuple[Claimed, ...]
    trusted: tuple[bytes, ...]
    lists: tuple[bytes, ...]


def lasting_papers(scratch: Path) -> LastingPapers:
    """Return one report at every level, reached with the time stamp in the signature and without; ``scratch`` is to be made.

    The surveyor's certificate is one that a centre gives out.
    """
    time = make_time_authority(scratch)
    stamps = TimestampAuthority(time.reply, (time.root.der,))
    now = datetime.now(UTC).replace(microsecond=0)
    centre = make_authority("Insurer", now, "https://centre.example")
    key = ec.generate_private_key(ec.SECP256R1())
    given = certify_signer(
        centre, key.public_key(), "zhang", "张查勘 Zhang", "surveyor", Purpose.REPORTS, now, timedelta(days=365)
    )
    credential = Credential.of(key, given, [centre.certificate])
    insurer = Issued(centre.private_key, centre.certificate)
    lists = revocation_list(insurer), revocation_list(time.root)
    pages = prepare_fields(lay_out(*sample(1), ReportFiles.installed()))

    def signed(timestamps: TimestampAuthority | None) -> bytes:
        return sign(pages, credential, at=now, reason="出具查勘报告", location="上海", timestamps=timestamps)

    plain, stamped = signed(None), signed(stamps)
    claimed = [
        Claimed(Paper("level-B-B", plain), PadesLevel.B_B),
        Claimed(Paper("level-B-T-in-the-signature", stamped), PadesLevel.B_T),
    ]
    for name, pdf in (("later", plain), ("in-the-signature", stamped)):
        for level in (PadesLevel.B_T, PadesLevel.B_LT, PadesLevel.B_LTA):
            made = make_last(pdf, stamps, Proofs(lists=lists), level)
            if made.pdf != pdf:
                claimed.append(Claimed(Paper(f"level-{level}-{name}", made.pdf), level))
        renewed = make_last(claimed[-1].paper.pdf, stamps, Proofs(lists=lists))
        claimed.append(Claimed(Paper(f"level-B-LTA-{name}-renewed", renewed.pdf), PadesLevel.B_LTA))
    return LastingPapers(tuple(claimed), (insurer.pem, time.root.pem), lists)

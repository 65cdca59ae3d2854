"""What was checked, part by part, and who vouches for each: findings grouped, with the names, the authority and the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from surveyor_app.report.findings import Finding, Level


class PartKind(StrEnum):
    """The parts of what is checked, in the order in which they are told."""

    ANCHOR = "anchor"
    """Whose word counts: the authority."""
    FILES = "files"
    """The folder and its lists, which nobody signs."""
    ORIGINALS = "originals"
    JOURNAL = "journal"
    """The lines of one device, or (without a name) what concerns all of them."""
    STATEMENT = "statement"
    REPORT = "report"
    RECEIPT = "receipt"


class TimeSource(StrEnum):
    """Whose word a time is."""

    SIGNER = "signer"
    """The signer's own, inside the signature."""
    DEVICE = "device"
    """The device's clock."""
    CENTRE = "centre"
    """The device's clock, compared with the centre's."""
    GPS = "gps"
    RECEIPT = "receipt"
    """The centre's, in its receipt."""
    TIMESTAMP = "timestamp"
    """A time-stamp authority's."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One signature that a part hangs on.

    ``signer`` is the person or office that the certificate names, ``subject`` the whole name (RFC 4514) where it is known.
    ``authority`` is the subject of the trusted root it leads to, empty where nobody who is trusted vouches. ``at`` is RFC 3339;
    ``fingerprint`` the SHA-256 of the certificate, where it is at hand.
    """

    signer: str
    authority: str = ""
    subject: str = ""
    device: str = ""
    at: str = ""
    time_source: TimeSource | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part with what was found about it; ``facts`` are numbers and names by stable keys, ``by_hand`` who signed on paper."""

    kind: PartKind
    name: str = ""
    proven_by: tuple[Proof, ...] = ()
    findings: tuple[Finding, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    by_hand: tuple[tuple[str, str, int], ...] = ()
    """(role of ``statement_role``, name, how often)."""

    @property
    def state(self) -> str:
        """Return ``bad``, ``proven`` (by someone a trusted authority vouches for), or ``open``; of the folder ``complete``."""
        if any(finding.level is Level.BAD for finding in self.findings):
            return "bad"
        if self.kind is PartKind.FILES:
            return "open" if any(finding.level is Level.WARN for finding in self.findings) else "complete"
        is_vouched = bool(self.proven_by) and all(proof.authority for proof in self.proven_by)
        return "proven" if is_vouched and not any(found.level is Level.WARN for found in self.findings) else "open"


def with_findings(parts: Sequence[Part], findings: Sequence[tuple[PartKind, str, Finding]]) -> tuple[Part, ...]:
    """Return the parts in their order with their findings; what belongs to no part that is there makes one.

    Nobody vouches for a part that does not hold: whoever signed, signed something else.
    """
    order = list(PartKind)
    found: dict[tuple[PartKind, str], list[Finding]] = {(part.kind, part.name): [*part.findings] for part in parts}
    for kind, name, finding in findings:
        found.setdefault((kind, name), []).append(finding)
    known = {(part.kind, part.name): part for part in parts}
    made = []
    for (kind, name), own in found.items():
        part = known.get((kind, name), Part(kind, name))
        is_bad = any(finding.level is Level.BAD for finding in own)
        signed = ((), ()) if is_bad else (part.proven_by, part.by_hand)
        made.append(Part(kind, name, signed[0], tuple(own), part.facts, signed[1]))
    return tuple(sorted(made, key=lambda part: order.index(part.kind)))

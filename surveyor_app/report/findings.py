"""What a check found, as codes with data; the sentences live where people read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """Whether a finding speaks for the document, leaves something open, or speaks against it."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class FindingCode(StrEnum):
    """Every finding of :func:`verify_pdf` and :func:`verify_bag`; data in brackets."""

    # PDF
    SIGNATURE_VALID = "signature_valid"
    """Intact, and the part of the file it covers is unchanged (field, signer, signed_at)."""
    SIGNATURE_BROKEN = "signature_broken"
    """The signed bytes were changed, or the signature value is wrong (field, signer)."""
    CHANGED_AFTER_SIGNING = "changed_after_signing"
    """Something not allowed was appended after the signature (field, signer)."""
    SIGNED_EARLIER_REVISION = "signed_earlier_revision"
    """Only what is allowed (another signature, a time stamp) was appended after it (field)."""
    SIGNATURE_UNSUPPORTED = "signature_unsupported"
    """The signature is of a kind, or so malformed, that it cannot be checked (field, reason)."""
    NO_SIGNATURES = "no_signatures"
    """Nothing in the file is signed."""
    FIELD_UNUSED = "field_unused"
    """A signature field is empty, which is normal (field)."""
    SIGNER_TRUSTED = "signer_trusted"
    """The certificate leads to one of the roots given (field, signer)."""
    SIGNER_UNTRUSTED = "signer_untrusted"
    """The certificate does not lead to any root given, or was not valid for signing then (field, signer, reason)."""
    TRUST_NOT_CHECKED = "trust_not_checked"
    """No roots were given, so nobody vouches for the name (field, signer)."""
    TIMESTAMP_VALID = "timestamp_valid"
    """A time-stamp authority that is trusted confirms the time (field, at, authority)."""
    TIMESTAMP_UNTRUSTED = "timestamp_untrusted"
    """The time stamp holds, but its authority leads to nobody who is trusted to confirm times (field, at, authority)."""
    TIMESTAMP_BROKEN = "timestamp_broken"
    """The time stamp does not hold (field)."""
    LEVEL_REACHED = "level_reached"
    """How long the signature can be checked: B-B, B-T, B-LT or B-LTA of PAdES (field, level)."""
    MANIFEST_MATCHES = "manifest_matches"
    """The attached evidence manifest gives the evidence root the document states (root, files)."""
    MANIFEST_MISMATCH = "manifest_mismatch"
    """The report states another root than the manifest gives (root, stated)."""
    MANIFEST_MISSING = "manifest_missing"
    """There is no evidence manifest: not one of our reports, or it was removed."""
    ROOT_NOT_STATED = "root_not_stated"
    """The document states no evidence root (root)."""
    ATTACHMENT_UNREADABLE = "attachment_unreadable"
    """An attachment cannot be unpacked (name)."""
    COPY_HOLDS = "copy_holds"
    """The report begins with the accessible copy that it states (sha256, bytes)."""
    COPY_DIFFERS = "copy_differs"
    """It begins with other bytes (sha256, bytes)."""
    COPY_ALONE = "copy_alone"
    """The file is the accessible copy of a report, or wants to be taken for it (sha256)."""

    # bag
    BAG_COMPLETE = "bag_complete"
    """Every file of the manifest is there with its hash, and no other (files)."""
    FILE_MISSING = "file_missing"
    """A file of a manifest is not there (path)."""
    FILE_CHANGED = "file_changed"
    """A file has another hash (path)."""
    FILE_UNLISTED = "file_unlisted"
    """A file in the payload stands in no manifest (path)."""
    FILE_UNREADABLE = "file_unreadable"
    """A file cannot be read (path, reason)."""
    PATH_UNSAFE = "path_unsafe"
    """A path leads out of the bag or through a link; it was not followed (path)."""
    MANIFEST_MALFORMED = "manifest_malformed"
    """A line of a manifest has another form (path, line)."""
    TAG_UNKNOWN = "tag_unknown"
    """A file outside the payload that we do not write; nothing signed speaks of it (path)."""
    NAMED_FILE_MISSING = "named_file_missing"
    """A file that the journal names is not in the bag (path)."""
    NAMED_FILE_CHANGED = "named_file_changed"
    """A file has another hash than the journal says (path)."""
    FILE_UNPROVEN = "file_unproven"
    """Nothing that is signed speaks of this file (path)."""
    EVIDENCE_MISSING = "evidence_missing"
    """An original of an evidence manifest is not in the bag (path)."""
    EVIDENCE_CHANGED = "evidence_changed"
    """An original has another hash than the evidence manifest says (path)."""
    EVIDENCE_ERASED = "evidence_erased"
    """An original of the evidence manifest is not there, and its record was erased by law (path)."""
    MANIFEST_REPLACED = "manifest_replaced"
    """The evidence manifest is not the one attached to the report, or does not follow from the journal (path)."""
    CUSTODY_DIFFERS = "custody_differs"
    """The custody list does not follow from the journal (path, line)."""
    CASE_DIFFERS = "case_differs"
    """A file names another case than the journal (path, case)."""
    NEWER_VERSION = "newer_version"
    """Lines of the journal wait for a newer version of the program; what only they say was not compared (lines)."""
    JOURNAL_HOLDS = "journal_holds"
    """Lines, chains, bodies and signatures of the journal hold (lines, bodies_absent, signatures_checked)."""
    JOURNAL_BROKEN = "journal_broken"
    """A line of the journal does not hold (line, reason)."""
    JOURNAL_CUT = "journal_cut"
    """The journal lacks a line that something signed names as the end of a chain (path, device, seq)."""
    SEEN_MISSING = "seen_missing"
    """Whoever wrote a line had seen more lines than are here (line, seen, here)."""
    JOURNAL_BRANCHES = "journal_branches"
    """Lines stand on dead branches: of a restored backup or a cloned disk (lines, first)."""
    DEVICE_KEY_MISSING = "device_key_missing"
    """Neither certificate nor key of a device is in the bag, so its signatures cannot be checked (device, line)."""
    DEVICE_UNPROVEN = "device_unproven"
    """The device that wrote lines has no certificate of anyone who is trusted (device, line)."""
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    """A certificate is unreadable or does not come from the authority (path)."""
    RECEIPT_HOLDS = "receipt_holds"
    """The receipt is the centre's, for this case and this journal (signer, issued_at)."""
    RECEIPT_BROKEN = "receipt_broken"
    """It is not (reason)."""
    RECEIPT_MISSING = "receipt_missing"
    """The bag was made before delivery."""
    RECEIPT_PARTIAL = "receipt_partial"
    """The receipt is for entries and previews; the originals had not all arrived."""
    RECEIPT_ROOT_UNCHECKED = "receipt_root_unchecked"
    """The delivery root cannot be worked out again: bodies were erased since, or a newer version wrote (root)."""
    AFTER_RECEIPT = "after_receipt"
    """Lines were written after the receipt, which does not cover them (lines, first)."""
    HANDOVER_HOLDS = "handover_holds"
    """Who handed the bag out signed for all of it, and nothing was changed since (device, user)."""
    HANDOVER_BROKEN = "handover_broken"
    """That signature does not hold (path, reason)."""
    HANDOVER_UNPROVEN = "handover_unproven"
    """It holds, but nobody vouches for the device that made it (device)."""
    HANDOVER_REVOKED = "handover_revoked"
    """It holds, but the certificate of the device was taken back, so it proves nothing (device)."""
    HANDOVER_MISSING = "handover_missing"
    """Nobody signed for the whole bag: what came last may have been left out."""
    REPORT_HOLDS = "report_holds"
    """A report in the bag holds (path)."""
    REPORT_BROKEN = "report_broken"
    """A report in the bag does not hold (path, reason)."""
    EVIDENCE_ROOT = "evidence_root"
    """The root over the bag's evidence manifest (root)."""

    # certificates taken back, in either
    REVOCATIONS_CHECKED = "revocations_checked"
    """Who has been locked out was looked up in a list of the authority (at)."""
    REVOCATIONS_UNCHECKED = "revocations_unchecked"
    """There is no such list, so nobody knows who was locked out (path)."""
    REVOCATIONS_OLD = "revocations_old"
    """The newest list was made before the receipt (at)."""
    REVOCATION_LIST_BROKEN = "revocation_list_broken"
    """The list in the bag is not the authority's (path, reason)."""
    SIGNER_REVOKED = "signer_revoked"
    """The signer's certificate was taken back, and nothing proves that this was signed before (field, signer, at)."""
    LINES_REVOKED = "lines_revoked"
    """Lines of a laptop that the office had locked out: they have no effect (lines)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with the data its sentence needs."""

    code: FindingCode
    level: Level
    data: Mapping[str, object] = field(default_factory=dict)


def ok(code: FindingCode, **data: object) -> Finding:
    """Return a finding that speaks for the document."""
    return Finding(code, Level.OK, data)


def warn(code: FindingCode, **data: object) -> Finding:
    """Return a finding that leaves something open."""
    return Finding(code, Level.WARN, data)


def bad(code: FindingCode, **data: object) -> Finding:
    """Return a finding that speaks against the document."""
    return Finding(code, Level.BAD, data)

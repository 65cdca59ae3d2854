"""The error tree: every error a user can meet, each with a stable code.

::

    SurveyorError
    ├── InputError              input_invalid, not_found, sealed, secret_missing, source_gone …
    │                           (of statements and consents: :mod:`surveyor_app.domain.statements.errors`,
    │                           of rule packs: :mod:`surveyor_app.domain.calculation.errors`)
    ├── CaseFileError           wrong_passphrase, not_a_case_file, newer_format, damaged_file …
    ├── ReportError             font_missing, certificate_expired, timestamp_failed …
    ├── WireError               unreachable, token_expired, chain_gap … (:mod:`surveyor_app.domain.wire_errors`)
    └── InstallationIncomplete  installation_incomplete

The domain holds no user text: the window and the command line map a code to sentences. ``data`` carries the names and
numbers those sentences need. :class:`Cancelled` is not an error: it says that a person pressed Cancel.
"""

from __future__ import annotations

from typing import ClassVar


class Cancelled(Exception):
    """A person cancelled a long operation; what was committed before stays."""


class SurveyorError(Exception):
    """Base of all errors with a stable ``code``; ``data`` names what the sentence for the user needs."""

    code: ClassVar[str] = "error"
    retryable: ClassVar[bool] = False

    def __init__(self, **data: object) -> None:
        self.data: dict[str, object] = data
        super().__init__(self.code, data)

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value}" for key, value in self.data.items())
        return f"{self.code} ({details})" if details else self.code


# ---------------------------------------------------------------------------------------------- input


class InputError(SurveyorError):
    """What was asked for cannot be done as asked; nothing changed. Data: ``field``, ``reason``."""

    code = "input_invalid"


class NotFound(InputError):
    """No such record, case or file. Data: ``what``, ``id`` or ``path``."""

    code = "not_found"


class Sealed(InputError):
    """The task's report is signed; what comes later is an addendum. Data: ``kind``, ``id``."""

    code = "sealed"


class SecretMissing(InputError):
    """A passphrase or code is needed and there is no terminal to ask on. Data: ``variable``."""

    code = "secret_missing"


class SourceGone(InputError):
    """The card or folder files were read from was taken away; what was read before is safe. Data: ``path``."""

    code = "source_gone"


class AlreadyStored(InputError):
    """All files that should be taken in are in the case already; nothing changed. Data: ``count``."""

    code = "already_stored"


class TargetExists(InputError):
    """The file or folder to be written is already there and is not overwritten. Data: ``path``."""

    code = "target_exists"


class StampInvalid(InputError):
    """A stamp has a field that there is not, too many lines, or too long a one. Data: ``name``, ``lines``, ``characters``."""

    code = "stamp_invalid"


class StampsUnreadable(InputError):
    """The file of the stamps that were changed cannot be used; it stays as it is. Data: ``path``, ``reason``."""

    code = "stamps_unreadable"


class NotReady(InputError):
    """Checks still ask for something, and no reason was given to sign all the same. Data: ``count``, ``first``."""

    code = "not_ready"


class CoverWordingFound(InputError):
    """What a party is to sign says something on cover. Data: ``kind``, ``id``, ``field``, ``words``, ``count`` of places."""

    code = "cover_wording"


class MapSheetUnreadable(InputError):
    """A map sheet (MBTiles) is none, is damaged, or holds no pictures. Data: ``path``, ``detail`` for the log."""

    code = "map_sheet_unreadable"


class NoClockCode(InputError):
    """No code of a clock page is found in the photo. Data: ``name``."""

    code = "no_clock_code"


class NoCaptureTime(InputError):
    """The file of the photo says no time. Data: ``name``."""

    code = "no_capture_time"


class CameraUnnamed(InputError):
    """The file of the photo names no camera. Data: ``name``."""

    code = "camera_unnamed"


class BadEntry(InputError):
    """Bytes are not a journal entry in canonical form. Data: ``reason``."""

    code = "bad_entry"


# ------------------------------------------------------------------------------------------ case file


class CaseFileError(SurveyorError):
    """Reading or writing the case file or the profile failed."""

    code = "casefile_error"


class WrongPassphrase(CaseFileError):
    """The passphrase opens none of the profile's slots."""

    code = "wrong_passphrase"


class RecoveryCodeWrong(CaseFileError):
    """The recovery code does not open the profile."""

    code = "recovery_code_wrong"


class RecoveryCodeNotShown(CaseFileError):
    """The recovery code could not be printed; the profile keeps it until it was. Data: ``path``, ``reason``."""

    code = "recovery_code_not_shown"


class RecoveryCodeConfirmed(CaseFileError):
    """The recovery code was shown and confirmed, so it is kept nowhere any more. Data: ``path``."""

    code = "recovery_code_confirmed"


class ProfileMissing(CaseFileError):
    """There is no profile at this place yet. Data: ``path``."""

    code = "profile_missing"


class ProfileDamaged(CaseFileError):
    """The profile's files cannot be read. Data: ``path``, ``reason``."""

    code = "profile_damaged"


class NotACaseFile(CaseFileError):
    """The file is not a Surveyor case file, or not of this profile, or its first page is damaged. Data: ``path``."""

    code = "not_a_case_file"


class ForeignCaseFile(CaseFileError):
    """The file is a case of another profile: its key is not ours. Data: ``path``."""

    code = "foreign_case_file"


class NewerFormat(CaseFileError):
    """The file was written by a newer version. Data: ``path``, ``found``, ``supported``."""

    code = "newer_format"


class DamagedFile(CaseFileError):
    """Pages of the file are damaged or it was cut short. Data: ``path``, ``reason``."""

    code = "damaged_file"


class CaseLocked(CaseFileError):
    """Another program has the case open. Data: ``path``."""

    code = "case_locked"


class CaseClosed(CaseFileError):
    """The case was closed before this was written; nothing of it was. Data: ``path``."""

    code = "case_closed"


class DiskFull(CaseFileError):
    """The disk is full; the last complete step is safe. Data: ``path``."""

    code = "disk_full"


class StorageFailed(CaseFileError):
    """The disk refused a read or write. Data: ``path``, ``reason``."""

    code = "storage_failed"


class MigrationFailed(CaseFileError):
    """An older file could not be brought to this version; it is as it was. Data: ``path``, ``reason``."""

    code = "migration_failed"


class BlobDamaged(CaseFileError):
    """A stored original no longer has its hash. Data: ``sha256``."""

    code = "blob_damaged"


class RecordingFailed(CaseFileError):
    """Camera or microphone gave nothing that can be encoded; what was recorded before is kept. Data: ``reason``."""

    code = "recording_failed"


class BlobMissing(CaseFileError):
    """No stored original with this hash. Data: ``sha256``."""

    code = "blob_missing"


class NotDelivered(CaseFileError):
    """A case that the centre has not signed for in full is not removed from the laptop. Data: ``path``, ``state``."""

    code = "not_delivered"


class OriginalsElsewhere(CaseFileError):
    """Originals that this needs are not on this laptop yet. Data: ``count``."""

    code = "originals_elsewhere"


# --------------------------------------------------------------------------------------------- report


class ReportError(SurveyorError):
    """Making, signing or checking a report or a bag failed."""

    code = "report_error"


class FontMissing(ReportError):
    """A font of the report template is not where it should be. Data: ``path``."""

    code = "font_missing"


class LayoutFailed(ReportError):
    """The layout engine refused the report. Data: ``reason``."""

    code = "layout_failed"


class CertificateExpired(ReportError):
    """The signing certificate is not valid now. Data: ``subject``, ``not_after``."""

    code = "certificate_expired"


class CertificateUnreadable(ReportError):
    """The certificate file cannot be read or its passphrase is wrong. Data: ``path``, ``reason``."""

    code = "certificate_unreadable"


class TokenModuleMissing(ReportError):
    """The module (PKCS#11) of the smart card or token cannot be loaded. Data: ``path``, ``reason``."""

    code = "token_module_missing"


class TokenNotFound(ReportError):
    """No card or token of this name is put in. Data: ``token``, ``module``."""

    code = "token_not_found"


class TokenPinWrong(ReportError):
    """The PIN does not open the card or token. Data: ``token``."""

    code = "token_pin_wrong"


class TokenKeyMissing(ReportError):
    """The card or token has no such certificate with its key, or several. Data: ``token``, ``found``."""

    code = "token_key_missing"


class TokenFailed(ReportError):
    """The card or token gave up: pulled out, locked, unable. Data: ``token``, ``reason``."""

    code = "token_failed"


class TimestampFailed(ReportError):
    """The time-stamp authority gave no time stamp that can be used. Data: ``server``, ``reason``."""

    code = "timestamp_failed"
    retryable = True


class PdfUnreadable(ReportError):
    """The file is no PDF that can be checked. Data: ``path``, ``reason``."""

    code = "pdf_unreadable"


class RevocationListInvalid(ReportError):
    """A list of certificates that were taken back cannot be believed. Data: ``reason``, ``path``."""

    code = "revocation_list_invalid"


class BagInvalid(ReportError):
    """The folder is no complete bag. Data: ``path``, ``reason``."""

    code = "bag_invalid"


# ---------------------------------------------------------------------------------------- installation


class InstallationIncomplete(SurveyorError):
    """Files that come with the program are not where they should be. Data: ``what``, ``path``, ``tried``."""

    code = "installation_incomplete"

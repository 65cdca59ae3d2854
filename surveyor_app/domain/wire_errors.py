"""Errors between laptop and centre; part of the tree of :mod:`surveyor_app.domain.errors`.

``retryable`` says whether trying again later may help.
"""

from __future__ import annotations

from surveyor_app.domain.errors import SurveyorError


class WireError(SurveyorError):
    """Laptop and centre could not agree; ``retryable`` says whether trying again later may help."""

    code = "wire_error"


class Unreachable(WireError):
    """The centre cannot be reached. Data: ``server``, ``reason``."""

    code = "unreachable"
    retryable = True


class ServerFailed(WireError):
    """The centre reported a fault of its own. Data: ``status``."""

    code = "server_failed"
    retryable = True


class CentreKeysLocked(WireError):
    """The centre's private keys are encrypted, and no key or another one was given. Data: ``reason``."""

    code = "centre_keys_locked"


class AuthorityChanged(WireError):
    """The server has another authority than the centre that enrolled this laptop. Data: ``server``, ``known``, ``found``."""

    code = "authority_changed"


class TokenExpired(WireError):
    """The access token is no longer valid; it is refreshed and the request repeated."""

    code = "token_expired"
    retryable = True


class TooManyAttempts(WireError):
    """Passwords or codes were tried too often; the next try has to wait. Data: ``wait_s``."""

    code = "too_many_attempts"
    retryable = True


class NotSent(WireError):
    """A mail or text message to a customer was taken by nobody. Data: ``reason``."""

    code = "not_sent"
    retryable = True


class ReportExists(WireError):
    """A claim of this report number was opened before, and no reason given for another. Data: ``report_no``, ``case``."""

    code = "report_exists"


class ActBarred(WireError):
    """The state of the claim, or who one is, bars this act. Data: ``act``, ``bars`` (ids of what is in the way, with commas)."""

    code = "act_barred"


class NotSignedIn(WireError):
    """User name, code or refresh token was refused."""

    code = "not_signed_in"


class NotEnrolled(WireError):
    """This laptop is not enrolled at a centre yet."""

    code = "not_enrolled"


TASK_TAKEN_BACK = "task taken back"
"""Reason of :class:`Forbidden`: what was written before that is taken, what came after is not."""


class Forbidden(WireError):
    """The case or task is not this surveyor's. Data: ``case``, ``reason``."""

    code = "forbidden"


class NotYourAct(Forbidden):
    """None of the account's roles may do this. Data: ``act``, ``roles`` (who may, comma-separated)."""

    code = "not_your_act"


class UnknownCase(WireError):
    """The centre does not know the case. Data: ``case``."""

    code = "unknown_case"


class ChainGap(WireError):
    """Entries before these are missing at the centre. Data: ``head_seq``, ``head_hash``."""

    code = "chain_gap"
    retryable = True


class ChainFork(WireError):
    """The centre holds another entry here: a restored backup. Data: ``head_seq``, ``head_hash``."""

    code = "chain_fork"


class BadHash(WireError):
    """Bytes do not have the hash they were announced with. Data: ``expected``, ``found``."""

    code = "bad_hash"


class BadSignature(WireError):
    """A signature does not fit the entry or the key. Data: ``entry``."""

    code = "bad_signature"


class CentreLost(WireError):
    """The centre lost what it had signed for: an older copy of it was restored. Told, not raised. Data: ``entries``."""

    code = "centre_lost"


class CentreForgets(WireError):
    """The centre says again that it lacks what it took a moment ago."""

    code = "centre_forgets"


class CertificateUnknown(WireError):
    """The device's key is not certified by this centre. Data: ``device``."""

    code = "certificate_unknown"


class DeviceRevoked(WireError):
    """The centre took this laptop's certificate back. Data: ``device``, ``at`` (UTC)."""

    code = "device_revoked"


class NotOwner(WireError):
    """The author may not write this record. Data: ``kind``, ``id``."""

    code = "not_owner"


class OffsetWrong(WireError):
    """An upload continues elsewhere. Data: ``offset``."""

    code = "offset_wrong"
    retryable = True


class NotComplete(WireError):
    """The centre still misses entries or originals. Data: ``missing``."""

    code = "not_complete"
    retryable = True


class BadMessage(WireError):
    """A message is not of the form both sides agreed on. Data: ``reason``."""

    code = "bad_message"


class NumbersDiffer(BadMessage):
    """A number means another entry here than at the centre: it was restored. Data: ``entry``, ``stored``, ``given``."""

    code = "numbers_differ"


class ReceiptInvalid(WireError):
    """The receipt's signature or content does not hold. Data: ``reason``."""

    code = "receipt_invalid"

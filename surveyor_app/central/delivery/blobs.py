"""Which blobs a case may send: originals and reports that its records name, and previews of them.

What lines of a newer version name is taken as well, though nothing here asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.storage import uploads
from surveyor_app.central.storage.uploads import ANNOUNCED, STORED, Upload
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.delivery import BlobAsk, BlobStanding, BlobState, NeedAnswer, NeedRequest
from surveyor_app.protocol.limits import MAX_NEED_ITEMS, MAX_PREVIEW_BYTES
from surveyor_app.records.naming import named_among, named_bytes
from surveyor_app.records.newer import hashes_in_newer

_SHA256 = re.compile("[0-9a-f]{64}")


def need(session: Session, caller: Caller, case: str, message: NeedRequest) -> NeedAnswer:
    """Say how each blob stands in this case, and note announced previews.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
        BadMessage: too many at once.
    """
    require_access(session, caller, case)
    if len(message.blobs) > MAX_NEED_ITEMS:
        raise BadMessage(reason="too many blobs", limit=MAX_NEED_ITEMS)
    named = named_blobs(session, case)
    return NeedAnswer(tuple(_standing(session, case, ask, named) for ask in message.blobs))


def plan(session: Session, caller: Caller, case: str, size: int, metadata: Mapping[str, bytes]) -> Upload:
    """Return how an upload stands or would begin; nothing is changed.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
        NotFound: no record of the case names the blob, so it is not taken.
        BadMessage: the metadata is malformed, or the size differs from the announced one.
    """
    sha256, preview_of = _hash(metadata, "sha256"), None
    if "preview_of" in metadata:
        preview_of = _hash(metadata, "preview_of")
    (found,) = plan_all(session, caller, case, [BlobAsk(sha256, size, preview_of)])
    if isinstance(found, str):
        raise NotFound(what="record", id=sha256, reason=found)
    return found


def plan_all(session: Session, caller: Caller, case: str, asks: Sequence[BlobAsk]) -> list[Upload | str]:
    """Return how each upload stands or would begin, or why it is not taken; nothing is changed.

    Raises:
        UnknownCase, Forbidden, BadMessage: see :func:`plan`.
    """
    require_access(session, caller, case)
    shown = {ask.preview_of or ask.sha256 for ask in asks}
    named = named_among(session, case, shown)
    if named != shown:
        named |= hashes_in_newer(session, case)
    known = uploads.find_all(session, case, [ask.sha256 for ask in asks])
    found: list[Upload | str] = []
    for ask in asks:
        planned = Upload(case, ask.sha256, ask.size, ANNOUNCED, 0, 0, b"", ask.preview_of)
        found.append(_refusal(ask, named) or uploads.standing(known.get(ask.sha256), planned))
    return found


def create(
    session: Session, caller: Caller, case: str, size: int, metadata: Mapping[str, bytes], expires_at: str
) -> Upload:
    """Begin an upload or find it; it lives until then at least.

    Raises:
        UnknownCase, Forbidden, NotFound, BadMessage: see :func:`plan`.
    """
    planned = plan(session, caller, case, size, metadata)
    upload = uploads.announce(session, case, planned.sha256, size, planned.preview_of)
    return uploads.create(session, upload, metadata.get("parts", b""), expires_at)


def find(session: Session, caller: Caller, case: str, sha256: str) -> Upload:
    """Return the standing of an upload the caller may continue.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
        NotFound: there is no such upload.
    """
    require_access(session, caller, case)
    return uploads.get(session, case, sha256)


def named_blobs(session: Session, case: str) -> set[str]:
    """Return the hashes of all bytes that the case's records name, withdrawn ones included, or those of a newer version may."""
    return {item.sha256 for item in named_bytes(session, case)} | hashes_in_newer(session, case)


def _standing(session: Session, case: str, ask: BlobAsk, named: Collection[str]) -> BlobStanding:
    if _SHA256.fullmatch(ask.sha256) is None or ask.size < 0:
        raise BadMessage(reason="sha256 or size")
    reason = _refusal(ask, named)
    if reason is not None:
        return BlobStanding(ask.sha256, BlobState.REFUSED, reason=reason)
    found = uploads.find(session, case, ask.sha256)
    if found is None and ask.preview_of is not None:
        found = uploads.announce(session, case, ask.sha256, ask.size, ask.preview_of)
    if found is not None and found.state == STORED:
        return BlobStanding(ask.sha256, BlobState.HAVE, found.size)
    if found is None or found.state == ANNOUNCED or not found.offset:
        # Also what was held and is lost: it begins again.
        return BlobStanding(ask.sha256, BlobState.NEED)
    return BlobStanding(ask.sha256, BlobState.PARTIAL, found.offset)


def _refusal(ask: BlobAsk, named: Collection[str]) -> str | None:
    """Return why a blob is not taken, ``None`` when it is."""
    if ask.preview_of is not None and ask.size > MAX_PREVIEW_BYTES:
        return "preview_too_large"
    return None if (ask.preview_of or ask.sha256) in named else "not_named"


def _hash(metadata: Mapping[str, bytes], name: str) -> str:
    text = metadata.get(name, b"").decode(errors="replace")
    if _SHA256.fullmatch(text) is None:
        raise BadMessage(reason=f"upload-metadata: {name}")
    return text

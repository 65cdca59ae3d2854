"""Content credentials (C2PA) of a file, checked offline. Runs inside a decoding worker.

By default the library fetches what a file links to, which would tell a stranger what is examined; every reader is given a
context without that. A manifest is only ever read: writing one would change the original.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO

from PIL import Image

from surveyor_app.media.facts import C2paState
from surveyor_app.media.texts import clean_text

if TYPE_CHECKING:
    import c2pa

MAX_CHECKED_BYTES = 256 << 20
"""The check hashes the whole file; this much takes about a second, and an import must not wait longer."""

_SETTINGS = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    # Identity assertions may name addresses as well: no host at all is allowed.
    "core": {"allowed_network_hosts": []},
}
# XMP names the manifest's address as an attribute or as an element; C2PA Technical Specification 2.2, section 11.5.
_LINK = re.compile(rb"dcterms:provenance\s*(?:=\s*[\"']|>)\s*(https?://[^\"'<\s]{1,2000})")
_UNTRUSTED = "signingCredential.untrusted"

Result = tuple[C2paState, str | None]
"""State and what there is to say about it."""


def check_embedded(file: BinaryIO, media_type: str) -> Result:
    """Check the manifest that a file carries; never raises for bad content.

    Args:
        file: The file, seekable; its position is changed.
        media_type: MIME type as sniffing gave it.
    """
    # Loading the library takes 40 ms and 10 MB, and most photos carry no credentials.
    import c2pa

    if file.seek(0, io.SEEK_END) > MAX_CHECKED_BYTES:
        return C2paState.NOT_CHECKED, None
    file.seek(0)
    try:
        with c2pa.Reader(media_type, file, context=_offline()) as reader:
            return _result(reader.get_validation_state(), json.loads(reader.json()))
    except c2pa.C2paError as error:
        return C2paState.UNREADABLE, clean_text(str(error))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        # The report of a hostile manifest has not the shape it should have.
        return C2paState.UNREADABLE, type(error).__name__


def linked_manifest(picture: Image.Image) -> str | None:
    """Return the address at which the file's XMP says its manifest lies; it is not visited."""
    found = picture.info.get("xmp")
    match = _LINK.search(found if isinstance(found, bytes) else str(found or "").encode("utf-8", "replace"))
    return clean_text(match[1]) if match else None


@lru_cache(maxsize=1)
def _offline() -> c2pa.Context:
    import c2pa

    return c2pa.Context(c2pa.Settings.from_dict(_SETTINGS))


def _result(validation: str | None, report: Mapping[str, Any]) -> Result:
    codes = list(dict.fromkeys(str(status["code"]) for status in report.get("validation_status") or ()))
    manifest = report["manifests"][report["active_manifest"]]
    parts = [_generator(manifest), ", ".join(codes), _signed(manifest.get("signature_info") or {})]
    return _state(validation, codes), clean_text("; ".join(part for part in parts if part))


def _state(validation: str | None, codes: list[str]) -> C2paState:
    if validation == "Trusted":
        return C2paState.VALID
    if validation == "Valid":
        return C2paState.VALID_UNTRUSTED if _UNTRUSTED in codes else C2paState.VALID
    return C2paState.INVALID


def _generator(manifest: Mapping[str, Any]) -> str:
    """Return which program made the claim: the older field is a text, the newer one a list of names and versions."""
    if text := manifest.get("claim_generator"):
        return str(text)
    infos = manifest.get("claim_generator_info") or [{}]
    return " ".join(str(infos[0][key]) for key in ("name", "version") if infos[0].get(key))


def _signed(signature: Mapping[str, Any]) -> str:
    return (
        " ".join(["signed by", *(str(signature[key]) for key in ("issuer", "time") if signature.get(key))])
        if signature
        else ""
    )

"""A token in software (SoftHSM 2) with certificates and keys on it, for the signatures of these tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.x509 import decode_x509_certificate

from tests.report.keys import Issued, authority

MODULES = [
    Path("/usr/lib/softhsm/libsofthsm2.so"),
    Path("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
    Path("/usr/lib64/pkcs11/libsofthsm2.so"),
    Path("/opt/homebrew/lib/softhsm/libsofthsm2.so"),
    Path("/usr/local/lib/softhsm/libsofthsm2.so"),
]
LABEL, PIN, OFFICER_PIN = "查勘 token", "1234 智", "87654321"


@dataclass(frozen=True)
class SoftToken:
    """The module and the file that tells it where its tokens lie."""

    module: Path
    configuration: Path


def make_token(folder: Path, held: dict[str, Issued]) -> SoftToken:
    """Make a token with certificates by their labels; skips where SoftHSM is not installed."""
    module = next((path for path in MODULES if path.is_file()), None)
    if module is None or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM 2 is not on this machine")
    (folder / "tokens").mkdir(parents=True)
    configuration = folder / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n", encoding="utf-8")
    environment = {**os.environ, "SOFTHSM2_CONF": str(configuration)}

    def run(*words: str) -> None:
        command = ["softhsm2-util", *words, "--pin", PIN]
        subprocess.run(command, env=environment, capture_output=True, check=True)

    run("--init-token", "--free", "--label", LABEL, "--so-pin", OFFICER_PIN)
    for n, (label, issued) in enumerate(held.items(), start=1):
        key = folder / f"{n}.pem"
        key.write_bytes(issued.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        run("--import", str(key), "--token", LABEL, "--label", label, "--id", f"{n:02x}")
    # What the module reads when it is first loaded in this process.
    os.environ["SOFTHSM2_CONF"] = str(configuration)
    library = pkcs11.lib(str(module))
    library.reinitialize()
    with library.get_token(token_label=LABEL).open(user_pin=PIN, rw=True) as session:
        for n, (label, issued) in enumerate(held.items(), start=1):
            _put(session, issued.der, label, bytes([n]))
        _put(session, authority().der, "authority", b"\xff")
    return SoftToken(module, configuration)


def _put(session: pkcs11.Session, der: bytes, label: str, id_: bytes) -> None:
    session.create_object(
        decode_x509_certificate(der)
        | {pkcs11.Attribute.LABEL: label, pkcs11.Attribute.ID: id_, pkcs11.Attribute.TOKEN: True}
    )

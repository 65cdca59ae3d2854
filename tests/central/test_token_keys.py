"""The centre's private keys open with a key on a token (SoftHSM): with it, its PIN and that very key, and with nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pkcs11
import pytest
from pkcs11 import Attribute, KeyType
from sqlalchemy import select

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import keys
from surveyor_app.cli.centre_keys import KEY, KEY_FILE, MODULE, TOKEN, TOKEN_KEY, CentreKeys, KeyPlace, centre_keys
from surveyor_app.cli.passphrases import PKCS11_PIN
from surveyor_app.domain.errors import InputError, SecretMissing
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.wire_errors import CentreKeysLocked
from tests.report.signatures.soft_token import LABEL, PIN, make_token

WRITTEN = b"0123456789abcdef0123456789abcdef"
KINDS = ("hmac", "aes", "rsa")


@dataclass(frozen=True)
class Tokens:
    """Two tokens of one name, of which the machine sees one at a time."""

    module: Path
    here: Path
    other: Path

    def put_in(self, configuration: Path) -> None:
        os.environ["SOFTHSM2_CONF"] = str(configuration)
        pkcs11.lib(str(self.module)).reinitialize()

    @property
    def place(self) -> KeyPlace:
        return KeyPlace(None, self.module, LABEL, "hmac")


def put_keys(module: Path) -> None:
    """Put a key of every kind on the token that is in, and one that signs differently each time."""
    with pkcs11.lib(str(module)).get_token(token_label=LABEL).open(user_pin=PIN, rw=True) as session:
        session.create_object({
            Attribute.CLASS: pkcs11.ObjectClass.SECRET_KEY, Attribute.KEY_TYPE: KeyType.GENERIC_SECRET,
            Attribute.VALUE: os.urandom(32), Attribute.LABEL: "hmac", Attribute.SIGN: True, Attribute.TOKEN: True,
        })  # fmt: skip
        session.generate_key(KeyType.AES, 256, label="aes", store=True)
        session.generate_keypair(KeyType.RSA, 2048, label="rsa", store=True)
        curve = pkcs11.util.ec.encode_named_curve_parameters("secp256r1")
        parameters = session.create_domain_parameters(KeyType.EC, {Attribute.EC_PARAMS: curve}, local=True)
        parameters.generate_keypair(label="elliptic", store=True)
        for _ in range(2):
            session.generate_key(KeyType.AES, 256, label="twice", store=True)


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Tokens:
    made = []
    for name in ("here", "other"):
        made.append(make_token(tmp_path_factory.mktemp(name), {}))
        put_keys(made[-1].module)
    return Tokens(made[0].module, made[0].configuration, made[1].configuration)


@pytest.fixture(autouse=True)
def put_in(tokens: Tokens, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first token is in, and only its PIN is in the environment."""
    for name in (KEY, KEY_FILE, MODULE, TOKEN, TOKEN_KEY):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(PKCS11_PIN, PIN)
    tokens.put_in(tokens.here)


@contextmanager
def opened(folder: Path, found: CentreKeys) -> Iterator[Centre]:
    with closing(Centre(CentreConfig(folder, key=found.key, key_before=found.before))) as centre:
        yield centre


def works(centre: Centre) -> str:
    office.open_claim(centre, "li", {"report_no": f"R{new_record_id()[-12:]}"})
    return centre.authority.centre_id


def kept(centre: Centre) -> dict[str, bytes]:
    with centre.database.read() as session:
        return {row.name: row.private_key for row in session.execute(select(keys.c.name, keys.c.private_key))}


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_gives_the_same_secret_each_time(tokens: Tokens, kind: str) -> None:
    place = replace(tokens.place, token_key=kind)
    first = centre_keys(place)
    assert len(first.key or b"") >= 32
    assert first.before is None
    tokens.put_in(tokens.here)
    assert centre_keys(place) == first
    others = [centre_keys(replace(place, token_key=other)).key for other in KINDS if other != kind]
    tokens.put_in(tokens.other)
    assert first.key not in [*others, centre_keys(place).key]
    assert (first.key or b"").hex() not in repr(first)


def test_a_centre_starts_with_the_token_and_with_nothing_else(tokens: Tokens, tmp_path: Path) -> None:
    with opened(tmp_path, centre_keys(tokens.place)) as centre:
        before, locked = works(centre), kept(centre)
    tokens.put_in(tokens.other)
    wrong = [centre_keys(tokens.place), CentreKeys(None), CentreKeys(WRITTEN)]
    tokens.put_in(tokens.here)
    wrong.append(centre_keys(replace(tokens.place, token_key="aes")))
    for found in wrong:
        with pytest.raises(CentreKeysLocked), opened(tmp_path, found):
            pass
    with opened(tmp_path, centre_keys(tokens.place)) as centre:
        assert (works(centre), kept(centre)) == (before, locked)


@pytest.mark.parametrize(
    ("label", "pin", "key", "reason"),
    [
        (LABEL, "0000", "hmac", "the PIN does not open the token"),
        ("another", PIN, "hmac", "the token is not there"),
        (LABEL, PIN, "nothing", "the token has no such key, or several"),
        (LABEL, PIN, "twice", "the token has no such key, or several"),
        (LABEL, PIN, "elliptic", "the token cannot do it"),
    ],
)
def test_what_is_wrong_is_told_apart(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch, label: str, pin: str, key: str, reason: str
) -> None:
    monkeypatch.setenv(PKCS11_PIN, pin)
    with pytest.raises(CentreKeysLocked) as caught:
        centre_keys(replace(tokens.place, token=label, token_key=key))
    assert caught.value.data == {"reason": reason}


def test_a_module_that_is_none_is_said(tokens: Tokens) -> None:
    with pytest.raises(CentreKeysLocked) as caught:
        centre_keys(replace(tokens.place, module=Path(__file__)))
    assert caught.value.data == {"reason": "the module of the token cannot be loaded"}


def test_without_a_pin_nothing_hangs(tokens: Tokens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PKCS11_PIN)
    with pytest.raises(SecretMissing):
        centre_keys(tokens.place)


def test_the_environment_names_the_token_and_half_a_name_is_refused(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MODULE, str(tokens.module))
    with pytest.raises(InputError):
        centre_keys()
    monkeypatch.setenv(TOKEN, LABEL)
    with pytest.raises(InputError):
        centre_keys()
    monkeypatch.setenv(TOKEN_KEY, "hmac")
    assert centre_keys() == centre_keys(tokens.place)


def test_a_written_secret_is_moved_to_the_token(
    tokens: Tokens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path, CentreKeys(WRITTEN)) as centre:
        before, written = works(centre), kept(centre)
    monkeypatch.setenv(KEY, WRITTEN.decode())
    both = centre_keys(tokens.place)
    assert both.before == WRITTEN
    for _ in range(2):
        with opened(tmp_path, both) as centre:
            assert works(centre) == before
    monkeypatch.delenv(KEY)
    with opened(tmp_path, centre_keys(tokens.place)) as centre:
        assert works(centre) == before
        moved = kept(centre)
    with pytest.raises(CentreKeysLocked), opened(tmp_path, CentreKeys(WRITTEN)):
        pass
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert not any(value in on_disk for value in written.values()), "what the old secret opens lies there no more"
    assert all(value in on_disk for value in moved.values())

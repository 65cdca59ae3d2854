"""One phone with the code sends files as they are; nobody else gets anything, and half a file is none."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.pairing.answering import Received
from surveyor_app.pairing.asking import MOST_BYTES
from surveyor_app.pairing.identity import new_identity
from surveyor_app.pairing.listening import MOST_GUESSES, Pairing
from surveyor_app.pairing.spool import Spool, forget_leftovers
from tests.pairing.phones import Phone

PAGE = {"": ("text/html; charset=utf-8", b"<h1>page</h1>"), "page.js": ("text/javascript", b"1")}
MOVIE = b"0123456789abcdef" * 200_000 + b"end"


class Laptop:
    """The other end: keeps what came, and answers as a case would."""

    def __init__(self, folder: Path, *, is_encrypted: bool = True) -> None:
        self.came: list[tuple[str, int, str, str | None, str]] = []
        self.answer = Received(is_safe=True, text="in the case")
        self.held = threading.Event()
        self.held.set()
        identity = new_identity(["127.0.0.1"], folder) if is_encrypted else None
        self.pairing = Pairing(PAGE, self._receive, folder, identity)
        self.phone = Phone(self.pairing.address("127.0.0.1", self.pairing.open("127.0.0.1")))

    def _receive(self, spool: Spool) -> Received:
        self.held.wait(20)
        digest = hashlib.sha256(b"".join(spool.chunks())).hexdigest()
        self.came.append((spool.name, spool.size, digest, spool.modified_at, spool.device))
        return self.answer


@pytest.fixture(params=[True, False], ids=["tls", "clear"])
def laptop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path, is_encrypted=request.param)
    yield made
    made.pairing.close()
    for _ in range(100):
        # Whatever was cut off is forgotten by its own thread.
        if list(tmp_path.iterdir()) == []:
            break
        threading.Event().wait(0.05)
    assert list(tmp_path.iterdir()) == [], "nothing of it stays on the disk"


def test_a_file_arrives_as_it_is_with_its_name_and_time(laptop: Laptop) -> None:
    phone = laptop.phone
    page = phone.ask("GET")
    assert (page.status, page.body) == (200, b"<h1>page</h1>")
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert phone.ask("GET", "/page.js").status == 200
    sent = phone.send("现场 1.mp4", MOVIE)
    assert (sent.status, json.loads(sent.body)) == (201, {"safe": True, "text": "in the case"})
    digest = hashlib.sha256(MOVIE).hexdigest()
    assert laptop.came == [
        ("现场 1.mp4", len(MOVIE), digest, "2026-11-20T06:03:22Z", "Linux; Android 15; Pixel 9"),
    ]
    assert phone.send("empty.jpg", b"").status == 201
    assert laptop.came[1][:2] == ("empty.jpg", 0)
    if laptop.pairing.is_encrypted:
        assert laptop.pairing.fingerprint.replace(" ", "").lower() == phone.seen, (
            "what the eye compares is what TLS shows"
        )
        assert "Secure" in page.headers["set-cookie"]


def test_what_the_case_did_not_take_is_not_called_sent(laptop: Laptop) -> None:
    laptop.phone.ask("GET")
    laptop.answer = Received(is_safe=False, text="the disk is full")
    sent = laptop.phone.send("a.jpg", b"a")
    assert (sent.status, json.loads(sent.body)) == (409, {"safe": False, "text": "the disk is full"})


def test_the_first_phone_is_the_only_one(laptop: Laptop) -> None:
    laptop.phone.ask("GET")
    other = Phone(laptop.phone.address)
    assert other.ask("GET").status == 403
    assert other.send("forged.jpg", b"forged").status == 403
    other.cookie = "pairing=guessed"
    assert other.send("forged.jpg", b"forged").status == 403
    assert laptop.came == []
    assert laptop.phone.send("own.jpg", b"own").status == 201, "who came first is not hindered"


def test_nothing_is_sent_before_the_page_was_opened(laptop: Laptop) -> None:
    assert laptop.phone.send("a.jpg", b"a").status == 403
    assert laptop.came == []


def test_without_the_code_there_is_nothing_and_guessing_ends_it(laptop: Laptop) -> None:
    stranger = Phone(laptop.phone.address.rsplit("/", 1)[0] + "/" + "A" * 32)
    for _ in range(MOST_GUESSES - 1):
        assert stranger.ask("GET").status == 404
    assert laptop.phone.ask("GET").status == 200, "the phone with the code still comes in"
    with contextlib.suppress(OSError):
        # The end may come before the answer.
        stranger.ask("GET")
    for _ in range(200):
        if not laptop.pairing.is_open:
            break
        threading.Event().wait(0.05)
    assert not laptop.pairing.is_open
    with pytest.raises(ConnectionError):
        laptop.phone.ask("GET")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content_Length": "-1"}, 400),
        ({"Content_Length": "9" * 40}, 400),
        ({"Content_Length": str(MOST_BYTES + 1)}, 413),
        ({"Content_Length": "１"}, 400),
        ({"Content_Length": "1", "X_File_Modified": "soon"}, 400),
        ({"Content_Length": "1", "X_File_Modified": "9" * 30}, 400),
        ({"Content_Length": "1", "X_File_Name": "a" * 5000}, 400),
        ({"Transfer_Encoding": "chunked"}, 411),
    ],
)
def test_what_makes_no_sense_is_refused(laptop: Laptop, headers: dict[str, str], status: int) -> None:
    laptop.phone.ask("GET")
    encoded = {name: value.encode().decode("latin-1") for name, value in headers.items()}
    assert laptop.phone.ask("PUT", "/files", None, **encoded).status == status
    assert laptop.came == []
    assert laptop.phone.send("a.jpg", b"a").status == 201


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\IMG 1.jpg", "IMG 1.jpg"),
        ("a\nb\x00.jpg", "ab.jpg"),
        ("..", "phone"),
    ],
)
def test_a_name_is_a_name_and_no_path(laptop: Laptop, sent: str, kept: str) -> None:
    laptop.phone.ask("GET")
    assert laptop.phone.send(sent, b"a").status == 201
    assert laptop.came[0][0] == kept


def test_half_a_file_is_none(laptop: Laptop) -> None:
    laptop.phone.ask("GET")
    connection = laptop.phone.connect()
    path = "/" + laptop.phone.address.split("/", 3)[3] + "/files"
    connection.putrequest("PUT", path)
    connection.putheader("Cookie", laptop.phone.cookie)
    connection.putheader("Content-Length", str(len(MOVIE)))
    connection.endheaders()
    connection.send(MOVIE[: len(MOVIE) // 2])
    connection.close()
    assert laptop.phone.send("next.jpg", b"next").status == 201
    assert [name for name, *_ in laptop.came] == ["next.jpg"]


def test_closing_cuts_off_what_is_on_its_way(laptop: Laptop) -> None:
    laptop.phone.ask("GET")
    connection = laptop.phone.connect()
    connection.putrequest("PUT", "/" + laptop.phone.address.split("/", 3)[3] + "/files")
    connection.putheader("Cookie", laptop.phone.cookie)
    connection.putheader("Content-Length", "1000000")
    connection.endheaders()
    connection.send(b"a" * 1000)
    laptop.pairing.close()
    assert _is_cut_off(connection)
    connection.close()
    assert laptop.came == []


def _is_cut_off(connection: http.client.HTTPConnection) -> bool:
    try:
        for _ in range(1000):
            connection.send(b"a" * 10_000)
    except OSError:
        return True
    return False


def test_the_silent_and_the_many_keep_nobody_waiting(laptop: Laptop) -> None:
    parts = laptop.phone.address.split("/")[2].split(":")
    silent = [socket.create_connection((parts[0], int(parts[1]))) for _ in range(3)]
    assert laptop.phone.ask("GET").status == 200
    assert laptop.phone.send("a.jpg", b"a").status == 201
    for connection in silent:
        connection.close()


def test_what_lies_on_the_disk_says_nothing(tmp_path: Path) -> None:
    spool = Spool(tmp_path, "a.jpg", None, "")
    spool.write(MOVIE)
    spool.write(b"more")
    (place,) = tmp_path.iterdir()
    spool._file.flush()
    assert b"0123456789abcdef" not in place.read_bytes()
    assert b"".join(spool.chunks()) == MOVIE + b"more"
    assert spool.read(len(MOVIE) - 3, 5) == b"endmo"
    assert spool.read(spool.size - 1, 100) == b"e"
    assert spool.read(spool.size + 5, 10) == b""
    spool.close()
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_a_kill_are_removed(tmp_path: Path) -> None:
    Spool(tmp_path, "a.jpg", None, "")._file.close()
    (tmp_path / "profile.toml").write_text("stays")
    forget_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["profile.toml"]


def test_a_leftover_that_cannot_be_removed_stops_nothing(tmp_path: Path) -> None:
    held = tmp_path / "paired-held"
    held.mkdir()
    (tmp_path / "paired-left").write_bytes(b"x")
    forget_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == [held]

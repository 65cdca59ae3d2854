"""Papers that a customer sends from a phone: what becomes of them, and of everything else that somebody could send instead."""

from __future__ import annotations

import hashlib
import io
import re
import socket
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from PIL import Image
from sqlalchemy.orm import Session

from surveyor_app.central.claims import customer_links, customer_papers, office, paper_acts
from surveyor_app.central.customer.visiting import COOKIE
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.web import form_files
from surveyor_app.central.web.form_files import shown_name
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading
from surveyor_app.sync.exchanging import Exchange
from tests.central.customer.customers import DIGITS, opened, phone
from tests.central.desk.test_claims import texts
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import patience

HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


def picture(colour: str = "white", size: tuple[int, int] = (60, 40), kind: str = "JPEG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, kind)
    return data.getvalue()


def bomb() -> bytes:
    """A PNG of some kilobytes that unfolds to 3.6 gigabytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 20_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000, 9))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def claim(live: EmbeddedCentre) -> tuple[str, str, str]:
    """A claim whose driving permit is asked for: case, link, paper."""
    case, token = opened(live)
    paper_acts.ask_for(live.centre, "li", case, ["driving_permit"])
    return case, token, papers(live, case)[0].id


@pytest.fixture
def browser(live: EmbeddedCentre, claim: tuple[str, str, str]) -> Iterator[httpx2.Client]:
    with phone(live, claim[1]) as client:
        yield client


def papers(live: EmbeddedCentre, case: str) -> list[Document]:
    with live.centre.database.read() as session:
        return reading.list_records(session, case, Document)


def evidence(live: EmbeddedCentre, case: str) -> list[Evidence]:
    with live.centre.database.read() as session:
        return reading.list_records(session, case, Evidence)


def send(browser: httpx2.Client, claim: tuple[str, str, str], *files: tuple[str, bytes]) -> httpx2.Response:
    return browser.post(f"/c/{claim[1]}/papers/{claim[2]}", files=[("file", (name, data)) for name, data in files])


# -------------------------------------------------------------------------------- what is kept


def test_a_photo_becomes_evidence_of_the_paper_at_the_desk_and_on_the_laptop(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client, make_laptop: MakeLaptop, office_user: str
) -> None:
    case, photo = claim[0], picture()
    answer = send(browser, claim, ("C:\\photos\\行驶证.jpg", photo))
    assert answer.status_code == 200
    assert "It has arrived" in answer.text
    (found,) = evidence(live, case)
    (paper,) = papers(live, case)
    assert (paper.state, paper.form, paper.channel, paper.received_by) == ("received", "photo", "customer_link", "李四")
    assert paper.evidence == (found.id,)
    assert paper.received_at is not None
    sha256 = hashlib.sha256(photo).hexdigest()
    assert (found.sha256, found.size_bytes, found.format, found.file_name) == (sha256, len(photo), "jpeg", "行驶证.jpg")
    assert (found.origin, found.evidence_class) == ("customer_link", "paper")
    with live.centre.database.read() as session:
        (link,) = customer_links.links_of(session, case)
        last = reading.numbered_history(session, case, 0, 100)[-1]
    assert found.source == last.actor == f"customer_link:{link.id}"
    with httpx2.Client(base_url=live.url, follow_redirects=True, timeout=60) as clerk:
        clerk.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        assert f"/claims/{case}/photos/{found.id}" in clerk.get(f"/claims/{case}").text
        assert clerk.get(f"/claims/{case}/blobs/{sha256}").content == photo
        grid = clerk.get(f"/claims/{case}/photos").text
        (preview,) = re.findall(rf'src="(/claims/{case}/blobs/[0-9a-f]+)"', grid)
        assert clerk.get(preview).headers["content-type"] == "image/jpeg"
    laptop = make_laptop("puller", case)
    office.assign(live.centre, "li", case, "puller")
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
        with Session(laptop.engine) as session:
            assert [item.sha256 for item in reading.list_records(session, case, Evidence)] == [sha256]
        assert client.send("GET", f"/v1/cases/{case}/blobs/{sha256}/content").content == photo


def test_a_form_that_the_network_cuts_loses_nothing_that_came_whole_and_is_sent_anew(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client
) -> None:
    case, token, paper = claim
    noise = Image.effect_noise((900, 900), 90)
    large = io.BytesIO()
    noise.save(large, "PNG")
    photos = [("red.jpg", picture("red")), ("green.jpg", picture("green")), ("large.png", large.getvalue())]
    whole = b""
    for name, data in [*photos[:2], ("broken.jpg", HTML), photos[2]]:
        whole += (
            f'--x\r\ncontent-disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode() + data + b"\r\n"
        )
    head = (
        f"POST /c/{token}/papers/{paper} HTTP/1.1\r\nhost: centre\r\ncookie: {COOKIE}={browser.cookies[COOKIE]}\r\n"
        f"content-type: multipart/form-data; boundary=x\r\ncontent-length: {len(whole) + 5}\r\n\r\n"
    )
    # The last photo is cut within its end. It is large, so that the centre has read the others before it learns that.
    with socket.create_connection(("127.0.0.1", int(live.url.rsplit(":", 1)[1]))) as cut:
        cut.sendall(head.encode() + whole[: -len(b"\r\n") - 1])
    until = time.monotonic() + 60
    while len(found := evidence(live, case)) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert {item.file_name for item in found} == {"red.jpg", "green.jpg"}
    assert "Send another page" in browser.get(f"/c/{token}").text
    assert send(browser, claim, *photos).status_code == 200
    assert [item.file_name for item in evidence(live, case)] == ["red.jpg", "green.jpg", "large.png"]


def test_pages_are_added_until_somebody_has_read_them(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client
) -> None:
    case = claim[0]
    send(browser, claim, ("1.jpg", picture("red")), ("2.png", picture("blue", kind="PNG")))
    (first,) = papers(live, case)
    assert first.pages == 2
    send(browser, claim, ("1.jpg", picture("red")))
    assert len(evidence(live, case)) == 2, "the same page again is no new one"
    send(browser, claim, ("3.webp", picture("green", kind="WEBP")))
    (paper,) = papers(live, case)
    assert (paper.pages, paper.received_at) == (3, first.received_at)
    paper_acts.review(live.centre, "li", case, paper.id)
    assert send(browser, claim, ("4.jpg", picture("black"))).status_code == 404
    paper_acts.review(live.centre, "li", case, paper.id, defects=["unreadable"])
    assert send(browser, claim, ("5.jpg", picture("pink"))).status_code == 200
    (paper,) = papers(live, case)
    assert (paper.state, paper.defects, paper.pages, paper.reviewed_at) == ("received", (), 1, None)
    assert len(evidence(live, case)) == 4, "what was rejected stays evidence"


# -------------------------------------------------------------------------------- what is not


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("", b"", "No photo or file was chosen"),
        ("empty.jpg", b"", "No photo or file was chosen"),
        ("photo.jpg", HTML, "is neither"),
        ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is neither"),
        ("film.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 99, "is neither"),
        ("photo.jpg", b"MZ" + b"\0" * 500, "is neither"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + HTML, "cannot see anything"),
        ("cut.jpg", picture(size=(900, 900))[:-400], "cannot see anything"),
        ("bomb.png", bomb(), "cannot see anything"),
        ("bad.pdf", b"%PDF-1.7\n" + HTML, "cannot see anything"),
        ("<script>x</script>.jpg", b"nothing", "is neither"),
    ],
)
def test_what_is_no_photo_or_paper_is_not_kept(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client, name: str, data: bytes, says: str
) -> None:
    answer = send(browser, claim, ("good.jpg", picture()), (name, data)) if data else send(browser, claim, (name, data))
    assert answer.status_code == 422
    assert says in texts(answer.text)
    assert "<script" not in answer.text
    assert evidence(live, claim[0]) == [], "all of a form is taken, or nothing"
    assert papers(live, claim[0])[0].state == "requested"


def test_a_form_that_is_too_large_is_read_to_its_end_and_not_kept(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_files, "MOST_FILE_BYTES", 100_000)
    answer = send(browser, claim, ("large.jpg", picture() + b"\0" * 200_000))
    assert answer.status_code == 422
    assert "too large" in answer.text
    many = [(f"{number}.jpg", picture(size=(number + 1, 9))) for number in range(form_files.MOST_FILES + 1)]
    assert "too large" in send(browser, claim, *many).text
    monkeypatch.setattr(form_files, "MOST_FORM_BYTES", 150_000)
    assert "too large" in send(browser, claim, *[(f"{n}.jpg", picture() + b"\0" * 90_000) for n in range(2)]).text
    field = browser.post(f"/c/{claim[1]}/papers/{claim[2]}", files={"note": (None, "x" * 5000)})
    assert "too large" in field.text
    assert evidence(live, claim[0]) == []


def test_who_sends_without_end_is_cut_off(
    claim: tuple[str, str, str], browser: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_files, "MOST_FORM_BYTES", 100_000)
    monkeypatch.setattr(form_files, "MOST_READ_BYTES", 300_000)
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        while sent < 1 << 30:
            sent += 65_536
            yield b"\0" * 65_536

    headers = {"content-type": "multipart/form-data; boundary=x"}
    try:
        answer = browser.post(f"/c/{claim[1]}/papers/{claim[2]}", content=endless(), headers=headers)
        assert answer.status_code == 422, answer.text
    except httpx2.TransportError:
        pass  # It was cut off before it could read the answer.
    assert sent < 1 << 28


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--y\r\n"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
        ),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"a: b\r\n" * 500),
        ("multipart/form-data; boundary=" + "x" * 5000, b"--x\r\n"),
        ("application/x-www-form-urlencoded", b"file=x"),
        ("multipart/form-datax", b"--x--"),
    ],
)
def test_what_is_no_whole_form_is_refused(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client, kind: str, body: bytes
) -> None:
    answer = browser.post(f"/c/{claim[1]}/papers/{claim[2]}", content=body, headers={"content-type": kind})
    assert 400 <= answer.status_code < 500
    assert evidence(live, claim[0]) == []


def test_nobody_sends_without_the_digits_or_for_another_claim(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client
) -> None:
    case, token, paper = claim
    other, _ = opened(live)
    paper_acts.ask_for(live.centre, "li", other, ["policy"])
    foreign = papers(live, other)[0].id
    photo = {"file": ("a.jpg", picture())}
    assert browser.post(f"/c/{token}/papers/{foreign}", files=photo).status_code == 404
    from_elsewhere = {"origin": "https://evil.example"}
    assert browser.post(f"/c/{token}/papers/{paper}", files=photo, headers=from_elsewhere).status_code == 403
    with phone(live, token, "") as stranger:
        assert stranger.post(f"/c/{token}/papers/{paper}", files=photo).status_code == 401
        assert stranger.post(f"/c/{token[:-1]}/papers/{paper}", files=photo).status_code == 404
    assert evidence(live, case) == evidence(live, other) == []


def test_a_claim_takes_so_many_files_and_no_more(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_papers, "MOST_OF_CASE", 2)
    assert send(browser, claim, ("1.jpg", picture("red")), ("2.jpg", picture("blue"))).status_code == 200
    assert "Please call us" in send(browser, claim, ("3.jpg", picture("green"))).text
    assert len(evidence(live, claim[0])) == 2


def test_a_store_that_refuses_leaves_nothing_counted(
    live: EmbeddedCentre, claim: tuple[str, str, str], browser: httpx2.Client, tmp_path: Path
) -> None:
    folder = Path(live.config.store_url) / "cases" / claim[0]
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"a file where a folder is to be")
    answer = send(browser, claim, ("a.jpg", picture()))
    assert answer.status_code >= 500
    assert answer.headers["content-type"].startswith("text/html")
    assert papers(live, claim[0])[0].state == "requested"
    folder.unlink()
    assert send(browser, claim, ("a.jpg", picture())).status_code == 200
    assert DIGITS not in answer.text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\证件.jpg", "证件.jpg"),
        ("a\r\nb\x00.jpg", "ab.jpg"),
        ("‮gpj.exe", "gpj.exe"),
        ("x" * 400, "x" * 255),
    ],
)
def test_a_name_is_for_display_alone(name: str, shown: str) -> None:
    assert shown_name(name) == shown

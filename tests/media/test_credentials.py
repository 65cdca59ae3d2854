"""Content credentials are checked offline and told as they are."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL.PngImagePlugin import PngInfo

from surveyor_app.media.credentials import MAX_CHECKED_BYTES
from surveyor_app.media.examining import examine_bytes, examine_path
from tests.media.made_files import encoded, quadrants

_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dcterms="http://purl.org/dc/terms/" {attribute}>{element}</rdf:Description>'
    "</rdf:RDF></x:xmpmeta>"
)


@contextmanager
def _server() -> Iterator[tuple[str, list[object]]]:
    """Listen on this machine; every connection is noted."""
    visits: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def note() -> None:
            try:
                while True:
                    connection, address = listening.accept()
                    visits.append(address)
                    connection.close()
            except OSError:
                pass

        thread = threading.Thread(target=note)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/manifest.c2pa", visits
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("form", ["attribute", "element"])
def test_a_link_to_a_manifest_is_recorded_and_never_followed(format_name: str, form: str) -> None:
    with _server() as (address, visits):
        written = {"attribute": "", "element": ""}
        written[form] = (
            f'dcterms:provenance="{address}"'
            if form == "attribute"
            else f"<dcterms:provenance>{address}</dcterms:provenance>"
        )
        facts = examine_bytes(_with_xmp(format_name, _XMP.format(**written))).facts
    assert (facts.c2pa, facts.c2pa_state, facts.c2pa_detail) == (False, "remote_not_fetched", address)
    assert visits == []


def test_a_file_with_a_link_and_a_manifest_part_is_not_looked_up() -> None:
    with _server() as (address, visits):
        plain = _with_xmp("JPEG", _XMP.format(attribute=f'dcterms:provenance="{address}"', element=""))
        facts = examine_bytes(_with_manifest_part(plain, b"junk")).facts
    assert facts.c2pa
    assert facts.c2pa_state == "unreadable"
    assert visits == []


def test_a_photo_without_credentials_says_nothing_of_them() -> None:
    facts = examine_bytes(encoded(quadrants(), "JPEG")).facts
    assert (facts.c2pa, facts.c2pa_state, facts.c2pa_detail) == (False, None, None)


@pytest.mark.parametrize("content", [b"", b"junk", b"\0" * 60, b"jumb" * 1000])
def test_a_broken_manifest_is_unreadable_and_costs_no_preview(content: bytes) -> None:
    found = examine_bytes(_with_manifest_part(encoded(quadrants(), "JPEG"), content))
    assert found.facts.c2pa
    assert found.facts.c2pa_state == "unreadable"
    assert found.preview is not None


def test_a_file_too_large_to_check_says_so(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.write(_with_manifest_part(encoded(quadrants(), "JPEG"), b"junk"))
        file.truncate(MAX_CHECKED_BYTES + 1)
    assert examine_path(path).facts.c2pa_state == "not_checked"


_EXPECTED = {
    "public-testfiles/adobe-20220124-C.jpg": ("valid_untrusted", "make_test_images/0.16.1", ()),
    "public-testfiles/adobe-20220124-CA.jpg": ("valid_untrusted", "make_test_images/0.16.1", ()),
    "public-testfiles/adobe-20220124-CAICA.jpg": ("valid_untrusted", "make_test_images/0.16.1", ()),
    "public-testfiles/adobe-20220124-E-dat-CA.jpg": (
        "invalid",
        "make_test_images/0.16.1",
        ("assertion.dataHash.mismatch",),
    ),
    "public-testfiles/adobe-20220124-E-sig-CA.jpg": (
        "invalid",
        "make_test_xxxxxx/0.16.1",
        ("claimSignature.mismatch",),
    ),
    "public-testfiles/adobe-20220124-XCA.jpg": (
        "invalid",
        "make_test_images/0.16.1",
        ("assertion.dataHash.mismatch",),
    ),
    "c2pa-python/C.dng": ("valid_untrusted", "c2pa-rs 0.59.1", ()),
    "c2pa-python/C_with_CAWG_data.jpg": ("valid_untrusted", "c2pa cawg test", ("cawg.x509.credential.untrusted",)),
    "c2pa-python/CIE-sig-CA.jpg": ("invalid", "make_test_images/0.36.1", ("claimSignature.mismatch",)),
    "c2pa-python/boxhash.jpg": ("valid_untrusted", "make_test_images/0.3.0", ()),
    "c2pa-python/video1.mp4": ("valid_untrusted", "TestApp c2patool/0.6.2", ()),
}


@pytest.mark.parametrize("name", sorted(_EXPECTED))
def test_public_files_are_judged_as_their_manifest_says(corpus_dir: Path, name: str) -> None:
    state, generator, codes = _EXPECTED[name]
    facts = examine_path(corpus_dir / "c2pa" / name).facts
    assert facts.c2pa
    assert facts.c2pa_state == state
    detail = facts.c2pa_detail or ""
    assert detail.startswith(generator)
    for code in (*codes, "signingCredential.untrusted"):
        assert code in detail
    assert "C2PA Test Signing Cert" in detail


def test_a_manifest_in_the_cloud_stays_there(corpus_dir: Path) -> None:
    facts = examine_path(corpus_dir / "c2pa/c2pa-python/cloud.jpg").facts
    assert (facts.c2pa, facts.c2pa_state) == (False, "remote_not_fetched")
    assert (facts.c2pa_detail or "").startswith("https://cai-manifests.adobe.com/manifests/adobe-urn-uuid-5f37e182")


def _with_xmp(format_name: str, xmp: str) -> bytes:
    if format_name == "TIFF":
        return encoded(quadrants(), "TIFF", tiffinfo={700: xmp.encode()})
    if format_name == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp)
        return encoded(quadrants(), "PNG", pnginfo=info)
    return encoded(quadrants(), format_name, xmp=xmp.encode())


def _with_manifest_part(jpeg: bytes, content: bytes) -> bytes:
    """Return a JPEG with an APP11 segment that claims to be a C2PA manifest."""
    box = (
        b"JP"
        + b"\0\1"
        + b"\0\0\0\1"
        + (16 + len(content)).to_bytes(4, "big")
        + b"jumb"
        + b"c2pa"
        + b"\0\0\0\0"
        + content
    )
    return jpeg[:2] + b"\xff\xeb" + (2 + len(box)).to_bytes(2, "big") + box + jpeg[2:]

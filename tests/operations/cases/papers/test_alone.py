"""A paper alone: proven by the seal it carries, or by nobody; whoever changes a byte of it is caught."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from surveyor_app.domain.journal.canonical import canonical, sha256_hex
from surveyor_app.domain.journal.entries import Entry
from surveyor_app.report.statements.checking import StatementVerdict, verify_statement
from surveyor_app.report.statements.increment import appended
from surveyor_app.report.statements.paper import SEAL_NAME, read_paper
from surveyor_app.report.statements.seal import sealed_bytes
from tests.operations.cases.papers.forging import Seal, painted, redrawn, reworded, seal_of, with_seal
from tests.operations.cases.papers.world import Papers


def check(pdf: bytes, papers: Papers, *, trusting: bool = True) -> StatementVerdict:
    paper = read_paper(pdf)
    assert paper is not None
    return verify_statement(pdf, paper, roots=papers.roots if trusting else ())


def told(verdict: StatementVerdict, level: str = "bad") -> dict[str, dict[str, object]]:
    return {item.code.value: dict(item.data) for item in verdict.findings if item.level == level}


@pytest.mark.parametrize("name", ["copy", "first", "foreign"])
def test_a_copy_handed_out_proves_itself_by_the_authority(papers: Papers, name: str) -> None:
    verdict = check(papers[name], papers)
    assert {item.level.value for item in verdict.findings} == {"ok"}
    assert verdict.is_anchored
    assert verdict.known is not None
    assert {who.name for who in verdict.known.signers} == {"李国强", "张查勘", "王协办"}


def test_a_copy_begins_with_what_was_sealed(papers: Papers) -> None:
    assert papers["copy"].startswith(papers["sealed"])
    assert sealed_bytes(papers["copy"], seal_of(papers["copy"])) == papers["sealed"]


def test_without_an_authority_it_is_not_proven_by_whom(papers: Papers) -> None:
    verdict = check(papers["copy"], papers, trusting=False)
    assert verdict.holds
    assert not verdict.is_anchored
    assert "trust_not_checked" in told(verdict, "warn")


@pytest.mark.parametrize("name", ["sealed", "draft", "older"])
def test_a_paper_without_a_seal_proves_nothing(papers: Papers, name: str) -> None:
    verdict = check(papers[name], papers)
    assert list(told(verdict, "warn")) == ["statement_not_proven"]
    assert verdict.holds
    assert not verdict.is_anchored


def _other_lines(papers: Papers) -> bytes:
    return with_seal(papers["sealed"], json.loads(seal_of(papers["first"])))


def _edited_line(papers: Papers) -> bytes:
    seal = json.loads(seal_of(papers["copy"]))
    line = next(
        line for line in seal["lines"] if (line["body"] or {"fields": {}})["fields"].get("signer_name") == "李国强"
    )
    line["body"]["fields"]["signer_name"] = "李国弱"
    return with_seal(papers["sealed"], seal)


def _without_bodies(papers: Papers) -> bytes:
    seal = json.loads(seal_of(papers["copy"]))
    for line in seal["lines"]:
        line["body"] = line["salt"] = None
    return with_seal(papers["sealed"], seal)


def _without_the_seal_line(papers: Papers) -> bytes:
    seal = json.loads(seal_of(papers["copy"]))
    seal["lines"] = [line for line in seal["lines"] if '"action":"seal"' not in line["line"]]
    return with_seal(papers["sealed"], seal)


def _without_a_page(papers: Papers) -> bytes:
    seal = json.loads(seal_of(papers["copy"]))
    seal["lines"] = [line for line in seal["lines"] if '"kind":"statement_page"' not in line["line"]]
    return with_seal(papers["sealed"], seal)


def _more_at_the_end(papers: Papers) -> bytes:
    return papers["copy"] + b"% more\n"


def _painted_over(papers: Papers) -> bytes:
    return painted(papers["copy"])


def _sealed_words_changed(papers: Papers) -> bytes:
    changed = reworded(papers["sealed"])
    return with_seal(changed, json.loads(seal_of(papers["copy"])))


def _sealed_ink_changed(papers: Papers) -> bytes:
    changed = redrawn(papers["sealed"])
    return with_seal(changed, json.loads(seal_of(papers["copy"])))


FORGERIES: dict[str, tuple[Callable[[Papers], bytes], str]] = {
    "lines of another statement": (_other_lines, "other_statement"),
    "a signer renamed": (_edited_line, "line"),
    "bodies left out": (_without_bodies, "line"),
    "no line that seals": (_without_the_seal_line, "other_statement"),
    "no line of the pages": (_without_a_page, "other_pages"),
    "something after it": (_more_at_the_end, "appended"),
    "an update over page 1": (_painted_over, "appended"),
    "words changed in what is sealed": (_sealed_words_changed, "other_paper"),
    "handwriting changed in what is sealed": (_sealed_ink_changed, "other_paper"),
}


@pytest.mark.parametrize("trusting", [True, False])
@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_copy_is_caught(papers: Papers, forgery: str, trusting: bool) -> None:
    make, reason = FORGERIES[forgery]
    found = told(check(make(papers), papers, trusting=trusting))
    assert found["statement_seal_broken"]["reason"] == reason


def test_a_copy_sealed_anew_by_a_key_of_the_forgers(papers: Papers) -> None:
    """Everything is consistent; only nobody who is trusted vouches for the key."""
    verdict = check(_sealed_by_a_stranger(papers["sealed"], seal_of(papers["copy"])), papers)
    assert "device_unproven" in told(verdict)
    assert not verdict.is_anchored
    alone = check(_sealed_by_a_stranger(papers["sealed"], seal_of(papers["copy"])), papers, trusting=False)
    assert not alone.is_anchored
    assert told(alone, "warn") or told(alone)


def test_an_attachment_of_another_statement(papers: Papers) -> None:
    stranger = io.BytesIO(papers["sealed"])
    mine = read_paper(papers["first"])
    theirs = read_paper(stranger.getvalue())
    assert mine is not None
    assert theirs is not None
    swapped = papers["sealed"].replace(theirs.id.encode(), mine.id.encode())
    assert "statement_inconsistent" in told(check(swapped, papers))


def test_a_pdf_without_our_marks_is_no_statement(papers: Papers) -> None:
    assert read_paper(b"%PDF-1.7\n" + papers["copy"][9:].replace(b"statement", b"statemant")) is None


def _sealed_by_a_stranger(sealed: bytes, content: bytes) -> bytes:
    key = Ed25519PrivateKey.generate()
    raw = key.public_key().public_bytes_raw()
    seal: Seal = json.loads(content)
    for line in seal["lines"]:
        entry = Entry.from_bytes(line["line"].encode())
        data = json.loads(entry.to_bytes()) | {"device": sha256_hex(raw)}
        line["line"] = canonical(data).decode()
        line["signature"] = base64.b64encode(key.sign(line["line"].encode())).decode()
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    seal["certificates"] = {"key.pem": pem.decode()}
    made = appended(sealed, SEAL_NAME, canonical(seal))
    assert made is not None
    return sealed + made

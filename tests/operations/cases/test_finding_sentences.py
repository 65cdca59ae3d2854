"""Every finding a verification can make has a sentence in both languages, filled from the finding's own data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.domain.wire_errors import BadSignature
from surveyor_app.operations.cases.verdicts import VerificationFinding
from surveyor_app.report.findings import FindingCode
from surveyor_app.wording.languages import chinese, english, languages

PACKAGE = Path(__file__).resolve().parents[3] / "surveyor_app"
CALL = re.compile(r'Finding\(\s*"([a-z_]+)",\s*(\{[^{}]*\}|dict\()')


def made_in_code() -> list[tuple[str, frozenset[str]]]:
    """Codes with the names of their data, read from the sources of the packages that make them."""
    found = []
    for path in [*PACKAGE.glob("records/*.py"), *PACKAGE.glob("casefile/*.py")]:
        for code, data in CALL.findall(path.read_text(encoding="utf-8")):
            found.append(
                (code, frozenset(re.findall(r'"([a-z0-9_]+)":', data)) if data != "dict(" else frozenset({"reason"}))
            )
    return sorted(set(found), key=lambda item: (item[0], sorted(item[1])))


@pytest.mark.parametrize(("code", "names"), made_in_code())
def test_findings_of_a_case_file_have_sentences(code: str, names: frozenset[str]) -> None:
    for language in languages(resources_dir()):
        sentence = VerificationFinding(code, "bad", {name: "…" for name in names}).sentence(language)
        assert not sentence.startswith(code)
        assert "?" not in sentence


@pytest.mark.parametrize("code", list(FindingCode))
def test_findings_of_documents_have_sentences(code: FindingCode) -> None:
    documented = frozenset(re.findall(r"[a-z0-9_]+", (_docstring(code).rpartition("(")[2]).rstrip(").")))
    for language in languages(resources_dir()):
        finding = VerificationFinding(code.value, "bad", dict.fromkeys(documented, "…"))
        assert "?" not in finding.sentence(language)
        assert not finding.sentence(language).startswith(code.value)


REASON = re.compile(r'(?:blame\(.*?, |_break\(|return |reason=)"([a-z_]+)"')


def reasons() -> set[str]:
    """Return the reasons that a bag's check gives, read from its sources."""
    sources = (
        PACKAGE / "report" / f"{name}.py"
        for name in ("bag/journal", "bag/receipt", "bag/checking", "bag/revoked", "cms", "revocation_lists")
    )
    found = {reason for path in sources for reason in REASON.findall(path.read_text(encoding="utf-8"))}
    return found | {BadSignature.code, PdfUnreadable.code} | {code.value for code in FindingCode if _is_of_pdf(code)}


def _is_of_pdf(code: FindingCode) -> bool:
    """Tell whether a check of a PDF may say that this speaks against it."""
    source = (PACKAGE / "report" / "verification.py").read_text(encoding="utf-8")
    return re.search(rf"bad\(FindingCode\.{code.name}\b", source) is not None


@pytest.mark.parametrize("reason", sorted(reasons()))
def test_reasons_have_words_in_both_languages(reason: str) -> None:
    finding = VerificationFinding("receipt_broken", "bad", {"reason": reason})
    assert reason not in finding.sentence(chinese())
    assert finding.sentence(english()) != f"The receipt does not hold: {reason}."


def test_reasons_written_in_the_sources_were_found() -> None:
    assert {"chain", "body_missing", "delivery_root", "signature_broken", "untrusted"} <= reasons()


def test_codes_written_in_the_sources_were_found() -> None:
    assert {"salt_damaged", "projection_differs", "signature_bad", "head_missing"} <= {
        code for code, _ in made_in_code()
    }


def _docstring(code: FindingCode) -> str:
    source = (PACKAGE / "report" / "findings.py").read_text(encoding="utf-8")
    found = re.search(rf'{code.name} = "{code.value}"\n    """(.*?)"""', source, re.DOTALL)
    return found.group(1) if found else ""


@pytest.mark.parametrize(
    "loss", ["lost_original", "lost_pages", "mended", "lost_entries", "said_again", "waiting", "lost_bodies"]
)
def test_what_salvaging_lost_has_sentences(loss: str) -> None:
    for language in languages(resources_dir()):
        data = {"name": "…", "kind": "…"} if loss == "lost_original" else {"count": "2"}
        sentence = VerificationFinding(f"salvage_{loss}", "bad", data).sentence(language)
        assert not sentence.startswith("salvage_")
        assert "?" not in sentence

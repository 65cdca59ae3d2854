"""The papers that are judged, made by the code that makes them for a surveyor, and what each of them must keep.

Signed reports of none, one and many photos with one to three signatures, the accessible copy of each, drafts; statements signed,
with an interpreter, a correction or a fingerprint, refused, and as drafts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from surveyor_app.report.accessible.copies import accessible_copy
from surveyor_app.report.data import ReportLanguage
from surveyor_app.report.fields import FIELD_NAMES, prepare_fields
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from tests.report.keys import person
from tests.report.samples import ISSUED_AT, sample

ARCHIVED = ("PDF/A-3a",)
ACCESSIBLE = ("PDF/A-3a", "PDF/UA-1")
LANGUAGES: tuple[ReportLanguage, ...] = ("zh_CN", "en", "both")
MANY = 300
SIGNED = tuple(
    (photos, signers) for photos, signers in product((0, 1, 37, MANY), (1, 2, 3)) if photos < MANY or signers == 1
)
HOSTILE = "a\u202egpj.exe 😀 ئۇيغۇر \u200b" + "W" * 200


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF as it is handed out; ``name`` says what it is, and is its file name without the suffix."""

    name: str
    pdf: bytes
    claims: tuple[str, ...] = ARCHIVED


def report_papers() -> Iterator[Paper]:
    """Yield 30 signed reports, their accessible copies, and drafts."""
    for language, (photos, signers) in product(LANGUAGES, SIGNED):
        yield from _report(language, photos, signers)
    for language, photos in product(LANGUAGES, (0, 37)):
        yield draft(language, photos)


def few_papers() -> Iterator[Paper]:
    """Yield what a short look takes: a report with its copy, and a draft."""
    yield from _report("both", 5, 2)
    yield draft("en", 2)


def _report(language: ReportLanguage, photos: int, signers: int) -> Iterator[Paper]:
    name = f"report-{language}-{photos}-{signers}"
    pdf = _signed(language, photos, FIELD_NAMES[:signers])
    yield Paper(name, pdf)
    yield Paper(f"{name}-accessible", accessible_copy(pdf), ACCESSIBLE)


def draft(language: ReportLanguage, photos: int) -> Paper:
    """Return the draft of a report in which somebody typed what no font has."""
    data, pictures, manifest = sample(photos, language=language, draft=True)
    people = tuple(replace(group, title=HOSTILE) for group in data.people)
    typed = replace(data, report_no="", people=people * 9, texts=(replace(data.texts[0], text=HOSTILE),))
    return Paper(f"draft-{language}-{photos}", lay_out(typed, pictures, manifest, ReportFiles.installed()), ACCESSIBLE)


def _signed(language: ReportLanguage, photos: int, fields: tuple[str, ...]) -> bytes:
    files = ReportFiles.installed()
    pdf = prepare_fields(lay_out(*sample(photos, language=language), files), language=language)
    for field in fields:
        pdf = sign(
            pdf,
            person().credential,
            at=ISSUED_AT,
            reason="出具查勘报告 Issue",
            location="上海 Shanghai",
            field=field,
            files=files,
            language=language,
        )
    return pdf

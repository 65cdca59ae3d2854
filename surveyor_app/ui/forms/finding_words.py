"""What a finding reads like in the window: its sentence with the labels of fields, and where words stand which words they are."""

from __future__ import annotations

from surveyor_app.domain.checks.findings import Finding
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language


def finding_words(finding: Finding, labels: Labels) -> str:
    """Return the sentence; names of fields in its data are shown as labels."""
    language = current_language()
    data = dict(finding.data)
    for key, value in finding.data.items():
        if isinstance(value, str):
            named = [labels.field(kind, value, language) for kind in (finding.record_kind, "claim")]
            data[key] = next((label for label in named if label != value), value)
    said = finding.check.text.filled(**data).in_(language)
    place = finding.place(language)
    return f"{said} · {place}" if place else said

"""What is still open as one list: each line leads to its field and takes its reason; one reason may stand for all the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from surveyor_app.domain.checks.findings import Finding, Level
from surveyor_app.domain.checks.gaps import Key, Reasons, key_of
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.scrolling_dialog import OPTIONAL
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

LONGEST = 200
Wording = Callable[[Finding], str]
"""Says a finding in the window's language."""


class GapList(QWidget):
    """Asks once for the reasons of all findings it is given. ``changed`` at each key."""

    changed = Signal()
    record_wanted = Signal(str, str, str)
    """Please show where a gap is mended: kind, id and field."""

    def __init__(self, labels: Labels, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels, self._wording = labels, wording
        self._findings: list[Finding] = []
        self.general = QLineEdit()
        self.general.setMaxLength(LONGEST)
        self.general.setAccessibleName(tr("One reason for all that have none of their own"))
        self.general.setPlaceholderText(tr("One reason for all that have none of their own"))
        self.general.textChanged.connect(lambda _text: self._on_typed())
        self.warnings = QLineEdit()
        self.warnings.setMaxLength(LONGEST)
        self.warnings.setAccessibleName(tr("One reason for all warnings"))
        self.warnings.setPlaceholderText(tr("One reason for all warnings"))
        self.warnings.textChanged.connect(lambda _text: self._on_typed())
        self.warnings.hide()
        self.lines: dict[Key, QLineEdit] = {}
        self.links: dict[Key, QToolButton] = {}
        self._places: list[tuple[Key, QLineEdit, QWidget]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.setLayout(looks.column(self.general, self.warnings, self._rows, spacing=10))

    def ask(self, findings: Sequence[Finding], given: Reasons) -> None:
        """Ask for the reasons of these findings; what was given before stands there already."""
        looks.clear(self._rows)
        self.lines, self.links, self._places = {}, {}, []
        self._findings = list(findings)
        self.warnings.setVisible(any(finding.check.is_warning for finding in findings))
        kinds = list(dict.fromkeys(finding.record_kind for finding in findings))
        ordered = sorted(findings, key=lambda finding: kinds.index(finding.record_kind))
        for kind, found in groupby(ordered, lambda finding: finding.record_kind):
            self._rows.addWidget(looks.label("section", self._labels.kind(kind, current_language()), wrap=True))
            for finding in found:
                self._rows.addWidget(self._row(finding, given))
        self._on_typed()

    def reasons(self) -> Reasons:
        """Return what was typed; the reason for all warnings is that of each that has none of its own."""
        single = {key: line.text().strip() for key, line in self.lines.items() if line.text().strip()}
        if told := self.warnings.text().strip():
            single = dict.fromkeys(self._warned(), told) | single
        return Reasons(self.general.text().strip(), single)

    def lacking(self) -> list[Finding]:
        """Return what must be done or is warned of and has no reason yet."""
        return self.reasons().lacking(item for item in self._findings if item.check.wants_reason)

    def _warned(self) -> list[Key]:
        return [key_of(finding) for finding in self._findings if finding.check.is_warning]

    def first_stop(self) -> QLineEdit:
        """Return where the keyboard goes: the reason for all."""
        return self.general

    def _row(self, finding: Finding, given: Reasons) -> QWidget:
        row = QWidget(self)
        said = self._wording(finding)
        is_must = finding.check.level is Level.MUST
        link = looks.tool(partial(self._open, finding), parent=row)
        looks.name(link, tr("Go there: {finding}", finding=said), *(("bad", "bad") if is_must else ("alert", "warn")))
        line = QLineEdit(given.single.get(key_of(finding), ""))
        line.setMaxLength(LONGEST)
        line.setAccessibleName(tr("Reason: {finding}", finding=said))
        line.textChanged.connect(lambda _text: self._on_typed())
        self.lines[key_of(finding)], self.links[key_of(finding)] = line, link
        layout = looks.row(link, looks.label("", said, wrap=True), line, spacing=8)
        layout.setStretch(1, 3)
        layout.setStretch(2, 2)
        row.setLayout(layout)
        self._places.append((key_of(finding), line, row))
        return row

    def _open(self, finding: Finding) -> None:
        self.record_wanted.emit(finding.record_kind, finding.id, finding.field or "")

    def _on_typed(self) -> None:
        """Show in the empty lines which reason stands for them."""
        general, warnings, warned = self.general.text().strip(), self.warnings.text().strip(), set(self._warned())
        # Enter goes through the single lines only while no reason stands for them, and to that only while something lacks one.
        for key, line, row in self._places:
            reason = (warnings if key in warned else "") or general
            line.setPlaceholderText(reason or tr("Reason"))
            row.setProperty(OPTIONAL, bool(reason))
        self.general.setProperty(OPTIONAL, not self.lacking())
        self.warnings.setProperty(OPTIONAL, bool(general))
        self.changed.emit()

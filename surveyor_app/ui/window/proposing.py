"""Proposes another value for what is the office's, and shows beside each value what was proposed and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from surveyor_app.domain.claim.proposals import ACCEPTED, REFUSED, Proposal, proposed_value
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.journal.record import Record
from surveyor_app.operations.editing.proposals import propose
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Side
from surveyor_app.ui.forms import record_access, withdrawing
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.ui.forms.record_form import make_editor
from surveyor_app.ui.forms.value_texts import text_of
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

LONGEST = 200
"""So much of a proposed text is shown beside the value; the office sees all of it."""
TONES = {ACCEPTED: "ok", REFUSED: "bad"}


@dataclass(frozen=True, slots=True)
class Target:
    """A field that is the office's; ``name`` says of which record where there are several."""

    record: Record
    spec: FieldSpec
    name: str = ""


def proposal_words(proposal: Proposal, spec: FieldSpec, labels: Labels) -> str:
    """Return what is proposed and what became of it."""
    try:
        value = text_of(spec, proposed_value(proposal, spec), labels)
    except InputError:
        value = formats.EMPTY
    value = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
    decided = {
        ACCEPTED: tr("Proposed and accepted: {value}", value=value),
        REFUSED: tr("Proposed and refused: {value}", value=value),
    }.get(proposal.state or "", tr("Proposed: {value}", value=value))
    parts = [decided, *([proposal.decision_reason] if proposal.decision_reason else [])]
    return PARTS.join(parts)


class ProposalsPanel(Side):
    """The inspector of the claim while it is the office's: which field, which value, why; below, what was proposed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._targets: Sequence[Target] = ()
        self._editor: FieldEditor | None = None
        self._title = looks.label("heading")
        self._why = looks.label("help", wrap=True)
        self.fields = QuietCombo(self.body)
        self.fields.activated.connect(lambda _row: self._show_target())
        self._now = looks.label("secondary", wrap=True)
        self._place = QVBoxLayout()
        self._reason_label = looks.label("field")
        self.reason = QLineEdit(self.body)
        self.reason.textChanged.connect(self._allow)
        self.reason.returnPressed.connect(self.propose)
        self.button = looks.button("primary", self.propose, self.body)
        self._list = QVBoxLayout()
        self.body.setLayout(
            looks.column(
                self._title, self._why, self.fields, self._now, self._place,
                looks.column(self._reason_label, self.reason, spacing=4), self.button, 8, self._list, None,
                spacing=10, margin=14,
            )
        )  # fmt: skip
        self.retranslate()

    @property
    def editor(self) -> FieldEditor | None:
        """The editor of the value that is being proposed."""
        return self._editor

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        self._title.setText(tr("Propose another value"))
        self._why.setText(tr("The office owns these fields and decides. Until then both values stay visible."))
        self.fields.setAccessibleName(tr("Field"))
        self._reason_label.setText(tr("Why"))
        self.reason.setAccessibleName(tr("Why"))
        looks.face(self.button, tr("Propose"))
        self.show_targets(self._targets)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Offer these fields, and list what was proposed for any of them."""
        before = self._current()
        self._targets = targets
        self.fields.clear()
        for target in targets:
            label = self._desk.labels.field(target.record.KIND, target.spec.name, current_language())
            self.fields.addItem(PARTS.join(part for part in (target.name, label) if part))
        row = next((row for row, target in enumerate(targets) if before and _same(target, before)), 0)
        self.fields.setCurrentIndex(row)
        after = self._current()
        if before is None or after is None or not _same(before, after) or self._editor is None:
            self._show_target()
        self._say_now()
        self._show_list()
        self._allow()

    def choose(self, kind: str, field: str) -> None:
        """Choose a field, if it is offered."""
        for row, target in enumerate(self._targets):
            if (target.record.KIND, target.spec.name) == (kind, field) and row != self.fields.currentIndex():
                self.fields.setCurrentIndex(row)
                self._show_target()
                return

    def propose(self) -> None:
        """Propose the value that was typed."""
        target, editor = self._current(), self._editor
        if target is None or editor is None or not self.button.isEnabled():
            return
        case, value, reason = self._desk.case, editor.value(), self.reason.text()
        record, field = target.record, target.spec.name

        def on_done(_made: object) -> None:
            self.reason.clear()
            self._show_target()

        self._desk.edits.do(lambda: propose(case, record.KIND, record.id, field, value, reason), on_done, None, self)

    # ------------------------------------------------------------------------------------------ inside

    def _current(self) -> Target | None:
        row = self.fields.currentIndex()
        return self._targets[row] if 0 <= row < len(self._targets) else None

    def _show_target(self) -> None:
        looks.clear(self._place)
        self._editor, target = None, self._current()
        if target is not None:
            self._editor = make_editor(target.record.KIND, target.spec, self._desk.labels, self.body)
            self._editor.edited.connect(self._allow)
            self._place.addWidget(self._editor)
            self._editor.show()  # at once: Tab may follow before the layout shows it
            QWidget.setTabOrder(self.fields, self._editor.control)
            QWidget.setTabOrder(self._editor.control, self.reason)
        self._say_now()
        self._allow()

    def _say_now(self) -> None:
        target = self._current()
        now = text_of(target.spec, getattr(target.record, target.spec.name), self._desk.labels) if target else ""
        self._now.setText(tr("The office has: {value}", value=now) if target else "")

    def _allow(self) -> None:
        """Offer it once there is another value, and why."""
        target, editor = self._current(), self._editor
        is_other = (
            target is not None
            and editor is not None
            and not editor.problem()
            and editor.value() is not None
            and editor.value() != getattr(target.record, target.spec.name)
        )
        self.button.setEnabled(is_other and bool(self.reason.text().strip()))

    def _show_list(self) -> None:
        looks.clear(self._list)
        for proposal in record_access.list_all(self._desk.case, Proposal):
            target = next((item for item in self._targets if _is_of(proposal, item)), None)
            if target is None:
                continue
            label = self._desk.labels.field(target.record.KIND, target.spec.name, current_language())
            words = looks.label("", proposal_words(proposal, target.spec, self._desk.labels), wrap=True)
            looks.set_tone(words, TONES.get(proposal.state or "", ""))
            why = looks.label("help", proposal.reason or "", wrap=True)
            lines = looks.column(looks.label("field", label), words, why, spacing=2, margin=8)
            if self._may_withdraw(proposal):
                lines.addWidget(self._withdraw_button(proposal))
            self._list.addWidget(looks.card(lines))

    def _withdraw_button(self, proposal: Proposal) -> QWidget:
        def ask() -> None:
            withdrawing.ask(self, withdrawing.below(button), self._desk, Proposal, [proposal.id])

        button = looks.button("link", ask)
        looks.face(button, tr("Withdraw…"))
        return button

    def _may_withdraw(self, proposal: Proposal) -> bool:
        found = record_access.get_with_rights(self._desk.case, Proposal, proposal.id, ["value"])
        return proposal.is_open and bool(found[1])


def _same(one: Target, other: Target) -> bool:
    return (one.record.KIND, one.record.id, one.spec.name) == (other.record.KIND, other.record.id, other.spec.name)


def _is_of(proposal: Proposal, target: Target) -> bool:
    return (proposal.target_kind, proposal.target_uid, proposal.target_field) == (
        target.record.KIND,
        target.record.id,
        target.spec.name,
    )

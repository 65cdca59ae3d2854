"""The consents of one person: what was asked, answered and taken back, with the buttons to ask and to take back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.operations.people.consents import consents_of, record_consent, revoke
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.people.consent_dialog import ConsentDialog
from surveyor_app.wording.translation import current_language, tr


class ConsentsPanel(QWidget):
    """Shows the register of one person of the case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person: str | None = None
        self.consents: list[Consent] = []
        self.list = LinkList()
        self.none = looks.label("secondary", wrap=True)
        self.ask_button = looks.button("", self._on_ask)
        self.revoke_button = looks.button("", self._on_revoke)
        self.setLayout(looks.column(self.list, self.none, self.ask_button, self.revoke_button, spacing=8))
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts anew."""
        looks.face(self.ask_button, tr("Ask for consent…"), "sign")
        looks.face(self.revoke_button, tr("Take back…"), "undo")
        self.none.setText(
            tr("Nothing was asked yet: recording, fingerprint, medical records need the person's own consent.")
        )
        self._say()

    def show_person(self, person_id: str | None) -> None:
        """Show another person's register."""
        self._person = person_id
        self.reload()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(Consent.KIND):
            self.reload()

    def reload(self) -> None:
        """Read the register again."""
        self.consents = consents_of(self._desk.case, self._person) if self._person else []
        self._say()

    def ask(self, purpose: str) -> ConsentDialog | None:
        """Ask for one consent."""
        person = record_access.get(self._desk.case, Person, self._person) if self._person else None
        if person is None:
            return None
        claim = record_access.first_claim(self._desk.case)
        dialog = ConsentDialog(
            self._desk.resources,
            person,
            purpose,
            self._desk.labels.value("consent_purpose", purpose, current_language()),
            insurer=(claim.insurer if claim else None) or "",
            today=self._desk.case.author.clock().instant().local.date(),
            guardians=record_access.people_options(self._desk.case),
            parent=self,
        )
        dialog.accepted.connect(partial(self._keep, dialog))
        dialog.open()
        return dialog

    def take_back(self, consent_id: str, reason: str) -> None:
        """Note that a consent is taken back."""
        self._desk.edits.do(lambda: revoke(self._desk.case, consent_id, reason), None, None, self)

    def _keep(self, dialog: ConsentDialog) -> None:
        answered, drawing, pointer = dialog.answered(), dialog.pad.drawing(), dialog.pad.pointer()
        given = drawing if answered.mode == "signed" else None
        self._desk.edits.do(lambda: record_consent(self._desk.case, answered, given, pointer), None, None, self)

    def _on_ask(self) -> None:
        menu = QMenu(self)
        for choice in self._desk.labels.choices("consent_purpose"):
            menu.addAction(choice.label.in_(current_language())).triggered.connect(
                lambda _checked=False, purpose=choice.id: self.ask(purpose)
            )
        menu.popup(self.ask_button.mapToGlobal(QPoint(0, self.ask_button.height())))

    def _on_revoke(self) -> None:
        menu = QMenu(self)
        for consent in self._standing():
            menu.addAction(self._purpose(consent)).triggered.connect(
                lambda _checked=False, item=consent: self._ask_why(item)
            )
        menu.popup(self.revoke_button.mapToGlobal(QPoint(0, self.revoke_button.height())))

    def _ask_why(self, consent: Consent) -> None:
        reason, is_given = QInputDialog.getText(self, self._purpose(consent), tr("Why it is taken back (optional)"))
        if is_given:
            self.take_back(consent.id, reason)

    def _standing(self) -> list[Consent]:
        return [item for item in self.consents if item.granted and item.revoked_at is None]

    def _purpose(self, consent: Consent) -> str:
        return self._desk.labels.value("consent_purpose", consent.purpose, current_language())

    def _say(self) -> None:
        self.list.show_lines(tr("Consents"), [self._line(consent) for consent in self.consents])
        self.none.setVisible(not self.consents)
        self.ask_button.setEnabled(self._person is not None)
        self.revoke_button.setEnabled(bool(self._standing()))

    def _line(self, consent: Consent) -> Line:
        purpose, at = self._purpose(consent), formats.instant(consent.given_at)
        if consent.revoked_at is not None:
            when = formats.instant(consent.revoked_at)
            return Line(tr("{purpose}: taken back {at}", purpose=purpose, at=when), "undo", "warn")
        if not consent.granted:
            return Line(tr("{purpose}: not agreed, {at}", purpose=purpose, at=at), "bad", "bad")
        if consent.until:
            until = formats.day(consent.until)
            return Line(tr("{purpose}: agreed {at}, until {until}", purpose=purpose, at=at, until=until), "ok", "ok")
        return Line(tr("{purpose}: agreed {at}", purpose=purpose, at=at), "ok", "ok")

"""Asks a person for one consent: the wording in large type, yes or no, spoken or signed on the pad."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import needs_guardian
from surveyor_app.domain.texts import Language
from surveyor_app.operations.people.consents import SIGNED, SPOKEN, Answered, wording
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.ink.pad import InkPad
from surveyor_app.wording.languages import find_language, languages
from surveyor_app.wording.translation import current_language, mark, said_in, tr

AGREED, NOT_AGREED = mark("I agree"), mark("I do not agree")
BESIDE_TEXT_PX, WIDEST_PX = 48, 240
"""Arrow, padding and border of a box of choices; how wide one is at most."""
RETENTION_YEARS = 5
"""What the date starts with; the surveyor sets what the insurer keeps to (PIPL art. 19: the shortest that is needed)."""


class ConsentDialog(ScrollingDialog):
    """``answered()`` is what was answered once it was accepted; ``people`` are who may be the guardian."""

    def __init__(
        self,
        resources: Path,
        person: Person,
        purpose: str,
        title: str,
        *,
        insurer: str = "",
        today: date,
        statement_uid: str | None = None,
        guardians: list[tuple[object, str]] | None = None,
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, 760, 560)
        self.setWindowTitle(title)
        self._resources, self._person, self._purpose = resources, person, purpose
        self._insurer, self._statement = insurer, statement_uid
        self._version = "1"
        self.language: QComboBox = QuietCombo()
        for known in languages(resources):
            self.language.addItem(known.name, known.tag)
        self.language.setCurrentIndex(self.language.findData((language or current_language()).tag))
        self.language.setAccessibleName(tr("Language of the person"))
        self.until = QLineEdit(formats.day(today.replace(year=today.year + RETENTION_YEARS, day=min(today.day, 28))))
        self.until.setAccessibleName(tr("Kept until"))
        self.guardian: QComboBox = QuietCombo()
        self.guardian.setAccessibleName(tr("Guardian who consents"))
        self.guardian.addItem(tr("The person alone"), None)
        for id_, name in guardians or []:
            if id_ is not None and id_ != person.id:
                self.guardian.addItem(name, id_)
        self._needs_guardian = needs_guardian(purpose, person.birth, today)
        self.minor = looks.label("help", wrap=True)
        looks.set_tone(self.minor, "warn")
        self.text = looks.label("large", wrap=True)
        self.own_text = QPlainTextEdit()
        self.own_text.setAccessibleName(tr("Wording of the consent"))
        self.own_text.setPlaceholderText(tr("Write down what is agreed to: who, for what, how long"))
        self.own_text.setTabChangesFocus(True)
        self.pad = InkPad(self)
        self.mode: QComboBox = QuietCombo()
        self.mode.addItem(tr("Signed on the pad"), SIGNED)
        self.mode.addItem(tr("Spoken"), SPOKEN)
        self.mode.setAccessibleName(tr("How it is answered"))
        self.clear_button = looks.button("", self.pad.clear)
        self.no_button = looks.button("", self._on_no)
        self.yes_button = looks.button("primary", self._on_yes)
        cancel = looks.button("quiet", self.reject)
        looks.face(cancel, tr("Cancel"))
        for box in (self.language, self.guardian, self.mode):
            _make_room(box)
        self.granted: bool | None = None
        top = Flow(
            looks.column(looks.label("field", tr("Language of the person")), self.language, spacing=2),
            looks.column(looks.label("field", tr("Kept until")), self.until, spacing=2),
            looks.column(looks.label("field", tr("Guardian who consents")), self.guardian, spacing=2),
            looks.column(looks.label("field", tr("How it is answered")), self.mode, spacing=2),
            fills=True,
        )
        for button in (self.clear_button, cancel, self.no_button, self.yes_button):
            # Enter in a line answers nothing.
            button.setAutoDefault(False)
        body = looks.column(
            looks.label("title", title, wrap=True),
            top,
            self.minor,
            self.text,
            self.own_text,
            None,
            self.pad,
            spacing=12,
        )
        body.setStretch(5, 2)
        body.setStretch(6, 3)
        self.lay_out(body, self.clear_button, None, cancel, self.no_button, self.yes_button)
        self.language.activated.connect(lambda _index: self._say())
        self.until.textChanged.connect(lambda _text: self._say())
        self.guardian.activated.connect(lambda _index: self._say())
        self.mode.activated.connect(lambda _index: self._say())
        self.own_text.textChanged.connect(self._allow)
        self.pad.changed.connect(self._allow)
        self._say()

    def answered(self) -> Answered:
        """Return what was asked and answered."""
        return Answered(
            person_uid=self._person.id,
            purpose=self._purpose,
            granted=self.granted is True,
            wording=self._wording(),
            version=self._version,
            language=self._language().tag,
            mode=self.mode.currentData(),
            statement_uid=self._statement,
            guardian_uid=self.guardian.currentData(),
            until=formats.read_day(self.until.text()) if self.until.isVisibleTo(self) else None,
        )

    def _language(self) -> Language:
        return find_language(self.language.currentData(), self._resources)

    def _wording(self) -> str:
        return self.text.text() or self.own_text.toPlainText().strip()

    def _say(self) -> None:
        values = {"insurer": self._insurer, "until": self.until.text(), "child": self._person.name or ""}
        self._version, text = wording(self._resources, self._purpose, self._language(), values)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.own_text.setVisible(not text)
        is_signed = self.mode.currentData() == SIGNED
        self.pad.setVisible(is_signed)
        self.clear_button.setVisible(is_signed)
        signer = self.guardian.currentText() if self.guardian.currentData() else self._person.name or ""
        self.pad.set_caption(signer)
        looks.face(self.clear_button, said_in(self._language(), mark("Clear")), "undo")
        looks.face(self.no_button, said_in(self._language(), NOT_AGREED))
        looks.face(self.yes_button, said_in(self._language(), AGREED))
        self.yes_button.setIcon(icons.icon("ok", "on_accent"))
        self._allow()

    def _allow(self) -> None:
        """A signed yes needs the signature; a no is noted as it was spoken."""
        is_signed = self.mode.currentData() == SIGNED
        lacks_guardian = self._needs_guardian and self.guardian.currentData() is None
        self.minor.setText(tr("A child under 14: choose the guardian who consents") if lacks_guardian else "")
        self.minor.setVisible(lacks_guardian)
        is_whole = bool(self._wording()) and (not is_signed or not self.pad.is_blank())
        self.yes_button.setEnabled(is_whole and not lacks_guardian)
        self.no_button.setEnabled(bool(self._wording()))

    def _on_yes(self) -> None:
        self.granted = True
        self.accept()

    def _on_no(self) -> None:
        self.granted = False
        if self.pad.is_blank():
            self.mode.setCurrentIndex(self.mode.findData(SPOKEN))
        self.accept()


def _make_room(box: QComboBox) -> None:
    """Let the longest choice be read: a row that goes on in the next line has room for it."""
    box.ensurePolished()
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))
    box.setMinimumWidth(min(longest + BESIDE_TEXT_PX, WIDEST_PX))

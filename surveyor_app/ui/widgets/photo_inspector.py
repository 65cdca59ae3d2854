"""The column beside the grid: a large preview, the caption, what the file says, and its custody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.changes import Changes
from surveyor_app.domain.evidence import Evidence
from surveyor_app.domain.kinds import SPECS
from surveyor_app.operations import evidence
from surveyor_app.ui import record_access
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.errors import words
from surveyor_app.ui.page import ScrollArea
from surveyor_app.ui.translation import tr
from surveyor_app.ui.widgets import evidence_texts, looks
from surveyor_app.ui.widgets.choice_editors import RecordEditor
from surveyor_app.ui.widgets.facts_list import FactsList
from surveyor_app.ui.widgets.field_editors import FieldEditor, TextEditor
from surveyor_app.ui.widgets.notes import Note
from surveyor_app.ui.widgets.picture_view import PictureView
from surveyor_app.ui.widgets.record_binder import RecordBinder
from surveyor_app.ui.widgets.recording_view import PLAYED

_CLASS_ICONS = {"video": "video", "sound": "sound", "paper": "paper", "photo": "photos"}


class PhotoInspector(QWidget):
    """Details of the current photo; ``opened`` asks for the large view."""

    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        specs = {spec.name: spec for spec in SPECS[Evidence.KIND]}
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        self.picture = PictureView(desk.case, desk.jobs, 200)
        self.picture.opened.connect(self.opened)
        self.caption = TextEditor(Evidence.KIND, specs["caption"], desk.labels, inner)
        self.subject = RecordEditor(
            Evidence.KIND,
            specs["subject_uid"],
            desk.labels,
            inner,
            find=lambda: record_access.vehicle_options(desk.case),
        )
        editors: dict[str, FieldEditor] = {"caption": self.caption, "subject_uid": self.subject}
        self.binder: RecordBinder[Evidence] = RecordBinder(desk, Evidence, editors, self)
        self._title = looks.label("heading")
        self.play_button = looks.button("primary", self.opened.emit)
        self._note = Note()
        self._facts_title = looks.label("section")
        self._facts = FactsList()
        self._custody_title = looks.label("section")
        self._custody = FactsList()
        self.check_button = looks.button("", self.check_original)
        self.verdict = Note()
        self._shown: Evidence | None = None
        self._empty = looks.label("secondary", wrap=True)
        body = QVBoxLayout(inner)
        body.setContentsMargins(14, 14, 14, 14)
        body.setSpacing(12)
        self._parts: list[QWidget] = [
            self._title,
            self.picture,
            self.play_button,
            self._note,
            self.caption,
            self.subject,
            looks.rule(),
            self._facts_title,
            self._facts,
            looks.rule(),
            self._custody_title,
            self._custody,
            self.check_button,
            self.verdict,
        ]
        body.addWidget(self._empty)
        for part in self._parts:
            body.addWidget(part)
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        area.hold(inner)
        self.show_record(None, None)

    def show_record(self, record: Evidence | None, number: int | None) -> None:
        """Show a photo with its number, or that none is chosen."""
        self.binder.show_record(record.id if record else None)
        self._empty.setVisible(record is None)
        self._empty.setText(tr("Choose a photo to see its details and custody."))
        for part in self._parts:
            part.setVisible(record is not None)
        if record is None or self._shown is None or record.sha256 != self._shown.sha256:
            self.verdict.say("")
        self._shown = record
        if record is None:
            return
        self.verdict.setVisible(bool(self.verdict.label.text()))
        self.play_button.setVisible(record.evidence_class in PLAYED)
        looks.face(self.play_button, tr("Play"), "play", "on_accent")
        looks.face(self.check_button, tr("Check the original"), "shield")
        self._title.setText(tr("No. {number}", number=number or "—"))
        name = _CLASS_ICONS.get(record.evidence_class or "", "file")
        self.picture.show_original("" if record.no_preview else record.sha256 or "", name)
        self.picture.setAccessibleName(record.caption or record.file_name or tr("Preview"))
        words = [badge.text for badge in evidence_texts.badges(record)]
        self._note.say(" · ".join(words), "warn" if record.no_preview or record.conflicts else "")
        claim = record_access.first_claim(self._desk.case)
        self._facts_title.setText(tr("From the file"))
        self._facts.show_pairs(evidence_texts.facts(record, claim))
        self._custody_title.setText(tr("Custody"))
        self._custody.show_pairs(evidence_texts.custody(record))

    def check_original(self) -> None:
        """Read the stored original again and compare its hash."""
        record, case = self._shown, self._desk.case
        if record is None or record.sha256 is None:
            return
        sha256 = record.sha256
        self.verdict.say(tr("Checking…"))

        def work() -> None:
            for _chunk in evidence.original(case, sha256):
                pass

        def say(text: str, tone: str) -> None:
            if self._shown is not None and self._shown.sha256 == sha256:
                self.verdict.say(text, tone)

        self._desk.jobs.run(
            lambda _report: work(),
            self,
            lambda _none: say(tr("The stored original matches its hash."), "ok"),
            lambda error: say(words(error), "bad"),
        )

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.binder.apply(changes)

    def commit(self) -> None:
        """Write what is being edited."""
        self.binder.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._empty.setText(tr("Choose a photo to see its details and custody."))

"""The column beside the grid: a large preview, the caption, what the file says, and its custody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.domain.photos.shapes import layer_of
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.found_again import found_again
from surveyor_app.operations.photos import annotating
from surveyor_app.operations.photos.captions import has_placeholder
from surveyor_app.ui.base import fetching, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.picture_view import PictureView
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms import evidence_texts, record_access
from surveyor_app.ui.forms.choice_editors import RecordEditor
from surveyor_app.ui.forms.field_editors import FieldEditor, TextEditor
from surveyor_app.ui.forms.record_binder import RecordBinder
from surveyor_app.ui.photos.caption_line import CaptionCompleter
from surveyor_app.ui.photos.many_photos import ManyPhotos, placeholder_help
from surveyor_app.ui.photos.photo_checks_list import PhotoChecksList
from surveyor_app.ui.photos.shot_work import ShotWork
from surveyor_app.ui.recording.recording_view import PLAYED
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.translation import tr

_CLASS_ICONS = {"video": "video", "sound": "sound", "paper": "paper", "photo": "photos"}


class PhotoInspector(QWidget):
    """Details of the current photo, or the fields of several; ``opened`` asks for the large view."""

    opened = Signal()
    captioned = Signal(str)
    """A caption, with its placeholders, was written."""
    repeat_wanted = Signal()
    """The photos chosen shall have the last caption."""

    def __init__(self, desk: Desk, work: ShotWork, checks: PhotoChecksList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = work
        self.checks = checks
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
            find=work.subject_options,
        )
        self.shot = RecordEditor(Evidence.KIND, specs["shot_key"], desk.labels, inner, find=work.shot_options)
        self.completer = CaptionCompleter(self.caption.line)
        self._placeholders = looks.label("help", wrap=True)
        self.repeat_button = looks.button("link", self.repeat_wanted.emit)
        self.many = ManyPhotos(work, desk.labels)
        self.many.captioned.connect(self.captioned)
        self._lines: list[EvidenceLine] = []
        editors: dict[str, FieldEditor] = {"caption": self.caption, "shot_key": self.shot, "subject_uid": self.subject}
        self.binder: RecordBinder[Evidence] = RecordBinder(desk, Evidence, editors, self, prepare=self._prepare)
        self._title = looks.label("heading")
        self.play_button = looks.button("primary", self.opened.emit)
        self._note = Note()
        self._layer_note = looks.label("help", wrap=True)
        self._facts_title = looks.label("section")
        self._facts = FactsList()
        self._custody_title = looks.label("section")
        self._custody = FactsList()
        self.check_button = looks.button("", self.check_original)
        self.verdict = Note()
        self._shown: Evidence | None = None
        self._palette = load_palette(desk.resources)
        self._empty = looks.label("secondary", wrap=True)
        body = QVBoxLayout(inner)
        body.setContentsMargins(14, 14, 14, 14)
        body.setSpacing(12)
        self._parts: list[QWidget] = [
            self._title,
            self.picture,
            self._layer_note,
            self.play_button,
            self._note,
            self.caption,
            self._placeholders,
            self.shot,
            self.subject,
            looks.rule(),
            self.checks,
            looks.rule(),
            self._facts_title,
            self._facts,
            looks.rule(),
            self._custody_title,
            self._custody,
            self.check_button,
            self.verdict,
        ]
        self._many_title = looks.label("heading")
        body.addWidget(self._empty)
        body.addWidget(self._many_title)
        body.addWidget(self.many)
        for part in self._parts:
            body.addWidget(part)
        body.addWidget(self.repeat_button)
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        area.hold(inner)
        work.changed.connect(self._refill)
        self.show_record(None, None)

    def show_many(self, lines: Sequence[EvidenceLine]) -> None:
        """Show what several photos have in common."""
        self.show_record(None, None)
        self._empty.setVisible(False)
        self._lines = list(lines)
        for part in (self._many_title, self.many, self.repeat_button):
            part.setVisible(True)
        self._many_title.setText(tr("%n photos", n=len(lines)))
        self.many.show_lines(lines)

    def show_record(self, record: Evidence | None, number: int | None) -> None:
        """Show a photo with its number, or that none is chosen."""
        self.many.commit()
        self.binder.show_record(record.id if record else None)
        self._empty.setVisible(record is None)
        self._empty.setText(tr("Choose a photo to see its details and custody."))
        for part in self._parts:
            part.setVisible(record is not None)
        for part in (self._many_title, self.many):
            part.setVisible(False)
        self.repeat_button.setVisible(record is not None and not record.withdrawn)
        looks.face(self.repeat_button, tr("Repeat the last caption"), "duplicate", "accent")
        self.repeat_button.setToolTip("Ctrl+D")
        self._placeholders.setText(placeholder_help())
        if record is None or self._shown is None or record.sha256 != self._shown.sha256:
            self.verdict.say("")
        self._shown = record
        if record is None:
            return
        self.verdict.setVisible(bool(self.verdict.label.text()))
        self.play_button.setVisible(record.evidence_class in PLAYED)
        looks.face(self.play_button, tr("Play"), "play", "on_accent")
        self._title.setText(tr("No. {number}", number=number) if number else tr("Withdrawn"))
        name = _CLASS_ICONS.get(record.evidence_class or "", "file")
        self.picture.show_original(record.sha256 or "" if record.may_be_shown else "", name)
        self.picture.setAccessibleName(record.caption or record.file_name or tr("Preview"))
        self._show_layer(record)
        self.checks.show_photo(None if record.withdrawn else record)
        words = [badge.text for badge in evidence_texts.badges(record)]
        if record.withdrawn:
            words.insert(0, evidence_texts.withdrawn_text(record))
        is_away = fetching.is_away(self._desk, record)
        if is_away:
            words.insert(0, fetching.away_text())
        looks.face(self.check_button, tr("Fetch the original") if is_away else tr("Check the original"), "shield")
        self._note.say(" · ".join(words), "warn" if record.no_preview or record.conflicts or record.withdrawn else "")
        claim = record_access.first_claim(self._desk.case)
        self._facts_title.setText(tr("From the file"))
        self._facts.show_pairs(evidence_texts.facts(record, claim))
        self._custody_title.setText(tr("Custody"))
        again = found_again(self._desk.case, record.id)
        self._custody.show_pairs(evidence_texts.custody(record, self._desk.labels, again))

    def _show_layer(self, record: Evidence) -> None:
        layer = layer_of(annotating.list_of(self._desk.case, record.id), self._palette)
        self.picture.show_layer(layer)
        self._layer_note.setText(tr("With a layer of %n shape(s); the original is without.", n=len(layer)))
        self._layer_note.setVisible(bool(layer))

    def check_original(self) -> None:
        """Read the stored original again and compare its hash."""
        record, case = self._shown, self._desk.case
        if record is None or record.sha256 is None:
            return
        sha256 = record.sha256
        if fetching.is_away(self._desk, record):
            fetching.fetch(self._desk, record, self, lambda: self._on_fetched(record))
            return
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

    def _on_fetched(self, record: Evidence) -> None:
        self.verdict.say(tr("The original came from the centre and matches its hash."), "ok")

    def offer_captions(self, captions: Sequence[str]) -> None:
        """Offer the captions of the case while one is typed."""
        self.completer.offer(captions)
        self.many.completer.offer(captions)

    def _refill(self) -> None:
        """Follow names of shots and subjects."""
        self.shot.refill()
        self.subject.refill()

    def _prepare(self, record_id: str, values: dict[str, object]) -> dict[str, object]:
        """Fill in the placeholders of a caption as it is written."""
        caption = values.get("caption")
        if isinstance(caption, str):
            self.captioned.emit(caption)
            line = self._work.line_of(record_id)
            if has_placeholder(caption) and line is not None:
                values["caption"] = self._work.filled_in(line, caption)
        return values

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.binder.apply(changes)
        if changes.touches(Annotation.KIND) and self._shown is not None:
            self._show_layer(self._shown)

    def commit(self) -> None:
        """Write what is being edited."""
        self.binder.commit()
        self.many.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._empty.setText(tr("Choose a photo to see its details and custody."))
            self.many.retranslate()

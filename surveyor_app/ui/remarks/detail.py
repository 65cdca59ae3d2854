"""One remark with what was answered so far, and the answer that is being written: words, photos of the case, or new ones."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from surveyor_app.domain.claim.remarks import Remark, Thread
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.documents.scans import linkable
from surveyor_app.operations.editing import remarks
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.intake.evidence import ImportResult
from surveyor_app.records import reading
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms.photo_numbers import PhotoNumbersEditor
from surveyor_app.ui.sources.importing import Importing
from surveyor_app.wording.translation import current_language, tr

ANSWER_PX = 96


class RemarkDetail(QWidget):
    """What is typed for one remark waits while another is looked at, and is sent by the button alone."""

    show_wanted = Signal(str, str)
    """Please show the record that the remark is about: its kind and id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.thread_shown: Thread | None = None
        self._typed: dict[str, tuple[str, object]] = {}
        self._importing = Importing(desk, self)
        self.text = looks.label("heading", wrap=True)
        self.facts = FactsList()
        self.said = looks.label("", wrap=True)
        self.show_button = looks.button("", self.show_record)
        self.answer_label = looks.label("field")
        self.answer = QPlainTextEdit()
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(ANSWER_PX)
        self.answer.textChanged.connect(self._say_button)
        self.answer_label.setBuddy(self.answer)
        self.photos = PhotoNumbersEditor(Remark.KIND, spec_of(Remark, "evidence"), desk.labels, self, order=self._order)
        self.photos.edited.connect(self._say_button)
        self.import_button = looks.button("", self.take_photos_in)
        self.send_button = looks.button("primary", self.send)
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        inner.setLayout(looks.column(self.text, self.said, self.facts, None, spacing=10, margin=4))
        area.hold(inner)
        deeds = Flow(self.show_button, self.import_button, self.send_button, spacing=6)
        body = looks.column(area, self.answer_label, self.answer, self.photos, deeds, spacing=8)
        body.setStretch(0, 1)
        self.setLayout(body)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        looks.face(self.show_button, tr("Show what it is about"), "link")
        looks.face(self.import_button, tr("Add photos…"), "import")
        looks.face(self.send_button, tr("Answer"), "ok", "on_accent")
        self.answer_label.setText(tr("Your answer"))
        self.answer.setAccessibleName(tr("Your answer"))
        self._say()

    def show_thread(self, thread: Thread | None) -> None:
        """Show a remark; what was typed for the one before is kept."""
        before = self.thread_shown
        if before is not None and (thread is None or thread.remark.id != before.remark.id):
            self._typed[before.remark.id] = (self.answer.toPlainText(), self.photos.value())
        self.thread_shown = thread
        if thread is not None and (before is None or before.remark.id != thread.remark.id):
            text, photos = self._typed.get(thread.remark.id, ("", None))
            self.answer.setPlainText(text)
            self.photos.set_value(photos)
        self._say()

    def show_record(self) -> None:
        """Ask for the record that the remark is about."""
        thread = self.thread_shown
        if thread is not None and thread.remark.about_kind:
            self.show_wanted.emit(thread.remark.about_kind, thread.remark.about_uid or "")

    def take_photos_in(self) -> None:
        """Import files; they are linked to the answer that is being written."""
        if self.thread_shown is not None:
            self._importing.choose_for(partial(self._link, self.thread_shown.remark.id))

    def send(self) -> None:
        """Answer; it goes to the office with the next delivery."""
        thread = self.thread_shown
        if thread is None or not self.send_button.isEnabled():
            return
        case, remark, text = self._desk.case, thread.remark.id, self.answer.toPlainText()
        chosen = self.photos.value()
        evidence = chosen if isinstance(chosen, tuple) else ()

        def on_done(_created: Created) -> None:
            self._typed.pop(remark, None)
            if self.thread_shown is not None and self.thread_shown.remark.id == remark:
                self.answer.clear()
                self.photos.set_value(None)
            self._desk.messages.tell(tr("Answered. It goes to the office with the next delivery."), tone="ok")

        self._desk.edits.do(
            partial(remarks.answer, case, remark, text, evidence),
            on_done,
            lambda error: self._desk.messages.tell(words(error), tone="bad"),
            self,
        )

    def _link(self, remark: str, result: ImportResult) -> None:
        """Link what came in to the answer it was taken in for, whichever is shown by now."""
        is_shown = self.thread_shown is not None and self.thread_shown.remark.id == remark
        text, held = (
            (self.answer.toPlainText(), self.photos.value()) if is_shown else self._typed.get(remark, ("", None))
        )
        linked = tuple(sorted({*(held if isinstance(held, tuple) else ()), *linkable(result)})) or None
        self._typed[remark] = (text, linked)
        if is_shown:
            self.photos.set_value(linked)
            self._say_button()

    def _order(self) -> list[str]:
        with self._desk.case.read() as session:
            return [str(id_) for id_ in reading.ids(session, self._desk.case.case_id, Evidence)]

    def _say(self) -> None:
        thread, labels, language = self.thread_shown, self._desk.labels, current_language()
        self.setEnabled(thread is not None)
        if thread is None:
            return
        remark = thread.remark
        kind = labels.kind(remark.about_kind, language) if remark.about_kind else formats.EMPTY
        shown = [
            (labels.field(Remark.KIND, "asks", language), labels.value("remark_asks", remark.asks, language)),
            (labels.field(Remark.KIND, "about_uid", language), kind),
            (labels.field(Remark.KIND, "due_at", language), formats.instant(remark.due_at)),
            (labels.field(Remark.KIND, "written_by", language), _signed(remark)),
        ]
        self.text.setText(remark.text or "")
        self.facts.show_pairs([(name, text) for name, text in shown if text and text != formats.EMPTY])
        self.said.setText("\n\n".join(self._answer(answer) for answer in thread.answers))
        self._say_button()

    def _answer(self, answer: Remark) -> str:
        who = _signed(answer)
        photos = tr("%n photo(s) or other evidence", n=len(answer.evidence)) if answer.evidence else ""
        return "\n".join(part for part in (who, answer.text, photos) if part)

    def _say_button(self) -> None:
        thread = self.thread_shown
        is_open = thread is not None and not (thread.remark.asks_for_something and thread.is_settled)
        has_something = bool(self.answer.toPlainText().strip() or self.photos.value())
        self.send_button.setEnabled(is_open and has_something and not self.photos.problem())


def _signed(remark: Remark) -> str:
    """Return who wrote a remark, and when."""
    moment = formats.instant(remark.written_at) if remark.written_at is not None else ""
    return " · ".join(part for part in (remark.written_by, moment) if part)

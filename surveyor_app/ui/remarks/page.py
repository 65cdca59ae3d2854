"""Remarks (意见): what the office asks about which record, until when; each answered here, offline as well as online."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from surveyor_app.domain.claim.remarks import Remark, Thread, threads, waiting_for
from surveyor_app.domain.claim.reviews import Review
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.process.reviewing import ReviewState
from surveyor_app.domain.process.stages import Waits
from surveyor_app.operations.cases.process import own_review
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import EmptyState, Note
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import Column, RecordTableModel
from surveyor_app.ui.remarks.detail import RemarkDetail
from surveyor_app.wording.translation import current_language, mark, tr

MOST_SHOWN = 60
LIST_SHARE, DETAIL_SHARE = 5, 6


def _badge(overview: Overview) -> Badge:
    waiting = overview.asked + overview.is_returned
    return (str(waiting), "bad" if overview.is_returned else "warn") if waiting else ("", "")


class RemarksPage(Page):
    """The list, those that wait for an answer marked; beside it the current one."""

    PLACE: ClassVar[Place] = Place(
        name="remarks",
        title=mark("Remarks of the office"),
        icon="remarks",
        short=mark("Remarks"),
        shows=(Remark.KIND,),
        follows=(Remark.KIND, Review.KIND, Evidence.KIND),
        badge=_badge,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._threads: dict[str, Thread] = {}
        columns: tuple[Column[Remark], ...] = (
            Column(mark("Remark"), self._first_words),
            Column(mark("About"), self._about),
            Column(mark("State"), self._state),
            Column(mark("Due"), lambda remark: formats.instant(remark.due_at)),
        )
        self.model = RecordTableModel(desk.case, Remark, columns, self, lambda remark: remark.answer_of is None)
        self.list = RecordList(self.model, parent=self)
        self.detail = RemarkDetail(desk, self)
        self.note = Note()
        self.note.button.clicked.connect(lambda: self.go.emit("report", "", ""))
        self.content.addWidget(self.note)
        self._whole = QWidget(self)
        across = looks.row(self.list, self.detail, spacing=14)
        across.setStretch(0, LIST_SHARE)
        across.setStretch(1, DETAIL_SHARE)
        self._whole.setLayout(across)
        self.empty = EmptyState("remarks", None, self)
        self._pile = QStackedLayout()
        self._pile.addWidget(self._whole)
        self._pile.addWidget(self.empty)
        self.content.addLayout(self._pile, 1)
        self.list.current_changed.connect(lambda _id: self._show_current())
        self.detail.show_wanted.connect(lambda kind, id_: self.record_wanted.emit(kind, id_, ""))
        self.add_action(mark("Answer the remark"), "Ctrl+Return", self.detail.send)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self.list.setAccessibleName(tr("Remarks of the office"))
        self.empty.say(
            tr("The office has not remarked on anything"),
            tr("What it asks about a photo, a loss or a statement stands here, and is answered here, offline as well."),
        )
        self.detail.retranslate()
        self.model.touch_all()
        self._say()

    def load(self) -> None:
        self.model.reload()
        self._follow()

    def apply(self, changes: Changes) -> None:
        self.model.apply(changes)
        self._follow()

    def show_record(self, record_id: str, field: str) -> None:
        if record_id:
            self.list.select(record_id)

    def waiting(self) -> list[Thread]:
        """Return the remarks that wait for this surveyor's answer."""
        return waiting_for(self._threads.values(), Waits.SURVEYOR.value, self.desk.profile.user)

    def _follow(self) -> None:
        self._threads = {thread.remark.id: thread for thread in threads(self.model.known.by_id.values())}
        self.model.touch_all()  # an answer says something of the row of what it answers
        if not self.list.current_id() and (first := next(iter(self.waiting()), None)) is not None:
            self.list.select(first.remark.id)
        self.list.select_first()
        self._show_current()
        self._say()

    def _say_review(self) -> None:
        review = own_review(self.desk.case)
        reason = (review.last.reason if review and review.last else None) or formats.EMPTY
        if review is not None and review.state is ReviewState.RETURNED:
            told = tr("The office returned the survey: {reason} Sign the report again when it is done.", reason=reason)
            self.note.say(told, "warn", tr("Report"))
        elif review is not None and review.state is ReviewState.ACCEPTED:
            self.note.say(tr("The office accepted the survey."), "ok")
        else:
            self.note.say("")

    def _show_current(self) -> None:
        self.detail.show_thread(self._threads.get(self.list.current_id()))

    def _say(self) -> None:
        waiting, now = self.waiting(), datetime.now(UTC)
        late = sum(thread.remark.due_at is not None and thread.remark.due_at.utc < now for thread in waiting)
        parts = [tr("%n remark(s) wait for your answer", n=len(waiting))] if waiting else []
        parts += [tr("%n overdue", n=late)] if late else []
        self.set_state(" · ".join(parts) or (tr("Nothing waits for an answer") if self._threads else ""))
        self._say_review()
        self._pile.setCurrentWidget(self._whole if self._threads else self.empty)

    def _first_words(self, remark: Remark) -> str:
        line = " ".join((remark.text or formats.EMPTY).split())
        return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + "…"

    def _about(self, remark: Remark) -> str:
        kind = remark.about_kind
        return self.desk.labels.kind(kind, current_language()) if kind else formats.EMPTY

    def _state(self, remark: Remark) -> str:
        thread = self._threads.get(remark.id)
        return self.desk.labels.value("remark_state", thread.state, current_language()) if thread else ""

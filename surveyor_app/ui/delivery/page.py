"""Delivery (交付): where each original is, the overall state, and the signed receipts. Green only with a receipt."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QProgressBar, QTableView, QVBoxLayout, QWidget

from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.progress import Interrupt, ReportProgress
from surveyor_app.domain.wire_errors import CentreLost, CertificateUnknown, NotEnrolled, NotSignedIn, WireError
from surveyor_app.operations.cases import delivering, delivery_states, exporting, pulling
from surveyor_app.operations.cases.delivering import DeliveryOutcome
from surveyor_app.operations.cases.delivery_states import Standing
from surveyor_app.operations.cases.exporting import LeftOut
from surveyor_app.operations.cases.locked_out import locked_out
from surveyor_app.sync.patience import Patience
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import sentences, words
from surveyor_app.ui.base.jobs import Job
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.base.saving import ask_folder
from surveyor_app.ui.base.state_texts import state_text
from surveyor_app.ui.base.waiting_texts import waiting_words
from surveyor_app.ui.delivery.away_note import AwayNote
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.delivery.metered import Sparing
from surveyor_app.ui.delivery.model import DeliveryModel
from surveyor_app.ui.delivery.receipts import ReceiptsPanel
from surveyor_app.ui.delivery.speed import Speed
from surveyor_app.ui.forms.id_table import MEASURED_ROWS
from surveyor_app.ui.forms.record_list import ROW_PX
from surveyor_app.wording.translation import mark, tr

_NAMED = 3
REFRESH_S = 0.4
TICK_MS = 1_000
EXPORT_PATIENCE_S = 20.0
NEEDS_ENROLMENT = (NotSignedIn, NotEnrolled, CertificateUnknown)
"""What only a new code from the office helps against."""


def _badge(overview: Overview) -> Badge:
    if overview.state == "receipted":
        return "✓", "ok"
    return (f"{overview.delivered}/{overview.items}", "") if overview.state != "local" else ("", "")


class DeliveryPage(Page):
    """The items with their literal states; deliver, pause, receipts."""

    PLACE: ClassVar[Place] = Place(
        name="delivery",
        title=mark("Delivery"),
        icon="delivery",
        badge=_badge,
    )

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, pace: Callable[[], Patience] = delivering.without_end
    ) -> None:
        """Build the page; each delivery waits as a new ``pace`` says."""
        super().__init__(desk, parent)
        self._pace = pace
        self._server = desk.server
        self._job: Job | None = None
        self._outcome: str | BaseException | None = None
        self._had_lost = False
        self._standing = Standing((), "local", 0, None)
        self._is_reading = self._is_stale = False
        self._refreshed_s = 0.0
        self._speed = Speed()
        # Also where nothing moves: a stalled line says nothing by itself for most of a minute.
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._on_listed)
        self._patience: Patience | None = None
        self._is_sparing = False
        self._on_note: Callable[[], None] = self.enrol
        self.model = DeliveryModel(self)
        self.table = self._make_table()
        self.note = Note()
        self.note.button.clicked.connect(lambda: self._on_note())
        self.sparing = Sparing(desk.profile, self._on_free_network)
        self.away = AwayNote(desk, pace, self)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.sum_label = looks.label("section")
        self.rest_label = looks.label("secondary")
        self.receipts = ReceiptsPanel(desk)
        self.deliver_button = looks.button("primary", self.deliver)
        self.export_button = looks.button("", self.export)
        self.head_actions.addWidget(self.export_button)
        self.head_actions.addWidget(self.deliver_button)
        overall = looks.column(looks.row(self.sum_label, None, self.rest_label), self.bar, self.sparing, spacing=8)
        overall.setContentsMargins(14, 10, 14, 12)
        self.content.addWidget(self.note)
        self.content.addWidget(self.away)
        self.content.addWidget(looks.card(overall))
        self.content.addWidget(self.table, 1)
        self._side = QFrame()
        holder = QVBoxLayout(self._side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.receipts)
        desk.jobs.listed.connect(self._on_listed)
        self.add_action(mark("Deliver"), "Ctrl+Return", self.deliver)
        self.add_action(mark("Export a folder…"), "", self.export)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self.table.setAccessibleName(tr("Delivery"))
        looks.face(self.export_button, tr("Export a folder…"), "save")
        self.sparing.retranslate()
        self.model.touch_all()
        self._say()

    def load(self) -> None:
        """Read how everything stands: of a long case on the pool, and once more where something changed meanwhile."""
        self._refreshed_s = time.monotonic()
        self.receipts.load()
        self.away.load()
        case = self.desk.case
        if delivery_states.is_short(case):
            self._show(delivery_states.standing(case))
        elif self._is_reading:
            self._is_stale = True
        else:
            self._is_reading = True
            self.desk.jobs.run(lambda _report: delivery_states.standing(case), self, self._on_read, self._on_unread)

    def _on_read(self, found: Standing) -> None:
        self._is_reading = False
        self._show(found)
        if self._is_stale:
            self._is_stale = False
            self.load()

    def _on_unread(self, error: BaseException) -> None:
        self._is_reading = self._is_stale = False
        self.desk.jobs.failed.emit(error)

    def _show(self, found: Standing) -> None:
        self._standing = found
        self.model.show_items(found.items)
        self._say()

    def apply(self, changes: Changes) -> None:
        if changes.delivery or changes.touched:
            self.load()

    def inspector(self) -> QWidget | None:
        return self._side

    def counts(self) -> tuple[int, int]:
        """Return how many items are at the centre, and how many there are."""
        items = self._standing.items
        return sum(item.state in ("stored", "receipted") for item in items), len(items)

    def enrol(self) -> None:
        """Ask for the centre and the code."""
        EnrolDialog(self, self.desk.profile, self.desk.jobs, self._server, self._on_enrolled).open()

    def deliver(self) -> None:
        """Send what is not there yet and fetch the receipt; goes on where the last delivery stopped."""
        if self._job is not None:
            self._job.cancel()
        elif self.desk.profile.enrolment() is None:
            self.enrol()
        else:
            self._begin(is_sparing=self.sparing.applies())

    def send_now(self) -> None:
        """Send everything, whatever the network costs; a wait for the next try ends."""
        if self._patience is not None:
            self._patience.hurry()
        elif self._job is None:
            self._begin(is_sparing=False)

    def _begin(self, *, is_sparing: bool) -> None:
        desk, interrupt, patience = self.desk, Interrupt(), self._pace()
        self._outcome, self._is_sparing, self._patience = None, is_sparing, patience
        until = "partial" if is_sparing else "full"
        self._speed.begin()
        self._ticks.start()

        def work(report: ReportProgress) -> DeliveryOutcome:
            outcome = delivering.deliver_case(
                desk.profile, desk.case, until=until, progress=report, patience=patience, interrupt=interrupt
            )
            self._bring_home(is_sparing, report, interrupt)
            return outcome

        self._job = desk.jobs.run(
            work,
            self,
            self._on_delivered,
            self._on_failed,
            title=tr("Delivering"),
            interrupt=interrupt,
        )
        self._say()

    def _bring_home(self, is_sparing: bool, report: ReportProgress, interrupt: Interrupt) -> None:
        """Fetch what others took as pictures, and the surveyor's own originals that this laptop lost. On the pool's thread."""
        desk = self.desk
        own = () if is_sparing else pulling.own_absent(desk.case)
        # The delivery is done, whatever becomes of this.
        with suppress(WireError, Cancelled):
            fetched = pulling.fetch_originals(
                desk.case, desk.workers, originals=own, progress=report, interrupt=interrupt
            )
            if fetched.changes.touched:
                desk.jobs.announce(fetched.changes)

    def export(self) -> None:
        """Write the case as a folder that standard tools can check."""
        folder = ask_folder(self, tr("Export a folder"), f"bag-{self.desk.case.path.stem}")
        if folder is not None:
            self.desk.jobs.run(
                lambda report: self._export(folder, report),
                self,
                lambda left_out: self._on_exported(folder, left_out),
                lambda error: self.desk.messages.tell(words(error), tone="bad"),
                title=tr("Exporting"),
            )

    def _export(self, folder: Path, report: ReportProgress) -> tuple[LeftOut, ...]:
        """Write the folder; what is not on this laptop is fetched before. On the pool's thread."""
        desk = self.desk
        if desk.profile.enrolment() is not None:
            pulling.fetch_originals(desk.case, desk.workers, progress=report, patience_s=EXPORT_PATIENCE_S)
        return exporting.export_bag(desk.case, folder, report)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _say(self) -> None:
        self._say_note()
        enrolment = self.desk.profile.enrolment()
        state, unsent = self._standing.state, self._standing.unsent
        done, total = self.counts()
        self.set_state(
            tr("Centre: {server}", server=enrolment.server) if enrolment else tr("Everything is only on this laptop")
        )
        told = tr(
            "{done} of {total} originals at the centre · {state}", done=done, total=total, state=state_text(state)
        )
        is_empty = not total and not unsent and state == "local"
        self.sum_label.setText(tr("There is nothing of yours to deliver yet.") if is_empty else told)
        looks.set_tone(self.sum_label, "ok" if state == "receipted" else "")
        self.rest_label.setText(tr("%n journal line(s) not sent yet", n=unsent) if unsent else "")
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(done)
        busy = self._job is not None
        # Also when all is receipted: only asking shows whether the centre still has it.
        offered = tr("Compare with the centre") if state == "receipted" else tr("Deliver")
        if isinstance(self._outcome, Cancelled):
            offered = tr("Go on delivering")
        looks.face(self.deliver_button, tr("Pause") if busy else offered)
        self.deliver_button.setIcon(icons.icon("pause" if busy else "delivery", "on_accent"))

    def _on_enrolled(self, server: str) -> None:
        self._server = server
        self._outcome = None
        self.desk.messages.tell(tr("Enrolled at {server}.", server=server), tone="ok")
        self.load()

    def _on_listed(self) -> None:
        if self._job is None:
            return
        self._say_note()
        if time.monotonic() - self._refreshed_s >= REFRESH_S:
            self.load()
        self._say_rest(self._job)

    def _say_rest(self, job: Job) -> None:
        progress = job.progress
        if progress is None or not progress.total:
            return
        self._speed.see(progress.done)
        speed, left = self._speed.per_second(), self._speed.left_s(progress.total - progress.done)
        said = [] if speed is None else [tr("{size} a second", size=formats.size(round(speed)))]
        said += [] if left is None or progress.waiting is not None else [tr("{time} left", time=formats.duration(left))]
        self.rest_label.setText(" · ".join(said) if progress.waiting is None else "")

    def _on_delivered(self, outcome: DeliveryOutcome) -> None:
        self._had_lost = outcome.outcome.lost is not None
        if outcome.list_refused is not None:
            self.desk.messages.tell(words(outcome.list_refused), tone="bad")
        self._end(outcome.receipt_kind)

    def _on_failed(self, error: BaseException) -> None:
        self._end(error)

    def _on_free_network(self) -> None:
        """What was spared goes now, without a press."""
        if self._is_sparing and self._job is None and self._outcome == "partial":
            self._begin(is_sparing=False)

    def _end(self, outcome: str | BaseException | None) -> None:
        self._job = self._patience = None
        self._ticks.stop()
        self._outcome = outcome
        self.load()

    def _say_note(self) -> None:
        """Say what stands in the way now, or how the last delivery ended; nothing of the last one while the next is on."""
        self._on_note = self.enrol
        if self.desk.profile.enrolment() is None:
            self.note.say(tr("This laptop is not enrolled at a centre yet."), "warn", tr("Enrol…"))
        elif self._job is not None:
            progress = self._job.progress
            waiting = progress.waiting if progress is not None else None
            if waiting is not None:
                self._on_note = self.send_now
                self.note.say(waiting_words(waiting), "warn", tr("Try now") if waiting.seconds else "")
            else:
                self._say_loss(tr("It is being sent again."))
        else:
            self._say_outcome()

    def _say_outcome(self) -> None:
        if self._outcome == "full" and self._had_lost:
            self.note.say(
                tr("The centre had lost what it had signed for. Everything was sent again, and it has signed anew."),
                "ok",
            )
        elif self._outcome == "full":
            self.note.say(tr("Everything is at the centre, and the centre has signed for it."), "ok")
        elif self._outcome == "partial" and self._is_sparing:
            self._on_note = self.send_now
            self.note.say(
                tr(
                    "This network is metered: the centre has signed for entries and previews."
                    " Originals go by themselves once it is another one."
                ),
                "warn",
                tr("Send all now"),
            )
        elif self._outcome == "partial":
            self.note.say(
                tr("The centre holds the entries and previews and has signed for them; originals are missing."), "warn"
            )
        elif isinstance(self._outcome, Cancelled):
            self.note.say(tr("Delivery is paused. It goes on from here when you say so; nothing starts over."))
        elif isinstance(self._outcome, NEEDS_ENROLMENT):
            self.note.say(words(self._outcome), "bad", tr("Enrol…"))
        elif isinstance(self._outcome, BaseException):
            self.note.say(words(self._outcome), "bad")
        elif refused := locked_out(self.desk.profile):
            self.note.say(words(refused), "bad")
        else:
            self._say_loss(sentences(CentreLost())[2])

    def _say_loss(self, advice: str) -> None:
        """Say that the centre lost something, if it did, and what becomes of it; nothing else stands in the note then."""
        happened, safe, _ = sentences(CentreLost())
        self.note.say(f"{happened} {safe} {advice}" if self._standing.loss is not None else "", "warn")

    def _on_exported(self, folder: Path, left_out: tuple[LeftOut, ...]) -> None:
        if left_out:
            names = ", ".join(item.name for item in left_out[:_NAMED])
            told = tr(
                "Exported to {folder} without %n damaged file(s): {names}",
                n=len(left_out),
                folder=folder.name,
                names=names,
            )
            self.desk.messages.tell(told, tone="bad")
            return
        self.desk.messages.tell(tr("Exported to {folder}.", folder=folder.name), tone="ok")

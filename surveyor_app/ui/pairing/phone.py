"""The pairing of one open case: off until somebody asks for it, off again when its window or the case is closed."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.evidence import ImportResult
from surveyor_app.pairing.answering import Received
from surveyor_app.pairing.identity import new_identity
from surveyor_app.pairing.listening import Pairing
from surveyor_app.pairing.spool import Spool, forget_leftovers
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.pairing.addresses import own_addresses
from surveyor_app.ui.pairing.dialog import PhoneDialog
from surveyor_app.ui.pairing.page_files import page_files
from surveyor_app.wording.translation import tr


@dataclass(frozen=True, slots=True)
class _Arrival:
    spool: Spool
    answer: Future[Received]


class PhonePairing(QObject):
    """At most one phone at a time."""

    _came = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._waiting: set[Future[Received]] = set()
        self.pairing: Pairing | None = None
        self.dialog: PhoneDialog | None = None
        # What a phone sends arrives on a thread of its own; the case is for the window's lanes.
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        forget_leftovers(desk.profile.folder)

    def open(self) -> None:
        """Listen, and show the code; a pairing that is open already is shown again."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        addresses = own_addresses()
        if not addresses:
            self._desk.messages.tell(
                tr("This laptop is in no network. Open its hotspot, or join the phone's."), tone="warn"
            )
            return
        folder = self._desk.profile.folder
        try:
            pairing = Pairing({}, self._receive, folder, new_identity(addresses, folder))
            pairing.files = page_files(self._desk.resources, f"/p/{pairing.token}", self._case_name())
            port = pairing.open()
        except OSError:
            self._desk.messages.tell(tr("The network does not let a phone in. Nothing else is affected."), tone="bad")
            return
        self.pairing = pairing
        self.dialog = PhoneDialog(pairing, [pairing.address(address, port) for address in addresses], self._window)
        self.dialog.finished.connect(lambda _code: self.close())
        self.dialog.show()

    def close(self) -> None:
        """Listen no more."""
        pairing, self.pairing = self.pairing, None
        dialog, self.dialog = self.dialog, None
        if pairing is not None:
            pairing.close()
        for answer in tuple(self._waiting):
            answer.cancel()
        if dialog is not None:
            dialog.end()

    # ------------------------------------------------------------------------------------------- pieces

    def _case_name(self) -> str:
        claims = record_access.list_all(self._desk.case, Claim)
        return (claims[0].report_no if claims else None) or ""

    def _receive(self, spool: Spool) -> Received:
        """Wait until the window has taken it in; on the phone's thread."""
        answer: Future[Received] = Future()
        self._came.emit(_Arrival(spool, answer))
        try:
            return answer.result()
        except CancelledError:
            return Received(is_safe=False, text="")

    def _take(self, arrival: _Arrival) -> None:
        desk, spool, answer = self._desk, arrival.spool, arrival.answer
        if self.pairing is None:
            answer.cancel()
            return
        self._waiting.add(answer)
        answer.add_done_callback(self._waiting.discard)

        def on_done(result: ImportResult) -> None:
            desk.edits.record(result.changes)
            item = result.items[0]
            told = _told(item.outcome)
            _tell(answer, Received(item.is_safe, told))
            if self.dialog is not None:
                self.dialog.add(spool.name, told, is_safe=item.is_safe)

        def on_failed(error: BaseException) -> None:
            told = words(error)
            _tell(answer, Received(is_safe=False, text=told))
            if self.dialog is not None:
                self.dialog.add(spool.name, told, is_safe=False)

        desk.jobs.run(
            lambda _report: evidence.import_sent(desk.case, spool.name, spool, desk.workers), self, on_done, on_failed
        )


def _tell(answer: Future[Received], received: Received) -> None:
    if answer.set_running_or_notify_cancel():
        answer.set_result(received)


def _told(outcome: str) -> str:
    """Return what became of a file, for whoever holds the phone."""
    if outcome == "duplicate":
        return tr("in the case already")
    if outcome == "empty":
        return tr("empty: its name is in the case")
    return tr("in the case") if outcome.startswith("stored") else tr("could not be read")

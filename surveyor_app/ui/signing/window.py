"""Reads a statement back to the person and has it signed, full screen, with nothing else of the case on it.

::

    reading: pages as they will print, corrections beside them ──▶ signing: one pad after the other ──▶ closed

It may be left at any moment: what was corrected or signed is in the case already.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import CoverWordingFound
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.statements.contents import STAFF_ROLES, numbers_of
from surveyor_app.operations.statements.reading import may_go_back
from surveyor_app.operations.statements.signing import Need
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.signing.asking import AskingPanel
from surveyor_app.ui.signing.closed import ClosedPanel
from surveyor_app.ui.signing.copies import SignedCopies
from surveyor_app.ui.signing.correcting import CorrectingPanel
from surveyor_app.ui.signing.page_view import STEP, PageView
from surveyor_app.ui.signing.prints import FingerprintAsking
from surveyor_app.ui.signing.refusing import RefusalDialog
from surveyor_app.ui.signing.stop_words import stop_words
from surveyor_app.ui.signing.work import State, StatementWork
from surveyor_app.wording.statement_words import statement_words
from surveyor_app.wording.translation import tr

QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own word for "as wide as there is room"; PySide does not name it
SIDE_PX = 380  # of the panel beside the pages


class SigningWindow(QDialog):
    """One statement from reading to its signed paper. ``supplement_made`` tells the id of a new statement."""

    supplement_made = Signal(str)
    field_wanted = Signal(str)
    """Please show a field of the statement's head."""

    def __init__(self, parent: QWidget, desk: Desk, statement_id: str, strip: QWidget | None = None) -> None:
        """Read and sign a statement; ``strip`` is the sign of a recording under way, which nobody may miss."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Read and sign"))
        self._desk = desk
        self.state: State | None = None
        self._is_turned = False
        self._is_correcting = False
        """Something is corrected although signing began."""
        self._was_warned = False
        self._opinion = ("", "", "")  # where words on cover stopped the signing: kind, record, field
        self.work = StatementWork(desk, statement_id, self)
        self.pages = PageView(self)
        self.correcting = CorrectingPanel(self)
        self.asking = AskingPanel(desk.labels, self)
        self.closed = ClosedPanel(desk.labels, self)
        self.copies = SignedCopies(self.work, self)
        self.prints = FingerprintAsking(desk, statement_id, self)
        self.note = Note()
        self.strip = strip
        self._make_bar()
        self._lay_out()
        self._connect()
        self.resize(1180, 700)
        self.work.load()

    # ------------------------------------------------------------------------------------------------ making

    def _make_bar(self) -> None:
        self.title = looks.label("title")
        self.stage = looks.label("secondary", wrap=True)
        self.smaller_button = looks.tool(lambda: self.pages.zoom_by(1 / STEP))
        looks.name(self.smaller_button, tr("Smaller (Ctrl+-)"), "smaller")
        self.larger_button = looks.tool(lambda: self.pages.zoom_by(STEP))
        looks.name(self.larger_button, tr("Larger (Ctrl++)"), "zoom")
        self.fit_button = looks.tool(self.pages.change_fit)
        looks.name(self.fit_button, tr("Whole page or full width (Ctrl+0)"), "fit")
        self.turn_button = looks.button("", self.turn_round)
        looks.face(self.turn_button, tr("Turn round"), "turn_round")
        self.turn_button.setToolTip(tr("For the person opposite (F6)"))
        self.refuse_button = looks.button("", self.refuse)
        looks.face(self.refuse_button, tr("Refuses to sign…"), "refuse")
        self.back_button = looks.button("", self._on_back)
        looks.face(self.back_button, tr("Go on asking"), "previous")
        self.sign_button = looks.button("primary", self._on_forward)
        self.leave_button = looks.button("", self.reject)
        looks.face(self.leave_button, tr("Leave"))
        self.leave_button.setToolTip(tr("Esc: everything given so far is stored"))

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        line = looks.row(
            looks.column(self.title, self.stage, spacing=0),
            looks.row(self.smaller_button, self.larger_button, self.fit_button, spacing=0),
            self.turn_button,
            self.back_button,
            self.refuse_button,
            self.sign_button,
            self.leave_button,
            margin=12,
        )
        line.setStretch(0, 1)
        bar.setLayout(line)
        self._side = QFrame()
        self._side.setProperty("role", "side")
        self._side.setFixedWidth(SIDE_PX)
        self._pile = QStackedLayout()
        for panel in (self.correcting, self.closed):
            holder = QWidget()
            holder.setLayout(looks.column(panel, margin=14))
            area = ScrollArea(self._side)
            area.hold(holder)
            self._pile.addWidget(area)
        self._side.setLayout(self._pile)
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self._across.addWidget(self.pages, 1)
        self._across.addWidget(self._side)
        self._foot = QFrame()
        self._foot.setProperty("role", "strip")
        self._foot.setLayout(looks.column(self.asking, margin=12))
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._body.addLayout(self._across, 1)
        self._body.addWidget(self._foot)
        layout = looks.column(bar, self.note, self._body, spacing=0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setStretch(2, 1)
        if self.strip is not None:
            layout.insertWidget(1, self.strip)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.work.loaded.connect(self._on_loaded)
        self.work.failed.connect(self._on_failed)
        self.work.stopped.connect(self._on_stopped)
        self.note.button.clicked.connect(self._on_go_clicked)
        self.work.busy.connect(self._on_busy)
        self.correcting.mode_chosen.connect(lambda mode, name: self.work.begin_reading(mode, name or None))
        self.correcting.corrected.connect(self.work.correct)
        self.correcting.typed.connect(self.work.keep_typed)
        self.correcting.settled.connect(lambda: self.note.say(""))
        self.asking.given.connect(self._on_given)
        self.asking.print_wanted.connect(self._on_print_wanted)
        self.prints.taken.connect(self._on_print_taken)
        self.prints.said.connect(lambda text: self.note.say(text, "warn"))
        self.copies.said.connect(self.note.say)
        self.closed.print_wanted.connect(lambda: self.copies.print_it(self.title.text()))
        self.closed.save_wanted.connect(self._on_save_wanted)
        self.closed.none_wanted.connect(lambda: self.work.note_copy("none"))
        self.closed.supplement_wanted.connect(lambda: self.work.supplement(self._on_supplement))
        self._desk.jobs.changed.connect(self._on_changed)
        self.finished.connect(self._on_finished)
        keys: dict[str, Callable[[], None]] = {
            "F6": self.turn_round,
            "Ctrl+R": self._on_forward,
            "Ctrl++": lambda: self.pages.zoom_by(STEP),
            "Ctrl+=": lambda: self.pages.zoom_by(STEP),
            "Ctrl+-": lambda: self.pages.zoom_by(1 / STEP),
            "Ctrl+0": self.pages.change_fit,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    # ------------------------------------------------------------------------------------------ what is shown

    def _on_loaded(self, state: State) -> None:
        if self.state is None and state.typed:
            # A correction was typed when the program died or the window was left: it comes before any signature.
            self._is_correcting = True
        self.state = state
        self._was_warned = False
        statement = state.contents.statement
        self.title.setText(statement_words(resources_dir(), state.language).say("title"))
        self.pages.show_pages(state.pictures, tr("Pages of the statement"))
        is_frozen = statement.status == "signing" and not statement.sealed
        self._is_correcting = self._is_correcting and is_frozen
        is_signing = is_frozen and not self._is_correcting
        self._side.setVisible(not is_signing)
        is_asked = is_signing and state.next_need is not None
        self._foot.setVisible(is_asked)
        self.refuse_button.setVisible(is_signing and statement.refused_at is None)
        may_ask_on = not statement.sealed and not is_frozen and may_go_back(state.contents)
        self.back_button.setVisible((is_signing and statement.refused_at is None) or may_ask_on)
        looks.face(self.back_button, tr("Correct something") if is_signing else tr("Go on asking"), "previous")
        self.sign_button.setVisible(not statement.sealed and not is_asked)
        if statement.sealed:
            self.note.say("")
            self._pile.setCurrentIndex(1)
            self.closed.show_contents(state.contents)
            self.stage.setText(tr("Signed and sealed"))
        elif is_signing:
            self._show_signing(state)
        else:
            self._show_reading(state)

    def _show_reading(self, state: State) -> None:
        self._pile.setCurrentIndex(0)
        self.correcting.show_state(state)
        if self._is_correcting:
            self.stage.setText(tr("What is corrected voids the signatures of its page and of all later ones"))
        else:
            self.stage.setText(tr("Read it together, page by page, and correct what is not right"))
        if not self.correcting.is_reading_chosen():
            self.correcting.mode.setFocus()
        looks.face(self.sign_button, tr("Go on signing") if self._is_correcting else tr("Sign now"))
        self.sign_button.setIcon(icons.icon("sign", "on_accent"))
        self.sign_button.setEnabled(True)

    def _show_signing(self, state: State) -> None:
        place = state.next_need
        if self._is_turned and (place is None or state.needs[place].signer.role in STAFF_ROLES):
            self.turn_round()  # the person opposite is done
            return
        looks.face(self.sign_button, tr("Seal the statement"))
        self.sign_button.setIcon(icons.icon("shield", "on_accent"))
        self.sign_button.setEnabled(place is None)
        if place is None:
            self.stage.setText(tr("Everything is signed. Sealing cannot be undone."))
            return
        need = state.needs[place]
        self.stage.setText(tr("Signing"))
        self._place_pad(need)
        self.asking.show_state(state, place)
        if need.page_no is not None:
            self.pages.go_to(need.page_no - 1)
        elif need.purpose == "closing":
            self.pages.go_to_end()
        elif need.purpose == "notice":
            self.pages.go_to(0)

    def _place_pad(self, need: Need) -> None:
        """Beside the page, which then has the whole height; a sentence is written across the whole width below it."""
        is_below = need.purpose == "closing"
        self._foot.setFixedWidth(QWIDGETSIZE_MAX if is_below else SIDE_PX + 80)
        (self._across if is_below else self._body).removeWidget(self._foot)
        (self._body if is_below else self._across).addWidget(self._foot)
        self._foot.setProperty("role", "strip" if is_below else "side")
        looks.repolish(self._foot)

    def turn_round(self) -> None:
        """Turn pages and pad round for the person opposite, or back."""
        self._is_turned = not self._is_turned
        self.pages.set_turned(self._is_turned)
        self.asking.set_turned(self._is_turned)
        self._body.setDirection(
            QVBoxLayout.Direction.BottomToTop if self._is_turned else QVBoxLayout.Direction.TopToBottom
        )
        if self.state is not None and self.state.contents.statement.status == "signing":
            self._show_signing(self.state)
        looks.face(self.turn_button, tr("Turn back") if self._is_turned else tr("Turn round"), "turn_round")

    # ------------------------------------------------------------------------------------------- what is done

    def _on_forward(self) -> None:
        if self.state is None or not self.sign_button.isEnabled() or self.state.contents.statement.sealed:
            return
        if self.correcting.isVisible() and self._has_unfinished():
            return
        if self._is_correcting:
            self._is_correcting = False
            self._on_loaded(self.state)
        elif self.state.contents.statement.status != "signing":
            if not self.correcting.is_reading_chosen():
                self.note.say(tr("Choose first whether the person reads it or it is read aloud."), "warn")
                self.correcting.mode.setFocus()
                return
            self.note.say("")
            self.work.freeze()
        elif self.state.next_need is None:
            self.work.close(self.state.paper)

    def _has_unfinished(self) -> bool:
        """Tell, and say, that a text was typed over without being corrected; what was typed is never lost silently."""
        if not self.correcting.go_to_unfinished():
            return False
        self.note.say(
            tr("This text was typed over but is not corrected yet. Ctrl+Enter corrects it, Esc takes it back."), "warn"
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down lead through the pages from wherever nothing else takes these keys."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pages.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave. Asked a second time: what was only typed is shown again the next time, what was only drawn is dropped."""
        if not self._was_warned and (self._has_unfinished() if self.correcting.isVisible() else self._has_loose_ink()):
            self._was_warned = True
            return
        super().reject()

    def _has_loose_ink(self) -> bool:
        """Tell, and say, that something was drawn that is no signature yet."""
        if not self.asking.isVisible() or self.asking.pad.is_blank():
            return False
        self.note.say(tr("What was drawn is not given yet. Next keeps it; leaving now drops it."), "warn")
        return True

    def _on_back(self) -> None:
        if self.state is None:
            return
        if self.state.contents.statement.status == "signing":
            self._is_correcting = True
            self._on_loaded(self.state)
            self.correcting.texts.setFocus()
        elif not self._has_unfinished():
            self.work.back_to_draft(self.reject)

    def _on_given(self, need: Need, drawing: Drawing, pointer: str) -> None:
        self.note.say("")
        self.work.give(need, drawing, pointer)

    def refuse(self) -> None:
        """Note that the person refuses to sign."""
        dialog = RefusalDialog(record_access.people_options(self._desk.case), self)
        dialog.accepted.connect(lambda: self.work.refuse(dialog.reason.toPlainText(), dialog.witness.currentData()))
        dialog.open()

    def _on_print_wanted(self, need: Need) -> None:
        if self.state is not None:
            self.note.say("")
            self.prints.begin(need, self.state.language)

    def _on_print_taken(self, need: Need, png: bytes) -> None:
        """Keep a fingerprint beside what was written on the pad, or in place of a signature where nothing was."""
        pad = self.asking.pad
        if self.asking.need == need and not pad.is_blank():
            self.work.give(need, pad.drawing(), pad.pointer())
        self.work.give_print(need, png)

    def _on_save_wanted(self) -> None:
        number = self.state.contents.statement.seq_no if self.state else None
        self.copies.save(number or 1)

    def _on_supplement(self, statement_id: str) -> None:
        self.supplement_made.emit(statement_id)
        self.reject()

    # ---------------------------------------------------------------------------------------------- following

    def _on_busy(self, is_busy: bool) -> None:
        for button in (self.refuse_button, self.back_button, self.sign_button):
            button.setEnabled(not is_busy)
        if is_busy:
            self.stage.setText(tr("One moment…"))
        elif self.state is not None and self.state.contents.statement.status == "signing" and not self._is_correcting:
            self.sign_button.setEnabled(self.state.next_need is None)

    def _on_failed(self, text: str) -> None:
        self.note.say(text, "bad")
        self.asking.again()
        if self.state is not None:
            self._on_loaded(self.state)

    def _on_stopped(self, error: CoverWordingFound) -> None:
        """Say which words must not be signed, where they stand, and lead there."""
        self._opinion = (str(error.data["kind"]), str(error.data["id"]), str(error.data["field"]))
        numbers = numbers_of(self.state.contents.asked) if self.state is not None else {}
        self.note.say(stop_words(error, self._desk.labels, numbers), "bad", tr("Go there"))
        if self.state is not None:
            self._on_loaded(self.state)

    def _on_go_clicked(self) -> None:
        kind, id_, field = self._opinion
        if kind == Answer.KIND:
            self.correcting.go_to(id_)
        elif kind == Statement.KIND:
            self.reject()
            self.field_wanted.emit(field)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Person.KIND, Answer.KIND, Consent.KIND) or (
            changes.touches(Statement.KIND) and changes.label in ("", "undo", "redo")
        ):
            self.work.load()

    def _on_finished(self, _result: int) -> None:
        self.correcting.keep_typed()
        self._desk.jobs.changed.disconnect(self._on_changed)

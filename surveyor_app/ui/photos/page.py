"""Photos (拍摄): the shot list, all evidence of the case in a fast grid, and what is chosen in the inspector."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QMenu, QStackedLayout, QWidget

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.operations.cases import pulling
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import EmptyState
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.forms import record_access, withdrawing
from surveyor_app.ui.photos import photo_checking, shot_work
from surveyor_app.ui.photos.beside import PhotoBeside
from surveyor_app.ui.photos.copies import PhotoCopies
from surveyor_app.ui.photos.delegate import PICTURE
from surveyor_app.ui.photos.doubts import PhotoDoubts
from surveyor_app.ui.photos.evidence_model import EvidenceModel
from surveyor_app.ui.photos.filters import PhotoFilters
from surveyor_app.ui.photos.grid import PhotoGrid
from surveyor_app.ui.photos.handling import PhotoHandling
from surveyor_app.ui.photos.inspector import PhotoInspector
from surveyor_app.ui.photos.known_evidence import ListRead, read_list
from surveyor_app.ui.photos.late_rows import LateRows
from surveyor_app.ui.photos.opening import PhotoOpening
from surveyor_app.ui.photos.photo_view import PhotoView
from surveyor_app.ui.photos.shot_work import ShotWork
from surveyor_app.ui.photos.shots import PhotoShots
from surveyor_app.ui.photos.thumbnails import Thumbnails
from surveyor_app.ui.photos.viewer.large_view import LargeView
from surveyor_app.ui.recording.capture_opening import CaptureOpening
from surveyor_app.ui.sources.import_button import ImportButton
from surveyor_app.ui.sources.importing import Importing
from surveyor_app.ui.sources.sources import Sources
from surveyor_app.wording.translation import mark, tr


class PhotosPage(Page):
    """Shot list, filters, grid, import, and the inspector at the right."""

    PLACE: ClassVar[Place] = Place(
        name="photos",
        title=mark("Photos"),
        icon="photos",
        shows=(Evidence.KIND, ShotState.KIND, Annotation.KIND),
        follows=(*photo_checking.FOLLOWED, *shot_work.FOLLOWED, Annotation.KIND),
        counted=(Evidence,),
    )

    phone_wanted = Signal()
    """Please let a phone send its photos."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        # Thousands of rows take as long to read as all the rest to build: the frame stands meanwhile.
        desk.jobs.run(lambda _report: read_list(desk.case), self, self._on_rows_read)
        self.importing = Importing(desk, self)
        self.capture = CaptureOpening(desk, self)
        self.sources = Sources(desk, self.importing, self)
        self.thumbnails = Thumbnails(desk.case, desk.workers, desk.jobs, QSize(PICTURE), self)
        self.model = EvidenceModel(desk.case, self.thumbnails, self, is_late=True)
        self.work = ShotWork(desk, self.model.known.line, self)
        self.model.words.title_of = self.work.title
        self.grid = PhotoGrid(self.model, self)
        self.filters = PhotoFilters()
        self.doubts = PhotoDoubts(desk, self.model, self.grid, self.filters, self)
        self.beside = PhotoBeside(desk, self.work, self.doubts.list, self.grid)
        self.chips = self.filters.chips
        self.shots = PhotoShots(self.work, self.grid, self.filters.panel_button, self)
        self.empty = EmptyState("photos", self.importing.choose_files)
        self.import_button = ImportButton(
            (
                (mark("Files…"), self.importing.choose_files),
                (mark("Whole folder…"), self.importing.choose_folder),
                (mark("Paste"), self.importing.paste),
                (mark("From a phone…"), self.phone_wanted.emit),
            ),
            ((mark("Take a photo or video…"), self.capture.camera), (mark("Record sound…"), self.capture.microphone)),
            (
                (mark("Show the clock for cameras…"), self.doubts.clocks.show_page),
                (mark("Camera clocks…"), self.doubts.list_clocks),
            ),
        )
        self.sources.fill(self.import_button.menu())
        self.opening = PhotoOpening(desk, self.grid, self, self._shot_name)
        self._late = LateRows(desk, self.model, self._on_followed, self)
        self.handling = PhotoHandling(desk, self.grid, self)
        self.copies = PhotoCopies(desk, self.grid, self)
        self.withdraw_button = looks.button("", self._on_withdraw_clicked)
        self.head_actions.addWidget(self.withdraw_button)
        self.head_actions.addWidget(self.import_button)
        self._nothing = looks.label("secondary", wrap=True)
        self._pile = QStackedLayout()
        for part in (self.grid, self.empty, self._nothing):
            self._pile.addWidget(part)
        # The suggestion comes and goes below the grid, so that no photo moves away under the pointer.
        right = looks.column(self.filters, self._pile, self.shots.note, spacing=8)
        right.setStretch(1, 1)
        across = looks.row(self.shots.panel, right, spacing=8)
        across.setStretch(1, 1)
        self.content.addWidget(self.sources.strip)
        self.content.addLayout(across, 1)
        self._connect()
        self.retranslate()
        self._slices = Slices(self)
        self._slices.add(self._build_beside)
        self.work.refresh()
        self.doubts.checking.look_soon()

    def retranslate(self) -> None:
        super().retranslate()
        self.import_button.retranslate()
        self.sources.retranslate()
        self.grid.setAccessibleName(tr("Photos"))
        self._nothing.setText(tr("Nothing here fits the filter."))
        self.empty.say(
            tr("No photo here yet"),
            tr("Drop files or a folder anywhere in this window, paste a picture, or choose files. "
               "Each original is stored unchanged with its hash."),
            tr("Choose files…"), "import",
        )  # fmt: skip
        self.filters.retranslate()
        self.shots.retranslate()
        self.doubts.retranslate()
        self.model.touch_all()
        self._say()
        self.beside.show_chosen()

    def load(self) -> None:
        self.finish()
        self._late.overtake()
        self.model.known.forget()
        self.model.reload()
        self.work.refresh()
        self.doubts.checking.look_soon()
        self._say()
        self.beside.show_chosen()

    def finish(self) -> None:
        """Read and build now what is left to later turns: somebody needs it."""
        if not self.model.is_read:
            self._on_rows_read(read_list(self.desk.case))
        self._slices.finish()

    def apply(self, changes: Changes) -> None:
        self.finish()
        if self._late.takes(changes):
            self._late.follow(changes)
            return
        self._late.overtake()
        self.model.apply(changes)
        self._on_followed(changes)

    def _on_followed(self, changes: Changes) -> None:
        self.work.apply(changes)
        self.doubts.apply(changes)
        self.beside.apply(changes)
        if changes.touches(Evidence.KIND, Claim.KIND):
            self._say()
            self.beside.show_chosen()

    def commit(self) -> None:
        self.beside.commit()
        self.opening.close_recordings()
        self.capture.close()

    def inspector(self) -> QWidget | None:
        return self.beside

    def has_details(self) -> bool:
        return not self.model.is_read or self.model.known.total() + self.model.known.withdrawn() > 0

    def show_record(self, record_id: str, field: str) -> None:
        self.finish()
        layer = record_access.get(self.desk.case, Annotation, record_id) if record_id else None
        if layer is not None:
            self.grid.select(layer.evidence_uid or "")
            self.annotate()
            return
        if self.work.shot(field) is not None:
            self.shots.show_shot(field, record_id)
            return
        if record_id:
            self.filters.clear()
            self.grid.select(record_id)
        if field == "caption":
            self.details.caption.control.setFocus()

    @property
    def details(self) -> PhotoInspector:
        """What is beside the grid, built now if it is not yet."""
        return self.beside.details

    def open_large(self) -> QDialog | None:
        """Show the current photo over the whole screen; a video or sound is opened for playing."""
        return self.opening.open()

    def annotate(self) -> LargeView | None:
        """Show the current photo over the whole screen, ready to be drawn on."""
        return self.opening.annotate()

    def _shot_name(self, record: Evidence) -> str:
        return self.work.name(record.shot_key, record.subject_uid) if record.shot_key else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shots.place(self.width())

    def _on_rows_read(self, read: ListRead) -> None:
        if self.model.is_read:
            return  # somebody needed them earlier; these may be older
        self.model.show_read(read)
        self.doubts.know_rows()
        self._say()
        self.beside.show_chosen()

    def _build_beside(self) -> None:
        self.beside.build()

    def _connect(self) -> None:
        self.beside.shown.connect(self._on_chosen_shown)
        self.beside.opened.connect(self.open_large)
        self.grid.menu_wanted.connect(lambda at: self.handling.open_menu(at, lambda menu: self._fill_menu(menu, at)))
        self.grid.doubleClicked.connect(lambda _index: self.open_large())
        self.filters.changed.connect(self._on_view_chosen)
        self.work.changed.connect(self._on_board_read)
        self.add_action(mark("Import files…"), "Ctrl+O", self.importing.choose_files)
        self.add_action(mark("Import a whole folder…"), "Ctrl+Shift+O", self.importing.choose_folder)
        self.add_action(mark("Paste"), "Ctrl+V", self.importing.paste)
        self.add_action(mark("Take a photo or video…"), "Ctrl+Shift+P", self.capture.camera)
        self.add_action(mark("Record sound…"), "Ctrl+Shift+R", self.capture.microphone)
        self.add_action(mark("Camera card or phone folder…"), "", self.sources.choose_card)
        self.add_action(mark("Watch a folder, or stop"), "", self.sources.choose_watched)
        self.add_action(mark("Watch the scanner's folder, or stop"), "", self.sources.choose_scanner)
        self.add_action(mark("Full screen"), "Space", self.open_large, self.grid)
        self.add_action(mark("Annotate"), "A", self.annotate, self.grid)
        self.add_action(mark("Caption"), "F2", self.beside.edit_caption)
        self.add_action(mark("Withdraw"), "Del", self._on_withdraw_clicked, self.grid)
        self.add_action(mark("Move earlier"), "Alt+Left", lambda: self.handling.shift(-1))
        self.add_action(mark("Move later"), "Alt+Right", lambda: self.handling.shift(1))
        self.add_action(mark("Repeat the last caption"), "Ctrl+D", lambda: self.beside.captions.repeat())
        self.add_action(mark("Copies for a receiver…"), "Ctrl+Shift+S", self.copies.open)
        self.shots.add_actions(self)
        self.doubts.add_actions(self)

    def _on_chosen_shown(self, ids: list[str], current: str) -> None:
        self.shots.show_chosen(ids)
        self.withdraw_button.setEnabled(bool(current))
        looks.face(self.withdraw_button, *self._withdraw_face())

    def _say(self) -> None:
        if not self.model.is_read:
            return
        self.model.show_away(pulling.absent_hashes(self.desk.case))
        total, withdrawn = self.model.known.total(), self.model.known.withdrawn()
        away = self.model.away_count()
        here = total - away
        parts = [
            tr("%n original(s), each stored unchanged with its hash", n=here) if here > 0 else "",
            tr("%n not on this laptop", n=away) if away else "",
            tr("%n withdrawn", n=withdrawn) if withdrawn else "",
        ]
        self.set_state(" · ".join(part for part in parts if part))
        is_empty = total == 0 and not self.model.view.is_filtered
        self._pile.setCurrentWidget(self.empty if is_empty else self.grid if self.model.rowCount() else self._nothing)
        self.filters.setVisible(total + withdrawn > 0)
        self.side_changed.emit()

    def _on_view_chosen(self, view: PhotoView) -> None:
        self.model.show_view(view)
        self._say()
        self.beside.show_chosen()

    def _on_board_read(self) -> None:
        self.filters.shots = [(str(key), name) for key, name in self.work.shot_options()]
        self.filters.subjects = [(str(id_), name) for id_, name in self.work.subject_options()]
        self.model.touch_all()
        self.shots.show_chosen(self.grid.selected_ids())

    def _on_withdraw_clicked(self) -> None:
        self.handling.withdraw_or_restore(withdrawing.below(self.withdraw_button))

    def _fill_menu(self, menu: QMenu, at: QPoint) -> None:
        menu.addAction(icons.icon("zoom"), tr("Full screen"), self.open_large)
        menu.addAction(icons.icon("annotate"), tr("Annotate"), self.annotate)
        menu.addAction(icons.icon("caption"), tr("Caption"), self.beside.edit_caption)
        menu.addAction(icons.icon("duplicate"), tr("Repeat the last caption"), self.beside.captions.repeat)
        menu.addSeparator()
        self.shots.fill_menu(menu)
        menu.addSeparator()
        self.doubts.fill_menu(menu)
        menu.addAction(icons.icon("copy"), tr("Copies for a receiver…"), self.copies.open)
        text, icon = self._withdraw_face()
        menu.addAction(icons.icon(icon), text, lambda: self.handling.withdraw_or_restore(at))

    def _withdraw_face(self) -> tuple[str, str]:
        return (tr("Restore"), "undo") if self.handling.is_withdrawn() else (tr("Withdraw…"), "withdraw")

"""Photos (拍摄): all evidence of the case in a fast grid; files come in by button, drop or paste."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QDialog, QMenu, QStackedLayout, QWidget

from surveyor_app.domain.changes import Changes
from surveyor_app.domain.claims import Claim
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.evidence import Evidence
from surveyor_app.operations import records
from surveyor_app.ui import icons
from surveyor_app.ui.capture_devices import CaptureDevices, QtDevices
from surveyor_app.ui.capturing import Capturing
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.errors import words
from surveyor_app.ui.importing import Importing
from surveyor_app.ui.models.evidence_model import EvidenceModel
from surveyor_app.ui.models.thumbnails import Thumbnails
from surveyor_app.ui.page import Page
from surveyor_app.ui.translation import mark, tr, tr_marked
from surveyor_app.ui.widgets import looks, withdrawing
from surveyor_app.ui.widgets.capture_view import CaptureView
from surveyor_app.ui.widgets.large_view import LargeView
from surveyor_app.ui.widgets.notes import EmptyState
from surveyor_app.ui.widgets.photo_delegate import PICTURE
from surveyor_app.ui.widgets.photo_grid import PhotoGrid
from surveyor_app.ui.widgets.photo_inspector import PhotoInspector
from surveyor_app.ui.widgets.recording_view import PLAYED, RecordingView

CLASSES = (("", mark("All")), ("photo", mark("Photos")), ("video", mark("Video")), ("sound", mark("Sound")),
           ("paper", mark("Papers")), ("other", mark("Other")))  # fmt: skip


class PhotosPage(Page):
    """Grid, filter, import, and the inspector at the right."""

    NAME: ClassVar[str] = "photos"
    TITLE: ClassVar[str] = mark("Photos")
    ICON: ClassVar[str] = "photos"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.importing = Importing(desk, self)
        self.capturing = Capturing(desk, self)
        self.devices: CaptureDevices = QtDevices()
        self.thumbnails = Thumbnails(desk.case, desk.jobs, QSize(PICTURE), self)
        self.model = EvidenceModel(desk.case, self.thumbnails, self)
        self.grid = PhotoGrid(self.model)
        self.details = PhotoInspector(desk)
        self.empty = EmptyState("photos", self.importing.choose_files)
        self.import_button = looks.button("primary")
        self._import_menu = QMenu(self.import_button)
        self._files_action = self._import_menu.addAction("", self.importing.choose_files)
        self._folder_action = self._import_menu.addAction("", self.importing.choose_folder)
        self._paste_action = self._import_menu.addAction("", self.importing.paste)
        self._import_menu.addSeparator()
        self._camera_action = self._import_menu.addAction("", self.open_camera)
        self._sound_action = self._import_menu.addAction("", self.open_microphone)
        self.import_button.setMenu(self._import_menu)
        self.withdraw_button = looks.button("", self._on_withdraw_clicked)
        self.head_actions.addWidget(self.withdraw_button)
        self.head_actions.addWidget(self.import_button)
        self._class = ""
        self.chips = {name: looks.button("chip") for name, _ in CLASSES}
        for name, chip in self.chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, name=name: self._on_chip_clicked(name))
        self._chip_row = looks.row(*self.chips.values(), None)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.grid)
        self._pile.addWidget(self.empty)
        self.content.addLayout(self._chip_row)
        self.content.addLayout(self._pile, 1)
        self._connect()
        # Says the state too; the model has read the list when it was made.
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.import_button, tr("Import"))
        self.import_button.setIcon(icons.icon("import", "on_accent"))
        self._files_action.setText(tr("Files…"))
        self._folder_action.setText(tr("Whole folder…"))
        self._paste_action.setText(tr("Paste"))
        self._camera_action.setText(tr("Take a photo or video…"))
        self._sound_action.setText(tr("Record sound…"))
        looks.face(self.withdraw_button, tr("Withdraw…"), "withdraw")
        self.grid.setAccessibleName(tr("Photos"))
        self.empty.say(
            tr("No photo here yet"),
            tr("Drop files or a folder anywhere in this window, paste a picture, or choose files. "
               "Each original is stored unchanged with its hash."),
            tr("Choose files…"), "import",
        )  # fmt: skip
        self._say()
        self._show_current()

    def load(self) -> None:
        self.model.forget()
        self.model.reload()
        self._say()
        self._show_current()

    def apply(self, changes: Changes) -> None:
        self.model.apply(changes)
        self.details.apply(changes)
        if changes.touches(Evidence.KIND, Claim.KIND):
            self._say()
            self._show_current()

    def commit(self) -> None:
        self.details.commit()
        # What plays and records uses the case, which may be about to close.
        for view in (*self.findChildren(RecordingView), *self.findChildren(CaptureView)):
            view.close()

    def inspector(self) -> QWidget | None:
        return self.details

    def has_details(self) -> bool:
        return self.model.total() > 0

    def show_record(self, record_id: str, field: str) -> None:
        if record_id:
            self._on_chip_clicked("")
            self.grid.select(record_id)
        if field == "caption":
            self.details.caption.control.setFocus()

    def open_large(self) -> QDialog | None:
        """Show the current photo over the whole screen; a video or sound is opened for playing."""
        record = self.model.record(self.grid.current_id()) if self.grid.current_id() else None
        if record is None:
            return None
        if record.evidence_class in PLAYED:
            return self._open_recording(record)
        view = LargeView(self, self.desk.case, self.desk.jobs, self._neighbour)
        view.showMaximized()
        view.show_record(record)
        return view

    def open_camera(self) -> CaptureView:
        """Show the camera, to take photos and videos."""
        return self._open_capture(with_camera=True)

    def open_microphone(self) -> CaptureView:
        """Show the microphone, to record sound."""
        return self._open_capture(with_camera=False)

    def _open_capture(self, *, with_camera: bool) -> CaptureView:
        view = CaptureView(self, self.capturing, self.devices, with_camera=with_camera)
        view.show()
        return view

    def _open_recording(self, record: Evidence) -> RecordingView | None:
        try:
            view = RecordingView(self, self.desk.case, self.desk.jobs, record)
        except SurveyorError as error:
            self.desk.messages.tell(words(error), tone="bad")
            return None
        view.showMaximized()
        return view

    def _connect(self) -> None:
        self.grid.current_changed.connect(lambda _id: self._show_current())
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.doubleClicked.connect(lambda _index: self.open_large())
        self.model.moved.connect(self._on_moved)
        self.details.opened.connect(self.open_large)
        self.add_action(mark("Import files…"), "Ctrl+O", self.importing.choose_files)
        self.add_action(mark("Import a whole folder…"), "Ctrl+Shift+O", self.importing.choose_folder)
        self.add_action(mark("Paste"), "Ctrl+V", self.importing.paste)
        self.add_action(mark("Take a photo or video…"), "Ctrl+Shift+P", self.open_camera)
        self.add_action(mark("Record sound…"), "Ctrl+Shift+R", self.open_microphone)
        self.add_action(mark("Full screen"), "Space", self.open_large, self.grid)
        self.add_action(mark("Caption"), "F2", self.details.caption.control.setFocus)
        self.add_action(mark("Withdraw"), "Del", self._on_withdraw_clicked, self.grid)
        self.add_action(mark("Move forward"), "Alt+Left", lambda: self._shift(-1))
        self.add_action(mark("Move back"), "Alt+Right", lambda: self._shift(1))

    def _neighbour(self, by: int) -> Evidence | None:
        id_ = self.grid.step(by)
        return self.model.record(id_) if id_ else None

    def _show_current(self) -> None:
        id_ = self.grid.current_id()
        self.details.show_record(self.model.record(id_) if id_ else None, self.model.number_of(id_) if id_ else None)
        self.withdraw_button.setEnabled(bool(id_))

    def _say(self) -> None:
        total = self.model.total()
        self.set_state(tr("%n original(s), each stored unchanged with its hash", n=total) if total else "")
        self._pile.setCurrentWidget(self.grid if total else self.empty)
        self.side_changed.emit()
        for name, text in CLASSES:
            chip = self.chips[name]
            looks.face(chip, tr_marked(text))
            chip.setChecked(name == self._class)
            chip.setVisible(total > 0)

    def _on_chip_clicked(self, name: str) -> None:
        self._class = name
        self.model.filter_by((lambda record: record.evidence_class == name) if name else None)
        self._say()

    def _on_moved(self, ids: list[str], before: str) -> None:
        case = self.desk.case
        if before in ids:
            return
        for id_ in ids:
            self.desk.edits.do(lambda id_=id_: records.move(case, Evidence, id_, before or None))  # type: ignore[misc]  # bound now

    def _shift(self, by: int) -> None:
        id_ = self.grid.current_id()
        row = self.model.row_of(id_) if id_ else None
        if row is None:
            return
        target = row + by if by < 0 else row + by + 1
        if target >= 0:
            self._on_moved([id_], self.model.id_at(target) or "")

    def _on_withdraw_clicked(self) -> None:
        self._ask_withdraw(self.withdraw_button.mapToGlobal(QPoint(0, self.withdraw_button.height())))

    def _ask_withdraw(self, at: QPoint) -> None:
        withdrawing.ask(self, at, self.desk, Evidence, self.grid.selected_ids())

    def _open_menu(self, at: QPoint) -> None:
        if not self.grid.current_id():
            return
        menu = QMenu(self)
        menu.addAction(icons.icon("zoom"), tr("Full screen"), self.open_large)
        menu.addAction(icons.icon("caption"), tr("Caption"), self.details.caption.control.setFocus)
        menu.addSeparator()
        menu.addAction(icons.icon("withdraw"), tr("Withdraw…"), lambda: self._ask_withdraw(at))
        menu.popup(at)

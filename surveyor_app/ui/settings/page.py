"""Settings: who, lock, passphrase, recovery code, look, folders, this device, and what the program is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFileDialog, QLayout, QVBoxLayout, QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.cases.opening import cases_folder
from surveyor_app.settings import Settings, Theme
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.form_rows import LabelledLine
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.page import MARGIN_PX
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.base.tick_box import TickBox
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.settings.about import versions
from surveyor_app.ui.settings.dialogs import NewCodeDialog, PassphraseDialog
from surveyor_app.wording.languages import languages
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

IDLE_MINUTES = (0, 5, 15, 30, 60)
_THEMES = {Theme.LIGHT: mark("Light"), Theme.DARK: mark("Dark"), Theme.SUNLIGHT: mark("Sunlight")}
_HEADS = (
    mark("You"),
    mark("Lock"),
    mark("Passphrase and recovery code"),
    mark("Second copy"),
    mark("Look"),
    mark("Folders"),
    mark("This laptop"),
    mark("About"),
)


class SettingsPage(QWidget):
    """One column of cards. What is chosen holds at once; it goes out by signals to the composition root."""

    left = Signal()
    lock_wanted = Signal()
    language_chosen = Signal(object)
    look_chosen = Signal(object)
    changed = Signal(dict)
    """Settings that were changed, by name."""

    def __init__(self, profile: Profile, jobs: Jobs, kept: Settings, resources: Path) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setObjectName("settings")
        self._profile, self._jobs, self._kept = profile, jobs, kept
        self._languages = languages(resources)
        self.title = looks.label("title")
        self.back_button = looks.button("quiet", self.left.emit)
        self.note = Note()
        self.user, self.name_ = LabelledLine(), LabelledLine()
        self.rename_button = looks.button("", self.rename)
        self.lock_button = looks.button("primary", self.lock_wanted.emit)
        self.idle, self.language, self.look = QuietCombo(), QuietCombo(), QuietCombo()
        self._idle_label, self._language_label, self._look_label = (looks.label("field") for _ in range(3))
        self.sleep, self.large = TickBox(), TickBox()
        self.passphrase_button = looks.button("", self.change_passphrase)
        self.code_button = looks.button("", self.make_code)
        self.copy_button = looks.button("", self.choose_copy)
        self.no_copy_button = looks.button("", lambda: self._set_copy(None))
        self.copy_state = looks.label("secondary", wrap=True)
        self._copy_dir = kept.second_copy_dir
        self.profile_button = looks.button("", partial(_open, profile.folder))
        self.cases_button = looks.button("", partial(_open, cases_folder(profile)))
        self.folders, self.device, self.about = FactsList(), FactsList(), FactsList()
        self._heads = [looks.label("section") for _ in _HEADS]
        self._escape = QAction(self)
        self._escape.setShortcut(QKeySequence("Escape"))
        self._escape.triggered.connect(self.left.emit)
        self.addAction(self._escape)
        self._lay_out()
        self._fill()
        self.retranslate()
        self.idle.activated.connect(lambda _row: self._choose("lock_idle_min", self.idle.currentData()))
        self.sleep.clicked.connect(lambda on: self._choose("lock_after_sleep", on))
        self.large.clicked.connect(lambda on: self._choose("large_targets", on))
        self.language.activated.connect(lambda row: self.language_chosen.emit(self._languages[row]))
        self.look.activated.connect(lambda _row: self.look_chosen.emit(self.look.currentData()))

    def page_actions(self) -> list[QAction]:
        """Return the actions of this page."""
        return [self._escape]

    def take_keyboard(self) -> None:
        """Have the keyboard begin at what is wanted most."""
        self.lock_button.setFocus()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.title.setText(tr("Settings"))
        self._escape.setText(tr("Back"))
        looks.face(self.back_button, tr("Back"), "back")
        for label, text in zip(self._heads, _HEADS, strict=True):
            label.setText(tr_marked(text))
        self.user.name(tr("User name (as the office knows you)"))
        self.name_.name(tr("Your name (as it stands on the report)"))
        looks.face(self.rename_button, tr("Keep these names"))
        looks.face(self.lock_button, tr("Lock now"))
        for label, combo, text in (
            (self._idle_label, self.idle, tr("Lock when nobody was there for")),
            (self._language_label, self.language, tr("Language")),
            (self._look_label, self.look, tr("Theme")),
        ):
            label.setText(text)
            combo.setAccessibleName(text)
        for row, minutes in enumerate(IDLE_MINUTES):
            self.idle.setItemText(row, tr("%n minute(s)", n=minutes) if minutes else tr("Never"))
        for row, look in enumerate(_THEMES):
            self.look.setItemText(row, tr_marked(_THEMES[look]))
        self.sleep.setText(tr("Lock when the lid was closed"))
        self.large.setText(tr("Larger touch targets, for gloves"))
        looks.face(self.passphrase_button, tr("Change the passphrase…"), "lock")
        looks.face(self.code_button, tr("Make a new recovery code…"), "refresh")
        looks.face(self.copy_button, tr("Choose a stick or another disk…"), "card")
        looks.face(self.no_copy_button, tr("Keep no second copy"))
        looks.face(self.profile_button, tr("Open the profile's folder"), "folder")
        looks.face(self.cases_button, tr("Open the folder of cases"), "folder")
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # ---------------------------------------------------------------------------------------- what is done

    def rename(self) -> None:
        """Keep the names as they are typed."""
        profile, user, name = self._profile, self.user.text(), self.name_.text()
        self._write(lambda: profile.rename(user, name), tr("The names are kept."))

    def change_passphrase(self) -> None:
        """Ask for the passphrase and a new one."""
        PassphraseDialog(
            self, self._profile, self._jobs, lambda: self.note.say(tr("The passphrase is changed."), "ok")
        ).open()

    def make_code(self) -> None:
        """Make another recovery code and show it until it is confirmed."""
        self.code_button.setEnabled(False)
        self._jobs.write(self._profile.make_recovery_code, self, self._on_code_made, self._on_failed)

    def _on_code_made(self, code: str) -> None:
        self.code_button.setEnabled(True)
        NewCodeDialog(
            self, self._profile, self._jobs, code, lambda: self.note.say(tr("The new recovery code holds."), "ok")
        ).open()

    def choose_copy(self) -> None:
        """Ask where second copies of open cases are kept."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Where second copies are kept"))
        if chosen:
            self._set_copy(Path(chosen))

    def _set_copy(self, folder: Path | None) -> None:
        self._copy_dir = folder
        self._choose("second_copy_dir", folder)
        self._say_copy()

    def _say_copy(self) -> None:
        folder = self._copy_dir
        self.no_copy_button.setVisible(folder is not None)
        if folder is None:
            text, tone = tr("None is kept: what is lost with this laptop before it was delivered is lost."), "warn"
        elif _is_same_disk(folder, self._profile.folder):
            text, tone = tr("{folder} lies on the disk of this laptop: it is lost with it.", folder=str(folder)), "warn"
        else:
            text = tr("An open case is copied to {folder} in the background; the copy opens with the recovery code.",
                      folder=str(folder))  # fmt: skip
            tone = ""
        self.copy_state.setText(text)
        looks.set_tone(self.copy_state, tone)

    def _choose(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _write(self, work: Callable[[], None], said: str) -> None:
        def on_done(_none: None) -> None:
            self.note.say(said, "ok")
            self._say()

        self._jobs.write(work, self, on_done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self.code_button.setEnabled(True)
        self.note.say(words(error), "bad")

    # --------------------------------------------------------------------------------------------- inside

    def _fill(self) -> None:
        for minutes in IDLE_MINUTES:
            self.idle.addItem("", minutes)
        for language in self._languages:
            self.language.addItem(language.name)
        for look in _THEMES:
            self.look.addItem("", look)
        row = self.idle.findData(self._kept.lock_idle_min)
        self.idle.setCurrentIndex(max(row, 0))
        self.look.setCurrentIndex(self.look.findData(self._kept.theme))
        self.sleep.setChecked(self._kept.lock_after_sleep)
        self.large.setChecked(self._kept.large_targets)
        self.user.line.setText(self._profile.user)
        self.name_.line.setText(self._profile.display_name)
        enrolment = self._profile.enrolment()
        self.user.line.setReadOnly(enrolment is not None)

    def _say(self) -> None:
        tags = [language.tag for language in self._languages]
        self.language.setCurrentIndex(tags.index(current_language().tag))
        profile, enrolment = self._profile, self._profile.enrolment()
        self._say_copy()
        self.folders.show_pairs([(tr("Profile"), str(profile.folder)), (tr("Cases"), str(cases_folder(profile)))])
        self.device.show_pairs(
            [
                (tr("Device"), profile.device_key.device_id),
                (tr("Enrolled at"), enrolment.server if enrolment is not None else tr("not enrolled")),
            ]
        )
        self.about.show_pairs([(name, f"{version} · {licence}") for name, version, licence in versions()])

    def _lay_out(self) -> None:
        names = looks.column(self.user, self.name_, Flow(self.rename_button), spacing=10)
        lock = looks.column(
            Flow(self.lock_button), looks.column(self._idle_label, self.idle, spacing=4), self.sleep, spacing=10
        )
        keys = Flow(self.passphrase_button, self.code_button)
        copy = looks.column(self.copy_state, Flow(self.copy_button, self.no_copy_button), spacing=10)
        look = looks.column(
            looks.column(self._language_label, self.language, spacing=4),
            looks.column(self._look_label, self.look, spacing=4),
            self.large,
            spacing=10,
        )
        folders = looks.column(self.folders, Flow(self.profile_button, self.cases_button), spacing=10)
        parts: list[QLayout] = [
            names,
            lock,
            keys,
            copy,
            look,
            folders,
            looks.column(self.device),
            looks.column(self.about),
        ]
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for head, part in zip(self._heads, parts, strict=True):
            body = looks.column(head, part, spacing=10)
            body.setContentsMargins(16, 12, 16, 14)
            column.addWidget(looks.card(body))
        column.addStretch(1)
        area.hold(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN_PX, 14, MARGIN_PX, 14)
        whole.setSpacing(12)
        whole.addLayout(looks.row(self.back_button, self.title, None))
        whole.addWidget(self.note)
        whole.addWidget(area, 1)


def _is_same_disk(one: Path, other: Path) -> bool:
    """Tell whether two folders lie on one file system; a stick that is away lies on none."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

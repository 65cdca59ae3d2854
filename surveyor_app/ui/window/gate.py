"""The gate: unlock the profile, create it at the first start, or recover it.

The recovery code of a new profile is shown until two groups of it were typed from the sheet it was written on: at once, and
where the window was closed or the program died over it, after the next unlocking. "Later" lets a person without paper work on.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from surveyor_app.domain.errors import InputError, ProfileDamaged
from surveyor_app.domain.passphrases import SHORTEST
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.form_rows import LabelledLine
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.settings.code_card import CodeCard
from surveyor_app.ui.settings.strengths import say_strength
from surveyor_app.wording.translation import tr

if TYPE_CHECKING:
    from surveyor_app.casefile.profiles.profile import Profile

Opened: TypeAlias = "tuple[Profile | None, str]"
PROFILE_FILES = ("profile.toml", "profile.copy.toml")


class Step(Enum):
    """What the gate asks for."""

    UNLOCK = "unlock"
    CREATE = "create"
    RECOVER = "recover"
    LOST = "lost"
    """The laptop is gone: copies of its cases and the recovery code are there."""
    REPAIR = "repair"
    """The profile's database is damaged; its passphrase is known."""
    CODE = "code"


class Ways(Protocol):
    """How a profile is opened; handed in once what it takes is loaded."""

    def unlock(self, folder: Path, passphrase: str) -> Profile:
        """Open it with its passphrase."""

    def unlock_quietly(self, folder: Path) -> Profile | None:
        """Open it with this user's keyring; ``None`` where that does not work."""

    def create(self, folder: Path, passphrase: str, user: str, display_name: str) -> Profile:
        """Make it; its recovery code is not confirmed yet."""

    def recover(self, folder: Path, code: str, passphrase: str) -> Profile:
        """Open it with its recovery code and give it a new passphrase."""

    def repair(self, folder: Path, passphrase: str, user: str, name: str) -> Profile:
        """Mend it, or make its database anew and find its cases again."""

    def bring_back(self, folder: Path, keys: Path, code: str, passphrase: str, user: str, name: str) -> Profile:
        """Make it on this laptop from the keys beside a copy of a lost one's case, and the cases from their copies."""


_OTHER_STEPS = {
    Step.UNLOCK: Step.RECOVER, Step.RECOVER: Step.UNLOCK, Step.CREATE: Step.LOST, Step.LOST: Step.CREATE,
    Step.REPAIR: Step.LOST,
}  # fmt: skip
"""Where the link below leads."""


class GatePage(QWidget):
    """One card in the middle of the window."""

    unlocked = Signal(object)
    """The open :class:`Profile`."""
    verify_wanted = Signal()
    """Evidence is to be checked; whoever does that need not be a surveyor."""

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._folder = folder
        self._jobs = jobs
        self._ways: Ways | None = None
        self._waiting: Callable[[], None] | None = None
        self._profile: Profile | None = None
        self._code = ""
        self.step = Step.UNLOCK if any((folder / name).exists() for name in PROFILE_FILES) else Step.CREATE
        self._sign = looks.label()
        self._title = looks.label("title", wrap=True)
        self._why = looks.label("secondary", wrap=True)
        self.user, self.name_ = LabelledLine(), LabelledLine()
        self.recovery = LabelledLine()
        self.keys = LabelledLine()
        self.keys_button = looks.button("", self._choose_keys)
        self.passphrase, self.repeated = LabelledLine(is_secret=True), LabelledLine(is_secret=True)
        self.strength = looks.label("secondary", wrap=True)
        self.card = CodeCard()
        self.note = Note()
        self.confirm = looks.button("primary", self._on_confirmed)
        self.other = looks.button("link", self._on_other_clicked)
        self.verify_button = looks.button("link", self.verify_wanted.emit)
        self.verify_button.setEnabled(False)
        self.card.typed.connect(self.confirm.setEnabled)
        self.card.entered.connect(self._on_confirmed)
        self.passphrase.line.textChanged.connect(lambda text: say_strength(self.strength, text))
        for line in (self.keys, self.user, self.name_, self.recovery, self.passphrase, self.repeated):
            line.line.returnPressed.connect(self._on_confirmed)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self._sign.setPixmap(icons.icon("lock", "accent").pixmap(40, 40))
        self.user.name(tr("User name (as the office knows you)"))
        self.name_.name(tr("Your name (as it stands on the report)"))
        self.recovery.name(tr("Recovery code"))
        self.keys.name(tr("The keys beside a copy of a case (….keys.toml)"))
        looks.face(self.keys_button, tr("Choose on the stick…"), "folder")
        first = self.step in {Step.UNLOCK, Step.REPAIR}
        self.passphrase.name(
            tr("Passphrase") if first else tr("New passphrase, at least {count} characters", count=SHORTEST)
        )
        self.repeated.name(tr("The same passphrase again"))
        self.card.retranslate()
        say_strength(self.strength, self.passphrase.text())
        looks.face(self.verify_button, tr("Only check evidence: a PDF or a bag"), "shield", "accent")
        titles = {
            Step.UNLOCK: tr("Unlock your cases"),
            Step.CREATE: tr("Create your profile"),
            Step.RECOVER: tr("Recover your profile"),
            Step.LOST: tr("Bring your cases back"),
            Step.REPAIR: tr("Repair your profile"),
            Step.CODE: tr("Your recovery code"),
        }
        reasons = {
            Step.UNLOCK: tr("All cases on this laptop are encrypted with your profile."),
            Step.CREATE: tr("It holds the keys of all your cases. Nobody can read them without your passphrase."),
            Step.RECOVER: tr("The recovery code from the first start opens the profile; then choose a new passphrase."),
            Step.LOST: tr(
                "The other laptop is gone? The second copies on a stick or disk and the recovery code open its cases here."
                " Enrol this laptop at the office afterwards, and have the lost one locked out."
            ),
            Step.REPAIR: tr(
                "The profile is damaged, your case files are not. It is mended, or made anew and its cases found again;"
                " then enrol this laptop at the office once more."
            ),
            Step.CODE: tr(
                "Write it down or print it: if you forget the passphrase, only this code opens your cases."
                " Once you have typed two groups of it, it is never shown again."
            ),
        }
        confirms = {
            Step.UNLOCK: tr("Unlock"),
            Step.CREATE: tr("Create profile"),
            Step.RECOVER: tr("Recover"),
            Step.LOST: tr("Bring the cases back"),
            Step.REPAIR: tr("Repair"),
            Step.CODE: tr("I have it on paper"),
        }
        self._title.setText(titles[self.step])
        self._why.setText(reasons[self.step])
        looks.face(self.confirm, confirms[self.step])
        others = {
            Step.UNLOCK: tr("Forgotten the passphrase?"),
            Step.CREATE: tr("Another laptop was lost: bring its cases back"),
            Step.REPAIR: tr("Bring it back from a second copy"),
            Step.CODE: tr("Later, show it again next time"),
        }
        looks.face(self.other, others.get(self.step, tr("Back")))

    def set_ways(self, ways: Ways) -> None:
        """From now on profiles can be opened; what was asked for meanwhile is done now."""
        self._ways = ways
        self.verify_button.setEnabled(True)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        elif self.step is Step.UNLOCK:
            folder = self._folder
            self._jobs.run(
                lambda _report: _with_code(ways.unlock_quietly(folder)), self, self._on_tried, lambda _error: None
            )

    def unlock_with(self, passphrase: str) -> None:
        """Unlock without asking."""
        self.passphrase.line.setText(passphrase)
        self._on_confirmed()

    def show_step(self, step: Step) -> None:
        """Ask for something else."""
        self.step = step
        parts: dict[QWidget, set[Step]] = {
            self.keys: {Step.LOST},
            self.keys_button: {Step.LOST},
            self.user: {Step.CREATE, Step.LOST},
            self.name_: {Step.CREATE, Step.LOST},
            self.recovery: {Step.RECOVER, Step.LOST},
            self.passphrase: {Step.UNLOCK, Step.CREATE, Step.RECOVER, Step.LOST, Step.REPAIR},
            self.repeated: {Step.CREATE, Step.RECOVER, Step.LOST},
            self.card: {Step.CODE},
            self.strength: {Step.CREATE, Step.RECOVER, Step.LOST},
            # Where there is room; the bar above leads there as well.
            self.verify_button: {Step.UNLOCK},
        }
        for part, steps in parts.items():
            part.setVisible(step in steps)
        self.confirm.setEnabled(step is not Step.CODE)
        self.note.say("")
        self.retranslate()
        self._focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _focus_first(self) -> None:
        first: dict[Step, QWidget] = {Step.UNLOCK: self.passphrase, Step.CREATE: self.user, Step.RECOVER: self.recovery}
        first[Step.REPAIR] = self.passphrase
        first.get(self.step, self.keys_button if self.step is Step.LOST else self.card).setFocus()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setFixedWidth(440)
        inner = looks.column(
            self._sign, self._title, self._why, 4, self.keys, self.keys_button, self.user, self.name_, self.recovery,
            self.passphrase, self.strength, self.repeated, self.card, self.note, self.confirm, self.other,
            spacing=12, margin=28,
        )  # fmt: skip
        frame.setLayout(inner)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(looks.row(None, frame, None))
        outer.addLayout(looks.row(None, self.verify_button, None))
        outer.addStretch(2)
        self.show_step(self.step)

    def _on_confirmed(self) -> None:
        if not self.confirm.isEnabled():
            return
        {
            Step.UNLOCK: self._unlock,
            Step.CREATE: self._create,
            Step.RECOVER: self._recover,
            Step.LOST: self._bring_back,
            Step.REPAIR: self._repair,
            Step.CODE: self._confirm_code,
        }[self.step]()

    def _unlock(self) -> None:
        folder, passphrase = self._folder, self.passphrase.text()
        self._work(lambda ways: ways.unlock(folder, passphrase), tr("Unlocking…"))

    def _create(self) -> None:
        if self._is_new_passphrase_good() and (names := self._names()):
            folder, passphrase, (user, name) = self._folder, self.passphrase.text(), names
            self._work(lambda ways: ways.create(folder, passphrase, user, name), tr("Creating…"))

    def _bring_back(self) -> None:
        keys = self.keys.text().strip()
        self.keys.complain("" if keys else tr("Please choose the file on your stick or disk."))
        if keys and self._is_new_passphrase_good() and (names := self._names()):
            folder, code, passphrase, (user, name) = self._folder, self.recovery.text(), self.passphrase.text(), names
            self._work(
                lambda ways: ways.bring_back(folder, Path(keys), code, passphrase, user, name),
                tr("Bringing the cases back; large ones take minutes…"),
            )

    def _repair(self) -> None:
        folder, passphrase = self._folder, self.passphrase.text()
        user, name = self.user.text().strip(), self.name_.text().strip()
        self._work(lambda ways: ways.repair(folder, passphrase, user, name), tr("Repairing…"))

    def _choose_keys(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Keys beside a copy of a case"), "", "*.keys.toml")
        if chosen:
            self.keys.line.setText(chosen)
            self.recovery.setFocus()

    def _names(self) -> tuple[str, str] | None:
        """Return user name and name; ``None`` where one is missing, and say so."""
        user, name = self.user.text().strip(), self.name_.text().strip()
        self.user.complain("" if user else tr("Please enter a user name."))
        self.name_.complain("" if name else tr("Please enter your name."))
        return (user, name) if user and name else None

    def _recover(self) -> None:
        if self._is_new_passphrase_good():
            folder, code, passphrase = self._folder, self.recovery.text().strip(), self.passphrase.text()
            self._work(lambda ways: ways.recover(folder, code, passphrase), tr("Unlocking…"))

    def _is_new_passphrase_good(self) -> bool:
        short = len(self.passphrase.text()) < SHORTEST
        self.passphrase.complain(tr("At least {count} characters, please.", count=SHORTEST) if short else "")
        differs = self.passphrase.text() != self.repeated.text()
        self.repeated.complain(tr("The two passphrases differ.") if differs else "")
        return not short and not differs

    def _work(self, work: Callable[[Ways], Profile], text: str) -> None:
        self.confirm.setEnabled(False)
        self.note.say(text)
        ways = self._ways
        if ways is None:
            self._waiting = lambda: self._work(work, text)
            return
        self._jobs.run(lambda _report: _with_code(work(ways)), self, self._on_opened, self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        self._profile, self._code = opened
        for line in (self.passphrase, self.repeated, self.recovery):
            line.line.clear()
        if self._code:
            self.card.show_code(self._code, opened[0].display_name if opened[0] is not None else "")
            self.show_step(Step.CODE)
        else:
            self._enter()

    def _on_tried(self, opened: Opened) -> None:
        """The keyring opened the profile, unless the person was faster."""
        profile, _code = opened
        if profile is None:
            return
        if self._profile is None and self.confirm.isEnabled():
            self._on_opened(opened)
        else:
            profile.close()

    def _confirm_code(self) -> None:
        profile = self._profile
        if profile is not None:
            self.confirm.setEnabled(False)
            self.other.setEnabled(False)
            self._jobs.write(profile.confirm_recovery_code, self, lambda _none: self._enter(), self._on_not_confirmed)

    def _on_not_confirmed(self, error: BaseException) -> None:
        self.confirm.setEnabled(True)
        self.other.setEnabled(True)
        self.note.say(words(error), "bad")

    def _on_failed(self, error: BaseException) -> None:
        self.confirm.setEnabled(True)
        if self.step is Step.UNLOCK and isinstance(error, ProfileDamaged):
            self.show_step(Step.REPAIR)
        elif self.step is Step.REPAIR and isinstance(error, InputError):
            # A profile of an older version does not say who it is of.
            self.user.show()
            self.name_.show()
            self._names()
            return
        self.note.say(words(error), "bad")
        self.passphrase.line.selectAll()
        self.passphrase.setFocus()

    def lock(self) -> None:
        """Ask for the passphrase again; what the keyring would open is not opened by itself."""
        self._profile, self._code = None, ""
        self.confirm.setEnabled(True)
        self.other.setEnabled(True)
        self.show_step(Step.UNLOCK)
        self.confirm.setEnabled(True)

    def give_back(self) -> None:
        """Close a profile whose code was still shown; the window is closed."""
        if self._profile is not None:
            self._profile.close()

    def _enter(self) -> None:
        self.card.show_code("", "")
        self._code = ""
        self.unlocked.emit(self._profile)

    def _on_other_clicked(self) -> None:
        if self.step is Step.CODE:
            self._enter()
        else:
            self.show_step(_OTHER_STEPS[self.step])


def _with_code(profile: Profile | None) -> Opened:
    """Return an open profile with the recovery code that nobody confirmed, empty where there is none; read on the pool."""
    if profile is None:
        return None, ""
    try:
        return profile, profile.unconfirmed_code() or ""
    except BaseException:
        profile.close()
        raise

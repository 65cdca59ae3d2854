"""What the settings ask for in dialogs of their own: a new passphrase, and a new recovery code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.passphrases import SHORTEST
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.form_rows import LabelledLine
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.settings.code_card import CodeCard
from surveyor_app.ui.settings.strengths import say_strength
from surveyor_app.wording.translation import tr


class PassphraseDialog(ScrollingDialog):
    """Asks for the passphrase there is, and twice for the new one."""

    def __init__(self, parent: QWidget, profile: Profile, jobs: Jobs, on_changed: Callable[[], None]) -> None:
        super().__init__(parent, 440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Change the passphrase"))
        self._profile, self._jobs, self._on_changed = profile, jobs, on_changed
        self.present, self.new, self.repeated = (LabelledLine(is_secret=True) for _ in range(3))
        self.present.name(tr("The passphrase so far"))
        self.new.name(tr("New passphrase, at least {count} characters", count=SHORTEST))
        self.repeated.name(tr("The same passphrase again"))
        self.strength = looks.label("secondary", wrap=True)
        self.new.line.textChanged.connect(lambda text: say_strength(self.strength, text))
        self.note = Note()
        self.confirm = looks.button("primary", self._on_confirmed)
        looks.face(self.confirm, tr("Change"))
        self.confirm.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        body = looks.column(self.present, self.new, self.strength, self.repeated, self.note, spacing=12)
        self.lay_out(body, None, cancel, self.confirm)
        self.present.setFocus()

    def _on_confirmed(self) -> None:
        new, present, profile = self.new.text(), self.present.text(), self._profile
        is_short, differs = len(new) < SHORTEST, new != self.repeated.text()
        self.new.complain(tr("At least {count} characters, please.", count=SHORTEST) if is_short else "")
        self.repeated.complain(tr("The two passphrases differ.") if differs else "")
        if is_short or differs:
            return
        self.confirm.setEnabled(False)

        def work() -> bool:
            if not profile.is_passphrase(present):
                return False
            profile.change_passphrase(new)
            return True

        self._jobs.write(work, self, self._on_done, self._on_failed)

    def _on_done(self, is_changed: bool) -> None:
        self.confirm.setEnabled(True)
        self.present.complain("" if is_changed else tr("This is not the passphrase."))
        if is_changed:
            self.accept()
            self._on_changed()
        else:
            self.present.setFocus()

    def _on_failed(self, error: BaseException) -> None:
        self.confirm.setEnabled(True)
        self.note.say(words(error), "bad")


class NewCodeDialog(ScrollingDialog):
    """Shows a recovery code that was just made until two groups of it were typed; closed before, the next start shows it."""

    def __init__(
        self, parent: QWidget, profile: Profile, jobs: Jobs, code: str, on_confirmed: Callable[[], None]
    ) -> None:
        super().__init__(parent, 480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Your new recovery code"))
        self._profile, self._jobs, self._on_confirmed = profile, jobs, on_confirmed
        why = looks.label(
            "secondary",
            tr(
                "The code before stays valid until you have typed two groups of this one. Then update your second copies:"
                " those made before still open with the old code."
            ),
            wrap=True,
        )
        self.card = CodeCard()
        self.card.show_code(code, profile.display_name)
        self.note = Note()
        self.confirm = looks.button("primary", self._confirm)
        looks.face(self.confirm, tr("I have it on paper"))
        self.confirm.setEnabled(False)
        self.confirm.setDefault(True)
        self.card.typed.connect(self.confirm.setEnabled)
        later = looks.button("", self.reject)
        looks.face(later, tr("Later, show it again next time"))
        self.lay_out(looks.column(why, self.card, self.note, spacing=12), None, later, self.confirm)
        self.card.setFocus()

    def _confirm(self) -> None:
        self.confirm.setEnabled(False)
        self._jobs.write(self._profile.confirm_recovery_code, self, lambda _none: self._on_done(), self._on_failed)

    def _on_done(self) -> None:
        self.accept()
        self._on_confirmed()

    def _on_failed(self, error: BaseException) -> None:
        self.confirm.setEnabled(True)
        self.note.say(words(error), "bad")

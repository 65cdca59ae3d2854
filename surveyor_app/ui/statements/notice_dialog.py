"""The notice (告知书) in large type, in the statement's language, with who reads it and the pad to acknowledge it."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.statements.notice import NoticeText
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.ink.pad import InkPad
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.statement_words import statement_words
from surveyor_app.wording.translation import current_language, tr

MODES = ("read_aloud", "read")


class NoticeDialog(ScrollingDialog):
    """Accepted once the notice was read; what was written on the pad acknowledges it, nothing leaves that for later.

    One that was read before (``was_read``) is only signed here: how and when it was read is known.
    """

    def __init__(
        self, parent: QWidget, notice: NoticeText, signer: str, labels: Labels, *, was_read: bool = False
    ) -> None:
        super().__init__(parent, 980, 680)
        self.setWindowTitle(tr("Notice"))
        self._was_read = was_read
        words = statement_words(resources_dir(), notice.language)
        self.text = looks.label("large", notice.text, wrap=True)
        self._modes = QButtonGroup(self)
        self.mode_buttons = []
        for place, mode in enumerate(MODES):
            button = looks.button("chip")
            button.setCheckable(True)
            looks.face(button, labels.value("notice_mode", mode, current_language()))
            self._modes.addButton(button, place)
            self.mode_buttons.append(button)
        self.mode_buttons[0].setChecked(True)
        self.pad = InkPad(self)
        self.pad.set_caption(f"{words.say('notice_box')} {signer}".strip())
        self.pad.changed.connect(self._say_pad)
        self.clear_button = looks.button("", self.pad.clear)
        looks.face(self.clear_button, tr("Clear"), "undo")
        self.accept_button = looks.button("primary", self.accept)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        name = labels.field(Statement.KIND, "notice_mode", current_language())
        how_row = QWidget(self)
        how_row.setVisible(not was_read)
        how_row.setLayout(Flow(looks.label("field", name), *self.mode_buttons))
        body = looks.column(self.text, None, how_row, self.pad, spacing=12)
        body.setStretch(1, 2)
        body.setStretch(3, 3)
        self.lay_out(body, self.clear_button, None, cancel, self.accept_button)
        for button in (self.clear_button, cancel, self.accept_button):
            button.setAutoDefault(False)
        self._say_pad()
        self.accept_button.setFocus()

    def mode(self) -> str:
        """Return how it was read, of the enumeration ``notice_mode``."""
        return MODES[self._modes.checkedId()]

    def _say_pad(self) -> None:
        blank = self.pad.is_blank()
        self.clear_button.setEnabled(not blank)
        self.accept_button.setEnabled(not blank or not self._was_read)
        if self._was_read:
            looks.face(self.accept_button, tr("Signed"))
        else:
            looks.face(self.accept_button, tr("Was read; sign later") if blank else tr("Was read and signed"))

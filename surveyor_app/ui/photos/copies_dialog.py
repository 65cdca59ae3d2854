"""Copies of photos for a receiver: which kind, of which photos, with which stamp, and how one of them will look."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSizePolicy, QWidget

from surveyor_app.domain.errors import StampInvalid
from surveyor_app.operations.photos.renditions import Rendition
from surveyor_app.operations.photos.stamp_templates import checked
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.flow import Beside, Flow
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.photos.stamp_editor import StampEditor
from surveyor_app.wording.rendition_profiles import RenditionProfile
from surveyor_app.wording.translation import current_language, tr

CHOICES_PX = 400
BESIDE_FROM_PX = 700
"""So wide a dialog has room for a picture beside the choices; in a narrower one it stands below them."""
LATER_MS = 300
"""After the last key the copy is drawn anew."""

Draw = Callable[[RenditionProfile, QObject, Callable[[Rendition | None], None]], None]
"""Draws one copy off the UI thread and hands it over as long as the receiver lives; ``None`` where that failed."""


class CopiesDialog(ScrollingDialog):
    """Accepted, ``profile()`` is the kind of copy with its stamp and ``is_selection_only()`` says of which photos."""

    def __init__(
        self,
        parent: QWidget,
        shipped: Mapping[str, RenditionProfile],
        own: Mapping[str, RenditionProfile],
        counts: tuple[int, int],
        draw: Draw,
    ) -> None:
        """Offer the kinds ``own``, which may have other stamps than ``shipped``; ``counts``: all photos, those selected."""
        super().__init__(parent, 1040, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Copies for a receiver"))
        self._shipped = shipped
        self._stamps = {id_: profile.stamp for id_, profile in own.items()}
        self._draw = draw
        self._image: QImage | None = None
        self._drawings = 0
        self.kind = QuietCombo()
        for id_, profile in own.items():
            self.kind.addItem(profile.name.in_(current_language()), id_)
        self._rule = looks.label("help", wrap=True)
        self.stamp = StampEditor()
        self.reset_button = looks.button("", self._on_reset_clicked)
        looks.face(self.reset_button, tr("The stamp that comes with the program"), "undo")
        self.all_button, self.selected_button = self._which(*counts)
        self.note = Note()
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(QSize(240, 240))
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.picture.installEventFilter(self)
        self.picture.setAccessibleName(tr("How a copy will look"))
        self.write_button = looks.button("primary", self.accept)
        looks.face(self.write_button, tr("Write the copies…"))
        self.write_button.setIcon(icons.icon("save", "on_accent"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._start_drawing)
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _row: self._show_kind())
        self.stamp.changed.connect(self._on_changed)
        self._show_kind()

    def profile(self) -> RenditionProfile:
        """Return the kind of copy chosen, with the stamp as it is written.

        Raises:
            StampInvalid: the stamp cannot be used.
        """
        return dataclasses.replace(self._shipped[self._id()], stamp=checked(self.stamp.lines()))

    def is_shipped_stamp(self) -> bool:
        """Tell whether the stamp is the one that comes with the program."""
        return self.profile().stamp == checked(self._shipped[self._id()].stamp)

    def is_selection_only(self) -> bool:
        """Tell whether only the photos selected are wanted."""
        return self.selected_button.isChecked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.picture and event.type() == QEvent.Type.Resize:
            self._show_picture()
        return super().eventFilter(watched, event)

    def _id(self) -> str:
        return str(self.kind.currentData())

    def _which(self, total: int, selected: int) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        buttons = []
        for text in (tr("All %n photo(s)", n=total), tr("The %n selected", n=selected)):
            button = looks.button("chip")
            button.setCheckable(True)
            looks.face(button, text)
            group.addButton(button)
            buttons.append(button)
        buttons[1].setVisible(selected > 0)
        buttons[1 if selected > 1 else 0].setChecked(True)
        return buttons[0], buttons[1]

    def _lay_out(self) -> None:
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        kind_title = looks.label("field", tr("Kind of copy"))
        kind_title.setBuddy(self.kind)
        left = looks.column(
            kind_title,
            self.kind,
            self._rule,
            Flow(self.all_button, self.selected_button),
            8,
            self.stamp,
            Flow(self.reset_button),
            self.note,
            None,
            spacing=6,
        )
        choices = QWidget()
        choices.setLayout(left)
        across = Beside(choices, self.picture, BESIDE_FROM_PX, CHOICES_PX)
        body = looks.column(looks.label("title", tr("Copies for a receiver"), wrap=True), across, spacing=12)
        body.setStretch(1, 1)
        self.lay_out(body, None, cancel, self.write_button)

    def _show_kind(self) -> None:
        profile = self._shipped[self._id()]
        layers = {
            "all": tr("with all annotations"),
            "hiding": tr("with what is made unrecognisable alone"),
            "none": tr("without annotations"),
        }
        self._rule.setText(
            tr("Longer side {px} px at most, {kb} kB at most, {layer}. The originals stay as they are.",
               px=profile.longest_px, kb=profile.max_bytes // 1000, layer=layers[profile.layer])
        )  # fmt: skip
        self.stamp.show_lines(self._stamps[profile.id])

    def _on_reset_clicked(self) -> None:
        self.stamp.show_lines(self._shipped[self._id()].stamp)

    def _on_changed(self) -> None:
        self._stamps[self._id()] = tuple(self.stamp.lines())
        try:
            is_shipped = self.is_shipped_stamp()
        except StampInvalid as error:
            self.note.say(words(error), "bad")
            self.write_button.setEnabled(False)
            self.reset_button.show()
            return
        self.note.say("")
        self.write_button.setEnabled(True)
        self.reset_button.setVisible(not is_shipped)
        self._later.start()

    def _start_drawing(self) -> None:
        try:
            profile = self.profile()
        except StampInvalid:
            return  # said beside the stamp
        self._drawings += 1
        self._draw(profile, self, partial(self._on_drawn, self._drawings))

    def _on_drawn(self, number: int, made: Rendition | None) -> None:
        # Two may be drawn side by side, and the earlier one end last.
        if number == self._drawings:
            self._image = QImage.fromData(made.jpeg) if made is not None and made.jpeg else QImage()
            self._show_picture()

    def _show_picture(self) -> None:
        image = self._image
        if image is None:
            return
        if image.isNull():
            self.picture.setText(tr("There is no picture of this photo."))
            return
        room = self.picture.size().boundedTo(image.size())
        fitted = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self.picture.setPixmap(QPixmap.fromImage(fitted))

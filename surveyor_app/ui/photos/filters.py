"""The lines above the grid: class of evidence, filter by shot, subject, doubt and state, and the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.elided_label import ElidedLabel
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.photos.photo_view import PhotoView, Sorting, Status
from surveyor_app.wording.translation import mark, tr, tr_marked

CLASSES = (("", mark("All")), ("photo", mark("Photos")), ("video", mark("Video")), ("sound", mark("Sound")),
           ("paper", mark("Papers")), ("other", mark("Other")))  # fmt: skip
STATUSES = {
    Status.ALL: mark("All that count"),
    Status.UNASSIGNED: mark("Photos without a shot"),
    Status.WITHDRAWN: mark("Withdrawn"),
}
SORTINGS = {Sorting.NUMBER: mark("By number"), Sorting.TIME: mark("By time"), Sorting.NAME: mark("By file name")}
Choices = Sequence[tuple[str, str]]
"""Values with what they are called."""


class PhotoFilters(QWidget):
    """Chooses a :class:`PhotoView`; what can be chosen is handed in when the menu opens."""

    changed = Signal(object)
    """The view the person asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.view = PhotoView()
        self.shots: Choices = ()
        self.subjects: Choices = ()
        self.doubts: Choices = ()
        self.chips = {name: looks.button("chip", partial(self._on_class_chosen, name)) for name, _ in CLASSES}
        for chip in self.chips.values():
            chip.setCheckable(True)
        self.panel_button = looks.tool(role="")
        self.panel_button.setCheckable(True)
        self.filter_button = looks.button()
        self.sort_button = looks.button()
        self.clear_button = looks.tool(self.clear)
        self._menu = QMenu(self)
        self._sort_menu = QMenu(self)
        self.filter_button.setMenu(self._menu)
        self.sort_button.setMenu(self._sort_menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._sort_menu.aboutToShow.connect(self._fill_sort_menu)
        self._told = ElidedLabel("secondary")
        second = looks.row(
            self.panel_button, self.filter_button, self.sort_button, self._told, self.clear_button, spacing=6
        )
        second.setStretch(3, 1)
        self.setLayout(looks.column(Flow(*self.chips.values(), spacing=6), second, spacing=8))
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        for name, text in CLASSES:
            looks.face(self.chips[name], tr_marked(text))
        looks.name(self.panel_button, tr("Shot list"), "shots")
        looks.face(self.filter_button, tr("Filter"), "filter")
        self.sort_button.setIcon(icons.icon("sort"))
        looks.name(self.clear_button, tr("Show all"), "close")
        self._show()

    def choose(self, view: PhotoView) -> None:
        """Show a view and say that it was chosen."""
        self.view = view
        self._show()
        self.changed.emit(view)

    def clear(self) -> None:
        """Show everything, in the order chosen."""
        self.choose(PhotoView(sorting=self.view.sorting))

    def _show(self) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == self.view.evidence_class)
        looks.face(self.sort_button, tr_marked(SORTINGS[self.view.sorting]))
        view = self.view
        parts = [
            tr_marked(STATUSES[view.status]) if view.status is not Status.ALL else "",
            _name(self.shots, view.shot),
            _name(self.subjects, view.subject),
            _name(self.doubts, view.doubt),
        ]
        told = " · ".join(part for part in parts if part)
        self._told.setText(told)
        self._told.setToolTip(told)
        self.clear_button.setVisible(bool(told))

    def _on_class_chosen(self, name: str) -> None:
        self.choose(replace(self.view, evidence_class=name))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for status, text in STATUSES.items():
            self._add(self._menu, tr_marked(text), status is self.view.status, replace(self.view, status=status))
        self._menu.addSeparator()
        view = self.view
        self._add_choices(tr("Shot"), self.shots, view.shot, lambda value: replace(view, shot=value))
        self._add_choices(tr("Subject"), self.subjects, view.subject, lambda value: replace(view, subject=value))
        self._add_choices(tr("Warning"), self.doubts, view.doubt, lambda value: replace(view, doubt=value))

    def _add_choices(self, title: str, choices: Choices, chosen: str, made: Callable[[str], PhotoView]) -> None:
        menu = self._menu.addMenu(title)
        menu.setEnabled(bool(choices))
        self._add(menu, tr("All"), not chosen, made(""))
        for value, name in choices:
            self._add(menu, name, value == chosen, made(value))

    def _fill_sort_menu(self) -> None:
        self._sort_menu.clear()
        for sorting, text in SORTINGS.items():
            self._add(
                self._sort_menu, tr_marked(text), sorting is self.view.sorting, replace(self.view, sorting=sorting)
            )

    def _add(self, menu: QMenu, text: str, is_chosen: bool, view: PhotoView) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda: self.choose(view))


def _name(choices: Choices, value: str) -> str:
    return next((name for known, name in choices if known == value), value)

"""The panel left of the photos: the shot list, what the current shot must show, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidgetAction

from surveyor_app.domain.photos.shot_lists import Requirement
from surveyor_app.domain.photos.shot_needs import Need, Progress
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.forms.cover_hints import with_cover_hint
from surveyor_app.ui.photos.shot_tree import ShotTree
from surveyor_app.ui.photos.shot_work import ShotWork
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

WIDTH_PX, WIDE_PX = 232, 320
REASONS = (
    mark("Not there on this vehicle"),
    mark("Not accessible at the scene"),
    mark("Scene already cleared"),
    mark("The person refused"),
    mark("Does not matter in this accident"),
)
_WANTED = {
    Requirement.REQUIRED: mark("Required"),
    Requirement.CONDITIONAL: mark("When it applies"),
    Requirement.OPTIONAL: mark("Optional"),
}


class ShotPanel(QFrame):
    """The list and what belongs to the current shot; photos are assigned by the page, which knows the selection."""

    assign_wanted = Signal(object)
    """The photos selected shall be this need."""

    def __init__(self, work: ShotWork) -> None:
        super().__init__()
        self._work = work
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH_PX)
        self._title = looks.label("section")
        self.lists_button = looks.tool(self._open_lists)
        self.tree = ShotTree(work.group_name, lambda need: work.shot_name(need.shot.key))
        self._name = looks.label("section", wrap=True)
        self._guidance = looks.label("", wrap=True)
        self._wanted = looks.label("help", wrap=True)
        self.assign_button = looks.button("", lambda: self._emit_assign())
        self.skip_button = looks.button("", self._on_skip_clicked)
        self._chosen = 0
        buttons = looks.row(self.assign_button, self.skip_button, spacing=6)
        buttons.setStretch(0, 1)
        self._details = QFrame()
        self._details.setLayout(
            looks.column(looks.rule(), self._name, self._guidance, self._wanted, buttons, spacing=6)
        )
        head = looks.row(self._title, None, self.lists_button, spacing=4)
        body = QVBoxLayout(self)
        body.setContentsMargins(8, 4, 4, 8)
        body.setSpacing(4)
        body.addLayout(head)
        body.addWidget(self.tree, 1)
        body.addWidget(self._details)
        self.tree.chosen.connect(self._show_need)
        self.tree.activated_need.connect(self.assign_wanted)
        work.changed.connect(self._on_board_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self._title.setText(tr("Shot list"))
        self.tree.setAccessibleName(tr("Shot list"))
        looks.name(self.lists_button, tr("Choose the lists of this case"), "filter")
        self._on_board_changed()

    def show_chosen(self, count: int) -> None:
        """Take how many photos are selected."""
        self._chosen = count
        self._show_need()

    def _on_board_changed(self) -> None:
        self.tree.show_groups(self._work.groups())
        self._show_need()

    def _show_need(self) -> None:
        need = self.tree.need()
        self._details.setVisible(need is not None)
        if need is None:
            return
        self._name.setText(self._work.name(need.shot.key, need.subject))
        self._guidance.setText(need.shot.guidance.in_(current_language()))
        told = tr("{taken} of {wanted}", taken=need.taken, wanted=need.shot.count)
        parts = [tr_marked(_WANTED[need.requirement]), told]
        if need.progress is Progress.NOT_APPLICABLE:
            parts = [tr("Not applicable: {reason}", reason=need.reason)]
        self._wanted.setText(" · ".join(parts))
        looks.face(self.assign_button, tr("Assign %n", n=self._chosen) if self._chosen else tr("Assign"))
        self.assign_button.setToolTip(tr("Assign the selected photos to this shot"))
        self.assign_button.setEnabled(self._chosen > 0)
        is_skipped = need.progress is Progress.NOT_APPLICABLE
        looks.face(self.skip_button, tr("Ask again") if is_skipped else tr("N/A…"))
        told = tr("Ask for this shot again") if is_skipped else tr("Not applicable…")
        self.skip_button.setAccessibleName(told)
        self.skip_button.setToolTip(told)

    def _emit_assign(self) -> None:
        need = self.tree.need()
        if need is not None:
            self.assign_wanted.emit(need)

    def _on_skip_clicked(self) -> None:
        need = self.tree.need()
        if need is None:
            return
        if need.progress is Progress.NOT_APPLICABLE:
            self._work.take_back((need.shot.key, need.subject))
        else:
            self.ask_reason(need)

    def skip_missing(self) -> None:
        """Ask why the current shot does not apply; if it is not missing, why the next one that is."""
        need = self.tree.select_missing()
        if need is not None:
            self.ask_reason(need)

    def ask_reason(self, need: Need) -> QMenu:
        """Open the menu of reasons why a shot does not apply; the last line takes any other one."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Why does it not apply?"))
        menu.addAction(tr("Why does it not apply?")).setEnabled(False)
        for reason in REASONS:
            text = tr_marked(reason)
            menu.addAction(text, lambda text=text: self._work.set_not_applicable(need, text))  # type: ignore[misc]  # bound now
        line = QLineEdit(menu)
        line.setPlaceholderText(tr("Another reason, then Enter"))
        line.setAccessibleName(tr("Another reason, then Enter"))
        line.setMinimumWidth(240)
        action = QWidgetAction(menu)
        action.setDefaultWidget(with_cover_hint(line, menu))
        menu.addAction(action)

        def on_entered() -> None:
            if line.text().strip():
                self._work.set_not_applicable(need, line.text())
                menu.close()

        line.returnPressed.connect(on_entered)
        menu.popup(self.skip_button.mapToGlobal(QPoint(0, self.skip_button.height())))
        return menu

    def _open_lists(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(tr("Choose the lists of this case"))
        asked = self._work.asked()
        for name, shown in self._work.lists.names.items():
            action = menu.addAction(shown.in_(current_language()))
            action.setCheckable(True)
            action.setChecked(name in asked)
            if name in asked:
                action.setIcon(icons.icon("check"))
            action.triggered.connect(lambda checked, name=name: self._work.choose_list(name, checked))
        menu.popup(self.lists_button.mapToGlobal(QPoint(0, self.lists_button.height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH_PX, 120)

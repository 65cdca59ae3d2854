"""Calculation (理算), internal: what the case would pay by its records, step by step, and what if by another pack or share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedLayout, QTabBar, QWidget

from surveyor_app.domain.calculation.calculations import Calculation, CalculationLine
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import Wishes
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.reckoning import Reckoning
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import SPECS
from surveyor_app.operations.calculation.calculating import calculate_case, keep, kept_by_hand, packs_in
from surveyor_app.operations.calculation.sheets import ABOVE_LINES, sheet_pdf
from surveyor_app.operations.editing.handing_out import hand_out
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.saving import ask_file
from surveyor_app.ui.calculation.hand_dialog import HandFigureDialog
from surveyor_app.ui.calculation.hand_places import hand_places
from surveyor_app.ui.calculation.kept import KeptList
from surveyor_app.ui.calculation.pack_list import PackList, own_folders
from surveyor_app.ui.calculation.rows import FigureAt, RowMaker
from surveyor_app.ui.calculation.shares import SharesBook
from surveyor_app.ui.calculation.table import CalculationTable
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.wording.report_languages import BOTH
from surveyor_app.wording.rules.sheet_words import load_sheet_words
from surveyor_app.wording.translation import current_language, mark, tr

SETTLE_MS = 300
"""Edits come in bursts; one calculation follows them."""
DETAIL_PX = 104
LIABILITY_FIELDS = frozenset(spec.name for spec in SPECS[Liability.KIND])
SHARE_PX, PACK_PX = 90, 170


@dataclass(frozen=True, slots=True)
class Both:
    """What was calculated: as recorded, what if, with which packs, and the figures by hand."""

    base: Reckoning
    other: Reckoning | None
    packs: Sequence[RulePack]
    by_hand: dict[str, dict[str, Given]]


class CalculationPage(Page):
    """The table with what is read below it; above it what would be otherwise."""

    PLACE: ClassVar[Place] = Place(
        name="calculation",
        title=mark("Calculation (internal)"),
        icon="calculation",
        short=mark("Calculation"),
        shows=(Liability.KIND, Calculation.KIND, CalculationLine.KIND),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.base: Reckoning | None = None
        self.other: Reckoning | None = None
        self._packs: Sequence[RulePack] = ()
        self._problem = ""
        self.table = CalculationTable(self)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setFixedHeight(DETAIL_PX)
        self.detail.setTabChangesFocus(True)
        self.table.said.connect(self.detail.setPlainText)
        self.table.figure_wanted.connect(self.change_figure)
        self.save_button = looks.button("", self.save)
        self.keep_button = looks.button("primary", self.keep)
        self.head_actions.addWidget(self.save_button)
        self.head_actions.addWidget(self.keep_button)
        self.by_hand: dict[str, dict[str, Given]] = {}
        """What was put in by hand, by cover and subject: as it was kept last, and what came since."""
        self._is_unkept = self._is_read = False
        self.hand_button = looks.button("", lambda: self.change_figure(self.table.current_figure))
        self.hand_note = looks.label("secondary", wrap=True)
        self.what_if = looks.label("secondary")
        self.packs: dict[str, QuietCombo] = {cover: QuietCombo() for cover in ("third_party", "own_damage")}
        self.pack_labels = {cover: looks.label() for cover in self.packs}
        self.share = QLineEdit()
        self.share.setFixedWidth(SHARE_PX)
        self.share_label = looks.label()
        self.shares = SharesBook(desk, self)
        self.kept = KeptList(desk, self._source, self)
        self.pack_list = PackList(desk, self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(4):
            self.tabs.addTab("")
        worked_out = QWidget(self)
        worked_out.setLayout(looks.column(self._controls(), self.hand_note, self.table, self.detail, spacing=12))
        self._pile = QStackedLayout()
        self._pile.addWidget(worked_out)
        for other in (self.shares, self.kept, self.pack_list):
            self._pile.addWidget(other)
        self.tabs.currentChanged.connect(self._on_tab)
        self.content.addWidget(self.tabs)
        self.content.addLayout(self._pile, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.load)
        self.add_action(mark("Figure by hand…"), "F2", lambda: self.change_figure(self.table.current_figure))
        self.retranslate()
        self.load()

    def _controls(self) -> Flow:
        choices: list[QWidget] = []
        for cover, combo in self.packs.items():
            combo.setMinimumWidth(PACK_PX)
            combo.activated.connect(self.load)
            choices += [self.pack_labels[cover], combo]
        self.share.editingFinished.connect(self.load)
        return Flow(self.hand_button, self.what_if, *choices, self.share_label, self.share)

    # ------------------------------------------------------------------------------------------ as a page

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.save_button, tr("Save the sheet…"), "save")
        looks.face(self.keep_button, tr("Keep this calculation"))
        self.keep_button.setIcon(icons.icon("check", "on_accent"))
        looks.face(self.hand_button, tr("Figure by hand…"), "caption")
        self.what_if.setText(tr("What if:"))
        language = current_language()
        for cover, combo in self.packs.items():
            name = self.desk.labels.value("cover", cover, language)
            self.pack_labels[cover].setText(name)
            combo.setAccessibleName(tr("Rule pack for {cover}", cover=name))
        self.tabs.setAccessibleName(tr("Calculation"))
        self.tabs.setTabText(0, tr("Calculation"))
        self.tabs.setTabText(1, self.desk.labels.kind(Liability.KIND, language))
        self.tabs.setTabText(2, tr("Kept versions"))
        self.tabs.setTabText(3, tr("Rule packs"))
        self.shares.retranslate()
        self.kept.retranslate()
        self.pack_list.retranslate()
        self._load_tab()
        self.share_label.setText(tr("own share in %"))
        self.share.setAccessibleName(tr("What if: own share in %"))
        self.detail.setAccessibleName(tr("The line in full"))
        self._show()

    def load(self) -> None:
        self._timer.stop()
        self.shares.load()
        self._load_tab()
        wishes = self._wishes()
        case, language, folder = self.desk.case, current_language(), self.desk.profile.folder
        known = copied(self.by_hand) if self._is_read else None

        def both(_report: object) -> Both:
            packs = _packs(folder)
            by_hand = known if known is not None else copied(kept_by_hand(case))
            base, _ = calculate_case(case, packs, Wishes(figures=by_hand), language)
            own = next((part.own for part in base.parts if part.own is not None), None)
            if wishes is None:
                return Both(base, None, packs, by_hand)
            ratios = {own: wishes.ratios[""]} if own is not None and wishes.ratios else {}
            otherwise = Wishes(packs=wishes.packs, figures=by_hand, ratios=ratios)
            return Both(base, calculate_case(case, packs, otherwise, language)[0], packs, by_hand)

        self.desk.jobs.run(both, self, self._on_calculated, self._on_failed)

    def _on_tab(self, tab: int) -> None:
        self._pile.setCurrentIndex(tab)
        self._load_tab()

    def _load_tab(self) -> None:
        """Read what stands in the tab that shows, where that is not calculated anew by itself."""
        shown = self._pile.currentWidget()
        if isinstance(shown, KeptList | PackList):
            shown.load()

    def apply(self, changes: Changes) -> None:
        self.shares.apply(changes)
        if changes.touched:
            self._timer.start()

    def commit(self) -> None:
        self.shares.commit()

    def show_record(self, record_id: str, field: str) -> None:
        if record_access.get(self.desk.case, Liability, record_id) is not None or field in LIABILITY_FIELDS:
            self.tabs.setCurrentIndex(1)
            self.shares.select(record_id, field)

    # ------------------------------------------------------------------------------------------ acts

    def change_figure(self, wanted: FigureAt | None) -> None:
        """Ask for a figure by hand, the one of a row or any other, and calculate with it."""
        if self.base is None:
            return
        sheet = load_sheet_words(self.desk.resources)
        places = hand_places(self.base, self._packs, current_language(), sheet, self.by_hand)
        dialog = HandFigureDialog(places, wanted, sheet, self._source, self)

        def put_in() -> None:
            at, given = dialog.at(), dialog.given()
            figures = self.by_hand.setdefault(at.key, {})
            figures.pop(at.name, None)
            if given is not None:
                figures[at.name] = given
            self._is_unkept = True
            self.load()

        dialog.accepted.connect(put_in)
        dialog.open()

    def keep(self) -> None:
        """Keep what is calculated, with the figures by hand, as a new version."""
        reckoning = self.base
        if reckoning is None:
            return
        self.desk.edits.do(lambda: keep(self.desk.case, reckoning), lambda _kept: self._tell_kept(), receiver=self)

    def save(self) -> None:
        """Write the sheet, for the office alone."""
        reckoning, case = self.base, self.desk.case
        path = ask_file(self, tr("Save the sheet"), "calculation.pdf", tr("PDF (*.pdf)"))
        if reckoning is None or path is None:
            return
        at = case.author.clock().instant()
        self.desk.jobs.run(
            lambda _report: hand_out(path, sheet_pdf(case, reckoning, at, BOTH)),
            self,
            lambda _done: self.desk.messages.tell(tr("Saved: {path}", path=path), tone="ok"),
        )

    def _tell_kept(self) -> None:
        self._is_unkept = False
        self._say_by_hand()
        self.desk.messages.tell(tr("The calculation is kept in the case."), tone="ok")

    def _wishes(self) -> Wishes | None:
        """Return what is to be otherwise; ``None`` where everything is as recorded."""
        packs = {cover: str(combo.currentData()) for cover, combo in self.packs.items() if combo.currentIndex() > 0}
        share = formats.read_decimal(self.share.text(), 2) if self.share.text().strip() else None
        if share is not None and not 0 <= share <= 100:
            share = None
        if not packs and share is None:
            return None
        ratios: dict[str, Decimal] = {} if share is None else {"": share}
        return Wishes(packs=packs, ratios=ratios)

    # ------------------------------------------------------------------------------------------ showing

    def _on_calculated(self, both: Both) -> None:
        self.base, self.other, self._packs = both.base, both.other, both.packs
        if not self._is_read:
            self.by_hand, self._is_read = both.by_hand, True
        self._problem = ""
        self._offer_packs(self.base)
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, SurveyorError):
            self.desk.jobs.failed.emit(error)
            return
        self.base = self.other = None
        self._problem = words(error)
        self._show()

    def _offer_packs(self, base: Reckoning) -> None:
        parts = {part.cover: part for part in base.parts}
        for cover, combo in self.packs.items():
            part = parts.get(cover)
            offered = [] if part is None else [part.pack.id, *part.others]
            if [combo.itemData(place) for place in range(combo.count())] != offered:
                combo.clear()
                for pack_id in offered:
                    combo.addItem(pack_id, pack_id)
            for control in (combo, self.pack_labels[cover]):
                control.setVisible(len(offered) > 1)

    def _show(self) -> None:
        sheet = load_sheet_words(self.desk.resources)
        language = current_language()
        self.set_state(self._problem or sheet.disclaimer.in_(language))
        self.keep_button.setEnabled(self.base is not None)
        self.save_button.setEnabled(self.base is not None)
        maker = RowMaker(sheet, language, self._source, self._today())
        rows = [] if self.base is None else list(maker.rows(self.base, self.other))
        self.table.show_calculation(rows, is_beside=self.other is not None)
        self.hand_button.setEnabled(self.base is not None)
        self._say_by_hand()

    def _today(self) -> date:
        return self.desk.case.author.clock().instant().local.date()

    def _say_by_hand(self) -> None:
        count = sum(map(len, self.by_hand.values()))
        said = [tr("%n figure(s) by hand", n=count)] if count else []
        if self._is_unkept:
            said.append(tr("not kept yet: Keep this calculation"))
        self.hand_note.setText(PARTS.join(said))
        self.hand_note.setVisible(bool(said))

    def _source(self, source: str) -> str:
        """Return which records a figure is from, in words."""
        if source in ABOVE_LINES:
            return load_sheet_words(self.desk.resources).words[ABOVE_LINES[source]].in_(current_language())
        parts = [text.partition(":") for text in source.split(",") if text]
        if not all(record_id for _, _, record_id in parts):
            return source
        kinds = dict.fromkeys(kind for kind, _, record_id in parts if record_id)
        counted = [(kind, sum(own == kind for own, _, _ in parts)) for kind in kinds]
        labels = self.desk.labels
        return ", ".join(f"{labels.kind(kind, current_language())} ({count})" for kind, count in counted)


def copied(figures: Mapping[str, Mapping[str, Given]]) -> dict[str, dict[str, Given]]:
    """Return figures by hand that others may be added to."""
    return {key: dict(own) for key, own in figures.items()}


def _packs(folder: Path) -> Sequence[RulePack]:
    return packs_in(own_folders(folder))

"""Notices (提示): what happened to the case's journal that a person should know or settle. Only there when needed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms.notices import Notice, NoticeKind, collect
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

REASONS = {
    "after_seal": mark("the statement was signed before, and a signed statement never changes"),
    "not_owner": mark("its author may not write this record"),
    "delivered": mark("it would erase what was delivered already, and only the office may do that"),
    "not_agreed": mark("it would erase something, but two people of the office did not agree to it"),
    "branch": mark("it stood in a copy of the case that went another way; its content was taken over"),
    "revoked": mark("the office had locked out the laptop that signed it"),
    "unknown_device": mark("the device that signed it is not known yet"),
}


class NoticesPage(Page):
    """Groups of notices; each line says what happened, that nothing is lost, and leads to what can be done."""

    PLACE: ClassVar[Place] = Place(
        name="notices",
        title=mark("Notices"),
        icon="notice",
        in_rail=False,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.groups = {kind: LinkList() for kind in NoticeKind}
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        for group in self.groups.values():
            body.addWidget(group)
        body.addStretch(1)
        area.hold(inner)
        self.content.addWidget(area, 1)
        self.notices: list[Notice] = []
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.load()

    def load(self) -> None:
        self.notices = collect(self.desk.case)
        titles = {
            NoticeKind.CONFLICT: tr("Several values: please choose"),
            NoticeKind.NEWER: tr("Made by a newer version"),
            NoticeKind.SET_ASIDE: tr("Kept, but not shown"),
            NoticeKind.EPOCH: tr("A copy was restored"),
            NoticeKind.ALIAS: tr("The case has two ids"),
            NoticeKind.ONLY_HERE: tr("The centre lost entries"),
        }
        for kind, group in self.groups.items():
            group.show_lines(titles[kind], [self._line(notice) for notice in self.notices if notice.kind is kind])
        count = len(self.notices)
        self.set_state(tr("%n notice(s); nothing is lost", n=count) if count else tr("Nothing to settle"))

    def apply(self, changes: Changes) -> None:
        self.load()

    def _line(self, notice: Notice) -> Line:
        language, labels = current_language(), self.desk.labels
        if notice.kind is NoticeKind.CONFLICT:
            name = labels.field(notice.record_kind, notice.detail, language)
            text = tr("{kind}, {field}: {count} values stand side by side", count=notice.count,
                      kind=labels.kind(notice.record_kind, language), field=name)  # fmt: skip
            wanted = notice.record_kind, notice.record_id, notice.detail
            return Line(text, "conflict", "warn", lambda: self.record_wanted.emit(*wanted))
        if notice.kind is NoticeKind.SET_ASIDE:
            reason = tr_marked(REASONS[notice.detail]) if notice.detail in REASONS else notice.detail
            text = tr("{kind}: %n entry kept and passed on, because {reason}", n=notice.count,
                      kind=labels.kind(notice.record_kind, language), reason=reason)  # fmt: skip
            return Line(text, "alert", "warn")
        if notice.kind is NoticeKind.NEWER:
            text = tr("%n entry was made by a newer version of the program. It is kept in the case, its signature was checked, "
                      "and it is passed on; what it says shows once this program is updated. Please update it.",
                      n=notice.count)  # fmt: skip
            return Line(text, "alert", "warn")
        if notice.kind is NoticeKind.EPOCH:
            text = tr("An older copy of this case was restored or the disk was cloned. The journal went on as part {part}; "
                      "everything written before is kept.", part=int(notice.detail) + 1)  # fmt: skip
            return Line(text, "refresh", "accent")
        if notice.kind is NoticeKind.ONLY_HERE:
            text = tr("%n entry of the office or of a colleague is only on this laptop: the centre lost it and does not take it "
                      "back from here. It is kept and shown; tell the office.", n=notice.count)  # fmt: skip
            return Line(text, "alert", "warn")
        return Line(
            tr("The office knows this case also as {id}; both ids are accepted.", id=notice.detail), "link", "accent"
        )

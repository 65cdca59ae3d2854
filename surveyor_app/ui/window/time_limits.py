"""The clocks of a claim and what to look at before departure, as lists to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.survey.facts import CaseFacts, days_from_start, days_to_end
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.wording.findings.departure import load_departure
from surveyor_app.wording.findings.time_limits import TimeLimit, legal_limits, service_limits
from surveyor_app.wording.translation import current_language, tr

TICK_MS = 20_000


class TimeLimitsView(ScrollArea):
    """Three cards: what the office set and the insurer's standards, the law, and before departure. Counts down while shown."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        inner = QWidget(self.viewport())
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self.hold(inner)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.load)

    def load(self) -> None:
        """Read the case and write the lists anew."""
        facts, now = facts_of(self._desk.case), self._now()
        resources = self._desk.resources
        looks.clear(self._body)
        service = [_limit_words(limit, now) for limit in service_limits(facts, resources, f"{now:%Y-%m-%d}")]
        due = facts.task.due_at if facts.task is not None else None
        if due is not None:
            arrived = facts.task.arrived_at if facts.task is not None else None
            set_by_office = TimeLimit(
                self._desk.labels.field_text("task", "due_at"), None, None, "", None, arrived, due.local
            )
            service.insert(0, _limit_words(set_by_office, now))
        self._put(tr("Service times"), service)
        why = tr(
            "A clock ends with what it is named after. What starts with something not recorded here does not run yet."
        )
        self._put(
            tr("Time limits of the law and the clauses"),
            [_limit_words(item, now) for item in legal_limits(facts, resources)],
            why,
        )
        self._put(tr("Before departure"), self._departure(facts))
        self._body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.load()

    def _now(self) -> datetime:
        return self._desk.case.author.clock().instant().utc.astimezone(UTC)

    def _put(self, title: str, rows: Sequence[tuple[str, str, str, str]], why: str = "") -> None:
        """Add a card of rows: name, what is said at the right, its tone, and what stands below."""
        card = looks.column(looks.label("section", title), spacing=8)
        card.setContentsMargins(16, 12, 16, 14)
        if why:
            card.addWidget(looks.label("help", why, wrap=True))
        for name, said, tone, below in rows:
            state = looks.label("section" if tone else "secondary", said)
            looks.set_tone(state, tone)
            label = looks.label("", name, wrap=True)
            line = looks.row(label, state, spacing=16)
            line.setStretch(0, 1)
            card.addWidget(looks.rule())
            card.addLayout(line)
            if below:
                card.addWidget(looks.label("help", below, wrap=True))
        self._body.addWidget(looks.card(card))

    def _departure(self, facts: CaseFacts) -> list[tuple[str, str, str, str]]:
        language = current_language()
        items = load_departure(self._desk.resources)
        return [(item.text.in_(language), "", "", self._fact(item.fact, facts)) for item in items]

    def _fact(self, fact: str | None, facts: CaseFacts) -> str:
        """Return what the case knows about an item; empty for nothing."""
        language, labels = current_language(), self._desk.labels
        if fact == "near_limits":
            after, before = days_from_start(facts), days_to_end(facts)
            parts = [] if after is None else [tr("%n day(s) from the start of a policy", n=after)]
            return PARTS.join(parts + ([] if before is None else [tr("%n day(s) to the end of a policy", n=before)]))
        if fact == "covers":
            return language.joined(
                [labels.value("cover", cover.kind, language) for cover in facts.covers if cover.kind]
            )
        if fact == "limits":
            amounts = [(cover, cover.limit if cover.limit is not None else cover.sum_insured) for cover in facts.covers]
            return language.joined(
                [
                    f"{labels.value('cover', cover.kind, language)} {formats.money(amount)}"
                    for cover, amount in amounts
                    if amount
                ]
            )
        if fact == "under_insured":
            prices = [policy.new_price for policy in facts.policies if policy.new_price is not None]
            sums = [cover.sum_insured for cover in facts.covers if cover.kind == "own_damage" and cover.sum_insured]
            if not prices or not sums:
                return ""
            price, insured = formats.money(max(prices)), formats.money(max(sums))
            return tr("New price {price}, sum insured {insured}", price=price, insured=insured)
        if fact == "earlier_losses":
            known = [policy.earlier_losses for policy in facts.policies if policy.earlier_losses is not None]
            return tr("%n earlier claim(s)", n=max(known)) if known else ""
        return ""


def _limit_words(limit: TimeLimit, now: datetime) -> tuple[str, str, str, str]:
    language = current_language()
    parts = [limit.value.in_(language)] if limit.value is not None else []
    if limit.starts is not None:
        parts.append(tr("from: {start}", start=limit.starts.in_(language)))
    if limit.started is not None:
        parts.append(formats.instant(limit.started))
    if limit.due is not None:
        parts.append(tr("until {time}", time=formats.moment(limit.due)))
    below = PARTS.join([*parts, *([limit.basis] if limit.basis else [])])
    is_late = limit.is_late(now)
    if limit.ended is not None:
        at = formats.instant(limit.ended)
        said, tone = (tr("late, at {time}", time=at), "bad") if is_late else (tr("done at {time}", time=at), "ok")
    elif limit.paused_since is not None:
        said, tone = tr("paused since {time}", time=formats.instant(limit.paused_since)), "warn"
    elif limit.due is not None:
        said, tone = formats.until(limit.due, now), "bad" if is_late else "warn"
    else:
        said, tone = (tr("runs"), "") if limit.started is not None else (tr("not started here"), "")
    return limit.name.in_(language), said, tone, below

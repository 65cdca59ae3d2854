"""The policies and covers of the claim as books: the office's to look at, a surveyor's where the office has none."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.wording.translation import current_language, mark


def policy_name(desk: Desk, policy: Policy) -> str:
    """Return how a policy is called in lists."""
    line = desk.labels.value("policy_line", policy.line, current_language())
    return " ".join(part for part in (policy.policy_no, line) if part) or formats.EMPTY


def cover_name(desk: Desk, cover: Cover) -> str:
    """Return how a cover is called in lists."""
    return desk.labels.value("cover", cover.kind, current_language()) or formats.EMPTY


def policies_book(desk: Desk, parent: QWidget) -> RecordBook[Policy]:
    """Return the book of policies; the first one starts with what the claim says."""

    def first_fields() -> Mapping[str, object]:
        claim = record_access.first_claim(desk.case)
        known = record_access.list_all(desk.case, Policy)
        if claim is None or known:
            return {}
        numbers = claim.policy_no or ()
        fields = {
            "policy_no": numbers[0] if numbers else None,
            "insurer": claim.insurer,
            "insured_name": claim.insured_name,
            "plate_no": claim.plate_no,
            "vin": claim.frame_no,
            "period_from": claim.policy_from,
            "period_to": claim.policy_to,
        }
        return {name: value for name, value in fields.items() if value is not None}

    return RecordBook(
        desk,
        Policy,
        (Column(mark("Policy"), lambda policy: policy_name(desk, policy)),),
        BookTexts(
            mark("New policy"),
            mark("No policy here yet"),
            mark("Where the office sent none, the policies are written down here; they decide which checks are asked."),
        ),
        icon="claim",
        focus="policy_no",
        first_fields=first_fields,
        parent=parent,
        is_behind=True,
    )


def covers_book(desk: Desk, parent: QWidget) -> RecordBook[Cover]:
    """Return the book of covers, each of a policy; a new one is of the last policy used."""

    def options() -> list[tuple[object, str]]:
        return [(policy.id, policy_name(desk, policy)) for policy in record_access.list_all(desk.case, Policy)]

    def first_fields() -> Mapping[str, object]:
        covers = record_access.list_all(desk.case, Cover)
        policies = record_access.list_all(desk.case, Policy)
        last = covers[-1].policy_uid if covers else (policies[0].id if policies else None)
        return {"policy_uid": last} if last else {}

    def amount(cover: Cover) -> str:
        return formats.money(cover.limit if cover.limit is not None else cover.sum_insured)

    return RecordBook(
        desk,
        Cover,
        (
            Column(mark("Cover"), lambda cover: cover_name(desk, cover)),
            Column(mark("Limit or sum"), amount, right=True),
        ),
        BookTexts(
            mark("New cover"),
            mark("No cover here yet"),
            mark("Which covers there are, with limit, sum insured and deductible."),
        ),
        icon="shield",
        focus="kind",
        references={"policy_uid": options},
        first_fields=first_fields,
        parent=parent,
        is_behind=True,
    )

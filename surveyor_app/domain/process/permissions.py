"""Who of the office may do what (岗位权限): one table of role × act × state, which the centre enforces and the desk follows.

An account may hold several roles; it may do what any of them may. The administrator keeps accounts, laptops and tables and sees
no claim; the auditor (审计) reads everything and writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.texts import Text


class OfficeRole(StrEnum):
    """What somebody of the office is there for."""

    INTAKE = "intake"
    DISPATCHER = "dispatcher"
    HANDLER = "handler"
    VERIFIER = "verifier"
    ADJUSTER = "adjuster"
    APPROVER = "approver"
    CASHIER = "cashier"
    CUSTODIAN = "custodian"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


EVERYDAY = frozenset(
    {OfficeRole.INTAKE, OfficeRole.DISPATCHER, OfficeRole.HANDLER, OfficeRole.VERIFIER, OfficeRole.CUSTODIAN}
)
"""What an office account holds for which nobody chose: all that every clerk could do before there were roles."""


class Act(StrEnum):
    """What is done at the centre by somebody of the office (domain §18.2, and what belongs to keeping it)."""

    SEE_CLAIMS = "see_claims"
    REPORT_LOSS = "report_loss"
    CANCEL_REPORT = "cancel_report"
    REOPEN = "reopen"
    COMPLETE_REPORT = "complete_report"
    OPEN_CLAIM = "open_claim"
    JOIN_CASES = "join_cases"
    ASSIGN_TASK = "assign_task"
    REASSIGN_TASK = "reassign_task"
    RECALL_TASK = "recall_task"
    KEEP_ROSTER = "keep_roster"
    REQUEST_PAPERS = "request_papers"
    RECEIVE_PAPER = "receive_paper"
    REVIEW_PAPER = "review_paper"
    ASK_SUPPLEMENT = "ask_supplement"
    ANSWER_REMARK = "answer_remark"
    ACCEPT_SURVEY = "accept_survey"
    RETURN_SURVEY = "return_survey"
    ORDER_TASK = "order_task"
    HAND_OVER = "hand_over"
    ISSUE_ONE_TIME_NOTICE = "issue_one_time_notice"
    WRITE_TO_CUSTOMER = "write_to_customer"
    GIVE_LINK = "give_link"
    ANSWER_COMPLAINT = "answer_complaint"
    ERASE = "erase"
    SEE_PEOPLE = "see_people"
    LOCK_OUT = "lock_out"
    MANAGE_ACCOUNTS = "manage_accounts"
    SEE_ACCOUNT_EVENTS = "see_account_events"
    SEE_VIEWS = "see_views"


class WorkState(StrEnum):
    """How far the task is that an act is about."""

    OPEN = "open"
    SEALED = "sealed"
    RECEIPTED = "receipted"


class Flow(StrEnum):
    """Whether a claim goes on (流转标志, domain §1.5)."""

    NORMAL = "normal"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Permission:
    """One line of the table: what the act is called, who may do it, while its task is how far, and in which claims."""

    act: Act
    name: Text
    roles: frozenset[OfficeRole]
    states: frozenset[WorkState]
    flows: frozenset[Flow]

    def is_for(self, roles: Collection[OfficeRole]) -> bool:
        """Tell whether one of the roles may do it."""
        return not self.roles.isdisjoint(roles)


Permissions = Mapping[Act, Permission]

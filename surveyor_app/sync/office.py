"""The office's work at a distance: claims and tasks over HTTP, for the command line with ``--server``."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.protocol.messages import (
    AccountEvent,
    AccountEvents,
    CaseAnswer,
    ClaimLine,
    ClaimList,
    DeviceLine,
    DeviceList,
    DisableUser,
    EraseAnswer,
    EraseBodies,
    JoinCase,
    NewClaim,
    NewTask,
    NewUser,
    ReassignTask,
    RecallTask,
    RevokeAnswer,
    RevokeDevice,
    TaskAnswer,
    TokenAnswer,
    TokenRequest,
    UserAnswer,
)
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.tokens import MemoryTokens


class OfficeClient:
    """Signed in to a centre with an office account; to be closed."""

    def __init__(self, server: str, user: str, password: str) -> None:
        """Sign in.

        Raises:
            NotSignedIn: when user or password is refused.
            Unreachable: when the centre cannot be reached.
        """
        request = TokenRequest(user=user, password=password)
        with CentreClient(server) as client:
            answer = client.post("/v1/token", request, TokenAnswer, signed_in=False)
        self._client = CentreClient(server, MemoryTokens(answer.refresh_token))

    def __enter__(self) -> OfficeClient:
        return self

    def __exit__(self, *exception: object) -> None:
        self._client.close()

    def open_claim(
        self, fields: Mapping[str, Json], case: str | None = None, *, again_reason: str | None = None
    ) -> str:
        """Open a claim with fields of the claim record and return its case id.

        ``again_reason`` says why there is to be a second one of a report number.
        """
        message = NewClaim(dict(fields), case, again_reason)
        return self._client.post("/v1/office/claims", message, CaseAnswer).case

    def assign(
        self, case: str, user: str, *, task_kind: str = "scene", due_at: str | None = None, task: str | None = None
    ) -> str:
        """Give a task of the case to a user and return the task's id; ``due_at`` is UTC (RFC 3339)."""
        message = NewTask(owner=user, task_kind=task_kind, due_at=due_at, task=task)
        return self._client.post(f"/v1/office/claims/{case}/tasks", message, TaskAnswer).task

    def reassign(self, case: str, task: str, user: str, *, reason: str | None = None, new: str | None = None) -> str:
        """Give a task on to another user and return the id of theirs."""
        path = f"/v1/office/claims/{case}/tasks/{task}:reassign"
        return self._client.post(path, ReassignTask(user, reason, new), TaskAnswer).task

    def recall(self, case: str, task: str, *, reason: str | None = None) -> None:
        """Take a task back."""
        self._client.post(f"/v1/office/claims/{case}/tasks/{task}:recall", RecallTask(reason), TaskAnswer)

    def join(self, case: str, provisional: str) -> None:
        """Tie a case opened on the spot to the office's own."""
        self._client.post(f"/v1/office/claims/{case}:join", JoinCase(provisional), CaseAnswer)

    def erase(self, case: str, message: EraseBodies) -> int:
        """Erase what the message names, with the agreement of a second person, and return how many bodies that were."""
        return self._client.post(f"/v1/office/claims/{case}:erase", message, EraseAnswer).erased

    def create_user(
        self,
        user: str,
        display_name: str,
        role: str = "surveyor",
        password: str | None = None,
        office_roles: tuple[str, ...] | None = None,
    ) -> UserAnswer:
        """Make an account; a surveyor's answer holds the one-time enrolment code."""
        return self._client.post(
            "/v1/office/users", NewUser(user, display_name, role, password, office_roles), UserAnswer
        )

    def list_account_events(self) -> tuple[AccountEvent, ...]:
        """Return what was done to accounts, the newest first."""
        return self._client.get("/v1/office/account-events", AccountEvents).events

    def list_devices(self) -> tuple[DeviceLine, ...]:
        """Return the laptops that were certified."""
        return self._client.get("/v1/office/devices", DeviceList).devices

    def revoke_device(self, device: str, why: str) -> int:
        """Take back what was given to a laptop and return how many certificates that were."""
        return self._client.post(f"/v1/office/devices/{device}:revoke", RevokeDevice(why), RevokeAnswer).revoked

    def disable_user(self, user: str) -> int:
        """Let a person sign in no more and return how many certificates were taken back."""
        return self._client.post(
            f"/v1/office/users/{quote(user, safe='')}:disable", DisableUser(), RevokeAnswer
        ).revoked

    def list_claims(self) -> tuple[ClaimLine, ...]:
        """Return all claims, newest first, page by page; a centre that only repeats itself is not asked again."""
        found: dict[str, ClaimLine] = {}
        answer = self._client.get("/v1/office/claims", ClaimList)
        while fresh := {line.case: line for line in answer.claims if line.case not in found}:
            found |= fresh
            if not answer.more:
                break
            before = quote(answer.claims[-1].case, safe="")
            answer = self._client.get(f"/v1/office/claims?before={before}", ClaimList)
        return tuple(found.values())

"""Who of the office may do what: each route of office and desk, called with each single role, on cases in every state.

``python -m tests.central.role_matrix`` writes the table into the README between its marks. A route without an act here fails the
test: whoever adds one says which act it is, and ``resources/office_acts.toml`` says whose.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx2

from surveyor_app.central.authority import accounts, passwords, tokens
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import Act, Flow, OfficeRole, WorkState
from surveyor_app.wording.findings.office_acts import load_permissions
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english
from tests.central.desk_matrix import CASE, DESK_ROWS, TASK
from tests.central.matrix import CLAIMS, PASSWORD, ROWS, STATES, Row, World

README = Path(__file__).parents[2] / "README.md"
MARKS = ("<!-- acts -->\n", "<!-- /acts -->")

API: Mapping[tuple[str, str], Act] = {
    ("GET", CLAIMS): Act.SEE_CLAIMS,
    ("POST", CLAIMS): Act.REPORT_LOSS,
    ("POST", CLAIMS + "/{case}/tasks"): Act.ASSIGN_TASK,
    ("POST", CLAIMS + "/{case}/tasks/{task}:reassign"): Act.REASSIGN_TASK,
    ("POST", CLAIMS + "/{case}/tasks/{task}:recall"): Act.RECALL_TASK,
    ("POST", CLAIMS + "/{case}:join"): Act.JOIN_CASES,
    ("POST", CLAIMS + "/{case}:erase"): Act.ERASE,
    ("GET", "/v1/office/devices"): Act.SEE_PEOPLE,
    ("POST", "/v1/office/devices/{device}:revoke"): Act.LOCK_OUT,
    ("POST", "/v1/office/users/{user}:disable"): Act.LOCK_OUT,
    ("POST", "/v1/office/users"): Act.MANAGE_ACCOUNTS,
    ("GET", "/v1/office/account-events"): Act.SEE_ACCOUNT_EVENTS,
}
DESK: Mapping[tuple[str, str], Act] = {
    ("GET", "/claims/new"): Act.REPORT_LOSS,
    ("POST", "/claims/new"): Act.REPORT_LOSS,
    ("GET", "/times"): Act.SEE_CLAIMS,
    ("GET", "/audit/views"): Act.SEE_VIEWS,
    ("GET", "/audit/views.csv"): Act.SEE_VIEWS,
    ("GET", "/audit/views.pdf"): Act.SEE_VIEWS,
    ("GET", "/list.xlsx"): Act.SEE_CLAIMS,
    ("POST", "/list/filters"): Act.SEE_CLAIMS,
    ("POST", "/list/filters/forget"): Act.SEE_CLAIMS,
    ("POST", "/list/assign"): Act.ASSIGN_TASK,
    ("POST", "/list/due"): Act.ASSIGN_TASK,
    ("GET", "/people"): Act.SEE_PEOPLE,
    ("POST", "/people"): Act.MANAGE_ACCOUNTS,
    ("POST", "/people/{user}/roles"): Act.MANAGE_ACCOUNTS,
    ("POST", "/people/{user}/disable"): Act.LOCK_OUT,
    ("POST", "/devices/{device}/revoke"): Act.LOCK_OUT,
    ("GET", "/roster"): Act.SEE_PEOPLE,
    ("POST", "/roster/{user}"): Act.KEEP_ROSTER,
    ("GET", CASE): Act.SEE_CLAIMS,
    ("GET", CASE + "/edit"): Act.COMPLETE_REPORT,
    ("POST", CASE + "/edit"): Act.COMPLETE_REPORT,
    ("GET", CASE + "/records/{kind}"): Act.SEE_CLAIMS,
    ("GET", CASE + "/journal"): Act.SEE_CLAIMS,
    ("GET", CASE + "/photos"): Act.SEE_CLAIMS,
    ("GET", CASE + "/photos/{photo}"): Act.SEE_CLAIMS,
    ("GET", CASE + "/blobs/{sha256}"): Act.SEE_CLAIMS,
    ("GET", CASE + "/reports/{sha256}"): Act.SEE_CLAIMS,
    ("GET", CASE + "/customer"): Act.SEE_CLAIMS,
    ("GET", CASE + "/remarks"): Act.SEE_CLAIMS,
    ("GET", CASE + "/records/{kind}/{record}"): Act.SEE_CLAIMS,
    ("POST", CASE + "/records/{kind}/{record}/remark"): Act.ASK_SUPPLEMENT,
    ("POST", CASE + "/remarks/{remark}/answer"): Act.ANSWER_REMARK,
    ("POST", CASE + "/remarks/{remark}/settle"): Act.ASK_SUPPLEMENT,
    ("GET", CASE + "/review"): Act.SEE_CLAIMS,
    ("POST", TASK + "/accept"): Act.ACCEPT_SURVEY,
    ("POST", TASK + "/return"): Act.RETURN_SURVEY,
    ("POST", CASE + "/one-time"): Act.ISSUE_ONE_TIME_NOTICE,
    ("POST", CASE + "/messages"): Act.WRITE_TO_CUSTOMER,
    ("POST", CASE + "/messages/send"): Act.WRITE_TO_CUSTOMER,
    ("GET", CASE + "/proof"): Act.SEE_CLAIMS,
    ("GET", CASE + "/photos/look"): Act.SEE_CLAIMS,
    ("POST", CASE + "/review/order"): Act.ORDER_TASK,
    ("POST", CASE + "/hand-over"): Act.HAND_OVER,
    ("POST", CASE + "/links"): Act.GIVE_LINK,
    ("POST", CASE + "/complaints/{complaint}/answer"): Act.ANSWER_COMPLAINT,
    ("POST", CASE + "/links/{link}/revoke"): Act.GIVE_LINK,
    ("POST", CASE + "/cancel"): Act.CANCEL_REPORT,
    ("POST", CASE + "/reopen"): Act.REOPEN,
    ("POST", CASE + "/open"): Act.OPEN_CLAIM,
    ("POST", CASE + "/join"): Act.JOIN_CASES,
    ("POST", CASE + "/tasks"): Act.ASSIGN_TASK,
    ("POST", TASK + "/reassign"): Act.REASSIGN_TASK,
    ("POST", TASK + "/recall"): Act.RECALL_TASK,
    ("POST", CASE + "/proposals/{proposal}"): Act.COMPLETE_REPORT,
    ("POST", CASE + "/papers/ask"): Act.REQUEST_PAPERS,
    ("POST", CASE + "/papers/unasked"): Act.RECEIVE_PAPER,
    ("POST", CASE + "/papers/{paper}/receive"): Act.RECEIVE_PAPER,
    ("POST", CASE + "/papers/{paper}/review"): Act.REVIEW_PAPER,
    ("POST", CASE + "/papers/{paper}/waive"): Act.REVIEW_PAPER,
}
ACTS: Mapping[tuple[str, str], Act] = {**API, **DESK}
FOR_ALL = {"/", "/openapi.json", "/desk.css", "/sign-in", "/sign-out"}


def rows() -> list[tuple[Row, Act | None]]:
    """Every row of office and desk, and its act."""
    of_office = [row for row in ROWS if row.path.startswith("/v1/office")]
    return [(row, ACTS.get((row.method, row.path))) for row in (*of_office, *DESK_ROWS)]


def add_roles(world: World) -> None:
    """Make an account for each role, which holds no other, and sign it in."""
    for role in OfficeRole:
        add_role(world, role)


def add_role(world: World, role: OfficeRole) -> None:
    """Make an account that holds one role alone, and sign it in."""
    centre, kept = world.centre, passwords.hashed(PASSWORD, "nobody", "Nobody")
    with centre.database.write() as session:
        made = accounts.create_account(session, role, role.title(), Role.OFFICE, centre.now(), kept, roles=[role])
        world.tokens[role] = tokens.sign_in(session, made, None, centre.now(), centre.lives).access


def cells(world: World) -> Iterator[tuple[Row, Act, str, OfficeRole, int, int]]:
    """Call every row with every role, in every state where that may matter.

    Yields the row, its act, the state, the role, the status, and what it should be.
    """
    permissions, seen = load_permissions(resources_dir()), set[Act]()
    with httpx2.Client(base_url=world.url, follow_redirects=False, timeout=30) as client:
        for row, act in rows():
            assert act is not None, f"{row.method} {row.path} has no act"
            is_new = act not in seen
            seen.add(act)
            for state in STATES:
                # Of each act one route in every state, and whatever is answered differently there.
                if state != STATES[0] and ("{case}" not in row.path or not (is_new or isinstance(row.allowed, dict))):
                    continue
                for role in OfficeRole:
                    request = row.make(world, world.cases[state], role)
                    headers = dict(request.headers) | {"authorization": f"Bearer {world.tokens[role]}"}
                    answer = client.request(row.method, request.path, content=request.content, headers=headers)
                    allowed = row.allowed if isinstance(row.allowed, int) else row.allowed[state]
                    expected = allowed if role in permissions[act].roles else 403
                    yield row, act, state, role, answer.status_code, expected


def table() -> str:
    """Return the table as the README shows it, made from what the centre enforces."""
    labels, languages = Labels.load(resources_dir()), (chinese(), english())
    names = [" ".join(labels.value("office_role", role, language) for language in languages) for role in OfficeRole]
    lines = ["| act | while the task is | in claims | " + " | ".join(names) + " |", "|---" * (len(names) + 3) + "|"]
    for permission in load_permissions(resources_dir()).values():
        act = " ".join(permission.name.in_(language) for language in languages)
        states = "any" if permission.states == set(WorkState) else ", ".join(sorted(permission.states))
        flows = "any" if permission.flows == set(Flow) else ", ".join(sorted(permission.flows))
        ticks = ["✓" if role in permission.roles else "" for role in OfficeRole]
        lines.append(f"| {act} | {states} | {flows} | " + " | ".join(ticks) + " |")
    return "\n".join(lines) + "\n"


def stands(text: str) -> str:
    """Return the table that stands in a text."""
    begin, end = map(re.escape, MARKS)
    found = re.search(f"{begin}(.*?){end}", text, re.DOTALL)
    return found.group(1) if found else ""


def main() -> int:
    """Write the table into the README."""
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(MARKS[0] + stands(text), MARKS[0] + table()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Who gets which page of the desk: its routes, called by everybody with what they signed in with, on cases in every state.

A surveyor's token in the desk's cookie opens nothing; whoever is not the office's gets the form to sign in.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from surveyor_app.central.claims import paper_acts
from surveyor_app.central.desk.visitors import COOKIE
from surveyor_app.domain.journal.identifiers import new_record_id
from tests.central.matrix import Case, Circle, Make, Request, Row, World

CASE = "/claims/{case}"


def page(path: str, form: Mapping[str, str] | None = None, **headers: str) -> Make:
    """A page asked for, or a form sent, with whatever token one has as the cookie."""

    def make(world: World, case: Case, who: str) -> Request:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if who in world.tokens:
            sent["cookie"] = f"{COOKIE}={world.tokens[who]}"
        if form is not None:
            sent["content-type"] = "application/x-www-form-urlencoded"
        filled = path.format(case=case.id, sha256=case.sha256, task=case.tasks[1])
        return Request(filled, urlencode(form or {}).encode(), sent)

    return make


def _open(world: World, case: Case, who: str) -> Request:
    return page("/claims/new", {"report_no": new_record_id()[:30], "loss_cause": "collision"})(world, case, who)


def _one_time(world: World, case: Case, who: str) -> Request:
    """A paper is asked for first: of nothing there is no notice."""
    paper_acts.ask_for(world.centre, "li", case.id, ["claim_form"])
    return page(CASE + "/one-time", {"again_reason": "another reader"})(world, case, who)


NOWHERE = "00000000-0000-7000-8000-000000000000"
HERE = {"open": 404, "sealed": 404, "receipted": 200}
TASK = CASE + "/tasks/{task}"
PAPER, PROPOSAL = CASE + "/papers/" + NOWHERE, CASE + "/proposals/" + NOWHERE
RECORD, REMARK = CASE + "/records/{kind}/{record}", CASE + "/remarks/{remark}"
NO_REMARK = CASE + "/remarks/" + NOWHERE
ORDERED = {"task_kind": "resurvey", "user": "unheard of", "reason": "the plate is not to be read"}
ASKED = {"text": "where?", "asks": "answer", "to": "role:handler"}

DESK_ROWS = (
    Row("GET", "/claims/new", Circle.DESK, 200, page("/claims/new")),
    Row("POST", "/claims/new", Circle.DESK, 303, _open),
    Row("GET", "/times", Circle.DESK, 200, page("/times")),
    Row("GET", "/audit/views", Circle.AUDITOR, 200, page("/audit/views?check=true")),
    Row("GET", "/audit/views.csv", Circle.AUDITOR, 200, page("/audit/views.csv")),
    Row("GET", "/audit/views.pdf", Circle.AUDITOR, 400, page("/audit/views.pdf?since=never")),
    Row("GET", "/list.xlsx", Circle.DESK, 200, page("/list.xlsx?mine=1")),
    Row("POST", "/list/filters", Circle.DESK, 303, page("/list/filters", {"query": "mine=1", "name": "mine"})),
    Row("POST", "/list/filters/forget", Circle.DESK, 303, page("/list/filters/forget", {"name": "mine"})),
    Row("POST", "/list/assign", Circle.DESK, 422, page("/list/assign", {"total": "0", "task_kind": "scene"})),
    Row("POST", "/list/due", Circle.DESK, 422, page("/list/due", {"total": "0", "due_at": "2026-11-20 14:03"})),
    Row("GET", "/people", Circle.DESK, 200, page("/people")),
    Row("POST", "/people", Circle.CHIEF, 200, page("/people", {"user": "newcomer2", "role": "surveyor"})),
    Row("POST", "/people/{user}/roles", Circle.CHIEF, 404, page("/people/nobody/roles", {"office_role_cashier": "on"})),
    Row("POST", "/people/{user}/disable", Circle.DESK, 404, page("/people/nobody/disable", {"why": "left"})),
    Row("POST", "/devices/{device}/revoke", Circle.DESK, 404, page(f"/devices/{NOWHERE}/revoke", {"why": "lost"})),
    Row("GET", "/roster", Circle.DESK, 200, page("/roster")),
    Row("POST", "/roster/{user}", Circle.DESK, 404, page("/roster/nobody", {"places": "浦东"})),
    Row("GET", CASE, Circle.DESK, 200, page(CASE)),
    Row("GET", CASE + "/edit", Circle.DESK, 200, page(CASE + "/edit")),
    Row("POST", CASE + "/edit", Circle.DESK, 303, page(CASE + "/edit", {"insured_name": "李四"})),
    Row("GET", CASE + "/records/{kind}", Circle.DESK, 200, page(CASE + "/records/evidence")),
    Row("GET", CASE + "/remarks", Circle.DESK, 200, page(CASE + "/remarks")),
    Row("GET", RECORD, Circle.DESK, 200, page(CASE + "/records/task/{task}")),
    Row("POST", RECORD + "/remark", Circle.DESK, 303, page(CASE + "/records/task/{task}/remark", ASKED)),
    Row("POST", REMARK + "/answer", Circle.DESK, 404, page(NO_REMARK + "/answer", {"text": "here"})),
    Row("POST", REMARK + "/settle", Circle.DESK, 404, page(NO_REMARK + "/settle", {"state": "closed"})),
    Row("GET", CASE + "/journal", Circle.DESK, 200, page(CASE + "/journal")),
    Row("GET", CASE + "/photos", Circle.DESK, 200, page(CASE + "/photos")),
    Row("GET", CASE + "/photos/look", Circle.DESK, 200, page(CASE + "/photos/look")),
    Row("GET", CASE + "/photos/{photo}", Circle.DESK, 404, page(CASE + "/photos/" + NOWHERE)),
    Row("GET", CASE + "/blobs/{sha256}", Circle.DESK, HERE, page(CASE + "/blobs/{sha256}")),
    Row("GET", CASE + "/reports/{sha256}", Circle.DESK, 404, page(CASE + "/reports/{sha256}")),
    Row("GET", CASE + "/customer", Circle.DESK, 200, page(CASE + "/customer")),
    Row("POST", CASE + "/links", Circle.DESK, 422, page(CASE + "/links", {"party": "insured"})),
    Row(
        "POST",
        CASE + "/complaints/{complaint}/answer",
        Circle.DESK,
        404,
        page(CASE + f"/complaints/{NOWHERE}/answer", {"answer": "sorry"}),
    ),
    Row("POST", CASE + "/one-time", Circle.DESK, {"open": 303, "sealed": 303, "receipted": 303}, _one_time),
    Row("POST", CASE + "/messages", Circle.DESK, 422, page(CASE + "/messages", {"what": "link"})),
    Row("POST", CASE + "/messages/send", Circle.DESK, 422, page(CASE + "/messages/send", {"what": "link"})),
    Row("POST", CASE + "/links/{link}/revoke", Circle.DESK, 404, page(CASE + "/links/none/revoke", {})),
    Row("POST", CASE + "/cancel", Circle.DESK, 422, page(CASE + "/cancel", {"reason": " "})),
    Row("POST", CASE + "/reopen", Circle.APPROVER, 409, page(CASE + "/reopen", {"reason": "found"})),
    Row("POST", CASE + "/open", Circle.DESK, 422, page(CASE + "/open", {})),
    Row("POST", CASE + "/join", Circle.DESK, 404, page(CASE + "/join", {"provisional": NOWHERE})),
    Row("POST", CASE + "/tasks", Circle.DESK, 404, page(CASE + "/tasks", {"user": "unheard of", "task_kind": "scene"})),
    Row(
        "POST",
        TASK + "/reassign",
        Circle.DESK,
        404,
        page(TASK + "/reassign", {"user": "unheard of", "reason": "ill"}),
    ),
    Row(
        "POST",
        TASK + "/recall",
        Circle.DESK,
        {"open": 303, "sealed": 409, "receipted": 409},
        page(TASK + "/recall", {"reason": "ill"}),
    ),
    Row("POST", CASE + "/hand-over", Circle.DESK, 422, page(CASE + "/hand-over", {"to": "another insurer"})),
    Row("GET", CASE + "/proof", Circle.DESK, 200, page(CASE + "/proof")),
    Row("GET", CASE + "/review", Circle.DESK, 200, page(CASE + "/review")),
    Row("POST", CASE + "/review/order", Circle.DESK, 404, page(CASE + "/review/order", ORDERED)),
    Row("POST", TASK + "/accept", Circle.DESK, 409, page(TASK + "/accept", {})),
    Row("POST", TASK + "/return", Circle.DESK, 422, page(TASK + "/return", {"reason": " "})),
    Row("POST", CASE + "/proposals/{proposal}", Circle.DESK, 404, page(PROPOSAL, {"decision": "accept"})),
    Row("POST", CASE + "/papers/ask", Circle.DESK, 409, page(CASE + "/papers/ask", {})),
    Row("POST", CASE + "/papers/unasked", Circle.DESK, 422, page(CASE + "/papers/unasked", {"item": "nonsense"})),
    Row(
        "POST",
        CASE + "/papers/{paper}/receive",
        Circle.DESK,
        404,
        page(PAPER + "/receive", {"form": "copy", "channel": "counter"}),
    ),
    Row("POST", CASE + "/papers/{paper}/review", Circle.DESK, 404, page(PAPER + "/review", {})),
    Row("POST", CASE + "/papers/{paper}/waive", Circle.DESK, 404, page(PAPER + "/waive", {"reason": "known"})),
)

"""The office desk: one page, made on the server, that shows all claims with their tasks and receipts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from html import escape
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Cookie, Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from surveyor_app.central import accounts, office, tokens
from surveyor_app.central.centre import Centre
from surveyor_app.central.requests import CentreHere
from surveyor_app.central.tokens import Caller, Lives
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn, TokenExpired
from surveyor_app.protocol.messages import ClaimLine, TaskLine

router = APIRouter(include_in_schema=False)

COOKIE = "surveyor_desk"
DESK_LIVES = Lives(access=timedelta(hours=8), refresh=timedelta(hours=8))
_SAFE = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
_STYLE = """
body { font: 15px/1.5 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
       color: #1b1d21; background: #f7f7f5 }
h1 { font-size: 1.3rem } table { border-collapse: collapse; width: 100%; background: #fff }
th, td { text-align: left; padding: .45rem .7rem; border-bottom: 1px solid #dcdcd8 } th { color: #5b6068; font-weight: 500 }
td.id { font-family: monospace; font-size: .85em } .full { color: #1c7a3d } .partial { color: #8a6100 }
form { margin: 1rem 0 } input, button { font: inherit; padding: .4rem .6rem; margin-right: .5rem } p.error { color: #a12622 }
"""
_SIGNED = "已签发 Signed"
_STATES = {
    "new": "未处理 New",
    "accepted": "已接收未处理 Accepted",
    "in_progress": "正在处理 In progress",
    "done": "完成 Done",
    "suspended": "挂起 Suspended",
    "done_then_returned": "已完成后回退 Done then returned",
    "returned": "被回退 Returned",
    "handed_over": "已移交 Handed over",
    "reassigned": "已改派 Reassigned",
    "cancelled": "注销 Cancelled",
}
_RECEIPTS = {"full": "已完整入库 full", "partial": "部分 partial"}


async def _form(request: Request) -> Mapping[str, str]:
    try:
        fields = parse_qs((await request.body()).decode(), max_num_fields=10)
    except ValueError as error:
        raise BadMessage(reason="form") from error
    return {name: values[0] for name, values in fields.items()}


Form = Annotated[Mapping[str, str], Depends(_form)]
Token = Annotated[str | None, Cookie(alias=COOKIE)]


@router.get("/")
def show(centre: CentreHere, token: Token = None) -> Response:
    """Show the claims to who is signed in for the office, the sign-in form to anyone else."""
    caller = _caller(centre, token)
    if caller is None:
        return _page(centre, _sign_in_form(""))
    return _page(centre, _claims(office.list_claims(centre), caller))


@router.post("/sign-in")
def sign_in(centre: CentreHere, form: Form) -> Response:
    """Sign in with an office account."""
    try:
        with centre.database.write() as session:
            account = accounts.check_password(session, form.get("user", ""), form.get("password", ""))
            if account.role is not Role.OFFICE:
                raise NotSignedIn(user=account.user)
            token = tokens.sign_in(session, account, None, centre.now(), DESK_LIVES).access
    except NotSignedIn:
        return _page(centre, _sign_in_form("账号或密码不正确 · User or password is wrong"), 401)
    answer = RedirectResponse("/", 303)
    life = int(DESK_LIVES.access.total_seconds())
    answer.set_cookie(COOKIE, token, max_age=life, httponly=True, samesite="strict")
    return answer


@router.post("/sign-out")
def sign_out(centre: CentreHere, token: Token = None) -> Response:
    """End the session."""
    caller = _caller(centre, token)
    if caller is not None:
        with centre.database.write() as session:
            tokens.sign_out(session, caller.family)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _caller(centre: Centre, token: str | None) -> Caller | None:
    if token is None:
        return None
    try:
        with centre.database.read() as session:
            caller = tokens.caller_of(session, token, centre.now())
    except TokenExpired:
        return None
    return caller if caller.role is Role.OFFICE else None


def _sign_in_form(error: str) -> str:
    problem = f'<p class="error" role="alert">{escape(error)}</p>' if error else ""
    return f"""{problem}<form method="post" action="/sign-in">
<input name="user" autocomplete="username" required aria-label="账号 User" placeholder="账号 User">
<input name="password" type="password" autocomplete="current-password" required aria-label="密码 Password"
 placeholder="密码 Password"><button>登录 Sign in</button></form>"""


def _claims(claims: Iterable[ClaimLine], caller: Caller) -> str:
    heads = (
        "报案号 Report no.",
        "被保险人 Insured",
        "车牌 Plate",
        "任务 Tasks",
        "条目 Entries",
        "回执 Receipt",
        "案件 Case",
    )
    titles = "".join(f"<th>{escape(head)}</th>" for head in heads)
    rows = "".join(_row(claim) for claim in claims)
    return f"""<form method="post" action="/sign-out">{escape(caller.display_name)} <button>退出 Sign out</button></form>
<table><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table>"""


def _row(claim: ClaimLine) -> str:
    tasks = "<br>".join(escape(_task(task)) for task in claim.tasks)
    texts = (claim.report_no, claim.insured_name, claim.plate_no)
    cells = "".join(f"<td>{escape(text or '')}</td>" for text in texts) + f"<td>{tasks}</td><td>{claim.number}</td>"
    receipt = f'<td class="{escape(claim.receipt or "")}">{escape(_RECEIPTS.get(claim.receipt or "", ""))}</td>'
    return f'<tr>{cells}{receipt}<td class="id">{escape(claim.case)}</td></tr>'


def _task(task: TaskLine) -> str:
    state = _SIGNED if task.sealed else _STATES.get(task.task_status or "", task.task_status or "")
    return " · ".join(part for part in (task.owner or "—", state) if part)


def _page(centre: Centre, body: str, status: int = 200) -> HTMLResponse:
    title = escape(centre.config.name)
    document = f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>
<body><h1>{title} · 理赔台 Office desk</h1>{body}</body></html>"""
    return HTMLResponse(document, status, _SAFE)

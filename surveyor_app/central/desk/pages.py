"""The pages of the office desk as HTML, in one language: the sign-in form and the table of claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from surveyor_app.central.claims.claim_lists import ClaimPage
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.texts import Language
from surveyor_app.protocol.messages import ClaimLine, TaskLine
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import mark, said_in

_STYLE = """
body { font: 15px/1.5 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
       color: #1b1d21; background: #f7f7f5 }
h1 { font-size: 1.3rem } table { border-collapse: collapse; width: 100%; background: #fff }
th, td { text-align: left; padding: .45rem .7rem; border-bottom: 1px solid #dcdcd8 } th { color: #5b6068; font-weight: 500 }
td.id { font-family: monospace; font-size: .85em } .full { color: #1c7a3d } .partial { color: #8a6100 }
form, nav { margin: 1rem 0 } nav a { margin-right: 1rem }
input, button { font: inherit; padding: .4rem .6rem; margin-right: .5rem } p.error { color: #a12622 }
"""
_NAME = mark("Office desk")
_USER = mark("User name")
_PASSWORD = mark("Password")
_SIGN_IN = mark("Sign in")
_SIGN_OUT = mark("Sign out")
_TOO_OFTEN = mark("Tried too often. Please wait {seconds} seconds.")
_REFUSED = mark("User name or password is wrong.")
_ENTRIES = mark("Entries")
_RECEIPT = mark("Receipt")
_CASE = mark("Case")
_SIGNED = mark("Report issued")
_FIND_WHAT = mark("Report number, insured, plate or case")
_FIND = mark("Find")
_ALL = mark("All claims")
_NEWER = mark("← Newer")
_OLDER = mark("Older →")
_NONE = mark("No claims.")


@cache
def _labels(resources: Path) -> Labels:
    return Labels.load(resources)


@dataclass(frozen=True, slots=True)
class DeskPages:
    """Makes the pages of one centre for one reader; ``centre`` is what the centre is called."""

    language: Language
    centre: str

    def sign_in(self, *, is_refused: bool = False, wait_s: int | None = None) -> str:
        """Return the page on which one signs in; ``is_refused`` when that just failed, ``wait_s`` when it did too often."""
        words = self._said(_REFUSED) if is_refused else ""
        if wait_s is not None:
            words = escape(said_in(self.language, _TOO_OFTEN, seconds=wait_s))
        problem = f'<p class="error" role="alert">{words}</p>' if words else ""
        user, password = self._said(_USER), self._said(_PASSWORD)
        return self._page(f"""{problem}<form method="post" action="/sign-in">
<input name="user" autocomplete="username" required aria-label="{user}" placeholder="{user}">
<input name="password" type="password" autocomplete="current-password" required aria-label="{password}"
 placeholder="{password}"><button>{self._said(_SIGN_IN)}</button></form>""")

    def claims(self, page: ClaimPage, reader: str, find: str = "") -> str:
        """Return a page of claims; ``reader`` is the name of who is signed in, ``find`` what was looked for."""
        labels = self._labels
        heads = [labels.field(Claim.KIND, name, self.language) for name in ("report_no", "insured_name", "plate_no")]
        heads.append(labels.kind(Task.KIND, self.language))
        heads += [said_in(self.language, text) for text in (_ENTRIES, _RECEIPT, _CASE)]
        titles = "".join(f"<th>{escape(head)}</th>" for head in heads)
        rows = "".join(map(self._row, page.lines))
        leave = f"<button>{self._said(_SIGN_OUT)}</button>"
        return self._page(f"""<form method="post" action="/sign-out">{escape(reader)} {leave}</form>
{self._search(find)}<table><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table>{self._ways(page, find)}""")

    def _search(self, find: str) -> str:
        """Return the field that narrows the list down; like the ways below it needs no script."""
        what, every = self._said(_FIND_WHAT), f'<a href="/">{self._said(_ALL)}</a>' if find else ""
        return f"""<form method="get" action="/" role="search"><input name="find" value="{escape(find)}" maxlength="100"
 aria-label="{what}" placeholder="{what}"><button>{self._said(_FIND)}</button>{every}</form>"""

    def _ways(self, page: ClaimPage, find: str) -> str:
        """Return the links to the newer and the older claims, as far as there are any."""
        ways = []
        kept = {"find": find} if find else {}
        if page.has_newer and page.lines:
            ways.append((_NEWER, "prev", {"after": page.lines[0].case, **kept}))
        if page.has_older and page.lines:
            ways.append((_OLDER, "next", {"before": page.lines[-1].case, **kept}))
        if not page.lines:
            return f"<p>{self._said(_NONE)}</p>"
        links = (f'<a rel="{rel}" href="/?{escape(urlencode(to))}">{self._said(text)}</a>' for text, rel, to in ways)
        return f"<nav>{' '.join(links)}</nav>" if ways else ""

    @property
    def _labels(self) -> Labels:
        return _labels(resources_dir())

    def _row(self, claim: ClaimLine) -> str:
        tasks = "<br>".join(escape(self._task(task)) for task in claim.tasks)
        texts = (claim.report_no, claim.insured_name, claim.plate_no)
        cells = "".join(f"<td>{escape(text or '')}</td>" for text in texts) + f"<td>{tasks}</td><td>{claim.number}</td>"
        kind = escape(claim.receipt or "")
        receipt = escape(self._labels.value("receipt_kind", claim.receipt, self.language))
        return f'<tr>{cells}<td class="{kind}">{receipt}</td><td class="id">{escape(claim.case)}</td></tr>'

    def _task(self, task: TaskLine) -> str:
        state = self._labels.value("task_status", task.task_status, self.language)
        if task.sealed:
            state = said_in(self.language, _SIGNED)
        return " · ".join(part for part in (task.owner or "—", state) if part)

    def _page(self, body: str) -> str:
        title, lang = escape(self.centre), self.language.tag.replace("_", "-")
        return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>
<body><h1>{title} · {self._said(_NAME)}</h1>{body}</body></html>"""

    def _said(self, source: str) -> str:
        return escape(said_in(self.language, source))

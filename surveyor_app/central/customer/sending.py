"""A customer sends the files of a paper, from the camera of a phone or out of its folders."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import customer_papers
from surveyor_app.central.claims.customer_links import CustomerLink
from surveyor_app.central.claims.customer_papers import TOO_MANY, UNREADABLE, WRONG_TYPE, SentFile
from surveyor_app.central.customer.customer_route import CustomerRoute, address_of_link
from surveyor_app.central.customer.visiting import WritingVisitor
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import PublicPages
from surveyor_app.central.web.form_files import (
    MOST_FILE_BYTES,
    MOST_FILES,
    TOO_LARGE,
    FormCut,
    FormFile,
    received_files,
)
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.limits import MIB
from surveyor_app.wording.translation import mark, said_in

router = APIRouter(include_in_schema=False, route_class=CustomerRoute)

NOTHING = "nothing chosen"
SENTENCES = {
    NOTHING: mark("No photo or file was chosen. Please take a photo or choose one, then send it."),
    TOO_LARGE: mark("This is too large: at most {count} files at once, each of at most {size} MB."),
    WRONG_TYPE: mark("Only photos and PDF files can be sent here; “{name}” is neither."),
    UNREADABLE: mark("We cannot see anything in “{name}”. Please take the photo again and send it."),
    TOO_MANY: mark("So many files came for this claim that we want to look at them first. Please call us."),
}
"""What a customer is told of files that were not taken."""


@router.post("/c/{token}/papers/{paper}")
async def send(
    request: Request, centre: CentreHere, pages: PublicPages, link: WritingVisitor, token: str, paper: str
) -> Response:
    """Take in what was sent for a paper, or say why not."""
    back = address_of_link(token)
    with tempfile.TemporaryDirectory(prefix="surveyor-customer-") as folder:
        try:
            came = await received_files(request, Path(folder))
            if not came or not any(file.size for file in came):
                raise InputError(field="file", reason=NOTHING)
            await run_in_threadpool(customer_papers.keep, centre, link, paper, _sent(came))
        except FormCut as cut:
            # The network ended it. What came whole is there when they look again, and sent anew it is the same.
            await run_in_threadpool(_keep_each, centre, link, paper, _sent(cut.files))
            raise BadMessage(reason="form") from cut
        except (BadMessage, InputError) as error:
            said = _said(pages, error)
            if said is None:
                raise
            answer = pages.page("customer/not_taken.html", status=422, said=said, back=back, paper=paper)
            if error.data.get("is_cut"):
                answer.headers["connection"] = "close"
            return answer
    return RedirectResponse(f"{back}?done=papers", 303)


def _sent(came: Sequence[FormFile]) -> list[SentFile]:
    return [SentFile(file.path, file.name, file.size, file.sha256) for file in came if file.size]


def _keep_each(centre: Centre, link: CustomerLink, paper: str, files: Sequence[SentFile]) -> None:
    """Keep what can be kept of several files: there is nobody to tell of the others."""
    for file in files:
        with suppress(InputError):
            customer_papers.keep(centre, link, paper, [file])


def _said(pages: DeskPages, error: BadMessage | InputError) -> str | None:
    sentence = SENTENCES.get(str(error.data.get("reason")))
    if sentence is None:
        return None
    name = str(error.data.get("name") or "…")
    return said_in(pages.language, sentence, count=MOST_FILES, size=MOST_FILE_BYTES // MIB, name=name)

"""What was found, seen at the desk: photos in a grid of previews, one by one, video and sound played, originals to save.

Only what is a picture, video or sound by its first bytes is shown in place, and no page of ours ever comes from evidence: the
browser gets it in a sandbox, under a type that cannot hold a script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.delivery import handing_out
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.record_texts import record_rows
from surveyor_app.central.desk.remark_views import remark_form, thread_views
from surveyor_app.central.desk.visitors import Clerk, Pages
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.schema import blobs
from surveyor_app.central.storage.uploads import STORED, Upload
from surveyor_app.central.web.blob_answers import MEDIA_TYPE, blob_answer
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

PAGE = 60
MAX_PAGE = 100_000
_HEAD_BYTES = 16
_FORMATS: Mapping[str, str] = {
    "jpeg": "image",
    "png": "image",
    "webp": "image",
    "gif": "image",
    "mp4": "video",
    "mov": "video",
    "webm": "video",
    "mp3": "audio",
    "wav": "audio",
    "m4a": "audio",
    "ogg": "audio",
    "flac": "audio",
}
"""Formats of evidence that every browser shows, and as what."""


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One piece of evidence; ``preview`` is the hash of its small picture, if that is here."""

    id: str
    number: int
    name: str
    caption: str
    sha256: str
    preview: str
    shown: str
    is_stored: bool


@router.get("/claims/{case}/photos")
def show_photos(centre: CentreHere, pages: Pages, caller: Clerk, case: str, page: int = 0) -> Response:
    """Show a page of the evidence."""
    page = min(max(page, 0), MAX_PAGE)
    with centre.database.read() as session:
        require_access(session, caller, case)
        ids = reading.ids(session, case, Evidence)
        photos = _views(session, case, ids, page * PAGE, PAGE)
    return pages.page(
        "photos.html",
        reader=caller.display_name,
        case=case,
        total=len(ids),
        photos=photos,
        page=page,
        newer=page - 1 if page > 0 else None,
        older=page + 1 if (page + 1) * PAGE < len(ids) else None,
    )


@router.get("/claims/{case}/photos/look")
def look_through(centre: CentreHere, pages: Pages, caller: Clerk, case: str, page: int = 0) -> Response:
    """Show a page of the evidence one below the other, so that a key leads from each to the next.

    The browser loads the pictures a little ahead of what is seen; nothing of them is kept by it.
    """
    page = min(max(page, 0), MAX_PAGE)
    with centre.database.read() as session:
        require_access(session, caller, case)
        ids = reading.ids(session, case, Evidence)
        photos = _views(session, case, ids, page * PAGE, PAGE)
        remarks = reading.list_records(session, case, Remark)
    return pages.page(
        "look.html",
        reader=caller.display_name,
        case=case,
        total=len(ids),
        photos=photos,
        said=Counter(remark.about_uid for remark in remarks if remark.answer_of is None),
        page=page,
        newer=page - 1 if page > 0 else None,
        older=page + 1 if (page + 1) * PAGE < len(ids) else None,
    )


@router.get("/claims/{case}/photos/{photo}")
def show_photo(centre: CentreHere, pages: Pages, caller: Clerk, case: str, photo: str) -> Response:
    """Show one piece of evidence with what is known of it."""
    with centre.database.read() as session:
        require_access(session, caller, case)
        ids = reading.ids(session, case, Evidence)
        if photo not in ids:
            raise NotFound(what=Evidence.KIND, id=photo)
        place = ids.index(RecordId(photo))
        (view,) = _views(session, case, ids, place, 1)
        record = reading.get(session, case, Evidence, RecordId(photo))
        said = thread_views(session, pages, case, centre.now(), Evidence.KIND, photo)
        form = remark_form(session, pages, case, Evidence.KIND, photo)
    assert record is not None
    return pages.page(
        "photo.html",
        reader=caller.display_name,
        case=case,
        photo=view,
        items=record_rows(pages, record),
        threads=said,
        form=form,
        page=place // PAGE,
        total=len(ids),
        before=ids[place - 1] if place > 0 else None,
        after=ids[place + 1] if place + 1 < len(ids) else None,
    )


@router.get("/claims/{case}/blobs/{sha256}", response_class=Response)
def show_blob(
    request: Request, centre: CentreHere, caller: Clerk, case: str, sha256: str, save: bool = False
) -> Response:
    """Return a stored original or preview, whole or in a range; in place where its bytes are a picture, video or sound."""
    with centre.database.read() as session:
        upload = handing_out.find(session, caller, case, sha256)
    head = b"".join(centre.store.read_range(blob_path(case, sha256), 0, min(_HEAD_BYTES, upload.size)))
    media_type = MEDIA_TYPE if save else shown_type(head)
    return blob_answer(request, centre, upload, media_type, f"{sha256[:16]}.bin" if save else "")


@router.get("/claims/{case}/reports/{sha256}", response_class=Response)
def show_report(request: Request, centre: CentreHere, caller: Clerk, case: str, sha256: str) -> Response:
    """Return an issued report as a PDF to save."""
    with centre.database.read() as session:
        upload = _report(session, caller, case, sha256)
    name = f"report-{sha256[:16]}.pdf"
    return blob_answer(request, centre, upload, MEDIA_TYPE, name)


def _report(session: Session, caller: Caller, case: str, sha256: str) -> Upload:
    upload = handing_out.find(session, caller, case, sha256)
    if sha256 not in {report.sha256 for report in reading.list_records(session, case, Report)}:
        raise NotFound(what=Report.KIND, id=sha256)
    return upload


def shown_type(head: bytes) -> str:
    """Return the media type that bytes beginning like this are shown as; :data:`MEDIA_TYPE` for all that is only saved."""
    for start, media_type in _BEGINNINGS:
        if head.startswith(start):
            return media_type
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], MEDIA_TYPE)
    return "video/mp4" if head[4:8] == b"ftyp" else MEDIA_TYPE


_BEGINNINGS: Sequence[tuple[bytes, str]] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
)


def _views(session: Session, case: str, ids: Sequence[RecordId], start: int, count: int) -> list[PhotoView]:
    wanted = list(ids[start : start + count])
    records = reading.get_many(session, case, Evidence, wanted)
    hashes = [record.sha256 for record in records.values() if record.sha256]
    query = select(blobs.c.sha256, blobs.c.preview_of).where(blobs.c.case_id == case, blobs.c.state == STORED)
    previews = {row.preview_of: row.sha256 for row in session.execute(query.where(blobs.c.preview_of.in_(hashes)))}
    stored = {row.sha256 for row in session.execute(query.where(blobs.c.sha256.in_(hashes)))}
    views = []
    for number, id_ in enumerate(wanted, start=start + 1):
        record = records[id_]
        sha256 = record.sha256 or ""
        is_stored = sha256 in stored
        views.append(
            PhotoView(
                id=id_,
                number=number,
                name=record.file_name or "—",
                caption=record.caption or "",
                sha256=sha256,
                preview=previews.get(sha256, ""),
                shown=_FORMATS.get(record.format or "", "") if is_stored else "",
                is_stored=is_stored,
            )
        )
    return views

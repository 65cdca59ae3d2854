"""Makes the desk's pages from the templates in ``resources/desk``, in the language of whoever reads them.

Everything that is put into a page is escaped, whoever wrote it; a name that a template does not know is an error and never an
empty place. The templates mark their texts with ``say("…")``, where the tests find them like those in the code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.texts import Language
from surveyor_app.wording.labels import Labels, labels_of
from surveyor_app.wording.translation import said_in

FOLDER = "desk"
SAFE_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-frame-options": "DENY",
    # Under "no-referrer" a browser sends the origin "null" with every form (Fetch, "append a request Origin header"), and nobody
    # can tell a form of this page from one of another site. So it is told to itself alone.
    "referrer-policy": "same-origin",
}
"""No script at all runs at the desk: what somebody wrote into a case cannot become one."""


@cache
def _environment(resources: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(resources / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@dataclass(frozen=True, slots=True)
class DeskPages:
    """Makes the pages of one centre for one reader; ``centre`` is what the centre is called."""

    language: Language
    centre: str
    may: Callable[[Act], bool] = field(default=lambda _act: False)
    """Whether whoever reads may do something: templates offer nothing else."""
    has_company_sign_in: bool = False

    def page(self, template: str, *, reader: str = "", status: int = 200, **data: object) -> HTMLResponse:
        """Return a page; ``reader`` is the name of who is signed in, ``data`` what the template shows."""
        return HTMLResponse(self.html(template, reader=reader, **data), status, SAFE_HEADERS)

    def html(self, template: str, *, reader: str = "", **data: object) -> str:
        """Return the same as text."""
        labels = self.labels
        return (
            _environment(resources_dir())
            .get_template(template)
            .render(
                lang=self.language.tag.replace("_", "-"),
                centre=self.centre,
                has_company_sign_in=self.has_company_sign_in,
                reader=reader,
                say=partial(said_in, self.language),
                field=lambda kind, name: labels.field(kind, name, self.language),
                kind=lambda kind: labels.kind(kind, self.language),
                may=lambda act: self.may(Act(act)),
                value=lambda enumeration, id_: labels.value(enumeration, id_, self.language),
                **data,
            )
        )

    @property
    def labels(self) -> Labels:
        """What fields and values are called."""
        return labels_of(resources_dir())

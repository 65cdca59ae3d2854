"""The papers of a claim (单证清单) that come with the program, read once; domain §10.1."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.documents.checklist import Paper, Papers
from surveyor_app.domain.survey.facts import ASKED, CONDITIONS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import flag, one_of, optional, require_once, texts
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "documents.toml"
CASES = frozenset("AMSIDTPFWL")


@cache
def load_papers(resources: Path) -> Papers:
    """Read ``documents.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a paper in it is not whole or names what does not exist.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        papers = tuple(_paper(item) for item in table["document"])
        require_once((paper.id, paper.insurer) for paper in papers)
        return Papers(string_of(table["version"]), papers)


def _paper(item: Item) -> Paper:
    cases = frozenset(texts(item, "cases"))
    if not cases or not cases <= CASES:
        raise ValueError(f"cases: {sorted(cases)}")
    return Paper(
        id=string_of(item["id"]),
        name=item.text(),
        cases=cases,
        when=one_of(item, "when", CONDITIONS.keys() | ASKED),
        note=item.text("note_"),
        basis=string_of(item["basis"]),
        is_sensitive=flag(item, "sensitive"),
        consent=optional(item, "consent"),
        insurer=optional(item, "insurer"),
        issuer=optional(item, "issuer"),
    )

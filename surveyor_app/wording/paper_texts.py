"""Labels and clauses that are printed on papers, the survey report and the statements (``resources/report/texts.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.toml_files import well_formed

FILE = "report/texts.toml"


@cache
def load_paper_texts(resources: Path) -> Mapping[str, Text]:
    """Read ``report/texts.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an entry is no text.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        return {name: item.text() for name, item in table.items()}


def paper_text(name: str) -> Text:
    """Return a text of this program's papers.

    Raises:
        InstallationIncomplete: as :func:`load_paper_texts`.
    """
    return load_paper_texts(resources_dir())[name]

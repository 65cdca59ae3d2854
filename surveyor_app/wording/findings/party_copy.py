"""What a copy for a party shows of each field, read once; domain §13.4."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.party_copy import PartyCopy, Showing
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.table_values import texts
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FILE = "party_copy.toml"
PICTURES = "pictures"
"""The table of what a party sees of papers and photos themselves."""


@cache
def load_party_copy(resources: Path) -> PartyCopy:
    """Read ``party_copy.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, or a field stands in no list, in two, or does not exist; or a
            paper or shot does not.
    """
    table = read_toml(resources, FILE)
    with well_formed(resources, FILE):
        version = string_of(table["version"])
        found: dict[tuple[str, str], Showing] = {}
        for kind, lists in table.items():
            if kind in {"version", PICTURES}:
                continue
            for showing in Showing:
                for field in texts(lists, showing.value):
                    if (kind, field) in found:
                        raise ValueError(f"stands twice: {kind}.{field}")
                    found[kind, field] = showing
        declared = {(kind, spec.name) for kind, specs in SPECS.items() for spec in specs}
        if found.keys() != declared:
            raise ValueError(f"in no list, or no field: {sorted(found.keys() ^ declared)}")
        papers, shots = frozenset(texts(table[PICTURES], "papers")), frozenset(texts(table[PICTURES], "office_shots"))
        unknown = {*papers - {paper.id for paper in load_papers(resources).papers}}
        unknown |= shots - load_shot_lists(resources).shots.keys()
        if unknown:
            raise ValueError(f"no paper, or no shot: {sorted(unknown)}")
    return PartyCopy(version, found, load_cover_wording(resources), papers, shots)

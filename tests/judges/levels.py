"""Has signatures of every level judged by EU DSS and prints a table: which level each claims, and what the judge says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.judges import dss
from tests.judges.lasting_papers import Claimed, LastingPapers
from tests.judges.maven import NotHere


def judge_levels(archives_folder: Path, lasting: LastingPapers, folder: Path) -> bool:
    """Write the papers to ``folder``, ask, print; return whether all are as claimed, or nobody could be asked."""
    try:
        archives = dss.fetch(archives_folder)
    except NotHere as reason:
        print(f"SKIPPED: signatures were not judged by EU DSS. {reason}.")
        return True
    files, trusted, lists = [], [], []
    for item in lasting.claimed:
        files.append(folder / f"{item.paper.name}.pdf")
        files[-1].write_bytes(item.paper.pdf)
    for n, pem in enumerate(lasting.trusted):
        trusted.append(folder / f"trusted-{n}.pem")
        trusted[-1].write_bytes(pem)
    for n, der in enumerate(lasting.lists):
        lists.append(folder / f"revoked-{n}.crl")
        lists[-1].write_bytes(der)
    return _print(lasting.claimed, dss.judge(archives, files, trusted, lists))


def _print(claimed: Sequence[Claimed], opinions: Mapping[str, list[dss.Opinion]]) -> bool:
    width = max(len(item.paper.name) for item in claimed)
    print(f"PAdES levels, EU DSS {dss.VERSION}, the authorities trusted and their lists at hand")
    confirmed = 0
    for item in claimed:
        found = opinions.get(f"{item.paper.name}.pdf", [])
        is_confirmed = bool(found) and all(opinion.confirms(item.level) for opinion in found)
        confirmed += is_confirmed
        told = "; ".join(f"{opinion.level} {opinion.indication} {opinion.against}".rstrip() for opinion in found)
        print(f"{item.paper.name:{width}}  {'as claimed' if is_confirmed else 'NOT SO   '}  {told or 'not judged'}")
    print(f"{confirmed} of {len(claimed)} are of the level they claim and pass.")
    return confirmed == len(claimed)

"""What stands beside the payload and hangs on no signature but that of who handed the bag out: bag-info.txt and the VERIFY texts.

Where nobody signed for the whole, they are held against what this program writes: whoever forges a bag writes the text, too, by
which it is to be checked. An older program wrote other texts, so a difference is pointed out, and is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.files import LARGEST_TEXT
from surveyor_app.report.bag.folder import BagFolder
from surveyor_app.report.bag.instructions import IS_INSTRUCTIONS, all_instructions
from surveyor_app.report.findings import Finding, FindingCode, warn

_OUR_LABELS = frozenset(
    {
        *("Source-Organization", names.CASE_LABEL, "External-Description", "Bagging-Date", "Bag-Software-Agent"),
        *("Payload-Oxum", names.HANDOVER_LABEL),
    }
)


def check_unsigned(bag: BagFolder, payload: Set[str]) -> Iterator[Finding]:
    """Find texts that are not ours, and labels that we do not write; ``payload`` are the files that the texts are for."""
    ours = dict(all_instructions(payload))
    there = [path for path in bag.walk(lambda _link: None) if IS_INSTRUCTIONS.fullmatch(path)]
    for path in sorted({*there, *ours}):
        text = (bag.read(path, LARGEST_TEXT) or b"").decode("utf-8", "replace")
        if text != ours.get(path):
            yield warn(FindingCode.INSTRUCTIONS_DIFFER, path=path)
    info = (bag.read(names.BAG_INFO, LARGEST_TEXT) or b"").decode("utf-8", "replace")
    said: set[str] = set()
    for line in info.splitlines():
        label = line.partition(":")[0].strip()
        if label not in _OUR_LABELS - said:
            yield warn(FindingCode.LABEL_UNKNOWN, path=names.BAG_INFO, label=label)
        said.add(label)

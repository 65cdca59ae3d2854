"""Who handed a bag out signs for all of it: what nothing else signed speaks of, such as the end of the journal, stays too.

The signature covers the tag manifest, which covers the manifest, which covers every file. Whoever changes anything can only take
it away, and then nobody signs for the whole: a bag without one is not plainly said to hold. It says nothing about who signed the
report, the lines or the receipt; those signatures stand for themselves.
"""

from __future__ import annotations

from surveyor_app.records.keys import verify_signature
from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.files import LARGEST_TEXT
from surveyor_app.report.bag.folder import BagFolder
from surveyor_app.report.bag.trust import Anchors, BagDevices
from surveyor_app.report.findings import Finding, FindingCode, bad, ok, warn
from surveyor_app.report.revocation_lists import Revocations

_LARGEST_SIGNATURE = 4096


def check_handover(bag: BagFolder, devices: BagDevices, anchors: Anchors, revocations: Revocations) -> Finding:
    """Return what is to be said of the signature over the whole bag."""
    signature = bag.read(names.HANDOVER, _LARGEST_SIGNATURE)
    if signature is None:
        return warn(FindingCode.HANDOVER_MISSING)
    device = info_of(bag).get(names.HANDOVER_LABEL, "")
    key = devices.keys.get(device)
    if key is None:
        return bad(FindingCode.HANDOVER_BROKEN, path=names.HANDOVER, reason="device")
    if not verify_signature(key, bag.read(names.TAG_MANIFEST, LARGEST_TEXT) or b"", signature):
        return bad(FindingCode.HANDOVER_BROKEN, path=names.HANDOVER, reason="signature")
    if device not in devices.proven:
        say = bad if anchors.roots else warn
        return say(FindingCode.HANDOVER_UNPROVEN, device=device)
    if revocations.since(devices.proven[device]) is not None:
        # Nobody knows when it was signed, and by whom: the keys may be in anybody's hands.
        return warn(FindingCode.HANDOVER_REVOKED, device=device)
    return ok(FindingCode.HANDOVER_HOLDS, device=device, user=devices.writers[device].holder or "-")


def info_of(bag: BagFolder) -> dict[str, str]:
    """Return the labels of bag-info.txt."""
    text = (bag.read(names.BAG_INFO, LARGEST_TEXT) or b"").decode("utf-8", "replace")
    return dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)

"""The journal: audit log, sync log and undo log in one.

This module is the door to it: writing (:func:`append`), taking in (:func:`receive`), numbers, chains and epochs. Reading
records is :mod:`surveyor_app.records.reading`.
"""

from __future__ import annotations

from surveyor_app.records.appending import Author, append, append_all
from surveyor_app.records.branches.chain_checks import check_chain
from surveyor_app.records.branches.chains import Head, delivered_heads, head_of, heads
from surveyor_app.records.cases import case_ids, lock_case, number_known, resolve
from surveyor_app.records.devices import Device, known_devices
from surveyor_app.records.epochs import begin_again, open_epoch, restored
from surveyor_app.records.numbering import assign_numbers, highest_number, numbered_hashes, set_numbers
from surveyor_app.records.receiving import Received, receive
from surveyor_app.records.registering import register_device
from surveyor_app.records.renumbering import count_above, has_seen_more, renumber
from surveyor_app.records.sending import all_entries, entries_after, lost_runs, numbered_run, unsent

__all__ = [
    "Author",
    "Device",
    "Head",
    "Received",
    "all_entries",
    "append",
    "append_all",
    "assign_numbers",
    "begin_again",
    "case_ids",
    "check_chain",
    "count_above",
    "delivered_heads",
    "entries_after",
    "has_seen_more",
    "head_of",
    "heads",
    "highest_number",
    "known_devices",
    "lock_case",
    "lost_runs",
    "number_known",
    "numbered_hashes",
    "numbered_run",
    "open_epoch",
    "receive",
    "register_device",
    "renumber",
    "resolve",
    "restored",
    "set_numbers",
    "unsent",
]

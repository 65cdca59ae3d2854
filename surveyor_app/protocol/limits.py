"""Sizes both sides hold to: how much one message may carry."""

from __future__ import annotations

KIB = 1024
MIB = 1024 * KIB

MAX_PUSH_BYTES = 256 * KIB
"""Entries of one push, compressed."""

MAX_PUSH_PLAIN_BYTES = 8 * MIB
"""The same after decompression: a guard against small messages that unfold to large ones."""

MAX_MESSAGE_BYTES = 1 * MIB
"""Any other JSON message, compressed or not."""

MAX_PULL_ENTRIES = 500
MAX_PULL_BYTES = 1 * MIB
"""Entries of one answer, before compression."""

MAX_NEED_ITEMS = 500
MAX_HELD_ITEMS = 500
MAX_INBOX_ITEMS = 200
MAX_CLAIMS = 100
"""Claims of one page of the office's list."""

PART_BYTES = 1 * MIB
"""A blob's parts: each has a hash of its own, so a wrong one costs only itself."""

MAX_PREVIEW_BYTES = 4 * MIB
MAX_BLOB_BYTES = 64 * 1024 * MIB
MAX_PARTS_IN_METADATA = 128
"""Part hashes that fit the creation request's header; more travel by ``:parts``."""

MIN_CHUNK_BYTES = 64 * KIB
FIRST_CHUNK_BYTES = 256 * KIB
MAX_CHUNK_BYTES = 8 * MIB
"""One upload request of the laptop: it starts small and adapts to the network."""

WHOLE_BYTES = 8 * MIB
"""A blob up to this size that arrives in one request on a good line is stored at once, without pieces."""

MAX_SMALL_BYTES = 512 * KIB
"""A blob up to this size may travel together with others."""

LARGEST_NUMBER = 2**53 - 1
"""Of an entry of a case, or a line of an inbox: what every JSON reader holds exactly."""

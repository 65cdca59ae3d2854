"""A live centre and laptops for every test here."""

from __future__ import annotations

from tests.integration.centres import laptop, live, make_laptop, network, office_user, shared_centre
from tests.integration.restoring import insurer, zhang

__all__ = ["insurer", "laptop", "live", "make_laptop", "network", "office_user", "shared_centre", "zhang"]

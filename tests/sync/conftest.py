"""A live centre and laptops for every test here."""

from __future__ import annotations

from tests.integration.centres import laptop, live, make_laptop, network, office_user, shared_centre

__all__ = ["laptop", "live", "make_laptop", "network", "office_user", "shared_centre"]

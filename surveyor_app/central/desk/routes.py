"""All routes of the office desk, in the order in which they are looked for."""

from __future__ import annotations

from surveyor_app.central.desk import (
    acts,
    claim_list,
    claim_pages,
    handing_over,
    opening,
    people,
    pictures,
    proof,
    remarks,
    reviews,
    sign_in,
)

ROUTERS = (
    sign_in.router,
    claim_list.router,
    people.router,
    opening.router,
    acts.router,
    pictures.router,
    proof.router,
    remarks.router,
    reviews.router,
    handing_over.router,
    claim_pages.router,
)
"""The form for a new claim comes before the page of one, whose path would match it."""

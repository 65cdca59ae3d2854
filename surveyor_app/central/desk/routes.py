"""All routes of the office desk, in the order in which they are looked for."""

from __future__ import annotations

from surveyor_app.central.desk import (
    acts,
    cancelling,
    claim_pages,
    company_sign_in,
    customer,
    handing_over,
    messages,
    opening,
    people,
    pictures,
    proof,
    registering,
    remarks,
    reviews,
    rosters,
    sign_in,
)
from surveyor_app.central.desk.audit import ageing_page, views
from surveyor_app.central.desk.work_list import acting, exporting, listing

ROUTERS = (
    sign_in.router,
    company_sign_in.router,
    listing.router,
    acting.router,
    exporting.router,
    views.router,
    ageing_page.router,
    people.router,
    rosters.router,
    opening.router,
    acts.router,
    cancelling.router,
    registering.router,
    pictures.router,
    proof.router,
    customer.router,
    remarks.router,
    reviews.router,
    messages.router,
    handing_over.router,
    claim_pages.router,
)
"""The form for a new claim comes before the page of one, whose path would match it."""

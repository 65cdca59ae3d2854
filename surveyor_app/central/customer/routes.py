"""All routes of the customer's side."""

from __future__ import annotations

from surveyor_app.central.customer import reporting, sending, visiting, writing

ROUTERS = (visiting.router, sending.router, reporting.router, writing.router)

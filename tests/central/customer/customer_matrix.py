"""Who gets which page of the customer's side: none of them asks who signs in at the centre, and no secret of others opens one."""

from __future__ import annotations

from tests.central.desk_matrix import NOWHERE, page
from tests.central.matrix import Circle, Row

LINK = "/c/{token}"
NONE = "/c/none"

CUSTOMER_ROWS = (
    Row("GET", "/customer.css", Circle.EVERYBODY, 200, page("/customer.css")),
    Row("GET", LINK, Circle.EVERYBODY, 404, page(NONE)),
    Row("POST", LINK, Circle.EVERYBODY, 404, page(NONE, {"digits": "0000"})),
    Row("POST", LINK + "/leave", Circle.EVERYBODY, 303, page(NONE + "/leave", {})),
    Row("GET", LINK + "/notices/{notice}", Circle.EVERYBODY, 404, page(NONE + "/notices/" + NOWHERE)),
    Row("GET", LINK + "/notices/{notice}/text", Circle.EVERYBODY, 404, page(NONE + "/notices/" + NOWHERE + "/text")),
    Row("POST", LINK + "/papers/{paper}", Circle.EVERYBODY, 404, page(NONE + "/papers/" + NOWHERE, {})),
    Row("GET", "/report", Circle.EVERYBODY, 200, page("/report")),
    Row("POST", "/report", Circle.EVERYBODY, 422, page("/report", {"reporter_name": "nobody can call"})),
    Row("POST", LINK + "/words", Circle.EVERYBODY, 404, page(NONE + "/words", {"kind": "call_back"})),
)

"""The authority over HTTP: its certificate and the list of those taken back for everybody, taking back for the office."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response

from surveyor_app.central.authority import revoking
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import locking_out
from surveyor_app.central.web.requests import CentreHere, for_act
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.process.permissions import Act
from surveyor_app.protocol.messages import DeviceList, DisableUser, RevokeAnswer, RevokeDevice

router = APIRouter(prefix="/v1", tags=["authority"])

SeesPeople = Annotated[Caller, for_act(Act.SEE_PEOPLE)]
LocksOut = Annotated[Caller, for_act(Act.LOCK_OUT)]
CERTIFICATE = "application/pkix-cert"
REVOCATION_LIST = "application/pkix-crl"
"""RFC 2585."""


@router.get("/authority.cer", response_class=Response, responses={200: {"content": {CERTIFICATE: {}}}})
def certificate(centre: CentreHere) -> Response:
    """Give the authority's certificate (DER)."""
    return Response(centre.authority.authority.certificate_der, media_type=CERTIFICATE)


@router.get("/authority.crl", response_class=Response, responses={200: {"content": {REVOCATION_LIST: {}}}})
def revocation_list(centre: CentreHere) -> Response:
    """Give the certificates that were taken back (DER)."""
    with centre.database.read() as session:
        made = revoking.revocation_list(session, centre.authority, centre.now())
    return Response(made, media_type=REVOCATION_LIST)


@router.get("/office/devices")
def list_devices(centre: CentreHere, _caller: SeesPeople) -> DeviceList:
    """List the laptops that were certified."""
    with centre.database.read() as session:
        return DeviceList(tuple(revoking.list_devices(session)))


@router.post("/office/devices/{device}:revoke")
def revoke_device(device: str, message: RevokeDevice, centre: CentreHere, caller: LocksOut) -> RevokeAnswer:
    """Take back what was given to a laptop."""
    why = _why(message.why)
    return RevokeAnswer(locking_out.lock_out_device(centre, device, why, caller.user))


@router.post("/office/users/{user}:disable")
def disable_user(user: str, message: DisableUser, centre: CentreHere, caller: LocksOut) -> RevokeAnswer:
    """Let a person sign in no more."""
    return RevokeAnswer(locking_out.disable_person(centre, caller, user, _why(message.why)))


def _why(code: str) -> Why:
    try:
        return Why(code)
    except ValueError as error:
        raise InputError(field="why", reason=code[:20]) from error

"""What the keys of an authority's certificates are for (RFC 5280, 4.2.1.12): each may sign lines, reports or receipts alone."""

from __future__ import annotations

from enum import Enum

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier

ARC = "2.25.139347370761340224708632587527554461428"
"""Below this arc, made from a UUID (X.667) and so nobody else's, stand our own names."""
_OURS = f"{ARC}.2."
_DOCUMENTS = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
_OF_MACHINES = frozenset(
    {
        *(ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.TIME_STAMPING),
        *(ExtendedKeyUsageOID.OCSP_SIGNING, ExtendedKeyUsageOID.CODE_SIGNING),
    }
)


class Purpose(Enum):
    """What a certificate's key may sign.

    Documents also for e-mail: readers that know no newer purpose (RFC 9336) look for that one.
    """

    ENTRIES = (ObjectIdentifier(f"{_OURS}1"),)
    REPORTS = (ObjectIdentifier(f"{_OURS}2"), _DOCUMENTS, ExtendedKeyUsageOID.EMAIL_PROTECTION)
    RECEIPTS = (ObjectIdentifier(f"{_OURS}3"), _DOCUMENTS, ExtendedKeyUsageOID.EMAIL_PROTECTION)


def serves(certificate: x509.Certificate, purpose: Purpose) -> bool:
    """Tell whether a certificate may be used for this.

    One that names purposes of ours is for these alone. One that names none is of before there were any, or somebody else's: it
    serves, unless all it names is what machines do.
    """
    try:
        named = set(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    if any(oid.dotted_string.startswith(_OURS) for oid in named):
        return purpose.value[0] in named
    return not named <= _OF_MACHINES

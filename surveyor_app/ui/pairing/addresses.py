"""The addresses at which a phone on the same network finds this laptop."""

from __future__ import annotations

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

_UP = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning


def own_addresses() -> list[str]:
    """Return the IPv4 addresses of networks that are up, those of Wi-Fi first; none where there is no network."""
    found: list[tuple[int, str]] = []
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        if flags & QNetworkInterface.InterfaceFlag.IsLoopBack or flags & _UP != _UP:
            continue
        is_wifi = interface.type() == QNetworkInterface.InterfaceType.Wifi
        for entry in interface.addressEntries():
            address = entry.ip()
            if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol and not address.isLinkLocal():
                found.append((0 if is_wifi else 1, address.toString()))
    return [address for _order, address in sorted(found)]

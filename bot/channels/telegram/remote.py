"""How a file of this account is named outside: a file_id means nothing to another bot."""

from __future__ import annotations


def remote_name(account: str, file_id: str) -> str:
    """`telegram:<bot id>:<file_id>`."""
    return f"telegram:{account}:{file_id}"


def own_file_id(account: str, remote: str) -> str:
    """The file_id where `remote` is this account's, else ""."""
    prefix = remote_name(account, "")
    return remote[len(prefix) :] if remote.startswith(prefix) else ""


def place_name(latitude: float, longitude: float) -> str:
    """A location needs no account: `22.543096,114.057865`."""
    return f"{latitude:.6f},{longitude:.6f}"


def place(remote: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, None where `remote` is no place."""
    latitude, comma, longitude = remote.partition(",")
    try:
        return (float(latitude), float(longitude)) if comma else None
    except ValueError:
        return None

"""How a person's file is named outside: a media id means nothing to another account, and dies after three days."""

from __future__ import annotations


def remote_name(account: str, media_id: str, picture_url: str = "") -> str:
    """`wechat:<app id>:<media id> <picture's address>`; the address serves accounts without media rights."""
    return f"wechat:{account}:{media_id} {picture_url}".rstrip()


def own_media(account: str, remote: str) -> tuple[str, str]:
    """Media id and picture's address, where `remote` is this account's, else both empty."""
    prefix = f"wechat:{account}:"
    if not remote.startswith(prefix):
        return "", ""
    media_id, _, url = remote[len(prefix) :].partition(" ")
    return media_id, url


def place_name(latitude: float, longitude: float) -> str:
    """A location as every channel writes it: `22.543096,114.057865`."""
    return f"{latitude:.6f},{longitude:.6f}"

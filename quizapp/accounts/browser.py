"""What a browser tells about itself: where it comes from, what it is, where it wants to go."""

import ipaddress

from quizapp.accounts.names import has_hidden_characters

_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)


def network_of(address: str) -> str:
    """The network an address counts for: itself, or the /64 that one IPv6 customer holds."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def own_path(address: str | None) -> str | None:
    """`address` if it leads to a page of this site, otherwise None.

    Browsers read `//host` and `/\\host` as another site, and drop tabs and newlines first.
    """
    if not address or not address.startswith("/") or address.startswith("//"):
        return None
    if "\\" in address or has_hidden_characters(address):
        return None
    return address


def name_device(user_agent: str) -> str:
    """A browser's own words as `Firefox on Linux`, for people to tell their devices apart."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "A browser")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), None)
    return f"{browser} on {system}" if system else browser

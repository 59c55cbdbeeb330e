"""The newspaper, agency or site that a story comes from, by its address."""

from __future__ import annotations

from urllib.parse import urlsplit

from libya_news.reading.words import words


def host_of(url: str) -> str | None:
    """The host of a URL in lower case, without "www.", "m." or "amp.", or None."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    if not host or "." not in host:
        return None
    for prefix in ("www.", "m.", "amp.", "mobile."):
        host = host.removeprefix(prefix)
    return host


def outlet_of_url(url: str) -> str | None:
    """The outlet that a URL belongs to: its usual name where it is known, else the host.

    >>> outlet_of_url("https://www.reuters.com/world/africa/story-2019-04-05/")
    'Reuters'
    >>> outlet_of_url("https://example.org/news/1")
    'example.org'
    """
    host = host_of(url)
    if host is None:
        return None
    hosts = words().hosts
    labels = host.split(".")
    for first in range(len(labels) - 1):
        known = hosts.get(".".join(labels[first:]))
        if known is not None:
            return known
    return host

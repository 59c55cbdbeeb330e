"""How many random examples: few in `make test`, many in `make deep` (`--hypothesis-profile=deep`); and no network."""

from __future__ import annotations

import sys
from typing import Any

from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, max_examples=60)
settings.register_profile(
    "deep", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)

# Engines and browsers that slow tests start talk to their own machine.
_HERE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None}  # noqa: S104  (compared with, never bound)


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop every call that would leave this machine, whoever makes it."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in _HERE:
            raise RuntimeError(f"no network in tests: {address[0]}")
    elif event == "socket.getaddrinfo" and arguments[0] not in _HERE:
        raise RuntimeError(f"no network in tests: {arguments[0]}")


sys.addaudithook(_no_network)

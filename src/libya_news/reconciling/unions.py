"""Sets that grow together, each named by its smallest element, so that the order of joining never shows."""

from __future__ import annotations

from collections.abc import Iterable


class Unions:
    """Disjoint sets of strings."""

    def __init__(self, elements: Iterable[str]) -> None:
        self._parent = {e: e for e in elements}

    def root(self, element: str) -> str:
        """Return the smallest element of the set that holds an element."""
        parent = self._parent
        if element not in parent:
            parent[element] = element
        while parent[element] != element:
            parent[element] = parent[parent[element]]
            element = parent[element]
        return element

    def join(self, a: str, b: str) -> None:
        """Put the sets of two elements together."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low

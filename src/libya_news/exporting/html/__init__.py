"""Reports as HTML: one self-contained page of stories, and fragments for notebooks."""

from __future__ import annotations

__all__ = ["fragment", "page"]

TYPE_CHECKING = False  # the command line imports this package for its commands: drawing is loaded when needed
if TYPE_CHECKING:
    from libya_news.exporting.html.drawing import fragment, page


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from libya_news.exporting.html import drawing

    value: object = getattr(drawing, name)
    return value

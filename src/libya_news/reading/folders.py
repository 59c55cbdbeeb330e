"""The files of a folder, in the order of their names; links out of it and what is no file are told, not opened."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from libya_news.errors import InputProblem

Input = str | os.PathLike[str] | bytes

# Files of a folder that are taken; others (pictures, style sheets) lie beside saved pages.
_SUFFIXES = frozenset(
    (
        ".txt",
        ".text",
        ".jsonl",
        ".ndjson",
        ".json",
        ".jsonld",
        ".html",
        ".htm",
        ".xhtml",
        ".xml",
        ".rss",
        ".atom",
        ".rdf",
        "",
    )
)
# Half surrogates (bytes of a name that are no UTF-8), controls, line breaks and marks that turn the writing round.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(path: str | os.PathLike[str]) -> str:
    r"""A path as records and messages print it: in one line, and such that any file can hold it.

    >>> shown("a\nb.txt")
    'a\\nb.txt'
    """
    return _UNSHOWN.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), os.fspath(path))


def files_of(given: Input) -> Iterator[Input | InputProblem]:
    """The files of a folder; anything else as it is.

    A folder may come from a stranger's archive: links that lead out of it are not followed, and pipes and devices are
    not opened, for they could tell another file's text or never end.

    Args:
        given: An input.
    """
    if isinstance(given, bytes) or given == "-" or not os.path.isdir(given):
        yield given
        return
    name = os.fspath(given)
    home = os.path.realpath(name)
    refused: list[OSError] = []
    found = False
    for folder, folders, files in os.walk(name, onerror=refused.append):
        while refused:
            found = True
            yield _unreadable(refused.pop())
        kept = []
        for inner in sorted(f for f in folders if not f.startswith(".")):
            path = os.path.join(folder, inner)
            if os.path.islink(path):
                found = True
                yield InputProblem(
                    input=shown(path),
                    code="link",
                    message="is a link to a folder, which is not followed; give that folder itself",
                )
            else:
                kept.append(inner)
        folders[:] = kept
        for file in sorted(files):
            if file.startswith("."):
                continue
            stem = file[:-3] if file.lower().endswith(".gz") else file
            if os.path.splitext(stem)[1].lower() in _SUFFIXES:
                found = True
                path = os.path.join(folder, file)
                yield _problem(path, home) or path
    while refused:
        found = True
        yield _unreadable(refused.pop())
    if not found:
        yield InputProblem(
            input=shown(name), code="empty", message="the folder holds no text, page, feed or JSON file"
        )


def _unreadable(error: OSError) -> InputProblem:
    reason = error.strerror or str(error)
    return InputProblem(
        input=shown(error.filename or ""),
        code="unreadable",
        message=f"the folder cannot be opened ({reason}); check its permissions",
    )


def _problem(path: str, home: str) -> InputProblem | None:
    """Why a file of a folder is not opened, or None."""
    if os.path.islink(path) and not os.path.realpath(path).startswith(os.path.join(home, "")):
        return InputProblem(
            input=shown(path),
            code="link",
            message="is a link that leads out of the folder; give the file that it leads to",
        )
    if not os.path.isfile(path):
        return InputProblem(
            input=shown(path), code="unreadable", message="is no regular file, or a link that leads nowhere"
        )
    return None

"""The errors that libya_news raises: each tells the reader what is wrong and what to do next.

Text never raises: a story in which nothing is found gives a record with empty tuples. Errors are for inputs
that cannot be read, for data files and rules that are wrong, and for ids that do not exist.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs


class LibyaNewsError(Exception):
    """The base of every error that this package raises on purpose."""


class InputError(LibyaNewsError, ValueError):
    """An input that cannot be read: missing, undecodable, empty, no JSON, a wrong date, an impossible value.

    Args:
        message: What is wrong and what to do about it, in one line.
        source: The path, URL or name of the input, if it has one.
        line: The line of the input, counted from 1, if the input has lines.
    """

    def __init__(self, message: str, *, source: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.source = source
        self.line = line
        where = source if source is not None else ""
        if line is not None:
            where = f"{where}:{line}" if where else f"line {line}"
        super().__init__(f"{where}: {message}" if where else message)

    @classmethod
    def unreadable(cls, path: str, error: OSError | UnicodeDecodeError) -> InputError:
        """The error of a file that could not be read.

        Args:
            path: The file, as the user named it.
            error: What the system said.
        """
        if isinstance(error, UnicodeDecodeError):
            return cls(f"byte {error.start + 1} is no UTF-8; save the file as UTF-8", source=path)
        if isinstance(error, FileNotFoundError):
            return cls("there is no such file; check the path", source=path)
        if isinstance(error, IsADirectoryError):
            return cls("is a folder; give a file", source=path)
        return cls(f"cannot be read ({error.strerror or error})", source=path)

    @classmethod
    def unwritable(cls, path: str, error: OSError) -> InputError:
        """The error of a file or folder that could not be written.

        Args:
            path: Where the output was to go, as the user named it.
            error: What the system said.
        """
        why = error.strerror or str(error)
        if isinstance(error, FileNotFoundError):
            why = "there is no such folder; make it first"
        elif isinstance(error, IsADirectoryError):
            why = "it is a folder; name a file"
        elif isinstance(error, FileExistsError | NotADirectoryError):
            why = "there is a file of this name; name a folder"
        return cls(f"cannot write {path}: {why}")


class DataError(LibyaNewsError):
    """A data file of the package or of the user that breaks its own rules.

    Args:
        message: Which file or table is wrong.
        problems: One line a problem, each written ``what @ file:record.field``.
    """

    def __init__(self, message: str, problems: Iterable[str] = ()) -> None:
        self.message = message
        self.problems: tuple[str, ...] = tuple(problems)
        super().__init__("\n  ".join((message, *self.problems)))


class RuleError(LibyaNewsError):
    """A rule that cannot be compiled or that breaks the promise its examples make.

    Args:
        message: What is wrong with the rule.
        rule: The id of the rule.
        pattern: The pattern as written, if the pattern is at fault.
        position: Where in the pattern the fault is, in characters from 0.
    """

    def __init__(
        self, message: str, *, rule: str, pattern: str | None = None, position: int | None = None
    ) -> None:
        self.message = message
        self.rule = rule
        self.pattern = pattern
        self.position = position
        lines = [f"{rule}: {message}"]
        if pattern is not None:
            lines.append(f"  {pattern}")
            if position is not None:
                lines.append("  " + " " * position + "^")
        super().__init__("\n".join(lines))


class UnknownId(LibyaNewsError, LookupError):  # noqa: N818  (a look-up that missed, like KeyError)
    """An id that the record, the gazetteer or the registry does not hold; names the nearest ones.

    Args:
        kind: What the id should name: "casualty", "actor", "place", "validator".
        wanted: The id that was asked for.
        known: The ids that exist; the nearest few are shown.
    """

    def __init__(self, kind: str, wanted: str, known: Iterable[str] = ()) -> None:
        from difflib import get_close_matches

        self.kind = kind
        self.wanted = wanted
        self.known: tuple[str, ...] = tuple(known)
        near = get_close_matches(wanted, self.known, n=3, cutoff=0.4) or list(self.known[:3])
        hint = f"; did you mean {', '.join(near)}?" if near else f"; there is no {kind} at all"
        super().__init__(f"no {kind} has the id {wanted!r}{hint}")


@attrs.frozen(kw_only=True)
class InputProblem:
    """An input, or one line of it, that gave no article; a value, so that the other inputs go on.

    Attributes:
        input: Name of the input: its path, ``-`` for standard input, ``<bytes>`` for bytes.
        line: Line of the input, counted from 1, or None where the whole input is concerned.
        offset: Byte offset of that line, or of the first byte at fault, or None.
        code: What sort of problem it is, in one word or two with a hyphen: ``missing``, ``undecodable``.
        message: What is wrong and what to do about it, in one line.
    """

    input: str
    line: int | None = None
    offset: int | None = None
    code: str
    message: str

    def __str__(self) -> str:
        where = self.input if self.line is None else f"{self.input}:{self.line}"
        return f"{where}: {self.message}"

"""The formats that records can be taken away in: what each is, what it loses, and how it is written.

The command line, the documentation and the tests read this one table; a new format is one module and one line.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import attrs

from libya_news.errors import InputError, UnknownId

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.model.record import Record

#: Gives the file of a name to write into; an empty name is the only file of a format.
Opener = Callable[[str], TextIO]


class Writer(Protocol):
    """How a format is written."""

    def __call__(self, dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
        """Write dossiers in their order.

        Args:
            dossiers: What to write; each is asked for once and may be forgotten afterwards.
            open_file: Gives the files.
            guard: Whether texts that a spreadsheet would run as formulas are made harmless.
        """


@attrs.frozen(kw_only=True)
class Format:
    """A format.

    Attributes:
        name: Its name on the command line.
        summary: What it is, in one line.
        suffix: How names of files end.
        files: Names of its files where there are several; they stand in a folder.
        policy: Policy of the tolls, for formats that hold incidents; None for those that hold none.
        lost: What it does not carry.
        source: Where the format is defined.
        module: The module with its ``write``.
    """

    name: str
    summary: str
    suffix: str
    files: tuple[str, ...] = ()
    policy: str | None = None
    lost: str
    source: str
    module: str

    @property
    def writer(self) -> Writer:
        """What writes it."""
        found: Writer = import_module(f"libya_news.exporting.{self.module}").write
        return found


_ALL = (
    Format(
        name="jsonl",
        summary="Whole records, one JSON object a line",
        suffix=".jsonl",
        lost="Nothing: records are read back as they were.",
        source="The record format of this library; JSON Lines",
        module="lines",
    ),
    Format(
        name="csv",
        summary="A folder of flat tables with a Frictionless data package",
        suffix=".csv",
        files=(
            *("articles.csv", "casualties.csv", "evidence.csv", "claims.csv", "actors.csv", "places.csv"),
            *("dates.csv", "incidents.csv", "datapackage.json"),
        ),
        policy="conservative",
        lost="The text of the stories, framing and findings; of actors, places and claims all mentions but the "
        "first; an empty text and an unknown one are both an empty cell.",
        source="RFC 4180; Frictionless Data Package and Table Schema, version 1",
        module="csv_folder",
    ),
    Format(
        name="acled",
        summary="A coding sheet in the 31 columns of ACLED, with the words behind each row",
        suffix=".csv",
        files=("acled.csv", "acled-evidence.csv", "acled-left-out.csv"),
        policy="acled",
        lost="Wounded, missing, captured and displaced people have no column; a bound becomes the most "
        "conservative figure; claims, framing and findings are left out.",
        source="ACLED Codebook (2023), columns as published since March 2023",
        module="acled",
    ),
    Format(
        name="ucdp-ged",
        summary="A coding sheet in the 49 columns of UCDP GED, with the words behind each row",
        suffix=".csv",
        files=("ucdp-ged.csv", "ucdp-ged-evidence.csv", "ucdp-ged-left-out.csv"),
        policy="ucdp",
        lost="Only the dead have columns; how a text bounds a figure is left to low, best and high; claims but "
        "for their speakers, framing and findings are left out.",
        source="UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023)",
        module="ucdp_ged",
    ),
    Format(
        name="geojson",
        summary="Incidents on the map",
        suffix=".geojson",
        policy="conservative",
        lost="Claims, framing, findings and all offsets; of a place only one point is known.",
        source="RFC 7946",
        module="geojson",
    ),
    Format(
        name="webannotation",
        summary="Every quoted stretch as a W3C Web Annotation, one collection a line",
        suffix=".jsonl",
        lost="How figures are bounded, where and when: an annotation says what its words are evidence for, and "
        "names the record's id. The text itself is left out.",
        source="W3C Web Annotation Data Model (Recommendation of 23 February 2017)",
        module="webannotation",
    ),
    Format(
        name="ftm",
        summary="FollowTheMoney entities, one a line",
        suffix=".jsonl",
        policy="conservative",
        lost="Figures and bounds stand in words only; offsets, claims, framing and findings are left out.",
        source="FollowTheMoney model, version 4",
        module="ftm",
    ),
    Format(
        name="labelstudio",
        summary="Label Studio tasks with our reading as predictions",
        suffix=".json",
        lost="Figures, dates and places as values: a label says what its words are evidence for. What "
        "annotators mark comes back with libya-news labels.",
        source="Label Studio documentation, task format",
        module="labelstudio",
    ),
)  # fmt: skip

#: The formats by name.
FORMATS: dict[str, Format] = {f.name: f for f in _ALL}


def format_named(name: str) -> Format:
    """The format of a name.

    Args:
        name: A key of ``FORMATS``.

    Raises:
        UnknownId: There is none; names the nearest.
    """
    found = FORMATS.get(name)
    if found is None:
        raise UnknownId("format", name, FORMATS)
    return found


def export(
    records: Iterable[Record],
    name: str,
    target: str | os.PathLike[str] | None = None,
    *,
    guard: bool = True,
) -> None:
    """Write records in a format; each story by itself.

    Use it to take records away; ``export_dossiers`` writes incidents over many stories.

    Args:
        records: Records of any number of stories; one is held at a time.
        name: A key of ``FORMATS``.
        target: The file, or the folder where the format has several files; standard output where None.
        guard: Whether texts that a spreadsheet would run as formulas are made harmless.

    Raises:
        UnknownId: There is no such format.
        InputError: The format has several files, and no folder is given, or it cannot be written.
    """
    from libya_news.exporting.dossier import apart

    format_ = format_named(name)
    export_dossiers(apart(records, policy=format_.policy), name, target, guard=guard)


def export_dossiers(
    dossiers: Iterable[Dossier],
    name: str,
    target: str | os.PathLike[str] | None = None,
    *,
    guard: bool = True,
) -> None:
    """Write dossiers in a format.

    Args:
        dossiers: What ``apart`` or ``together`` of ``libya_news.exporting.dossier`` gives.
        name: As for ``export``.
        target: As for ``export``.
        guard: As for ``export``.

    Raises:
        UnknownId: There is no such format.
        InputError: As for ``export``.
    """
    format_ = format_named(name)
    if format_.files and target is None:
        raise InputError(f"{name} writes {len(format_.files)} files; give a folder (-o FOLDER)")
    if target is None:
        format_.writer(dossiers, lambda _: sys.stdout, guard=guard)
        return
    try:
        with _files(Path(target), several=bool(format_.files)) as open_file:
            format_.writer(dossiers, open_file, guard=guard)
    except OSError as error:
        raise InputError.unwritable(os.fspath(target), error) from None


def is_kept(target: Path) -> bool:
    """Whether a file must be written into, and not replaced: a link, a pipe, a device such as ``/dev/stdout``.

    Args:
        target: Where output is to go; a folder is told from a file when it is opened.
    """
    return target.is_symlink() or (target.exists() and not target.is_file())


@contextmanager
def _files(target: Path, *, several: bool) -> Iterator[Opener]:
    """Give files that take their names only when all is written: a run that breaks off leaves none half done."""
    if not several and is_kept(target):
        with target.open("w", encoding="utf-8", newline="") as file:
            yield lambda _: file
        return
    made: list[tuple[str, Path]] = []
    folder = target if several else target.parent
    if several:
        folder.mkdir(parents=True, exist_ok=True)
    try:
        with ExitStack() as stack:

            def open_file(name: str) -> TextIO:
                handle, path = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
                made.append((path, folder / name if several else target))
                file = os.fdopen(handle, "w", encoding="utf-8", newline="")
                stack.callback(_close, file)
                return file

            yield open_file
        for path, final in made:
            os.chmod(path, 0o666 & ~_umask())
            os.replace(path, final)
        made.clear()
    finally:
        for path, _ in made:
            Path(path).unlink(missing_ok=True)


def _close(file: TextIO) -> None:
    file.flush()
    os.fsync(file.fileno())
    file.close()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

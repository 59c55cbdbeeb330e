"""Adding a caller's own actors and places from TOML files."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libya_news.errors import DataError, InputError
from libya_news.knowledge.checking import check_record

if TYPE_CHECKING:
    from libya_news.knowledge.lookup import Knowledge


def extend(knowledge: "Knowledge", files: Sequence[str | Path]) -> "Knowledge":
    """Return a knowledge with the entries of TOML files added.

    A file holds tables `[actors.<id>]` and `[places.<id>]` in the fields of the package's own data files;
    `sources` may be left out, and is then the file's name.

    Raises:
        DataError: A file cannot be read, an id exists already, or a field is wrong; all problems are listed.
    """
    actors: dict[str, dict[str, Any]] = {}
    places: dict[str, dict[str, Any]] = {}
    homes: dict[tuple[bool, str], str] = {}
    problems: list[str] = []
    for file in files:
        path = Path(file)
        try:
            with path.open("rb") as handle:
                raw = tomllib.load(handle)
        except OSError as error:
            raise DataError(str(InputError.unreadable(str(path), error))) from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise DataError(f"{path} cannot be read as TOML: {error}") from error
        problems.extend(
            f"{name!r} is neither actors nor places @ {path.name}"
            for name in sorted(set(raw) - {"actors", "places"})
        )
        for section, found, is_place in (("actors", actors, False), ("places", places, True)):
            for entry_id, entry in raw.get(section, {}).items():
                exists = knowledge.has_place(entry_id) if is_place else knowledge.has_actor(entry_id)
                if exists or entry_id in found:
                    problems.append(f"the id exists already @ {path.name}:{entry_id}.id")
                    continue
                found[entry_id] = {"subkind": "", **entry} if not is_place else dict(entry)
                found[entry_id].setdefault("sources", [path.name])
                if "strong" not in entry and "name" in entry:
                    found[entry_id]["strong"] = [entry["name"]]
                homes[is_place, entry_id] = path.name
    actor_ids, place_ids = {*knowledge.actor_ids, *actors}, {*knowledge.place_ids, *places}
    for found, is_place in ((actors, False), (places, True)):
        for entry_id, entry in found.items():
            problems.extend(
                f"{wrong} @ {homes[is_place, entry_id]}:{entry_id}.{field}"
                for field, wrong in check_record(
                    {"id": entry_id, **entry}, place=is_place, actor_ids=actor_ids, place_ids=place_ids
                )
            )
    if problems:
        raise DataError("the added actors and places are wrong:", problems)
    return knowledge.extended_with(actors, places)

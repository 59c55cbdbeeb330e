"""Turns news stories about the conflict in Libya into evidence.

Who says that how many of whose people were killed, hurt, taken or driven out, where, when, by whom and how,
and which words of the story say so. Importing the package loads nothing: each name below is fetched when it
is first used.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it for True; importing typing for it would cost start-up time
if TYPE_CHECKING:
    from libya_news.api import (
        explain,
        explain_at,
        from_dict,
        from_json,
        json_schema,
        parse,
        read,
        read_all,
        redact_names,
        to_dict,
        to_json,
        validate,
    )
    from libya_news.errors import (
        DataError,
        InputError,
        InputProblem,
        LibyaNewsError,
        RuleError,
        UnknownId,
    )
    from libya_news.model.article import Article
    from libya_news.model.record import Record
    from libya_news.parsing.framing import framing_report

__all__ = [
    "Article",
    "DataError",
    "InputError",
    "InputProblem",
    "LibyaNewsError",
    "Record",
    "RuleError",
    "UnknownId",
    "__version__",
    "explain",
    "explain_at",
    "framing_report",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "read",
    "read_all",
    "redact_names",
    "to_dict",
    "to_json",
    "validate",
]

_HOMES = {
    "Article": "libya_news.model.article",
    "DataError": "libya_news.errors",
    "InputError": "libya_news.errors",
    "InputProblem": "libya_news.errors",
    "LibyaNewsError": "libya_news.errors",
    "Record": "libya_news.model.record",
    "framing_report": "libya_news.parsing.framing",
    "RuleError": "libya_news.errors",
    "UnknownId": "libya_news.errors",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES.get(name, "libya_news.api")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""What a worker does: a task's lines or stories become outcomes, one each, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

import attrs

from libya_news.corpus.options import Options
from libya_news.corpus.tasks import Task
from libya_news.errors import InputProblem

if TYPE_CHECKING:
    from libya_news.model.article import Article
    from libya_news.model.record import Record

#: What a sink takes of a record: ``json`` is a line of bytes, ``rows`` a ``Rows``.
Form = Literal["json", "rows"]
_WORD = re.compile(r"\w+")


@attrs.frozen
class Outcome:
    """What became of one line or story.

    Attributes:
        made: What the sink takes of its record, or None.
        problem: Why there is no record, or None.
    """

    made: Any = None
    problem: InputProblem | None = None


@attrs.frozen
class Rows:
    """A record for a sink of tables.

    Attributes:
        rows: Its rows in the flat tables, by table.
        record: The record as JSON.
        text: The text of its article as it can be written in UTF-8.
    """

    rows: dict[str, list[tuple[Any, ...]]]
    record: str
    text: str


class Worker:
    """Makes outcomes of tasks; it loads what it needs once.

    Args:
        options: How stories are read.
        form: What the sink takes.

    Raises:
        LibyaNewsError: A file that the options name is wrong.
    """

    def __init__(self, options: Options, form: Form) -> None:
        self._options = options
        self._limits = options.limits()
        self._day = options.day()
        self._parse = options.parser()
        self._make: Callable[[Record], Any] = _line if form == "json" else rows_of_record

    def warm_up(self) -> None:
        """Load what the first story would load, so that it takes no longer than others."""
        from libya_news.model.article import Article

        self._outcome(Article.from_text("Two men were killed in Sirte."), "", None, None)

    def outcomes(self, task: Task) -> Iterator[Outcome]:
        """The outcomes of a task, but for those that it skips.

        Args:
            task: Any task.
        """
        if task.problem is not None:
            yield Outcome(problem=task.problem)
        elif task.source is None:
            for line in task.lines[task.skip :]:
                yield self._of_line(line, task.input)
        else:
            yield from self._of_input(task.source, task.input, task.skip)

    def _of_line(self, line: Any, name: str) -> Outcome:
        from libya_news.reading.inputs import problem_of
        from libya_news.reading.json_documents import article_of_line
        from libya_news.reading.limits import Refused
        from libya_news.reading.zones import with_zones

        source = None if name == "<bytes>" else name
        try:
            item = article_of_line(line, source=source, published=self._day, limits=self._limits)
            if isinstance(item, Refused):
                return Outcome(problem=problem_of(item, name))
            article = with_zones(item)
        except Exception as error:  # a bug of ours in one story must not cost the others
            return Outcome(problem=_bug(error, name, line.number, line.start))
        return self._outcome(article, name, line.number, line.start)

    def _of_input(self, source: str | bytes, name: str, skip: int) -> Iterator[Outcome]:
        from libya_news.reading.inputs import read_input

        try:
            items = read_input(
                source, name, self._day, limits=self._limits, main_text=self._options.main_text
            )
            for i, item in enumerate(items):
                if i < skip:
                    continue
                if isinstance(item, InputProblem):
                    yield Outcome(problem=item)
                else:
                    yield self._outcome(item, name, None, None)
        except Exception as error:  # as above
            yield Outcome(problem=_bug(error, name, None, None))

    def _outcome(self, article: Article, name: str, line: int | None, offset: int | None) -> Outcome:
        most = self._options.max_words
        # a word is a code point at least
        if len(article.text) > most and len(_WORD.findall(article.text)) > most:
            message = f"has more than {most:,} words (cap on work); split it"
            return Outcome(
                problem=InputProblem(
                    input=name, line=line, offset=offset, code="too-much-work", message=message
                )
            )
        try:
            return Outcome(self._make(self._parse(article)))
        except Exception as error:  # as above
            return Outcome(problem=_bug(error, name, line, offset))


def rows_of_record(record: Record) -> Rows:
    """Makes what sinks of tables take of a record.

    Args:
        record: Any record.
    """
    from libya_news.exporting.flat import rows_of, sound
    from libya_news.exporting.record_json import dumps, to_dict

    value = to_dict(record)
    text = sound(record.article.text)
    if text == record.article.text:
        value["article"]["text"] = None  # it stands in a column of its own
    return Rows({name: list(rows) for name, rows in rows_of(record).items()}, dumps(value), text)


def _line(record: Record) -> bytes:
    from libya_news.exporting.record_json import to_json

    return to_json(record).encode() + b"\n"


def _bug(error: Exception, name: str, line: int | None, offset: int | None) -> InputProblem:
    told = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    return InputProblem(
        input=name,
        line=line,
        offset=offset,
        code="internal-error",
        message=f"internal error, please report it: {told}",
    )

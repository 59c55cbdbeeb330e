"""What a validator is: a code, a name, a severity, a page, and a pure function from a record to findings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator

import attrs

from libya_news.model.finding import Finding, Severity
from libya_news.model.record import Record
from libya_news.model.span import Mention

#: What a check says: a sentence, and the words concerned.
Said = tuple[str, tuple[Mention, ...]]
Check = Callable[[Record], Iterable[Said]]

SECTIONS = ("What it checks", "Why it matters", "Known problems", "Example", "Instead")


@attrs.frozen(kw_only=True)
class Validator:
    """One question that an editor asks of every record.

    Attributes:
        code: ``LN`` and three digits; never reused.
        name: The code in words, with hyphens; says what is wrong.
        severity: How bad it is where it is found.
        check: The function that looks; pure, and total on every record.
        needs: One of ``views.Kinds.present`` without which it finds nothing and need not look.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    needs: str = ""

    def __call__(self, record: Record) -> Iterator[Finding]:
        """What this validator finds in a record, in the order of the check."""
        for message, evidence in self.check(record):
            yield Finding(code=self.code, severity=self.severity, message=message, evidence=evidence)

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]

    @property
    def page(self) -> str:
        """The whole page, a summary, then the sections ``SECTIONS``."""
        return inspect.getdoc(self.check) or ""

    def section(self, title: str) -> str:
        """The text of one section of the page, without its indentation.

        Args:
            title: One of ``SECTIONS``.
        """
        lines: list[str] = []
        inside = False
        for line in self.page.split("\n"):
            if line.rstrip(":") in SECTIONS and not line.startswith(" "):
                inside = line.rstrip(":") == title
            elif inside:
                lines.append(line)
        return inspect.cleandoc("\n".join(lines)).strip()


def validator(code: str, name: str, severity: Severity, needs: str = "") -> Callable[[Check], Validator]:
    """Makes a validator of a function; its docstring is the page.

    Args:
        code: ``LN`` and three digits, the first of them the family.
        name: The code in words, with hyphens.
        severity: ``error``, ``warning`` or ``info``.
        needs: What a record must hold for it to find anything; empty where every record may be concerned.
    """

    def make(check: Check) -> Validator:
        return Validator(code=code, name=name, severity=severity, check=check, needs=needs)

    return make

"""The reference pages of rules, validators and words, and `llms.txt`, made from the code when the docs are built."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from made_lexicon import lexicon_page
from made_llms import llms_text

NOTE = "<!-- made by docs/made_pages.py from the code whenever the documentation is built: do not edit -->\n"

RULES_HEAD = """\
# Rules

{note}
The {n} rules by which casualties and dates are read, as they stand in the code.
Claims, names and labels are read by word lists and code of their own, not by such rules.
A rule is a line of grammar over the tags of the words, not over the words themselves.
Which words have which tag is a matter of the lexicons in `src/libya_news/english/`,
so one rule serves every verb or noun of its kind.

How to read a pattern:

- A name in capitals is a tag, and stands for one word or one unit that has it. `A B` is `A`, then `B`.
- `[A|B]` is one of them, `[!A|B]` none of them. `?`, `*`, `+` and `{{m,n}}` mean what they mean
  in regular expressions.
- `(?P<v>...)` names a part: for casualties `v` is where the victims stand, `h` the words that say the harm.
- `{{subject}}` is a piece of pattern that several rules share; see [the pieces](#pieces-of-patterns).

In the examples the words in square brackets are those that the rule has to find.
In a counterexample it must find nothing, or not the words in brackets.
Tests run every example and every counterexample, and fail a rule of casualties that none of its examples needs.
"""

VALIDATORS_HEAD = """\
# Validators

{note}
The {n} checks of a record, by code. `validate(record)` runs them all; `parse` does so by itself.
A finding is a question to an editor, with the words it is about.
It says nothing about whether the story is true.

| severity | means |
|---|---|
| `error` | the record or the story cannot be right as it stands |
| `warning` | look at it before the figure is used |
| `info` | worth knowing when the figure is used |

The examples are invented. With the text under *Instead* the check is silent.
"""

VALIDATORS_FOOT = """\
## Words of your own

These come from parsing, where a file of `--rules` was given, and not from a check of the record.

### LN901 pattern-stopped

`warning`. A pattern of yours took longer than the limit of time, and gives nothing for this story.

### LN902 pattern-without-number

`info`. No number could be read from the words that a pattern of yours found.
"""

FAMILIES = {
    "0": "The text",
    "1": "Numbers",
    "2": "Dates",
    "3": "Sources",
    "4": "Names and places",
    "5": "Wording",
    "6": "What is left open",
}


def rule_families() -> list[tuple[str, str, tuple[Any, ...]]]:
    """Return the families of rules as heading, introduction and rules, each in the order of trying."""
    from libya_news.english.dates.grammar import RULES as DATE_RULES
    from libya_news.parsing.frame_rules import ECHO_RULES, FRAME_RULES
    from libya_news.parsing.part_rules import PART_RULES

    return [
        (
            "Casualties: clauses of harm",
            "Where a clause has its victims, and which words say the harm.",
            FRAME_RULES,
        ),
        ("Casualties: parts of a number", "Groups that are part of a number told elsewhere.", PART_RULES),
        (
            "Casualties: told again",
            "Statements that tell of a harm again without its number. They make no casualty of their own.",
            ECHO_RULES,
        ),
        (
            "Dates",
            "The first rule that fits at a word wins, so longer wordings stand before shorter ones. "
            "The examples are read for a story of 8 July 2017.",
            DATE_RULES,
        ),
    ]


def anchor(rule_id: str) -> str:
    """Return the anchor of a rule on its page."""
    return "rule-" + rule_id.replace(".", "-").replace("_", "-")


def rules_page() -> str:
    """Return the page of all rules."""
    from libya_news.parsing.pattern_pieces import PIECES

    families = rule_families()
    lines = [RULES_HEAD.format(note=NOTE, n=sum(len(rules) for _, _, rules in families))]
    for heading, introduction, rules in families:
        lines += [f"## {heading}", "", introduction, ""]
        for rule in rules:
            lines += _rule(rule)
    lines += ["## Pieces of patterns", "", "Parts that several rules of casualties share, by name.", ""]
    for name, pattern in PIECES.items():
        lines += [f"`{{{name}}}`", "", *_block(pattern), ""]
    return "\n".join(lines)


def _rule(rule: Any) -> Iterable[str]:
    yield from (f"({anchor(rule.id)})=", f"### `{rule.id}`", "", rule.summary, "", *_block(rule.pattern), "")
    triggers = getattr(rule, "triggers", ())
    if triggers:
        tags = ", ".join(f"`{t}`" for t in sorted(triggers))
        yield from (f"Tried where one of these tags stands: {tags}.", "")
    yield from ("Examples:", "")
    for example in rule.examples:
        value = "" if example.value is None else f" gives {_code(str(example.value))}"
        yield f"- {_code(example.text)}{value}"
    yield ""
    if rule.counterexamples:
        yield from ("Counterexamples:", "")
        yield from (f"- {_code(c.text)}: {c.because}." for c in rule.counterexamples)
        yield ""
    yield from (f"Source: {rule.source}.", "")


def validators_page() -> str:
    """Return the page of all validators."""
    from libya_news.validating import validators

    found = validators()
    lines = [VALIDATORS_HEAD.format(note=NOTE, n=len(found))]
    family = ""
    for v in found:
        if v.code[2] != family:
            family = v.code[2]
            lines += [f"## {FAMILIES[family]}", ""]
        lines += [f"({v.code.lower()})=", f"### {v.code} {v.name}", "", f"`{v.severity}`. {v.summary}", ""]
        for title in ("What it checks", "Why it matters", "Known problems"):
            text = v.section(title)
            if text:
                lines += [f"*{title}.* {text}", ""]
        for title in ("Example", "Instead"):
            text = v.section(title)
            if text:
                lines += [f"*{title}:*", "", *_block(text), ""]
    return "\n".join((*lines, VALIDATORS_FOOT))


def _block(text: str) -> list[str]:
    return ["```text", *text.splitlines(), "```"]


def _code(text: str) -> str:
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{' '.join(text.split())}{ticks}"


PAGES = {
    "reference/rules.md": rules_page,
    "reference/validators.md": validators_page,
    "reference/lexicon.md": lexicon_page,
    "_extra/llms.txt": llms_text,  # last: it tells of the pages above
}


def write(folder: Path) -> None:
    """Write the pages; one that would be the same stays untouched, so that a build need not read it again."""
    for name, make in PAGES.items():
        path, text = folder / name, make()
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

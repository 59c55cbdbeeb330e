"""Last, this and next weekdays: both readings are kept, a policy chooses, a finding names both."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from libya_news import cli, parse
from libya_news.errors import UnknownId
from libya_news.model.article import Article
from libya_news.model.record import Record
from libya_news.parsing.dates import find_dates
from libya_news.parsing.dates_weekdays import WeekdayPolicy, as_weekday_policy
from libya_news.text.tokens import tokenize

STORY = "Two men were killed in Sirte last Thursday, medics said."


def record(weekdays: str, text: str = STORY, published: str = "2017-07-08") -> Record:
    return parse(Article.from_text(text, published=published), weekdays=weekdays)


@pytest.mark.parametrize(
    ("words", "published", "policy", "start", "other"),
    [
        ("last Thursday", "2017-07-08", "newspaper", "2017-07-06", "2017-06-29"),
        ("last Thursday", "2017-07-08", "nearest", "2017-07-06", "2017-06-29"),
        ("last Thursday", "2017-07-08", "week", "2017-06-29", "2017-07-06"),
        ("next Thursday", "2017-07-03", "newspaper", "2017-07-13", "2017-07-06"),
        ("next Thursday", "2017-07-03", "nearest", "2017-07-06", "2017-07-13"),
        ("next Thursday", "2017-07-03", "week", "2017-07-13", "2017-07-06"),
        ("this Monday", "2017-07-08", "nearest", "2017-07-10", "2017-07-03"),
        ("this Monday", "2017-07-08", "week", "2017-07-03", "2017-07-10"),
        ("on Thursday", "2017-07-08", "week", "2017-07-06", None),
    ],
)
def test_the_policy_chooses_and_the_other_reading_stays(
    words: str, published: str, policy: WeekdayPolicy, start: str, other: str | None
) -> None:
    text = f"The trial opens {words}." if words.startswith(("next", "this")) else f"He died {words}."
    (hit,) = find_dates(tokenize(text), dt.date.fromisoformat(published), weekdays=policy)
    assert str(hit.start) == start
    assert [str(a) for a, _ in hit.alternatives] == ([other] if other else [])


def test_the_days_of_the_casualty_follow_the_policy() -> None:
    for policy, day in (("newspaper", "2017-07-06"), ("week", "2017-06-29")):
        (casualty,) = record(policy).casualties
        assert casualty.date is not None
        assert str(casualty.date.start) == day


def test_since_keeps_the_other_reading() -> None:
    (date,) = record("newspaper", "Nine have died since last Thursday.").dates
    assert (str(date.start), str(date.end)) == ("2017-07-06", "2017-07-08")
    assert [(str(d.start), str(d.end)) for d in date.alternatives] == [("2017-06-29", "2017-07-08")]


def test_a_finding_names_both_readings() -> None:
    (finding,) = [f for f in record("newspaper").findings if f.code == "LN208"]
    assert finding.message == '"last Thursday" is read as 2017-07-06; it can also mean 2017-06-29.'
    assert [m.exact for m in finding.evidence] == ["last Thursday"]
    plain = record("newspaper", "Two men were killed in Sirte on Thursday 6 July, medics said.")
    assert "LN208" not in {f.code for f in plain.findings}


def test_figures_in_two_orders_are_flagged_too_and_feasts_are_not() -> None:
    for text, flagged in (("Two men died on 02/07/2017.", True), ("Two men died during Ramadan.", False)):
        assert ("LN208" in {f.code for f in record("newspaper", text).findings}) is flagged


def test_an_unknown_policy_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownId, match="nearest"):
        record("neares")
    assert as_weekday_policy("week") == "week"


def test_the_command_line_takes_the_policy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    starts = []
    for more in ([], ["--weekdays", "week"]):
        assert (
            cli.main(["parse", str(story), "--published", "2017-07-08", "--format", "json", *more]) == cli.OK
        )
        starts.append(json.loads(capsys.readouterr().out)["dates"][0]["start"])
    assert starts == ["2017-07-06", "2017-06-29"]

"""Label Studio tasks with our reading as predictions, and what annotators made of them read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args
from xml.sax.saxutils import quoteattr

import attrs

from libya_news.errors import InputError
from libya_news.exporting.anchoring import Anchor, anchor
from libya_news.exporting.flat import article_key
from libya_news.exporting.record_json import dumps
from libya_news.model.casualty import Harm
from libya_news.model.ids import text_sha256
from libya_news.model.span import EvidenceField

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener
    from libya_news.model.record import Record
    from libya_news.model.span import Mention

JsonObject = dict[str, Any]

#: The labels; a harm stands for the words of its count.
LABELS: tuple[str, ...] = (
    *get_args(Harm),
    *(field for field in get_args(EvidenceField) if field != "count"),
    *("claim", "cue", "speaker"),
)
#: What one region is to another.
RELATIONS: tuple[str, ...] = ("evidence", "rests_on", "part_of", "says")


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write a list of tasks (see ``libya_news.exporting.formats.Writer``)."""
    out = open_file("")
    out.write("[")
    first = True
    for dossier in dossiers:
        for record in dossier.records:
            out.write(("\n" if first else ",\n") + dumps(task(record)))
            first = False
    out.write("\n]\n")


def label_config() -> str:
    """The labelling interface for the tasks, as Label Studio's XML."""
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in LABELS)
    relations = "\n".join(f"    <Relation value={quoteattr(label)}/>" for label in RELATIONS)
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        f"  <Relations>\n{relations}\n  </Relations>\n"
        '  <Text name="text" value="$text"/>\n</View>\n'
    )


def task(record: Record) -> JsonObject:
    """A record as a task: the text, and the record's quoted words as a prediction.

    Offsets count code points of the text. Label Studio's own counting differs where a text has signs beyond the
    Basic Multilingual Plane or other line ends, so nothing is to be read back by offset alone; see
    ``labels_of``.

    Args:
        record: Any record.

    Source: Label Studio documentation, "Import pre-annotated data".
    """
    article = record.article
    regions: list[JsonObject] = []
    ids: dict[str, str] = {}

    def region(name: str, mention: Mention, label: str) -> str | None:
        if mention.start == mention.end:
            return None
        value = {"start": mention.start, "end": mention.end, "text": mention.exact, "labels": [label]}
        regions.append(
            {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        )
        return name

    def relation(of: str | None, to: str | None, label: str) -> None:
        if of is not None and to is not None:
            regions.append(
                {"type": "relation", "from_id": of, "to_id": to, "direction": "right", "labels": [label]}
            )

    for claim in record.claims:
        pieces = [
            region(f"{claim.id}.claim.{n}", m, "claim")
            for n, m in enumerate(claim.pieces or (claim.content,))
        ]
        content = next((p for p in pieces if p is not None), None)
        if content is not None:
            ids[claim.id] = content
        if claim.cue is not None:
            relation(region(f"{claim.id}.cue", claim.cue, "cue"), content, "says")
        if claim.speaker.mention is not None:
            relation(region(f"{claim.id}.speaker", claim.speaker.mention, "speaker"), content, "says")
    for casualty in record.casualties:
        counted: str | None = None
        for n, e in enumerate(sorted(casualty.evidence, key=lambda e: e.field != "count")):
            label = casualty.harm if e.field == "count" else e.field
            made = region(f"{casualty.id}.{e.field}.{n}", e.mention, label)
            if e.field == "count" and counted is None:
                counted = made
            else:
                relation(made, counted, "evidence")
        if counted is not None:
            ids[casualty.id] = counted
    for casualty in record.casualties:
        for claim_id in casualty.claims:
            relation(ids.get(casualty.id), ids.get(claim_id), "rests_on")
        if casualty.part_of is not None:
            relation(ids.get(casualty.id), ids.get(casualty.part_of), "part_of")
    data = {
        "text": article.text,
        "article": article.id,
        "article_key": article_key(article.id, article.text),
        "text_sha256": text_sha256(article.text),
        "headline": article.headline,
        "published": None if article.published is None else article.published.isoformat(),
    }
    return {
        "data": data,
        "predictions": [{"model_version": f"libya_news {record.version}", "result": regions}],
    }


@attrs.frozen(kw_only=True)
class Labelled:
    """A region that somebody labelled, found again in the text.

    Attributes:
        article: Id of the article.
        by: Who labelled it, as the export tells it; the model's version for a prediction.
        region: Id of the region; ours begin with the id of the casualty or claim.
        labels: Its labels.
        exact: The words that the export quotes.
        start: Where the export says they start.
        end: Where it says they end.
        anchor: Where they stand in code points of the text, or None where the text does not have them.
    """

    article: str
    by: str
    region: str
    labels: tuple[str, ...]
    exact: str
    start: int
    end: int
    anchor: Anchor | None

    @property
    def shifted(self) -> bool:
        """Whether it does not stand where the export says."""
        return self.anchor is None or self.anchor.how != "position"

    def __str__(self) -> str:
        where = "the text does not have these words"
        if self.anchor is not None:
            a = self.anchor
            where = f"at {a.start}-{a.end} ({a.how}, shift {a.shift:+d})"
        return f"{self.article}: {'/'.join(self.labels)} {self.start}-{self.end} {self.exact!r}: {where}"


def labels_of(export: Any, texts: Mapping[str, str] | None = None) -> Iterator[Labelled]:
    """Reads what Label Studio exports, and finds every labelled region again by its words.

    Label Studio may shift offsets where a text has other line ends, double blanks or signs that take two
    units of UTF-16. Each region is therefore checked against the text and, where the words do not stand there,
    found by quote.

    Args:
        export: The parsed JSON export: a list of tasks, or one task.
        texts: The articles' texts by id; the text that a task carries where an id is not among them.

    Returns:
        The regions in the order of the export, those of the annotations of a task, or of its predictions where
        it has no annotations.

    Raises:
        InputError: It is no export of Label Studio, or a task has no text.
    """
    for task in export if isinstance(export, list) else [export]:
        data = task.get("data") if isinstance(task, Mapping) else None
        if not isinstance(task, Mapping) or not isinstance(data, Mapping):
            raise InputError("holds no Label Studio tasks; export them as JSON")
        article = str(data.get("article", task.get("id", "")))
        text = (texts or {}).get(article, data.get("text"))
        if not isinstance(text, str):
            raise InputError(f"task {article!r} has no text")
        for made in task.get("annotations") or task.get("predictions") or ():
            by = str(made.get("completed_by", made.get("model_version", "")) or "")
            for result in made.get("result", ()):
                if result.get("type") == "labels":
                    yield _labelled(article, by, result, text, data.get("text"))


def _labelled(article: str, by: str, result: Mapping[str, Any], text: str, shown: object) -> Labelled:
    value = result.get("value", {})
    start, end = value.get("start"), value.get("end")
    if type(start) is not int or type(end) is not int:
        raise InputError(f"a region of {article!r} has no offsets")
    quoted = value.get("text")
    if not isinstance(quoted, str):  # old exports leave the words out; the shown text has them
        quoted = (shown if isinstance(shown, str) else text)[start:end]
    return Labelled(
        article=article,
        by=by,
        region=str(result.get("id", "")),
        labels=tuple(map(str, value.get("labels", ()))),
        exact=quoted,
        start=start,
        end=end,
        anchor=anchor(text, start, end, quoted),
    )

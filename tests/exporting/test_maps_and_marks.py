"""GeoJSON, Web Annotations, Label Studio and FollowTheMoney: their structure, and what comes back."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import records

from libya_news import Article, InputError, cli, parse, to_json
from libya_news.exporting import ftm, geojson, labelstudio, webannotation
from libya_news.exporting.anchoring import anchor
from libya_news.exporting.dossier import Dossier, apart
from libya_news.model import Record

calm = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
STORY = (
    "SIRTE, Libya - At least 12 LNA soldiers were killed in clashes in Sirte on Friday, a doctor said. Two children "
    "were wounded in Zzaria. 5 people \U0001f600 were hurt  in \u201cDerna\u201d."
)


def record(text: str = STORY) -> Record:
    return parse(Article.from_text(text, published="2016-08-06", id="a", url="https://e.org/a"))


def dossier(of: Record) -> Dossier:
    [made] = apart([of], policy="conservative")
    return made


# --- GeoJSON
class TestGeoJson:
    """The structure that RFC 7946 asks for."""

    @calm
    @given(records())
    def test_structure(self, made: Record) -> None:
        found = list(geojson.features(dossier(made)))
        assert len(found) == len(dossier(made).incidents)
        for feature in found:
            assert feature["type"] == "Feature"
            assert set(feature) == {"type", "id", "geometry", "properties"}
            assert isinstance(feature["properties"], dict)
            if feature["geometry"] is not None:
                assert set(feature["geometry"]) == {"type", "coordinates"}
                assert feature["geometry"]["type"] == "Point"
                longitude, latitude = feature["geometry"]["coordinates"]
                assert -180 <= longitude <= 180
                assert -90 <= latitude <= 90

    def test_longitude_stands_first_and_a_bound_stays_open(self) -> None:
        first = next(geojson.features(dossier(record())))
        longitude, latitude = first["geometry"]["coordinates"]
        assert 16 < longitude < 17 < 31 < latitude < 32
        killed = next(t for t in first["properties"]["tolls"] if t["harm"] == "killed")
        assert (killed["low"]["value"], killed["high"]["value"]) == (12, None)

    def test_a_place_that_is_not_told_has_no_geometry(self) -> None:
        [feature] = geojson.features(dossier(record("Two men were killed on Friday.")))
        assert feature["geometry"] is None


# --- words found again
class TestAnchor:
    """Words are found where they stand, however others counted them."""

    @given(st.text(max_size=60), st.data())
    def test_at_their_place(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        found = anchor(text, start, end, text[start:end])
        if start == end:
            assert found is None
        else:
            assert found is not None
            assert (found.start, found.end, found.how, found.shift) == (start, end, "position", 0)

    @given(st.text(max_size=40), st.text(min_size=1, max_size=10), st.text(max_size=40), st.integers(-50, 90))
    def test_anywhere(self, before: str, words: str, after: str, given_start: int) -> None:
        text = before + words + after
        found = anchor(text, given_start, given_start + len(words), words)
        assert found is not None
        assert text[found.start : found.end] == found.exact == words
        assert found.shift == found.start - given_start

    def test_units_of_utf_16(self) -> None:
        text = "\U0001f600\U0001f600 Two men died."
        start = len(text[: text.index("Two")].encode("utf-16-le")) // 2
        found = anchor(text, start, start + 7, "Two men")
        assert found is not None
        assert (text[found.start : found.end], found.how, found.shift) == ("Two men", "quote", -2)

    def test_white_space(self) -> None:
        found = anchor("Six\r\n men  died.", 0, 12, "Six men died")
        assert found is not None
        assert (found.exact, found.how) == ("Six\r\n men  died", "spacing")

    def test_what_stands_around_the_words_decides(self) -> None:
        text = "one man fell, one man rose"
        found = anchor(text, 3, 10, "one man", suffix=" rose")
        assert found is not None
        assert found.start == 14
        nearest = anchor(text, 3, 10, "one man")
        assert nearest is not None
        assert nearest.start == 0

    @pytest.mark.parametrize("words", ["", "no such words", " "])
    def test_words_that_are_not_there(self, words: str) -> None:
        assert anchor("Two men died.", 0, len(words), words) is None or words == " "


# --- Web Annotations
class TestWebAnnotation:
    """Every quoted stretch is an annotation, and comes back where it stood."""

    @calm
    @given(records())
    def test_round_trip(self, made: Record) -> None:
        text = made.article.text
        page = json.loads(json.dumps(webannotation.collection(made)))
        stretches = list(webannotation.stretches(made))
        assert page["total"] == len(stretches) == len(page["first"]["items"])
        found = webannotation.anchored(page, text)
        assert len(found) == len(stretches)
        for stretch, back in zip(stretches, found, strict=True):
            assert (back.thing, back.id, back.part) == (stretch.thing, stretch.id, stretch.part)
            if stretch.mention.exact:
                assert back.anchor is not None
                assert (back.anchor.start, back.anchor.end) == (stretch.mention.start, stretch.mention.end)

    @calm
    @given(records())
    def test_no_mention_is_left_out(self, made: Record) -> None:
        held = {(s.mention.start, s.mention.end) for s in webannotation.stretches(made)}
        for casualty in made.casualties:
            assert {(e.start, e.end) for e in casualty.evidence} <= held
        for claim in made.claims:
            assert {(m.start, m.end) for m in claim.pieces} <= held

    def test_the_unit_is_stated_and_the_ids_differ(self) -> None:
        made = webannotation.collection(record())
        assert made["libya_news:unit"] == "unicode-code-point"
        items = made["first"]["items"]
        assert len({item["id"] for item in items}) == len(items)
        for item in items:
            position, quote = item["target"]["selector"]
            assert position["type"] == "TextPositionSelector"
            assert STORY[position["start"] : position["end"]] == quote["exact"]
            assert STORY[: position["start"]].endswith(quote["prefix"])
            assert STORY[position["end"] :].startswith(quote["suffix"])
            assert item["target"]["source"]["libya_news:page"] == "https://e.org/a"


# --- Label Studio
class TestLabelStudio:
    """Out and back in, by the words."""

    @calm
    @given(records())
    def test_round_trip(self, made: Record) -> None:
        task = json.loads(json.dumps(labelstudio.task(made)))
        regions = [r for r in task["predictions"][0]["result"] if r["type"] == "labels"]
        ids = {r["id"] for r in regions}
        assert len(ids) == len(regions)
        for relation in (r for r in task["predictions"][0]["result"] if r["type"] == "relation"):
            assert {relation["from_id"], relation["to_id"]} <= ids
        found = list(labelstudio.labels_of([task]))
        assert [f.region for f in found] == [r["id"] for r in regions]
        assert not [f for f in found if f.shifted]
        assert {label for f in found for label in f.labels} <= set(labelstudio.LABELS)

    def exported(self) -> list[dict[str, Any]]:
        task = labelstudio.task(record())
        task["annotations"] = [{"completed_by": 7, "result": task["predictions"][0]["result"]}]
        return [copy.deepcopy(task)]

    def test_units_of_utf_16_are_moved_back_and_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        export = self.exported()
        for region in export[0]["annotations"][0]["result"]:
            if region["type"] == "labels":
                value = region["value"]
                for end in ("start", "end"):
                    value[end] = len(STORY[: value[end]].encode("utf-16-le")) // 2
        path = tmp_path / "export.json"
        path.write_text(json.dumps(export), encoding="utf-8")
        assert cli.main(["labels", str(path)]) == cli.OK
        out, err = capsys.readouterr()
        lines = [json.loads(line) for line in out.splitlines()]
        assert all(STORY[line["start"] : line["end"]] == line["exact"] for line in lines)
        moved = [line for line in lines if line["shift"]]
        assert {line["shift"] for line in moved} == {-1}
        assert len(err.splitlines()) == len(moved)
        assert {line["by"] for line in lines} == {"7"}

    def test_words_that_are_lost_are_told(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        export = self.exported()
        first = next(r for r in export[0]["annotations"][0]["result"] if r["type"] == "labels")
        first["value"]["text"] = "nobody said this"
        path = tmp_path / "export.json"
        path.write_text(json.dumps(export), encoding="utf-8")
        assert cli.main(["labels", str(path)]) == cli.FINDINGS
        assert "does not have these words" in capsys.readouterr().err

    def test_the_texts_of_the_records_decide(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        export = self.exported()
        export[0]["data"]["text"] = " ".join(STORY.split())  # double blanks are lost
        (tmp_path / "export.json").write_text(json.dumps(export), encoding="utf-8")
        (tmp_path / "records.jsonl").write_text(to_json(record()) + "\n", encoding="utf-8")
        argv = ["labels", str(tmp_path / "export.json"), "--records", str(tmp_path / "records.jsonl")]
        assert cli.main(argv) == cli.OK
        assert capsys.readouterr().err == ""

    @pytest.mark.parametrize("text", ["", "[4]", "{}", '[{"data": {}}]', "[" * 100_000])
    def test_what_is_no_export(self, text: str, tmp_path: Path) -> None:
        path = tmp_path / "export.json"
        path.write_text(text, encoding="utf-8")
        assert cli.main(["labels", str(path)]) == cli.USAGE

    def test_a_region_without_offsets(self) -> None:
        task = {
            "data": {"text": "x"},
            "annotations": [{"result": [{"type": "labels", "value": {"start": "0"}}]}],
        }
        with pytest.raises(InputError, match="offsets"):
            list(labelstudio.labels_of(task))

    def test_every_label_stands_in_the_interface(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["labels", "-", "--config"]) == cli.OK
        from xml.etree import ElementTree

        view = ElementTree.fromstring(capsys.readouterr().out)  # noqa: S314 (made by us)
        assert [e.get("value") for e in view.iter("Label")] == list(labelstudio.LABELS)
        assert [e.get("value") for e in view.iter("Relation")] == list(labelstudio.RELATIONS)


# --- FollowTheMoney
# The properties that are written, as the model's version 4.11 has them (its schemata Article, Event, ...).
PROPERTIES = {
    "Article": {
        *("title", "fileName", "author", "publisher", "publishedAt", "sourceUrl", "language", "bodyText"),
    },
    "Person": {"name", "position"},
    "Organization": {"name"},
    "PublicBody": {"name"},
    "LegalEntity": {"name"},
    "Documentation": {"document", "entity", "role"},
    "Address": {"full", "latitude", "longitude", "country"},
    "Event": {
        *("name", "startDate", "endDate", "location", "addressEntity", "country", "involved", "summary"),
        *("description", "proof", "sourceUrl", "recordId"),
    },
}


class TestFollowTheMoney:
    """Entities of the model, each reference kept."""

    @calm
    @given(records())
    def test_structure(self, made: Record) -> None:
        found = list(ftm.entities(dossier(made)))
        ids = {e["id"] for e in found}
        for entity in found:
            assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
            for values in entity["properties"].values():
                assert values
                assert all(isinstance(v, str) and v for v in values)
            for name in ("document", "entity", "involved", "addressEntity", "proof"):
                assert set(entity["properties"].get(name, ())) <= ids

    def test_known_actors_are_one_entity_and_others_are_not(self) -> None:
        text = "General Khalifa Haftar met Salem Issa in Sirte, where two men died."
        one, two = (parse(Article.from_text(text, id=i, published="2016-08-06")) for i in ("a", "b"))
        people = [
            {e["properties"]["name"][0]: e["id"] for e in ftm.entities(dossier(r)) if e["schema"] == "Person"}
            for r in (one, two)
        ]
        assert people[0]["Khalifa Haftar"] == people[1]["Khalifa Haftar"]
        assert people[0]["Salem Issa"] != people[1]["Salem Issa"]

    @pytest.mark.slow
    @calm
    @given(records())
    def test_the_model_itself_takes_them(self, made: Record) -> None:
        model = pytest.importorskip("followthemoney").model
        named = attrs.evolve(made, actors=tuple(attrs.evolve(a, name="Salem Issa") for a in made.actors))
        for entity in ftm.entities(dossier(named)):
            proxy = model.get_proxy(entity, cleaned=False)
            for name, values in entity["properties"].items():
                if (
                    name in ("date", "startDate", "endDate", "publishedAt")
                    and not "1900" < min(values) <= max(values) < "2100"
                ):
                    continue  # the model takes no days of far times
                if name not in ("sourceUrl", "summary", "description"):
                    assert len(proxy.get(name)) == len({" ".join(v.split()) for v in values} - {""})

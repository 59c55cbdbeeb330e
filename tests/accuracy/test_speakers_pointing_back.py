"""Pronouns and role nouns that speak: how many are left unknown, measured apart from all other speakers.

`pytest -s tests/accuracy/test_speakers_pointing_back.py` prints the figures (open documents only).
"""

from typing import Any

from tests.accuracy.run import load, predictions

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who"))
MOST_UNKNOWN = 0.08


def _claim_saying(record: dict[str, Any], text: str, content: str) -> dict[str, Any] | None:
    """Return the claim whose words overlap most with those of the gold."""
    start = text.find(content)
    best, most = None, 0
    while start >= 0:
        for claim in record["claims"]:
            words = claim["content"]
            shared = min(start + len(content), words["end"]) - max(start, words["start"])
            if 2 * shared >= max(len(content), words["end"] - words["start"]) and shared > most:
                best, most = claim, shared
        start = text.find(content, start + 1)
    return best


def test_at_most_one_in_twelve_is_left_unknown() -> None:
    docs = [doc for doc in load() if not doc.get("sealed")]
    records = predictions(docs)
    counts = {"pronouns": [0, 0], "role nouns": [0, 0]}  # all, unknown
    read = {"pronouns": [0, 0], "role nouns": [0, 0]}  # the same among all claims read, in the gold or not
    missed = []
    for doc in docs:
        for claim in records[doc["id"]]["claims"]:
            speaker = claim["speaker"]
            said = (speaker["mention"] or {}).get("exact", speaker["description"]).lower()
            if said in PRONOUNS:
                read["pronouns"][0] += 1
                read["pronouns"][1] += speaker["description"].lower() == said
            elif said.startswith("the ") and not speaker["named"]:
                read["role nouns"][0] += 1
                read["role nouns"][1] += speaker["actor"] is None and speaker["kind"] == "unknown"
        for gold in doc["claims"]:
            if not gold.get("speaker_ref"):
                continue
            claim = _claim_saying(records[doc["id"]], doc["text"], gold["content"])
            if claim is None:
                continue  # a claim that is not found counts in the figures of claims
            speaker = claim["speaker"]
            said = (speaker["mention"] or {}).get("exact", speaker["description"]).lower()
            sort = "pronouns" if said in PRONOUNS else "role nouns"
            unknown = speaker["actor"] is None and speaker["description"].lower() == said
            unknown = unknown and (sort == "pronouns" or speaker["kind"] == "unknown")
            counts[sort][0] += 1
            counts[sort][1] += unknown
            if unknown:
                missed.append((doc["id"], said, gold["speaker_ref"]))
    for sort, (every, unknown) in counts.items():
        print(f"{sort}: {every} speak, {unknown} left unknown ({unknown / every:.1%})")
    for sort, (every, unknown) in read.items():
        print(f"all {sort} read: {every} speak, {unknown} left unknown ({unknown / every:.1%})")
    print(*missed, sep="\n")
    assert all(every >= 10 for every, _ in counts.values())
    for table in (counts, read):
        for every, unknown in table.values():
            assert unknown <= MOST_UNKNOWN * every

"""What the library gets wrong in tests/data, by family: `python tools/misses.py [frames|counts|traps|...]`.

Of the sentences that rules are not written for (unseen.toml, held_out.toml) only the numbers are shown.
`--lexicon` adds the entries of the lexicons: those not read in their example, and those that nothing needs.
`--tighten` lowers the numbers of tests/accuracy/known_misses.toml to what is missed now; it never raises one.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.data import cases  # noqa: E402
from tests.data.entries import entries  # noqa: E402
from tests.data.entry_checks import problems  # noqa: E402

KNOWN = ROOT / "tests" / "accuracy" / "known_misses.toml"
HEAD = """\
# Sentences of tests/data that the library still gets wrong: how many, by family. These numbers may only fall
# (`python tools/misses.py --tighten` lowers them to what is missed now).
"""


def tightened(known: dict[str, dict[str, int]], now: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Return the known misses, each lowered to what is missed now; an unknown family starts at what it is."""
    out: dict[str, dict[str, int]] = {}
    for source, families in now.items():
        before = known.get(source)
        out[source] = {
            family: number if before is None else min(number, before.get(family, 0))
            for family, number in families.items()
        }
    return out


def write(known: dict[str, dict[str, int]]) -> str:
    """Write the table, families without a miss left out."""
    lines = [HEAD]
    for source, families in known.items():
        lines.append(f"[{source}]")
        lines += [f"{family} = {number}" for family, number in families.items() if number]
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="*", default=[])
    parser.add_argument("--examples", type=int, default=3)
    parser.add_argument("--lexicon", action="store_true")
    parser.add_argument("--tighten", action="store_true")
    options = parser.parse_args()
    now: dict[str, dict[str, int]] = {}
    for source in options.sources or list(cases.SOURCES):
        total = sum(1 for _ in cases.SOURCES[source]())
        wrong = cases.misses(source)
        now[source] = {family: len(items) for family, items in wrong.items()}
        print(f"{source}: {total - sum(now[source].values())} of {total} right")
        for family, items in sorted(wrong.items(), key=lambda x: -len(x[1])):
            if not items:
                continue
            print(f"  {family}: {len(items)} wrong")
            for case in items[: 0 if source in cases.ASIDE else options.examples]:
                print(f"    {case.text}")
                print(f"      wanted {' '.join(map(str, case.facts)) or 'nothing'} {case.qualifier}")
                print(f"      found  {' '.join(map(str, cases.found(case.text))) or 'nothing'}")
    if options.lexicon:
        for kind, found in problems(entries()).items():
            now[kind] = {table: len(texts) for table, texts in found.items()}
            print(f"{kind}: {sum(now[kind].values())}")
            for table, texts in found.items():
                print(f"  {table}: {len(texts)}: {'; '.join(texts[: options.examples])}")
    if options.tighten:
        known = tomllib.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}
        KNOWN.write_text(write(known | tightened(known, now)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

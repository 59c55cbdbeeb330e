"""The report in a real browser: nothing leaves, nothing is complained of, nothing runs off a phone's screen.

Skipped where no Chromium is found. Each check is tried on a bad page first, so that it cannot pass by being blind.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from libya_news import Article, parse
from libya_news.benchmark.stories import stories
from libya_news.exporting.html import page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("browser"),
]
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync "
    "--disable-component-update --disable-default-apps --disable-extensions --allow-file-access-from-files"
).split()
FLAGS.append("--host-resolver-rules=MAP * ~NOTFOUND")  # the browser's own calls home fail too
OWN = re.compile(r"https?://([\w-]+\.)*(google|googleapis|gvt1|gstatic)\.com/")
LONG = "Two men were killed in Sirte on Sunday, a doctor said. " + "x" * 900 + " \u202eفاطمة علي died."
MEASURE = """<!DOCTYPE html><body><iframe id="f" src="page.html" width="390" height="800"></iframe><script>
document.getElementById("f").onload = e => {
  const d = e.target.contentDocument.documentElement;
  document.body.innerHTML = "<p id=w>" + d.scrollWidth + "/" + d.clientWidth + "</p>";
};
</script>"""


@pytest.fixture(scope="module")
def html() -> str:
    records = [parse(record.article) for record in stories(3, 4)]
    return page([*records, parse(Article.from_text(LONG, headline="A long one", published="2017-07-03"))])


def browse(folder: Path, name: str, *flags: str) -> tuple[str, str]:
    """Open a page and return what the browser prints: the page as it became, and its log."""
    assert BROWSER is not None
    done = subprocess.run(
        [
            BROWSER,
            *FLAGS,
            f"--user-data-dir={folder / 'profile'}",
            *flags,
            "--dump-dom",
            (folder / name).as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return done.stdout, done.stderr


def visit(folder: Path, html: str) -> tuple[list[str], list[str]]:
    """Return the addresses that a page asked for beside itself, and what the console said."""
    (folder / "page.html").write_text(html, encoding="utf-8")
    log = folder / "net.json"
    _, err = browse(folder, "page.html", "--enable-logging=stderr", "--v=0", f"--log-net-log={log}")
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    asked = {e["params"]["url"] for e in events if "url" in e.get("params", {})}
    return (
        sorted(url for url in asked if url.startswith(("http", "ws")) and not OWN.match(url)),
        [line for line in err.splitlines() if ":CONSOLE" in line],
    )


def test_nothing_leaves_and_the_console_is_silent(tmp_path: Path, html: str) -> None:
    bad = "<!DOCTYPE html><title>bad</title><img src='http://report.invalid/a.png'>"
    asked, _ = visit(tmp_path, bad)
    assert asked == ["http://report.invalid/a.png"], "the check sees a request"
    told = html.replace("<body ", "<body style='color: red' ").replace("<main>", "<main><script>1</script>")
    _, console = visit(tmp_path, told)
    assert len(console) >= 2, "the check sees that the page's policy is broken"
    assert visit(tmp_path, html) == ([], [])


def test_it_fits_a_phone(tmp_path: Path, html: str) -> None:
    def width(page: str) -> tuple[int, int]:
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        (tmp_path / "measure.html").write_text(MEASURE, encoding="utf-8")
        out, _ = browse(tmp_path, "measure.html", "--virtual-time-budget=5000")
        found = re.search(r'id="w">(\d+)/(\d+)<', out)
        assert found is not None, out[:500]
        return int(found[1]), int(found[2])

    wide, screen = width("<!DOCTYPE html><p>" + "x" * 900)
    assert wide > screen, "the check sees a page that is too wide"
    wide, screen = width(html)
    assert wide <= screen

"""Types that show themselves: the floor that draws is loaded when a value is asked, not before."""

from __future__ import annotations

import subprocess
import sys


def test_the_types_load_nothing_of_what_draws_them() -> None:
    program = (
        "import sys; import libya_news.model; "
        "assert not [m for m in sys.modules if m.startswith('libya_news.exporting')]; "
        "from libya_news.model import Article; assert 'Two men' in Article.from_text('Two men died.')._repr_html_(); "
        "assert 'libya_news.exporting.html.drawing' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)

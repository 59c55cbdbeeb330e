"""How the documentation is built: `make docs`."""

import sys
from pathlib import Path

from libya_news import __version__

sys.path.insert(0, str(Path(__file__).resolve().parent))

project = "libya_news"
author = "The libya_news maintainers"
copyright = "2026, The libya_news maintainers"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build", "_extra"]
html_extra_path = ["_extra"]  # llms.txt, made with the pages
(Path(__file__).parent / "_extra").mkdir(exist_ok=True)
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["wide.css"]
html_title = f"libya_news {version}"
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Offsets", "Source"]

# The documentation is built without a network, so links into other projects' documentation cannot be checked.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|datetime|dt|os|pathlib|re|typing)\..*"),
    (r"py:.*", r"(Input|Published|Iterable|Iterator|Mapping|Sequence|Callable|PathLike|Any|Literal)"),
    (r"py:class", r"[A-Za-z]*(Kind|Basis|Precision|Harm|Scope|Class|Status|Cause|Qualifier|Unit|Field)"),
    (
        r"py:class",
        r"libya_news\.(reconciling\.(accounts|statements)|knowledge\.nodes|english\.casualty_words|rules\.user_rules)\..*",
    ),
    (r"py:class", r"(Decisions|Rules|Policy|random\.Random|hypothesis\..*)"),
    (r"py:class", r"(Backend|Entity|JsonObject)"),
    (r"py:.*", r"libya_news\.exporting\.(coding|flat|formats)\..*"),
    (r"py:class", r"(pa\.(Schema|RecordBatch)|sqlite3\.Connection|Path|Row|By)"),
    (r"py:class", r"(Polarity|Certainty|Interest|Severity)"),
]


def setup(app):
    """Make the pages of rules and validators before the pages are looked for."""
    from made_pages import write

    app.connect("builder-inited", lambda app: write(Path(app.srcdir)))

"""Lower case and plain marks, one character for one character, so that offsets stay those of the text."""

_PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "\u0060": "'", "\u02bb": "'",
    "\u2010": "-", "\u2011": "-",
}  # fmt: skip


def lower_keeping_length(text: str) -> str:
    """Return `text` in lower case with straight apostrophes and hyphens, exactly as long as it was.

    Use it wherever words are compared while their offsets are kept:

    >>> lower_keeping_length("Saiqa’s \u0130zmir")
    "saiqa's \u0130zmir"

    Args:
        text: Any text.

    Returns:
        A string of the same number of code points; a character whose lower case is longer stays as it is.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join([c if len(c.lower()) != 1 else c.lower() for c in text])
    for fancy, plain in _PLAIN.items():
        if fancy in low:
            low = low.replace(fancy, plain)
    return low

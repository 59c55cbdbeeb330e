"""The story of a page: of all its blocks those that are the main text."""

from __future__ import annotations

from libya_news.reading.blocks import Block, Page, collect
from libya_news.reading.furniture import is_related, read_furniture
from libya_news.reading.limits import Limits

_TEXT_TAGS = frozenset(("p", "li", "blockquote", "pre", "td", "dd", "h2", "h3", "h4", "h5"))
_DOUBTS = 4  # elements that are taken in after all, one inside the other


def find_story(page: Page, markup: str, limits: Limits, *, live: bool) -> tuple[Page, list[Block]]:
    """Finds the blocks of the story.

    Args:
        page: What was collected from the page.
        markup: The page's source, which is read again where an element was left out in doubt.
        limits: The caps.
        live: Whether the page is a live blog, whose story is many articles.

    Returns:
        The page as it was read in the end, and the blocks in their order.
    """
    blocks = _story(page, live=live)
    spared: frozenset[int] = frozenset()
    for _ in range(_DOUBTS):
        held = sum(len(block.text) for block in blocks if block.role != "caption")
        most = max(page.hidden, key=lambda number: (page.hidden[number], -number), default=None)
        if most is None or page.hidden[most] <= (max(held, 300) if held else 100):
            break
        # What was left out for its name holds more of a story than all that was kept.
        spared |= {most}
        page = collect(markup, limits, spared=spared)
        blocks = _story(page, live=live)
    if page.swallowed or not blocks:
        again = collect(markup, limits, by_class=False)
        wider = _story(again, live=False)
        if sum(len(b.text) for b in wider) > 2 * sum(len(b.text) for b in blocks):
            blocks = wider
    return page, blocks


def _story(page: Page, *, live: bool) -> list[Block]:
    """The blocks of the story: those of the element that holds most of the page's running text."""
    scores: dict[int, int] = {}
    whole = 0
    for block in page.blocks:
        if _is_prose(block):
            whole += len(block.text)
            for number in block.within:
                scores[number] = scores.get(number, 0) + len(block.text)
    chosen: int | None = None
    best = max(scores.values(), default=0)
    if best >= 0.3 * whole or best > 500:
        chosen = _innermost(page, scores, 0.95 if live else 0.5)
        if not live:
            chosen = _own_article(page, scores, chosen)
    others: set[int] = set()
    if chosen is not None and not live:
        # Cards of other stories inside the chosen element.
        small = [
            c.number for c in page.containers if c.kind == "article" and scores.get(c.number, 0) < 0.5 * best
        ]
        others.update(number for number in small if number != chosen)
    around = _ancestors(page, chosen)
    found: list[Block] = []
    heading: Block | None = None
    begun = False
    for block in page.blocks:
        begun = begun or chosen in block.within
        if block.role == "caption" and block.within and block.within[-1] in around:
            if not begun or page.containers[block.within[-1]].kind == "article":
                found.append(block)  # the picture over the text
            continue
        if chosen is not None and (chosen not in block.within or not others.isdisjoint(block.within)):
            continue
        if not _belongs(block, chosen is not None):
            continue
        if block.tag in ("h2", "h3", "h4", "h5"):
            heading = block  # kept once something follows it
            continue
        if heading is not None:
            found.append(heading)
            heading = None
        if not found or found[-1].text != block.text:
            found.append(block)
    return found


def _innermost(page: Page, scores: dict[int, int], share: float) -> int | None:
    """The innermost element that holds a share of what the fullest one holds."""
    if not scores:
        return None
    top = max(scores, key=lambda number: (scores[number], -number))
    inside = {number for block in page.blocks if top in block.within for number in block.within}
    inside -= _parts_of_one(page, scores) - {top}
    return max(number for number in inside if scores.get(number, 0) >= share * scores[top] and number >= top)


def _parts_of_one(page: Page, scores: dict[int, int]) -> frozenset[int]:
    """The elements that hold a paragraph or two of a story each, side by side: none of them is the story."""
    inside: dict[int | None, set[int]] = {}
    for block in page.blocks:
        outer: int | None = None
        for number in block.within:
            if page.containers[number].kind == "body" and scores.get(number, 0):
                inside.setdefault(outer, set()).add(number)
            outer = number
    parts: set[int] = set()
    for numbers in inside.values():
        whole = sum(scores[number] for number in numbers)
        parts.update(number for number in numbers if scores[number] < 0.8 * whole)
    return frozenset(parts)


def _own_article(page: Page, scores: dict[int, int], chosen: int | None) -> int | None:
    """The article with the page's headline, where other whole articles follow it on the page."""
    head = next((block for block in page.blocks if block.tag == "h1" and block.within), None)
    if head is None:
        return chosen
    own = head.within[-1]
    if own == chosen or page.containers[own].kind != "article" or scores.get(own, 0) < 80:
        return chosen
    if (
        any(own in block.within for block in page.blocks if chosen in block.within)
        and chosen not in head.within
    ):
        return chosen  # it stands inside
    others = any(
        page.containers[number].kind == "article" and own not in block.within and number not in head.within
        for block in page.blocks
        for number in block.within
    )
    return own if others else chosen


def _ancestors(page: Page, chosen: int | None) -> frozenset[int]:
    """The article and main elements that the chosen element stands in."""
    within = next((block.within for block in page.blocks if chosen in block.within), ())
    outer = within[: within.index(chosen)] if chosen is not None and chosen in within else ()
    return frozenset(number for number in outer if page.containers[number].kind != "body")


def _is_prose(block: Block) -> bool:
    return block.role in ("", "standfirst") and len(block.text) >= 60 and block.linked < 0.5 * len(block.text)


def is_link(block: Block) -> bool:
    """Whether a block is a link to another story rather than a sentence that holds one."""
    text = block.text
    if block.linked < 0.7 * len(text) or len(text) >= 250:
        return False
    # A sentence may be a link but for its beginning and its end.
    return len(text) - block.linked < 20 or text[-1] not in '.!?"”'


def _belongs(block: Block, contained: bool) -> bool:
    text = block.text
    if block.role == "meta" or (block.role == "doubt" and (len(text) < 80 or text[-1] not in '.!?"”')):
        return False
    if block.role == "caption":
        return contained
    if is_link(block) or block.tag in ("h1", "h6", "th", "dt", "figure", "caption"):
        return False
    if len(text) < 300 and (is_related(text) or (len(text) < 160 and read_furniture(text) is not None)):
        return False
    if block.tag in _TEXT_TAGS:
        return True
    # Stray text of a div or section: running text only.
    return _is_prose(block) or (contained and len(text) > 30 and text[-1] in '.!?"”’')

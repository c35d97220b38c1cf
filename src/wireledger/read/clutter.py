"""Which parts of a web page are not its report: menus, comments, related stories, forms, notices.

Told by the element and by the words in its class, id and role. An element that holds the page's main heading or marked
article text is never clutter, whatever it is called.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from wireledger.read.marks import words

_TAGS = words("nav aside footer form dialog menu address fieldset")
_ROLES = words("navigation complementary contentinfo search dialog alertdialog banner")
_WORDS = words(
    "related recommended recommendations recirculation popular trending newsletter signup subscribe subscription"
    " comment comments commentlist discussion disqus respond reply share sharing sharebar social cookie cookies consent"
    " gdpr advert advertisement ads ad adslot promo promos sponsor sponsored outbrain taboola teaser teasers"
    " card cards widget sidebar breadcrumb breadcrumbs menu nav navbar navigation footer masthead topbar ticker tags"
    " taglist topics pagination pager paywall popup modal feedback copyright skip toolbar donate poll quiz rating"
    " bio bottombar linklist readmore seealso"
)
_PAIRS = words(
    "most-read most-viewed most-popular read-more read-also read-next more-on more-stories more-news more-from"
    " tag-cloud tag-list prev-next see-also sign-up side-bar contact-box press-contact about-author author-bio"
    " author-box site-header inline-teaser latest-news top-stories in-brief story-links"
)
_ALONE = frozenset(("more", "tag", "latest", "side", "pop", "rail", "bottom", "aux", "extra", "extras"))
_STATES = words("has no with without is js")  # "has-sidebar" tells of a page, not of a sidebar
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_HARD_TAGS = words("nav aside footer form dialog")
_HARD = words(
    "comment comments commentlist discussion disqus respond newsletter cookie cookies consent related sidebar"
)
_OF_REPORT = "h1, [itemprop~=articleBody]"


def names_of(node: Any) -> frozenset[str]:
    """The lower-case words, and neighbouring pairs of words, of an element's class, id, role and itemprop."""
    found: list[str] = []
    for attribute in ("class", "id", "role", "itemprop", "rel"):
        value = node.getattr(attribute)
        if value:
            for token in value.split():
                parts = [part.lower() for part in _SPLIT.split(token) if part]
                if parts and parts[0] in _STATES:
                    continue
                found += parts
                found += [f"{one}-{two}" for one, two in pairwise(parts)]
                found.append(f"={token.lower()}")
    return frozenset(found)


def is_clutter(node: Any, tag: str, names: frozenset[str], inside_article: bool) -> bool:
    """Whether this element and all below it are clutter."""
    if tag in ("html", "body", "main", "h1", "p"):
        return False
    named = not (names.isdisjoint(_WORDS) and names.isdisjoint(_PAIRS) and names.isdisjoint(_ROLES))
    alone = any(f"={word}" in names for word in _ALONE)
    header = tag == "header" and not inside_article
    if not (named or alone or header or tag in _TAGS):
        return False
    return node.query_selector(_OF_REPORT) is None


def is_surely_clutter(tag: str, names: frozenset[str]) -> bool:
    """Whether an element is clutter even on a page where the looser words leave no report."""
    return tag in _HARD_TAGS or not names.isdisjoint(_HARD)

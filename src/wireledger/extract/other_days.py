"""Whether days in a sentence are those of something else told there: of a war, of somebody, of another gathering."""

from __future__ import annotations

from wireledger.extract.view import View
from wireledger.model import Mention, Party

GATHERINGS = frozenset("summit meeting conference council".split())
_WARS = frozenset("invasion war annexation assault invaded attack attacks".split())
_SINCE_REACH, _WAR_REACH = 9, 5
_SHORT = 5
_OWN = frozenset(
    "scheduled planned expected slated hosted convened postponed delayed cancelled canceled attended organised"
    " organized chaired co-chaired co-hosted mediated accompanied joined".split()
)
_OFF = frozenset("cancelled canceled postponed scrapped aborted abandoned".split())
_SPANS = frozenset("day days week weeks month months year years hour hours".split())
_NO_NOUN = frozenset(
    "and or but he she they it we i you who which that was were is are be been has have had will would to not also then"
    " as where when while by the a an of in on at".split()
)
_ASIDE = 6  # "and, of course, for"


def is_of_war(view: View, mention: Mention, first: int, last: int) -> bool:
    """ "since the invasion began two years ago", "the invasion of Georgia on 8 August": the days of something else."""
    reach = range(max(0, mention.first - _SINCE_REACH), mention.first)
    since = [i for i in reach if view.lower(i) == "since" and i not in range(first, last)]
    if since:
        return not any(view.lower(i) == "," or first <= i < last for i in range(since[-1], mention.first))
    if 0 <= first - mention.last <= 1:
        return False  # "spoke of the war at a Monday meeting"
    near = range(max(0, mention.first - _WAR_REACH), mention.first)
    return any(view.lower(i) in _WARS for i in near) and not any(first <= i < last for i in near)


def is_of_somebody(view: View, mention: Mention, last: int) -> bool:
    """ "a visit by the minister, who resigned last year": what somebody else is told to have done."""
    opened = [i for i in range(last, mention.first) if view.lower(i) in ("who", "whose")]
    return bool(opened) and not any(view.lower(i) == "," for i in range(opened[-1], mention.first))


def is_of_calling_off(view: View, mention: Mention) -> bool:
    """ "the visit was called off | on Wednesday": when that was decided, not when the visit was to be."""
    at = mention.first - 1 - (view.lower(mention.first - 1) in ("on", "late", "early"))
    off = view.lower(at) in _OFF or (view.lower(at) == "off" and view.lower(at - 1) == "called")
    return off and view.lower(mention.first - 1) not in ("to", "until", "till")


def is_of_what_followed(view: View, mention: Mention, first: int, last: int) -> bool:
    """ "struck on 26 June, after a | summit | had ended": the day of what came later."""
    after = any(view.lower(i) == "after" for i in range(mention.last, first))
    return after and "had" in [view.lower(i) for i in range(last, last + 3)]


def is_of_another(view: View, first: int, last: int) -> bool:
    """Whether days at token `last` date what is told in between: "a week after he left", "a note issued on Monday"."""
    for at in range(first + 1, last):
        word, before = view.lower(at), view.lower(at - 1)
        if word in ("after", "before") and before in _SPANS:
            return True
        if (
            word.endswith("ed")
            and len(word) > _SHORT
            and word not in _OWN
            and before.isalpha()
            and before not in _NO_NOUN
            and at not in view.at
        ):
            own = view.sentence.tokens[at - 1].text.islower() or not _is_subject(view, at - 1)
            return own and not before.endswith("ly")
    return False


def is_of_next(view: View, last: int, at: int) -> bool:
    """ "thanked her for coming and for hosting the summit | tomorrow", "met ahead of the summit | on Monday"."""
    noun = at - 1 - (view.lower(at - 1) in ("on", "in"))
    if view.lower(noun) not in GATHERINGS:
        return False
    words = [view.lower(i) for i in range(last, noun)]
    opened = [i for i, word in enumerate(words) if word in ("and", "ahead", "before")]
    if not opened:
        return False
    behind = [word for word in words[opened[-1] + 1 : opened[-1] + _ASIDE] if word != ","]
    return words[opened[-1]] != "and" or behind[:1] == ["for"] or behind[2:3] == ["for"]


def _is_subject(view: View, at: int) -> bool:
    """Whether a party that may take part stands here: "met Ann, who ..."; a forum only hosts what is told of it."""
    return any(m.first <= at < m.last and isinstance(m.thing, Party) for m in view.sentence.mentions)

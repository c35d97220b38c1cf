"""The day a report was published: as given, as its page says, as printed, by its address, or worked out from the text.

Working out: a photo with a full date is a not-before. Where its weekday is written it is a photo of the story, and the
first weekday told in the past tense falls on its first such day not before the photo; a weekday still ahead bounds it
from above. A photo without weekday may be years old: the end stays open. A copyright year is never an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wireledger.model import Block, Interval, Problem, day
from wireledger.read.dates import MONTHS, WEEKDAY_NAMES, WEEKDAYS, Printed, full_dates, printed_days
from wireledger.read.draft import Draft

_TOP = 8
_ADDRESS_DAY = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)")
_UPDATED = re.compile(r"\W*(?:last )?(?:updated|modified)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?P<cue>(?:last|next|this|every|by|until|from|since|previous|following|coming) )?"
    r"(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!,? [A-Z][a-z]+\.? \d)"
)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|said|told|met|went|came|made|gave|took|held|sent|was|were|had|began|became|saw|spoke"
    r"|put|hit|struck|left|wrote|won|fell|rose|paid|brought|drew|flew|led|set|shot|urged)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|due to|set to|going to|plans? to|expected|scheduled|may|could)\b"
)
_FILED = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})\b(?!\d|,? \d{4})")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*|\n")
_ARCHIVE = re.compile(r"\bfile\b", re.IGNORECASE)
_REACH = 90


def published(draft: Draft) -> tuple[Interval | None, str | None, tuple[Problem, ...]]:
    """The days it was published on, on what ground, and what is doubtful; None and a problem "undated" when unknown."""
    doubts: tuple[Problem, ...] = ()
    if draft.published is not None:
        return draft.published, draft.published_basis, doubts
    days, basis = _printed(draft)
    if len(days) == 1:
        return day(days[0]), basis, doubts
    if len(days) > 1:
        message = "the printed date can be " + " or ".join(found.isoformat() for found in days)
        doubts = (*doubts, Problem("ambiguous-date", message, draft.id))
    found = _by_address(draft.url)
    if found is not None:
        return day(found), "the day in the page's address", doubts
    interval, reason = _worked_out(draft)
    if interval is None or interval.stop is None:
        message = reason or "no day of publication is given or can be worked out"
        doubts = (*doubts, Problem("undated", message, draft.id))
    return interval, reason, doubts


def _printed(draft: Draft) -> tuple[tuple[date, ...], str]:
    """The days of the date line near the top, or of one that closes the report; "published" goes before "updated"."""
    body = [block for block in draft.blocks if block.kind != "tail"]
    lines = [block.span.of(draft.text) for block in (*body[:_TOP], *body[-3:]) if block.kind in ("dateline", "byline")]
    for line in sorted(lines, key=lambda words: _UPDATED.match(words) is not None):
        days = printed_days(line)
        if days:
            return days, f"the printed date line '{' '.join(line.split())[:60]}'"
    return (), ""


def _by_address(url: str | None) -> date | None:
    match = _ADDRESS_DAY.search(url or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _worked_out(draft: Draft) -> tuple[Interval | None, str | None]:
    photo = _photo(draft)
    if photo is None:
        return None, None
    anchor = f"a caption is of {photo.words} ({photo.day.isoformat()}), so not before"
    filed = _filed(draft, photo.day)
    if filed is not None:
        return day(filed), f"{anchor}; the dateline's day is then {filed.isoformat()}"
    told, ahead = _weekdays(draft)
    first = _next(photo.day, told[0]) if told else photo.day
    later = max((one.day for one in _told_dates(draft)), default=first)
    if not told or photo.weekday is None or later > first or _ARCHIVE.search(_around(draft, photo)):
        return Interval(max(first, later), None), f"{anchor}; nothing in the text tells how long after"
    reason = f"{anchor}; {WEEKDAY_NAMES[told[0]]} is told as past, the first not before is {first.isoformat()}"
    if ahead:
        bound = _next(first + timedelta(1), ahead[0])
        reason += f"; {WEEKDAY_NAMES[ahead[0]]} is still ahead, so before {bound.isoformat()}"
    return day(first), reason + "; " + _rivals(first, photo.day)


def _rivals(first: date, photo: date) -> str:
    later, age = first + timedelta(7), (first - photo).days + 7
    earlier = first - timedelta(7)
    return f"rivals: {later.isoformat()} (with a photo {age} days old), {earlier.isoformat()} (filed after it)"


def _photo(draft: Draft) -> Printed | None:
    """The latest full date in a caption whose weekday, where written, agrees."""
    found = [
        Printed(block.span.start + one.start, block.span.start + one.stop, one.words, one.day, one.weekday)
        for block in draft.blocks
        if block.kind == "caption"
        for one in full_dates(block.span.of(draft.text))
        if one.agrees
    ]
    return max(found, key=lambda one: one.day, default=None)


def _around(draft: Draft, printed: Printed) -> str:
    return next(
        block.span.of(draft.text) for block in draft.blocks if block.span.start <= printed.start < block.span.stop
    )


def _filed(draft: Draft, after: date) -> date | None:
    """The day a dateline without a year names ("KYIV, April 20 (CW) —"): the first such day not before `after`."""
    for block in draft.blocks:
        match = _FILED.search(block.span.of(draft.text)) if block.kind == "dateline" else None
        number = MONTHS.get(match["month"].lower()) if match else None
        if match is not None and number is not None:
            for year in (after.year, after.year + 1):
                try:
                    found = date(year, number, int(match["day"]))
                except ValueError:
                    continue
                if found >= after:
                    return found
    return None


def _weekdays(draft: Draft) -> tuple[list[int], list[int]]:
    """The weekdays told in the past tense and those still ahead (0 is Monday), each in the order of the text."""
    told: list[int] = []
    ahead: list[int] = []
    for words in _sentences(draft.text, draft.blocks):
        for match in _WEEKDAY.finditer(words):
            if match["cue"] is None:
                past, future = _distance(_PAST, words, match), _distance(_AHEAD, words, match)
                if min(past, future) <= _REACH:
                    (told if past < future else ahead).append(WEEKDAYS[match["day"].lower()])
    return told, ahead


def _told_dates(draft: Draft) -> Iterator[Printed]:
    """The full dates the report tells in the past tense: it was published after them."""
    for words in _sentences(draft.text, draft.blocks):
        for printed in full_dates(words):
            near = words[max(0, printed.start - _REACH) : printed.stop + _REACH]
            if _PAST.search(near) and not _AHEAD.search(near):
                yield printed


def _sentences(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.kind in ("paragraph", "list_header", "bullet"):
            yield from _SENTENCE.findall(" ".join(block.span.of(text).split()))


def _distance(pattern: re.Pattern[str], words: str, anchor: re.Match[str]) -> int:
    gaps = [max(match.start() - anchor.end(), anchor.start() - match.end()) for match in pattern.finditer(words)]
    return min(gaps, default=_REACH + 1)


def _next(start: date, weekday: int) -> date:
    """The first day with that weekday not before `start`."""
    return start + timedelta((weekday - start.weekday()) % 7)

"""Tells what each paragraph of a plain text is: headline, byline, dateline, caption, list, turn of speech or tail.

The span of a bullet or heading leaves its mark ("- ", "### ") out. The main headline has depth 0, headings below it
have depth 1 and more; a bullet's depth is 0 at the top of its list.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from wireledger.model import Block, BlockKind, Span
from wireledger.read import marks
from wireledger.read.lines import Paragraph, paragraphs

_HEAD = 6
_LONG = 160


def blocks_of(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, ordered and disjoint; a known `title` is recognised as the headline."""
    splitter = _Splitter(paragraphs(text), title)
    for position in range(len(splitter.found)):
        splitter.place(position)
    return tuple(splitter.blocks)


@dataclass(slots=True)
class _Splitter:
    found: list[Paragraph]
    title: str | None
    blocks: list[Block] = field(default_factory=list)
    tail: bool = False
    links: bool = False
    indents: list[tuple[int, str]] = field(default_factory=list)
    speakers: Counter[str] = field(default_factory=Counter)
    bare_list: int = 0

    def __post_init__(self) -> None:
        for paragraph in self.found:
            if match := marks.NAMED_TURN.match(paragraph.words):
                self.speakers[match["name"]] += 1

    def place(self, position: int) -> None:
        paragraph = self.found[position]
        if self._is_tail(position):
            self._add("tail", paragraph)
        elif (match := self._bullet(position)) is not None:
            skip, mark = match
            self._add("bullet", paragraph, skip, self._depth(paragraph.indent, mark))
        elif match_heading := marks.HEADING.match(paragraph.words):
            self._heading(position, match_heading.end(), len(match_heading["mark"]))
        else:
            self._plain(position)
        if self.blocks[-1].kind != "bullet":
            self.indents.clear()

    def _plain(self, position: int) -> None:
        paragraph = self.found[position]
        kind = self._kind(position)
        opens = kind == "paragraph" and position < _HEAD
        match = marks.DATELINE.match(paragraph.words) if opens else None
        if match is not None:
            self._split(paragraph, match.end("line"))
        else:
            self._add(
                kind, paragraph, depth=1 if kind == "headline" and self._has("headline", "paragraph", "turn") else 0
            )

    def _split(self, paragraph: Paragraph, cut: int) -> None:
        self._append("dateline", paragraph.start, paragraph.start + cut)
        rest = paragraph.words[cut:]
        if rest.strip():
            self._append("paragraph", paragraph.start + cut + len(rest) - len(rest.lstrip()), paragraph.stop)

    def _kind(self, position: int) -> BlockKind:
        words = self.found[position].words
        if marks.TURN.match(words) or self._named_turn(words):
            return "turn"
        if len(words) < 200 and (marks.BYLINE.match(words) or marks.CREDIT.match(words)):
            return "byline"
        if self._is_dateline(position):
            return "dateline"
        if len(words) < 700 and (marks.photo_credit(words) or marks.CAPTION_START.match(words)):
            return "caption"
        if self._is_headline(position):
            return "headline"
        if self._heads_list(position):
            return "list_header"
        if marks.BOLD.match(words) and not marks.closed(words.strip("* \u00a0")):
            return "headline"
        return "paragraph"

    def _is_headline(self, position: int) -> bool:
        """The first line of the report, without closing mark, above something longer."""
        paragraph = self.found[position]
        if any(block.kind not in ("byline", "dateline", "tail", "caption") for block in self.blocks) or position > 3:
            return False
        if self.title is not None and _same(self.title, paragraph.words):
            return True
        words = paragraph.words
        credited = self._is_credit_line(position + 1)
        if not credited and (not paragraph.apart or len(words) < 20 or words.count(" ") < 3):
            return False
        if not 8 <= len(words) <= 200:
            return False
        if words[0].islower() or words[-1] in ".,;:" or marks.closed(words.rstrip("?!")):
            return False
        return any(len(later.words) > len(words) for later in self.found[position + 1 : position + 4])

    def _is_credit_line(self, position: int) -> bool:
        """Whether a byline or a date line stands there."""
        words = self.found[position].words if position < len(self.found) else ""
        return marks.BYLINE.match(words) is not None or marks.DATE_LINE.match(words) is not None

    def _is_dateline(self, position: int) -> bool:
        """A line with only a date, a time, or the place above the time."""
        words = self.found[position].words
        if len(words) > 90:
            return False
        if marks.PLACE_AND_TIME.match(words.strip("*")) or marks.DATE_LINE.match(words):
            return True
        if position >= _HEAD or marks.closed(words):
            return False
        if marks.PLACE_WITH_DATE.match(words):
            return True
        ahead = self.found[position + 1 : position + 4]
        return len(words) < 60 and any(
            marks.PLACE_AND_TIME.match(later.words.strip("*"))
            and all(len(between.words) < 60 for between in ahead[: ahead.index(later)])
            for later in ahead
        )

    def _is_tail(self, position: int) -> bool:
        words = self.found[position].words
        if self.tail:
            return True
        if len(words) <= 320:
            if self._ends_report(position):
                self.tail = True
                return True
            if marks.LINKS_START.match(words.strip("*# ")):
                self.links = True
                return True
            if marks.FOOTER.match(words) or marks.FURNITURE.match(words.strip("*\u200b ") or "*"):
                return True
        if self.links:
            self.links = len(words) < _LONG and not marks.closed(words)
        return self.links

    def _ends_report(self, position: int) -> bool:
        """Whether all from here on is no report: comments begin, or a footer with hardly any prose after it."""
        words = self.found[position].words
        if not self._has("paragraph", "turn", "bullet"):
            return False
        if marks.COMMENTS.match(words):
            return True
        prose = (later for later in self.found[position + 1 :] if len(later.words) > _LONG)
        return marks.FOOTER.match(words) is not None and sum(1 for _ in prose) < 3

    def _bullet(self, position: int) -> tuple[int, str] | None:
        """How many characters the bullet's mark takes, and the mark; None when this is no bullet."""
        words = self.found[position].words
        if match := marks.BULLET.match(words):
            return None if marks.BYLINE.match(words) else (match.end(), match["mark"])
        last = self.blocks[-1].kind if self.blocks else None
        if last not in ("list_header", "bullet"):
            return None
        if (match := marks.WEAK_BULLET.match(words)) and not marks.BYLINE.match(words):
            mark = match["mark"]
            return match.end(), "1." if mark[0].isdigit() else "a." if len(mark) > 1 else mark
        if self.bare_list > 0:
            self.bare_list -= 1
            return 0, ""
        return None

    def _depth(self, indent: int, mark: str) -> int:
        """How deep this bullet stands under the ones before it, by its column or, in one column, by its mark."""
        stack = self.indents
        while stack and (stack[-1][0] > indent or (stack[-1] != (indent, mark) and (indent, mark) in stack)):
            stack.pop()
        if not stack or stack[-1] != (indent, mark):
            stack.append((indent, mark))
        return len(stack) - 1

    def _heading(self, position: int, skip: int, level: int) -> None:
        paragraph = self.found[position]
        following = self.found[position + 1].words if position + 1 < len(self.found) else ""
        first = not any(block.kind in ("headline", "paragraph", "turn") for block in self.blocks)
        if marks.BULLET.match(following):
            self._add("list_header", paragraph, skip)
        else:
            self._add("headline", paragraph, skip, 0 if first else max(1, level - 1))

    def _heads_list(self, position: int) -> bool:
        """A line above bullets that ends in a colon or is set in bold, or one above bare lines that read as a list."""
        words = self.found[position].words.rstrip("*_ ")
        ahead = [later.words for later in self.found[position + 1 : position + 30]]
        if not ahead or not (words.endswith(":") or (words.startswith("**") and len(words) < _LONG)):
            return False
        if marks.BULLET.match(ahead[0]):
            return True
        if not words.endswith(":"):
            return False
        if marks.WEAK_BULLET.match(ahead[0]):
            return True
        self.bare_list = _bare_bullets(ahead)
        return self.bare_list > 0

    def _named_turn(self, words: str) -> bool:
        match = marks.NAMED_TURN.match(words)
        return match is not None and len(self.speakers) >= 2 and self.speakers[match["name"]] >= 3

    def _has(self, *kinds: BlockKind) -> bool:
        return any(block.kind in kinds for block in self.blocks)

    def _add(self, kind: BlockKind, paragraph: Paragraph, skip: int = 0, depth: int = 0) -> None:
        self._append(kind, paragraph.start + skip, paragraph.stop, depth)

    def _append(self, kind: BlockKind, start: int, stop: int, depth: int = 0) -> None:
        self.blocks.append(Block(Span(start, stop), kind, depth))


def _bare_bullets(ahead: list[str]) -> int:
    """How many of the next paragraphs are lines of a list without marks: short and ended by ";" or by nothing."""
    count = 0
    for words in ahead:
        if len(words) > 250 or marks.TURN.match(words) or marks.HEADING.match(words):
            break
        if words.endswith((";", "; and", ";and", ",")) or not (marks.closed(words) or words.endswith(":")):
            count += 1
        elif count and ahead[count - 1].endswith((";", "and")):
            return count + 1
        else:
            break
    return count if count >= 2 else 0


def _same(one: str, two: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(two.split()).casefold()

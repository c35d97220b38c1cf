"""How the parts of a page are written: the patterns that tell a caption, a byline, a turn or a page's furniture."""

from __future__ import annotations

import re


def words(listed: str) -> frozenset[str]:
    """The words of a list parted by blanks."""
    return frozenset(listed.split())


def closed(line: str, ends: str = ".!?…") -> bool:
    """Whether a line ends in a closing mark, quotation marks and brackets aside."""
    return line.rstrip(_CLOSERS)[-1:] in ends and line != ""


def photo_credit(line: str) -> bool:
    """Whether a line ends in the credit of a photo."""
    end = line[-170:]
    if end[-2:].rstrip(".")[-1:] not in (")", "]") and not any(word in end for word in _CREDIT_WORDS):
        return False
    return _PHOTO_CREDIT.search(end) is not None


_CREDIT_WORDS = ("Photo", "Image", "Picture", "Credit", "©")
_CLOSERS = "\"'”’)]*_"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
FULL_DATE = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH},? \d{{4}})"
_NAME = r"(?:[^\W\d_a-z][\w'’.-]*|de|van|von|der|al|bin|el|la)"
_NAMES = rf"{_NAME}(?: {_NAME}){{1,4}}"
_PEOPLE = rf"{_NAMES}(?:(?:, | and |, and | & ){_NAMES}){{0,6}}"

PERSON_NAMES = re.compile(rf"{_PEOPLE}$")
LIVE_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|CES?T|EES?T|E[DS]T|UTC))?(?=[ .:–—-]|$)")

BULLET = re.compile(r"(?P<mark>[-*•◦▪●‣·▸►]|\\-|\\\*)[ \t\u00a0]+(?=\S)")
WEAK_BULLET = re.compile(r"(?P<mark>[–o]|(?:\d{1,2}|[a-z])\\?[.)])[ \t\u00a0]+(?=\S)")
HEADING = re.compile(r"(?P<mark>#{1,6})[ \t]+(?=\S)")

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x180) if chr(code).isupper())  # NAUSĖDA, STØRE, ŠIMONYTĖ

TURN = re.compile(
    r"\**(?!(?:EXCLUSIVE|FACT SHEET|SUBJECT|NOTE|UPDATE|UPDATED|BREAKING|FROM|TO|DATE|RE|WATCH|READ MORE|PHOTOS?|VIDEO"
    r"|OPINION|ANALYSIS|EDITOR'S NOTE|TO THE [A-Z ]+)\b[^:]*:)"
    rf"(?:[{_UPPER}][{_UPPER}.'’-]*(?:Mc|Mac|Le|De)?[{_UPPER}.'’-]+"
    rf"(?: (?:Mc|Mac|Le|De|de|van|von)?[{_UPPER}][{_UPPER}.'’-]*){{0,6}}"
    r"(?: \([^)]{1,40}\))?:\**(?=\s|$)|Q[:.]?\**[\s\u00a0]+(?=[\"“‘'(\[—–A-Z0-9])"
    r"|A:\**[\s\u00a0]+(?=[\"“‘'(\[—–A-Z0-9])|A\**[\s\u00a0]{2,}(?=\S))"
)
NAMED_TURN = re.compile(rf"\**(?P<name>{_NAME}(?: {_NAME}){{0,3}}):\**\s+(?=\S)")

BYLINE = re.compile(
    rf"(?:(?:By|BY|by|Written by|Reporting by|Story by) (?P<by>{_PEOPLE})"
    r"(?P<after>(?:,| \||, for| of| for| in) .{0,80})?"
    rf"|[–—-] ?(?P<signed>{_PEOPLE}),? (?P<house>[A-Z][\w.&' ]{{1,40}}))$"
)
CREDIT = re.compile(
    r"(?:[(\[]?(?:Additional )?[Rr]eporting by .{3,200}"
    r"|.{3,160} contributed (?:reporting|to this (?:report|story|article))\.?"
    r"|[(\[]?(?:Editing|Writing) by .{3,160}"
    r"|(?:This (?:story|report) (?:was|is) (?:written|reported) by) .{3,120})$"
)
DATELINE = re.compile(
    r"(?P<line>(?:[A-Z][A-Za-z.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,30}){0,2},? ?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?,? )?"
    r"[(\[](?P<agency>[A-Z][\w.&/ -]{1,30})[)\]][ \u00a0]*(?:—|–|--|-|:)+"
    r"|(?:[A-Z][A-Z.'’-]{2,}(?:[ -][A-Z][A-Z.'’-]+){0,3}"
    r"(?:, [A-Z][\w.'’ -]{1,30}){0,2}|CNN|AP|Reuters)[ \u00a0]*(?:—|–|--|-)+))(?:[ \u00a0]+|$)"
)
PLACE_AND_TIME = re.compile(r"\(?\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\.?(?: [A-Z][A-Za-z]{1,4})?\)?\.?$")
DATE_LINE = re.compile(
    r"(?:(?:First |Last )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Dd]ate)(?: on| at)?:? ?|[*_(]+)?"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
    rf"(?:{FULL_DATE}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:(?:,| at| -| \||T)? ?\d{1,2}[:.]\d{2}(?::\d{2})?.{0,12})?[*_).]*$"
)
PLACE_WITH_DATE = re.compile(rf"[A-Z][\w',. -]{{2,50}} \({FULL_DATE}\)$")
_PHOTO_CREDIT = re.compile(
    r"(?:[(\[][A-Z][^()\[\]:]{1,70}(?: via |/)[A-Z][^()\[\]:]{1,50}[)\]]"
    r"|[(\[](?:(?:AP|Reuters|REUTERS|AFP|EPA) )?(?:Photo|File|Image|Courtesy|Handout|Credit)\b[^()\[\]]{0,80}[)\]]"
    r"|(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: credit| by)?: ?(?:[^.]|\b[A-Z]\.){2,80}|© ?[A-Z][\w /-]{1,40})\.?$"
)
CAPTION_START = re.compile(r"\[?(?:Photo|File photo|FILE|Image|Picture|Photograph|Caption)s?(?: credit| by)?\b ?[:–—-]")
BOLD = re.compile(r"\*\*[^*\n][^\n]{1,158}\*\*:?$")
_FURNITURE = (
    r"advertisement|ad|sponsored(?: content)?|[-*_—#\\ .•~]+|\W{1,6}|<!-- ?-->|</?\w+[^>]*>?",
    r"share(?: this)?|print|listen|copy link|click here .{0,60}|more to follow\.?|pic\.twitter\.com/\w+",
    r"(?:read|see|watch|learn) (?:also|more|next)\b.{0,160}|also read\b.{0,160}|read:? .{0,120}[^.]",
    r"related(?::.{0,160})?|(?:video|watch|listen|podcast|gallery): .{0,100}[^.!?]|\d+[ -]min(?:ute)?s?(?: read)?\.?",
    r"this (?:is a (?:developing|breaking)|story has been|article (?:was|has been)) .{3,120}",
    r"(?:last )?updated(?: at)? \d{1,2}[.:]\d{2}.{0,12}|\(?end\)?(?:\s+\d{1,2}:\d{2} ?[ap]\.?m\.?.{0,5})?",
    r"the post .{3,200} (?:appeared first on|first appeared on) .{2,80}",
    r"(?:continue reading|read the full .{2,20})\b.{0,120}",
    r"the views (?:and opinions )?expressed .{3,200}|sign up (?:for|to) .{3,160}|subscribe(?: to| now)?\b.{0,120}",
    r"(?:get|download) (?:the|our) .{2,40}\b(?:app|newsletter)\b.{0,60}|follow (?:us|him|her|them) on .{3,80}",
    r"(?:tags?|topics?|filed under|categories|share on)(?:: ?.{0,160})?|your email address will not be published.*",
)
FURNITURE = re.compile(rf"(?:{'|'.join(_FURNITURE)})$", re.IGNORECASE | re.DOTALL)
COMMENTS = re.compile(r"(?:no comments?(?: yet)?|leave a (?:reply|comment)|post a comment)\W*$", re.IGNORECASE)
_FOOTER = (
    r"\d+ comments?|comments?(?: \(\d+\))?|join the (?:discussion|conversation)",
    r".{0,60}© ?(?:copyright )?(?:19|20)\d\d.{0,200}|\(c\) ?(?:19|20)\d\d .{0,120}|copyright\b.{0,160}",
    r".{0,120}all rights reserved\b.{0,120}|we use cookies\b.{0,200}|this (?:web)?site uses cookies\b.{0,200}",
    r"(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|about us|contact us)\W*.{0,60}",
)
FOOTER = re.compile(rf"(?:{'|'.join(_FOOTER)})$", re.IGNORECASE | re.DOTALL)
LINKS_START = re.compile(
    r"(?:(?:related|more|other|recommended|popular|trending|latest|top|most)"
    r"(?: (?:read|viewed|popular|top|news|world|on this|from))* ?"
    r"(?:stories|articles|posts|news|topics|content|coverage|reading|read|viewed|on this story)"
    r"|you (?:may|might) also (?:like|be interested)\b.{0,40}|related|read (?:more|next|also)|more on this.{0,40}"
    r"|more from .{2,40}|don['’]t miss|editor['’]?s['’]? picks?|see also):?$",
    re.IGNORECASE,
)

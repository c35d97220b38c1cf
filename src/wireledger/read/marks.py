"""How the parts of a page are written: the patterns that tell a caption, a byline, a turn or a page's furniture."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
FULL_DATE = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH},? \d{{4}})"
_NAME = r"(?:[^\W\d_a-z][\w'’.-]*|de|van|von|der|al|bin|el|la)"
_NAMES = rf"{_NAME}(?: {_NAME}){{1,4}}"
_PEOPLE = rf"{_NAMES}(?:(?:, | and |, and | & ){_NAMES}){{0,6}}"

BULLET = re.compile(r"(?P<mark>[-*•◦▪●‣·▸►]|\\-|\\\*)[ \t\u00a0]+(?=\S)")
WEAK_BULLET = re.compile(r"(?P<mark>[–o]|(?:\d{1,2}|[a-z])\\?[.)])[ \t\u00a0]+(?=\S)")
HEADING = re.compile(r"(?P<mark>#{1,6})[ \t]+(?=\S)")

TURN = re.compile(
    r"\**(?!(?:EXCLUSIVE|FACT SHEET|SUBJECT|NOTE|UPDATE|UPDATED|BREAKING|FROM|TO|DATE|RE|WATCH|READ MORE|PHOTOS?|VIDEO"
    r"|OPINION|ANALYSIS|EDITOR'S NOTE|TO THE [A-Z ]+)\b[^:]*:)"
    r"(?:[A-Z][A-Z.'’-]*(?:Mc|Mac|Le|De)?[A-Z.'’-]+(?: (?:Mc|Mac|Le|De|de|van|von)?[A-Z][A-Z.'’-]*){0,6}"
    r"(?: \([^)]{1,40}\))?:\**(?=\s|$)|Q:?\**[\s\u00a0]+(?=[\"“‘'(\[—–A-Z0-9])|A:?\**[\s\u00a0]{2,}(?=\S))"
)
NAMED_TURN = re.compile(rf"\**(?P<name>{_NAME}(?: {_NAME}){{0,3}}):\**\s+(?=\S)")

BYLINE = re.compile(
    rf"(?:(?:By|BY|by|Written by|Reporting by|Story by) (?P<by>{_PEOPLE})(?P<after>(?:,| \||, for| of| for| in)? .{{0,80}})?"
    rf"|[–—-] ?(?P<signed>{_PEOPLE}),? (?P<house>[A-Z][\w.&' ]{{1,40}}))$"
)
CREDIT = re.compile(
    r"(?:[(\[]?(?:Additional |Additional )?[Rr]eporting by .{3,200}|.{3,160} contributed (?:reporting|to this (?:report|story|article))"
    r"\.?|[(\[]?(?:Editing|Writing) by .{3,160}|(?:This (?:story|report) (?:was|is) (?:written|reported) by) .{3,120})$"
)
DATELINE = re.compile(
    r"(?P<line>(?:[A-Z][A-Za-z.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,30}){0,2},? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?"
    r"[(\[](?P<agency>[A-Z][\w.&/ -]{1,30})[)\]]|[A-Z][A-Z.'’-]{2,}(?:[ -][A-Z][A-Z.'’-]+){0,3}"
    r"(?:, [A-Z][\w.'’ -]{1,30}){0,2}|CNN|AP|Reuters)[ \u00a0]*(?:—|–|--|-|:)+)(?:[ \u00a0]+|$)"
)
PLACE_AND_TIME = re.compile(r"\(?\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\.?(?: [A-Z][A-Za-z]{1,4})?\)?\.?$")
DATE_LINE = re.compile(
    r"(?:(?:First |Last )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Dd]ate)(?: on| at)?:? ?|[*_(]+)?"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
    rf"(?:{FULL_DATE}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:(?:,| at| -| \||T)? ?\d{1,2}[:.]\d{2}(?::\d{2})?.{0,12})?[*_).]*$"
)
PLACE_WITH_DATE = re.compile(rf"[A-Z][\w',. -]{{2,50}} \({FULL_DATE}\)$")
PHOTO_CREDIT = re.compile(
    r"(?:[(\[](?:[^()\[\]]{2,70}(?: via |/)[^()\[\]]{2,50}|(?:AP|Reuters|REUTERS|AFP|EPA|Getty)\b[^()\[\]]{0,60}"
    r"|(?:Photo|File|Image|Courtesy|Handout|Credit)\b[^()\[\]]{0,80})[)\]]"
    r"|(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: credit)?: ?[^.]{2,80})\.?$"
)
CAPTION_START = re.compile(
    r"(?:\[?(?:Photo|File photo|FILE|Image|Picture|Photograph|Caption)s?(?: credit| by)?\b ?[:–—-])"
)

FURNITURE = re.compile(
    r"(?:advertisement|ad|sponsored(?: content)?|[-*_—#\\ .•~]+|\W{1,6}|<!-- ?-->|</?\w+[^>]*>?|share(?: this)?|print|listen"
    r"|click here .{0,60}|(?:read|see|watch|learn) (?:also|more|next)\b.{0,160}|also read\b.{0,160}|read:? .{0,120}[^.]|related(?::.{0,160})?"
    r"|(?:this (?:is a (?:developing|breaking)|story has been|article (?:was|has been)) .{3,120})|more to follow\.?"
    r"|(?:last )?updated(?: at)? \d{1,2}[.:]\d{2}.{0,12}|\(?end\)?(?:\s+\d{1,2}:\d{2} ?[ap]\.?m\.?.{0,5})?|pic\.twitter\.com/\w+"
    r"|the views (?:and opinions )?expressed .{3,200}|sign up (?:for|to) .{3,160}|subscribe(?: to| now)?\b.{0,120}"
    r"|(?:get|download) (?:the|our) .{2,40}\b(?:app|newsletter)\b.{0,60}|follow (?:us|him|her|them) on .{3,80}"
    r"|(?:tags?|topics?|filed under|categories|share on|copy link)(?:: ?.{0,160})?|your email address will not be published.*)$",
    re.IGNORECASE | re.DOTALL,
)
TAIL_FOR_GOOD = re.compile(
    r"(?:no comments?(?: yet)?|\d+ comments?|comments?(?: \(\d+\))?|leave a (?:reply|comment)|post a comment|join the (?:discussion|conversation)"
    r"|.{0,60}©.{0,200}|\(c\) ?(?:19|20)\d\d .{0,120}|copyright\b.{0,160}|.{0,120}all rights reserved\b.{0,120}"
    r"|(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|about us|contact us)\W*.{0,60}"
    r"|(?:we|this (?:web)?site) uses? cookies\b.{0,200})$",
    re.IGNORECASE | re.DOTALL,
)
LINKS_START = re.compile(
    r"(?:(?:related|more|other|recommended|popular|trending|latest|top|most)"
    r"(?: (?:read|viewed|popular|top|news|world|on this|from))* ?(?:stories|articles|posts|news|topics|content|coverage|reading|read|viewed|on this story)"
    r"|you (?:may|might) also (?:like|be interested)\b.{0,40}|related|read (?:more|next|also)|more on this.{0,40}|more from .{2,40}"
    r"|don['’]t miss|editor['’]?s['’]? picks?|see also):?$",
    re.IGNORECASE,
)
CLOSED = re.compile(r"[.!?…][\"'”’)\]*_]*$")

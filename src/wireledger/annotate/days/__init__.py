"""The days a sentence speaks of: "on Friday", "early 2024", "over the past three months", "by the end of the year".

Conventions, the same everywhere:
- A sentence's tense decides whether "Friday", "in July" and "4 January" are ahead or behind; the report's own weekday
  is the report's day, its own month the report's month. Without a tense the nearer is meant, of two as near neither.
- Weeks begin on Monday. A year, season, quarter, month or week has an early, middle and late third (see
  `almanac.third`): "early 2024" and "starting in early 2024" are 2024-01-01..2024-05-01.
- Seasons are those of the northern half of the world; a winter is named after the year it begins in.
- "Two weeks ago" is the calendar week that many before, likewise days, months and years. "The past two weeks" end with
  the report's day, "the next two weeks" begin with it. Without a count the far end is open: "in recent years",
  "in the coming months".
- "By" and "until" take in the time they name and "before" does not; they begin with the report's day where they look
  ahead. "Since" runs up to the report's day.
- "Last Tuesday" and "next Tuesday" are unknown where they may as well be this week's.
- A fiscal year is that of the United States, October to September, since whose it is is not known here.
- The days of "the invasion" or "the summit" are not known here: `interval` is None and the words are kept. Where their
  own time follows ("since the invasion in February 2022", "two days after the summit on 11 July") they count from it.
- A half year is six months: "two and a half years ago" is the month thirty before. "A year ago today" is that very day.
- "Is meeting", "begins" and "which ends" look ahead; "a threat on Sunday" and "Sunday's strike" look back.
- A weekday written with a date without year must be that of such a date within 240 days, else the days are unknown.
- An item of a live page that opens with its date and time is told from that day (see `item`).
"""

from wireledger.annotate.days.anchor import Anchor
from wireledger.annotate.days.find import find_days
from wireledger.annotate.days.item import item_day
from wireledger.annotate.days.tense import Tense, tense_at

__all__ = ["Anchor", "Tense", "find_days", "item_day", "tense_at"]

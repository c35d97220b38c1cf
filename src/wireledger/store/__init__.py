"""The book of record: reports, claims and judgements are only ever added, entries replaced but never edited."""

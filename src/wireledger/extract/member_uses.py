"""Tells whether a word for or against a joining is used as one where it stands."""

from __future__ import annotations

from wireledger.extract.view import View

_TIMETABLES, _OFFER = frozenset("timetable date deadline timeline calendar".split()), 7
_SAYING = frozenset("say said says saying".split())
_ONLY_BEFORE = {
    "ready": "for",
    "right": "to",
    "candidate": "to",
    "candidates": "to",
    **dict.fromkeys(("hold", "holds", "held"), "up"),
    **dict.fromkeys(("stand", "stands", "stood", "standing"), "in"),
}
_DEMANDED = frozenset("must should demand demands demanded insists insisted wants wanted urged told".split())
_STAY_REACH = 6
_ONLY_AFTER = {
    "behind": ("weight", "firmly", "squarely", "stands", "stood"),
    "light": ("green",),
    "effect": ("takes", "took", "take"),
    "like": ("would", "'d"),
    "order": ("in",),
    "sights": ("its", "their"),
}
_COMMENTING = frozenset("comment comments commented commenting".split())
_STANDING = frozenset(
    "is are was were be been 's vote votes voted voting stands stood firmly strongly still not"
    " lobbied lobbies lobbying lobby campaigned campaigns campaigning argued argues spoke spoken came come protested"
    " advised decided".split()
)


def in_use(view: View, at: int) -> bool:
    """Whether the word at a token tells of a stand there: no "came back", no "clear" of anything else."""
    word, behind = view.lower(at), view.lower(at + 1)
    if any(view.lower(i) in _COMMENTING and view.lower(i + 1) == "on" for i in range(max(0, at - 8), at)):
        return False  # "would not comment on fast-tracking it"
    if word in ("back", "push", "plans", "keep", "keeping", "let", "hope", "stop"):
        return view.lower(at - 1) not in ("came", "come", "go", "went", "turned")
    if word == "clear" and view.lower(at - 1) in ("a", "no", "the", "more"):
        return False
    if word == "stay":
        return bool(_DEMANDED & {view.lower(i) for i in range(max(0, at - _STAY_REACH), at)})
    if word in _ONLY_AFTER:
        return view.lower(at - 1) in _ONLY_AFTER[word]
    if word in _ONLY_BEFORE:
        return behind == _ONLY_BEFORE[word]
    if word == "fast-track" and view.lower(at - 1) in ("for", "a", "its"):
        return False
    if word in ("agree", "agreed", "agrees") and behind == "that":
        return False
    if word.startswith("offer") and _TIMETABLES & {view.lower(i) for i in range(at, at + _OFFER)}:
        return False
    if word == "problem":
        return behind == "with"
    if word == "no":
        return view.lower(at - 1) in _SAYING and behind == "to"
    if word == "yes" and view.lower(at - 1) not in _SAYING:
        return False
    if word in ("ask", "asks", "asked", "asking"):
        return behind in ("to", "for")
    if word == "against":
        return view.lower(at - 1) in _STANDING
    return word not in ("rule", "rules", "ruled") or behind == "out"

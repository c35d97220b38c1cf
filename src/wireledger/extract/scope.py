"""Whether a pledge is the news, an earlier one recalled, one on top of another, or a running total."""

from __future__ import annotations

from wireledger.extract.governor import Governor
from wireledger.extract.offers import Offer
from wireledger.extract.verbs import Use
from wireledger.extract.view import View
from wireledger.model import Days, Interval, Item, Scope

_EXTRA = frozenset("additional another extra further more".split())
_EXTRA_PHRASES = ("on top of", "in addition", "as well as an additional", "top up", "topping up", "a further")
_TOTAL = frozenset("total totals totaling totalling altogether overall cumulative cumulatively".split())
_RUNNING_PHRASES = (
    *("so far", "thus far", "to date", "since then", "over the past", "all told", "up until now"),
    *("adds up to", "add up to", "bringing its", "bringing total"),
    *("bringing the", "taking the", "brings the", "takes the", "brought the"),
)
_EARLIER = frozenset("previous previously earlier already former initial".split())
_AGO = ("last month", "last week", "last year", "months ago", "weeks ago", "days ago")
_EARLIER_PHRASES = (*_AGO, "the past")
_TOPPED = ("on top of", "in addition to", "supplements the", "adds to the", "besides the")
_PLUPERFECT = frozenset(("had",))
_NEAR = 9


def scope_of(view: View, offer: Offer, governor: Governor | None, published: Interval | None) -> Scope:
    """The scope told by words in or near an offer, else by its day; "new" where nothing says otherwise."""
    return scope_row(view, offer, governor, published)[0]


def scope_row(
    view: View, offer: Offer, governor: Governor | None, published: Interval | None
) -> tuple[Scope, str | None]:
    """The scope with the name of what told it; none where it is only taken to be new."""
    found = _scope_row(view, offer, governor, published)
    if found[0] == "total" and governor is not None and governor.step.step in ("requested", "floated"):
        return "new", None  # "wants 300 tanks in all": what is asked for adds nothing up
    return found


def _scope_row(
    view: View, offer: Offer, governor: Governor | None, published: Interval | None
) -> tuple[Scope, str | None]:
    before = [view.lower(i) for i in range(max(_behind_another(view, offer), offer.first - 4), offer.last)]
    window = " ".join(view.lower(i) for i in range(max(0, offer.first - _NEAR), _window_end(view, offer)))
    if _is_topped(view, offer):
        return "earlier", "topped"
    summed = view.lower(0) in ("counting", "altogether") or (view.lower(0) == "together" and view.lower(1) != "with")
    summed = summed or [view.lower(at) for at in range(3)] == ["all", "in", "all"]
    if _rises_to(view, offer) or summed:
        return "total", "rises-to"
    if _is_extra(before):
        return "extra", "another"
    use = governor.use if governor is not None else None
    if _is_totalled(window) or _is_up_to_now(view, offer, use, window):
        return "total", "counted-up"
    if _has(window, _EXTRA_PHRASES):
        return "extra", "in-addition"
    if governor is not None and use is not None and (why := _recall(view, governor, use)) is not None:
        return "earlier", why
    if any(w in _EARLIER for w in window.split()) or _has(window, _EARLIER_PHRASES):
        return "earlier", "previous"
    if governor is not None and governor.inner is not None:
        return "new", None
    return ("earlier", "long-ago") if _told_of_long_ago(view, published) else ("new", None)


_REACHED = frozenset("which bringing taking raising lifting".split())


def _window_end(view: View, offer: Offer) -> int:
    """The token up to which words may tell an offer's scope: ", bringing the number to 109" tells that of another."""
    last = min(len(view.sentence.tokens), offer.last + _NEAR)
    return next((at for at in range(offer.last, last) if _opens_a_sum(view, at)), last)


def _opens_a_sum(view: View, at: int) -> bool:
    return view.lower(at) == "," and view.lower(at + 1) in _REACHED


def _behind_another(view: View, offer: Offer) -> int:
    """The token behind the thing named before this offer: "another 14 radars and six drones" adds no drones."""
    things = (m.last for m in view.sentence.mentions if isinstance(m.thing, Item) and m.last <= offer.first)
    return max(things, default=0)


def _is_up_to_now(view: View, offer: Offer, use: Use | None, window: str) -> bool:
    """ "has given a total of", "over the past months": a figure told in the perfect that counts up to now."""
    if use is None or use.tense != "perfect":
        return False
    if " since " in f" {window} " or " a total of " in f" {window} ":
        return True
    return bool(offer.quantity or offer.money) and _opens_with_a_span(view)


def _recall(view: View, governor: Governor, use: Use) -> str | None:
    """What in the governing verb's use sets the deed before the news, by name."""
    if governor.behind and use.tense == "participle":
        return "told-of"
    if _is_recalled(view, use):
        return "had"
    return "before-the-news" if _is_before_the_news(view, use) else None


_RISING = frozenset(
    "raise raises raised raising rise rises rose taking takes took bringing brings brought increases increased"
    " grew lifts lifted lifting".split()
)


def _rises_to(view: View, offer: Offer) -> bool:
    """ "taking its share to $200 million", "rises to about 370 million": what is reached, not what is given."""
    if "to" not in (view.lower(offer.first - 1), view.lower(offer.first)):
        return False
    return any(view.lower(i) in _RISING for i in range(max(0, offer.first - 9), offer.first))


_WORTH = frozenset("amount amounting worth valued value includes".split())


def _is_totalled(window: str) -> bool:
    """A running total; "worth 12 million in total" and "a total amount of" only say how large one thing is."""
    window = window.replace("a total of", "").replace("total value", "").replace("total cost", "")
    words = window.split()
    running = _has(window, _RUNNING_PHRASES) or _since_war(words)
    return running or (not _WORTH & set(words) and (_has(window, ("in all",)) or any(w in _TOTAL for w in words)))


def _has(window: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of some phrases stands in a window, by whole words."""
    return any(f" {phrase} " in f" {window} " for phrase in phrases)


_WARS = frozenset("invaded invasion war conflict attack attacked aggression outbreak beginning start outset".split())


def _since_war(words: list[str]) -> bool:
    """ "since X invaded": all that was given up to now."""
    return any(word == "since" and _WARS & set(words[at : at + 5]) for at, word in enumerate(words))


def _is_topped(view: View, offer: Offer) -> bool:
    """ "on top of the 100 pledged in February": what stands behind the words was told before."""
    words = " ".join(view.lower(i) for i in range(max(0, offer.first - 22), offer.first))
    return any(phrase in words for phrase in _TOPPED)


def _is_extra(before: list[str]) -> bool:
    for position, word in enumerate(before):
        than = word == "more" and before[position + 1 : position + 2] == ["than"]
        if word in _EXTRA and not than and (position or word not in ("more", "further")):
            return True
    return False


def _is_recalled(view: View, use: Use) -> bool:
    return any(view.lower(i) in _PLUPERFECT for i in range(use.start, use.first))


_BEFORE_THE_NEWS = (*_AGO, "earlier this", "recently")
_AFTER = frozenset("after since".split())
_TOLD_ONCE = frozenset(("past", "perfect"))


def _is_before_the_news(view: View, use: Use) -> bool:
    """ "last week announced", "the news came after Oslo pledged": a verb that its own clause sets before the news."""
    if use.tense not in _TOLD_ONCE or use.passive:
        return False
    words = " ".join(view.lower(i) for i in range(max(0, use.start - 6), use.last + 3))
    if any(phrase in words for phrase in _BEFORE_THE_NEWS):
        return True
    return any(view.lower(i) in _AFTER and i > 2 for i in range(max(0, use.start - 4), use.start))


def _opens_with_a_span(view: View) -> bool:
    """ "Over the past months", "Thus far": a sentence that counts up to now."""
    words = " ".join(view.lower(i) for i in range(4))
    return words.startswith(("over the past", "over the last", "in just the past", "in the past", "thus far", "so far"))


def _told_of_long_ago(view: View, published: Interval | None) -> bool:
    """Whether the sentence dates what it tells more than a week before the report."""
    if published is None or published.start is None:
        return False
    told = [m.thing.interval for m in view.sentence.mentions if isinstance(m.thing, Days)]
    stops = [interval.stop for interval in told if interval is not None and interval.stop is not None]
    return any((published.start - stop).days > 7 for stop in stops)

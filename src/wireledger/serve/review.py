"""The review: one question after another, the weightiest first; a form or one key decides and goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from wireledger.model import Claim
from wireledger.serve.acts import Act, acts, last_of
from wireledger.serve.asked import once
from wireledger.serve.asked_review import Moved, NoEntry, ReadOnly, form_of, must
from wireledger.serve.book import Desk, OnClaim, OnPair
from wireledger.serve.clocks import asked_at
from wireledger.serve.desks import Desks
from wireledger.serve.faults import BadQuestion
from wireledger.serve.guard import from_here
from wireledger.serve.links import with_query
from wireledger.serve.marked import NOTHING, rendered
from wireledger.serve.pages import Pages
from wireledger.serve.shown_review import digest
from wireledger.serve.waiting import Question, pair_key

GET = ["GET", "HEAD"]
ON_CLAIM, ON_PAIR = ("right", "wrong"), ("same", "different")
LENGTH = 12  # questions that the page lists
Form = Annotated[Mapping[str, str], Depends(form_of)]


def review(desks: Desks, pages: Pages) -> APIRouter:
    """The pages of the review and its forms."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/review", methods=GET)
    def asking(request: Request) -> Response:
        asked = once(asked_at(request)[1], ("at", "after", "change", "done"))
        return _kept_apart(pages.page(request, "review.html", **_question(desks, request, asked)))

    @router.post("/review")
    def decide(request: Request, form: Form) -> Response:
        desk = _writing(desks, request, form)
        names = tuple(must(form, "question").split("~"))
        verdict = must(form, "verdict")
        _decided(desks, desk, names, verdict, form)
        return _on(verdict, form.get("after"))

    @router.post("/review/change")
    def change(request: Request, form: Form) -> Response:
        desk = _writing(desks, request, form)
        claim = desks.shown.claim(must(form, "question"))
        _as_seen([claim], form)
        told = {name.removeprefix("field."): value for name, value in form.items() if name.startswith("field.")}
        desk.change(claim, told, form.get("words", ""))
        return _on("changed", form.get("after"))

    @router.post("/review/undo")
    def undo(request: Request, form: Form) -> Response:
        desk = _writing(desks, request, form)
        act = _to_undo(acts(desk.decisions()), desk, form.get("judgement"))
        if act is None:
            return _to("/review", done="nothing")
        desk.take_back(act.judgements)
        back = form.get("back") == "log"
        return _to("/review/log", done="undone") if back else _to("/review", at=act.key or "", done="undone")

    @router.post("/review/enter")
    def enter(request: Request, form: Form) -> Response:
        if desks.guard is None:
            raise ReadOnly("this site is read-only: it was started without a token")
        if not from_here(request):
            raise NoEntry("the form was sent from another site")
        if not desks.guard.opens(form.get("token", "")):
            shown = _question(desks, request, {"done": "token"})
            return _kept_apart(pages.page(request, "review.html", 403, **shown))
        answer = _to("/review")
        desks.guard.begin(request, answer)
        return answer

    @router.post("/review/leave")
    def leave(request: Request, form: Form) -> Response:
        _writing(desks, request, form)
        answer = _to("/review")
        if desks.guard:
            desks.guard.end(answer)
        return answer

    return router


def _decided(desks: Desks, desk: Desk, names: tuple[str, ...], verdict: str, form: Mapping[str, str]) -> None:
    if len(names) == 1 and verdict in ON_CLAIM:
        claim = desks.shown.claim(names[0])
        _as_seen([claim], form)
        desk.on_claim(cast("OnClaim", verdict), claim)
    elif len(names) == 2 and verdict in ON_PAIR:
        first, second = (desks.shown.group(name) for name in names)
        _as_seen([*first, *second], form)
        desk.on_pair(cast("OnPair", verdict), first, second)
    else:
        raise BadQuestion(f"verdict={verdict!r} does not answer this question")


def _question(desks: Desks, request: Request, asked: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: the question that is asked for, else the next one that waits."""
    waiting, total = desks.open_questions()
    after = asked.get("after")
    skipped = next((n + 1 for n, question in enumerate(waiting) if question.key == after), 0)
    following = waiting[skipped:]
    question = _named(desks, asked["at"]) if asked.get("at") else next(iter(following), None)
    listed = [one for one in following if not question or one.key != question.key][:LENGTH]
    session = desks.session(request)
    told = desks.decisions()
    own = last_of(acts(told), desks.desk.by) if desks.desk else None
    return {
        "question": question,
        "listed": [(one, desks.line(one)) for one in listed],
        "total": total,
        "after": after or "",
        "done": asked.get("done"),
        "changing": "change" in asked,
        "desk": desks.desk if session else None,
        "may_enter": desks.guard is not None,
        "form_word": desks.guard.form_word(session) if session and desks.guard else "",
        "decided": sum(one.stands and one.judgement.verdict != "undone" for one in told),
        "last": own,
        "rendered": lambda region: rendered(region, NOTHING),
        **(_seen(desks, question) if question else {"seen": "", "one": None, "sides": None}),
    }


def _seen(desks: Desks, question: Question) -> dict[str, Any]:
    if len(question.claims) == 1:
        one = desks.shown.asked(question.claims[0])
        return {"seen": digest([one.claim]), "one": one, "sides": None}
    sides = desks.shown.sides(question.claims)
    return {"seen": digest([*sides[0].claims, *sides[1].claims]), "one": None, "sides": sides}


def _named(desks: Desks, key: str) -> Question:
    """A question by its name, also one that nobody waits for."""
    names = tuple(key.split("~"))
    if len(names) > 2:
        raise BadQuestion(f"at={key!r} names no question")
    names = pair_key(*names) if len(names) == 2 else names
    known = (one for one in desks.waiting.asking().questions if one.claims == names)
    return next(known, None) or Question(names, "asked", 0.0, 0.0, 0.0)


def _to_undo(told: list[Act], desk: Desk, judgement: str | None) -> Act | None:
    if judgement is None:
        return last_of(told, desk.by)
    found = next((act for act in told if any(j.id == judgement for j in act.judgements)), None)
    if found is None:
        raise BadQuestion(f"no judgement has the id {judgement!r}")
    if not found.stands:
        raise Moved("this stands no more: it was taken back meanwhile")
    return found


def _writing(desks: Desks, request: Request, form: Mapping[str, str]) -> Desk:
    """The desk, for a form of a session that was sent from here."""
    if desks.desk is None or desks.guard is None:
        raise ReadOnly("this site is read-only: it was started without a token")
    session = desks.session(request)
    if session is None:
        raise NoEntry("the session has ended or never began: give the token on the page Review")
    if not from_here(request) or not desks.guard.knows(session, form.get("form", "")):
        raise NoEntry("the form was not sent from a page of this session: load the page anew")
    return desks.desk


def _as_seen(claims: list[Claim], form: Mapping[str, str]) -> None:
    if form.get("seen") != digest(claims):
        raise Moved("this was read or judged anew since the page was shown: look once more before you decide")


def _on(verdict: str, after: str | None) -> Response:
    return _to("/review", done=verdict, after=after or "")


def _to(path: str, **asked: str) -> Response:
    return RedirectResponse(with_query(path, {name: value for name, value in asked.items() if value}), 303)


def _kept_apart(answer: Response) -> Response:
    """A page of a session is kept by nobody; a form of it tells this site, and no other, where it comes from."""
    answer.headers["Cache-Control"], answer.headers["Referrer-Policy"] = "no-store", "same-origin"
    return answer

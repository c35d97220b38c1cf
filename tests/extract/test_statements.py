"""Which statements the ledger keeps: who acts for whom, on what, said when and in what mood."""

from __future__ import annotations

from datetime import date

import pytest

from wireledger.annotate import annotate
from wireledger.extract.speech import utterances
from wireledger.extract.statements import statements
from wireledger.extract.view import view
from wireledger.model import Block, BlockKind, Claim, Interval, Report, Source, Span, Statement

ON = Interval(date(2023, 5, 12), date(2023, 5, 13))


def report(*paragraphs: str, kind: BlockKind = "paragraph", speaks_for: str | None = None) -> Report:
    """A report of 12 May 2023 whose text is these paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks = tuple(Block(Span(at := text.index(p), at + len(p)), kind) for p in paragraphs)
    return Report("r1", text, Source(None, None, speaks_for=speaks_for, published=ON), blocks=blocks)


def claims(made: Report) -> list[Claim]:
    """The statement claims of a report."""
    document = annotate(made)
    return list(statements(document, [view(s) for s in document.sentences]))


def only(made: Report) -> tuple[Claim, Statement]:
    """The one statement of a report."""
    (claim,) = claims(made)
    assert isinstance(claim.event, Statement)
    return claim, claim.event


KEPT = [
    ("Denmark said that Norway would join the exercise.", "dk", ("no",)),
    ("Berlin warned that the war would last for years.", "de", ()),
    ("The Kremlin denied that Belarus had asked for missiles.", "ru", ("by",)),
    ("NATO says it poses no threat to Belarus.", "nato", ("by",)),
    ("The Pentagon said the tanks would arrive in spring.", "us", ()),
    ("Norwegian officials said Sweden would follow.", "no", ("se",)),
    ("A general of the Polish army said Latvia needs more soldiers.", None, ("lv",)),
    ("Officials said that Finland would pay for the drones.", None, ("fi",)),
    ("According to the French ministry, Chad asked for help.", "fr", ("td",)),
    ("Poland accused Belarus of sending migrants across the border.", "pl", ("by",)),
    ("Estonia called for more sanctions on Belarus.", "ee", ("by",)),
    ("Latvia welcomed the decision of Finland to join NATO.", "lv", ("fi", "nato")),
    ("Greece demanded that Turkey leave the island.", "gr", ("tr",)),
    ("Moscow denied that it had struck Odesa.", "ru", ("ua",)),
    ("Prime Minister Alexander De Croo came. De Croo said that Latvia needs tanks.", "alexander-de-croo", ("lv",)),
    ("The spokeswoman of NATO in Latvia, Mathilde Bergner, said that Belarus was calm.", "mathilde-bergner", ("by",)),
    ("A Danish embassy readout said that Latvia needs tanks.", None, ("lv",)),
    ("Latvia needs tanks, according to a Danish embassy readout.", "dk", ("lv",)),
    ("Norway called for more tanks for Latvia: In March, it gave five.", "no", ("lv",)),
    ("Norway told its Latvian counterpart that Belarus was calm.", "no", ("by", "lv")),
    ("Norway's ambassador to Japan Gil Haakon said that Belarus was calm.", "gil-haakon", ("by",)),
    ("A UK defence minister said that Latvia needs tanks.", None, ("lv",)),
    ("Oslo warned Minsk that new sanctions would follow.", "no", ("by",)),
    ("After Mr. Blinken said Finland was ready to talk, the boats left.", "antony-blinken", ("fi",)),
    ("The statement issued by NATO said that Latvia was safe.", "nato", ("lv",)),
]

LEFT_OUT = [
    "The baker said that the bread was good.",
    "Denmark said that the weather was fine.",
    "The baker said that Norway was cold.",
    "Belarus attacked the border of Poland.",
    "Norway supported the army of Latvia.",
    "The so-called “iron front” ran through Poland.",
    "Norway wants more tanks from Germany.",
    "Norway promised Latvia forty tanks.",
    "Latvia asked Norway for forty tanks.",
    "Belarusian forces moved on Latvia, threatening a road to Norway.",
    'Latvia spoke of Norway\'s commitment to holding Belarus to its "own words".',
    "Belarus likely concluded that Norway would not help Latvia with tanks.",
    "Norway and Denmark are right to condemn Belarus for the raid on Latvia.",
    "Norway is going to welcome Latvia, its oldest friend, and give it tanks.",
    "Norway gave Latvia tanks, and in Riga we called the Prime Minister.",
    "Your army demonstrates that whatever comes Norway will continue to help Latvia.",
    "Norway proposed a resolution of the UN on Belarus.",
    "A Latvian proposal to give Ukraine forty tanks was read in Riga.",
    'Belarus ordered a drill near Poland to "test the whole range of its forces".',
    "Forty tanks for Latvia, which Norway says is too few, were lost.",
    "Norway rejected a package of forty tanks for Latvia.",
    "Norway would support neighbours of Belarus to build tanks.",
    "Norway kept the promises President Biden announced at the summit in Latvia.",
    "Moscow denied that it had struck the port.",
    "Norway sent tanks to answer what Latvia calls “threats” by Belarus.",
    "Norway refused to join the “sanctions on Latvia”.",
    "Norway gave tanks, welcoming Latvia into NATO.",
    "Norway added Latvia to the list of wanted states.",
    "About 2 in 3 Danes say that Norway is close.",
    "Support for Belarus, or reluctance to condemn its war on Latvia, worries Norway.",
    "Norway rallied 141 countries to condemn the war of Belarus on Latvia.",
    "Norway made new pledges of support for Latvia.",
    "Norway will see that it can welcome Latvia into NATO.",
    "Norway gave Latvia forty tanks, referring to the threat of Belarus.",
    "Norwegian Prime Minister Anna Berg welcomed Latvian President Erik Holm at an army base.",
]


@pytest.mark.parametrize(("text", "speaker", "about"), KEPT)
def test_kept(text: str, speaker: str | None, about: tuple[str, ...]) -> None:
    _, event = only(report(text))
    assert (event.speaker, event.about) == (speaker, about)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_left_out(text: str) -> None:
    assert claims(report(text)) == []


def test_a_quotation_is_given_without_its_marks() -> None:
    made = report('"Poland needs more tanks," Norwegian Prime Minister Anna Berg said on Thursday.')
    claim, event = only(made)
    assert event.speaker == "anna-berg"
    assert event.direct
    assert event.words == "Poland needs more tanks"
    assert event.when is not None
    assert event.when.interval == Interval(date(2023, 5, 11), date(2023, 5, 12))
    assert claim.said_by is not None
    assert claim.said_by.endswith("Anna Berg")
    assert {field.name for field in claim.evidence.fields} == {"speaker", "words", "when", "cue"}


def test_every_field_shows_its_words() -> None:
    made = report("On Thursday the Danish ministry said that Norway would send tanks.")
    claim, event = only(made)
    shown = {f.name: [s.of(made.text) for s in f.spans] for f in claim.evidence.fields}
    assert shown["speaker"] == ["the Danish ministry"]
    assert shown["words"] == [event.words] == ["Norway would send tanks"]
    assert shown["cue"] == ["said"]
    assert claim.evidence.quote == claim.evidence.span.of(made.text)
    assert claim.evidence.anchor == made.text.index("Norway")


def test_a_pronoun_points_at_the_person_named_before() -> None:
    made = report("Norwegian Prime Minister Anna Berg came to Oslo.", "She said that Poland needs more tanks.")
    claim, event = only(made)
    assert event.speaker == "anna-berg"
    assert claim.said_by == "Anna Berg"
    assert [f.name for f in claim.evidence.fields if f.carried] == ["antecedent"]


def test_words_split_by_the_attribution_are_one_statement() -> None:
    _, event = only(report('"Poland," Norwegian Prime Minister Anna Berg said, "needs many more tanks."'))
    assert event.words == "Poland needs many more tanks."


@pytest.mark.parametrize(
    "text",
    [
        "The allies will deny Russia the benefits of trade with Norway.",
        "Ships of Ukraine now belong to what the Russian ministry calls the Sea Corps.",
    ],
)
def test_what_is_withheld_or_only_named_is_no_statement(text: str) -> None:
    assert not claims(report(text))


def test_we_on_an_official_page_is_its_side() -> None:
    _, event = only(report("We said that Poland needs more tanks.", speaks_for="no"))
    assert event.speaker == "no"


def test_a_turn_is_one_statement_at_its_first_sentence_that_names_a_party() -> None:
    made = report("MINISTER BERG: Good morning. Poland needs more tanks. Latvia needs them too.", kind="turn")
    found = claims(made)
    assert [c.event.words for c in found if isinstance(c.event, Statement)] == ["Poland needs more tanks."]


def test_a_turn_that_only_asks_is_no_statement() -> None:
    assert claims(report("MINISTER BERG: Are we sending tanks to Poland?", kind="turn")) == []
    found = claims(report("MINISTER BERG: Are we sending tanks to Poland? Latvia needs more tanks.", kind="turn"))
    assert [c.event.words for c in found if isinstance(c.event, Statement)] == ["Latvia needs more tanks."]


def test_what_one_calls_it_is_a_statement() -> None:
    _, event = only(report("The army crossed the river in what Minsk calls a “border guard operation” there."))
    assert (event.speaker, event.direct) == ("by", True)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Denmark said that Norway would join the exercise.", "asserted"),
        ("Denmark has not said that Norway would join the exercise.", "denied"),
        ("Denmark will say that Norway joins the exercise.", "planned"),
        ("Denmark may say that Norway joins the exercise.", "hypothetical"),
    ],
)
def test_moods(text: str, mood: str) -> None:
    claim, _ = only(report(text))
    assert claim.mood == mood


def test_confidence_and_trace_are_told() -> None:
    claim, _ = only(report("Denmark said that Norway would join the exercise."))
    assert 0.5 < claim.confidence < 1
    assert "statements: speaker acts for others" in claim.trace
    assert claim.rule == "statements/say"


TANKS = "Norway will give Latvia forty tanks and ammunition."
BERG = "Norwegian Prime Minister Anna Berg came to the army base."
HOLM = "Latvian President Erik Holm went with her."


def quotes(*paragraphs: str) -> list[tuple[str | None, str]]:
    """Speaker and words of what is kept of a report."""
    return [(c.event.speaker, c.event.words) for c in claims(report(*paragraphs)) if isinstance(c.event, Statement)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"This was a long day," Berg said.', "anna-berg"),
        ('"This was a long day," the Prime Minister said.', "anna-berg"),
        ('"This was a long day," the president said.', "erik-holm"),
        ('"This was a long day," the Chancellor said.', None),
        ('"This was a long day," a Norwegian official said.', None),
        ('"This was a long day," an opposition leader in Oslo said.', None),
        ('"This was a long day," the Norwegian government said.', "no"),
        ("Belarus's ambassador in Oslo, Igor Sokol, said the day was long.", "igor-sokol"),
        ("Belarus disagreed: the day was long, its foreign ministry said.", "by"),
    ],
)
def test_in_a_report_on_cooperation_whatever_officials_say_is_kept(text: str, speaker: str | None) -> None:
    assert [said for said, _ in quotes(TANKS, BERG, HOLM, text)] == [speaker]


def test_in_a_report_on_cooperation_others_are_not_heard() -> None:
    assert quotes(TANKS, BERG, HOLM, '"This was a long day," the baker said.') == []


def test_in_other_reports_the_words_must_be_on_the_topic() -> None:
    others = ["The bread was good.", "The film was long.", "The sea was calm.", "The shop was shut."]
    assert quotes(*others, '"This was a long day," Norwegian Prime Minister Anna Berg said.') == []
    kept = '"Latvia needs more tanks from us," Norwegian Prime Minister Anna Berg said.'
    assert quotes(*others, kept) == [("anna-berg", "Latvia needs more tanks from us")]


def test_the_quotation_marks_belong_to_the_quote() -> None:
    claim, event = only(report(TANKS, BERG, '"Latvia needs them now," Norwegian Prime Minister Anna Berg said.'))
    assert event.words == "Latvia needs them now"
    assert claim.evidence.quote == '"Latvia needs them now," Norwegian Prime Minister Anna Berg said'


def test_a_day_in_front_of_the_clause_is_carried() -> None:
    claim, event = only(report("In Riga on Thursday, Norway said that Latvia would get forty tanks."))
    assert claim.evidence.quote == "Norway said that Latvia would get forty tanks"
    assert event.when is not None
    assert [f.name for f in claim.evidence.fields if f.carried] == ["when"]


def test_what_an_office_passes_on_is_told_once() -> None:
    text = '"Latvia needs them now," Norwegian Prime Minister Anna Berg told reporters, according to her office.'
    assert quotes(TANKS, BERG, text) == [("anna-berg", "Latvia needs them now")]


POINTED = [
    (("The Polish embassy in Riga said the road was shut.", "The embassy said Latvia would answer."), ["pl", "pl"]),
    (("Norway's defence ministry said it rained.", "The ministry said Latvia would answer."), ["no", "no"]),
    (("The Danish Ministry of Defence left a note.", "The defence ministry said Latvia would answer."), ["dk"]),
    (
        ("Anna Berg said it rained.", "A European official said it snowed.", "The official said so."),
        ["anna-berg", None, None],
    ),
    ((BERG, '"We wait," said Toomela Raud of the port.', "She said that Norway would wait."), [None, None]),
    ((f"{BERG} Berg said Poland was late.", "She later said Latvia was too."), ["anna-berg", "anna-berg"]),
    ((f"{BERG} Berg said Poland was late and later said Latvia was.",), ["anna-berg", "anna-berg"]),
    (("Denmark criticised Norway for saying that Latvia was late.",), ["dk", "no"]),
    (("The rain fell as the US, Norway and Denmark urged Belarus to leave Latvia.",), ["us"]),
    (("23.22 Norway said that Latvia was late.",), ["no"]),
    (("Several MPs of Norway's ruling party said Latvia was late.",), [None]),
    (("Friday was good for Latvia, said Norway's minister of trade, Dr A. Berg.",), ["berg"]),
    (("Norway's ambassador to Japan Toomela Raud said Riga was late.", '"Latvia was too," he said.'), ["no", "no"]),
    (
        ("The US Secretary of State said Oslo was late.", "Biden came.", "The Secretary of State said so."),
        ["antony-blinken", "antony-blinken"],
    ),
    (("Anna Berg sent a letter to Norway calling for help.",), ["anna-berg"]),
    (
        ("The head of the Norwegian office in Riga, Toomela Raud, said it rained.", "Raud said so.", "She said more."),
        ["no", "no", "no"],
    ),
    (("Anna Berg said it rained.", "Before it did she met the general, Erik Holm.", "She said so."), ["anna-berg"] * 2),
    (("Toomela Raud, the wife of Norway's president, Erik Holm, said it rained.",), ["toomela-raud"]),
    (("Norway's announcement of a ban on Erik Holm said it rained.",), ["no", None]),
    (("Troops placed there by Norway said it rained.",), [None]),
    (("It rained in Riga, according to a statement from Norway's foreign ministry.",), ["no"]),
    (
        ("Before going to meet with Erik Holm, Anna Berg said she would wait for Latvia, and she said so.",),
        ["anna-berg"] * 2,
    ),
    (("Norwegian Colonel-General Anna Berg said Latvia was late.",), ["anna-berg"]),
    (("The year was long: According to Norway, Latvia was late.",), ["no"]),
]


@pytest.mark.parametrize(("paragraphs", "speakers"), POINTED, ids=[told[-1] for told, _ in POINTED])
def test_who_is_pointed_at(paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    document = annotate(report(*paragraphs))
    found = utterances(document, [view(s) for s in document.sentences])
    assert [u.party.code if u.party else None for u in found] == speakers


def test_a_day_of_another_clause_is_not_that_of_the_saying() -> None:
    _, event = only(report("Norway said that Latvia was late, and in 2014 it rained."))
    assert event.when is None


TEASES = [
    "NORWAY SAYS LATVIA MUST WAIT FOR TANKS",
    "NORWAY: LATVIA AND POLAND LEADERS SET TO MEET IN RIGA",
    "More on this Norway Says Latvia Must Wait for tanks.",
]


@pytest.mark.parametrize("text", TEASES)
@pytest.mark.parametrize("kind", ["paragraph", "turn"])
def test_the_headlines_of_other_reports_say_nothing(text: str, kind: BlockKind) -> None:
    assert claims(report(text, kind=kind)) == []


def test_whom_a_headline_between_paragraphs_names_does_not_go_on() -> None:
    told = quotes(TANKS, BERG, "HOLM WARNS OF LONG WAIT FOR TANKS", '"Latvia needs them now," she said.')
    assert told == [("anna-berg", "Latvia needs them now")]


TOGETHER: list[tuple[str, list[str | None]]] = [
    ("Norway and Latvia have both said that the fight near Belarus was heavy.", ["no", "lv"]),
    ("Norway, Latvia and Poland condemned the missile test of North Korea.", ["no", "lv", "pl"]),
    (
        "Both Xi Jinping and Alexander Lukashenko expressed “deep concern over the war in Ukraine”.",
        ["xi-jinping", "alexander-lukashenko"],
    ),
    ("Norway said that Latvia and Poland need tanks.", ["no"]),
    (
        "President Joe Biden met Volodymyr Zelenskyy on tanks for Ukraine. The leaders condemned the war of Russia.",
        ["joe-biden", "volodymyr-zelensky"],
    ),
    ("Joe Biden met with partners on tanks for Ukraine. The leaders condemned the war of Russia on Ukraine.", [None]),
    (
        "Defense Secretary Lloyd Austin and Secretary of State Antony Blinken said that Ukraine needs tanks.",
        ["lloyd-austin", "antony-blinken"],
    ),
    ("Anna Berg, an adviser to President Joe Biden, said that Ukraine needs tanks.", ["anna-berg"]),
]


@pytest.mark.parametrize(("text", "speakers"), TOGETHER)
def test_those_who_speak_together_each_say_it(text: str, speakers: list[str | None]) -> None:
    found = claims(report(text))
    assert [claim.event.speaker for claim in found if isinstance(claim.event, Statement)] == speakers
    assert len({claim.evidence.anchor for claim in found}) == len(found)
    assert len({claim.event.words for claim in found if isinstance(claim.event, Statement)}) == 1


DENIALS = [
    ("Ukraine said Russia had struck the port. Moscow denied that it had struck the port.", "ru", ("ua",)),
    ("Russian drones flew over Romania. Moscow denied that it had sent them.", "ru", ("ro",)),
    ("Russian drones flew over Romania and Poland. Moscow denied that Latvia was next.", "ru", ("lv",)),
]


@pytest.mark.parametrize(("text", "speaker", "about"), DENIALS)
def test_a_denial_is_about_whoever_accuses(text: str, speaker: str, about: tuple[str, ...]) -> None:
    event = claims(report(text))[-1].event
    assert isinstance(event, Statement)
    assert (event.speaker, event.about) == (speaker, about)


SEATS = [
    ("The European Commission met on Friday. Brussels warned Minsk of new sanctions on Latvia.", "eu"),
    ("The European Commission met Belgian aides. Brussels warned Minsk of new sanctions on Latvia.", "be"),
    ("Nobody met on Friday. Brussels warned Minsk of new sanctions on Latvia.", "be"),
]


@pytest.mark.parametrize(("text", "speaker"), SEATS)
def test_a_capital_speaks_for_the_body_that_has_its_seat_there(text: str, speaker: str) -> None:
    _, event = only(report(text))
    assert event.speaker == speaker
    assert "by" in event.about


def test_it_is_whoever_spoke_though_the_statement_did() -> None:
    paragraphs = ("NATO said Latvia was safe. The statement was long.", "Norway would join the exercise, it said.")
    assert [c.event.speaker for c in claims(report(*paragraphs)) if isinstance(c.event, Statement)] == ["nato", "nato"]


@pytest.mark.parametrize("who", ["Norwegian television", "Norway's public broadcaster"])
def test_a_paper_of_a_state_is_not_whom_it_is_about(who: str) -> None:
    _, event = only(report(f"Latvia told {who} that Belarus was calm."))
    assert event.about == ("by",)

"""Who is quoted for which words: one phrasing a line, as the words of the speaker and the words said."""

from __future__ import annotations

import pytest

from wireledger.annotate import annotate
from wireledger.extract.speech import attributions, speaker_for, utterances
from wireledger.extract.speech_voices import voices
from wireledger.extract.view import view
from wireledger.model import Block, BlockKind, Report, Source, Span

Told = tuple[str, str]

DIRECT: list[tuple[str, list[Told]]] = [
    ('"We will send forty tanks," Larsen said.', [("Larsen", "We will send forty tanks")]),
    ('"We will send forty tanks," said Larsen.', [("Larsen", "We will send forty tanks")]),
    ('Larsen said: "We will send forty tanks."', [("Larsen", "We will send forty tanks.")]),
    ('Larsen said, "We will send forty tanks."', [("Larsen", "We will send forty tanks.")]),
    ('Larsen states, "The bridge will hold for years."', [("Larsen", "The bridge will hold for years.")]),
    ('The report notes: "The bridge will hold."', [("The report", "The bridge will hold.")]),
    ('In the words of Larsen, "the bridge will hold."', [("Larsen", "the bridge will hold.")]),
    ('As Larsen put it, "the bridge will hold."', [("Larsen", "the bridge will hold.")]),
    ('There were chants of "Hold the line" as he passed.', [("chants", "Hold the line")]),
    ('"The bridge will hold," he says. "It must."', [("he", "The bridge will hold It must.")]),
    ("“The bridge will hold,” the minister added.", [("the minister", "The bridge will hold")]),
    ("''The bridge will hold,'' the minister said.", [("the minister", "The bridge will hold")]),
    ("'The bridge will hold this winter,' the minister said.", [("the minister", "The bridge will hold this winter")]),
    ('In a letter, the author wrote, "The road was long."', [("the author", "The road was long.")]),
    ('After the vote Larsen told reporters, "This is a good day."', [("Larsen", "This is a good day.")]),
    ('"How can we help?" Larsen asked.', [("Larsen", "How can we help?")]),
    ('"How can we help?" Larsen asked reporters on Friday.', [("Larsen", "How can we help?")]),
    ('"Stop it!" the crowd shouted.', [("the crowd", "Stop it!")]),
    ('"It is late," said a senior officer close to the talks.', [("a senior officer close", "It is late")]),
    ('"It is late," Larsen, who leads the ministry, told a newspaper.', [("Larsen", "It is late")]),
    ('"It is late," the assailant, John Larsen, told the court.', [("the assailant", "It is late")]),
    ('"It is late," said Larsen, the former minister.', [("Larsen", "It is late")]),
    ('She went on to say, "Nobody was hurt that night."', [("She", "Nobody was hurt that night.")]),
    ('He tweeted: "Nobody was hurt that night."', [("He", "Nobody was hurt that night.")]),
    ('According to Larsen, "nobody was hurt that night."', [("Larsen", "nobody was hurt that night.")]),
    ('"For me," Larsen said, "he was the best of them all."', [("Larsen", "For me he was the best of them all.")]),
    (
        '"It is late," Larsen said. "We should go home now."',
        [("Larsen", "It is late We should go home now.")],
    ),
    (
        '"It is late. We should go home now," Larsen said.',
        [("Larsen", "It is late. We should go home now")],
    ),
    (
        '"It is late," said Larsen, speaking from the harbour. "We should go home now."',
        [("Larsen", "It is late We should go home now.")],
    ),
    ('Larsen: "Nobody was hurt that night"', [("Larsen", "Nobody was hurt that night")]),
    ('In Larsen\'s words, "nobody was hurt that night."', [("Larsen", "nobody was hurt that night.")]),
    ('"Nobody was hurt that night" – Anna Larsen.', [("Anna Larsen", "Nobody was hurt that night")]),
    ('Anna Larsen was blunt. "Nobody was hurt that night."', [("Anna Larsen", "Nobody was hurt that night.")]),
    ('She was blunt. "Nobody was hurt that night."', [("She", "Nobody was hurt that night.")]),
    (
        '"The ships," Larsen told reporters in Oslo after the meeting, "are late."',
        [("Larsen", "The ships are late.")],
    ),
    (
        "''It isn't true that I am late,'' he said. I do not know why they say it.''",
        [("he", "It isn't true that I am late I do not know why they say it.")],
    ),
]

MIXED: list[tuple[str, list[tuple[str, str, bool]]]] = [
    (
        "After Mr. Larsen said that he was ready to talk, the boats left.",
        [("Mr. Larsen", "he was ready to talk", False)],
    ),
    (
        "When Oslo sent the boats that Kyiv says it needs, it kept the ships.",
        [("Kyiv", "it needs", False)],
    ),
    (
        'Larsen said that the crisis is "only the fault of others," which has closed its ports.',
        [("Larsen", 'the crisis is "only the fault of others', True)],
    ),
    (
        "Oslo had been denying any role since 2014 claiming it was others who did it.",
        [("Oslo", "any role since 2014", False), ("Oslo", "it was others who did it", False)],
    ),
    (
        "She has accused the Russian president, Vladimir Putin, of closing the ports.",
        [("She", "the Russian president, Vladimir Putin, of closing the ports", False)],
    ),
    (
        "Oslo said that the bridge would hold, Reuters reports.",
        [("Oslo", "the bridge would hold", False)],
    ),
    (
        "Oslo said that the bridge would hold, the BBC reported on Friday.",
        [
            ("the BBC", "Oslo said that the bridge would hold", False),
            ("Oslo", "the bridge would hold", False),
        ],
    ),
    (
        "Oslo denied that it had sent ships - that's despite pictures of them.",
        [("Oslo", "it had sent ships", False)],
    ),
    (
        "I've said that the bridge would hold.",
        [("I", "the bridge would hold", False)],
    ),
    (
        'Larsen said he would help. "I am going to stay here all night."',
        [("Larsen", "he would help", False), ("Larsen", "I am going to stay here all night.", True)],
    ),
    (
        'Larsen shared his worry with the crowd, "I do not know which way it goes."',
        [("Larsen", "his worry with the crowd", False), ("Larsen", "I do not know which way it goes.", True)],
    ),
    (
        'Anna Larsen, asked about the road, said: "Let us go home now."',
        [("Anna Larsen", "the road", False), ("Anna Larsen", "Let us go home now.", True)],
    ),
    (
        'Larsen said "most people in the harbour" cannot swim.',
        [("Larsen", '"most people in the harbour" cannot swim', True)],
    ),
    (
        'Larsen said "only boats can end the wait" only Oslo can end.',
        [("Larsen", '"only boats can end the wait" only Oslo can end', True)],
    ),
    (
        'Larsen told them that, "although it is late," the town was "willing to wait".',
        [("Larsen", '"although it is late," the town was "willing to wait"', True)],
    ),
    (
        'Larsen said he would "bring peace" while Berg said the two had met.',
        [("Larsen", 'he would "bring peace"', True), ("Berg", "the two had met", False)],
    ),
    ('Larsen said "it is late" in a letter.', [("Larsen", "it is late", True)]),
    ('Larsen called the plan "a waste" on Friday.', [("Larsen", 'the plan "a waste" on Friday', False)]),
    (
        'Larsen said the town lacks "the strength" needed for a long winter.',
        [("Larsen", 'the town lacks "the strength" needed for a long winter', False)],
    ),
    (
        'The EU, an aide said, "should wait for years and years" with its friends.',
        [("an aide", 'The EU "should wait for years and years" with its friends', True)],
    ),
    (
        'Oslo, an aide said, "is ready to wait for years" with its friends.',
        [("an aide", 'Oslo "is ready to wait for years" with its friends', True)],
    ),
    (
        'Larsen said that "ten boats and a crew of forty" have left the harbour.',
        [("Larsen", '"ten boats and a crew of forty" have left the harbour', True)],
    ),
]

REPORTED: list[tuple[str, list[Told]]] = [
    ("The bridge was cut, said Jane Larsen, head of a team in Oslo.", [("Jane Larsen", "The bridge was cut")]),
    ("The bridge was cut, according to Larsen, the chief of the port.", [("Larsen", "The bridge was cut")]),
    ("Larsen said that the bridge would hold.", [("Larsen", "the bridge would hold")]),
    ("Larsen said the bridge would hold.", [("Larsen", "the bridge would hold")]),
    ("The bridge would hold, Larsen said.", [("Larsen", "The bridge would hold")]),
    ("The bridge, Larsen said, would hold.", [("Larsen", "The bridge would hold")]),
    ("The bridge would hold, according to the ministry.", [("the ministry", "The bridge would hold")]),
    ("According to the ministry, the bridge would hold.", [("the ministry", "the bridge would hold")]),
    ("Larsen told reporters that the bridge would hold.", [("Larsen", "the bridge would hold")]),
    ("Larsen told reporters the bridge would hold.", [("Larsen", "the bridge would hold")]),
    ("Larsen said on Friday that the bridge would hold.", [("Larsen", "the bridge would hold")]),
    ("Larsen said in a statement that the bridge would hold.", [("Larsen", "the bridge would hold")]),
    ("Larsen warned of a long winter.", [("Larsen", "a long winter")]),
    ("Larsen promised to rebuild the bridge.", [("Larsen", "to rebuild the bridge")]),
    ("Larsen denied that the bridge had fallen.", [("Larsen", "the bridge had fallen")]),
    ("Larsen accused the builders of fraud.", [("Larsen", "the builders of fraud")]),
    ("Larsen called for a new bridge.", [("Larsen", "a new bridge")]),
    ("Larsen demanded that the builders pay.", [("Larsen", "the builders pay")]),
    ("Larsen welcomed the verdict.", [("Larsen", "the verdict")]),
    ("Larsen asked whether the bridge would hold.", [("Larsen", "whether the bridge would hold")]),
    ("Larsen believes the bridge will hold.", [("Larsen", "the bridge will hold")]),
    ("They ignored Larsen's warning that the bridge would fall.", [("Larsen", "the bridge would fall")]),
    ("The ministry issued a statement saying the bridge was safe.", [("The ministry", "the bridge was safe")]),
    (
        "Larsen said the bridge was safe, adding that the road was not.",
        [("Larsen", "the bridge was safe"), ("Larsen", "the road was not")],
    ),
    (
        "Larsen said the bridge was safe, but conceded that the road was not.",
        [("Larsen", "the bridge was safe"), ("Larsen", "the road was not")],
    ),
    ("While Larsen says it is safe, the bridge fell a second time.", [("Larsen", "it is safe")]),
    ("Larsen, who leads the ministry, said the bridge was safe.", [("Larsen", "the bridge was safe")]),
    ("Officials said the bridge was safe.", [("Officials", "the bridge was safe")]),
    ("They do not say the bridge is safe.", [("They", "the bridge is safe")]),
    ("Larsen was told by his doctor that he must rest.", [("his doctor", "he must rest")]),
    ("Larsen said the bridge would fall, alarming many in the town.", [("Larsen", "the bridge would fall")]),
    (
        "The bridge held, said the Oslo minister, Dr A. Larsen.",
        [("the Oslo minister, Dr A. Larsen", "The bridge held")],
    ),
    ("The bridge held, the mayor's office, Jane Larsen said.", [("Jane Larsen", "The bridge held")]),
    ("Larsen condemned the raid on the port, it was a turning point.", [("Larsen", "the raid on the port")]),
    ("Larsen condemned the theft and the bridge has been closed.", [("Larsen", "the theft")]),
    ("Larsen's claims of heavy losses were hard to prove.", [("Larsen", "heavy losses")]),
    (
        "Larsen applauded the steps of the town, its schools, and the other harbours around the bay.",
        [("Larsen", "the steps of the town, its schools, and the other harbours around the bay")],
    ),
    (
        "Larsen praised the town's swift, regional answer to the flood.",
        [("Larsen", "the town's swift, regional answer to the flood")],
    ),
    ("Larsen claimed last week to have moved the boats.", [("Larsen", "to have moved the boats")]),
    ("Larsen urged farmers to report where the boats were.", [("Larsen", "farmers to report where the boats were")]),
    ("The boats, which Larsen said would sink, were sold.", [("Larsen", "would sink")]),
    ("Larsen, head of the port and of the fleet, said the boats were gone.", [("Larsen", "the boats were gone")]),
    ("However, Larsen, head of the port, said the boats were gone.", [("Larsen", "the boats were gone")]),
    ("But, the head of the port added, the boats were gone.", [("the head of the port", "the boats were gone")]),
    ("And two, Larsen announced earlier this week.", []),
    ("As Larsen said, the boats are gone.", [("Larsen", "the boats are gone")]),
    ("However, as the ministry has reported, the boats are gone.", [("the ministry", "the boats are gone")]),
    ("The mayor was asked by Jane Larsen whether he would go.", [("Jane Larsen", "whether he would go")]),
    ("Larsen praised the plan, creating a rift in the town.", [("Larsen", "the plan")]),
    ("Larsen praised the mayor and the town, both of whom had worked hard.", [("Larsen", "the mayor and the town")]),
    ("The gate is shut – according to the mayor, it has been for years.", [("the mayor", "it has been for years")]),
    (
        "Larsen urged the town to wait as he said the boats were gone.",
        [("Larsen", "the town to wait"), ("he", "the boats were gone")],
    ),
    ("Larsen said the boats were gone, as roads to the port were closed.", [("Larsen", "the boats were gone")]),
    ("Larsen said the boats were gone, as well as the crew.", [("Larsen", "the boats were gone, as well as the crew")]),
    ("Larsen said the boats were gone, which prompted the town to wait.", [("Larsen", "the boats were gone")]),
    (
        "Larsen said the boats were gone, which the mayor said was a lie.",
        [("Larsen", "the boats were gone"), ("the mayor", "was a lie")],
    ),
    (
        "Larsen said the boats were gone, the paper says.",
        [("the paper", "Larsen said the boats were gone"), ("Larsen", "the boats were gone")],
    ),
    (
        "Larsen said the boats were gone and followed up by saying that the crew was too.",
        [("Larsen", "the boats were gone"), ("Larsen", "the crew was too")],
    ),
    (
        "If Larsen – who has said the boats are gone – returns to the port, we wait.",
        [("who", "the boats are gone")],
    ),
    ("Larsen announced from the White House podium a bridge for the bay.", [("Larsen", "a bridge for the bay")]),
    ("Larsen blamed the town but did not name the mayor.", [("Larsen", "the town")]),
    ("Larsen called for a new court in a late night address on Friday.", [("Larsen", "a new court")]),
    ("Larsen said the boats were gone but without any proof.", [("Larsen", "the boats were gone")]),
    (
        "Larsen deplored the new steps, including the closing of the port.",
        [("Larsen", "the new steps, including the closing of the port")],
    ),
    (
        "Larsen warned that the bridge may fall, as the mayor urged people to stay.",
        [("Larsen", "the bridge may fall"), ("the mayor", "people to stay")],
    ),
    (
        "While Larsen answered in haste – saying the bridge was old – the town waited.",
        [("Larsen", "the bridge was old")],
    ),
    (
        "Larsen called for help, urging the town to pass a plan that includes boats.",
        [("Larsen", "help"), ("Larsen", "the town to pass a plan that includes boats")],
    ),
    ("Larsen announced a bridge for the bay, and we are glad of it.", [("Larsen", "a bridge for the bay")]),
    ("Larsen said the boats were gone, brushing off the mayor.", [("Larsen", "the boats were gone")]),
    ("Larsen called for help: In March, the boats had left.", [("Larsen", "help")]),
    ("The boats were gone, according to Jane Larsen, mayor of Oslo.", [("Jane Larsen", "The boats were gone")]),
    (
        "Amid concern Anna Larsen, the chief of the port of Oslo, which had closed, said the boats were gone.",
        [("Anna Larsen", "the boats were gone")],
    ),
    (
        "Larsen said the boats were gone, but on Friday Berg said they were back.",
        [("Larsen", "the boats were gone"), ("Berg", "they were back")],
    ),
    ("Larsen has always denied he had the boats, but they were found.", [("Larsen", "he had the boats")]),
    ("Larsen said it was ready, but that it would wait.", [("Larsen", "it was ready, but that it would wait")]),
    (
        "Larsen said the wooden boats of the harbour went “in recent weeks,” but the five lists make no mention of it.",
        [("Larsen", "the wooden boats of the harbour went “in recent weeks,”")],
    ),
    ("Larsen said the town was next, even as Oslo sent boats.", [("Larsen", "the town was next")]),
    (
        "Larsen warned the Danish premier, Mette Frederiksen, against a cut.",
        [("Larsen", "the Danish premier, Mette Frederiksen, against a cut")],
    ),
    ("According to the mayor on Friday, the boats were gone.", [("the mayor", "the boats were gone")]),
    (
        "An inquiry opened in Oslo by Norway and Latvia found that the boats were gone.",
        [("An inquiry", "the boats were gone")],
    ),
    (
        "The boats were gone, Larsen said, adding it was late.",
        [("Larsen", "The boats were gone"), ("Larsen", "it was late")],
    ),
    ("Larsen said the boats were gone - a claim the town had made before.", [("Larsen", "the boats were gone")]),
    ("Larsen said the boats were gone, amid a rift over the bridge.", [("Larsen", "the boats were gone")]),
    (
        "Larsen said the boats were gone on Sunday, but the search went on.",
        [("Larsen", "the boats were gone on Sunday")],
    ),
    ("Larsen praised the boats and built a bridge for them.", [("Larsen", "the boats")]),
    ("3 May 2024 21.32 The boats were gone, Larsen said.", [("Larsen", "The boats were gone")]),
    ("Larsen maintains he never left the boats.", [("Larsen", "he never left the boats")]),
    ("Larsen added the boats would leave at noon.", [("Larsen", "the boats would leave at noon")]),
    (
        "Larsen welcomed the plan for the bay while preserving and continuing the work.",
        [("Larsen", "the plan for the bay while preserving and continuing the work")],
    ),
    ("Larsen said he was “very pleased” with the bridge.", [("Larsen", "he was “very pleased” with the bridge")]),
]

SILENT = [
    "Oslo is a threat to peace in the whole bay.",
    "We maintain both the ships and the strength to find boats wherever we go.",
    "Larsen called off the plan for the bridge.",
    "Larsen maintains a small harbour in the north.",
    "Larsen added two boats to the list.",
    "Larsen agreed a price for the boats.",
    "The so-called “iron bridge” stood for years.",
    "The bridge fell at night.",
    "The reported loss was small.",
    "Their claims were many.",
    "The statement was short.",
    "A state of “alert” was not needed.",
    "Back at the harbour the boats were late.",
    "The notes of the choir were clear.",
]


def report(*paragraphs: str, kind: BlockKind = "paragraph") -> Report:
    """A report whose text is these paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks = tuple(Block(Span(at := text.index(p), at + len(p)), kind) for p in paragraphs)
    return Report("r1", text, Source(None, None), blocks=blocks)


def told(*paragraphs: str, kind: BlockKind = "paragraph") -> list[tuple[str, str, bool]]:
    """The speaker's words, the words said (parts joined) and whether in quotation marks, of every attribution."""
    made = report(*paragraphs, kind=kind)
    document = annotate(made)
    found = utterances(document, [view(s) for s in document.sentences])
    return [
        (u.speaker.words if u.speaker else "", " ".join(part.of(made.text) for part in u.parts), u.direct)
        for u in found
    ]


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_a_quotation_behind_reported_words(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_words_in_quotation_marks(text: str, expected: list[Told]) -> None:
    assert told(text) == [(speaker, words, True) for speaker, words in expected]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_words(text: str, expected: list[Told]) -> None:
    assert told(text) == [(speaker, words, False) for speaker, words in expected]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks(text: str) -> None:
    assert told(text) == []


def test_a_quotation_that_goes_on_in_the_next_sentence_counts_for_what_is_direct() -> None:
    (found,) = told('Larsen said the letter from Riga "was long. It was on the boats of the whole bay."')
    assert found == ("Larsen", 'the letter from Riga "was long. It was on the boats of the whole bay.', True)


def test_a_quotation_that_opens_again_in_the_next_paragraph_is_one() -> None:
    found = told('"The night was long," Larsen said. "The water rose.', '"Then it fell again."')
    assert found == [("Larsen", "The night was long The water rose. Then it fell again.", True)]


def test_a_paragraph_of_its_own_goes_on_with_the_last_speaker() -> None:
    found = told('"The night was long," Larsen said.', '"Then the water fell again."')
    assert found == [("Larsen", "The night was long", True), ("Larsen", "Then the water fell again.", True)]


def test_a_paragraph_behind_a_colon_is_told_by_its_speaker() -> None:
    assert told("Larsen said:", '"The night was long."') == [("Larsen", "The night was long.", True)]


def test_a_name_below_a_quotation_is_its_speaker() -> None:
    assert told('"The night was long."', "— Anna Larsen, teacher") == [("Anna Larsen", "The night was long.", True)]


def test_a_turn_of_a_transcript_is_one_utterance() -> None:
    found = told("MINISTER LARSEN: The night was long. He said so.", kind="turn")
    assert found == [("MINISTER LARSEN", "The night was long. He said so.", True)]


def test_attributions_are_plain_records_with_places() -> None:
    made = report('"The night was long," Larsen said.')
    document = annotate(made)
    (speech,) = attributions(document, [view(s) for s in document.sentences])
    assert (speech.speaker, speech.cue, speech.direct) == ("Larsen", "said", True)
    assert speech.words.of(made.text) == "The night was long"
    assert speech.speaker_span is not None
    assert speech.speaker_span.of(made.text) == "Larsen"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Larsen said that the bridge would hold.", "bridge", "Larsen"),
        ("The bridge would hold, officials said.", "bridge", "officials"),
        ("The bridge would hold, according to the ministry.", "hold", "the ministry"),
        ('"The bridge will hold," Larsen said.', "hold", "Larsen"),
        ("Larsen said that the bridge would hold.", "Larsen", None),
        ("The bridge would hold.", "bridge", None),
    ],
)
def test_who_is_quoted_for_a_clause(text: str, word: str, expected: str | None) -> None:
    (sentence,) = annotate(report(text)).sentences
    at = next(i for i, token in enumerate(sentence.tokens) if token.text == word)
    assert speaker_for(view(sentence), at) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Larsen said that the bridge would hold.", "bridge", "Larsen"),
        ("Larsen came to the harbour. He said that the bridge would hold.", "bridge", None),
        ("Norway announced that the bridge would hold.", "bridge", None),
        ("The Norwegian government said that the bridge would hold.", "bridge", "The Norwegian government"),
        ('"It is late," Larsen said. "The bridge will hold."', "bridge", "Larsen"),
        ("Larsen hopes that the bridge will hold.", "bridge", None),
    ],
)
def test_the_voice_at_a_place(text: str, word: str, expected: str | None) -> None:
    document = annotate(report(text))
    assert voices(document, [view(s) for s in document.sentences]).at(text.index(word)) == expected

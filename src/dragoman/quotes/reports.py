"""Reported speech: each rule takes a sentence and gives the reports that it finds there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from dragoman.model.text import Span
from dragoman.quotes.attributions import speaker_for
from dragoman.quotes.cues import Said, cues_in
from dragoman.quotes.headlines import dash_name
from dragoman.quotes.report import Report
from dragoman.quotes.scene import Scene
from dragoman.quotes.sources import by_source
from dragoman.quotes.voices import Voice
from dragoman.syntax.tree import Sentence, Token

CONJUNCTIONS = frozenset({"что", "как", "чтобы", "будто", "насколько", "почему", "зачем"})
BEFORE_TALKED_OF = frozenset({"о", "об", "обо", "на", "про"})
IMPUTED = frozenset({"think", "hope"})
"""Kinds of cue that, beside a source, are part of what the source says: "по мнению экспертов, лидер надеется, что"."""

IMPERSONAL = frozenset({"say", "write", "stress", "explain", "confirm", "recall", "announce", "admit"})
"""Kinds of cue whose passive reports somebody's words; "ожидается", "считается" give an opinion of nobody."""


def reports_in(scene: Scene, sentence: Sentence) -> list[Report]:
    """The reports of a sentence in text order, one a speaker; relays and outer reports of nested ones left out."""
    told = [(s, report) for s in cues_in(scene, sentence) for report in _by_cue(scene, s)]
    sources = [_of_source(sentence, *source) for source in by_source(scene, sentence)]
    found = [_nested(report, s, told) for s, report in told if not (sources and s.cue.kind in IMPUTED)]
    return _one_a_speaker(sorted([*found, *sources, *dash_name(scene, sentence)], key=lambda r: r.at))


def _nested(report: Report, said: Said, told: list[tuple[Said, Report]]) -> Report:
    """The report marked as outer where all that it tells is what somebody else said."""
    if any(_nested_in(inner, said) and not _same_voice(report, r) for inner, r in told if inner is not said):
        return msgspec.structs.replace(report, outer=True)
    after = report.rule == "after-content" and any(r.rule == "that-clause" and r.at < report.at for _, r in told)
    return msgspec.structs.replace(report, outer=after)


def _nested_in(inner: Said, outer: Said) -> bool:
    """Whether the inner cue is all that the outer one tells: "в Кремле сообщили, что министр отметил"."""
    tokens = inner.sentence.tokens
    verb = tokens[inner.verb]
    if inner.verb < outer.verb or verb.head != outer.verb or verb.rel != "ccomp":
        return False
    # "отметил, что стороны обсудили торговлю, а министр заявил": more is told than what the inner one says
    return not any(token.feats.get("VerbForm") == "Fin" for token in tokens[outer.verb + 1 : inner.verb])


def _one_a_speaker(found: list[Report]) -> list[Report]:
    kept: list[Report] = []
    for report in found:
        if not any(_same_voice(report, other) for other in kept):
            kept.append(report)
    return kept


def _same_voice(one: Report, other: Report) -> bool:
    if one.voice is None or other.voice is None:
        return one.voice is other.voice or one.continues or other.continues
    if _nameless(one.voice) or _nameless(other.voice):
        return True
    a, b = one.voice.speaker, other.voice.speaker
    return a.span == b.span or (a.name is not None and a.name == b.name)


def _nameless(voice: Voice) -> bool:
    return voice.kind == "pronoun" and not voice.named


def _by_cue(scene: Scene, said: Said) -> Iterator[Report]:
    for rule in RULES:
        report = rule(scene, said)
        if report is not None:
            if _may_report(report):
                yield report
            return


def _may_report(report: Report) -> bool:
    """A medium only hands on; a press service speaks for itself only with "сообщила, что"."""
    if report.voice is None:
        return report.rule == "that-clause" and (report.continues or report.cue == "сообщить")
    relay = report.voice.relay
    return relay is None or (relay == "press" and report.rule in ("that-clause", "about"))


def _report(scene: Scene, said: Said, rule: str, evidence: Span | None = None) -> Report:
    voice = speaker_for(scene, said)
    sentence = said.sentence
    at = sentence.tokens[said.verb].span.start
    return Report(
        evidence or sentence.span,
        voice,
        said.cue.infinitive,
        at,
        rule,
        voice is None and _continues(said),
        impersonal=said.shape == "passive",
    )


def _continues(said: Said) -> bool:
    """Whether a cue without a speaker goes on with the one before: "отмечается", "добавил"; not "сообщается"."""
    if said.shape == "passive":
        return said.cue.infinitive != "сообщить"
    alone = said.sentence.child(said.verb, "nsubj") is None
    return alone and said.shape == "finite" and said.sentence.tokens[said.verb].feats.get("Number") == "Sing"


def about_that(scene: Scene, said: Said) -> Report | None:
    """ "Об этом рассказал министр": the content is the sentence before, or stands before these words."""
    at = _of_this(said)
    if at is None or said.shape == "gerund" or said.cue.kind == "relay":
        return None
    evidence = said.sentence.span if _tells_before(said, at) else _sentence_before(scene, said.sentence)
    return _report(scene, said, "about-that", evidence) if evidence else None


def _of_this(said: Said) -> int | None:
    """Where "об этом" or "о чём" stands: beside the cue, hung from it, or at the sentence's beginning before it."""
    tokens = said.sentence.tokens
    for i in range(min(len(tokens) - 1, said.verb + 4)):
        if tokens[i].text.lower() in ("об", "о") and tokens[i + 1].text.lower() in ("этом", "чем", "чём"):
            beside = i >= said.verb - 6 or tokens[i + 1].head == said.verb or (i == 0 and _first_verb(said))
            ends = i + 2 >= len(tokens) or tokens[i + 2].pos != "NOUN" or tokens[i + 2].head != i + 1
            if beside:
                return i if ends and not _determines(tokens, i + 1) else None
    return None


def _first_verb(said: Said) -> bool:
    """Whether no finite verb stands before the cue but one after "как" ("Об этом, как передаёт X, рассказал")."""
    tokens = said.sentence.tokens
    return all(
        i > 0 and tokens[i - 1].text.lower() == "как"
        for i in range(said.verb)
        if tokens[i].pos == "VERB" and tokens[i].feats.get("VerbForm") == "Fin"
    )


def _determines(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether "этом" belongs to a noun after it ("об этом плане")."""
    return tokens[index].rel == "det" and tokens[index].head > index


def _tells_before(said: Said, at: int) -> bool:
    """Whether a verb that is no cue stands before "об этом" in the sentence."""
    for i in range(at):
        token = said.sentence.tokens[i]
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin" and _next_clause_ends(said.sentence, i, at):
            previous = said.sentence.tokens[i - 1].text.lower() if i else ""
            return previous != "как"
    return False


def _next_clause_ends(sentence: Sentence, verb: int, at: int) -> bool:
    return any(sentence.tokens[i].text == "," for i in range(verb, at))


def _sentence_before(scene: Scene, sentence: Sentence) -> Span | None:
    number = sentence.number
    return scene.parse.sentences[number - 1].span if number else None


def as_said(scene: Scene, said: Said) -> Report | None:
    """ "Как отметил министр, …": the rest of the sentence is his."""
    tokens = said.sentence.tokens
    before = [token.text.lower() for token in tokens[max(0, said.verb - 3) : said.verb]]
    if "как" not in before or said.shape != "finite" or "," in before[before.index("как") :]:
        return None
    report = _report(scene, said, "as-said")
    return report if report.voice else None


def that_clause(scene: Scene, said: Said) -> Report | None:
    """ "Министр отметил, что …", "отметив, что …", "сообщается, что …"."""
    if "that-clause" not in said.licenses or not _has_clause(said):
        return None
    if said.shape == "passive" and said.cue.kind not in IMPERSONAL:
        return None
    return _report(scene, said, "that-clause")


def _has_clause(said: Said) -> bool:
    tokens = said.sentence.tokens
    for i in range(said.end + 1, len(tokens) - 1):
        if tokens[i].text == "," and tokens[i + 1].text.lower() in CONJUNCTIONS:
            return True
        if tokens[i].text == ":" or (tokens[i].text == "," and tokens[i + 1].lemma == "который"):
            return tokens[i].text == ":"
        if tokens[i].pos == "VERB" and tokens[i].feats.get("VerbForm") == "Fin":
            return False
    return False


def after_content(scene: Scene, said: Said) -> Report | None:
    """ "Переговоры пройдут в мае, заявил министр.", "…, сообщили в министерстве"."""
    if said.shape != "finite" or not {"direct", "that-clause"} & said.licenses or not _opens_clause(said):
        return None
    report = _report(scene, said, "after-content")
    span = report.voice.speaker.span if report.voice else None
    return report if span is not None and span.start > report.at else None


def _opens_clause(said: Said) -> bool:
    """Whether a comma or dash stands right before the cue, but for an adverb."""
    tokens = said.sentence.tokens
    i = said.verb - 1
    while i > 0 and tokens[i].pos in ("ADV", "PART"):
        i -= 1
    return i > 0 and tokens[i].text in (",", "—", "–", "-")


def about(scene: Scene, said: Said) -> Report | None:
    """ "Сообщил о готовности приехать", "указал на разногласия", "выразил надежду на встречу"."""
    if "about" not in said.licenses or said.shape == "passive":
        return None
    if said.end == said.verb and not _talked_of(said):
        return None
    return _report(scene, said, "about")


def _talked_of(said: Said) -> bool:
    for child in said.sentence.children(said.verb):
        token = said.sentence.tokens[child]
        if token.pos in ("NOUN", "PROPN", "PRON") and child > said.verb:
            case = [said.sentence.tokens[c].text.lower() for c in said.sentence.children(child)]
            if BEFORE_TALKED_OF & set(case):
                return True
    return False


def noun_content(scene: Scene, said: Said) -> Report | None:
    """ "Подтвердил подготовку визита", "раскритиковала порядки"."""
    if "noun" not in said.licenses or said.shape == "passive":
        return None
    obj = said.sentence.child(said.verb, "obj", "iobj")
    if obj is None or said.sentence.tokens[obj].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    return _report(scene, said, "noun")


def called(scene: Scene, said: Said) -> Report | None:
    """ "Назвал встречу успешной": something in the accusative is called something in the instrumental."""
    if "call" not in said.licenses or said.shape == "passive":
        return None
    children = [said.sentence.tokens[c] for c in said.sentence.children(said.verb)]
    named = any(token.feats.get("Case") == "Ins" for token in children)
    obj = any(token.rel == "obj" for token in children)
    return _report(scene, said, "called") if named and obj else None


def urged(scene: Scene, said: Said) -> Report | None:
    """ "Призвал стороны сесть за стол", "пообещал приехать"."""
    if "infinitive" not in said.licenses or said.shape == "passive":
        return None
    children = [said.sentence.tokens[c] for c in said.sentence.children(said.verb)]
    wanted = any(token.feats.get("VerbForm") == "Inf" for token in children)
    return _report(scene, said, "urged") if wanted else None


RULES: tuple[Callable[[Scene, Said], Report | None], ...] = (
    about_that,
    as_said,
    that_clause,
    after_content,
    about,
    noun_content,
    called,
    urged,
)
"""In this order; the first that takes a cue has it."""


def _of_source(sentence: Sentence, voice: Voice, cue: str, at: int) -> Report:
    return Report(sentence.span, voice, cue, at, "source")

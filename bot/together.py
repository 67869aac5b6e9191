"""Which messages are understood together: people write in pieces.

The rule: messages of one conversation that wait at the same time are one request, in the order in
which they came, if they are nothing but words. A button, a command («cancelar», «sí», «0»), a file
or a shared place stays what it is, and stands between the words before it and after it. How long
they wait for one another, `pause` says; what comes while the desk is answering is taken together
with the next turn. Danger to life is taken first, whatever came before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.dialogue import alarms, misspoken
from bot.dialogue.reading import either, typed, unfinished
from handoff.exchanges import Unhandled
from nlu.interpretation import Interpretation

SHORTEST = 3  # words from which a part of a sentence may be a matter of its own
MOST_PARTS = 12
BARE = {"message_id", "wa_id"}  # what a channel notes of a message that is nothing but words
COURTESY = ("saludo", "gracias", "despedida")
# A full stop after «col», «av», «núm» ends no sentence.
_STOP = r"(?<!\bcol)(?<!\bav)(?<!\bave)(?<!\bblvd)(?<!\bfracc)(?<!\besq)(?<!\bnum)(?<!\bmpio)\."
_ENDS = re.compile(
    rf"(?:[;!?\n]|{_STOP})+|,? y (?=\w)"
    r"|,\s*(?=(?:adem[aá]s|tambi[eé]n|tampoco|aparte|no|hay|se|ya|es que)\b)"
    # «Para mi negocio no, para la casa»
    r"|(?<= no),\s*(?=(?:(?:sino|es) )?(?:para|de|del|con|por|el|la|los|las)\b)",
    re.IGNORECASE,
)
# «No hay agua ni luz en el centro»: both are missing, and both there.
_A_THING = r"(?:(?:el|la|los|las|de) )?(?!hay\b|me\b|nos\b|se\b|pa(?:ra)?\b)\w{3,}"
_NEITHER = re.compile(
    r"(?P<denied>\bno (?:(?:me|nos) )?(?:hay|tengo|tenemos|llegan?|cae|salen?|sirven?|pasan?"
    rf"|funcionan?))(?: ni)? (?P<first>{_A_THING})(?:,? (?:(?:y |ni )?tampoco|ni|y)) "
    rf"(?P<second>{_A_THING})(?P<place> (?:en|desde|por|aqu[ií])\b[^.,;!?\n]*)?"
    r"(?=[.,;!?\n]| (?:ni|y|tampoco)\b|$)",
    re.IGNORECASE,
)
# «No recogen la basura ni prenden las lámparas»
_NOR = re.compile(
    r"(?P<denied>\bno (?:(?:me|nos|se|l[oa]s?) )*\w{3,}[^.,;!?\n]{2,60}?),? ni"
    r" (?=(?:(?:me|nos|se) )?\w{3,}[ae]n (?:el|la|los|las|una?|mis?) \w)",
    re.IGNORECASE,
)
# «El pago del agua y de la luz»: two payments.
_OF = r"(?:del|de(?: la| los| las)?) \w{3,}"
_OF_BOTH = re.compile(
    rf"\b(?P<head>pagos?|recibos?|cobros?|cuentas?|deudas?|falta) (?P<first>{_OF}),? y"
    rf" (?P<second>{_OF})",
    re.IGNORECASE,
)
# «Una queja del bache y del agua y de la luz», «reportar el agua, la luz y la basura».
_ONE = r"(?:(?:(?:con|por|de|sobre) )?(?:el|la|los|las|un|una|unos|unas)|del) \w{3,}\b"
_REPORTED = re.compile(
    r"(?:\b(?:quier\w+|quisiera|veng\w+|a|para|poner|hacer|levantar|dejar|tengo|hay|un|una|unos|unas"
    r"|vari[oa]s) )*\b(?:quejas?|reportes?|problemas?|fallas?|quejarme|report(?:ar|o))"
    rf" (?P<things>{_ONE}(?:(?:,? y|,) {_ONE})+)(?: (?=en |por |aqu[ií] ))?",
    re.IGNORECASE,
)
_LED = re.compile(r"(?:^|,? y |, )(?:(?:con|por|de|sobre) |d(?=el ))?", re.IGNORECASE)
# «No es atención médica, es fumigación»: what it is, by itself
_IS_NO = r"(?:es|era|fue|son|hablo|se trata) (?:de |del |por )?"
_WANTS_NO = r"(?:quiero|ocupo|necesito|pido|busco) (?!\w+[aei]r(?:l[aeo]s?)?\b)"
_CONTRAST = re.compile(
    rf"(?P<denied>\bno (?:{_IS_NO}|{_WANTS_NO})[^,;.!?\n]{{2,30}}),\s*"
    r"(?=(?:yo )?(?:es|era|fue|son|sino|quiero|ocupo|necesito|pido|busco|hablo|lo que)\b)",
    re.IGNORECASE,
)
# «No hay agua, huele feo el dren y el alumbrado no sirve»: up to the last one, commas part them.
_ENUMERATED = re.compile(  # bounded, so that «, , , ,» costs little
    r"(?<![^.;:!?\n])[^.;:!?\n]{0,200},[^.;:!?\n]{0,200} y (?=\w+ \w+ \w)"
)
_NEXT = re.compile(
    r",\s*(?=\w+ \w+ (?!y\b)\w)(?!(?:que|pero|porque|pues|en|de|del|a|al|con|sin|por|para|entre"
    r"|frente|cerca|aunque|si|cuando|donde|como|desde|hasta|soy|somos|es|son|era|est\w+|toy|and\w+"
    r"|viv\w+|tiene|tengo|me|nos|se|mi|mis|le|les|lo|col|colonia|calle|av|avenida|fracc\w*|barrio"
    r"|ejido)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:^|[:\n]|\b(?:cosas|asuntos|problemas|reportes)\b)[\s,]*1\s*[.)\-]*\s+(?=\D)"
    r"|(?<=[.!?])\s+1\s*[.)\-]+\s*(?=\D)"
)
_MARK = "\x1f"  # before what has a number of its own
_NUMBERED = r"[\s,;]+(?:y\s+)?{}\s*[.)\-]*\s+(?=\D)"
# «Necesito tres cosas: una andadera, que arreglen el camino, y saber de la beca.»
_LIST = re.compile(
    r"\b(?:quiero|quisiera|queremos|necesit(?:o|amos)|ocup(?:o|amos)|pido|pedimos|solicit(?:o|amos)"
    r"|traigo|(?:dos|tres|cuatro|varios|varias|unos|unas) \w+:)[^.;!?\n]*",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:,|:)\s+(?=(?:que|un|una|unos|unas|el|la|los|las|mi|mis|lo|saber|ver|pedir|reportar)\b)",
    re.IGNORECASE,
)
# Where or since when something is that another sentence tells: «en mi casa», «desde el lunes».
_COMPLEMENT = re.compile(r"(?:en|desde|hasta|frente|cerca|junto|entre|por)\b", re.IGNORECASE)
LONGEST_COMPLEMENT = 4  # words
LONGEST_LIST = 20  # words before the last of it
_THING = re.compile(r"(?:una?|otr[oa]|unos|unas|ocupo|necesito|busco|pido)\b", re.IGNORECASE)

Heard = tuple[Unhandled, Interpretation | None]  # None: the engine failed on it


@dataclass(frozen=True, slots=True)
class Turn:
    """Messages that are answered once: `text` is what they say together."""

    messages: tuple[Unhandled, ...]
    text: str


def turns(heard: Sequence[Heard]) -> list[Turn]:
    """The turns of one conversation, from what waits in it."""
    urgent = [each for each in heard if _is_urgent(each)]
    calm = [each for each in heard if not _is_urgent(each)]
    return [_turn(run) for run in (*_runs(urgent), *_runs(calm))]


def parts(text: str) -> list[str]:
    """The sentences in which a matter of its own may be told; none if there is only one. What has a
    number of its own is one, however short: «1) falta agua 2) beca»."""
    text = _listed(_unnumbered(_with_both(either.apart(text, _MARK))))
    found = [each.strip(" ,") for each in _ENDS.split(text)]
    long = [each.strip(_MARK) for each in found if each[:1] == _MARK or _may_be_a_matter(each)]
    return long[:MOST_PARTS] if len(long) > 1 else []


def _may_be_a_matter(part: str) -> bool:
    words = len(part.split())
    is_complement = words <= LONGEST_COMPLEMENT and _COMPLEMENT.match(part)
    return not is_complement and words >= SHORTEST - bool(_THING.match(part))


def _unnumbered(text: str) -> str:
    """«Tengo tres cosas: 1 hay baches 2 no hay luz» in sentences, those of the list marked."""
    found = _FIRST.search(text)
    for number in range(2, MOST_PARTS):
        if found is None:
            break
        text = f"{text[: found.start()]}. {_MARK}{text[found.end() :]}"
        found = re.compile(_NUMBERED.format(number)).search(text, found.start())
    return text


def _listed(text: str) -> str:
    """What is wished for or told in a list, each in a sentence of its own."""
    text = _LIST.sub(lambda found: _ITEM.sub(". ", found[0]), text)
    return _ENUMERATED.sub(_parted, text)


def _parted(found: re.Match[str]) -> str:
    """A story is none."""
    is_short = len(found[0].split()) <= LONGEST_LIST
    return _NEXT.sub(". ", found[0]) if is_short else found[0]


def is_words(message: Unhandled) -> bool:
    """Whether a message is nothing but words. One that has failed is tried alone, so that it harms
    no other."""
    is_plain = not message.failures and set(message.content or ()) <= BARE
    return is_plain and bool(message.text.strip()) and typed.command_in(message.text) is None


def _with_both(text: str) -> str:
    """«No hay agua en el centro. no hay luz», «pago del agua. pago de la luz», «problema con el
    agua. problema con la luz», «no es bache. es una fuga»."""
    text = _NOR.sub(r"\g<denied>. no ", text)
    text = _CONTRAST.sub(rf"\g<denied>. {_MARK}", text)
    text = _REPORTED.sub(lambda found: f"{_LED.sub('. problema con ', found['things'])}. ", text)
    text = _OF_BOTH.sub(r"\g<head> \g<first>. \g<head> \g<second>", text)
    return _NEITHER.sub(r"\g<denied> \g<first>\g<place>. \g<denied> \g<second>", text)


def _runs(heard: Sequence[Heard]) -> list[list[Heard]]:
    runs: list[list[Heard]] = []
    for each in heard:
        if runs and is_words(runs[-1][-1][0]) and is_words(each[0]):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _turn(run: Sequence[Heard]) -> Turn:
    """Without the greetings among the words: «Ana Soto» and «gracias» is a name."""
    said = [each.text.strip() for each, meaning in run if not _is_courtesy(meaning)]
    text = misspoken.put_right(as_one(said) or run[-1][0].text)
    return Turn(tuple(each for each, _ in run), text)


def as_one(said: Iterable[str]) -> str:
    """Each in a line of its own, but for the rest of a sentence."""
    text = ""
    for each in said:
        text += (" " if unfinished.is_told(text.rpartition("\n")[2]) else "\n") + each
    return text.strip()


def _is_courtesy(meaning: Interpretation | None) -> bool:
    if meaning is None or meaning.entities or len(meaning.text.split()) > SHORTEST:
        return False
    return meaning.intent in COURTESY and meaning.confidence > 0.9


def _is_urgent(heard: Heard) -> bool:
    return heard[1] is not None and not alarms.is_none(heard[1])

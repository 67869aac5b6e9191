"""What people say of the two ways for a matter of others: their contact, or that we send it."""

import re

from bot.dialogue.reading import saying

_NUMBER = r"(?:numeros?(?! \d)|telefonos?|tel|contactos?|datos|number(?! \d)|phone)"
_BOTH = re.compile(
    r"\b(?:las|los) (?:dos|2)\b|\bamb[oa]s\b|\bboth\b|\bcualquiera\b|\b(?:da|es) igual\b"
    r"|\b(?:como|lo que|cual|la que) sea\b"
    r"|\b(?:una|lo uno) y (?:otra|lo otro)\b"
)
_CONTACT = re.compile(
    rf"\b(?:{_NUMBER}|direct[oa]|directamente|marc(?:o|ar|arles?)|llam(?:o|ar|arles?)|hablarles?)\b"
    r"|\bcomunic\w+\b(?! (?:con|a) (?:un|una|alguien)\b)|^(?:(?:la|el|lo) )?(?:primer[oa]?|1|uno)$"
    r"|\byo (?:les?|voy|mism[oa]|hablo)\b"
)
_SENT = re.compile(
    r"\b(?:env[ií]|mand|canali[zc]|regist(?:r|er)|report|tramit|encarg(?!ad))(?!\w*(?:me|nos)(?:l[oa]s?)?\b)\w*"
    r"|\b(?:por mi|ustedes|usted|send|file it)\b|\b(?:levant|hag)\w+\b.*\breporte\b"
    r"|^(?:(?:la|el|lo) )?(?:segund[oa]|2|dos)$"
)
# «¿Puedo mandar a mi hijo?», «¿ustedes qué hacen entonces?»
_IS_ELSE = re.compile(
    r"\b(?:puedo|podria|quiero|voy a|vamos a) (?:mand|envi)ar a \w+"
    r"|\bque (?:hac|ofrec|atiend|son)\w* usted|\busted(?:es)? (?:que|a que|donde|quien|como)\b"
)
# «Ok, ahorita les marco», and nothing asked.
will_call = saying.anywhere(
    r"\b(?:marco|llamo|hablo|(?:voy|vamos) a (?:marcar|llamar|hablar)\w*|i (?:ll|will) call)\b",
    unless=rf"\b(?:{_NUMBER}|que|quien|donde|who|no|si)\b",
)
# «Ya llamé y no me contestan»: who has called them in vain does not need their number.
has_tried = saying.anywhere(
    r"\bya (?:(?:los|las|les?|la|lo|me|se) )*(?:(?:llam|marq|habl|report|avis)\w+|dij\w+(?= ))"
    r"|\bno (?:(?:me|nos) )?(?:contest|respond|hacen caso)\w*|\bno han (?:venido|ido|hecho)\b"
    r"|\b(?:already|they don t answer)\b"
)
# «Ya fui a OOMAPAS y me dijeron que es del vecino, que ellos no se meten»
is_turned_away = saying.anywhere(
    r"\b(?:(?:me|nos) (?:dijeron|dicen|contestaron|salen con)|dicen) (?:ahi )?que (?:\w+ ){0,8}?"
    r"(?:no (?:se meten|pueden|(?:l[eo]s?|me) toca|es de ell[oa]s)|es (?:del?|cosa|asunto))\b"
)
# «Ya les marqué al 072 y no me hacen caso, ¿qué hago?»: of an office, and hardly anything else.
_TRIED = (
    r"(?:llam|marc|marqu|habl|report|avis|(?<!quien )fui|fuimos|acudi|quej|pedi|pid|insist)"
    r"(?!ar\b)\w*|\b(?:called|reported|told|went|asked|phoned)"
)
_IN_VAIN = (
    r"(?:no|nadie|ni|nunca|tampoco|jamas) (?:(?:me|nos|l[aeo]s?|se|han?|ha|siquiera) )*"
    r"(?:h[ai]c\w+ (?:\w+ )?(?:caso|nada)|(?:hech|h)o (?:caso|nada)|pelan?\b|contest\w+|respond\w+"
    r"|resuelv\w+|resolv\w+|atien\w+|atend\w+|vien\w+|vin\w+|venido|van?\b(?! a \w)|fueron"
    r"|escuch\w+|caso)"
    r"|me (?:ignor|dan largas|traen vuelta)\w*|ni caso|sin respuesta"
    r"|(?:nobody|no one|they (?:don t|never|won t|didn t)) (?:\w+ ){0,2}?"
    r"(?:answer|come|came|care|listen|help|do|did|respond)\w*|\bignor(?:e|ed|ing) (?:me|us)"
)
_SAID_BESIDES = re.compile(
    rf"\b(?:{_TRIED}|{_IN_VAIN}|\d+|y|si|ya|pero|les?|l[ao]s?|al?|el|del?|en|me|nos|que|hago|hacemos"
    r"|entonces|oiga|pues|quien|donde|con|acudo|voy|mil|muchas|varias|dos|tres|veces|vez|dias|un"
    r"|municipio|ayuntamiento|oficinas?|palacio|servicio|numero|i|we|already|what|do|they|the|and"
    r"|to|but|who|can|should)\b"
)
_EMERGENCY = re.compile(
    r"\b(?:911|9 1 1|emergenci\w+|ambulanc\w+|patrull\w+|policia\w*|bomber\w+|cruz roja|police"
    r"|ambulance|firem[ae]n)\b"
)
_OFFICE = re.compile(r"\b0\d\d\b|\b(?:municipio|ayuntamiento|oficinas?|palacio municipal)\b")
AT_MOST = 3  # words of anything else
# «Mándelo usted: el semáforo…»; not «mándenlo arreglar».
_SEND = r"(?:mand|envi|canali[zc]|registr|tramit)(?:[ae]n?|ar)"
_is_to_be_sent = saying.anywhere(
    rf"(?<!no ){_SEND}(?:se|me)?l(?:o|a(?= ustedes?\b))\b(?! (?:a )?\w+[aei]r\b)"
    rf"|ustedes? (?:mism[oa]s? )?(?:me )?l[oa] {_SEND}\b|(?<!no )l[oa] {_SEND} ustedes?\b"
    r"|levant[ae]n?me (?:el|un|mi) reporte\b"
)
# The matter is told along with the wish to call: «no hay luz, ¿a qué número marco?»
asks_number = saying.anywhere(
    rf"\b(?:a|de) (?:que|cual) {_NUMBER}\b|\ba (?:quien|donde) (?:le |les )?(?:llam|marc|habl)\w*"
    rf"|\b(?:cual es|que|(?<!no me )d[ae]n?(?:me)?|deme|dame|pas[ae]n?me|tienen?|necesito|ocupo)"
    rf" (?:el |su |un |algun )?{_NUMBER}\b|\bwho (?:do|should|can) i call\b"
)
_ASKS_THEIRS = re.compile(
    rf"(?:(?:si|y|no|just|please|mejor|pues|oiga|bueno|entonces|ok|pero|gracias|disculpe) )*"
    rf"(?:(?:me (?:puede )?(?:das?|dar|pasas?|pasar)|d[ae]n?me|darme|pas[ae]n?me|quiero|necesito"
    rf"|ocupo|cual es|tiene) (?:el |su |un |algun )?{_NUMBER}(?: de (?:(?:la|el) )?\w+)?"
    rf"|(?:el )?contacto directo|(?:el |su )?{_NUMBER} de (?:ellos|ahi|alla)"
    r"|give me (?:the|their) (?:number|contact|phone)|what is their (?:number|phone)"
    rf"|(?:a|de) (?:que|cual) {_NUMBER} (?:puedo |podemos |hay que |tengo que |debo )?"
    r"(?:llam|marc|marqu|habl|comunic)\w*|a quien (?:le |les )?(?:puedo |podemos |debo )?"
    r"(?:llam|marc|habl)\w*"
    rf"|(?:cual|que) {_NUMBER} es|what number (?:do|can|should) i call)"
    r"(?: (?:mejor|por favor|porfa|directo|gracias|please|ahi|alla|yo|mientras(?: tanto)?))*"
    r"(?: (?:a|al)?(?: ?(?:donde|que|cual|para|pa))+ (?:(?:yo|pueda|puedo|poder|les?|se) )*"
    r"(?:llam|habl|marc|comunic)\w*)?(?: (?:para|pa) que (?:(?:no|ya|me|nos|l[ao]s?|se) )+\w+.*)?"
)
_AND_THEIRS = re.compile(
    rf"(?:(?:gracias|ok|bueno|oiga|si|pero) )*y (?:el |su |un |por )?{_NUMBER}"
)
_IS_IT = re.compile(
    r"(?:(?:y|entonces|o sea) )*(?:(?:que )?es|marco|llamo|hablo) (?:al? |el )?\d{3}"
)

# «¿Me pueden hablar por teléfono?»: whoever attends it, later.
asks_to_be_called = saying.anywhere(
    r"\b(?:me|nos) (?:pueden?|podrian?|van a)? ?(?:habl|llam|marc|marqu)(?:en|an|ar|e|a)"
    r" (?:\w+ )?(?:por|al) (?:tel|cel|numero)\w*"
    r"|\b(?:habl|llam|marc|marqu)[aeu]\w*(?:me|nos) (?:\w+ )?(?:por|al) (?:tel|cel|numero)\w*"
)

_NOTES = re.compile(
    r"(?=(?:ah|oh|ya|mmm?|aja)\b|.* ya$)(?:(?:ah|oh|ok|okey|oki|bueno|ya|mmm?|aja|mira|esta|bien|va"
    r"|entonces|pues|vea|entiendo|oh well) ?)+"
)

# «Que no me marquen, mejor mensaje», «no contesto llamadas».
MOST_WORDS = 14
_WRITING = r"(?:correo|e ?mail|mensaj\w+|whats\w*|textos?|escrib\w+|escrito)"
_TO_CALL = r"(?:llam|marqu|marc|habl|telefon)(?!o\b)\w+"
_IN_WRITING = re.compile(
    rf"(?=.*\b(?:no|sin|nada de)(?: \w+){{0,4}}? {_TO_CALL}|(?:\w+ )*{_WRITING}\b)"
    r"(?:(?:y|pero|que|no|ni|se|me|le|les|nos|lo|mejor|por|un|en|de|del|favor|porfa|quier[oe]"
    r"|prefier[oe]|de preferencia|solo|solamente|nomas|nada|mas|bien|puros?|sin|a|mi|el|ella|al"
    r"|telefono|tel|cel|celular|oiga|pues|es|si|pued[eo][ns]?|podemos|mand(?:en|ar|em|el)\w*|contest(?:o|a|amos|ar)"
    rf"|vayan|van|gusta|trabajo|estoy|porque|{_WRITING}|{_TO_CALL}|telefono) ?)+"
)

# «Es que no sé escribir»; not «no sé escribir el nombre».
cannot_write = saying.only(
    r"(?:(?:es|que|pues|yo|la verdad|disculpe|perdon|oiga|joven|porque|por eso|ahi|va"
    r"|l[ae]s?|mand[eo]|una?|el|audio|nota|mensaje|de voz) )*"
    r"(?:no (?:se|puedo|alcanzo a) (?:leer (?:ni|y) )?escribir|no se leer"
    r"|(?:no veo(?: bien)?|batallo(?: mucho)?) (?:para|pa) escribir"
    r"|i (?:can t|cannot|don t know how to) (?:read or )?write)"
    r"(?: (?:muy|bien|mucho|casi|nada|en|el|la|celular|telefono|aqui|por eso|l[ae]s?|mand[eo]|un"
    r"|audio))*"
)

# «¿Y no me lo pueden mandar ustedes?», «mándenselo al ayuntamiento»; not «me lo mandaron».
_WANTS_IT_SENT = re.compile(
    r"\b(?:mand|envi|canali[zc]|registr|report|tramit|apunt|anot)(?:en|ar|(?:[ae]n?|ar)(?:se|me)?l[oa])\b"
)


def is_in_vain(text: str, *, besides: int = AT_MOST) -> bool:
    """Whoever attends it was asked before, and does nothing; not so of an emergency. `besides`:
    the most words of anything else."""
    plain = saying.bare(text)
    is_said = re.search(rf"\b(?:{_TRIED})", plain) and re.search(rf"\b(?:{_IN_VAIN})", plain)
    if not is_said or _EMERGENCY.search(plain):
        return False
    return len(_SAID_BESIDES.sub(" ", plain).split()) <= besides


def names_office(text: str) -> bool:
    return bool(_OFFICE.search(saying.bare(text)))


def wants_it_sent(text: str) -> bool:
    """By us, and hardly anything else."""
    plain = saying.bare(text)
    is_short = len(plain.split()) <= MOST_WORDS and not _IS_ELSE.search(plain)
    return is_short and bool(_WANTS_IT_SENT.search(plain))


def said(text: str) -> tuple[bool, bool]:
    """Whether the contact is wanted, and whether we are to send it; neither if it says neither."""
    plain = saying.bare(text)
    if _BOTH.search(plain):
        return True, True
    if has_tried(text):
        return False, True
    return bool(_CONTACT.search(plain)), bool(_SENT.search(plain) and not _IS_ELSE.search(plain))


def needs_no_contact(text: str) -> bool:
    """Of who has called them in vain, or wants us to send it."""
    return has_tried(text) or _is_to_be_sent(text)


def is_yes(text: str) -> bool:
    """«Sí», «sí, por favor»; «ok» and «está bien» may only say that it was read."""
    return bool(re.match(r"(?:si|sip|simon|claro|dale|yes)\b", saying.bare(text)))


def takes_note(text: str) -> bool:
    """«Ah ok», «ok ya», «ah, bueno»: it was read, and nothing is asked for."""
    return bool(_NOTES.fullmatch(saying.bare(text)))


def wants_writing(text: str) -> bool:
    """How they are to be answered, and nothing more."""
    plain = saying.bare(text)
    is_short = len(plain.split()) <= MOST_WORDS and "?" not in text
    return is_short and bool(_IN_WRITING.fullmatch(plain))


def asks_theirs(text: str) -> bool:
    """«Deme el número mejor», «¿es el 071?», and nothing else."""
    plain = saying.bare(text)
    is_asked = ("?" in text and _IS_IT.fullmatch(plain)) or _AND_THEIRS.fullmatch(plain)
    return bool(_ASKS_THEIRS.fullmatch(plain) or is_asked)

"""What people type instead of pressing a button. Folded: lower case, no accents, no punctuation."""

import re

from bot.dialogue.reading import agreement, omissions, saying
from nlu import text as spelling

PERSON = "persona"
CANCEL = "cancelar"
SKIP = "omitir"
ANONYMOUS = "anonimo"
YES = "si"
NO = "no"
CORRECT = "corregir"
OTHER = "otra_cosa"
NOT_THAT = "no_es_eso"  # the matter or, at the summary, some fact of it
OTHER_MATTER = "otro_asunto"
START = "inicio"
HELP = "ayuda"
STATUS = "folio"
REFUSE_NOTICE = "no_acepto"
ACCEPT_NOTICE = "acepto"
NOTICE = "aviso"
HOURS = "horario"
PHONE = "telefono"  # of somebody else: yes or no
UNKNOWN = "desconocido"  # a command that is not one of ours
SEE = "ver"
AS_IT_IS = "asi"
GO_ON = "seguir"  # with the form, from the line
WITHDRAW = "retiro"
OF_DATA = (WITHDRAW, REFUSE_NOTICE)  # in an ARCO request, the very thing that is asked for
NOTHING = "sin_registro"  # nothing is to be registered, or no more of it
WHOM = "a_quien"  # to call, or to go to
SEND = "enviar"  # what others attend
IN_DANGER, NO_DANGER = "hay_peligro", "sin_peligro"  # the buttons of that question

_PHRASES: dict[str, tuple[str, ...]] = {
    PERSON: (
        "person", "a person", "human", "agent", "operator", "talk to a person", "speak to a person",
        "i want to talk to a person", "representative",
        "0", "persona", "una persona", "agente", "asesor", "asesora", "operador", "operadora",
        "humano", "analista", "hablar", "hablar con una persona", "hablar con alguien",
        "/persona", "/person",
    ),
    CANCEL: (
        "never mind", "nevermind", "forget it", "ya no importa", "ya dejelo", "olvidelo",
        "olvidalo", "ya no gracias",
        "cancelar", "cancela", "salir", "terminar", "reiniciar", "/cancelar", "/cancel", "cancel",
        "exit",
    ),
    SKIP: (
        "skip", "i don t know", "i dont know", "i do not know", "not sure", "i m not sure", "none",
        "i d rather not say", "prefer not to say", "i don t have one", "i don t have a phone",
        "omitir", "omite", "omitelo", "saltar", "prefiero no darlo", "prefiero no decirlo",
        "prefiero no decir", "no aplica", "ninguno", "ninguna", "paso", "quien sabe", "ni idea",
        "prefiero no", "prefiero que no", "preferiria no", "preferiria que no", "lo perdi",
        "la perdi", "sin folio", "sin telefono", "sin contacto",
        "no doy mi nombre",
    ),
    ANONYMOUS: ("anonimo", "anonima", "sin nombre", "anonimamente", "sin dar mi nombre", "no name"),
    YES: (
        "yes register it", "sure",
        "si", "sip", "simon", "eso", "claro", "correcto", "confirmo", "ok", "okey", "va", "sale",
        "dale", "es correcto", "asi es", "esta bien", "todo bien", "si registrar", "si es correcto",
        "si agregarlo", "si es el mismo", "si registrar otra",
        "si esta bien", "si por favor", "si porfavor", "si gracias", "registrar", "de acuerdo",
        "si asi es", "si correcto", "claro que si", "todo correcto", "si todo bien", "perfecto",
    ),
    NO: (
        "no thanks", "no thank you", "thanks anyway", "thank you anyway",
        "no", "nel", "nop", "incorrecto", "no es correcto", "esta mal", "no esta bien",
        "no es otro", "no esta mal", "no asi no", "asi no", "no gracias",
        "mejor no", "no mejor no", "siempre no", "pues no", "mejor no gracias",
    ),
    CORRECT: ("corregir", "correct it", "change it", "corrige", "cambiar", "corregir datos"),
    OTHER: (
        "something else", "neither",
        "otra cosa", "otro", "otra", "ninguna de las dos", "ninguno de los dos",
    ),
    NOT_THAT: ("no es eso", "eso no es", "no era eso", "no no es eso", "no eso no es"),
    OTHER_MATTER: (
        "no es otra cosa", "es otra cosa", "no no es otra cosa", "no es otro asunto",
        "es otro asunto", "no es otro problema", "es otro problema", "me entendio mal",
        "no me entendio", "no me entendio bien", "me entendiste mal", "no me entendiste",
        "ese no es mi asunto", "ese no es mi problema", "no es mi asunto", "no es mi problema",
        "no es lo que necesito", "no es lo que quiero", "no es lo que pido",
    ),
    START: ("/start", "inicio", "menu", "empezar", "comenzar"),
    HELP: ("/help", "/ayuda", "ayuda"),
    STATUS: ("/folio", "/status", "consultar folio", "consultar mi folio"),
    NOTICE: ("/privacidad", "/privacy", "privacidad", "y donde lo leo", "donde lo puedo leer"),
    HOURS: (
        "horario", "horarios", "cual es su horario", "cual es el horario", "que horario tienen",
        "cual es su horario de atencion", "a que hora abren", "a que hora cierran",
        "a que horas abren", "a que hora atienden", "que dias abren",
        "que dias atienden", "que dias trabajan",
        "trabajan los sabados", "abren los sabados", "estan abiertos", "estan abiertos ahora",
        "what time do you open", "what time do you close", "what are your hours", "are you open",
    ),
    SEND: ("enviarlo por mi", "send it for me"),
    IN_DANGER: ("si hay peligro", "hay peligro", "yes there is danger"),
    NO_DANGER: ("no hay peligro", "there is no danger"),
    REFUSE_NOTICE: ("no estoy de acuerdo", "i do not accept", "i don t accept"),
    AS_IT_IS: (
        "asi dejelo", "asi dejalo", "dejelo asi", "dejalo asi", "asi esta bien", "asi esta",
        "asi nomas", "que quede asi", "asi que quede", "asi registrelo", "registrelo asi",
        "asi mandelo", "mandelo asi", "ya asi", "asi ya", "ya asi esta bien",
        "leave it like that", "it is fine like that",
    ),
    GO_ON: (
        "seguir", "seguir aqui", "sigamos", "sigamos aqui", "continuar", "seguir con mi registro",
        "seguir con el registro", "go on", "go on here", "continue",
    ),
    SEE: (
        "ver", "ver la respuesta", "ver respuesta", "ver el motivo", "ver que falta", "a ver",
        "cual es la respuesta", "y cual es la respuesta", "que respondieron", "que contestaron",
        "que me respondieron", "que me contestaron", "que falta", "y que falta",
        "a ver la respuesta", "quiero ver la respuesta",
    ),
}  # fmt: skip
_COMMANDS = {phrase: command for command, phrases in _PHRASES.items() for phrase in phrases}
_SLASH = re.compile(r"\s*/(?P<name>\w+)(?:@\w+)?(?:\s+(?P<rest>.*\S))?\s*", re.DOTALL)
# What a link t.me/BOT?start=… may carry: core.telegram.org/bots/features#deep-linking
_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")
# «Ya le dije que no tengo teléfono» says just that.
_SAID_BEFORE = re.compile(r"^(?:pues )?(?:que )?ya (?:(?:te|le|les|se lo) )?(?:dije|digo) que ")
_ASKS_FOR_NOTICE = re.compile(
    r"(?:\w+ ){0,5}(?:(?:aviso|politica|notice) (?:de |y )?(?:privacidad|privacy)(?: \w+){0,2}"
    r"|(?:el|su|ese|del) aviso(?: (?:completo|integr(?:o|al)|entero|primero|antes|por|favor)){0,4}"
    r"|(?:privacy|full|whole) (?:privacy )?(?:notice|policy))(?: please)?"
    # Of what was just shown: «ese es corto, quiero leerlo completo».
    r"|(?:(?:quiero|quisiera|puedo|ese|es|esta|muy|corto|el|lo|ver|leer|leerlo|verlo) )*completo"
)
# «No sé leer bien, ¿me ayudan?»: a person does.
_CANNOT_READ = re.compile(
    r"(?:(?:disculpe|perdon|oiga|es que|yo|casi|pues) )*no (?:(?:se|puedo|aprendi a)"
    r"(?: (?:casi|muy|bien|ya|nada))* (?:leer|escribir)|veo (?:muy |ya )?(?:bien|las letras))"
    r"(?: (?:ni|o|y|leer|escribir|bien|casi|muy|me|les?|pueden?|ayud\w+|llam\w+|marc\w+|hablar|por"
    r"|favor|porfa|alguien)){0,8}"
)
_SAYS_YES = re.compile(
    r"(?:(?:yes|yeah|yep|ok|okay|it (?:i)?s|that (?:i)?s|all|everything (?:i)?s|looks) )*"
    r"(?:yes|yeah|yep|right|correct|it is|good to me)(?: please| thanks| thank you)?"
    r"|(?:(?:si|ok|todo|asi|pues|l[oa]s|mis|datos) )*(?:es|esta|son|estan) (?:todo )?correct[oa]s?"
    r"(?: (?:todo|asi|muchas|mil|gracias|muy|amable|por favor))*"
)
_SAYS_NO = re.compile(
    r"(?:no )?(?:(?:it|that) (?:i)?s )?(?:not (?:right|correct)|wrong|incorrect)|no it (?:i)?s not"
)
_CORRECTS = re.compile(  # «mejor corregir»
    r"(?:(?:no|pues|mejor|quiero|quisiera|prefiero|necesito|ocupo|hay que|si|pero) )+"
    r"(?:corregir|cambiar)(?:le)?(?: (?:un|algun|el|los|mis|algo|unos|datos?))*"
)
_KNOWS_NOT = re.compile(r"i (?:don t|dont|do not) know(?: \w+){1,6}")
_ASKS_WHOM = re.compile(
    r"(?:(?:y|pero|entonces|mejor|dig[ae]n?me|nomas|[qk]u?iero saber|and|so|then) )*(?:wh(?:om?"
    r"|ere) (?:do|should|can|must) (?:i|we) (?:call|talk to|contact|go|report (?:it|this)(?: to)?)"
    r"|a (?:quien|donde) (?:le |me )?(?:llamo|hablo|marco|dirijo|acudo|voy(?: a(?= \w+r\b))?)"
    r"|(?:a|con) quien(?: (?:le |les |lo )?(?:digo|reporto|aviso|pido|hablo|acudo|voy|me dirijo))?"
    r"|(?:el|un) (?:telefono|numero)(?= nomas)"
    r"|quien es (?:el|la) (?:responsable|encargad[oa]) (?:de|del) \w+)(?: \w+)?"
)
_ASKS_HOURS = re.compile(
    r"(?:(?:oigan?|y|hola|disculpen?|perdon|ustedes|si|tambien|(?:a|hasta) que horas?|que dias?"
    r"|cuando) )*(?:trabajan|abren|atienden|cierran|laboran|contestan(?= [ade])|(?<=hora )contestan"
    r"|est[ae]n (?:trabajando|abiertos|atendiendo|contestando)"
    r"|que horas? (?:es|son) (?:por )?al(?:la|i))"
    r"(?: (?:mensajes|aqui|ya|pues|en|a|de|la|est[ae]|hora|los?|las?|el|por|hoy|manana|tardes?"
    r"|noches?|ahora|ahorita|h?orita|dias?|festivos?|ustedes|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?"
    r"|fin(?:es)? de semana|y))*"
)
_SENDS = re.compile(
    r"(?:(?:ya|si|pues|ok|okey|bueno|entonces|mejor|yes|please) )*"
    r"(?:(?:mand|envi|registr)(?:a|e|ar|en)?l[oa]s?|(?:send|submit|register|file) it|(?<=yes )send)"
    r"(?: (?:ya|pues|entonces|por favor|porfa|usted|ustedes|por mi|gracias|now|please|for me"
    r"|then|thanks|thank you))*"
    r"|(?:(?:si|pues|no|mejor|prefiero|quiero|quisiera|pero) )*que (?:me )?l[oa]s? "
    r"(?:mand|envi|registr)en?(?: (?:usted(?:es)?|por mi|aqui|por favor|porfa))*"
)
_LEAVES_IT = re.compile(
    r"(?:(?:ah|bueno|entonces|pues|ok|okey|no|si|mejor|ya|nomas|gracias) )+(?:asi (?:dej|mand"
    r"|registr)[ae]l[oa]"
    r"|(?:dej|mand|registr)[ae]l[oa] asi|(?:que |ya )?(?:asi )?queda?e?(?:se)? asi)"
    r"(?: (?:nomas|gracias|por favor|porfa|entonces|pues|no mas))*"
)
# «Es que ahora es otra cosa: …»
_BEFORE_DENIAL = re.compile(r"^(?:(?:es que|pero|pues|oiga|mire|ahora|ahorita|esta vez|ya) )+")
_WHOLE = (
    (HOURS, _ASKS_HOURS), (WHOM, _ASKS_WHOM), (NOTICE, _ASKS_FOR_NOTICE),
    (PERSON, _CANNOT_READ),
    (AS_IT_IS, _LEAVES_IT), (YES, _SAYS_YES), (NO, _SAYS_NO), (SKIP, _KNOWS_NOT), (SEND, _SENDS),
    (CORRECT, _CORRECTS),
)  # fmt: skip
_PLAIN_YES = re.compile(
    r"(?!.*\b(?:bien|correct\w*|regist\w*|asi|right|perfecto|mand\w*|envi\w*|send|submit|file)\b).*"
)
_LENGTHENED = re.compile(r"([a-z])\1{2,}")  # «aceptooo»


def command_in(text: str) -> str | None:
    """The command that the whole text is, or None. What a link brought stands behind a colon:
    `inicio:alumbrado`."""
    if slash := _SLASH.fullmatch(text):
        return _slashed(slash["name"], slash["rest"] or "")
    plain = _SAID_BEFORE.sub("", _LENGTHENED.sub(r"\1", saying.bare(text)))
    if plain in _COMMANDS:
        command = _COMMANDS[plain]
        return None if command == AS_IT_IS and "?" in text else command
    if agreed := _agreed(text, plain):
        return agreed
    whole = next((command for command, says in _WHOLE if says.fullmatch(plain)), None)
    return whole or (SKIP if omissions.leaves_out(plain) else None)


def _agreed(text: str, plain: str) -> str | None:
    """What is said of the notice, and of what may be kept."""
    if agreement.withdraws(plain):
        return WITHDRAW
    if agreement.accepts(plain):
        return ACCEPT_NOTICE
    if agreement.refuses(text, plain):
        return REFUSE_NOTICE
    if agreement.wants_no_name(text, plain):
        return ANONYMOUS
    return NOTHING if agreement.wants_nothing(text, plain) else None


def _slashed(name: str, rest: str) -> str | None:
    """`/ayuda@some_bot` does what «ayuda» does. Words after what is no command of ours are a
    message that happens to begin with a slash."""
    name = spelling.fold(name)
    command = _COMMANDS.get(f"/{name}") or (None if rest else _COMMANDS.get(name, UNKNOWN))
    return f"{START}:{rest}" if command == START and _LINK.fullmatch(rest) else command


def denial(text: str) -> str | None:
    """NOT_THAT or OTHER_MATTER, if the text begins with it and goes on to say what it is."""
    plain = _BEFORE_DENIAL.sub("", saying.bare(text))
    for command in (OTHER_MATTER, NOT_THAT):
        if any(plain.startswith(f"{phrase} ") for phrase in _PHRASES[command]):
            return command
    return None


def is_plain_yes(text: str) -> bool:
    """«Sí», «claro», that do not say to what; a button does."""
    return bool(text) and bool(_PLAIN_YES.fullmatch(saying.bare(text)))

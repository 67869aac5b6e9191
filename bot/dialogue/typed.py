"""What people type instead of pressing a button. Folded: lower case, no accents, no punctuation."""

import re

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
PHONE = "telefono"  # of somebody else: yes or no
UNKNOWN = "desconocido"  # a command that is not one of ours
SEE = "ver"

_PHRASES: dict[str, tuple[str, ...]] = {
    PERSON: (
        "0", "persona", "una persona", "agente", "asesor", "asesora", "operador", "operadora",
        "humano", "analista", "hablar", "hablar con una persona", "hablar con alguien",
        "/persona", "/person",
    ),
    CANCEL: ("cancelar", "cancela", "salir", "terminar", "reiniciar", "/cancelar", "/cancel"),
    SKIP: (
        "omitir", "omite", "omitelo", "saltar", "prefiero no darlo", "prefiero no decirlo",
        "prefiero no decir", "no quiero darlo", "no quiero decirlo", "no quiero dar mis datos",
        "no aplica", "ninguno", "ninguna", "paso", "quien sabe", "ni idea", "lo perdi", "la perdi",
        "sin folio", "sin telefono", "sin contacto",
    ),
    ANONYMOUS: ("anonimo", "anonima", "sin nombre", "anonimamente", "sin dar mi nombre"),
    YES: (
        "si", "sip", "simon", "claro", "correcto", "confirmo", "ok", "okey", "va", "sale", "dale",
        "es correcto", "asi es", "esta bien", "todo bien", "si registrar", "si es correcto",
        "si agregarlo", "si es el mismo", "si registrar otra",
        "si esta bien", "si por favor", "si porfavor", "si gracias", "registrar", "de acuerdo",
        "si asi es", "si correcto", "claro que si", "todo correcto", "si todo bien", "perfecto",
    ),
    NO: (
        "no", "nel", "nop", "incorrecto", "no es correcto", "esta mal", "no esta bien",
        "no es otro", "no esta mal", "no asi no", "asi no", "no gracias",
    ),
    CORRECT: ("corregir", "corrige", "cambiar", "corregir datos"),
    OTHER: (
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
    NOTICE: ("/privacidad", "/privacy", "privacidad", "aviso de privacidad"),
    REFUSE_NOTICE: ("no acepto", "no estoy de acuerdo", "no acepto el aviso"),
    SEE: ("ver", "ver la respuesta", "ver respuesta", "ver el motivo", "ver que falta"),
    ACCEPT_NOTICE: ("acepto", "si acepto", "acepto el aviso", "ya acepto", "ahora si acepto"),
}  # fmt: skip
_COMMANDS = {phrase: command for command, phrases in _PHRASES.items() for phrase in phrases}
_SLASH = re.compile(r"\s*/(?P<name>\w+)(?:@\w+)?(?:\s+(?P<rest>.*\S))?\s*", re.DOTALL)
# What a link t.me/BOT?start=… may carry: core.telegram.org/bots/features#deep-linking
_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DOES_NOT_KNOW = re.compile(
    r"(?:la verdad |pues |ay |uy )?no (?:lo |la |me |le )?"
    r"(?:se|tengo|traigo|recuerdo|acuerdo|dieron|sabria|cuento con)"
    r"(?: (?:el|la|mi|de|cual|que|es|un|una|bien|muy|ese|eso|dato|ninguno?a?|a la mano|ahorita"
    r"|folio|numero|clave|nombre|telefono|celular|correo|codigo postal|cp|calle|colonia|ruta"
    r"|decirle|decir|como se llama|y|ni|todavia|aun))*"
)
_WANTS_NO_NAME = re.compile(
    r"(?:\w+ ){0,5}(?:de forma |de manera )?anonim(?:o|a|amente)(?: por favor| porfa| gracias)?"
)
_ENGLISH = (
    "the", "is", "are", "my", "have", "has", "help", "need", "want", "please", "hello", "hi",
    "there", "water", "street", "house", "where", "how", "what", "can", "you", "do", "speak",
    "english", "lost", "passport", "report", "and", "with", "for", "from", "not", "this",
)  # fmt: skip


def command_in(text: str) -> str | None:
    """The command that the whole text is, or None. What a link brought stands behind a colon:
    `inicio:alumbrado`."""
    if slash := _SLASH.fullmatch(text):
        return _slashed(slash["name"], slash["rest"] or "")
    plain = _plain(text)
    if plain in _COMMANDS:
        return _COMMANDS[plain]
    if _DOES_NOT_KNOW.fullmatch(plain):
        return SKIP
    return ANONYMOUS if len(plain) < 60 and _WANTS_NO_NAME.fullmatch(plain) else None


def _slashed(name: str, rest: str) -> str | None:
    """`/ayuda@some_bot` does what «ayuda» does. Words after what is no command of ours are a
    message that happens to begin with a slash."""
    name = spelling.fold(name)
    command = _COMMANDS.get(f"/{name}") or (None if rest else _COMMANDS.get(name, UNKNOWN))
    return f"{START}:{rest}" if command == START and _LINK.fullmatch(rest) else command


def denial(text: str) -> str | None:
    """NOT_THAT or OTHER_MATTER, if the text begins with it and goes on to say what it is."""
    plain = _plain(text)
    for command in (OTHER_MATTER, NOT_THAT):
        if any(plain.startswith(f"{phrase} ") for phrase in _PHRASES[command]):
            return command
    return None


def is_to_add(text: str) -> bool:
    """«Agregar algo», «quiero agregar algo a mi folio»."""
    wants = r"(?:quiero |quisiera |necesito |deseo )?agregar(?: algo| mas| informacion| un dato)?"
    return bool(re.fullmatch(rf"{wants}(?: (?:a|en) (?:mi |el )?(?:folio|reporte))?", _plain(text)))


def wants_no_name(text: str) -> bool:
    """Whether a longer message asks for it: «quiero denunciar de forma anónima a…»."""
    return bool(re.search(r"\b(?:anonim(?:o|a|amente)|sin dar mi nombre)\b", spelling.fold(text)))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s/]", " ", spelling.fold(text))).strip()


def looks_english(text: str) -> bool:
    known = [word for word in re.findall(r"[a-z]+", text.lower()) if word in _ENGLISH]
    return len(known) >= 2 and len(known) * 3 >= len(text.split())

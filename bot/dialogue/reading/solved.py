"""Words that answer «¿quedó resuelto?», and those that ask what was answered."""

import re

from bot.dialogue.reading import saying

SHORT = 12  # words; in more of them there may be another matter
# «Ya quedó», whether or not it was asked.
is_solved = saying.only(
    r"(?!.*\b(?:no|peor|mal|igual|otra vez|de nuevo)\b)"
    r"(?:si |ya |por fin |pues |simon |gracias |oiga |ok )*(?:si |ya |por fin )"
    r"(?:me |nos |lo |la |se (?!esta|hay))*"
    r"(?:qued|resolv|resuel|arregl|solucion|repar|atendi|repus|vinier|hay|esta)\w*\b.*"
)
_UNSOLVED = re.compile(
    r"(?:(?:pues|bueno|la verdad|la neta|oiga|mas o menos|quedo|solo|nomas|nada mas|eso|esto"
    r"|asi) )*"
    r"(?:a medias|en parte|(?:la )?mitad|(?:una?s?|parte) (?:si|no)\b|falt\w+|mal\b|peor"
    r"|(?:no|nel|nop|todavia|aun|sigue|siguen|seguimos|sigo|falso|mentira|igual|tampoco|nadie|nunca"
    r")\b).*"
)
# «A medias», whatever so few words resemble.
is_in_part = saying.only(
    r"(?:(?:pues|bueno|nomas|solo|quedo|como que) )*"
    r"(?:mas o menos|a medias|en parte|(?:la )?mitad|ni tanto)"
)
# «Sí, ya, gracias», in answer to it.
is_yes = saying.only(
    r"(?:(?:si|ya|simon|claro|pues|ok|todo|muy|esta|quedo|que) )*"
    r"(?:si|ya|bien|list[oa]|perfecto|excelente)(?: (?:muy |mucho |much\w+ |mil )?"
    r"(?:gracias|agradecid[oa]|amables?)\b.*)?"
)
# «¿Cuál es el motivo?»
asks_reason = saying.only(
    r"(?:(?:y|pero|oiga|a ver) )*(?:por ?que|(?:cual|que) (?:\w+ )?(?:el |la )?"
    r"(?:motivo|razon|causa|dice|contest\w+|respond\w+|respuesta)|(?:el |la )?(?:motivo|razon)"
    r"|why|what (?:is|was) the reason)\b(?: \w+){0,4}"
)

# «Reabran mi folio, no lo repararon»
asks_to_reopen = saying.first(
    r"(?:(?:por favor|quiero|quisiera|necesito|que|oiga|pero) )*(?:me |lo )?(?:reabran?|reabr\w*lo"
    r"|reopen)\b"
)

_DAY = (
    r"(?:(?:el|la|los|este|esta|ese|proxim[oa]|otr[oa]|dia|que|viene|fin|de|fines|next|on) )*"
    r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|semana|mes|quincena|ano"
    r"|\d{1,2}|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    r"|diciembre|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|tomorrow)\b"
)
# «Todavía no, es hasta el jueves»: the day that was told is still to come.
_TO_COME = re.compile(
    rf"\b(?:hasta|until|till|(?:es|sera|seria|va a ser|quedo|quedaron|programad[oa]) para) {_DAY}"
    rf"|\b(?:no llega|no es|falta (?:para|que llegue)|vienen|vendran|van a venir) (?:hasta )?{_DAY}"
)
_CAME = re.compile(r"\bno (?:(?:me|nos|l[oa]s?|se) )*(?:vin|lleg(?:o|aron)\b|hic|present|hubo)")


def is_to_come(text: str) -> bool:
    plain = saying.bare(text)
    is_short = len(plain.split()) <= SHORT
    return is_short and bool(_TO_COME.search(plain)) and not _CAME.search(plain)


def is_unsolved(text: str) -> bool:
    is_wanted = is_in_part(text) or asks_to_reopen(text)
    return is_wanted or _UNSOLVED.match(saying.bare(text)) is not None

"""Who says that they trust nobody of the government asks for nothing yet."""

import re

from bot.dialogue.reading import typed

_DISTRUST = re.compile(
    r"(?:(?:yo|la verdad|pues|ya|es que|sinceramente|total|y|pero|nomas|nosotros) )*"
    r"(?:(?:no|ni) (?:les? )?(?:conf\w+|creo|creemos|espero|esperamos|fio)(?: (?:mucho|nada|ya))*"
    r"|desconf\w+|(?:perdi|perdimos|se (?:me |nos )?perdio) (?:toda )?(?:la )?confianza"
    r"|no tengo (?:nada de )?(?:fe|confianza))"
    r"(?: (?:en|de|a))?(?: (?:el|la|los|las|este|esta|su|sus|ningun\w*|de))*"
    r" (?:ustedes|gobiern\w+|autoridad\w*|politic\w+|chat|bot|robot|funcionari\w+|oficinas?"
    r"|institucion\w*|servicio|pagina|promesas|sistema|dependencias?)(?: (?:ya|la verdad|pues))*"
)


def is_all(text: str) -> bool:
    """«Yo ya no confío en ustedes», and nothing else."""
    return bool(_DISTRUST.fullmatch(typed.bare(text)))

"""Who trusts nobody of the government, or thanks for nothing, asks for nothing yet."""

from bot.dialogue.reading import saying

# «Yo ya no confío en ustedes», «gracias por nada», and nothing else.
is_all = saying.only(
    r"(?:(?:yo|la verdad|pues|ya|es que|sinceramente|total|y|pero|nomas|nosotros) )*"
    r"(?:(?:no|ni) (?:les? )?(?:conf\w+|creo|creemos|espero|esperamos|fio)(?: (?:mucho|nada|ya))*"
    r"|desconf\w+|(?:perdi|perdimos|se (?:me |nos )?perdio) (?:toda )?(?:la )?confianza"
    r"|no tengo (?:nada de )?(?:fe|confianza))"
    r"(?: (?:en|de|a))?(?: (?:el|la|los|las|este|esta|su|sus|ningun\w*|de))*"
    r" (?:ustedes|gobiern\w+|autoridad\w*|politic\w+|chat|bot|robot|funcionari\w+|oficinas?"
    r"|institucion\w*|servicio|pagina|promesas|sistema|dependencias?)(?: (?:ya|la verdad|pues))*"
    r"|(?:(?:pues|ok|bueno|ay|no|ya|muchas|mil) )*gracias por nada(?: (?:como siempre|pues|eh|ya))*"
    r"|(?:well )?thanks for nothing"
)

"""Messages that lure people into paying or giving data, and whether they are ours."""

from bot.dialogue.reading import saying

# «Un mensaje de que pague una multa en un link»
is_told = saying.anywhere(
    r"^(?!.*\b(?:(?:quiero|quisiera|puedo|podria) pagar|deposito no"
    r"|no (?:\w+ )?(?:abre|carga|jala|sirve|funciona|cae|cayo|llega))\b)"
    r"(?=.*\b(?:mensajes?|sms|whats\w*|correo|llamada|llamaron|mandaron"
    r"|llego (?:una? )?(?:link|liga|enlace))\b)"
    r"(?=.*\b(?:link|liga|enlace|tarjeta|deposit\w+|transfer\w+)\b)"
    r"(?=.*\b(?:pag(?:ue|ar|uen|o)|deposit\w+|transfer\w+|datos|multas?|adeudo|premio|gane)\b)"
)
# «¿Es de ustedes?», «¿es cierto o es fraude?», «¿le pago?»: of such a message.
asks_if_ours = saying.only(
    r"(?:(?:y|oiga|pero|entonces|si|o|sera|que|eso|ese|este|el|mensaje|link|no) )*"
    r"(?:(?:es|son|fue|fueron|sera) (?:de )?(?:ustedes|usted|el gobierno|cierto|verdad|real|seguro"
    r"|oficial|confiable|fraude|estafa|falso)|(?:ustedes )?(?:me )?l[oa]s? mand\w+(?: ustedes)?"
    r"|ustedes (?:mandan|mandaron|cobran|piden)\b.*|(?:l[oae] )?(?:abro|pago|deposito)"
    r"|no se si (?:pag|abr|deposit)\w+)"
    r"(?: (?:o no|ustedes|o es (?:fraude|estafa)|o que))*"
)

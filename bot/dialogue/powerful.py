"""Harm by who has power over others, the police, a boss, or by strangers; nobody of home."""

from bot.dialogue.reading import saying

# «Los policías lo golpearon»; «lo tienen en los separos y lo golpean», of another.
is_by_authority = saying.first(
    r"(?=.*\b(?:detenid|detuv|arrest|separos|barandilla)\w*)"
    r".*\b(?:l[ao]s?|les?) (?:\w+ ){0,2}?(?:golp|peg|patea|madre|tortur)\w+"
    r"|.*\b(?:l[ao]s? (?:policia|agente|militar|marino|soldado|municipal|estatal)\w*"
    r"|policias|guardia nacional)"
    r" (?:\w+ ){0,3}(?:golp|peg|patea|madre|tortur)\w+"
)
# To work, or to stay.
# «Mi patrón no nos deja salir del campo, nos quitó los papeles»: forced to work, by nobody of home.
is_forced = saying.first(
    r"(?=.*\b(?:patron\w*|jef[ea]s?|capata\w+|mayordomo|encargad[oa]s?|contratistas?|enganchador\w*"
    r"|duen[oa]s?|trabaj\w+|jornaler\w+)\b)"
    r".*\b(?:no (?:me|nos) dejan? (?:salir|ir)|(?:me|nos) tienen? \w*encerrad|encerrad[oa]s"
    r"|(?:me|nos) quit(?:o|aron) (?:l[oa]s|mis?|nuestr[oa]s|el|la) "
    r"(?:papel|document|pasaporte|identific|credencial|ine\b|visa))"
)
# «Mi vecino me amenaza con un machete»; not «mi vecino le pega a su esposa», nor a child.
is_by_strangers = saying.first(
    r".*\b(?:vecin[oa]s?|(?:un|unos|ese|esos|el) (?:tipo|senor|hombre|sujeto|desconocid\w*|fulano"
    r"|borracho|drogadicto|cholo|muchacho|malandro)s?|companero|casero|inquilin[oa])\b",
    unless=r"\b(?:su (?:espos|mujer|senora|pareja|novi|hij|mam)\w*|nin[oa]s?|bebes?|menor(?:es)?"
    r"|plebes?|hij[oa]s?)\b",
)
# «Amenazaron con matarme»; not «quiero matarme»
is_of_killing = saying.anywhere(
    r"\b(?:me|nos|las?|los?) (?:quieren?|van? a|vienen? a|intentan?|trata de) (?:\w+ )?"
    r"(?:matar|ahorcar|aventar|tirar|colgar)\b"
    r"|\b(?:amenaz(?:a|o|an|aron)|quieren?|quis(?:o|ieron)|iban|van|vienen?"
    r"|(?<!me )(?<!yo )(?<!ya )(?:iba|va)|(?:intent|trat)aron) (?:(?:a|con|de|que|iban?|va|van) )*"
    r"(?:mat|quem|ahorc|avent|tir|colg)ar(?:me|nos)\b"
)

"""Who will see it, and whether somebody will know who told it: asked, wished or feared. Folded,
without punctuation."""

import re

from bot.dialogue.reading import saying

MOST_WORDS = 18  # in more there may be a story
_SOMEBODY = r"(?:(?!que\b|porque\b)\w+ ){0,5}?"
_KNOWS = (
    r"(?:se (?:va|van|vaya|vayan|iran?|pueden?) a (?:enterar|dar cuenta)|se d[ae]n? cuenta"
    r"|se (?:llegue a )?enter(?:ar(?:an?)?|en?|an?)\b|(?:vay?an?|van|iran?|puede[ns]?|lleguen? a"
    r"|a) (?:a )?saber|sepan?"
    r"|sabra[ns]?|(?:le|les) (?:van a|va a|vayan a|pueden?) (?:decir|avisar|contar|mostrar|ensenar)"
    r"|(?:le|les) (?:dicen|digan|avisan|avisen|cuentan))\b"
)
_WHO_TOLD = (
    r"(?:(?:de )?que )?(?:quien (?:\w+ )?(?:soy|fue|fui|es|lo|l[ae]s?|puso|hizo|reporto|denuncio"
    r"|se quejo)"
    r"|(?:yo )?(?:fui|soy) yo|yo (?:fui|soy|lo|la|le|l[oa]s|puse|report|denunci|hice)"
    r"|(?:lo |la |l[oa]s )?(?:report|denunci|acus|puse|hice|dije|me queje))\w*"
)
_ASKS_KNOWN = re.compile(
    rf"{_SOMEBODY}{_KNOWS}(?: \w+){{0,3}}?(?: {_WHO_TOLD})(?: \w+){{0,4}}"
    rf"|(?:y |pero |oiga |o )*(?:(?:el|la|los|las|mi|mis) \w+(?: \w+)? |nadie |alguien |ella "
    rf"|el )?{_KNOWS}(?: \w+)?"
    r"|(?:(?:y|oiga|pero|no) )*(?:me|nos) (?:van a|pueden|podrian)"
    r" (?:correr|despedir|descontar|castigar|(?:hacer|pasar) (?:nada|algo))"
    r"(?: por (?:esto|eso|quejarme|reportar\w*|denunciar\w*))?"
    r"|(?:(?:y|oiga|pero) )*si (?:reporto|denuncio|me quejo|digo algo)(?: \w+){0,2}? (?:me|nos)"
    r" (?:van a|pueden|podrian) \w+(?: \w+){0,2}"
    r"|(?:(?:y|o|oiga|pero|entonces|(?:el|la|los|las|mi|mis) \w+|alguien|ell[ao]s?) )*(?:van?"
    r"|puede[ns]?) a? ?(?:saber|ver|conocer|tener) (?:quien soy|mis datos"
    r"|mi (?:nombre|telefono|direccion))(?: \w+){0,4}"
    r"|will (?:\w+ ){1,4}(?:know|find out|be told)\b.*"
    r"|(?:(?:y|oiga|pero) )*como (?:se|voy a saber|puedo saber|estoy segur[oa]) (?:de )?que no"
    r" (?:\w+ ){1,3}?(?:busc|reclam|molest|desquit|veng|corr|desp[ei]|perjudic|acos|enc[uo]e?ntr"
    r"|hac\w+ (?:algo|dano)|enter|sab|sep|dec|dic|dig|avis)\w*(?: \w+){0,4}"
    r"|(?:(?:y|oiga|pero|ustedes) )*(?:a quien |(?:le|les) )(?:avis|cuent|dic)\w+"
    r"(?: a (?:el|ella|ell[oa]s|(?:mi|la|un) \w+))(?: o (?:a )?(?:mi|nosotros|nadie))?"
)
_BEFORE = (
    r"(?:(?:quiero|quisiera|voy a|necesito) (?:reportar|denunciar|decir|contar|poner) (?:algo"
    r"|una (?:queja|denuncia)|un reporte) )?(?:(?:oigan?|y|pero|o|antes|primero|nomas|digame|saber"
    r"|quiero saber|esto|eso|lo que \w+) )*"
)
_ASKS_SEEN = re.compile(
    rf"{_BEFORE}quien(?:es)? (?:l[oa]s? )?(?:va a |van a )?(?:ve[nr]?"
    r"|lee[nr]?)(?: (?:aqui|ahi|despues|entonces|esto|eso|los? mensajes?))*"
    rf"|{_BEFORE}(?:(?:se|me|nos) )?(?:l[oa]s? )?(?:van? a )?public(?:an?|ar)(?:l[oa]s?)?"
    r"(?: (?:en|esto|eso|el|la|mi|nombre|facebook|internet|periodico|algun|lado|redes))*"
    r"|(?:(?:oigan?|y|pero|o|esto|eso|todo|se) )*queda(?: esto)? entre (?:nosotros"
    r"|usted\w*)(?: \w+){0,2}"
    r"|(?:y |pero |oiga |o )*(?:esto|eso|mis? \w+|lo que (?:\w+ ){1,3}?)"
    r"(?: (?:tambien|si))? ?l[oae]s? (?:van? a )?(?:v(?:en?|er)|le(?:en?|er)|llega"
    r"|mandan)\b(?: \w+){0,5}"
    r"|(?:(?:y|si|o|oiga|pero|no|nomas|solo|yes) )*(?:sale|salen|aparece|ponen|va|queda|se ve"
    r"|(?:no )?(?:se |l[eo]s? )?(?:van?|vayan?) a (?:salir|aparecer|ver|poner|dar|pasar|ensenar))"
    r" (?:mis?|el) (?:nombre|telefono|numero|correo|datos)"
    r"(?: (?!en (?:el|l[ao]s?) (?:lista|padron))\w+){0,4}"
    rf"|{_BEFORE}(?:(?:esto|eso|todo|la conversacion|lo que \w+) )?(?:se |me |lo )*(?:queda|esta"
    r"|quedo|estan)? ?(?:grab|guardad|registrad)(?:ad)?(?:[oa]s?|ando|an)?(?: (?:esto|todo|aqui))?"
    r"|will (?:\w+ ){1,4}see\b.*|who (?:will |can )?(?:reads?|sees?)(?: (?:this|that|it|my|what"
    r"|messages?|i|write|report))*"
)
_ASKS_UNNAMED = re.compile(
    r"(?:(?:y|o|pero|and|but|so|yes|esto|eso|aqui|todo|this|it) )*(?:(?:es|son|queda|seria|sera|is)"
    r"(?: it| this)? (?:anonim|anonym)\w+(?: \w+){0,3}|(?:is|can) (?:it|this|i)(?: be)? anonym.*)"
)
_FIRST = (
    r"(?:(?:y|pero|oiga|es que|no|yo|la verdad|solo|nomas|por favor|porfa|nada mas|pues|quiero"
    r"|quisiera"
    r"|pido|ojala|a mi|tambien|si|me|but|i) )*"
)
_WISHES = re.compile(
    rf"{_FIRST}(?:(?:para |pa )?que (?:no |nadie |ni )|sin que )(?:\w+ ){{0,4}}?{_KNOWS}"
    rf"|{_FIRST}no (?:quiero|quisiera|me gustaria|me conviene) (?:que )?(?:\w+ ){{0,4}}?{_KNOWS}"
    rf"|{_FIRST}no (?:le |les )?(?:compartan?|pasen?|den|muestren?|digan?) (?:mis datos|mi nombre"
    r"|mi informacion|quien soy|que fui yo)\b"
    rf"|{_FIRST}(?:mis datos |mi \w+ )?no (?:se |les? )?(?:l[oa]s? )?(?:vay?an? a )?"
    r"(?:d(?:en|ar)|pas(?:en|ar)|compart(?:an|ir)|dig(?:an)|decir|muestren|mostrar)(?:sel[oa]s?"
    r"|les?)?"
    r" (?:mi[s]? (?:datos|nombre|telefono|numero|informacion)|a (?:nadie|la|el|los|otr\w+)\b|al )"
    rf"|{_FIRST}(?:do not|don t|dont) want (?:\w+ ){{1,4}}to (?:know|find out|see)\b"
)
_FEARS = re.compile(
    rf"{_FIRST}(?:(?:tengo|tenemos|da|con) )?(?:(?:mucho|un poco de|algo de|am|i m|m|nos) )*"
    r"(?:miedo|temor|temo|preocupa|afraid|scared|worried)\b.*"
    r"\b(?:represali\w+|deport\w+|nombre|datos|enter\w+|sepan?|(?:quien|que) (?:fui|soy)|saben"
    r"|supieran?|corr[ae]n|despid\w+|reconozcan?"
    r"|identifi\w+|quejarme|quejar|reportar|denunciar|name|find out|fired|immigration)\b"
    rf"|{_FIRST}(?:por |temo (?:a )?(?:las )?|no (?:quiero )?(?:\w+ ){{0,3}})represalias\b"
)
# «Mejor ya no, me da miedo que me anden buscando»
_TAKES_BACK = re.compile(
    r"(?:(?:se me hace que|creo que|no|oiga|ay|es que|pues|siempre|pensandolo bien|la verdad) )*"
    r"(?:mejor (?:ya )?no|ya no|siempre (?:ya )?no|mejor dej[ae]l[oa]|mejor olvidel[oa]"
    r"|mejor cancel\w+)\b(?: \w+){0,5}? (?:me da|tengo|nos da|con|por el|por) "
    r"(?:(?:mucho|algo de|un poco de) )?(?:miedo|temor|pendiente)\b(?: \w+){0,9}"
)
_NEAR = re.compile(r"\b(?:marido|esposo|pareja|novio|ex|padrastro|papa|husband|boyfriend)\b")
_HARM = re.compile(
    r"\b(?:mat[aeo]\w*|golpe\w*|peg(?:a|ue|ar)\w*|pistola|arma|cuchillo|amenaz\w*|kill\w*"
    r"|hurt\w*)\b"
)


def takes_back(text: str) -> bool:
    """What was told, for fear of who may learn of it."""
    return bool(_TAKES_BACK.fullmatch(saying.bare(text))) and not is_near(text)


def is_near(text: str) -> bool:
    """It may be of violence at home, or of what is done now."""
    plain = saying.bare(text)
    return bool(_NEAR.search(plain) or _HARM.search(plain))


def topic(plain: str) -> str | None:
    """«known» of «¿el vecino va a saber que yo lo reporté?», «que no sepan quién soy», «me da miedo
    que me corran»; «who» of «¿esto lo ven en Hacienda?», «unnamed» of «¿es anónimo?»; None of the
    rest."""
    if len(plain.split()) > MOST_WORDS or _HARM.search(plain):
        return None
    if _FEARS.match(plain) and _NEAR.search(plain):
        return None  # of violence at home, perhaps
    if _ASKS_KNOWN.fullmatch(plain) or _WISHES.match(plain) or _FEARS.match(plain):
        return "known"
    if _ASKS_UNNAMED.fullmatch(plain):
        return "unnamed"
    return "who" if _ASKS_SEEN.fullmatch(plain) else None

"""Who lives at home or next door, and what the children of a house go without: no harm done to
anybody."""

import re

from bot.dialogue.reading import saying

_LIVES = re.compile(
    r"(?=.*\b(?:vive|viven|tenemos|tengo|somos|casa|cuadra|colonia|vecin[oa]s?)\b)"
    r"(?=.*\b(?:vive|viven|hay|tenemos|tengo|somos|son)\b)"
    r"(?:(?:y|es|que|tambien|ademas|aqui|hay|vive|viven|tenemos|tengo|somos|son|unas?|unos|dos|tres"
    r"|cuatro|cinco|much[oa]s|vari[oa]s|l[ao]s?|el|su|mi|con|de|del|en|al|mas|muy|misma?|esta|esa"
    r"|senor[ae]?s?|nin[oa]s?|ninit[oa]s?|bebes?|bebit[oa]s?|famili\w+|personas?|gente|adult[oa]s?"
    r"|viejit[oa]s?|abuelit[oa]s?|mayor(?:es)?|grandes?|recien|nacid[oa]s?|aliviad[oa]|parid[oa]"
    r"|embarazad[oa]s?|chiquit[oa]s?|pequen[oa]s?|discapacidad|silla|ruedas|edad|meses|anos|\d+"
    r"|casa|cuadra|colonia|junto|lado|enfrente|frente|atras|esquina|vecin[oa]s?) ?)+"
)
_COUNT = r"(?:una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+|vari[oa]s|much[oa]s)"
_CHILD = (
    r"(?:nin[oa]s?|ninit[oa]s?|hij[oa]s?|hijit[oa]s?|niet[oa]s?|nietecit[oa]s?|beb[eai]s?"
    r"|bebit[oa]s?|plebes?|plebit[oa]s?|buquis?|criaturas?|chamac[oa]s?|morr(?:it)?[oa]s?"
    r"|menores|chiquit[oa]s?|gemel[oa]s?|cuat(?:es|as)|adolescentes?)"
)
_AGE = (
    r"(?:(?:\d+|y|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) )+(?:anos?|mes(?:es)?)"
    r"(?: de edad)?"
)
_LEFT_OUT = (  # «se me pasó decirle que»
    r"(?:(?:ay|ah|oiga|y|tambien|perdon|disculpe) )*"
    r"(?:(?:se me|me|nos|no|le|les|ya) )*(?:olvid|pas[oe]|falt[oa]|fue|dije|puse|mencion|coment)\w*"
    r"(?: (?:decir|poner|mencionar|comentar|anotar|agregar|contar)(?:les?)?)?(?: que)? "
)
_KIN = r"(?:(?:mi|mis|su|la|el) (?:hij|nuer|yern|herman|mam|pap|prim|cunad|sobrin|niet|ti)\w* )"
_HAS = (
    r"(?:(?:que )?(?:tien[ei]\w*|tengo|tenemos|cuido a|mantengo a|(?:tengo|tiene) a (?:mi )?cargo a"
    r"|es (?:madre|mama|papa|padre)(?: solter[oa])? de)) (?:mis )?"
)
_SMALL = (
    r"(?: (?:mas|chiquit[oa]s?|pequen[oa]s?|menores|recien nacid[oa]s?|de edad|de pecho|de brazos"
    r"|tambien|en (?:la|el) (?:casa|primaria|escuela|secundaria|kinder)"
    rf"|de {_AGE}|de mi (?:hij|herman|sobrin|cunad|prim)\w*))*"
)
_OF_HER = r"(?: (?:y|que) (?:es|esta) (?:sola|viuda|divorciada|desempleada|madre soltera))?"
_COUNTED = re.compile(
    rf"(?:(?:{_LEFT_OUT})?(?:(?:y|es|son|para|ella|el|yo|pues|porque|tambien|somos {_COUNT}) )*"
    rf"{_KIN}?{_HAS}|{_LEFT_OUT}(?:somos {_COUNT} y )?(?:hay|son|viven|somos) )"
    rf"{_COUNT} {_CHILD}{_SMALL}(?: y (?:hay )?(?:{_COUNT} )?{_CHILD}{_SMALL})*{_OF_HER}"
)
_TOGETHER = re.compile(  # «somos mi esposo, yo y tres niños»
    rf"(?:{_LEFT_OUT})?(?:(?:en|la|casa|aqui|y|pues|porque) )*somos"
    rf"(?: (?:{_COUNT}|{_CHILD}|mis?|yo|y|con|espos[oa]|marido|suegr[oa]s?|mama|papas?"
    r"|herman[oa]s?|abuel[oa]s?|personas|adult[oa]s|familia|de|en|la|casa|aqui|viviendo))+"
)
_AGED = re.compile(
    rf"(?:{_LEFT_OUT})?(?:(?:y|pues|porque|oiga) )*"
    rf"(?:l[oa]s?|el|mis?|nuestr[oa]s?) {_CHILD} tienen? (?:ya )?{_AGE}"
)
_ILL = re.compile(  # «me faltó decir que mi niño es asmático»
    rf"{_LEFT_OUT}(?:mis?|la|el|yo)"
    rf"(?: (?:{_CHILD}|espos[oa]|mama|papa|abuel[oa]|suegr[oa]|herman[oa]))?"
    r" (?:es|soy|esta|estoy|usa|padece(?: de)?|tiene) (?:(?:muy|ya|de|la|el|del) )*"
    r"(?:asma\w*|diabet\w+|hiperten\w+|alergi\w+|enferm[oa]|embarazad[oa]|cieg[oa]|sord[oa]|mud[oa]"
    r"|discapacidad|discapacitad[oa]|oxigeno|autis\w+|azucar|presion|epilep\w+|viud[oa]"
    r"|desempleado|adult[oa] mayor)"
)
_FRAIL = re.compile(  # «hay un señor en silla de ruedas en la casa», not «hay un señor en la casa»
    rf"(?:{_LEFT_OUT}|(?:(?:y|oiga|tambien|ademas|aqui|es que|fijese que) )*)"
    rf"(?:hay|viven?|tenemos|tengo|esta) (?:(?:aqui|con nosotros|tambien) )*(?:a )?{_COUNT}"
    rf" (?:senor(?:a|es|as)?|personas?|muchach[oa]s?|joven(?:es)?|vecin[oa]s?|{_CHILD}"
    r"|(?:adult|abuelit|viejit|ancian)[oa]s?|familiar(?:es)?|enferm[oa]s?)"
    r"(?: (?:en (?:silla de ruedas|cama)|(?:con|de) (?:alguna |una )?discapacidad"
    r"|discapacitad[oa]s?|mayor(?:es)?|de la tercera edad|embarazad[oa]s?|postrad[oa]s?"
    r"|con (?:oxigeno|dialisis|diabetes|asma|andadera|autismo)|diabetic[oa]s?|cieg[oa]s?"
    rf"|que (?:usan?|estan? en|andan? en) (?:silla de ruedas|andadera|oxigeno|cama)|de {_AGE}))+"
    r"(?: (?:tambien|aqui|viviendo|con nosotros|en (?:la|mi|esta|nuestra|su) (?:misma )?"
    r"(?:casa|cuadra|colonia|familia)))*"
)
# «Y mi vecino tampoco tiene», of a service that fails.
_AS_LITTLE = re.compile(
    r"(?:(?:y|pues|que|oiga|es que|aqui|a) )*(?:mis?|el|la|l[ao]s|otr[oa]s?)(?: \w+){0,4}?"
    r" (?:tampoco|igual|ni) (?:(?:l[aeo]s?|se|ya|no|siquiera) )*"
    r"(?:tienen?|h?ay|llega|cae|sale|cuentan? con)(?: (?:nada|agua|luz|gas|drenaje|internet))?"
)
_LONG = r"(?: (?:ya|casi|como))*(?: (?:\w+ )?(?:dias?|semanas?|mes(?:es)?))?"
# «Llevamos doce días con los niños sin bañarse», of a service that fails.
lacks = saying.only(
    r"(?:(?:ya|y|aqui|pues|porque|ay|oiga|fijese|nosotros) )*"
    rf"(?:(?:llevamos|llevo|tenemos|tengo|estamos|vamos){_LONG} (?:con |a )?)?"
    rf"(?:l[oa]s|mis?|nuestr[oa]s) {_CHILD}(?: (?:llevan?|tienen?|estan?|van|duran){_LONG})?"
    r" (?:sin|no (?:se )?(?:l[oa]s )?(?:han?|he|hemos|pueden?|podemos|puedo))(?: (?:poder|podido))?"
    r" (?:ban(?:ar|ad)\w*|lavar\w*|asear\w*|agua|luz|aire|abanico|clases?"
    r"|ir a (?:la escuela|clases))"
    r"(?: (?:y|ni|sin|lavarse|las|los|la|el|manos|agua|luz|clases|por|falta|de|porque|no|hay"
    r"|eso|bien|ir|a|escuela))*"
)


def is_told(text: str) -> bool:
    """«Hay una señora con bebé en la casa de junto», «se me pasó decir que tiene tres niños», and
    nothing that happens to them."""
    words = saying.bare(text)
    said = (_LIVES, _COUNTED, _TOGETHER, _AGED, _ILL, _FRAIL, _AS_LITTLE)
    return any(each.fullmatch(words) for each in said)

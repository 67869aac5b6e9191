"""Money that somebody of an office asks for, or takes, for themselves."""

import re

# Surely one of these, it is told of something else, or asked about there.
APART = (
    "arco", "desaparicion", "educacion", "juridico", "migrantes_indigenas", "ninez", "salud_mental",
    "seguimiento", "transporte_publico", "violencia_genero",
)  # fmt: skip

# «¿Cuánto cobran?», «no me pidió ni un peso», «mi papá me pidió», «el abogado cobra»
_NOT = re.compile(
    r"\b(?:cuanto|cuantos|que precio|cual es el costo)\b"
    r"|(?<!para )(?<!pa )\b(?:no|nunca|nadie|jamas|sin)\b(?: (?:me|nos|le|les|se|que|es))*"
    r" (?:hab\w+ |han? )?"
    r"(?:pid\w+|pedir\w*|cobr\w+|dar\w*|di|mordidas?|moches?|quit\w+|(?:sospecho|hablo) de)\b"
    r"|\bmi (?:papa|mama|apa|ama|hij[oa]|herman[oa]|espos[oa]|ex|prim[oa]|patron|jef[ea])\b"
    r"(?: (?:me|nos|le))? (?:pid|cobr)"
    r"|\b(?:abogad[oa]s?|notari\w+|gestor\w*|bancos?|paginas?|kioscos?|kiosko|sistema|chofer\w*"
    r"|camion\w*|caseta|vendedor\w*|tienda|particular|despacho|impostor\w*)\b"
)
_SERVANT = (
    r"(?:polici\w+|policias?|agentes?|transitos?|oficial(?:es)?|inspector\w*|patruller\w*"
    r"|ministerial(?:es)?|estatal(?:es)?|municipales|custodi[oa]s?|funcionari[oa]s?|juez|jueza"
    r"|perit[oa]s?|actuari[oa]s?|emplead[oa]s?|cajer[oa]s?|licenciad[oa]s?|encargad[oa]s?)"
)
_AT_OFFICE = re.compile(
    rf"\b{_SERVANT}\b|\b(?:agencia fiscal|registro civil|ventanilla|oficinas?|modulo|tesoreria"
    r"|catastro|delegacion|comandancia|corralon|reten|ayuntamiento|gobierno|vialidad|recaudacion"
    r"|isssteson|dif|hospital|centro de salud)\b"
)
_MONEY = (
    r"(?:(?:como |unos |hasta |mis |mi |el |los |una? |otros )?(?:\d[\d.,]*+(?! (?:copia|foto|papel"
    r"|documento|requisito|ve[zc]|dia|hora|ano|mes|acta|testigo|hoja|vuelta|comprobante)\w*)|cien|mil|\w+cient[oa]s"
    r"|quinientos|dinero|lana|feria|propina|cooperacion|gratificacion|pesos)\b)"
)
_TO = r"(?:me |nos |le |les |a \w+ )?"
_FAVOUR = (
    r"(?:para|pa|por|si queria que|y asi) (?:que )?(?:no )?(?:me |nos |le |la |lo )*(?:sac|dar|de\b"
    r"|den\b|entreg|agiliz|adelant|pas|dej|solt|suelt|ayud|arregl|apur|perdon|borr|levant"
    r"|infraccion|mult|hac|atend|atiend|firm|sell|registr|tramit|corr|quit|llev|met|aprob)\w*"
)
_AT_ONCE = (
    r"\b(?:rapid[oa]|rapidito|mas pronto|luego luego|de volada|en corto|hoy mismo|ahorita mismo"
    r"|sin (?:hacer )?(?:fila|cola|examen|cita|papeles)|dejar\w* ir|no (?:me |nos |le )?(?:mult"
    r"|infraccion|levant|llev|quit)\w*)\b"
)
_ASKED = re.compile(
    rf"\b{_TO}(?:pid(?:e|io)|pedia|exig(?:e|io)|cobr(?:a|o)|queria|quiere|saco|bajo)"
    rf" (?:que le diera"
    rf" )?{_MONEY}(?: \w+){{0,3}}? {_FAVOUR}"
    rf"|\b(?:pid|ped|exig|cobr)\w+ {_MONEY}.*{_AT_ONCE}"
    rf"|\bcon {_MONEY}(?: \w+){{0,2}}? {_TO}(?:deja|solta|arregla|perdona)\w*"
    rf"|\bhasta que (?:le |les )?(?:di|dimos|pague|pagamos|solte) {_MONEY}"
    rf"|\b(?:di|dimos|dar|darle|darles) {_MONEY}.*\b(?:para|pa) que {_TO}(?:dej|solt|mult|llev)\w*"
    rf"|\b(?:pid|exig|cobr|quier)(?:en|an|ieron|aron) {_MONEY}(?: \w+){{0,3}}? (?:para|pa|por)"
    rf" (?:que )?{_TO}(?:agiliz|adelant|apur|arregl|atend|atiend|dej|solt|suelt)\w*"
    rf"|\bcobr\w+ {_MONEY}.*\brecibo (?:dice|sale|salio|trae|es|fue|viene)\b"
)
# «Me dijo que le pagara ahí mismo»; not «ahí mismo en la caja».
_ON_THE_SPOT = re.compile(
    r"\b(?:dijo|dice|decia|pidi?o|pide|queria|quiere|exig(?:e|io)) (?:que |ke |q |k )?"
    rf"{_TO}(?:pag(?:ar|ara|aramos|arle|ue|uemos)|di(?:er|er)a(?:mos)?|arregl(?:ar\w*|emos|e))"
    r"(?: \w+){0,3}? (?:ahi|ay|alli|aqui|en el momento|en efectivo)(?: mism[oa]| nomas| con el)?"
    r"(?! (?:en|a) (?:la|el|las|una?)\b)(?! (?:mism[oa]|nomas) (?:en|a) (?:la|el|las|una?)\b)"
)
_MARKS = (  # of a pupil
    r"(?:pas\w+ (?:a los \w+ )?(?:de (?:ano|grado)|el (?:ano|grado|examen|semestre)|la materia)"
    r"|(?:(?:no )?(?:re|a)prob|acredit)\w+|calificacion\w*|(?:subir|mejor) (?:\w+ )?promedio)"
)
_FOR_MARKS = re.compile(
    r"(?=.*\b(?:maestr[oa]s?|profe\w*|director[a]?|docentes?|prefect[oa])\b)"
    rf".*\b(?:pid|ped|cobr|exig|quier|vend)\w+ {_TO}{_MONEY}(?: \w+){{0,6}}? (?:para|pa|por) "
    rf"(?:que )?(?:no )?{_TO}{_MARKS}\b"
    r"|.*\b(?:maestr[oa]s?|profe\w*)\b.*\bvend\w+ (?:las?|los|el) (?:calificacion|examen)\w*"
)
_OVERCHARGED = re.compile(rf"\b{_TO}cobr(?:o|a) (?:\w+ )?de mas\b")
_ONLY_ASKED = re.compile(rf"\b{_TO}(?:pid(?:e|io)|exig(?:e|io)) {_MONEY}")
_NAMED = re.compile(
    r"\b(?:mordidas?|moches?|mochadas?|sobornos?|cohecho)\b"
    r"|\b(?:pid|ped|cobr|exig|quier|quer)\w*\b(?: \w+){0,6} por (?:de|a)bajo"
    r" (?:del agua|de la mesa)\b"
)
_TOOK = re.compile(
    rf"\b(?:un[oa]?s?|el|la|l[oa]s|de) (?:\w+ )?{_SERVANT}\b.*\b(?:me|nos|le|les) (?:\w+ )?"
    rf"(?:quit|baj|sac|rob)(?:o|a|aron|an) (?:\w+ )?(?:{_MONEY}|cartera|celular|cadena)"
)
_IN_ENGLISH = re.compile(
    r"\b(?:cops?|police ?m[ae]n|officers?|inspectors?) (?:\w+ ){0,2}(?:ask|want|demand|took|tak)\w*"
    r" (?:\w+ ){0,4}(?:money|cash|bribe|dollars|pesos)\b"
)
_COMPLAINS = re.compile(r"\b(?:quej[ao]|quejar\w*|denunci\w+|acus\w+|reportar)\b")
_TRICK = re.compile(r"\b(?:links?|enlaces?|whats\w*|mensajes?|facebook|llamada|por telefono)\b")


def is_told(plain: str) -> bool:
    """Of the bare words: a bribe by its name; money asked for a favour, or too much of it, where
    somebody of an office is told of; money that the police took. A price is none."""
    if _NOT.search(plain) or _TRICK.search(plain):
        return False
    if _NAMED.search(plain) or _TOOK.search(plain) or _IN_ENGLISH.search(plain):
        return True
    ways = (_ASKED, _OVERCHARGED, _ONLY_ASKED, _ON_THE_SPOT)
    is_asked = any(each.search(plain) for each in ways)
    return is_asked and _AT_OFFICE.search(plain) is not None


def is_for_marks(plain: str) -> bool:
    """«La maestra nos pide 500 pesos para pasarlos de año», which no school does."""
    return bool(_FOR_MARKS.match(plain)) and not _NOT.search(plain)


def is_complained_of(plain: str) -> bool:
    """«Queja contra el señor que me pidió dinero», about what an office does."""
    is_asked = _ASKED.search(plain) or _ONLY_ASKED.search(plain)
    return bool(is_asked and _COMPLAINS.search(plain)) and not _NOT.search(plain)

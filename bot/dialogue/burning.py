"""A fire that burns now, in whatever land: not one of last week, nor one that is feared."""

from bot.dialogue.reading import saying

_FIRE = r"(?:incendio|lumbre|fuego|quemazon(?! de)|llamas)"
_LAND = (
    r"(?:lotes?|baldios?|terrenos?|solar|monte|cerro|zacate|zacatal|pasto|hierbas?|yerbas?|maleza"
    r"|matorral\w*|milpa|parcela|predio|basur\w+|llano|rancho|arroyo|barda|arbol(?:es)?|palmas?"
    r"|casas?|carros?|bodega|tienda|puesto|techo|llantera|yonque)"
)
_ITS = r"(?:(?:el|la|los|las|un|una|unos|mi|de|del|todo|toda|ya|se|me|nos|seco|otra|vez) )*"
_OUT = (
    r"(?:sal\w+ de control|fuera de control|ya (?:viene|va|llega|llego|alcanz\w+|brinc\w+|pas\w+"
    r"|agarr\w+)|no l[oa] (?:pueden|podemos|puedo) (?:apagar|controlar)|se (?:esta )?extend\w+)"
)
# «El baldío de al lado tiene lumbre», «se prendió el lote», «queman un lote y ya se salió de
# control».
is_told = saying.anywhere(
    r"\b(?:hay|ay|anda|viene|tengo|tiene|trae|veo|ve[nms]*|vi|vimos|agarr(?:o|ando)|entr(?:o|ando)|lleg(?:o|ando)"
    r"|sal(?:e|io|iendo)|da) (?:(?:un|una|mucha?|la|el|otro|como|bien|fuerte|tremend[oa]"
    rf"|gran|ya) )*{_FIRE}\b"
    rf"|\bse (?:me |nos )?(?:esta |anda )?(?:prendi(?:o|endo)|quema(?:ndo)?|incendia(?:ndo)?) "
    rf"{_ITS}{_LAND}\b"
    rf"|\b{_LAND}\b(?: (?!que\b)\w+){{0,4}}? (?:ya )?se (?:esta |anda )?(?:prendi(?:o|endo)"
    r"|quemando|incendiando)\b"
    rf"|\b(?:quem|prend|incend)(?:i?aron|[aei]?ndo|an|ieron)\b.*\b{_OUT}\b",
    unless=(
        r"\b(?:puede|podria|pueda|provo[cq]\w+|caus\w+|miedo|temor|pendiente|riesgo|peligro de"
        r"|por si|si|evit\w+|preven\w+|hubo|fue|apag(?:o|aron|amos|ad[oa])|controlad[oa]|quedo"
        r"|ech(?:e|amos|o) agua|ya (?:no|lo|la)|no (?:hay|tiene|trae|da|se)|semanas?|mes(?:es)?"
        r"|anos?|siempre|cada|tod[oa]s|a veces|diario|noches|tardes|sabado|domingo|una vez|ayer"
        r"|anoche|antier|hace|cuando|simulacro|arti[fs]i\w+|corazon|armas?|estufa|boiler|anafre"
        r"|hornilla|asador|parrilla|carne|humo de)\b"
    ),
)

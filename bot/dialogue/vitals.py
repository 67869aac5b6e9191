"""Figures of a body that cannot wait: blood pressure, sugar or oxygen, as a family reads them off
a device; and a device that somebody breathes with, without power."""

import re

from bot.dialogue.reading import saying
from bot.dialogue.state import State

POWER = "energia_electrica"

# Crisis from 180; sugar from 300, or below 60; oxygen below 86. What is said in between is left to
# the desk: nobody is told that a figure is harmless.
_HIGH_PRESSURE, _LOW_PRESSURE = r"(?:1[89]\d|2\d\d|300)", r"[3-7]\d"
_HIGH_SUGAR, _LOW_SUGAR = r"(?:[3-9]\d\d|hi|high)", r"[1-5]\d"
_LOW_OXYGEN = r"(?:[3-7]\d|8[0-5])"
_IS = (
    r"(?:tra[eiy]\w*|tengo|tien\w+|and[ao]\w*|est[aoy]\w*|subi\w*|sube|baj[oae]\w*|marc[ao]\w*"
    r"|lleg\w+|amaneci\w+|sali\w+|puso|sigue|es|has|is|s|went|dropped|reads)"
)
_SAID = (
    r"(?:(?:bien|muy|ya|hasta|mas|de|en|a|con|casi|arriba|como|alta|baja|at|is|mi \w+|su \w+) )*"
)
_NUMBER_ENDS = (
    r"\b(?! ?(?:mg|miligramos|gramos|g|ml|pesos|tabletas|pastillas|libras|psi|kilos?|litros?|mil"
    r"|anos|dolares|metros|hrs|horas|dias|personas|casas|de colesterol)\b)"
)


def _reads(what: str, figure: str, *, how: str = _IS) -> str:
    """«Trae la presión en 200», «la presión le subió a 200»."""
    return (
        rf"\b{how} (?:\w+ ){{0,3}}?{what} {_SAID}{figure}{_NUMBER_ENDS}"
        rf"|\b{what} (?:\w+ ){{0,4}}?{how} (?:\w+ )?{_SAID}{figure}{_NUMBER_ENDS}"
    )


_BAJO = r"(?:baj[oae]\w*|dropped|went)"
_PRESSURE = r"(?:presion|blood pressure)"
_SUGAR = r"(?:azucar|glucosa|blood sugar|sugar)"
_OXYGEN = r"(?:oxigeno|oxigenacion|saturacion|oxygen)"
_READ = re.compile(
    "|".join(
        (
            _reads(_PRESSURE, _HIGH_PRESSURE),
            _reads(_PRESSURE, _LOW_PRESSURE, how=_BAJO),
            _reads(_SUGAR, _HIGH_SUGAR),
            _reads(_SUGAR, _LOW_SUGAR, how=rf"(?:{_BAJO}|tra[eiy]\w*|tien\w+|tengo|es|esta)"),
            _reads(_OXYGEN, _LOW_OXYGEN),
            rf"\b{_IS} {_SAID}(?:{_HIGH_SUGAR} de {_SUGAR}|{_HIGH_PRESSURE} de {_PRESSURE})\b",
        )
    )
)
_DEVICE = r"(?:concentrador\w*|respirador\w*|oxigeno|ventilador mecanico|oxygen|ventilator)"
_NO_POWER = (
    r"(?:(?:no (?:hay|tenemos|tengo|ha vuelto|llega)|sin|se (?:nos |me )?fue|(?:cort|quit)aron)"
    r" (?:la |de )?(?:luz|electricidad|corriente)|no (?:power|electricity))"
)
# «Se fue la luz y mi mamá usa el concentrador»; not of who asks what it costs, or what is put by.
_UNPOWERED = re.compile(
    rf"\b{_NO_POWER}\b(?: \w+){{0,14}}? {_DEVICE}\b|\b{_DEVICE}\b(?: \w+){{0,6}}? {_NO_POWER}\b"
)
_ASKED_FOR = re.compile(
    r"\b(?:tarifa|descuento|apoyo|recibo|subsidio|tramite|solicit\w+|planta|gracias|hospital"
    r"|ya (?:hay|volvio|regreso|llego|vino)|si se va|se va la|cuando|siempre|a veces)\b"
)
_DYING = re.compile(
    r"\bse (?:me|nos|les?) (?:va|van|esta) (?:a )?(?:morir|muriendo)\b(?: \w+){0,2}? (?:mis?|la|el)"
    r" (?:mam|pap|a[mp]a|hij|nin|beb|espos|abuel|herman|suegr|senor|nan|tat|marido|mujer)\w*"
)
_BREATHES = re.compile(
    rf"\b{_DEVICE}\b|\b(?:nebulizador|cpap|bipap|aspirador de flemas"
    r"|(?:aparato|maquina) (?:para|de) (?:respirar|oxigeno|dialisis)"
    r"|(?:dialisis|breathing|oxygen) machine)\b"
)
_OF_MONEY = re.compile(
    r"\b(?:tarifas?|descuentos?|recibos?|subsidios?|pagar|cobr\w+|caro|solicit\w+|bill)\b"
)
_IS_POWERED = re.compile(
    r"\b(?:ya (?:nos |me )?(?:hay|tenemos|volvio|regreso|llego|vino|pusieron|prendio)"
    r"|ten(?:emos|go) planta|si se va|se va la|a veces)\b"
)
# Of what flows in pipes, or is sold.
_OF_THINGS = re.compile(
    r"\b(?:agua|bombas?|tuberias?|tubos?|llaves?|tinacos?|llantas?|gas|caldera|boiler|peso"
    r"|precios?|kilos?|cuesta|vale|cobran|venden|car[oa]s?|tienda|tanques?|concentrador\w*|water)\b"
)
_ANOTHER_DAY = re.compile(
    r"\b(?:(?<!desde )(?:ayer|anoche|antier|anteayer)|cuando|a veces|cada (?:que|vez)|siempre"
    r"|hace (?:\w+ ){0,2}(?:dias?|semanas?|mes(?:es)?|anos?)|\w+ pasad[oa]|last (?:week|year|month)"
    r"|yesterday|ya (?:se )?(?:esta|salio|controlo|bajo) (?:bien|controlad\w+|mejor))\b"
)
_STILL = re.compile(r"\b(?:ahorita|ahora|sigue|todavia|aun|still|now)\b")

is_fever = saying.anywhere(
    r"\b(?:calenturas?|fiebres?|fever)\b|\bt(?:rae|iene|engo|raigo) (?:mucha |alta )?temperatura\b",
    unless=r"\b(?:tuv\w+|tenia|ya (?:no|se le quito)|dengue|vacun\w+|mundialista|futbol)\b",
)
is_fever_over = saying.anywhere(
    r"\bya (?:no (?:tiene|trae|ha tenido)|(?:se )?le (?:quito|bajo|fue) (?:la|el)) "
    r"(?:calentura|fiebre|temperatura)\b(?! (?:pero|y no)\b)"
)
# With which a fever cannot wait.
_ENDANGERED = re.compile(
    r"\b(?:4[0-3]|cuarenta) (?:grados|de)\b|\bde (?:4[0-3]|cuarenta)\b"
    r"|\b(?:bebe\w*|recien nacid\w+|baby|newborn)\b"
    r"|\b(?:de|tiene|con) (?:[1-9]|1[01]|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once)"
    r" (?:mes(?:es)?|semanas) (?!con|enferm)|\bmes(?:es)? de (?:edad|nacid)"
    r"|\b(?:convuls|respir|despiert|despert|reaccion|inconsc|desmay|delir|desvar|morad|ahog|sangr)\w*"
    r"|\b(?:esta|anda|como|muy) id[oa]\b|\bcuello (?:ties|dur)|\bno (?:\w+ )?respond"
)
_WORSE = re.compile(
    r"\b(?:mal|grave|peor\w*|vomit\w*|decaid[oa]|desguanz\w*|ties[oa]|deshidrat\w*|manchas"
    r"|tiembla|temblando|embaraz\w*|llor\w+|dolor|duele|oper\w+|diabet\w*|quimio\w*|hospital"
    r"|sol[oa]s?|tom[oa]|golpe\w*|cayo|pico)\b"
)


def is_mild_fever(text: str) -> bool:
    """«Mi niña tiene calentura y no baja»: nothing worse beside it, nor is she a baby."""
    words = saying.bare(text)
    return is_fever(text) and not (_ENDANGERED.search(f"{words} ") or _WORSE.search(words))


def are_without_power(state: State, text: str) -> bool:
    """«Mi papá usa oxígeno», beside the power cut that is told or has its folio."""
    told = state.category if state.is_at_work else state.lately_about
    words = saying.bare(text)
    if told != POWER or not _BREATHES.search(words) or _IS_POWERED.search(words):
        return False
    return not (_is_of_bill(words) or _is_of_bill(saying.bare(state.request)))


def _is_of_bill(words: str) -> bool:
    return bool(_OF_MONEY.search(words)) and not re.search(_NO_POWER, words)


def are_grave(text: str) -> bool:
    """Of now, and of somebody: «mi señora trae la presión en 200»."""
    words = saying.bare(text).replace("/", " ")
    if _UNPOWERED.search(words) and not (_ASKED_FOR.search(words) or _ANOTHER_DAY.search(words)):
        return True
    is_now = _STILL.search(words) or not _ANOTHER_DAY.search(words)
    is_dying = _DYING.search(words) or (is_fever(text) and _ENDANGERED.search(f"{words} "))
    if is_dying and is_now:
        return True
    return bool(is_now and _READ.search(words)) and not _OF_THINGS.search(words)

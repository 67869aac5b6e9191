"""A delicate matter that is named to say that it is none: «no hay violencia, solo la beca», «no es
psicólogo lo que ocupo», «no está desaparecida, se fue por su gusto», «perdón, no es denuncia»."""

import re
from dataclasses import replace

from bot.dialogue import contrasts, harm, misunderstanding, request, several
from bot.dialogue.acts import HandOver
from bot.dialogue.decision import Decision
from bot.dialogue.reading import called, saying, treatment
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from bot.dialogue.within import Without
from handoff.rules.reasons import Reason

_ANY = r"(?:(?:de|del|con|un|una|al|a|el|la|lo|ningun|ninguna|tipo|nada|asunto|cosa|por|para) )*"
_NO = r"\b(?:no|ni|tampoco) (?:me |se |le |ha |han )?(?:es|era|son|hay|hubo|fue|existe|ocup\w+"
_NO += r"|necesit\w+|quier\w+|busc\w+|ped\w+|teng\w+|sufr\w+|trata) "
_HARMS = r"(?:peg|golpe|maltrat|lastim|viol|abus)(?:an?|o|amos|aron|ado)"
_MIND = re.compile(
    rf"{_NO}{_ANY}(?:psicolog\w*|psiquiatr\w*|terapi\w*|terapeuta|depresion|salud mental"
    r"|ayuda psicologica|suicidio)\b"
    r"|\bno (?:pienso|voy a|quiero|voy) (?:hacerme (?:nada|dano)|matarme|suicidarme|lastimarme)\b"
    r"|\bno me (?:quiero|voy a|pienso) (?:matar|suicidar|lastimar|hacer (?:nada|dano))\b"
    r"|\bno (?:estoy|ando) (?:deprimid[oa]|loc[oa])\b"
)
_VIOLENCE = re.compile(
    rf"{_NO}{_ANY}(?:violencia|maltrato|golpes|abuso)(?: (?:familiar|de genero|intrafamiliar))?\b"
    rf"|\b(?:no|nadie|nunca) (?:me|nos|l[aeo]s?) (?:ha |han )?{_HARMS}\b"
)
_GONE = re.compile(
    r"\b(?:no|ni|tampoco) (?:esta|anda|estan|es|son|se encuentra|fue) (?:ningun\w* |un\w* )?"
    r"(?:desaparec|perd|extravi|secuestr)id?[oa]?\w*"
    r"|\bno (?:se (?:perdio|extravio)|desaparecio)\b"
    # «Ya sé dónde está»
    r"|\b(?:ya|si) (?:se|sabemos) (?:bien )?donde (?:estan?|andan?)\b"
    # «El papá no da nada y se fue»
    r"|\b(?:papa|padre|apa|ex|marido|espos[oa])\b(?: \w+){0,3}? (?:no|ni) (?:\w+ ){0,2}?"
    r"(?:da|pasa|manda|aporta|deposita|ayuda|responde)\b(?: \w+){0,4}? (?:y|porque) (?:ya )?"
    r"(?:se (?:fue|largo|desaparecio)|nos (?:dejo|abandono))\b"
    r"|\bse (?:fue|fueron|salio) (?:\w+ )?por su (?:gusto|voluntad|cuenta|(?:propi[oa] )\w+)\b"
)
_NO_DENUNCIA = re.compile(
    r"\bno (?:(?:es|era|seria|va|l[ao]|como|una?|quiero|queria|vengo|voy|pienso|a|por|de|poner"
    r"|hacer|meter|levantar|presentar) )+denunci(?:a|ar\w*)\b"
)
# What it is to be then; «no es denuncia, es solo un comentario» is to be nothing.
_COMPLAINS = re.compile(r"\b(?:quej|report|avis|enter|sep[aeo]|atiend|correg|corrij)\w*")
_BESIDE = re.compile(
    r"\b(?:ay|no|perdon|oigan?|pero|es|es[ot]o|que|pues|mire|disculp\w+|gracias)\b"
)
_ONLY_SAYS = re.compile(r"\b(?:comentari|coment|deci|platic|saber|pregunt|inform|orient|dud)\w*")
_CRIME = re.compile(
    r"\b(?:extors|estaf|fraud|asalt|rob[aoe]|drog|cristal|clon|hacke|vend[ei]|narc|tirade|cobr)\w*"
)
_OF = {
    harm.THREATENED: _NO_DENUNCIA,
    "salud_mental": _MIND,
    "violencia_genero": _VIOLENCE,
    "ninez": _VIOLENCE,
    "desaparicion": _GONE,
}
MATTERS = tuple(_OF)
# «Yo no pedí apoyos sociales», «quite lo del agua»: of what was noted besides.
_NOT_ASKED = re.compile(
    r"\b(?:no|ni|tampoco) (?:(?:yo|es|era|lo|la|le|me|estoy|vengo a|lo que) )*"
    r"(?:pedi|pido|pedir|quiero|quise|queria|mencione|dije|hable|hablo|ocupo|necesito|solicite|puse"
    r"|busco|refiero|era|es|de|por|sobre)\b(?! que\b)"
    r"|\b(?:quit|borr|elimin|sac|saqu|cancel)(?:e|en|a|ar)?(?:me)?(?:l[oa])?\b"
    r"|\b(?:lo|la|el) (?:del?|de l[oa]s?) \w+(?: \w+)? (?:ya |mejor )?no$"
)
_ONLY = re.compile(r"\b(?:nomas|solo|solamente|nada mas|unicamente|puro)\b")
MOST = 12  # words
# «No hay violencia, yo solo quería mandar fotos.»
_NONE = re.compile(
    r"(?:(?:no|ay|perdon|oiga|disculp\w+|pero|aqui|es que|yo|a mi) )*"
    r"no (?:(?:me|nos|hay|hubo|es|era|fue|existe|sufro|tengo|vivo|quiero|vengo a|pedi|report\w+"
    r"|denunci\w+|dije|hable|de|por|sobre|lo de|una?|ningun\w*|nada|la|el) )*"
    r"(?:violencia|maltrato|abuso|delito|denuncia|desaparici\w+|desaparecid\w+|corrupcion|crimen)\b"
    r"(?! (?:ahorita|todavia|hoy))"
)
# What may be told besides, that a denial does not undo.
_GRAVE = re.compile(
    r"\b(?:pero|aunque|peg[aou]|golp|mat[aoe]|violo|violaron|amenaz|secuestr|muert|muri|sangr|arma"
    r"|pistol|cuchill|encerr|encierr|morir|suicid|desaparec|quemar|abus|pastill|veneno|soga|vivir"
    r"|llev[ao]|despert|contesta|levant|amarr|gasolin|cerill|caer|cay[oe]|tiembl|convuls|acaba|lumbre"
    r"|tengo miedo|encuentr|hallo|aguanto|puedo mas|es contra)\w*"  # «es contra mi hijo»
)


def is_denied(key: str, text: str) -> bool:
    """This matter, and nothing that is worse is told beside it."""
    pattern = _OF.get(key)
    is_crime = key == harm.THREATENED and _CRIME.search(saying.bare(text))
    return pattern is not None and not is_crime and _is_denied(pattern, text)


def is_none(text: str) -> bool:
    """Any grave matter, first of all: not «no hay violencia, pero me quita el dinero»."""
    plain = saying.bare(text)
    told = _NONE.match(plain)
    return told is not None and not harm.is_done(plain[told.end() :]) and _is_denied(_NONE, text)


def _is_denied(pattern: re.Pattern[str], text: str) -> bool:
    rest, found = pattern.subn(" ", saying.bare(text))
    return bool(found) and not _GRAVE.search(rest)


def is_any(text: str) -> bool:
    return any(is_denied(key, text) for key in _OF if key != harm.THREATENED)


def decide(state: State, heard: Heard) -> Decision | None:
    """A matter that was noted besides is not wanted: «yo no pedí apoyos sociales, nomás lo del
    recibo»; a grave one only by its name. Or the grave one at hand is none."""
    others = tuple(dict.fromkeys((*state.apart, *filter(None, (state.also,)))))
    is_guess = state.category in several.GRAVE and state.is_at_work and is_none(heard.text)
    if is_guess and (told := _told_instead(state, heard)):
        return told
    if state.category == treatment.FOR_GAIN and _is_complaint(state, heard.text):
        anew = replace(state, skipped=(*state.skipped, "folio"))
        return request.begin_instead(anew, heard, treatment.of_office(state.request))
    if state.stage not in request.FORM or not others or heard.is_button:
        return None
    if instead := _instead(state, heard, others):
        left = replace(state, apart=tuple(each for each in state.apart if each != instead))
        return request.begin_instead(left, heard, instead)
    dropped = _dropped(state, heard, others)
    if not dropped:
        return None
    kept = tuple(each for each in state.apart if each not in dropped)
    also = None if state.also in dropped else state.also
    return request.go_on(replace(state, apart=kept, also=also, misses=0), Without(dropped))


def _is_complaint(state: State, text: str) -> bool:
    """«No es una denuncia», «no quiero denunciar, nomás reportar»: no more than that."""
    rest, found = _NO_DENUNCIA.subn(" ", saying.bare(text))
    is_bare = not _BESIDE.sub("", rest).strip() and not re.search(r"\bdenunciar", saying.bare(text))
    is_more = _COMPLAINS.search(rest) and not _ONLY_SAYS.search(rest)
    return state.stage in request.FORM and bool(found and (is_bare or is_more))


def _told_instead(state: State, heard: Heard) -> Decision | None:
    """«No es una denuncia. Pedí hablar con una persona»: the grave matter at hand was a guess."""
    if heard.means("hablar_con_persona"):
        waiting = replace(misunderstanding.start_again(state), waits_for_person=True)
        return Decision(waiting, (*misunderstanding.noted(state), HandOver(Reason.asked, 2)))
    is_other = heard.is_clear and heard.is_matter and heard.intent not in several.GRAVE
    return request.begin_instead(state, heard, heard.intent) if is_other else None


def _instead(state: State, heard: Heard, others: tuple[str, ...]) -> str | None:
    """«No es la de mi casa», «nomás el poste»: what was noted besides is the matter itself."""
    named = [*called.among(heard.text, others), *(each for each in others if heard.means(each))]
    is_denied = contrasts.denies(state.category or "", heard.text)
    if not named or is_denied:
        return others[0] if is_denied else None
    plain = saying.bare(heard.text)
    is_only = _ONLY.search(plain) and len(plain.split()) <= MOST and not _NOT_ASKED.search(plain)
    is_of_both = called.among(heard.text, (state.category or "",)) or heard.means(
        state.category or ""
    )
    return named[0] if is_only and not is_of_both else None


def _dropped(state: State, heard: Heard, others: tuple[str, ...]) -> tuple[str, ...]:
    if denied := tuple(each for each in others if contrasts.denies(each, heard.text)):
        return denied
    plain = saying.bare(heard.text)
    if len(plain.split()) > MOST:
        return ()
    if _NOT_ASKED.search(plain):
        named = {*called.among(heard.text, others), heard.intent} - {state.category}
        if found := tuple(each for each in others if each in named):
            return found
    is_only = _ONLY.search(plain) and state.category in (
        heard.intent,
        *called.among(heard.text, (state.category or "",)),
    )
    if is_only:
        return tuple(each for each in others if each not in several.GRAVE)
    return ()


def let_go(state: State, text: str) -> State:
    """Without the matters that were noted besides, and are denied: «no está perdido»."""
    apart = tuple(each for each in state.apart if not is_denied(each, text))
    also = None if state.also and is_denied(state.also, text) else state.also
    return replace(state, apart=apart, also=also)

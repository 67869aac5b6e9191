"""What is not for this State: a place elsewhere, where a municipality is asked for («Nogales,
Arizona»); a mayor, where it was about to be the Governor. Who does not live where it is knows
neither colonia nor street."""

import re
from dataclasses import replace

from bot.dialogue import asides, others, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellWhose
from bot.dialogue.reading import agencies, facts, saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import directory
from nlu import gazetteer

_CITIES = (  # where those of Sonora have moved to, or come from
    r"(?:phoenix|fenix|tucson|yuma|douglas|los angeles|las vegas|san diego|denver|dallas|houston"
    r"|el paso|chicago|ensenada|culiacan|mochis|mazatlan|tepic|guadalajara|monterrey"
    r"|ciudad juarez|honduras|guatemala|el salvador|venezuela|colombia|cuba|haiti|nicaragua"
    r"|canada|espana|el otro lado|otro (?:estado|pais)|fuera de sonora)"
)
_BEYOND = re.compile(rf"\b{_CITIES}\b")
_IN_TOWN = re.compile(
    r"\b(?:calles?|col|colonias?|av|avenida|blvd|bulevar|boulevard|sonora|entre"
    r"|(?:en|por) (?:la|el) (?!otro|salvador|paso))\b"
)
TO_MEET = "audiencia"
_NOT_THERE = re.compile(
    r"\bno (?:vivo|vivimos|radico|soy|somos|conozco)(?: (?:de|por))?"
    r" (?:ah[ií]|all[aií]|aqui|esos rumbos|ese rumbo)\b"
)
MOST = 8  # words; in more something else is told


def decide(state: State, heard: Heard) -> Decision | None:
    """It goes with the request, and whether some municipality of Sonora has to do with it is asked.
    None if one is told, or a street that is called so."""
    if state.stage in request.FORM and state.category == TO_MEET:
        return _with_mayor(state, heard) if agencies.is_with_mayor(heard.text) else None
    if state.stage is Stage.collecting and state.asking in ("colonia", "calle"):
        return _not_there(state, heard)
    is_asked = state.stage is Stage.collecting and state.asking == "municipio"
    is_told = is_asked and not heard.command and len(heard.text.split()) <= MOST
    if not is_told or heard.entity("municipio"):
        return None
    plain = saying.bare(heard.text)
    is_beyond = _BEYOND.search(plain) or gazetteer.names_a_state(heard.text)
    if not is_beyond or _IN_TOWN.search(plain):
        return None
    return asides.put(request.noting(state, heard), Say("beyond"), "beyond")


def _with_mayor(state: State, heard: Heard) -> Decision:
    town = facts.told_by(heard).get("municipio") or state.facts.get("municipio")
    key = directory.OF_THE_MUNICIPALITY[0]
    return asides.put(state.afresh(), TellWhose(key, town), f"{others.WHOSE}:{key}")


def _not_there(state: State, heard: Heard) -> Decision | None:
    """«No vivo ahí, yo vivo en Phoenix»: a person finds out."""
    plain, place = saying.bare(heard.text), heard.meaning.place
    is_placed = place.colonia or place.street or _IN_TOWN.search(plain)
    is_short = len(plain.split()) <= MOST and not (heard.command or is_placed)
    lives_beyond = re.search(rf"\bvivo en {_CITIES}\b", plain)
    if not is_short or not (_NOT_THERE.search(plain) or lives_beyond):
        return None
    left = replace(request.noting(state, heard), skipped=(*state.skipped, "colonia", "calle"))
    return request.go_on(left, Say("noted"))

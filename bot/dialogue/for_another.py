"""In whose name it is to be; and the name of who is helped, where that of who writes is asked."""

import re
from dataclasses import replace

from bot.dialogue import asides, pending, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import anew, bearers, labels, marked, names, passing, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, Stage, State
from bot.dialogue.within import Meant
from nlu import text as spelling

HELPED = "beneficiario"
# «No, es para mí», «el apoyo es para mi nana», and nothing else.
_FOR = re.compile(
    r"\W*(?:(?:no|pues|perd[oó]n|bueno|el|la|apoyo|ayuda|es|son|era|ser[ií]a)\W+)*pa(?:ra)? "
    rf"(?P<whom>{passing.KIN}|m[ií](?: mism[oa])?)"
    r"(?:\W+(?:no para|porque|por favor|gracias|pues)\b.*)?\W*",
    re.IGNORECASE,
)
# «Se llama Petra», «el nombre de mi mamá es Petra», of who is helped.
_CALLED = re.compile(
    r"\W*(?:(?:no|y|perd[oó]n|oiga|pues|es que|bueno)\W+)*"
    rf"(?:(?:el |su )?nombre (?:completo )?(?:de )?(?P<of>{passing.KIN}|ella|[eé]l) es"
    rf"|(?:(?P<kin>{passing.KIN}|ella|[eé]l)\W+)?se llama)\s+(?P<name>[^,.;]+)",
    re.IGNORECASE,
)
_KIN = re.compile(rf"\b{passing.KIN}\b", re.IGNORECASE)
in_name_of = saying.anywhere(r"\ba nombre de\b")
_OR = re.compile(r"\W+o\W+")
ASKED = "name_of"  # the aside: how somebody is called


def decide(state: State, heard: Heard) -> Decision | None:
    """None unless «mi mamá», or «es para mi mamá, se llama Rosa Elvira», answers whose name it is,
    or «póngalo a nombre de mi mamá» tells it anew, or «¿de mi mamá o mío?» asks it."""
    is_asked, whose = state.asking == "nombre", bearers.whose(heard.text)
    either = _OR.split(heard.text)
    if is_asked and len(either) > 1 and all(map(bearers.whose, either)):
        return asides.put(state, Meant("nombre"), "unclear")
    if whose and (is_asked or (state.asking != HELPED and in_name_of(heard.text))):
        return _asked_of(replace(state, stage=Stage.collecting, asking="nombre"), whose)
    if not is_asked or (state.aside or "").startswith(ASKED) or not labels.helped(heard.text):
        return None
    kept = replace(request.noting(state, heard), facts={**state.facts, **told(state, heard)})
    return asides.put(kept, Say("noted_for_another"), NO_ANSWER)


def _asked_of(state: State, whose: str) -> Decision:
    """The same said again is no answer."""
    aside = f"{ASKED}:{whose}"
    if state.aside == aside:
        return request.missed(state, pending.ask(state, again=True))
    named = replace(pending.ask(state), whose=whose)
    return Decision(replace(state, aside=aside, asides=1), (named,))


def told(state: State, heard: Heard) -> dict[str, str]:
    """Where the matter has somebody who is helped: «mi mamá, Rosa Elvira», «para mí»."""
    if HELPED not in request.category_of(state).asks:
        return {}
    if name := labels.helped(heard.text):
        kin = _KIN.search(heard.text)
        return {HELPED: anew.with_kin(state.facts.get(HELPED, kin[0].lower() if kin else ""), name)}
    found = _FOR.fullmatch(heard.text)
    return {HELPED: found["whom"].lower()} if found else {}


def called(state: State, heard: Heard) -> dict[str, str]:
    """«El nombre de mi mamá es Petra»: that of who is helped, beside that of who writes."""
    whom, found = state.facts.get(HELPED, ""), _CALLED.match(heard.text)
    if found is None or "nombre" not in state.facts or not whom.startswith("mi "):
        return {}
    kin, said = spelling.fold(found["of"] or found["kin"] or ""), found["name"].title()
    marks = (marked.value(heard, each) for each in ("otro", HELPED))
    name = next(filter(None, marks), said if wording.WHOLE_NAME.fullmatch(said) else "")
    is_of_other = kin.startswith("mi ") and kin not in spelling.fold(whom)
    known = whom.partition(",")[0]
    return {} if is_of_other or not name else {HELPED: anew.with_kin(known, wording.titled(name))}


def introduced(state: State, heard: Heard) -> dict[str, str]:
    """«Yo soy su nieta Karely», of who was called as the grandfather is: it is for him."""
    before = state.facts.get("nombre", "")
    if not (name := _own_instead(heard, before)):
        return {}
    whom = {HELPED: anew.with_kin(state.facts.get(HELPED, ""), before)}
    return {"nombre": name} | (whom if _is_of_somebody(state) else {})


def with_former_name(state: State, heard: Heard) -> State:
    """«Ese es el nombre de él, yo soy Dulce»: whose it was is still part of the story."""
    before = state.facts.get("nombre", "")
    is_kept = _is_of_somebody(state) or before in state.request.split("\n")
    if is_kept or not _own_instead(heard, before):
        return state
    return replace(state, request=request.joined(state.request, before))


def _own_instead(heard: Heard, before: str) -> str | None:
    """The name of who writes, where another one's was told."""
    name = marked.own_name(heard)
    is_kept = wording.corrects(heard.text) or heard.entity("telefono") is not None
    return name if name and names.is_another(before, name) and not is_kept else None


def _is_of_somebody(state: State) -> bool:
    """It is told of a person, not of a street."""
    asks = request.category_of(state).asks
    return HELPED in asks or "calle" not in asks

"""The question that stands behind what is told, in the same message."""

import re

from bot.dialogue.reading import saying

_TO_THEM = r"(?:(?:me|nos|les?|l[aoe]s?|se) )*"
_WHERE = (
    r"(?:con[sc]igue|con[sc]igo|consegu|d[aeo]n?\b|doy|pued|voy|vamos|acud|llev|sa[ck]|compr|surt"
    r"|atien|pag|entreg|pid|habl|mar[cq]|llam|report|cambi|h?ag[ao]|encuentr|hay que|tengo que)\w*"
)
# As people dictate: «mi número es… pero oiga y mientras donde me la dan»
_SPOKEN = re.compile(
    r"\b(?:y|pero|oigan?|oye|entonces|mientras|digan?me|contest[ae]n?me|respond[ae]n?me)"
    r"(?: (?:y|oiga|entonces|mientras|tanto|ahora|ahorita|pues|a|en|de|por|con|para)){0,4}"
    rf" (?:(?:donde|con quien) {_TO_THEM}{_WHERE}|(?:que|como) {_TO_THEM}(?:h?ago|h?acemos)\b"
    r"|que (?:papeles|requisitos|documentos|ocupo|necesito|sigue|procede)\b"
    rf"|cuant[oa]s? {_TO_THEM}(?:mas )?(?:tard|dilat|cuest|cobr|sale|tiempo|dias|es\b)\w*"
    rf"|(?:cuando|quien) {_TO_THEM}(?:van? a|viene|llam|habl|paga|surt|atiend|entreg)\w*"
    r"(?: \w+){0,4}$).*"
)
# «¿Cuánto tardan? Porque la carta da 10 días»
tells_why = saying.anywhere(r"\b(?:porque|pork|xq|es que|ya que|because)(?: \w+){3}")
_CALLS = r"(?:(?:pero|oiga|oye|es que|y|mire|ya|aun|todavia|usted|aqui|but) ){0,6}"
_PLEASE = r"(?: (?:usted|por favor|porfa|nada|bien|oiga|ya|todavia|please))*"
_WHAT = (
    r"(?:(?:a )?lo que (?:(?:le|les|te|yo) )*pregunt\w+|(?:a )?(?:mi|la) (?:pregunta|duda)"
    rf"|my question|what i asked){_PLEASE}"
)
_ANSWERED = r"(?:ha |has )?(?:contest|respond)(?:o|io|aste|iste|a|e|es|as|ado|ido|en|an)"
# «No me contestó lo que le pregunté»; «no me contestó el doctor» is of somebody else.
is_unheard = saying.only(
    rf"{_CALLS}(?:no|ni|nunca) (?:me )?{_ANSWERED}{_PLEASE} {_WHAT}"
    rf"|{_CALLS}no me {_ANSWERED}{_PLEASE}|{_CALLS}(?:eso )?no (?:es|fue|era) (?:eso )?{_WHAT}"
    rf"|{_CALLS}(?:contest[ae]|respond[ae])n?me(?: {_WHAT})?{_PLEASE}"
    rf"|{_CALLS}you (?:did not|didn t|haven t|don t) answer(?:ed)?(?: me| {_WHAT})?"
    rf"|{_CALLS}(?:that s|that is|it s) not {_WHAT}|{_CALLS}answer (?:me|{_WHAT})"
)
_PARTS = re.compile(r"[.,;!\n]+|(?=¿)| (?=y )")


def is_asked(text: str) -> bool:
    """Some clause of it asks."""
    return "?" in text or _SPOKEN.search(f"y {saying.bare(text)}") is not None


def question(text: str) -> str | None:
    """«La Modelo, ¿y van a venir o quién?»; None where the message is nothing but a question."""
    parts = [each for each in _PARTS.split(text) if saying.bare(each)]
    if len(parts) > 1 and "?" in parts[-1] and len(saying.bare(parts[-1]).split()) > 1:
        return parts[-1]
    plain = saying.bare(text)
    spoken = None if "?" in text else _SPOKEN.search(plain)
    return spoken[0] if spoken and spoken.start() else None

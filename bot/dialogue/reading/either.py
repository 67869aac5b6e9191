"""Two matters told as alternatives: «no sé si es lo de la beca o lo del acta»."""

import re

_IS = r"(?:(?:es|era|sea|ser[aá]|ser[ií]a|va|toca|pedir|pido|reportar|registrar|poner) )?"
_ONE = r"[^.,;:!?\n]{4,60}"
_EITHER = re.compile(
    rf"\bno (?:s[eé]|estoy segur[oa] de) (?:bien )?si {_IS}(?P<first>{_ONE}?),? o (?:si )?{_IS}"
    rf"(?P<second>{_ONE})",
    re.IGNORECASE,
)


def told(text: str) -> tuple[str, ...]:
    """Both, as they were written; none if it is not said so."""
    found = _EITHER.search(text)
    return (found["first"].strip(), found["second"].strip()) if found else ()


def apart(text: str, mark: str) -> str:
    """With both as sentences of their own, marked."""
    return _EITHER.sub(rf". {mark}\g<first>. {mark}\g<second>. ", text)

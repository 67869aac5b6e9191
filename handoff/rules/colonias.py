"""Whether two people mean the same colonia, who write it each in their own way."""

import re

from nlu import text as spelling

# Not an ejido, a residencial: those are other places of the same name.
_LEADS = re.compile(r"(?:(?:colonia|col|fraccionamiento|fracc?|barrio) )?(?:(?:el|la|los|las) )?")


def bare(name: str) -> str:
    """Without its kind and article, to be compared: «Fracc. El Sahuaro» -> sahuaro."""
    plain = " ".join(re.findall(r"\w+", spelling.fold(name)))
    return _LEADS.sub("", plain, count=1) or plain

"""An address as papers have it: «C. 5 de Mayo No. 12-A Col. Centro C.P. 83000»."""

import re

_ADDRESS = re.compile(
    r"(?:^|[\s,])(?:c|calle|av|ave|avenida|blvd|bulevar|calz|priv|privada|callej[oó]n|col|colonia|fracc)"
    r"\b\.?\s+\S.*\d",
    re.IGNORECASE | re.DOTALL,
)
_WRITTEN = (
    (re.compile(r"[\s,]+\bC\.? ?P\.?:? (?=\d{5}\b)", re.IGNORECASE), ", CP "),
    (re.compile(r"(?<=\w),? (?:n[uú]m|no)\. ?(?=\d{1,5}\b)", re.IGNORECASE), " número "),
    (re.compile(r"(\b\d{1,5})-([A-Z])\b"), r"\1\2"),
    # «C. Juan Pérez» alone is a citizen.
    (re.compile(r"^\W*C\.? (?=\w[^,]* #?\d)(?!P\b)"), "Calle "),
)


def spelt_out(text: str) -> str:
    if not _ADDRESS.search(text):
        return text
    for pattern, written in _WRITTEN:
        text = pattern.sub(written, text)
    return text

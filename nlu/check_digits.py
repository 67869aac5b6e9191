"""The digits by which a folio, a CURP and an RFC prove that they are written right."""

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_CURP = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
_RFC = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"


def damm(digits: str) -> int:
    """H. M. Damm, 2004: finds every wrong digit and every swap of neighbours. Zero for digits
    that end with their own check digit."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


def curp(curp: str) -> str:
    """RENAPO: values weighted 18 to 2, complement to ten of the sum. Takes 17 or 18 characters,
    in capitals."""
    return str(-_weighted(curp[:17], _CURP, 18) % 10)


def rfc(rfc: str) -> str:
    """SAT (answer to INFOMEX request 0610100135506, annex 3): values weighted 13 to 2,
    complement to eleven of the sum, ten written A. A company's RFC is one letter shorter and
    begins with a blank. Takes the whole RFC, 12 or 13 characters, in capitals."""
    digit = -_weighted(rfc.rjust(13)[:12], _RFC, 13) % 11
    return "A" if digit == 10 else str(digit)


def _weighted(characters: str, alphabet: str, heaviest: int) -> int:
    return sum(alphabet.index(each) * (heaviest - n) for n, each in enumerate(characters))

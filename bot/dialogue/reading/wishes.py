"""What is wished for what was told: «quiero que me la quiten», which asks for no person."""

from bot.dialogue.reading import saying

# «La» is the fine, or whatever was told.
is_of_it = saying.only(
    r"(?:(?:yo|pues|pero|no|si|lo que|nomas|solo|nada mas|y|oiga|es que|la verdad) )*"
    r"(?:(?:(?:qu|k)i[es]|quer|ocup|necesit|pid|exij|urge|espero)\w* )?(?:es )?"
    r"(?:(?:que|[qk]|ke) (?:(?:ya|me|nos|se) )*|(?:me|nos) )"
    r"l[aeo]s? (?!atiend|pas[ea]|comuni|deje|digan|expli|lean)\w+[ae]n\b(?: \w+){0,8}",
    unless=r"\b(?:persona|alguien|asesor\w*|datos|lista|padron|registros?|sistema|chat)\b",
)
# «Y que me regresen mi dinero»; not «y que me van a dar».
is_one = saying.only(
    r"(?:(?:y|pero|tambien|pues|nomas|solo|o sea|quiero|pido|ojala) )*(?:que|k|q) "
    r"(?:(?:ya|por favor|no) )*(?:(?:me|nos|se|l[aeo]s?) ){1,2}"
    r"(?!(?:van|pueden|dan|piden|ponen|hacen|dicen|ofrecen|deben|tienen)\b)\w+[ae]n\b(?: \w+){0,12}"
    r"|(?:(?:y|pero|ojala|por favor) )*(?:que )?(?:sea|fuera|quede|salga) (?!el|la\b)\w+"
    r"(?: \w+){0,6}"
)

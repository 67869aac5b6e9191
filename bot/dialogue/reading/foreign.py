"""Languages that share words or letters with Spanish and are told from it by their small words:
French, Italian, Portuguese, German."""

import re

from nlu import text as spelling

# Folded. None is Spanish, not even badly spelt, nor English.
_LANGUAGES = tuple(
    frozenset(words.split())
    for words in (
        # French
        "je ai suis elle nous vous avons avez est et du une pas avec pour dans chez mon notre"
        " votre mais depuis ici bonjour bonsoir merci besoin aide aidez eau maison rue veux"
        " voudrais peux pouvez parler parlez parle quelqu quelque francais plait monsieur madame"
        " faut trou ordures rien toujours beaucoup cette semaine qui"
        " plus moi electricite passeport mari femme fils",
        # Italian
        "ho hai abbiamo sono siamo non che gli della dello nella anche questo questa mio nostra"
        " nostro qui perche dove buongiorno buonasera grazie bisogno aiuto aiutarmi aiutate acqua"
        " strada vorrei voglio posso puo parlare qualcuno chiamo italiano giorni settimana molto"
        " niente prego signore signora hanno rubato passaporto",
        # Portuguese
        "nao tenho temos preciso precisamos falar fala alguem voce uma um em minha meu nossa nosso"
        " eu sou estou isso quero gostaria obrigado obrigada bom boa noite rua ajuda pessoa muito"
        " tem pela lixo buraco moro portugues faz falo passaporte roubaram faltou",
        # German
        "ich wir haben habe kein keine brauche hilfe und ist nicht mein meine bitte wasser strasse"
        " guten sprechen spreche deutsch mit strom seit einen eine",
    )
)
_SPANISH = frozenset({
    "hay", "quiero", "queremos", "necesito", "tengo", "tenemos", "cuando", "donde", "gracias",
    "hola", "pero", "es", "buenas", "buenos", "tardes", "noches", "muy", "ya", "puedo", "hablar",
    "espanol", "calle", "el", "los", "las", "esta", "estan", "yo", "nos", "mis", "sin", "hace",
    "fue", "son", "colonia", "llamo", "vivo", "soy", "le", "lo",
})  # fmt: skip
_NAME = re.compile(r"(?<![.!?¡¿\n])(?<=\s)[^\W\d_a-zà-ÿ]\w*")  # in capitals amid a sentence
ENOUGH = 2  # different words


def is_written(text: str) -> bool:
    """Two of its small words, and more than of Spanish. What is called something does not count:
    «vivo en la calle Rue de la Paix»."""
    plain = text if text.isupper() else _NAME.sub(" ", text)
    words = set(re.findall(r"\w+", spelling.fold(plain)))
    most = max(len(words & each) for each in _LANGUAGES)
    return most >= ENOUGH and most > len(words & _SPANISH)

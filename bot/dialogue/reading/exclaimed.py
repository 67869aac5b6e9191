"""Exclamations, that tell nothing by themselves: «ay no», «Dios mío», «no manches»."""

from bot.dialogue.reading import saying

_OUTBURST = r"no (?:m[ae]nch?[ae]s|inventes|ch?ingues|jodas|fri?egues?|juegues)"
is_outburst = saying.only(
    rf"(?:(?:ay|ah|ya|pues|oiga|si|neta|es|que|otra|vez|guey|wey|hombre) )*{_OUTBURST}"
    r"(?: (?:ya|pues|otra|vez|guey|wey|hombre|en|serio|de|nuevo))*"
)
# Of who answers, or waits: at the very beginning it may be a cry.
is_all = saying.only(
    r"(?:(?:ay|uy|oh|ah|no|dios|mio|santo|virgen|santa|jesus|caray|hijole|chihuahua|madre|mia|mi|vida"
    r"|cielo|por|el|la|amor|de|favor|se|lo|suplico|ruego|pido|puede|ser|que|cosa|barbaridad|y|nos"
    rf"|me|diga|eso|guarde|libre|ampare|{_OUTBURST}) ?)+"
)

"""English, which no engine here is trained in: danger by rules, and a matter by its words."""

import re

from nlu import signs
from nlu import text as spelling
from nlu.interpretation import Urgency

SURE = 0.95
# A matter may be meant if one of its words is said; which one is for the citizen to say.
MATTERS = {
    "alumbrado": r"street ?lights?|lamp ?posts?"
         r"|no (?:\w+ )?lights? (?:on|in|along) (?:\w+ )?(?:street|block|road|neighborhood|avenue)",
    "agua_potable": r"(?:no|without|out of)(?: any| running| tap| drinking| clean)* water"
         r"|water (?:pressure|supply|service|shortage|trucks?|deliver(?:y|ies))|any water",
    "agua_cobro": r"water bill"
         r"|(?:over)?(?:charged|charging|billed)(?: \w+){0,3} for (?:the )?water",
    "drenaje": r"sewage|sewer|drains?|drainage|leak(?:s|ing)?|pipes?",
    "energia_electrica": r"electricity|power (?:outage|cut|failure)"
         r"|power (?:is|went|goes|keeps going) (?:out|off)|no power|transformer|blackout",
    "bacheo": r"pot ?holes?|full of holes|pavement|paving|traffic (?:light|signal)s?|stop ?lights?"
         r"|stop signs?|speed bumps?|crosswalks?",
    "caminos": r"highways?|dirt road|road to",
    "basura_parques": r"garbage|trash|litter|rubbish|park|playground|vacant lot"
         r"|dead (?:dog|cat|animal|cow|horse)s?",
    "seguridad": r"robber(?:y|ies)|thefts?|stolen?|steal(?:ing)?|burglar(?:y|ies)?|police|patrols?"
         r"|unsafe",
    "denuncia_delito": r"extort(?:ion|ed)?|fraud|scam(?:med)?|drug dealers?",
    "transporte_publico": r"bus(?:es)?|public transport(?:ation)?",
    "placas_licencias": r"driver ?s? licen[cs]e|licen[cs]e (?:plates?|de (?:manejo|conducir))"
         r"|driving licen[cs]e|vehicle registration",
    "multas_transito": r"(?:traffic|parking|speeding) (?:ticket|fine)s?"
         r"|(?:gave|got|give|pay|paid) (?:me |us )?(?:a |the |my |this )?(?:fine|ticket)s?",
    "registro_civil": r"birth certificate|marriage certificate|death certificate",
    "salud_medicamentos": r"medicines?|medications?|prescriptions?|insulin|pharmacy",
    "salud_atencion": r"hospitals?|surgery|surgeon|doctors?|clinics?|ambulances?|nurses?|dentist"
         r"|emergency room|health ?(?:care|center|insurance)|dialysis|vaccin\w+|specialist"
         r"|(?:medical|doctor s) (?:care|attention|appointment|treatment)|x ?rays?",
    "educacion": r"schools?|enrol?lment|enroll(?:ed|ing)?|teachers?|kindergarten|classroom|diploma"
         r"|(?:school|college|university) (?:transcripts?|records)|school ?principal",
    "becas": r"scholarships?|student loan|financial aid|tuition",
    "adultos_mayores": r"(?:elderly|seniors?) (?:support|pension|benefits?|program)"
         r"|pension for (?:the elderly|seniors|my \w+)"
         r"|(?:is|turned) (?:6[5-9]|[789]\d)\b.*\bpension|pension|senior citizens?",
    "pensiones_isssteson": r"pension|retirement|retired from|isssteson",
    "vivienda": r"housing|mortgage|(?:property|house) (?:deed|title)s?|infonavit",
    "juridico": r"lawyer|attorney|legal (?:advice|aid|help)|divorce|child support|custody",
    "negocio_credito": r"business (?:loan|credit|support)s?|small business",
    "campo_pesca": r"farmers?|farming|crops?|cattle|fishermen|fishing (?:permit|support)s?",
    "audiencia": r"(?:meet|meeting|appointment|talk|speak) with the governor",
    "empleo": r"(?<!great )(?<!good )(?<!nice )jobs?|employment|find work|fired from work"
         r"|(?:looking|searching) for (?:a )?work|unemployed|employers?|severance|overtime"
         r"|(?:(?:was|were|got|get|been|being|am|m|just|they|boss|he|she|company) (?:\w+ )?fired"
         r"|fired (?:me|us|my \w+|him|her|without))(?! (?:at|shots?|upon))|laid (?:me |us )?off"
         r"|wrongful(?:ly)? (?:fired|dismiss\w+|terminat\w+)"
         r"|ow(?:es?|ed|ing) (?:me|us|my \w+) (?:\w+ ){0,4}(?:pay|wages?|salary|paychecks?|weeks?"
         r"|months?|days?|hours?|work)"
         r"|(?:boss|company|contractor|patron) (?:\w+ ){0,4}(?:pays?|paid|owes?|owed)"
         r"|(?:unpaid|back|minimum|my|our|last|his|her) (?:wages?|salary|salaries|paychecks?)"
         r"|(?:worked|working) (?:\w+ ){0,10}?(?:pay|paid)",
    "maltrato_animal": r"(?:abused|abandoned|stray|mistreated) (?:animal|dog|cat|horse)s?"
         r"|animal (?:abuse|cruelty)|(?:animal|dog|cat|horse|pupp(?:y|ie))s?"
         r" (?:(?:is|are|was|were|has|have|been|left|always) )*"
         r"(?:abandoned|starving|abused|mistreated|chained|tied|locked|beaten|skinny)",
    "ecologia": r"noise|noisy|(?:too|so) loud"
         r"|loud (?:\w+ )?(?:music|bars?|part(?:y|ies)|neighbou?rs?)"
         r"|bark(?:s|ing)|pollution|smoke|illegal logging"
         r"|burn(?:s|ed|ing)? (?:(?:his|her|their|the|all|of|some) )*"
         r"(?:trash|garbage|rubbish|litter|tires?|plastics?)",
    "migrantes_indigenas": r"migrants?|immigration|deported",
    "denuncia_servidor_publico": r"bribes?|corrupt(?:ion)?"
         r"|(?:(?:cops?|police|officers?)(?: \w+){0,12}? )?ask(?:s|ed|ing)? (?:me |us )?for"
         r" (?:\w+ ){0,2}(?:money|dollars|pesos|cash)"
         r"|(?:cops?|police ?m[ae]n|officers?) (?:\w+ ){0,2}(?:took|takes?|want(?:s|ed)"
         r"|demand(?:s|ed))(?: \w+){0,3} (?:money|dollars?|pesos|cash)"
         r"|(?:state )?troopers?"
         r"|(?:complain(?:t|ing)?|report)(?: against| about| on)? (?:\w+ ){1,3}?(?:cops?|officers?"
         r"|police ?m[ae]n|officials?|inspectors?|judges?)"
         r"|(?:cops?|police ?m[ae]n|officers?|police) (?:\w+ ){0,2}(?:took|takes?|kept|keeps?) my",
    "queja_atencion": r"rude|(?:treated|treats) (?:me|us|my \w+) (?:badly|poorly|like)"
         r"|bad (?:service|treatment)",
    "felicitacion": r"(?:want|like|love|wish) to (?:thank|praise|congratulate|compliment|commend)",
    "apoyos_sociales": r"food (?:support|aid|basket)s?|blankets?|diapers",
    "discapacidad": r"wheelchair|disabilit(?:y|ies)|prosthe(?:sis|tic)",
    "info_tramite": r"opening hours|office hours|requirements"
         r"|(?:need|get|getting|want|about|for|renew|apply for|obtain) (?:an? |the |my )?"
         r"(?:(?!fishing)\w+ ){0,2}?(?<!fishing )permits?",
    "sugerencia": r"(?:i|we) (?:have|had|got) an? (?:\w+ )?(?:idea|suggestion|proposal)"
         r"|(?:my|a) suggestion|(?:i|we) (?:(?:would|d) like to |want to )?(?:suggest|propose)",
    "info_publica": r"public records?|public information",
}  # fmt: skip
_MATTERS = {key: re.compile(rf"\b(?:{words})\b") for key, words in MATTERS.items()}
_WHO = r"(?:he|she|they|someone|somebody|husband|boyfriend|partner|wife|ex|dad|father|man|men|guy)"
_DOES = r"(?:hit|beat|attack|chok|stabb|shoot|strangl|threaten)\w*"
_HUMAN = (
    r"(?:he|she|someone|somebody|baby|child|kid|boy|girl|(?:wo)?man|lady|people|worker|student"
    r"|(?:my|our|the|an?) (?:old )?(?:husband|wife|partner|(?:boy|girl)?friend|dad|mom|mum|father"
    r"|mother|grand\w+|son|daughter|brother|sister|uncle|aunt|cousin|neighbou?r|boss|teacher))"
)
_GONE = (
    r"i (?:(?:just|was|were|am|wasn ?t|weren ?t|am not|m not|not|ever|never|had|d) )*"
    r"(?:gone|dead|died|disappeared|vanished|around|here|alive|existed|born|woke up)\b"
    r"(?! (?:from|at|to|for|by|on|when|while) (?!all\b|this (?:earth|world)))"
)
_DANGERS = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("riesgo de suicidio", r"\b(?:kill|hurt|harm)(?:ing)? myself\b|\bsuicid(?:e|al)\b"
         r"|\bend(?:ing)? (?:my (?:own )?life|it all)\b|\btak(?:e|ing) my own life\b"
         r"|\b(?:want|wish|ready|going) (?:\w+ )?(?:to die|i was dead|i were dead|i could die)\b"
         r"|\bbetter off (?:dead|without me)\b|\bkill (?:him|her|them)sel(?:f|ves)\b"
         r"|\bdon ?t want to (?:live(?! (?:next|near|beside|across|close)\b| in (?:that|this) "
         r"(?:house|street|block|neighbou?rhood|area|town|city)\b)|be alive|wake up"
         r"|be here any ?more)\b"
         r"|\b(?:no|any) reason (?:to live|for living)\b|\bnothing (?:left )?to live for\b"
         r"|\bjump(?:ing)? off (?:a|the|this) (?:bridge|building|roof)\b"
         r"|\b(?:goodbye|suicide) (?:note|letter)\b"
         r"|\bcut(?:ting)? (?:my|her|his|their) (?:own )?(?:wrists?|veins)\b"
         r"|\btell my \w+ (?:that )?i (?:love|loved) (?:them|her|him)\b"
         rf"|\b(?:nobody|no ?one|who)(?: (?:would|will|d|ll|\w+ly|even))+ (?:notice|care|mind"
         rf"|miss me)(?: \w+)? (?:if|when) {_GONE}"
         r"|\b(?:nobody|no ?one) (?:would|will)(?: \w+)? miss me\b"
         rf"|\bbetter (?:\w+ )?if {_GONE}|\bwish {_GONE}|\bwish i could (?:just )?disappear\b"
         r"|\b(?:point|use|sense) (?:of|in) (?:living|being alive)\b(?! (?:near|next|in|on|at)\b)"
         r"|\b(?:tired|sick) of (?:living|being alive|(?:my )?life)(?=$| (?:and|i|nobody)\b)"
         r"|\brather be dead\b"
         r"|\b(?:want|like) (?:to )?disappear(?:ing)?(?=$| (?:and|nobody|forever)\b)"
         r"|\bi (?:a)?m (?:just |only |such )?a burden (?:to|on|for)\b"
         r"|\b(?:nobody|no ?one) (?:needs|loves) me(?=$| (?:any|and|here|in)\w*)"),
        ("agresión en curso", rf"\b{_WHO} (?:is|are|keeps?) {_DOES} (?:me|her|him|us|my)\b"
         r"|\b(?:going|trying|wants?|threatening) to (?:kill|shoot|stab) (?:me|us|her|him)\b"),
        ("disparos o persona armada", r"\b(?:has|have|with|holding|carrying) (?:a |an )?"
         r"(?:gun|knife|weapon|machete|rifle|pistol)s?\b|\bgun ?shots?\b|\bshots fired\b"
         r"|\b(?:active shooter|shooting (?:at|outside))\b"
         r"|\b(?:been|got|was|were|just|i m) (?:shot|stabbed)\b(?! down)"),
        ("intrusión o asalto en curso", r"\b(?:broke|breaking|break) in(?:to)? (?:my|our|the)"
         r" (?:house|home|apartment)\b"
         r"|\b(?:trying|tries|wants) to (?:get|break|climb|come) in(?:to)? "
         r"(?:(?:through|by) )?(?:my|our|the) (?:\w+ )?(?:window|door|roof|house|apartment)\b"),
        ("privación de la libertad o persecución",
         r"\b(?:kidnapp?ed(?! by (?:the )?(?:bureau\w+|system|paperwork))|being followed)\b"
         r"|\b(?:they|he|someone|somebody) (?:have|has|ve|took|got) my (?:son|daughter|wife|husband"
         r"|brother|sister|dad|mom|father|mother|kids?|child|children)\b"
         r".*\b(?:ransom|pesos|dollars|money|pay)\b"),
        ("emergencia médica", r"\b(?:not|isn ?t|stopped|can ?t|cannot) breath(?:e|ing)\b"
         r"(?! in (?:that|this|the) (?:bus|office|classroom|waiting room)\b)"
         rf"|\b{_HUMAN} (?:(?:has|have|is|are|s|just|suddenly) )*"
         r"(?:collapsed|fainted|passed out|(?:having|had) a (?:seizure|stroke)|chok(?:ed|ing)"
         r"|unresponsive|not responding)\b(?! to\b)"
         r"|\bunconscious\b|\bbleeding (?:a lot|badly|out)\b|\bheart attack\b|\boverdos\w+\b"),
        ("emergencia médica",
         r"\bdrown(?:s|ing|ed)\b(?! in (?:debts?|paperwork|bills|work|trash)\b)"
         r"|\b(?:at|in) the bottom of (?:the|a|our|my) (?:pool|well|canal|dam|river)\b"),
        ("personas atrapadas", r"\b(?:stuck|trapped|locked) (?:in(?:side)?|under) (?:\w+ )?"
         r"(?:elevator|lift|car|truck|building|house|rubble|flood|water|fire|well|canal)\b"),
        ("cables o chispas", r"\b(?:wires?|cables?|power ?lines?) (?:\w+ ){0,4}"
         r"(?:spark\w*|down (?:on|in)|fell (?:on|in)|on the (?:ground|sidewalk|street))"),
        ("incendio, gas o explosión", r"\b(?:house|home|building|apartment) is on fire\b"),
    )
)  # fmt: skip
_PAST = re.compile(r"\b(?:yesterday|ago|last (?:week|month|year|night|\w+day)|used to)\b")


def danger(text: str) -> Urgency | None:
    """Danger to life told in English, or None."""
    if len(text) <= spelling.LONGEST and not signs.of(text) & signs.ENGLISH_DANGER:
        return None
    plain = _plain(text)
    if _PAST.search(plain):
        return None
    found = (reason for reason, pattern in _DANGERS if pattern.search(plain))
    reason = next(found, None)
    return Urgency(True, SURE, reason) if reason else None


def matters(text: str) -> tuple[str, ...]:
    """The categories that the words may mean, the first one said first. «Burns trash» tells more
    than the trash in it."""
    plain = _plain(text)
    found = {key: said.span() for key, words in _MATTERS.items() if (said := words.search(plain))}
    own = (
        key for key in found if not any(_is_within(found[key], other) for other in found.values())
    )
    return tuple(sorted(own, key=lambda key: found[key]))


def _is_within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", spelling.fold(text))).strip()

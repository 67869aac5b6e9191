"""Municipality, colonia, postal code and street, and what is none of them."""

import pytest

from nlu import gazetteer, places
from nlu.interpretation import Place


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("no hay agua en la Sahuaro, Hermosillo", "Hermosillo"),
        ("aki en ermosiyo no ai agua", "Hermosillo"),
        ("no, no es Agua Prieta, es Naco", "Naco"),
        ("en Nogales no, en Obregón", "Cajeme"),
        ("es en Nogales, no en Obregón", "Nogales"),
        ("hoyos en la calle 5 de Empalme", "Empalme"),
        ("Santa Ana, centro", "Santa Ana"),
        ("la primaria de Tónichi", "Soyopa"),
        ("en el cobach nogales no hay maestros", "Nogales"),
        ("soy de hermocillo sonora", "Hermosillo"),
        ("un bache en Bahía de Kino", "Hermosillo"),
        ("poblado Miguel Alemán", "Hermosillo"),
        ("vivo en la doce", "Hermosillo"),
        ("en San Pedro el Saucito", "Hermosillo"),
        ("soy de Obregón", "Cajeme"),
        ("cd. obregon", "Cajeme"),
        ("en Pueblo Yaqui", "Cajeme"),
        ("vivo en Esperanza", "Cajeme"),
        ("en cocorit", "Cajeme"),
        ("vivo en magdalena de kino", "Magdalena"),
        ("en Sonoita", "General Plutarco Elías Calles"),
        ("Soy de Villa Juárez", "Benito Juárez"),
        ("municipio de Benito Juárez", "Benito Juárez"),
        ("San Luis", "San Luis Río Colorado"),
        ("SLRC", "San Luis Río Colorado"),
        ("puerto penasco", "Puerto Peñasco"),
        ("we live in Rocky Point", "Puerto Peñasco"),
        ("soy de Mátape", "Villa Pesqueira"),
        ("Heroica Caborca", "Caborca"),
        ("en san carlos", "Guaymas"),
        ("la plaza de Vícam", "Guaymas"),
        ("en bacobampo", "Etchojoa"),
        ("en Esqueda", "Fronteras"),
        ("vivo en Pesqueira", "San Miguel de Horcasitas"),
        ("huatabanpo", "Huatabampo"),
        ("nabojoa", "Navojoa"),
        ("aguaprieta", "Agua Prieta"),
        ("vivo en Santa Ana", "Santa Ana"),
        ("en Altar no hay agua", "Altar"),
        ("en Moctezuma", "Moctezuma"),
        ("la plaza de Álamos", "Álamos"),
        ("cp 83200", "Hermosillo"),
        ("calle Guaymas en Navojoa", "Navojoa"),
        ("mi mamá Magdalena vive en Caborca", "Caborca"),
        ("soy de hermosillo pero vivo en guaymas", "Guaymas"),
        ("San Carlos, Guaymas", "Guaymas"),
        ("gaymas", "Guaymas"),
        ("soy Yareli Ruiz de Santa Ana, hay un perro muerto", "Santa Ana"),
        ("no sale agua en el ejido San Pedro de Caborca", "Caborca"),
        ("la entrada del poblado Jecopaco, Cajeme", "Cajeme"),
        ("en el ejido san pedro de alamos", "Álamos"),
        (
            "ejido Francisco Javier Mina por la calle 4 de San Ignacio Río Muerto",
            "San Ignacio Río Muerto",
        ),
        ("soy de Pótam y trabajo en Hermosillo", "Guaymas"),
        ("kborca", "Caborca"),
        ("vivo en enpalme", "Empalme"),
        ("calle 5 col centro empalme", "Empalme"),
        ("el centro rosario", None),
        ("soy de santana sonora", "Santa Ana"),
        ("hablo de Nog", "Nogales"),
        ("ermosillo son.", "Hermosillo"),
        ("obrgon", "Cajeme"),
        ("pto. penasco", "Puerto Peñasco"),
        ("sn luis rio colorado", "San Luis Río Colorado"),
        ("la plaza principal de Magdalena", "Magdalena"),
        ("el hospital de Miguel Alemán", "Hermosillo"),
        ("en un solar de empalme", "Empalme"),
        ("mi nuera se regresa mañana a Santa Ana", "Santa Ana"),
        ("lo bajaron hasta Moctezuma por suero", "Moctezuma"),
        ("TIENEN QUE IR HASTA ÁLAMOS A CHECARSE", "Álamos"),
        ("el aniversario de mi pueblo Rayón", "Rayón"),
        ("perros envenenados, Empalme", "Empalme"),
        ("a guy in Naco sold my car", "Naco"),
        ("howdy from Naco", "Naco"),
        ("Fronteras", "Fronteras"),
        ("la carretera a Bavispe está cerrada", "Bavispe"),
        ("el camino a San Javier", "San Javier"),
        ("rumbo a Cucurpe", "Cucurpe"),
        ("en la carretera a Ures, pero vivo en Mazatán", "Mazatán"),
        ("EL COMANDANTE DE AQUI DE SAHUARIPA USA LA PATRULLA", "Sahuaripa"),
        ("me muevo entre Yécora y las rancherías", "Yécora"),
    ],
)
def test_a_municipality_is_meant(text: str, municipality: str) -> None:
    assert places.find(text).municipality == municipality


@pytest.mark.parametrize(
    "text",
    [
        "",
        "santa ana me ayudó mucho",
        "Rosario Martínez me atendió mal",
        "me llamo Magdalena",
        "doña Esperanza no tiene despensa",
        "soy del Rosario Sinaloa",
        "en la colonia Benito Juárez no hay luz",
        "calle Navojoa 45 colonia Cajeme",
        "col. Nuevo Hermosillo",
        "vivo en San Luis Potosí",
        "vivo en nogales arizona",
        "mi hijo estudia en mazatlán",
        "el altar de la iglesia",
        "qué naco",
        "blvd. Plutarco Elías Calles",
        "la calle está llena de hoyos",
        "con unos compas me cobraron el finiquito",
        "hay un pozo por la Obregón",
        "sale un agua prieta de la coladera",
        "grasiaas",
        "dejaron al periquito al sol",
        "lo dejaron tirado en Oregon",
        "a poco las becas son para plebes",
        "rebisen el switch del alumbrado",
        "no cae agua en la Primero Hermosillo",
        "calle Mártires de Cananea",
        "los vecinos de la Sahuaripa Vieja",
        "la colonia San Luis entre 5 y 6",
        "no sirve la lámpara entre obregon y rosales",
        "le dije a Rosario que viniera",
        "le rezo a Santa Ana",
        "la iglesia de Santa Ana",
        "soy de juarez chihuahua",
        "blvd. Luis Donaldo Colosio",
        "somos de Santa Ana California",
        "blvd. Kino, frente al padre Kino",
    ],
)
def test_no_municipality_is_invented(text: str) -> None:
    found = places.find(text)
    assert (found.municipality, found.candidates) == (None, ())


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("cp 85400", ("Empalme", "Guaymas", "Huatabampo", "Navojoa")),
        ("la carretera de Mazatán a Hermosillo", ("Hermosillo", "Mazatán")),
        ("la Mazatán-Hermosillo está despedazada", ("Hermosillo",)),
        ("en la Moctezuma–Huásabas no hay rayas", ("Huásabas",)),
        ("hablo de plutarco elias calles", ("Caborca", "General Plutarco Elías Calles")),
        ("Navojoa y Etchojoa", ("Etchojoa", "Navojoa")),
        ("carretera Hermosillo - Nogales km 30", ("Hermosillo", "Nogales")),
        ("hay un bache por la salida a Nogales", ("Nogales",)),
        ("en san pedro", ("Hermosillo", "Ures")),
    ],
)
def test_what_could_be_several_stays_open(text: str, candidates: tuple[str, ...]) -> None:
    found = places.find(text)
    assert (found.municipality, found.candidates) == (None, candidates)


def test_a_name_settles_an_ambiguous_postal_code() -> None:
    assert places.find("Guaymas, cp 85400").municipality == "Guaymas"


@pytest.mark.parametrize("name", sorted(gazetteer.municipalities()))
def test_every_municipality_is_known_by_its_name(name: str) -> None:
    assert places.find(f"soy del municipio de {name}").municipality == name
    assert places.find(name.lower(), expecting="municipio").municipality == name


@pytest.mark.parametrize(
    ("text", "colonia", "street"),
    [
        ("col. Sahuaro, calle 5 de Febrero #123", "Sahuaro", "calle 5 de Febrero 123"),
        ("fracc villa bonita calle reforma", "villa bonita", "calle reforma"),
        ("col sahuaro hermosillo", "sahuaro", None),
        ("la colonia san luis entre 5 y 6", "san luis", "entre 5 y 6"),
        ("aqui en la sahuaro no hay agua", "sahuaro", None),
        ("soy de la solidaridad", "solidaridad", None),
        ("vivo en los lagos y se fue la luz", "los lagos", None),
        ("somos de la ley 57", "ley 57", None),
        ("en la palo verde no pasa la basura", "palo verde", None),
        ("vivo en villa de seris", "villa de seris", None),
        ("soy del sahuaro", "sahuaro", None),
        ("vivo en la manga y no hay agua", "manga", None),
        ("aquí en la Tierra y Libertad", "Tierra y Libertad", None),
        ("dejaron al perro en la Casa Blanca", "Casa Blanca", None),
        ("colonia primero hermosillo", "primero hermosillo", None),
        ("tres lámparas de la calle apagadas en la sahuaro", "sahuaro", None),
        ("LOS FOCOS DE LA CALLE FUNDIDOS", None, None),
        ("la lámpara de mi calle parpadea", None, None),
        ("tres lámparas de la calle granada", None, "calle granada"),
        ("la calle escondida 14, apagada", None, "calle escondida 14"),
        ("mi calle es la cuitláhuac", None, "la cuitláhuac"),
        ("prol rosales 45", None, "prol rosales 45"),
        ("privada del sol 23", None, "privada del sol 23"),
        ("callejon velasco", None, "callejon velasco"),
        ("calle 5ta entre 3 y 4", None, "calle 5ta entre 3 y 4"),
        ("blvd. encinas casi esquina con reyes", None, "blvd. encinas casi esquina con reyes"),
        ("esquina de morelos y juarez", None, "morelos y juarez"),
        ("en la 12 y obregon de san luis hay un semaforo", None, "12 y obregon"),
        ("vivo en la 14 y tengo un bache, pasan a las 5 y media", None, None),
        ("bache en nogales, kennedy, obregon 14", "kennedy", "obregon 14"),
        ("no hay agua en Guaymas, sector 5, desde agosto 20", None, None),
        ("no hay luz hermosillo la sahuaro", "sahuaro", None),
        ("en hermosillo la esperanza es lo último", None, None),
        ("un bache en la juarez de navojoa calle 5", "juarez", "calle 5"),
        ("no hay agua en la entrada de navojoa, calle 5", None, "calle 5"),
        ("en Reforma y 12 de Octubre hay un bache", None, "Reforma y 12 de Octubre"),
        ("en Facebook y Whatsapp", None, None),
        ("calle Jalisco con la Guerrero", None, "calle Jalisco con la Guerrero"),
        ("calle Juárez con la Secretaría de Salud", None, "calle Juárez"),
        ("calle Jalisco con 3 baches", None, "calle Jalisco"),
        ("el cruce de Jalisco con Guerrero", None, "Jalisco con Guerrero"),
        ("en Sinaloa esquina con Zacatecas", None, "Sinaloa esquina con Zacatecas"),
        ("Obregón 45 entre Juárez y Morelos", None, "Obregón 45 entre Juárez y Morelos"),
        ("en Hidalgo #33 entre Sonora y Sinaloa", None, "Hidalgo #33 entre Sonora y Sinaloa"),
        ("calle Morelos number 12, near the church", None, "calle Morelos 12"),
        ("en Navojoa y Etchojoa", None, None),
        *(
            (f"{lead} {common}", None, None)
            for lead in ("aqui en la", "vivo en la", "soy de la")
            for common in (
                "casa",
                "noche",
                "tarde",
                "escuela",
                "calle",
                "tercera edad",
                "tribu",
                "orilla del canal",
                "misma calle",
                "esquina",
            )
        ),
        ("en la noche no pasa el camion", None, None),
        ("estoy en la 114", None, None),
        ("estan quemando llantas en la ladrillera", None, None),
        ("soy de San Pedro de la Cueva", None, None),
        ("colonia centro no hay agua", "centro", None),
        ("bache en nogales centro calle 5", "centro", "calle 5"),
        ("en navojoa, centro no hay agua", "centro", None),
        ("basura en empalme centro desde ayer", "centro", None),
        ("Centro calle 6", "Centro", "calle 6"),
        ("no hay agua en hermosillo solidaridad", "solidaridad", None),
        ("hermosillo modelo no tiene luz", None, None),
        ("navojoa centro de salud sin médico", None, None),
        ("hermosillo centro comercial", None, None),
        ("hoyos en la benito juarez de hermosillo", "benito juarez", None),
        ("robos en la santa ana de nogales", "santa ana", None),
        ("no hay maestro en la benito juarez de hermosillo", None, None),
        ("no hay luz en la heroica caborca", None, None),
        ("no hay agua en el centro", "centro", None),
        ("fuga en calle Morelos, Centro, Cumpas", "Centro", "calle Morelos"),
        ("no hay medicinas en el centro de salud", None, None),
        ("sin luz en la sahuaro de hermosillo", "sahuaro", None),
        ("Colonia Cucurpe... no perdón, Colonia San Isidro", "San Isidro", None),
        ("en el solidaridad a la altura del walmart", None, "solidaridad a la altura del walmart"),
        ("calle Rayón esquina con no reelección", None, "calle Rayón esquina con no reelección"),
        ("Calle Manuel M. Diéguez 45", None, "Calle Manuel M. Diéguez 45"),
        ("hay hoyos en la calle 5 de Empalme", None, "calle 5"),
        ("aquí en la Ladrillera no cae agua", "Ladrillera", None),
        ("en el ejido El Rodeo", "ejido El Rodeo", None),
        ("ejido Benito Juárez de Empalme", "ejido Benito Juárez", None),
        ("al poblado El Chinal, municipio de Álamos", "El Chinal", None),
        ("el poblado completo no tiene agua", None, None),
        (
            "en blvd. Morelos entre Reforma y 5 de Mayo, colonia Centro",
            "Centro",
            "blvd. Morelos entre Reforma y 5 de Mayo",
        ),
        ("calle Sufragio esquina con Morelos", None, "calle Sufragio esquina con Morelos"),
        ("se va toda el agua por la calle y nadie viene", None, None),
        ("lo piden en la Secretaría", None, None),
        ("the street light on my street is broken", None, None),
        ("street lights out on Calle 14 in Bahia de Kino", None, "Calle 14"),
        ("calle 20 y avenida 10", None, "calle 20 y avenida 10"),
        ("la calle pavimentada jaja, es la calle Obregón", None, "calle Obregón"),
        ("en la calle principal de Buaysiacobe", None, "calle principal"),
        ("the street is flooded", None, None),
    ],
)
def test_addresses(text: str, colonia: str | None, street: str | None) -> None:
    found = places.find(text)
    assert (found.colonia, found.street) == (colonia, street)


@pytest.mark.parametrize(
    ("asked", "answer", "expected"),
    [
        ("municipio", "Obregon", Place(municipality="Cajeme")),
        ("municipio", "pues rosario", Place(municipality="Rosario")),
        ("municipio", "yekora", Place(municipality="Yécora")),
        ("municipio", "san pedro", Place(candidates=("Hermosillo", "Ures"))),
        ("municipio", "no sé", Place()),
        ("municipio", "chihuahua", Place()),
        ("colonia", "la sahuaro", Place(colonia="sahuaro")),
        ("colonia", "5 de mayo", Place(colonia="5 de mayo")),
        ("colonia", "benito juarez", Place(colonia="benito juarez")),
        ("colonia", "hermosillo", Place(municipality="Hermosillo")),
        ("colonia", "Villa del Sol, hermosillo", Place("Hermosillo", "Villa del Sol")),
        ("colonia", "no sé", Place()),
        ("calle", "Reforma 45", Place(street="Reforma 45")),
        ("calle", "reforma entre 5 y 6", Place(street="reforma entre 5 y 6")),
    ],
)
def test_a_bare_answer_is_the_fact_that_was_asked(
    asked: places.Asked, answer: str, expected: Place
) -> None:
    assert places.find(answer, expecting=asked) == expected


@pytest.mark.parametrize(
    ("text", "municipality", "candidates"),
    [
        ("pertenece a Guaymas creo, o a Empalme", None, ("Empalme", "Guaymas")),
        ("Guaymas o Empalme, no sé", None, ("Empalme", "Guaymas")),
        ("tampoco es Guaymas, es Empalme", "Empalme", ()),
    ],
)
def test_one_town_or_another(
    text: str, municipality: str | None, candidates: tuple[str, ...]
) -> None:
    place = places.find(text)
    assert (place.municipality, place.candidates) == (municipality, candidates)


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("un hoyo en la Solidaridad casi con Progreso", "Solidaridad casi con Progreso"),
        ("la lámpara de la calle Sonora, Guaymas", "calle Sonora"),
        ("the street is calle 4 not 3", "calle 4"),
    ],
)
def test_street_with_its_corner(text: str, street: str) -> None:
    place = places.find(text)
    assert (place.street, place.colonia) == (street, None)


@pytest.mark.parametrize("colonia", ["Nuevo Cananea", "Lomas de Guaymas"])
def test_a_colonia_may_bear_the_name_of_a_town(colonia: str) -> None:
    assert places.find(colonia, expecting="colonia").colonia == colonia
    assert places.find("Centro de Guaymas", expecting="colonia").colonia == "Centro"


def test_of_two_names_the_town_that_both_may_be_is_meant() -> None:
    assert places.find("hay muchos baches en Ures, San Pedro").municipality == "Ures"


@pytest.mark.parametrize(
    "text", ["I'm 67", "my husband is 84, we live here", "patrol number 114", "my case 12"]
)
def test_what_is_counted_in_english_is_no_house(text: str) -> None:
    assert places.find(text).street is None

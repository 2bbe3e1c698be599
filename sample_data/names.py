"""Invented names by country: given names and family names, joined at random.

No real person is meant. Letters outside ASCII are kept on purpose: they are what exports hold.
"""

import unicodedata

GIVEN = {
    "United States": "Avery Brooke Caleb Dana Ethan Faith Gavin Hazel Isaac Jocelyn Kendra Logan "
    "Marcus Naomi Owen Paige Quinn Reid Sadie Tyler Vivian Wesley Zoe Malik Imani Jada",
    "Germany": "Anke Bernd Carsten Dörte Elke Falk Grit Heiko Ilka Jörg Käthe Lutz Maike Niklas "
    "Ömer Petra Ralf Silke Torben Ulrike Volker Wiebke Yasmin Günther Bärbel Sönke",
    "Netherlands": "Anouk Bram Coen Daphne Esmée Floor Gijs Hanneke Iris Joost Koen Lieke Maud "
    "Niels Otto Pien Renske Sjoerd Tess Wouter Yara Zoë Loïs Chaïm",
    "Spain": "Álvaro Begoña César Dolores Elena Fermín Gonzalo Inés Íñigo Jimena Lucía Martín "
    "Nuria Óscar Pilar Raúl Sofía Tomás Verónica Ximena Andrés Belén Iván",
    "Poland": "Agnieszka Błażej Celina Dariusz Elżbieta Franciszek Grażyna Halina Izabela Jędrzej "
    "Kinga Łukasz Małgorzata Norbert Oskar Patrycja Rafał Stanisław Urszula Wojciech Żaneta Michał",
    "Switzerland": "Aline Beat Corinne Didier Eveline Fabrice Ganna Hansruedi Jolanda Luzia Moritz "
    "Noémie Reto Sabine Urs Vreni Ursina Gian",
    "Brazil": "Ângela Bruno Conceição Débora Éder Flávia Gustavo Helena Ícaro Júlia Kauã Lívia "
    "Mônica Natália Otávio Priscila Renan Simone Thaís Vinícius Zélia João Antônio Inês",
    "Mexico": "Alejandra Bartolomé Citlali Darío Esperanza Fabián Guadalupe Hernán Itzel Joaquín "
    "Karina Leonel Maricruz Néstor Ofelia Pánfilo Rocío Saúl Teresa Ulises Xóchitl Yolanda",
    "Colombia": "Adriana Brayan Catalina Duván Estefanía Freddy Gloria Hernando Íngrid Jhon Leidy "
    "Mauricio Nórida Orlando Paola Rubén Salomé Tatiana Wilmar Yuliana",
    "Egypt": "Amal Bassem Dina Ehab Farida Gamal Hoda Ismail Karim Laila Mahmoud Nadia Omar Rania "
    "Sherif Tarek Yasmine Zeinab",
    "United Arab Emirates": "Aisha Badr Fatima Ghanim Hessa Jassim Khalifa Latifa Maitha Nasser "
    "Obaid Reem Saeed Shamma Zayed",
    "Jordan": "Abeer Bilal Dalia Faris Ghada Hani Issa Lubna Mazen Nisreen Rami Suha",
}

FAMILY = {
    "United States": "Abbotsford Birchwell Cranmore Dunleavy Eastlake Fairbourne Garrisonne "
    "Holloway Ironside Jessup Kettering Langstone Merriweather Northcott Oakhurst Pemberley "
    "Quigley Ravenscroft Stillwater Thornbury Underhill Vance Whitlock Yarborough O’Dell",
    "Germany": "Ackerknecht Brückner Dünnwald Eisenhut Föhrmann Grünewald Hülsmann Jäckel "
    "Köhlbrand Lüdering Mößner Nüßlein Ölschläger Pfäfflin Quastenberg Rößner Schürmann "
    "Tönnies Übelacker Vörding Weißkopf Zöllinger",
    "Netherlands": "van_Aalsum Brinkhof de_Cloedt Dijkgraaf Elzinga van_der_Feltz Groenewoud "
    "Hofstra ten_Kate Kuipers van_’t_Land Meijerink Noordhof Oosterling Poelstra de_Ruijter "
    "Smeenk Tjalma Veldkamp Wiersinga",
    "Spain": "Aldecoa Barreiro Cárdenas Dávila Echániz Fariñas Gárate Hinojosa Ibáñez Jaúregui "
    "Landáburu Muñiz Núñez Ordóñez Peñarroya Quiñones Rebolledo Santolaya Tordesillas Urquijo",
    "Poland": "Adamczyński Brzezińska_Wolak Chrząszczak Dąbrówka Frączek Gołębski Hołysz Jabłonka "
    "Krzemień Łęczycki Mżyk Niedźwiecki Ostrołucki Piórkowski Rzepa Święch Trzciński Wąsik Źródlak",
    "Switzerland": "Aebischer Bänziger Chappuisat Dürrenberg Fröhlicher Gschwend Hürlimanns "
    "Jeanrichard Küenzli Lüthold Müllhaupt Nüesch Räber Stäubli Zbinden",
    "Brazil": "Abrantes Brandão Calazães Damião Estêvão Falcão Guimarães_Reis Holanda Jordão "
    "Leitão Magalhães Nóbrega Ornellas Paixão Queirós Romão Sardinha Taváres Uchôa Valadão",
    "Mexico": "Arciniega Barragán Cuauhtli Domínguez_Sáenz Escamilla Figueroa Güemez Hinostroza "
    "Ibarrola Juárez_Peña Lizárraga Manríquez Noriega Ochoa Pazarán Quijano Rentería Sepúlveda "
    "Tlapanco Villaseñor Zárate",
    "Colombia": "Arboleda Bustamante Cifuentes Duque_Ríos Echeverri Galvis Hincapié Jaramillo "
    "Londoño Montoya_Gil Ocampo Piedrahíta Quiceno Restrepo Sanclemente Tobón Usuga Zuluaga",
    "Egypt": "Abdel-Hady El-Bannani Fahmyan El-Gohari Hamzawy El-Kashef Mansouri_Adl Naguibi "
    "El-Qadi Rashidi Shaarani El-Wakil Zahrani_Fekry",
    "United Arab Emirates": "Al_Barwani Al_Dhanhi Al_Falahi Al_Ghurairi Al_Hamraneh Al_Ketbani "
    "Al_Marzouqan Al_Nuaimeh Al_Qubaisan Al_Suwaidan",
    "Jordan": "Abu_Rumman_Dar Batayneh Dabbasi Ghazzawi Haddadin_Sal Khasawni Obeidin Qudahi "
    "Tarawneh_Is",
}


def choices(country: str) -> tuple[list[str], list[str]]:
    """Given names and family names of a country; an underscore stands for a space.

    >>> choices("Jordan")[1][0]
    'Abu Rumman Dar'
    """
    family = [name.replace("_", " ") for name in FAMILY[country].split()]
    return GIVEN[country].split(), family


_PLAIN = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "’": "", "'": "", "-": ""})


def mailbox(name: str) -> str:
    """The part of an e-mail address before the sign, in plain letters.

    >>> mailbox("Jędrzej Łęczycki")
    'jedrzej.leczycki'
    """
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    letters = "".join(sign for sign in plain if sign.isascii())
    return ".".join(letters.lower().split())
